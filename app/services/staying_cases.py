"""The talks of one case, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.records.staying import AmbassadorDraft, AmbassadorView, CaseTalks, LeavingDraft
from app.rules.staying import AmbassadorKind, Leaves, StayReason, level, signals
from app.services import staying_sight
from app.services.derived import called_name, full_name
from app.services.planner import Planner
from db.repositories import cases, staying
from db.tables.case import Case, Person
from db.tables.staying import Ambassador, Leaving, LeavingReason


def view(session: Session, case: Case, planner: Planner, today: date) -> CaseTalks:
    """What the room of a case shows."""
    sight = staying_sight.gather(session, today, (case.id,))[case.id]
    found = signals(
        staying_sight.circumstances(sight, planner.for_case(session, case.id), today), today
    )
    people = {person.id: person for person in cases.people(session, case.id)}
    row = staying.leaving(session, case.id)
    return CaseTalks(
        talks=staying_sight.views(sight, today),
        level=level(found),
        signals=found,
        leaving=leaving_of(row, staying.leaving_reasons(session, row.id)) if row else None,
        ambassadors=tuple(
            ambassador_of(each, people[each.person_id], case)
            for each in staying.ambassadors(session, (case.id,))
        ),
        people=tuple((person.id, called_name(person)) for person in people.values()),
        closed=case.closed_on is not None,
    )


def leaving_of(row: Leaving, reasons: Iterable[LeavingReason]) -> LeavingDraft:
    """A leaving as the file has it; reasons of another version are left out."""
    return LeavingDraft(
        left_on=row.left_on,
        leaves=Leaves(row.leaves),
        reasons=frozenset(known(each.reason for each in reasons)),
        may_return=row.may_return,
        note=row.note,
    )


def known(codes: Iterable[str]) -> tuple[StayReason, ...]:
    """The reasons of these codes in their own order."""
    wanted = set(codes)
    return tuple(reason for reason in StayReason if reason.value in wanted)


def ambassador_of(row: Ambassador, person: Person, case: Case) -> AmbassadorView:
    return AmbassadorView(
        id=row.id,
        case=row.case_id,
        draft=AmbassadorDraft(
            person=row.person_id,
            kind=AmbassadorKind(row.kind),
            topics=row.topics,
            since=row.since,
            until=row.until,
            consent=row.consent_id or 0,
        ),
        name=full_name(person),
        profession=case.profession,
        occupation=case.occupation,
        languages=tuple(person.languages.split()),
    )
