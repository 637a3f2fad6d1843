"""The style sheet of the paper: sheet, grid, type, colours, lines; millimetres and points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from app.typeset.inline import Style

POINT = 25.4 / 72

# Sheet (A4) and type area; odd pages lie right, the inner margin takes the holes.
SHEET_WIDTH = 210.0
SHEET_HEIGHT = 297.0
INNER_MARGIN = 25.0
OUTER_MARGIN = 21.0
AREA_WIDTH = 164.0
TOP = 28.0
BOTTOM = 272.0

# Grid
GRID = 4.0
MODULE = 14.0
LEADING = 16 / 3
TABLE_LEADING = 4.0

# Fixed lines
FOOT_RULE = 277.0
FOOT_TEXT = 284.0
LEGEND = 270.0
LEGEND_ROOM = 10.0

# Lines, in mm
HEAD_RULE = 0.8 * POINT
ROW_RULE = 0.4 * POINT
TIMELINE = 0.3
BOX_LINE = 0.9 * POINT


class Colour(Enum):
    """sRGB as PDF operands; solid inks, no transparency."""

    INK = "0.102 0.102 0.102"
    ACCENT = "0.071 0.247 0.361"
    GREY = "0.278 0.278 0.278"
    RULE = "0.49 0.49 0.49"
    HOUR = "0.659 0.659 0.659"
    PARTNER = "0.549 0.549 0.549"
    TINT = "0.835 0.875 0.902"
    WHITE = "1 1 1"


@dataclass(frozen=True, slots=True)
class Type:
    """`size` in points, `leading` in millimetres. `whole`: a word is parted only where it does
    not fit a line, as names and headings ask."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = Colour.INK
    whole: bool = False

    def weighing(self, *, bold: bool) -> Type:
        return replace(self, bold=bold)


@cache
def keeping_words(style: Type) -> Type:
    """The style for names, which are not parted where they fit."""
    return replace(style, whole=True)


GREETING = Type(40, 16, colour=Colour.ACCENT, whole=True)
CHAPTER_NUMBER = Type(96, 32, bold=True, colour=Colour.ACCENT)
CHAPTER_TITLE = Type(30, 12, bold=True, colour=Colour.ACCENT, whole=True)
NAME = Type(24, 12, bold=True, whole=True)
NAMES = Type(14, 8, whole=True)
ACROSS = Type(18, 8, whole=True)
H1 = Type(20, 8, bold=True, colour=Colour.ACCENT, whole=True)
H2 = Type(13, LEADING, bold=True)
GROUP = Type(11, LEADING, bold=True, colour=Colour.ACCENT)
TEXT = Type(11, LEADING)
ROW_TITLE = Type(11, LEADING, bold=True)
TABLE = Type(9, TABLE_LEADING)
TABLE_BOLD = Type(9, TABLE_LEADING, bold=True)
NOTE = Type(9, TABLE_LEADING, colour=Colour.GREY)
HEAD = Type(9, TABLE_LEADING, bold=True, colour=Colour.GREY, whole=True)
TAB_NUMBER = Type(13, LEADING, bold=True, colour=Colour.WHITE)
TAB_OUTLINED = Type(13, LEADING, bold=True, colour=Colour.GREY)
FOLIO = Type(11, LEADING, bold=True)

STYLES = {
    Style.TEXT: TEXT,
    Style.TABLE: TABLE,
    Style.NOTE: NOTE,
    Style.GROUP: GROUP,
    Style.NAMES: NAMES,
}


def on_grid(height: float) -> float:
    """The next grid line at or below `height` (mm), forgiving rounding."""
    return -(-(height - 0.01) // GRID) * GRID
