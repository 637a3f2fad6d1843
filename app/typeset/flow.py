"""Bands fill pages from top to bottom: breaks, kept lines, repeated heads, feet. No block is known.

A band is a strip over the width of the type area; its marks are relative to its upper left corner.
Facing pages are filled together: band by band as high as each other, broken at the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from app.typeset.marks import Mark, Placed, lowered
from app.typeset.styles import BOTTOM, GRID, TOP, on_grid


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never divided (a line, a box): from `top` to `bottom` in its column, mm."""

    top: float
    bottom: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Stands again at the top of each page a block goes on to (column heads), as artifact.
    `edge`: as in a band."""

    height: float
    marks: tuple[Mark, ...]
    edge: tuple[Mark, ...] = ()

    def placed(self, y: float) -> Iterator[Placed]:
        """The head at the top of a page."""
        yield Placed(0.0, y, self.marks)
        if self.edge:
            yield Placed(0.0, y + self.height, self.edge)


@dataclass(frozen=True, slots=True)
class Band:
    """`height` is where the next band begins, a multiple of the grid; `columns` hold the pieces.

    `above`: marks drawn only where another band of the same block stands above on the page;
    `joins` draws them longer, where that band was made higher by so many mm.
    `keep`: stays with the next band. `whole`: never divided. `opens`: begins a new page.
    `block`: bands with the same number belong to one block with its `repeat` and `foot`.
    `foot`: marks at fixed heights of the sheet; keeps `foot_room` mm free at the end of the page.
    `begins`: whether a logical row begins, of which there are as many in every language.
    `rigid`: columns that stand below each other keep their distance where the band is divided.
    `edge`: marks from the lower edge, which follow it where the band is made higher.
    `leaf`: where it begins a page, that is on a sheet of paper of its own (`Flow.open_leaf`).
    `runs_on`: paragraphs below each other keep one distance; what follows begins on the grid.
    `spare`: left out where the page has no room for it.
    """

    height: float
    columns: tuple[tuple[Piece, ...], ...]
    above: tuple[Mark, ...] = ()
    keep: bool = False
    whole: bool = False
    opens: bool = False
    leaf: bool = False
    vanishes: bool = False
    block: int = 0
    repeat: Repeat | None = None
    foot: tuple[Mark, ...] = ()
    foot_room: float = 0.0
    shift: tuple[float, ...] = ()
    begins: bool = True
    rigid: bool = False
    joins: Callable[[float], tuple[Mark, ...]] | None = None
    edge: tuple[Mark, ...] = ()
    runs_on: bool = False
    spare: bool = False

    @property
    def reach(self) -> float:
        """Lower edge of the lowest piece."""
        lowest = (
            column[-1].bottom - by
            for column, by in zip(self.columns, self.shifts, strict=True)
            if column
        )
        return max(lowest, default=0.0)

    @property
    def shifts(self) -> tuple[float, ...]:
        """How far each column was moved up, mm."""
        return self.shift or (0.0,) * len(self.columns)

    def marks(self) -> list[tuple[float, tuple[Mark, ...]]]:
        """Marks with the height they are moved by, in reading order."""
        if not self.shift:
            return [(0.0, tuple(m for column in self.columns for p in column for m in p.marks))]
        return [
            (-by, tuple(m for piece in column for m in piece.marks))
            for column, by in zip(self.columns, self.shift, strict=True)
            if column
        ]


#: The band of each of the pages that face each other; one where pages stand alone.
Row: TypeAlias = tuple[Band, ...]

Chain: TypeAlias = Sequence[Row]


@dataclass(slots=True)
class Page:
    """Marks of one page while it is filled; y from the sheet's top. `side`: 0 the chapter's own,
    1 the facing one in the other language. `inserted`: page of another file (from 1), 0 for the
    chapter's own."""

    side: int = 0
    placed: list[Placed] = field(default_factory=list)
    feet: dict[int, tuple[Mark, ...]] = field(default_factory=dict)
    inserted: int = 0


class Flow:
    """Fills pages with bands. `x` of what is placed is relative to the type area.

    `sides`: of each spread the pages that are filled together. `begins_left`: the first page that
    stands alone is the back of one that is bound before it.
    """

    def __init__(self, sides: Sequence[int] = (0,), *, begins_left: bool = False) -> None:
        self._sides = tuple(sides)
        self._begins_left = begins_left
        self.spreads: list[tuple[Page, ...]] = [self._empty()]
        self._y = TOP
        self._run = 0.0
        self._block = 0
        self._room = 0.0
        self._started = False

    @property
    def pages(self) -> list[Page]:
        """All pages in the order they are bound."""
        return [page for spread in self.spreads for page in spread]

    def fill(self, *sides: Sequence[Band]) -> None:
        """Place the bands of each side one after the other; chains of kept bands move to the next
        page together, and the last rows of a block with the row before them."""
        chains = list(_chains(list(zip(*sides, strict=True))))
        for number, chain in enumerate(chains):
            if _is_spare(chain[0]) and _reach(chain[0]) > self._available(chain[0]):
                continue
            if _opens(chain[0]):
                self._open_for(chain)
            if self._started and len(chain) > 1 and _need(chain) > self._available(chain[0]):
                self._open_for(chain)
            if self._leaves_one(chain, chains[number + 1 : number + 3]):
                self.open_page()
            for row in chain:
                self._place(row)

    def _leaves_one(self, chain: Chain, following: Sequence[Chain]) -> bool:
        """Whether the chain fits here and the last of its block does not, which would then begin
        the next page alone; a tall one leaves too much behind where it goes along."""
        if not self._started or not following or not _same_block(chain[-1], following[0][0]):
            return False
        last = following[0]
        if len(following) > 1 and _same_block(last[-1], following[1][0]):
            return False
        if not self._goes_on(chain[0]) or not _is_low(chain) or not _is_low(last):
            return False
        own = sum(map(_height, chain))
        room = self._available(chain[0])
        return _need(chain) <= room < own + _need(last)

    def open_page(self) -> None:
        """Start a new page unless the present one is empty."""
        if self._started:
            self.spreads.append(self._empty())
            self._y = TOP
            self._run = 0.0
            self._room = 0.0
            self._started = False

    def _open_for(self, chain: Chain) -> None:
        if any(band.leaf for band in chain[0]):
            self.open_leaf()
        else:
            self.open_page()

    def open_leaf(self) -> None:
        """Start a page that shares its sheet of paper with none before it: a right-hand one, or
        pages that face each other behind such that stay empty."""
        self.open_page()
        alone = len(self._sides) == 1
        if (len(self.spreads) - 1 + self._begins_left) % 2 if alone else len(self.spreads) > 1:
            self.spreads.append(self._empty())

    def _empty(self) -> tuple[Page, ...]:
        return tuple(Page(side) for side in self._sides)

    def _available(self, row: Row) -> float:
        """Height left for a row on this page, below the repeated head it would get."""
        repeated = self._repeated(row) if not self._started else 0.0
        room = max(band.foot_room for band in row)
        return BOTTOM - max(self._room, room) - self._begin(row) - repeated + 0.01

    def _begin(self, row: Row) -> float:
        """Upper edge of a row that is put next."""
        return self._y if _runs_on(row) else self._y + on_grid(self._run) - self._run

    def _repeated(self, row: Row) -> float:
        """Height of the heads a row that goes on from the page before would get."""
        if not self._goes_on(row):
            return 0.0
        return max(band.repeat.height if band.repeat else 0.0 for band in row)

    def _goes_on(self, row: Row) -> bool:
        return row[0].block > 0 and row[0].block == self._block

    def _place(self, row: Row) -> None:
        while _reach(row) > self._available(row):
            parts = self._parted(row)
            if parts is None:
                if not self._started:
                    break
                self._open_for((row,))
                continue
            head, row = parts
            self._put(head)
            self.open_page()
        self._put(row)

    def _parted(self, row: Row) -> tuple[Row, Row] | None:
        if any(band.whole for band in row) or (self._started and _is_short_row(row)):
            return None
        return _divided(row, self._available(row), forced=not self._started)

    def _put(self, row: Row) -> None:
        if all(band.vanishes for band in row) and not self._started:
            return
        goes_on = self._goes_on(row)
        begin = self._begin(row)
        top = begin + (0.0 if self._started else self._repeated(row))
        for page, band in zip(self.spreads[-1], row, strict=True):
            if goes_on and not self._started and band.repeat is not None:
                page.placed.extend(band.repeat.placed(begin))
            elif goes_on and band.above:
                page.placed.append(Placed(0.0, begin, band.above))
            page.placed.extend(Placed(0.0, top + by, marks) for by, marks in band.marks() if marks)
            if band.edge:
                page.placed.append(Placed(0.0, top + _height(row), band.edge))
            if band.foot:
                page.feet.setdefault(band.block, band.foot)
            self._room = max(self._room, band.foot_room)
        self._block = row[0].block
        self._y = top + _height(row)
        self._run = self._run + _height(row) if _runs_on(row) else 0.0
        self._started = True


def is_short(reach: float, foot_room: float) -> bool:
    """Up to a third of the page: such a row is not divided while another page would hold it."""
    return reach <= (BOTTOM - TOP - foot_room) / 3


def lowered_column(column: Sequence[Piece], by: float) -> tuple[Piece, ...]:
    """The pieces `by` mm further down."""
    return tuple(
        Piece(p.top + by, p.bottom + by, tuple([lowered(m, by) for m in p.marks])) for p in column
    )


def _chains(rows: Sequence[Row]) -> Iterator[Chain]:
    """Rows that are kept together, each chain with the row its last kept one stays with."""
    index = 0
    while index < len(rows):
        end = index
        while _keeps(rows[end]) and end + 1 < len(rows) and not _opens(rows[end + 1]):
            end += 1
        yield rows[index : end + 1]
        index = end + 1


def _same_block(row: Row, following: Row) -> bool:
    return row[0].block > 0 and row[0].block == following[0].block


def _need(chain: Chain) -> float:
    """Height without which a chain does not begin on a page."""
    return sum(map(_height, chain[:-1])) + _least(chain[-1])


def _is_low(chain: Chain) -> bool:
    return is_short(sum(map(_height, chain)), max(b.foot_room for row in chain for b in row))


def _height(row: Row) -> float:
    return max(band.height for band in row)


def _reach(row: Row) -> float:
    return max(band.reach for band in row)


def _keeps(row: Row) -> bool:
    return any(band.keep for band in row)


def _runs_on(row: Row) -> bool:
    return all(band.runs_on for band in row)


def _is_spare(row: Row) -> bool:
    return all(band.spare for band in row)


def _opens(row: Row) -> bool:
    return any(band.opens for band in row)


def _is_short_row(row: Row) -> bool:
    return any(len(b.columns) > 1 for b in row) and is_short(
        _reach(row), max(b.foot_room for b in row)
    )


def _least(row: Row) -> float:
    """Height without which a row does not begin on a page: two lines, or all of it."""
    if _is_short_row(row):
        return _reach(row)
    return max(_least_of(band) for band in row)


def _least_of(band: Band) -> float:
    if band.whole or not band.columns:
        return band.reach
    starts = [c[min(1, len(c) - 1)].bottom for c in band.columns if c]
    return min(max(starts, default=0.0), band.reach)


def _divided(row: Row, available: float, *, forced: bool) -> tuple[Row, Row] | None:
    """Part each band of a row; one that fits leaves an empty strip beside what the other has over.

    None where one of them cannot be parted."""
    heads: list[Band] = []
    rests: list[Band] = []
    for band in row:
        if band.reach <= available:
            parts: tuple[Band, Band] | None = (replace(band, keep=False), _used_up(band))
        else:
            parts = divide(band, available, forced=forced)
        if parts is None:
            return None
        heads.append(parts[0])
        rests.append(parts[1])
    return tuple(heads), tuple(rests)


def _used_up(band: Band) -> Band:
    return replace(band, height=0.0, columns=(), shift=(), opens=False, above=())


def divide(band: Band, available: float, *, forced: bool) -> tuple[Band, Band] | None:
    """Part a band between lines so that the head fits into `available` mm.

    Two lines stay together at either side; None where that cannot be. `forced` gives up the two
    lines rather than the page.
    """
    heads: list[tuple[Piece, ...]] = []
    rests: list[tuple[Piece, ...]] = []
    shifts: list[float] = []
    for column, by in zip(band.columns, band.shifts, strict=True):
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
    if band.rigid:
        shifts = [min(rest[0].top for rest in rests if rest)] * len(rests)
    head = replace(band, columns=tuple(heads), keep=False)
    rest = replace(band, columns=tuple(rests), shift=tuple(shifts), opens=False, above=())
    tail = band.height - band.reach
    height = rest.reach + tail
    return head, replace(rest, height=height if band.runs_on else max(on_grid(height), GRID))
