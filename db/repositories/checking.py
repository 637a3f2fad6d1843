"""Who is due in a verification round, and the organisations that are asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import Session

from db.tables.provider import Organisation, Place, Service, ServiceAtPlace


class DueRow(NamedTuple):
    """One entry that is due, with the organisation it belongs to."""

    organisation: int
    name: str
    provider: int
    service: str
    category: str
    street: str
    postcode: str
    town: str
    checked_on: date | None
    asked_on: date | None


@dataclass(frozen=True)
class Narrowing:
    """`last`: by category the last day of a check that is due, `other` for those without one. No
    categories means any. Entries that ended before `today` are nobody's concern."""

    last: Mapping[str, date]
    other: date
    today: date
    categories: Collection[str] = ()
    never: bool = True
    stale: bool = True
    unasked: bool = False


def due(session: Session, wanted: Narrowing) -> Sequence[DueRow]:
    """The entries in use that are due, those of one organisation together, by name."""
    at = ServiceAtPlace
    limits = case(dict(wanted.last), value=Service.category, else_=wanted.other)
    ages: list[ColumnElement[bool]] = []
    if wanted.never:
        ages.append(at.checked_on.is_(None))
    if wanted.stale:
        ages.append(at.checked_on <= limits)
    asking = (
        select(
            Organisation.id,
            Organisation.name,
            at.id,
            Service.name,
            Service.category,
            Place.street,
            Place.postcode,
            Place.town,
            at.checked_on,
            at.asked_on,
        )
        .join(Service, Service.id == at.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(Place, Place.id == at.place_id)
        .where(in_use(wanted.today), or_(*ages))
        .order_by(Organisation.id, at.sort_key, at.id)
    )
    if wanted.categories:
        asking = asking.where(Service.category.in_(wanted.categories))
    if wanted.unasked:
        asking = asking.where(or_(at.asked_on.is_(None), at.asked_on < at.checked_on))
    return [DueRow._make(row) for row in session.execute(asking)]


def in_use(today: date) -> ColumnElement[bool]:
    """Not archived and not over: whom a letter can still ask about."""
    at = ServiceAtPlace
    return and_(at.archived_on.is_(None), or_(at.valid_to.is_(None), at.valid_to >= today))


def organisation(session: Session, organisation_id: int) -> Organisation | None:
    return session.get(Organisation, organisation_id)
