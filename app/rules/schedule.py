"""From an anchor and an offset to a due date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.rules.calendar import (
    Day,
    Precision,
    Shift,
    period_after_event,
    period_from_start_of_day,
    plus_working_days,
    previous_working_day,
    shifted,
)

_ISO = re.compile(r"(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)
_WORKING_DAYS = re.compile(r"(-)?P(\d+)WD", re.ASCII)

MAX_YEARS = 10
_MAX_DAYS = MAX_YEARS * 366


@dataclass(frozen=True)
class Offset:
    """How far a due date lies from its anchor; negative before it.

    `months` holds years too, `days` weeks too; `working_days` stands alone. All three 0: the
    anchor's own day, which is a date like any other.
    """

    months: int = 0
    days: int = 0
    working_days: int = 0

    @property
    def is_backwards(self) -> bool:
        """True where it counts towards the past."""
        return self.months < 0 or self.days < 0 or self.working_days < 0


def parse_offset(text: str) -> Offset:
    """Read a duration of ISO 8601 in years, months, weeks and days, a leading minus for before:
    P14D, -P3W, P1M, P1Y, P5W, P0D. P5WD, our own, counts working days.

    Raises ValueError for anything else and beyond ten years.
    """
    if working := _WORKING_DAYS.fullmatch(text):
        sign = -1 if working[1] else 1
        offset = Offset(working_days=sign * int(working[2]))
    else:
        match = _ISO.fullmatch(text)
        if match is None or not any(match.groups()[1:]):
            raise ValueError(text)
        sign = -1 if match[1] else 1
        years, months, weeks, days = (int(part or 0) for part in match.groups()[1:])
        offset = Offset(sign * (years * 12 + months), sign * (weeks * 7 + days))
    if (
        abs(offset.months) > MAX_YEARS * 12
        or abs(offset.days) > _MAX_DAYS
        or abs(offset.working_days) > _MAX_DAYS
    ):
        raise ValueError(text)
    return offset


def due(
    anchor: Day, offset: Offset, shift: Shift = Shift.NONE, *, first_day_counts: bool = False
) -> Day:
    """The day a step is due.

    Counted by § 187 Abs. 1, § 188 BGB; `first_day_counts`: by § 187 Abs. 2 BGB, where the start of
    the anchor's day starts the period. An anchor known only by its month gives a month: the one
    of the earliest day it may mean, so that a reminder never comes too late; nothing shifts then.

    Raises CalendarUnknown where working days are counted in a year without known holidays.
    """
    day = anchor.first
    if offset.working_days:
        end = plus_working_days(day, offset.working_days)
    elif first_day_counts and (offset.months or offset.days):
        end = period_from_start_of_day(day, months=offset.months, days=offset.days)
    else:
        end = period_after_event(day, months=offset.months, days=offset.days)
    if anchor.precision is Precision.MONTH:
        return Day(end, Precision.MONTH)
    return Day(shifted(end, shift, backwards=offset.is_backwards))


def reminder(due_day: Day, shift: Shift) -> date | None:
    """The last working day before an end that falls on another day and does not move (§ 16 BEEG);
    None where the reminder is the day itself. Raises CalendarUnknown."""
    if shift is not Shift.PREVIOUS_WORKING_DAY or due_day.precision is Precision.MONTH:
        return None
    day = previous_working_day(due_day.on)
    return None if day == due_day.on else day
