"""Times of the day as rosters write them: 6, 600, 6.00, 06:00:00, 20:45–6.15 Uhr, 24:00."""

from __future__ import annotations

import re

from app.rules.rosters import DAY

LATEST = 2 * DAY
"""Minutes: no end of a duty is written later than 48:00."""

_CLOCK = r"(?:\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?|\d{3,4}|\d{1,2})(?:\s*(?:uhr|h)\b)?"
_ALONE = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2})(?::\d{2}(?:\.0*)?)?)?\s*(?:uhr|h)?\.?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(\d{1,2})(\d{2})\s*(?:uhr|h)?", re.IGNORECASE)
_SPAN = re.compile(
    rf"(?<![\w.:/-])({_CLOCK})\s*(?:-|–|—|−|‐|‑|bis|to)\s*({_CLOCK})(?![\d/]|[:.-]\d)",
    re.IGNORECASE,
)
_STACKED = re.compile(
    r"(?<![\w.:/-])(\d{1,2}[:.]\d{2}(?::\d{2})?)\s+(\d{1,2}[:.]\d{2}(?::\d{2})?)(?![\d/]|[:.-]\d)"
)
_LEFT_OVER = re.compile(r"^(?:uhr|von|bis|\W)+|(?:\W|\buhr\b|\bvon\b|\bbis\b)+$", re.IGNORECASE)


def clock(value: object) -> int | None:
    """Minutes after midnight, 0 to 2880, of a cell's value; None where it is no time.

    A number below 1 is a part of the day, as spreadsheets keep times."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return round(value * DAY) % DAY if 0 < value < 1 else None
    text = " ".join(str(value).split())
    found = _ALONE.fullmatch(text)
    if found is None:
        joined = _JOINED.fullmatch(text)
        return _minutes(int(joined[1]), int(joined[2])) if joined else None
    return _minutes(int(found["hour"]), int(found["minute"] or 0))


def span(start: int, end: int) -> tuple[int, int] | None:
    """A duty from `start` to `end`, over midnight where it ends no later than it begins; None for
    times that say nothing (00:00 to 00:00) or begin after the day."""
    if start >= DAY or (start == 0 and end == 0):
        return None
    return (start, end) if end > start else (start, end + DAY)


def spans(text: str) -> tuple[list[tuple[int, int] | None], str]:
    """Every "06:00-14:12" of a text, None for one that cannot be, and what else stands there."""
    pattern = _SPAN if _SPAN.search(text) else _STACKED
    found: list[tuple[int, int] | None] = []
    for hit in pattern.finditer(text):
        start, end = clock(hit[1]), clock(hit[2])
        found.append(None if start is None or end is None else span(start, end))
    rest = pattern.sub("\n", text) if found else text
    parts = (_LEFT_OVER.sub("", line.strip()) for line in rest.splitlines())
    return found, " ".join(part for part in parts if part)


def is_like_time(text: str) -> bool:
    """Whether somebody meant a time, be it none."""
    return re.search(r"\d\s*[:.–-]\s*\d|\d\s*uhr", text, re.IGNORECASE) is not None


def _minutes(hour: int, minute: int) -> int | None:
    whole = hour * 60 + minute
    return whole if minute < 60 and whole <= LATEST else None
