"""Cases of one human: what is kept in step between them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.rules.job_terms import IntroductionState
from app.services.planner import Planner
from db.repositories import careers, cases, providers
from db.tables.case import Person

SHARED = (
    "given",
    "family",
    "called",
    "passport",
    "own_script",
    "birth_year",
    "birth_month",
    "birth_day",
    "nationality",
    "languages",
    "gender",
    "phone",
    "email",
)
"""What is true of a human whichever case they stand in; role and note belong to the case."""


def copy_to(person: Person, other: Person) -> None:
    """Let another record of a human say what this one does."""
    for name in SHARED:
        setattr(other, name, getattr(person, name))


def follow(session: Session, person: Person, planner: Planner, today: date) -> None:
    """Somebody's data changed: the other case of the same human follows, and its plan."""
    for person_id in careers.one_human(session, person.id):
        other = None if person_id == person.id else cases.person(session, person_id)
        case = None if other is None else cases.by_id(session, other.case_id)
        if other is not None and case is not None:
            copy_to(person, other)
            planner.reconcile(session, case, today)


def others(session: Session, case_id: int) -> tuple[tuple[int, str], ...]:
    """The cases tied to this one with their names, those that are closed among them."""
    found: dict[int, str] = {}
    for row in careers.ties_of_case(session, case_id):
        other = row.case_id if row.own_case_id == case_id else row.own_case_id
        case = cases.by_id(session, other)
        if case is not None:
            found[other] = case.name
    return tuple(found.items())


def still_running(session: Session, case_id: int) -> str:
    """The names of the tied cases that go on when this one is closed."""
    names = []
    for other, name in others(session, case_id):
        case = cases.by_id(session, other)
        if case is not None and case.closed_on is None:
            names.append(name)
    return "; ".join(names)


def stopped_by(session: Session, consent_id: int) -> tuple[str, ...]:
    """The employers an introduction to whom is under way and rests on a consent."""
    found: dict[str, None] = {}
    for row in careers.resting_on(session, consent_id):
        whole = providers.by_id(session, row.provider_id)
        if whole is not None and not IntroductionState(row.state).is_over:
            found[whole.organisation.name] = None
    return tuple(found)
