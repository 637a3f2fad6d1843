"""Parts of the year in a text: months, dates, years, school holidays, weeks."""

from __future__ import annotations

from dataclasses import dataclass

from app.rules.reading_hours import words
from app.rules.reading_hours.cursor import DASHES, Cursor
from app.rules.reading_hours.parts import Doubts, Season
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.token import Kind

_JOINS = (Kind.COMMA, Kind.AND, Kind.SLASH, Kind.PLUS)


@dataclass(frozen=True)
class _When:
    """A month (day 0), a day of a year (year 0 for every year), or OSM's words for a day."""

    month: int = 0
    day: int = 0
    year: int = 0
    osm: str = ""
    is_vague: bool = False

    def written(self) -> str:
        if self.osm:
            return self.osm
        year = f"{self.year} " if self.year else ""
        month = words.OSM_MONTHS[self.month - 1]
        return f"{year}{month} {self.day:02d}" if self.day else f"{year}{month}"


def read_season(cursor: Cursor, doubts: Doubts) -> Season | None:
    """The part of the year at the cursor; None where there is none."""
    place = cursor.place
    _lead_in(cursor)
    token = cursor.peek()
    if cursor.is_done:
        cursor.place = place
        return None
    if token.kind is Kind.SCHOOL_HOLIDAYS:
        cursor.take()
        return Season("SH")
    if token.kind is Kind.WEEKS:
        cursor.take()
        return Season(token.words)
    if token.kind is Kind.SEASON:
        cursor.take()
        return Season(named=token.text)
    written = _dates(cursor, doubts, place)
    if written is None:
        cursor.place = place
    return written


def _lead_in(cursor: Cursor) -> None:
    cursor.skip_fillers(Kind.FROM)


def _dates(cursor: Cursor, doubts: Doubts, place: int) -> Season | None:
    written: list[str] = []
    start = cursor.place
    vague = False
    last: _When | None = None
    since = cursor.took(Kind.AB)
    while True:
        before = cursor.place
        if written:
            cursor.took(*_JOINS)
            cursor.skip_fillers()
        first = _when(cursor, last)
        if first is None:
            cursor.place = before
            break
        end = _end(cursor, first)
        if end is not None and (first.osm or end.osm):
            cursor.place = start
            return None
        vague = vague or first.is_vague or (end is not None and end.is_vague)
        written.append(_range(first, end))
        last = end or first
    if not written or last is None:
        cursor.place = start
        return None
    if since:
        if len(written) > 1 or not last.year or not last.day or "-" in written[0]:
            return None
        written[0] += "+"
    if vague:
        doubts.add(DoubtCode.SEASON_VAGUE, cursor.span_from(place))
    if len({Season(each).is_short for each in written}) > 1:
        # "1. Mai und Juni bis August sonntags": are the Sundays meant for all of it?
        doubts.add(DoubtCode.SEASON_REACH, cursor.span_from(place))
    return Season(",".join(written))


def _range(first: _When, end: _When | None) -> str:
    if end is None:
        return first.written()
    if bool(first.day) != bool(end.day):
        first = _When(first.month, first.day or 1, first.year)
        end = _When(end.month, end.day or words.LENGTHS[end.month - 1], end.year)
    if first.year == end.year and first.year:
        end = _When(end.month, end.day)
    return f"{first.written()}-{end.written()}"


def _end(cursor: Cursor, first: _When) -> _When | None:
    """The end of a range of dates, "24-26" of one month too."""
    place = cursor.place
    if not cursor.took(*DASHES):
        return None
    cursor.skip(*DASHES)
    cursor.skip_fillers()
    number = cursor.peek()
    is_day = number.kind is Kind.NUMBER and first.day and _is_day_number(cursor)
    if is_day and cursor.peek(1).kind is not Kind.MONTH:
        cursor.take()
        return _When(first.month, number.value, first.year)
    found = _when(cursor, None)
    if found is None:
        cursor.place = place
    return found


def _is_day_number(cursor: Cursor) -> bool:
    token = cursor.peek()
    return 1 <= token.value <= 31 and len(token.text.rstrip(".")) <= 2


def _when(cursor: Cursor, last: _When | None) -> _When | None:
    """A month or date; after "Dec 24," a number is another day of that month."""
    place = cursor.place
    vague = cursor.peek().text.lower() if cursor.peek().kind is Kind.VAGUE else ""
    if vague:
        cursor.take()
    token = cursor.peek()
    if cursor.is_done:
        cursor.place = place
        return None
    if token.kind is Kind.NAMED_DATE and not vague:
        cursor.take()
        return _When(osm=token.words)
    if token.kind is Kind.DATE and not vague:
        month, day, year = cursor.take().more
        return _When(month, day, year)
    if token.kind is Kind.NUMBER:
        found = _numbered(cursor, last)
    elif token.kind is Kind.MONTH:
        found = _month(cursor)
    else:
        found = None
    if found is None:
        cursor.place = place
        return None
    return _vaguely(found, vague) if vague else found


def _vaguely(found: _When, vague: str) -> _When:
    day = {"anfang": 1, "mitte": 15, "ende": words.LENGTHS[found.month - 1]}[vague]
    return _When(found.month, day, found.year, is_vague=True)


def _numbered(cursor: Cursor, last: _When | None) -> _When | None:
    """1. April 2026; 2021 Apr 10; 24. und 31. Dezember; another day after a comma."""
    token = cursor.take()
    if 1900 <= token.value <= 2100 and cursor.peek().kind is Kind.MONTH and not cursor.is_done:
        dated = _month(cursor)
        return _When(dated.month, dated.day, token.value)
    if not 1 <= token.value <= 31:
        return None
    if cursor.peek().kind is Kind.MONTH and not cursor.is_done and token.text.endswith("."):
        month = cursor.take().value
        return _When(month, token.value, _year(cursor))
    if token.text.endswith("."):
        month = _month_ahead(cursor)
        return _When(month, token.value) if month else None
    nothing_more = cursor.peek().kind not in (Kind.DASH, Kind.COLON, Kind.UNTIL, Kind.FILLER)
    range_of_days = cursor.peek().kind is Kind.DASH and cursor.peek(1).kind is Kind.MONTH
    if last is not None and last.day and (nothing_more or range_of_days):
        return _When(last.month, token.value, last.year)
    return None


def _month_ahead(cursor: Cursor) -> int:
    """The month of "24. und 31. Dezember" for the 24."""
    for ahead in range(6):
        if cursor.peek(ahead).kind is Kind.MONTH:
            return cursor.peek(ahead).value
        if cursor.peek(ahead).kind not in (Kind.NUMBER, Kind.UNTIL, *_JOINS, Kind.DASH):
            return 0
    return 0


def _month(cursor: Cursor) -> _When:
    """A month, with the day after it as OSM writes it: Dec 24."""
    token = cursor.take()
    number = cursor.peek()
    osm_style = len(token.text.rstrip(".")) == 3 and token.text.lower() != "mai"
    if osm_style and number.kind is Kind.NUMBER and not cursor.is_done and _is_day_number(cursor):
        cursor.take()
        if cursor.peek().text == "." and cursor.peek(1).kind in (*DASHES, *_JOINS):
            cursor.take()
        return _When(token.value, number.value)
    return _When(token.value, 0, _year(cursor))


def _year(cursor: Cursor) -> int:
    token = cursor.peek()
    if token.kind is Kind.NUMBER and not cursor.is_done and 1900 <= token.value <= 2100:
        return cursor.take().value
    return 0
