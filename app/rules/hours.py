"""Opening hours in OpenStreetMap's notation, read as minutes of real days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.rules.hours_holidays import (
    HolidayDates,
    holidays_named,
    lower_saxony,
    readable_until,
    with_dates,
)
from app.rules.hours_parsing import COMMENT, HoursProblem, check, parsed, rules_of

if TYPE_CHECKING:
    from opening_hours import OpeningHours

DAY = 1440
"""Minutes of a day; a slot that ends at midnight ends at 1440."""

_SPAN = re.compile(r"\b(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\b")
_SURE = re.compile(r'\bopen\s+"([^"]*)"')

__all__ = [
    "DAY",
    "DayHours",
    "HolidayDates",
    "HoursGroup",
    "HoursProblem",
    "Opening",
    "Slot",
    "check",
    "grouped",
    "holidays_named",
    "lower_saxony",
    "readable_until",
    "rules_of",
    "week",
    "with_dates",
]


class Opening(Enum):
    """How a day stands. Unknown is never counted as open and never as closed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Slot:
    """Minutes of a day, `0 <= start < end`; end is at most 1440, in groups at most 2880.

    Only a `sure` slot may be counted on; one with a mere comment ("nach Vereinbarung") may be
    open or not.
    """

    start: int
    end: int
    sure: bool = True
    comment: str = ""


@dataclass(frozen=True)
class DayHours:
    """One real day: its slots in order, nothing over midnight, and how it stands as a whole."""

    on: date
    slots: tuple[Slot, ...]
    opening: Opening

    @property
    def minutes(self) -> tuple[tuple[int, int], ...]:
        """Start and end of the slots that may be counted on."""
        return tuple((slot.start, slot.end) for slot in self.slots if slot.sure)


@dataclass(frozen=True)
class HoursGroup:
    """Weekdays (0 Monday to 6 Sunday) with the same slots.

    A slot over midnight stands whole at the day it begins: 22 to 6 is (1320, 1800).
    """

    weekdays: tuple[int, ...]
    slots: tuple[Slot, ...]
    opening: Opening

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """First and last weekday of each unbroken run: (0, 1, 2, 4) is ((0, 2), (4, 4))."""
        runs: list[tuple[int, int]] = []
        for day in self.weekdays:
            if runs and runs[-1][1] == day - 1:
                runs[-1] = (runs[-1][0], day)
            else:
                runs.append((day, day))
        return tuple(runs)


def week(text: str, monday: date, holidays: HolidayDates) -> tuple[DayHours, ...]:
    """The seven days from `monday` (any day will do) as minutes.

    PH and SH are the days of `holidays`; give those of the day before and the week itself. A
    blank or invalid text, and a day that only a comment describes, is unknown, not closed; so is
    a day after the holidays that the text asks for are known.
    """
    days = [monday + timedelta(days=count) for count in range(7)]
    if check(text) is not None:
        return tuple(DayHours(day, (), Opening.UNKNOWN) for day in days)
    dated = with_dates(text, monday, holidays)
    hours = parsed(dated)
    sure_comments = frozenset(_SURE.findall(text))
    before = monday - timedelta(days=1)
    found = [_day(hours, day, sure_comments) for day in (before, *days)]
    read = (_with_night(found[place - 1], found[place], text, dated) for place in range(1, 8))
    until = readable_until(text, holidays)
    return tuple(day if day.on <= until else DayHours(day.on, (), Opening.UNKNOWN) for day in read)


def grouped(days: Iterable[DayHours]) -> tuple[HoursGroup, ...]:
    """A week for reading: equal days together, ordered by their first day.

    Slots over midnight are joined again; "around the clock" stays 0 to 1440 on each day.
    """
    week_days = _rejoined(list(days))
    groups: dict[tuple[Opening, tuple[Slot, ...]], list[int]] = {}
    for day in week_days:
        groups.setdefault((day.opening, day.slots), []).append(day.on.weekday())
    return tuple(
        HoursGroup(tuple(sorted(weekdays)), slots, opening)
        for (opening, slots), weekdays in groups.items()
    )


def _day(hours: OpeningHours, day: date, sure_comments: frozenset[str]) -> DayHours:
    from opening_hours import State

    # Wall-clock minutes: a roster's 7:30 is 7:30 on the day the clocks change, too.
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    slots: list[Slot] = []
    unknown = False
    for start, end, state, comment in hours.intervals(midnight, midnight + timedelta(days=1)):
        if state == State.CLOSED:
            continue
        sure = state == State.OPEN and (not comment or comment in sure_comments)
        unknown = unknown or not sure
        slots.append(Slot(_minutes(start, midnight), _minutes(end, midnight), sure, comment))
    return _of_slots(day, tuple(slots), Opening.UNKNOWN if unknown else Opening.CLOSED)


def _with_night(before: DayHours, day: DayHours, text: str, dated: str) -> DayHours:
    """The day with the early hours of the evening before, and no others.

    The parser forgets them where the day has a rule of its own ("Mo-Th 20:00-04:00; Fr
    20:00-02:00"), and keeps those of an evening that a later rule closes ("PH off").
    """
    nights = _nights(text)
    evening = before.slots[-1] if before.slots and before.slots[-1].end == DAY else None
    early = day.slots[0] if day.slots and day.slots[0].start == 0 else None
    if evening is None and early is not None:
        own = any(start == 0 for start, _ in _spans(text))
        if own or early.end not in nights:
            return day
        return _of_slots(day.on, day.slots[1:], day.opening)
    if evening is None or early is not None or not nights:
        return day
    end = _end_of_night(dated, before.on)
    if not end:
        return day
    night = Slot(0, end, evening.sure, evening.comment)
    later = [slot for slot in day.slots if slot.end > night.end]
    if later and later[0].start < night.end:
        later[0] = replace(later[0], start=night.end)
    return _of_slots(day.on, (night, *later), day.opening)


def _end_of_night(dated: str, on: date) -> int:
    """How far the evening of a day reaches into the next one, 0 for not at all: as the last rule
    says that holds then, read by itself, and what is added to it."""
    until = 0
    for separator, _, rule in reversed(list(rules_of(dated))):
        if check(rule) is not None:
            continue
        alone = parsed(rule)
        evening = _day(alone, on, frozenset()).slots
        if not evening or evening[-1].end < DAY:
            continue
        early = _day(alone, on + timedelta(days=1), frozenset()).slots
        if early and early[0].start == 0:
            ends = (end for end in _nights(rule) if end <= early[0].end)
            until = max(until, max(ends, default=0))
        if separator != ",":
            break
    return until


def _nights(text: str) -> set[int]:
    """The minutes of the next day at which the spans over midnight end."""
    return {end % DAY for start, end in _spans(text) if not start < end <= DAY and end % DAY}


def _spans(text: str) -> list[tuple[int, int]]:
    return [
        (int(hour) * 60 + int(minute), int(end) * 60 + int(last))
        for hour, minute, end, last in _SPAN.findall(COMMENT.sub("", text))
    ]


def _of_slots(on: date, slots: tuple[Slot, ...], otherwise: Opening) -> DayHours:
    if any(slot.sure for slot in slots):
        return DayHours(on, slots, Opening.OPEN)
    if slots or otherwise is Opening.UNKNOWN:
        return DayHours(on, slots, Opening.UNKNOWN)
    return DayHours(on, slots, Opening.CLOSED)


def _minutes(at: datetime, midnight: datetime) -> int:
    return int((at - midnight).total_seconds() // 60)


def _rejoined(days: list[DayHours]) -> list[DayHours]:
    """Give the early hours back to the evening before, around the week's edge too."""
    slots = [list(day.slots) for day in days]
    if len(days) == 7:
        for place in range(7):
            here, following = slots[place], slots[(place + 1) % 7]
            late = here[-1] if here else None
            early = following[0] if following else None
            if late is None or early is None or late is early:
                continue
            whole_night = late.start > 0 and early.end < late.start and early.end < DAY
            if late.end == DAY and early.start == 0 and whole_night and late.sure == early.sure:
                here[-1] = Slot(late.start, DAY + early.end, late.sure, late.comment)
                following.pop(0)
    return [
        DayHours(
            day.on,
            tuple(kept),
            Opening.CLOSED if not kept and day.opening is Opening.OPEN else day.opening,
        )
        for day, kept in zip(days, slots, strict=True)
    ]
