"""The drawn signs of the paper: tick boxes, law marks, rules, holes, tabs. Paths in mm, y down."""

from __future__ import annotations

from functools import lru_cache

from app.typeset.inline import LawMark, Tick
from app.typeset.marks import ARTIFACT, Shape
from app.typeset.styles import BOX_LINE, HEAD_RULE, ROW_RULE, Colour

#: Distance of a Bézier handle that makes a quarter circle of radius 1.
_ROUND = 0.5523


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re"


def segment(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l"


def polyline(*points: tuple[float, float]) -> str:
    (x, y), *rest = points
    return f"{x:.3f} {y:.3f} m " + " ".join(f"{px:.3f} {py:.3f} l" for px, py in rest)


@lru_cache(maxsize=64)
def rounded(
    width: float,
    height: float,
    radius: float,
    corners: tuple[bool, bool, bool, bool] = (True, True, True, True),
) -> str:
    """Rectangle at the origin; `corners` (upper left, upper right, lower right, lower left)."""
    ul, ur, lr, ll = (radius if corner else 0.0 for corner in corners)
    k = 1 - _ROUND
    parts = [f"{ul:.3f} 0 m {width - ur:.3f} 0 l"]
    parts.append(_curve(width - ur * k, 0, width, ur * k, width, ur))
    parts.append(f"{width:.3f} {height - lr:.3f} l")
    parts.append(_curve(width, height - lr * k, width - lr * k, height, width - lr, height))
    parts.append(f"{ll:.3f} {height:.3f} l")
    parts.append(_curve(ll * k, height, 0, height - ll * k, 0, height - ll))
    parts.append(f"0 {ul:.3f} l")
    parts.append(_curve(0, ul * k, ul * k, 0, ul, 0))
    return " ".join(parts) + " h"


@lru_cache(maxsize=64)
def circle(x: float, y: float, radius: float) -> str:
    k = radius * _ROUND
    return " ".join(
        (
            f"{x + radius:.3f} {y:.3f} m",
            _curve(x + radius, y + k, x + k, y + radius, x, y + radius),
            _curve(x - k, y + radius, x - radius, y + k, x - radius, y),
            _curve(x - radius, y - k, x - k, y - radius, x, y - radius),
            _curve(x + k, y - radius, x + radius, y - k, x + radius, y),
            "h",
        )
    )


def _curve(x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> str:
    return f"{x1:.3f} {y1:.3f} {x2:.3f} {y2:.3f} {x:.3f} {y:.3f} c"


def tick_box(
    x: float, baseline: float, tick: Tick, element: int, *, small: bool = False
) -> tuple[Shape, ...]:
    """Box of 4 mm (small: 3 mm), its inner lower edge on the baseline; a tick when done."""
    size = 3.0 if small else 4.0
    line = BOX_LINE if not small else BOX_LINE * 0.85
    half = line / 2
    inner = size - line
    top = baseline - size + line
    box = Shape(
        element,
        x + half,
        top,
        rounded(inner, inner, 0.5 - half / 2),
        stroke=Colour.INK,
        line=line,
        box=(x, top - half, size, size),
    )
    if tick is Tick.OPEN:
        return (box,)
    at = inner / 3.2
    path = polyline((at * 0.7, at * 1.7), (at * 1.4, at * 2.5), (at * 2.7, at * 0.6))
    pen = 0.42 if small else 0.62
    left = x + half
    drawn = Shape(element, left, top, path, stroke=Colour.INK, line=pen, frame=(left, inner))
    return (box, drawn)


def law_sign(x: float, baseline: float, mark: LawMark) -> Shape:
    """The solid square behind a white §, or the open ring of advice."""
    if mark is LawMark.LAW:
        return Shape(
            ARTIFACT, x, baseline - 3.05, rounded(3.6, 3.8, 0.3), fill=Colour.INK, line=0.0
        )
    return Shape(
        ARTIFACT, x + 1.8, baseline - 1.15, circle(0, 0, 1.6), stroke=Colour.INK, line=0.25
    )


def rule(x: float, y: float, width: float, *, head: bool = False) -> Shape:
    """A line over columns: the head's in the accent, others grey."""
    colour, line = (Colour.ACCENT, HEAD_RULE) if head else (Colour.RULE, ROW_RULE)
    return Shape(ARTIFACT, x, y, segment(0, 0, width, 0), stroke=colour, line=line)
