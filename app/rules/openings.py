"""The last possible open slot: when a place is surely open for the last time before a deadline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from app.rules.calendar import (
    CalendarUnknown,
    Day,
    Precision,
    public_holidays,
    school_holidays,
    school_holidays_known_until,
)
from app.rules.hours import (
    DAY,
    DayHours,
    HolidayDates,
    Opening,
    Slot,
    check,
    holidays_named,
    lower_saxony,
    readable_until,
    week,
)

LOOKS_BACK = 62
"""Days before the deadline that are looked at, the deadline's own day not counted."""
PICTURED = 7
_AROUND = timedelta(days=31)  # "PH -2 days" and the like look beyond the week itself
_ALWAYS = "24/7"
_NOTHING = Slot(0, DAY, sure=False)


class Outcome(Enum):
    """What can be said of the last opening before a deadline."""

    FOUND = "found"
    ONLY_BY_ARRANGEMENT = "only_by_arrangement"
    NONE_LEFT = "none_left"
    HOURS_UNKNOWN = "hours_unknown"
    HOLIDAYS_UNKNOWN = "holidays_unknown"
    MONTH_ONLY = "month_only"


@dataclass(frozen=True)
class LastOpening:
    """The last slot of a place on or before `deadline`, and not before `first`.

    FOUND: `on`, with `start` and `end` in minutes of that day. ONLY_BY_ARRANGEMENT: `on` is the
    last day for which something might be arranged, `comment` the office's words for it. `days`
    are the seven up to the deadline, `holidays` names those of them that are holidays, school
    holidays only where the hours depend on them. HOLIDAYS_UNKNOWN: the school holidays are known
    up to `known_until`, None where it is the public ones that are missing.
    """

    outcome: Outcome
    deadline: Day
    first: date
    on: date | None = None
    start: int = 0
    end: int = 0
    comment: str = ""
    days: tuple[DayHours, ...] = ()
    holidays: tuple[tuple[date, str], ...] = ()
    known_until: date | None = None


def last_opening(
    hours_osm: str, deadline: Day, today: date, not_before: date | None = None
) -> LastOpening:
    """The last slot that may be counted on, on or before `deadline`, not before `today` and not
    before the day the period starts.

    § 188 Abs. 1, 2 BGB: a period ends with the end of its last day, so that day counts; whether
    it moves to a working day (§ 193 BGB, § 31 Abs. 3 VwVfG) is decided before. All of today's
    slots count, whatever the clock says. On a public holiday of which the hours say nothing, a
    slot is not counted on, only "24/7" is. Looks back `LOOKS_BACK` days.
    """
    first = today if not_before is None else max(today, not_before)
    if deadline.precision is Precision.MONTH:
        return LastOpening(Outcome.MONTH_ONLY, deadline, first)
    if check(hours_osm) is not None:
        return LastOpening(Outcome.HOURS_UNKNOWN, deadline, first)
    pictured = tuple(
        _day(hours_osm, deadline.on - timedelta(days=back)) for back in reversed(range(PICTURED))
    )
    found = LastOpening(
        Outcome.NONE_LEFT,
        deadline,
        first,
        days=pictured,
        holidays=_named(hours_osm, tuple(day.on for day in pictured)),
    )
    arranged: DayHours | None = None
    not_known = False
    for back in range(min(LOOKS_BACK, (deadline.on - first).days) + 1):
        on = deadline.on - timedelta(days=back)
        day = _day(hours_osm, on)
        if day.minutes:
            start, end = day.minutes[-1]
            return replace(found, outcome=Outcome.FOUND, on=on, start=start, end=end)
        if on > _known_until(hours_osm, on):
            until = school_holidays_known_until() if "SH" in holidays_named(hours_osm) else None
            return replace(found, outcome=Outcome.HOLIDAYS_UNKNOWN, known_until=until)
        if day.slots and arranged is None:
            arranged = day
        not_known = not_known or (not day.slots and day.opening is Opening.UNKNOWN)
    if arranged is not None:
        return replace(
            found,
            outcome=Outcome.ONLY_BY_ARRANGEMENT,
            on=arranged.on,
            comment=arranged.slots[-1].comment,
        )
    # a day outside the validity of the hours is not a closed one
    return replace(found, outcome=Outcome.HOURS_UNKNOWN) if not_known else found


def is_silent(hours_osm: str) -> bool:
    """Whether a value says nothing of public holidays. Most offices that leave them out are
    closed then, so nobody may count on them."""
    first = hours_osm.partition(";")[0].strip()  # a closure may follow it
    return "PH" not in holidays_named(hours_osm) and first != _ALWAYS


def _day(hours_osm: str, on: date) -> DayHours:
    return counted_week(hours_osm, on - timedelta(days=on.weekday()))[on.weekday()]


def _known_until(hours_osm: str, on: date) -> date:
    """The last day of the week of `on`, or before it, on which the value can be counted on."""
    holidays = _holidays(on - timedelta(days=on.weekday()))
    until = readable_until(hours_osm, holidays)
    return min(until, holidays.public_until) if is_silent(hours_osm) else until


@lru_cache(maxsize=16384)
def counted_week(hours_osm: str, monday: date) -> tuple[DayHours, ...]:
    """The week from `monday` as it may be counted on: the slots of a public holiday of which the
    hours say nothing are not sure, and a day that nothing is known of has none."""
    holidays = _holidays(monday)
    days = tuple(map(_without_nothing, week(hours_osm, monday, holidays)))
    if not is_silent(hours_osm):
        return days
    return tuple(
        _doubted(day) if day.on in holidays.public or day.on > holidays.public_until else day
        for day in days
    )


def _without_nothing(day: DayHours) -> DayHours:
    """A day that is unknown from end to end, without a word, has no slot to arrange anything in."""
    return replace(day, slots=()) if day.slots == (_NOTHING,) else day


def _doubted(day: DayHours) -> DayHours:
    """A day whose slots may not be counted on."""
    slots = tuple(
        Slot(each.start, each.end, sure=False, comment=each.comment) for each in day.slots
    )
    return DayHours(day.on, slots, Opening.UNKNOWN if slots else day.opening)


@lru_cache(maxsize=256)
def _holidays(monday: date) -> HolidayDates:
    return lower_saxony(monday - _AROUND, monday + _AROUND)


def _named(hours_osm: str, days: tuple[date, ...]) -> tuple[tuple[date, str], ...]:
    """The days among these that are holidays, with their German names, a public one first."""
    school = "SH" in holidays_named(hours_osm)
    found: list[tuple[date, str]] = []
    for day in days:
        try:
            name = public_holidays(day.year).get(day, "")
            name = name or (school_holidays(day.year).get(day, "") if school else "")
        except CalendarUnknown:
            continue
        if name:
            found.append((day, name))
    return tuple(found)
