"""Sets forms to be filled in by hand: what is known, a box to confirm it, room to correct it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.typeset import shapes, styles
from app.typeset.blocks import Form, FormGroup, FormRow, SignLines
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.inline import Tick
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, GRID, ROW_RULE, Colour
from app.typeset.tables import literal

# Label, what is known, box with its word, room to write: left edge and width in mm.
_LABEL = (0.0, 25.0)
_KNOWN = (26.0, 72.0)
_BOX = (100.0, 16.0)
_WRITE = (119.0, 45.0)
_BESIDE_BOX = 4.5
_EDGE = _WRITE[0] - 2.0
_LOW = 6.0  # rows of less than this have a title that is no higher than they are
_TITLE = 1.33  # height of a title in rows
_SIGN_AT, _SIGN_LABEL, _SIGN_HEIGHT = 7.0, 10.4, 11.2
_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"
_SPAN_SCOPE = "<</O/Table/Scope/Row/ColSpan 2>>"
_SPAN = "<</O/Table/ColSpan 2>>"


def form(block: Form, setter: Setter, parent: int) -> list[Band]:
    """Rows of `block.pitch` mm and 4 mm more for each further line, set for the pen and not on the
    grid; a group stays on one page where it fits on one."""
    set_form = _Form(block, setter, parent)
    bands = [set_form.head()]
    for group in block.groups:
        rows = [*set_form.title(group), *(set_form.row(row) for row in group.rows)]
        bands += [replace(band, keep=True) for band in rows[:-1]] + rows[-1:]
    return bands


@dataclass(frozen=True)
class _Height:
    """Where the lines of a row stand, in mm from its upper edge."""

    first: float
    pitch: float

    def of(self, last: float | None) -> float:
        """Height of a row whose last baseline is `last`."""
        lines = ((last or self.first) - self.first) / styles.TABLE_LEADING
        return self.pitch + round(lines) * styles.TABLE_LEADING


class _Form:
    def __init__(self, block: Form, setter: Setter, parent: int) -> None:
        attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
        self._block = block
        self._setter = setter
        self._height = _Height((block.pitch + 2.4) / 2, block.pitch)
        self._number = setter.block()
        self._table = setter.elements.add("Table", parent, lang=block.lang, attributes=attributes)
        head = setter.elements.add("THead", self._table)
        self._owners = self._cells(setter.elements.add("TR", head), "TH", _HEAD_SCOPE)
        again = self._heads([ARTIFACT] * 4)
        self._repeat = Repeat(
            GRID + 2.0, tuple(mark for column in again for piece in column for mark in piece.marks)
        )
        self._body = setter.elements.add("TBody", self._table)

    def head(self) -> Band:
        columns = self._heads(self._owners)
        return Band(GRID + 2.0, columns, keep=True, whole=True, block=self._number)

    def title(self, group: FormGroup) -> list[Band]:
        """The group's name across, at its right a box that ends it all, with room for a date."""
        if not group.title:
            return []
        row = self._setter.elements.add("TR", self._body)
        low = self._block.pitch < _LOW
        style = styles.TABLE_BOLD if low else styles.ROW_TITLE
        height = self._block.pitch * (1.0 if low else _TITLE)
        at = self._height.first if low else height - 2.0
        name = Stack(self._setter, 0.0, _EDGE - 3.0, at)
        owner = self._setter.elements.add("TH", row, attributes=_SPAN_SCOPE)
        name.put(group.title, style, owner)
        end = self._setter.elements.add("TD", row, attributes=_SPAN)
        marks: tuple[Mark, ...] = ()
        if group.end:
            marks = (
                *self._box(_WRITE[0], at, end),
                *self._setter.single(
                    group.end, styles.TABLE, end, _WRITE[0] + _BESIDE_BOX, at, width=40.0
                ),
            )
        lines = max(len(name.pieces) - 1, 0)
        height += lines * style.leading
        ground = shapes.rectangle(0, 0, AREA_WIDTH, height)
        tint = Shape(ARTIFACT, 0.0, 0.0, ground, fill=Colour.TINT)
        under = ((Piece(0.0, height, (tint,)),),) if low else ()
        return [self._band(height, (*under, name.column(), (Piece(at - 4.0, at + 1.0, marks),)))]

    def row(self, row: FormRow) -> Band:
        height = self._height
        line = self._setter.elements.add("TR", self._body)
        label, known, box, write = self._cells(line, "TD", "")
        columns = []
        last = height.first
        for words, style, place, owner in (
            (row.label, styles.TABLE_BOLD, _LABEL, label),
            (row.words, styles.TABLE if row.tick else styles.NOTE, _KNOWN, known),
        ):
            stack = Stack(self._setter, *place, height.first)
            stack.put(words, style, owner)
            last = max(last, stack.last or 0.0)
            columns.append(stack.column())
        if row.tick:
            marks = (
                *self._box(_BOX[0], height.first, box),
                *self._setter.single(
                    row.tick,
                    styles.TABLE,
                    box,
                    _BOX[0] + _BESIDE_BOX,
                    height.first,
                    width=_BOX[1] - _BESIDE_BOX,
                ),
            )
            columns.append((Piece(height.first - 3.0, height.first + 1.0, marks),))
        hint = self._setter.single(
            row.hint, styles.NOTE, write, _WRITE[0], height.first, width=_WRITE[1]
        )
        if hint:
            columns.append((Piece(height.first - 3.0, height.first + 1.0, hint),))
        return self._band(height.of(last), tuple(columns))

    def _band(self, height: float, columns: tuple[tuple[Piece, ...], ...]) -> Band:
        """A row under a rule, with the edge of the room to write."""
        edge = Shape(
            ARTIFACT,
            _EDGE,
            0.0,
            shapes.segment(0, 0, 0, height),
            stroke=Colour.RULE,
            line=ROW_RULE,
        )
        drawn: tuple[Mark, ...] = (edge, shapes.rule(0, height, AREA_WIDTH))
        frame = (Piece(0.0, height, drawn),)
        return Band(height, (*columns, frame), whole=True, block=self._number, repeat=self._repeat)

    def _heads(self, owners: list[int]) -> tuple[tuple[Piece, ...], ...]:
        marks: list[Mark] = []
        columns: list[tuple[Piece, ...]] = []
        places = (_LABEL, _KNOWN, _BOX, _WRITE)
        for head, (x, width), owner in zip(self._block.heads, places, owners, strict=True):
            found = self._setter.single(head, styles.HEAD, owner, x, 3.6, width=width)
            columns.append((Piece(0.0, 4.6, found),))
        marks.append(shapes.rule(0, GRID + 2.0, AREA_WIDTH, head=True))
        return (*columns, (Piece(5.6, 6.0, tuple(marks)),))

    def _cells(self, row: int, tag: str, attributes: str) -> list[int]:
        """The four cells of a line; the first of a row of the body names it."""
        kinds = [(tag, attributes)] * 4
        if tag == "TD":
            kinds[0] = ("TH", _ROW_SCOPE)
        add = self._setter.elements.add
        return [add(kind, row, attributes=more) for kind, more in kinds]

    def _box(self, x: float, baseline: float, owner: int) -> tuple[Mark, ...]:
        figure = self._setter.elements.add("Figure", owner, alt=self._block.tick_alt)
        return shapes.tick_box(x, baseline, Tick.OPEN, figure, small=True)


def sign_lines(block: SignLines, setter: Setter, parent: int) -> list[Band]:
    """Lines to write on side by side, each with its label below."""
    count = len(block.labels)
    room = (AREA_WIDTH - 8.0 * (count - 1)) / count
    columns: list[tuple[Piece, ...]] = []
    for number, label in enumerate(block.labels):
        x = number * (room + 8.0)
        owner = setter.elements.add("P", parent, lang=block.lang)
        words = setter.single(label, styles.NOTE, owner, x, _SIGN_LABEL, width=room)
        columns.append(
            (Piece(_SIGN_AT - 5, _SIGN_HEIGHT, (shapes.rule(x, _SIGN_AT, room), *words)),)
        )
    return [Band(_SIGN_HEIGHT, tuple(columns), whole=True)]
