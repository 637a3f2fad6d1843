"""What is handed over for an absence, gathered from the records without anything private."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.folder.contents import ContactPerson
from app.folder.handover_contents import Handover, HandoverCase, HandoverItem
from app.records.cases import Channel
from app.rules.calendar import Day, next_working_day
from app.rules.deputies import Team
from app.rules.standing import PRESSING
from app.rules.terms import Answer, DateKind, Role, Stage, StepState
from app.services.attending import name_of, team_of
from app.services.derived import called_name
from app.services.events import events
from app.services.folder_contents import office_of
from app.services.office import setting_of
from app.services.planner import Planner
from app.services.roles import holders_of
from app.services.seen import due_of
from db.repositories import cases, team
from db.tables.case import Case
from db.tables.office import Absence

if TYPE_CHECKING:
    from app.records.events import CaseEvent

AFTER = timedelta(days=7)
"""So long after the absence things are told too: the first days back are full."""
_CALLED = (Role.WARD, Role.HR, Role.EMPLOYER, Role.MENTOR, Role.LANDLORD)
_MOST = 3


def gathered(session: Session, absence: Absence, planner: Planner, today: date) -> Handover:
    """The running cases of an advisor who is away, what is due first first; cases that rest are
    left out."""
    known = team_of(session)
    last = known.away_until(absence.advisor_id, absence.first) or absence.last
    until = last + AFTER
    running = [
        case for case in team.open_cases(session, absence.advisor_id) if case.held_until is None
    ]
    told = events(session, [case.id for case in running])
    found = [
        _case(session, case, (absence.first, last), known, planner, until, told) for case in running
    ]
    found.sort(key=lambda case: (case.items[0].due.last if case.items else date.max, case.name))
    of = running[0] if running else None
    return Handover(
        created=today,
        office=office_of(session, today, of),
        advisor=name_of(session, absence.advisor_id),
        first=absence.first,
        last=last,
        back=next_working_day(last + timedelta(days=1)),
        until=until,
        cases=tuple(found),
        example=setting_of(session, "example") == "yes",
    )


def _case(
    session: Session,
    case: Case,
    days: tuple[date, date],
    known: Team,
    planner: Planner,
    until: date,
    told: tuple[CaseEvent, ...],
) -> HandoverCase:
    contacts = cases.contacts(session, case.id)
    items = (*_steps(session, case, planner, until), *_events(case, until, told))
    return HandoverCase(
        name=case.name,
        stage=Stage(case.stage),
        stands_in=tuple(
            name_of(session, each) for each in _stand_ins(known, case, days) if each is not None
        ),
        last_contact=contacts[0].on if contacts else None,
        channel=Channel(contacts[0].channel) if contacts else None,
        call=tuple(_called(session, case))[:_MOST],
        items=tuple(sorted(items, key=lambda each: (each.due.last, each.title))),
    )


def _stand_ins(known: Team, case: Case, days: tuple[date, date]) -> tuple[int | None, ...]:
    """Who stands in on the days of the absence, each once, in the order they do."""
    first, last = days
    if case.advisor_id is None:
        return ()
    every = (first + timedelta(days=each) for each in range((last - first).days + 1))
    found = (known.stand_in(case.advisor_id, case.deputy_id, on) for on in every)
    return tuple(dict.fromkeys(found))


def _steps(session: Session, case: Case, planner: Planner, until: date) -> Iterator[HandoverItem]:
    book = planner.book_of(session, case.id)
    called = {each.id: called_name(each) for each in cases.people(session, case.id)}
    for step in cases.steps(session, case.id):
        due, kind = due_of(step), DateKind(step.kind)
        is_open = step.state == StepState.OPEN.value and step.applies == Answer.YES.value
        if is_open and kind in PRESSING and due is not None and due.last <= until:
            of = called.get(step.person_id or 0, "")
            title = book.short_title(step)
            yield HandoverItem(due, f"{title} · {of}" if of else title, kind)


def _events(case: Case, until: date, told: tuple[CaseEvent, ...]) -> Iterator[HandoverItem]:
    for each in told:
        if each.case == case.id and each.is_open and each.on <= until:
            yield HandoverItem(Day(each.on), each.title, event=each.kind)


def _called(session: Session, case: Case) -> Iterator[ContactPerson]:
    """Who can be called about the case besides the family, whose numbers stay in the office."""
    entered = {holder.role: holder.draft for holder in holders_of(session, case).case}
    for role in _CALLED:
        draft = entered.get(role)
        if draft is not None and draft.phone.strip():
            yield ContactPerson(name=draft.name, role=role, phone=draft.phone)
