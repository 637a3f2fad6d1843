"""What does not fit together when dates move: told with a remedy each, never put right silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.rules.calendar import (
    CalendarUnknown,
    Day,
    Precision,
    Shift,
    is_working_day,
    next_working_day,
    previous_working_day,
)
from app.rules.following import Key, is_movable
from app.rules.planning import StepRule
from app.rules.standing import LEGAL, PRESSING
from app.rules.terms import AnchorKind, Blocker, DateKind

VISA_DECISION = timedelta(weeks=3)
"""§ 31a Abs. 2 AufenthV: in the fast-track procedure the mission decides within three weeks of the
complete application."""
IDLE_RENT = timedelta(days=31)
"""More rent than a month before the first working day is told; our own measure."""

# What moves by one journey: whoever starts later as a rule comes and moves in later.
TOGETHER = (
    AnchorKind.ENTRY,
    AnchorKind.MOVE,
    AnchorKind.MOVE_IN,
    AnchorKind.RESIDENCE,
    AnchorKind.CARE_START,
    AnchorKind.WORK_START,
)


class CollisionKind(Enum):
    """What does not fit, the gravest first."""

    ENTRY_BEFORE_VISA = "entry_before_visa"
    WRONG_ORDER = "wrong_order"
    BLOCKER = "blocker"
    DEADLINE_PASSED = "deadline_passed"
    DEPENDENCY = "dependency"
    PIN_LEFT_BEHIND = "pin_left_behind"
    OFFICE_CLOSED = "office_closed"
    ON_DUTY = "on_duty"
    HOLIDAY = "holiday"
    RENT_BEFORE_WORK = "rent_before_work"
    HOLIDAYS_UNKNOWN = "holidays_unknown"


class Remedy(Enum):
    """What would put it right: move dates of the case along, let a step move again, fix it on a
    day, look at the step, look at the dates."""

    MOVE_ALONG = "move_along"
    UNPIN = "unpin"
    PIN = "pin"
    OPEN_STEP = "open_step"
    CHECK_DATES = "check_dates"


@dataclass(frozen=True)
class Placed:
    """An open step with the day it has and the one it would be given.

    `counted` is what its rule says, which a pinned step does not follow. `moves`: it counts from a
    date that is being moved. `holidays_unknown`: it could not be counted to a working day.
    `last_opening`: the last day its office is open until `due` while somebody can go, where that
    is another day than `due`; None where it is that day, or nobody knows. `on_duty`: that is
    because of the duties of those who may go; without a `last_opening` no slot lies beside them.
    """

    key: Key
    rule: StepRule
    due: Day | None
    counted: Day | None
    pinned: bool
    moves: bool
    holidays_unknown: bool = False
    last_opening: date | None = None
    on_duty: bool = False


@dataclass(frozen=True)
class Collision:
    """One thing that does not fit. `day` belongs to `step`, or to the first of `anchors`; `other`
    and `other_day` to what it does not fit with. `remedy_day` is where the remedy leads; of
    MOVE_ALONG the day that the first of `anchors` has to be moved to at least, where there is
    one."""

    kind: CollisionKind
    remedy: Remedy
    step: Key | None = None
    day: Day | None = None
    other: Key | None = None
    other_day: Day | None = None
    anchors: tuple[AnchorKind, ...] = ()
    blocker: Blocker | None = None
    remedy_day: Day | None = None


def collisions_of_dates(
    anchors: Mapping[AnchorKind, Day],
    contradictory: Iterable[tuple[AnchorKind, AnchorKind]],
    today: date,
    *,
    needs_visa: bool,
    fast_track: bool,
) -> tuple[Collision, ...]:
    """What does not fit among the dates of a case. `contradictory` are pairs in an impossible order
    (`app.rules.contradictions`); `needs_visa`: somebody enters with a national visa.

    The visa is expected three weeks after the application in the fast-track procedure (§ 31a
    Abs. 2 AufenthV), else with the application at the earliest: no paragraph names a period then.
    """
    found = []
    applied, entry = anchors.get(AnchorKind.VISA_APPLICATION), anchors.get(AnchorKind.ENTRY)
    told: set[tuple[AnchorKind, AnchorKind]] = set()
    if needs_visa and applied is not None and entry is not None and entry.last >= today:
        expected = applied.first + (VISA_DECISION if fast_track else timedelta())
        if entry.last < expected:
            told.add((AnchorKind.VISA_APPLICATION, AnchorKind.ENTRY))
            found.append(
                Collision(
                    CollisionKind.ENTRY_BEFORE_VISA,
                    Remedy.MOVE_ALONG,
                    day=entry,
                    other_day=Day(expected),
                    anchors=(AnchorKind.ENTRY,),
                    remedy_day=Day(expected),
                )
            )
    found += [
        Collision(
            CollisionKind.WRONG_ORDER,
            Remedy.CHECK_DATES,
            day=anchors[earlier],
            other_day=anchors[later],
            anchors=(earlier, later),
        )
        for earlier, later in contradictory
        if (earlier, later) not in told
    ]
    home, work = anchors.get(AnchorKind.MOVE_IN), anchors.get(AnchorKind.WORK_START)
    pays = home is not None and home.last >= today  # who has moved in pays already
    if pays and home is not None and work is not None and work.first - home.last > IDLE_RENT:
        found.append(
            Collision(
                CollisionKind.RENT_BEFORE_WORK,
                Remedy.MOVE_ALONG,
                day=home,
                other_day=work,
                anchors=(AnchorKind.MOVE_IN,),
            )
        )
    return tuple(found)


def collisions_of_steps(
    steps: Sequence[Placed],
    anchors: Mapping[AnchorKind, Day],
    today: date,
    *,
    professional: int | None = None,
) -> tuple[Collision, ...]:
    """What does not fit with the days the open steps would have."""
    by_key = {step.key: step for step in steps}
    found: list[Collision] = []
    for step in steps:
        if step.holidays_unknown:
            found.append(
                Collision(CollisionKind.HOLIDAYS_UNKNOWN, Remedy.OPEN_STEP, step.key, step.due)
            )
        if step.due is None or step.rule.kind not in PRESSING:
            continue
        if step.pinned:
            found += _left_behind(step, anchors)
        elif step.moves and step.due.last < today:
            found.append(_passed(step, today))
        elif step.moves:
            found += _closed(step)
        found += _too_early(step, by_key, professional)
    return tuple(found)


def blocked(
    blockers: Iterable[Blocker], work_start: Day, leading: Mapping[Blocker, Key]
) -> tuple[Collision, ...]:
    """What still bars the first working day wherever it is moved to; `leading` is the open step
    that clears each."""
    return tuple(
        Collision(
            CollisionKind.BLOCKER,
            Remedy.OPEN_STEP,
            leading.get(blocker),
            work_start,
            blocker=blocker,
            anchors=(AnchorKind.WORK_START,),
        )
        for blocker in blockers
    )


def _passed(step: Placed, today: date) -> Collision:
    """Its date would be over already: a recommended one can be set anew, the law's not."""
    if step.rule.kind in LEGAL:
        return Collision(CollisionKind.DEADLINE_PASSED, Remedy.OPEN_STEP, step.key, step.due)
    return Collision(
        CollisionKind.DEADLINE_PASSED,
        Remedy.PIN,
        step.key,
        step.due,
        remedy_day=Day(_working(today, next_working_day)),
    )


def _closed(step: Placed) -> list[Collision]:
    """The office is closed that day, open only while everybody works, or nobody has office hours
    and the date does not move."""
    due = step.due
    if due is None or due.precision is Precision.MONTH:
        return []
    last = step.last_opening
    kind = CollisionKind.ON_DUTY if step.on_duty else CollisionKind.OFFICE_CLOSED
    if last is not None:
        return [Collision(kind, Remedy.PIN, step.key, due, remedy_day=Day(last))]
    if step.on_duty:
        return [Collision(kind, Remedy.OPEN_STEP, step.key, due)]
    stays = step.rule.kind in LEGAL and step.rule.shift is Shift.NONE
    if not stays or _is_open_day(due.on):
        return []
    return [
        Collision(
            CollisionKind.HOLIDAY,
            Remedy.PIN,
            step.key,
            due,
            remedy_day=Day(_working(due.on, previous_working_day)),
        )
    ]


def _left_behind(step: Placed, anchors: Mapping[AnchorKind, Day]) -> list[Collision]:
    """A pinned step on the other side of the date it belongs to than it was meant for."""
    rule, due = step.rule, step.due
    anchor = anchors.get(rule.anchor) if rule.anchor else None
    if not step.moves or anchor is None or due is None or rule.anchor is None:
        return []
    is_before = due.last < anchor.first
    meant_before = rule.offset.is_backwards
    is_after = due.first > anchor.last
    if not (is_before and not meant_before) and not (is_after and meant_before):
        return []
    return [
        Collision(
            CollisionKind.PIN_LEFT_BEHIND,
            Remedy.UNPIN,
            step.key,
            due,
            other_day=anchor,
            anchors=(rule.anchor,),
            remedy_day=step.counted,
        )
    ]


def _too_early(
    step: Placed, by_key: Mapping[Key, Placed], professional: int | None
) -> list[Collision]:
    """Due before what has to be done first; what is recommended has moved already."""
    due = step.due
    if due is None or (is_movable(step.rule) and not step.pinned):
        return []
    found = []
    for template in step.rule.depends_on:
        member = step.key[1]
        keys = ((template, member), (template, None if member is not None else professional))
        first = next((by_key[key] for key in keys if key in by_key), None)
        if first is None or first.due is None or first.due.first <= due.last:
            continue
        free = first.pinned or first.rule.kind is DateKind.ADVICE
        found.append(
            Collision(
                CollisionKind.DEPENDENCY,
                Remedy.PIN if free else Remedy.OPEN_STEP,
                step.key,
                due,
                other=first.key,
                other_day=first.due,
                remedy_day=due if free else None,
            )
        )
    return found


def _is_open_day(day: date) -> bool:
    try:
        return is_working_day(day)
    except CalendarUnknown:
        return True  # told as HOLIDAYS_UNKNOWN where it matters, never guessed to be closed


def _working(day: date, nearest: Callable[[date], date]) -> date:
    try:
        return nearest(day)
    except CalendarUnknown:
        return day
