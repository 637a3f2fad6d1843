"""Turns what is set from left to right into a right-to-left page: once, when it is placed.

What has a direction is turned round (columns, weeks, leaders), what has none keeps its form and
only changes its place (ticks, codes, drawings). Words inside a line already stand as they are read.
"""

from __future__ import annotations

from dataclasses import replace

from app.typeset.marks import Mark, Shape, Text
from app.typeset.styles import AREA_WIDTH


def mirrored(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks on the other side of the type area's middle; x counts from its left edge."""
    return tuple(_text(mark) if isinstance(mark, Text) else _shape(mark) for mark in marks)


def _text(mark: Text) -> Text:
    return Text(
        mark.element,
        AREA_WIDTH - mark.x - mark.width,
        mark.y,
        mark.width,
        mark.size,
        mark.colour,
        mark.words,
        mark.space,
        mark.link,
    )


def _shape(mark: Shape) -> Shape:
    box = None
    if mark.box:
        left, top, width, height = mark.box
        box = (AREA_WIDTH - left - width, top, width, height)
    if mark.frame is None:
        return replace(mark, x=AREA_WIDTH - mark.x, turned=not mark.turned, box=box)
    left, width = mark.frame
    there = AREA_WIDTH - left - width
    return replace(mark, x=mark.x + there - left, frame=(there, width), box=box)
