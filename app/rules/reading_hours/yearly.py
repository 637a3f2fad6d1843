"""Parts of the year, school days and exceptions in the pieces of a text."""

from __future__ import annotations

from app.rules.reading_hours.parts import (
    BASE,
    SCHOOL,
    DayChoice,
    Gap,
    Part,
    Piece,
    Season,
    Times,
)
from app.rules.reading_hours.proposal import DoubtCode, Span
from app.rules.reading_hours.said import (
    CLOSING,
    EVERY_DAY,
    NO_HOURS,
    WORKING,
    Said,
)
from app.rules.reading_hours.telling import Telling


class Yearly(Telling):
    """What holds in a part of the year only, and what is left out of it."""

    def season(self, piece: Piece) -> None:
        """A part of the year holds for what follows, or for the rule it stands behind."""
        if self._days_wait and piece.season.named and self._follows(Part.CLOSED):
            # "an Feiertagen und in den Weihnachtsferien geschlossen"
            days = self._days_span
            self._say(Said(days, self._season, self._days, is_closed=True, gap=self._days_gap))
        if self._days_wait and piece.is_set_off and self._follows(Part.TIMES) and not piece.gap:
            # "sonntags (Mai bis September) 14–17 Uhr"
            self._season, self._season_span, self._season_told = piece.season, piece.span, True
            self._is_season_set_off = True
            if piece.season.named:
                self._doubts.add(DoubtCode.SEASON_UNKNOWN, piece.span)
            return
        waits = self._season_span is not None and not self._season_told
        if waits and self._season_span is not None:
            self._join_season(piece, self._season_span)
            return
        self._no_hours()
        if piece.season.named:
            self._doubts.add(DoubtCode.SEASON_UNKNOWN, piece.span)
        if self._is_behind(piece):
            self._put_behind(piece)
            return
        self._season, self._season_span, self._season_told = piece.season, piece.span, False
        self._is_season_set_off = piece.is_set_off
        self._days = None

    def _join_season(self, piece: Piece, before: Span) -> None:
        """Two parts of the year in a row: both, or something between that is not understood."""
        span = before.with_(piece.span)
        self._season_span = span
        self._days, self._days_wait = None, False
        explains = piece.is_set_off and self._season.named and piece.season.osm
        if explains and self._after(Part.SEASON):
            # Sommerzeit (April bis Oktober)
            self._doubts.swallow(before)
            self._season = piece.season
            return
        if self._after(Part.SEASON, within=Gap.LIGHT) and self._joins(piece):
            self._season = Season(f"{self._season.osm},{piece.season.osm}")
            return
        self._doubts.swallow(span)
        self._doubts.add(DoubtCode.SEASON_UNKNOWN, span)
        self._season = Season(named=self._doubts.text[span.start : span.end])

    def _joins(self, piece: Piece) -> bool:
        both = self._season.osm, piece.season.osm
        return all(both) and "SH" not in both and not any(each.startswith("week") for each in both)

    def _is_behind(self, piece: Piece) -> bool:
        if self._last is None or (self._season_span is not None and not self._season_told):
            return False
        following = self._ahead()
        ends = following is None or following.gap >= Gap.LIGHT
        if following is None:
            return self._season == BASE
        if piece.is_set_off and not following.is_set_off and self._after(Part.TIMES):
            return self._season == BASE
        return ends and (piece.is_set_off or piece.gap == Gap.NONE) and self._season == BASE

    def _put_behind(self, piece: Piece) -> None:
        if len(self._whole.rules) > 1:
            self._doubts.add(DoubtCode.SEASON_REACH, piece.span)
        if self._last is not None:
            self._last.season = piece.season
            self._last.span = self._last.span.with_(piece.span)

    def _finish_season(self) -> None:
        """A part of the year that nothing was said for is not understood."""
        if self._season_span is not None and not self._season_told:
            if not self._season.named:
                self._doubts.add(DoubtCode.NO_TIMES, self._season_span)
            if "-" in self._season.osm and not self._season.osm.startswith(("week", "easter")):
                self._say(
                    Said(
                        self._season_span,
                        self._season,
                        EVERY_DAY,
                        [Times(0, 1440, self._season_span, comment=NO_HOURS, state="unknown")],
                    )
                )
        self._season_told = True

    def _reach(self, piece: Piece) -> None:
        """Whether a part of the year holds for another sentence too is not certain."""
        if all(choice in CLOSING for choice in piece.days) and self._follows(Part.CLOSED):
            self._season = BASE  # closed on holidays all the year round
            return
        is_school = self._season.osm == "SH"
        has_base = any(rule.season == BASE and rule.times for rule in self._whole.rules)
        if not is_school and piece.gap < Gap.STRONG and not has_base:
            return
        last = self._last
        if is_school and (piece.gap >= Gap.STRONG or (last is not None and last.days is None)):
            self._season = BASE
        self._doubts.add(DoubtCode.SEASON_REACH, piece.span)

    def _except_season(self, piece: Piece) -> None:
        if piece.season.osm == "SH":
            self._close_apart((DayChoice(SCHOOL),), piece)
        else:
            self._doubts.add(DoubtCode.SEASON_UNKNOWN, piece.span)

    def _close_apart(self, days: tuple[DayChoice, ...], piece: Piece) -> None:
        """Closed on holidays, whatever part of the year is being told."""
        self._whole.rules.insert(0, Said(piece.span, BASE, days, is_closed=True))

    def school_days(self, piece: Piece) -> None:
        """On school days: not in the school holidays and not on public ones."""
        self._no_hours()
        self._school_days = piece.span
        self._season, self._season_told, self._days = BASE, True, None
        self._close_apart(CLOSING, piece)

    def _finish_school_days(self) -> None:
        if self._school_days is None or any(not each.is_closed for each in self._whole.rules):
            return
        span = self._school_days
        self._doubts.add(DoubtCode.NO_TIMES, span)
        times = [Times(0, 1440, span, comment="zu den Schulzeiten", state="unknown")]
        self._whole.rules.append(Said(span, BASE, WORKING, times))

    def excepted(self, piece: Piece) -> None:
        if piece.season != BASE:
            self._except_season(piece)
            return
        left = [choice for choice in piece.days if choice not in CLOSING]
        last = self._last
        of_rule = last.days if last is not None and not self._days_wait else self._days
        if of_rule is None and left and not self._follows(Part.TIMES):
            self._doubts.add(DoubtCode.UNREAD, piece.span)
            return
        if any(choice not in (of_rule or EVERY_DAY) for choice in left):
            self._doubts.add(DoubtCode.UNREAD, piece.span)
            return
        if last is not None and last.is_closed and not self._days_wait:
            self._doubts.add(DoubtCode.UNREAD, piece.span)
            return
        kept = tuple(choice for choice in of_rule or EVERY_DAY if choice not in left)
        if last is not None and not self._days_wait:
            last.days = kept
        else:
            self._days = kept
            self._days_span = self._days_span.with_(piece.span)
            self._days_wait = True
        closed = tuple(choice for choice in piece.days if choice in CLOSING)
        if closed:
            self._close_apart(closed, piece)
