"""The checklist: groups, cells, the model's contract, ticking, what stays in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.records.plan import DocumentView, PlanView
from app.rules.openings import last_opening
from app.rules.terms import Answer, DateKind, StepState, Track
from tests.ui.makers_plan import TODAY, crowded, make_plan, make_step
from ui.relocation.groups import Group, sections
from ui.relocation.model import Checklist, cell, has_box
from ui.relocation.view import ChecklistView
from ui.theme import Tone
from ui.widgets.runs import plain
from ui.widgets.two_line import LINES_ROLE

LATE = make_step(1, date(2026, 11, 16), person=1, person_name="Amira")
WEEK = make_step(2, date(2026, 11, 27), person=2, person_name="Yasmin")
BEFORE = make_step(3, date(2027, 2, 15))
AFTER = make_step(4, date(2027, 3, 1))
UNDATED = make_step(5, None)
UNCLEAR = make_step(6, date(2026, 12, 1), applies=Answer.UNCLEAR, ask=("licence_from",))
HINT = make_step(7, date(2026, 12, 1), kind=DateKind.HINT)
DONE = make_step(8, date(2026, 10, 1), state=StepState.DONE, done_on=date(2026, 10, 2))
SET_ASIDE = make_step(9, state=StepState.NOT_NEEDED, reason="hat schon eine Wohnung")
NOT_FOR_THEM = make_step(10, applies=Answer.NO)
ALL = (LATE, WEEK, BEFORE, AFTER, UNDATED, UNCLEAR, HINT, DONE, SET_ASIDE, NOT_FOR_THEM)


def relocation(*steps) -> PlanView:
    return make_plan(*steps, track=Track.RELOCATION)


@pytest.fixture
def view(dressed, qtbot) -> ChecklistView:
    widget = ChecklistView()
    qtbot.addWidget(widget)
    widget.resize(900, 500)
    widget.set_plan(relocation(*ALL), None, same=False)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_every_step_stands_in_one_group():
    found = {s.key: [step.id for step in s.rows] for s in sections(relocation(*ALL))}
    assert found == {
        Group.LATE: [1],
        Group.THIS_WEEK: [2],
        Group.BEFORE_MOVE: [3],
        Group.AFTERWARDS: [4],
        Group.UNDATED: [5],
        Group.UNCLEAR: [6],
        Group.HINTS: [7],
        Group.DONE: [8],
        Group.NOT_FOR_THEM: [9, 10],
    }


def test_groups_say_until_when():
    titles = [(s.title, s.aside) for s in sections(relocation(*ALL))][1:4]
    assert titles == [
        ("Diese Woche", "bis So 29.11.2026"),
        ("Bis Einzug", "Mo 15.02.2027"),
        ("Danach", ""),
    ]
    unmoved = replace(relocation(AFTER), anchors=())
    assert [s.title for s in sections(unmoved)] == ["Später"]


def test_a_person_sees_their_own_steps_and_the_households():
    ids = [step.id for s in sections(relocation(*ALL), 2) for step in s.rows]
    assert 1 not in ids
    assert {2, 3, 4} <= set(ids)


def test_due_steps_come_by_day_and_done_ones_latest_first():
    early = make_step(20, date(2026, 11, 24))
    later = make_step(21, state=StepState.DONE, done_on=date(2026, 11, 1))
    found = {s.key: [step.id for step in s.rows] for s in sections(relocation(*ALL, early, later))}
    assert found[Group.THIS_WEEK] == [20, 2]
    assert found[Group.DONE] == [21, 8]


def test_the_model_keeps_qts_contract(dressed):
    model = Checklist()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    for plan in (relocation(*ALL), relocation(LATE), relocation(), crowded(), crowded()):
        model.set_plan(plan)
        model.set_sections(sections(plan))
    assert model.rowCount() == len(sections(crowded()))
    assert tester.model() is model


def test_the_same_rows_change_their_words_without_a_reset(dressed, qtbot):
    model = Checklist()
    model.set_plan(relocation(LATE))
    model.set_sections(sections(relocation(LATE)))
    noted = relocation(replace(LATE, short="Anders"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert not model.set_sections(sections(noted))
    assert model.index_of(1).data().startswith("Anders")


def test_a_legal_date_is_semibold_with_its_paragraph_below_and_red_when_broken():
    step = make_step(due=date(2026, 11, 16), kind=DateKind.DUTY, basis="§ 17 Abs. 1 BMG")
    kind = cell(step, 2, relocation(step))
    assert (kind.first[0].text, kind.first[0].strong) == ("gesetzlich", True)
    assert plain(kind.second) == "§ 17 Abs. 1 BMG"
    due = cell(step, 1, relocation(step))
    assert (due.second[0].icon, due.second[0].tone) == ("triangle-alert", Tone.RED)
    assert plain(due.second) == "7 Tage überfällig"


def test_ordinary_lateness_is_ink_with_a_triangle_and_words():
    due = cell(LATE, 1, relocation(LATE))
    assert (due.second[0].icon, due.second[0].tone) == ("triangle-alert", Tone.INK)


def test_a_pinned_date_has_a_pin_and_its_word():
    step = make_step(due=date(2026, 11, 26), pinned=True)
    due = cell(step, 1, relocation(step))
    assert due.second[0].icon == "pin"
    assert plain(due.second) == "fixiert · in 3 Tagen"


def test_papers_office_and_person_stand_in_their_columns():
    papers = (DocumentView("a", "Reisepass", TODAY), DocumentView("b", "Mietvertrag", None))
    step = replace(WEEK, documents=papers, office="Bürgerbüro")
    plan = relocation(step)
    assert [cell(step, column, plan).words() for column in (0, 3, 4)] == [
        "Pate/Patin benennen, Bürgerbüro",
        "1 von 2 liegt vor, fehlt: Mietvertrag",
        "Yasmin",
    ]


def test_unclear_is_told_in_words():
    assert "unklar – es fehlt: wo der Führerschein" in cell(UNCLEAR, 0, relocation()).words()
    assert cell(UNCLEAR, 1, relocation()).words() == "Di 01.12.2026, unklar"


def test_only_what_can_be_ticked_has_a_box():
    boxed = {step.id for step in ALL if has_box(step)}
    assert boxed == {1, 2, 3, 4, 5, 6, 8}


def test_a_screen_reader_hears_rows_and_groups(view):
    model = view.checklist
    group = model.index(0, 0)
    assert group.data(Qt.ItemDataRole.AccessibleTextRole) == "Gruppe Überfällig, 1 Schritt"
    row = model.index_of(1)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "16.11.2026, Pate/Patin benennen, Arbeitgeber, 7 Tage überfällig, Amira"
    )


def test_space_ticks_from_every_column(view, qtbot):
    told: list[int] = []
    view.ticked.connect(told.append)
    view.setCurrentIndex(view.checklist.index_of(2).siblingAtColumn(3))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert told == [2]


def test_a_click_on_the_box_ticks_and_elsewhere_only_chooses(view, qtbot):
    told: list[int] = []
    view.ticked.connect(told.append)
    row = view.visualRect(view.checklist.index_of(1))
    words = QPoint(row.left() + 200, row.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert told == []
    box = QPoint(row.left() + 24, row.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert told == [1]


def test_f2_and_enter_tell_the_step(view, qtbot):
    view.choose(3)
    with qtbot.waitSignal(view.noted) as noted:
        qtbot.keyClick(view, Qt.Key.Key_F2)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert noted.args == opened.args == [3]


def test_settled_groups_are_folded_and_unfold_with_space(view, qtbot):
    done = view.checklist.index_of(8).parent()
    assert not view.isExpanded(done)
    view.setCurrentIndex(done)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.isExpanded(done)
    assert done.data(LINES_ROLE).first[0].icon == "chevron-down"


def test_a_fold_survives_a_refresh(view):
    view.collapse(view.checklist.index_of(1).parent())
    view.set_plan(relocation(*ALL[:-1]), None, same=True)
    assert not view.isExpanded(view.checklist.index_of(1).parent())
    assert view.isExpanded(view.checklist.index_of(2).parent())


def test_a_refresh_keeps_selection_and_place(view):
    view.resize(900, 200)
    view.set_plan(crowded(), None, same=False)
    view.choose(40)
    place = view.verticalScrollBar().value()
    assert place > 0
    steps = tuple(s for s in crowded().steps if s.id != 41)
    view.set_plan(replace(crowded(), steps=steps), None, same=True)
    assert view.current_step() == 40
    assert view.verticalScrollBar().value() == place


def test_a_ticked_row_hands_the_selection_to_the_next(view):
    second = make_step(30, date(2026, 11, 28))
    view.set_plan(relocation(WEEK, second), None, same=False)
    assert view.current_step() == 2
    done = replace(WEEK, state=StepState.DONE, done_on=TODAY)
    view.set_plan(relocation(done, second), None, same=True)
    assert view.current_step() == 30


def test_the_next_step_is_chosen_first(view):
    assert view.current_step() == 1


def test_an_empty_checklist_has_no_current_step(view):
    view.set_plan(relocation(), None, same=False)
    assert view.current_step() is None
    assert view.checklist.index(0, 0) == QModelIndex()


def test_the_day_something_was_settled_has_a_line_of_its_own():
    plan = relocation(*ALL)
    told = [cell(step, 1, plan) for step in (DONE, SET_ASIDE)]
    assert [(plain(each.first), plain(each.second)) for each in told] == [
        ("erledigt", "Fr 02.10.2026"),
        ("nicht nötig", "hat schon eine Wohnung"),
    ]


def test_the_date_says_the_last_opening_where_that_comes_before_it():
    opening = last_opening("Fr 08:00-12:00; PH off", AFTER.due, TODAY)
    step = replace(AFTER, last_opening=opening)
    lines = cell(step, 1, relocation(step))
    assert (plain(lines.first), plain(lines.second)) == (
        "Mo 01.03.2027",
        "letzter Termin Fr 26.02.",
    )
    pinned = cell(replace(step, pinned=True), 1, relocation(step))
    assert plain(pinned.second) == "fixiert · in 98 Tagen"
    model = Checklist()
    model.set_plan(relocation(step))
    assert "in 98 Tagen, letzter Termin Fr 26.02., alle" in model.spoken(step)
