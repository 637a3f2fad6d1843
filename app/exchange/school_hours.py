"""When a school is open all day: in OSM notation, in German, or by days and the end alone."""

from __future__ import annotations

import re
from functools import lru_cache

from app.exchange import cleaning
from app.exchange.rows import Row
from app.records.imports import NoteCode

NAME = "school_all_day_osm"
_END_ALONE = re.compile(
    r"(?P<days>[^\d]*[^\d\s–-])\s*(?:\bbis\b|-|–)\s*"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?:\s*Uhr)?"
)


def all_day_of(row: Row, lessons: str) -> str:
    """The hours beside the lessons as an OSM opening_hours value, "" where unknown; what could not
    be read is told and left out.

    Where a list names only days and the end ("Mo-Do bis 15:30"), all-day care begins when the
    `lessons` (OSM) of that day end.
    """
    text = row.take(NAME, cleaning.line(row.text(NAME)))
    if not text or _is_osm(text):
        return text
    osm, code = _read(text, lessons)
    row.say(NAME, code, text, osm)
    return osm


@lru_cache(maxsize=1024)
def _read(text: str, lessons: str) -> tuple[str, NoteCode]:
    from app.rules.reading_hours.reading import read_hours

    ends = _END_ALONE.fullmatch(text)
    if ends is None:
        found = read_hours(text)
        return (found.osm, NoteCode.HOURS_READ) if found.is_sure else ("", NoteCode.HOURS_UNREAD)
    minute = ends["minute"] or "00"
    days = read_hours(f"{ends['days']} 0:00-{ends['hour']}:{minute}")
    if not days.is_sure:
        return "", NoteCode.HOURS_UNREAD
    osm = _after_lessons(days.osm, lessons)
    return osm, NoteCode.HOURS_READ if osm else NoteCode.HOURS_BEGIN_MISSING


def _after_lessons(days: str, lessons: str) -> str:
    """The days of one value from the end of their lessons on; "" where one day has no lessons
    that end before."""
    from app.rules.week_plan import PlanSlot, WeekPlan, to_osm
    from app.rules.week_reading import from_osm

    wanted, taught = from_osm(days), from_osm(lessons) if lessons else None
    if wanted is None or taught is None:
        return ""
    found: list[tuple[PlanSlot, ...]] = []
    for slots, before in zip(wanted.days, taught.days, strict=True):
        end = max((each.end for each in before), default=0)
        if slots and not 0 < end < slots[-1].end:
            return ""
        found.append((PlanSlot(end, slots[-1].end),) if slots else ())
    return to_osm(WeekPlan(tuple(found)))


def _is_osm(text: str) -> bool:
    from app.rules.hours import check

    return check(text) is None
