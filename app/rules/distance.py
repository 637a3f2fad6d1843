"""Distance as the crow flies, the only one that can be told without a map of roads."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius of the WGS 84 ellipsoid (IUGG)

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""


def kilometres(here: Point, there: Point) -> float:
    """Great-circle distance in kilometres (haversine formula, R. W. Sinnott 1984)."""
    north_1, east_1, north_2, east_2 = map(radians, (*here, *there))
    part = (
        sin((north_2 - north_1) / 2) ** 2
        + cos(north_1) * cos(north_2) * sin((east_2 - east_1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, part)))
