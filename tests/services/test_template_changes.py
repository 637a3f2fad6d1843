"""A changed rule and running plans: never rewritten unless somebody takes the change over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.done import Topic
from app.errors import Reason, Refused
from app.progress import finish
from app.records.templates import TemplateState
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, StepState, Track
from tests.conftest import TODAY
from tests.services.office_templates import dues, family, office, own_step


@pytest.fixture
def desk(path, tmp_path):
    opened = office(path, tmp_path / "r")
    yield opened
    opened.close()


def moved(desk):
    return replace(desk.templates.draft("m_a"), offset="P9D")


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


def everything(desk, case):
    """All that is told of the plan of a case."""
    listed = desk.plan.whole(case)
    views = [desk.plan.view(case, track) for track in Track]
    return listed, [view.steps for view in views], desk.lists.case_rows([case])


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
    from app.records.cases import CloseReason

    case = family(desk)
    desk.candidates.close(case, CloseReason.SETTLED)
    preview = finish(desk.templates.preview(moved(desk), TODAY))
    assert (preview.affected, preview.looked_at) == ((), 0)


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
    from app.services import template_effects

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


class Days:
    def __init__(self, day):
        self.day = day

    def __call__(self):
        return self.day


@pytest.fixture
def passing(path, tmp_path):
    """A desk whose day may pass, and that day."""
    from app.desk import open_desk
    from db.file import open_file
    from tests.services.catalogues import resources
    from tests.services.office_templates import SETS, STEPS

    day = Days(TODAY)
    opened = open_desk(
        open_file(path), resources(tmp_path / "r", STEPS, sets=SETS), day, "Tomke Harms"
    )
    yield opened, day
    opened.close()


def test_a_version_for_a_later_day_comes_with_that_day(passing):
    desk, day = passing
    taken, left = family(desk), family(desk)
    before = everything(desk, left)
    then = TODAY + timedelta(days=7)
    desk.templates.save(moved(desk), then, "ab Dezember", [taken])
    assert [everything(desk, case)[0] for case in (taken, left)][1] == before[0]
    assert dues(desk, taken)["m_a"] == date(2026, 11, 5)
    row = desk.templates.rows(Track.ONBOARDING)[0]
    assert (row.state, row.planned, row.held) == (TemplateState.SHIPPED, then, 1)
    (version,) = desk.templates.versions("m_a")
    assert (version.holds, version.valid_from, version.note) == (False, then, "ab Dezember")
    assert finish(desk.plan.refresh()) == 0
    day.day = then
    assert finish(desk.plan.refresh()) == 1
    assert dues(desk, taken)["m_a"] == date(2026, 11, 11)
    assert dues(desk, left)["m_a"] == date(2026, 11, 5)
    row = desk.templates.rows(Track.ONBOARDING)[0]
    assert (row.state, row.planned) == (TemplateState.CHANGED, None)
    assert desk.templates.versions("m_a")[0].holds


def test_of_several_versions_the_latest_day_then_the_latest_made_holds(passing):
    desk, day = passing
    case = family(desk)
    for offset, days in (("P4D", 0), ("P6D", 9), ("P5D", 3), ("P7D", 9)):
        desk.templates.save(replace(moved(desk), offset=offset), TODAY + timedelta(days=days))
    held = []
    for days in (0, 2, 3, 8, 9, 400):
        day.day = TODAY + timedelta(days=days)
        finish(desk.plan.refresh())
        held.append(desk.templates.draft("m_a").offset)
    assert held == ["P4D", "P4D", "P5D", "P5D", "P7D", "P7D"]
    assert dues(desk, case)["m_a"] == date(2026, 11, 5)


def test_a_newer_shipped_original_is_told_beside_an_own_version(path, tmp_path):
    from tests.services.catalogues import step
    from tests.services.office_templates import STEPS

    desk = office(path, tmp_path / "r")
    case = family(desk)
    desk.templates.save(moved(desk), TODAY, "", [case])
    assert not desk.templates.rows(Track.ONBOARDING)[0].newer_original
    desk.close()
    newer = (step("m_a", offset="P4D"), *STEPS[1:])
    desk = office(path, tmp_path / "r", steps=newer)
    assert desk.templates.rows(Track.ONBOARDING)[0].newer_original
    assert dues(desk, case)["m_a"] == date(2026, 11, 11)
    assert desk.templates.original("m_a").offset == "P4D"
    desk.close()


def test_after_a_return_to_the_original_a_newer_one_rewrites_no_plan(path, tmp_path):
    from tests.services.catalogues import step
    from tests.services.office_templates import STEPS

    desk = office(path, tmp_path / "r")
    case = family(desk)
    desk.templates.save(moved(desk), TODAY, "", [case])
    desk.templates.restore("m_a", TODAY, "", [case])
    desk.close()
    desk = office(path, tmp_path / "r", steps=(step("m_a", offset="P4D"), *STEPS[1:]))
    finish(desk.plan.refresh())
    assert dues(desk, case)["m_a"] == date(2026, 11, 5)
    desk.close()


def test_what_was_changed_is_there_when_the_file_is_opened_again(path, tmp_path):
    desk = office(path, tmp_path / "r")
    taken, left = family(desk), family(desk)
    desk.templates.save(moved(desk), TODAY, "", [taken])
    before = [everything(desk, case) for case in (taken, left)]
    desk.close()
    desk = office(path, tmp_path / "r")
    assert desk.faults == ()
    assert [everything(desk, case) for case in (taken, left)] == before
    assert finish(desk.plan.refresh()) == 0
    desk.close()


def test_a_broken_version_gives_way_to_the_original_and_is_told(path, tmp_path):
    desk = office(path, tmp_path / "r")
    desk.templates.save(moved(desk), TODAY)
    connection = desk.transactions.file.connect()
    connection.execute("UPDATE template_versions SET text = replace(text, 'P9D', 'P99Y')")
    connection.close()
    desk.close()
    desk = office(path, tmp_path / "r")
    (fault,) = desk.faults
    assert (fault.file, fault.key, fault.problem) == ("Eigene Fassung: m_a", "P99Y", "bad_offset")
    assert fault.line > 1
    assert dues(desk, family(desk))["m_a"] == date(2026, 11, 5)
    desk.close()
