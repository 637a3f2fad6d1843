"""Which unproven templates somebody of the office vouched for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.office import Confirmation


def every(session: Session) -> Sequence[Confirmation]:
    return session.scalars(select(Confirmation).order_by(Confirmation.template)).all()


def of_template(session: Session, template: str) -> Confirmation | None:
    return session.scalar(select(Confirmation).where(Confirmation.template == template))
