"""What an offer costs in a year and who bears it, against sums worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.care_cost import (
    SHARING,
    CostPer,
    CostUnknown,
    Price,
    divided,
    whole,
    year_cost,
)
from app.rules.care_offer import Bearer
from app.rules.wall_time import Days

DAYS = Days(date(2027, 1, 11), 28)  # four weeks without a public holiday
EARLY = "Mo-Fr 05:30-07:30"
FOUR = (
    (Bearer.OPERATOR, 10),
    (Bearer.PUBLIC, 45),
    (Bearer.EMPLOYER, 30),
    (Bearer.FAMILY, 15),
)


def cost(price, *, hours=EARLY, places=None, helped=10, freed=4 * 1200):
    return year_cost(price, hours, places, DAYS, helped, freed)


def test_an_hour_of_opening_by_hand():
    """10 h a week are 520 a year; 45,50 € each make 23.660 €: 2.366 € for each of ten households,
    and 22,75 € for each of the 20 hours a week (1.040 a year) that are closed."""
    found = cost(Price(4550, CostPer.HOUR, Bearer.OPEN, FOUR))
    assert found.open_hours == 520
    assert found.total == 2_366_000
    assert found.by == (
        (Bearer.OPERATOR, 236_600),
        (Bearer.PUBLIC, 1_064_700),
        (Bearer.EMPLOYER, 709_800),
        (Bearer.FAMILY, 354_900),
    )
    assert (found.a_household, found.an_hour) == (236_600, 2_275)
    assert found.unknown == ()


def test_a_place_and_month_by_hand():
    """8 places at 320 € are 30.720 € a year, all of it the employer's."""
    found = cost(Price(32_000, CostPer.PLACE_MONTH, Bearer.EMPLOYER), places=8)
    assert found.total == 3_072_000
    assert found.by == ((Bearer.EMPLOYER, 3_072_000),)
    assert found.an_hour == round(Fraction(3_072_000, 1040))


@pytest.mark.parametrize(
    ("price", "places", "unknown"),
    [
        (Price(None, CostPer.HOUR, Bearer.PUBLIC), None, (CostUnknown.AMOUNT,)),
        (Price(100, CostPer.PLACE_MONTH, Bearer.PUBLIC), None, (CostUnknown.PLACES,)),
        (Price(100, CostPer.HOUR, Bearer.OPEN), None, (CostUnknown.BEARER,)),
    ],
)
def test_what_is_not_known_is_said(price, places, unknown):
    found = cost(price, places=places)
    assert found.unknown == unknown
    assert (found.total is None) == (unknown != (CostUnknown.BEARER,))


@pytest.mark.parametrize("price", [Price(4550, CostPer.HOUR, Bearer.OPEN, FOUR)])
def test_hidden_households_cannot_be_recomputed_from_the_cost(price):
    """The sum is the same whoever stands behind it, and nothing that divides by them is told."""
    few = cost(price, helped=None, freed=None)
    assert (few.a_household, few.an_hour) == (None, None)
    assert few.unknown == (CostUnknown.HOUSEHOLDS, CostUnknown.HOURS)
    assert (few.total, few.by) == (cost(price, helped=0, freed=0).total, cost(price).by)
    hours_hidden = cost(price, helped=6, freed=None)
    assert hours_hidden.a_household is not None
    assert hours_hidden.an_hour is None


def test_nobody_helped_is_said():
    found = cost(Price(100, CostPer.HOUR, Bearer.PUBLIC), helped=0, freed=0)
    assert found.unknown == (CostUnknown.NOTHING_CLOSED,)


@given(
    st.integers(0, 10**9),
    st.lists(st.integers(0, 100), min_size=3, max_size=3),
)
def test_parts_are_the_sum_and_near_their_share(total, cuts):
    first, second, third = sorted(cuts)
    percents = (first, second - first, third - second, 100 - third)
    shares = tuple(zip(SHARING, percents, strict=True))
    assert whole(dict(shares))
    parts = divided(total, shares)
    assert sum(cents for _, cents in parts) == total
    assert all(
        abs(cents - Fraction(total * percent, 100)) < 1
        for (_, cents), percent in zip(parts, percents, strict=True)
    )


def test_shares_that_do_not_make_a_whole():
    assert not whole({Bearer.PUBLIC: 60, Bearer.FAMILY: 30})
    assert whole({})
