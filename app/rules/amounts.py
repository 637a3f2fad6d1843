"""Amounts of money and numbers as Germans write them: text in, cents and whole numbers out."""

from __future__ import annotations

import re

_SPACES = " \u00a0\u202f"
_PARTED = rf"[1-9]\d{{0,2}}(?:[.{_SPACES}]\d{{3}}){{1,2}}"
_EURO = re.compile(
    rf"(?:(?:€|EUR|Euro)[{_SPACES}]*)?(?P<euro>{_PARTED}|\d{{1,9}})(?:[.,](?P<cents>\d{{1,2}}|-+|–))?"
    rf"(?:[{_SPACES}]*(?:€|EUR|Euro))?",
    re.ASCII | re.IGNORECASE,
)
_METRES = re.compile(
    rf"(?P<whole>[1-9][.{_SPACES}]\d{{3}}|\d{{1,5}})(?:[.,](?P<rest>\d{{1,2}}))?"
    rf"[{_SPACES}]*(?:m²|m2|qm)?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3}){1,2}|\d{1,9})\.?", re.ASCII)


def cents(text: str) -> int:
    """Cents of an amount in euro: 65, 65,50, 1.234,50 €, 1 234,50, 65,-, at most 999.999.999,99.

    A point or a space before three figures parts thousands (DIN 5008), before one or two it is
    read as a comma. Raises ValueError for anything else, "0.500" and "1,500" too.
    """
    found = _EURO.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    rest = (found["cents"] or "0").strip("-–").ljust(2, "0")
    return int(re.sub(r"\D", "", found["euro"])) * 100 + int(rest)


def number(text: str) -> int:
    """A whole number from 0 to 999.999.999; a point before three figures parts thousands. Raises
    ValueError."""
    bare = text.strip()
    if not _NUMBER.fullmatch(bare):
        raise ValueError(text)
    return int(bare.replace(".", ""))


def square_metres(text: str) -> int:
    """An area in whole square metres: 72,4 m² is 72, 1.200 qm is 1200. Raises ValueError."""
    found = _METRES.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return round(float(f"{re.sub(r'[^0-9]', '', found['whole'])}.{found['rest'] or 0}"))
