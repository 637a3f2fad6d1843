"""iCalendar files (RFC 5545): steps as tasks and as all-day events. Entries in, bytes out.

Written by hand: the library at hand takes `\\N` in a person's words for a line break and needs
0.8 ms an entry. The tests read every file back through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum

PRODUCT = "-//Heimathafen//Kalenderdatei 1.0//DE"
LONGEST = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_RINGS_AT = 9  # o'clock, where a day without a time begins at midnight


class EntryState(Enum):
    """OPEN is still to do, DONE was done, CANCELLED takes back what an earlier file said."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Entry:
    """One step on its day. `key` is unique for ever and in every file; task and event get a UID of
    their own from it. `sequence` counts the changes, `changed` is the moment of the last one, None
    where it is not known. `earliest`: from that day on, in place of until then. `warning`: days
    before, None without an alarm."""

    key: str
    sequence: int
    changed: datetime | None
    on: date
    summary: str
    description: str
    categories: tuple[str, ...] = ()
    state: EntryState = EntryState.OPEN
    done_on: date | None = None
    earliest: bool = False
    warning: int | None = None


def pieces(
    name: str, entries: Sequence[Entry], at: datetime, *, todos: bool, events: bool
) -> Iterator[bytes]:
    """The file piece by piece: its head, each entry, its end. `name` is what the calendar is
    called, `at` the moment it is written (aware)."""
    yield _block(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",  # RFC 7986, 5.1
        f"X-WR-CALNAME:{escaped(name)}",
    )
    stamp = _moment(at)
    for entry in entries:
        yield (_todo(entry, stamp) if todos else b"") + (_event(entry, stamp) if events else b"")
    yield _block("END:VCALENDAR")


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11); control characters, which it cannot hold, are left out."""
    one = text.replace("\r\n", "\n").replace("\r", "\n")
    one = one.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return _CONTROLS.sub("", one)


def folded(line: str) -> bytes:
    """A content line with its end, broken into lines of at most 75 octets (RFC 5545, 3.1): never
    within a character, and never within an escape, which some readers do not put together."""
    octets = line.encode("utf-8", "replace")
    if len(octets) <= LONGEST:
        return octets + b"\r\n"
    parts: list[bytes] = []
    start, room = 0, LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        before = octets[start:end]
        end -= (len(before) - len(before.rstrip(b"\\"))) % 2
        parts.append(octets[start:end])
        start, room = end, LONGEST - 1  # the blank that begins a continuation counts
    parts.append(octets[start:])
    return b"\r\n ".join(parts) + b"\r\n"


def _todo(entry: Entry, stamp: str) -> bytes:
    """RFC 5545, 3.6.2. What is possible from a day on begins then and is never due."""
    due = "DTSTART" if entry.earliest else "DUE"
    status = ["STATUS:NEEDS-ACTION", "PERCENT-COMPLETE:0"]
    if entry.state is EntryState.CANCELLED:
        status = ["STATUS:CANCELLED"]
    elif entry.state is EntryState.DONE:
        status = ["STATUS:COMPLETED", "PERCENT-COMPLETE:100"]
        if entry.done_on is not None:
            status.append(f"COMPLETED:{_day(entry.done_on)}T120000Z")
    return _block(
        "BEGIN:VTODO",
        *_head(entry, "todo", stamp),
        f"{due};VALUE=DATE:{_day(entry.on)}",
        *status,
        *_alarm(entry, "" if entry.earliest else ";RELATED=END"),
        "END:VTODO",
    )


def _event(entry: Entry, stamp: str) -> bytes:
    """RFC 5545, 3.6.1; DTEND is the day after and not part of it."""
    cancelled = entry.state is EntryState.CANCELLED
    return _block(
        "BEGIN:VEVENT",
        *_head(entry, "event", stamp),
        f"DTSTART;VALUE=DATE:{_day(entry.on)}",
        f"DTEND;VALUE=DATE:{_day(entry.on + timedelta(days=1))}",
        "TRANSP:TRANSPARENT",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        *_alarm(entry, ""),
        "END:VEVENT",
    )


def _head(entry: Entry, kind: str, stamp: str) -> Iterator[str]:
    yield f"UID:{entry.key}-{kind}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTAMP:{stamp}"
    if entry.changed is not None:
        yield f"LAST-MODIFIED:{_moment(entry.changed)}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    if entry.categories:
        yield f"CATEGORIES:{','.join(map(escaped, entry.categories))}"
    # who looks into the calendar of somebody else sees that there is something, not what
    yield "CLASS:PRIVATE"


def _alarm(entry: Entry, related: str) -> Iterator[str]:
    """RFC 5545, 3.6.6: at nine in the morning, so many days before. A day without a time begins
    at midnight (3.8.6.3), so that the hours until nine are taken off."""
    if entry.warning is None or entry.state is not EntryState.OPEN:
        return
    days = entry.warning - 1
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER{related}:-P{f'{days}D' if days else ''}T{24 - _RINGS_AT}H"
    yield f"DESCRIPTION:{escaped(entry.summary)}"
    yield "END:VALARM"


def _block(*lines: str) -> bytes:
    return b"".join(map(folded, lines))


def _day(on: date) -> str:
    return on.isoformat().replace("-", "")


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
