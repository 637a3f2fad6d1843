"""When a place of care is there, in real minutes of real days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.rules import spans
from app.rules.calendar import (
    CalendarUnknown,
    public_holidays,
    school_holidays,
    school_holidays_known_until,
)
from app.rules.hours import DayHours, Opening, holidays_named
from app.rules.openings import counted_week
from app.rules.wall_time import DAY, Days


@dataclass(frozen=True)
class Windows:
    """Sets of minutes: `sure` may be counted on; `asked` is there only on request ("nach
    Vereinbarung"); of the days in `unknown` nothing is known, those in `closed` have no hours."""

    sure: int
    asked: int
    unknown: int
    closed: int

    def within(self, minutes: int) -> Windows:
        """Only the sure and asked ones among these minutes; itself where that is all of them."""
        if not (self.sure | self.asked) & ~minutes:
            return self
        return Windows(self.sure & minutes, self.asked & minutes, self.unknown, self.closed)


def windows(hours_osm: str, days: Days, *, term_time: bool = False) -> Windows:
    """The windows of opening hours on these days. Blank or invalid hours are unknown on each.

    `term_time`: what belongs to a school (lessons, all-day offers): on days of school holidays of
    which the hours say nothing it is unknown, as on days after the last that are published. A
    right to all-day care is no window (§ 24 Abs. 4 SGB VIII gives eight hours on working days, not
    a place that is open).
    """
    return _windows(" ".join(hours_osm.split()), days.first, days.count, term_time)


def holidays_end_before(last: date, *, of_schools: bool) -> date | None:
    """The last day up to which holidays are known, those of schools too where they matter; None
    where they are known up to `last`."""
    if of_schools and last > school_holidays_known_until():
        return school_holidays_known_until()
    try:
        public_holidays(last.year)
    except CalendarUnknown:
        return date(last.year - 1, 12, 31)
    return None


@lru_cache(maxsize=8192)
def _windows(hours_osm: str, first: date, count: int, term_time: bool) -> Windows:  # noqa: FBT001
    days = _days(first, count)
    silent = term_time and "SH" not in holidays_named(hours_osm)
    sure = asked = unknown = closed = 0
    for place, day in enumerate(_each(hours_osm, first, count)):
        whole = spans.span(days.midnights[place], days.midnights[place + 1])
        if silent and _may_be_holidays(day.on):
            unknown |= whole
            continue
        for slot in day.slots:
            minutes = _span(days, place, slot.start, slot.end)
            if slot.sure:
                sure |= minutes
            else:
                asked |= minutes
        if not day.slots:
            if day.opening is Opening.UNKNOWN:
                unknown |= whole
            else:
                closed |= whole
    return Windows(sure, asked & ~sure, unknown, closed)


@lru_cache(maxsize=64)
def _days(first: date, count: int) -> Days:
    return Days(first, count)


def _each(hours_osm: str, first: date, count: int) -> Iterator[DayHours]:
    for place in range(count):
        on = first + timedelta(days=place)
        yield counted_week(hours_osm, on - timedelta(days=on.weekday()))[on.weekday()]


def _span(days: Days, place: int, start: int, end: int) -> int:
    """A slot in real minutes; in the hour that comes twice only what is sure: the second time of a
    beginning, the first of an end."""
    midnight = days.midnights[place]
    if days.midnights[place + 1] - midnight == DAY:
        return spans.span(midnight + start, midnight + end)
    return spans.span(days.at(place, start, later=True), days.at(place, end))


def _may_be_holidays(on: date) -> bool:
    if on > school_holidays_known_until():
        return True
    try:
        return on in school_holidays(on.year)
    except CalendarUnknown:
        return True
