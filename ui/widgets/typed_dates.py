"""Dates as they are typed: TT.MM.JJJJ, and as little of it as is known. No Qt."""

from __future__ import annotations

import re
from datetime import date

from app.errors import Reason, Refused
from app.rules.calendar import YEARS, Day, PartialDate, Precision

_WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
_TYPED = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})\b[.,]? *)?"  # Mo, 01.03.2027
    r"(?:(?:(?P<day>\d{1,2})\s*[.\-/]\s*)?(?P<month>\d{1,2})\s*[.\-/]\s*)?"
    r"(?P<year>\d{4}|\d{2})",
    re.IGNORECASE | re.ASCII,
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)


def partial(text: str, field: str) -> PartialDate | None:
    """05.06.1991, 06.1991 or 1991; None for blank text. Raises Refused(NOT_A_DATE, field)."""
    if not text.strip():
        return None
    try:
        return PartialDate(*_parts(text))
    except ValueError:
        raise Refused(Reason.NOT_A_DATE, field, typed=text) from None


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
    weekday = None
    if iso := _ISO.fullmatch(text.strip()):
        year, month, day = iso[1], iso[2], iso[3]
    elif typed := _TYPED.fullmatch(text.strip()):
        weekday, day, month, year = typed.group("weekday", "day", "month", "year")
    else:
        raise ValueError(text)
    if len(year) == 2:
        # 12.03 may be the twelfth of March as well as the December of 2003
        if month is None or (day is None and int(year) <= 12):
            raise ValueError(text)
        year = f"20{year}"
    known = [int(part) if part else None for part in (month, day)]
    if 0 in known or int(year) not in YEARS:
        raise ValueError(text)
    if weekday and not _falls_on(weekday, int(year), *known):
        raise ValueError(text)
    return int(year), known[0], known[1]


def _falls_on(weekday: str, year: int, month: int | None, day: int | None) -> bool:
    if month is None or day is None:
        return False
    return date(year, month, day).weekday() == _WEEKDAYS.index(weekday.casefold())
