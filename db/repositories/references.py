"""What points at a provider and its parts, and what becomes of that when two providers are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.base import Base
from db.tables.care import CARE_STATES, CareChoice, Shift, WorkingLife
from db.tables.career import Introduction, Opening
from db.tables.case import Case
from db.tables.composition import Voucher
from db.tables.contact import Contact
from db.tables.employer import Benefit, EmployerProfile, ShiftPattern
from db.tables.employer_places import EmployerPlace
from db.tables.housing import Dormitory, DormitoryEntry, HousingOffer
from db.tables.mentor import Mentor, Occasion
from db.tables.moving import MoveQuote
from db.tables.network import Actor, ServiceLink
from db.tables.practice import Practice
from db.tables.provider import DistinctPair, Organisation, Service, ServiceAtPlace
from db.tables.schooling import SchoolChoice, SchoolProfile
from db.tables.training import Course
from db.tables.visit import Visit, VisitStop

POINTED_AT = ("services_at_places", "services", "organisations", "places")


class Kind(Enum):
    """What a merge does with a column: it points at the provider that stays, at the organisation
    of that; it is a half of a pair; or it says what a record is made of and stays."""

    PROVIDER = "provider"
    ORGANISATION = "organisation"
    PAIR = "pair"
    PART = "part"


REFERENCES: Mapping[tuple[str, str], Kind] = MappingProxyType(
    {
        ("cases", "employer_id"): Kind.PROVIDER,
        ("shifts", "employer_id"): Kind.PROVIDER,
        ("working_lives", "employer_id"): Kind.PROVIDER,
        ("care_choices", "provider_id"): Kind.PROVIDER,
        ("vouchers", "provider_id"): Kind.PROVIDER,
        ("contacts", "provider_id"): Kind.PROVIDER,
        ("employer_profiles", "provider_id"): Kind.PROVIDER,
        ("benefits", "provider_id"): Kind.PROVIDER,
        ("shift_patterns", "employer_id"): Kind.PROVIDER,
        ("mentors", "employer_id"): Kind.PROVIDER,
        ("occasions", "provider_id"): Kind.PROVIDER,
        ("openings", "provider_id"): Kind.PROVIDER,
        ("introductions", "provider_id"): Kind.PROVIDER,
        ("visits", "base_id"): Kind.PROVIDER,
        ("visit_stops", "provider_id"): Kind.PROVIDER,
        ("courses", "provider_id"): Kind.PROVIDER,
        ("housing_offers", "provider_id"): Kind.PROVIDER,
        ("dormitories", "provider_id"): Kind.PROVIDER,
        ("dormitory_entries", "provider_id"): Kind.PROVIDER,
        ("move_quotes", "provider_id"): Kind.PROVIDER,
        ("school_profiles", "provider_id"): Kind.PROVIDER,
        ("school_choices", "provider_id"): Kind.PROVIDER,
        ("practices", "provider_id"): Kind.PROVIDER,
        ("employer_places", "organisation_id"): Kind.ORGANISATION,
        ("service_links", "from_id"): Kind.PROVIDER,
        ("service_links", "to_id"): Kind.PROVIDER,
        ("actors", "organisation_id"): Kind.ORGANISATION,
        ("services_at_places", "successor_id"): Kind.PROVIDER,
        ("services", "reserved_for_id"): Kind.ORGANISATION,
        ("distinct_pairs", "first_id"): Kind.PAIR,
        ("distinct_pairs", "second_id"): Kind.PAIR,
        ("services_at_places", "service_id"): Kind.PART,
        ("services_at_places", "place_id"): Kind.PART,
        ("services", "organisation_id"): Kind.PART,
        ("places", "organisation_id"): Kind.PART,
        ("service_costs", "service_id"): Kind.PART,
        ("contact_persons", "organisation_id"): Kind.PART,
        ("employer_places", "service_id"): Kind.PART,
    }
)
"""Every foreign key to a table of POINTED_AT. A test compares it with the tables, so that none is
forgotten when a table is added."""

_TABLES: Mapping[str, type[Base]] = MappingProxyType(
    {
        each.__tablename__: each
        for each in (
            Case,
            Shift,
            WorkingLife,
            CareChoice,
            Voucher,
            ServiceAtPlace,
            Service,
            Contact,
            EmployerProfile,
            Benefit,
            ShiftPattern,
            Mentor,
            Occasion,
            Opening,
            Introduction,
            Visit,
            VisitStop,
            Course,
            ServiceLink,
            Actor,
            HousingOffer,
            Dormitory,
            DormitoryEntry,
            MoveQuote,
            SchoolProfile,
            SchoolChoice,
            Practice,
            EmployerPlace,
        )
    }
)


_FURTHER = ("declined", *(state for state in CARE_STATES if state != "declined"))
"""The states of a decision, the furthest last."""


def repoint(session: Session, kind: Kind, old: int, new: int) -> None:
    """Let every column of this kind that points at the old record point at the new one."""
    for (table, column), each in REFERENCES.items():
        if each is kind:
            record = _TABLES[table]
            of_old = select(record).where(getattr(record, column) == old)
            for row in session.scalars(of_old):
                setattr(row, column, new)
    session.flush()


def unite_care(session: Session, old: int, new: int) -> None:
    """Before what points at the old provider points at the new one: of two decisions of a person
    about both the further one stays (of equal ones that noted last), and a shift that both have
    goes once."""
    decided = {each.person_id: each for each in _choices(session, new)}
    for choice in _choices(session, old):
        other = decided.get(choice.person_id)
        if other is not None:
            session.delete(min(choice, other, key=_weight))
    known = {_told(shift) for shift in _shifts(session, new)}
    for shift in _shifts(session, old):
        if _told(shift) in known:
            session.delete(shift)
    session.flush()


def unite_links(session: Session, old: int, new: int) -> None:
    """Before what points at the old provider points at the new one: a link of the two goes, and of
    two equal links to the same third one stays, that with the longer text for families."""
    known: dict[tuple[int, str], ServiceLink] = {}
    for link in _links(session, new):
        known.setdefault((_across(link, new), link.kind), link)
    for link in _links(session, old):
        across = _across(link, old)
        other = known.get((across, link.kind))
        if across == new:
            session.delete(link)
        elif other is not None:
            session.delete(min(link, other, key=lambda each: (len(each.text), each is other)))
    session.flush()


def _links(session: Session, provider_id: int) -> Sequence[ServiceLink]:
    at_end = (ServiceLink.from_id == provider_id) | (ServiceLink.to_id == provider_id)
    return session.scalars(select(ServiceLink).where(at_end).order_by(ServiceLink.id)).all()


def _across(link: ServiceLink, provider_id: int) -> int:
    return link.to_id if link.from_id == provider_id else link.from_id


def _choices(session: Session, provider_id: int) -> Sequence[CareChoice]:
    of_provider = select(CareChoice).where(CareChoice.provider_id == provider_id)
    return session.scalars(of_provider.order_by(CareChoice.id)).all()


def _weight(choice: CareChoice) -> tuple[int, date]:
    return _FURTHER.index(choice.state), choice.noted_on


def _shifts(session: Session, employer_id: int) -> Sequence[Shift]:
    of_employer = select(Shift).where(Shift.employer_id == employer_id)
    return session.scalars(of_employer.order_by(Shift.id)).all()


def _told(shift: Shift) -> tuple[object, ...]:
    return shift.kind, shift.code, shift.name, shift.start, shift.finish


def pairs_with(session: Session, *provider_ids: int) -> Sequence[DistinctPair]:
    """The pairs somebody found distinct in which any of these is a half; of all providers where
    none is named."""
    question = select(DistinctPair).order_by(DistinctPair.id)
    if provider_ids:
        halves = DistinctPair.first_id.in_(provider_ids), DistinctPair.second_id.in_(provider_ids)
        question = question.where(halves[0] | halves[1])
    return session.scalars(question).all()


def following(session: Session, provider_id: int) -> Sequence[int]:
    """The providers that this one takes the place of."""
    return session.scalars(
        select(ServiceAtPlace.id)
        .where(ServiceAtPlace.successor_id == provider_id)
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    ).all()


def reserving(session: Session, organisation_id: int) -> Sequence[int]:
    """The providers that keep places for the staff of an organisation, archived ones left out."""
    return session.scalars(
        select(ServiceAtPlace.id)
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .where(Service.reserved_for_id == organisation_id, ServiceAtPlace.archived_on.is_(None))
        .order_by(ServiceAtPlace.sort_key, ServiceAtPlace.id)
    ).all()


def repair(session: Session, old: int, new: int) -> None:
    """Pairs found distinct with the old provider are so with the new one; a pair of the two, or
    one that is there already, goes."""
    known = {(pair.first_id, pair.second_id) for pair in pairs_with(session, new)}
    for pair in pairs_with(session, old):
        other = pair.second_id if pair.first_id == old else pair.first_id
        first, second = sorted((other, new))
        if other == new or (first, second) in known:
            session.delete(pair)
        else:
            pair.first_id, pair.second_id = first, second
    session.flush()


def name_of(session: Session, organisation_id: int | None) -> str:
    """What an organisation is called, blank for none."""
    found = session.get(Organisation, organisation_id) if organisation_id is not None else None
    return "" if found is None else found.name
