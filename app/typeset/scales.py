"""Sets questions with a box under each point, and faces above them, to be ticked by hand."""

from __future__ import annotations

from dataclasses import replace

from app.typeset import shapes, styles
from app.typeset.blocks import Scale
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.inline import Tick
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, BOX_LINE, Colour, on_grid
from app.typeset.tables import literal

_NARROW, _WIDE = 14.0, 24.0  # a point of a character or two, a point in words
_SHORT = 2
_GUTTER = 4.0
_FACE = 3.2  # radius
_FIRST, _BELOW = 5.5, 2.4  # first baseline of a row, room below its last
_BOX = 4.0
_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"


def scale(block: Scale, setter: Setter, parent: int) -> list[Band]:
    """A head and a row for each question; the whole stays on one page where it fits on one."""
    table = _Table(block, setter, parent)
    rows = [table.row(question, ruled=bool(at)) for at, question in enumerate(block.questions)]
    return [table.head(), *(replace(row, keep=True) for row in rows[:-1]), *rows[-1:]]


class _Table:
    def __init__(self, block: Scale, setter: Setter, parent: int) -> None:
        self._block = block
        self._setter = setter
        wide = _NARROW if max(map(len, block.points)) <= _SHORT else _WIDE
        first = AREA_WIDTH - wide * len(block.points)
        self._places = [(first + at * wide, wide) for at in range(len(block.points))]
        self._width = first - _GUTTER
        self._head = 2 * _FACE + 7.6 if block.faces else 6.0
        add = setter.elements.add
        attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
        self._table = add("Table", parent, lang=block.lang, attributes=attributes)
        row = add("TR", add("THead", self._table))
        self._owners = [add("TH", row, attributes=_HEAD_SCOPE) for _ in (block.head, *block.points)]
        self._body = add("TBody", self._table)
        self._number = setter.block()
        again = self._heads([ARTIFACT] * len(self._owners))
        self._repeat = Repeat(on_grid(self._head + 1.0), again)

    def head(self) -> Band:
        piece = Piece(0.0, self._head + 0.5, self._heads(self._owners))
        height = on_grid(self._head + 1.0)
        return Band(height, ((piece,),), keep=True, whole=True, block=self._number)

    def row(self, question: str, *, ruled: bool) -> Band:
        add = self._setter.elements.add
        line = add("TR", self._body)
        stack = Stack(self._setter, 0.0, self._width, _FIRST)
        stack.put(question, styles.TEXT, add("TH", line, attributes=_ROW_SCOPE))
        boxes: list[Mark] = []
        for (x, wide), alt in zip(self._places, self._block.point_alt, strict=True):
            box = add("Figure", add("TD", line), alt=alt)
            boxes += shapes.tick_box(x + (wide - _BOX) / 2, _FIRST, Tick.OPEN, box)
        rule = (shapes.rule(0, 0.0, AREA_WIDTH),) if ruled else ()
        return Band(
            on_grid((stack.last or _FIRST) + _BELOW),
            (stack.column(), (Piece(_FIRST - 4.0, _FIRST + 1.0, tuple(boxes)),)),
            above=rule,
            whole=True,
            block=self._number,
            repeat=self._repeat,
        )

    def _heads(self, owners: list[int]) -> tuple[Mark, ...]:
        low = self._head - 2.0
        own, *others = owners
        marks: list[Mark] = [
            *self._setter.single(self._block.head, styles.HEAD, own, 0.0, low, width=self._width)
        ]
        for at, (x, wide) in enumerate(self._places):
            marks += self._setter.single(
                self._block.points[at], styles.HEAD, others[at], x, low, width=wide, flush="centre"
            )
            if self._block.faces:
                marks += _face(x + wide / 2, _FACE + 0.4, at / (len(self._places) - 1))
        marks.append(shapes.rule(0, self._head, AREA_WIDTH, head=True))
        return tuple(marks)


def _face(x: float, y: float, gladness: float) -> tuple[Shape, ...]:
    """A round face; `gladness` from 0 (the mouth bends down) to 1 (it bends up)."""
    bend = (gladness - 0.5) * 2.6
    mouth_at = 1.25 - bend * 0.25
    mouth = f"-1.5 {mouth_at:.3f} m -0.7 {mouth_at + bend:.3f} 0.7 {mouth_at + bend:.3f} 1.5 "
    paths = (
        (shapes.circle(0.0, 0.0, _FACE), False),
        (f"{mouth}{mouth_at:.3f} c", False),
        (shapes.circle(-1.15, -0.9, 0.32), True),
        (shapes.circle(1.15, -0.9, 0.32), True),
    )
    return tuple(
        Shape(
            ARTIFACT,
            x,
            y,
            path,
            fill=Colour.INK if filled else None,
            stroke=None if filled else Colour.INK,
            line=BOX_LINE,
        )
        for path, filled in paths
    )
