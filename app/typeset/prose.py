"""Sets running text: headings, paragraphs, lists, space, and the strip of emergency numbers."""

from __future__ import annotations

from app.content.languages import is_right_to_left
from app.typeset import shapes, styles
from app.typeset.blocks import Heading, Intro, ListBlock, Marker, Numbers, Paragraph, Space
from app.typeset.flow import Band, Piece
from app.typeset.inline import Style, Tick
from app.typeset.marks import ARTIFACT, Mark
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, GRID, Type, on_grid

_HEADINGS = {1: styles.H1, 2: styles.H2, 3: styles.GROUP}


def heading(block: Heading, setter: Setter, parent: int) -> list[Band]:
    """The bands of a heading; levels 1 and 2 are named in outline and contents."""
    spoken = {run.lang for run in block.words}
    lang = block.lang or (spoken.pop() if len(spoken) == 1 else "")
    element = setter.elements.add(f"H{block.level}", parent, lang=lang)
    setter.anchor(element)
    style = _HEADINGS[block.level]
    top = 8.0 if block.level == 1 else 4.0
    stack = Stack(setter, 0, AREA_WIDTH, top)
    stack.put(block.words, style, element)
    last = stack.last or top
    height = on_grid(last) + (8.0 if block.level == 1 else 4.0)
    band = Band(height, (stack.column(),), keep=True, whole=True, opens=block.level == 1)
    return [band] if block.level == 1 else [gap(1, keep=True), band]


def gap(lines: int, *, keep: bool = False) -> Band:
    """Empty grid lines that vanish at the top of a page."""
    return Band(lines * GRID, (), vanishes=True, keep=keep)


def space(block: Space, setter: Setter, parent: int) -> list[Band]:  # noqa: ARG001
    return [gap(block.lines)]


def intro(block: Intro, setter: Setter, parent: int) -> list[Band]:
    """One line on baseline 48, two on 46.7 and 52; longer ones push the page down."""
    element = setter.elements.add("P", parent, lang=block.lang)
    lines = setter.lines(block.words, styles.TEXT, AREA_WIDTH, element)
    first = 4.0 if len(lines) < 2 else 4.0 - styles.LEADING / 4
    stack = Stack(setter, 0, AREA_WIDTH, first)
    stack.put(block.words, styles.TEXT, element)
    return [Band(max(12.0, on_grid((stack.last or first) + 4.0)), (stack.column(),), keep=True)]


def paragraph(block: Paragraph, setter: Setter, parent: int) -> list[Band]:
    """Lines from the edge its language begins at."""
    style = styles.STYLES[block.style]
    element = setter.elements.add("P", parent, lang=block.lang)
    stack = Stack(setter, 0, AREA_WIDTH, _first_baseline(style))
    turns = bool(block.lang) and is_right_to_left(block.lang) != setter.mirrors
    stack.put(block.words, style, element, flush_right=turns)
    if stack.last is None:
        return []
    lines = len(stack.pieces)
    keep = block.keep_with_next or block.style is Style.GROUP
    return [Band(_height(style, lines), (stack.column(),), keep=keep, runs_on=True)]


def _first_baseline(style: Type) -> float:
    return on_grid(style.leading * 0.75)


def _height(style: Type, lines: int) -> float:
    """Lines, and half an empty one below running text, a whole one below smaller letters."""
    if style.leading > styles.LEADING:
        return on_grid(lines * style.leading)
    spare = GRID if style.leading <= GRID else styles.LEADING / 2
    return lines * style.leading + spare


def bullets(block: ListBlock, setter: Setter, parent: int) -> list[Band]:
    numbered = block.marker is Marker.NUMBER
    ordering = "Decimal" if numbered else ("Disc" if block.marker is Marker.BULLET else "None")
    element = setter.elements.add(
        "L", parent, lang=block.lang, attributes=f"<</O/List/ListNumbering/{ordering}>>"
    )
    style = styles.STYLES[block.style]
    indent = 5.0 if block.marker is not Marker.NUMBER or style.leading <= GRID else 8.0
    bands: list[Band] = []
    for number, item in enumerate(block.items, 1):
        part = setter.elements.add("LI", element)
        marks = _marker(block.marker, number, setter, part, style)
        body = setter.elements.add("LBody", part)
        stack = Stack(setter, indent, AREA_WIDTH - indent)
        stack.put(item, style, body, beside=marks)
        last = number == len(block.items)
        height = on_grid(len(stack.pieces) * style.leading) or GRID
        height += GRID if last or block.apart else 0.0
        bands.append(Band(height, (stack.column(),), keep=number == 1))
    if len(bands) == 1:
        return [Band(bands[0].height, bands[0].columns)]
    return bands


def _marker(
    marker: Marker, number: int, setter: Setter, item: int, style: Type
) -> tuple[Mark, ...]:
    if marker is Marker.BOX:
        return shapes.tick_box(0, 4.0, Tick.OPEN, ARTIFACT, small=True)
    label = setter.elements.add("Lbl", item)
    text = "•" if marker is Marker.BULLET else f"{number}."
    return setter.single(text, style, label, 0, 4.0, width=20)


def numbers(block: Numbers, setter: Setter, parent: int) -> list[Band]:
    """Title under a rule, then up to three numbers to a line, each with what it is for."""
    title = setter.elements.add("H2", parent, lang=block.lang)
    stack = Stack(setter, 0, AREA_WIDTH, 8.0)
    stack.put(block.title, styles.ROW_TITLE, title)
    head = Piece(0.0, 1.0, (shapes.rule(0, 0.0, AREA_WIDTH, head=True),))
    bands = [Band(on_grid((stack.last or 8.0) + 4.0), ((head, *stack.column()),), keep=True)]
    listed = setter.elements.add("L", parent, lang=block.lang)
    for start in range(0, len(block.entries), 3):
        columns: list[tuple[Piece, ...]] = []
        lowest = 0.0
        for index, entry in enumerate(block.entries[start : start + 3]):
            item = setter.elements.add("LI", listed)
            left = index * 56.0
            label = setter.elements.add("Lbl", item)
            called = setter.single(entry.number, styles.H2, label, left, 8.0, width=48)
            room = (called[-1].x + called[-1].width - left if called else 0.0) + 3.6
            words = Stack(setter, left + room, 52.0 - room, 8.0)
            words.put(entry.words, styles.TABLE, setter.elements.add("LBody", item))
            columns.append((Piece(3.0, 9.5, called), *words.column()))
            lowest = max(lowest, words.last or 8.0)
        bands.append(Band(on_grid(lowest + 2.0), tuple(columns), whole=True))
    return bands
