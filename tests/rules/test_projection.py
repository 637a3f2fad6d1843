"""The flat map against distances on the sphere."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.distance import kilometres
from app.rules.projection import degrees, flat

NORDEN, AURICH, BALTRUM = (53.5955, 7.2062), (53.4696, 7.4824), (53.7284, 7.3714)
NORTH, EAST = st.floats(53.0, 54.0), st.floats(6.4, 8.4)


@pytest.mark.parametrize("pair", [(NORDEN, AURICH), (NORDEN, BALTRUM), (AURICH, BALTRUM)])
def test_lengths_on_the_flat_map_are_right_to_a_few_parts_in_a_thousand(pair):
    (x1, y1), (x2, y2) = map(flat, pair)
    assert hypot(x2 - x1, y2 - y1) == pytest.approx(kilometres(*pair), rel=0.006)


def test_east_is_right_and_north_is_up():
    assert flat(AURICH)[0] > flat(NORDEN)[0]
    assert flat(BALTRUM)[1] > flat(NORDEN)[1]
    assert flat((53.5, 7.4)) == (0, 0)


@given(NORTH, EAST)
def test_degrees_are_the_way_back(north, east):
    assert degrees(flat((north, east))) == pytest.approx((north, east))


@given(NORTH, EAST, NORTH, EAST)
def test_within_half_a_degree_of_the_parallel_nothing_is_off_by_more_than_one_in_eighty(a, b, c, d):
    straight = hypot(
        *(there - here for here, there in zip(flat((a, b)), flat((c, d)), strict=True))
    )
    assert straight == pytest.approx(kilometres((a, b), (c, d)), rel=0.0125, abs=0.01)
