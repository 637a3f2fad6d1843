"""What stands on a page: frozen marks, the elements they belong to, and where they were placed.

Coordinates are millimetres, x to the right, y down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from app.typeset.faces import Word
from app.typeset.styles import Colour

#: Element number of marks that mean nothing to a reader (rules, furniture, repeated heads).
ARTIFACT = -1


@dataclass(frozen=True, slots=True)
class Place:
    """Target of a link inside the folder: number of a heading while it is composed, of an
    element once the pages are frozen."""

    element: int


@dataclass(frozen=True, slots=True)
class Text:
    """Words of one line in one weight: baseline y, size in points.

    `space`: a space follows in the text even though nothing is drawn. `link`: web address or
    place in the folder.
    """

    element: int
    x: float
    y: float
    width: float
    size: float
    colour: Colour
    words: tuple[Word, ...]
    space: bool
    link: str | Place = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path. `path` is written in units of `scale` mm from (x, y), y down; stroke in mm.

    `box` (x, y, width, height) is what a figure covers, for its BBox. `frame` (left edge, width)
    is what has no direction and is moved as a whole when its page is mirrored; a path without a
    frame is turned round itself, and then drawn to the left of x (`turned`).
    """

    element: int
    x: float
    y: float
    path: str
    fill: Colour | None = None
    stroke: Colour | None = None
    line: float = 0.0
    scale: float = 1.0
    box: tuple[float, float, float, float] | None = None
    even_odd: bool = False
    frame: tuple[float, float] | None = None
    turned: bool = False


Mark: TypeAlias = Text | Shape


def lowered(mark: Mark, by: float) -> Mark:
    """The same mark `by` mm further down, with what it covers."""
    if isinstance(mark, Shape) and mark.box:
        left, top, width, height = mark.box
        return replace(mark, y=mark.y + by, box=(left, top + by, width, height))
    return replace(mark, y=mark.y + by)


@dataclass(frozen=True, slots=True)
class Placed:
    """Marks set at an offset from the sheet's upper left corner."""

    x: float
    y: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Marks of one element that follow each other on one page: one marked content.

    `mcid` counts within the page; -1 for artifacts.
    """

    element: int
    mcid: int
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Child of an element: a marked content of a page (page counts from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Child of a link element: a rectangle (x, y, width, height in mm) that can be clicked."""

    page: int
    area: tuple[float, float, float, float]
    target: str | Place
    words: str


Kid: TypeAlias = "int | Content | LinkArea"


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2); number = its place in `Pages.elements`.

    `attributes` is the ready attribute dictionary or "". `page`/`top` say where it begins.
    """

    tag: str
    parent: int
    kids: tuple[Kid, ...]
    lang: str = ""
    alt: str | None = None
    attributes: str = ""
    page: int = -1
    top: float = 0.0
