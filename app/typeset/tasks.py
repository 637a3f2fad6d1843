"""Sets checklists and timelines: boxes, numbers, law marks, the line with the boxes as nodes."""

from __future__ import annotations

from collections.abc import Sequence

from app.typeset import shapes, styles
from app.typeset.blocks import Checklist, CheckRow, LawMark, Legend, Timeline, TimelineRow
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.inline import Tick
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import LAW_STEP, Setter, Stack
from app.typeset.styles import AREA_WIDTH, LEGEND, LEGEND_ROOM, Colour, on_grid

HEAD_HEIGHT = 12.0
_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"
_SPAN_SCOPE = "<</O/Table/Scope/Row/ColSpan 3>>"
_CHECK_X = (8.0, 70.0, 112.0)
_TIME_X = (0.0, 56.0, 126.0)
_NODE = 46.0


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

    def part(self, cell: int) -> int:
        return self.setter.elements.add("P", cell)


class Feet:
    """The legend of a checklist: real on the block's first page, an artifact on the others."""

    def __init__(self, legend: Legend, setter: Setter, parent: int) -> None:
        self.room = LEGEND_ROOM if legend.law or legend.advice else 0.0
        self._legend = legend
        self._setter = setter
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
        for mark, text in (
            (LawMark.LAW, self._legend.law),
            (LawMark.ADVICE, self._legend.advice),
        ):
            if not text:
                continue
            style = styles.TABLE_BOLD if mark is LawMark.LAW else styles.TABLE
            marks += _sign(self._setter, x, LEGEND, mark)
            words = self._setter.single(
                text, style, element, x + 5, LEGEND, width=AREA_WIDTH - x - 5
            )
            marks += words
            x = max((t.x + t.width for t in words), default=x) + 8.0
        return tuple(marks)


def checklist(block: Checklist, setter: Setter, parent: int) -> list[Band]:
    sect = setter.elements.add("Div", parent, lang=block.lang)
    rows = Rows(setter, sect, block.heads, _CHECK_X)
    feet = Feet(block.legend, setter, sect)
    bands: list[Band] = []
    for group in block.groups:
        if group.title:
            bands.append(_group(group.title, rows, feet, first=not bands))
        for number, row in enumerate(group.rows):
            columns, lowest = _check_row(row, rows, block)
            bands.append(
                Band(
                    on_grid(lowest + 10.0),
                    columns,
                    above=(shapes.rule(0, -2.4, AREA_WIDTH),) if number else (),
                    block=rows.block,
                    repeat=rows.repeat,
                    foot=feet.repeated,
                    foot_room=feet.room,
                )
            )
    return [_opening(rows, feet), *bands]


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


def _group(title: str, rows: Rows, feet: Feet, *, first: bool) -> Band:
    top = 4.0 if first else 8.0
    stack = Stack(rows.setter, 0, AREA_WIDTH, top)
    stack.put(title, styles.GROUP, rows.group())
    height = on_grid((stack.last or top) + 4.0)
    return Band(
        height,
        (stack.column(),),
        keep=True,
        block=rows.block,
        repeat=rows.repeat,
        foot=feet.repeated,
        foot_room=feet.room,
        whole=True,
    )


def _check_row(
    row: CheckRow, rows: Rows, block: Checklist
) -> tuple[tuple[tuple[Piece, ...], ...], float]:
    setter = rows.setter
    line = setter.elements.add("TR", rows.body)
    task = rows.cell(line, head=True)
    box: tuple[Piece, ...] = ()
    if row.tick is not Tick.NONE:
        alt = block.done_alt if row.tick is Tick.DONE else block.tick_alt
        drawn = shapes.tick_box(0, 4.0, row.tick, setter.elements.add("Figure", task, alt=alt))
        box = (Piece(0.0, 5.0, drawn),)
    number = setter.single(
        str(row.number), styles.NOTE, rows.part(task), -2, 4 + 16 / 3, width=8, flush="centre"
    )
    what = Stack(setter, 8.0, 58.0)
    what.put(row.title or " ", styles.ROW_TITLE, rows.part(task))
    for words in row.lines:
        what.under_title(words, styles.TABLE, rows.part(task))
    law_line(
        what, row.mark, row.mark_words, rows.part(task) if row.mark and row.mark_words else ARTIFACT
    )
    where = Stack(setter, 70.0, 38.0)
    place = rows.cell(line)
    where.put(row.when, styles.TABLE_BOLD, rows.part(place) if row.when else ARTIFACT)
    for words in row.where:
        where.put(words, styles.TABLE, rows.part(place))
    papers = rows.cell(line)
    needed = Stack(setter, 112.0, 52.0)
    if row.documents:
        listed = setter.elements.add("L", papers)
    for document in row.documents:
        item = setter.elements.add("LI", listed)
        owner = ARTIFACT
        if document.tick is Tick.DONE:
            label = setter.elements.add("Lbl", item)
            owner = setter.elements.add("Figure", label, alt=block.done_alt)
        baseline = 4.0 if needed.last is None else needed.last + 4.0
        small = shapes.tick_box(112.0, baseline, document.tick, owner, small=True)
        body = setter.elements.add("LBody", item)
        needed.put(document.name or " ", styles.TABLE, body, indent=5.0, beside=small)
    boxed = (*box, Piece(5.0, 10.5, number))
    lowest = max(9.33, *(stack.last or 4.0 for stack in (what, where, needed))) - 4.0
    return (boxed, what.column(), where.column(), needed.column()), lowest


def law_line(stack: Stack, mark: LawMark | None, words: str, cell: int) -> None:
    """Law mark and its words, 4.67 below the last 9 pt line."""
    if mark is None or not words:
        return
    bold = mark is LawMark.LAW
    style = styles.TABLE_BOLD if bold else styles.TABLE
    title_above = bool(stack.pieces) and stack.pieces[-1].bottom - stack.pieces[-1].top > 5
    step = styles.LEADING if title_above else LAW_STEP
    baseline = 4.0 if stack.last is None else stack.last + step
    sign = _sign(stack.setter, stack.x, baseline, mark)
    element = stack.setter.elements.add("P", cell)
    stack.put(words, style, element, step=step, indent=5.0, beside=sign)


def _sign(setter: Setter, x: float, baseline: float, mark: LawMark) -> tuple[Mark, ...]:
    sign = shapes.law_sign(x, baseline, mark)
    if mark is LawMark.ADVICE:
        return (sign,)
    letter = styles.Type(8.5, 4, bold=True, colour=Colour.WHITE)
    return (
        sign,
        *setter.single("§", letter, ARTIFACT, x, baseline - 0.15, width=3.6, flush="centre"),
    )


def timeline(block: Timeline, setter: Setter, parent: int) -> list[Band]:
    sect = setter.elements.add("Div", parent, lang=block.lang)
    rows = Rows(setter, sect, block.heads, _TIME_X)
    feet = Feet(block.legend, setter, sect)
    bands: list[Band] = []
    last_group = len(block.groups) - 1
    for index, group in enumerate(block.groups):
        if group.title:
            bands.append(_year(group.title, rows, feet))
        for number, row in enumerate(group.rows):
            final = index == last_group and number == len(group.rows) - 1
            columns, lowest = _time_row(row, rows, block)
            height = on_grid(lowest + 10.0)
            line = () if final else _line_below(height)
            bands.append(
                Band(
                    height,
                    (columns[0], (*columns[1], *line), *columns[2:]),
                    block=rows.block,
                    repeat=rows.repeat,
                    foot=feet.repeated,
                    foot_room=feet.room,
                )
            )
    return [_opening(rows, feet), *bands]


def _year(title: str, rows: Rows, feet: Feet) -> Band:
    """A year on the line itself; the line stops above and goes on below it."""
    setter = rows.setter
    width = min(40.0, setter.breaker.width(title, styles.GROUP))
    stack = Stack(setter, _NODE - width / 2, max(width + 0.1, 10.0))
    stack.put(title, styles.GROUP, rows.group())
    last = stack.last or 4.0
    height = on_grid(last + 4.0)
    marks: list[Mark] = [_upright(last + 1.4, height - 0.0)]
    return Band(
        height,
        (stack.column(), (Piece(0.0, 4.0, tuple(marks)),)),
        keep=True,
        whole=True,
        block=rows.block,
        repeat=rows.repeat,
        foot=feet.repeated,
        foot_room=feet.room,
    )


def _upright(top: float, bottom: float) -> Shape:
    path = shapes.segment(0, 0, 0, bottom - top)
    return Shape(ARTIFACT, _NODE, top, path, stroke=Colour.ACCENT, line=styles.TIMELINE)


def _line_below(height: float) -> tuple[Piece, ...]:
    return (Piece(5.0, 5.0, (_upright(4.4, height + 0.3),)),)


def _time_row(
    row: TimelineRow, rows: Rows, block: Timeline
) -> tuple[tuple[tuple[Piece, ...], ...], float]:
    setter = rows.setter
    line = setter.elements.add("TR", rows.body)
    date = rows.cell(line)
    when = Stack(setter, 0.0, 40.0)
    for words in row.when:
        when.put(words, styles.TEXT, rows.part(date))
    task = rows.cell(line, head=True)
    alt = block.done_alt if row.tick is Tick.DONE else block.tick_alt
    node = shapes.tick_box(_NODE - 2.0, 4.0, row.tick, setter.elements.add("Figure", task, alt=alt))
    what = Stack(setter, 56.0, 66.0)
    what.put(row.title or " ", styles.ROW_TITLE, rows.part(task))
    for words in row.lines:
        what.under_title(words, styles.TABLE, rows.part(task))
    law_line(
        what, row.mark, row.mark_words, rows.part(task) if row.mark and row.mark_words else ARTIFACT
    )
    helper = rows.cell(line)
    who = Stack(setter, 126.0, 38.0)
    who.put(row.who, styles.ROW_TITLE, rows.part(helper) if row.who else ARTIFACT)
    for words in row.who_lines:
        who.under_title(words, styles.TABLE, rows.part(helper))
    lowest = max(stack.last or 4.0 for stack in (when, what, who)) - 4.0
    return (when.column(), (Piece(0.0, 5.0, node),), what.column(), who.column()), lowest
