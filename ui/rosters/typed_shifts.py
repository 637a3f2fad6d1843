"""A shift as it is typed, read and shown. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.errors import Reason, Refused
from app.records.care import ShiftDraft
from app.rules.rosters import DAY, ShiftKind, guessed_kind
from ui.rosters.words import clock, typed_clock

_NAMED: Mapping[ShiftKind, re.Pattern[str]] = MappingProxyType(
    {
        ShiftKind.STANDBY: re.compile(r"bereitschaft", re.IGNORECASE),
        ShiftKind.ON_CALL: re.compile(r"ruf(?:dienst|bereitschaft)", re.IGNORECASE),
        ShiftKind.BETWEEN: re.compile(r"zwischen|mitteldienst", re.IGNORECASE),
        ShiftKind.EARLY: re.compile(r"früh|frueh", re.IGNORECASE),
        ShiftKind.LATE: re.compile(r"spät|spaet", re.IGNORECASE),
        ShiftKind.NIGHT: re.compile(r"nacht", re.IGNORECASE),
        ShiftKind.DAY: re.compile(r"\btag(?:es)?(?:dienst|schicht)", re.IGNORECASE),
    }
)
_TIME = r"[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,4}"
_LINE = re.compile(
    rf"(?P<named>.*?\S)[\s,;:]+(?:von\s+)?(?P<start>{_TIME})(?:\s*Uhr)?"
    rf"(?:\s*[-–—]\s*|\s+bis\s+|[\s,;]+)(?P<end>{_TIME})(?:\s*Uhr)?(?:\s*\(?\+\s*1\)?)?",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[\t;]\s*|\s{2,}")
_LONGEST_CODE = 4


@dataclass(frozen=True)
class TypedShift:
    """What stands in the fields of a shift; with `kind` None it is guessed."""

    code: str = ""
    name: str = ""
    start: str = ""
    end: str = ""
    kind: ShiftKind | None = None

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in (self.code, self.name, self.start, self.end))


def shown(draft: ShiftDraft) -> TypedShift:
    """A shift as its fields show it."""
    return TypedShift(draft.code, draft.name, clock(draft.start), clock(draft.end), draft.kind)


def read(typed: TypedShift) -> ShiftDraft:
    """The shift; an end that is not after the start lies on the next day. Raises
    Refused(NOT_A_SHIFT) beside `start` or `end`."""
    start, end = typed_clock(typed.start), typed_clock(typed.end)
    if start is None or start >= DAY:
        raise Refused(Reason.NOT_A_SHIFT, "start")
    if end is None:
        raise Refused(Reason.NOT_A_SHIFT, "end")
    end %= DAY
    if end <= start:
        end += DAY
    kind = typed.kind or _kind_named(typed.name) or guessed_kind(start, end)
    return ShiftDraft(kind, start, end, typed.code.strip(), typed.name.strip())


def guess(typed: TypedShift) -> ShiftKind | None:
    """The kind as far as one can tell by the name, else by the times; None before that."""
    try:
        return read(typed).kind
    except Refused:
        return typed.kind or _kind_named(typed.name)


def read_line(text: str) -> TypedShift | None:
    """A shift typed in one go: "F  Frühdienst  06:00  14:12", "F1 6-14:12", "Nachtdienst 20:45 bis
    6:15"; None where it is none. A first word of up to four signs is the code."""
    found = _LINE.fullmatch(text.strip())
    if found is None or typed_clock(found["start"]) is None or typed_clock(found["end"]) is None:
        return None
    code, name = _code_and_name(found["named"].rstrip(" ,;:\t"))
    return TypedShift(code, name, found["start"], found["end"])


def _code_and_name(text: str) -> tuple[str, str]:
    parts = _PARTED.split(text, maxsplit=1)
    if len(parts) == 2:
        return parts[0].rstrip(",:"), parts[1]
    first, _, rest = text.partition(" ")
    first = first.rstrip(",;:")
    return (first, rest.strip()) if len(first) <= _LONGEST_CODE else ("", text)


def _kind_named(name: str) -> ShiftKind | None:
    found = [kind for kind, pattern in _NAMED.items() if pattern.search(name)]
    if ShiftKind.ON_CALL in found:  # Rufbereitschaft is no Bereitschaftsdienst
        return ShiftKind.ON_CALL
    return found[0] if found else None
