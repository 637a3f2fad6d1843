"""Sets checklists and timelines: boxes, numbers, law marks, the line with the boxes as nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from app.typeset import shapes, styles
from app.typeset.blocks import Checklist, CheckRow, LawMark, Legend, Timeline, TimelineRow
from app.typeset.explained import Explained, sign
from app.typeset.flow import Band, Piece, Repeat, is_short
from app.typeset.inline import Tick
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, GRID, LEGEND, LEGEND_ROOM, Colour, keeping_words, on_grid

HEAD_HEIGHT = 12.0
_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"
_SPAN_SCOPE = "<</O/Table/Scope/Row/ColSpan 3>>"
_TASK, _BESIDE, _ACROSS = 8.0, 100.0, AREA_WIDTH - 8.0
# From the last baseline of a row to the next row's upper edge.
_ROW_FOOT = 6.0
# Between two explanations of a legend.
_BETWEEN = 8.0
_CHECK_X = (_TASK, 70.0, 112.0)
_TIME_X = (0.0, 56.0, 126.0)
_NODE, _EVENT, _EVENT_ACROSS = 46.0, 56.0, AREA_WIDTH - 56.0

Columns: TypeAlias = tuple[tuple[Piece, ...], ...]


class Rows:
    """What checklists, timelines and contacts share: a table of three columns under heads."""

    def __init__(
        self, setter: Setter, parent: int, heads: tuple[str, str, str], xs: Sequence[float]
    ) -> None:
        self.setter = setter
        self.block = setter.block()
        self.table = setter.elements.add("Table", parent)
        row = setter.elements.add("TR", setter.elements.add("THead", self.table))
        owners = [setter.elements.add("TH", row, attributes=_HEAD_SCOPE) for _ in heads]
        self._xs = xs
        self.first = self._heads(heads, owners)
        self.repeat = Repeat(
            HEAD_HEIGHT, tuple(m for p in self._heads(heads, [ARTIFACT] * 3) for m in p.marks)
        )
        self.body = setter.elements.add("TBody", self.table)

    def _heads(self, heads: tuple[str, str, str], owners: list[int]) -> tuple[Piece, ...]:
        edges = (*self._xs[1:], AREA_WIDTH + 4.0)
        marks: list[Mark] = []
        for head, owner, x, edge in zip(heads, owners, self._xs, edges, strict=True):
            marks += self.setter.single(head, styles.HEAD, owner, x, 4.0, width=edge - x - 4.0)
        marks.append(shapes.rule(0, 6.0, AREA_WIDTH, head=True))
        return (Piece(0.0, 6.5, tuple(marks)),)

    def cell(self, row: int, *, head: bool = False) -> int:
        if head:
            return self.setter.elements.add("TH", row, attributes=_ROW_SCOPE)
        return self.setter.elements.add("TD", row)

    def group(self) -> int:
        """A row across the table that names the rows below it."""
        row = self.setter.elements.add("TR", self.body)
        return self.setter.elements.add("TH", row, attributes=_SPAN_SCOPE)

    def part(self, cell: int, lang: str = "") -> int:
        return self.setter.elements.add("P", cell, lang=lang)


class Feet:
    """The legend of a checklist: real on the block's first page, an artifact on the others.

    Two explanations share a line where both fit on it as they are."""

    def __init__(self, legend: Legend, setter: Setter, parent: int) -> None:
        entries = (
            (LawMark.LAW, legend.law, styles.TABLE_BOLD),
            (LawMark.ADVICE, legend.advice, styles.TABLE),
        )
        self._entries = [entry for entry in entries if entry[1]]
        self._setter = setter
        widths = [setter.breaker.width(text, style) for _, text, style in self._entries]
        self._stacked = sum(widths) + 5.0 * len(widths) + _BETWEEN > AREA_WIDTH and len(widths) > 1
        self.room = LEGEND_ROOM if self._entries else 0.0
        if self._stacked:
            self.room += styles.LEADING
        self.repeated = self._marks(ARTIFACT)
        self._parent = parent

    def real(self) -> tuple[Mark, ...]:
        """The legend as an element after the table."""
        if not self.room:
            return ()
        return self._marks(self._setter.elements.add("P", self._parent))

    def _marks(self, element: int) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        x = 0.0
        baseline = LEGEND - styles.LEADING if self._stacked else LEGEND
        for mark, text, style in self._entries:
            marks += sign(self._setter, x, baseline, mark)
            words = self._setter.single(
                text, style, element, x + 5, baseline, width=AREA_WIDTH - x - 5
            )
            marks += words
            if self._stacked:
                baseline += styles.LEADING
            else:
                x = max((t.x + t.width for t in words), default=x) + _BETWEEN
        return tuple(marks)


def checklist(block: Checklist, setter: Setter, parent: int) -> list[Band]:
    sect = setter.elements.add("Div", parent, lang=block.lang)
    rows = Rows(setter, sect, block.heads, _CHECK_X)
    feet = Feet(block.legend, setter, sect)
    frame = _frame(rows, feet)
    bands: list[Band] = []
    for group in block.groups:
        if group.title:
            bands.append(_group(group.title, rows, frame, first=not bands))
        for number, row in enumerate(group.rows):
            rule = (shapes.rule(0, -2.4, AREA_WIDTH),) if number else ()
            bands += _check_row(row, rows, block, replace(frame, above=rule))
    return [_opening(rows, feet), *bands]


def _frame(rows: Rows, feet: Feet) -> Band:
    """A band without content that brings its block's heads and foot."""
    return Band(
        0.0,
        (),
        block=rows.block,
        repeat=rows.repeat,
        foot=feet.repeated,
        foot_room=feet.room,
    )


def _opening(rows: Rows, feet: Feet) -> Band:
    return Band(
        HEAD_HEIGHT,
        (rows.first,),
        keep=True,
        whole=True,
        block=rows.block,
        foot=feet.real(),
        foot_room=feet.room,
    )


def _group(title: str, rows: Rows, frame: Band, *, first: bool) -> Band:
    top = 4.0 if first else 8.0
    stack = Stack(rows.setter, 0, AREA_WIDTH, top)
    stack.put(title, styles.GROUP, rows.setter.anchor(rows.group()))
    height = on_grid((stack.last or top) + 4.0)
    return replace(frame, height=height, columns=(stack.column(),), keep=True, whole=True)


def _check_row(row: CheckRow, rows: Rows, block: Checklist, frame: Band) -> list[Band]:
    """Title, when and where, papers side by side; the explanation and the law mark below: beside
    the papers where those reach further down, else across. They are read after the title, in the
    cell of the task."""
    setter = rows.setter
    line = setter.elements.add("TR", rows.body)
    task = rows.cell(line, head=True)
    head = _box_and_number(row, rows, block, task)
    alone = not (row.when or row.where or row.documents)
    what = Stack(setter, _TASK, _ACROSS if alone else 58.0)
    what.put(row.title or " ", styles.ROW_TITLE, rows.part(task, row.lang))
    told = Explained(row.lines, row.mark, row.mark_words, setter, task, row.lang)
    where = Stack(setter, 70.0, 38.0)
    place = rows.cell(line)
    where.put(row.when, styles.TABLE_BOLD, rows.part(place) if row.when else ARTIFACT)
    for words in row.where:
        where.put(words, keeping_words(styles.TABLE), rows.part(place))
    needed = _papers(row, rows, block, rows.cell(line))
    columns = (head, what.column(), where.column(), needed.column())
    lowest = max(9.33, *(stack.last or 4.0 for stack in (what, where, needed)))
    if not told:
        return [replace(frame, height=on_grid(lowest + _ROW_FOOT), columns=columns)]
    start = max(what.next, (where.last or 0.0) + styles.LEADING)
    clear = max(start, (needed.last or 0.0) + styles.LEADING)
    beside = max(start + told.depth(_BESIDE), needed.last or 0.0)
    across = clear + told.depth(_ACROSS)
    if clear > start and on_grid(beside) <= on_grid(across) and is_short(beside, frame.foot_room):
        below = told.column(_TASK, start, _BESIDE)
        joined = (head, (*what.column(), *below), *columns[2:])
        return [replace(frame, height=on_grid(beside + _ROW_FOOT), columns=joined, whole=True)]
    # What runs across begins a band of its own, so that no page divides it from its title.
    above = on_grid(clear - 6.99)
    return [
        replace(frame, height=above, columns=columns, keep=True),
        replace(
            frame,
            height=on_grid(across - above + _ROW_FOOT),
            columns=(told.column(_TASK, clear - above, _ACROSS),),
            begins=False,
            above=(),
            whole=is_short(across - above, frame.foot_room),
        ),
    ]


def _box_and_number(row: CheckRow, rows: Rows, block: Checklist, task: int) -> tuple[Piece, ...]:
    setter = rows.setter
    box: tuple[Piece, ...] = ()
    if row.tick is not Tick.NONE:
        alt = block.done_alt if row.tick is Tick.DONE else block.tick_alt
        drawn = shapes.tick_box(0, 4.0, row.tick, setter.elements.add("Figure", task, alt=alt))
        box = (Piece(0.0, 5.0, drawn),)
    number = setter.single(
        str(row.number), styles.NOTE, rows.part(task), -2, 4 + 16 / 3, width=8, flush="centre"
    )
    return (*box, Piece(5.0, 10.5, number))


def _papers(row: CheckRow, rows: Rows, block: Checklist, cell: int) -> Stack:
    setter = rows.setter
    needed = Stack(setter, 112.0, 52.0)
    if row.documents:
        listed = setter.elements.add("L", cell)
    for document in row.documents:
        item = setter.elements.add("LI", listed)
        owner = ARTIFACT
        if document.tick is Tick.DONE:
            label = setter.elements.add("Lbl", item)
            owner = setter.elements.add("Figure", label, alt=block.done_alt)
        baseline = 4.0 if needed.last is None else needed.last + 4.0
        small = shapes.tick_box(112.0, baseline, document.tick, owner, small=True)
        body = setter.elements.add("LBody", item, lang=document.lang)
        needed.put(document.name or " ", styles.TABLE, body, indent=5.0, beside=small)
    return needed


def timeline(block: Timeline, setter: Setter, parent: int) -> list[Band]:
    sect = setter.elements.add("Div", parent, lang=block.lang)
    rows = Rows(setter, sect, block.heads, _TIME_X)
    feet = Feet(block.legend, setter, sect)
    frame = _frame(rows, feet)
    bands: list[Band] = []
    gap = 0.0
    last_group = len(block.groups) - 1
    for index, group in enumerate(block.groups):
        if group.title:
            joins = partial(_joining, gap)
            bands.append(replace(_year(group.title, rows, frame), above=joins(), joins=joins))
            gap = 0.0
        for number, row in enumerate(group.rows):
            final = index == last_group and number == len(group.rows) - 1
            columns, lowest = _time_row(row, rows, block, frame)
            ends = lowest + 1.0
            line = () if final else _line_below(ends, frame)
            whole = (columns[0], (*columns[1], *line), *columns[2:])
            height = on_grid(lowest + _ROW_FOOT)
            joins = partial(_joining, gap)
            row_band = replace(frame, height=height, columns=whole, above=joins(), joins=joins)
            bands.append(row_band)
            gap = height - ends
    return [_opening(rows, feet), *bands]


def _year(title: str, rows: Rows, frame: Band) -> Band:
    """A year on the line itself; the line stops above and goes on below it."""
    setter = rows.setter
    width = min(40.0, setter.breaker.width(title, styles.GROUP))
    stack = Stack(setter, _NODE - width / 2, max(width + 0.1, 10.0))
    stack.put(title, styles.GROUP, setter.anchor(rows.group()))
    last = stack.last or 4.0
    height = on_grid(last + 4.0)
    marks: list[Mark] = [_upright(last + 1.4, height - 0.0)]
    line = (Piece(0.0, 4.0, tuple(marks)),)
    return replace(frame, height=height, columns=(stack.column(), line), keep=True, whole=True)


def _upright(top: float, bottom: float) -> Shape:
    path = shapes.segment(0, 0, 0, bottom - top)
    return Shape(ARTIFACT, _NODE, top, path, stroke=Colour.ACCENT, line=styles.TIMELINE)


def _line_below(ends: float, frame: Band) -> tuple[Piece, ...]:
    """The line from a box down to the end of its row; in steps where a page may divide the row."""
    if is_short(ends, frame.foot_room):
        return (Piece(5.0, 5.0, (_upright(4.4, ends),)),)
    steps = range(int((ends - 4.4) / GRID))
    tops = (4.4 + step * GRID for step in steps)
    return tuple(Piece(top, top + GRID, (_upright(top, top + GRID + 0.1),)) for top in tops)


def _joining(gap: float, more: float = 0.0) -> tuple[Mark, ...]:
    """The line between two rows, where both stand on one page; `more`: the room that was added
    to the upper one."""
    return (_upright(-gap - more, 0.3),) if gap + more else ()


def _time_row(row: TimelineRow, rows: Rows, block: Timeline, frame: Band) -> tuple[Columns, float]:
    """Columns and last baseline. Many words run on below the names, where that saves two lines."""
    setter = rows.setter
    line = setter.elements.add("TR", rows.body)
    date = rows.cell(line)
    when = Stack(setter, 0.0, 40.0)
    for words in row.when:
        when.put(words, styles.TEXT, rows.part(date))
    task = rows.cell(line, head=True)
    alt = block.done_alt if row.tick is Tick.DONE else block.tick_alt
    box = shapes.tick_box(_NODE - 2.0, 4.0, row.tick, setter.elements.add("Figure", task, alt=alt))
    what = Stack(setter, _EVENT, 66.0)
    what.put(row.title or " ", styles.ROW_TITLE, rows.part(task, row.lang))
    told = Explained(row.lines, row.mark, row.mark_words, setter, task, row.lang)
    helper = rows.cell(line)
    who = Stack(setter, 126.0, 38.0)
    who.put(row.who, keeping_words(styles.ROW_TITLE), rows.part(helper) if row.who else ARTIFACT)
    for words in row.who_lines:
        who.under_title(words, styles.TABLE, rows.part(helper))
    narrow = what.next + told.depth(what.width)
    start = max(what.next, (who.last or 0.0) + styles.LEADING)
    wide = start + told.depth(_EVENT_ACROSS)
    if wide + 2 * styles.TABLE_LEADING <= narrow and is_short(wide, frame.foot_room):
        below, ends = told.column(_EVENT, start, _EVENT_ACROSS), wide
    else:
        below, ends = told.column(_EVENT, what.next, what.width), narrow if told else 0.0
    lowest = max(ends, *(stack.last or 4.0 for stack in (when, what, who)))
    node = (Piece(0.0, 5.0, box),)
    return (when.column(), node, (*what.column(), *below), who.column()), lowest
