"""Shifts, rosters, ways, carers and what is decided about care."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.care import CareChoice, CareFrame, Carer, Duty, Roster, Shift, WorkingLife
from db.tables.case import Person


def shifts(session: Session, employer_id: int) -> Sequence[Shift]:
    """The shifts of an employer at a site, by when they begin."""
    of_employer = select(Shift).where(Shift.employer_id == employer_id)
    return session.scalars(of_employer.order_by(Shift.start, Shift.finish, Shift.id)).all()


def shift(session: Session, shift_id: int) -> Shift | None:
    return session.get(Shift, shift_id)


def rosters(session: Session, person_id: int) -> Sequence[Roster]:
    """The rosters of a person, the earliest first."""
    of_person = select(Roster).where(Roster.person_id == person_id)
    return session.scalars(of_person.order_by(Roster.first, Roster.id)).all()


def roster(session: Session, roster_id: int) -> Roster | None:
    return session.get(Roster, roster_id)


def duties(session: Session, roster_id: int) -> Sequence[Duty]:
    """The duties of a roster in their order."""
    of_roster = select(Duty).where(Duty.roster_id == roster_id)
    return session.scalars(of_roster.order_by(Duty.day, Duty.start, Duty.id)).all()


def working_life(session: Session, person_id: int) -> WorkingLife | None:
    return session.scalar(select(WorkingLife).where(WorkingLife.person_id == person_id))


def carers(session: Session, case_id: int) -> Sequence[Carer]:
    """Who looks after the children of a case, as they were entered."""
    return session.scalars(select(Carer).where(Carer.case_id == case_id).order_by(Carer.id)).all()


def carer(session: Session, carer_id: int) -> Carer | None:
    return session.get(Carer, carer_id)


def choices_of_case(session: Session, case_id: int) -> Sequence[CareChoice]:
    """What is decided for the people of a case."""
    of_case = select(CareChoice).join(Person, Person.id == CareChoice.person_id)
    return session.scalars(of_case.where(Person.case_id == case_id).order_by(CareChoice.id)).all()


def choice(
    session: Session, person_id: int, provider_id: int | None, carer_id: int | None
) -> CareChoice | None:
    return session.scalar(
        select(CareChoice).where(
            CareChoice.person_id == person_id,
            CareChoice.provider_id == provider_id,
            CareChoice.carer_id == carer_id,
        )
    )


def choices_of_carer(session: Session, carer_id: int) -> Sequence[CareChoice]:
    return session.scalars(select(CareChoice).where(CareChoice.carer_id == carer_id)).all()


def frame(session: Session, case_id: int) -> CareFrame | None:
    return session.scalar(select(CareFrame).where(CareFrame.case_id == case_id))


def remove_person(session: Session, person_id: int) -> None:
    """Take away what belongs to a person who leaves the household."""
    for each in rosters(session, person_id):
        remove_roster(session, each)
    life = working_life(session, person_id)
    if life is not None:
        session.delete(life)
    for choice in session.scalars(select(CareChoice).where(CareChoice.person_id == person_id)):
        session.delete(choice)
    session.flush()


def remove_roster(session: Session, roster: Roster) -> None:
    """A roster with its duties."""
    for duty in duties(session, roster.id):
        session.delete(duty)
    session.flush()
    session.delete(roster)
