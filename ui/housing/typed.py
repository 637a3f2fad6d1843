"""What is typed about homes, read and shown. No Qt."""

from __future__ import annotations

import re

from app.errors import Reason, Refused
from app.rules import amounts

_ROOMS = re.compile(r"(\d{1,2})(?:[.,]([05])0?)?", re.ASCII)


def metres(text: str, field: str) -> int | None:
    """72,4 m² as 72 whole ones, as lists are read; None for blank. Raises Refused(NOT_A_NUMBER,
    field)."""
    if not text.strip():
        return None
    try:
        return amounts.square_metres(text)
    except ValueError:
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text) from None


def halves(text: str, field: str) -> int | None:
    """2,5 as 5 halves of a room, None for blank. Raises Refused(NOT_ROOMS, field)."""
    if not text.strip():
        return None
    found = _ROOMS.fullmatch(text.strip())
    if found is None:
        raise Refused(Reason.NOT_ROOMS, field)
    return int(found[1]) * 2 + (found[2] == "5")


def shown_halves(number: int | None) -> str:
    """2,5; blank for none."""
    if number is None:
        return ""
    whole, half = divmod(number, 2)
    return f"{whole},5" if half else str(whole)


def three(code: str) -> bool | None:
    """yes, no, or blank for what is not known."""
    return None if not code else code == "yes"
