"""The parts of a calendar file as the package icalendar builds them (RFC 5545).

Imported only while a file is written: the package takes 50 ms.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Component, Event, Todo, vCategory, vDate, vDuration, vText

from app.exchange.calendar_file import Entry, EntryState

PRODUCT = "-//Heimathafen//Kalenderdatei 1.0//DE"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HALVES = re.compile(r"[\ud800-\udfff]")
_RINGS_AT = timedelta(hours=9)  # where a day without a time begins at midnight (3.8.6.3)
_NOON = time(12, tzinfo=UTC)


class Text(vText):
    """A TEXT value (3.3.11). The package's own takes `\\N` in a person's words (C:\\Norden) for a
    line break."""

    def to_ical(self) -> bytes:
        one = str(self).replace("\r\n", "\n").replace("\r", "\n")
        for mark, escape in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
            one = one.replace(mark, escape)
        return one.encode("utf-8")


def head(name: str) -> Calendar:
    """The calendar itself, nothing in it."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", text(name))  # RFC 7986, 5.1
    made.add("x-wr-calname", text(name))
    return made


def todo(entry: Entry, at: datetime) -> Todo:
    """3.6.2. What is possible from a day on begins then and is never due."""
    made = Todo()
    _describe(made, entry, "todo", at)
    made.add("dtstart" if entry.earliest else "due", vDate(entry.on))
    if entry.state is EntryState.CANCELLED:
        made.add("status", "CANCELLED")
    elif entry.state is EntryState.DONE:
        made.add("status", "COMPLETED")
        made.add("percent-complete", 100)
        if entry.done_on is not None:
            made.add("completed", datetime.combine(entry.done_on, _NOON))
    else:
        made.add("status", "NEEDS-ACTION")
        made.add("percent-complete", 0)
    _warn(made, entry, from_end=not entry.earliest)
    return made


def event(entry: Entry, at: datetime) -> Event:
    """3.6.1; DTEND is the day after and not part of it."""
    made = Event()
    _describe(made, entry, "event", at)
    made.add("dtstart", vDate(entry.on))
    made.add("dtend", vDate(entry.on + timedelta(days=1)))
    made.add("transp", "TRANSPARENT")
    made.add("status", "CANCELLED" if entry.state is EntryState.CANCELLED else "CONFIRMED")
    _warn(made, entry, from_end=False)
    return made


def _describe(part: Component, entry: Entry, kind: str, at: datetime) -> None:
    part.add("uid", f"{entry.key}-{kind}")
    part.add("sequence", entry.sequence)
    part.add("dtstamp", at)
    if entry.changed is not None:
        part.add("last-modified", entry.changed)
    part.add("summary", text(entry.summary))
    if entry.description:
        part.add("description", text(entry.description))
    if entry.categories:
        categories = vCategory([])
        categories.cats = [text(name) for name in entry.categories]
        part.add("categories", categories)
    # who looks into the calendar of somebody else sees that there is something, not what
    part.add("class", "PRIVATE")


def _warn(part: Component, entry: Entry, *, from_end: bool) -> None:
    """3.6.6: at nine in the morning, so many days before."""
    if entry.warning is None or entry.state is not EntryState.OPEN:
        return
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    trigger = vDuration(_RINGS_AT - timedelta(days=entry.warning))
    if from_end:
        trigger.params["RELATED"] = "END"
    alarm.add("trigger", trigger)
    alarm.add("description", text(entry.summary))
    part.add_component(alarm)


def text(words: str) -> Text:
    """A person's words without what the format cannot hold."""
    return Text(_HALVES.sub("?", _CONTROLS.sub("", words)))
