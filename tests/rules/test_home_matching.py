"""Homes against wishes: each criterion said, unknown as unknown, in an order that can be read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.home_matching import (
    CURRENT_DAYS,
    Address,
    Criterion,
    Offer,
    RentPart,
    Verdict,
    WayThere,
    Wish,
    judged,
    order,
    same_home,
    same_page,
    warm,
)

TODAY = date(2026, 11, 23)
FITS, FAILS, UNKNOWN = Verdict.FITS, Verdict.FAILS, Verdict.UNKNOWN


def offer(**changes):
    return Offer(1, entered_on=TODAY)._replace(**changes)


def verdict(criterion, wish, home, **more):
    points = {each.criterion: each for each in judged(wish, home, TODAY, **more)}
    return points[criterion].verdict if criterion in points else None


NEXT_WEEK, IN_MARCH = TODAY + timedelta(7), date(2027, 3, 1)


@pytest.mark.parametrize(
    ("criterion", "wish", "home", "expected"),
    [
        (Criterion.ROOMS, Wish(half_rooms=6), {"half_rooms": 6}, FITS),
        (Criterion.ROOMS, Wish(half_rooms=6), {"half_rooms": 5}, FAILS),
        (Criterion.ROOMS, Wish(half_rooms=6), {}, UNKNOWN),
        (Criterion.ROOMS, Wish(), {"half_rooms": 2}, None),
        (Criterion.AREA, Wish(square_metres=70), {"square_metres": 69}, FAILS),
        (Criterion.PRICE, Wish(price_cents=300), {"tenure": "buy", "price_cents": 299}, FITS),
        (Criterion.PRICE, Wish(price_cents=300), {"tenure": "buy"}, UNKNOWN),
        (Criterion.PRICE, Wish(price_cents=300), {"cold_cents": 900}, None),
        (Criterion.RENT, Wish(rent_cents=300), {"tenure": "buy", "price_cents": 900}, None),
        (Criterion.PLACE, Wish(municipalities=frozenset("a")), {"municipality": "a"}, FITS),
        (Criterion.PLACE, Wish(municipalities=frozenset("a")), {"municipality": "b"}, FAILS),
        (Criterion.PLACE, Wish(municipalities=frozenset("a")), {}, UNKNOWN),
        (Criterion.KIND, Wish(kinds=frozenset({"house"})), {}, FAILS),
        (Criterion.TENURE, Wish(tenures=frozenset({"rent"})), {}, FITS),
        (Criterion.FROM, Wish(wanted_from=TODAY), {}, UNKNOWN),
        (Criterion.FROM, Wish(wanted_from=TODAY), {"free_from": TODAY}, FITS),
        (Criterion.FROM, Wish(wanted_from=TODAY), {"free_from": NEXT_WEEK}, UNKNOWN),
        (Criterion.FROM, Wish(latest_from=TODAY), {"free_from": NEXT_WEEK}, FAILS),
        (Criterion.FROM, Wish(latest_from=IN_MARCH), {"free_from": NEXT_WEEK}, FITS),
        (Criterion.UNTIL, Wish(), {}, None),
        (Criterion.UNTIL, Wish(wanted_from=IN_MARCH), {"free_until": NEXT_WEEK}, FAILS),
        (Criterion.UNTIL, Wish(), {"free_until": IN_MARCH}, UNKNOWN),
        (Criterion.UNTIL, Wish(), {"free_until": TODAY - timedelta(1)}, FAILS),
        (Criterion.UNTIL, Wish(kinds=frozenset({"temporary"})), {"free_until": IN_MARCH}, FITS),
        (Criterion.ACCESSIBLE, Wish(accessible=True), {"accessible": False}, FAILS),
        (Criterion.ACCESSIBLE, Wish(accessible=True), {}, UNKNOWN),
        (Criterion.PETS, Wish(pets=True), {"pets": "yes"}, FITS),
        (Criterion.PETS, Wish(pets=True), {"pets": "no"}, FAILS),
        (Criterion.PETS, Wish(pets=True), {"pets": "ask"}, UNKNOWN),
        (Criterion.FURNISHED, Wish(furnished=False), {"furnished": True}, FAILS),
        (Criterion.FURNISHED, Wish(furnished=False), {"furnished": False}, FITS),
        (Criterion.ENTITLED, Wish(low_income=True), {"entitled_only": True}, FITS),
        (Criterion.ENTITLED, Wish(low_income=False), {"entitled_only": True}, FAILS),
        (Criterion.ENTITLED, Wish(), {"entitled_only": True}, UNKNOWN),
        (Criterion.ENTITLED, Wish(), {}, None),
        (Criterion.STAND, Wish(), {"valid_to": TODAY - timedelta(1)}, FAILS),
        (Criterion.STAND, Wish(), {"valid_to": TODAY}, FITS),
        (Criterion.STAND, Wish(), {"entered_on": TODAY - timedelta(CURRENT_DAYS)}, FITS),
        (Criterion.STAND, Wish(), {"entered_on": TODAY - timedelta(CURRENT_DAYS + 1)}, UNKNOWN),
    ],
)
def test_a_criterion_is_judged_only_by_what_is_known(criterion, wish, home, expected):
    assert verdict(criterion, wish, offer(**home)) is expected


@pytest.mark.parametrize(
    ("parts", "limit", "expected", "missing"),
    [
        ((800, 100, 50), 950, FITS, ()),
        ((800, 100, 51), 950, FAILS, ()),
        ((800, 100, None), 950, UNKNOWN, (RentPart.HEATING,)),
        ((800, 200, None), 950, FAILS, (RentPart.HEATING,)),
        ((800, None, None), 950, UNKNOWN, (RentPart.EXTRA, RentPart.HEATING)),
        ((None, 100, 50), 950, UNKNOWN, (RentPart.COLD,)),
    ],
)
def test_the_warm_rent_names_what_is_missing(parts, limit, expected, missing):
    cold, extra, heating = parts
    home = offer(cold_cents=cold, extra_cents=extra, heating_cents=heating)
    (point,) = (
        p for p in judged(Wish(rent_cents=limit), home, TODAY) if p.criterion.value == "rent"
    )
    assert (point.verdict, point.missing, point.wants) == (expected, missing, limit)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (WayThere(20), FITS),
        (WayThere(31, estimated=True), FAILS),
        (WayThere(ferry=True), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_the_way_to_work_is_told_with_its_ferry(way, expected):
    points = judged(Wish(minutes_to_work=30), offer(), TODAY, way)
    (point,) = (each for each in points if each.criterion is Criterion.WORK)
    assert (point.verdict, point.way) == (expected, way or WayThere())


def test_a_home_another_family_has_is_taken():
    assert verdict(Criterion.TAKEN, Wish(), offer(), taken=True) is FAILS
    assert verdict(Criterion.TAKEN, Wish(), offer()) is None


cents = st.none() | st.integers(1, 200_000)


@given(cents, cents, cents, st.integers(1, 400_000))
def test_knowing_more_of_the_rent_never_turns_a_fail_into_a_fit(cold, extra, heating, limit):
    wish = Wish(rent_cents=limit)
    home = offer(cold_cents=cold, extra_cents=extra, heating_cents=heating)
    before = verdict(Criterion.RENT, wish, home)
    more = home._replace(cold_cents=cold or 1, extra_cents=extra or 0, heating_cents=heating or 0)
    after = verdict(Criterion.RENT, wish, more)
    assert after is not UNKNOWN
    assert before in (UNKNOWN, after)


def test_the_order_is_by_fails_then_unknown_then_rent():
    wish = Wish(half_rooms=6, rent_cents=1000)
    homes = {
        "dear": offer(half_rooms=6, cold_cents=900, extra_cents=0, heating_cents=0),
        "cheap": offer(half_rooms=6, cold_cents=500, extra_cents=0, heating_cents=0),
        "unknown": offer(cold_cents=100, extra_cents=0, heating_cents=0),
        "small": offer(half_rooms=4, cold_cents=50, extra_cents=0, heating_cents=0),
    }
    ranks = {name: order(judged(wish, home, TODAY), warm(home)[0]) for name, home in homes.items()}
    assert sorted(ranks, key=ranks.__getitem__) == ["cheap", "dear", "unknown", "small"]


HOME = Address("Deichstraße 4", "26506", "Norden", 6, 80_000, "https://www.example.org/a/")


@pytest.mark.parametrize(
    ("other", "home", "page"),
    [
        (Address("Deichstr. 4", "", "norden", 6, 82_000), True, False),
        (Address("Deichstraße 4", "", "Norden", None, None), True, False),
        (Address("Deichstraße 4", "", "Norden", 4, 80_000), False, False),
        (Address("Deichstraße 4", "", "Norden", 6, 95_000), False, False),
        (Address("Deichstraße 4", "", "Aurich", 6, 80_000), False, False),
        (Address("", "", "Norden", 6, 80_000), False, False),
        (Address(website="http://example.org/a"), False, True),
        (Address(website="http://example.org/b"), False, False),
    ],
)
def test_an_offer_may_be_one_that_is_there(other, home, page):
    assert same_home(HOME, other) is home
    assert same_page(HOME, other) is page


def test_two_without_a_street_are_alike_only_where_all_else_is_known_and_equal():
    bare = Address("", "", "Norden", 6, 80_000)
    assert same_home(bare, bare)
    assert not same_home(bare, Address("", "", "Norden", 6, None))
    assert not same_home(Address(), Address())
