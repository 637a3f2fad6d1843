"""Times of day in a text: ranges, starts, ends, and what is doubtful about them."""

from __future__ import annotations

from dataclasses import replace

from app.rules.reading_hours.clock import minutes
from app.rules.reading_hours.cursor import DASHES, Cursor
from app.rules.reading_hours.parts import Doubts, Times
from app.rules.reading_hours.proposal import DoubtCode, Span
from app.rules.reading_hours.token import Kind, Token
from app.rules.reading_hours.words import UNITS

DAY = 1440
_NOON = 720
_JOINS = (Kind.COMMA, Kind.AND, Kind.SLASH, Kind.BAR, Kind.LINE, Kind.PLUS, Kind.OR)
_LONGEST_NIGHT = 18 * 60


def read_times(cursor: Cursor, doubts: Doubts, *, bare: bool) -> tuple[Times, ...] | None:
    """The times at the cursor; None where there are none. `bare` numbers ("8-12") are times only
    where days, a season or a kind of time stand before them."""
    found: list[Times] = []
    place = cursor.place
    any_read = False
    while True:
        before = cursor.place
        if any_read:
            joined_by = cursor.peek().span if cursor.peek().kind is Kind.OR else None
            cursor.took(*_JOINS)
            cursor.took(Kind.AND)
        read = _one(cursor, doubts, bare=bare or any_read)
        if read is None:
            cursor.place = before
            break
        if any_read and joined_by is not None:
            doubts.add(DoubtCode.UNREAD, joined_by)
        any_read = True
        if isinstance(read, Times):
            found.append(read)
    if not any_read:
        cursor.place = place
        return None
    return tuple(found)


def _one(cursor: Cursor, doubts: Doubts, *, bare: bool) -> Times | Span | None:
    """A range, a start or an end; the span of what is no time; None where nothing stands."""
    place = cursor.place
    cursor.skip_fillers()
    first_place = cursor.place
    lead = cursor.peek().kind
    cursor.took(Kind.FROM, Kind.AB, Kind.UNTIL)
    cursor.skip_fillers()
    start = _point(cursor, led=lead in (Kind.AB, Kind.UNTIL))
    if start is None:
        cursor.place = place
        return None
    if lead is Kind.UNTIL:
        return _only_end(cursor, start, first_place, doubts)
    joined = cursor.peek().kind in DASHES or (lead is Kind.FROM and cursor.peek().kind is Kind.AND)
    after_start = cursor.place
    if joined:
        cursor.take()
        cursor.skip(*DASHES)
        cursor.skip_fillers()
        end = _point(cursor, led=True)
        if end is not None:
            if _is_bare(start, end, cursor, bare=bare or lead is Kind.FROM):
                cursor.place = place
                return None
            return _range(cursor, start, end, first_place, doubts)
        cursor.place = after_start
    return _only_start(cursor, start, lead, first_place, doubts, place)


def _point(cursor: Cursor, *, led: bool) -> Token | None:
    """A time, or a number that may be one; "Uhr" after it is taken too."""
    token = cursor.peek()
    if cursor.is_done or token.kind not in (Kind.TIME, Kind.BAD_TIME, Kind.NUMBER):
        return None
    if token.kind is Kind.NUMBER:
        at = minutes(token.text)
        plain = len(token.text) <= 2 or (led and len(token.text) == 4)
        if at is None or not plain or not token.text.isdigit():
            return None
    cursor.take()
    return token


def _is_bare(start: Token, end: Token, cursor: Cursor, *, bare: bool) -> bool:
    """Whether a range of mere numbers counts something else than hours: "3-4 Wochen"."""
    if Kind.NUMBER not in (start.kind, end.kind):
        return False
    following = cursor.peek()
    counted = following.kind is Kind.JUNK and following.text.lower() in UNITS
    if end.kind is Kind.NUMBER and counted and not cursor.is_done:
        return True
    return start.kind is end.kind and not bare


def _minutes(token: Token) -> int:
    return (minutes(token.text) or 0) if token.kind is Kind.NUMBER else token.value


def _range(cursor: Cursor, start: Token, end: Token, place: int, doubts: Doubts) -> Times | Span:
    if cursor.peek().kind is Kind.FILLER and cursor.peek().text.lower() in ("uhr", "h"):
        cursor.take()
    torn = _torn_minutes(cursor, end)
    span = cursor.span_from(place)
    if torn is not None:
        end = torn
        doubts.add(DoubtCode.NOT_A_TIME, span)
    if Kind.BAD_TIME in (start.kind, end.kind):
        doubts.add(DoubtCode.NOT_A_TIME, span)
        return span
    open_end = _has_plus(cursor)
    span = cursor.span_from(place)
    if open_end:
        doubts.add(DoubtCode.OPEN_END, span)
    return _ordered(start, end, span, doubts, open_end=open_end)


def _torn_minutes(cursor: Cursor, end: Token) -> Token | None:
    """10-30 for 10:30 at the end of a range."""
    dash, minute = cursor.peek(), cursor.peek(1)
    joined = dash.span.start == end.span.end and minute.span.start == dash.span.end
    if end.kind is not Kind.NUMBER or dash.kind is not Kind.DASH or not joined:
        return None
    if minute.kind is not Kind.NUMBER or len(minute.text) != 2 or minute.value > 59:
        return None
    cursor.take()
    cursor.take()
    at = _minutes(end) + minute.value
    return replace(end, kind=Kind.TIME, value=at)


def _ordered(
    start: Token, end: Token, span: Span, doubts: Doubts, *, open_end: bool
) -> Times | Span:
    """The range in order: over midnight, of twelve-hour clocks, or doubted."""
    first, last = _minutes(start), _minutes(end)
    padded = end.text.startswith("0") and not end.text.startswith("0:")
    if last == 0:
        last = DAY
        if first == 0:
            doubts.add(DoubtCode.CLOSES_FIRST, span)
    if first >= DAY or first == last:
        doubts.add(DoubtCode.CLOSES_FIRST, span)
        return span
    if first < last:
        small = last <= 7 * 60 and 0 < first < 6 * 60 and not start.text.startswith("0")
        if small:
            doubts.add(DoubtCode.TWELVE_HOURS, span)
            if start.kind is Kind.NUMBER or ":" not in start.text:
                first, last = first + _NOON, last + _NOON
        elif last > DAY:
            doubts.add(DoubtCode.CLOSES_FIRST, span)
        return Times(first, last, span, open_end)
    return _backwards(first, last, span, doubts, padded=padded, open_end=open_end)


def _backwards(
    first: int, last: int, span: Span, doubts: Doubts, *, padded: bool, open_end: bool
) -> Times:
    late = first >= 16 * 60 and last <= 8 * 60
    night = padded and last <= 5 * 60 and DAY - first + last <= _LONGEST_NIGHT
    if late or night:
        return Times(first, DAY + last, span, open_end)
    if first < last + _NOON <= 21 * 60 and first <= _NOON:
        doubts.add(DoubtCode.TWELVE_HOURS, span)
        return Times(first, last + _NOON, span, open_end)
    doubts.add(DoubtCode.CLOSES_FIRST, span)
    return Times(first, DAY + last, span, open_end)


def _has_plus(cursor: Cursor) -> bool:
    """An open end's "+", which stands at its time and before no other one."""
    plus = cursor.peek()
    if plus.kind is not Kind.PLUS or cursor.is_done:
        return False
    if plus.span.start != cursor.peek(-1).span.end:
        return False
    if cursor.peek(1).kind in (Kind.TIME, Kind.NUMBER) and cursor.place:
        return False
    cursor.take()
    return True


def _only_end(cursor: Cursor, end: Token, place: int, doubts: Doubts) -> Times | Span | None:
    if _counts(end, cursor):
        return None
    cursor.took(Kind.FILLER)
    span = cursor.span_from(place)
    if end.kind is Kind.BAD_TIME:
        doubts.add(DoubtCode.NOT_A_TIME, span)
        return span
    last = _minutes(end)
    return Times(None, last or DAY, span)


def _only_start(
    cursor: Cursor, start: Token, lead: Kind, place: int, doubts: Doubts, before: int
) -> Times | Span | None:
    open_end = lead is Kind.AB
    if start.kind is Kind.NUMBER and (not open_end or _counts(start, cursor)):
        cursor.place = before
        return None
    if start.kind is Kind.BAD_TIME:
        span = cursor.span_from(place)
        doubts.add(DoubtCode.NOT_A_TIME, span)
        return span
    if open_end and cursor.peek().kind is Kind.FILLER and cursor.peek().text.lower() == "uhr":
        cursor.take()
    open_end = open_end or _has_plus(cursor) or _is_left_open(cursor)
    span = cursor.span_from(place)
    first = _minutes(start)
    if first >= DAY:
        doubts.add(DoubtCode.NOT_A_TIME, span)
        return span
    return Times(first, None, span, open_end)


def _is_left_open(cursor: Cursor) -> bool:
    """15:00-; and nothing after the dash."""
    if cursor.peek().kind is not Kind.DASH or cursor.is_done:
        return False
    ends = (Kind.SEMICOLON, Kind.COMMA, Kind.LINE, Kind.SHUT, Kind.DAY)
    if cursor.peek(1).kind in ends:
        cursor.take()
        return True
    return False


def _counts(number: Token, cursor: Cursor) -> bool:
    """Whether a bare number counts something: "ab 3 Jahren"."""
    following = cursor.peek()
    if cursor.is_done or number.kind is not Kind.NUMBER:
        return False
    if following.text == "." and following.span.start == number.span.end:
        return True
    return following.kind is Kind.JUNK or following.kind in (Kind.MONTH, Kind.DAY, Kind.NUMBER)
