"""Of which steps somebody is reminded on a day, and until when that may be put off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.calendar import Day, Precision
from app.rules.reminding import AHEAD, Turn, is_quiet, is_snoozable, latest, turn
from app.rules.standing import LEGAL, PRESSING, Tracked, lateness
from app.rules.terms import Answer, DateKind, StepState

TODAY = date(2026, 11, 23)
NOVEMBER = Day(date(2026, 11, 1), Precision.MONTH)


def on(days: int) -> Day:
    return Day(TODAY + timedelta(days=days))


def step(
    due: Day | None,
    kind: DateKind = DateKind.ADVICE,
    state: StepState = StepState.OPEN,
    applies: Answer = Answer.YES,
) -> Tracked:
    return Tracked(1, state, applies, kind, due)


@pytest.mark.parametrize(
    ("wanted", "which"),
    [
        (True, step(on(3))),
        (True, step(NOVEMBER)),
        (False, step(None)),
        (False, step(on(3), DateKind.HINT)),
        (False, step(on(3), state=StepState.DONE)),
        (False, step(on(3), state=StepState.NOT_NEEDED)),
        (False, step(on(3), applies=Answer.UNCLEAR)),
        (False, step(on(3), applies=Answer.NO)),
    ],
    ids=["open", "month", "undated", "hint", "done", "aside", "unclear", "does not apply"],
)
def test_a_reminder_is_put_off_only_of_what_is_open_and_has_a_date(wanted, which):
    assert is_snoozable(which) is wanted


@pytest.mark.parametrize("kind", DateKind)
def test_a_reminder_may_wait_until_the_date_of_the_law_and_any_time_else(kind):
    assert latest(step(on(3), kind), TODAY) == (on(3).on if kind in LEGAL else None)
    assert latest(step(on(0), kind), TODAY) == (TODAY if kind in LEGAL else None)
    assert latest(step(on(-1), kind), TODAY) is None
    assert latest(step(None, kind), TODAY) is None


def test_a_month_of_the_law_lasts_until_its_last_day():
    assert latest(step(NOVEMBER, DateKind.DUTY), TODAY) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("quiet", "which", "until"),
    [
        (False, step(on(0)), None),
        (False, step(on(0)), on(0).on),
        (True, step(on(0)), on(1).on),
        (False, step(None), on(1).on),
        (True, step(on(5), DateKind.DUTY), on(5).on),
        (False, step(on(5), DateKind.DUTY), on(6).on),
        (True, step(on(-5), DateKind.DUTY), on(6).on),
    ],
    ids=["never put off", "its day has come", "tomorrow", "lost its date", "up to the law's date",
         "the law's date came nearer", "broken already"],
)  # fmt: skip
def test_nobody_is_reminded_before_the_day_unless_a_law_would_be_broken(quiet, which, until):
    assert is_quiet(which, until, TODAY) is quiet


@pytest.mark.parametrize(
    ("expected", "which", "until"),
    [
        (Turn.LATE, step(on(-1)), None),
        (Turn.TODAY, step(on(0)), None),
        (Turn.AHEAD, step(on(1)), None),
        (Turn.AHEAD, step(on(AHEAD)), None),
        (None, step(on(AHEAD + 1)), None),
        (Turn.AHEAD, step(NOVEMBER), None),
        (Turn.TODAY, step(on(0), DateKind.EARLIEST), None),
        (None, step(on(-1), DateKind.EARLIEST), None),
        (None, step(None), None),
        (None, step(on(-1), state=StepState.DONE), None),
        (Turn.SNOOZED, step(on(-1)), on(1).on),
        (Turn.SNOOZED, step(on(90)), on(1).on),
    ],
)
def test_each_step_has_its_turn(expected, which, until):
    assert turn(which, until, TODAY) is expected


def test_a_month_is_due_on_its_last_day():
    assert turn(step(NOVEMBER), None, date(2026, 11, 30)) is Turn.TODAY
    assert turn(step(NOVEMBER), None, date(2026, 12, 1)) is Turn.LATE


@pytest.mark.parametrize("kind", sorted(set(DateKind) - {DateKind.HINT}, key=str))
def test_a_law_that_ends_on_a_weekend_has_its_turn_on_the_friday_before(kind):
    """§ 16 BEEG and § 29 FeV: the end does not move, so the last working day before counts."""
    sunday, friday = Day(date(2026, 11, 29)), date(2026, 11, 27)
    ahead = Turn.TODAY if kind in LEGAL else Turn.AHEAD
    assert turn(step(sunday, kind), None, friday - timedelta(days=1)) is Turn.AHEAD
    assert turn(step(sunday, kind), None, friday) is ahead
    assert turn(step(sunday, kind), None, friday + timedelta(days=1)) is ahead
    assert turn(step(sunday, kind), None, sunday.on) is Turn.TODAY


def test_a_law_that_ends_on_a_holiday_has_its_turn_before_it():
    easter = step(Day(date(2027, 3, 29)), DateKind.VALIDITY_ENDS)
    assert turn(easter, None, date(2027, 3, 24)) is Turn.AHEAD
    assert turn(easter, None, date(2027, 3, 25)) is Turn.TODAY


@given(
    due=st.integers(-400, 400),
    until=st.integers(-400, 400),
    kind=st.sampled_from(sorted(PRESSING, key=str)),
)
def test_putting_off_changes_neither_lateness_nor_lets_a_law_slip(due, until, kind):
    which, day = step(on(due), kind), on(until).on
    assert lateness(which, TODAY) is lateness(step(on(due), kind), TODAY)
    if kind in LEGAL and 0 <= due < until:
        assert not is_quiet(which, day, TODAY)
    assert turn(which, day, TODAY) in (Turn.SNOOZED, turn(which, None, TODAY))
