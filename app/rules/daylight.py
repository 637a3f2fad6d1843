"""Sunset of a place, for those who want to see the sea."""

from __future__ import annotations

from calendar import isleap
from datetime import UTC, date, datetime, timedelta
from math import acos, cos, degrees, pi, radians, sin, tan

from app.rules.distance import Point
from app.rules.wall_time import HERE

_ZENITH = radians(90.833)
"""Of the sun's middle when its upper edge is seen to set: refraction and half of its disc."""


def sunset(on: date, place: Point) -> int | None:
    """The minute of the day on the clock at which the sun sets, None where it does not.

    NOAA Global Monitoring Laboratory, "General Solar Position Calculations": within a minute or
    two between the polar circles.
    """
    latitude, longitude = radians(place[0]), place[1]
    of_year = 366 if isleap(on.year) else 365
    year = 2 * pi / of_year * (on.timetuple().tm_yday - 1 + (18 - 12) / 24)
    equation = 229.18 * (
        0.000075
        + 0.001868 * cos(year)
        - 0.032077 * sin(year)
        - 0.014615 * cos(2 * year)
        - 0.040849 * sin(2 * year)
    )
    declination = (
        0.006918
        - 0.399912 * cos(year)
        + 0.070257 * sin(year)
        - 0.006758 * cos(2 * year)
        + 0.000907 * sin(2 * year)
        - 0.002697 * cos(3 * year)
        + 0.00148 * sin(3 * year)
    )
    angle = cos(_ZENITH) / (cos(latitude) * cos(declination)) - tan(latitude) * tan(declination)
    if not -1 <= angle <= 1:
        return None
    minutes = 720 - 4 * (longitude - degrees(acos(angle))) - equation
    moment = datetime(on.year, on.month, on.day, tzinfo=UTC) + timedelta(minutes=minutes)
    shown = moment.astimezone(HERE)
    return shown.hour * 60 + shown.minute if shown.date() == on else None
