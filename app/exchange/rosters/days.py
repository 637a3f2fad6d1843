"""Dates as rosters write them: Mo 01.03.2027, 1.3., 2027-03-01, 1; and months of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.exchange.rosters.words import MONTHS, WEEKDAYS, plain
from app.records.roster_imports import RosterNoteCode
from app.rules.calendar import days_in_month

_AHEAD = 273  # days after today that a date without its year may lie, else it is past
_SERIALS = range(36_526, 73_051)  # of spreadsheets: the days of 2000 to 2099
_NIGHT_OF_SERIALS = date(1899, 12, 30)

_DAY_WORD = r"[^\W\d_]{2,10}"
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})\s?[.]\s?(?P<month>\d{1,2})\s?(?:[.]\s?(?P<year>\d{4}|\d{2})?)?"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})"
    r"|(?P<joined_year>20\d{2})(?P<joined_month>\d{2})(?P<joined_day>\d{2})"
    r"|(?P<slash_day>\d{1,2})/(?P<slash_month>\d{1,2})/(?P<slash_year>\d{4})"
    r"|(?P<word_day>\d{1,2})\s?[.]?\s?(?P<word>[^\W\d_]{3,9})[.]?\s?(?P<word_year>\d{4})?"
    r"|(?P<alone>\d{1,2})\s?[.]?"
)
_BEFORE = re.compile(rf"(?P<weekday>{_DAY_WORD})[.,:]*\s*(?P<rest>\d.*)")
_BEHIND = re.compile(rf"(?P<rest>\d.*?)[\s,(]+(?P<weekday>{_DAY_WORD})[.)]*")
_MOMENT = re.compile(r"(.*\d[.]?)(?:T|\s)(\d{1,2}:\d{2}(?::\d{2})?)(?:[.]\d+)?")
_YEAR = r"(?P<year>(?:19|20|21)\d{2})"
_YEAR_ALONE = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_MONTH_WORD = re.compile(
    rf"(?P<word>[^\W\d_]{{3,9}})[.,\s_'’-]*(?:{_YEAR}|(?P<short>[2-9]\d))?(?!\d)"
)
_MONTH_NUMBER = re.compile(
    rf"(?<![\d.])(?P<month>0?[1-9]|1[0-2])\s?[./_-]\s?{_YEAR}(?!\d)"
    r"|(?<!\d)(?P<first>(?:19|20|21)\d{2})[./_-](?P<second>0[1-9]|1[0-2])(?![\d-])"
)
_WHOLE_DATE = re.compile(rf"(?<!\d)\d{{1,2}}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\d)")
_SHORT_DATE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.(?:\s?{_YEAR})?(?!\d)"
)
_STAMP = re.compile(
    r"\W*(?:stand|druck|gedruckt|ausdruck|erstellt|geändert|version)\b", re.IGNORECASE
)
_WEEK = re.compile(rf"\bkw\W{{0,3}}(?P<week>\d{{1,2}})(?:\s*[/,_-]?\s*{_YEAR})?", re.IGNORECASE)


@dataclass(frozen=True)
class Month:
    """A month that a title names."""

    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def next(self) -> Month:
        return Month(self.year + self.month // 12, self.month % 12 + 1)


@dataclass(frozen=True)
class WrittenDay:
    """A date as far as it is written; `weekday` from 0 (Monday)."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


def read_day(value: object) -> WrittenDay | None:
    """What a cell says of a date; None where it is none. "31.02." is one that cannot be: asked
    for its date it has none."""
    if isinstance(value, bool | float):
        return None
    if isinstance(value, int) and value in _SERIALS:
        on = _NIGHT_OF_SERIALS + timedelta(days=value)
        return WrittenDay(on.day, on.month, on.year)
    text = " ".join(str(value).split()).strip(" ,")
    weekday = None
    for pattern in (_BEFORE, _BEHIND):
        found = pattern.fullmatch(text)
        if found and plain(found["weekday"]) in WEEKDAYS:
            weekday, text = WEEKDAYS[plain(found["weekday"])], found["rest"].strip()
            break
    numbers = _NUMBERS.fullmatch(text.rstrip(" ,"))
    return _written(numbers, weekday) if numbers else None


def read_weekday(value: object) -> int | None:
    """The weekday a cell names and nothing else, from 0 (Monday)."""
    return WEEKDAYS.get(plain(value)) if isinstance(value, str) else None


def split_moment(value: object) -> tuple[object, str]:
    """The date and the time of "01.03.2027 06:00"; the value itself and "" where there is none."""
    found = _MOMENT.fullmatch(str(value).strip()) if isinstance(value, str) else None
    return (found[1], found[2]) if found else (value, "")


def date_of(written: WrittenDay, month: Month | None, today: date) -> date | RosterNoteCode:
    """The date that is meant: of the month of the title, else the nearest to today; or why there
    is none."""
    if written.month is None:
        if month is None:
            return RosterNoteCode.MONTH_MISSING
        found = _date(month.year, month.month, written.day)
    elif written.year is not None:
        found = _date(written.year, written.month, written.day)
    elif month is not None:
        turned = month.month == 12 and written.month == 1
        found = _date(month.year + turned, written.month, written.day)
    else:
        found = _nearest(written, today)
    if found is None:
        return RosterNoteCode.NOT_A_DATE
    if written.weekday is not None and written.weekday != found.weekday():
        return RosterNoteCode.WRONG_WEEKDAY
    return found


def month_of(texts: Sequence[str], today: date) -> Month | None:
    """The month that titles, a sheet or a file are named after, the likely text first; a month
    with its year before one without, which is of the year told elsewhere or the nearest."""
    texts = [text for text in texts if not _STAMP.match(text)]
    for text in texts:
        found = _exact(text)
        if found is not None:
            return found
    year = next((int(hit["year"]) for text in texts if (hit := _YEAR_ALONE.search(text))), None)
    for text in texts:
        for hit in _MONTH_WORD.finditer(text):
            month = MONTHS.get(hit["word"].casefold(), 0)
            if month and (len(hit["word"]) > 3 or month == 5):
                near = _nearest(WrittenDay(15, month), today)
                return Month(year or (near.year if near else today.year), month)
    for text in texts:
        if (hit := _WHOLE_DATE.search(text)) and 1 <= int(hit["month"]) <= 12:
            return Month(int(hit["year"]), int(hit["month"]))
    return None


def week_in(text: str, today: date) -> date | None:
    """The Monday of the calendar week (ISO 8601) that a text names: KW 9/2027; without a year of
    the nearest."""
    found = None if _STAMP.match(text) else _WEEK.search(text)
    if found is None:
        return None
    if found["year"]:
        return _monday(int(found["year"]), int(found["week"]))
    years = (today.year + step for step in (-1, 0, 1))
    return _near(filter(None, (_monday(year, int(found["week"])) for year in years)), today)


def monday_in(text: str, today: date) -> date | None:
    """The Monday of the week of the first date that a text names: 01.03.–07.03.2027."""
    hit = None if _STAMP.match(text) else _SHORT_DATE.search(text)
    if hit is None:
        return None
    years = re.findall(_YEAR_ALONE, text)
    year = int(hit["year"] or (years[0] if years else 0)) or None
    found = date_of(WrittenDay(int(hit["day"]), int(hit["month"]), year), None, today)
    return found - timedelta(days=found.weekday()) if isinstance(found, date) else None


def _exact(text: str) -> Month | None:
    for hit in _MONTH_WORD.finditer(text):
        month = MONTHS.get(hit["word"].casefold(), 0)
        if month and (hit["year"] or hit["short"]):
            return Month(int(hit["year"] or f"20{hit['short']}"), month)
    found = _MONTH_NUMBER.search(text)
    if found is None:
        return None
    return Month(int(found["year"] or found["first"]), int(found["month"] or found["second"]))


def _written(found: re.Match[str], weekday: int | None) -> WrittenDay | None:
    part = found.groupdict()
    if part["alone"]:
        number = int(part["alone"])
        return WrittenDay(number, weekday=weekday) if 1 <= number <= 31 else None
    if part["word_day"]:
        month = MONTHS.get(part["word"].casefold())
        year = int(part["word_year"]) if part["word_year"] else None
        return WrittenDay(int(part["word_day"]), month, year, weekday) if month else None
    kind = next(kind for kind in ("", "iso_", "joined_", "slash_") if part[f"{kind}day"])
    told = part[f"{kind}year"]
    return WrittenDay(
        int(part[f"{kind}day"]),
        int(part[f"{kind}month"]),
        None if told is None else int(told) + (2000 if len(told) == 2 else 0),
        weekday,
    )


def _nearest(written: WrittenDay, today: date) -> date | None:
    """The date nearest to today, one whose weekday fits before all."""
    assert written.month is not None  # noqa: S101 - asked only where it is written
    years = (today.year + step for step in (-1, 0, 1))
    dates = [on for year in years if (on := _date(year, written.month, written.day))]
    fitting = [on for on in dates if on.weekday() == written.weekday]
    return _near(iter(fitting or dates), today)


def _near(dates: Iterator[date], today: date) -> date | None:
    """Three months back belong to now as nine ahead do."""
    middle = today + timedelta(days=_AHEAD - 182)
    return min(dates, key=lambda on: abs((on - middle).days), default=None)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= days_in_month(year, month) else None
