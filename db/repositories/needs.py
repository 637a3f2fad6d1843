"""Questions about needs as the office said them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.needs import Need


def of_case(session: Session, case_id: int) -> Sequence[Need]:
    return session.scalars(select(Need).where(Need.case_id == case_id).order_by(Need.id)).all()


def of_kind(session: Session, case_id: int, kind: str) -> Need | None:
    question = select(Need).where(Need.case_id == case_id, Need.kind == kind)
    return session.scalars(question).one_or_none()
