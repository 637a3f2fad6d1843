"""Providers: a service at a place, with its organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace


@dataclass(frozen=True)
class Whole:
    """The four records of one provider, still tied to their session."""

    at: ServiceAtPlace
    service: Service
    organisation: Organisation
    place: Place


def by_id(session: Session, provider_id: int) -> Whole | None:
    found = session.execute(_whole().where(ServiceAtPlace.id == provider_id)).first()
    return None if found is None else Whole(*found)


def in_use(session: Session) -> list[Whole]:
    """Every provider that is not archived, by name."""
    found = session.execute(
        _whole()
        .where(ServiceAtPlace.archived_on.is_(None))
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
    """What was imported before from this source, by key."""
    wanted = list(keys)
    found: dict[str, Whole] = {}
    for start in range(0, len(wanted), 500):
        rows = session.execute(
            _whole().where(
                ServiceAtPlace.source == source,
                ServiceAtPlace.source_key.in_(wanted[start : start + 500]),
            )
        )
        for row in rows:
            whole = Whole(*row)
            found[whole.at.source_key or ""] = whole
    return found


def employing(session: Session, provider_id: int) -> Sequence[Case]:
    return session.scalars(
        select(Case).where(Case.employer_id == provider_id).order_by(Case.sort_key)
    ).all()


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
