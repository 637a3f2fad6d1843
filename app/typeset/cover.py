"""Sets the cover: greeting, family and names over a coast drawn in one colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.content.languages import is_right_to_left
from app.typeset import styles
from app.typeset.blocks import Cover, CoverSide
from app.typeset.characters import NO_BREAK_SPACE
from app.typeset.coast import coast
from app.typeset.flow import Band, Piece
from app.typeset.marks import Mark
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, BOTTOM, NAME, NAMES, TOP, Type, keeping_words

_COLUMN = 80.0
_OFFICE = 36.0 - TOP
_TITLE_X = 112.0
_GREETING = 88.0 - TOP
_FAMILY = 108.0 - TOP
# From the family to the names below it, and the lowest baseline above the drawing.
_TO_NAMES = 12.0
_LAST_NAME = 144.0 - TOP
_LINES = 3
_ENDS = re.compile(r"[^\S \u00a0]+")
_FAMILY_SIZES = tuple(replace(NAME, size=size, leading=size / 2.4) for size in (24, 21, 18, 15))
_NAME_SIZES = tuple(replace(NAMES, size=size, leading=size / 1.75) for size in (14, 12, 10.5, 9))
_FIELDS = 256.0 - TOP
_FIELD_X = (0.0, 56.0, 112.0)
_NOTE = 284.0 - TOP


def cover(block: Cover, setter: Setter, parent: int) -> list[Band]:
    """One page; long names take up to three lines before they are set smaller."""
    sect = setter.elements.add("Sect", parent)
    office = Stack(setter, 0, 104, _OFFICE)
    title = Stack(setter, _TITLE_X, 52, _OFFICE)
    for stack, pair in ((office, block.office), (title, block.title)):
        for text, style in zip(pair, (styles.ROW_TITLE, styles.TEXT), strict=True):
            if text:
                stack.put(text, keeping_words(style), setter.elements.add("P", sect))
    marks: list[Mark] = []
    sides = block.sides[:2]
    sizes = _Sizes.of(sides, setter, _COLUMN if len(sides) > 1 else AREA_WIDTH)
    for number, side in enumerate(sides):
        marks += _side(side, sizes, setter, sect, right=number == 1)
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


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What both sides are set in, in columns of `width` mm, and the first baseline of the names.
    None: one line each, as small as need be."""

    width: float
    greeting: Type
    family: Type | None
    names: Type | None
    names_at: float

    @classmethod
    def of(cls, sides: Sequence[CoverSide], setter: Setter, width: float) -> _Sizes:
        greetings = [setter.fitted(side.greeting, styles.GREETING, width) for side in sides]
        families = [_texts((side.family,)) for side in sides]
        family = _largest(families, _FAMILY_SIZES, _LINES, width, setter)
        below = 0.0
        if family is not None:
            lines = max(1, *(_count(each, family, width, setter) for each in families))
            below = (lines - 1) * family.leading
        names_at = _FAMILY + below + _TO_NAMES
        room = min(_LINES, int((_LAST_NAME - names_at) / NAMES.leading + 0.01) + 1)
        names = [_texts(side.names) for side in sides]
        return cls(
            width,
            min(greetings, key=lambda each: each.size),
            family,
            _largest(names, _NAME_SIZES, room, width, setter),
            names_at,
        )


def _side(side: CoverSide, sizes: _Sizes, setter: Setter, sect: int, *, right: bool) -> list[Mark]:
    """One language's greeting, family and names; the first side has the heading."""
    width = sizes.width
    flush = right and is_right_to_left(side.lang or setter.lang) != setter.mirrors
    x = AREA_WIDTH - width if right else 0.0
    part = setter.elements.add("Div", sect, lang=side.lang)
    where = "right" if flush else "left"
    owner = setter.elements.add("P", part)
    marks: list[Mark] = [
        *setter.single(side.greeting, sizes.greeting, owner, x, _GREETING, width=width, flush=where)
    ]
    for texts, style, smallest, tag, baseline in (
        (_texts((side.family,)), sizes.family, NAME, "P" if right else "H1", _FAMILY),
        (_texts(side.names), sizes.names, NAMES, "P", sizes.names_at),
    ):
        owner = setter.elements.add(tag, part)
        stack = Stack(setter, x, width, baseline)
        if style is None:
            step = min(smallest.leading, 16.0 / max(len(texts) - 1, 1))
            fitting = min((setter.fitted(text, smallest, width).size for text in texts), default=1)
            size = min(fitting, step / smallest.leading * smallest.size)
            style = replace(smallest, size=size, leading=step)
        for text in texts:
            stack.put(_whole(text, style, width, setter), style, owner, flush_right=flush)
        marks += (mark for piece in stack.pieces for mark in piece.marks)
    return marks


def _texts(names: Sequence[str]) -> tuple[str, ...]:
    """The texts there are, without line ends of their own."""
    return tuple(
        _ENDS.sub(" ", text) if _ENDS.search(text) else text for text in names if text.strip()
    )


def _largest(
    sides: Sequence[Sequence[str]], sizes: Sequence[Type], most: int, width: float, setter: Setter
) -> Type | None:
    """The largest size in which the texts of each side take at most so many lines."""
    fitting = (size for size in sizes if all(_count(s, size, width, setter) <= most for s in sides))
    return next(fitting, None)


def _count(texts: Sequence[str], style: Type, width: float, setter: Setter) -> int:
    """How many lines the texts take; too many where a word is wider than the column."""
    said = [_whole(text, style, width, setter) for text in texts]
    if any(setter.breaker.width(word, style) > width for text in said for word in text.split(" ")):
        return _LINES + 1
    return sum(len(setter.lines(text, style, width)) for text in said)


def _whole(text: str, style: Type, width: float, setter: Setter) -> str:
    """The text with each name on one line, where all of them fit on one."""
    if all(setter.breaker.width(part, style) <= width for part in text.split(" ")):
        return text
    return text.replace(NO_BREAK_SPACE, " ")
