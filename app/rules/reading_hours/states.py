"""Closed days, kinds of care time, arrangements and remarks in the pieces of a text."""

from __future__ import annotations

from dataclasses import replace

from app.rules.reading_hours import remarks
from app.rules.reading_hours.parts import (
    BASE,
    Gap,
    Part,
    Piece,
    Times,
)
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.said import (
    EVERY_DAY,
    FORTNIGHTLY,
    Said,
)
from app.rules.reading_hours.telling import Telling
from app.rules.reading_hours.words import CORE


class States(Telling):
    """How days and times stand: closed, early or late service, by arrangement, with a remark."""

    def closed(self, piece: Piece) -> None:
        """Closed days, a closed part of the year, or the whole place."""
        if self._after(Part.CLOSED, within=Gap.LIGHT):
            return  # said twice: "geschlossen / closed"
        season_waits = self._season_span is not None and not self._season_told
        as_words = remarks.closed_as(piece.words)
        if self._after(Part.TIMES):
            self._drop(piece)
        elif as_words and not self._days_wait and not self._whole.rules:
            self._close_all(piece, as_words)
        elif self._season.named and season_waits:
            self._close_unknown(piece)
        elif self._after(Part.JUNK) and (self._days_wait or season_waits or self._last is None):
            self._drop(piece)
            self._season_told = True
        else:
            self._close_days(piece, season_waits=season_waits)

    def _close_days(self, piece: Piece, *, season_waits: bool) -> None:
        if self._days_wait:
            span = self._days_span.with_(piece.span)
            said = Said(span, self._season, self._days, is_closed=True, gap=self._days_gap)
            self._say(said)
        elif season_waits:
            self._say(Said(piece.span, self._season, EVERY_DAY, is_closed=True, gap=piece.gap))
            self._season = BASE
        elif self._names_days_after():
            following = self._ahead()
            days = following.days if following is not None else ()
            self._say(Said(piece.span, self._season, days, is_closed=True, gap=piece.gap))
            self._is_day_told = True
        elif not self._whole.rules and len(self._pieces) == 1:
            self._close_all(piece, "")
        else:
            self._doubts.add(DoubtCode.UNREAD, piece.span)

    def _names_days_after(self) -> bool:
        """geschlossen: Montag – and nothing said about that day but this."""
        following, later = self._ahead(), self._ahead(2)
        if following is None or following.part is not Part.DAYS or following.gap > Gap.NONE:
            return False
        return later is None or later.gap >= Gap.LIGHT

    def _close_all(self, piece: Piece, as_words: str) -> None:
        self._whole.closed_as = as_words
        if as_words:
            code = DoubtCode.CLOSED_FOR_GOOD if "dauer" in as_words else DoubtCode.CLOSED_FOR_NOW
            self._doubts.add(code, piece.span)

    def _close_unknown(self, piece: Piece) -> None:
        """Closed in a part of the year whose dates are not told: all of it is doubted at once."""
        span = (self._season_span or piece.span).with_(piece.span)
        self._doubts.swallow(span)
        self._doubts.add(DoubtCode.SEASON_UNKNOWN, span)
        self._season, self._season_told, self._days_wait = BASE, True, False

    def open(self, _piece: Piece) -> None:
        self._state = "open" if self._follows(Part.QUOTE) else ""

    def unknown(self, piece: Piece) -> None:
        if self._follows(Part.QUOTE):
            self._state = "unknown"
        else:
            self._doubts.add(DoubtCode.UNREAD, piece.span)

    def kind(self, piece: Piece) -> None:
        last = self._last
        behind = self._after(Part.TIMES) and last is not None and bool(last.times)
        if behind and last is not None and not self._leads_times():
            kind = piece.words if piece.words != CORE else None
            last.times[-1] = replace(last.times[-1], kind=kind)
        elif self._leads_times(within=Gap.LIGHT):
            self._kind = piece.words
        else:
            self._doubts.add(DoubtCode.UNREAD, piece.span)

    def _leads_times(self, within: Gap = Gap.NONE) -> bool:
        """Whether times follow that this kind belongs to: "Frühdienst (Mo–Fr) ab 7 Uhr"."""
        if self._follows(Part.TIMES, within=Gap.NONE):
            later = [each.part for each in self._pieces[self._place + 1 :]]
            own = [part for part in later if part in (Part.KIND, Part.TIMES)]
            return own[-1] is Part.TIMES or not self._after(Part.TIMES)
        following, later_piece = self._ahead(), self._ahead(2)
        if following is None or following.gap > within or following.part is not Part.DAYS:
            return False
        return later_piece is not None and later_piece.part is Part.TIMES

    def arranged(self, piece: Piece) -> None:
        self._arrange(piece, piece.words, quoted=False)

    def _arrange(self, piece: Piece, words: str, *, quoted: bool) -> None:
        if self._after(Part.ARRANGED, within=Gap.LIGHT) and not quoted:
            # one arrangement in two words: "nach Rücksprache und Vereinbarung"
            if words != remarks.PLAIN:
                self._doubts.add(DoubtCode.REMARK, piece.span)
            return
        if self._days_wait and piece.gap <= Gap.LIGHT and not quoted and self._follows(Part.TIMES):
            self._comment, self._state = words, "unknown"
            self._doubts.add(DoubtCode.ARRANGEMENT, piece.span)
        elif self._follows(Part.TIMES) and not quoted and self._is_beside(piece):
            # "auf Anfrage bis 14 Uhr": what follows the hours of before
            self._kind, self._comment, self._state = words, words, "unknown"
        elif self._days_wait and piece.gap <= Gap.LIGHT:
            times = [Times(0, 1440, piece.span, comment=words, state="unknown")]
            self._say(
                Said(
                    self._days_span.with_(piece.span),
                    self._season,
                    self._days,
                    times,
                    gap=self._days_gap,
                )
            )
        elif self._after(Part.TIMES, Part.KIND) and self._last is not None:
            if not quoted:
                self._doubts.add(DoubtCode.ARRANGEMENT, piece.span)
            self._remark_last(words, "unknown")
        else:
            if (self._follows(Part.DAYS, Part.TIMES) and not quoted) or self._is_only(piece):
                self._doubts.add(DoubtCode.ARRANGEMENT, piece.span)
            self._put_otherwise(piece, words)

    def _is_beside(self, piece: Piece) -> bool:
        last = self._last
        parted = piece.gap >= Gap.LIGHT or piece.is_set_off
        return not self._days_wait and parted and last is not None and bool(last.times)

    def _is_only(self, piece: Piece) -> bool:
        """Whether "nur nach Vereinbarung" stands behind hours, and may be meant for these too."""
        said = self._doubts.text[piece.span.start : piece.span.end].lower()
        return "nur " in said and any(each.times for each in self._whole.rules)

    def _put_otherwise(self, piece: Piece, words: str) -> None:
        if self._whole.otherwise and self._whole.otherwise != words:
            self._doubts.add(DoubtCode.REMARK, piece.span)
        else:
            self._whole.otherwise = words

    def quote(self, piece: Piece) -> None:
        text = piece.words.strip("\"' ")
        state, self._state = self._state, ""
        if not text:
            return
        arrangement = remarks.arrangement(text)
        if arrangement:
            self._arrange(piece, arrangement, quoted=True)
        elif self._follows(Part.DAYS, Part.TIMES) and not self._days_wait:
            self._doubts.add(DoubtCode.UNREAD, piece.span)
        elif self._season_span is not None and not self._season_told and not self._days_wait:
            self._doubts.add(DoubtCode.REMARK, piece.span)
            times = [Times(0, 1440, piece.span, comment=text, state=state or "unknown")]
            self._say(Said(self._season_span.with_(piece.span), self._season, EVERY_DAY, times))
        elif self._days_wait and piece.gap <= Gap.LIGHT:
            times = [Times(0, 1440, piece.span, comment=text, state=state or "unknown")]
            self._say(
                Said(
                    self._days_span.with_(piece.span),
                    self._season,
                    self._days,
                    times,
                    gap=self._days_gap,
                )
            )
        elif self._after(Part.TIMES, Part.OPEN, Part.UNKNOWN) and self._last is not None:
            self._remark_last(text, state)
        else:
            if piece.gap < Gap.FALLBACK:
                self._doubts.add(DoubtCode.REMARK, piece.span)
            self._put_otherwise(piece, text)

    def fortnight(self, piece: Piece) -> None:
        self._doubts.add(DoubtCode.EVERY_OTHER_WEEK, piece.span)
        leads = piece.gap >= Gap.LIGHT and self._follows(Part.DAYS, Part.TIMES)
        if self._days_wait:
            self._comment = FORTNIGHTLY
        elif self._last is not None and not leads:
            self._remark_last(FORTNIGHTLY, "")
        else:
            self._comment = FORTNIGHTLY

    def extra(self, _piece: Piece) -> None:
        self._is_extra = True

    def foreign(self, piece: Piece) -> None:
        self._doubts.add(DoubtCode.FOREIGN_DAYS, piece.span)

    def junk(self, piece: Piece) -> None:
        self._doubts.add(DoubtCode.UNREAD, piece.span)
