"""Sets weeks of care: who is with a child and when, what stays open, and who they all are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.typeset import shapes, styles
from app.typeset.blocks import CareBar, CareDuty, CareRow, CareWeek, Fill, FillKey, Helpers
from app.typeset.flow import Band, Piece, Repeat
from app.typeset.inline import Words, bold, words
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, Colour, on_grid
from app.typeset.tables import literal
from app.typeset.weeks import hatch

# Where the drawing begins at least, mm, and what is left to the first hour behind a day's name;
# the most a day takes before it is set smaller.
_DRAWN_FROM = 10.0
_BEHIND_DAY = 3.4
_MOST_DAY = 16.0
# Needed and open: the least and the most they take, mm, and the room between columns.
_NEEDED = (18.0, 30.0)
_OPEN = (20.0, 34.0)
_GUTTER = 2.0
_MOST_HOUR = 8.0
_BAR = 4.0
_DUTY = 1.1
_LANE = 1.7
_LANES_TOP = 0.8
_HEAD = 6.0
_KEY_LINE = 5.0
_SAMPLE = 6.0
_LETTER = 3.1  # from the upper edge of a bar to the baseline of its label
# Of a bar's pattern or tint at either side of its label, mm: a gap shows that it is one.
_BESIDE_LABEL = 0.7
_HATCHED = 2.0

# Sign, name, covered, told.
_SIGN = (0.0, 12.0)
_NAME = (14.0, 46.0)
_COVERS = (62.0, 27.0)
_TOLD = (91.0, 73.0)

_HEAD_SCOPE = "<</O/Table/Scope/Column>>"
_ROW_SCOPE = "<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edge and width of the columns, mm: words take what they need, the drawing the rest."""

    day: tuple[float, float]
    drawn: tuple[float, float]
    needed: tuple[float, float]
    left: tuple[float, float]

    @classmethod
    def of(cls, block: CareWeek, setter: Setter) -> _Columns:
        rows = [(row.label, row.needed, row.open) for row in block.rows]
        days, needed, left = zip(*(block.heads, *rows, *block.beside), strict=True)

        def widest(texts: Iterable[str]) -> float:
            return max(setter.breaker.width(text, styles.TABLE_BOLD) for text in texts)

        def room(texts: Iterable[str], least: float, most: float) -> float:
            return min(max(least, widest(texts) + _GUTTER), most)

        day = min(widest(days), _MOST_DAY)
        start = max(_DRAWN_FROM, day + _BEHIND_DAY)
        open_room = room(left, *_OPEN)
        needed_room = room(needed, *_NEEDED)
        first = AREA_WIDTH - open_room - _GUTTER - needed_room
        return cls(
            (0.0, start - _BEHIND_DAY),
            (start, first - 2 * _GUTTER - start),
            (first, needed_room),
            (AREA_WIDTH - open_room, open_room),
        )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where a minute of the day stands on a drawing of this left edge and width, mm."""

    start: int
    end: int
    drawn: tuple[float, float]

    @property
    def hour(self) -> float:
        return min(_MOST_HOUR, self.drawn[1] / (self.end - self.start))

    def at(self, minute: int) -> float:
        inside = min(max(minute, self.start * 60), self.end * 60)
        return self.drawn[0] + (inside / 60 - self.start) * self.hour

    def numbers(self) -> Iterable[int]:
        every = 1 if self.hour >= _MOST_HOUR else 2 if self.hour > 3 else 3
        first = -(-self.start // every) * every
        return range(first, self.end + 1, every)


def week(block: CareWeek, setter: Setter, parent: int) -> list[Band]:
    """One row to a day: a figure in a cell of a table, so that the day, what is drawn and the
    sums are read together."""
    columns = _Columns.of(block, setter)
    axis = _Axis(block.hour_from, max(block.hour_to, block.hour_from + 1), columns.drawn)
    attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
    table = setter.elements.add("Table", parent, lang=block.lang, attributes=attributes)
    bands = [_head(block, columns, axis, setter, table)]
    body = setter.elements.add("TBody", table)
    lanes = max((duty.lane + 1 for row in block.rows for duty in row.duties), default=0)
    bands += [_row(row, columns, axis, lanes, setter, body) for row in block.rows]
    if block.key:
        bands.append(_key(block.key, setter, parent))
    kept = [replace(band, keep=True) for band in bands[:-1]]
    return [*kept, replace(bands[-1], height=bands[-1].height + 3.0)]


def _head(block: CareWeek, columns: _Columns, axis: _Axis, setter: Setter, table: int) -> Band:
    row = setter.elements.add("TR", setter.elements.add("THead", table))
    day, hours, needed, left = (
        setter.elements.add("TH", row, attributes=_HEAD_SCOPE) for _ in range(4)
    )
    x, width = columns.day
    marks: list[Mark] = [*setter.single(block.heads[0], styles.HEAD, day, x, 4.0, width=width)]
    for hour in axis.numbers():
        shown = str(hour if hour <= 24 else hour - 24)
        x = axis.at(hour * 60) - 4
        marks += setter.single(shown, styles.NOTE, hours, x, 4.0, width=8, flush="centre")
    for said, owner, (x, width) in zip(
        block.heads[1:], (needed, left), (columns.needed, columns.left), strict=True
    ):
        marks += setter.single(said, styles.HEAD, owner, x, 4.0, width=width, flush="right")
    marks.append(shapes.rule(0, _HEAD - 0.4, AREA_WIDTH, head=True))
    return Band(_HEAD, ((Piece(0.0, _HEAD, tuple(marks)),),), whole=True)


def _row(
    row: CareRow, columns: _Columns, axis: _Axis, lanes: int, setter: Setter, body: int
) -> Band:
    above = _LANES_TOP + lanes * _LANE
    height = above + _BAR + 1.0
    line = setter.elements.add("TR", body)
    day = setter.elements.add("TH", line, attributes=_ROW_SCOPE)
    figure = setter.elements.add("Figure", setter.elements.add("TD", line), alt=row.alt)
    needed, left = (setter.elements.add("TD", line) for _ in range(2))
    text = above + _LETTER
    x, width = columns.day
    marks: list[Mark] = [*setter.single(row.label, styles.TABLE_BOLD, day, x, text, width=width)]
    marks.append(_grid(axis, figure, height))
    for duty in row.duties:
        marks += _duty(duty, axis, figure)
    for bar in sorted(row.bars, key=lambda each: each.fill is not Fill.THERE):
        x, width = axis.at(bar.start), axis.at(bar.end) - axis.at(bar.start)
        if width > 0:
            marks += sample(bar.fill, figure, x, above, width, _BAR)
            marks += _label(bar, setter, figure, x, above, width)
    for said, owner, (x, width) in (
        (row.needed, needed, columns.needed),
        (row.open, left, columns.left),
    ):
        style = styles.TABLE_BOLD if owner == left and row.is_open else styles.TABLE
        marks += setter.single(said, style, owner, x, text, width=width, flush="right")
    marks.append(shapes.rule(0, height, AREA_WIDTH))
    return Band(height, ((Piece(0.0, height, tuple(marks)),),), whole=True)


def _grid(axis: _Axis, figure: int, height: float) -> Shape:
    lines = " ".join(
        shapes.segment(at - axis.drawn[0], 0, at - axis.drawn[0], height)
        for at in (axis.at(hour * 60) for hour in axis.numbers())
    )
    box = (axis.drawn[0], 0.0, axis.drawn[1], height)
    return Shape(figure, axis.drawn[0], 0.0, lines, stroke=Colour.HOUR, line=0.15, box=box)


def _duty(duty: CareDuty, axis: _Axis, figure: int) -> list[Mark]:
    top = _LANES_TOP + duty.lane * _LANE
    first, last = axis.at(duty.leaves), axis.at(duty.returns)
    whisker = " ".join(
        (
            shapes.segment(0, _DUTY / 2, last - first, _DUTY / 2),
            shapes.segment(0, 0, 0, _DUTY),
            shapes.segment(last - first, 0, last - first, _DUTY),
        )
    )
    marks: list[Mark] = [Shape(figure, first, top, whisker, stroke=Colour.INK, line=0.2)]
    left, right = axis.at(duty.start), axis.at(duty.end)
    if right > left:
        marks += sample(duty.fill, figure, left, top, right - left, _DUTY)
    return marks


def _label(
    bar: CareBar, setter: Setter, figure: int, x: float, top: float, width: float
) -> list[Mark]:
    """The first label that fits, on a white ground where the bar has a pattern."""
    beside = _HATCHED if bar.fill is Fill.GAP else _BESIDE_LABEL
    for label in bar.labels:
        wide = setter.breaker.width(label, styles.TABLE_BOLD)
        if wide + 2 * beside > width:
            continue
        left = x + (width - wide) / 2
        marks: list[Mark] = []
        if bar.fill in _PATTERNED:
            ground = shapes.rectangle(0, 0, wide + 1.0, _BAR - 0.7)
            marks.append(Shape(figure, left - 0.5, top + 0.35, ground, fill=Colour.WHITE))
        style = styles.TABLE_BOLD
        return [*marks, *setter.single(label, style, figure, left, top + _LETTER, width=wide + 1)]
    return []


_PATTERNED = frozenset({Fill.DOTTED, Fill.BARRED, Fill.GAP})
_GROUND = {Fill.TINTED: Colour.TINT, Fill.SECOND: Colour.PARTNER}
_LINE = {Fill.FRAMED: 0.6, Fill.GAP: 0.35, Fill.THERE: 0.2}


def sample(
    fill: Fill, element: int, x: float, y: float, width: float, height: float
) -> list[Shape]:
    """A bar in its pattern; thick frames stay inside."""
    line = _LINE.get(fill, 0.2)
    if fill is Fill.FRAMED:
        inset = min(0.3, width / 2)
        x, y, width, height = x + inset, y + inset, width - 2 * inset, height - 2 * inset
    edge = Colour.ACCENT if fill in (Fill.TINTED, Fill.DOTTED, Fill.THERE) else Colour.INK
    outline = shapes.rectangle(0, 0, max(width, 0.05), height)
    ground = None if fill is Fill.THERE else _GROUND.get(fill, Colour.WHITE)
    found = [Shape(element, x, y, outline, fill=ground, stroke=edge, line=line)]
    if fill is Fill.DOTTED and (path := _dots(width, height)):
        found.append(Shape(element, x, y, path, fill=Colour.ACCENT))
    if fill is Fill.BARRED and (path := _upright(width, height)):
        found.append(Shape(element, x, y, path, stroke=Colour.INK, line=0.2))
    if fill is Fill.GAP:
        path = hatch(width, height, 1.2)
        found.append(Shape(element, x, y, path, stroke=Colour.INK, line=0.25))
    return found


def _dots(width: float, height: float) -> str:
    found = []
    y, shifted = 0.6, False
    while y < height - 0.4:
        x = 1.3 if shifted else 0.7
        while x < width - 0.4:
            found.append(shapes.rectangle(x - 0.2, y - 0.2, 0.4, 0.4))
            x += 1.2
        y, shifted = y + 0.9, not shifted
    return " ".join(found)


def _upright(width: float, height: float) -> str:
    count = int((width - 0.4) / 0.9)
    return " ".join(shapes.segment(0.9 * n, 0, 0.9 * n, height) for n in range(1, count + 1))


def _key(entries: Sequence[FillKey], setter: Setter, parent: int) -> Band:
    """Samples with their words, as many to a line as fit."""
    element = setter.elements.add("P", parent)
    marks: list[Mark] = []
    x, baseline = 0.0, 5.6
    for entry in entries:
        wide = setter.breaker.width(entry.label, styles.TABLE)
        if x and x + _SAMPLE + 2.0 + wide > AREA_WIDTH:
            x, baseline = 0.0, baseline + _KEY_LINE
        thin = entry.fill in (Fill.FIRST, Fill.SECOND)
        height = _DUTY if thin else 3.2
        top = baseline - 1.2 - height / 2
        marks += sample(entry.fill, ARTIFACT, x, top, _SAMPLE, height)
        left = x + _SAMPLE + 1.6
        marks += setter.single(entry.label, styles.TABLE, element, left, baseline, width=wide + 1)
        x = left + wide + 5.0
    height = baseline + 1.4
    return Band(height, ((Piece(0.0, height, tuple(marks)),),), whole=True)


def helpers(block: Helpers, setter: Setter, parent: int) -> list[Band]:
    """A row for each, with the pattern and sign it has in the weeks."""
    attributes = f"<</O/Table/Summary{literal(block.summary)}>>" if block.summary else ""
    table = setter.elements.add("Table", parent, lang=block.lang, attributes=attributes)
    number = setter.block()
    row = setter.elements.add("TR", setter.elements.add("THead", table))
    owners = [setter.elements.add("TH", row, attributes=_HEAD_SCOPE) for _ in block.heads]
    head = _heads(block, setter, owners)
    again = Repeat(_HEAD, tuple(_heads(block, setter, [ARTIFACT] * len(owners)).marks))
    bands = [Band(_HEAD, ((head,),), keep=True, whole=True, block=number, repeat=again)]
    body = setter.elements.add("TBody", table)
    above = (shapes.rule(0, -1.0, AREA_WIDTH),)
    for index, each in enumerate(block.helpers):
        line = setter.elements.add("TR", body)
        sign = setter.elements.add("TD", line)
        name = setter.elements.add("TH", line, attributes=_ROW_SCOPE)
        covers, told = (setter.elements.add("TD", line) for _ in range(2))
        drawn: list[Mark] = []
        if each.fill is not None:
            drawn += sample(each.fill, ARTIFACT, 0.0, 0.9, _SIGN[1], _BAR)
            bar = CareBar(each.fill, 0, 1, (each.sign,))
            drawn += _label(bar, setter, sign, 0.0, 0.9, _SIGN[1])
        columns = [
            (Piece(0.0, 5.0, tuple(drawn)),),
            _stacked(setter, _NAME, name, (words(bold(each.name)), *each.lines)),
            _stacked(setter, _COVERS, covers, (words(each.covers),)),
            _stacked(setter, _TOLD, told, each.told),
        ]
        lowest = max(column[-1].bottom for column in columns if column)
        bands.append(
            Band(
                on_grid(lowest + 2.0),
                tuple(columns),
                above=above if index else (),
                block=number,
                repeat=again,
            )
        )
    return bands


def _heads(block: Helpers, setter: Setter, owners: Sequence[int]) -> Piece:
    marks: list[Mark] = []
    for head, (x, width), owner in zip(
        block.heads, (_SIGN, _NAME, _COVERS, _TOLD), owners, strict=True
    ):
        marks += setter.single(head, styles.HEAD, owner, x, 3.6, width=width)
    marks.append(shapes.rule(0, _HEAD - 1.0, AREA_WIDTH, head=True))
    return Piece(0.0, _HEAD, tuple(marks))


def _stacked(
    setter: Setter, place: tuple[float, float], element: int, texts: Iterable[Words]
) -> tuple[Piece, ...]:
    stack = Stack(setter, *place)
    for text in texts:
        stack.put(text, styles.TABLE, element)
    return stack.column()
