"""Sets the table of contents: chapters and headings with leaders, page labels and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.typeset import shapes, styles
from app.typeset.blocks import Contents
from app.typeset.flow import Band, Piece
from app.typeset.marks import ARTIFACT, Mark, Place, Shape, Text
from app.typeset.setter import NO_LANGUAGE, Setter, Stack
from app.typeset.styles import AREA_WIDTH, on_grid

_LABEL_ROOM = 16.0
_TITLE_X = 14.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: chapter number on its first line, label as "4–2", its target.

    `level` 0 is a chapter, 1 and 2 its headings. `element` -1: no link. `note`: what it is about.
    """

    level: int
    title: str
    label: str
    element: int
    number: str = ""
    lang: str = ""
    note: str = ""


def contents(block: Contents, entries: Sequence[Entry], setter: Setter, parent: int) -> list[Band]:
    """The title and a line for each entry."""
    title = setter.anchor(setter.elements.add("H1", parent, lang=block.lang))
    stack = Stack(setter, 0, AREA_WIDTH, 8.0)
    stack.put(block.title, styles.H1, title)
    height = on_grid((stack.last or 8.0) + 12.0)
    bands = [Band(height, (stack.column(),), keep=True, whole=True, opens=True)]
    owner = setter.elements.add("TOC", parent)
    bands += [_entry(entry, setter, owner) for entry in entries if entry.level <= block.depth]
    return bands


def _entry(entry: Entry, setter: Setter, owner: int) -> Band:
    item = setter.elements.add("TOCI", owner, lang=entry.lang)
    link: str | Place = ""
    target = setter.elements.add("Reference", item)
    if entry.element >= 0:
        target = setter.elements.add("Link", target)
        link = Place(entry.element)
    chapter = entry.level == 0
    small = entry.level == 2
    style = styles.TABLE if small else styles.TEXT.weighing(bold=chapter)
    left = _TITLE_X if entry.level < 2 else _TITLE_X + 5.0
    room = AREA_WIDTH - left - _LABEL_ROOM - 4.0
    lines = setter.lines(entry.title or " ", style, room, target)
    first = 8.0 if chapter else 4.0
    marks: list[Mark] = []
    if chapter and entry.number:
        bold = styles.GROUP
        marks += setter.single(entry.number, bold, target, 0, first, width=_TITLE_X - 2)
    rows = setter.marks(lines, entry.title, style, target, left, first, link=link)
    for row in rows:
        marks += row
    last = first + max(0, len(lines) - 1) * style.leading
    end = left + (lines[-1].width if lines else 0.0)
    label = setter.single(
        entry.label,
        style,
        target,
        AREA_WIDTH - _LABEL_ROOM,
        last,
        width=_LABEL_ROOM,
        flush="right",
        lang=NO_LANGUAGE,
    )
    marks += [linked(text, link) for text in label]
    start = AREA_WIDTH - (label[0].width if label else 0.0) - 2.0
    marks += _leader(end + 2.0, start, last)
    height = on_grid(last + (0.0 if small else 4.0))
    return Band(height, ((Piece(first - 4, last + 1.4, tuple(marks)),),), keep=chapter, whole=True)


def linked(text: Text, link: str | Place) -> Text:
    """The same words as a link."""
    return Text(
        text.element,
        text.x,
        text.y,
        text.width,
        text.size,
        text.colour,
        text.words,
        text.space,
        link,
    )


def _leader(start: float, end: float, baseline: float) -> tuple[Mark, ...]:
    """Dots on a raster of 2 mm, so that they stand under each other."""
    first = -(-start // 2.0) * 2.0
    count = int((end - first) // 2.0)
    if count < 2:
        return ()
    dots = " ".join(shapes.circle(first + 2.0 * n, baseline - 0.25, 0.22) for n in range(count))
    shape = Shape(ARTIFACT, 0, 0, dots, fill=styles.Colour.RULE)
    return (shape,)
