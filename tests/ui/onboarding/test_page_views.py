"""The tab Onboarding as a whole: all cases, filters, templates, a finished and an empty plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from app.records.plan import SetPreview
from app.records.roles import HolderDraft
from app.rules.terms import Role, StepState, Track
from tests.makers import FROM_TUNISIA, NURSE, make_case, with_dates
from tests.ui.makers_plan import make_blocker
from ui.onboarding.narrowing import Narrowing
from ui.onboarding.page import Extent, OnboardingPage
from ui.onboarding.scale import Zoom
from ui.onboarding.set_dialog import SetDialog
from ui.tabs import place
from ui.widgets.runs import plain
from ui.window import Window

CANDIDATES, ONBOARDING, RELOCATION = map(place, ("candidates", "onboarding", "relocation"))


@pytest.fixture
def case(window: Window) -> int:
    desk = window.acts.desk
    assert desk is not None
    made = make_case(desk)
    with_dates(desk, made)
    return made


@pytest.fixture
def page(window: Window, case: int) -> OnboardingPage:
    window.show_case(case)
    found = window.go_to(ONBOARDING)
    assert isinstance(found, OnboardingPage)
    return found


def titles(page):
    return {mark.step.short for mark in page.timeline.marks}


def test_without_a_case_every_case_is_shown(window, case):
    page = window.go_to(ONBOARDING)
    assert page.whole
    assert [row.case for row in page.office.sheet.rows] == [case]
    assert plain(page.orientation()).startswith("Alle Fälle: 1 laufender Fall")
    assert not window.choose.isVisible()


def test_a_chosen_case_is_shown_alone_with_its_person(page, window):
    assert not page.whole
    assert page.timeline.isVisible()
    assert window.person.isVisible()


def test_all_cases_and_back_by_the_switch(page, window, case):
    page.extent.chosen.emit(Extent.OFFICE)
    assert page.office.isVisible()
    assert not window.person.isVisible()
    assert page.blockers.isHidden()
    assert page.office.sheet.current_case() == case
    assert page.extent in page.strip_actions()
    assert page.add_button not in page.strip_actions()
    page.extent.chosen.emit(Extent.CASE)
    assert page.timeline.isVisible()
    assert window.person.isVisible()


def test_enter_in_the_list_of_all_opens_the_case_at_its_step(page, window, qtbot):
    desk = window.acts.desk
    other = desk.candidates.register(FROM_TUNISIA, replace(NURSE, family="Moor")).case
    with_dates(desk, other)
    page.show_extent(Extent.OFFICE)
    page.office.sheet.choose(other)
    qtbot.keyClick(page.office.sheet, Qt.Key.Key_Right)
    step = page.office.sheet.timeline.steps[page.office.sheet.mark]
    qtbot.keyClick(page.office.sheet, Qt.Key.Key_Return)
    assert window.case_id == other
    assert not page.whole
    assert page.timeline.current_step() == step


def test_this_case_asks_for_one_where_none_is_chosen(window, case):
    page = window.go_to(ONBOARDING)
    page.show_extent(Extent.CASE)
    assert page.empty.isVisible()
    assert "Noch kein Fall ausgewählt" in page.empty.accessibleName()
    assert page.extent in page.strip_actions()


def test_the_office_is_narrowed_ordered_and_widened_again(page, window):
    page.show_extent(Extent.OFFICE)
    panel = page.office
    everything = len(panel.sheet.timeline.days)
    panel.filter.actions_of("role")[1 + list(Role).index(Role.MENTOR)].trigger()
    assert 0 < len(panel.sheet.timeline.days) < everything
    assert "Gefiltert: Pate/Patin." in plain(page.orientation())
    assert panel.filter.clear.isVisible()
    panel.filter.clear.click()
    assert len(panel.sheet.timeline.days) == everything
    panel.order.menu().actions()[2].trigger()
    assert panel.order.text() == "Sortierung: Name"


def test_a_filter_that_finds_nobody_says_so_and_offers_to_lift_it(page):
    page.show_extent(Extent.OFFICE)
    page.office._ask(replace(page.office.query, advisor=999))
    assert page.office.empty.isVisible()
    page.office.empty.accepted.emit()
    assert page.office.sheet.isVisible()


def test_filtering_a_role_leaves_its_marks_counts_and_words(page, qtbot):
    every = titles(page)
    x = page.timeline.scale().x(date(2027, 3, 1))
    page.filter.actions_of("role")[0].trigger()
    assert titles(page) == every
    page.narrow(Narrowing(role=Role.MENTOR))
    assert titles(page) < every
    assert all(Role.MENTOR in mark.step.roles for mark in page.timeline.marks)
    assert plain(page.orientation()).startswith("Onboarding, gefiltert nach Pate/Patin: ")
    assert sum(lane.phase.total for lane in page.timeline.picture.lanes) == len(titles(page))
    # the days stay where they are
    assert page.timeline.scale().x(date(2027, 3, 1)) == x
    assert page.filter.clear.isVisible()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Escape)
    assert titles(page) == every
    assert "gefiltert" not in plain(page.orientation())


def test_the_name_behind_a_role_can_be_filtered_and_is_heard(page, window, case):
    desk = window.acts.desk
    page.do(lambda desk: desk.roles.hold(case, Role.MENTOR, HolderDraft("Hanna Voss")))
    page.narrow(Narrowing(who="Hanna Voss"))
    assert page.timeline.marks
    heard = QAccessible.queryAccessibleInterface(page.timeline)
    for at in range(heard.childCount()):
        assert "Pate/Patin: Hanna Voss" in heard.child(at).text(QAccessible.Text.Name)
    # what nobody holds any more is no filter
    assert desk is not None
    page.do(lambda desk: desk.roles.free(case, Role.MENTOR))
    assert page.narrowing == Narrowing()


def test_a_step_that_is_searched_for_lifts_the_filter(page):
    wanted = next(m.step for m in page.timeline.marks if Role.MENTOR not in m.step.roles)
    page.narrow(Narrowing(role=Role.MENTOR))
    page.reveal(wanted.id)
    assert page.timeline.current_step() == wanted.id
    assert not page.narrowing


def test_another_case_begins_without_a_filter(page, window):
    page.narrow(Narrowing(role=Role.MENTOR))
    window.show_case(make_case(window.acts.desk))
    assert page.narrowing == Narrowing()


def test_the_zoom_of_the_strip_is_that_of_the_picture_in_sight(page):
    page.zoom.chosen.emit(Zoom.WEEKS)
    assert page.timeline.zoom is Zoom.WEEKS
    assert page.zoom.zoom() is Zoom.WEEKS
    page.show_extent(Extent.OFFICE)
    assert page.zoom.zoom() is page.office.sheet.zoom
    page.zoom.chosen.emit(Zoom.YEAR)
    assert (page.office.sheet.zoom, page.timeline.zoom) == (Zoom.YEAR, Zoom.WEEKS)


def test_another_template_is_previewed_given_and_taken_back(page, window, case):
    desk = window.acts.desk
    (_, standard), (key, name), *_ = page.view.plan_sets
    before = {step.id for step in page.view.steps}
    page.sets.chosen.emit(key)
    dialog = page._dialog
    assert dialog.windowTitle() == f"Vorlage „{name}“"
    assert page.sets.text() == f"Vorlage: {standard}"
    assert {step.id for step in page.view.steps} == before
    preview = desk.plan.preview_set(case, key)
    changes = len(preview.adds) + len(preview.withdraws)
    assert str(changes) in dialog.act.text()
    dialog.act.click()
    assert page.view.plan_set == key
    assert page.sets.text() == f"Vorlage: {name}"
    assert {step.id for step in page.view.steps} != before
    window.acts.undo()
    assert page.view.plan_set != key


def test_turning_back_from_a_template_changes_nothing(page):
    before = page.view
    page.sets.chosen.emit(before.plan_sets[1][0])
    page._dialog.reject()
    page.refresh()
    assert page.view.plan_set == before.plan_set


@pytest.mark.parametrize(
    ("preview", "sentence", "act"),
    [
        (
            SetPreview(("A",), ("B", "C"), ()),
            "1 Schritt kommt dazu, 2 entfallen.",
            "Vorlage wechseln, 3 Schritte ändern",
        ),
        (
            SetPreview((), ("B",), ("D",)),
            "1 Schritt entfällt.",
            "Vorlage wechseln, 1 Schritt ändern",
        ),
        (SetPreview((), (), ()), "Am Plan ändert sich nichts.", "Vorlage wechseln"),
    ],
    ids=["both", "goes", "nothing"],
)
def test_the_preview_says_what_comes_goes_and_stays(dressed, qtbot, preview, sentence, act):
    dialog = SetDialog("Kurz", preview)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words[0] == sentence
    assert dialog.act.text() == act
    for title in (*preview.adds, *preview.withdraws, *preview.keeps):
        assert any(word.endswith(title) for word in words)


def test_a_finished_plan_stays_with_a_summary_in_every_lane(page, window):
    desk = window.acts.desk
    for step in page.view.steps:
        if step.state is StepState.OPEN:
            desk.plan.tick(step.id)
    page.look_again()
    assert page.timeline.isVisible()
    text = plain(page.orientation())
    total = page.view.total
    assert str(total) in text
    assert "erledigt" in text
    for lane in page.timeline.picture.lanes:
        assert lane.summary or not lane.marks


def test_an_empty_plan_says_so_and_takes_an_own_step(page, window):
    view = replace(page.view, steps=(), done=0, total=0, unclear=0)
    page._fetched = lambda: view
    page.refresh()
    assert page.empty.isVisible()
    assert "noch keine Schritte" in plain(page.orientation())
    page.begin_own()
    assert page.own.isVisible()


def test_what_bars_the_first_day_leads_to_its_step_and_to_its_question(page, window, qtbot):
    step = page.timeline.marks[-1].step.id
    page.blockers.set_blockers([make_blocker(step=step)])
    page.blockers.entries()[0].click()
    assert page.timeline.current_step() == step
    question = make_blocker(step=None, steps=(), ask=("housing",))
    page.blockers.set_blockers([question])
    page.blockers.entries()[0].click()
    assert window.header.tabs.currentIndex() == CANDIDATES
    asked = window.page(CANDIDATES).pane.questions._find("housing")
    assert asked is not None
    assert asked.isAncestorOf(window.focusWidget())


def test_a_step_of_the_other_track_is_led_to_there(page, window, case):
    other = window.acts.desk.plan.view(case, Track.RELOCATION).steps[0]
    page.blockers.set_blockers([make_blocker(step=other.id)])
    page.blockers.entries()[0].click()
    assert window.header.tabs.currentIndex() == RELOCATION
    assert window.page(RELOCATION).step_id == other.id


def test_the_strip_leaves_room_for_its_sentence(page, window, qtbot):
    window.resize(1366, 768)
    page.narrow(Narrowing(role=Role.MENTOR))
    taken = sum(each.sizeHint().width() + 8 for each in page.strip_actions())
    assert taken < 1366 - 400
