"""The flat map: kilometres east and north of a fixed point, for painting and nothing else.

Equirectangular projection with standard parallel 53.5° N (J. P. Snyder, Map Projections – A Working
Manual, 1987, p. 90): meridians are parallel lines. Within 0.5° of that parallel, which takes in the
county and its islands, lengths are right to 1.2 %. Distances that are told come from
`app.rules.distance`.
"""

from __future__ import annotations

from math import cos, pi, radians

from app.rules.distance import EARTH_RADIUS_KM, Point

PARALLEL = 53.5
MERIDIAN = 7.4
_NORTH = EARTH_RADIUS_KM * pi / 180
_EAST = _NORTH * cos(radians(PARALLEL))

Flat = tuple[float, float]
"""Kilometres east of 7.4° E and north of 53.5° N."""


def flat(point: Point) -> Flat:
    """Where a point lies on the flat map."""
    return (point[1] - MERIDIAN) * _EAST, (point[0] - PARALLEL) * _NORTH


def degrees(place: Flat) -> Point:
    """Latitude and longitude of a place on the flat map."""
    return PARALLEL + place[1] / _NORTH, MERIDIAN + place[0] / _EAST
