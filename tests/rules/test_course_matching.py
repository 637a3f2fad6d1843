"""Which offers suit whom: a table of cases, and what holds for all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.course_matching import LEVELS, Against, Learner, Offer, Speaks, judged, overlaps

TODAY = date(2026, 11, 20)
NURSE = Learner("nurse", "b1")
LATER = TODAY + timedelta(days=60)


@pytest.mark.parametrize(
    ("offer", "learner", "speaks", "against"),
    [
        (Offer(), NURSE, set(), set()),
        (Offer(frozenset({"nurse"})), NURSE, {Speaks.PROFESSION}, set()),
        (Offer(frozenset({"doctor"})), NURSE, set(), {Against.OTHER_PROFESSION}),
        (Offer(frozenset({"doctor"})), Learner(), set(), {Against.OTHER_PROFESSION}),
        (Offer(german="b2"), NURSE, set(), {Against.TOO_LITTLE_GERMAN}),
        (Offer(german="b1", reaches="b2"), NURSE, {Speaks.NEXT_LEVEL, Speaks.ENOUGH_GERMAN}, set()),
        (Offer(german="a2", reaches="b1"), NURSE, {Speaks.ENOUGH_GERMAN}, {Against.NOTHING_NEW}),
        (Offer(german="a1"), Learner("nurse"), set(), {Against.GERMAN_UNKNOWN}),
        (Offer(reaches="a1"), Learner(german="none"), {Speaks.NEXT_LEVEL}, set()),
        (Offer(first=LATER), NURSE, {Speaks.SOON}, set()),
        (Offer(first=TODAY - timedelta(days=1)), NURSE, set(), {Against.BEGUN}),
        (
            Offer(first=LATER, register_by=TODAY - timedelta(days=1)),
            NURSE,
            {Speaks.SOON},
            {Against.REGISTRATION_OVER},
        ),
        (Offer(first=TODAY - timedelta(days=1), register_by=TODAY), NURSE, set(), set()),
        (Offer(valid_to=TODAY - timedelta(days=1)), NURSE, set(), {Against.ENDED}),
        (Offer(valid_to=TODAY), NURSE, set(), set()),
        (Offer(places=2, taken=2), NURSE, set(), {Against.FULL}),
        (Offer(places=2, taken=1, cents=0), NURSE, {Speaks.FREE}, set()),
        (
            Offer(first=LATER, last=LATER),
            Learner(busy=((LATER, LATER),)),
            {Speaks.SOON},
            {Against.OVERLAPS},
        ),
    ],
)
def test_what_speaks_for_an_offer_and_what_against_it(offer, learner, speaks, against):
    found = judged(offer, learner, TODAY)
    assert (set(found[0]), set(found[1])) == (speaks, against)


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_more_german_never_makes_an_offer_ask_for_more(asks, less, more):
    less, more = sorted((less, more), key=LEVELS.index)
    offer = Offer(german=asks)
    few, many = (judged(offer, Learner(german=level), TODAY)[1] for level in (less, more))
    assert Against.TOO_LITTLE_GERMAN in few or Against.TOO_LITTLE_GERMAN not in many


@given(*[st.dates(date(2027, 1, 1), date(2027, 3, 1))] * 4)
def test_overlapping_is_counted_as_by_days(first, last, other, other_last):
    first, last = sorted((first, last))
    other, other_last = sorted((other, other_last))
    days = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    others = {other + timedelta(days=n) for n in range((other_last - other).days + 1)}
    assert overlaps(first, last, [(other, other_last)]) == bool(days & others)
    assert not overlaps(None, last, [(other, other_last)])
