"""How a table of figures is drawn: bars for numbers, strips for durations, parts of a whole.

The same for the window and for paper. What must not be told has no length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.records.figures import FigureKey, FigureLine, FigureTable, Spread

FEW_LINES = 3
"""So many lines stand one by one even where all say the same."""
BY_COUNT = frozenset({FigureKey.TOPICS, FigureKey.COUNTRIES})
"""Figures whose lines have no order of their own: the largest number first."""


class Drawing(Enum):
    """BARS: from zero to the number; STRIPS: from quartile to quartile with the median; PARTS: of
    a whole, with both counts."""

    BARS = "bars"
    STRIPS = "strips"
    PARTS = "parts"


@dataclass(frozen=True)
class FigureBar:
    """A line with the length of its bar, 0 to 1 of the scale; None where nothing may be drawn.
    `before`: that of the earlier period. `span`: lower quartile, median and upper quartile on the
    scale, three times the median where the quartiles are not told."""

    line: FigureLine
    share: float | None = None
    before: float | None = None
    span: tuple[float, float, float] | None = None

    @property
    def hidden(self) -> bool:
        """Whether what would be drawn must not be told."""
        return self.share is None and self.span is None


def drawing(key: FigureKey) -> Drawing:
    """How the lines of a figure are drawn."""
    if key is FigureKey.STAGE_DAYS:
        return Drawing.STRIPS
    return Drawing.PARTS if key is FigureKey.STILL_HERE else Drawing.BARS


def bars(table: FigureTable) -> tuple[FigureBar, ...]:
    """The lines of a table in the order they are shown, with their bars."""
    match drawing(table.definition.key):
        case Drawing.STRIPS:
            longest = max((_longest(line.days) for line in table.lines), default=0)
            return tuple(FigureBar(line, span=_span(line.days, longest)) for line in table.lines)
        case Drawing.PARTS:
            return tuple(
                FigureBar(
                    line,
                    _of(line.count, line.of or 0),
                    _of(line.before, line.of_before or 0) if table.compares else None,
                )
                for line in table.lines
            )
        case Drawing.BARS:
            return _counts(table)


def is_alike(table: FigureTable) -> bool:
    """Whether many lines say the same, nothing above all, so that one row says it for all."""
    return len(table.lines) > FEW_LINES and len({_told(each, table) for each in table.lines}) == 1


def _told(line: FigureLine, table: FigureTable) -> tuple[object, ...]:
    now = (line.count, line.of, line.days)
    return (*now, line.before, line.of_before, line.days_before) if table.compares else now


def _counts(table: FigureTable) -> tuple[FigureBar, ...]:
    lines: Sequence[FigureLine] = table.lines
    if table.definition.key in BY_COUNT:  # what is hidden stays where it was, behind the others
        lines = sorted(lines, key=lambda line: -(line.count or 0))
    known = [line.count or 0 for line in lines]
    if table.compares:
        known += [line.before or 0 for line in lines]
    most = max(known, default=0)
    return tuple(
        FigureBar(
            line,
            _of(line.count, most),
            _of(line.before, most) if table.compares else None,
        )
        for line in lines
    )


def _of(count: int | None, most: int) -> float | None:
    if count is None:
        return None
    return count / most if most else 0.0


def _longest(days: Spread | None) -> int:
    if days is None:
        return 0
    return days.median if days.upper is None else max(days.median, days.upper)


def _span(days: Spread | None, longest: int) -> tuple[float, float, float] | None:
    if days is None or not longest:
        return None
    low = days.median if days.lower is None else days.lower
    high = days.median if days.upper is None else days.upper
    return low / longest, days.median / longest, high / longest
