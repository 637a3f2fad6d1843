"""The drawing on the cover: sea, dike, path, tower, sheep and one gull for each of the family."""

from __future__ import annotations

from dataclasses import replace

from app.typeset import shapes
from app.typeset.marks import Shape
from app.typeset.styles import AREA_WIDTH, Colour

HEIGHT = 98.0
_HORIZON = 46.0
_FINE = 0.25
_STRONG = 0.42

#: Where gulls fly (x, y of the middle, size), the first ones near each other.
_GULLS = (
    (45, 16, 1.3),
    (59, 9, 1.1),
    (69, 20.5, 0.75),
    (55, 24.5, 0.6),
    (33, 8, 0.8),
    (79, 11, 0.9),
    (23, 21, 0.6),
    (90, 19, 0.7),
    (38, 29, 0.5),
    (71, 4, 0.6),
    (100, 8, 0.8),
    (14, 10, 0.7),
)

_DIKE = (
    "0 94.5 m 38 76 80 62 84 58 c 92 54 98 48.6 101.5 46.2 c "
    "164 92 m 150 85 128 76 118 70 c 108 63 100 50 104 46.2 c"
)
_WATER = (
    "0 60 m 16 61.5 34 58 44 56.3 c 54 54.6 66 54.6 76 53.6 c "
    "0 64 m 20 65 36 61.8 46 59.6 c 58 57.4 68 56 76.2 55.5 c "
    "0 73.6 m 14 73.2 28 71.6 38 69.5 c 0 79 m 10 77.8 20 76.6 28 74.6 c"
)
_PATH = (
    "31 98 m 60 80 80 68 87 64 c 95 59 97 50 102.5 46.2 c "
    "67 98 m 86 84 96 74 98.5 66 c 101 58 98.5 51 103.5 46.2 c"
)
_ISLANDS = "8 46 m 14 44.6 20 44.8 24 43.9 c 29 43.2 33 45.4 36 46 c 47 46 m 53 44.9 58 45 64 46 c"
_WAVES = (
    "3 49.2 m 29 49.2 l 35 48.6 m 57 48.6 l 65 49.4 m 83 49.4 l 15 52.4 m 45 52.4 l "
    "57 52.4 m 71 52.4 l 9 56.4 m 12 55.8 15 55.8 18 56.3 c 53 57.4 m 56 56.6 58 56.7 59.6 57.2 c "
    "29 66 m 32 65.3 34 65.4 36 66 c 5 69.2 m 7 68.6 9 68.6 11 69.2 c "
    "18 71 m 20 70.4 22 70.5 23 71 c 3 85.4 m 6 84.7 8 84.8 10 85.4 c "
    "12 81 m 14 80.4 15.6 80.5 17 81 c"
)
_FIELDS = "114.5 48.4 m 130 49 150 50.4 164 51.4 c 138 54 m 148 55.6 156 57.4 164 59 c"
_SHIP = "75.4 44.9 m 83.8 44.9 l 82.8 46.6 l 76.4 46.6 l h 77.2 43.6 4.6 1.3 re 78 42.6 2.4 1 re"
_HOUSE = "144 44 m 146 41 l 153.4 41 l 155.4 44 l h 144 44 11.4 2.1 re"
_BUSHES = (
    "115 46 m 115.4 44.2 117.6 44 118.2 45 c 118.8 44 120.8 44.4 121 46 c "
    "157.4 46 m 157.8 44 160 43.8 160.4 44.9 c 161.4 44 163 44.6 163 46 c"
)


def coast(figure: int, top: float, gulls: int) -> list[Shape]:
    """The picture over the type area's width, its upper edge at `top` mm; twelve gulls at most."""
    box = (0.0, top, AREA_WIDTH, HEIGHT)
    thin = " ".join((_WATER, _ISLANDS, _WAVES, _FIELDS, _SHIP, _HOUSE, _BUSHES, _grass()))
    strong = " ".join(
        (
            _PATH,
            shapes.segment(0, _HORIZON, 101.6, _HORIZON),
            shapes.segment(106, _HORIZON, AREA_WIDTH, _HORIZON),
            shapes.segment(0, HEIGHT, AREA_WIDTH, HEIGHT),
        )
    )
    flock = " ".join(_gull(*_GULLS[number]) for number in range(min(max(gulls, 0), len(_GULLS))))
    marks: list[Shape] = [
        Shape(figure, 0, top, thin, stroke=Colour.ACCENT, line=_FINE, box=box),
        Shape(figure, 0, top, _DIKE, stroke=Colour.ACCENT, line=0.3),
        Shape(figure, 0, top, strong, stroke=Colour.ACCENT, line=0.36),
    ]
    if flock:
        marks.append(Shape(figure, 0, top, flock, stroke=Colour.ACCENT, line=_STRONG))
    for x, y, way in ((108, 75.4, 1), (116, 80.8, -1), (104.6, 83.6, 1)):
        marks += _sheep(figure, x, top + y, way)
    marks += _tower(figure, 128.4, top)
    return [replace(mark, frame=(0.0, AREA_WIDTH)) for mark in marks]


def _gull(x: float, y: float, size: float) -> str:
    def at(dx: float, dy: float) -> str:
        return f"{x + dx * size:.2f} {y + dy * size:.2f}"

    return (
        f"{at(-4, 0.9)} m {at(-3, -1.5)} {at(-1, -1.6)} {at(0, 0.6)} c "
        f"{at(1.2, -1.7)} {at(3.2, -1.4)} {at(4, 0.7)} c"
    )


def _grass() -> str:
    tufts = ((30, 87.6), (46, 80.6), (59, 73), (71, 65.8), (80, 60.4), (105, 68.6), (92, 85.4))
    more = ((104, 93), (124, 88.8), (136, 84.8))
    return " ".join(
        f"{x - 2} {y - 1.1} m {x - 0.9} {y + 0.9} l {x} {y + 0.9} m {x + 0.3} {y - 1.1} l "
        f"{x + 0.9} {y + 0.9} m {x + 2} {y - 0.9} l"
        for x, y in tufts + more
    )


def _sheep(figure: int, x: float, y: float, way: int) -> list[Shape]:
    body = (
        "-2 0.9 m -2.8 0.6 -2.5 -0.6 -1.6 -0.5 c -1.3 -1.5 -0.3 -1.5 0 -0.9 c "
        "0.5 -1.6 1.6 -1.3 1.6 -0.5 c 2.5 -0.5 2.6 0.7 1.9 0.9 c h "
        "-1.2 0.9 m -1.2 1.9 l 1.1 0.9 m 1.1 1.9 l"
    )
    return [
        Shape(figure, x, y, body, fill=Colour.WHITE, stroke=Colour.ACCENT, line=_FINE),
        Shape(figure, x + 2.2 * way, y - 0.5, shapes.circle(0, 0, 0.6), fill=Colour.ACCENT),
    ]


def _tower(figure: int, x: float, top: float) -> list[Shape]:
    """Banded tower with gallery and lantern; `x` is its axis."""

    def half(y: float) -> float:
        return 6.4 + (y - 27.6) * 0.043

    outline = shapes.polyline((-6.4, 27.6), (6.4, 27.6), (7.6, 55.2), (-7.6, 55.2)) + " h"
    bands = " ".join(
        shapes.polyline((-half(a), a), (half(a), a), (half(b), b), (-half(b), b)) + " h"
        for a, b in ((27.6, 33.2), (38.7, 44.2), (49.7, 55.2))
    )
    gallery = (
        "-8.7 26.4 17.4 1.2 re -8.4 23.6 16.8 0 re -8.3 23.6 m -8.3 26.4 l -5 23.6 m -5 26.4 l "
        "5 23.6 m 5 26.4 l 8.3 23.6 m 8.3 26.4 l -4.8 19.4 9.6 7 re -1.7 19.4 m -1.7 26.4 l "
        "1.7 19.4 m 1.7 26.4 l 0 10.6 m 0 8 l"
    )
    windows = "-1 34.8 2 2.3 re -1 45.8 2 2.3 re"
    door = "-1.4 55.2 m -1.4 51.2 l -1.4 49.2 1.4 49.2 1.4 51.2 c 1.4 55.2 l h"
    dome = "-6 19.4 m -5.4 15.4 -2 13.6 0 13.2 c 2 13.6 5.4 15.4 6 19.4 c h"
    ground = "-10 55.2 m 10 55.2 l"
    return [
        Shape(figure, x, top, outline, fill=Colour.WHITE, stroke=Colour.ACCENT, line=_FINE),
        Shape(figure, x, top, bands, fill=Colour.ACCENT),
        Shape(figure, x, top, gallery, fill=Colour.WHITE, stroke=Colour.ACCENT, line=_FINE),
        Shape(figure, x, top, windows, fill=Colour.WHITE, stroke=Colour.ACCENT, line=_FINE),
        Shape(figure, x, top, door, fill=Colour.WHITE),
        Shape(figure, x, top, dome, fill=Colour.ACCENT),
        Shape(
            figure,
            x,
            top,
            shapes.circle(0, 11.8, 0.9),
            fill=Colour.WHITE,
            stroke=Colour.ACCENT,
            line=_FINE,
        ),
        Shape(figure, x, top, ground, stroke=Colour.ACCENT, line=0.36),
    ]
