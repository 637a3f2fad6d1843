"""The pieces of a text put together to rules: which times belong to which days."""

from __future__ import annotations

from dataclasses import replace

from app.rules.reading_hours.parts import (
    BASE,
    DayChoice,
    Gap,
    Part,
    Piece,
)
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.said import (
    EVERY_DAY,
    WORKING,
    Said,
    Whole,
)
from app.rules.reading_hours.states import States
from app.rules.reading_hours.words import CORE
from app.rules.reading_hours.yearly import Yearly


class Assembly(States, Yearly):
    """Goes through the pieces of one text once."""

    def whole(self) -> Whole:
        """The rules in the order of the text."""
        for place, piece in enumerate(self._pieces):
            self._place = place
            _STEPS[piece.part](self, piece)
        self._no_hours()
        self._finish_season()
        self._finish_school_days()
        return self._whole

    def days(self, piece: Piece) -> None:
        """Days wait for their times, unless these stood before them."""
        last = self._last
        if self._is_day_told:
            self._is_day_told = False
            return
        if self._times_first and last is not None and last.days is None:
            last.days = piece.days
            last.span = last.span.with_(piece.span)
            return
        if self._days_wait and piece.is_set_off and piece.gap is Gap.NONE:
            # "werktags (Mo–Fr)" says which days are meant
            self._doubts.swallow(self._days_span)
            self._days, self._days_span = piece.days, self._days_span.with_(piece.span)
            return
        self._no_hours()
        if piece.gap >= Gap.STRONG:
            self._is_headed = False
        if self._after(Part.JUNK) or (self._after(Part.OPEN) and self._is_junk_before(2)):
            self._is_headed = True
        self._leave_brackets(piece)
        if self._season.is_short:
            self._leave_dates(piece)
        if self._season != BASE and self._season_told and piece.gap >= Gap.LIGHT:
            self._reach(piece)
        self._days, self._days_span, self._days_wait = piece.days, piece.span, True
        self._days_gap = piece.gap

    def _leave_brackets(self, piece: Piece) -> None:
        """What a part of the year in brackets says ends with them."""
        if self._is_season_set_off and self._season_told and not piece.is_set_off:
            self._season, self._is_season_set_off = BASE, False

    def _leave_dates(self, piece: Piece) -> None:
        """Single dates hold for what stands with them, not for the days named after."""
        if self._season_told:
            self._season = BASE
        elif self._season_span is not None and self._is_closed_like(piece):
            # "24.12., 31.12. und Feiertage geschlossen"
            self._say(Said(self._season_span, self._season, EVERY_DAY, is_closed=True))
            self._season = BASE
        elif self._season_span is not None:
            self._doubts.add(DoubtCode.SEASON_REACH, self._season_span)

    def _is_closed_like(self, piece: Piece) -> bool:
        return piece.gap is Gap.LIGHT and self._follows(Part.CLOSED)

    def _is_junk_before(self, count: int) -> bool:
        before = self._ahead(-count)
        return before is not None and before.part is Part.JUNK

    def times(self, piece: Piece) -> None:
        if self._after(Part.JUNK, within=Gap.STRONG) and self._belongs_to_junk(piece):
            self._drop(piece)
            return
        if self._follows(Part.CLOSED):
            return  # closed() tells it
        kind = self._kind if self._kind != CORE else None
        led_by_kind = self._kind is not None
        self._kind = None
        times = [
            replace(each, kind=kind, comment=self._comment, state=self._state)
            for each in piece.times
        ]
        said = Said(piece.span, self._season, None, times, is_extra=self._is_extra, gap=piece.gap)
        if kind is not None and not self._days_wait and self._are_days_many():
            # "Mo–Do 7–16, Fr 7–15 Uhr (Frühdienst ab 6 Uhr)": on Friday only?
            self._doubts.add(DoubtCode.NO_DAYS, piece.span)
        elif self._days is not None:
            said.days = self._days
            if self._days_wait:
                said.gap = self._days_gap
                said.span = self._days_span.with_(piece.span)
        elif kind is None and not self._times_first:
            said.days = self._days_of_before(piece, is_core=led_by_kind)
        self._say(said)

    def _belongs_to_junk(self, piece: Piece) -> bool:
        """Right behind words, or behind a number that may be torn off: "09; 00-12:00"."""
        end = self._pieces[self._place - 1].span.end
        return piece.gap is Gap.NONE or self._doubts.text[end - 1].isdigit()

    def _are_days_many(self) -> bool:
        """Whether the rules so far are of different days."""
        told = {rule.days for rule in self._whole.rules if rule.times and rule.days is not None}
        return len(told) > 1

    def _days_of_before(self, piece: Piece, *, is_core: bool) -> tuple[DayChoice, ...] | None:
        """Times without days: school days, those of the holidays, or every day with a doubt."""
        if self._school_days is not None:
            return WORKING
        if self._season.osm == "SH":
            return None
        whole_day = [(each.start, each.end) for each in piece.times] == [(0, 1440)]
        if whole_day or self._season.names_dates:
            return EVERY_DAY
        self._doubts.add(DoubtCode.NO_DAYS, piece.span)
        return WORKING if is_core else EVERY_DAY


_STEPS = {
    Part.SEASON: Assembly.season,
    Part.DAYS: Assembly.days,
    Part.TIMES: Assembly.times,
    Part.CLOSED: Assembly.closed,
    Part.OPEN: Assembly.open,
    Part.UNKNOWN: Assembly.unknown,
    Part.KIND: Assembly.kind,
    Part.ARRANGED: Assembly.arranged,
    Part.QUOTE: Assembly.quote,
    Part.EXCEPT: Assembly.excepted,
    Part.EXTRA: Assembly.extra,
    Part.FORTNIGHT: Assembly.fortnight,
    Part.SCHOOL_DAYS: Assembly.school_days,
    Part.FOREIGN: Assembly.foreign,
    Part.JUNK: Assembly.junk,
}
