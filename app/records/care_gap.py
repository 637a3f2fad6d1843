"""What the county lacks in care, as planners may see it: only numbers that are safe to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from app.done import Done
from app.rules.care_cost import CostPer, YearCost
from app.rules.care_gap import GROUPS, WEEKS, AgeGroup, GapLeft
from app.rules.care_offer import Bearer
from app.rules.small_numbers import ALL, SafeTable

READING = "gap_reading"
PROTECTING = "gap_protecting"
DAYS = 7 * WEEKS


@dataclass(frozen=True)
class GapPlace:
    """A municipality: official key ("" where no home could be placed) and name."""

    key: str
    name: str


@dataclass(frozen=True)
class GapNote:
    """Something the numbers leave out: how many, None for one to four."""

    left: GapLeft
    count: int | None


@dataclass(frozen=True)
class GapReport:
    """Unmet minutes of four weeks from `first` (a Monday) of all open cases, by municipality (a
    place in `places`) × age group (a place in `GROUPS`) × weekday and hour (`care_gap.slot_of`).

    `households` are those computed, None for one to four.
    """

    first: date
    made_on: date
    places: tuple[GapPlace, ...]
    table: SafeTable
    households: int | None
    notes: tuple[GapNote, ...]

    def minutes(self, place: int = ALL, group: int = ALL, slot: int = ALL) -> Fraction | None:
        """Unmet minutes a week; None where they must not be told."""
        return a_week(self.table.number((place, group, slot)))

    def concerned(self, place: int = ALL, group: int = ALL) -> int | None:
        """Households with unmet minutes; None where they must not be told."""
        key = (place, group, ALL)
        return None if key in self.table.hidden else self.table.households.get(key, 0)


def a_week(minutes: int | None) -> Fraction | None:
    """Minutes of the whole period as minutes of one week."""
    return None if minutes is None else Fraction(minutes, WEEKS)


@dataclass(frozen=True)
class OfferDraft:
    """Care that is thought of: when (an OSM opening_hours value), for which ages in completed
    months, near a provider (id), a post code or a point, for the staff of an employer (a
    provider's id), for how many, what it costs (cents of a euro for what `per` says, None unknown),
    and who would pay: one bearer, or `shares` in percent that make up 100."""

    hours_osm: str
    first_month: int | None = None
    last_month: int | None = None
    provider: int | None = None
    postcode: str = ""
    point: tuple[float, float] | None = None
    radius_km: float | None = None
    places: int | None = None
    employer: int | None = None
    elders: bool = False
    bearer: Bearer = Bearer.OPEN
    cents: int | None = None
    per: CostPer = CostPer.HOUR
    shares: tuple[tuple[Bearer, int], ...] = ()


@dataclass(frozen=True)
class OfferAnswer:
    """What it would change; minutes a week. None: fewer than five households, or a number that
    would give such a one away. See `care_offer.SafeEffect`; `cost` as `care_cost.YearCost`. The
    draft has its hours as an OSM value; `near` and `employer` name what it is limited to."""

    draft: OfferDraft
    helped: int | None
    whole: int | None
    freed: Fraction | None
    before: Fraction | None
    after: Fraction | None
    groups: tuple[tuple[AgeGroup, Fraction | None], ...]
    unsure: int | None
    turned_away: int | None
    cost: YearCost | None = None
    near: str = ""
    employer: str = ""


@dataclass(frozen=True)
class GapSaved:
    """A file as written; `done` is None where nothing could be noted in the data file."""

    path: Path
    pages: int = 0
    done: Done | None = None


__all__ = [
    "ALL",
    "DAYS",
    "GROUPS",
    "PROTECTING",
    "READING",
    "GapNote",
    "GapPlace",
    "GapReport",
    "GapSaved",
    "OfferAnswer",
    "OfferDraft",
    "a_week",
]
