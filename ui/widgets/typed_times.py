"""Minutes and times of the day as they are typed. No Qt."""

from __future__ import annotations

import re

from app.errors import Reason, Refused
from ui.rosters.words import typed_clock

_DAY = 1440


def clock(text: str, field: str) -> int | None:
    """9:05, 9.05, 905 or 9 as minutes of the day, None for blank text. Raises
    Refused(NOT_A_TIME, field)."""
    if not text.strip():
        return None
    found = typed_clock(text)
    if found is None or found > _DAY:
        raise Refused(Reason.NOT_A_TIME, field, typed=text)
    return found


def needed_clock(text: str, field: str) -> int:
    """The same where there must be one. Raises Refused(BLANK, field) too."""
    found = clock(text, field)
    if found is None:
        raise Refused(Reason.BLANK, field)
    return found


def number(text: str, field: str, reason: Reason) -> int:
    """Whole minutes. Raises Refused(reason, field)."""
    if not re.fullmatch(r"[0-9]{1,4}", text.strip()):
        raise Refused(reason, field, typed=text)
    return int(text)
