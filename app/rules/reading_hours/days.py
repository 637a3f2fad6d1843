"""Weekdays in a text: lists, ranges, the first of a month, holidays among them."""

from __future__ import annotations

from app.rules.reading_hours import words
from app.rules.reading_hours.cursor import DASHES, Cursor
from app.rules.reading_hours.parts import SCHOOL, DayChoice, Doubts
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.token import Kind, Token

_JOINS = (Kind.COMMA, Kind.AND, Kind.SLASH, Kind.PLUS)
_ORDINAL_JOINS = (Kind.COMMA, Kind.AND, Kind.SLASH, Kind.PLUS)


def read_days(cursor: Cursor, doubts: Doubts) -> tuple[DayChoice, ...] | None:
    """The days at the cursor, in the order of the text; None where none are named."""
    place = cursor.place
    found: list[DayChoice] = []
    while True:
        before = cursor.place
        if found:
            _take_join(cursor)
        start = cursor.place
        joined = cursor.place > before
        named = _one(cursor, is_first=not found)
        on_holidays = bool(found) and found[-1].day == words.HOLIDAY and not joined
        if named is None or on_holidays:
            # "PH Mo": the Mondays that are holidays; no weekday is taken for that
            cursor.place = before
            break
        if len(named) == 7 and named[0].day not in (0, 5, 6):
            doubts.add(DoubtCode.WHOLE_WEEK, cursor.span_from(start))
        if any(choice in found for choice in named):
            doubts.add(DoubtCode.DAY_TWICE, cursor.span_from(start))
        if cursor.peek(-1).kind is Kind.SEVERAL:
            _doubt_workdays(cursor.peek(-1), doubts)
        found += [choice for choice in named if choice not in found]
    if not found:
        cursor.place = place
        return None
    _skip_month(cursor)
    return tuple(found)


def _take_join(cursor: Cursor) -> None:
    """A comma, "und" or both; the dash of "Sonn- und Feiertage" says nothing."""
    named = cursor.peek(-1).text.lower().startswith("so")
    ahead = 2 if cursor.peek(1).kind in _JOINS else 1
    if named and cursor.peek().kind is Kind.DASH and _is_holiday(cursor.peek(ahead)):
        cursor.take()
    cursor.took(*_JOINS)
    cursor.took(Kind.AND)


def _is_holiday(token: Token) -> bool:
    return token.kind is Kind.DAY and token.value == words.HOLIDAY


def _doubt_workdays(token: Token, doubts: Doubts) -> None:
    if token.text.lower().rstrip(".") in words.WORKDAYS:
        doubts.add(DoubtCode.WORKDAYS, token.span)


def _one(cursor: Cursor, *, is_first: bool) -> tuple[DayChoice, ...] | None:
    place = cursor.place
    cursor.skip_fillers()
    nth = _ordinals(cursor)
    if nth:
        cursor.skip_fillers()
    token = cursor.peek()
    if cursor.is_done:
        cursor.place = place
        return None
    if token.kind is Kind.SEVERAL and not nth:
        cursor.take()
        return tuple(DayChoice(day) for day in token.more)
    if token.kind is Kind.SCHOOL_HOLIDAYS and not nth and _is_listed(cursor, is_first=is_first):
        cursor.take()
        return (DayChoice(SCHOOL),)
    if token.kind is not Kind.DAY:
        cursor.place = place
        return None
    cursor.take()
    return _day_or_range(cursor, token, nth)


def _is_listed(cursor: Cursor, *, is_first: bool) -> bool:
    """Whether school holidays stand as a day beside others: "SH,PH off"; not "SH Mo-Fr"."""
    following = cursor.peek(1)
    if following.kind in (Kind.DAY, Kind.SEVERAL) and cursor.peek(2).kind is not Kind.LINE:
        return False
    if not is_first:
        return True
    ahead = 2
    if following.kind not in _JOINS:
        return False
    while ahead < 6 and cursor.peek(ahead).kind is Kind.FILLER:
        ahead += 1
    return _is_holiday(cursor.peek(ahead)) and following.kind in (*_JOINS,)


def _ordinals(cursor: Cursor) -> tuple[int, ...]:
    """2. und 4. – the numbers of the weeks of a month."""
    found: list[int] = []
    while True:
        before = cursor.place
        if found:
            cursor.took(*_ORDINAL_JOINS)
            cursor.skip_fillers()
        if cursor.peek().kind is not Kind.ORDINAL or cursor.is_done:
            cursor.place = before
            return tuple(found)
        found.append(cursor.take().value)


def _day_or_range(cursor: Cursor, token: Token, nth: tuple[int, ...]) -> tuple[DayChoice, ...]:
    if cursor.peek().kind is Kind.NTH and not cursor.is_done and token.value != words.HOLIDAY:
        nth = cursor.take().more
    if token.value == words.HOLIDAY or nth or cursor.peek().kind not in DASHES:
        return (DayChoice(token.value, nth),)
    last = cursor.peek(1)
    if last.kind is not Kind.DAY or last.value == words.HOLIDAY or cursor.is_done:
        return (DayChoice(token.value),)
    cursor.take()
    cursor.take()
    count = (last.value - token.value) % 7 + 1
    return tuple(DayChoice((token.value + step) % 7) for step in range(count))


def _skip_month(cursor: Cursor) -> None:
    """im Monat."""
    place = cursor.place
    for _ in range(3):
        if cursor.is_done or cursor.peek().kind is not Kind.FILLER:
            break
        if cursor.take().text.lower() in ("monat", "monats"):
            return
    cursor.place = place
