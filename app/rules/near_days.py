"""Days as one says them on the telephone: a word, a weekday, so many weeks, a day of the month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile

_NUMBERED = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?", re.ASCII)
_COUNTED = re.compile(r"(\d{1,3}) ?([^\W\d_]+)", re.ASCII)
_MOST = 1100  # days: nobody reaches further ahead by counting


@dataclass(frozen=True)
class DayWords:
    """The words of a language, in lower case: `days` from today, `weekdays` counted from Monday as
    0, `units` in days; `small` words say nothing of their own (in, am), `ones` are the number 1."""

    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, int]
    small: frozenset[str] = frozenset()
    ones: frozenset[str] = frozenset()


def near_day(typed: str, today: date, words: DayWords) -> date | None:
    """The day a word or a few mean, seen from today; None where they mean none. A weekday is the
    next one after today, unless the day of the month stands behind it; a day without its year is
    the next one from today on."""
    word = _core(typed, words)
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


def recent_day(typed: str, today: date, words: DayWords) -> date | None:
    """The same for what is past: yesterday, the last such weekday, the last such day."""
    word = _core(typed, words)
    bare = word.rstrip(".,;:")
    if bare in words.days:
        return today - timedelta(days=words.days[bare])
    if bare in words.weekdays:
        return today - timedelta(days=(today.weekday() - words.weekdays[bare] - 1) % 7 + 1)
    numbered = _NUMBERED.fullmatch(word.rstrip(",;:"))
    if numbered is None:
        return None
    day, month, year = int(numbered[1]), int(numbered[2]), numbered[3]
    if year is not None:
        return _numbered(day, month, year, today)
    known = (_date(today.year - back, month, day) for back in range(9))
    return next((found for found in known if found is not None and found <= today), None)


def _core(typed: str, words: DayWords) -> str:
    """What of a few words says the day, in lower case."""
    said = _begun(typed.casefold().split(), words)
    if said and said[0].rstrip(".,") in words.weekdays:
        behind = _begun(said[1:], words)
        if len(behind) == 1 and _NUMBERED.match(behind[0]):
            return behind[0]
    return " ".join("1" if word in words.ones else word for word in said)


def _begun(said: list[str], words: DayWords) -> list[str]:
    """Without the small words at the beginning."""
    return list(dropwhile(words.small.__contains__, said))


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
