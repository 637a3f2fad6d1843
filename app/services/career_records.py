"""Rows about work and their records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.careers import (
    CareerView,
    IntroductionDraft,
    IntroductionView,
    KnownCase,
    OpeningDraft,
    OpeningView,
    ProfileDraft,
    TieView,
)
from app.rules.facts import FactKey
from app.rules.job_terms import IntroductionState, Level, Qualification, WorkTime
from app.rules.same_person import Named, may_be_one
from app.rules.terms import MemberRole
from app.services.case_views import age_of
from app.services.derived import called_name, full_name
from app.services.seen import birth_of
from db.repositories import careers, cases, consents, providers
from db.repositories.providers import Whole
from db.tables.career import CaseTie, Introduction, JobProfile, Opening
from db.tables.case import Case, Person

GROWN_UP = 18
_GERMAN = "de"


def grown_up(person: Person, today: date) -> bool:
    """Whether somebody may look for work of their own: everybody but children under age."""
    if person.role != MemberRole.CHILD.value:
        return True
    age = age_of(person, today)
    return age is not None and age >= GROWN_UP


def career(session: Session, person: Person) -> CareerView:
    """What is known of one person's search for work."""
    human = careers.one_human(session, person.id)
    row = careers.profile(session, human)
    tied = careers.tie_of_person(session, person.id)
    return CareerView(
        person=person.id,
        name=called_name(person),
        role=MemberRole(person.role),
        profile=None if row is None else profile(session, row, human),
        german=german_of(session, human),
        tie=None if tied is None else tie(session, tied),
        known=() if tied else known_cases(session, person),
    )


def profile(session: Session, row: JobProfile, human: Iterable[int]) -> ProfileDraft:
    """A profile with the languages of its person; German stands among the answers."""
    return ProfileDraft(
        occupation=row.occupation,
        kldb=row.kldb,
        qualification=Qualification(row.qualification) if row.qualification else None,
        qualified_as=row.qualified_as,
        german=german_of(session, human),
        languages={
            each.language: Level(each.level)
            for each in careers.languages(session, row.person_id)
            if each.language != _GERMAN
        },
        min_hours=row.min_hours,
        max_hours=row.max_hours,
        available_from=row.available_from,
        radius_km=row.radius_km,
        shifts=work_times(row.shifts),
        wishes=row.wishes,
        note=row.note,
    )


def german_of(session: Session, human: Iterable[int]) -> str:
    """The level of German among the answers about a human, the newest where there are several;
    an answer of the household speaks of its professional."""
    found: list[tuple[date, int, str]] = []
    for person_id in human:
        person = cases.person(session, person_id)
        if person is None:
            continue
        own = [person_id, None] if person.role == MemberRole.PROFESSIONAL.value else [person_id]
        for of in own:
            fact = cases.fact(session, person.case_id, of, FactKey.GERMAN_LEVEL.value)
            if fact is not None:
                found.append((fact.noted_on, fact.id, fact.value))
    return max(found)[2] if found else ""


def level_of(german: str) -> Level | None:
    """The level an answer says; none where nothing is known or spoken."""
    return Level(german) if german in {each.value for each in Level} else None


def known_cases(session: Session, person: Person) -> tuple[KnownCase, ...]:
    """People of other cases, not tied yet, who may be the same human."""
    if person.birth_year is None:
        return ()
    mine = _named(person)
    found = []
    for other in careers.born_in(session, person.birth_year, person.case_id):
        if not may_be_one(mine, _named(other)):
            continue
        if careers.tie_of_person(session, other.id) is not None:
            continue
        case = cases.by_id(session, other.case_id)
        if case is not None:
            closed = case.closed_on is not None
            found.append(KnownCase(case.id, case.name, other.id, full_name(other), closed))
    return tuple(found)


def _named(person: Person) -> Named:
    return Named(person.given, person.family, person.passport, birth_of(person))


def tie(session: Session, row: CaseTie) -> TieView:
    names = {each.id: each.name for each in _both(session, row)}
    person = cases.person(session, row.person_id)
    return TieView(
        id=row.id,
        case=row.case_id,
        case_name=names.get(row.case_id, ""),
        person=row.person_id,
        person_name=full_name(person) if person else "",
        own_case=row.own_case_id,
        own_case_name=names.get(row.own_case_id, ""),
        own_person=row.own_person_id,
        since=row.since,
    )


def _both(session: Session, row: CaseTie) -> list[Case]:
    found = (cases.by_id(session, case_id) for case_id in (row.case_id, row.own_case_id))
    return [case for case in found if case is not None]


def opening(session: Session, row: Opening, today: date) -> OpeningView:
    whole = employer(session, row.provider_id)
    under_way = [
        each
        for each in careers.introductions_to(session, row.id)
        if not IntroductionState(each.state).is_over
    ]
    return OpeningView(
        id=row.id,
        draft=OpeningDraft(
            provider=row.provider_id,
            title=row.title,
            kldb=row.kldb,
            profession=row.profession,
            qualification=Qualification(row.qualification) if row.qualification else None,
            german=Level(row.german) if row.german else None,
            min_hours=row.min_hours,
            max_hours=row.max_hours,
            shifts=work_times(row.shifts),
            contact=row.contact,
            website=row.website,
            public_note=row.public_note,
            note=row.note,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        ),
        employer=whole.organisation.name,
        town=whole.place.town,
        filled_on=row.filled_on,
        closed=is_closed(whole, today),
        introduced=len(under_way),
    )


def introduction(
    session: Session, row: Introduction, case_id: int | None = None
) -> IntroductionView:
    """`case_id`: the case it is looked at from."""
    person = cases.person(session, row.person_id)
    found = None if row.opening_id is None else careers.opening(session, row.opening_id)
    return IntroductionView(
        id=row.id,
        draft=IntroductionDraft(
            person=row.person_id,
            provider=row.provider_id,
            on=row.on,
            opening=row.opening_id,
            state=IntroductionState(row.state),
            next_on=row.next_on,
            because=row.because,
        ),
        person_name=called_name(person) if person else "",
        employer=employer(session, row.provider_id).organisation.name,
        opening_title=found.title if found else "",
        allowed=is_allowed(session, row),
        elsewhere=case_id is not None and row.case_id != case_id,
    )


def is_allowed(session: Session, row: Introduction) -> bool:
    """Whether the consent it rests on still holds."""
    consent = None if row.consent_id is None else consents.by_id(session, row.consent_id)
    return consent is not None and consent.withdrawn_on is None


def employer(session: Session, provider_id: int) -> Whole:
    """The provider of a row that points at it; a key sees to it that it is there."""
    whole = providers.by_id(session, provider_id)
    if whole is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, id=provider_id)
    return whole


def is_closed(whole: Whole, today: date) -> bool:
    """Whether an employer's entry is archived or has ended."""
    at = whole.at
    return at.archived_on is not None or (at.valid_to is not None and at.valid_to < today)


def work_times(codes: str) -> frozenset[WorkTime]:
    return frozenset(WorkTime(code) for code in codes.split())


def written(times: frozenset[WorkTime]) -> str:
    """Codes with blanks between, in the order of the enum."""
    return " ".join(each.value for each in WorkTime if each in times)
