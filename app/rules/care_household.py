"""A household as far as care goes: parents, who needs care, what is booked, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules import spans
from app.rules.calendar import PartialDate, age_on
from app.rules.care_need import Need, Parent
from app.rules.care_need import need as need_of
from app.rules.care_ways import Stop, Table, minutes
from app.rules.care_windows import Windows, windows
from app.rules.childhood import SCHOOL_YEAR_BEGINS, school_entry
from app.rules.cover import CareKind, Cover, Source, cover
from app.rules.distance import Point
from app.rules.terms import MemberRole
from app.rules.wall_time import Days

NOWHERE = Stop()
CARE_UNTIL = 14
"""Years: from this birthday on a child is not looked for care (as in § 10 Abs. 1 Nr. 5 EStG)."""
TERM_TIME = frozenset({CareKind.SCHOOL, CareKind.ALL_DAY})


@dataclass(frozen=True)
class GivenCare:
    """Care that is booked or there in any case, with an OSM opening_hours value, from the first to
    the last day (None: open)."""

    key: int
    kind: CareKind
    hours_osm: str
    first: date | None = None
    last: date | None = None
    stop: Stop = NOWHERE


@dataclass(frozen=True)
class InCare:
    """A person who needs care. `pupil`: as recorded, None where only the birth tells."""

    id: int
    role: MemberRole
    birth: PartialDate | None = None
    pupil: bool | None = None
    given: tuple[GivenCare, ...] = ()

    def is_of_age(self, on: date) -> bool:
        """Whether a child may be in care on a day: not from the fourteenth birthday on. Elders
        always, and whose birth nobody knows."""
        if self.role is not MemberRole.CHILD or self.birth is None:
            return True
        return age_on(self.birth.last, on) < CARE_UNTIL

    def age_months(self, on: date) -> int | None:
        """Completed months of age, None where the birth is not known to the month."""
        if self.birth is None or self.birth.month is None:
            return None
        born = self.birth.last
        return (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)

    def at_school(self, on: date) -> bool | None:
        """Whether the person goes to school on a day (§ 64 NSchG), None where nobody knows."""
        if self.pupil is not None:
            return self.pupil
        if self.birth is None:
            return None
        answers = {
            on >= date(school_entry(birth), *SCHOOL_YEAR_BEGINS)
            for birth in (self.birth.first, self.birth.last)
        }
        return answers.pop() if len(answers) == 1 else None


@dataclass(frozen=True)
class CareHousehold:
    """A household, its home (municipality key, town, point where known) and what it asks.
    `employers`: organisations whose staff the parents are."""

    case: int
    parents: tuple[Parent, ...]
    persons: tuple[InCare, ...]
    ags: str = ""
    town: str = ""
    postcode: str = ""
    point: Point | None = None
    employers: frozenset[int] = frozenset()
    radius_km: float | None = None
    languages: tuple[str, ...] = ()


def given_windows(given: GivenCare, days: Days) -> Windows:
    """When booked care is there on these days."""
    found = windows(given.hours_osm, days, term_time=given.kind in TERM_TIME)
    return found.within(between(given.first, given.last, days))


def between(first: date | None, last: date | None, days: Days) -> int:
    """The minutes of days from `first` to `last`, both included; None: open."""
    start = 0 if first is None else min(max(days.index(first), 0), days.count)
    end = days.count if last is None else min(max(days.index(last) + 1, 0), days.count)
    return spans.span(days.midnights[start], days.midnights[max(start, end)])


def booked(household: CareHousehold, person: InCare, days: Days, table: Table) -> Cover:
    """What of a person's need the booked care covers: all of it that is unmet stays open.
    Proposals do not count."""
    return covered_by_given(need_of(household.parents, days), person, days, table)


def covered_by_given(need: Need, person: InCare, days: Days, table: Table) -> Cover:
    """The same for a need that is computed already."""
    sources = tuple(Source(each.key, each.kind, given_windows(each, days)) for each in person.given)
    stops = {each.key: each.stop for each in person.given}

    def way(one: Source, other: Source) -> int | None:
        return minutes(stops[one.key], stops[other.key], table)

    return cover(need.minutes, sources, way, days)
