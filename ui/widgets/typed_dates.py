"""Dates as they are typed: TT.MM.JJJJ, and as little of it as is known. No Qt."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from app.errors import Reason, Refused
from app.rules.calendar import Day, PartialDate, Precision

_TYPED = re.compile(
    r"(?:[A-Za-z]{2}\b[.,]? *)?"  # Mo, 01.03.2027
    r"(?:(?:(\d{1,2})\s*[.\-/]\s*)?(\d{1,2})\s*[.\-/]\s*)?(\d{4}|\d{2})"
)
_YEAR_WRITTEN = re.compile(r"\d{4}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def partial(text: str, field: str) -> PartialDate | None:
    """05.06.1991, 06.1991 or 1991; None for blank text. Raises Refused(NOT_A_DATE, field)."""
    if not text.strip():
        return None
    try:
        return PartialDate(*_parts(text))
    except ValueError:
        raise Refused(Reason.NOT_A_DATE, field, typed=text) from None


def birth(text: str, field: str, today: date) -> PartialDate | None:
    """The same for somebody who is born: 3.4.92 is a day of 1992, since 2092 is yet to come."""
    known = partial(text, field)
    if known is None or _YEAR_WRITTEN.search(text) or known.year <= today.year:
        return known
    return replace(known, year=known.year - 100)


def day_or_month(text: str, field: str) -> Day | None:
    """01.03.2027 or 03.2027; None for blank text. Raises Refused(NOT_A_DATE, field)."""
    known = partial(text, field)
    day = known.as_day() if known else None
    if known is not None and day is None:
        raise Refused(Reason.NOT_A_DATE, field, typed=text)
    return day


def whole(text: str, field: str) -> date | None:
    """A full date, also as 1.3.27; None for blank text. Raises Refused(NOT_A_DATE, field)."""
    day = day_or_month(text, field)
    if day is not None and day.precision is not Precision.DAY:
        raise Refused(Reason.NOT_A_DATE, field, typed=text)
    return day.on if day else None


def shown(known: PartialDate | Day | date | None) -> str:
    """As much as is known, the way it is typed."""
    if known is None:
        return ""
    if isinstance(known, Day):
        return f"{known.on:%d.%m.%Y}" if known.precision is Precision.DAY else f"{known.on:%m.%Y}"
    if isinstance(known, date):
        return f"{known:%d.%m.%Y}"
    parts = [f"{part:02d}" for part in (known.day, known.month) if part is not None]
    return ".".join([*parts, f"{known.year:04d}"])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    if iso := _ISO.fullmatch(text.strip()):
        year, month, day = iso[1], iso[2], iso[3]
    elif typed := _TYPED.fullmatch(text.strip()):
        day, month, year = typed[1], typed[2], typed[3]
    else:
        raise ValueError(text)
    if len(year) == 2:
        if month is None:
            raise ValueError(text)
        year = f"20{year}"
    known = [int(part) if part else None for part in (month, day)]
    if 0 in known:
        raise ValueError(text)
    return int(year), known[0], known[1]
