"""How large a page of others is as it is shown, and where it comes to lie on our sheet.

Points, y up, as PDF counts (ISO 32000-1, 8.3); matrices as its operator `cm` takes them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

from pikepdf import Array, Object

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_POINT = 25.4 / 72
SHEET = (210.0 / _POINT, 297.0 / _POINT)
_A4 = (0.0, 0.0, 595.276, 841.89)
_SMALLEST, _LARGEST = 18.0, 14_400.0

# What is left free: the holes with their rings, the register tab, the foot (mm).
_HOLES, _TAB, _UPPER, _LOWER = 18.0, 14.0, 10.0, 274.0
#: A page of A5 may grow to A4, nothing more.
_MOST = math.sqrt(2)


@dataclass(frozen=True)
class Box:
    """The part of a page that is shown, and how it is turned (degrees, clockwise)."""

    left: float
    lower: float
    right: float
    upper: float
    turned: int = 0

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.upper - self.lower

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height as shown, in mm."""
        sides = (self.width * _POINT, self.height * _POINT)
        return sides if self.turned % 180 == 0 else sides[::-1]

    @property
    def corners(self) -> tuple[float, float, float, float]:
        return (self.left, self.lower, self.right, self.upper)


def box_of(page: Object) -> Box:
    """The crop box within the media box; what makes no sense is taken for A4."""
    media = _corners(page.get("/MediaBox")) or _A4
    crop = _corners(page.get("/CropBox")) or media
    cut = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    found = cut if _makes_sense(cut) else media
    try:
        turned = round(float(page.get("/Rotate", 0)) / 90) * 90 % 360
    except (TypeError, ValueError, OverflowError):
        turned = 0
    return Box(*found, turned)


def _corners(box: Object | None) -> tuple[float, float, float, float] | None:
    if not isinstance(box, Array) or len(box) != 4:
        return None
    try:
        one, two, three, four = (float(side) for side in box)
    except (TypeError, ValueError, OverflowError):
        return None
    found = (min(one, three), min(two, four), max(one, three), max(two, four))
    return found if _makes_sense(found) else None


def _makes_sense(box: tuple[float, float, float, float]) -> bool:
    sides = (box[2] - box[0], box[3] - box[1])
    return all(map(math.isfinite, box)) and all(_SMALLEST <= s <= _LARGEST for s in sides)


def onto_sheet(box: Box, *, right: bool) -> Matrix:
    """Where the page lies on a right-hand or left-hand sheet: as large as fits between holes, tab
    and foot, in their middle. A landscape page is turned, its head to the left."""
    width, height = box.shown
    turned = (box.turned + (270 if width > height else 0)) % 360
    wide, high = (box.width, box.height) if turned % 180 == 0 else (box.height, box.width)
    room = ((210.0 - _HOLES - _TAB) / _POINT, (_LOWER - _UPPER) / _POINT)
    scale = min(room[0] / wide, room[1] / high, _MOST)
    left = (_HOLES if right else _TAB) / _POINT + (room[0] - wide * scale) / 2
    low = (297.0 - _LOWER) / _POINT + (room[1] - high * scale) / 2
    return _laid(box, turned, scale, left, low)


def upright(box: Box) -> Matrix:
    """From the page's own points to those of the page as it is shown, from its lower left."""
    return _laid(box, box.turned, 1.0, 0.0, 0.0)


def _laid(box: Box, turned: int, scale: float, left: float, low: float) -> Matrix:
    sides = ((1, 0, 0, 1), (0, -1, 1, 0), (-1, 0, 0, -1), (0, 1, -1, 0))[turned // 90]
    a, b, c, d = (part * scale for part in sides)
    x, y, _, _ = moved((a, b, c, d, 0.0, 0.0), box.corners)
    return (a, b, c, d, left - x, low - y)


def through(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved(matrix: Matrix, area: tuple[float, float, float, float]) -> list[float]:
    """Where a rectangle comes to lie: left, lower, right, upper."""
    xs, ys = zip(*(through(matrix, x, y) for x, y in _points(area)), strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]


def _points(area: tuple[float, float, float, float]) -> tuple[tuple[float, float], ...]:
    left, lower, right, upper = area
    return ((left, lower), (right, lower), (left, upper), (right, upper))
