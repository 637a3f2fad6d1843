"""Who is due in a verification round, and the organisations that are asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from db.tables.provider import Organisation, Place, Service, ServiceAtPlace

_AT_ONCE = 500  # values in one question; SQLite takes a limited number


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


def organisations(session: Session, wanted: Narrowing) -> list[tuple[int, int]]:
    """Id and number of due entries of every organisation that has any: what was never checked
    first, then the longest ago, then by name."""
    at = ServiceAtPlace
    asking = (
        select(Service.organisation_id, func.count())
        .select_from(at)
        .join(Service, Service.id == at.service_id)
        .where(*_conditions(wanted))
        .group_by(Service.organisation_id)
        .order_by(
            func.max(at.checked_on.is_(None)).desc(),
            func.min(at.checked_on),
            func.min(at.sort_key),
            Service.organisation_id,
        )
    )
    return [(key, count) for key, count in session.execute(asking)]


def due(session: Session, wanted: Narrowing, organisations: Sequence[int]) -> list[DueRow]:
    """The due entries of these organisations, those of one together, by name."""
    at = ServiceAtPlace
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
        .select_from(at)
        .join(Service, Service.id == at.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(Place, Place.id == at.place_id)
        .where(*_conditions(wanted))
        .order_by(Organisation.id, at.sort_key, at.id)
    )
    found: list[DueRow] = []
    for start in range(0, len(organisations), _AT_ONCE):
        some = organisations[start : start + _AT_ONCE]
        rows = session.execute(asking.where(Organisation.id.in_(some)))
        found += map(DueRow._make, rows)
    return found


def _conditions(wanted: Narrowing) -> list[ColumnElement[bool]]:
    at = ServiceAtPlace
    limits = case(dict(wanted.last), value=Service.category, else_=wanted.other)
    ages: list[ColumnElement[bool]] = []
    if wanted.never:
        ages.append(at.checked_on.is_(None))
    if wanted.stale:
        ages.append(at.checked_on <= limits)
    found = [in_use(wanted.today), or_(*ages)]
    if wanted.categories:
        found.append(Service.category.in_(wanted.categories))
    if wanted.unasked:
        found.append(or_(at.asked_on.is_(None), at.asked_on <= at.checked_on))
    return found


def in_use(today: date) -> ColumnElement[bool]:
    """Not archived and not over: whom a letter can still ask about."""
    at = ServiceAtPlace
    return and_(at.archived_on.is_(None), or_(at.valid_to.is_(None), at.valid_to >= today))
