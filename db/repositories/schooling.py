"""Questions about schools and who goes where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db.repositories.providers import of_ids
from db.tables.case import Case
from db.tables.housing import HousingWish
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace
from db.tables.schooling import SCHOOL_STATES, SchoolChoice, SchoolProfile

CATEGORIES = ("school", "all_day_care")
_OVER = ("refused", "declined")


def profile(session: Session, provider_id: int) -> SchoolProfile | None:
    return session.scalars(
        select(SchoolProfile).where(SchoolProfile.provider_id == provider_id)
    ).one_or_none()


def profiles(session: Session) -> dict[int, SchoolProfile]:
    """Every profile by its school."""
    return {each.provider_id: each for each in session.scalars(select(SchoolProfile))}


def schools(session: Session) -> Sequence[Row[*tuple[Any, ...]]]:
    """The schools and all-day offers in use, as plain rows."""
    return session.execute(
        select(
            ServiceAtPlace.id,
            Organisation.name,
            Place.name.label("site"),
            Service.name.label("service"),
            Service.category,
            Organisation.phone,
            Organisation.email,
            Organisation.website,
            Place.postcode,
            Place.town,
            Place.latitude,
            Place.longitude,
            Place.accessible,
            ServiceAtPlace.hours_osm,
            ServiceAtPlace.valid_from,
            ServiceAtPlace.valid_to,
        )
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .join(Place, Place.id == ServiceAtPlace.place_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .where(Service.category.in_(CATEGORIES), ServiceAtPlace.archived_on.is_(None))
        .order_by(ServiceAtPlace.id)
    ).all()


def choice(session: Session, choice_id: int) -> SchoolChoice | None:
    return session.get(SchoolChoice, choice_id)


def choice_of(session: Session, person_id: int, provider_id: int) -> SchoolChoice | None:
    return session.scalars(
        select(SchoolChoice).where(
            SchoolChoice.person_id == person_id, SchoolChoice.provider_id == provider_id
        )
    ).one_or_none()


def choices_of_case(session: Session, case_id: int) -> Sequence[SchoolChoice]:
    question = select(SchoolChoice).where(SchoolChoice.case_id == case_id)
    return session.scalars(question.order_by(SchoolChoice.id)).all()


def choices_of_person(session: Session, person_id: int) -> Sequence[SchoolChoice]:
    question = select(SchoolChoice).where(SchoolChoice.person_id == person_id)
    return session.scalars(question.order_by(SchoolChoice.id)).all()


def dated(session: Session, cases: Collection[int] | None) -> Sequence[tuple[SchoolChoice, str]]:
    """The choices of these running cases, of all where None, that have a next day, each with the
    name of its school."""
    question = (
        select(SchoolChoice)
        .join(Case, Case.id == SchoolChoice.case_id)
        .where(Case.closed_on.is_(None), SchoolChoice.next_on.is_not(None))
        .where(SchoolChoice.state.not_in(_OVER))
        .order_by(SchoolChoice.id)
    )
    if cases is not None:
        question = question.where(SchoolChoice.case_id.in_(cases))
    found = session.scalars(question).all()
    names = {
        each.at.id: each.organisation.name
        for each in of_ids(session, sorted({each.provider_id for each in found}))
    }
    return [(each, names[each.provider_id]) for each in found]


def wish(session: Session, case_id: int) -> HousingWish | None:
    """What the household looks for to live in, as far as schools go."""
    return session.scalars(select(HousingWish).where(HousingWish.case_id == case_id)).one_or_none()


def unite(session: Session, old: int, new: int) -> None:
    """Before what points at the old school points at the new one: of two choices of a child the
    further one stays. What the old one was described as goes: the new one says what was chosen."""
    if (gone := profile(session, old)) is not None:
        session.delete(gone)
    decided = {
        each.person_id: each
        for each in session.scalars(select(SchoolChoice).where(SchoolChoice.provider_id == new))
    }
    for each in session.scalars(select(SchoolChoice).where(SchoolChoice.provider_id == old)).all():
        twin = decided.get(each.person_id)
        if twin is not None:
            session.delete(min(each, twin, key=_weight))
    session.flush()


def _weight(each: SchoolChoice) -> tuple[int, str]:
    over = each.state in _OVER
    return (-1 if over else SCHOOL_STATES.index(each.state), str(each.noted_on))
