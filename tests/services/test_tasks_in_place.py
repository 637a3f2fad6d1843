"""What was done since a folder was handed out stays where it is on paper, ticked."""

from __future__ import annotations

from collections import Counter

import pytest

from app.progress import finish
from app.records.exchanges import Why
from app.rules.terms import Answer, StepState, Track
from tests.makers import make_case, with_dates


@pytest.fixture
def case(desk, tmp_path) -> int:
    found = make_case(desk, children=1)
    with_dates(desk, found)
    finish(desk.folders.save(found, "de", tmp_path / "mappe.pdf"))
    return found


def open_tasks(desk, case):
    """Open steps that are one row each: no two members share them."""
    steps = [
        each
        for each in desk.plan.view(case, Track.RELOCATION).steps
        if each.state is StepState.OPEN and each.applies is Answer.YES and each.explanation
    ]
    shared = Counter(each.template for each in steps)
    return [each for each in steps if shared[each.template] == 1]


def changed(desk, case, chapter="checklist") -> list[int]:
    state = desk.exchanges.state(case)
    found = [each for each in state.sheets if each.key == chapter]
    assert {each.why for each in found} <= {Why.CHANGED}
    return [each.place for each in found]


def row(desk, case, template):
    edition, _ = desk.folders._editions.of(case, "de", None, bilingual=False, notice=True)
    (found,) = [each for each in edition.contents.checklist if each.template == template]
    return found


def test_a_tick_costs_one_sheet_of_the_checklist(desk, case, tmp_path):
    first, *_, last = open_tasks(desk, case)
    before = row(desk, case, first.template)
    desk.plan.tick(first.id)
    assert len(changed(desk, case)) == 1
    after = row(desk, case, first.template)
    assert (after.done, after.in_full) == (True, True)
    assert (after.explanation, after.due, after.office) == (
        before.explanation,
        before.due,
        before.office,
    )
    # it stays so in what the family has from then on
    finish(desk.exchanges.save(case, None, tmp_path / "blätter.pdf"))
    desk.plan.tick(last.id)
    assert len(changed(desk, case)) == 1
    assert row(desk, case, first.template).in_full


def test_opened_again_it_is_what_it_was(desk, case):
    step = open_tasks(desk, case)[0]
    desk.plan.tick(step.id)
    desk.plan.untick(step.id)
    assert not row(desk, case, step.template).in_full
    assert changed(desk, case) == []


def test_what_was_done_before_the_first_folder_takes_one_line(desk, tmp_path):
    case = make_case(desk, children=1)
    with_dates(desk, case)
    step = open_tasks(desk, case)[0]
    desk.plan.tick(step.id)
    assert not row(desk, case, step.template).in_full
    finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    assert not row(desk, case, step.template).in_full


def test_a_paper_that_was_seen_is_ticked_in_its_place(desk, case):
    step = next(each for each in open_tasks(desk, case) if each.documents)
    desk.plan.mark_document(step.id, step.documents[0].key)
    desk.plan.tick(step.id)
    assert row(desk, case, step.template).documents[0].present_on is not None


def test_both_languages_keep_it(desk, tmp_path):
    case = make_case(desk, children=1)
    with_dates(desk, case)
    finish(desk.folders.save(case, "ar", tmp_path / "mappe.pdf", bilingual=True))
    step = open_tasks(desk, case)[0]
    desk.plan.tick(step.id)
    edition, extras = desk.folders._editions.of(case, "ar", None, bilingual=True, notice=True)
    both = (edition.contents, extras.beside.contents)
    kept = [[each.in_full for each in contents.checklist] for contents in both]
    assert kept[0] == kept[1]
    assert sum(kept[0]) == 1
