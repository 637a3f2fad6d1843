"""The tab Umzug on a real desk: ticking, papers, notes, dates, own steps, refusals."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.records.care import RosterDraft
from app.records.plan import OwnStep
from app.rules.calendar import Day
from app.rules.rosters import Duty, Roster
from app.rules.terms import AnchorKind, Role, StepState, Track
from tests.conftest import TODAY
from tests.makers import make_case, make_provider, with_dates
from ui.relocation.page import RelocationPage
from ui.tabs import place
from ui.widgets.runs import plain
from ui.widgets.step_pane import DUE
from ui.window import Window

UMZUG = place("relocation")


@pytest.fixture
def page(window: Window) -> RelocationPage:
    desk = window.acts.desk
    assert desk is not None
    case = make_case(desk, children=1)
    with_dates(desk, case)
    window.show_case(case)
    found = window.go_to(UMZUG)
    assert isinstance(found, RelocationPage)
    return found


def step_of(page, template):
    return next(step for step in page.view.steps if step.template == template)


def choose(page, template):
    step = step_of(page, template)
    page.reveal(step.id)
    assert page.pane.step_id == step.id
    return step


def test_space_ticks_and_the_message_bar_can_take_it_back(page, window, qtbot):
    step = choose(page, "anmeldung_wohnsitz")
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert step_of(page, step.template).state is StepState.DONE
    assert "erledigt" in window.message_bar.sentence()
    window.acts.undo()
    assert step_of(page, step.template).state is StepState.OPEN


def test_the_pane_says_why_until_when_and_on_what_ground(page):
    choose(page, "anmeldung_wohnsitz")
    assert page.pane.said("Grundlage").startswith("§ 17")
    assert "gesetzlich" in page.pane.said("Grundlage")
    assert "nach dem Einzug" in page.pane.said("Berechnet")
    assert page.pane.said("Warum").startswith("Gilt")
    assert "Stand 22.11.2026" in page.pane.said("Quelle")


def test_a_paper_is_marked_and_unmarked(page, qtbot):
    step = choose(page, "anmeldung_wohnsitz")
    key = step.documents[0].key
    page.pane.papers.box(key).click()
    assert step_of(page, step.template).documents[0].present_on == date(2026, 11, 23)
    assert page.pane.papers.box(key).accessibleName().endswith("liegt vor, 23.11.")
    page.pane.papers.box(key).click()
    assert step_of(page, step.template).documents[0].present_on is None


def test_a_note_is_saved_with_ctrl_enter_and_taken_back_with_esc(page, qtbot):
    step = choose(page, "anmeldung_wohnsitz")
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    note = page.pane.note
    qtbot.keyClicks(note, "ruft an")
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert step_of(page, step.template).note == "ruft an"
    qtbot.keyClicks(note, " oder nicht")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert note.toPlainText() == "ruft an"


def test_a_note_still_being_typed_is_saved_before_the_window_closes(page, window, qtbot):
    window.activateWindow()
    qtbot.waitActive(window)
    step = choose(page, "anmeldung_wohnsitz")
    page.pane.note.setFocus()
    qtbot.keyClicks(page.pane.note, "ruft an")
    assert window.files.may_leave()
    assert step_of(page, step.template).note == "ruft an"
    assert page.pane.note.hasFocus()  # where the user turned back, typing goes on


def test_a_note_still_being_typed_is_saved_when_another_step_is_chosen(page, qtbot):
    step = choose(page, "anmeldung_wohnsitz")
    page.pane.note.setPlainText("angefangen")
    choose(page, "kindergeld")
    assert step_of(page, step.template).note == "angefangen"
    assert page.pane.note.toPlainText() == ""


def test_a_date_is_fixed_and_let_go_in_place(page, qtbot):
    step = choose(page, "anmeldung_wohnsitz")
    actions = page.pane.actions_row
    actions.ask_pin()
    actions.pin_ask.editor.setText("bald")
    actions.pin_ask.given.emit()
    assert "TT.MM.JJJJ" in actions.pin_ask.reason()
    actions.pin_ask.editor.setText("20.02.2027")
    actions.pin_ask.given.emit()
    pinned = step_of(page, step.template)
    assert (pinned.pinned, pinned.due) == (True, Day(date(2027, 2, 20)))
    assert not actions.pin_ask.isVisible()
    assert "von Hand fixiert" in page.pane.standing()
    actions._let_move()
    assert step_of(page, step.template).due == step.due


def test_the_last_slot_of_the_office_is_noted_and_taken_back(page, window):
    make_provider(
        window.acts.desk,
        organisation="Bürgerbüro",
        office_type="registry",
        hours_osm="Fr 08:00-12:30; PH off",
    )
    page.refresh()
    step = choose(page, "anmeldung_wohnsitz")
    assert step.due == Day(date(2027, 3, 1))
    assert "zuletzt offen: Fr 26.02., 8:00–12:30" in page.pane.said("Termin")
    page.pane.opening.note_button.click()
    noted = step_of(page, step.template)
    assert (noted.pinned, noted.due) == (True, Day(date(2027, 2, 26)))
    assert "vorgemerkt" in page.pane.opening.text()
    window.acts.undo()
    assert step_of(page, step.template).due == step.due
    assert page.pane.opening.note_button.isVisibleTo(page)


def test_not_needed_asks_for_a_reason_and_says_so_when_it_is_missing(page):
    step = choose(page, "anmeldung_wohnsitz")
    actions = page.pane.actions_row
    actions.ask_reason()
    actions.reason_ask.given.emit()
    assert actions.reason_ask.reason() == "Bitte einen Grund angeben."
    assert actions.reason_ask.isVisible()
    actions.reason_ask.editor.setText("wohnt schon hier")
    actions.reason_ask.given.emit()
    assert step_of(page, step.template).reason == "wohnt schon hier"
    page.list.expandAll()
    page.reveal(step.id)
    assert page.pane.standing().startswith("nicht nötig: wohnt schon hier")
    page.pane.tick()
    assert step_of(page, step.template).state is StepState.OPEN


def test_a_day_of_doing_cannot_lie_ahead(page):
    step = choose(page, "anmeldung_wohnsitz")
    page.pane.tick()
    page.list.expandAll()
    page.reveal(step.id)
    actions = page.pane.actions_row
    actions.ask_done_on()
    actions.done_ask.editor.setText("24.12.2026")
    actions.done_ask.given.emit()
    assert "Zukunft" in actions.done_ask.reason()
    actions.done_ask.editor.setText("20.11.2026")
    actions.done_ask.given.emit()
    assert step_of(page, step.template).done_on == date(2026, 11, 20)


def test_an_own_step_is_written_changed_and_removed_in_place(page):
    page.begin_own()
    assert page.both.side.currentWidget() is page.own
    page.own.field("title").editor.setText("Fahrrad besorgen")
    page.own.field("due").editor.setText("20.01.2027")
    role = page.own.field("role").editor
    role.setCurrentIndex(role.findData(Role.MENTOR))
    page.own._submit()
    own = next(step for step in page.view.steps if step.own)
    assert (own.title, own.roles, own.track) == (
        "Fahrrad besorgen",
        (Role.MENTOR,),
        Track.RELOCATION,
    )
    assert page.pane.step_id == own.id
    page.pane.edit_wanted.emit(own.id)
    page.own.field("title").editor.setText("Zwei Fahrräder besorgen")
    page.own._submit()
    assert page.step(own.id).title == "Zwei Fahrräder besorgen"
    page.reveal(own.id)
    page.pane.actions_row._remove_own()
    assert page.step(own.id) is None


def test_what_was_typed_of_an_own_step_stays_where_it_is_refused(page):
    page.begin_own()
    page.own.field("title").editor.setText("Fahrrad besorgen")
    page.own._submit()
    own = next(step for step in page.view.steps if step.own)
    page.pane.edit_wanted.emit(own.id)
    page._editing = 987_654  # gone meanwhile, by another program
    page.own.field("title").editor.setText("Zwei Fahrräder besorgen")
    page.own._submit()
    assert page.both.side.currentWidget() is page.own
    assert page.own.field("title").editor.text() == "Zwei Fahrräder besorgen"


def test_an_own_step_without_a_title_or_with_no_date_says_so_beside_the_field(page):
    before = len(page.view.steps)
    page.begin_own()
    page.own._submit()
    assert page.own.field("title").reason() == "Hier fehlt noch eine Angabe."
    page.own.field("title").editor.setText("Fahrrad")
    page.own.field("due").editor.setText("demnächst")
    page.own._submit()
    assert "TT.MM.JJJJ" in page.own.field("due").reason()
    assert len(page.view.steps) == before


def test_a_person_is_chosen_and_revealing_another_persons_step_shows_all(page):
    child = next(step for step in page.view.steps if step.person_name == "Yasmin")
    mother = page.view.head.members[0][0]
    page._filter(mother)
    assert not page.list.checklist.index_of(child.id).isValid()
    page.reveal(child.id)
    assert page.list.current_step() == child.id
    assert page.people.key() is None


def test_the_sentence_counts_and_names_what_is_next(page):
    text = plain(page.orientation())
    assert text.startswith("Umzug: 0 von ")
    assert "Als Nächstes:" in text


def test_without_a_case_nothing_of_an_earlier_one_is_shown(page, window):
    window.show_case(None)
    window.go_to(UMZUG)
    assert page.view is None
    assert page.orientation() == []
    assert page.strip_actions() == []
    assert not page.list.isVisible()


def test_a_case_that_is_gone_is_told(page):
    page.case_id = 999
    page.refresh()
    assert page.empty.isVisible()
    assert "gibt es nicht mehr" in page.empty.accessibleName()


def test_a_change_elsewhere_is_seen_without_losing_the_place(page, window):
    step = choose(page, "anmeldung_wohnsitz")
    window.acts.do(
        lambda desk: desk.plan.set_anchor(page.case_id, AnchorKind.MOVE_IN, Day(date(2027, 2, 20)))
    )
    assert page.list.current_step() == step.id
    assert step_of(page, step.template).due != step.due
    assert "20.02.2027" in page.pane.said("Berechnet")


def test_every_control_has_a_name_for_screen_readers(page, window):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    page.begin_own()
    page.pane.actions_row.ask_pin()
    nameless = []
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        if heard is None or not heard.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert [widget for widget in nameless if widget.isVisible()] == []


def test_one_person_alone_needs_no_choice_of_persons(window):
    desk = window.acts.desk
    case = make_case(desk)
    window.show_case(case)
    page = window.go_to(UMZUG)
    assert page.people not in page.strip_actions()
    assert not page.people.isVisible()


def test_what_is_asked_goes_when_the_step_is_done_meanwhile(page):
    choose(page, "anmeldung_wohnsitz")
    page.list.expandAll()
    actions = page.pane.actions_row
    actions.ask_pin()
    assert actions.pin_ask.isVisible()
    page.pane.tick()
    assert not actions.pin_ask.isVisible()


def test_a_refused_note_stays_in_the_field_with_its_reason(page, window):
    own = OwnStep(Track.RELOCATION, "Fahrrad besorgen")
    window.acts.do(lambda desk: desk.plan.add_own(page.case_id, own))
    step = next(step for step in page.view.steps if step.own)
    page.reveal(step.id)
    window.acts.desk.plan.remove_own(step.id)  # by somebody else, unseen by this page
    page.pane.note.setPlainText("blau")
    page.pane.note.save()
    assert page.pane.actions_row.sentence() == "Diesen Schritt gibt es nicht mehr."
    assert page.pane.note.toPlainText() == "blau"
    assert page.pane.note.is_changed


def test_dates_that_contradict_each_other_are_told_on_both_tabs_of_the_plan(page, window):
    desk, case = window.acts.desk, page.case_id
    assert page.wrong.isHidden()
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2027, 4, 1)))
    page.refresh()
    assert page.wrong.text() == (
        "Zusage liegt nach dem Arbeitsbeginn. Bitte beide Daten prüfen."
    ), page.view.anchors
    other = window.go_to(place("onboarding"))
    other.refresh()
    assert other.wrong.isVisible()
    assert other.wrong.text() == page.wrong.text()


def test_a_roster_that_is_kept_moves_the_last_slot_of_the_step_on_show(page, window):
    """Read again without a word of the plan: only what is known of duties has changed."""
    desk = window.acts.desk
    make_provider(desk, office_type="registry", hours_osm="Th 14:00-17:00, Fr 08:00-12:00; PH off")
    page.refresh()
    choose(page, "anmeldung_wohnsitz")
    assert page.pane.said(DUE).splitlines()[1] == "zuletzt offen: Fr 26.02., 8:00–12:00"
    (nurse,) = desk.rosters.board(page.view.head.id).parents
    roster = Roster(TODAY, None, 1, tuple(Duty(weekday, 360, 852) for weekday in range(5)))
    window.acts.do(lambda desk: desk.rosters.save_roster(nurse.person, RosterDraft(roster)))
    told = page.pane.said(DUE).splitlines()[1]
    assert told == "zuletzt dienstfrei offen: Do 25.02., 14:12–17:00"
    assert "dann aber Dienst" in page.pane.opening.text()
    window.acts.undo()
    assert page.pane.said(DUE).splitlines()[1] == "zuletzt offen: Fr 26.02., 8:00–12:00"
