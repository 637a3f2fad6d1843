"""What of the data file tells whether people stay, read for many cases at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.records.care import CareState
from app.records.staying import TalkDraft, TalkState, TalkView
from app.rules import silence
from app.rules.calendar import Precision, plus_months
from app.rules.facts import YES, FactKey
from app.rules.staying import (
    LEADING_ROLES,
    MISSED_DAYS,
    STEPS,
    Circumstances,
    Intention,
    Said,
    StayReason,
    TalkKind,
)
from app.rules.terms import AnchorKind, Answer, Stage, StepState, Track
from app.services.derived import called_name
from app.services.office import setting_of
from app.services.planner import Planner
from app.services.seen import due_of
from db.repositories import contacts, staying
from db.tables.case import Person
from db.tables.staying import Talk, TalkReason
from db.tables.step import Step

PROBATION_MONTHS = 6
"""The longest there may be (§ 622 Abs. 3 BGB, Stand 2026); the contract may say less."""
CARE_AHEAD = timedelta(days=30)
_LEADING = frozenset(role.value for role in LEADING_ROLES)


@dataclass
class Sight:
    """What is known of one case; talks as they were entered, each with what was said."""

    talks: list[tuple[Talk, list[TalkReason]]] = field(default_factory=list)
    steps: dict[str, Step] = field(default_factory=dict)
    missed: list[Step] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    anchors: dict[str, date] = field(default_factory=dict)
    searching_since: date | None = None
    promised: dict[int, bool] = field(default_factory=dict)
    """Of each person care was spoken of: whether somebody promised it."""
    returning: bool = False
    silent_since: date | None = None


def gather(session: Session, today: date, cases: Collection[int] | None = None) -> dict[int, Sight]:
    """What is known of these cases, of all where None."""
    found: dict[int, Sight] = defaultdict(Sight)
    for person in staying.people(session, cases):
        found[person.case_id].people.append(person)
    _talks(found, session, cases)
    _plan(found, session, today, cases)
    for fact in staying.answers(session, FactKey.PARTNER_JOB_SEARCH.value, YES, cases):
        found[fact.case_id].searching_since = fact.noted_on
    for fact in staying.answers(session, FactKey.RETURNING.value, YES, cases):
        found[fact.case_id].returning = True
    _care(found, session, today, cases)
    weeks = silence.from_text(setting_of(session, silence.SETTING))
    for row in contacts.quiet(session, cases):
        last = row.last or row.registered_on
        if silence.is_silent(last, Stage(row.stage), today, weeks):
            found[row.id].silent_since = last
    return found


def _talks(found: dict[int, Sight], session: Session, cases: Collection[int] | None) -> None:
    said: dict[int, list[TalkReason]] = defaultdict(list)
    for reason in staying.reasons(session, cases):
        said[reason.talk_id].append(reason)
    for talk in staying.talks(session, cases):
        found[talk.case_id].talks.append((talk, said[talk.id]))


def _plan(
    found: dict[int, Sight], session: Session, today: date, cases: Collection[int] | None
) -> None:
    for step in staying.steps(session, tuple(STEPS.values()), cases):
        found[step.case_id].steps.setdefault(step.template, step)
    last = today - timedelta(days=MISSED_DAYS)
    for step in staying.late(session, Track.ONBOARDING.value, last, cases):
        if step.template not in STEPS.values() and _LEADING & set(step.roles.split()):
            found[step.case_id].missed.append(step)
    kinds = (AnchorKind.WORK_START.value, AnchorKind.CARE_START.value)
    for anchor in staying.anchors(session, kinds, cases):
        if anchor.precision == Precision.DAY.value or anchor.kind != AnchorKind.WORK_START.value:
            found[anchor.case_id].anchors[anchor.kind] = anchor.on


def _care(
    found: dict[int, Sight], session: Session, today: date, cases: Collection[int] | None
) -> None:
    for case_id, choice in staying.choices(session, cases):
        promised = found[case_id].promised
        holds = choice.state == CareState.PROMISED.value
        ended = choice.valid_to is not None and choice.valid_to < today
        promised[choice.person_id] = promised.get(choice.person_id, False) or (holds and not ended)


def circumstances(sight: Sight, planner: Planner, today: date) -> Circumstances:
    """What the signs are read from."""
    start = sight.anchors.get(AnchorKind.WORK_START.value)
    care = sight.anchors.get(AnchorKind.CARE_START.value, start)
    needed = care is not None and care <= today + CARE_AHEAD
    names = {person.id: called_name(person) for person in sight.people}
    return Circumstances(
        said=tuple(_said(talk, reasons) for talk, reasons in held(sight)),
        due=tuple(
            (view.draft.kind, view.on)
            for view in views(sight, today)
            if view.on is not None and view.state in (TalkState.PLANNED, TalkState.OVERDUE)
        ),
        work_start=start,
        probation_ends=plus_months(start, PROBATION_MONTHS) if start else None,
        searching_since=sight.searching_since,
        waiting=tuple(
            names[person]
            for person, promised in sight.promised.items()
            if needed and not promised and person in names
        ),
        missed=tuple(planner.book.short_title(step) for step in sight.missed),
        silent_since=sight.silent_since,
    )


def held(sight: Sight) -> list[tuple[Talk, list[TalkReason]]]:
    """The talks that were held, the earliest first."""
    found = [pair for pair in sight.talks if pair[0].held_on is not None]
    return sorted(found, key=lambda pair: (pair[0].held_on or date.min, pair[0].id))


def views(sight: Sight, today: date) -> tuple[TalkView, ...]:
    """The talks of the plan, whether or not anything is written down, then the others by day."""
    written = {talk.kind: (talk, reasons) for talk, reasons in sight.talks}
    first = []
    for kind, template in STEPS.items():
        step = sight.steps.get(template)
        if kind.value in written:
            first.append(_view(*written[kind.value], step, today))
        elif step is not None and step.applies != Answer.NO.value:
            first.append(_unwritten(kind, step, today))
    others = [
        _view(talk, reasons, None, today)
        for talk, reasons in sight.talks
        if talk.kind == TalkKind.OTHER.value
    ]
    return (*first, *sorted(others, key=lambda view: (view.on or date.max, view.id or 0)))


def draft_of(talk: Talk, reasons: Iterable[TalkReason]) -> TalkDraft:
    """A talk as the file has it; reasons of another version are left out."""
    known = {reason.value: reason for reason in StayReason}
    said = [(known[each.reason], each.speaks_for) for each in reasons if each.reason in known]
    return TalkDraft(
        kind=TalkKind(talk.kind),
        person=talk.person_id,
        advisor=talk.advisor_id,
        planned_on=talk.planned_on,
        held_on=talk.held_on,
        mood=talk.mood,
        intention=Intention(talk.intention) if talk.intention else None,
        speaks_for=frozenset(reason for reason, speaks_for in said if speaks_for),
        against=frozenset(reason for reason, speaks_for in said if not speaks_for),
        note=talk.note,
        next_act=talk.next_act,
        next_on=talk.next_on,
        next_done_on=talk.next_done_on,
    )


def _view(talk: Talk, reasons: Iterable[TalkReason], step: Step | None, today: date) -> TalkView:
    draft = draft_of(talk, reasons)
    on = talk.held_on or talk.planned_on or _due(step)
    state = TalkState.HELD if talk.held_on else _state(on, today)
    return TalkView(talk.id, draft, state, on, _open(step))


def _unwritten(kind: TalkKind, step: Step, today: date) -> TalkView:
    draft = TalkDraft(kind)
    if step.state == StepState.OPEN.value:
        return TalkView(None, draft, _state(_due(step), today), _due(step), _open(step))
    return TalkView(None, draft, TalkState.TICKED, step.done_on, None)


def _state(on: date | None, today: date) -> TalkState:
    if on is None:
        return TalkState.UNDATED
    return TalkState.OVERDUE if on < today else TalkState.PLANNED


def _due(step: Step | None) -> date | None:
    due = due_of(step) if step is not None else None
    return due.last if due is not None else None


def _open(step: Step | None) -> int | None:
    is_open = step is not None and step.state == StepState.OPEN.value
    return step.id if step is not None and is_open else None


def _said(talk: Talk, reasons: Iterable[TalkReason]) -> Said:
    draft = draft_of(talk, reasons)
    open_until = draft.next_on if draft.next_act and draft.next_done_on is None else None
    return Said(
        on=talk.held_on or date.min,
        kind=draft.kind,
        mood=draft.mood,
        intention=draft.intention,
        against=tuple(each for each in StayReason if each in draft.against),
        act=bool(draft.next_act),
        act_on=open_until,
    )
