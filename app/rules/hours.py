"""Opening hours in OpenStreetMap's notation, read as minutes of real days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from app.rules.calendar import (
    CalendarUnknown,
    public_holidays,
    school_holidays,
    school_holidays_known_until,
)

if TYPE_CHECKING:
    from opening_hours import OpeningHours

DAY = 1440
"""Minutes of a day; a slot that ends at midnight ends at 1440."""

_WEEKDAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_DAYS = rf"{_WEEKDAY}(?:\s*-\s*{_WEEKDAY})?(?:\s*\[[^\]]*\])?"
_HOLIDAY = r"(?:PH|SH)(?:\s*[+-]\s*\d+\s*days?)?"
_ITEM = rf"(?:{_HOLIDAY}|{_DAYS})"
_LIST = rf"{_ITEM}(?:\s*,\s*{_ITEM})*"
_SELECTOR = re.compile(rf"(?<!\w)({_LIST})(?:\s+({_LIST}))?(?!\w)")
_SHIFTED = re.compile(r"(PH|SH)(?:\s*([+-])\s*(\d+)\s*days?)?")
# Rules are parted by ";", "||" or by a comma after a time, a modifier or a comment.
_PARTED = re.compile(
    r'(;|\|\||(?:(?<=:[0-9]{2})|(?<=[+"fdn]))\s*,'
    r"(?=\s*(?:PH|SH|" + _WEEKDAY + r"|[A-Z][a-z]{2}\b|\d{4}\s)))"
)
_SPAN = re.compile(r"\b(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})\b")
_COLUMN = re.compile(r"--> (\d+):(\d+)")
_COMMENT = re.compile(r'"[^"]*"')
_SURE = re.compile(r'\bopen\s+"([^"]*)"')
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Stands for "no such day" in the weeks around the one asked for.
_NEVER = "1900 Jan 01"


class Opening(Enum):
    """How a day stands. Unknown is never counted as open and never as closed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class HoursProblem:
    """Why a text is no OSM opening_hours value; `column` counts its characters from 1."""

    column: int
    near: str


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


@dataclass(frozen=True)
class HolidayDates:
    """The public holidays and the days of school holidays that a week is read with, and the last
    days up to which they are known; by default these are all there are."""

    public: frozenset[date] = frozenset()
    school: frozenset[date] = frozenset()
    public_until: date = date.max
    school_until: date = date.max


def check(text: str) -> HoursProblem | None:
    """None where the text is a valid opening_hours value, else where it stops being one.

    A blank text is no value: hours that are unknown are not asked.
    """
    if not text.strip():
        return HoursProblem(1, "")
    if "\n" in text or "\r" in text:
        column = len(re.split(r"[\r\n]", text)[0]) + 1
        return HoursProblem(column, "")
    from opening_hours import ParserError  # type: ignore[attr-defined]  # its stub forgot it

    try:
        _parsed(text)
    except (ParserError, UnicodeEncodeError) as error:
        found = _COLUMN.search(str(error))
        column = int(found[2]) if found else 1
        return HoursProblem(column, text[column - 1 : column + 11])
    return None


def week(text: str, monday: date, holidays: HolidayDates) -> tuple[DayHours, ...]:
    """The seven days from `monday` (any day will do) as minutes.

    PH and SH are the days of `holidays`; give those of the day before and the week itself. A
    blank or invalid text, and a day that only a comment describes, is unknown, not closed; so is
    a day after the holidays that the text asks for are known.
    """
    days = [monday + timedelta(days=count) for count in range(7)]
    if check(text) is not None:
        return tuple(DayHours(day, (), Opening.UNKNOWN) for day in days)
    hours = _parsed(with_dates(text, monday, holidays))
    sure_comments = frozenset(_SURE.findall(text))
    before = monday - timedelta(days=1)
    found = [_day(hours, day, sure_comments) for day in (before, *days)]
    read = (_with_night(found[place - 1], found[place], text) for place in range(1, 8))
    until = readable_until(text, holidays)
    return tuple(day if day.on <= until else DayHours(day.on, (), Opening.UNKNOWN) for day in read)


@lru_cache(maxsize=4096)
def holidays_named(text: str) -> Mapping[str, int]:
    """Which holidays a value asks for, "PH" and "SH", and how many days ahead of the day itself
    it looks for one: "PH -1 day" is the eve of a holiday."""
    found: dict[str, int] = {}
    for name, sign, days in _SHIFTED.findall(_COMMENT.sub("", text)):
        ahead = int(days) if sign == "-" else 0
        found[name] = max(ahead, found.get(name, 0))
    return found


def readable_until(text: str, holidays: HolidayDates) -> date:
    """The last day on which a value can be read: the holidays it asks for are known that far."""
    known = {"PH": holidays.public_until, "SH": holidays.school_until}
    ends = (known[name].toordinal() - ahead for name, ahead in holidays_named(text).items())
    return date.fromordinal(max(date.min.toordinal(), min(ends, default=date.max.toordinal())))


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


def lower_saxony(first: date, last: date) -> HolidayDates:
    """Public and school holidays of Lower Saxony of these days, and how far they are known:
    school holidays as far as the KMK has set them, public ones as far as the calendar goes."""
    public, public_until = _known(public_holidays, first, last)
    school, school_until = _known(school_holidays, first, last)
    return HolidayDates(
        public, school, public_until, min(school_until, school_holidays_known_until())
    )


def with_dates(text: str, monday: date, holidays: HolidayDates) -> str:
    """The value with PH and SH replaced by the dates around the week of `monday`.

    The parser knows neither the Reformation Day nor the school holidays of Lower Saxony, and
    reads "SH Mo-Fr" (weekdays in the holidays) as "SH or Mo-Fr".
    """
    window = [monday + timedelta(days=count) for count in range(-1, 8)]
    pieces = _pieces(text)
    out: list[str] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            out.append(piece)
        else:
            before = pieces[place - 1] if place else ";"
            out.append(_dated(piece, before if before == "||" else ";", window, holidays))
    return "".join(out)


def _pieces(text: str) -> list[str]:
    """Rules and separators in turn; what stands in quotes parts nothing."""
    hidden = _COMMENT.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', text)
    pieces: list[str] = []
    end = 0
    for found in _PARTED.finditer(hidden):
        pieces += [text[end : found.start()], text[found.start() : found.end()]]
        end = found.end()
    pieces.append(text[end:])
    return pieces


def _dated(rule: str, separator: str, window: list[date], holidays: HolidayDates) -> str:
    hidden = _COMMENT.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', rule)
    found = next(
        (hit for hit in _SELECTOR.finditer(hidden) if re.search(r"\b[PS]H\b", hit[0])), None
    )
    if found is None:
        return rule
    before, after = rule[: found.start()], rule[found.end() :]
    first = [item.strip() for item in _items(found[1])]
    second = found[2] or ""
    if second and re.search(r"\b[PS]H\b", second):
        # "Mo-Fr SH": the same days named the other way round.
        first, second = [item.strip() for item in _items(second)], found[1]
    wanted: set[date] = set()
    for item in first:
        shifted = _SHIFTED.fullmatch(item)
        if shifted:
            wanted |= _days_of(shifted, holidays)
    named = [item for item in first if not _SHIFTED.fullmatch(item)]
    days = [day for day in window if day in wanted and _selected(f"{before} {second}", day)]
    dates = ",".join(_osm_date(day) for day in days) or _NEVER
    # The dates stand for the wide selector too (month, week), which was applied to each of them.
    lead = re.match(r"\s*", before)
    rules = [f"{lead[0] if lead else ''}{dates}{after}"]
    if named:
        rules.insert(0, f"{before}{','.join(named)}{' ' + second if second else ''}{after}")
    return f"{separator} ".join(rules)


def _items(text: str) -> list[str]:
    return re.split(r",(?![^\[]*\])", text)


def _days_of(shifted: re.Match[str], holidays: HolidayDates) -> set[date]:
    named = holidays.public if shifted[1] == "PH" else holidays.school
    count = int(shifted[3] or 0) * (-1 if shifted[2] == "-" else 1)
    # Two years are further than any real rule reaches and keep the dates in range.
    step = timedelta(days=max(-730, min(730, count)))
    return {day + step for day in named}


def _selected(selector: str, day: date) -> bool:
    wide = selector.strip().rstrip(":").strip()
    if not wide:
        return True
    from opening_hours import ParserError  # type: ignore[attr-defined]

    try:
        return _parsed(f"{wide} 00:00-24:00").is_open(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001
    except ParserError:
        return True


def _osm_date(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}"


@lru_cache(maxsize=4096)
def _parsed(text: str) -> OpeningHours:
    from opening_hours import OpeningHours

    return OpeningHours(text, auto_country=False, auto_timezone=False)


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


def _with_night(before: DayHours, day: DayHours, text: str) -> DayHours:
    """The day with the early hours of the evening before, and no others.

    The parser forgets them where the day has a rule of its own ("Mo-Th 20:00-04:00; Fr
    20:00-02:00"), and keeps those of an evening that a later rule closes ("PH off"). Two nights
    that begin alike count with the shorter one.
    """
    spans = [
        (int(hour) * 60 + int(minute), int(end) * 60 + int(last))
        for hour, minute, end, last in _SPAN.findall(_COMMENT.sub("", text))
    ]
    nights = [(start, end % DAY) for start, end in spans if not start < end <= DAY and end % DAY]
    evening = before.slots[-1] if before.slots and before.slots[-1].end == DAY else None
    early = day.slots[0] if day.slots and day.slots[0].start == 0 else None
    if evening is None and early is not None:
        own = any(start == 0 for start, _ in spans)
        if own or early.end not in {end for _, end in nights}:
            return day
        return _of_slots(day.on, day.slots[1:], day.opening)
    ends = [end for start, end in nights if evening is not None and start == evening.start]
    if evening is None or early is not None or not ends:
        return day
    night = Slot(0, min(ends), evening.sure, evening.comment)
    later = [slot for slot in day.slots if slot.end > night.end]
    if later and later[0].start < night.end:
        later[0] = replace(later[0], start=night.end)
    return _of_slots(day.on, (night, *later), day.opening)


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


def _known(
    of_year: Callable[[int], Mapping[date, str]], first: date, last: date
) -> tuple[frozenset[date], date]:
    """The holidays from `first` to `last`, and the last day before the first unknown year."""
    found: list[date] = []
    for year in range(first.year, last.year + 1):
        try:
            found += (day for day in of_year(year) if first <= day <= last)
        except CalendarUnknown:
            before = date.min if year == first.year else date(year - 1, 12, 31)
            return frozenset(found), before
    return frozenset(found), date.max
