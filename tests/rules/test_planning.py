"""Plans: for whom a step stands, when it is due, and what that was computed from."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import Day, Precision, Shift
from app.rules.conditions import Because, Condition
from app.rules.facts import FactKey
from app.rules.planning import Scope, StepRule, plan, reckon
from app.rules.schedule import parse_offset
from app.rules.terms import AnchorKind, Answer, DateKind, MemberRole, Role, Track

from .makers import TODAY, make_household, make_member, nurse_from_india

START = Day(date(2027, 3, 1))
ANCHORS = {AnchorKind.WORK_START: START}


def rule(offset: str = "P14D", **changed) -> StepRule:
    given = {
        "template": "step", "track": Track.RELOCATION, "anchor": AnchorKind.WORK_START,
        "offset": parse_offset(offset), "offset_text": offset, "kind": DateKind.DUTY,
        "roles": (Role.PERSON,),
    }  # fmt: skip
    return StepRule(**{**given, **changed})


def one(a_rule: StepRule, household=None, anchors=ANCHORS, own=None, completed=None):
    (step,) = plan([a_rule], household or make_household(), anchors, TODAY, own, completed)
    return step


@pytest.mark.parametrize(
    ("scope", "members"),
    [
        (Scope.ONCE, [None]),
        (Scope.PER_PROFESSIONAL, [1]),
        (Scope.PER_PERSON, [1, 2, 3, 4]),
        (Scope.PER_PARTNER, [2]),
        (Scope.PER_CHILD, [3, 4]),
        (Scope.PER_ADULT, [1, 2]),
    ],
)
def test_a_step_stands_once_or_for_each_of_those_it_concerns(scope, members):
    steps = plan([rule(scope=scope)], nurse_from_india(), ANCHORS, TODAY)
    assert [step.member for step in steps] == members


@pytest.mark.parametrize(
    ("recorded", "answer", "why", "ask"),
    [
        ({}, Answer.UNCLEAR, (), (FactKey.CHILDREN,)),
        ({"children": "yes"}, Answer.UNCLEAR, (), (FactKey.CHILDREN,)),
        ({"children": "no"}, Answer.NO, (Because(FactKey.CHILDREN, "no"),), ()),
    ],
    ids=["nobody said", "said yes, none named", "said no"],
)
def test_a_step_for_children_asks_for_them_where_none_is_named(recorded, answer, why, ask):
    step = one(rule(scope=Scope.PER_CHILD), make_household(**recorded))
    assert step.member is None
    assert (step.verdict.answer, step.verdict.why, step.verdict.ask) == (answer, why, ask)


def test_each_person_is_judged_by_their_own_facts():
    condition = Condition(({FactKey.ORIGIN: frozenset({"third"})},))
    household = make_household(
        make_member(1, nationality="NL"), make_member(2, MemberRole.PARTNER, nationality="IN"),
        make_member(3, MemberRole.CHILD),
    )  # fmt: skip
    steps = plan([rule(scope=Scope.PER_PERSON, condition=condition)], household, {}, TODAY)
    assert [s.verdict.answer for s in steps] == [Answer.NO, Answer.YES, Answer.UNCLEAR]


def test_a_due_day_says_what_it_was_computed_from():
    step = one(rule("P14D"))
    assert step.due == Day(date(2027, 3, 15))
    assert (step.reckoning.anchor, step.reckoning.offset) == (AnchorKind.WORK_START, "P14D")
    assert step.reckoning.from_day == START
    assert step.reckoning.unshifted is None


def test_an_offset_of_nothing_is_a_date():
    """The mistake of a peer (erpnext #29921)."""
    assert one(rule("P0D")).due == START


def test_a_step_before_the_anchor_is_due_before_it():
    """The mistake of a peer (civihr #1016)."""
    assert one(rule("-P8W")).due == Day(date(2027, 1, 4))


def test_without_its_anchor_a_step_is_in_the_plan_without_a_date():
    """Future steps are visible from the start (civirules #95)."""
    step = one(rule(anchor=AnchorKind.MOVE))
    assert step.due is None
    assert step.reckoning.from_day is None
    assert step.verdict.answer is Answer.YES


def test_a_shifted_end_keeps_the_day_it_moved_from():
    step = one(rule("P27D", shift=Shift.NEXT_WORKING_DAY))
    assert step.due == Day(date(2027, 3, 30))
    assert step.reckoning.unshifted == date(2027, 3, 28)


def test_where_the_first_day_counts_the_period_ends_a_day_earlier():
    assert one(rule("P6M", first_day_counts=True)).due == Day(date(2027, 8, 31))


def test_an_anchor_known_by_its_month_gives_a_month():
    anchors = {AnchorKind.WORK_START: Day(date(2027, 3, 1), Precision.MONTH)}
    assert one(rule("P1M"), anchors=anchors).due == Day(date(2027, 4, 1), Precision.MONTH)


@pytest.mark.parametrize(
    ("birth", "due"),
    [((2026, 5, 5), Day(date(2026, 8, 5))),
     ((2026, 5), Day(date(2026, 8, 1), Precision.MONTH)),
     ((2026,), Day(date(2026, 4, 1))), (None, Day(date(2026, 4, 1)))],
)  # fmt: skip
def test_a_childs_birth_date_is_its_own_anchor(birth, due):
    household = make_household(make_member(), make_member(2, MemberRole.CHILD, birth))
    anchors = {AnchorKind.BIRTH: Day(date(2026, 1, 1))}
    step = one(rule("P3M", anchor=AnchorKind.BIRTH, scope=Scope.PER_CHILD), household, anchors)
    assert step.due == due


def test_a_persons_own_anchor_goes_before_the_households():
    household = make_household(make_member(), make_member(2, MemberRole.CHILD))
    own = {(2, AnchorKind.WORK_START): Day(date(2027, 5, 1))}
    steps = plan([rule(scope=Scope.PER_PERSON)], household, ANCHORS, TODAY, own)
    assert [step.due for step in steps] == [Day(date(2027, 3, 15)), Day(date(2027, 5, 15))]


@pytest.mark.parametrize(
    ("offset", "due"), [("P3D", Day(date(2100, 12, 31))), ("P4D", Day(date(2101, 1, 1)))]
)
def test_beyond_the_known_holidays_nothing_is_moved_and_that_is_said(offset, due):
    anchors = {AnchorKind.WORK_START: Day(date(2100, 12, 28))}
    step = one(rule(offset, shift=Shift.NEXT_WORKING_DAY), anchors=anchors)
    assert step.due == due
    assert step.reckoning.holidays_unknown is (due.on.year > 2100)


def test_working_days_beyond_the_known_holidays_have_no_date():
    anchors = {AnchorKind.WORK_START: Day(date(2100, 12, 28))}
    step = one(rule("P9WD"), anchors=anchors)
    assert step.due is None
    assert step.reckoning.holidays_unknown


def test_a_rule_can_be_reckoned_from_any_anchor_alone():
    due, reckoning = reckon(rule("P1W"), START)
    assert due == Day(date(2027, 3, 8))
    assert reckoning.from_day == START


def test_a_plan_keeps_the_order_of_its_rules():
    rules = [rule(template=name) for name in ("c", "a", "b")]
    assert [s.template for s in plan(rules, make_household(), ANCHORS, TODAY)] == ["c", "a", "b"]


def test_moving_an_anchor_there_and_back_gives_the_same_plan():
    rules = [rule(offset) for offset in ("P1M", "-P3W", "P0D")]
    household = nurse_from_india()
    first = plan(rules, household, ANCHORS, TODAY)
    moved = plan(rules, household, {AnchorKind.WORK_START: Day(date(2027, 5, 31))}, TODAY)
    assert moved != first
    assert plan(rules, household, ANCHORS, TODAY) == first


def test_grandparents_and_others_are_adults_too():
    household = make_household(
        make_member(), make_member(2, MemberRole.GRANDPARENT), make_member(3, MemberRole.OTHER),
        make_member(4, MemberRole.CHILD, (2000, 1, 1)),
    )  # fmt: skip
    steps = plan([rule(scope=Scope.PER_ADULT)], household, ANCHORS, TODAY)
    assert [step.member for step in steps] == [1, 2, 3]


AFTER = rule("P14D", anchor=None, after="first", scope=Scope.PER_PERSON)


@pytest.mark.parametrize(
    ("completed", "days"),
    [
        ({}, [None, None]),
        ({("first", None): 1}, [15, 15]),
        ({("first", 2): 2}, [None, 16]),
        ({("first", None): 1, ("first", 2): 2}, [15, 16]),
        ({("other", None): 1}, [None, None]),
        ({("first", 7): 1}, [None, None]),
    ],
    ids=["not done", "the household's", "one's own", "own before the household's",
         "another step", "somebody else's"],
)  # fmt: skip
def test_a_step_after_another_counts_from_the_same_persons_or_the_households(completed, days):
    household = make_household(make_member(1), make_member(2, MemberRole.PARTNER))
    done = {key: Day(date(2027, 3, day)) for key, day in completed.items()}
    steps = plan([AFTER], household, ANCHORS, TODAY, None, done)
    assert [step.due and step.due.on.day for step in steps] == days


def test_a_step_of_the_household_counts_from_the_professionals():
    step = one(rule("P1D", anchor=None, after="first"), completed={("first", 1): START})
    assert step.due == Day(date(2027, 3, 2))
    without = make_household(make_member(5, MemberRole.PARTNER))
    assert (
        one(rule(anchor=None, after="first"), without, completed={("first", 5): START}).due is None
    )


def test_a_date_says_after_which_step_it_was_counted():
    step = one(rule("P1W", anchor=None, after="first"), completed={("first", None): START})
    found = step.reckoning
    assert (found.anchor, found.after, found.offset) == (None, "first", "P1W")
    assert found.from_day == START
    assert one(rule()).reckoning.after == ""


def test_the_completion_of_another_step_goes_by_its_month_where_the_day_is_not_known():
    month = Day(date(2027, 3, 1), Precision.MONTH)
    step = one(rule("P1M", anchor=None, after="first"), completed={("first", None): month})
    assert step.due == Day(date(2027, 4, 1), Precision.MONTH)


def test_a_rule_without_anchor_and_without_another_step_has_no_date():
    assert one(rule(anchor=None)).due is None


MOVED, SETTLED = Day(date(2027, 2, 1)), Day(date(2027, 2, 15))


@pytest.mark.parametrize(
    ("anchors", "due"),
    [
        ({}, None),
        ({AnchorKind.MOVE_IN: MOVED}, Day(date(2027, 8, 1))),
        ({AnchorKind.RESIDENCE: SETTLED}, Day(date(2027, 8, 15))),
        ({AnchorKind.RESIDENCE: SETTLED, AnchorKind.MOVE_IN: MOVED}, Day(date(2027, 8, 15))),
    ],
    ids=["neither", "moving in", "residence", "residence goes before"],
)
def test_who_moves_in_takes_up_the_ordinary_residence(anchors, due):
    """§ 7, § 29 Abs. 1 FeV: six months for a licence from a third country."""
    assert one(rule("P6M", anchor=AnchorKind.RESIDENCE), anchors=anchors).due == due


@pytest.mark.parametrize(
    ("known", "due"),
    [
        ({"origin": "DE"}, None),
        ({"moves_from": "de"}, None),
        ({"origin": "IN"}, Day(date(2027, 8, 1))),
        # The recorded answer goes before the country they live in.
        ({"origin": "DE", "moves_from": "third"}, Day(date(2027, 8, 1))),
    ],
    ids=str,
)
def test_who_lives_in_germany_took_up_the_residence_before_this_move(known, due):
    """§ 29 Abs. 1 FeV: no six months more by moving from one German town to another."""
    licence = rule("P6M", anchor=AnchorKind.RESIDENCE)
    household = make_household(**known)
    assert one(licence, household, {AnchorKind.MOVE_IN: MOVED}).due == due
    both = {AnchorKind.MOVE_IN: MOVED, AnchorKind.RESIDENCE: SETTLED}
    assert one(licence, household, both).due == Day(date(2027, 8, 15))


def test_a_child_enters_school_on_its_own_first_of_august():
    household = make_household(
        make_member(), make_member(2, MemberRole.CHILD, (2021, 5, 5)),
        make_member(3, MemberRole.CHILD, (2017, 5, 5)),
    )  # fmt: skip
    enrol = rule("-P15M", anchor=AnchorKind.SCHOOL_START, scope=Scope.PER_CHILD)
    anchors = {AnchorKind.SCHOOL_START: Day(date(2028, 8, 1))}
    own = {(2, AnchorKind.SCHOOL_START): Day(date(2029, 8, 1))}
    dues = [step.due for step in plan([enrol], household, {}, TODAY)]
    assert dues == [Day(date(2026, 5, 1)), None]
    dues = [step.due for step in plan([enrol], household, anchors, TODAY)]
    assert dues == [Day(date(2026, 5, 1)), Day(date(2027, 5, 1))]
    dues = [step.due for step in plan([enrol], household, anchors, TODAY, own)]
    assert dues == [Day(date(2028, 5, 1)), Day(date(2027, 5, 1))]
