"""Questions about compositions and what they print; functions, session first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.composition import Composition, Voucher


def of_case(session: Session, case_id: int) -> Composition | None:
    """The composition a case has at the moment."""
    return session.scalar(select(Composition).where(Composition.case_id == case_id))


def named(session: Session) -> Sequence[Composition]:
    """Those the office keeps, by name."""
    found = select(Composition).where(Composition.name.is_not(None)).order_by(Composition.name)
    return session.scalars(found).all()


def by_name(session: Session, name: str) -> Composition | None:
    return session.scalar(select(Composition).where(Composition.name == name))


def ended_vouchers(session: Session, today: date) -> Sequence[Voucher]:
    """Vouchers in use whose last day is past, in the order they were entered."""
    ended = select(Voucher).where(Voucher.archived_on.is_(None), Voucher.valid_to < today)
    return session.scalars(ended.order_by(Voucher.id)).all()
