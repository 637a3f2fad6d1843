"""What was imported before, read as plain rows: a whole list at once, for comparing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.repositories.providers import Whole
from db.tables.base import Base
from db.tables.case import Case
from db.tables.provider import (
    ContactPerson,
    Organisation,
    Place,
    Service,
    ServiceAtPlace,
    ServiceCost,
)
from db.tables.schooling import SchoolProfile

T = TypeVar("T", bound=Base)
V = TypeVar("V", int, str)
_AT_ONCE = 500  # values in one question; SQLite takes a limited number


@dataclass(frozen=True)
class Known:
    """A provider as a list knows it: its own entry `at`, and the provider that stands for it now
    (another one where it was merged or succeeded)."""

    at: ServiceAtPlace
    standing: Whole

    @property
    def is_elsewhere(self) -> bool:
        return self.at.id != self.standing.at.id


def sources(session: Session) -> dict[str, int]:
    """The lists that were imported, with the number of their providers."""
    found = session.execute(
        select(ServiceAtPlace.source, func.count())
        .where(ServiceAtPlace.source.is_not(None))
        .group_by(ServiceAtPlace.source)
        .order_by(ServiceAtPlace.source)
    )
    return {source: count for source, count in found if source}


def keys_of(session: Session, source: str) -> set[str]:
    """The keys that rows of this list had."""
    found = session.scalars(
        select(ServiceAtPlace.source_key).where(ServiceAtPlace.source == source)
    )
    return {key for key in found if key}


def of_source(
    session: Session, source: str, keys: Collection[str] | None = None
) -> dict[str, Known]:
    """Everything imported from this list, by key, or of these few keys alone. Plain rows, never
    to be written to."""
    where = [ServiceAtPlace.source == source]
    if keys is not None:
        where.append(ServiceAtPlace.source_key.in_(keys))
    theirs = _rows(session, ServiceAtPlace, *where)
    standing = {row.id: row for row in theirs}
    while missing := {
        merged
        for row in standing.values()
        if (merged := _merged_into(row)) and merged not in standing
    }:
        standing |= {row.id: row for row in _in(session, ServiceAtPlace, missing)}
    wholes = {whole.at.id: whole for whole in _wholes(session, list(standing.values()))}
    return {row.source_key or "": Known(row, wholes[_standing(row, standing)]) for row in theirs}


def lists_by_provider(session: Session) -> dict[int, str]:
    """Which list a provider came with, by id."""
    found = session.execute(
        select(ServiceAtPlace.id, ServiceAtPlace.source).where(ServiceAtPlace.source.is_not(None))
    )
    return {provider: source for provider, source in found if source}


def by_ids(session: Session, ids: Iterable[int]) -> dict[int, Whole]:
    """Providers by id, with all parts. Plain rows, never to be written to."""
    wholes = _wholes(session, _in(session, ServiceAtPlace, ids))
    return {whole.at.id: whole for whole in wholes}


def beside(session: Session, touched: Mapping[type[Base], set[int]]) -> list[Whole]:
    """Every provider that shows one of these records, with all parts; plain rows."""
    services = {
        row.id
        for owners in _portions(touched.get(Organisation, set()))
        for row in _rows(session, Service, Service.organisation_id.in_(owners))
    }
    services |= touched.get(Service, set())
    found = {
        row.id: row
        for column, ids in (
            (ServiceAtPlace.service_id, services),
            (ServiceAtPlace.place_id, touched.get(Place, set())),
            (ServiceAtPlace.id, touched.get(ServiceAtPlace, set())),
        )
        for some in _portions(ids)
        for row in _rows(session, ServiceAtPlace, column.in_(some))
    }
    return _wholes(session, list(found.values()))


def employing(session: Session, ids: Iterable[int]) -> list[Case]:
    """The cases whose employer is one of these providers."""
    return [
        case
        for some in _portions(ids)
        for case in session.scalars(select(Case).where(Case.employer_id.in_(some)))
    ]


def _standing(row: ServiceAtPlace, rows: Mapping[int, ServiceAtPlace]) -> int:
    seen = {row.id}
    while (merged := _merged_into(row)) and merged not in seen:
        row = rows[merged]
        seen.add(row.id)
    return row.id


def _merged_into(row: ServiceAtPlace) -> int | None:
    """What an entry was merged into; one that closed and has a successor stays what it was."""
    return row.successor_id if row.archived_on is not None and row.valid_to is None else None


def _wholes(session: Session, rows: list[ServiceAtPlace]) -> list[Whole]:
    services = {row.id: row for row in _in(session, Service, {at.service_id for at in rows})}
    owners = {service.organisation_id for service in services.values()}
    bodies = {row.id: row for row in _in(session, Organisation, owners)}
    places = {row.id: row for row in _in(session, Place, {at.place_id for at in rows})}
    costs = _grouped(
        session, ServiceCost, services, ServiceCost.service_id, lambda cost: cost.service_id
    )
    people = _grouped(
        session,
        ContactPerson,
        bodies,
        ContactPerson.organisation_id,
        lambda person: person.organisation_id,
    )
    profiles = {each.provider_id: each for each in _of_schools(session, rows)}
    return [
        Whole(
            at,
            service := services[at.service_id],
            bodies[service.organisation_id],
            places[at.place_id],
            costs.get(service.id, ()),
            people.get(service.organisation_id, ()),
            profiles.get(at.id),
        )
        for at in rows
    ]


def _grouped(
    session: Session,
    table: type[T],
    owners: Iterable[int],
    column: InstrumentedAttribute[int],
    owner: Callable[[T], int],
) -> dict[int, list[T]]:
    """Rows of a table by whom they belong to, in the order they were entered."""
    wanted = set(owners)
    few = (column.in_(wanted),) if len(wanted) <= _AT_ONCE else ()
    found: dict[int, list[T]] = {}
    for row in sorted(_rows(session, table, *few), key=lambda row: row.id):
        if owner(row) in wanted:
            found.setdefault(owner(row), []).append(row)
    return found


def _of_schools(session: Session, rows: Sequence[ServiceAtPlace]) -> list[SchoolProfile]:
    few = {at.id for at in rows}
    where = (SchoolProfile.provider_id.in_(few),) if len(few) <= _AT_ONCE else ()
    return _rows(session, SchoolProfile, *where)


def _in(session: Session, table: type[T], ids: Iterable[int | None]) -> list[T]:
    wanted = [each for each in ids if each is not None]
    return [row for some in _portions(wanted) for row in _rows(session, table, table.id.in_(some))]


def _rows(session: Session, table: type[T], *where: ColumnElement[bool]) -> list[T]:
    """Rows that have the names of the columns and are not tied to the session."""
    found = session.execute(select(table.__table__).where(*where))
    return cast("list[T]", found.all())


def _portions(values: Iterable[V]) -> Iterator[list[V]]:
    wanted = list(values)
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
