"""Questions about practices handed over, planning areas, sessions and who is interested."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.tables.case import Case, RecordedFact
from db.tables.housing import HousingWish
from db.tables.practice import CommitteeDate, PlanningArea, Practice, PracticeInterest


def practice(session: Session, practice_id: int) -> Practice | None:
    return session.get(Practice, practice_id)


def practices(session: Session) -> Sequence[Practice]:
    """Every practice, by first day of the handover, those without one last, then by title."""
    order = (Practice.from_day.is_(None), Practice.from_day, Practice.title, Practice.id)
    return session.scalars(select(Practice).order_by(*order)).all()


def current(session: Session, today: date) -> Sequence[Practice]:
    """The practices in use that are not gone and hold as information."""
    question = select(Practice).where(
        Practice.archived_on.is_(None),
        or_(Practice.to_day.is_(None), Practice.to_day >= today),
    )
    return session.scalars(question.order_by(Practice.id)).all()


def alike(session: Session, title: str, town: str, apart_from: int | None) -> Practice | None:
    """A practice in use of this title in this town, other than one."""
    question = select(Practice).where(
        func.lower(Practice.title) == title.lower(),
        func.lower(Practice.town) == town.lower(),
        Practice.archived_on.is_(None),
    )
    if apart_from is not None:
        question = question.where(Practice.id != apart_from)
    return session.scalars(question.limit(1)).one_or_none()


def area(session: Session, area_id: int) -> PlanningArea | None:
    return session.get(PlanningArea, area_id)


def areas(session: Session) -> Sequence[PlanningArea]:
    order = (PlanningArea.doctors, PlanningArea.name, PlanningArea.id)
    return session.scalars(select(PlanningArea).order_by(*order)).all()


def meeting(session: Session, meeting_id: int) -> CommitteeDate | None:
    return session.get(CommitteeDate, meeting_id)


def meetings(session: Session) -> Sequence[CommitteeDate]:
    """Every meeting, by day."""
    return session.scalars(select(CommitteeDate).order_by(CommitteeDate.on, CommitteeDate.id)).all()


def meeting_on(session: Session, body: str, on: date) -> CommitteeDate | None:
    question = select(CommitteeDate).where(CommitteeDate.body == body, CommitteeDate.on == on)
    return session.scalars(question).one_or_none()


def interest(session: Session, interest_id: int) -> PracticeInterest | None:
    return session.get(PracticeInterest, interest_id)


def interest_of(session: Session, person_id: int, practice_id: int) -> PracticeInterest | None:
    question = select(PracticeInterest).where(
        PracticeInterest.person_id == person_id, PracticeInterest.practice_id == practice_id
    )
    return session.scalars(question).one_or_none()


def interests_of_case(session: Session, case_id: int) -> Sequence[PracticeInterest]:
    question = select(PracticeInterest).where(PracticeInterest.case_id == case_id)
    return session.scalars(question.order_by(PracticeInterest.id)).all()


def interests_of_person(session: Session, person_id: int) -> Sequence[PracticeInterest]:
    question = select(PracticeInterest).where(PracticeInterest.person_id == person_id)
    return session.scalars(question.order_by(PracticeInterest.id)).all()


def interested(session: Session, states: Collection[str]) -> dict[int, int]:
    """How many people stand in one of these states, by practice."""
    question = (
        select(PracticeInterest.practice_id, func.count())
        .where(PracticeInterest.state.in_(states))
        .group_by(PracticeInterest.practice_id)
    )
    return {row[0]: row[1] for row in session.execute(question)}


def due(
    session: Session, wanted: Collection[int] | None
) -> Sequence[tuple[PracticeInterest, Practice]]:
    """The interests of these running cases, of all where None, with a next day."""
    question = (
        select(PracticeInterest, Practice)
        .join(Practice, Practice.id == PracticeInterest.practice_id)
        .join(Case, Case.id == PracticeInterest.case_id)
        .where(Case.closed_on.is_(None), PracticeInterest.next_on.is_not(None))
        .order_by(PracticeInterest.id)
    )
    if wanted is not None:
        question = question.where(PracticeInterest.case_id.in_(wanted))
    return [(each, of) for each, of in session.execute(question)]


def with_own_practice(session: Session, wanted: Collection[int] | None, key: str) -> Sequence[int]:
    """The running cases, among these or of all where None, with that fact answered *yes*."""
    question = (
        select(RecordedFact.case_id)
        .join(Case, Case.id == RecordedFact.case_id)
        .where(RecordedFact.key == key, RecordedFact.value == "yes", Case.closed_on.is_(None))
        .distinct()
        .order_by(RecordedFact.case_id)
    )
    if wanted is not None:
        question = question.where(RecordedFact.case_id.in_(wanted))
    return session.scalars(question).all()


def wish(session: Session, case_id: int) -> HousingWish | None:
    """What the household looks for to live in."""
    return session.scalars(select(HousingWish).where(HousingWish.case_id == case_id)).one_or_none()
