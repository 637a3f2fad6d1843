"""A case as the window shows it, gathered inside one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act
from app.records.cases import (
    BlockerView,
    CaseDraft,
    CaseHead,
    CaseView,
    CloseReason,
    FactView,
    PersonDraft,
    PersonView,
    StageView,
)
from app.rules.calendar import age_on
from app.rules.contradictions import contradictions
from app.rules.terms import AnchorKind, Gender, MemberRole, Stage
from app.services import blockers, career_ties, contact_log
from app.services.anchor_moves import moves_of
from app.services.attending import standing_in
from app.services.consents import consents_of
from app.services.derived import called_name, full_name, list_name, pressing
from app.services.known import known_facts
from app.services.missing import missing_facts
from app.services.office import advisor_name
from app.services.planner import Planner
from app.services.roles import holders_of
from app.services.seen import anchor_days, birth_of, due_of
from db.repositories import cases, office, providers
from db.tables.case import Case, Person
from db.tables.step import Step

# acts that leave a case as it was: nothing was saved by them
_LEAVE_IT = tuple(
    act.value
    for act in (
        Act.CASE_VIEWED,
        Act.FOLDER_SAVED,
        Act.FOLDER_PRINTED,
        Act.FOLDER_SAVED_AGAIN,
        Act.FOLDER_PRINTED_AGAIN,
        Act.BOOKLET_SAVED,
        Act.EXCHANGE_SAVED,
        Act.EXCHANGE_PRINTED,
        Act.CALENDAR_EXPORTED,
    )
)


def view(session: Session, case: Case, planner: Planner, today: date) -> CaseView:
    people = cases.people(session, case.id)
    anchors = anchor_days(cases.anchors(session, case.id))
    last = office.last_batch(session, case.id, _LEAVE_IT)
    return CaseView(
        head=head(session, case, planner, today),
        draft=draft_of(case),
        people=tuple(_person_view(person, today) for person in people),
        anchors=anchors,
        facts=tuple(
            FactView(fact.key, fact.value, fact.person_id) for fact in known_facts(session, case.id)
        ),
        missing=missing_facts(session, case, planner, today),
        contacts=contact_log.views(session, case.id),
        stages=tuple(
            StageView(change.on, Stage(change.stage), change.failed, change.reason)
            for change in cases.stage_changes(session, case.id)
        ),
        contradictions=contradictions(anchors),
        consents=consents_of(session, case),
        holders=holders_of(session, case).case,
        saved_at=last.at if last else None,
        moves=moves_of(session, case.id),
    )


def head(session: Session, case: Case, planner: Planner, today: date) -> CaseHead:
    people = cases.people(session, case.id)
    anchors = anchor_days(cases.anchors(session, case.id))
    steps = cases.steps(session, case.id)
    upcoming = pressing(steps)
    book = planner.book_of(session, case.id)
    employer = providers.by_id(session, case.employer_id) if case.employer_id else None
    return CaseHead(
        id=case.id,
        name=list_name(people[0]) if people else "",
        initials=_initials(people[0]) if people else "",
        occupation=case.occupation,
        employer=employer.organisation.name if employer else "",
        stage=Stage(case.stage),
        advisor=advisor_name(office.advisor(session, case.advisor_id) if case.advisor_id else None),
        work_start=anchors.get(AnchorKind.WORK_START),
        next_due=due_of(upcoming[0]) if upcoming else None,
        next_step=book.short_title(upcoming[0]) if upcoming else "",
        held_until=case.held_until,
        held_because=case.held_because,
        closed_on=case.closed_on,
        closed_because=CloseReason(case.closed_because) if case.closed_because else None,
        members=tuple((person.id, called_name(person)) for person in people),
        blockers=_blockers(session, case, planner, today, steps),
        tied=career_ties.others(session, case.id),
        attending=standing_in(session, case, today),
    )


def barring(session: Session, case: Case, planner: Planner, today: date) -> tuple[BlockerView, ...]:
    """What bars the first working day of a case: what was cleared is left out."""
    steps = cases.steps(session, case.id)
    found = _blockers(session, case, planner, today, steps)
    return tuple(blocker for blocker in found if blocker.bars)


def _blockers(
    session: Session, case: Case, planner: Planner, today: date, steps: Sequence[Step]
) -> tuple[BlockerView, ...]:
    people = cases.people(session, case.id)
    book = planner.book_of(session, case.id)
    return blockers.views(
        planner.barring(session, case, today, steps),
        book.rules,
        steps,
        known_facts(session, case.id),
        anchor_days(cases.anchors(session, case.id)),
        people[0].id if people else None,
        book.short_title,
    )


def draft_of(case: Case) -> CaseDraft:
    return CaseDraft(
        advisor=case.advisor_id,
        language=case.language,
        profession=case.profession,
        occupation=case.occupation,
        employer=case.employer_id,
        origin=case.origin,
        source=case.source,
        home_street=case.home_street,
        home_postcode=case.home_postcode,
        home_town=case.home_town,
        note=case.note,
        deputy=case.deputy_id,
    )


def age_of(person: Person, today: date) -> int | None:
    """Completed years, None where the birth date leaves it open."""
    born = birth_of(person)
    if born is None:
        return None
    youngest, oldest = age_on(born.last, today), age_on(born.first, today)
    return oldest if youngest == oldest else None


def _person_view(person: Person, today: date) -> PersonView:
    draft = PersonDraft(
        role=MemberRole(person.role),
        given=person.given,
        family=person.family,
        called=person.called,
        passport=person.passport,
        own_script=person.own_script,
        birth=birth_of(person),
        nationality=person.nationality,
        languages=tuple(person.languages.split()),
        phone=person.phone,
        email=person.email,
        note=person.note,
        interests=person.interests,
        gender=Gender(person.gender) if person.gender else None,
    )
    return PersonView(person.id, draft, full_name(person), age_of(person, today))


def _initials(person: Person) -> str:
    letters = [name.strip()[:1] for name in (person.family, person.given) if name.strip()]
    return "".join(letters).upper() or full_name(person)[:1].upper()
