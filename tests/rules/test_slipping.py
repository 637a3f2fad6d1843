"""What slips in an induction, by cases; and whose steps make one up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.induction import asked, belongs, disagree, week_of
from app.rules.slipping import Observed, Outcome, Slip, days_late, has_slipped, is_told, slips
from app.rules.terms import AnchorKind, Role, StepState

DUE = date(2026, 10, 1)
TODAY = date(2026, 11, 23)
OPEN = Observed("m_tag1", 1, DUE, StepState.OPEN)
DONE = replace(OPEN, state=StepState.DONE, done_on=DUE)


@pytest.mark.parametrize(
    ("seen", "told", "slipped", "days"),
    [
        (DONE, True, False, 0),
        (replace(DONE, done_on=DUE + timedelta(4)), True, True, 4),
        (replace(DONE, done_on=DUE - timedelta(4)), True, False, 0),
        (replace(DONE, outcomes=frozenset({Outcome.DONE})), True, False, 0),
        (replace(DONE, outcomes=frozenset({Outcome.DONE, Outcome.MISSED})), True, True, 0),
        (replace(DONE, outcomes=frozenset({Outcome.PARTLY})), True, True, 0),
        (OPEN, True, True, 53),
        (replace(OPEN, is_over=True), False, False, 0),
        (replace(OPEN, due=TODAY), False, False, 0),
        (replace(OPEN, due=None), False, False, 0),
        (replace(OPEN, due=TODAY, outcomes=frozenset({Outcome.MISSED})), True, True, 0),
        (replace(OPEN, state=StepState.NOT_NEEDED), False, True, 53),
        (replace(DONE, due=None, done_on=None), True, False, 0),
    ],
)
def test_a_step_slips_that_is_late_or_not_wholly_done_in_somebodys_words(seen, told, slipped, days):
    assert is_told(seen, TODAY) is told
    assert has_slipped(seen, TODAY) is slipped
    assert days_late(seen, TODAY) == days


def test_what_slips_most_comes_first_and_the_median_is_of_late_cases():
    late = [
        replace(DONE, case=case, done_on=DUE + timedelta(days))
        for case, days in ((1, 0), (2, 2), (3, 10))
    ]
    missed = Observed("m_it", 1, DUE, StepState.DONE, DUE, frozenset({Outcome.MISSED}))
    in_time = replace(DONE, template="m_woche1")
    assert slips([in_time, missed, *late], TODAY) == (
        Slip("m_tag1", 3, 2, 6.0),
        Slip("m_it", 1, 1, None),
        Slip("m_woche1", 1, 0, None),
    )


def test_of_several_steps_of_a_case_the_worst_counts_once():
    both = [DONE, replace(DONE, done_on=DUE + timedelta(3))]
    assert slips(both, TODAY) == (Slip("m_tag1", 1, 1, 3.0),)


@given(
    st.lists(
        st.builds(
            Observed,
            st.sampled_from("ab"),
            st.integers(1, 4),
            st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
            st.sampled_from(StepState),
            st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
            st.frozensets(st.sampled_from(Outcome)),
            st.booleans(),
        )
    )
)
def test_no_more_slips_than_cases(observed):
    for slip in slips(observed, TODAY):
        assert 0 <= slip.slipped <= slip.cases <= 4
        assert 0.0 <= slip.share <= 1.0
        assert slip.median_days is None or slip.median_days > 0


@pytest.mark.parametrize(
    ("roles", "anchor", "own", "part"),
    [
        ((Role.WARD,), AnchorKind.WORK_START, False, True),
        ((Role.SERVICE_POINT,), AnchorKind.WORK_START, False, False),
        ((Role.IT, Role.SERVICE_POINT), AnchorKind.WORK_START, False, True),
        ((Role.EMPLOYER,), AnchorKind.CONTRACT, False, False),
        ((Role.WARD,), None, True, True),
        ((Role.PERSON,), None, True, False),
    ],
)
def test_the_employers_steps_around_the_first_day_are_the_induction(roles, anchor, own, part):
    assert belongs(roles, anchor, own=own) is part


def test_newcomer_and_those_who_act_are_asked():
    assert asked((Role.MENTOR, Role.WARD, Role.SERVICE_POINT)) == (
        Role.PERSON,
        Role.WARD,
        Role.MENTOR,
    )


@pytest.mark.parametrize(
    ("said", "differ"),
    [
        ({}, False),
        ({Role.WARD: Outcome.DONE}, False),
        ({Role.WARD: Outcome.DONE, Role.MENTOR: Outcome.MISSED}, False),
        ({Role.WARD: Outcome.DONE, Role.PERSON: Outcome.DONE}, False),
        ({Role.WARD: Outcome.DONE, Role.PERSON: Outcome.MISSED}, True),
        ({Role.WARD: Outcome.DONE, Role.MENTOR: Outcome.PARTLY, Role.PERSON: Outcome.DONE}, True),
    ],
)
def test_newcomer_and_employer_may_differ(said, differ):
    assert disagree(said) is differ


@pytest.mark.parametrize(("days", "week"), [(-8, -2), (-1, -1), (0, 0), (6, 0), (7, 1)])
def test_weeks_count_from_the_first_day(days, week):
    assert week_of(DUE + timedelta(days), DUE) == week
