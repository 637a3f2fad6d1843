"""Distances as the crow flies, against lengths of the ellipsoid's meridian and known places."""

from __future__ import annotations

import pytest

from app.rules.distance import EARTH_RADIUS_KM, Point, kilometres

AURICH, NORDEN = (53.4714, 7.4836), (53.5967, 7.2056)
HALF_ROUND = 20015.1  # pi times the mean radius


@pytest.mark.parametrize(
    ("here", "there", "away"),
    [
        pytest.param(AURICH, AURICH, 0, id="the same place"),
        pytest.param((0, 0), (1, 0), 111.195, id="a degree of latitude"),
        pytest.param((0, 0), (0, 1), 111.195, id="a degree of longitude at the equator"),
        pytest.param((60, 0), (60, 1), 55.597, id="about half of it at 60 degrees"),
        pytest.param((90, 0), (-90, 0), HALF_ROUND, id="from pole to pole"),
        pytest.param((0, 179.5), (0, -179.5), 111.195, id="across the date line"),
        pytest.param(AURICH, NORDEN, 23.1, id="from town to town"),
    ],
)
def test_places_lie_so_many_kilometres_apart(here: Point, there: Point, away: float):
    assert kilometres(here, there) == pytest.approx(away, rel=2e-3)
    assert kilometres(there, here) == kilometres(here, there)


def test_opposite_ends_of_the_earth_are_no_crash():
    """Rounding can carry the sine beyond one, of which there is no arc sine."""
    for tenth in range(-900, 901):
        north = tenth / 10
        away = kilometres((north, 12.3), (-north, 12.3 - 180))
        assert away <= EARTH_RADIUS_KM * 3.1415927
