"""Makes `resources/places/county_map.csv`: `python -m tests.county_map_maker SOURCES COUNTRIES`.

SOURCES is the folder of the polygons and places, COUNTRIES the file `countries-10m.json` of npm
package world-atlas 2.0.2. What they are and under which licence stands in the LICENSE.md beside
the map. The shapes of municipalities and counties are taken over point by point.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

Place = tuple[float, float]
"""Longitude and latitude, as the sources have them."""
Rings = list[list[Place]]

OUT = Path(__file__).parent.parent / "resources" / "places" / "county_map.csv"
COLUMNS = ("key", "name", "kind", "level", "island", "label", "town", "rings")
SQUARE = cos(radians(53.5))
LAND = 4  # of the field GF: 2 is water, which is the ground of the map
NORTH_OF = 52.95  # what lies south of it is never in the picture
ISLANDS = {
    *("Baltrum", "Juist", "Norderney", "Nordseeinsel Memmert", "Borkum", "Langeoog"),
    *("Spiekeroog", "Insel Lütje Hörn"),
}
SHOWN = (6.5, 53.02, 8.35, 53.9)  # where names stand: west, south, east, north
SHORT = {
    "Nordseeinsel Memmert": "Memmert",
    "Insel Lütje Hörn": "Lütje Hörn",
    "Leer (Ostfriesland)": "Leer",
    "Oldenburg (Oldb)": "Oldenburg",
}
OWN_COUNTIES = {"03452", "03402", "03457", "03462"}  # drawn by their municipalities
# The rough outlines of the two countries show only where no exact shape is: west of the border,
# in the gap along it, and east of the Weser. West, south, east, north.
COUNTRIES = (
    ("NL", "Niederlande", "528", ((5.6, 52.8, 7.4, 53.75),)),
    ("DE", "Deutschland", "276", ((7.0, 52.8, 7.3, 53.225), (8.47, 52.8, 9.2, 53.95))),
)


def main() -> int:
    sources, countries = map(Path, sys.argv[1:3])
    towns = {
        each["name"]: (each["longitude"], each["latitude"])
        for each in json.loads((sources / "places_weser_ems_cities500.json").read_bytes())
    }
    rows = country_rows(countries)
    for name, level in (
        ("kreise_weser_ems", "county"),
        ("gemeinden_emden_leer_wittmund", "neighbour"),
        ("gemeinden_landkreis_aurich_03452", "municipality"),
    ):
        found = json.loads((sources / f"{name}.geojson").read_bytes())["features"]
        for feature in sorted(found, key=lambda each: each["properties"]["AGS"]):
            about = feature["properties"]
            rings = rings_of(feature["geometry"])
            far = max(lat for ring in rings for _, lat in ring) < NORTH_OF
            if about["GF"] == LAND and not far and about["AGS"] not in OWN_COUNTIES:
                town = None if level == "county" else towns.get(about["GEN"])
                if town and not any(contains(ring, town) for ring in rings):
                    town = None  # another place of the same name
                rows.append(row(about["AGS"], about["GEN"], about["BEZ"], level, rings, town))
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    OUT.write_text(text.getvalue(), encoding="utf-8")
    return 0


def row(
    key: str, name: str, kind: str, level: str, rings: Rings, town: Place | None
) -> dict[str, str]:
    """A line of the file; degrees with five places, which is a metre."""
    return {
        "key": key,
        "name": SHORT.get(name, name),
        "kind": kind,
        "level": level,
        "island": "yes" if name in ISLANDS else "",
        "label": degrees(most_inside([clipped(ring, SHOWN) for ring in rings], rings)),
        "town": degrees(town) if town else "",
        "rings": ";".join(map(steps, rings)),
    }


def degrees(place: Place) -> str:
    return f"{place[1]:.5f} {place[0]:.5f}"


def steps(ring: list[Place]) -> str:
    """First point and then differences, longitude before latitude, in 0.00001 degrees."""
    whole = [(round(east * 100_000), round(north * 100_000)) for east, north in ring]
    east, north = whole[0]
    said = [f"{east} {north}"]
    for other in whole[1:]:
        if other != (east, north):
            said.append(f"{other[0] - east} {other[1] - north}")
            east, north = other
    return " ".join(said)


def rings_of(geometry: dict[str, Any]) -> Rings:
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    return [[(east, north) for east, north in ring] for part in parts for ring in part]


def most_inside(rings: Rings, otherwise: Rings) -> Place:
    """The point of the largest part that lies farthest from its edge: where a name fits best.
    A grid over it, made finer around the best point."""
    ring = max([ring for ring in rings if ring] or otherwise, key=lambda each: abs(area(each)))
    wests, norths = [east for east, _ in ring], [north for _, north in ring]
    low, high = (min(wests), min(norths)), (max(wests), max(norths))
    best = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    for _ in range(4):
        grid = [
            (low[0] + (high[0] - low[0]) * at / 16, low[1] + (high[1] - low[1]) * up / 16)
            for at in range(17)
            for up in range(17)
        ]
        inside = [place for place in grid if contains(ring, place)] or [best]
        best = max(inside, key=lambda place: to_edge(ring, place))
        wide, tall = (high[0] - low[0]) / 8, (high[1] - low[1]) / 8
        low, high = (best[0] - wide, best[1] - tall), (best[0] + wide, best[1] + tall)
    return best


def area(ring: list[Place]) -> float:
    ends = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in ends) / 2


def contains(ring: list[Place], place: Place) -> bool:
    """Whether a place lies in a ring."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > place[1]) != (y2 > place[1]):
            inside ^= place[0] < (x2 - x1) * (place[1] - y1) / (y2 - y1) + x1
    return inside


def to_edge(ring: list[Place], place: Place) -> float:
    """Degrees of latitude to the nearest side. Names are wide: a step east counts a third."""

    def flat(point: Place) -> Place:
        return (point[0] - place[0]) * SQUARE / 3, point[1] - place[1]

    nearest = float("inf")
    for (x1, y1), (x2, y2) in zip(map(flat, ring), map(flat, [*ring[1:], ring[0]]), strict=True):
        dx, dy = x2 - x1, y2 - y1
        long = dx * dx + dy * dy
        at = 0.0 if not long else max(0.0, min(1.0, -(x1 * dx + y1 * dy) / long))
        nearest = min(nearest, hypot(x1 + at * dx, y1 + at * dy))
    return nearest


def country_rows(file: Path) -> list[dict[str, str]]:
    """The countries of an atlas (TopoJSON), as far as they are shown."""
    atlas = json.loads(file.read_bytes())
    arcs = [decoded(arc, atlas["transform"]) for arc in atlas["arcs"]]
    found = {each.get("id"): each for each in atlas["objects"]["countries"]["geometries"]}
    rows = []
    for key, name, number, boxes in COUNTRIES:
        geometry = found[number]
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        whole = [joined(ring, arcs) for part in parts for ring in part]
        rings = [cut for box in boxes for ring in whole if len(cut := clipped(ring, box)) > 2]
        rows.append(row(key, name, "Land", "country", rings, None))
    return rows


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Place]:
    x = y = 0
    places = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        places.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return places


def joined(numbers: list[int], arcs: list[list[Place]]) -> list[Place]:
    ring: list[Place] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def clipped(ring: list[Place], box: tuple[float, float, float, float]) -> list[Place]:
    """What of a ring lies in a box (I. Sutherland, G. Hodgman 1974)."""
    west, south, east, north = box
    for axis, limit, keep in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = _cut(
            ring, axis, limit, lambda place, a=axis, b=limit, k=keep: k * (place[a] - b) >= 0
        )
    return ring


def _cut(
    ring: list[Place], axis: int, limit: float, is_inside: Callable[[Place], bool]
) -> list[Place]:
    kept: list[Place] = []
    for here, there in zip(ring, [*ring[1:], ring[0]] if ring else [], strict=True):
        if is_inside(here):
            kept.append(here)
        if is_inside(here) != is_inside(there):
            at = (limit - here[axis]) / (there[axis] - here[axis])
            kept.append((here[0] + at * (there[0] - here[0]), here[1] + at * (there[1] - here[1])))
    return kept


if __name__ == "__main__":
    sys.exit(main())
