"""Sets plain tables: 9 pt on 4 mm, heads repeated, rows broken between lines."""

from __future__ import annotations

from app.typeset import shapes, styles
from app.typeset.blocks import Column, Table
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.inline import Words
from app.typeset.marks import ARTIFACT
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, on_grid

_GUTTER = 4.0
_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"


def table(block: Table, setter: Setter, parent: int) -> list[Band]:
    attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
    element = setter.elements.add("Table", parent, lang=block.lang, attributes=attributes)
    places = spread(block.columns)
    heads = tuple(column.head for column in block.columns)
    row = setter.elements.add("TR", setter.elements.add("THead", element))
    owners = [setter.elements.add("TH", row, attributes=_HEAD_SCOPE) for _ in heads]
    real = _head(heads, places, block.columns, setter, owners)
    again = _head(heads, places, block.columns, setter, [ARTIFACT] * len(heads))
    lowest = max((column[-1].bottom for column in real if column), default=4.0)
    height = on_grid(lowest + 2.2)
    rule = (shapes.rule(0, lowest + 1.0 - height, AREA_WIDTH, head=True),)
    number = setter.block()
    repeated = tuple(m for column in again for piece in column for m in piece.marks)
    repeat = Repeat(height, repeated, rule)
    bands = [Band(height, real, keep=True, whole=True, block=number, repeat=repeat, edge=rule)]
    body = setter.elements.add("TBody", element)
    above = (shapes.rule(0, -1.0, AREA_WIDTH),)
    for index, cells in enumerate(block.rows):
        row = setter.elements.add("TR", body)
        columns = []
        lowest = 4.0
        for column, (x, width), cell in zip(block.columns, places, cells, strict=True):
            if column.row_head:
                owner = setter.elements.add("TH", row, attributes=_ROW_SCOPE)
                partly = any(run.bold for run in cell)
                style = styles.TABLE if partly else styles.TABLE_BOLD
            else:
                owner, style = setter.elements.add("TD", row), styles.TABLE
            stack = Stack(setter, x, width)
            stack.put(cell, style, owner, flush_right=column.right)
            lowest = max(lowest, stack.last or 0.0)
            columns.append(stack.column())
        bands.append(
            Band(
                on_grid(lowest + 4.0),
                tuple(columns),
                above=above if index else (),
                block=number,
                repeat=repeat,
            )
        )
    return bands


def _head(
    heads: tuple[Words, ...],
    places: list[tuple[float, float]],
    columns: tuple[Column, ...],
    setter: Setter,
    owners: list[int],
) -> tuple[tuple[Piece, ...], ...]:
    found: list[tuple[Piece, ...]] = []
    for head, (x, width), column, owner in zip(heads, places, columns, owners, strict=True):
        stack = Stack(setter, x, width)
        stack.put(head, styles.HEAD, owner, flush_right=column.right)
        found.append(stack.column())
    return tuple(found)


def spread(columns: tuple[Column, ...]) -> list[tuple[float, float]]:
    """Left edge and width of each column (mm): fixed ones as asked, the rest by their share.

    Fixed widths that leave less than 10 mm for a sharing column shrink in proportion.
    """
    room = AREA_WIDTH - _GUTTER * (len(columns) - 1)
    fixed = sum(column.width for column in columns)
    shares = sum(column.share for column in columns if not column.width)
    sharing = sum(1 for column in columns if not column.width)
    most = room - 10.0 * sharing
    squeeze = min(1.0, most / fixed) if fixed else 1.0
    left = room - fixed * squeeze
    places: list[tuple[float, float]] = []
    x = 0.0
    for column in columns:
        width = column.width * squeeze if column.width else left * column.share / shares
        places.append((x, width))
        x += width + _GUTTER
    return places


def literal(text: str) -> str:
    """A PDF text string (ISO 32000-1, 7.9.2.2) as UTF-16 in hexadecimal, or plain ASCII."""
    if text.isascii() and text.isprintable():
        quoted = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({quoted})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
