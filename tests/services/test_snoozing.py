"""Putting the reminder of a step off: the date stays, it is counted, a law's date is not missed."""

from __future__ import annotations

from datetime import date

import pytest

from app.desk import open_desk
from app.done import Act
from app.errors import Reason, Refused
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, StepState, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import make_case
from tests.services.catalogues import resources, step

MONDAY = date(2026, 11, 30)
TUESDAY = date(2026, 12, 1)


class Clock:
    def __init__(self):
        self.day = TODAY

    def __call__(self):
        return self.day


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def office(path, tmp_path, clock):
    """Advice due two weeks ago, a law's date a week ahead, one that depends on nothing known."""
    law = {"basis": "§ 17 BMG", "source": "BMG", "grade": "G"}
    law["shift_basis"] = "§ 31 Abs. 3 VwVfG"
    folder = resources(
        tmp_path / "r",
        [
            step("m_advice", offset="-P14D"),
            step("m_law", offset="P7D", kind="duty", **law),
            step("m_undated", anchor="entry"),
            step("m_hint", kind="hint"),
        ],
    )
    desk = open_desk(open_file(path), folder, clock, "Tomke Harms")
    assert desk.faults == ()
    yield desk
    desk.close()


@pytest.fixture
def case(office):
    made = make_case(office)
    office.plan.set_anchor(made, AnchorKind.CONTRACT, Day(TODAY))
    return made


def shown(desk, case, template):
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each for each in steps if each.template == template)


def refusal(call, *given):
    with pytest.raises(Refused) as caught:
        call(*given)
    return caught.value


def test_the_date_stays_late_and_the_reminder_waits_and_is_counted(office, case):
    before = shown(office, case, "m_advice")
    done = office.plan.snooze(before.id, MONDAY)
    after = shown(office, case, "m_advice")
    assert (after.due, after.late, after.days_left) == (before.due, True, -14)
    assert (after.snoozed_until, after.snoozes) == (MONDAY, 1)
    assert (done.act, done.case, done.facts["until"]) == (Act.STEP_SNOOZED, case, "2026-11-30")
    office.plan.snooze(before.id, TUESDAY)
    assert shown(office, case, "m_advice").snoozes == 2


def test_once_the_day_has_come_the_step_is_no_longer_put_off(office, case, clock):
    office.plan.snooze(shown(office, case, "m_advice").id, MONDAY)
    clock.day = MONDAY
    again = shown(office, case, "m_advice")
    assert (again.snoozed_until, again.snoozes) == (None, 1)


def test_a_step_wakes_by_hand_and_the_count_stays(office, case):
    key = shown(office, case, "m_advice").id
    assert refusal(office.plan.wake, key).reason is Reason.NOTHING_TO_UNDO
    office.plan.snooze(key, MONDAY)
    assert office.plan.wake(key).act is Act.STEP_WOKEN
    awake = shown(office, case, "m_advice")
    assert (awake.snoozed_until, awake.snoozes) == (None, 1)


@pytest.mark.parametrize("settle", ["tick", "not_needed"])
def test_what_is_settled_is_no_longer_put_off_even_when_it_is_opened_again(office, case, settle):
    key = shown(office, case, "m_advice").id
    office.plan.snooze(key, MONDAY)
    if settle == "tick":
        office.plan.tick(key)
    else:
        office.plan.not_needed(key, "hat sich erledigt")
    office.plan.untick(key)
    opened = shown(office, case, "m_advice")
    assert (opened.state, opened.snoozed_until) == (StepState.OPEN, None)


def test_undo_gives_back_what_was_before(office, case):
    key = shown(office, case, "m_advice").id
    first = office.plan.snooze(key, MONDAY)
    second = office.plan.snooze(key, TUESDAY)
    office.history.undo(second.batch)
    assert shown(office, case, "m_advice").snoozed_until == MONDAY
    office.history.undo(first.batch)
    back = shown(office, case, "m_advice")
    assert (back.snoozed_until, back.snoozes) == (None, 0)


@pytest.mark.parametrize("template", ["m_undated", "m_hint"])
def test_what_has_no_date_or_is_nothing_to_do_is_not_put_off(office, case, template):
    refused = refusal(office.plan.snooze, shown(office, case, template).id, MONDAY)
    assert (refused.reason, refused.field) == (Reason.NOT_SNOOZABLE, "until")


def test_what_is_done_is_not_put_off(office, case):
    key = shown(office, case, "m_advice").id
    office.plan.tick(key)
    assert refusal(office.plan.snooze, key, MONDAY).reason is Reason.NOT_SNOOZABLE


@pytest.mark.parametrize("until", [TODAY, date(2026, 11, 20)], ids=["today", "past"])
def test_a_reminder_is_put_off_to_a_day_to_come(office, case, until):
    refused = refusal(office.plan.snooze, shown(office, case, "m_advice").id, until)
    assert (refused.reason, refused.facts) == (Reason.NOT_A_DATE, {"past": True})


def test_a_date_of_the_law_is_the_last_day_and_named(office, case):
    key = shown(office, case, "m_law").id
    refused = refusal(office.plan.snooze, key, TUESDAY)
    assert (refused.reason, refused.facts) == (
        Reason.SNOOZED_PAST_DEADLINE,
        {"until": "2026-11-30"},
    )
    assert shown(office, case, "m_law").snoozes == 0
    office.plan.snooze(key, MONDAY)
    assert shown(office, case, "m_law").snoozed_until == MONDAY


def test_on_the_last_day_of_the_law_there_is_no_day_to_offer(office, case, clock):
    clock.day = MONDAY
    refused = refusal(office.plan.snooze, shown(office, case, "m_law").id, TUESDAY)
    assert (refused.reason, refused.facts) == (Reason.SNOOZED_PAST_DEADLINE, {})


def test_a_broken_date_of_the_law_may_wait(office, case, clock):
    clock.day = TUESDAY
    office.plan.snooze(shown(office, case, "m_law").id, date(2026, 12, 7))
    assert shown(office, case, "m_law").late


def test_a_date_of_the_law_that_comes_nearer_ends_the_waiting(office, case):
    office.plan.snooze(shown(office, case, "m_law").id, MONDAY)
    office.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 11, 18)))
    law = shown(office, case, "m_law")
    assert (law.due, law.snoozed_until) == (Day(date(2026, 11, 25)), None)
