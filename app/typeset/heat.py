"""Sets a heat map as a real table: numbers in cells that are the darker the more they say, hidden
ones hatched. Shades and hatching are artifacts, so a reader hears heads and numbers."""

from __future__ import annotations

from app.typeset import shapes, styles
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.rows import HeatCell, HeatMap, HeatRow
from app.typeset.setter import Setter
from app.typeset.styles import AREA_WIDTH, TABLE_LEADING, Colour, Type, on_grid
from app.typeset.tables import literal
from app.typeset.weeks import hatch

_COLUMN = "<</O/Table/Scope/Column>>"
_ROW = "<</O/Table/Scope/Row>>"
_SHADES = (None, None, Colour.TINT, Colour.HOUR, Colour.ACCENT)
_HEAD = 5.0
_ON_DARK = Type(9, TABLE_LEADING, bold=True, colour=Colour.WHITE)
_NONE = Type(9, TABLE_LEADING, colour=Colour.GREY)


def heat_map(block: HeatMap, setter: Setter, parent: int) -> list[Band]:
    """The rows close below each other; the head stands again on a next page."""
    attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
    table = setter.elements.add("Table", parent, attributes=attributes)
    row = setter.elements.add("TR", setter.elements.add("THead", table))
    owners = [setter.elements.add("TH", row, attributes=_COLUMN) for _ in (0, *block.heads)]
    repeat = Repeat(on_grid(_HEAD), tuple(_head(block, setter, [ARTIFACT] * len(owners))))
    pieces = [Piece(0.0, _HEAD, tuple(_head(block, setter, owners)))]
    body = setter.elements.add("TBody", table)
    for place, each in enumerate(block.rows):
        top = _HEAD + place * block.pitch
        element = setter.elements.add("TR", body)
        pieces.append(Piece(top, top + block.pitch, tuple(_row(each, top, block, setter, element))))
    height = on_grid(_HEAD + len(block.rows) * block.pitch)
    return [Band(height, (tuple(pieces),), block=setter.block(), repeat=repeat)]


def _width(block: HeatMap) -> float:
    return (AREA_WIDTH - block.label) / max(len(block.heads), 1)


def _head(block: HeatMap, setter: Setter, owners: list[int]) -> list[Mark]:
    width = _width(block)
    marks: list[Mark] = []
    marks += setter.single(block.corner, styles.HEAD, owners[0], 0, 3.6, width=block.label - 1)
    for at, (head, owner) in enumerate(zip(block.heads, owners[1:], strict=True)):
        left = block.label + at * width
        marks += setter.single(head, styles.HEAD, owner, left, 3.6, width=width, flush="centre")
    return marks


def _row(row: HeatRow, top: float, block: HeatMap, setter: Setter, element: int) -> list[Mark]:
    width = _width(block)
    baseline = top + block.pitch / 2 + 1.15
    name = setter.elements.add("TH", element, attributes=_ROW)
    style = styles.TABLE_BOLD if row.strong else styles.TABLE
    marks: list[Mark] = []
    marks += setter.single(row.label, style, name, 0, baseline, width=block.label - 1)
    for at, cell in enumerate(row.cells):
        left = block.label + at * width
        marks += _ground(cell, left, top, width, block.pitch)
        owner = setter.elements.add("TD", element)
        marks += setter.single(
            cell.text, _style(cell, row), owner, left, baseline, width=width, flush="centre"
        )
    return marks


def _style(cell: HeatCell, row: HeatRow) -> Type:
    if cell.level >= len(_SHADES) - 1:
        return _ON_DARK
    if cell.text == "0":
        return _NONE
    return styles.TABLE_BOLD if row.strong else styles.TABLE


def _ground(cell: HeatCell, x: float, y: float, width: float, height: float) -> list[Mark]:
    """The shade and the edge of a cell, hatched beside its words where it is hidden."""
    area = shapes.rectangle(0.1, 0.1, width - 0.2, height - 0.2)
    fill = _SHADES[cell.level]
    marks: list[Mark] = [
        Shape(ARTIFACT, x, y, area, fill=fill, stroke=Colour.HOUR, line=0.12),
    ]
    if cell.hidden:
        lines = hatch(width - 0.2, height - 0.2, 1.2)
        marks.append(Shape(ARTIFACT, x + 0.1, y + 0.1, lines, stroke=Colour.HOUR, line=0.1))
    return marks
