"""Days as one says them on the telephone: a word, a weekday, so many weeks, a day of the month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_NUMBERED = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?", re.ASCII)
_COUNTED = re.compile(r"(\d{1,3})([^\W\d_]+)", re.ASCII)
_MOST = 1100  # days: nobody reaches further ahead by counting


@dataclass(frozen=True)
class DayWords:
    """The words of a language, in lower case: `days` from today, `weekdays` counted from Monday as
    0, `units` in days."""

    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, int]


def near_day(typed: str, today: date, words: DayWords) -> date | None:
    """The day one word means, seen from today; None where it means none. A weekday is the next one
    after today; a day without its year is the next one from today on."""
    word = typed.strip().casefold()
    bare = word.rstrip(".,;:")
    if bare in words.days:
        return today + timedelta(days=words.days[bare])
    if bare in words.weekdays:
        return today + timedelta(days=(words.weekdays[bare] - today.weekday() - 1) % 7 + 1)
    if counted := _COUNTED.fullmatch(bare):
        days = int(counted[1]) * words.units.get(counted[2], 0)
        return today + timedelta(days=days) if 0 < days <= _MOST else None
    if numbered := _NUMBERED.fullmatch(word.rstrip(",;:")):
        return _numbered(int(numbered[1]), int(numbered[2]), numbered[3], today)
    return None


def _numbered(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    # the 29th of February may be eight years away
    for ahead in range(9):
        found = _date(today.year + ahead, month, day)
        if found is not None and found >= today:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
