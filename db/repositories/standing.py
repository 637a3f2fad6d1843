"""The providers that stand in the directory, as plain rows: what tells one from another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.provider import Organisation, Place, Service, ServiceAtPlace

_AT_ONCE = 500  # values in one question; SQLite takes a limited number


@dataclass(frozen=True, slots=True)
class Standing:
    """What tells a provider from others; its category is a code."""

    id: int
    organisation_id: int
    organisation: str
    service: str
    category: str
    office_type: str
    street: str
    postcode: str
    town: str
    phone: str
    email: str
    website: str
    latitude: float | None
    longitude: float | None


def rows(session: Session) -> list[Standing]:
    """Every provider that is not archived, in the order they were entered."""
    found = session.execute(
        select(
            ServiceAtPlace.id,
            Service.organisation_id,
            Organisation.name,
            Service.name,
            Service.category,
            Service.office_type,
            Place.street,
            Place.postcode,
            Place.town,
            Organisation.phone,
            Organisation.email,
            Organisation.website,
            Place.latitude,
            Place.longitude,
        )
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(Place, Place.id == ServiceAtPlace.place_id)
        .where(ServiceAtPlace.archived_on.is_(None))
        .order_by(ServiceAtPlace.id)
    )
    return [Standing(*tuple(row)) for row in found]


def among(session: Session, provider_ids: Iterable[int]) -> set[int]:
    """Which of these are there and not archived."""
    wanted = list(provider_ids)
    found: set[int] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        found.update(
            session.scalars(
                select(ServiceAtPlace.id).where(
                    ServiceAtPlace.id.in_(wanted[start : start + _AT_ONCE]),
                    ServiceAtPlace.archived_on.is_(None),
                )
            )
        )
    return found
