"""The log of contacts across cases: topics, what is open, who was spoken with when, figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from db.outward import told
from db.tables.case import Case
from db.tables.contact import Contact, ContactTopic, Promise
from db.tables.office import Advisor

RUNNING = (Case.closed_on.is_(None), Case.held_until.is_(None))
_FAMILY = Contact.counterpart == "family"


class Opened(NamedTuple):
    """What was agreed for a day: `closed_on` when that was done."""

    id: int
    case_id: int
    on: date
    title: str
    closed_on: date | None


class Quiet(NamedTuple):
    """A running case and the day of its last contact with the family; `due` as `Case.due_key`."""

    id: int
    name: str
    stage: str
    advisor_id: int | None
    registered_on: date
    last: date | None
    due: str
    next_step: str


class Tally(NamedTuple):
    """Contacts of one advisor."""

    advisor_id: int | None
    given: str | None
    family: str | None
    contacts: int
    minutes: int
    cases: int


class Totals(NamedTuple):
    """Contacts of a span of days; `further` counts all with families."""

    cases: int
    families: int
    bodies: int
    minutes: int
    timed: int
    employers: int


def topics(session: Session, contact_id: int) -> Sequence[ContactTopic]:
    """In the order they were named."""
    return session.scalars(
        select(ContactTopic).where(ContactTopic.contact_id == contact_id).order_by(ContactTopic.id)
    ).all()


def topics_of_case(session: Session, case_id: int) -> Mapping[int, tuple[str, ...]]:
    """The topics of each contact of a case that has any, by its id."""
    found: dict[int, tuple[str, ...]] = {}
    for contact_id, topic in session.execute(
        select(ContactTopic.contact_id, ContactTopic.topic)
        .join(Contact, Contact.id == ContactTopic.contact_id)
        .where(Contact.case_id == case_id)
        .order_by(ContactTopic.id)
    ):
        found[contact_id] = (*found.get(contact_id, ()), topic)
    return found


def promise(session: Session, promise_id: int) -> Promise | None:
    return session.get(Promise, promise_id)


def promises(session: Session, case_id: int) -> Sequence[Promise]:
    """In the order they were noted."""
    return session.scalars(
        select(Promise).where(Promise.case_id == case_id).order_by(Promise.id)
    ).all()


def promises_in(session: Session, contact_id: int) -> Sequence[Promise]:
    """What was promised in a contact."""
    return session.scalars(select(Promise).where(Promise.contact_id == contact_id)).all()


def follow_ups(
    session: Session, cases: Collection[int] | None = None, until: date | None = None
) -> Sequence[Opened]:
    """What is to be followed up in these cases (None: in all); with `until` only what is open and
    due up to that day."""
    question = select(
        Contact.id,
        Contact.case_id,
        Contact.follow_up_on,
        told(session, Contact.follow_up),
        told(session, Contact.text),
        Contact.followed_up_on,
    ).where(Contact.follow_up_on.is_not(None), *_of_cases(Contact.case_id, cases, until))
    if until is not None:
        question = question.where(Contact.followed_up_on.is_(None), Contact.follow_up_on <= until)
    return [
        Opened(key, case_id, on, follow.strip() or words, done)
        for key, case_id, on, follow, words, done in session.execute(question)
        if on is not None
    ]


def promised(
    session: Session, cases: Collection[int] | None = None, until: date | None = None
) -> Sequence[Opened]:
    """Promises with a day in these cases (None: in all); with `until` only what is open and due
    up to that day."""
    question = select(
        Promise.id,
        Promise.case_id,
        Promise.due,
        told(session, Promise.text),
        told(session, Promise.by),
        Promise.settled_on,
    ).where(Promise.due.is_not(None), *_of_cases(Promise.case_id, cases, until))
    if until is not None:
        question = question.where(Promise.state == "open", Promise.due <= until)
    return [
        Opened(key, case_id, on, f"{who}: {words}" if who else words, done)
        for key, case_id, on, words, who, done in session.execute(question)
        if on is not None
    ]


def names(session: Session, cases: Collection[int], advisor: int | None) -> Mapping[int, str]:
    """What those of these cases are called that run, of one advisor or (None) of all; by name."""
    question = select(Case.id, Case.name).where(Case.id.in_(cases), *RUNNING)
    if advisor is not None:
        question = question.where(Case.advisor_id == advisor)
    found = session.execute(question.order_by(Case.sort_key, Case.id))
    return {row.id: row.name for row in found}


def quiet(session: Session, cases: Collection[int] | None = None) -> Sequence[Quiet]:
    """These running cases by name (None: every one), with the day of the last contact with the
    family."""
    last = (
        select(Contact.case_id, func.max(Contact.on).label("last"))
        .where(_FAMILY)
        .group_by(Contact.case_id)
        .subquery()
    )
    question = (
        select(
            Case.id,
            Case.name,
            Case.stage,
            Case.advisor_id,
            Case.registered_on,
            last.c.last,
            Case.due_key,
            Case.next_step,
        )
        .join(last, last.c.case_id == Case.id, isouter=True)
        .where(*RUNNING)
        .order_by(Case.sort_key, Case.id)
    )
    if cases is not None:
        question = question.where(Case.id.in_(cases))
    return [Quiet(*row) for row in session.execute(question)]


def totals(session: Session, first: date, last: date) -> Totals:
    """How many contacts there were in a span, both days included. Employers are bodies that a
    case names as its employer."""
    employers = select(Case.employer_id).where(Case.employer_id.is_not(None))
    row = session.execute(
        select(
            func.count(func.distinct(case((_FAMILY, Contact.case_id)))),
            func.count(case((_FAMILY, 1))),
            func.count(case((Contact.counterpart == "body", 1))),
            func.coalesce(func.sum(Contact.minutes), 0),
            func.count(Contact.minutes),
            func.count(
                func.distinct(case((Contact.provider_id.in_(employers), Contact.provider_id)))
            ),
        ).where(_within(first, last))
    ).one()
    return Totals(*(number or 0 for number in row))


def first_ones(session: Session, first: date, last: date) -> int:
    """How many contacts of a span were the first with their family: of two on one day, one."""
    earliest = (
        select(func.min(Contact.on).label("on")).where(_FAMILY).group_by(Contact.case_id).subquery()
    )
    found = session.scalar(
        select(func.count()).select_from(earliest).where(earliest.c.on.between(first, last))
    )
    return found or 0


def by_topic(session: Session, first: date, last: date) -> Mapping[str, int]:
    """How many contacts of a span had each topic, blank: none."""
    found = session.execute(
        select(func.coalesce(ContactTopic.topic, "").label("topic"), func.count().label("number"))
        .select_from(Contact)
        .join(ContactTopic, ContactTopic.contact_id == Contact.id, isouter=True)
        .where(_within(first, last))
        .group_by(ContactTopic.topic)
    )
    return {row.topic: row.number for row in found}


def by_channel(session: Session, first: date, last: date) -> Mapping[str, int]:
    """How many contacts of a span took each channel."""
    found = session.execute(
        select(Contact.channel, func.count().label("number"))
        .where(_within(first, last))
        .group_by(Contact.channel)
    )
    return {row.channel: row.number for row in found}


def by_advisor(session: Session, first: date, last: date) -> Sequence[Tally]:
    """Contacts of a span by who had them, by name; those nobody is named for last."""
    who = aliased(Advisor)
    found = session.execute(
        select(
            Contact.advisor_id,
            who.given,
            who.family,
            func.count(),
            func.coalesce(func.sum(Contact.minutes), 0),
            func.count(func.distinct(Contact.case_id)),
        )
        .join(who, who.id == Contact.advisor_id, isouter=True)
        .where(_within(first, last))
        .group_by(Contact.advisor_id, who.given, who.family)
        .order_by(Contact.advisor_id.is_(None), who.family, who.given, Contact.advisor_id)
    )
    return [
        Tally(key, given, family, number, minutes or 0, cases)
        for key, given, family, number, minutes, cases in found
    ]


def _within(first: date, last: date) -> ColumnElement[bool]:
    return Contact.on.between(first, last)


def _of_cases(
    column: InstrumentedAttribute[int], cases: Collection[int] | None, until: date | None
) -> list[ColumnElement[bool]]:
    """These cases (None: all); running ones alone where something is asked up to a day."""
    narrowed: list[ColumnElement[bool]] = [] if cases is None else [column.in_(cases)]
    if until is not None:
        narrowed.append(column.in_(select(Case.id).where(*RUNNING)))
    return narrowed
