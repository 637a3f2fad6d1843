"""The dialog that moves dates: typed like the clerk, on a real desk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Track
from tests.makers import make_case, with_dates
from tests.ui.redating.opened import opened
from ui.redating.dialog import RedatingDialog
from ui.redating.model import NEW

WORK, ENTRY, MOVE_IN = AnchorKind.WORK_START, AnchorKind.ENTRY, AnchorKind.MOVE_IN


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(desk):
    made = make_case(desk, children=1)
    with_dates(desk, made)
    return made


@pytest.fixture
def dialog(window, case, qtbot):
    """Open over the window, on the first working day, no new day typed yet."""
    made = RedatingDialog(window.workplace, case, WORK, None, window)
    qtbot.addWidget(made)
    made.open()
    return made


def type_day(dialog, text, qtbot):
    dialog.form.entry.selectAll()
    qtbot.keyClicks(dialog.form.entry, text)
    qtbot.keyClick(dialog.form.entry, Qt.Key.Key_Return)


def anchors(desk, case):
    return dict(desk.candidates.case(case).anchors)


def step_of(desk, case, template):
    steps = [step for track in Track for step in desk.plan.view(case, track).steps]
    return next(step for step in steps if step.template == template)


def remedy(dialog, text) -> QPushButton:
    return next(link for link in dialog.aside.findChildren(QPushButton) if link.text() == text)


def test_it_begins_with_the_date_as_it_is_and_offers_nothing_to_do(dialog, case):
    assert dialog.windowTitle() == "Termine verschieben – Ben Amor, Amira"
    assert dialog.form.anchor is WORK
    assert dialog.form.entry.text() == "01.03.2027"
    assert dialog.heading.text() == "Noch ist kein anderer Tag angegeben."
    assert not dialog.act.isEnabled()
    assert dialog.form.entry.hasFocus() or dialog.focusWidget() is dialog.form.entry


def test_a_new_day_shows_what_would_move_and_changes_nothing(dialog, desk, case, qtbot):
    before = anchors(desk, case)
    type_day(dialog, "12.04.2027", qtbot)
    assert dialog.heading.text() == "Der Arbeitsbeginn rückt sechs Wochen nach hinten."
    assert dialog.summary.text().endswith("Noch ist nichts geändert.")
    rows = {row.template: row for row in dialog.list.steps.rows}
    assert rows["m_it_zugaenge"].new == Day(date(2027, 3, 25))
    assert dialog.act.text() == f"{len(rows)} Termine verschieben"
    assert dialog.act.isEnabled()
    assert anchors(desk, case) == before


def test_the_one_button_moves_everything_and_one_undo_takes_it_back(
    dialog, window, desk, case, qtbot
):
    before = anchors(desk, case)
    type_day(dialog, "12.04.2027", qtbot)
    qtbot.keyClicks(dialog.form.reason, "Visum erst im April")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert anchors(desk, case)[WORK] == Day(date(2027, 4, 12))
    assert [each.reason for each in desk.dates.moves(case)] == ["Visum erst im April"]
    assert "Arbeitsbeginn verschoben" in window.message_bar.sentence()
    window.acts.undo()
    assert anchors(desk, case) == before


def test_a_step_that_is_not_ticked_stays_and_is_fixed(dialog, desk, case, qtbot):
    type_day(dialog, "12.04.2027", qtbot)
    kept = next(row for row in dialog.list.steps.rows if row.template == "m_it_zugaenge")
    dialog.list.choose(kept.step)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    all_rows = len(dialog.list.steps.rows)
    assert dialog.act.text() == f"{all_rows - 1} Termine verschieben"
    index = dialog.list.steps.index_of(kept.step).siblingAtColumn(NEW)
    assert index.data() == "bleibt, wird fixiert"
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    after = step_of(desk, case, "m_it_zugaenge")
    assert (after.due, after.pinned) == (kept.old, True)


@pytest.mark.parametrize(
    ("name", "tracks"),
    [("Keine", ()), ("Nur Umzug", (Track.RELOCATION,)), ("Nur Onboarding", (Track.ONBOARDING,))],
)
def test_one_track_or_none_can_be_taken_over(dialog, qtbot, name, tracks):
    type_day(dialog, "12.04.2027", qtbot)
    choice = next(each for each in dialog.findChildren(QPushButton) if each.text() == name)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    rows = dialog.list.steps.rows
    assert dialog.list.steps.taken == {row.step for row in rows if row.track in tracks}
    if not tracks:
        assert dialog.act.text() == "Arbeitsbeginn verschieben"
        assert dialog.act.isEnabled()


def test_what_was_left_out_stays_so_while_other_days_are_tried(dialog, qtbot):
    type_day(dialog, "12.04.2027", qtbot)
    kept = next(row for row in dialog.list.steps.rows if row.template == "m_it_zugaenge")
    dialog.list.steps.hit(kept)
    type_day(dialog, "19.04.2027", qtbot)
    assert kept.step not in dialog.list.steps.taken
    assert kept.step in {row.step for row in dialog.list.steps.rows}


def test_dates_that_belong_together_can_move_along(dialog, desk, case, qtbot):
    type_day(dialog, "12.04.2027", qtbot)
    assert set(dialog.form.along) == {ENTRY, MOVE_IN}
    dialog.form.along[ENTRY].box.click()
    assert dialog.heading.text().endswith("Die Einreise wandert mit.")
    type_day(dialog, "19.04.2027", qtbot)
    assert dialog.form.along[ENTRY].box.text() == "Einreise → Sa 03.04.2027"
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert anchors(desk, case)[ENTRY] == Day(date(2027, 4, 3))
    assert anchors(desk, case)[MOVE_IN] == Day(date(2027, 2, 15))


def test_entry_before_the_visa_is_red_and_its_link_moves_the_arrival(dialog, desk, case, qtbot):
    desk.household.record(case, None, FactKey.FAST_TRACK, "yes")
    desk.plan.set_anchor(case, AnchorKind.VISA_APPLICATION, Day(date(2027, 3, 22)))
    type_day(dialog, "12.04.2027", qtbot)
    assert "läge vor dem voraussichtlichen Visum" in dialog.aside.text()
    qtbot.mouseClick(
        remedy(dialog, "Einreise und Einzug mitverschieben"), Qt.MouseButton.LeftButton
    )
    moves = dict(dialog.wanted().moves)
    assert moves[ENTRY] == Day(date(2027, 4, 12))  # not before the visa is to be expected
    assert moves[MOVE_IN] == Day(date(2027, 3, 29))
    assert "Visum (" not in dialog.aside.text()


def test_the_entry_itself_is_set_to_the_day_the_visa_is_expected(window, desk, case, qtbot):
    desk.household.record(case, None, FactKey.FAST_TRACK, "yes")
    desk.plan.set_anchor(case, AnchorKind.VISA_APPLICATION, Day(date(2027, 2, 1)))
    made = RedatingDialog(window.workplace, case, ENTRY, Day(date(2027, 2, 14)), window)
    qtbot.addWidget(made)
    made.open()
    qtbot.mouseClick(remedy(made, "Einreise und Einzug mitverschieben"), Qt.MouseButton.LeftButton)
    assert made.form.entry.text() == "22.02.2027"


def test_a_pinned_step_left_behind_is_freed_by_its_link_and_that_can_be_taken_back(
    dialog, desk, case, qtbot
):
    week = step_of(desk, case, "m_woche1")
    desk.plan.pin(week.id, Day(date(2027, 3, 5)))
    type_day(dialog, "12.04.2027", qtbot)
    assert "Bleibt stehen (1)" in dialog.aside.text()
    qtbot.mouseClick(remedy(dialog, "Fixierung lösen: Fr 16.04.2027"), Qt.MouseButton.LeftButton)
    assert "Wird mit erledigt (1)" in dialog.aside.text()
    assert week.id in {row.step for row in dialog.list.steps.rows}
    qtbot.mouseClick(remedy(dialog, "doch nicht"), Qt.MouseButton.LeftButton)
    assert dialog.wanted().unpin == frozenset()
    qtbot.mouseClick(remedy(dialog, "Fixierung lösen: Fr 16.04.2027"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    after = step_of(desk, case, "m_woche1")
    assert (after.due, after.pinned) == (Day(date(2027, 4, 16)), False)


def test_a_step_named_by_a_collision_is_led_to_and_nothing_moves(dialog, desk, case, qtbot):
    before = anchors(desk, case)
    type_day(dialog, "12.04.2027", qtbot)
    with qtbot.waitSignal(dialog.step_wanted) as led:
        qtbot.mouseClick(remedy(dialog, "Schritt ansehen"), Qt.MouseButton.LeftButton)
    track, step = led.args
    assert step in {each.id for each in desk.plan.view(case, track).steps}
    assert not dialog.isVisible()
    assert anchors(desk, case) == before


def test_what_is_no_date_is_told_below_it_and_nothing_can_be_done(dialog, qtbot):
    type_day(dialog, "31.02.2027", qtbot)
    assert dialog.form.wrong() == "Den 31.02.2027 gibt es nicht. Bitte das Datum prüfen."
    assert not dialog.act.isEnabled()
    type_day(dialog, "12.04.2027", qtbot)
    assert dialog.form.wrong() == ""
    assert dialog.act.isEnabled()


def test_a_year_nobody_means_is_refused_beside_the_date(dialog, qtbot):
    type_day(dialog, "12.04.9999", qtbot)
    assert dialog.form.wrong() != ""
    assert not dialog.act.isEnabled()


def test_a_refusal_is_told_below_the_date_and_the_dialog_stays(dialog, qtbot):
    type_day(dialog, "12.04.2027", qtbot)
    dialog._case_id = 987_654  # gone meanwhile, by another program
    dialog._move()
    assert dialog.isVisible()
    assert dialog.form.wrong() != ""


def test_another_anchor_starts_from_its_own_day(dialog, qtbot):
    at = dialog.form.kind.findData(MOVE_IN)
    dialog.form.kind.setCurrentIndex(at)
    dialog.form.kind.activated.emit(at)
    assert dialog.form.entry.text() == "15.02.2027"
    assert not dialog.act.isEnabled()
    type_day(dialog, "01.03.2027", qtbot)
    assert dialog.heading.text() == "Der Einzug rückt zwei Wochen nach hinten."


def test_the_arrow_keys_move_the_date_day_by_day_and_the_preview_follows(dialog, qtbot):
    with qtbot.waitSignal(dialog.form.changed):
        qtbot.keyClick(dialog.form.entry, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.heading.text() == "Der Arbeitsbeginn rückt eine Woche nach hinten."


def test_leaving_changes_nothing(dialog, desk, case, qtbot):
    before = anchors(desk, case)
    type_day(dialog, "12.04.2027", qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert anchors(desk, case) == before


def test_the_list_is_a_sound_model_and_every_row_can_be_heard(dialog, qtbot):
    tester = QAbstractItemModelTester(
        dialog.list.steps, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    type_day(dialog, "12.04.2027", qtbot)
    row = next(each for each in dialog.list.steps.rows if each.template == "m_it_zugaenge")
    index = dialog.list.steps.index_of(row.step)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == heard
    assert heard == (
        "Zugänge einrichten, bisher Mo 15.02.2027, Do 25.03.2027, Mo 29.03. ist Ostermontag"
    )
    del tester


def test_typing_another_day_on_the_tab_opens_the_preview_with_it(window, desk, case, qtbot):
    window.show_case(case)
    page = window.go_to(next(at for at, tab in enumerate(tabs()) if tab.key == "onboarding"))
    page.show_anchors(WORK)
    field = page.anchors.field(WORK)
    field.entry.selectAll()
    qtbot.keyClicks(field.entry, "12.04.2027")
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    made = opened(page)
    assert made.form.entry.text() == "12.04.2027"
    assert anchors(desk, case)[WORK] == Day(date(2027, 3, 1))
    made.reject()
    assert field.entry.text() == "01.03.2027"


def test_a_date_of_the_case_is_moved_the_same_way_and_tells_so_afterwards(
    window, desk, case, qtbot
):
    window.show_case(case)
    page = window.go_to(next(at for at, tab in enumerate(tabs()) if tab.key == "candidates"))
    row = page.pane.anchors.rows[WORK]
    row.line.selectAll()
    qtbot.keyClicks(row.line, "12.04.2027")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    made = opened(page)
    qtbot.keyClicks(made.form.reason, "Visum erst im April")
    qtbot.mouseClick(made.act, Qt.MouseButton.LeftButton)
    assert anchors(desk, case)[WORK] == Day(date(2027, 4, 12))
    assert row.line.text() == "12.04.2027"
    assert row._moved.text() == (
        "verschoben am 23.11.2026, vorher Mo 01.03.2027: Visum erst im April"
    )


def tabs():
    from ui.tabs import TABS

    return TABS
