"""Providers: a service at a place, with its organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

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

Value = TypeVar("Value", int, str)

_AT_ONCE = 500  # values in one question; SQLite takes a limited number


@dataclass(frozen=True)
class Whole:
    """The records of one provider, still tied to their session; costs of the service, contact
    persons of the organisation and the profile of a school only where `with_parts` has read them.
    """

    at: ServiceAtPlace
    service: Service
    organisation: Organisation
    place: Place
    costs: Sequence[ServiceCost] = ()
    contacts: Sequence[ContactPerson] = ()
    school: SchoolProfile | None = None


def by_id(session: Session, provider_id: int) -> Whole | None:
    """One provider with all its parts."""
    found = session.execute(_whole().where(ServiceAtPlace.id == provider_id)).first()
    return None if found is None else with_parts(session, [Whole(*found)])[0]


def beside(session: Session, organisation_id: int) -> list[Whole]:
    """Every provider of one organisation, archived ones too, by name."""
    found = session.execute(
        _whole()
        .where(Service.organisation_id == organisation_id)
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    )
    return [Whole(*row) for row in found]


def with_parts(session: Session, wholes: Sequence[Whole]) -> list[Whole]:
    """The providers with their costs and contact persons, in the order they were entered, and the
    profiles of schools."""
    costs: dict[int, list[ServiceCost]] = {}
    contacts: dict[int, list[ContactPerson]] = {}
    for some in _portions({whole.service.id for whole in wholes}):
        of_services = select(ServiceCost).where(ServiceCost.service_id.in_(some))
        for cost in session.scalars(of_services.order_by(ServiceCost.id)):
            costs.setdefault(cost.service_id, []).append(cost)
    for some in _portions({whole.organisation.id for whole in wholes}):
        of_bodies = select(ContactPerson).where(ContactPerson.organisation_id.in_(some))
        for person in session.scalars(of_bodies.order_by(ContactPerson.id)):
            contacts.setdefault(person.organisation_id, []).append(person)
    profiles: dict[int, SchoolProfile] = {}
    for some in _portions({whole.at.id for whole in wholes if whole.at.id is not None}):
        of_schools = select(SchoolProfile).where(SchoolProfile.provider_id.in_(some))
        profiles |= {each.provider_id: each for each in session.scalars(of_schools)}
    return [
        replace(
            whole,
            costs=tuple(costs.get(whole.service.id, ())),
            contacts=tuple(contacts.get(whole.organisation.id, ())),
            school=profiles.get(whole.at.id),
        )
        for whole in wholes
    ]


def in_use(session: Session) -> list[Whole]:
    """Every provider that is not archived, by name."""
    found = session.execute(
        _whole()
        .where(ServiceAtPlace.archived_on.is_(None))
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    )
    return [Whole(*row) for row in found]


def of_categories(session: Session, categories: Iterable[str]) -> list[Whole]:
    """The providers of these categories that are not archived, by name."""
    found = session.execute(
        _whole()
        .where(ServiceAtPlace.archived_on.is_(None), Service.category.in_(sorted(categories)))
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    )
    return [Whole(*row) for row in found]


def in_charge(session: Session) -> list[Whole]:
    """The entries that say what they are in charge of and are not archived, by name."""
    found = session.execute(
        _whole()
        .where(ServiceAtPlace.archived_on.is_(None), Service.office_type != "")
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    )
    return [Whole(*row) for row in found]


def by_source(session: Session, source: str, keys: Iterable[str]) -> dict[str, Whole]:
    """What was imported before from this source, by key, with all parts."""
    found: list[Whole] = []
    for some in _portions(keys):
        rows = session.execute(
            _whole().where(ServiceAtPlace.source == source, ServiceAtPlace.source_key.in_(some))
        )
        found += (Whole(*row) for row in rows)
    return {whole.at.source_key or "": whole for whole in with_parts(session, found)}


def of_ids(session: Session, ids: Sequence[int]) -> list[Whole]:
    """These providers with all parts, in the order of their ids as given; missing ones left out."""
    found: dict[int, Whole] = {}
    for some in _portions(ids):
        for row in session.execute(_whole().where(ServiceAtPlace.id.in_(some))):
            found[row[0].id] = Whole(*row)
    return with_parts(session, [found[each] for each in ids if each in found])


def names_of_organisations(session: Session, ids: Iterable[int | None]) -> dict[int, str]:
    """The names of organisations by id."""
    wanted = [each for each in ids if each is not None]
    found = select(Organisation.id, Organisation.name).where(Organisation.id.in_(wanted))
    return {row.id: row.name for row in session.execute(found)}


def names_of_providers(session: Session, ids: Iterable[int | None]) -> dict[int, str]:
    """The names of the organisations of providers, by id of the provider."""
    wanted = [each for each in ids if each is not None]
    found = (
        select(ServiceAtPlace.id, Organisation.name)
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .where(ServiceAtPlace.id.in_(wanted))
    )
    return {row.id: row.name for row in session.execute(found)}


def employing(session: Session, provider_id: int) -> Sequence[Case]:
    return session.scalars(
        select(Case).where(Case.employer_id == provider_id).order_by(Case.sort_key)
    ).all()


def succeeded_by(session: Session, provider_id: int) -> list[Whole]:
    """The providers whose place this one takes, by name."""
    found = session.execute(
        _whole()
        .where(ServiceAtPlace.successor_id == provider_id)
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    )
    return [Whole(*row) for row in found]


def keeping_places_for(session: Session, organisation_id: int) -> list[Whole]:
    """The providers that keep places for the staff of an organisation, by name."""
    found = session.execute(
        _whole()
        .where(Service.reserved_for_id == organisation_id)
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    )
    return [Whole(*row) for row in found]


def organisation(session: Session, organisation_id: int) -> Organisation | None:
    return session.get(Organisation, organisation_id)


def successor_of(session: Session, provider_id: int) -> int | None:
    """The provider that takes the place of this one."""
    return session.scalar(
        select(ServiceAtPlace.successor_id).where(ServiceAtPlace.id == provider_id)
    )


def successor_name(session: Session, whole: Whole) -> str:
    """The name of who takes the place of this provider; blank where nobody does."""
    following = whole.at.successor_id
    found = by_id(session, following) if following is not None else None
    return found.organisation.name if found else ""


def _portions(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists short enough for one question."""
    wanted = list(values)
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def _whole() -> Select[ServiceAtPlace, Service, Organisation, Place]:
    return (
        select(ServiceAtPlace, Service, Organisation, Place)
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(Place, Place.id == ServiceAtPlace.place_id)
    )


def of_rows(session: Session, rows: Iterable[tuple[str, int]]) -> set[int]:
    """The providers that rows of the directory's tables belong to."""
    columns = {
        "services_at_places": ServiceAtPlace.id,
        "services": ServiceAtPlace.service_id,
        "places": ServiceAtPlace.place_id,
        "organisations": Service.organisation_id,
    }
    found: set[int] = set()
    for table, row in rows:
        if table in columns:
            found.update(
                session.scalars(
                    select(ServiceAtPlace.id)
                    .join(Service, Service.id == ServiceAtPlace.service_id)
                    .where(columns[table] == row)
                )
            )
    return found
