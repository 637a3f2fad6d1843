"""Sets the labels for the back of a ring folder, across the sheet, to be cut out."""

from __future__ import annotations

from app.typeset import shapes, styles
from app.typeset.flow import Band, Piece
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.outside import SpineLabels
from app.typeset.setter import Setter
from app.typeset.styles import AREA_WIDTH, Colour, Type, keeping_words

LENGTH = 190.0
#: Where the labels begin below the introduction, clear of the holes (y 108.5 and 188.5).
_TOPS = (6.0, 62.0)
_LEFT = (AREA_WIDTH - LENGTH) / 2
_INSIDE = 12.0
_NOTE = 5.0
_HEIGHT = 136.0
_CUT = (2.0, 3.0)


def spine(block: SpineLabels, setter: Setter, parent: int) -> list[Band]:
    """Both on one page; what is long is set smaller, so that it stays on its line."""
    pieces: list[Piece] = []
    for top, (width, note) in zip(_TOPS, block.sizes, strict=False):
        sect = setter.elements.add("Div", parent)
        room = LENGTH - 2 * _INSIDE
        x = _LEFT + _INSIDE
        scale = width / 60.0
        marks: list[Mark] = [*_outline(top, width)]
        for words, style, at in (
            (block.title, Type(9 + 7 * scale, 8, colour=Colour.ACCENT), 0.29),
            (block.family, Type(12 + 20 * scale, 12, bold=True), 0.60),
            (block.office, Type(7 + 5 * scale, 6), 0.82),
        ):
            owner = setter.elements.add("P", sect)
            text = words if isinstance(words, str) else "".join(run.text for run in words)
            fitted = keeping_words(setter.fitted(text, style, room))
            lines = setter.lines(words, fitted, room, owner)
            for line in setter.marks(lines[:1], words, fitted, owner, x, top + width * at):
                marks += line
        owner = setter.elements.add("P", sect)
        below = top + width + _NOTE
        marks += setter.single(note, styles.NOTE, owner, 0, below, width=AREA_WIDTH)
        pieces.append(Piece(top - sum(_CUT), below + 1.0, tuple(marks)))
    return [Band(_HEIGHT, (tuple(pieces),), whole=True)]


def _outline(top: float, width: float) -> tuple[Shape, ...]:
    """The edge to cut along, and marks beyond its corners."""
    near, far = _CUT[0], sum(_CUT)
    right, bottom = LENGTH, width
    strokes = []
    for x, away in ((0.0, -1.0), (right, 1.0)):
        strokes += [shapes.segment(x + away * near, y, x + away * far, y) for y in (0.0, bottom)]
    for y, away in ((0.0, -1.0), (bottom, 1.0)):
        strokes += [shapes.segment(x, y + away * near, x, y + away * far) for x in (0.0, right)]
    frame = (_LEFT, LENGTH)
    edge = shapes.rectangle(0, 0, LENGTH, width)
    return (
        Shape(ARTIFACT, _LEFT, top, edge, stroke=Colour.HOUR, line=0.1, frame=frame),
        Shape(ARTIFACT, _LEFT, top, " ".join(strokes), stroke=Colour.INK, line=0.2, frame=frame),
    )
