"""Who may pay back what and until when; sums; what is asked for twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.refunds import (
    Ask,
    Cost,
    CostKind,
    Fit,
    Need,
    Paper,
    Payer,
    RefundRule,
    Way,
    ask_by,
    claimed_twice,
    possible,
    sums,
    tax_days,
)

TODAY = date(2026, 11, 23)
AGENCY = RefundRule(
    Way.AGENCY, Ask.BEFORE, Need.UNEMPLOYED, frozenset({CostKind.TRAVEL}), (Paper.QUOTES,),
    "§ 44 SGB III", "Gesetz", "G", date(2026, 8, 19),
)  # fmt: skip
EURES = replace(AGENCY, way=Way.EURES, need=Need.FROM_EU, workdays=20, valid_to=date(2027, 2, 28))
TAX = replace(AGENCY, way=Way.TAX, ask=Ask.TAX_RETURN, need=Need.WORK_MOVE)
TRAVEL = Cost(1, CostKind.TRAVEL, "Bahn", 10_000, Payer.FAMILY, incurred_on=date(2027, 1, 18))


@pytest.mark.parametrize(
    ("rule", "incurred", "ordered", "by"),
    [
        pytest.param(AGENCY, date(2027, 1, 18), None, date(2027, 1, 15), id="Friday before"),
        pytest.param(
            AGENCY, date(2027, 1, 18), date(2026, 12, 28), date(2026, 12, 24), id="order counts"
        ),
        pytest.param(EURES, date(2027, 1, 18), None, date(2026, 12, 17), id="20 working days"),
        pytest.param(TAX, date(2026, 9, 1), None, date(2027, 8, 2), id="31 July a Saturday"),
        pytest.param(TAX, date(2027, 9, 1), None, date(2028, 7, 31), id="31 July a Monday"),
        pytest.param(TAX, None, date(2026, 9, 1), None, id="no day of payment"),
        pytest.param(AGENCY, None, None, None, id="no day"),
        pytest.param(
            replace(AGENCY, ask=Ask.AGREED), date(2027, 1, 18), None, None, id="as agreed"
        ),
        pytest.param(AGENCY, date(9999, 1, 1), None, None, id="no calendar"),
    ],
)
def test_until_when_one_asks(rule, incurred, ordered, by):
    assert ask_by(rule, incurred, ordered) == by


def test_who_need_not_hand_in_a_return_has_four_years():
    """§ 169 Abs. 2 Satz 1 Nr. 2 AO."""
    assert tax_days(2026).voluntary == date(2030, 12, 31)


def test_what_is_not_known_is_said_to_be_so_and_what_fits_comes_first():
    needs = {Need.FROM_EU: True, Need.WORK_MOVE: False}
    found = possible((TAX, AGENCY, EURES), [TRAVEL], needs, TODAY)
    assert [(each.rule.way, each.fit) for each in found] == [
        (Way.EURES, Fit.FITS),
        (Way.AGENCY, Fit.UNKNOWN),
        (Way.TAX, Fit.NOT),
    ]


def test_a_day_that_passed_is_told_and_not_hidden():
    early = replace(TRAVEL, id=2, incurred_on=date(2026, 11, 2))
    (only,) = possible((AGENCY,), [early], {}, TODAY)
    assert (only.by, only.late) == (date(2026, 10, 30), True)
    (both,) = possible((AGENCY,), [early, TRAVEL], {}, TODAY)
    assert (both.by, both.late, both.partly_late) == (date(2027, 1, 15), False, True)


def test_a_way_that_is_not_known_to_run_that_long_is_said_to_end():
    (runs,) = possible((EURES,), [TRAVEL], {}, TODAY)
    (ends,) = possible((EURES,), [replace(TRAVEL, incurred_on=date(2027, 3, 1))], {}, TODAY)
    assert (runs.ended, ends.ended) == (False, True)


@pytest.mark.parametrize(
    ("cost", "agency", "tax"),
    [
        pytest.param({}, True, True, id="the family's"),
        pytest.param({"payer": Payer.EMPLOYER}, False, False, id="promised by another"),
        pytest.param({"payer": Payer.EMPLOYER, "refused": True}, True, True, id="refused"),
        pytest.param({"payer": Payer.EMPLOYER, "refunded_cents": 4_000}, False, True, id="a rest"),
        pytest.param({"payer": Payer.AGENCY}, True, False, id="its own"),
        pytest.param({"payer": Payer.AGENCY, "refunded_cents": 10_000}, False, False, id="paid"),
    ],
)
def test_a_way_is_for_what_nobody_else_pays(cost, agency, tax):
    found = {each.rule.way: each for each in possible(
        (AGENCY, TAX), [replace(TRAVEL, **cost)], {}, TODAY
    )}  # fmt: skip
    assert (bool(found[Way.AGENCY].kinds), bool(found[Way.TAX].kinds)) == (agency, tax)


_COSTS = st.lists(
    st.builds(
        Cost,
        id=st.just(1),
        kind=st.sampled_from(CostKind),
        title=st.just("x"),
        cents=st.integers(100, 10**6),
        payer=st.sampled_from(Payer),
        refunded_cents=st.none() | st.integers(0, 100),
        refused=st.booleans(),
    ),
    max_size=12,
)


@given(_COSTS)
def test_what_came_what_is_open_and_what_the_family_bears_is_all(costs):
    found = sums(costs)
    assert found.total == sum(each.cents for each in costs)
    assert found.refunded + found.open + found.own == found.total
    assert found.open <= found.promised <= found.total
    assert found.own >= 0


def asked(number, payer, **changes):
    return replace(TRAVEL, id=number, payer=payer, **changes)


def test_one_cost_for_two_payers_is_told_beyond_its_amount_only():
    both = [asked(1, Payer.EMPLOYER), asked(2, Payer.EURES)]
    assert claimed_twice(both, {}) == {1, 2}
    assert claimed_twice([both[0], replace(both[1], title="Bus")], {}) == set()
    assert claimed_twice([both[0], replace(both[1], refused=True)], {}) == set()
    assert claimed_twice([both[0], replace(both[1], payer=Payer.FAMILY)], {}) == set()


def test_a_quote_may_be_shared_up_to_its_price():
    shared = [asked(1, Payer.EMPLOYER, quote=7), asked(2, Payer.AGENCY, quote=7, cents=5_000)]
    assert claimed_twice(shared, {7: 15_000}) == set()
    assert claimed_twice(shared, {7: 14_999}) == {1, 2}
    assert claimed_twice(shared, {}) == set()
