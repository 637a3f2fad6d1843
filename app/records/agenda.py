"""What the office has to do on a day, across all cases, as it crosses the boundary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules.calendar import Day
from app.rules.terms import DateKind, Role, Track


class Part(Enum):
    """A part of the agenda: cases whose first working day is barred, then steps by their turn."""

    BARRED = "barred"
    LATE = "late"
    TODAY = "today"
    AHEAD = "ahead"
    SNOOZED = "snoozed"


FIRST: Mapping[Part, int] = {part: 5 if part is Part.BARRED else 30 for part in Part}
"""How many rows of each part are given at first."""


@dataclass(frozen=True)
class AgendaQuery:
    """Whose cases (None: everybody's), how many rows of each part at most; `on` narrows what is
    ahead to one day."""

    advisor: int | None = None
    on: date | None = None
    limits: Mapping[Part, int] = field(default_factory=lambda: FIRST)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; a blank name where only the role is known."""

    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class DueStep:
    """An open step of a running case. `person` is who it concerns where that is not the
    professional; `days_left` counts to the last day `due` may mean, negative once that is past.
    `latest`: the last day until which its reminder may be put off, None for any. `snoozed_until`
    is None once that day has come."""

    id: int
    case: int
    case_name: str
    track: Track
    short: str
    own: bool
    person: str
    actors: tuple[Actor, ...]
    due: Day
    days_left: int
    kind: DateKind
    basis: str
    late: bool
    snoozed_until: date | None
    snoozes: int
    latest: date | None


@dataclass(frozen=True, slots=True)
class BarredCase:
    """A running case whose first working day is barred; `number` tells by how much, `actors` who
    fills which role in it. `days_left` counts to the last day `work_start` may mean."""

    case: int
    name: str
    work_start: Day | None
    days_left: int | None
    number: int
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class DayAhead:
    """One of the next days: how many steps are due, and the first of them."""

    on: date
    total: int
    first: DueStep | None


@dataclass(frozen=True)
class Agenda:
    """The day of the office. `totals` count all rows of each part, `steps` hold the first of
    them by date and name."""

    today: date
    totals: Mapping[Part, int]
    barred: tuple[BarredCase, ...]
    steps: Mapping[Part, tuple[DueStep, ...]]
    days: tuple[DayAhead, ...]

    @property
    def pressing(self) -> int:
        """How many steps are overdue or due today."""
        return self.totals[Part.LATE] + self.totals[Part.TODAY]
