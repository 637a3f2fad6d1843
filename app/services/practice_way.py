"""The way to a practice of one's own: its steps, the meeting that is reached, what goes there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.records.events import CaseEvent, EventKind
from app.records.plan import StepView
from app.records.practice import (
    ENDED,
    Candidate,
    PinProposal,
    PracticeState,
    PracticeWay,
    SessionView,
    WayStep,
    WayTrouble,
)
from app.rules.calendar import Day, Precision
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, MemberRole, StepState, Track
from app.services import plan_views
from app.services.case_views import age_of
from app.services.derived import called_name
from app.services.known import known_facts
from app.services.planner import Planner
from app.services.practice_records import session_view
from db.repositories import cases, practice
from db.tables.case import Case, Person

PHASE = "practice"
APPLICATION = "zulassung_antrag"
MEETING = "zulassung_sitzung"
BY_COMMITTEE = frozenset({"doctor"})
OWN = BY_COMMITTEE | {"therapist", "midwife"}
"""Professions with a practice of one's own."""
UNTOLD = frozenset({"", "other"})
"""What may be such a profession too where it is that of the professional."""
ADULT = 18
"""§ 2 BGB, in years."""


@dataclass(frozen=True)
class Member:
    """A grown-up of a case with what is known of a practice of their own; `specialty` in words."""

    person: Person
    profession: str
    specialty: str
    licence: str
    own: bool | None


def members(session: Session, case: Case, today: date) -> tuple[Member, ...]:
    """The grown-ups of a case; a child whose age is not known is none."""
    facts = {(fact.person_id, fact.key): fact.value for fact in known_facts(session, case.id)}
    return tuple(_members(session, case, facts, today))


def candidates(found: Sequence[Member]) -> tuple[Candidate, ...]:
    """The members as the room asks about them: those of whom a practice is recorded, and whose
    profession may have one."""
    return tuple(
        Candidate(each.person.id, called_name(each.person), each.own)
        for each in found
        if each.own or each.profession in OWN or _is_untold(each)
    )


def _is_untold(member: Member) -> bool:
    is_professional = member.person.role == MemberRole.PROFESSIONAL.value
    return is_professional and member.profession in UNTOLD


def opening_of(session: Session, case: Case) -> Day | None:
    """The day the practice is to open."""
    found = cases.anchor(session, case.id, AnchorKind.PRACTICE_START.value)
    return None if found is None else Day(found.on, Precision(found.precision))


def ways(
    session: Session,
    case: Case,
    planner: Planner,
    today: date,
    found: Sequence[Member],
    language: str = OFFICE_LANGUAGE,
) -> tuple[PracticeWay, ...]:
    """The way of each member who has or wants a practice of their own."""
    own = [each for each in found if each.own]
    if not own:
        return ()
    plan = plan_views.view(session, case, Track.RELOCATION, planner, today, language)
    steps = [each for each in plan.steps if each.phase == PHASE and each.applies is Answer.YES]
    meetings = tuple(map(session_view, practice.meetings(session)))
    opening = opening_of(session, case)
    return tuple(_way(each, steps, meetings, opening, today) for each in own)


def reached(
    meetings: Sequence[SessionView], since: date, opening: Day | None
) -> tuple[SessionView | None, SessionView | None]:
    """Of the meetings, by day, the first whose papers can still be brought on `since`, and the
    last such before the opening day."""
    open_ones = [each for each in meetings if _closes(each) >= since]
    before = [each for each in open_ones if opening and each.draft.on <= opening.last]
    return (open_ones[0] if open_ones else None, before[-1] if before else None)


def practice_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """When the office asks again about a practice (open), and the meetings of the committee: the
    one that decides about an application, before it all until the opening day, of which the last
    is open. They go from the day papers are due to the meeting."""
    for interest, row in practice.due(session, wanted):
        if PracticeState(interest.state) not in ENDED and interest.next_on is not None:
            yield CaseEvent(
                EventKind.PRACTICE,
                interest.case_id,
                interest.next_on,
                row.title,
                interest.id,
                person=interest.person_id,
                is_open=True,
            )
    meetings = tuple(map(session_view, practice.meetings(session)))
    if meetings:
        for case_id in practice.with_own_practice(session, wanted, FactKey.OWN_PRACTICE.value):
            yield from _meetings(session, case_id, meetings)


def _meetings(
    session: Session, case_id: int, meetings: Sequence[SessionView]
) -> Iterator[CaseEvent]:
    """Of the step that asks for them; where the facts ask for none there is no such step."""
    case = cases.by_id(session, case_id)
    if case is None:
        return
    opening = opening_of(session, case)
    for step in cases.steps(session, case_id):
        if step.template != APPLICATION or step.applies != Answer.YES.value:
            continue
        if step.state == StepState.NOT_NEEDED.value:
            continue
        done = step.state == StepState.DONE.value and step.done_on is not None
        since = step.done_on if done and step.done_on else case.registered_on
        first, latest = reached(meetings, since, opening)
        told = [first] if done else [each for each in meetings if _closes(each) >= since]
        for each in told:
            if each is not None and (done or latest is None or each.draft.on <= latest.draft.on):
                yield CaseEvent(
                    EventKind.PRACTICE,
                    case_id,
                    _closes(each),
                    each.draft.body,
                    0,
                    until=each.draft.on,
                    person=step.person_id,
                    is_open=not done and each == latest,
                )


def _members(
    session: Session, case: Case, facts: Mapping[tuple[int | None, str], str], today: date
) -> Iterator[Member]:
    for person in cases.people(session, case.id):
        age, role = age_of(person, today), MemberRole(person.role)
        if (age is None and role is MemberRole.CHILD) or (age is not None and age < ADULT):
            continue
        own = facts.get((person.id, FactKey.OWN_PRACTICE.value))
        profession = facts.get((person.id, FactKey.PROFESSION.value), "")
        specialty = ""  # the occupation of a case is that of its professional
        if role is MemberRole.PROFESSIONAL:
            specialty = case.occupation
            own = own or facts.get((None, FactKey.OWN_PRACTICE.value))
            profession = profession or case.profession
        licence = facts.get((person.id, FactKey.PRACTICE_LICENCE.value), "")
        yield Member(person, profession, specialty, licence, own == "yes" if own else None)


def _way(
    member: Member,
    steps: Sequence[StepView],
    meetings: Sequence[SessionView],
    opening: Day | None,
    today: date,
) -> PracticeWay:
    mine = [each for each in steps if each.person in (None, member.person.id)]
    application = next((each for each in mine if each.template == APPLICATION), None)
    by_committee = member.profession in BY_COMMITTEE
    troubles: list[WayTrouble] = [] if opening else [WayTrouble.NO_OPENING_DAY]
    if not mine:
        troubles.append(WayTrouble.NO_STEPS)
    session = latest = pin = pin_session = None
    if by_committee:
        done_on = application.done_on if application else None
        session, latest = reached(meetings, done_on or today, opening)
        troubles += _troubles(session, opening, done_on)
        if session is not None:
            meeting = next((each for each in mine if each.template == MEETING), None)
            pin = _proposal(application, session.draft.papers_by)
            pin_session = _proposal(meeting, session.draft.on)
    return PracticeWay(
        person=member.person.id,
        person_name=called_name(member.person),
        profession=member.profession,
        opening=opening,
        steps=tuple(map(_step, mine)),
        by_committee=by_committee,
        session=session,
        latest=latest,
        papers=application.documents if application else (),
        pin=pin,
        pin_session=pin_session,
        troubles=tuple(troubles),
    )


def _troubles(
    session: SessionView | None, opening: Day | None, done_on: date | None
) -> Iterator[WayTrouble]:
    if session is None:
        yield WayTrouble.NO_SESSIONS
        return
    if session.draft.papers_by is None and done_on is None:
        yield WayTrouble.PAPERS_DAY_UNKNOWN
    if opening is not None and session.draft.on > opening.last:
        yield WayTrouble.SESSION_AFTER_OPENING


def _proposal(step: StepView | None, on: date | None) -> PinProposal | None:
    if step is None or on is None or step.state is not StepState.OPEN or step.due == Day(on):
        return None
    return PinProposal(step.id, step.due, Day(on))


def _step(step: StepView) -> WayStep:
    return WayStep(
        id=step.id,
        template=step.template,
        short=step.short,
        office=step.office,
        state=step.state,
        due=step.due,
        done_on=step.done_on,
        late=step.late,
        unproven=step.unproven,
        is_application=step.template == APPLICATION,
    )


def _closes(meeting: SessionView) -> date:
    """Until when it is reached."""
    return meeting.draft.papers_by or meeting.draft.on
