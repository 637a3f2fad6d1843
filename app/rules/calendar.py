"""Days, months and partly known dates; working days of Lower Saxony; periods of the Civil Code."""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

SATURDAY = 5
YEARS = range(1900, 2200)
"""Outside these a year is mistyped, and what is counted from it leaves the calendar."""
SCHOOL_YEAR_KNOWN = 2026
"""A year whose school holidays the calendar package surely knows; the last one is looked for
from here."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"


class Shift(StrEnum):
    """Whether an end that falls on a day without office hours moves.

    `NEXT_WORKING_DAY` for acts towards an authority (§ 31 Abs. 3 VwVfG, § 26 Abs. 3 SGB X,
    § 108 Abs. 3 AO) and for declarations and performance (§ 193 BGB). `NONE` for the end of a
    permission (§ 29 FeV, a visa), which does not move. `PREVIOUS_WORKING_DAY` for protective
    periods and periods counted backwards (§ 16 BEEG): their end does not move either, the
    reminder lies on the last working day before it. `WORKING_DAY` for recommended dates that
    somebody has to be at work for: counted backwards to the working day before, forwards to the
    next.
    """

    NONE = "none"
    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"
    WORKING_DAY = "working_day"


class CalendarUnknown(LookupError):
    """The holidays of that year are not known: nothing there is guessed to be a working day."""


@dataclass(frozen=True, order=True)
class Day:
    """A date of a plan. A month is written as its first day with `precision` MONTH."""

    on: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        object.__setattr__(self, "precision", Precision(self.precision))
        if self.precision is Precision.MONTH:
            object.__setattr__(self, "on", self.on.replace(day=1))

    @property
    def first(self) -> date:
        """The earliest date it may mean."""
        return self.on

    @property
    def last(self) -> date:
        """The latest date it may mean: for a month its last day."""
        if self.precision is Precision.DAY:
            return self.on
        return self.on.replace(day=days_in_month(self.on.year, self.on.month))


@dataclass(frozen=True)
class PartialDate:
    """A date known by year, by year and month, or in full, as birth dates of other registers are.

    Raises ValueError for a day without a month and for a day that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        month = 1 if self.month is None else self.month
        date(self.year, month, 1 if self.day is None else self.day)

    @property
    def first(self) -> date:
        """The earliest date it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest date it may mean."""
        if self.day is not None:
            return self.first
        month = self.month or 12
        return date(self.year, month, days_in_month(self.year, month))

    def as_day(self) -> Day | None:
        """The day or month it means, None where only the year is known."""
        if self.month is None:
            return None
        return Day(self.first, Precision.MONTH if self.day is None else Precision.DAY)


def days_in_month(year: int, month: int) -> int:
    """The number of days of that month, 28 to 31."""
    return gregorian.monthrange(year, month)[1]


def age_on(birth: date, day: date) -> int:
    """Completed years of life (§ 187 Abs. 2 Satz 2 BGB: the day of birth counts, so somebody born
    on 29 February completes a year with the end of 28 February). Negative before birth."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def plus_months(day: date, months: int) -> date:
    """The day of the same number `months` later (negative: earlier), or the last day of that month
    where it has none of that number (§ 188 Abs. 3 BGB: 31 January + 1 month is 28 February)."""
    if months == 0:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def period_after_event(event: date, *, months: int = 0, days: int = 0) -> date:
    """The last day of a period that an event starts during the day.

    § 187 Abs. 1 BGB: the day of the event is not counted. § 188 Abs. 1 BGB: a period of days ends
    with its last day; Abs. 2 first half: one of weeks or months with the day of the same name or
    number; Abs. 3: else with the last day of the month. Weeks are given as `days`.
    Negative values count backwards in the same way.
    """
    return plus_months(event, months) + timedelta(days=days)


def period_from_start_of_day(first: date, *, months: int = 0, days: int = 0) -> date:
    """The last day of a period that begins with the start of the day `first`.

    § 187 Abs. 2 BGB: that day is counted. § 188 Abs. 2 second half BGB: the period ends with the
    day before the one of the same name or number; Abs. 3 where the month lacks it (a month from
    31 January is over with 28 February, and so is one from 1 February). `months`, `days` ≥ 0 and
    not both 0 (ValueError).
    """
    if months < 0 or days < 0 or not (months or days):
        raise ValueError("such a period runs forwards")
    if days or first.day == 1:
        return plus_months(first, months) + timedelta(days=days - 1)
    return plus_months(first.replace(day=first.day - 1), months)


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """The public holidays of Lower Saxony in that year with their German names.

    Raises CalendarUnknown outside the years the calendar package covers.
    """
    import holidays

    calendar = holidays.country_holidays("DE", subdiv="NI", language="de", years=year)
    if not calendar.start_year <= year <= calendar.end_year:
        raise CalendarUnknown(year)
    return dict(calendar.items())


def holiday_name(day: date | None) -> str:
    """The German name of the public holiday, "" for any other day and where none is known."""
    if day is None:
        return ""
    try:
        return public_holidays(day.year).get(day, "")
    except CalendarUnknown:
        return ""


@cache
def school_holidays(year: int) -> Mapping[date, str]:
    """The days of school holidays of Lower Saxony in that year with their German names, as the
    KMK publishes them, the Sundays and public holidays among them included.

    Raises CalendarUnknown for a year of which none are published. The last year known may be
    known in part: see `school_holidays_known_until`.
    """
    import holidays

    calendar = holidays.country_holidays(
        "DE", subdiv="NI", categories=("school",), language="de", years=year
    )
    found = dict(calendar.items())
    if not found:
        raise CalendarUnknown(year)
    return found


@cache
def school_holidays_known_until() -> date:
    """The last day of the last school holidays that are published. Whether a later day is a
    school day is not known."""
    year = SCHOOL_YEAR_KNOWN
    last = max(school_holidays(year))
    with suppress(CalendarUnknown):
        while True:
            year += 1
            last = max(school_holidays(year))
    return last


def school_holiday_name(day: date) -> str:
    """The German name of the school holidays that a working day lies in, "" for any other day and
    where none are published."""
    try:
        return school_holidays(day.year).get(day, "") if day.weekday() < SATURDAY else ""
    except CalendarUnknown:
        return ""


def is_working_day(day: date) -> bool:
    """Neither Saturday, Sunday nor a public holiday of Lower Saxony (§ 193 BGB, § 31 Abs. 3 VwVfG).

    Not the Werktag of tenancy law, which counts Saturdays.
    """
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def next_working_day(day: date) -> date:
    """`day` itself or the first working day after it (§ 193 BGB, § 31 Abs. 3 Satz 1 VwVfG)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def previous_working_day(day: date) -> date:
    """`day` itself or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def plus_working_days(day: date, number: int) -> date:
    """The `number`-th working day after `day`, before it where negative, `day` for 0.

    `day` itself is not counted (§ 187 Abs. 1 BGB).
    """
    step = timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def shifted(day: date, shift: Shift, *, backwards: bool = False) -> date:
    """`day` moved as `shift` says; see Shift for the paragraphs. `backwards`: the day was counted
    towards the past."""
    if shift is Shift.NEXT_WORKING_DAY:
        return next_working_day(day)
    if shift is Shift.WORKING_DAY:
        return previous_working_day(day) if backwards else next_working_day(day)
    return day
