"""Where a text of opening hours has come to: its rules so far, and what still waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.rules.reading_hours.parts import (
    BASE,
    DayChoice,
    Doubts,
    Gap,
    Part,
    Piece,
    Times,
)
from app.rules.reading_hours.proposal import DoubtCode, Span
from app.rules.reading_hours.said import (
    NO_HOURS,
    Said,
    Whole,
)


class Telling:
    """The pieces of one text, the rules told so far, and days or a season that wait for theirs."""

    def __init__(self, pieces: Sequence[Piece], doubts: Doubts) -> None:
        self._pieces = pieces
        self._doubts = doubts
        self._place = 0
        self._whole = Whole()
        self._season = BASE
        self._season_span: Span | None = None
        self._season_told = False
        self._is_season_set_off = False
        self._days: tuple[DayChoice, ...] | None = None
        self._days_span = Span(0, 0)
        self._days_gap = Gap.NONE
        self._days_wait = False
        self._is_day_told = False
        self._kind: str | None = None
        self._is_extra = False
        self._is_headed = False
        self._comment = ""
        self._state = ""
        self._school_days: Span | None = None
        self._times_first = _are_times_first(pieces)

    def _ahead(self, count: int = 1) -> Piece | None:
        at = self._place + count
        return self._pieces[at] if 0 <= at < len(self._pieces) else None

    def _follows(self, *parts: Part, within: Gap = Gap.NONE) -> bool:
        following = self._ahead()
        return following is not None and following.part in parts and following.gap <= within

    def _after(self, *parts: Part, within: Gap = Gap.NONE) -> bool:
        before = self._ahead(-1)
        return (
            before is not None and before.part in parts and self._pieces[self._place].gap <= within
        )

    @property
    def _last(self) -> Said | None:
        return self._whole.rules[-1] if self._whole.rules else None

    def _no_hours(self) -> None:
        """Days that nothing more was said about: perhaps open then, at unknown hours."""
        if not self._days_wait or self._days is None:
            return
        self._doubts.add(DoubtCode.NO_TIMES, self._days_span)
        comment = self._comment or NO_HOURS
        times = [Times(0, 1440, self._days_span, comment=comment, state="unknown")]
        self._say(Said(self._days_span, self._season, self._days, times, gap=self._days_gap))

    def _say(self, said: Said) -> None:
        before = self._pieces[self._place].gap if self._place < len(self._pieces) else Gap.NONE
        said.gap = max(said.gap, before) if said.gap is Gap.NONE else said.gap
        said.is_headed = self._is_headed
        self._whole.rules.append(said)
        self._days_wait = False
        self._season_told = True
        self._comment = self._state = ""
        self._is_extra = False

    def _remark_last(self, words: str, state: str) -> None:
        last = self._last
        if last is not None:
            last.times = [replace(each, comment=words, state=state) for each in last.times]

    def _drop(self, piece: Piece) -> None:
        """Times right behind words that are not understood belong to those."""
        before = self._pieces[self._place - 1]
        span = before.span.with_(piece.span)
        if self._days_wait:
            span = span.with_(self._days_span)
        self._doubts.swallow(span)
        self._doubts.add(DoubtCode.UNREAD, span)
        self._days_wait = False


def _are_times_first(pieces: Sequence[Piece]) -> bool:
    """Whether days stand behind their times all through: "9–12 Uhr montags, 14–16 Uhr freitags"."""
    told = [each.part for each in pieces if each.part in (Part.DAYS, Part.TIMES, Part.CLOSED)]
    pairs = zip(told[::2], told[1::2], strict=False)
    return (
        bool(told) and len(told) % 2 == 0 and all(pair == (Part.TIMES, Part.DAYS) for pair in pairs)
    )
