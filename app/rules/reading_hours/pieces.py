"""The tokens of a text put together to days, times, parts of the year and remarks."""

from __future__ import annotations

from dataclasses import replace

from app.rules.reading_hours.cursor import Cursor
from app.rules.reading_hours.days import read_days
from app.rules.reading_hours.lexing import tokens
from app.rules.reading_hours.parts import Doubts, Gap, Part, Piece, Times
from app.rules.reading_hours.proposal import DoubtCode, Span
from app.rules.reading_hours.seasons import read_season
from app.rules.reading_hours.times import DAY, read_times
from app.rules.reading_hours.token import Kind

_GAPS = {
    Kind.COMMA: Gap.LIGHT,
    Kind.AND: Gap.LIGHT,
    Kind.PLUS: Gap.LIGHT,
    Kind.SLASH: Gap.LIGHT,
    Kind.BAR: Gap.LIGHT,
    Kind.LINE: Gap.LIGHT,
    Kind.OR: Gap.LIGHT,
    Kind.ELSE: Gap.LIGHT,
    Kind.SEMICOLON: Gap.STRONG,
    Kind.FALLBACK: Gap.FALLBACK,
}
_SILENT = (Kind.FILLER, Kind.COLON, Kind.DASH, Kind.FROM)
_SINGLE = {
    Kind.CLOSED: Part.CLOSED,
    Kind.OPEN: Part.OPEN,
    Kind.UNKNOWN: Part.UNKNOWN,
    Kind.KIND: Part.KIND,
    Kind.ARRANGED: Part.ARRANGED,
    Kind.QUOTE: Part.QUOTE,
    Kind.EXTRA: Part.EXTRA,
    Kind.FORTNIGHT: Part.FORTNIGHT,
    Kind.SCHOOL_DAYS: Part.SCHOOL_DAYS,
    Kind.WEEKDAYS_FOREIGN: Part.FOREIGN,
}
_LETS_NUMBERS_BE_TIMES = (Part.DAYS, Part.SEASON, Part.KIND, Part.TIMES, Part.EXCEPT)


class PieceReader:
    """Reads the pieces of one text; what is doubtful about them goes to `doubts`."""

    def __init__(self, text: str, doubts: Doubts) -> None:
        self._cursor = Cursor(tuple(tokens(text)))
        self._doubts = doubts
        self._pieces: list[Piece] = []
        self._gap = Gap.NONE
        self._depth = 0
        self._or: Span | None = None

    def read(self) -> list[Piece]:
        """All pieces in order; neighbouring words that are not understood are one piece."""
        while not self._cursor.is_done:
            self._next()
        self._settle_or(None)
        return self._pieces

    def _next(self) -> None:
        kind = self._cursor.peek().kind
        if kind in _GAPS:
            token = self._cursor.take()
            self._gap = max(self._gap, _GAPS[kind])
            if kind is Kind.OR:
                self._or = token.span
        elif kind in (Kind.OPENED, Kind.SHUT):
            self._cursor.take()
            self._depth = 1 if kind is Kind.OPENED else 0
        elif self._excepted() or self._season() or self._days() or self._times():
            return
        else:
            self._single()

    def _add(self, piece: Piece) -> None:
        self._settle_or(piece)
        last = self._pieces[-1] if self._pieces else None
        goes_on = piece.part is Part.JUNK and self._gap <= Gap.LIGHT
        if goes_on and last is not None and last.part is Part.JUNK:
            self._pieces[-1] = replace(last, span=last.span.with_(piece.span))
            self._gap = Gap.NONE
            return
        self._pieces.append(replace(piece, gap=self._gap, is_set_off=self._depth > 0))
        self._gap = Gap.NONE

    def _settle_or(self, piece: Piece | None) -> None:
        """ "oder" before an arrangement is plain, anywhere else it leaves open which holds."""
        if self._or is not None and (piece is None or piece.part is not Part.ARRANGED):
            self._doubts.add(DoubtCode.UNREAD, self._or)
        self._or = None

    def _excepted(self) -> bool:
        if self._cursor.peek().kind is not Kind.EXCEPT:
            return False
        place = self._cursor.place
        self._cursor.take()
        season = read_season(self._cursor, self._doubts)
        days = read_days(self._cursor, self._doubts) if season is None else None
        if season is None and days is None:
            self._cursor.place = place
            return False
        span = self._cursor.span_from(place)
        if season is not None:
            self._add(Piece(Part.EXCEPT, span, season=season))
        else:
            self._add(Piece(Part.EXCEPT, span, days=days or ()))
        return True

    def _season(self) -> bool:
        place = self._cursor.place
        days = read_days(self._cursor, Doubts(""))
        self._cursor.place = place
        if days is not None:
            return False
        season = read_season(self._cursor, self._doubts)
        if season is None:
            return False
        self._add(Piece(Part.SEASON, self._cursor.span_from(place), season=season))
        return True

    def _days(self) -> bool:
        place = self._cursor.place
        days = read_days(self._cursor, self._doubts)
        if days is None:
            return False
        self._add(Piece(Part.DAYS, self._cursor.span_from(place), days=days))
        return True

    def _times(self) -> bool:
        place = self._cursor.place
        if self._cursor.peek().kind is Kind.ALL_DAY:
            self._cursor.take()
            span = self._cursor.span_from(place)
            self._add(Piece(Part.TIMES, span, times=(Times(0, DAY, span),)))
            return True
        last = next((each for each in reversed(self._pieces) if each.part is not Part.JUNK), None)
        bare = last is not None and last.part in _LETS_NUMBERS_BE_TIMES
        times = read_times(self._cursor, self._doubts, bare=bare)
        if times is None:
            return False
        if times:
            self._add(Piece(Part.TIMES, self._cursor.span_from(place), times=times))
        return True

    def _single(self) -> None:
        token = self._cursor.take()
        if token.kind is Kind.BAD_TIME:
            self._doubts.add(DoubtCode.NOT_A_TIME, token.span)
        elif token.kind in _SINGLE:
            self._add(Piece(_SINGLE[token.kind], token.span, words=token.words or token.text))
        elif token.kind not in _SILENT:
            self._add(Piece(Part.JUNK, token.span))
