"""What is typed about mentors and occasions, read: kinds of shifts, counts, times. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.errors import Reason, Refused
from app.rules.rosters import DAY, ShiftKind
from ui.mentor_words import shift
from ui.rosters.words import typed_clock

_APART = re.compile(r"[,;/+]|\bund\b")


def shifts(text: str, field: str) -> frozenset[ShiftKind]:
    """Früh, Spätdienst, Nacht: any beginning of a kind's name that no other has. Raises
    Refused(NOT_A_SHIFT, field) with `typed`."""
    found = set()
    for part in _APART.split(text):
        typed = part.strip().casefold().removesuffix("dienst").removesuffix("dienste")
        if not typed:
            continue
        kinds = [kind for kind in ShiftKind if shift(kind).casefold().startswith(typed)]
        if len(kinds) != 1:
            raise Refused(Reason.NOT_A_SHIFT, field, typed=part.strip())
        found.add(kinds[0])
    return frozenset(found)


def in_words(kinds: Iterable[ShiftKind]) -> str:
    """Kinds of shifts as they are typed."""
    known = frozenset(kinds)
    return ", ".join(shift(kind) for kind in ShiftKind if kind in known)


def count(text: str, field: str) -> int | None:
    """A whole number, None for blank. Raises Refused(NOT_A_NUMBER, field)."""
    typed = text.strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 6):
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text)
    return int(typed)


def minutes(text: str, field: str, *, after: int | None = None) -> int | None:
    """A time of day as minutes from midnight, None for blank; one not later than `after` is that
    of the next day. Raises Refused(NOT_A_TIME, field)."""
    if not text.strip():
        return None
    found = typed_clock(text)
    if found is None:
        raise Refused(Reason.NOT_A_TIME, field, typed=text)
    return found + DAY if after is not None and found <= after else found
