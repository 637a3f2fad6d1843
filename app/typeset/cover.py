"""Sets the cover: greeting, family and names over a coast drawn in one colour."""

from __future__ import annotations

from app.content.languages import is_right_to_left
from app.typeset import styles
from app.typeset.blocks import Cover, CoverSide
from app.typeset.coast import coast
from app.typeset.flow import Band, Piece
from app.typeset.marks import Mark
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, BOTTOM, NAMES, TOP, Type, keeping_words

_COLUMN = 80.0
_OFFICE = 36.0 - TOP
_TITLE_X = 112.0
_GREETING = 88.0 - TOP
_FAMILY = 108.0 - TOP
_NAMES = 120.0 - TOP
_FIELDS = 256.0 - TOP
_FIELD_X = (0.0, 56.0, 112.0)
_NOTE = 284.0 - TOP


def cover(block: Cover, setter: Setter, parent: int) -> list[Band]:
    """One page; long names are set smaller until they fit their place."""
    sect = setter.elements.add("Sect", parent)
    office = Stack(setter, 0, 104, _OFFICE)
    title = Stack(setter, _TITLE_X, 52, _OFFICE)
    for stack, pair in ((office, block.office), (title, block.title)):
        for text, style in zip(pair, (styles.ROW_TITLE, styles.TEXT), strict=True):
            if text:
                stack.put(text, keeping_words(style), setter.elements.add("P", sect))
    marks: list[Mark] = []
    single = len(block.sides) == 1
    for number, side in enumerate(block.sides[:2]):
        marks += _side(side, setter, sect, right=number == 1, single=single, first=number == 0)
    figure = setter.elements.add("Figure", sect, alt=block.picture_alt or " ")
    marks += coast(figure, 150.0 - TOP, block.gulls)
    columns = [office.column(), title.column(), (Piece(40.0, 221.0, tuple(marks)),)]
    for x, field in zip(_FIELD_X, block.fields[:3], strict=False):
        stack = Stack(setter, x, 52.0, _FIELDS - 1.33)
        owner = setter.elements.add("P", sect)
        stack.put(field.label, keeping_words(styles.NOTE), owner)
        for words in field.lines:
            owner = setter.elements.add("P", sect)
            stack.put(words, keeping_words(styles.TEXT), owner, step=styles.LEADING)
        columns.append(stack.column())
    if block.note:
        owner = setter.elements.add("P", sect)
        note = setter.single(block.note, styles.NOTE, owner, 0, _NOTE, width=AREA_WIDTH)
        columns.append((Piece(220.0, 225.0, note),))
    return [Band(BOTTOM - TOP, tuple(columns), whole=True, opens=True)]


def _side(
    side: CoverSide, setter: Setter, sect: int, *, right: bool, single: bool, first: bool
) -> list[Mark]:
    """One language's greeting, family and names on their fixed baselines."""
    width = AREA_WIDTH if single else _COLUMN
    flush = right and is_right_to_left(side.lang or setter.lang) != setter.mirrors
    x = AREA_WIDTH - width if right else 0.0
    part = setter.elements.add("Div", sect, lang=side.lang)
    marks: list[Mark] = []
    where = "right" if flush else "left"
    family = "H1" if first else "P"
    for text, style, tag, baseline in (
        (side.greeting, styles.GREETING, "P", _GREETING),
        (side.family, styles.NAME, family, _FAMILY),
    ):
        owner = setter.elements.add(tag, part)
        marks += setter.single(text, style, owner, x, baseline, width=width, flush=where)
    names = setter.elements.add("P", part)
    lines = [text for text in side.names if text.strip()]
    step = NAMES.leading if len(lines) <= 3 else 16.0 / (len(lines) - 1)
    for index, text in enumerate(lines):
        fitted = setter.fitted(text, NAMES, width)
        size = min(fitted.size, step / NAMES.leading * NAMES.size)
        marks += setter.single(
            text,
            Type(size, step),
            names,
            x,
            _NAMES + index * step,
            width=width,
            flush=where,
        )
    return marks
