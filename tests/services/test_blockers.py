"""What bars the first working day: when it is told, what is missing, who can act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.records.cases import CaseQuery
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Blocker, BlockerState, Role, Stage, Track
from tests.conftest import TODAY
from tests.makers import CHILD, NURSE, make_case

START = Day(date(2027, 3, 1))


def told(desk, case):
    return {each.blocker: each for each in desk.candidates.head(case).blockers}


def barred(desk, case):
    return desk.lists.case_rows([case])[0].barred


@pytest.fixture
def agreed(desk):
    """A nurse from Tunisia with a first working day."""
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.WORK_START, START)
    return case


def test_before_a_contract_nothing_is_barred(desk):
    case = make_case(desk)
    desk.candidates.stage(case, Stage.VISIT)
    assert told(desk, case) == {}
    assert barred(desk, case) == 0


@pytest.mark.parametrize("how", ["contract", "work start", "stage"])
def test_with_a_contract_or_a_first_day_a_nurse_from_abroad_is_barred(desk, how):
    case = make_case(desk)
    if how == "stage":
        desk.candidates.stage(case, Stage.CONTRACT)
    else:
        kind = AnchorKind.CONTRACT if how == "contract" else AnchorKind.WORK_START
        desk.plan.set_anchor(case, kind, Day(date(2026, 11, 2)))
    found = told(desk, case)
    assert found[Blocker.RIGHT_TO_WORK].bars
    assert found[Blocker.LICENCE].bars
    assert barred(desk, case) == sum(each.bars for each in found.values())


def test_a_blocker_says_what_is_missing_until_when_and_who_can_act(desk, agreed):
    right = told(desk, agreed)[Blocker.RIGHT_TO_WORK]
    assert right.due == START
    assert FactKey.WORK_PERMISSION.value in right.ask
    shown = {step.short: step for track in Track for step in desk.plan.view(agreed, track).steps}
    assert right.steps
    assert right.step == shown[right.steps[0]].id
    assert set(right.roles) == {role for name in right.steps for role in shown[name].roles}
    assert Role.PERSON in right.roles


def test_a_fact_clears_it_on_the_day_it_was_noted(desk, agreed):
    before = barred(desk, agreed)
    person = desk.candidates.case(agreed).people[0].id
    desk.household.record(agreed, person, FactKey.WORK_PERMISSION, "yes")
    right = told(desk, agreed)[Blocker.RIGHT_TO_WORK]
    assert (right.state, right.cleared_on) == (BlockerState.CLEARED, TODAY)
    assert (right.ask, right.steps, right.roles, right.step) == ((), (), (), None)
    assert barred(desk, agreed) == before - 1
    desk.household.forget(agreed, person, FactKey.WORK_PERMISSION)
    assert barred(desk, agreed) == before


def test_a_step_clears_it_on_the_day_it_was_done(desk, agreed):
    from app.content.catalogue import load_catalogue
    from tests.conftest import ROOT

    clears = {
        step.id
        for step in load_catalogue(ROOT / "resources").steps
        if step.rule.clears is Blocker.RIGHT_TO_WORK
    }
    person = desk.candidates.case(agreed).people[0].id
    key = next(
        each.step
        for each in desk.plan.all_steps(agreed)
        if each.template in clears and each.step and each.person in (None, person)
    )
    before = barred(desk, agreed)
    done = desk.plan.tick(key, date(2026, 11, 20))
    right = told(desk, agreed)[Blocker.RIGHT_TO_WORK]
    assert (right.state, right.cleared_on) == (BlockerState.CLEARED, date(2026, 11, 20))
    assert barred(desk, agreed) == before - 1
    desk.history.undo(done.batch)
    assert barred(desk, agreed) == before


def test_steps_of_the_rest_of_the_family_clear_and_lead_to_nothing(desk, agreed):
    before = told(desk, agreed)
    desk.household.add(agreed, replace(CHILD, nationality="TN"))
    after = told(desk, agreed)
    assert {key: each.steps for key, each in after.items()} == {
        key: each.steps for key, each in before.items()
    }


def test_a_nurse_with_free_movement_needs_no_right_to_work(desk):
    case = make_case(desk, origin="NL")
    person = desk.candidates.case(case).people[0].id
    desk.household.edit(person, replace(NURSE, nationality="NL"))
    desk.plan.set_anchor(case, AnchorKind.WORK_START, START)
    assert Blocker.RIGHT_TO_WORK not in told(desk, case)
    assert Blocker.LICENCE in told(desk, case)


def test_the_head_of_every_tab_tells_the_same(desk, agreed):
    heads = [desk.candidates.head(agreed), desk.candidates.case(agreed).head]
    heads += [desk.plan.view(agreed, track).head for track in Track]
    assert all(head.blockers == heads[0].blockers for head in heads)


def test_clearing_the_dates_takes_the_blockers_along(desk, agreed):
    assert barred(desk, agreed) > 0
    desk.plan.clear_anchor(agreed, AnchorKind.WORK_START)
    assert barred(desk, agreed) == 0
    assert list(desk.lists.case_ids(CaseQuery())) == [agreed]
