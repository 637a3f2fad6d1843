"""Rosters: duties of single days or of a rotation over weeks, read as duties of real days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

DAY = 1440
LONGEST = DAY
"""Minutes: the longest duty there is, a Tagdienst with Bereitschaftsdienst of 24 hours."""
MOST_WEEKS = 52
MOST_DAYS = 3660
"""Days a roster of single days may span, ten years: what lies further off is mistyped."""


class ShiftKind(Enum):
    """What a duty is called; all but ON_CALL (Rufdienst, at home until called) keep a parent away
    (Bereitschaftsdienst is spent at the workplace)."""

    EARLY = "early"
    DAY = "day"
    BETWEEN = "between"
    LATE = "late"
    NIGHT = "night"
    STANDBY = "standby"
    ON_CALL = "on_call"
    OTHER = "other"


@dataclass(frozen=True, order=True)
class Duty:
    """A duty of a roster. `day` counts from the roster's first day (0); `start` is minutes of that
    day, wall time, 0 <= start < 1440; `end` may lie beyond midnight, start < end <= 2880."""

    day: int
    start: int
    end: int
    label: str = ""
    kind: ShiftKind = ShiftKind.OTHER


@dataclass(frozen=True)
class Roster:
    """Duties from `first` to `last` (included; None: open). Repeats every `weeks` weeks counted
    from `first`; with 0 it names single days."""

    first: date
    last: date | None
    weeks: int
    duties: tuple[Duty, ...]

    def holds(self, on: date) -> bool:
        """Whether a day is one of this roster's."""
        return self.first <= on <= (self.last or date.max)


@dataclass(frozen=True)
class DutyOn:
    """A duty of a real day; minutes as in `Duty`."""

    on: date
    start: int
    end: int
    label: str = ""
    kind: ShiftKind = ShiftKind.OTHER


class RosterProblem(Enum):
    """What cannot be in a roster."""

    NOT_A_TIME = "not_a_time"
    TOO_LONG = "too_long"
    OVERLAP = "overlap"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class RosterFault:
    """Where a roster is wrong: the duty, and for OVERLAP the one it runs into."""

    problem: RosterProblem
    duty: Duty
    other: Duty | None = None


def guessed_kind(start: int, end: int) -> ShiftKind:
    """The kind of a duty that nobody named, by its minutes.

    By the shift times found at hospitals (domain 5.2): more than 16 hours are a Bereitschaft; what
    ends after 2 at night or begins before 3 is a night; what begins before 7:30 and ends by 16 is
    early; from 12:30 on, or from 11 on and ending after 20:30, late; else from 11 on, or from 9 on
    and ending from 17 on, between; else a day duty.
    """
    if end - start > 16 * 60:
        return ShiftKind.STANDBY
    if end > DAY + 2 * 60 or start < 3 * 60:
        return ShiftKind.NIGHT
    if start < 9 * 60:
        return ShiftKind.EARLY if start < 7 * 60 + 30 and end <= 16 * 60 else ShiftKind.DAY
    if start >= 11 * 60:
        return ShiftKind.LATE if start >= 12 * 60 + 30 or end > 20 * 60 + 30 else ShiftKind.BETWEEN
    return ShiftKind.BETWEEN if end >= 17 * 60 else ShiftKind.DAY


def faults(roster: Roster) -> tuple[RosterFault, ...]:
    """Everything wrong with a roster, in the order of its duties; none: it can be counted with.

    In a rotation the last day's duty may run into the first day's of the next turn.
    """
    return tuple(_faults(roster))


def counted(roster: Roster) -> tuple[Roster, tuple[RosterFault, ...]]:
    """The roster without what is wrong in it, and that: of two duties at once the later one is
    left out."""
    found = faults(roster)
    kept = list(roster.duties)
    for fault in found:
        kept.remove(fault.duty)
    return Roster(roster.first, roster.last, roster.weeks, tuple(kept)), found


def duties_on(rosters: Sequence[Roster], first: date, days: int) -> tuple[DutyOn, ...]:
    """The duties that begin on the days from `first`, in order.

    Where rosters overlap one that names single days counts, else the one that begins last; what
    has faults is left out (see `counted`).
    """
    ranked = sorted(rosters, key=lambda each: (each.weeks == 0, each.first))
    by_day = [(roster, _by_day(counted(roster)[0])) for roster in ranked]
    found: list[DutyOn] = []
    for count in range(days):
        on = first + timedelta(days=count)
        held = [(roster, duties) for roster, duties in by_day if roster.holds(on)]
        if held:
            roster, duties = held[-1]
            found += (
                DutyOn(on, duty.start, duty.end, duty.label, duty.kind)
                for duty in duties.get(_place(roster, on), ())
            )
    return tuple(found)


def is_known(rosters: Sequence[Roster], on: date) -> bool:
    """Whether any roster speaks of a day, if only to leave it free."""
    return any(roster.holds(on) for roster in rosters)


def _place(roster: Roster, on: date) -> int:
    days = (on - roster.first).days
    return days % (roster.weeks * 7) if roster.weeks else days


def _by_day(roster: Roster) -> dict[int, tuple[Duty, ...]]:
    found: dict[int, tuple[Duty, ...]] = {}
    for duty in sorted(roster.duties):
        found[duty.day] = (*found.get(duty.day, ()), duty)
    return found


def _faults(roster: Roster) -> Iterator[RosterFault]:
    cycle = roster.weeks * 7
    sound: list[Duty] = []
    for duty in sorted(roster.duties, key=lambda each: (each.day, each.start, each.end)):
        if not 0 <= duty.start < DAY or duty.end <= duty.start:
            yield RosterFault(RosterProblem.NOT_A_TIME, duty)
        elif duty.end - duty.start > LONGEST:
            yield RosterFault(RosterProblem.TOO_LONG, duty)
        elif duty.day < 0 or (cycle and duty.day >= cycle) or _beyond(roster, duty.day):
            yield RosterFault(RosterProblem.OUTSIDE, duty)
        elif other := _met(duty, sound, cycle):
            yield RosterFault(RosterProblem.OVERLAP, duty, other)
        else:
            sound.append(duty)


def _beyond(roster: Roster, day: int) -> bool:
    if roster.weeks or roster.last is None:
        return False
    return day > (roster.last - roster.first).days


def _met(duty: Duty, sound: Iterable[Duty], cycle: int) -> Duty | None:
    """The duty before it that runs into it, also over the end of the rotation."""
    start, end = duty.day * DAY + duty.start, duty.day * DAY + duty.end
    turns = (-cycle * DAY, 0, cycle * DAY) if cycle else (0,)
    for each in sound:
        for turn in turns:
            if (
                each.day * DAY + each.start + turn < end
                and start < each.day * DAY + each.end + turn
            ):
                return each
    return None
