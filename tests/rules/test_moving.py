"""Quotes of movers judged, the cheapest complete one, moving days, the estimate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.calendar import Day, Precision
from app.rules.moving import (
    Among,
    DayHint,
    Extra,
    Quote,
    QuoteHint,
    QuoteState,
    Wanted,
    cheapest_complete,
    day_hints,
    entered_twice,
    estimated_volume,
    judged,
)
from app.rules.terms import AnchorKind

TODAY = date(2026, 11, 23)
GOOD = Quote(
    1, QuoteState.RECEIVED, 150_000, fixed=True, cubic_metres=30,
    valid_to=date(2026, 12, 31), moving_on=date(2027, 2, 16), includes=frozenset({Extra.PACKING}),
)  # fmt: skip
WANTED = Wanted(30, None, frozenset({Extra.PACKING}))
DATES = {
    AnchorKind.CONTRACT: Day(date(2026, 11, 2)),
    AnchorKind.MOVE_IN: Day(date(2027, 2, 15)),
    AnchorKind.WORK_START: Day(date(2027, 3, 1)),
}


@pytest.mark.parametrize(
    ("change", "hints"),
    [
        pytest.param({}, (), id="nothing"),
        pytest.param({"cents": None}, (QuoteHint.NO_PRICE,), id="no price"),
        pytest.param({"fixed": False}, (QuoteHint.ESTIMATE,), id="estimate"),
        pytest.param({"fixed": None}, (QuoteHint.FIXED_UNKNOWN,), id="nobody said"),
        pytest.param({"valid_to": date(2026, 11, 22)}, (QuoteHint.EXPIRED,), id="expired"),
        pytest.param({"valid_to": TODAY}, (), id="last day"),
        pytest.param(
            {"valid_to": date(2026, 11, 22), "state": QuoteState.CHOSEN}, (), id="chosen in time"
        ),
        pytest.param({"moving_on": None}, (QuoteHint.NO_DAY,), id="no day"),
        pytest.param({"cubic_metres": 36}, (QuoteHint.OTHER_VOLUME,), id="more goods"),
        pytest.param({"cents": None, "state": QuoteState.DECLINED}, (), id="declined"),
    ],
)
def test_what_is_to_be_looked_at(change, hints):
    assert judged(replace(GOOD, **change), WANTED, DATES, TODAY).hints == hints


@pytest.mark.parametrize(
    ("goods", "insured", "too_low"),
    [
        (1_860_000, None, False),
        (1_860_001, None, True),
        (2_000_000, 2_000_000, False),
        (2_000_000, 100_000, True),
        (None, None, False),
    ],
)
def test_the_carrier_is_liable_up_to_620_euro_a_cubic_metre(goods, insured, too_low):
    """§ 451e HGB."""
    found = judged(replace(GOOD, insured_cents=insured), Wanted(30, goods), DATES, TODAY)
    assert (QuoteHint.LIABILITY_TOO_LOW in found.hints) is too_low


def test_without_a_volume_neither_price_a_cubic_metre_nor_liability_is_guessed():
    found = judged(replace(GOOD, cubic_metres=None), Wanted(None, 9_000_000), DATES, TODAY)
    assert (found.per_cubic_metre, found.covered_cents) == (None, None)
    assert QuoteHint.LIABILITY_TOO_LOW not in found.hints


@pytest.mark.parametrize(
    ("on", "hints"),
    [
        (date(2027, 2, 16), ()),
        (date(2027, 2, 12), (DayHint.BEFORE_TENANCY,)),
        (date(2026, 10, 30), (DayHint.BEFORE_CONTRACT, DayHint.BEFORE_TENANCY)),
        (date(2027, 2, 21), (DayHint.SUNDAY,)),
        (date(2027, 3, 2), (DayHint.AFTER_WORK_START,)),
        (date(2027, 3, 26), (DayHint.AFTER_WORK_START, DayHint.HOLIDAY)),
        (None, ()),
    ],
)
def test_a_moving_day_is_held_against_the_dates_of_the_case(on, hints):
    assert day_hints(on, DATES) == hints


def test_a_date_known_by_its_month_speaks_only_where_every_day_of_it_would():
    month = {AnchorKind.MOVE_IN: Day(date(2027, 2, 1), Precision.MONTH)}
    assert day_hints(date(2027, 2, 3), month) == ()
    assert day_hints(date(2027, 1, 29), month) == (DayHint.BEFORE_TENANCY,)


def cheapest(*quotes):
    return cheapest_complete([(each, judged(each, WANTED, DATES, TODAY)) for each in quotes])


def test_the_cheapest_lacks_nothing_is_valid_and_was_not_declined():
    lacking = replace(GOOD, id=2, cents=50_000, includes=frozenset())
    expired = replace(GOOD, id=3, cents=60_000, valid_to=date(2026, 11, 1))
    declined = replace(GOOD, id=4, cents=70_000, state=QuoteState.DECLINED)
    loose = replace(GOOD, id=5, fixed=False)
    assert cheapest(loose, lacking, expired, GOOD) == (1, Among.ALL)
    assert cheapest(loose, lacking, expired, declined, GOOD) == (1, Among.OPEN)
    assert cheapest(GOOD, declined) is None  # one alone is left, and dearer
    assert cheapest(lacking, expired, declined) is None


def test_once_one_is_chosen_the_cheapest_is_said_of_all_that_were_complete():
    chosen = replace(GOOD, state=QuoteState.CHOSEN)
    declined = replace(GOOD, id=2, cents=140_000, state=QuoteState.DECLINED)
    dear = replace(declined, id=3, cents=160_000)
    assert cheapest(chosen, declined, dear) == (2, Among.ALL)
    assert cheapest(chosen, dear) == (1, Among.ALL)


def test_two_quotes_of_one_mover_price_and_day_are_there_twice():
    one, other = replace(GOOD, mover="moewe"), replace(GOOD, id=2, mover="moewe")
    assert entered_twice([one, other]) == {1, 2}
    for change in (
        {"mover": "kutter"}, {"cents": 1}, {"moving_on": None}, {"state": QuoteState.DECLINED},
    ):  # fmt: skip
        assert entered_twice([one, replace(other, **change)]) == set()
    assert entered_twice([GOOD, replace(GOOD, id=2)]) == set()  # of whom nobody said
    assert QuoteHint.TWICE in judged(one, WANTED, DATES, TODAY, twice=True).hints


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=8))
def test_no_complete_quote_is_cheaper_than_the_one_marked(prices):
    quotes = [replace(GOOD, id=number, cents=cents) for number, cents in enumerate(prices)]
    found, _ = cheapest(*quotes)
    assert prices[found] == min(prices)


def test_the_estimate_grows_with_rooms_and_people():
    assert estimated_volume(3, 4) == 50
