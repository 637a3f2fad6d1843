"""Dates as they are typed: TT.MM.JJJJ, and as little of it as is known. No Qt."""

from __future__ import annotations

import re
from datetime import date

from app.errors import Reason, Refused
from app.rules.calendar import YEARS, Day, PartialDate, Precision

_MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "dezember")  # fmt: skip
_WRITTEN = {"mrz": 3, "maerz": 3, "mar": 3}
_WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
_DAY_NAMED = rf"(?:({'|'.join(_WEEKDAYS)}|[a-z]+tag|mittwoch)\b[.,]? *)?"  # Mo, 01.03.2027
_YEAR = r"([0-9]{4}|[0-9]{2})"
_TYPED = re.compile(
    rf"{_DAY_NAMED}(?:(?:(\d{{1,2}})\s*[.\-/]\s*)?(\d{{1,2}})\s*[.\-/]\s*)?{_YEAR}",
    re.IGNORECASE | re.ASCII,
)
_NAMED = re.compile(
    rf"{_DAY_NAMED}(?:([0-9]{{1,2}})\.?\s*)?([^\W\d_]{{3,9}})\.?\s*{_YEAR}", re.IGNORECASE
)
_BARE = re.compile(r"()(\d\d)(\d\d)(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)


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
    typed, weekday, named = text.strip(), None, None
    if iso := _ISO.fullmatch(typed):
        year, month, day = iso.groups()
    elif found := _TYPED.fullmatch(typed) or _BARE.fullmatch(typed):
        weekday, day, month, year = found.groups()
    elif named := _NAMED.fullmatch(typed):
        weekday, day, name, year = named.groups()
        month = str(_month(name))
    else:
        raise ValueError(text)
    # 12.03 may be the twelfth of March as well as the December of 2003
    is_short = len(year) == 2
    if is_short and (month is None or (day is None and not named and int(year) <= 12)):
        raise ValueError(text)
    known = [int(part) if part else None for part in (month, day)]
    whole_year = _whole_year(year, latest)
    if 0 in known or whole_year not in YEARS:
        raise ValueError(text)
    if weekday and not _falls_on(weekday, whole_year, *known):
        raise ValueError(text)
    return whole_year, known[0], known[1]


def _falls_on(weekday: str, year: int, month: int | None, day: int | None) -> bool:
    if month is None or day is None:
        return False
    return date(year, month, day).weekday() == _WEEKDAYS.index(weekday[:2].casefold())


def _whole_year(year: str, latest: int | None) -> int:
    if len(year) == 4:
        return int(year)
    near = 2000 + int(year)
    return near - 100 if latest is not None and near > latest else near


def _month(name: str) -> int:
    word = name.casefold()
    found = (at for at, month in enumerate(_MONTHS, 1) if month.startswith(word))
    return _WRITTEN.get(word) or next(found, 0)
