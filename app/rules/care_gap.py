"""What the county lacks: minutes in which nobody cares, of all households, without names.

A person's minutes are unmet where the need of the household (`care_need.need`) is covered neither
by the other parent nor by relatives, help in the household or promised care
(`care_household.covered_by_given`). Proposals do not count. Hours are those a clock shows; ages
are those on the first day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from app.rules import spans
from app.rules.calendar import age_on, school_holidays_known_until
from app.rules.care_household import CareHousehold, InCare, covered_by_given
from app.rules.care_need import Need, Unsaid
from app.rules.care_need import need as need_of
from app.rules.care_ways import Table
from app.rules.small_numbers import Part, SafeTable, few, protected
from app.rules.terms import MemberRole
from app.rules.wall_time import Days

WEEKS = 4
HOURS = 24
SLOTS = 7 * HOURS
"""Weekday and hour as one place: Monday from 0 to 1 o'clock is 0, see `slot_of`."""


class AgeGroup(Enum):
    """Who needs care: children by completed years and school (§§ 24 Abs. 1 to 4 SGB VIII, § 64
    NSchG), elders, and whose birth tells too little."""

    UNDER_1 = "under_1"
    FROM_1 = "1_to_2"
    FROM_3 = "3_to_school"
    SCHOOL = "school_to_13"
    ELDERS = "elders"
    UNKNOWN = "unknown"


GROUPS = tuple(AgeGroup)


class GapLeft(Enum):
    """What the numbers leave out, or count only in part.

    NO_ROSTER: households of which no roster speaks of these days; SOME_DAYS: of some days none
    does; NOBODY_GOES: nobody brings or fetches; NO_BIRTH: persons in the group of unknown age;
    NO_TOWN: households of no known municipality; HOURS_UNKNOWN: persons whose promised care has
    days without known hours, which cover nothing; HOLIDAYS_UNKNOWN: days after the last school
    holidays that are published.
    """

    NO_ROSTER = "no_roster"
    SOME_DAYS = "some_days"
    NOBODY_GOES = "nobody_goes"
    NO_BIRTH = "no_birth"
    NO_TOWN = "no_town"
    HOURS_UNKNOWN = "hours_unknown"
    HOLIDAYS_UNKNOWN = "holidays_unknown"


@dataclass(frozen=True)
class Unmet:
    """The unmet minutes of a person, as bits of the days, with all that decides what would help.
    Names nobody, but is of one household: it never leaves the office's services."""

    home: CareHousehold
    person: InCare
    group: AgeGroup
    minutes: int


@dataclass(frozen=True)
class Measured:
    """One household: the unmet minutes of its persons, and what is left out of them with how
    many persons (1 for what concerns the household)."""

    unmet: tuple[Unmet, ...]
    left: Mapping[GapLeft, int] = field(default_factory=dict)


def first_monday(on: date) -> date:
    """The Monday that comes next, the day itself where it is one."""
    return on + timedelta(days=-on.weekday() % 7)


def slot_of(weekday: int, hour: int) -> int:
    """The place of a weekday (Monday 0) and an hour (0 to 23)."""
    return weekday * HOURS + hour


def group_of(person: InCare, on: date) -> AgeGroup:
    """The age group of a person on a day; UNKNOWN where the birth allows two."""
    if person.role is not MemberRole.CHILD:
        return AgeGroup.ELDERS
    at_school = person.at_school(on)
    if at_school:
        return AgeGroup.SCHOOL
    if person.birth is None or at_school is None:
        return AgeGroup.UNKNOWN
    found = {_by_years(age_on(birth, on)) for birth in (person.birth.first, person.birth.last)}
    return found.pop() if len(found) == 1 else AgeGroup.UNKNOWN


def _by_years(years: int) -> AgeGroup:
    if years < 1:
        return AgeGroup.UNDER_1
    return AgeGroup.FROM_1 if years < 3 else AgeGroup.FROM_3


def measured(home: CareHousehold, days: Days, table: Table) -> Measured | None:
    """What a household lacks on these days; None where nobody needs care."""
    if not home.persons:
        return None
    need = need_of(home.parents, days)
    found, left = [], dict(_left(home, need, days))
    if GapLeft.NO_ROSTER in left:
        return Measured((), left)
    for person in home.persons:
        group = group_of(person, days.first)
        covered = covered_by_given(need, person, days, table)
        minutes = spans.of((each.start, each.end) for each in covered.pieces if each.by is None)
        found.append(Unmet(home, person, group, minutes))
        if group is AgeGroup.UNKNOWN:
            left[GapLeft.NO_BIRTH] = left.get(GapLeft.NO_BIRTH, 0) + 1
        if any(not each.hours_osm.strip() for each in person.given):
            left[GapLeft.HOURS_UNKNOWN] = left.get(GapLeft.HOURS_UNKNOWN, 0) + 1
    return Measured(tuple(found), left)


def _left(home: CareHousehold, need: Need, days: Days) -> Iterator[tuple[GapLeft, int]]:
    if not home.ags:
        yield GapLeft.NO_TOWN, 1
    for each in need.left:
        if each.unsaid is Unsaid.NOTHING_KNOWN and each.days == days.count:
            yield GapLeft.NO_ROSTER, 1
        elif each.unsaid in (Unsaid.NOTHING_KNOWN, Unsaid.NO_ROSTER):
            yield GapLeft.SOME_DAYS, 1
        else:
            yield GapLeft.NOBODY_GOES, 1
    if not home.parents:
        yield GapLeft.NO_ROSTER, 1


def days_without_holidays(days: Days) -> int:
    """How many of the days lie after the last school holidays that are published."""
    last = days.first + timedelta(days=days.count - 1)
    return min(max((last - school_holidays_known_until()).days, 0), days.count)


class Slots:
    """Sorts minutes of some days into weekdays and hours."""

    def __init__(self, days: Days) -> None:
        weekday = days.first.weekday()
        hours = [(day, hour) for day in range(days.count) for hour in range(HOURS)]
        self._starts = [days.at(day, 60 * hour) for day, hour in hours] + [days.length]
        self._slots = [slot_of((weekday + day) % 7, hour) for day, hour in hours]

    def counted(self, minutes: int) -> Mapping[int, int]:
        """Minutes of a set by slot. The hour that comes twice has 120, the one that does not
        come none."""
        found: dict[int, int] = {}
        for start, end in spans.runs(minutes):
            at = bisect_right(self._starts, start) - 1
            while start < end:
                until = min(end, self._starts[at + 1])
                if until > start:
                    slot = self._slots[at]
                    found[slot] = found.get(slot, 0) + until - start
                    start = until
                at += 1
        return found


def gap(unmet: Iterable[Unmet], days: Days, keys: Sequence[str]) -> SafeTable:
    """Municipality (place in `keys`) × age group (place in `GROUPS`) × slot, in minutes of all
    days, with what may be shown of it."""
    slots, place = Slots(days), {key: at for at, key in enumerate(keys)}
    group = {each: at for at, each in enumerate(GROUPS)}
    parts = (
        Part(place[each.home.ags], group[each.group], slot, each.home.case, amount)
        for each in unmet
        for slot, amount in slots.counted(each.minutes).items()
    )
    return protected(parts, (len(keys), len(GROUPS), SLOTS))


def told(count: int) -> int | None:
    """A number of households or persons as it may be told: None for one to four."""
    return None if few(count) else count
