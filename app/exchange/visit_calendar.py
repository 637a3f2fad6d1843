"""A visit as a calendar file (RFC 5545): an appointment for each stop. Entries in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.rules.wall_time import HERE


@dataclass(frozen=True)
class Appointment:
    """A stop at its time: minutes of the day on the clock. `key` is unique for ever; `contact` is
    how to reach the office, `confirmed` whether somebody there said yes."""

    key: str
    on: date
    start: int
    end: int
    summary: str
    where: str = ""
    description: str = ""
    contact: str = ""
    website: str = ""
    confirmed: bool = False


def written(name: str, appointments: Iterable[Appointment], at: datetime, sequence: int) -> bytes:
    """The whole file; `name` is what the calendar is called, `at` the moment it is written (aware).
    `sequence` grows with every file, so that a later one replaces what an earlier one said
    (3.8.7.4). Times are in UTC (3.3.5, form 2), so no zone has to be described."""
    from icalendar import Event  # takes 50 ms, so only where a file is written

    from app.exchange import calendar_parts

    calendar = calendar_parts.head(name)
    for each in appointments:
        event = Event()
        event.add("uid", each.key)
        event.add("sequence", sequence)
        event.add("dtstamp", at)
        event.add("dtstart", moment(each.on, each.start))
        event.add("dtend", moment(each.on, each.end))
        event.add("status", "CONFIRMED" if each.confirmed else "TENTATIVE")
        for field, text in (
            ("summary", each.summary),
            ("location", each.where),
            ("description", each.description),
            ("contact", each.contact),
        ):
            if text:
                event.add(field, calendar_parts.text(text))
        if each.website:
            event.add("url", each.website)
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def moment(on: date, minute: int) -> datetime:
    """What the clock shows, in UTC; 24:00 is the next midnight."""
    day = on + timedelta(days=minute // 1440)
    hour, minute = divmod(minute % 1440, 60)
    shown = datetime(day.year, day.month, day.day, hour, minute, tzinfo=HERE)
    return shown.astimezone(UTC)
