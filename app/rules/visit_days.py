"""When a stop of a visit may begin: by opening hours, holidays, daylight, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.rules.calendar import SATURDAY, holiday_name, school_holiday_name
from app.rules.daylight import sunset
from app.rules.distance import Point
from app.rules.hours import DayHours, Opening, holidays_named
from app.rules.openings import counted_week


class StopKind(Enum):
    """What a stop of a visit is; the code in the data file."""

    INTERVIEW = "interview"
    WARD = "ward"
    KITA = "kita"
    SCHOOL = "school"
    FLAT = "flat"
    OFFICE = "office"
    BEACH = "beach"
    ISLAND = "island"
    LEISURE = "leisure"
    MEAL = "meal"
    OTHER = "other"


class Why(Enum):
    """Why a stop is not in the plan, or what is wrong where it is."""

    TWO_AT_ONCE = "two_at_once"
    WAY_TOO_SHORT = "way_too_short"
    NO_FERRY = "no_ferry"
    NO_FERRY_BACK = "no_ferry_back"
    NOT_DURING_VISIT = "not_during_visit"
    ENDED = "ended"
    RESTS = "rests"
    CLOSED = "closed"
    OUTSIDE_HOURS = "outside_hours"
    HOLIDAY = "holiday"
    SCHOOL_HOLIDAYS = "school_holidays"
    WEEKEND = "weekend"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    TOO_LONG = "too_long"
    CLASHING_DAY = "clashing_day"
    NO_ROOM = "no_room"
    DARK = "dark"
    WAY_UNKNOWN = "way_unknown"

    @property
    def is_hint(self) -> bool:
        """Whether it is only worth knowing; all others are to be put right."""
        return self in _HINTS


_HINTS = frozenset({Why.WEEKEND, Why.TOO_EARLY, Why.TOO_LATE, Why.DARK, Why.WAY_UNKNOWN})

AT_WORK = frozenset(
    {
        StopKind.INTERVIEW,
        StopKind.WARD,
        StopKind.KITA,
        StopKind.SCHOOL,
        StopKind.FLAT,
        StopKind.OFFICE,
    }
)
"""Somebody has to be at work for these."""
_ON_WEEKDAYS = frozenset({StopKind.KITA, StopKind.SCHOOL, StopKind.OFFICE})
_OUTSIDE = frozenset({StopKind.BEACH, StopKind.ISLAND})
MEALS = ((690, 810), (1050, 1170))
"""When a meal may begin: 11.30 to 13.30, 17.30 to 19.30; an assumption of this program."""

OFFICE_DAY = (480, 1020)
"""From when to when somebody is there whose hours nobody knows, or who never closes: 8 to 17."""
VIEWING_DAY = (480, 1185)
"""The same for a home: a viewing of 45 minutes begins at 19.00 at the latest. Both assumptions."""

Span = tuple[int, int]
_ALL_DAY: Span = (0, 1440)


@dataclass(frozen=True)
class Wish:
    """A stop as far as its days go. `hours`: an OSM value in force, blank where nobody knows them;
    `stands`, `rests`: from when to when it is there, and temporarily closed (None: open, both
    None: never). `asked_day`, `asked_start`: what was agreed, each may be. `point`: about where,
    for the daylight."""

    key: int
    kind: StopKind
    minutes: int
    wanted: int = 2
    hours: str = ""
    stands: tuple[date | None, date | None] = (None, None)
    rests: tuple[date | None, date | None] = (None, None)
    asked_day: date | None = None
    asked_start: int | None = None
    point: Point | None = None


@dataclass(frozen=True)
class Frame:
    """A visit from `first` to `last`; minutes of the day: nobody sets out before `wakes` or is back
    after `rests`."""

    first: date
    last: date
    wakes: int
    rests: int

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(
            self.first + timedelta(days=number)
            for number in range((self.last - self.first).days + 1)
        )


def starts(wish: Wish, on: date, frame: Frame) -> tuple[tuple[Span, ...], Why | None]:
    """The first and last minutes it may begin at on a day, or why at none."""
    if wish.asked_day is not None and wish.asked_day != on:
        return (), None
    against = next(_never(wish, on), None) or _nobody_there(wish, on)
    if against is not None:
        return (), against
    opens = _open(wish, on)
    if not opens:
        return (), Why.CLOSED
    early, late = frame.wakes, frame.rests
    dark = sunset(on, wish.point) if wish.kind in _OUTSIDE and wish.point else None
    lit = late if dark is None else min(late, dark)
    found = tuple(_fitting(opens, early, lit, wish))
    if not found and lit < late and tuple(_fitting(opens, early, late, wish)):
        return (), Why.DARK
    return (found, None) if found else ((), Why.TOO_LONG)


def faults(wish: Wish, on: date, start: int, frame: Frame) -> Iterator[tuple[Why, str]]:
    """What speaks against a stop at a minute of a day; with a holiday its German name."""
    end = start + wish.minutes
    never = tuple(_never(wish, on))
    yield from ((why, "") for why in never)
    nobody = _nobody_there(wish, on)
    if nobody is not None:
        yield nobody, holiday_name(on) or school_holiday_name(on)
    elif wish.hours and not never:
        opens = _open(wish, on)
        if not opens:
            yield Why.CLOSED, ""
        elif not any(first <= start and end <= last for first, last in opens):
            yield Why.OUTSIDE_HOURS, ""
    if start < frame.wakes:
        yield Why.TOO_EARLY, ""
    if end > frame.rests:
        yield Why.TOO_LATE, ""
    dark = sunset(on, wish.point) if wish.kind in _OUTSIDE and wish.point else None
    if dark is not None and end > dark:
        yield Why.DARK, ""


def open_hours(wish: Wish, on: date) -> tuple[Span, ...]:
    """The opening hours of a day, empty where it is closed or nobody knows them."""
    return tuple((slot.start, slot.end) for slot in _day(wish.hours, on).slots)


def _never(wish: Wish, on: date) -> Iterator[Why]:
    first, last = wish.stands
    if not (first or date.min) <= on <= (last or date.max):
        yield Why.ENDED
    elif wish.rests != (None, None):
        first, last = wish.rests
        if (first or date.min) <= on <= (last or date.max):
            yield Why.RESTS


def _nobody_there(wish: Wish, on: date) -> Why | None:
    """A holiday, of a school also school holidays, unless the hours say otherwise; where nobody
    knows them, the weekend."""
    kind = wish.kind
    if kind not in AT_WORK:
        return None
    if holiday_name(on) and not _day(wish.hours, on).minutes:
        return Why.HOLIDAY
    is_silent = "SH" not in holidays_named(wish.hours)
    if kind is StopKind.SCHOOL and school_holiday_name(on) and is_silent:
        return Why.SCHOOL_HOLIDAYS
    weekend = SATURDAY if kind in _ON_WEEKDAYS else SATURDAY + 1
    return Why.WEEKEND if on.weekday() >= weekend and not wish.hours else None


def _open(wish: Wish, on: date) -> tuple[Span, ...]:
    """When it is open, slots that meet as one; all day where nobody knows."""
    day = _day(wish.hours, on)
    if not day.slots:
        return (_ALL_DAY,) if day.opening is Opening.UNKNOWN else ()
    met: list[Span] = []
    for slot in day.slots:
        if met and slot.start <= met[-1][1]:
            met[-1] = (met[-1][0], max(met[-1][1], slot.end))
        else:
            met.append((slot.start, slot.end))
    return tuple(met)


def _day(hours: str, on: date) -> DayHours:
    return counted_week(hours, on - timedelta(days=on.weekday()))[on.weekday()]


def _fitting(opens: tuple[Span, ...], early: int, late: int, wish: Wish) -> Iterator[Span]:
    asked = wish.asked_start
    if asked is None and wish.kind in AT_WORK and opens == (_ALL_DAY,):
        opens = (VIEWING_DAY if wish.kind is StopKind.FLAT else OFFICE_DAY,)
    for first, last in opens:
        begin, end = max(first, early), min(last, late) - wish.minutes
        if asked is not None:
            begin, end = max(begin, asked), min(end, asked)
        for opens_at, closes_at in MEALS if wish.kind is StopKind.MEAL else (_ALL_DAY,):
            if max(begin, opens_at) <= min(end, closes_at):
                yield max(begin, opens_at), min(end, closes_at)
