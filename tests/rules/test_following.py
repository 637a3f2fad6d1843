"""Recommended dates behind what they depend on; dates of the law where they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.calendar import Day, Precision, Shift
from app.rules.evaluating import Evaluator
from app.rules.following import Following, is_movable
from app.rules.planning import Scope, StepRule, plan
from app.rules.schedule import parse_offset
from app.rules.terms import AnchorKind, Answer, DateKind, Role, Track
from tests.rules.makers import TODAY, make_household, make_member

MONDAY = date(2027, 3, 1)


def make_rule(
    template: str,
    offset: str = "P1W",
    kind: DateKind = DateKind.ADVICE,
    *depends_on: str,
    shift: Shift = Shift.NONE,
    scope: Scope = Scope.ONCE,
    anchor: AnchorKind = AnchorKind.WORK_START,
) -> StepRule:
    return StepRule(
        template, Track.RELOCATION, anchor, parse_offset(offset), offset, kind,
        (Role.PERSON,), scope=scope, shift=shift, depends_on=depends_on,
    )  # fmt: skip


def days_of(*rules: StepRule, settled=None, left_out=(), household=None) -> dict:
    """The date of each step and what it was moved behind, first day at work a Monday; asserts
    that the fast evaluation says the same."""
    anchors = {AnchorKind.WORK_START: Day(MONDAY), AnchorKind.ENTRY: Day(date(2027, 4, 1), "month")}
    home = household or make_household()
    planned = plan(rules, home, anchors, TODAY, settled=settled, left_out=left_out)
    fast = Evaluator(rules).wanted(home, anchors, TODAY, settled=settled, left_out=left_out)
    assert {(rules[place].template, who): due for place, who, _, due in fast} == {
        (each.template, each.member): each.due
        for each in planned
        if each.verdict.answer is not Answer.NO
    }
    return {each.template: (each.due, each.reckoning.behind) for each in planned}


def on(day: int, month: int = 3, behind: str = "") -> tuple[Day, str]:
    return Day(date(2027, month, day)), behind


def test_a_recommended_date_moves_behind_what_it_depends_on():
    found = days_of(make_rule("first", "P2W"), make_rule("then", "P1W", DateKind.ADVICE, "first"))
    assert found == {"first": on(15), "then": on(15, behind="first")}


@pytest.mark.parametrize(
    "kind", [kind for kind in DateKind if kind is not DateKind.ADVICE], ids=lambda kind: kind.value
)
def test_no_other_date_moves_for_a_dependency(kind):
    found = days_of(make_rule("first", "P2W"), make_rule("then", "P1W", kind, "first"))
    assert found["then"] == on(8)


def test_an_event_of_the_anchor_stays_on_its_day():
    arrival = make_rule("then", "P0D", DateKind.ADVICE, "first")
    assert days_of(make_rule("first", "P2W"), arrival)["then"] == on(1)
    assert not is_movable(arrival)


def test_one_that_is_due_later_anyway_stays_as_counted():
    found = days_of(make_rule("first", "P1W"), make_rule("then", "P2W", DateKind.ADVICE, "first"))
    assert found["then"] == on(15)


def test_a_chain_moves_as_a_whole_behind_the_latest():
    rules = (
        make_rule("early", "P3W"),
        make_rule("first", "P1W", DateKind.ADVICE, "early"),
        make_rule("other", "P4W", DateKind.DUTY),
        make_rule("then", "P1W", DateKind.ADVICE, "first", "other"),
    )
    found = days_of(*rules)
    assert found["first"] == on(22, behind="early")
    assert found["then"] == on(29, behind="other")


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        ({("first", None): Day(date(2027, 3, 20))}, on(20, behind="first")),
        ({("first", None): Day(date(2027, 3, 2))}, on(8)),
        ({("first", None): None}, on(8)),
        ({("then", None): Day(date(2027, 1, 4))}, on(8)),
    ],
    ids=["done later", "done earlier", "set aside", "itself fixed"],
)
def test_what_is_settled_counts_with_the_day_it_has(settled, expected):
    rules = make_rule("first", "P2W"), make_rule("then", "P1W", DateKind.ADVICE, "first")
    assert days_of(*rules, settled=settled)["then"] == expected


def test_nobody_waits_for_what_the_case_is_not_given():
    rules = make_rule("first", "P2W"), make_rule("then", "P1W", DateKind.ADVICE, "first")
    assert days_of(*rules, left_out={"first"})["then"] == on(8)


def test_a_step_that_needs_a_working_day_moves_on_to_the_next():
    first = make_rule("first", "P4W", DateKind.DUTY)  # Easter Monday
    then = make_rule("then", "P1W", DateKind.ADVICE, "first", shift=Shift.WORKING_DAY)
    assert days_of(first, then)["then"] == on(30, behind="first")


def test_a_month_stands_behind_a_day_only_where_it_is_wholly_later():
    month = make_rule("first", "P0D", DateKind.DUTY, anchor=AnchorKind.ENTRY)
    found = days_of(
        month, make_rule("then", "P1W", DateKind.ADVICE, "first", shift=Shift.WORKING_DAY)
    )
    assert found["then"] == (Day(date(2027, 4, 1), Precision.MONTH), "first")
    late = days_of(month, make_rule("then", "P5W", DateKind.ADVICE, "first"))
    assert late["then"] == on(5, month=4)


def test_a_day_in_a_year_without_known_holidays_is_moved_but_not_guessed_to_be_a_working_day():
    far = {("first", None): Day(date(2401, 1, 1))}
    then = make_rule("then", "P1W", DateKind.ADVICE, "first", shift=Shift.WORKING_DAY)
    found = days_of(make_rule("first"), then, settled=far)
    assert found["then"] == (Day(date(2401, 1, 1)), "first")


def test_everybody_waits_for_their_own_step_else_for_that_of_the_household():
    household = make_household(make_member(1), make_member(2))
    rules = (
        make_rule("own", "P2W", scope=Scope.PER_PERSON),
        make_rule("shared", "P3W"),
        make_rule("each", "P1W", DateKind.ADVICE, "own", scope=Scope.PER_PERSON),
        make_rule("both", "P1W", DateKind.ADVICE, "own"),
        make_rule("mine", "P1W", DateKind.ADVICE, "shared", scope=Scope.PER_PROFESSIONAL),
    )
    settled = {("own", 2): Day(date(2027, 5, 3))}
    anchors = {AnchorKind.WORK_START: Day(MONDAY)}
    planned = plan(rules, household, anchors, TODAY, settled=settled)
    found = {(each.template, each.member): each.due for each in planned}
    assert found["each", 1] == Day(date(2027, 3, 15))
    assert found["each", 2] == Day(date(2027, 5, 3))
    assert found["both", None] == Day(date(2027, 3, 15))
    assert found["mine", 1] == Day(date(2027, 3, 22))


def test_what_waits_for_itself_or_for_nothing_known_is_left_as_counted():
    one = make_rule("one", "P1W", DateKind.ADVICE, "two")
    two = make_rule("two", "P2W", DateKind.ADVICE, "one", "nowhere")
    dues = {("one", None): Day(MONDAY), ("two", None): Day(MONDAY + timedelta(days=7))}
    following = Following({"one": one, "two": two}, dues, {}, None)
    assert following.day(("one", None)) == (Day(MONDAY + timedelta(days=7)), "two")
    assert following.day(("two", None)) == (Day(MONDAY + timedelta(days=7)), "")
    assert following.day(("nowhere", None)) == (None, "")


@given(st.integers(-30, 60), st.integers(0, 60), st.sampled_from(list(DateKind)))
def test_a_date_moves_only_on_and_only_where_it_is_recommended(first, then, kind):
    sign = "-" if first < 0 else ""
    found = days_of(
        make_rule("first", f"{sign}P{abs(first)}D", DateKind.DUTY),
        make_rule("then", f"P{then}D", kind, "first"),
    )
    counted = MONDAY + timedelta(days=then)
    moved, behind = found["then"]
    assert moved is not None
    if kind is DateKind.ADVICE and then:
        assert moved.on == max(counted, MONDAY + timedelta(days=first))
    else:
        assert moved.on == counted
    assert bool(behind) == (moved.on != counted)
