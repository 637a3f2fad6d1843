"""Holidays in OSM opening_hours values: Lower Saxony's dates put in for PH and SH."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from app.rules.calendar import (
    CalendarUnknown,
    public_holidays,
    school_holidays,
    school_holidays_known_until,
)
from app.rules.hours_parsing import COMMENT, parsed, pieces

_WEEKDAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_DAYS = rf"{_WEEKDAY}(?:\s*-\s*{_WEEKDAY})?(?:\s*\[[^\]]*\])?"
_HOLIDAY = r"(?:PH|SH)(?:\s*[+-]\s*\d+\s*days?)?"
_ITEM = rf"(?:{_HOLIDAY}|{_DAYS})"
_LIST = rf"{_ITEM}(?:\s*,\s*{_ITEM})*"
_SELECTOR = re.compile(rf"(?<!\w)({_LIST})(?:\s+({_LIST}))?(?!\w)")
_SHIFTED = re.compile(r"(PH|SH)(?:\s*([+-])\s*(\d+)\s*days?)?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Stands for "no such day" in the weeks around the one asked for.
_NEVER = "1900 Jan 01"


@dataclass(frozen=True)
class HolidayDates:
    """The public holidays and the days of school holidays that a week is read with, and the last
    days up to which they are known; by default these are all there are."""

    public: frozenset[date] = frozenset()
    school: frozenset[date] = frozenset()
    public_until: date = date.max
    school_until: date = date.max


@lru_cache(maxsize=4096)
def holidays_named(text: str) -> Mapping[str, int]:
    """Which holidays a value asks for, "PH" and "SH", and how many days ahead of the day itself
    it looks for one: "PH -1 day" is the eve of a holiday."""
    found: dict[str, int] = {}
    for name, sign, days in _SHIFTED.findall(COMMENT.sub("", text)):
        ahead = int(days) if sign == "-" else 0
        found[name] = max(ahead, found.get(name, 0))
    return found


def readable_until(text: str, holidays: HolidayDates) -> date:
    """The last day on which a value can be read: the holidays it asks for are known that far."""
    known = {"PH": holidays.public_until, "SH": holidays.school_until}
    ends = (known[name].toordinal() - ahead for name, ahead in holidays_named(text).items())
    return date.fromordinal(max(date.min.toordinal(), min(ends, default=date.max.toordinal())))


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
    found = pieces(text)
    out: list[str] = []
    for place, piece in enumerate(found):
        if place % 2:
            out.append(piece)
        else:
            before = found[place - 1].strip() if place else ";"
            out.append(_dated(piece, before, window, holidays))
    return "".join(out)


def _dated(rule: str, separator: str, window: list[date], holidays: HolidayDates) -> str:
    hidden = COMMENT.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', rule)
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
        return parsed(f"{wide} 00:00-24:00").is_open(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001
    except ParserError:
        return True


def _osm_date(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}"


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
