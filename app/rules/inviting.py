"""When an occasion is, whether two are at once, and what its day is besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.calendar import CalendarUnknown, holiday_name, school_holidays

DAY = 1440
USUAL_MINUTES = 120
"""How long an occasion is taken to last whose end is not known."""


@dataclass(frozen=True)
class Slot:
    """The time of an occasion: minutes of the day `on`, wall time, `finish` up to 2880 on the day
    after; None where it is not known."""

    on: date
    start: int | None = None
    finish: int | None = None

    def minutes(self) -> tuple[int, int]:
        """From when to when, in minutes since the first day of the calendar."""
        base = self.on.toordinal() * DAY
        if self.start is None:
            return base, base + (self.finish or DAY)
        return base + self.start, base + (self.finish or self.start + USUAL_MINUTES)


def at_once(one: Slot, other: Slot) -> bool:
    """Whether nobody can be at both from beginning to end."""
    first, second = one.minutes(), other.minutes()
    return first[0] < second[1] and second[0] < first[1]


def public_holiday(on: date) -> str:
    """The German name of the public holiday of Lower Saxony, blank for any other day."""
    return holiday_name(on)


def in_school_holidays(on: date) -> bool:
    """Whether a day is known to lie in the school holidays of Lower Saxony."""
    try:
        return on in school_holidays(on.year)
    except CalendarUnknown:
        return False
