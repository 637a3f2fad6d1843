"""Questions about homes, wishes, and where cases stand with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.housing import (
    Dormitory,
    DormitoryEntry,
    HousingInterest,
    HousingOffer,
    HousingWish,
)
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace

_JUDGED = tuple(
    getattr(HousingOffer.__table__.c, name)
    for name in (
        "id",
        "kind",
        "tenure",
        "postcode",
        "town",
        "municipality",
        "half_rooms",
        "square_metres",
        "cold_cents",
        "extra_cents",
        "heating_cents",
        "price_cents",
        "free_from",
        "free_until",
        "accessible",
        "pets",
        "furnished",
        "entitled_only",
        "entered_on",
        "valid_to",
    )
)


def wish(session: Session, case_id: int) -> HousingWish | None:
    return session.scalar(select(HousingWish).where(HousingWish.case_id == case_id))


def offer(session: Session, offer_id: int) -> HousingOffer | None:
    return session.get(HousingOffer, offer_id)


def offers(session: Session) -> Sequence[HousingOffer]:
    """Every offer, those in use first, then by town and title."""
    order = (
        HousingOffer.archived_on.is_not(None),
        HousingOffer.town,
        HousingOffer.title,
        HousingOffer.id,
    )
    return session.scalars(select(HousingOffer).order_by(*order)).all()


def of_ids(session: Session, ids: Collection[int]) -> Mapping[int, HousingOffer]:
    """Offers by their ids."""
    question = select(HousingOffer).where(HousingOffer.id.in_(ids))
    return {row.id: row for row in session.scalars(question)}


def judged(session: Session) -> Sequence[Row[Any]]:
    """What decides of every offer in use, as `app.rules.home_matching.Offer` has it."""
    question = select(*_JUDGED).where(HousingOffer.archived_on.is_(None))
    return session.execute(question.order_by(HousingOffer.id)).all()


def addresses(session: Session) -> Sequence[Any]:
    """What tells one home from another of every offer in use: id, title, entered_on, street,
    postcode, town, half_rooms, money, website."""
    table = HousingOffer
    money = func.coalesce(table.cold_cents, table.price_cents)
    question = select(
        table.id,
        table.title,
        table.entered_on,
        table.street,
        table.postcode,
        table.town,
        table.half_rooms,
        money.label("money"),
        table.website,
    ).where(table.archived_on.is_(None))
    return session.execute(question.order_by(table.id)).all()


def of_source(session: Session, source: str) -> Mapping[str, HousingOffer]:
    """What was taken from a list before, by what the list calls it."""
    question = select(HousingOffer).where(HousingOffer.source == source)
    return {row.source_key or "": row for row in session.scalars(question)}


def sources(session: Session) -> Sequence[str]:
    """The names of the lists that were taken before."""
    question = select(HousingOffer.source).where(HousingOffer.source.is_not(None)).distinct()
    return [each for each in session.scalars(question.order_by(HousingOffer.source)) if each]


def interest(session: Session, interest_id: int) -> HousingInterest | None:
    return session.get(HousingInterest, interest_id)


def interest_of(session: Session, case_id: int, offer_id: int) -> HousingInterest | None:
    question = select(HousingInterest).where(
        HousingInterest.case_id == case_id, HousingInterest.offer_id == offer_id
    )
    return session.scalar(question)


def interests(session: Session, case_id: int) -> Sequence[HousingInterest]:
    question = select(HousingInterest).where(HousingInterest.case_id == case_id)
    return session.scalars(question.order_by(HousingInterest.id)).all()


def taken(session: Session) -> Mapping[int, Sequence[int]]:
    """The cases that have it, by offer: one, unless it was promised twice."""
    question = (
        select(HousingInterest.offer_id, HousingInterest.case_id)
        .where(HousingInterest.state == "accepted")
        .order_by(HousingInterest.id)
    )
    found: dict[int, list[int]] = {}
    for offer, case in session.execute(question):
        found.setdefault(offer, []).append(case)
    return found


def with_offers(
    session: Session, cases: Collection[int] | None
) -> Sequence[tuple[HousingInterest, HousingOffer]]:
    """The interests of these running cases, of all where None, with their offers."""
    question = (
        select(HousingInterest, HousingOffer)
        .join(HousingOffer, HousingOffer.id == HousingInterest.offer_id)
        .join(Case, Case.id == HousingInterest.case_id)
        .where(Case.closed_on.is_(None))
        .order_by(HousingInterest.id)
    )
    if cases is not None:
        question = question.where(HousingInterest.case_id.in_(cases))
    return [(one, other) for one, other in session.execute(question)]


def may_have_homes(session: Session, municipalities: Collection[str], most: int) -> Sequence[Any]:
    """Estate managers and others with homes in these municipalities (anywhere where empty), by
    name: id, name, phone, email, town."""
    question = (
        select(
            ServiceAtPlace.id,
            Organisation.name,
            Organisation.phone,
            Organisation.email,
            Place.town,
        )
        .join(Service, Service.id == ServiceAtPlace.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(Place, Place.id == ServiceAtPlace.place_id)
        .where(
            Service.category.in_(("estate_manager", "housing")),
            ServiceAtPlace.archived_on.is_(None),
            ServiceAtPlace.id.not_in(select(Dormitory.provider_id)),
        )
    )
    if municipalities:
        question = question.where(Place.municipality.in_(municipalities))
    order = (Service.category, ServiceAtPlace.sort_key, ServiceAtPlace.id)
    return session.execute(question.order_by(*order).limit(most)).all()


def dormitory(session: Session, provider_id: int) -> Dormitory | None:
    return session.scalar(select(Dormitory).where(Dormitory.provider_id == provider_id))


def dormitories(session: Session) -> Sequence[Dormitory]:
    return session.scalars(select(Dormitory).order_by(Dormitory.id)).all()


def entry(session: Session, entry_id: int) -> DormitoryEntry | None:
    return session.get(DormitoryEntry, entry_id)


def entry_of(session: Session, person_id: int, provider_id: int) -> DormitoryEntry | None:
    question = select(DormitoryEntry).where(
        DormitoryEntry.person_id == person_id, DormitoryEntry.provider_id == provider_id
    )
    return session.scalar(question)


def entries_of_case(session: Session, case_id: int) -> Sequence[DormitoryEntry]:
    question = select(DormitoryEntry).where(DormitoryEntry.case_id == case_id)
    return session.scalars(question.order_by(DormitoryEntry.id)).all()


def entries_at(session: Session, provider_id: int) -> Sequence[DormitoryEntry]:
    question = select(DormitoryEntry).where(DormitoryEntry.provider_id == provider_id)
    return session.scalars(question.order_by(DormitoryEntry.id)).all()


def open_entries(
    session: Session, cases: Collection[int] | None, states: Collection[str]
) -> Sequence[DormitoryEntry]:
    """The entries in these states of these running cases, of all where None."""
    question = (
        select(DormitoryEntry)
        .join(Case, Case.id == DormitoryEntry.case_id)
        .where(Case.closed_on.is_(None), DormitoryEntry.state.in_(states))
        .order_by(DormitoryEntry.id)
    )
    if cases is not None:
        question = question.where(DormitoryEntry.case_id.in_(cases))
    return session.scalars(question).all()


def remove_person(session: Session, person_id: int) -> None:
    """The waiting lists of somebody who is taken out of a household."""
    question = select(DormitoryEntry).where(DormitoryEntry.person_id == person_id)
    for row in session.scalars(question):
        session.delete(row)
    session.flush()


_SAID = (
    ("places", "free_places", "free_as_of"),
    *(("waiting",), ("month_cents",), ("website",), ("public_note",)),
)
"""What is said of a dormitory; free places only hold with those there are and their day."""

_STATES = ("withdrawn", "refused", "applied", "waiting", "offered", "moved_in")
"""The furthest last."""


def unite_dormitories(session: Session, old: int, new: int) -> None:
    """Before what points at the old provider points at the new one: what is said of the new one as
    a dormitory stays, with what only the old one says, and of two entries of one person the
    further one (of equal ones the later noted)."""
    kept, gone = dormitory(session, new), dormitory(session, old)
    if kept is not None and gone is not None:
        for together in _SAID:
            if all(getattr(kept, name) in (None, "") for name in together):
                for name in together:
                    setattr(kept, name, getattr(gone, name))
        session.delete(gone)
    known = {each.person_id: each for each in entries_at(session, new)}
    for each in entries_at(session, old):
        other = known.get(each.person_id)
        if other is not None:
            weights = {
                row: (_STATES.index(row.state), row.noted_on, row is other) for row in (each, other)
            }
            session.delete(min((each, other), key=lambda row: weights[row]))
    session.flush()
