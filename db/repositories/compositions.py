"""Questions about compositions; functions, session first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.composition import Composition


def of_case(session: Session, case_id: int) -> Composition | None:
    """The composition a case has at the moment."""
    return session.scalar(select(Composition).where(Composition.case_id == case_id))


def named(session: Session) -> Sequence[Composition]:
    """Those the office keeps, by name."""
    found = select(Composition).where(Composition.name.is_not(None)).order_by(Composition.name)
    return session.scalars(found).all()


def by_name(session: Session, name: str) -> Composition | None:
    return session.scalar(select(Composition).where(Composition.name == name))
