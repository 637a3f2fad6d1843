"""The last opening of a step's office: for which steps it is told, from which day it counts."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.providers import Category
from app.rules.calendar import Day, Precision
from app.rules.facts import FactKey
from app.rules.openings import Outcome
from app.rules.terms import AnchorKind, Track
from tests.conftest import TODAY
from tests.makers import make_case, make_provider, with_dates

MONDAYS_AND_THURSDAYS = "Mo,Th 08:00-12:00; PH off"


@pytest.fixture
def case(small):
    """A case in Norden that moves in on Mon 15.02.2027: to be registered by Mon 01.03.2027."""
    made = make_case(small)
    with_dates(small, made)
    return made


def office(desk, hours, kind="registry"):
    return make_provider(
        desk, organisation="Amt", category=Category.AUTHORITY, office_type=kind, hours_osm=hours
    )


def shown(desk, case, template="register"):
    steps = desk.plan.view(case, Track.RELOCATION).steps
    return next(step for step in steps if step.template == template)


def test_a_step_at_an_office_of_the_directory_has_a_last_opening(small, case):
    assert shown(small, case).last_opening is None
    office(small, "Fr 08:00-12:30; PH off")
    last = shown(small, case).last_opening
    assert (last.outcome, last.on, last.start, last.end) == (
        Outcome.FOUND, date(2027, 2, 26), 480, 750,
    )  # fmt: skip
    assert (last.deadline, last.first) == (Day(date(2027, 3, 1)), date(2027, 2, 15))


def test_hours_that_nobody_entered_are_told(small, case):
    office(small, "")
    assert shown(small, case).last_opening.outcome is Outcome.HOURS_UNKNOWN


def test_a_period_that_runs_forwards_begins_with_the_day_it_counts_from(small, case):
    office(small, "Fr[2] 08:00-12:00; PH off")  # Fri 12.02.2027, before they move in
    assert shown(small, case).last_opening.outcome is Outcome.NONE_LEFT


def test_what_counts_backwards_may_be_done_any_day_before(small, case):
    office(small, MONDAYS_AND_THURSDAYS, "landlord")
    small.household.record(case, None, FactKey.CAR, "yes")
    last = shown(small, case, "care_or_car").last_opening
    assert (last.deadline, last.first) == (Day(date(2027, 2, 8)), TODAY)
    assert last.on == date(2027, 2, 8)


def test_a_date_fixed_before_the_period_has_no_beginning(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    small.plan.pin(shown(small, case).id, Day(date(2027, 2, 12)))
    last = shown(small, case).last_opening
    assert (last.on, last.first) == (date(2027, 2, 11), TODAY)


def test_a_step_fixed_at_its_last_opening_keeps_it(small, case):
    office(small, "Fr 08:00-12:30; PH off")
    step = shown(small, case)
    small.plan.pin(step.id, Day(step.last_opening.on))
    assert shown(small, case).last_opening.on == step.last_opening.on


def test_what_is_done_late_known_by_month_or_only_a_chance_has_none(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    step = shown(small, case).id
    small.plan.pin(step, Day(date(2027, 3, 1), Precision.MONTH))
    assert shown(small, case).last_opening is None
    small.plan.pin(step, Day(date(2026, 11, 20)))
    assert shown(small, case).late
    assert shown(small, case).last_opening is None
    small.plan.pin(step, Day(TODAY))
    assert shown(small, case).last_opening.on == TODAY
    small.plan.tick(step)
    assert shown(small, case).last_opening is None


def test_an_own_step_has_no_office_and_so_no_last_opening(small, case):
    from app.records.plan import OwnStep

    office(small, MONDAYS_AND_THURSDAYS)
    small.plan.add_own(case, OwnStep(Track.RELOCATION, "Räder besorgen", Day(date(2027, 1, 4))))
    assert shown(small, case, "").last_opening is None


def test_the_whole_list_has_the_same_and_the_list_of_all_steps_leaves_it_out(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    views = [step for track in Track for step in small.plan.view(case, track).steps]
    told = {each.step: each.last_opening for each in small.plan.whole(case) if each.step}
    assert told == {step.id: step.last_opening for step in views}
    assert any(told.values())
    assert not any(each.last_opening for each in small.plan.all_steps(case))


def test_moving_the_anchor_moves_the_last_opening(small, case):
    office(small, MONDAYS_AND_THURSDAYS)
    small.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(date(2027, 3, 15)))
    last = shown(small, case).last_opening
    # 14 days after is Easter Monday, so Tuesday: Maundy Thursday is the last day they are open
    assert (last.deadline, last.on) == (Day(date(2027, 3, 30)), date(2027, 3, 25))
