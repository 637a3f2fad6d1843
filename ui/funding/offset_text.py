"""How long before or after a date one applies, as it is typed: "20 Arbeitstage vorher". No Qt
here."""

from __future__ import annotations

import re

from app.errors import Reason, Refused

_UNITS = {"WD": ("Arbeitstag", "Arbeitstage"), "D": ("Tag", "Tage"), "W": ("Woche", "Wochen"),
          "M": ("Monat", "Monate"), "Y": ("Jahr", "Jahre")}  # fmt: skip
_ISO = re.compile(r"(-?)P(\d+)(WD|D|W|M|Y)", re.ASCII)
_TYPED = re.compile(r"(\d{1,4})\s+([A-Za-z]+)\s+(vorher|nachher)", re.ASCII | re.IGNORECASE)
_SAME_DAY = "am Tag selbst"


def shown(offset: str) -> str:
    """The words of an offset as `parse_offset` reads it; one of several units stays as it is."""
    found = _ISO.fullmatch(offset)
    if found is None:
        return offset
    count = int(found[2])
    if not count:
        return _SAME_DAY
    unit = _UNITS[found[3]][count != 1]
    return f"{count} {unit} {'vorher' if found[1] else 'nachher'}"


def typed(text: str, field: str) -> str:
    """The offset of the words typed, blank for none. Raises Refused(NOT_A_VALUE, field)."""
    bare = text.strip()
    if not bare:
        return ""
    if bare.casefold() == _SAME_DAY.casefold():
        return "P0D"
    if _ISO.fullmatch(bare):
        return bare
    found = _TYPED.fullmatch(bare)
    unit = next(
        (
            code
            for code, names in _UNITS.items()
            if found and found[2].casefold() in (each.casefold() for each in names)
        ),
        None,
    )
    if found is None or unit is None:
        raise Refused(Reason.NOT_A_VALUE, field, typed=bare)
    return f"{'-' if found[3].casefold() == 'vorher' else ''}P{int(found[1])}{unit}"
