"""The milestones of the whole office as they cross the boundary: a row a case, marks in arrays."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

from app.rules.calendar import Day
from app.rules.terms import Role, Stage


class TimelineOrder(Enum):
    """How the rows are ordered: what has none comes last, then the name."""

    DUE = "due"
    WORK_START = "work_start"
    NAME = "name"


class Look(IntEnum):
    """How a mark stands, from calm to pressing: LATE breaks a law's date, OVERDUE another's."""

    OPEN = 0
    PINNED = 1
    TODAY = 2
    OVERDUE = 3
    LATE = 4


@dataclass(frozen=True)
class TimelineQuery:
    """Which rows and marks; None means any. With a role only cases it still acts in are shown."""

    advisor: int | None = None
    role: Role | None = None
    order: TimelineOrder = TimelineOrder.DUE


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One running case; its marks are those from `first` to before `end`, by date. `undated`
    counts open milestones without a date, `late` those of its marks that are late or overdue,
    `barred` what bars the first working day."""

    case: int
    name: str
    advisor: str
    stage: Stage
    work_start: Day | None
    barred: int
    undated: int
    late: int
    first: int
    end: int


@dataclass(frozen=True)
class OfficeTimeline:
    """Every running case with its open milestones.

    Of each mark: `steps` its id, `days` the ordinal of its day (the middle of the month where only
    that is known), `looks` a `Look`, `monthly` 1 where only the month is known, `what` its title's
    place in `titles`, `who` its roles' place in `roles`.
    """

    today: date
    rows: tuple[TimelineRow, ...]
    steps: array[int]
    days: array[int]
    looks: array[int]
    monthly: array[int]
    what: array[int]
    who: array[int]
    titles: tuple[str, ...]
    roles: tuple[tuple[Role, ...], ...]
