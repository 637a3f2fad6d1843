"""The tab Onboarding on a real desk: walking, ticking, zoom, anchor dates in place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.rules.calendar import Day, Precision
from app.rules.terms import AnchorKind, StepState
from tests.makers import make_case, with_dates
from tests.ui.redating.opened import take_over
from ui.onboarding.page import OnboardingPage
from ui.onboarding.scale import Zoom
from ui.tabs import place
from ui.widgets.runs import plain
from ui.window import Window

ONBOARDING = place("onboarding")


@pytest.fixture
def page(window: Window) -> OnboardingPage:
    desk = window.acts.desk
    assert desk is not None
    case = make_case(desk)
    with_dates(desk, case)
    window.show_case(case)
    found = window.go_to(ONBOARDING)
    assert isinstance(found, OnboardingPage)
    return found


def anchors(page):
    return dict(page.view.anchors)


def test_walking_shows_each_step_in_the_pane(page, qtbot):
    page.timeline.setFocus()
    seen = []
    qtbot.keyClick(page.timeline, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        seen.append(page.pane.step_id)
        qtbot.keyClick(page.timeline, Qt.Key.Key_Right)
    assert seen == [mark.step.id for mark in page.timeline.marks[:3]]


def test_space_ticks_and_the_mark_stays_current(page, qtbot):
    step_id = page.timeline.current_step()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Space)
    assert page.step(step_id).state is StepState.DONE
    assert page.timeline.current_step() == step_id
    assert page.pane.standing().startswith("erledigt am Mo 23.11.2026")
    qtbot.keyClick(page.timeline, Qt.Key.Key_Space)
    assert page.step(step_id).state is StepState.OPEN


def test_the_sentence_tells_how_far_along(page):
    text = plain(page.orientation())
    assert text.startswith("Onboarding: 0 von ")
    assert "überfällig" in text


def test_zoom_is_offered_and_changes_the_picture(page):
    wide = page.timeline.picture.scale.width
    page.zoom.chosen.emit(Zoom.WEEKS)
    assert page.timeline.picture.scale.width > 2 * wide
    assert page.zoom in page.strip_actions()


def test_an_anchor_date_is_set_and_the_steps_follow(page):
    before = {step.id: step.due for step in page.view.steps}
    field = page.anchors.field(AnchorKind.WORK_START)
    page.show_anchors(AnchorKind.WORK_START)
    field.entry.setText("1.4.27")
    field.entry.editingFinished.emit()
    assert {step.id: step.due for step in page.view.steps} == before  # seen first
    take_over(page)
    assert anchors(page)[AnchorKind.WORK_START] == Day(date(2027, 4, 1))
    assert field.entry.text() == "01.04.2027"
    assert {step.id: step.due for step in page.view.steps} != before


def test_a_month_is_enough_for_an_anchor(page):
    field = page.anchors.field(AnchorKind.ENTRY)
    field.entry.setText("03.2027")
    field.entry.editingFinished.emit()
    take_over(page)
    assert anchors(page)[AnchorKind.ENTRY] == Day(date(2027, 3, 1), Precision.MONTH)


def test_emptying_a_date_takes_it_back(page):
    field = page.anchors.field(AnchorKind.CONTRACT)
    field.entry.setText("")
    field.entry.editingFinished.emit()
    assert AnchorKind.CONTRACT not in anchors(page)
    assert any(step.due is None for step in page.view.steps)


def test_what_is_no_date_is_told_beside_its_field_and_changes_nothing(page):
    before = anchors(page)
    field = page.anchors.field(AnchorKind.ENTRY)
    field.entry.setText("31.02.2027")
    field.entry.editingFinished.emit()
    assert field.reason() == "Den 31.02.2027 gibt es nicht. Bitte das Datum prüfen."
    assert anchors(page) == before
    field.entry.setText("28.02.2027")
    field.entry.editingFinished.emit()
    assert field.reason() == ""


def test_a_date_left_as_it_was_writes_nothing(page, window, qtbot):
    field = page.anchors.field(AnchorKind.ENTRY)
    with qtbot.assertNotEmitted(window.acts.done):
        field.entry.editingFinished.emit()


def test_a_case_without_dates_opens_with_them(window):
    desk = window.acts.desk
    assert desk is not None
    window.show_case(make_case(desk))
    page = window.go_to(ONBOARDING)
    assert page.both.side.currentWidget() is page.anchors
    assert {mark.shape.name for mark in page.timeline.marks} <= {"UNDATED", "UNCLEAR"}


def test_rare_dates_are_offered_on_demand(page):
    rare = page.anchors.field(AnchorKind.DOG)
    assert rare.isHidden()
    page.anchors._show_more()
    assert not rare.isHidden()


def test_esc_leads_back_to_the_timeline(page, window, qtbot):
    window.activateWindow()
    page.show_anchors()
    qtbot.keyClick(page.anchors, Qt.Key.Key_Escape)
    assert page.both.side.currentWidget() is page.pane


def test_a_narrow_window_shows_one_of_the_two(page, window, looks):
    looks(percent=200)
    window.resize(1366, 768)
    page.both.resize(1000, 500)
    assert page.both.is_narrow
    assert not page.pane.isVisible()
    assert page.detail_button in page.strip_actions()
    page.open_step(page.timeline.current_step())
    assert page.pane.isVisible()
    assert not page.timeline.isVisible()
    page.both.show_master()
    assert page.timeline.isVisible()


def test_a_step_is_revealed_for_the_search(page):
    last = page.timeline.marks[-1].step.id
    page.reveal(last)
    assert page.timeline.current_step() == last
    assert page.pane.step_id == last


def test_another_case_starts_at_its_own_next_step(page, window):
    desk = window.acts.desk
    other = make_case(desk)
    with_dates(desk, other)
    window.show_case(other)
    assert page.view.head.id == other
    assert page.timeline.current_step() == page.view.next_step


def test_choosing_a_mark_leaves_the_dates_but_not_a_form_being_filled(page, qtbot):
    page.show_anchors()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    assert page.both.side.currentWidget() is page.pane
    page.begin_own()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    assert page.both.side.currentWidget() is page.own
