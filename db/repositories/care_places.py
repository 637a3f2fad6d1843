"""Places of care and what households told, many at once and without objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from db.outward import told
from db.tables.care import CareChoice, CareFrame, Carer, Duty, Roster, WorkingLife
from db.tables.case import Case, Person, RecordedFact
from db.tables.consent import Consent
from db.tables.elders import ElderNeed
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace

Rows = Sequence[Row[*tuple[Any, ...]]]
_AT_ONCE = 900


def places(session: Session, categories: Iterable[str]) -> Rows:
    """The providers of these categories that are in use, with all that decides about care."""
    return session.execute(
        _places(session).where(
            Service.category.in_(sorted(categories)), ServiceAtPlace.archived_on.is_(None)
        )
    ).all()


def places_by_id(session: Session, ids: Iterable[int]) -> Rows:
    """The same for single providers, also those no longer in use."""
    return _many(session, _places(session), ServiceAtPlace.id, ids)


def organisations(session: Session, providers: Iterable[int]) -> Rows:
    """Provider (`id`) and its organisation."""
    query = select(ServiceAtPlace.id, Service.organisation_id).join(
        Service, Service.id == ServiceAtPlace.service_id
    )
    return _many(session, query, ServiceAtPlace.id, providers)


def points(session: Session, providers: Iterable[int]) -> Rows:
    """Provider (`id`) with the point and the post code of its place."""
    query = (select(ServiceAtPlace.id, Place.latitude, Place.longitude, Place.postcode)).join(
        Place, Place.id == ServiceAtPlace.place_id
    )
    return _many(session, query, ServiceAtPlace.id, providers)


def open_cases(session: Session) -> Sequence[int]:
    """Cases that are neither closed nor held."""
    running = select(Case.id).where(Case.closed_on.is_(None), Case.held_until.is_(None))
    return session.scalars(running.order_by(Case.id)).all()


def cases(session: Session, ids: Iterable[int]) -> Rows:
    query = select(Case.id, Case.employer_id, Case.home_town, Case.home_postcode, Case.home_street)
    return _many(session, query, Case.id, ids)


def people(session: Session, case_ids: Iterable[int]) -> Rows:
    query = select(
        Person.id,
        Person.case_id,
        Person.role,
        Person.birth_year,
        Person.birth_month,
        Person.birth_day,
    ).order_by(Person.id)
    return _many(session, query, Person.case_id, case_ids)


def facts(session: Session, case_ids: Iterable[int], keys: Sequence[str]) -> Rows:
    """Recorded answers to these questions about single persons."""
    query = select(RecordedFact.person_id, RecordedFact.key, RecordedFact.value).where(
        RecordedFact.key.in_(keys), RecordedFact.person_id.is_not(None)
    )
    return _many(session, query, RecordedFact.case_id, case_ids)


def working_lives(session: Session, person_ids: Iterable[int]) -> Rows:
    columns = [each for each in WorkingLife.__table__.columns if each.name != "id"]
    return _many(session, select(*columns), WorkingLife.person_id, person_ids)


def rosters(session: Session, person_ids: Iterable[int]) -> Rows:
    query = select(Roster.id, Roster.person_id, Roster.first, Roster.last, Roster.weeks)
    return _many(session, query.order_by(Roster.first, Roster.id), Roster.person_id, person_ids)


def duties(session: Session, roster_ids: Iterable[int]) -> Rows:
    query = select(Duty.roster_id, Duty.day, Duty.start, Duty.finish, Duty.label, Duty.kind)
    return _many(session, query.order_by(Duty.day, Duty.start), Duty.roster_id, roster_ids)


def carers(session: Session, case_ids: Iterable[int]) -> Rows:
    query = select(
        Carer.id,
        Carer.case_id,
        Carer.kind,
        Carer.name,
        Carer.hours_osm,
        Carer.valid_from,
        Carer.valid_to,
        Carer.way,
    ).order_by(Carer.id)
    return _many(session, query, Carer.case_id, case_ids)


def choices(session: Session, person_ids: Iterable[int]) -> Rows:
    query = select(
        CareChoice.person_id,
        CareChoice.provider_id,
        CareChoice.carer_id,
        CareChoice.state,
        told(session, CareChoice.because),
        CareChoice.hours_osm,
        CareChoice.valid_from,
        CareChoice.valid_to,
    ).order_by(CareChoice.id)
    return _many(session, query, CareChoice.person_id, person_ids)


def consenting(session: Session, person_ids: Iterable[int], purpose: str) -> Rows:
    """The people (`person_id`) with a consent for this purpose that was not withdrawn."""
    query = select(Consent.person_id).where(
        Consent.purpose == purpose, Consent.withdrawn_on.is_(None)
    )
    return _many(session, query, Consent.person_id, person_ids)


def wishes_of_elders(session: Session, person_ids: Iterable[int]) -> Rows:
    """What elders want (`person_id`, `wanted`: codes, blank between)."""
    query = select(ElderNeed.person_id, ElderNeed.wanted)
    return _many(session, query, ElderNeed.person_id, person_ids)


def frames(session: Session, case_ids: Iterable[int]) -> Rows:
    query = select(CareFrame.case_id, CareFrame.radius_km, CareFrame.languages)
    return _many(session, query, CareFrame.case_id, case_ids)


def _places(session: Session) -> Select[*tuple[Any, ...]]:
    staff = aliased(Organisation)
    return (
        select(
            ServiceAtPlace.id,
            ServiceAtPlace.service_id,
            Organisation.name,
            Organisation.id.label("organisation_id"),
            Service.category,
            Service.min_age,
            Service.max_age,
            Service.places,
            Service.languages,
            Service.free_places,
            Service.free_as_of,
            Service.waiting,
            Service.reserved_places,
            Service.reserved_for_id,
            Service.settling_weeks,
            staff.name.label("reserved_for"),
            Place.town,
            Place.postcode,
            Place.municipality,
            Place.latitude,
            Place.longitude,
            ServiceAtPlace.hours_osm,
            ServiceAtPlace.hours_from,
            ServiceAtPlace.hours_to,
            ServiceAtPlace.closed_from,
            ServiceAtPlace.closed_until,
            told(session, ServiceAtPlace.closed_because),
            ServiceAtPlace.valid_from,
            ServiceAtPlace.valid_to,
            ServiceAtPlace.checked_on,
        )
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .join(Place, Place.id == ServiceAtPlace.place_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .outerjoin(staff, staff.id == Service.reserved_for_id)
        .order_by(ServiceAtPlace.id)
    )


def _many(
    session: Session,
    query: Select[*tuple[Any, ...]],
    column: InstrumentedAttribute[int],
    ids: Iterable[int],
) -> Rows:
    """The rows of very many ids: SQLite takes a limited number of values at once."""
    wanted = sorted(set(ids))
    found: list[Row[*tuple[Any, ...]]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        found += session.execute(query.where(column.in_(wanted[start : start + _AT_ONCE]))).all()
    return found
