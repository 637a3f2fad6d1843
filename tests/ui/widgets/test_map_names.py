"""Names on the map: none covers another, none jumps, the towns are always there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from app.content.county_map import Level, county_map
from tests.ui.conftest import RESOURCES
from ui.widgets.map_ground import Ground
from ui.widgets.map_names import Name

SCALES = [3, 6.5, 9, 13.5, 25, 60, 200]


@pytest.fixture
def ground(dressed) -> Ground:
    return Ground(county_map(RESOURCES))


def rect(name: Name, scale: float) -> QRectF:
    left, top = name.middle[0] * scale - name.wide / 2, -name.middle[1] * scale - name.high / 2
    return QRectF(left, top, name.wide, name.high)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scale", SCALES)
def test_no_name_covers_another(ground, looks, scale, percent):
    looks(percent=percent)
    found = [rect(name, scale) for name in ground.names(scale)]
    for at, one in enumerate(found):
        assert not any(one.intersects(other) for other in found[at + 1 :])


@pytest.mark.parametrize("scale", SCALES[1:])
def test_the_islands_of_the_county_and_its_towns_are_named_at_every_scale(ground, scale):
    named = {name.area.name for name in ground.names(scale)}
    assert {"Norden", "Aurich", "Emden", "Norderney", "Juist", "Baltrum"} <= named


def test_nearer_every_municipality_has_its_name_and_farther_only_what_has_room(ground):
    own = {area.name for area in county_map(RESOURCES).own()}
    shown = [{name.area.name for name in ground.names(scale)} & own for scale in (3, 9, 18, 60)]
    assert shown[-1] == own
    assert len(shown[0]) < len(shown[1]) < len(shown[2]) <= len(shown[3])


def test_an_islands_name_stands_in_the_sea_beside_it(ground):
    (juist,) = [name for name in ground.names(9) if name.area.name == "Juist"]
    norths = [y for ring in juist.area.rings for _, y in ring]
    assert juist.middle[1] > max(norths)


def test_germany_has_no_name_on_a_map_of_a_german_county(ground):
    for scale in SCALES:
        assert all(name.area.level is not Level.COUNTRY or name.area.key == "NL"
                   for name in ground.names(scale))  # fmt: skip
