"""Mistakes that peers' users complained of, one test each: none of them is ours.

Where a mistake was reported stands in the test: project and issue.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.progress import finish
from app.records.cases import CloseReason
from app.records.plan import OwnStep
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, Role, StepState, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import CHILD, FROM_TUNISIA, NURSE, make_case, with_dates
from tests.services.catalogues import resources, step

CONTRACT = date(2026, 11, 2)


@pytest.fixture
def opened(path, tmp_path):
    """A desk on milestones of the test's own; opening again closes the one before."""
    desks = []

    def open_with(*steps, relocation=(), sets=(("standard", ()),)):
        if desks:
            desks.pop().close()
        folder = resources(tmp_path / "r", steps, relocation, sets)
        desks.append(open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms"))
        assert desks[0].faults == ()
        return desks[0]

    yield open_with
    for desk in desks:
        desk.close()


def planned(desk, case, track=Track.ONBOARDING):
    return {each.template or each.title: each for each in desk.plan.view(case, track).steps}


def with_contract(desk, on=CONTRACT):
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(on))
    return case


def test_day_zero_is_a_date_and_not_none(opened):
    """frappe/erpnext #29921: an offset of 0 was taken for "no date"."""
    desk = opened(step("m_zero", offset="P0D"))
    found = planned(desk, with_contract(desk))["m_zero"]
    assert (found.due, found.offset) == (Day(CONTRACT), "P0D")
    assert found.late


def test_an_empty_plan_is_complete_and_can_be_closed(opened):
    """frappe/hrms #931: a record without activities stayed "Pending" for ever."""
    desk = opened()
    case = with_contract(desk)
    view = desk.plan.view(case, Track.ONBOARDING)
    assert (view.done, view.total, view.late, view.next_step) == (0, 0, 0, None)
    desk.candidates.close(case, CloseReason.SETTLED)
    assert desk.candidates.head(case).closed_on == TODAY


def test_a_plan_of_nothing_but_hints_is_complete(opened):
    """frappe/hrms #931, the other way to an empty plan: nothing in it can be ticked."""
    desk = opened(step("m_hint", kind="hint"))
    view = desk.plan.view(with_contract(desk), Track.ONBOARDING)
    assert (len(view.steps), view.done, view.total) == (1, 0, 0)


def test_closing_a_case_deletes_nothing_that_was_done(opened):
    """frappe/erpnext #29470: cancelling deleted project and tasks without a warning."""
    desk = opened(step("m_a"), step("m_b"))
    case = with_contract(desk)
    desk.plan.tick(planned(desk, case)["m_a"].id, date(2026, 11, 20))
    before = desk.plan.view(case, Track.ONBOARDING).steps
    desk.candidates.close(case, CloseReason.DECLINED)
    assert desk.plan.view(case, Track.ONBOARDING).steps == before
    desk.candidates.reopen(case)
    assert desk.plan.view(case, Track.ONBOARDING).steps == before


def test_a_step_before_day_zero_works(opened):
    """compucorp/civihr #1016: negative offsets were wanted."""
    desk = opened(step("m_before", offset="-P3W"))
    found = planned(desk, with_contract(desk))["m_before"]
    assert found.due == Day(CONTRACT - timedelta(weeks=3))


def test_a_step_counts_from_another_step_and_from_when_it_was_really_done(opened):
    """civicrm/civicrm-core #12236, frappe/erpnext #6839: relative to another step, and pushed
    when that one slips."""
    desk = opened(
        step("m_third", after="m_second", offset="P1W"),
        step("m_second", after="m_first", offset="P2D"),
        step("m_first", offset="P3D"),
    )
    case = with_contract(desk)
    found = planned(desk, case)
    assert [found[name].due.on.day for name in ("m_first", "m_second", "m_third")] == [5, 7, 14]
    assert found["m_second"].after == "Schritt m_first"
    assert (found["m_second"].anchor, found["m_second"].counted_from) == (
        None,
        found["m_first"].due,
    )
    done = desk.plan.tick(found["m_first"].id, date(2026, 11, 20))
    found = planned(desk, case)
    assert [found[name].due.on.day for name in ("m_second", "m_third")] == [22, 29]
    desk.history.undo(done.batch)
    found = planned(desk, case)
    assert [found[name].due.on.day for name in ("m_second", "m_third")] == [7, 14]


def test_a_step_of_a_track_counts_from_one_of_the_other(opened):
    """civicrm/civicrm-core #12236: the reference activity may stand in another timeline."""
    desk = opened(
        step("m_first", offset="P3D"), relocation=[step("r_then", after="m_first", offset="P4D")]
    )
    case = with_contract(desk)
    assert planned(desk, case, Track.RELOCATION)["r_then"].due == Day(date(2026, 11, 9))


def test_a_pinned_step_holds_what_counts_from_it(opened):
    """frappe/erpnext #2979: dependent tasks were not pushed when one was moved by hand."""
    desk = opened(step("m_first"), step("m_then", after="m_first", offset="P1W"))
    case = with_contract(desk)
    desk.plan.pin(planned(desk, case)["m_first"].id, Day(date(2026, 12, 1)))
    assert planned(desk, case)["m_then"].due == Day(date(2026, 12, 8))
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2027, 1, 4)))
    assert planned(desk, case)["m_then"].due == Day(date(2026, 12, 8))


def test_steps_of_the_future_are_there_from_the_start(opened):
    """CiviCooP/org.civicoop.civirules #95: future tasks appeared on their day only."""
    desk = opened(step("m_far", offset="P5Y"), step("m_undated", anchor="birth", offset="P1M"))
    found = planned(desk, with_contract(desk))
    assert found["m_far"].due == Day(date(2031, 11, 2))
    assert (found["m_undated"].due, found["m_undated"].state) == (None, StepState.OPEN)


def test_a_completed_plan_keeps_its_hundred_per_cent_and_its_history(opened):
    """chiefonboarding/ChiefOnboarding #547: the bar reset and the history vanished."""
    desk = opened(step("m_a"), step("m_b", offset="P1W"))
    case = with_contract(desk)
    for name, on in (("m_a", date(2026, 11, 3)), ("m_b", date(2026, 11, 9))):
        desk.plan.tick(planned(desk, case)[name].id, on)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2027, 5, 3)))
    desk.household.record(case, None, FactKey.HOUSING, "own")
    assert finish(desk.plan.refresh()) == 0
    view = desk.plan.view(case, Track.ONBOARDING)
    assert (view.done, view.total, view.next_step) == (2, 2, None)
    assert [(phase.done, phase.total) for phase in view.phases] == [(2, 2)]
    assert {each.done_on for each in view.steps} == {date(2026, 11, 3), date(2026, 11, 9)}
    acts = [each.act for each in desk.history.of_case(case)]
    assert acts.count("step_ticked") == 2


def test_another_template_keeps_what_was_done(opened):
    """Personio: assigning a new template deleted status and information for good."""
    sets = (("standard", ()), ("short", ("m_b", "m_c")))
    desk = opened(step("m_a"), step("m_b"), step("m_c"), sets=sets)
    case = with_contract(desk)
    found = planned(desk, case)
    desk.plan.tick(found["m_a"].id, date(2026, 11, 3))
    desk.plan.tick(found["m_b"].id, date(2026, 11, 4))
    desk.plan.note(found["m_b"].id, "in Papierform")
    preview = desk.plan.preview_set(case, "short")
    assert (preview.keeps, preview.withdraws) == (("Schritt m_b",), ("Schritt m_c",))
    desk.plan.give_set(case, "short")
    kept = planned(desk, case)["m_b"]
    assert (kept.state, kept.done_on, kept.note) == (
        StepState.DONE,
        date(2026, 11, 4),
        "in Papierform",
    )
    view = desk.plan.view(case, Track.ONBOARDING)
    assert (view.done, view.total) == (2, 2)


def test_a_changed_template_does_not_destroy_a_plan_that_was_given(opened):
    """civicrm/civicrm-core #977: what becomes of old tasks when the case type changes?"""
    desk = opened(step("m_a", offset="P1W"), step("m_b"), step("m_gone"))
    case = with_contract(desk)
    desk.plan.tick(planned(desk, case)["m_gone"].id, date(2026, 11, 3))
    before = planned(desk, case)
    desk = opened(step("m_a", offset="P4W"), step("m_b"), step("m_new"))
    finish(desk.plan.refresh())
    after = planned(desk, case)
    assert set(after) == {"m_a", "m_b", "m_gone", "m_new"}
    assert after["m_a"].due == before["m_a"].due
    assert (after["m_gone"].state, after["m_gone"].done_on) == (StepState.DONE, date(2026, 11, 3))


def test_moving_the_start_moves_open_dates_and_leaves_done_and_pinned_ones(opened):
    """frappe/hrms: dates were computed once at submit, and moving the start did nothing."""
    desk = opened(*(step(name, anchor="work_start", offset="-P2W") for name in ("a", "b", "c")))
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2026, 12, 1)))
    found = planned(desk, case)
    desk.plan.tick(found["a"].id, date(2026, 11, 16))
    desk.plan.pin(found["b"].id, Day(date(2026, 11, 20)))
    done = desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    after = planned(desk, case)
    assert done.facts["moved"] == "1"
    assert after["a"].due == found["a"].due
    assert after["b"].due == Day(date(2026, 11, 20))
    assert after["c"].due == Day(date(2027, 2, 15))


def test_a_role_nobody_fills_holds_nothing_up_and_is_seen(opened):
    """chiefonboarding/ChiefOnboarding: a missing buddy or manager blocked the whole sequence."""
    desk = opened(step("m_mentor", roles=["mentor", "it"]))
    case = with_contract(desk)
    found = planned(desk, case)["m_mentor"]
    assert (found.roles, found.holders) == ((Role.MENTOR, Role.IT), ())
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Imke Okken"))
    found = planned(desk, case)["m_mentor"]
    assert [(each.role, each.draft.name) for each in found.holders] == [(Role.MENTOR, "Imke Okken")]
    desk.plan.tick(found.id)
    assert planned(desk, case)["m_mentor"].state is StepState.DONE


def test_steps_count_from_several_dates_of_one_case(opened):
    """chiefonboarding/ChiefOnboarding #397, #413: to-dos knew the start date only."""
    kinds = [AnchorKind.CONTRACT, AnchorKind.WORK_START, AnchorKind.EMPLOYMENT_END]
    desk = opened(*(step(f"m_{kind.value}", anchor=kind.value, offset="P1W") for kind in kinds))
    case = make_case(desk)
    for number, kind in enumerate(kinds):
        desk.plan.set_anchor(case, kind, Day(date(2027, 1 + number, 4)))
    found = planned(desk, case)
    dues = [found[f"m_{kind.value}"].due.on for kind in kinds]
    assert dues == [date(2027, 1, 11), date(2027, 2, 11), date(2027, 3, 11)]


@pytest.mark.parametrize("days", [0, 1, 30, 31, 99, 365])
def test_no_day_is_missing_that_a_template_can_name(opened, days):
    """frappe/erpnext #26738: days were missing in templates."""
    desk = opened(step("m_day", offset=f"P{days}D"))
    found = planned(desk, with_contract(desk))["m_day"]
    assert found.due == Day(CONTRACT + timedelta(days=days))


def test_a_date_that_falls_on_a_holiday_moves_only_where_a_paragraph_says_so(opened):
    """frappe/hrms pushed every date to the next working day, whatever it was."""
    law = {"basis": "§ 17 Abs. 1 BMG", "grade": "G", "source": "BMG", "kind": "duty"}
    desk = opened(
        step("m_stays", offset="P1D", shift_basis="Die Frist rückt nicht.", **law),
        step("m_moves", offset="P1D", shift="next_working_day",
             shift_basis="§ 31 Abs. 3 VwVfG", **law),
    )  # fmt: skip
    case = with_contract(desk, date(2026, 12, 24))
    found = planned(desk, case)
    assert (found["m_stays"].due, found["m_stays"].unshifted) == (Day(date(2026, 12, 25)), None)
    assert found["m_moves"].due == Day(date(2026, 12, 28))
    assert found["m_moves"].unshifted == date(2026, 12, 25)


def test_not_everything_falls_due_tomorrow(opened):
    """odoo #51347, #54326: after the launch all activities were due tomorrow."""
    desk = opened(*(step(f"m_{days}", offset=f"P{days}D") for days in (0, 7, 30, 90)))
    case = with_contract(desk)
    assert len({each.due for each in planned(desk, case).values()}) == 4
    finish(desk.plan.refresh())
    assert len({each.due for each in planned(desk, case).values()}) == 4


def test_the_sequence_can_be_changed_for_one_family_alone(opened):
    """chiefonboarding/ChiefOnboarding #6: changing it for one person changed it for all."""
    desk = opened(step("m_a"), step("m_b", when=[{"housing": ["rent"]}]))
    case, other = with_contract(desk), with_contract(desk)
    before = desk.plan.view(other, Track.ONBOARDING).steps
    desk.plan.not_needed(planned(desk, case)["m_a"].id, "macht die Klinik")
    desk.household.record(case, None, FactKey.HOUSING, "own")
    desk.plan.take(case, "m_b", None)
    desk.plan.add_own(case, OwnStep(Track.ONBOARDING, "Kuchen", Day(TODAY)))
    assert desk.plan.view(other, Track.ONBOARDING).steps == before


def test_a_step_of_the_office_is_marked_as_its_own(opened):
    """Personio shows own steps in bold; the mark is on the step, not in its title."""
    desk = opened(step("m_a"))
    case = with_contract(desk)
    desk.plan.add_own(case, OwnStep(Track.ONBOARDING, "Kuchen", Day(TODAY)))
    found = planned(desk, case)
    assert (found["Kuchen"].own, found["m_a"].own) == (True, False)


def test_a_task_that_waits_for_several_others_names_each_once(opened):
    """Business.NJ.gov Navigator: a task may be blocked by several, duplicates tolerated."""
    desk = opened(
        step("m_a"), step("m_b"), step("m_c", depends_on=["m_a", "m_b"]),
    )  # fmt: skip
    case = with_contract(desk)
    desk.plan.tick(planned(desk, case)["m_a"].id)
    waits = planned(desk, case)["m_c"].waits_for
    assert [(each.short, each.done) for each in waits] == [
        ("Schritt m_a", True),
        ("Schritt m_b", False),
    ]
    assert waits[1].step == planned(desk, case)["m_b"].id


def test_a_step_waits_for_the_same_person_first_and_not_for_what_is_not_needed(opened):
    """Business.NJ.gov Navigator: a task waited for steps that the business did not have."""
    desk = opened(
        step("m_each", scope="per_person"),
        step("m_rent", when=[{"housing": ["rent"]}]),
        step("m_then", scope="per_person", depends_on=["m_each", "m_rent"]),
    )
    case = make_case(desk, children=1)
    desk.household.record(case, None, FactKey.HOUSING, "own")
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    each_ = {one.person: one.id for one in steps if one.template == "m_each"}
    for then in (one for one in steps if one.template == "m_then"):
        assert [wait.step for wait in then.waits_for] == [each_[then.person]]


def test_nothing_derived_goes_out_of_date(desk):
    """Primero derives its tasks for that reason: what is late, next and barred follows at once."""
    case = make_case(desk)
    with_dates(desk, case)
    row = desk.lists.case_rows([case])[0]
    view = desk.plan.view(case, Track.ONBOARDING)
    assert view.late > 0
    for each in view.steps:
        if each.late:
            desk.plan.tick(each.id)
    assert desk.plan.view(case, Track.ONBOARDING).late == 0
    assert desk.lists.case_rows([case])[0].next_due != row.next_due


def test_a_missing_fact_gives_a_question_and_not_a_gap(desk):
    """Business.NJ.gov Navigator prints a placeholder where a fact is missing."""
    case = make_case(desk)
    unclear = [each for each in desk.plan.all_steps(case) if each.applies is Answer.UNCLEAR]
    assert unclear
    assert all(each.ask and each.step for each in unclear)


def test_a_child_added_later_gets_its_steps_and_a_second_one_its_own(desk):
    """adrottenberg/family-relocation keeps a family in columns of one row."""
    case = make_case(desk)
    desk.household.add(case, CHILD)
    desk.household.add(case, replace(CHILD, given="Ilyas"))
    lines = [each for each in desk.plan.all_steps(case) if each.step and each.person]
    children = {person.id for person in desk.candidates.case(case).people[1:]}
    by_child = {
        child: {each.template for each in lines if each.person == child} for child in children
    }
    assert len(by_child) == 2
    first, second = by_child.values()
    assert first == second != set()


def test_another_origin_changes_the_plan_without_losing_work(desk):
    """ReloTracker-like packages are chosen once; here the facts choose, at any time."""
    case = make_case(desk)
    with_dates(desk, case)
    key = planned(desk, case)["m_81a"].id
    desk.plan.tick(key, date(2026, 11, 10))
    person = desk.candidates.case(case).people[0].id
    desk.household.edit(person, replace(NURSE, nationality="NL"))
    desk.candidates.edit(case, replace(FROM_TUNISIA, origin="NL"))
    kept = planned(desk, case)["m_81a"]
    assert (kept.id, kept.state, kept.applies) == (key, StepState.DONE, Answer.NO)
