"""Who can care for a child on the parents' rosters: the answer, as a page or sheet shows it.

Minutes of a day are what the clock shows, 0 to 1440; durations are minutes that really pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.records.care import CareState
from app.rules.care_fit import Said, Verdict
from app.rules.care_need import Unsaid
from app.rules.cover import CareKind, Gap
from app.rules.distance import Point
from app.rules.rosters import ShiftKind
from app.rules.terms import MemberRole


@dataclass(frozen=True)
class Helper:
    """Somebody who may care: a provider or a carer (ids, exactly one). `key` is unique within the
    board. `km` from home as the crow flies; `way` the minutes by the office's table from the town
    of the home, None where nobody entered them. `state`: what is decided; `given`: booked or there
    in any case, so part of every answer."""

    key: int
    kind: CareKind
    name: str
    provider: int | None = None
    carer: int | None = None
    town: str = ""
    km: float | None = None
    way: int | None = None
    state: CareState | None = None
    given: bool = False


@dataclass(frozen=True)
class Card:
    """One place for one person: minutes of the need it would cover by itself, whether it fits and
    why, when it was last checked, and why it was declined."""

    helper: Helper
    covered: int
    verdict: Verdict
    said: tuple[Said, ...]
    checked_on: date | None = None
    because: str = ""


@dataclass(frozen=True)
class DutyBar:
    """A duty of a parent (person id) on one day, and the time away for it; clipped to the day."""

    person: int
    label: str
    kind: ShiftKind
    start: int
    end: int
    away_start: int
    away_end: int


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int


@dataclass(frozen=True)
class PieceView:
    """A part of a day's need: covered by the helper with key `by`, or open because of `gap`;
    `minutes` that really pass."""

    start: int
    end: int
    minutes: int
    by: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True)
class CareDay:
    """One day of an answer. `windows`: the hours of each helper of the answer, by key. `holiday`:
    the German name of a public holiday; `school_holiday` that of school holidays."""

    on: date
    holiday: str
    school_holiday: str
    needed: int
    open: int
    duties: tuple[DutyBar, ...]
    need: tuple[Stretch, ...]
    windows: Mapping[int, tuple[Stretch, ...]]
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True)
class GapLine:
    """Days with the same kind of gap and the same minutes: "Di und Do früh je 80 min"."""

    gap: Gap
    minutes: int
    days: tuple[date, ...]


@dataclass(frozen=True)
class HandoverView:
    """A child is taken from one helper to another (keys) by `goes`, on these days; `minutes` of
    way, `estimated` from the distance where nobody entered them."""

    first: int
    second: int
    goes: int
    minutes: int
    days: tuple[date, ...]
    estimated: bool = False


@dataclass(frozen=True)
class Proposal:
    """What would close gaps: if the duty of this parent that begins at `start` (minutes of the day)
    began at `later` on these days, or ended at `earlier`; the minutes it closes."""

    person: int
    label: str
    days: tuple[date, ...]
    start: int
    end: int
    later: int | None
    earlier: int | None
    closes: int


@dataclass(frozen=True)
class Answer:
    """What a combination covers of one person's need. `helpers`: keys of all who take part, those
    given in any case included; `by`: minutes of each."""

    helpers: tuple[int, ...]
    needed: int
    covered: int
    by: Mapping[int, int]
    gaps: Mapping[Gap, int]
    lines: tuple[GapLine, ...]
    days: tuple[CareDay, ...]
    handovers: tuple[HandoverView, ...]
    said: tuple[Said, ...]
    proposals: tuple[Proposal, ...] = ()

    @property
    def open(self) -> int:
        return self.needed - self.covered


@dataclass(frozen=True)
class LeftOut:
    """What could not be computed: of which parent (name, "" all), how many days from when."""

    unsaid: Unsaid
    name: str
    days: int
    first: date


@dataclass(frozen=True)
class PersonCare:
    """One person who needs care. `cards`: every place of the directory that may come into
    question, best first; `answers`: the best combinations, best first (one with nobody where
    nothing fits)."""

    person: int
    name: str
    role: MemberRole
    age_months: int | None
    needed: int
    helpers: Mapping[int, Helper]
    cards: tuple[Card, ...]
    answers: tuple[Answer, ...]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class CareBoard:
    """The answer for a household over `days` days from `first` (a Monday). `parents`: names by
    person id, in the household's order; `changing`/`ways` are in the work board."""

    case: int
    first: date
    days: int
    parents: Mapping[int, str]
    persons: tuple[PersonCare, ...]
    left: tuple[LeftOut, ...] = field(default=())


@dataclass(frozen=True)
class Trial:
    """What if: the duties of a parent (person id) on these days were from `start` to `end` (minutes
    as in `app.rules.rosters.Duty`), or free where both are equal."""

    person: int
    days: tuple[date, ...]
    start: int
    end: int


@dataclass(frozen=True)
class CoveringQuery:
    """A need as weekdays and hours ("Mo-Fr 07:30-17:15"), the age in completed months, a point
    (degrees, WGS 84) and the most kilometres from it; None asks nothing."""

    need: str
    age_months: int | None = None
    near: Point | None = None
    within_km: float | None = None


@dataclass(frozen=True)
class CoveringRow:
    """A provider that covers all of it; `km` as the crow flies, None where nothing was asked or
    the place is not known."""

    id: int
    name: str
    km: float | None


@dataclass(frozen=True)
class Covering:
    """Who covers all of a need, nearest first; `unknown`: how many might, were more known of
    them."""

    rows: tuple[CoveringRow, ...]
    unknown: int
