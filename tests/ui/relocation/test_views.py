"""The tab Umzug in its three views, what is remembered of them, all steps, links to elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.records.office import ServicePoint
from app.records.plan import OwnStep
from app.rules.terms import Answer, Role, StepState, Track
from tests.makers import make_case, make_provider, with_dates
from tests.ui.makers_plan import make_plan
from ui.relocation import remembered
from ui.relocation.groups import Group, View
from ui.relocation.page import RelocationPage
from ui.tabs import place
from ui.widgets import all_steps_rows as rows
from ui.widgets.runs import plain

UMZUG = place("relocation")


@pytest.fixture
def page(window) -> RelocationPage:
    desk = window.acts.desk
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    case = make_case(desk, children=1)
    with_dates(desk, case)
    window.show_case(case)
    found = window.go_to(UMZUG)
    assert isinstance(found, RelocationPage)
    return found


def by(page, view):
    page.views.choose(view)
    page.views.chosen.emit(view)


def test_another_view_keeps_the_step_and_its_place_on_the_screen(page):
    chosen = page.list.checklist.index(3, 0, page.list.checklist.index(1, 0))
    page.list.setCurrentIndex(chosen)
    page.list.scrollTo(chosen)
    step, high = page.list.current_step(), page.list.visualRect(page.list.currentIndex()).top()
    for view in (View.OFFICE, View.PERSON):
        by(page, view)
        assert page.list.current_step() == step
        assert page.pane.step_id == step
        bar = page.list.verticalScrollBar()
        at_an_end = bar.value() in (bar.minimum(), bar.maximum())
        assert at_an_end or page.list.visualRect(page.list.currentIndex()).top() == high


def test_the_view_and_the_folds_are_remembered(page, window):
    by(page, View.PERSON)
    by(page, View.DUE)
    first = page.list.checklist.index(0, 0)
    key = page.list.checklist.sections[0].key
    page.list.collapse(first)
    by(page, View.OFFICE)
    again = RelocationPage(window.workplace)
    assert again.by is View.OFFICE
    assert again.list.folded == {key, Group.DONE, Group.NOT_FOR_THEM}
    again.deleteLater()


def test_nothing_about_a_person_is_kept_with_the_settings(settings):
    assert remembered.view(settings) is View.DUE
    remembered.keep_folded(settings, {"person:3", "provider:4", "late", "office:registry"})
    assert remembered.folded(settings) == {"late", "office:registry"}


@pytest.mark.parametrize("text", [b"{", b"3", b"\xff"])
def test_settings_that_cannot_be_read_are_forgotten(settings, text):
    settings.keep_state(remembered.FOLDED, text)
    settings.keep_state(remembered.VIEW, text)
    assert remembered.folded(settings) == {Group.DONE, Group.NOT_FOR_THEM}
    assert remembered.view(settings) is View.DUE


def test_the_choices_of_the_strip_fold_before_its_sentence_is_lost(page, window):
    window.resize(1900, 768)
    assert (page.views.is_tight, page.people.is_tight) == (False, False)
    window.resize(1366, 768)
    assert not page.views.is_tight
    window.resize(1000, 768)
    assert (page.views.is_tight, page.people.is_tight) == (True, True)
    assert page.all_button.text() == ""
    assert page.all_button.accessibleName() == "Alle Schritte …"


def test_a_narrow_list_leaves_out_what_the_pane_says_too(page, window):
    window.resize(1366, 768)
    assert not page.list.isColumnHidden(3)
    page.list.resize(500, 400)
    page.list._spread()
    assert page.list.isColumnHidden(3)
    assert not page.list.isColumnHidden(1)


def test_a_step_that_does_not_apply_is_taken_from_the_list_of_all(page, window, qtbot):
    page.all_button.click()
    assert page.all_steps.isVisible()
    assert "Schritten der Vorlagen gelten" in plain(page.orientation())
    listed = next(
        step
        for step in page.all_steps._steps
        if step.applies is Answer.NO and step.step is None and not step.withheld
    )
    page.all_steps.list.choose(rows.key_of(listed))
    page.all_steps.primary.click()
    assert page.all_steps.isVisible()
    assert "in den Plan genommen" in window.message_bar.sentence()
    taken = next(step for step in page.view.steps if step.template == listed.template)
    assert taken.by_hand
    assert page.all_steps.primary.text() == "Im Plan zeigen"
    page.all_steps.primary.click()
    assert not page.all_steps.isVisible()
    assert page.list.current_step() == taken.id
    assert "von Hand hinzugefügt" in page.pane.standing()
    page.pane.actions_row._untake.click()
    assert not any(step.by_hand for step in page.view.steps)


def test_escape_and_another_case_lead_back_to_the_plan(page, window, qtbot):
    page.show_all_steps()
    qtbot.keyClick(page.all_steps.list, Qt.Key.Key_Escape)
    assert not page.all_steps.isVisible()
    assert page.list.hasFocus()
    page.show_all_steps()
    other = make_case(window.acts.desk)
    window.show_case(other)
    assert not page.all_steps.isVisible()
    assert page.list.isVisible() or page.empty.isVisible()


def test_only_steps_of_this_tab_stand_in_its_list(page):
    page.show_all_steps()
    assert {step.track for step in page.all_steps._steps} == {Track.RELOCATION}


def test_an_empty_plan_offers_all_steps_and_a_finished_one_stays(page, window):
    page.view = make_plan(track=Track.RELOCATION)
    page._show_plan_or_none()
    assert page.empty.isVisible()
    assert page.empty._button.text() == "Alle Schritte …"
    page.refresh()
    for step in page.view.steps:
        if step.state is StepState.OPEN and step.applies is not Answer.NO:
            window.acts.desk.plan.not_needed(step.id, "wohnt schon hier")
    own = OwnStep(Track.RELOCATION, "Fahrrad besorgen")
    window.acts.do(lambda desk: desk.plan.add_own(page.case_id, own))
    page.reveal(next(step.id for step in page.view.steps if step.own))
    page.pane.tick()
    assert page.list.checklist.sections[0].key == Group.FINISHED
    assert page.list.isExpanded(page.list.checklist.index(0, 0))
    assert "erledigt" in plain(page.orientation())


def test_a_step_that_comes_first_is_a_click_away(page):
    waiting = next(
        step
        for step in page.view.steps
        if any(each.step is not None for each in step.waits_for)
        and step.applies is Answer.YES
        and step.state is StepState.OPEN
    )
    page.reveal(waiting.id)
    at = next(at for at, each in enumerate(waiting.waits_for) if each.step is not None)
    page.pane.waits.links()[at].click()
    assert page.step_id == waiting.waits_for[at].step


def test_a_step_of_the_other_tab_and_an_office_are_shown_there(page, window):
    onboarding = window.acts.desk.plan.view(page.case_id, Track.ONBOARDING)
    step = onboarding.steps[0]
    page.lead_to(step.id)
    assert window.header.tabs.currentIndex() == place("onboarding")
    window.go_to(UMZUG)
    key = make_provider(window.acts.desk)
    page.pane.provider_wanted.emit(key)
    assert window.header.tabs.currentIndex() == place("providers")


def test_a_name_entered_at_a_step_stands_at_every_other_one(page, window):
    named, other = [step for step in page.view.steps if Role.EMPLOYER in step.roles][:2]
    page.reveal(named.id)
    page.pane.people.edit()
    form = page.pane.people.form
    form.editor("name").setText("Wiebke Janssen")
    form.editor("email").setText("wiebke")
    form._save()
    assert "E-Mail" in form.field("email").reason()
    form.editor("email").setText("")
    form._save()
    assert form.isHidden()
    assert window.message_bar.sentence() == "Wiebke Janssen ist jetzt Arbeitgeber."
    page.reveal(other.id)
    assert "Arbeitgeber: Wiebke Janssen" in page.pane.said("Wer")


def test_what_nobody_proved_is_confirmed_by_name_and_printed_then(page, window):
    unproven = next(
        step
        for step in page.view.steps
        if step.unproven and step.applies is Answer.YES and step.state is StepState.OPEN
    )
    page.reveal(unproven.id)
    before = window.acts.desk.folders.contents(page.case_id, "de").checklist
    assert unproven.title not in {entry.title for entry in before}
    page.pane.proof.ask()
    page.pane.proof.name_ask.editor.setText("")
    page.pane.proof.name_ask.given.emit()
    assert page.pane.proof.name_ask.reason() == "Hier fehlt noch eine Angabe."
    page.pane.proof.name_ask.editor.setText("Tomke Harms")
    page.pane.proof.name_ask.given.emit()
    assert page.pane.said("Beleg") == "bestätigt von Tomke Harms am Mo 23.11.2026"
    after = window.acts.desk.folders.contents(page.case_id, "de").checklist
    assert unproven.title in {entry.title for entry in after}
    page.pane.proof.doubt_link.click()
    assert page.step(unproven.id).unproven
