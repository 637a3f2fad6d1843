"""What is printed about somebody's work, gathered from the records.

What is not copied here cannot be printed: notes, reasons, children and residence are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder.career_contents import Career, PrintedIntroduction, PrintedProfile
from app.rules.job_terms import IntroductionState, Level
from app.rules.terms import MemberRole
from app.services import career_records, existing
from app.services.derived import called_name, full_name
from app.services.job_matches import printed_openings
from app.services.office import advisor_name
from db.repositories import careers, cases, office
from db.tables.case import Case, Person

MOST_IN_FOLDER = 4
_GERMAN = "de"


def profile_of(session: Session, person: Person, employer: str) -> PrintedProfile:
    """The short profile of somebody for an employer; raises `Refused(NO_PROFILE)`."""
    view = career_records.career(session, person)
    if view.profile is None:
        raise Refused(Reason.NO_PROFILE, name=view.name)
    draft = view.profile
    german = career_records.level_of(draft.german)
    spoken = [(_GERMAN, german)] if german else []
    case = existing.case(session, person.case_id)
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    point = office.service_point(session)
    return PrintedProfile(
        name=full_name(person),
        employer=employer,
        occupation=draft.occupation,
        qualification=draft.qualification,
        qualified_as=draft.qualified_as,
        languages=(*spoken, *sorted(draft.languages.items(), key=_by_level)),
        min_hours=draft.min_hours,
        max_hours=draft.max_hours,
        shifts=draft.shifts,
        available_from=draft.available_from,
        wishes=draft.wishes,
        advisor=advisor_name(advisor) if advisor else (point.name if point else ""),
        phone=advisor.phone if advisor else (point.phone if point else ""),
        email=advisor.email if advisor else (point.email if point else ""),
    )


def _by_level(spoken: tuple[str, Level]) -> tuple[int, str]:
    return -spoken[1].rank, spoken[0]


def careers_of(session: Session, case: Case, resources: Path, today: date) -> tuple[Career, ...]:
    """Those of a household who look for work: grown-ups with a profile, but for the professional
    who has an employer."""
    return tuple(
        career
        for person in cases.people(session, case.id)
        if career_records.grown_up(person, today) and not _is_employed(person, case)
        for career in _career(session, person, resources, today)
    )


def _is_employed(person: Person, case: Case) -> bool:
    return person.role == MemberRole.PROFESSIONAL.value and case.employer_id is not None


def _career(session: Session, person: Person, resources: Path, today: date) -> Iterator[Career]:
    human = careers.one_human(session, person.id)
    if careers.profile(session, human) is None:
        return
    found = Career(
        called_name(person),
        printed_openings(session, person, resources, today, MOST_IN_FOLDER),
        tuple(_ahead(session, human, today)),
    )
    if found.openings or found.ahead:
        yield found


def _ahead(session: Session, human: tuple[int, ...], today: date) -> Iterator[PrintedIntroduction]:
    rows = careers.introductions(session, (), human)
    for row in sorted(rows, key=lambda each: (each.next_on or each.on, each.id)):
        state, on = IntroductionState(row.state), row.next_on or row.on
        if state.is_over or on < today or not career_records.is_allowed(session, row):
            continue
        opening = None if row.opening_id is None else careers.opening(session, row.opening_id)
        employer = career_records.employer(session, row.provider_id)
        title = opening.title if opening else ""
        yield PrintedIntroduction(employer.organisation.name, title, state, on)
