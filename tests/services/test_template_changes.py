"""A changed rule and running plans: never rewritten unless somebody takes the change over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.desk import open_desk
from app.done import Topic
from app.errors import Reason, Refused
from app.progress import finish
from app.records.cases import CloseReason
from app.records.templates import TemplateState
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, StepState, Track
from app.services import template_effects
from app.services.files import open_data
from tests.conftest import TODAY
from tests.services.catalogues import resources
from tests.services.office_templates import (
    SETS,
    STEPS,
    dues,
    everything,
    family,
    moved,
    office,
    own_step,
)


@pytest.fixture
def desk(path, tmp_path):
    opened = office(path, tmp_path / "r")
    yield opened
    opened.close()


def narrowed(desk):
    return replace(desk.templates.draft("m_a"), when=({"housing": ("rent",)},))


def doubted(desk):
    return replace(desk.templates.draft("m_a"), when=({"dog": ("yes",)},))


def meant_otherwise(desk):
    return replace(desk.templates.draft("m_a"), kind="hint")


def done_by_others(desk):
    return replace(desk.templates.draft("m_a"), roles=("employer",))


def for_each_person(desk):
    return replace(desk.templates.draft("m_a"), scope="per_person")


def counted_from_elsewhere(desk):
    return replace(desk.templates.draft("m_other"), anchor="", after="m_a", offset="P1W")


def new(desk):
    return own_step(desk)


CHANGES = [
    moved,
    narrowed,
    doubted,
    meant_otherwise,
    done_by_others,
    for_each_person,
    counted_from_elsewhere,
    new,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_plan_stays_as_it_is_for_whoever_did_not_take_the_change_over(desk, change):
    taken, left = family(desk), family(desk)
    before = everything(desk, left)
    draft = change(desk)
    preview = finish(desk.templates.preview(draft, TODAY))
    assert {each.case for each in preview.affected} == {taken, left}
    assert all(each.changes for each in preview.affected)
    desk.templates.save(draft, TODAY, "seit der Umstellung", [taken])
    assert everything(desk, left) == before
    assert everything(desk, taken)[0] != before[0]
    assert finish(desk.plan.refresh()) == 0
    assert everything(desk, left) == before
    (held,) = finish(desk.templates.held(draft.id)).affected
    assert (held.case, held.changes) == (left, preview.affected[1].changes)


@pytest.mark.parametrize("change", CHANGES)
def test_undo_and_redo_take_catalogue_and_plans_along(desk, change):
    taken, left = family(desk), family(desk)
    before = [everything(desk, case) for case in (taken, left)]
    rows = desk.templates.rows(Track.ONBOARDING)
    draft = change(desk)
    done = desk.templates.save(draft, TODAY, "", [taken])
    after = [everything(desk, case) for case in (taken, left)]
    changed = desk.templates.rows(Track.ONBOARDING)
    assert changed != rows
    undone = desk.history.undo(done.batch)
    assert Topic.TEMPLATES in undone.touched
    assert desk.templates.rows(Track.ONBOARDING) == rows
    assert [everything(desk, case) for case in (taken, left)] == before
    assert finish(desk.plan.refresh()) == 0
    desk.history.undo(undone.batch)
    assert desk.templates.rows(Track.ONBOARDING) == changed
    assert [everything(desk, case) for case in (taken, left)] == after
    assert finish(desk.plan.refresh()) == 0


@pytest.mark.parametrize("change", CHANGES)
def test_taking_over_later_leads_to_the_same_plan(desk, change):
    at_once, later = family(desk), family(desk)
    draft = change(desk)
    desk.templates.save(draft, TODAY, "", [at_once])
    done = desk.templates.take_over(draft.id, [later])
    assert (done.case, done.facts["count"]) == (later, "1")

    def told(case):
        steps = desk.plan.view(case, Track.ONBOARDING).steps
        return [(s.template, s.due, s.applies, s.kind, s.roles, s.offset) for s in steps]

    assert told(later) == told(at_once)
    assert finish(desk.templates.held(draft.id)).affected == ()
    assert finish(desk.plan.refresh()) == 0
    before = told(at_once)
    desk.history.undo(done.batch)
    assert told(later) != before
    assert [each.case for each in finish(desk.templates.held(draft.id)).affected] == [later]


def test_who_is_not_affected_has_the_new_rule_at_once(desk):
    rents = family(desk)
    desk.household.record(rents, None, FactKey.HOUSING, "rent")
    desk.templates.save(narrowed(desk), TODAY)
    assert finish(desk.templates.held("m_a")).affected == ()
    assert "m_a" in dues(desk, rents)
    desk.household.record(rents, None, FactKey.HOUSING, "own")
    assert "m_a" not in dues(desk, rents)


def test_a_held_rule_goes_on_counting_from_its_anchor_and_facts(desk):
    case = family(desk)
    desk.templates.save(moved(desk), TODAY)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 12, 1)))
    assert dues(desk, case)["m_a"] == date(2026, 12, 4)
    assert dues(desk, case)["m_after"] == date(2026, 12, 6)
    other = family(desk)
    assert dues(desk, other)["m_a"] == date(2026, 11, 11)
    assert dues(desk, other)["m_after"] == date(2026, 11, 13)


def test_what_is_done_or_pinned_stays_when_a_change_is_taken_over(desk):
    done, pinned = family(desk), family(desk)
    ids = {
        case: next(
            s.id for s in desk.plan.view(case, Track.ONBOARDING).steps if s.template == "m_a"
        )
        for case in (done, pinned)
    }
    desk.plan.tick(ids[done], date(2026, 11, 4))
    desk.plan.pin(ids[pinned], Day(date(2026, 11, 30)))
    draft = moved(desk)
    assert finish(desk.templates.preview(draft, TODAY)).affected == ()
    desk.templates.save(draft, TODAY, "", [done, pinned])
    assert dues(desk, pinned)["m_a"] == date(2026, 11, 30)
    (step,) = [s for s in desk.plan.view(done, Track.ONBOARDING).steps if s.template == "m_a"]
    assert (step.state, step.due) == (StepState.DONE, Day(date(2026, 11, 5)))


def test_what_was_worked_on_stays_marked_where_it_applies_no_more(desk):
    case = family(desk)
    (step,) = [s for s in desk.plan.view(case, Track.ONBOARDING).steps if s.template == "m_a"]
    desk.plan.note(step.id, "Termin erbeten")
    (affected,) = finish(desk.templates.preview(narrowed(desk), TODAY)).affected
    assert [each.stays for each in affected.changes] == [True]
    desk.templates.save(narrowed(desk), TODAY, "", [case])
    (step,) = [s for s in desk.plan.view(case, Track.ONBOARDING).steps if s.template == "m_a"]
    assert (step.applies, step.note) == (Answer.NO, "Termin erbeten")


def test_a_second_change_is_measured_by_the_rule_a_case_keeps(desk):
    case = family(desk)
    desk.templates.save(moved(desk), TODAY)
    desk.templates.save(replace(moved(desk), offset="P20D"), TODAY)
    (affected,) = finish(desk.templates.held("m_a")).affected
    (change,) = affected.changes
    assert (change.old.on, change.new.on) == (date(2026, 11, 5), date(2026, 11, 22))
    # back to what the case has: nothing is kept any more, nothing moved
    done = desk.templates.save(replace(moved(desk), offset="P3D"), TODAY)
    assert done.facts["held"] == "0"
    assert finish(desk.templates.held("m_a")).affected == ()
    assert dues(desk, case)["m_a"] == date(2026, 11, 5)


def test_only_words_reach_every_plan_and_hold_nobody_back(desk):
    case = family(desk)
    said = {"de": "Neue Worte", "en": "New words"}
    draft = replace(desk.templates.draft("m_a"), short=said)
    assert finish(desk.templates.preview(draft, TODAY)).affected == ()
    desk.templates.save(draft, TODAY)
    assert "Neue Worte" in {s.short for s in desk.plan.view(case, Track.ONBOARDING).steps}
    assert desk.templates.rows(Track.ONBOARDING)[0].held == 0


def test_the_list_of_cases_names_the_next_step_by_its_new_words(desk):
    case = family(desk)
    assert desk.lists.case_rows([case])[0].next_step == "Schritt m_b"
    said = {"de": "Neue Worte", "en": "New words"}
    draft = replace(desk.templates.draft("m_b"), short=said)
    done = desk.templates.save(draft, TODAY)
    assert desk.lists.case_rows([case])[0].next_step == "Neue Worte"
    desk.history.undo(done.batch)
    assert desk.lists.case_rows([case])[0].next_step == "Schritt m_b"


def test_a_closed_case_is_not_looked_at(desk):
    case = family(desk)
    desk.candidates.close(case, CloseReason.SETTLED)
    preview = finish(desk.templates.preview(moved(desk), TODAY))
    assert (preview.affected, preview.looked_at) == ((), 0)


@pytest.mark.parametrize("change", CHANGES)
def test_a_closed_case_that_is_opened_again_has_the_plan_it_had(desk, change):
    case = family(desk)
    before = everything(desk, case)
    desk.candidates.close(case, CloseReason.SETTLED)
    done = desk.templates.save(change(desk), TODAY)
    desk.candidates.reopen(case)
    assert finish(desk.plan.refresh()) == 0
    assert everything(desk, case) == before
    assert done.batch is not None


def test_a_change_of_a_step_that_is_left_out_by_the_set_affects_nobody(desk):
    case = family(desk)
    desk.plan.give_set(case, "short")
    draft = replace(desk.templates.draft("m_other"), offset="P9D")
    assert finish(desk.templates.preview(draft, TODAY)).affected == ()


def test_a_step_switched_off_goes_where_it_is_taken_over_and_stays_where_not(desk):
    taken, left, worked = family(desk), family(desk), family(desk)
    (step,) = [s for s in desk.plan.view(worked, Track.ONBOARDING).steps if s.template == "m_b"]
    desk.plan.note(step.id, "läuft")
    before = everything(desk, left)
    preview = finish(desk.templates.preview_off("m_b", TODAY))
    assert {each.case: [c.goes for c in each.changes] for each in preview.affected} == {
        taken: [True],
        left: [True],
        worked: [False],
    }
    done = desk.templates.switch_off("m_b", TODAY, "", [taken, worked])
    assert done.facts["count"] == "2"
    assert "m_b" not in dues(desk, taken)
    assert everything(desk, left) == before
    (stays,) = [s for s in desk.plan.view(worked, Track.ONBOARDING).steps if s.template == "m_b"]
    assert (stays.applies, stays.short) == (Answer.NO, "Schritt m_b")
    assert finish(desk.plan.refresh()) == 0
    row = next(r for r in desk.templates.rows(Track.ONBOARDING) if r.template == "m_b")
    assert (row.state, row.held) == (TemplateState.OFF, 1)
    assert "m_b" not in dues(desk, family(desk))
    assert desk.templates.draft("m_b") == desk.templates.original("m_b")
    desk.history.undo(done.batch)
    assert "m_b" in dues(desk, taken)


def test_going_back_to_the_original_is_previewed_and_taken_over_too(desk):
    case = family(desk)
    desk.templates.save(moved(desk), TODAY, "", [case])
    assert dues(desk, case)["m_a"] == date(2026, 11, 11)
    (affected,) = finish(desk.templates.preview_restore("m_a", TODAY)).affected
    assert affected.changes[0].new == Day(date(2026, 11, 5))
    desk.templates.restore("m_a", TODAY)
    assert dues(desk, case)["m_a"] == date(2026, 11, 11)
    assert desk.templates.rows(Track.ONBOARDING)[0].state is TemplateState.SHIPPED
    desk.templates.take_over("m_a", [case])
    assert dues(desk, case)["m_a"] == date(2026, 11, 5)
    assert desk.templates.draft("m_a") == desk.templates.original("m_a")


def test_an_own_step_restored_is_switched_off(desk):
    case = family(desk)
    draft = own_step(desk)
    desk.templates.save(draft, TODAY, "", [case])
    assert draft.id in dues(desk, case)
    assert [e.case for e in finish(desk.templates.preview_restore(draft.id, TODAY)).affected] == [
        case
    ]
    desk.templates.restore(draft.id, TODAY, "", [case])
    assert draft.id not in dues(desk, case)
    row = next(r for r in desk.templates.rows(Track.ONBOARDING) if r.template == draft.id)
    assert row.state is TemplateState.OFF
    assert desk.templates.draft(draft.id) == draft
    desk.templates.save(draft, TODAY, "", [case])
    assert draft.id in dues(desk, case)


def test_a_preview_tells_how_far_it_is_and_can_be_cancelled(desk, monkeypatch):
    monkeypatch.setattr(template_effects, "CHUNK", 2)
    for _ in range(3):
        family(desk)
    work = desk.templates.preview(moved(desk), TODAY)
    assert [(s.done, s.total, s.what) for s in (next(work), next(work))] == [
        (0, 3, "templates"),
        (2, 3, "templates"),
    ]
    work.close()


def test_nothing_is_taken_over_where_nothing_is_held(desk):
    case = family(desk)
    with pytest.raises(Refused) as caught:
        desk.templates.take_over("m_a", [case])
    assert caught.value.reason is Reason.NOTHING_TO_UNDO


def test_a_job_that_is_cancelled_writes_nothing(desk):
    case = family(desk)
    before = (everything(desk, case), desk.templates.rows(Track.ONBOARDING))
    work = desk.templates.saving(moved(desk), TODAY, "", [case])
    next(work)
    work.close()
    assert (everything(desk, case), desk.templates.rows(Track.ONBOARDING)) == before


def test_who_is_worked_on_while_a_change_is_looked_at_is_asked_again(desk):
    turned = family(desk)
    work = desk.templates.saving(narrowed(desk), TODAY)
    next(work)
    # somebody works on while the job runs: one is not affected any more, another one is new
    desk.household.record(turned, None, FactKey.HOUSING, "rent")
    registered = family(desk)
    before = everything(desk, registered)
    finish(work)
    assert [each.case for each in finish(desk.templates.held("m_a")).affected] == [registered]
    assert everything(desk, registered) == before


def test_nothing_is_stored_in_a_file_nobody_may_write(path, tmp_path):
    first = office(path, tmp_path / "r")
    folder = resources(tmp_path / "r", STEPS, sets=SETS)
    second = open_desk(open_data(path), folder, lambda: TODAY, "Imke Okken")
    with pytest.raises(Refused) as caught:
        second.templates.save(own_step(second), TODAY)
    assert caught.value.reason is Reason.READ_ONLY
    second.close()
    first.close()
