"""Questions about vouchers; functions, session first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.tables.composition import Voucher


def by_id(session: Session, voucher_id: int) -> Voucher | None:
    return session.get(Voucher, voucher_id)


def every(session: Session) -> Sequence[Voucher]:
    """All of them in the order they were entered, the archived ones among them."""
    return session.scalars(select(Voucher).order_by(Voucher.id)).all()


def not_ended(session: Session, today: date) -> Sequence[Voucher]:
    """Those in use that can still be redeemed on this day or later."""
    return session.scalars(
        select(Voucher)
        .where(
            Voucher.archived_on.is_(None),
            or_(Voucher.valid_to.is_(None), Voucher.valid_to >= today),
        )
        .order_by(Voucher.id)
    ).all()
