"""iCalendar files (RFC 5545): steps as tasks and as all-day events. Entries in, bytes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

_END = b"END:VCALENDAR\r\n"


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
    from app.exchange import calendar_parts

    whole: bytes = calendar_parts.head(name).to_ical()
    yield whole.removesuffix(_END)
    for entry in entries:
        parts = [
            *((calendar_parts.todo(entry, at),) if todos else ()),
            *((calendar_parts.event(entry, at),) if events else ()),
        ]
        yield b"".join(part.to_ical() for part in parts)
    yield _END
