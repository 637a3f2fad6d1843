"""How far along a plan is, what is next, what is late."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import Day, Precision
from app.rules.standing import Lateness, Tracked, lateness, next_step, standing
from app.rules.terms import Answer, DateKind, StepState

TODAY = date(2026, 11, 24)
YESTERDAY = Day(date(2026, 11, 23))


def step(
    key: int = 1,
    due: Day | None = YESTERDAY,
    state: StepState = StepState.OPEN,
    applies: Answer = Answer.YES,
    kind: DateKind = DateKind.ADVICE,
) -> Tracked:
    return Tracked(key, state, applies, kind, due)


@pytest.mark.parametrize(
    ("kind", "late"),
    [
        (DateKind.DUTY, Lateness.LATE),
        (DateKind.CLAIM_ENDS, Lateness.LATE),
        (DateKind.VALIDITY_ENDS, Lateness.LATE),
        (DateKind.OFFICE_RULE, Lateness.OVERDUE),
        (DateKind.ADVICE, Lateness.OVERDUE),
        (DateKind.EARLIEST, Lateness.NOT_LATE),
        (DateKind.AUTHORITY_TERM, Lateness.NOT_LATE),
        (DateKind.HINT, Lateness.NOT_LATE),
    ],
)
def test_only_dates_that_bind_the_family_can_be_late(kind, late):
    assert lateness(step(kind=kind), TODAY) is late


def test_every_kind_of_date_is_told_apart():
    assert len(DateKind) == 8


@pytest.mark.parametrize(
    "changed",
    [{"state": StepState.DONE}, {"state": StepState.NOT_NEEDED}, {"applies": Answer.NO},
     {"applies": Answer.UNCLEAR}, {"due": None}, {"due": Day(TODAY)},
     {"due": Day(date(2026, 11, 1), Precision.MONTH)}],
    ids=["done", "not needed", "does not apply", "unclear", "no date", "due today", "this month"],
)  # fmt: skip
def test_a_step_is_not_late_while_its_last_day_lasts_or_where_it_is_not_open(changed):
    assert lateness(step(kind=DateKind.DUTY, **changed), TODAY) is Lateness.NOT_LATE


def test_a_month_is_late_once_it_is_over():
    october = Day(date(2026, 10, 1), Precision.MONTH)
    assert lateness(step(due=october), TODAY) is Lateness.OVERDUE


def test_the_next_step_is_the_open_one_due_first_and_undated_ones_come_last():
    undated, late, done = step(1, None), step(2), step(3, state=StepState.DONE)
    month = step(4, Day(date(2026, 11, 1), Precision.MONTH))
    assert next_step([undated, month, late, done]) is late
    assert next_step([undated, month]) is month
    assert next_step([undated, done]) is undated
    assert next_step([done]) is None


def test_a_standing_counts_what_applies_and_what_was_done():
    steps = [
        step(1, kind=DateKind.DUTY),
        step(2),
        step(3, Day(TODAY)),
        step(4, Day(date(2026, 11, 29))),
        step(5, Day(date(2026, 11, 30))),
        step(6, state=StepState.DONE),
        step(7, state=StepState.DONE, applies=Answer.NO),
        step(8, state=StepState.NOT_NEEDED),
        step(9, applies=Answer.NO),
        step(10, applies=Answer.UNCLEAR),
        step(11, kind=DateKind.HINT),
        step(12, kind=DateKind.HINT, state=StepState.DONE),
        step(13, Day(date(2026, 11, 1), Precision.MONTH)),
    ]
    found = standing(steps, TODAY)
    assert (found.done, found.total) == (2, 8)
    assert (found.late, found.overdue) == ((1,), (2,))
    assert (found.due_today, found.due_this_week) == (1, 2)
    assert (found.unclear, found.next_step) == (1, 1)
    assert not found.is_finished


def test_a_finished_plan_stays_at_its_full_count():
    """The mistake of a peer (ChiefOnboarding #547)."""
    found = standing([step(1, state=StepState.DONE), step(2, state=StepState.NOT_NEEDED)], TODAY)
    assert (found.done, found.total, found.next_step) == (1, 1, None)
    assert found.is_finished


def test_an_empty_plan_is_finished():
    """The mistake of a peer (hrms #931)."""
    assert standing([], TODAY).is_finished
