"""Calendars (iCalendar, RFC 5545): their entries as duties and free days."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from app.errors import Reason, Refused
from app.exchange.rosters.asked import Asked
from app.exchange.rosters.codes import Codes, meaning, slot
from app.exchange.rosters.gathering import Gathering
from app.exchange.rosters.words import is_free, is_leave
from app.records.roster_imports import Place, RosterNoteCode
from app.rules.rosters import DAY

MOST_EVENTS = 5_000
"""Entries of one calendar."""
MOST_DAYS = 1_100
"""Days of one entry that lasts whole days: three years of parental leave."""
PAST, AHEAD = timedelta(days=366), timedelta(days=400)
"""From when before today, and until when after it, what repeats is read."""

_BLOCK = re.compile(r"(BEGIN|END):(VEVENT|VTIMEZONE)[ \t]*", re.IGNORECASE)
_ODD_ZONE = re.compile(r"^RRULE(?!.*FREQ=YEARLY)", re.IGNORECASE | re.MULTILINE)
_MOST_ZONES = 40


def is_calendar(text: str) -> bool:
    """Whether a text is a calendar rather than a table."""
    return re.match(r"\s*BEGIN:VCALENDAR\b", text[:200], re.IGNORECASE) is not None


def read_calendar(text: str, asked: Asked, codes: Codes, into: Gathering) -> None:
    """Take the entries of a calendar. Raises `Refused(LIST_TOO_LONG)`."""
    from app.exchange.rosters.entries import entries_of

    window = (asked.today - PAST, asked.today + AHEAD)
    for entry in entries_of(*_parts(text), window):
        place = Place(entry.line)
        for code in entry.said:
            into.say(code, place, entry.text)
        for start, end in entry.times:
            if entry.is_whole:
                _take_days(entry.text, start, end, place, codes, into)
            else:
                _take_times(entry.text, start, end, place, codes, into)


def _parts(text: str) -> tuple[list[tuple[int, str]], list[str]]:
    """The entries with the lines they begin on, and the time zones; one whose clock changes other
    than once a year is left out."""
    events: list[tuple[int, str]] = []
    zones: list[str] = []
    begun, kind = 0, ""
    lines = re.split(r"\r\n|\r|\n", text)
    for place, line in enumerate(lines):
        found = _BLOCK.fullmatch(line)
        if found is None:
            continue
        told = found[2].upper()
        if found[1].upper() == "BEGIN":
            begun, kind = place, told
            continue
        if kind == told:
            whole = "\r\n".join(lines[begun : place + 1])
            if kind == "VEVENT":
                events.append((begun + 1, whole))
            elif not _ODD_ZONE.search(whole) and len(zones) < _MOST_ZONES:
                zones.append(whole)
        kind = ""
        if len(events) > MOST_EVENTS:
            raise Refused(Reason.LIST_TOO_LONG, count=f"{MOST_EVENTS:,}".replace(",", "."))
    return events, zones


def _take_days(
    text: str, start: datetime, end: datetime, place: Place, codes: Codes, into: Gathering
) -> None:
    """Whole days: leave is free, a code is its shift, and what is neither is told."""
    said = meaning(text, codes)
    is_free_time = is_leave(text) and codes.known(text) is None
    if not is_free_time and (said.wrong is not None or not said.slots):
        into.say(RosterNoteCode.ALL_DAY, place, f"{text} {start:%d.%m.%Y}".strip())
        return
    for count in range(min((end - start).days, MOST_DAYS)):
        on = start.date() + timedelta(days=count)
        told = f"{text} {on:%d.%m.%Y}"
        if not into.knows(on, place, told):
            return
        if is_free_time:
            into.free(on.toordinal(), place, told)
        else:
            into.take(on.toordinal(), said, place, told)


def _take_times(
    text: str, start: datetime, end: datetime, place: Place, codes: Codes, into: Gathering
) -> None:
    """From a time to a time: a duty, unless it is called leave."""
    stops = f"{end:%H:%M}" if end - start < timedelta(days=1) else f"{end:%d.%m.%Y %H:%M}"
    told = f"{text} {start:%d.%m.%Y %H:%M}–{stops}".strip()
    if end <= start:
        into.say(RosterNoteCode.NOT_A_TIME, place, told)
        return
    if not into.knows(start.date(), place, told):
        return
    day = start.date().toordinal()
    if text and is_free(text) and codes.known(text) is None:
        last = (end - timedelta(minutes=1)).date().toordinal()
        for each in range(day, min(last + 1, day + MOST_DAYS)):
            into.free(each, place, told)
        return
    begins = start.hour * 60 + start.minute
    ends = (end.date().toordinal() - day) * DAY + end.hour * 60 + end.minute
    into.duty(day, slot(begins, ends, text, codes), place, told)
