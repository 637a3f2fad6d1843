"""QR codes as one path each, kept per address."""

from __future__ import annotations

from functools import lru_cache

import segno

from app.typeset.marks import Shape
from app.typeset.styles import Colour

SIDE = 18.0
#: One mask for all: choosing the best one of eight costs 31 of 105 ms of a folder and reads alike.
_MASK = 3


@lru_cache(maxsize=2048)
def modules(target: str) -> tuple[str, int]:
    """Path of the dark modules (unit: one module, y down) and modules per side; level M."""
    matrix = segno.make(target, error="m", mask=_MASK, boost_error=False, micro=False).matrix
    parts: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                parts.append(f"{start} {y} {x - start} 1 re")
            x += 1
    return " ".join(parts), len(matrix)


def code(target: str, element: int, x: float, y: float, side: float = SIDE) -> Shape:
    """The code with its upper left corner at (x, y). Raises ValueError: too long for a code."""
    try:
        path, count = modules(target)
    except segno.DataOverflowError as error:
        raise ValueError(target[:40]) from error
    return Shape(element, x, y, path, fill=Colour.INK, scale=side / count, box=(x, y, side, side))
