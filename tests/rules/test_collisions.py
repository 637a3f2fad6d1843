"""What does not fit together when dates move, each with what would put it right."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import Day, Precision, Shift
from app.rules.collisions import (
    Collision,
    CollisionKind,
    Placed,
    Remedy,
    blocked,
    collisions_of_dates,
    collisions_of_steps,
)
from app.rules.terms import AnchorKind, Blocker, DateKind
from tests.rules.test_following import make_rule

TODAY = date(2026, 11, 23)
ENTRY, MOVE_IN = AnchorKind.ENTRY, AnchorKind.MOVE_IN
VISA, WORK = AnchorKind.VISA_APPLICATION, AnchorKind.WORK_START


def of_dates(anchors, pairs=(), *, visa=True, fast=True) -> tuple[Collision, ...]:
    days = {kind: day if isinstance(day, Day) else Day(day) for kind, day in anchors.items()}
    return collisions_of_dates(days, pairs, TODAY, needs_visa=visa, fast_track=fast)


def placed(template="then", due=date(2027, 3, 8), **changes) -> Placed:
    rule = changes.pop("rule", None) or make_rule(template, kind=DateKind.DUTY)
    day = due if isinstance(due, Day) or due is None else Day(due)
    found = {"counted": day, "pinned": False, "moves": True} | changes
    return Placed((template, None), rule, day, **found)


def told(*steps, anchors=None, professional=None) -> tuple[Collision, ...]:
    days = anchors or {WORK: Day(date(2027, 3, 1))}
    return collisions_of_steps(steps, days, TODAY, professional=professional)


@pytest.mark.parametrize(
    ("fast", "entry", "expected"),
    [
        (True, date(2027, 1, 24), date(2027, 1, 25)),
        (True, date(2027, 1, 25), None),
        (False, date(2027, 1, 24), None),
        (False, date(2027, 1, 3), date(2027, 1, 4)),
        (True, Day(date(2027, 1, 1), Precision.MONTH), None),
    ],
    ids=["a day early", "just in time", "no period", "before the application", "month"],
)
def test_nobody_enters_before_the_visa_is_to_be_expected(fast, entry, expected):
    """§ 31a Abs. 2 AufenthV: three weeks from the complete application, in the fast track."""
    found = of_dates({VISA: date(2027, 1, 4), ENTRY: entry}, fast=fast)
    if expected is None:
        assert found == ()
    else:
        assert [(each.kind, each.remedy, each.remedy_day) for each in found] == [
            (CollisionKind.ENTRY_BEFORE_VISA, Remedy.MOVE_ALONG, Day(expected))
        ]


def test_who_needs_no_visa_or_has_entered_already_is_not_told_of_one():
    early = {VISA: date(2027, 1, 4), ENTRY: date(2027, 1, 5)}
    assert of_dates(early, visa=False) == ()
    assert of_dates({VISA: date(2026, 11, 9), ENTRY: date(2026, 11, 12)}) == ()
    assert of_dates({ENTRY: date(2027, 1, 5)}) == ()


def test_dates_in_an_impossible_order_are_told_once():
    both = {VISA: date(2027, 1, 4), ENTRY: date(2026, 12, 1), WORK: date(2026, 11, 30)}
    found = of_dates(both, [(VISA, ENTRY), (ENTRY, WORK)])
    assert [each.kind for each in found] == [
        CollisionKind.ENTRY_BEFORE_VISA,
        CollisionKind.WRONG_ORDER,
    ]
    assert found[1].anchors == (ENTRY, WORK)
    assert (found[1].day, found[1].other_day) == (Day(both[ENTRY]), Day(both[WORK]))


@pytest.mark.parametrize(
    ("home", "work", "is_told"),
    [
        (date(2027, 1, 29), date(2027, 3, 1), False),
        (date(2027, 1, 28), date(2027, 3, 1), True),
        (date(2026, 11, 20), date(2027, 3, 1), False),
        (date(2027, 4, 1), date(2027, 3, 1), False),
        (Day(date(2027, 1, 1), Precision.MONTH), date(2027, 3, 1), False),
    ],
    ids=["a month", "a day more", "moved in already", "moves in later", "some time in January"],
)
def test_rent_for_more_than_a_month_before_the_first_working_day_is_told(home, work, is_told):
    found = of_dates({MOVE_IN: home, WORK: work})
    assert [each.kind for each in found] == [CollisionKind.RENT_BEFORE_WORK] * is_told


def test_a_legal_date_that_would_be_over_is_told_and_not_set_anew():
    found = told(placed(due=date(2026, 11, 20)))
    assert [(each.kind, each.remedy, each.remedy_day) for each in found] == [
        (CollisionKind.DEADLINE_PASSED, Remedy.OPEN_STEP, None)
    ]


def test_a_recommended_date_that_would_be_over_is_offered_the_next_working_day():
    advice = make_rule("then")
    found = told(placed(due=date(2026, 11, 20), rule=advice))
    assert found[0].remedy is Remedy.PIN
    assert found[0].remedy_day == Day(TODAY)
    sunday = collisions_of_steps(
        [placed(due=date(2026, 11, 20), rule=advice)], {}, date(2026, 11, 22)
    )
    assert sunday[0].remedy_day == Day(date(2026, 11, 23))
    unknown = collisions_of_steps([placed(due=date(2399, 1, 1), rule=advice)], {}, date(2400, 1, 2))
    assert unknown[0].remedy_day == Day(date(2400, 1, 2))


@pytest.mark.parametrize(
    "changes",
    [
        {"moves": False},
        {"due": date(2026, 11, 23)},
        {"due": None},
        {"rule": make_rule("then", kind=DateKind.HINT)},
        {"due": Day(date(2026, 11, 1), Precision.MONTH)},
    ],
    ids=["was over before", "today", "no date", "nothing to do", "this month"],
)
def test_what_is_not_over_because_of_the_move_is_not_told(changes):
    assert told(placed(**({"due": date(2026, 11, 20)} | changes))) == ()


def test_an_end_on_a_holiday_that_does_not_move_is_told_with_the_working_day_before():
    monday = date(2027, 3, 29)
    found = told(placed(due=monday, rule=make_rule("then", kind=DateKind.VALIDITY_ENDS)))
    assert [(each.kind, each.remedy_day) for each in found] == [
        (CollisionKind.HOLIDAY, Day(date(2027, 3, 25)))
    ]
    assert told(placed(due=date(2027, 3, 30))) == ()
    backwards = make_rule("then", kind=DateKind.DUTY, shift=Shift.PREVIOUS_WORKING_DAY)
    assert told(placed(due=monday, rule=backwards)) == ()
    assert told(placed(due=monday, rule=make_rule("then"))) == ()
    assert told(placed(due=Day(date(2027, 8, 1), Precision.MONTH))) == ()
    assert told(placed(due=date(2401, 1, 1))) == ()


def test_a_closed_office_is_told_with_its_last_opening():
    found = told(placed(last_opening=date(2027, 3, 5)))
    assert [(each.kind, each.remedy, each.remedy_day) for each in found] == [
        (CollisionKind.OFFICE_CLOSED, Remedy.PIN, Day(date(2027, 3, 5)))
    ]


def test_a_day_on_which_everybody_works_is_not_a_closed_office():
    found = told(placed(last_opening=date(2027, 3, 5), on_duty=True))
    assert [(each.kind, each.remedy, each.remedy_day) for each in found] == [
        (CollisionKind.ON_DUTY, Remedy.PIN, Day(date(2027, 3, 5)))
    ]
    found = told(placed(on_duty=True))
    assert [(each.kind, each.remedy, each.remedy_day) for each in found] == [
        (CollisionKind.ON_DUTY, Remedy.OPEN_STEP, None)
    ]
    assert told(placed(on_duty=True, moves=False)) == ()


def test_an_unknown_year_of_holidays_is_told_and_nothing_guessed():
    found = told(placed(due=None, holidays_unknown=True))
    assert [each.kind for each in found] == [CollisionKind.HOLIDAYS_UNKNOWN]


@pytest.mark.parametrize(
    ("offset", "due", "is_told"),
    [
        ("P1W", date(2027, 2, 26), True),
        ("P1W", date(2027, 3, 5), False),
        ("P0D", date(2027, 2, 26), True),
        ("-P1W", date(2027, 3, 5), True),
        ("-P1W", date(2027, 2, 26), False),
    ],
    ids=["after, stands before", "after", "same day, stands before", "before, stands after",
         "before"],
)  # fmt: skip
def test_a_pinned_step_on_the_wrong_side_of_its_date_is_told(offset, due, is_told):
    step = placed(
        due=due,
        rule=make_rule("then", offset, DateKind.ADVICE),
        pinned=True,
        counted=Day(date(2027, 3, 8)),
    )
    found = told(step)
    assert [each.kind for each in found] == [CollisionKind.PIN_LEFT_BEHIND] * is_told
    if is_told:
        assert found[0].remedy is Remedy.UNPIN
        assert found[0].remedy_day == Day(date(2027, 3, 8))
        assert found[0].other_day == Day(date(2027, 3, 1))


def test_a_pinned_step_that_has_nothing_to_do_with_the_move_is_left_alone():
    rule = make_rule("then", "P1W", DateKind.ADVICE)
    stands = placed(due=date(2027, 2, 26), rule=rule, pinned=True, moves=False)
    assert told(stands) == ()
    other = make_rule("then", "P1W", DateKind.ADVICE, anchor=AnchorKind.DOG)
    assert told(placed(due=date(2027, 2, 26), rule=other, pinned=True)) == ()


@pytest.mark.parametrize(
    ("kind", "pinned", "remedy"),
    [
        (DateKind.DUTY, False, Remedy.OPEN_STEP),
        (DateKind.ADVICE, False, Remedy.PIN),
        (DateKind.DUTY, True, Remedy.PIN),
    ],
)
def test_a_legal_date_before_what_it_depends_on_is_a_collision(kind, pinned, remedy):
    first = placed("first", date(2027, 3, 15), rule=make_rule("first", kind=kind), pinned=pinned)
    rule = make_rule("then", "P1W", DateKind.DUTY, "first", "nowhere")
    found = [each for each in told(first, placed(rule=rule)) if each.step == ("then", None)]
    assert [(each.kind, each.remedy, each.other) for each in found] == [
        (CollisionKind.DEPENDENCY, remedy, ("first", None))
    ]
    assert found[0].remedy_day == (Day(date(2027, 3, 8)) if remedy is Remedy.PIN else None)


def test_a_recommended_date_is_told_of_its_dependency_only_where_it_was_pinned():
    first = placed("first", date(2027, 3, 15))
    rule = make_rule("then", "P1W", DateKind.ADVICE, "first")
    assert told(first, placed(rule=rule)) == ()
    found = told(first, placed(rule=rule, pinned=True))
    assert [each.kind for each in found] == [CollisionKind.DEPENDENCY]


def test_a_step_of_the_household_waits_for_the_professionals():
    first = Placed(("first", 7), make_rule("first", kind=DateKind.DUTY), Day(date(2027, 3, 15)),
                   None, pinned=False, moves=False)  # fmt: skip
    rule = make_rule("then", "P1W", DateKind.DUTY, "first")
    assert told(first, placed(rule=rule)) == ()
    found = told(first, placed(rule=rule), professional=7)
    assert [each.other for each in found] == [("first", 7)]
    own = Placed(("then", 8), rule, Day(date(2027, 3, 8)), None, pinned=False, moves=True)
    assert told(first, own, professional=7) == ()


def test_what_is_due_in_time_or_without_a_date_is_no_collision():
    rule = make_rule("then", "P1W", DateKind.DUTY, "first")
    assert told(placed("first", date(2027, 3, 8)), placed(rule=rule)) == ()
    assert told(placed("first", None), placed(rule=rule)) == ()


def test_what_bars_the_first_working_day_bars_it_wherever_it_is_moved_to():
    start = Day(date(2027, 4, 12))
    leading = {Blocker.MEASLES: ("measles", 1)}
    found = blocked([Blocker.RIGHT_TO_WORK, Blocker.MEASLES], start, leading)
    assert [(each.blocker, each.step, each.day) for each in found] == [
        (Blocker.RIGHT_TO_WORK, None, start),
        (Blocker.MEASLES, ("measles", 1), start),
    ]
