"""Bands fill pages from top to bottom: breaks, kept lines, repeated heads, feet. No block is known.

A band is a strip over the width of the type area; its marks are relative to its upper left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.typeset.marks import Mark, Placed
from app.typeset.styles import BOTTOM, GRID, TOP, on_grid


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never divided (a line, a box): from `top` to `bottom` in its column, mm."""

    top: float
    bottom: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Stands again at the top of each page a block goes on to (column heads), as artifact."""

    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """`height` is where the next band begins, a multiple of the grid; `columns` hold the pieces.

    `above`: marks drawn only where another band of the same block stands above on the page.
    `keep`: stays with the next band. `whole`: never divided. `opens`: begins a new page.
    `block`: bands with the same number belong to one block with its `repeat` and `foot`.
    `foot`: marks at fixed heights of the sheet; keeps `foot_room` mm free at the end of the page.
    """

    height: float
    columns: tuple[tuple[Piece, ...], ...]
    above: tuple[Mark, ...] = ()
    keep: bool = False
    whole: bool = False
    opens: bool = False
    vanishes: bool = False
    block: int = 0
    repeat: Repeat | None = None
    foot: tuple[Mark, ...] = ()
    foot_room: float = 0.0
    shift: tuple[float, ...] = ()

    @property
    def reach(self) -> float:
        """Lower edge of the lowest piece."""
        return max((c[-1].bottom for c in self._shifted() if c), default=0.0)

    def _shifted(self) -> tuple[tuple[Piece, ...], ...]:
        if not self.shift:
            return self.columns
        return tuple(
            tuple(Piece(p.top - by, p.bottom - by, p.marks) for p in column)
            for column, by in zip(self.columns, self.shift, strict=True)
        )

    def marks(self) -> list[tuple[float, tuple[Mark, ...]]]:
        """Marks with the height they are moved by, in reading order."""
        if not self.shift:
            return [(0.0, tuple(m for column in self.columns for p in column for m in p.marks))]
        return [
            (-by, tuple(m for piece in column for m in piece.marks))
            for column, by in zip(self.columns, self.shift, strict=True)
            if column
        ]


@dataclass(slots=True)
class Page:
    """Marks of one page while it is filled; y from the sheet's top."""

    placed: list[Placed] = field(default_factory=list)
    feet: dict[int, tuple[Mark, ...]] = field(default_factory=dict)


class Flow:
    """Fills pages with bands. `x` of what is placed is relative to the type area."""

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        self._y = TOP
        self._block = 0
        self._room = 0.0
        self._started = False

    def fill(self, bands: Sequence[Band]) -> None:
        """Place bands one after the other; chains of kept bands move to the next page together."""
        index = 0
        while index < len(bands):
            end = index
            while bands[end].keep and end + 1 < len(bands) and not bands[end + 1].opens:
                end += 1
            chain = bands[index : end + 1]
            if chain[0].opens:
                self.open_page()
            if self._started and len(chain) > 1:
                need = sum(b.height for b in chain[:-1]) + _least(chain[-1])
                if need > self._available(chain[0]):
                    self.open_page()
            for band in chain:
                self._place(band)
            index = end + 1

    def open_page(self) -> None:
        """Start a new page unless the present one is empty."""
        if self._started:
            self.pages.append(Page())
            self._y = TOP
            self._room = 0.0
            self._started = False

    def _available(self, band: Band) -> float:
        """Height left for a band on this page, below the repeated head it would get."""
        repeated = 0.0
        if not self._started and self._goes_on(band) and band.repeat is not None:
            repeated = band.repeat.height
        return BOTTOM - max(self._room, band.foot_room) - self._y - repeated + 0.01

    def _goes_on(self, band: Band) -> bool:
        return band.block > 0 and band.block == self._block

    def _place(self, band: Band) -> None:
        while band.reach > self._available(band):
            parts = self._parted(band)
            if parts is None:
                if not self._started:
                    break
                self.open_page()
                continue
            head, band = parts
            self._put(head)
            self.open_page()
        self._put(band)

    def _parted(self, band: Band) -> tuple[Band, Band] | None:
        if band.whole or (self._started and _is_short_row(band)):
            return None
        return divide(band, self._available(band), forced=not self._started)

    def _put(self, band: Band) -> None:
        if band.vanishes and not self._started:
            return
        page = self.pages[-1]
        if self._goes_on(band) and not self._started and band.repeat is not None:
            page.placed.append(Placed(0.0, self._y, band.repeat.marks))
            self._y += band.repeat.height
        elif self._goes_on(band) and band.above:
            page.placed.append(Placed(0.0, self._y, band.above))
        self._block = band.block
        page.placed.extend(Placed(0.0, self._y + by, marks) for by, marks in band.marks() if marks)
        if band.foot:
            page.feet.setdefault(band.block, band.foot)
        self._room = max(self._room, band.foot_room)
        self._y += band.height
        self._started = True


def is_short(reach: float, foot_room: float) -> bool:
    """Up to a third of the page: such a row is not divided while another page would hold it."""
    return reach <= (BOTTOM - TOP - foot_room) / 3


def _is_short_row(band: Band) -> bool:
    return len(band.columns) > 1 and is_short(band.reach, band.foot_room)


def _least(band: Band) -> float:
    """Height without which a band does not begin on a page: two lines, or all of it."""
    if band.whole or not band.columns or _is_short_row(band):
        return band.reach
    starts = [c[min(1, len(c) - 1)].bottom for c in band.columns if c]
    return min(max(starts, default=0.0), band.reach)


def divide(band: Band, available: float, *, forced: bool) -> tuple[Band, Band] | None:
    """Part a band between lines so that the head fits into `available` mm.

    Two lines stay together at either side; None where that cannot be. `forced` gives up the two
    lines rather than the page.
    """
    heads: list[tuple[Piece, ...]] = []
    rests: list[tuple[Piece, ...]] = []
    shifts: list[float] = []
    for column, by in zip(band.columns, band.shift or (0.0,) * len(band.columns), strict=True):
        fit = sum(1 for piece in column if piece.bottom - by <= available + 0.01)
        if not forced and fit < len(column):
            if fit == len(column) - 1 and len(column) > 2:
                fit -= 1
            if fit < 2 and len(column) > 1:
                fit = 0
        if column and not fit and not forced:
            return None
        heads.append(column[:fit])
        rests.append(column[fit:])
        shifts.append(rests[-1][0].top if rests[-1] else 0.0)
    if not any(heads) or not any(rests):
        return None
    head = replace(band, columns=tuple(heads), keep=False)
    rest = replace(band, columns=tuple(rests), shift=tuple(shifts), opens=False, above=())
    tail = band.height - band.reach
    return head, replace(rest, height=max(on_grid(rest.reach + tail), GRID))
