"""What a sheet of care prints, and nothing else: who is declined and why has no field here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.records.care import CareState
from app.records.care_board import DutyBar, HandoverView, LeftOut, PieceView, Stretch
from app.rules.care_fit import CareReason
from app.rules.cover import CareKind
from app.rules.terms import MemberRole


@dataclass(frozen=True)
class CareFact:
    """One thing that is said of a place or of the hours, see `CareReason`; None and blank: not
    told."""

    about: CareReason
    on: date | None = None
    count: int | None = None
    minutes: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    name: str = ""
    cents: int | None = None


@dataclass(frozen=True)
class CareHelper:
    """Somebody who is promised, wanted or proposed. `covers`: minutes of the days printed.
    `counted`: whether the answer counts with them; another of a kind of which a child has only
    one is named but not counted. `checked_on`: the day a place's entry was checked."""

    key: int
    kind: CareKind
    name: str
    town: str
    state: CareState
    covers: int
    counted: bool
    said: tuple[CareFact, ...] = ()
    checked_on: date | None = None


@dataclass(frozen=True)
class PrintedDay:
    """A day as `app.records.care_board.CareDay` has it; `there`: the hours of those who cover
    something, by key."""

    on: date
    holiday: bool
    school_holiday: bool
    needed: int
    open: int
    duties: tuple[DutyBar, ...]
    there: tuple[tuple[int, Stretch], ...]
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True)
class CareWeek:
    """Seven days from a Monday, and all Mondays from which a week is the same."""

    days: tuple[PrintedDay, ...]
    mondays: tuple[date, ...]

    @property
    def needed(self) -> int:
        return sum(day.needed for day in self.days)

    @property
    def open(self) -> int:
        return sum(day.open for day in self.days)


@dataclass(frozen=True)
class Care:
    """The care of one person (`person` its id, `name` as called) on the days from `first` to
    `last`. `parents`: their names by person id. Minutes that really pass."""

    person: int
    name: str
    role: MemberRole
    first: date
    last: date
    parents: tuple[tuple[int, str], ...]
    helpers: tuple[CareHelper, ...]
    weeks: tuple[CareWeek, ...]
    needed: int
    covered: int
    handovers: tuple[HandoverView, ...] = ()
    said: tuple[CareFact, ...] = ()
    left: tuple[LeftOut, ...] = ()
