"""Draws the map on a tab sheet: areas as outlines, hatched or tinted, towns as rings with names.

The map is one figure and is never mirrored; its key stands beside it where lines begin.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.typeset import shapes, styles
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, TOP, Colour, Type
from app.typeset.tab_sheets import AreaMap, MapKey, MapPlace

_TOP, _LOW = 184.0 - TOP, 266.0 - TOP
_LEFT, _WIDTH = 56.0, 108.0
_KEY_WIDTH = 48.0
_SAMPLE = 4.0
_SOURCE = 270.5 - TOP
_HATCH = 1.6
_GRAIN = 0.2  # mm: points closer than this are one
_RING = 1.1
_NEAR = 2.4  # from a town to its name
_BESIDE = 2.0  # from the land to a name outside

Point = tuple[float, float]
Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class _Land:
    """The areas in mm from the map's upper left corner, kept: every folder shows the same ones."""

    scale: float
    west: float
    north: float
    width: float
    height: float
    rings: tuple[Rings, ...]
    borders: str
    coast: str

    def at(self, x: float, y: float) -> Point:
        """From km of the map to mm."""
        return _at(x - self.west, y - self.north, self.scale)


@lru_cache(maxsize=4)
def _laid(areas: tuple[Rings, ...]) -> _Land:
    points = [point for rings in areas for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    north, south = min(y for _, y in points), max(y for _, y in points)
    scale = min(_WIDTH / (east - west), (_LOW - _TOP) / (south - north))
    laid = tuple(
        tuple(
            tuple(
                at for at, _ in itertools.groupby(_at(x - west, y - north, scale) for x, y in ring)
            )
            for ring in rings
        )
        for rings in areas
    )
    return _Land(
        scale,
        west,
        north,
        (east - west) * scale,
        (south - north) * scale,
        laid,
        _path([ring for rings in laid for ring in rings]),
        _path(_outer(laid)),
    )


def _at(x: float, y: float, scale: float) -> Point:
    return round(x * scale / _GRAIN) * _GRAIN, round(y * scale / _GRAIN) * _GRAIN


def drawn(block: AreaMap, setter: Setter, parent: int) -> list[Mark]:
    """Title, key, map and source line; y from the upper edge of the type area."""
    title = setter.elements.add("P", parent)
    stack = Stack(setter, 0.0, _KEY_WIDTH, _TOP)
    stack.put(block.title, styles.H2, title)
    marks: list[Mark] = []
    for key in block.keys:
        marks += _key(key, stack, parent)
    marks += [mark for piece in stack.pieces for mark in piece.marks]
    marks += _map(block, setter, parent)
    owner = setter.elements.add("P", parent)
    marks += setter.single(block.source, styles.NOTE, owner, 0, _SOURCE, width=AREA_WIDTH)
    return marks


def _key(key: MapKey, stack: Stack, parent: int) -> list[Mark]:
    setter = stack.setter
    part = setter.elements.add("P", parent)
    step = 8.0 if stack.last is not None else None
    baseline = stack.put(key.title, styles.TABLE_BOLD, part, step=step, indent=6.0)
    for number, line in enumerate(key.lines):
        begins = step if not key.title and not number else None
        owner = setter.elements.add("P", parent)
        stack.put(line, styles.TABLE, owner, step=begins, indent=6.0)
    if baseline is None or not (key.hatched or key.tinted):
        return []
    top = baseline - 3.4
    box = [(0.0, 0.0), (_SAMPLE, 0.0), (_SAMPLE, _SAMPLE), (0.0, _SAMPLE), (0.0, 0.0)]
    found = list(_pattern([box], ARTIFACT, 0.0, top, None, key.hatched, key.tinted))
    return [*found, Shape(ARTIFACT, 0.0, top, _path([box]), stroke=Colour.ACCENT, line=0.2)]


def _map(block: AreaMap, setter: Setter, parent: int) -> list[Mark]:
    figure = setter.elements.add("Figure", parent, alt=block.alt)
    land = _laid(tuple(area.rings for area in block.areas))
    x = AREA_WIDTH - land.width
    frame = (x, land.width)
    box = (x, _TOP, land.width, land.height)
    marks: list[Mark] = []
    for area, rings in zip(block.areas, land.rings, strict=True):
        marks += _pattern(rings, figure, x, _TOP, frame, area.hatched, area.tinted)
    for path, colour, line in (
        (land.borders, Colour.HOUR, 0.15),
        (land.coast, Colour.ACCENT, 0.3),
    ):
        marks.append(Shape(figure, x, _TOP, path, stroke=colour, line=line, box=box, frame=frame))
    for place in block.places:
        marks += _place(place, land, setter, figure, frame)
    return marks


def _path(rings: Sequence[Sequence[Point]]) -> str:
    """Rings as closed lines, numbers as short as they can be."""
    parts: list[str] = []
    for ring in rings:
        if len(ring) > 1:
            (x, y), *rest = ring
            parts.append(f"{x:.4g} {y:.4g} m")
            parts += [f"{px:.4g} {py:.4g} l" for px, py in rest]
    return " ".join(parts)


def _outer(areas: Sequence[Sequence[Sequence[Point]]]) -> list[list[Point]]:
    """The stretches of outline that belong to one area alone: the edge of the whole."""
    seen: dict[tuple[Point, Point], int] = {}
    for rings in areas:
        for ring in rings:
            for edge in itertools.pairwise(ring):
                key = (min(edge), max(edge))
                seen[key] = seen.get(key, 0) + 1
    lines: list[list[Point]] = []
    for rings in areas:
        for ring in rings:
            for one, other in itertools.pairwise(ring):
                if seen[min(one, other), max(one, other)] > 1:
                    continue
                if lines and lines[-1][-1] == one:
                    lines[-1].append(other)
                else:
                    lines.append([one, other])
    return lines


def _pattern(
    rings: Sequence[Sequence[Point]],
    element: int,
    x: float,
    y: float,
    frame: tuple[float, float] | None,
    hatched: bool,  # noqa: FBT001
    tinted: bool,  # noqa: FBT001
) -> Iterator[Shape]:
    if tinted:
        yield Shape(element, x, y, _path(rings), fill=Colour.TINT, even_odd=True, frame=frame)
    if hatched and (lines := _hatched(rings)):
        yield Shape(element, x, y, lines, stroke=Colour.ACCENT, line=0.2, frame=frame)


def _hatched(rings: Sequence[Sequence[Point]]) -> str:
    """Lines at 45 degrees inside the rings (even-odd rule), `_HATCH` mm apart."""
    step = _HATCH * 2**0.5
    sums = [px + py for ring in rings for px, py in ring]
    parts: list[str] = []
    at = (int(min(sums) / step) + 0.5) * step
    while at < max(sums):
        cuts = sorted(_cuts(rings, at))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if end - start > 0.05:
                parts.append(shapes.segment(start, at - start, end, at - end))
        at += step
    return " ".join(parts)


def _cuts(rings: Sequence[Sequence[Point]], at: float) -> Iterator[float]:
    """x of where the line x + y = `at` crosses the outlines."""
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            one, other = x1 + y1 - at, x2 + y2 - at
            if (one < 0) != (other < 0):
                yield x1 + (x2 - x1) * one / (one - other)


def _place(
    place: MapPlace,
    land: _Land,
    setter: Setter,
    figure: int,
    frame: tuple[float, float],
) -> list[Mark]:
    """Ring and name; a place with a note has its name beside the land, at the end of a line."""
    x, y = land.at(place.x, place.y)
    ring = shapes.circle(x, y, _RING)

    def drawn(path: str, **how: Colour | float) -> Shape:
        return replace(Shape(figure, frame[0], _TOP, path, frame=frame), **how)  # type: ignore[arg-type]

    marks: list[Mark] = [
        drawn(ring, fill=Colour.WHITE),
        drawn(ring, stroke=Colour.INK, line=0.4),
        drawn(shapes.circle(x, y, 0.4), fill=Colour.INK),
    ]
    width = max(
        setter.breaker.width(place.name, styles.ROW_TITLE),
        setter.breaker.width(place.note, styles.TABLE),
    )
    left, flush = x + _NEAR, "right" if setter.mirrors else "left"
    above = -0.2 if place.note else 1.3
    if place.note:
        outside = _outside(land, y, width, setter)
        if outside is not None and outside + width < x - _RING - 1.0:
            left, flush = outside, "left" if setter.mirrors else "right"
            line = shapes.segment(left + width + 1.0, y, x - _RING, y)
            marks.append(drawn(line, stroke=Colour.INK, line=0.25))
        ground = shapes.rectangle(left - 0.6, y - 4.0, width + 1.2, 9.2)
        marks.append(drawn(ground, fill=Colour.WHITE))
    for text, style, baseline in (
        (place.name, styles.ROW_TITLE, y + above),
        (place.note, styles.TABLE, y + above + 4.4),
    ):
        if text:
            marks += _name(
                text, style, _seen(land, setter) + left, width, baseline, setter, figure, flush
            )
    return marks


def _seen(land: _Land, setter: Setter) -> float:
    """The map's left edge as it is seen, whatever way the page runs."""
    return 0.0 if setter.mirrors else AREA_WIDTH - land.width


def _outside(land: _Land, y: float, width: float, setter: Setter) -> float | None:
    """Where a name to the left of the land begins; over its edge, where the key leaves no room."""
    edges = [at for height in (y - 4.0, y, y + 5.0) for at in _crossings(land, height)]
    if not edges:
        return None
    first = 0.0 if setter.mirrors else _KEY_WIDTH + 2.0
    return max(min(edges) - _BESIDE - width, first - _seen(land, setter))


def _crossings(land: _Land, y: float) -> Iterator[float]:
    """Where the land begins and ends at this height."""
    for rings in land.rings:
        for ring in rings:
            for (x1, y1), (x2, y2) in itertools.pairwise(ring):
                if (y1 < y) != (y2 < y):
                    yield x1 + (x2 - x1) * (y - y1) / (y2 - y1)


def _name(
    text: str,
    style: Type,
    seen: float,
    width: float,
    baseline: float,
    setter: Setter,
    figure: int,
    flush: str,
) -> list[Mark]:
    """A name on the map, which is seen at `seen` mm whatever way the page runs."""
    x = AREA_WIDTH - seen - width if setter.mirrors else seen
    return [*setter.single(text, style, figure, x, _TOP + baseline, width=width, flush=flush)]
