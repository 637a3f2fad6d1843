"""Sets the tab sheet of a chapter: number, title, other languages, what it holds, a map."""

from __future__ import annotations

from collections.abc import Sequence

from app.content.languages import is_right_to_left
from app.typeset import land, shapes, styles
from app.typeset.contents import Entry, linked
from app.typeset.marks import Mark, Place
from app.typeset.setter import NO_LANGUAGE, Setter
from app.typeset.styles import AREA_WIDTH, TOP, Type
from app.typeset.tab_sheets import Divider

_NUMBER, _TITLE, _OTHERS, _RULE = 64.0 - TOP, 92.0 - TOP, 102.7 - TOP, 112.0 - TOP
_FIRST, _LAST = 124.0 - TOP, 264.0 - TOP
_LAST_ABOVE_MAP = 176.0 - TOP
_APART = 8 / 3
_PITCH, _BOTH_PITCH, _CLOSE = 8.0, 6.0, 16 / 3
_NAME, _NOTE = 14.0, 98.0
_HALF = 84.0


def divider(
    block: Divider, number: int, title: str, entries: Sequence[Entry], setter: Setter, parent: int
) -> tuple[Mark, ...]:
    """All marks of the page, from the upper edge of the type area."""
    elements = setter.elements
    marks: list[Mark] = []
    numeral = elements.add("P", parent)
    marks += setter.single(
        str(number), styles.CHAPTER_NUMBER, numeral, 0, _NUMBER, width=AREA_WIDTH
    )
    head = elements.add("H1", parent)
    marks += setter.single(title, styles.CHAPTER_TITLE, head, 0, _TITLE, width=AREA_WIDTH)
    marks += _others(block, setter, parent)
    marks.append(shapes.rule(0, _RULE, AREA_WIDTH, head=True))
    marks += _noted(block, setter, parent)
    if not block.notes:
        marks += _listed(entries, setter, parent, last=_LAST_ABOVE_MAP if block.map else _LAST)
    if block.map:
        marks += land.drawn(block.map, setter, parent)
    return tuple(marks)


def _others(block: Divider, setter: Setter, parent: int) -> list[Mark]:
    """The title in other languages, those that run as the page does one behind the other, the
    others from the other edge."""
    marks: list[Mark] = []
    start, end = 0.0, AREA_WIDTH
    for other in block.titles:
        owner = setter.elements.add("P", parent, lang=other.lang)
        along = is_right_to_left(other.lang) == setter.mirrors
        words = setter.single(
            other.title,
            styles.NAMES,
            owner,
            start,
            _OTHERS,
            width=max(10.0, end - start),
            flush="left" if along else "right",
        )
        marks += words
        width = sum(text.width for text in words) + 10.0
        start, end = (start + width, end) if along else (start, end - width)
    return marks


def _noted(block: Divider, setter: Setter, parent: int) -> list[Mark]:
    """Notes below each other from where the list would begin, each where its language begins."""
    marks: list[Mark] = []
    y = _FIRST
    for note in block.notes:
        owner = setter.elements.add("P", parent, lang=note.lang)
        lines = setter.lines(note.text, styles.TEXT, AREA_WIDTH, owner, lang=note.lang)
        along = is_right_to_left(note.lang or setter.lang) == setter.mirrors
        room = 0.0 if along else AREA_WIDTH
        for row in setter.marks(lines, note.text, styles.TEXT, owner, 0, y, width=room):
            marks += row
        y += max(1, len(lines)) * styles.TEXT.leading + _APART
    return marks


def _listed(entries: Sequence[Entry], setter: Setter, parent: int, *, last: float) -> list[Mark]:
    """Label, name and what it is for, every 8 mm; closer, and in two even columns without the
    last, where that is not enough."""
    if not entries:
        return []
    depth = last - _FIRST
    most = int(depth / _CLOSE + 0.01) + 1
    wide = len(entries) <= most
    rows = len(entries) if wide else min(most, -(-len(entries) // 2))
    pitch = min(_PITCH if wide else _BOTH_PITCH, depth / max(rows - 1, 1))
    marks: list[Mark] = []
    listed = setter.elements.add("TOC", parent)
    for place, entry in enumerate(entries[: rows if wide else 2 * rows]):
        column, row = divmod(place, rows)
        item = setter.elements.add("TOCI", listed)
        link = setter.elements.add("Link", setter.elements.add("Reference", item))
        target = Place(entry.element)
        x, y = column * _HALF, _FIRST + row * pitch
        end = _HALF if not wide else _NOTE if entry.note else AREA_WIDTH
        room = end - _NAME - 4.0
        label = setter.single(entry.label, styles.ROW_TITLE, link, x, y, width=13, lang=NO_LANGUAGE)
        said, style = _fitting(entry.title, room, setter)
        name = setter.single(said, style, link, x + _NAME, y, width=room)
        marks += [linked(text, target) for text in (*label, *name)]
        if wide and entry.note:
            note = setter.elements.add("P", item)
            room = AREA_WIDTH - _NOTE
            said = _cut(entry.note, styles.TABLE, room, setter)
            marks += setter.single(said, styles.TABLE, note, _NOTE, y, width=room)
    return marks


def _fitting(text: str, room: float, setter: Setter) -> tuple[str, Type]:
    """A name of 11 pt, else of 9 pt, else cut behind a word: nothing is set smaller."""
    if setter.breaker.width(text, styles.TEXT) <= room:
        return text, styles.TEXT
    return _cut(text, styles.TABLE, room, setter), styles.TABLE


def _cut(text: str, style: Type, room: float, setter: Setter) -> str:
    parts = text.split()
    kept = text
    while len(parts) > 1 and setter.breaker.width(kept, style) > room:
        parts.pop()
        kept = " ".join(parts).rstrip(",;:") + " …"
    return kept
