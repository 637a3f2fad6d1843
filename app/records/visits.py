"""First visits to the region as they cross the boundary: what is to be seen, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.done import Done
from app.rules.calendar import Day
from app.rules.visit_days import Span, StopKind
from app.rules.visit_plan import VisitPlan

MOST_DAYS = 14


@dataclass(frozen=True)
class VisitDraft:
    """A visit from `first` to `last`, both included. They stay with the provider `base_id`, or at
    `base` in `base_town`. Minutes of the day: nobody sets out before `wakes` or is back after
    `rests`. `public_note` is printed, `note` is not."""

    first: date
    last: date
    base_id: int | None = None
    base: str = ""
    base_town: str = ""
    wakes: int = 480
    rests: int = 1200
    by_car: bool = True
    public_note: str = ""
    note: str = ""


@dataclass(frozen=True)
class StopDraft:
    """Something to see or somebody to meet, at the provider or at `place` in `town`. `wanted`: 1
    if there is time, 2, 3 it must be. `asked_day` and `asked_start` (minutes of the day) are what
    was agreed, each may be known alone; `contact`: who waits there."""

    kind: StopKind
    title: str = ""
    provider: int | None = None
    place: str = ""
    town: str = ""
    minutes: int = 60
    wanted: int = 2
    asked_day: date | None = None
    asked_start: int | None = None
    confirmed: bool = False
    contact: str = ""
    website: str = ""
    public_note: str = ""


@dataclass(frozen=True)
class StopView:
    """A stop as it is kept. `where` is what the provider is called, or the place; `day`, `start`
    what is planned; `hours` the opening hours of that day, empty where nobody knows them."""

    id: int
    draft: StopDraft
    where: str
    town: str
    day: date | None = None
    start: int | None = None
    hours: tuple[Span, ...] = ()


@dataclass(frozen=True)
class SailingLine:
    """A ferry as a plan names it, by the id of the sailing; `outdated`: see `SailingView`."""

    from_town: str
    to_town: str
    departs: int
    minutes: int
    source: str
    as_of: date | None
    outdated: bool = False


@dataclass(frozen=True)
class VisitView:
    """A visit with its stops and the plan as it is kept, seen against what is known today.
    `anchor`: the date of the first visit that the case's plan is counted from; `is_first`: no
    other visit of the case is earlier. `base_name`: where they stay, in one line."""

    id: int
    case: int
    draft: VisitDraft
    base_name: str
    stops: tuple[StopView, ...]
    plan: VisitPlan
    sailings: dict[int, SailingLine]
    anchor: Day | None
    is_first: bool

    def stop(self, stop_id: int) -> StopView:
        """One of its stops."""
        return next(each for each in self.stops if each.id == stop_id)

    @property
    def is_planned(self) -> bool:
        """Whether any stop has its time."""
        return any(day.rows for day in self.plan.days)


class RemarkKind(Enum):
    """What is worth knowing of the days of a visit."""

    PAST = "past"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    SCHOOL_HOLIDAYS = "school_holidays"
    OVERLAPS = "overlaps"


@dataclass(frozen=True)
class VisitRemark:
    """One remark; `on` the first such day, `until` the last of another visit, `name` of a
    holiday."""

    kind: RemarkKind
    on: date
    until: date | None = None
    name: str = ""


@dataclass(frozen=True)
class VisitFile:
    """A written calendar of a visit: how many entries it holds. `done` is the command that noted
    it, None where the data file was open for reading only."""

    count: int
    done: Done | None = None
