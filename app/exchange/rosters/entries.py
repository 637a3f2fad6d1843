"""The entries of a calendar as the package icalendar reads them, in the wall time of here.

Imported only where a calendar is read: the package takes 50 ms. What repeats is expanded by
dateutil (RFC 5545, 3.3.10), daily and weekly rules alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TypeAlias

from dateutil.rrule import DAILY, WEEKLY, rrule, weekday
from icalendar import Calendar, Event, vRecur
from icalendar.timezone import tzp

from app.errors import Reason, Refused
from app.records.roster_imports import RosterNoteCode
from app.rules.wall_time import HERE

MOST_TIMES = 20_000
"""Times that all entries of one calendar come to."""

MOST_TRIED = 100_000
"""Times that are counted through, those before the window too."""

Times: TypeAlias = tuple[datetime, datetime]
Moment: TypeAlias = date | datetime

_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
_FREQUENCIES = {"DAILY": (DAILY, 1), "WEEKLY": (WEEKLY, 7)}
_KNOWN_PARTS = {"FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST"}
_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_LARGEST_INTERVAL = 1_000
_LARGEST_COUNT = 5_000
_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Heimathafen//Dienstplan//DE\r\n"


@dataclass(frozen=True)
class Entry:
    """One entry: the line it begins on, what it is called, when it is in wall time of here
    (`is_whole`: from midnight to midnight), what is said of it, and how many times were counted
    through."""

    line: int
    text: str
    times: tuple[Times, ...] = ()
    is_whole: bool = False
    said: tuple[RosterNoteCode, ...] = ()
    tried: int = 0


@dataclass(frozen=True)
class _Rule:
    """What repeats: dateutil's number of the frequency, the days of its step, every how many
    steps, on which weekdays, how often or until when (own wall time), and the first day of its
    weeks."""

    frequency: int
    step: int
    interval: int
    weekdays: tuple[weekday, ...]
    count: int | None
    until: datetime | None
    begins_week: int


def entries_of(
    events: Sequence[tuple[int, str]], zones: Sequence[str], window: tuple[date, date]
) -> Iterator[Entry]:
    """The entries of a calendar, each with its times; what repeats within `window`. Raises
    `Refused(LIST_TOO_LONG)`."""
    tzp.use_default()  # else a zone of another file, of the same name, would be remembered
    parsed = [(line, event) for line, event in _parsed(events, zones)]
    moved = _moved(event for _, event in parsed if event is not None)
    count = tried = 0
    for line, event in parsed:
        try:
            entry = _entry(line, event, moved, window)
        except _UNREADABLE:
            entry = Entry(line, _text(event), said=(RosterNoteCode.NOT_AN_EVENT,))
        count += len(entry.times)
        tried += entry.tried
        if count > MOST_TIMES or tried > MOST_TRIED:
            raise Refused(Reason.LIST_TOO_LONG, count=f"{MOST_TIMES:,}".replace(",", "."))
        yield entry


def _parsed(
    events: Sequence[tuple[int, str]], zones: Sequence[str]
) -> Iterator[tuple[int, Event | None]]:
    """All entries at once; where that fails each by itself, None for one that cannot be read."""
    whole = _read("\r\n".join((*zones, *(text for _, text in events))))
    if whole is not None and len(whole) == len(events):
        yield from ((line, event) for (line, _), event in zip(events, whole, strict=True))
        return
    for line, text in events:
        found = _read("\r\n".join((*zones, text))) or _read(text)
        yield line, found[0] if found else None


def _read(text: str) -> list[Event] | None:
    try:
        found = Calendar.from_ical(f"{_HEAD}{text}\r\nEND:VCALENDAR\r\n")
        return [each for each in found.walk("VEVENT") if isinstance(each, Event)]
    except (*_UNREADABLE, RecursionError):
        return None


def _moved(events: Iterable[Event]) -> dict[str, frozenset[datetime]]:
    """By UID the repeats that an entry of their own takes the place of, or cancels."""
    found: dict[str, frozenset[datetime]] = {}
    for event in events:
        try:
            meant = _stamp(event, "RECURRENCE-ID")
            if isinstance(meant, date):
                name = str(event.get("UID", ""))
                found[name] = found.get(name, frozenset()) | {_here(meant)}
        except _UNREADABLE:
            continue
    return found


def _entry(
    line: int,
    event: Event | None,
    moved: Mapping[str, frozenset[datetime]],
    window: tuple[date, date],
) -> Entry:
    text = _text(event)
    if event is None:
        return Entry(line, text, said=(RosterNoteCode.NOT_AN_EVENT,))
    if str(event.get("STATUS", "")).strip().upper() == "CANCELLED":
        return Entry(line, text, said=(RosterNoteCode.CANCELLED,))
    times = _first(event)
    if times is None:
        return Entry(line, text, said=(RosterNoteCode.NOT_A_TIME,))
    begin, end = times
    is_whole = not isinstance(begin, datetime)
    said: list[RosterNoteCode] = []
    if _lacks_zone(event):
        said.append(RosterNoteCode.UNKNOWN_ZONE)
    starts, tried = _starts(event, begin, window, said)
    if event.get("RECURRENCE-ID") is None:
        left_out = _left_out(event) | moved.get(str(event.get("UID", "")), frozenset())
        starts = [start for start in starts if _here(start) not in left_out]
    length = _own(end, begin) - _own(begin, begin)
    made = tuple((_here(start), _here(_later(start, length))) for start in starts)
    return Entry(line, text, made, is_whole, tuple(said), tried)


def _text(event: Event | None) -> str:
    summary = event.get("SUMMARY", "") if event is not None else ""
    return " ".join(str(summary[0] if isinstance(summary, list) and summary else summary).split())


def _first(event: Event) -> tuple[Moment, Moment] | None:
    """Begin and end of an entry, of a repeated one those of the first time; a whole day ends with
    the day, a time without an end is none (3.6.1)."""
    begin, end = _stamp(event, "DTSTART"), _stamp(event, "DTEND")
    if not isinstance(begin, date):
        return None
    lasts = _stamp(event, "DURATION")
    if end is None and isinstance(lasts, timedelta):
        end = begin + lasts
    if end is None and not isinstance(begin, datetime):
        end = begin + timedelta(days=1)
    if not isinstance(end, date) or isinstance(end, datetime) != isinstance(begin, datetime):
        return None
    return begin, end


def _lacks_zone(event: Event) -> bool:
    """Whether a time names a time zone that nobody knows: it is taken as written."""
    for name in ("DTSTART", "DTEND"):
        at = _stamp(event, name)
        named = getattr(event.get(name), "params", {})
        if isinstance(at, datetime) and at.tzinfo is None and "TZID" in named:
            return True
    return False


def _stamp(event: Event, name: str) -> object:
    """The value of a date, a time or a duration; None where there is none that can be read."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def _starts(
    event: Event, begin: Moment, window: tuple[date, date], said: list[RosterNoteCode]
) -> tuple[list[Moment], int]:
    """When an entry begins, each time, and how many were counted through; the first time alone
    where its rule is not understood."""
    starts: list[Moment] = [begin]
    tried = 1
    if event.get("RRULE") is not None:
        rule = _rule(event, begin)
        if rule is None:
            said.append(RosterNoteCode.NOT_A_RULE)
        else:
            starts, goes_on, tried = _repeated(rule, begin, window)
            if goes_on:
                said.append(RosterNoteCode.REPEATS_ON)
    for added in _dates(event, "RDATE"):
        if isinstance(added, datetime) == isinstance(begin, datetime) and added not in starts:
            starts.append(added)
    return starts, tried


def _rule(event: Event, begin: Moment) -> _Rule | None:
    """A rule by days or weeks; None for any other."""
    told = event.get("RRULE")
    if not isinstance(told, vRecur) or set(told) - _KNOWN_PARTS:
        return None
    frequency = _FREQUENCIES.get(str(told.get("FREQ", [""])[0]).upper())
    interval, count = told.get("INTERVAL", [1])[0], told.get("COUNT", [None])[0]
    days = [_WEEKDAYS.get(str(day).upper()) for day in told.get("BYDAY", ())]
    week = _WEEKDAYS.get(str(told.get("WKST", ["MO"])[0]).upper())
    until = told.get("UNTIL", [None])[0]
    if frequency is None or week is None or None in days or (count and until):
        return None
    if not 1 <= interval <= _LARGEST_INTERVAL:
        return None
    if count is not None and not 1 <= count <= _LARGEST_COUNT:
        return None
    last = None
    if until is not None:
        last = _own(until, begin)
        if not isinstance(until, datetime):
            last += timedelta(days=1) - timedelta(seconds=1)
    weekdays = tuple(weekday(day) for day in days if day is not None)
    return _Rule(*frequency, interval, weekdays, count, last, week)


def _repeated(
    rule: _Rule, begin: Moment, window: tuple[date, date]
) -> tuple[list[Moment], bool, int]:
    """The times within the window, whether there are later ones, and how many were tried."""
    first = _own(begin, begin)
    opens, closes = (datetime.combine(on, time()) for on in window)
    if rule.count is None and first < opens:
        # whole steps of the rule, so that its weeks stay what they are
        step = rule.step * rule.interval
        first += timedelta(days=(opens - first).days // step * step)
    found: list[Moment] = []
    tried = 0
    for at in rrule(
        rule.frequency,
        dtstart=first,
        interval=rule.interval,
        byweekday=rule.weekdays or None,
        count=rule.count,
        until=rule.until,
        wkst=rule.begins_week,
    ):
        tried += 1
        if at >= closes:
            return found, True, tried
        if at >= opens:
            found.append(
                at.replace(tzinfo=_zone(begin)) if isinstance(begin, datetime) else at.date()
            )
    return found, False, tried


def _left_out(event: Event) -> frozenset[datetime]:
    return frozenset(_here(each) for each in _dates(event, "EXDATE"))


def _dates(event: Event, name: str) -> list[Moment]:
    """The dates of a list, of periods when they begin."""
    told = event.get(name)
    found: list[Moment] = []
    for each in told if isinstance(told, list) else [told] if told is not None else []:
        for stamp in getattr(each, "dts", ()):
            at = stamp.dt[0] if isinstance(stamp.dt, tuple) else stamp.dt
            if isinstance(at, date):
                found.append(at)
    return found


def _zone(at: Moment) -> tzinfo | None:
    return at.tzinfo if isinstance(at, datetime) else None


def _here(at: Moment) -> datetime:
    """Wall time of here, without a zone; what has none is taken as written, a day from midnight."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time())
    return at if at.tzinfo is None else at.astimezone(HERE).replace(tzinfo=None)


def _own(at: Moment, begin: Moment) -> datetime:
    """Wall time of where an entry begins, without a zone."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time())
    zone = _zone(begin)
    if zone is not None and at.tzinfo is not None:
        at = at.astimezone(zone)
    return at.replace(tzinfo=None)


def _later(at: Moment, length: timedelta) -> Moment:
    """As much later on the clock of the wall."""
    if not isinstance(at, datetime):
        return at + length
    return (at.replace(tzinfo=None) + length).replace(tzinfo=at.tzinfo)
