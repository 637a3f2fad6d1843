"""What stands outside the type area: holes, register tab, foot line and folio, all artifacts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.typeset import shapes, styles
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import NO_LANGUAGE, Setter
from app.typeset.styles import (
    AREA_WIDTH,
    FOOT_RULE,
    FOOT_TEXT,
    INNER_MARGIN,
    OUTER_MARGIN,
    SHEET_WIDTH,
    TOP,
    Colour,
)

_HOLES = (108.5, 188.5)
_HOLE_IN = 12.0
_TAB = (12.0, 15.0)
#: Tabs beyond this would leave the sheet; they begin again at the top.
TABS = 15


@dataclass(frozen=True, slots=True)
class Side:
    """Whether a page lies right, and where its type area begins (mm)."""

    right: bool

    @property
    def left_edge(self) -> float:
        return INNER_MARGIN if self.right else OUTER_MARGIN


@lru_cache(maxsize=2)
def holes(*, right: bool) -> tuple[Mark, ...]:
    """Rings where the folder's holes come (Ø 5.2), and the middle mark for the punch."""
    x = _HOLE_IN if right else SHEET_WIDTH - _HOLE_IN
    mark = 5.0 if right else SHEET_WIDTH - 9.0
    parts = []
    for y in _HOLES:
        parts += [
            shapes.circle(x, y, 2.6),
            shapes.segment(x - 1.1, y, x + 1.1, y),
            shapes.segment(x, y - 1.1, x, y + 1.1),
        ]
    parts.append(shapes.segment(mark, 148.5, mark + 4, 148.5))
    return (Shape(ARTIFACT, 0, 0, " ".join(parts), stroke=Colour.RULE, line=0.14),)


def tab(number: int, side: Side, setter: Setter, *, solid: bool = True) -> tuple[Mark, ...]:
    """The register tab of chapter `number` at the outer edge, its number white on the accent."""
    width, height = _TAB
    top = TOP + 16 * ((number - 1) % TABS) + 0.5
    corners = (True, False, False, True) if side.right else (False, True, True, False)
    left = SHEET_WIDTH - width if side.right else 0.0
    shape = Shape(
        ARTIFACT,
        left,
        top,
        shapes.rounded(width, height, 2.5, corners),
        fill=Colour.ACCENT if solid else None,
        stroke=None if solid else Colour.RULE,
        line=0.0 if solid else 0.2,
    )
    centre = SHEET_WIDTH - 8.0 if side.right else 8.0
    style = (
        styles.TAB_NUMBER
        if solid
        else styles.Type(13, styles.LEADING, bold=True, colour=Colour.GREY)
    )
    numeral = setter.single(
        str(number), style, ARTIFACT, centre - 8, top + 9.2, width=16, flush="centre"
    )
    return (shape, *numeral)


def beside(number: int, other: int) -> bool:
    """Whether two tabs stand below each other on one edge, and not on the same place."""
    return number != other and (number - 1) // TABS == (other - 1) // TABS


def foot(text: str, folio: str, side: Side, setter: Setter, lang: str = "") -> tuple[Mark, ...]:
    """Rule, foot text at the inner side, folio bold at the outer edge, from where lines begin.
    `lang`: of the text, where it is not that of the page."""
    marks: list[Mark] = [shapes.rule(0, FOOT_RULE, AREA_WIDTH)]
    room = AREA_WIDTH - 24.0
    if side.right != setter.mirrors:
        marks += setter.single(text, styles.NOTE, ARTIFACT, 0, FOOT_TEXT, width=room, lang=lang)
        marks += setter.single(
            folio,
            styles.FOLIO,
            ARTIFACT,
            room,
            FOOT_TEXT,
            width=24,
            flush="right",
            lang=NO_LANGUAGE,
        )
    else:
        marks += setter.single(
            text, styles.NOTE, ARTIFACT, 24, FOOT_TEXT, width=room, flush="right", lang=lang
        )
        marks += setter.single(
            folio, styles.FOLIO, ARTIFACT, 0, FOOT_TEXT, width=24, lang=NO_LANGUAGE
        )
    return tuple(marks)
