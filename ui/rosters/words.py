"""Shifts in words, and times of day as they are shown and typed. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from app.rules.rosters import DAY, ShiftKind

SHIFT_KINDS: Mapping[ShiftKind, str] = MappingProxyType(
    {
        ShiftKind.EARLY: "Frühdienst",
        ShiftKind.DAY: "Tagdienst",
        ShiftKind.BETWEEN: "Zwischendienst",
        ShiftKind.LATE: "Spätdienst",
        ShiftKind.NIGHT: "Nachtdienst",
        ShiftKind.STANDBY: "Bereitschaftsdienst",
        ShiftKind.ON_CALL: "Rufdienst",
        ShiftKind.OTHER: "anderer Dienst",
    }
)

_TYPED = re.compile(
    r"(?:(?P<hour>\d{1,2})(?:\s*[:.]\s*(?P<minute>\d{2}))?|(?P<run>\d{3,4}))"
    r"\s*(?:uhr|h)?\s*(?P<beyond>\(?\+\s*1\)?)?",
    re.IGNORECASE | re.ASCII,
)


def clock(minute: int) -> str:
    """06:15 for 375 minutes from midnight; on the day after (1440 to 2880) 06:15 (+1)."""
    beyond, minute = divmod(minute, DAY)
    shown = f"{minute // 60:02d}:{minute % 60:02d}"
    return f"{shown} (+{beyond})" if beyond else shown


def typed_clock(text: str) -> int | None:
    """Minutes from midnight of a time typed as 6, 600, 6:00, 6.00, 06:00, 6 Uhr, and as `clock`
    shows it; 24:00 is 1440. None for what is no time of day, and for blank."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    run = found["run"] or ""
    hour = int(run[:-2] or found["hour"])
    minute = int(run[-2:] or found["minute"] or 0)
    if minute > 59 or hour * 60 + minute > DAY:
        return None
    return hour * 60 + minute + (DAY if found["beyond"] else 0)
