"""Opening hours as they hold on each day: validity and temporary closures put into the value.

The directory keeps the ordinary hours and, beside them, from when to when they are so. Whoever
counts minutes of real days reads `in_force`, whoever tells a person reads `bounds` too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Protocol

from app.rules.hours import check

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# The years an OSM value can name; what reaches further counts from or up to here.
_FIRST, _LAST = date(1900, 1, 1), date(9999, 12, 31)
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")


class Entry(Protocol):
    """An entry of the directory as far as its days go; every last day is included, None is open.
    Without any date of a closure its reason closes nothing."""

    @property
    def hours_osm(self) -> str: ...
    @property
    def hours_from(self) -> date | None: ...
    @property
    def hours_to(self) -> date | None: ...
    @property
    def closed_from(self) -> date | None: ...
    @property
    def closed_until(self) -> date | None: ...
    @property
    def closed_because(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


class Limit(Enum):
    """What bounds an entry: it rests or will, begins, ends or has ended; its hours do."""

    CLOSED = "closed"
    CLOSES = "closes"
    BEGINS = "begins"
    ENDS = "ends"
    ENDED = "ended"
    HOURS_BEGIN = "hours_begin"
    HOURS_END = "hours_end"
    HOURS_ENDED = "hours_ended"


@dataclass(frozen=True)
class Bound:
    """One limit of an entry and the days it speaks of, the last included; `because` only of
    closures."""

    limit: Limit
    first: date | None = None
    last: date | None = None
    because: str = ""


def in_force(entry: Entry) -> str:
    """The opening hours as an OSM value that knows from when to when they hold.

    Days before or after the validity of the hours or of the entry are `unknown`, those of a
    temporary closure `off "reason"`; after it the hours are there again. A blank or invalid value
    stays what it is.
    """
    return _composed(
        entry.hours_osm,
        (entry.hours_from, entry.hours_to),
        (entry.valid_from, entry.valid_to),
        (entry.closed_from, entry.closed_until),
        entry.closed_because,
    )


def bounds(entry: Entry, today: date) -> tuple[Bound, ...]:
    """What must be said of an entry beside its ordinary hours; what is over is left out, but that
    it has ended."""
    return (*_closure(entry, today), *_life(entry, today), *_validity(entry, today))


def stands(entry: Entry, on: date) -> bool:
    """Whether the entry is there on a day; a temporary closure does not count."""
    first, last = entry.valid_from or date.min, entry.valid_to or date.max
    return first <= on <= last


def rests(entry: Entry, on: date) -> bool:
    """Whether it is temporarily closed on a day."""
    if entry.closed_from is None and entry.closed_until is None:
        return False
    return (entry.closed_from or date.min) <= on <= (entry.closed_until or date.max)


_Span = tuple[date | None, date | None]


@lru_cache(maxsize=4096)
def _composed(osm: str, hours: _Span, valid: _Span, closed: _Span, because: str) -> str:
    rules = [*_outside(hours), *_outside(valid)]
    resting = _days(*closed) if closed != (None, None) else ""
    if (not rules and not resting) or check(osm) is not None:
        return osm
    bare = "; ".join([osm, *rules, *([f"{resting} off"] if resting else [])])
    reason = _BLANKS.sub(" ", because.replace('"', "'")).strip()
    if resting and reason:
        told = f'{bare} "{reason}"'
        # a reason that the notation cannot hold is left out, the closure is not
        return told if check(told) is None else bare
    return bare


def _outside(span: _Span) -> Iterator[str]:
    first, last = span
    if first is not None and first > _FIRST:
        yield f"{_days(None, first - timedelta(days=1))} unknown"
    if last is not None and last < _LAST:
        yield f"{_days(last + timedelta(days=1), None)} unknown"


def _days(first: date | None, last: date | None) -> str:
    start = max(first or _FIRST, _FIRST)
    end = max(start, min(last or _LAST, _LAST))
    return f"{_osm_date(start)}-{_osm_date(end)}"


def _osm_date(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}"


def _closure(entry: Entry, today: date) -> Iterator[Bound]:
    first, last = entry.closed_from, entry.closed_until
    if rests(entry, today):
        yield Bound(Limit.CLOSED, first, last, entry.closed_because)
    elif first is not None and first > today:
        yield Bound(Limit.CLOSES, first, last, entry.closed_because)


def _life(entry: Entry, today: date) -> Iterator[Bound]:
    first, last = entry.valid_from, entry.valid_to
    if first is not None and first > today:
        yield Bound(Limit.BEGINS, first, last)
    if last is not None:
        yield Bound(Limit.ENDED if last < today else Limit.ENDS, first, last)


def _validity(entry: Entry, today: date) -> Iterator[Bound]:
    first, last = entry.hours_from, entry.hours_to
    if first is not None and first > today:
        yield Bound(Limit.HOURS_BEGIN, first, last)
    if last is not None:
        yield Bound(Limit.HOURS_ENDED if last < today else Limit.HOURS_END, first, last)
