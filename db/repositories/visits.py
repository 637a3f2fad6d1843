"""Visits with their stops, ferries, films; functions, session first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.visit import MediaLink, Sailing, Visit, VisitStop


def by_id(session: Session, visit_id: int) -> Visit | None:
    return session.get(Visit, visit_id)


def of_case(session: Session, case_id: int) -> Sequence[Visit]:
    """The visits of a case, the earliest first."""
    found = select(Visit).where(Visit.case_id == case_id)
    return session.scalars(found.order_by(Visit.first, Visit.id)).all()


def of_cases(session: Session, cases: Collection[int] | None) -> Sequence[Visit]:
    """The visits of these cases, of all where None."""
    found = select(Visit)
    if cases is not None:
        found = found.where(Visit.case_id.in_(cases))
    return session.scalars(found.order_by(Visit.first, Visit.id)).all()


def stop(session: Session, stop_id: int) -> VisitStop | None:
    return session.get(VisitStop, stop_id)


def stops(session: Session, visit_id: int) -> Sequence[VisitStop]:
    """The stops of a visit, as they were entered."""
    found = select(VisitStop).where(VisitStop.visit_id == visit_id)
    return session.scalars(found.order_by(VisitStop.id)).all()


def unconfirmed(session: Session, visits: Collection[int]) -> Sequence[VisitStop]:
    """The stops of these visits that nobody confirmed yet."""
    found = select(VisitStop).where(VisitStop.visit_id.in_(visits), VisitStop.confirmed.is_(False))
    return session.scalars(found.order_by(VisitStop.visit_id, VisitStop.id)).all()


def sailings(session: Session) -> Sequence[Sailing]:
    """Every ferry, by its towns and when it leaves."""
    return session.scalars(
        select(Sailing).order_by(Sailing.from_town, Sailing.to_town, Sailing.departs, Sailing.id)
    ).all()


def sailing(session: Session, sailing_id: int) -> Sailing | None:
    return session.get(Sailing, sailing_id)


def films(session: Session) -> Sequence[MediaLink]:
    """Every film and page as entered, the archived ones among them."""
    return session.scalars(select(MediaLink).order_by(MediaLink.id)).all()


def film(session: Session, film_id: int) -> MediaLink | None:
    return session.get(MediaLink, film_id)
