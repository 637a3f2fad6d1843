"""Sets tables of numbers with bars, which are artifacts: a reader hears heads, names, numbers."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset import shapes, styles
from app.typeset.bar_rows import BarRow, BarTable
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, TABLE_LEADING, Colour, on_grid
from app.typeset.tables import literal
from app.typeset.weeks import hatch

_BAR, _BARS = 44.0, {3: 36.0, 4: 28.0}
_NUMBER, _NUMBERS = 24.0, {3: 20.0, 4: 20.0}
"""Widths in mm, and those beside so many numbers."""
_GUTTER = 4.0
_HIGH = 2.6
_STUB = 6.0
_LEAST = 0.4  # of a bar that is more than nothing
_COLUMN = "<</O/Table/Scope/Column>>"
_ROW = "<</O/Table/Scope/Row>>"


def bar_table(block: BarTable, setter: Setter, parent: int) -> list[Band]:
    """One band for each row; the head stands again on a next page."""
    attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
    table = setter.elements.add("Table", parent, attributes=attributes)
    row = setter.elements.add("TR", setter.elements.add("THead", table))
    owners = [setter.elements.add("TH", row, attributes=_COLUMN) for _ in block.heads]
    real = _head(block, setter, owners)
    lowest = max((column[-1].bottom for column in real if column), default=4.0)
    height = on_grid(lowest + 2.2)
    rule = (shapes.rule(0, lowest + 1.0 - height, AREA_WIDTH, head=True),)
    again = _head(block, setter, [ARTIFACT] * len(owners))
    repeated = tuple(mark for column in again for piece in column for mark in piece.marks)
    number = setter.block()
    repeat = Repeat(height, repeated, rule)
    bands = [Band(height, real, keep=True, whole=True, block=number, repeat=repeat, edge=rule)]
    body = setter.elements.add("TBody", table)
    bands += [
        _row(each, block, setter, setter.elements.add("TR", body), number, repeat)
        for each in block.rows
    ]
    return bands


@dataclass(frozen=True, slots=True)
class _Grid:
    """The widths of names, bars and numbers: names get what is left."""

    label: float
    bar: float
    number: float

    @property
    def bars(self) -> float:
        return self.label + _GUTTER

    def at(self, place: int) -> float:
        """Where the number at this place begins."""
        return self.bars + self.bar + _GUTTER + place * (self.number + _GUTTER)


def _grid(block: BarTable) -> _Grid:
    count = len(block.heads) - 1
    bar, number = _BARS.get(count, _BAR), _NUMBERS.get(count, _NUMBER)
    return _Grid(AREA_WIDTH - bar - _GUTTER - count * (number + _GUTTER), bar, number)


def _head(block: BarTable, setter: Setter, owners: list[int]) -> tuple[tuple[Piece, ...], ...]:
    grid = _grid(block)
    found: list[tuple[Piece, ...]] = []
    for at, (head, owner) in enumerate(zip(block.heads, owners, strict=True)):
        left, width = (grid.at(at - 1), grid.number) if at else (0.0, grid.label)
        stack = Stack(setter, left, width)
        stack.put(head, styles.HEAD, owner, flush_right=at > 0)
        found.append(stack.column())
    return tuple(found)


def _row(
    row: BarRow, block: BarTable, setter: Setter, element: int, number: int, repeat: Repeat
) -> Band:
    style = styles.TABLE_BOLD if row.strong else styles.TABLE
    grid = _grid(block)
    name = Stack(setter, 0, grid.label)
    owner = setter.elements.add("TH", element, attributes=_ROW)
    name.put(row.label, style, owner, beside=_bar(row, grid.bars, grid.bar))
    columns = [name.column()]
    for at, cell in enumerate(row.cells):
        stack = Stack(setter, grid.at(at), grid.number)
        stack.put(cell, style, setter.elements.add("TD", element), flush_right=True)
        columns.append(stack.column())
    lowest = name.last or 4.0
    height = on_grid(lowest + (TABLE_LEADING if row is block.rows[-1] else 0.0))
    return Band(height, tuple(columns), whole=True, block=number, repeat=repeat)


def _bar(row: BarRow, left: float, wide: float) -> list[Mark]:
    top = 4.0 - 2.7
    if row.hidden:
        edge = shapes.rectangle(0, 0, _STUB, _HIGH)
        return [
            Shape(ARTIFACT, left, top, edge, stroke=Colour.GREY, line=0.15),
            Shape(ARTIFACT, left, top, hatch(_STUB, _HIGH, 0.9), stroke=Colour.GREY, line=0.12),
        ]
    if row.span is not None:
        low, middle, high = (wide * each for each in row.span)
        strip = shapes.rectangle(low, 0.4, max(high - low, _LEAST), _HIGH - 0.8)
        stroke = shapes.rectangle(middle - 0.4, 0, 0.8, _HIGH)
        return [
            Shape(ARTIFACT, left, top + _HIGH / 2, shapes.segment(0, 0, wide, 0),
                  stroke=Colour.HOUR, line=0.12),
            Shape(ARTIFACT, left, top, strip, fill=Colour.HOUR),
            Shape(ARTIFACT, left, top, stroke, fill=Colour.ACCENT),
        ]  # fmt: skip
    if not row.share:
        return []
    long = max(wide * min(row.share, 1.0), _LEAST)
    return [Shape(ARTIFACT, left, top, shapes.rectangle(0, 0, long, _HIGH), fill=Colour.ACCENT)]
