"""Dates as they are typed: TT.MM.JJJJ, and as little of it as is known. No Qt."""

from __future__ import annotations

import re
from datetime import date

from app.errors import Reason, Refused
from app.rules.calendar import Day, PartialDate, Precision

_MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "dezember")  # fmt: skip
_WRITTEN = {"mrz": 3, "maerz": 3}
_WEEKDAY = r"(?:(?:[a-z]{2}|[a-z]+tag|mittwoch)\b[.,]? *)?"  # Mo, 01.03.2027
_YEAR = r"(\d{4}|\d{2})"
_TYPED = re.compile(
    rf"{_WEEKDAY}(?:(?:(\d{{1,2}})\s*[.\-/]\s*)?(\d{{1,2}})\s*[.\-/]\s*)?{_YEAR}", re.IGNORECASE
)
_NAMED = re.compile(
    rf"{_WEEKDAY}(?:(\d{{1,2}})\.?\s*)?([^\W\d_]{{3,9}})\.?\s*{_YEAR}", re.IGNORECASE
)
_BARE = re.compile(r"(\d\d)(\d\d)(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def partial(text: str, field: str, latest: int | None = None) -> PartialDate | None:
    """05.06.1991, 5. Juni 1991, 06.1991 or 1991; None for blank text. Two figures of a year mean
    this century, and the one before where that would be after the year `latest`.

    Raises Refused(NOT_A_DATE, field), with `absent` for a day no calendar has, as 31.02.2027.
    """
    if not text.strip():
        return None
    try:
        year, month, day = _parts(text, latest)
    except ValueError:
        raise Refused(Reason.NOT_A_DATE, field, typed=text) from None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        absent = text.strip() if day is not None else None
        raise Refused(Reason.NOT_A_DATE, field, typed=text, absent=absent) from None


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


def _parts(text: str, latest: int | None) -> tuple[int, int | None, int | None]:
    """Year, month and day as typed; ValueError where it is no date."""
    typed = text.strip()
    if iso := _ISO.fullmatch(typed):
        year, month, day = iso[1], iso[2], iso[3]
    elif found := _TYPED.fullmatch(typed) or _BARE.fullmatch(typed):
        day, month, year = found[1], found[2], found[3]
    elif named := _NAMED.fullmatch(typed):
        day, month, year = named[1], str(_month(named[2])), named[3]
    else:
        raise ValueError(text)
    if len(year) == 2 and month is None:
        raise ValueError(text)
    known = [int(part) if part else None for part in (month, day)]
    if 0 in known:
        raise ValueError(text)
    return _whole_year(year, latest), known[0], known[1]


def _whole_year(year: str, latest: int | None) -> int:
    if len(year) == 4:
        return int(year)
    near = 2000 + int(year)
    return near - 100 if latest is not None and near > latest else near


def _month(name: str) -> int:
    word = name.casefold()
    found = (at for at, month in enumerate(_MONTHS, 1) if month.startswith(word))
    return _WRITTEN.get(word) or next(found, 0)
