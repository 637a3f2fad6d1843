"""The list of all steps, and steps taken into a plan by hand."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.plan import OwnStep
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, StepState, Track
from tests.makers import make_case


def line(desk, case, template, person=None):
    found = [
        each
        for each in desk.plan.all_steps(case)
        if (each.template, each.person) == (template, person)
    ]
    assert len(found) == 1, template
    return found[0]


def outside(desk, case):
    """Lines that do not apply and stand outside the plan."""
    return [
        each
        for each in desk.plan.all_steps(case)
        if each.applies is Answer.NO and each.step is None
    ]


def test_every_template_is_listed_for_everybody_it_concerns_once(desk):
    from app.content.catalogue import load_catalogue
    from tests.conftest import ROOT

    case = make_case(desk, children=2)
    found = [(each.template, each.person) for each in desk.plan.all_steps(case)]
    assert len(found) == len(set(found))
    shipped = [step.id for step in load_catalogue(ROOT / "resources").steps]
    assert list(dict.fromkeys(template for template, _ in found)) == shipped


def test_a_line_has_the_step_where_it_stands_in_the_plan_and_none_elsewhere(desk):
    case = make_case(desk)
    in_plan = {
        (step.template, step.person): (step.id, step.state, step.applies, step.due)
        for track in Track
        for step in desk.plan.view(case, track).steps
    }
    for each in desk.plan.all_steps(case):
        told = in_plan.pop((each.template, each.person), None)
        if told is None:
            assert (each.step, each.state) == (None, None)
            assert each.applies is Answer.NO or each.left_out
        else:
            assert (each.step, each.state, each.applies, each.due) == told
    assert in_plan == {}


def test_every_line_that_does_not_apply_says_why_or_what_is_withheld(desk):
    lines = outside(desk, make_case(desk, children=1))
    assert lines
    assert all(each.because or each.withheld for each in lines)


def test_a_step_taken_by_hand_applies_and_stays_whatever_the_facts_say(desk):
    case = make_case(desk)
    desk.household.record(case, None, FactKey.HOUSING, "own")
    wanted = outside(desk, case)[0]
    done = desk.plan.take(case, wanted.template, wanted.person)
    assert done.facts["step"] == wanted.short
    taken = line(desk, case, wanted.template, wanted.person)
    assert (taken.applies, taken.by_hand, taken.state) == (Answer.YES, True, StepState.OPEN)
    desk.household.record(case, None, FactKey.HOUSING, "dormitory")
    again = line(desk, case, wanted.template, wanted.person)
    assert (again.step, again.applies, again.ask) == (taken.step, Answer.YES, ())
    view = desk.plan.view(case, wanted.track)
    shown = next(step for step in view.steps if step.id == taken.step)
    assert (shown.by_hand, shown.applies) == (True, Answer.YES)


def test_a_step_taken_by_hand_moves_with_its_anchor(desk):
    case = make_case(desk)
    wanted = next(
        each for each in outside(desk, case) if each.due is None and each.track is Track.RELOCATION
    )
    desk.plan.take(case, wanted.template, wanted.person)
    for kind in AnchorKind:
        desk.plan.set_anchor(case, kind, Day(date(2027, 3, 1)))
    assert line(desk, case, wanted.template, wanted.person).due is not None


def test_what_is_in_the_plan_is_not_taken_twice(desk):
    case = make_case(desk)
    there = next(each for each in desk.plan.all_steps(case) if each.step)
    wanted = outside(desk, case)[0]
    desk.plan.take(case, wanted.template, wanted.person)
    for each in (there, wanted):
        with pytest.raises(Refused) as caught:
            desk.plan.take(case, each.template, each.person)
        assert caught.value.reason is Reason.ALREADY_IN_PLAN


def test_taking_what_no_template_says_or_for_somebody_else_is_refused(desk):
    case, other = make_case(desk), make_case(desk)
    stranger = desk.candidates.case(other).people[0].id
    wanted = outside(desk, case)[0]
    for template, person, reason in (
        ("gibtsnicht", None, Reason.NO_SUCH_TEMPLATE),
        (wanted.template, stranger, Reason.NO_SUCH_PERSON),
    ):
        with pytest.raises(Refused) as caught:
            desk.plan.take(case, template, person)
        assert caught.value.reason is reason


def test_a_step_that_was_worked_on_and_applies_no_more_can_be_taken_back_by_hand(desk):
    case = make_case(desk)
    rented = next(
        step
        for step in desk.plan.view(case, Track.RELOCATION).steps
        if FactKey.HOUSING.value in step.ask and step.applies is Answer.UNCLEAR
    )
    desk.plan.note(rented.id, "Vermieter fragen")
    desk.household.record(case, None, FactKey.HOUSING, "own")
    marked = line(desk, case, rented.template, rented.person)
    if marked.applies is not Answer.NO:
        pytest.skip("the shipped templates leave no step to renting alone")
    desk.plan.take(case, rented.template, rented.person)
    assert line(desk, case, rented.template, rented.person).applies is Answer.YES


def test_a_step_taken_by_hand_is_given_back_to_the_facts(desk):
    case = make_case(desk)
    wanted = outside(desk, case)[0]
    desk.plan.take(case, wanted.template, wanted.person)
    key = line(desk, case, wanted.template, wanted.person).step
    desk.plan.untake(key)
    assert line(desk, case, wanted.template, wanted.person).step is None
    with pytest.raises(Refused) as caught:
        desk.plan.untake(key)
    assert caught.value.reason is Reason.NO_SUCH_STEP


def test_what_was_done_stays_when_it_is_given_back(desk):
    case = make_case(desk)
    wanted = next(each for each in outside(desk, case) if each.kind.value != "hint")
    desk.plan.take(case, wanted.template, wanted.person)
    key = line(desk, case, wanted.template, wanted.person).step
    desk.plan.tick(key)
    desk.plan.untake(key)
    kept = line(desk, case, wanted.template, wanted.person)
    assert (kept.step, kept.state, kept.applies) == (key, StepState.DONE, Answer.NO)


def test_only_what_was_taken_by_hand_is_given_back(desk):
    case = make_case(desk)
    given = next(each.step for each in desk.plan.all_steps(case) if each.step)
    with pytest.raises(Refused) as caught:
        desk.plan.untake(given)
    assert caught.value.reason is Reason.NO_SUCH_STEP


def test_the_whole_list_ends_with_the_steps_of_the_office(desk):
    case = make_case(desk)
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, "Räder", Day(date(2026, 11, 2))))
    *templates, own = desk.plan.whole(case)
    assert tuple(templates) == desk.plan.all_steps(case)
    assert (own.own, own.template, own.title, own.late) == (True, "", "Räder", True)
