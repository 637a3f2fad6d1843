"""The plan of a case: what its facts and dates give it, and what the office does with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.records.cases import CaseQuery
from app.records.plan import OwnStep
from app.rules.calendar import Day, Precision
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import AnchorKind, Answer, MemberRole, StepState, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import CHILD, FROM_TUNISIA, NURSE, make_case, with_dates
from tests.services.catalogues import resources

OWN = OwnStep(Track.RELOCATION, "Fahrräder besorgen", Day(date(2027, 2, 20)))


def steps_of(desk, case, track=Track.RELOCATION):
    return desk.plan.view(case, track).steps


def step_named(desk, case, template, track=Track.RELOCATION):
    found = [step for step in steps_of(desk, case, track) if step.template == template]
    return found[0] if found else None


def step_on(desk, case, fact, value):
    """A template that a household fact alone decides: unknown before, gone after."""
    before = {step.template for step in steps_of(desk, case)}
    done = desk.household.record(case, None, fact, value)
    gone = before - {step.template for step in steps_of(desk, case)}
    desk.history.undo(done.batch)
    assert gone, fact
    return sorted(gone)[0]


def test_an_answer_takes_a_step_away_and_another_brings_it_back(desk):
    case = make_case(desk)
    rented = step_on(desk, case, FactKey.HOUSING, "own")
    assert step_named(desk, case, rented).applies is Answer.UNCLEAR
    assert FactKey.HOUSING.value in step_named(desk, case, rented).ask
    desk.household.record(case, None, FactKey.HOUSING, "own")
    assert step_named(desk, case, rented) is None
    desk.household.record(case, None, FactKey.HOUSING, "rent")
    given = step_named(desk, case, rented)
    assert given.applies is Answer.YES
    assert [(why.key, why.value) for why in given.because] == [("housing", "rent")]
    desk.household.forget(case, None, FactKey.HOUSING)
    assert step_named(desk, case, rented).applies is Answer.UNCLEAR


@pytest.mark.parametrize("work", ["tick", "note", "pin", "not_needed"])
def test_a_step_somebody_worked_on_stays_marked_when_it_no_longer_applies(desk, work):
    case = make_case(desk)
    rented = step_on(desk, case, FactKey.HOUSING, "own")
    key = step_named(desk, case, rented).id
    if work == "tick":
        desk.plan.tick(key)
    elif work == "note":
        desk.plan.note(key, "Vermieter fragen")
    elif work == "pin":
        desk.plan.pin(key, Day(date(2027, 3, 3)))
    else:
        desk.plan.not_needed(key, "wohnt bei der Oma")
    desk.household.record(case, None, FactKey.HOUSING, "own")
    kept = step_named(desk, case, rented)
    assert kept.id == key
    assert kept.applies is Answer.NO
    assert not kept.late


def test_a_paper_that_is_there_keeps_its_step(desk):
    case = make_case(desk)
    wanted = [step for step in steps_of(desk, case) if step.documents]
    by_fact = {}
    for key in (FactKey.PARTNER, FactKey.CHILDREN, FactKey.CROSS_BORDER_PLACEMENT):
        before = {step.id for step in wanted}
        done = desk.household.record(case, None, key, "no")
        by_fact[key] = before - {step.id for step in steps_of(desk, case)}
        desk.history.undo(done.batch)
    key, gone = next((key, gone) for key, gone in by_fact.items() if gone)
    step = next(step for step in steps_of(desk, case) if step.id in gone)
    desk.plan.mark_document(step.id, step.documents[0].key, date(2026, 11, 2))
    desk.household.record(case, None, key, "no")
    kept = next(each for each in steps_of(desk, case) if each.id == step.id)
    assert kept.applies is Answer.NO
    assert kept.documents[0].present_on == date(2026, 11, 2)


def test_steps_of_the_first_child_replace_the_open_question_about_children(desk):
    case = make_case(desk)
    asked = [step for step in steps_of(desk, case) if FactKey.CHILDREN.value in step.ask]
    assert asked
    desk.household.add(case, CHILD)
    steps = steps_of(desk, case)
    for template in {step.template for step in asked}:
        found = [step for step in steps if step.template == template]
        assert len({step.person for step in found}) == len(found), template
        if any(step.person for step in found):
            assert all(step.person for step in found), template


def test_steps_for_a_child_go_when_the_person_turns_out_to_be_none(desk):
    case = make_case(desk, children=1)
    desk.household.record(case, None, FactKey.CHILDREN, "yes")
    child = desk.candidates.case(case).people[1].id
    before = {step.template for step in steps_of(desk, case) if step.person == child}
    desk.household.edit(child, replace(CHILD, role=MemberRole.OTHER))
    after = {step.template for step in steps_of(desk, case) if step.person == child}
    fresh = make_case(desk)
    desk.household.record(fresh, None, FactKey.CHILDREN, "yes")
    desk.household.add(fresh, replace(CHILD, role=MemberRole.OTHER))
    other = desk.candidates.case(fresh).people[1].id
    assert after == {step.template for step in steps_of(desk, fresh) if step.person == other}
    assert before - after


def test_a_removed_person_takes_the_steps_along(desk):
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[1].id
    desk.plan.add_own(case, replace(OWN, person=child))
    assert any(step.person == child for step in steps_of(desk, case))
    desk.household.remove(child)
    assert not any(step.person == child for step in steps_of(desk, case))


def test_the_last_person_stays(desk):
    case = make_case(desk)
    with pytest.raises(Refused) as caught:
        desk.household.remove(desk.candidates.case(case).people[0].id)
    assert caught.value.reason is Reason.LAST_PERSON


@pytest.mark.parametrize(
    "key", [key for key, word in VOCABULARY.items() if word.art9], ids=lambda key: key.value
)
def test_facts_of_special_categories_are_refused_and_never_asked(desk, key):
    case = make_case(desk, children=1)
    person = desk.candidates.case(case).people[0].id
    with pytest.raises(Refused) as caught:
        desk.household.record(case, person, key, "yes")
    assert caught.value.field == key.value
    view = desk.candidates.case(case)
    assert view.facts == ()
    assert key.value not in {missing.key for missing in view.missing}


def test_a_value_outside_the_list_is_refused_beside_its_fact(desk):
    case = make_case(desk)
    with pytest.raises(Refused) as caught:
        desk.household.record(case, None, FactKey.DOG, "vielleicht")
    assert (caught.value.reason, caught.value.field) == (Reason.NOT_A_VALUE, "dog")


def test_an_answer_about_another_family_is_refused(desk):
    case, other = make_case(desk), make_case(desk)
    stranger = desk.candidates.case(other).people[0].id
    with pytest.raises(Refused) as caught:
        desk.household.record(case, stranger, FactKey.GERMAN_LEVEL, "b2")
    assert caught.value.reason is Reason.NO_SUCH_PERSON


def test_what_is_missing_is_ranked_by_the_steps_that_hang_on_it(desk):
    numbers = [each.steps for each in desk.candidates.case(make_case(desk)).missing]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 1


def test_a_step_on_the_day_of_its_anchor_has_that_date(desk):
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 11, 2)))
    step = step_named(desk, case, "m_zusage", Track.ONBOARDING)
    assert (step.offset, step.due) == ("P0D", Day(date(2026, 11, 2)))


def test_a_month_stays_a_month_in_what_is_counted_from_it(desk):
    case = make_case(desk)
    month = Day(date(2027, 3, 1), Precision.MONTH)
    done = desk.plan.set_anchor(case, AnchorKind.WORK_START, month)
    assert int(done.facts["moved"]) > 0
    assert desk.candidates.case(case).anchors[AnchorKind.WORK_START] == month
    counted = [
        step
        for step in steps_of(desk, case, Track.ONBOARDING)
        if step.anchor is AnchorKind.WORK_START and step.due
    ]
    assert counted
    assert {step.due.precision for step in counted} == {Precision.MONTH}


def test_moving_a_date_moves_open_steps_and_leaves_done_and_pinned_ones(desk):
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.FIRST_CONTACT, Day(date(2026, 11, 2)))
    ticked, pinned, opened = "m_antwort", "m_bedarfsaufnahme", "m_imagemappe"
    before = {
        name: step_named(desk, case, name, Track.ONBOARDING) for name in (ticked, pinned, opened)
    }
    desk.plan.tick(before[ticked].id, date(2026, 11, 3))
    desk.plan.pin(before[pinned].id, Day(date(2026, 12, 24)))
    desk.plan.set_anchor(case, AnchorKind.FIRST_CONTACT, Day(date(2026, 11, 9)))
    after = {name: step_named(desk, case, name, Track.ONBOARDING) for name in before}
    assert after[ticked].due == before[ticked].due
    assert after[pinned].due == Day(date(2026, 12, 24))
    assert after[opened].due.on - before[opened].due.on == timedelta(days=7)
    desk.plan.untick(before[ticked].id)
    desk.plan.unpin(before[pinned].id)
    for name in (ticked, pinned):
        moved = step_named(desk, case, name, Track.ONBOARDING)
        assert moved.due.on - before[name].due.on == timedelta(days=7), name


def test_clearing_a_date_takes_the_dates_counted_from_it(desk):
    case = make_case(desk)
    with_dates(desk, case)
    desk.plan.clear_anchor(case, AnchorKind.FIRST_CONTACT)
    counted = [
        step
        for step in steps_of(desk, case, Track.ONBOARDING)
        if step.anchor is AnchorKind.FIRST_CONTACT
    ]
    assert counted
    assert {step.due for step in counted} == {None}
    with pytest.raises(Refused):
        desk.plan.clear_anchor(case, AnchorKind.FIRST_CONTACT)


@pytest.mark.parametrize("on", [date(1, 1, 1), date(226, 3, 1), date(9999, 12, 31)], ids=str)
def test_a_mistyped_year_is_refused_beside_its_date(desk, on):
    case = make_case(desk)
    key = step_named(desk, case, "m_antwort", Track.ONBOARDING).id
    for command, field in (
        (lambda: desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(on)), "work_start"),
        (lambda: desk.plan.pin(key, Day(on)), "due"),
        (lambda: desk.plan.add_own(case, replace(OWN, due=Day(on))), "due"),
    ):
        with pytest.raises(Refused) as caught:
            command()
        assert (caught.value.reason, caught.value.field) == (Reason.NOT_A_DATE, field)
    assert desk.candidates.case(case).anchors == {}


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2199, 12, 31)], ids=str)
def test_the_first_and_last_day_taken_give_every_step_a_place(desk, on):
    case = make_case(desk, children=1)
    for kind in AnchorKind:
        desk.plan.set_anchor(case, kind, Day(on))
    assert desk.candidates.case(case).anchors == dict.fromkeys(AnchorKind, Day(on))


def test_contradicting_dates_are_told_not_refused(desk):
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.ENTRY, Day(date(2027, 4, 1)))
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    assert desk.candidates.case(case).contradictions == ("entry>work_start",)


def test_a_step_is_done_today_or_earlier_never_later(desk):
    case = make_case(desk)
    key = step_named(desk, case, "m_antwort", Track.ONBOARDING).id
    with pytest.raises(Refused) as caught:
        desk.plan.tick(key, TODAY + timedelta(days=1))
    assert (caught.value.reason, caught.value.field) == (Reason.DATE_IN_FUTURE, "done_on")
    desk.plan.tick(key)
    step = step_named(desk, case, "m_antwort", Track.ONBOARDING)
    assert (step.state, step.done_on) == (StepState.DONE, TODAY)


def test_setting_a_step_aside_needs_a_reason_that_stays(desk):
    case = make_case(desk)
    key = step_named(desk, case, "m_antwort", Track.ONBOARDING).id
    with pytest.raises(Refused) as caught:
        desk.plan.not_needed(key, "  ")
    assert caught.value.reason is Reason.REASON_MISSING
    desk.plan.not_needed(key, "macht der Arbeitgeber")
    step = step_named(desk, case, "m_antwort", Track.ONBOARDING)
    assert (step.state, step.reason) == (StepState.NOT_NEEDED, "macht der Arbeitgeber")
    desk.plan.need(key)
    assert step_named(desk, case, "m_antwort", Track.ONBOARDING).reason == ""


def test_an_own_step_is_written_changed_found_and_removed(desk):
    case = make_case(desk)
    desk.plan.add_own(case, OWN)
    (own,) = (step for step in steps_of(desk, case) if step.own)
    assert (own.title, own.due, own.applies) == ("Fahrräder besorgen", OWN.due, Answer.YES)
    assert desk.lists.case_rows([case])[0].next_step == "Fahrräder besorgen"
    desk.plan.edit_own(own.id, replace(OWN, title="Räder mieten"))
    assert case in desk.lists.case_ids(CaseQuery(words="mieten"))
    desk.plan.remove_own(own.id)
    assert not any(step.own for step in steps_of(desk, case))
    assert case not in desk.lists.case_ids(CaseQuery(words="mieten"))


def test_an_own_step_needs_a_title_and_somebody_of_this_family(desk):
    case, other = make_case(desk), make_case(desk)
    stranger = desk.candidates.case(other).people[0].id
    for own, field in (
        (replace(OWN, title=" "), "title"),
        (replace(OWN, person=stranger), "person"),
    ):
        with pytest.raises(Refused) as caught:
            desk.plan.add_own(case, own)
        assert caught.value.field == field
    assert not any(step.own for step in steps_of(desk, case))


def test_steps_of_the_catalogue_are_not_edited_as_own_ones(desk):
    case = make_case(desk)
    key = step_named(desk, case, "m_antwort", Track.ONBOARDING).id
    for command in (lambda: desk.plan.remove_own(key), lambda: desk.plan.edit_own(key, OWN)):
        with pytest.raises(Refused) as caught:
            command()
        assert caught.value.reason is Reason.NO_SUCH_STEP


def test_a_paper_is_marked_unmarked_and_refused_where_no_step_asks_for_it(desk):
    case = make_case(desk)
    step = next(step for step in steps_of(desk, case) if step.documents)
    key = step.documents[0].key
    with pytest.raises(Refused) as caught:
        desk.plan.mark_document(step.id, "gibtsnicht")
    assert caught.value.reason is Reason.NO_SUCH_DOCUMENT
    with pytest.raises(Refused) as caught:
        desk.plan.mark_document(step.id, key, TODAY + timedelta(days=1))
    assert caught.value.reason is Reason.DATE_IN_FUTURE
    desk.plan.mark_document(step.id, key)
    same = next(each for each in steps_of(desk, case) if each.id == step.id)
    assert same.documents[0].present_on == TODAY
    desk.plan.unmark_document(step.id, key)
    with pytest.raises(Refused):
        desk.plan.unmark_document(step.id, key)


def test_an_empty_plan_counts_nothing(tmp_path, path):
    empty = resources(tmp_path / "leer")
    desk = open_desk(open_file(path), empty, lambda: TODAY, "Tomke Harms")
    view = desk.plan.view(make_case(desk), Track.ONBOARDING)
    assert (view.steps, view.done, view.total, view.next_step) == ((), 0, 0, None)
    desk.close()


def test_steps_that_are_not_there_are_refused_by_name(desk):
    case = make_case(desk)
    for command in (
        lambda: desk.plan.tick(99_999),
        lambda: desk.plan.note(99_999, "x"),
        lambda: desk.plan.pin(99_999, Day(TODAY)),
        lambda: desk.plan.mark_document(99_999, "x"),
    ):
        with pytest.raises(Refused) as caught:
            command()
        assert caught.value.reason is Reason.NO_SUCH_STEP
    with pytest.raises(Refused) as caught:
        desk.plan.view(case + 1, Track.ONBOARDING)
    assert caught.value.reason is Reason.NO_SUCH_CASE


def test_a_change_of_origin_changes_what_applies(desk):
    case = make_case(desk)
    assert step_named(desk, case, "m_81a", Track.ONBOARDING).applies is Answer.YES
    person = desk.candidates.case(case).people[0].id
    desk.household.edit(person, replace(NURSE, nationality="NL"))
    desk.candidates.edit(case, replace(FROM_TUNISIA, origin="NL"))
    assert step_named(desk, case, "m_81a", Track.ONBOARDING) is None
