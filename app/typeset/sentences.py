"""Sets sentences to point at, lists to tick and lines to write on."""

from __future__ import annotations

from dataclasses import replace

from app.content.languages import is_right_to_left
from app.typeset import shapes, styles
from app.typeset.by_hand import Sentence, Sentences, WritingLines
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.inline import Tick, Words
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, ROW_RULE, Colour, Type, on_grid
from app.typeset.tables import literal

_GUTTER = 4.0
_BESIDE_BOX = 8.0
_WRITE = 28.0
_FIRST_SHARE = 2.2
_LARGE, _PLAIN = (9.0, 7.0), (5.5, 2.4)  # first baseline of a row, room below its last
_HEAD = 8.0
_WRITING = 1.2  # a line to write on below its baseline
_PITCH = 8.0
_MOST = int((styles.BOTTOM - styles.TOP) / _PITCH)  # lines of a page
_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"


def sentences(block: Sentences, setter: Setter, parent: int) -> list[Band]:
    """Rows of 8 mm and more; heads are repeated, a group's name stays with its first row."""
    table = _Table(block, setter, parent)
    bands = [table.head()]
    for group in block.groups:
        if group.title:
            bands.append(table.title(group.title, first=len(bands) == 1))
        for number, row in enumerate(group.rows):
            bands.append(table.row(row, ruled=bool(number)))
        bands += table.blank(group.blank, more=not group.counted)
    return bands


class _Table:
    def __init__(self, block: Sentences, setter: Setter, parent: int) -> None:
        self._block = block
        self._setter = setter
        add = setter.elements.add
        attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
        self._table = add("Table", parent, lang=block.lang, attributes=attributes)
        self._columns = self._spread()
        heads = [*block.heads, *([block.write] if block.write else [])]
        row = add("TR", add("THead", self._table))
        owners = [add("TH", row, attributes=_HEAD_SCOPE) for _ in heads]
        self._number = setter.block()
        self._real = self._heads(heads, owners)
        again = self._heads(heads, [ARTIFACT] * len(heads))
        self._repeat = Repeat(_HEAD, again)
        self._body = add("TBody", self._table)
        self._span = f"<</O/Table/Scope/Row/ColSpan {len(heads)}>>"

    def _spread(self) -> list[tuple[float, float]]:
        """Left edge and width of the columns, the one to write into last."""
        block = self._block
        left = _BESIDE_BOX if block.tick_alt else 0.0
        end = AREA_WIDTH - (_WRITE + _GUTTER if block.write else 0.0)
        count = len(block.heads)
        room = end - left - _GUTTER * (count - 1)
        shares = [_FIRST_SHARE if block.large else 1.0, *[1.0] * (count - 1)]
        places = []
        for share in shares:
            width = room * share / sum(shares)
            places.append((left, width))
            left += width + _GUTTER
        if block.write:
            places.append((AREA_WIDTH - _WRITE, _WRITE))
        return places

    def _heads(self, heads: list[str], owners: list[int]) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        found = (row.words for group in self._block.groups for row in group.rows)
        sample = next(found, ())
        for number, (head, (x, width), owner) in enumerate(
            zip(heads, self._columns, owners, strict=True)
        ):
            turns = number < len(sample) and self._turns(sample[number])
            flush = "right" if turns else "left"
            marks += self._setter.single(head, styles.HEAD, owner, x, 4.0, width=width, flush=flush)
        marks.append(shapes.rule(0, 6.0, AREA_WIDTH, head=True))
        return tuple(marks)

    def head(self) -> Band:
        piece = Piece(0.0, 6.5, self._real)
        return Band(_HEAD, ((piece,),), keep=True, whole=True, block=self._number)

    def title(self, title: str, *, first: bool) -> Band:
        row = self._setter.elements.add("TR", self._body)
        top = 4.0 if first else 8.0
        stack = Stack(self._setter, 0, AREA_WIDTH, top)
        stack.put(title, styles.GROUP, self._setter.elements.add("TH", row, attributes=self._span))
        return Band(
            on_grid((stack.last or top) + 4.0),
            (stack.column(),),
            keep=True,
            whole=True,
            block=self._number,
            repeat=self._repeat,
        )

    def row(self, row: Sentence, *, ruled: bool) -> Band:
        add = self._setter.elements.add
        line = add("TR", self._body)
        first, below = _LARGE if self._block.large else _PLAIN
        columns: list[tuple[Piece, ...]] = []
        lowest = first
        drawn: list[Mark] = []
        for number, (words, place) in enumerate(zip(row.words, self._columns, strict=False)):
            cell = add("TD", line) if number else add("TH", line, attributes=_ROW_SCOPE)
            if not number and self._block.tick_alt:
                box = add("Figure", cell, alt=self._block.tick_alt)
                ticks = shapes.tick_box(0, first, Tick.OPEN, box)
                columns.append((Piece(first - 4.0, first + 1.0, ticks),))
            stack = Stack(self._setter, *place, first)
            stack.put(words, self._style(number), add("P", cell), flush_right=self._turns(words))
            lowest = max(lowest, stack.last or first)
            columns.append(stack.column())
        if self._block.write:
            add("TD", line)
            drawn.append(_to_write(*self._columns[-1], first))
        if drawn:
            columns.append((Piece(first, first + _WRITING, tuple(drawn)),))
        rule = (shapes.rule(0, 0.0, AREA_WIDTH),) if ruled and self._block.rules else ()
        return Band(
            on_grid(lowest + below),
            tuple(columns),
            above=rule,
            whole=True,
            block=self._number,
            repeat=self._repeat,
        )

    def blank(self, least: int, *, more: bool) -> list[Band]:
        """Empty rows with their boxes: nothing a reader would be told."""
        if not least:
            return []
        first, below = _PLAIN
        marks: list[Mark] = [_to_write(*place, first) for place in self._columns]
        if self._block.tick_alt:
            marks += shapes.tick_box(0, first, Tick.OPEN, ARTIFACT)
        row = Band(
            on_grid(first + below),
            ((Piece(first - 4.0, first + _WRITING, tuple(marks)),),),
            whole=True,
            block=self._number,
            repeat=self._repeat,
        )
        kept, spare = replace(row, keep=True), replace(row, spare=True)
        return [*[kept] * (least - 1), row, *([spare] * _MOST if more else [])]

    def _style(self, column: int) -> Type:
        if column:
            return styles.TEXT
        if self._block.large:
            return styles.ACROSS
        return styles.TEXT if self._block.tick_alt else styles.ROW_TITLE

    def _turns(self, words: Words) -> bool:
        """Whether a language runs against its page: then lines begin at the other edge."""
        lang = words[0].lang if words else ""
        return bool(lang) and is_right_to_left(lang) != self._setter.mirrors


def writing_lines(block: WritingLines, setter: Setter, parent: int) -> list[Band]:  # noqa: ARG001
    """Grey lines every 8 mm; none of them means anything to a reader."""
    pieces = (Piece(0.0, _PITCH, (_to_write(0.0, AREA_WIDTH, _PITCH - _WRITING),)),)
    line = Band(_PITCH, (pieces,), whole=True)
    bands = [Band(_PITCH, (pieces,), keep=True, whole=True)] * (block.least - 1) + [line]
    if block.to_the_end:
        bands += [Band(_PITCH, (pieces,), whole=True, spare=True)] * _MOST
    return bands


def _to_write(x: float, width: float, baseline: float) -> Shape:
    path = shapes.segment(0, 0, width, 0)
    at = baseline + _WRITING
    return Shape(ARTIFACT, x, at, path, stroke=Colour.RULE, line=ROW_RULE)
