"""Travel times between towns."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.provider import TravelTime


def all_times(session: Session) -> Sequence[TravelTime]:
    """Every route, by its towns."""
    return session.scalars(select(TravelTime).order_by(TravelTime.first, TravelTime.second)).all()


def by_id(session: Session, time_id: int) -> TravelTime | None:
    return session.get(TravelTime, time_id)
