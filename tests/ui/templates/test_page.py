"""The tab of templates, used like a clerk would who does not program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.records.providers import Category
from app.records.templates import TemplateState
from app.rules.calendar import Day
from app.rules.terms import Track
from tests.makers import make_provider
from tests.ui.templates.conftest import TEMPLATES, choose, found, give, press, quiet
from tests.ui.templates.test_condition import pick
from ui.tabs import place
from ui.templates.page import SETS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MENTOR = "m_pate_benennen"
BY_HAND = (Path(__file__).parent / "by_hand.toml").read_text("utf-8")


def due(desk, case):
    """When the mentor shall be named, None where the plan has no such step."""
    plan = desk.plan.view(case, Track.ONBOARDING)
    return next((step.due for step in plan.steps if step.template == MENTOR), None)


def tick(line, value):
    box = line.editor.boxes[value]
    QApplication.processEvents()
    assert box.isVisible()
    QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, box.height() // 2)
    )


def choose_in(box, code, qtbot):
    """One of a list, by its arrow keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    view = box.view()
    view.setCurrentIndex(box.model().index(box.findData(code), 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def change_mentor(page, qtbot):
    """Change the rule through the form alone: condition, date, roles, papers, an example."""
    choose(page, qtbot, "Pate/Patin ben")
    assert page.steps.shown == MENTOR
    form = page.steps.pane.form
    [row] = form.when.condition.boxes
    pick(row.menu_button, "origin")
    tick(row.lines[1], "eu")
    tick(row.lines[1], "third")
    form.term.offset.number.selectAll()
    qtbot.keyClicks(form.term.offset.number, "3")
    choose_in(form.term.offset.unit, "W", qtbot)
    choose_in(form.who.roles.few, "hr", qtbot)
    form.links.documents.many.setFocus()
    qtbot.keyClicks(form.links.documents.many, "arbeitsvertrag oder angebot")
    qtbot.keyClick(form.links.documents.many, Qt.Key.Key_Return)
    form.examples.add_example.click()
    [example] = form.examples.boxes
    pick(example.menu_button, "own_practice")
    choose_in(example.lines[0].editor, "no", qtbot)
    pick(example.menu_button, "origin")
    choose_in(example.lines[1].editor, "third", qtbot)
    quiet(page, qtbot)
    return form


def test_a_rule_is_changed_through_the_form_alone_and_exported_as_written_by_hand(
    page, window, recorder, qtbot, tmp_path
):
    form = change_mentor(page, qtbot)
    assert form.examples.boxes[0].outcome.text() == "kommt so heraus"
    assert "Mo 22.03.2027" in form.term.example.text()
    assert "offenen Fällen" in form.when.live.text()
    qtbot.keyClick(form.who.office_type, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = found(page, qtbot)
    qtbot.keyClicks(dialog.note, "mehr Zeit")
    give(page, qtbot)
    assert page.steps.storing.dialog is None
    row = next(
        row for row in window.acts.desk.templates.rows(Track.ONBOARDING) if row.template == MENTOR
    )
    assert row.state is TemplateState.CHANGED

    recorder.path = tmp_path / "pate.toml"
    page._write.menu().actions()[0].trigger()
    assert recorder.path.read_text("utf-8") == BY_HAND


def test_households_take_the_change_over_one_by_one_and_it_is_taken_back(
    page, window, families, qtbot
):
    desk = window.acts.desk
    before = [due(desk, case) for case in families]
    assert before[0] == Day(date(2026, 11, 16))
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    form.term.offset.number.selectAll()
    qtbot.keyClicks(form.term.offset.number, "28")
    press(page, qtbot, "Speichern …")
    dialog = found(page, qtbot)
    assert {each.case for each in dialog.model.affected} >= set(families[:2])
    second = next(at for at, each in enumerate(dialog.model.affected) if each.case == families[1])
    dialog.view.setCurrentIndex(dialog.model.index(second, 0))
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert families[1] not in dialog.model.chosen()
    assert due(desk, families[0]) == before[0]
    give(page, qtbot)
    assert due(desk, families[0]) == Day(date(2026, 11, 30))
    assert due(desk, families[1]) == before[1]
    pane = page.steps.pane
    assert pane.held.text() == "1 Haushalt plant noch nach der alten Regel."
    assert "1 Haushalt mit alter Regel" in page.model.data(page.model.index_of(MENTOR))

    qtbot.mouseClick(pane.take_over, Qt.MouseButton.LeftButton)
    dialog = found(page, qtbot)
    assert dialog.act.text() == "Für 1 Haushalt übernehmen"
    give(page, qtbot)
    assert due(desk, families[1]) == Day(date(2026, 11, 30))
    assert pane.held.isHidden()

    window.acts.undo()
    assert due(desk, families[1]) == before[1]
    window.acts.undo()
    assert [due(desk, case) for case in families] == before
    assert page.steps.pane.form.draft().offset == "P14D"


def test_a_rule_for_nobody_is_told_where_it_is_edited(page, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    [row] = form.when.condition.boxes
    pick(row.menu_button, "moves_from")
    tick(row.lines[1], "de")
    quiet(page, qtbot)
    assert "Gilt für 0 von 3 offenen Fällen" in form.when.live.text()
    assert "für keinen der offenen Fälle" in form.when.live.text()


def test_a_rule_of_next_month_changes_nothing_before(page, window, families, qtbot):
    desk = window.acts.desk
    before = due(desk, families[0])
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    form.term.offset.number.selectAll()
    qtbot.keyClicks(form.term.offset.number, "28")
    press(page, qtbot, "Speichern …")
    dialog = found(page, qtbot)
    for day, reason in (("01.11.2026", True), ("bald", True), ("01.12.2026", False)):
        dialog.valid_from.selectAll()
        qtbot.keyClicks(dialog.valid_from, day)
        qtbot.waitUntil(lambda reason=reason: bool(dialog.fields["valid_from"].reason()) is reason)
        assert dialog.act.isEnabled() is False or not reason
    qtbot.waitUntil(lambda: dialog.act.isEnabled(), timeout=10_000)
    give(page, qtbot)
    assert due(desk, families[0]) == before
    assert "ab 01.12.2026 geplant" in page.model.data(page.model.index_of(MENTOR))


def test_turning_back_from_the_dialog_cancels_its_job_and_changes_nothing(page, window, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    form.term.offset.number.selectAll()
    qtbot.keyClicks(form.term.offset.number, "28")
    press(page, qtbot, "Speichern …")
    page.steps.storing.dialog.reject()
    qtbot.waitUntil(lambda: not window.workshop.is_busy, timeout=10_000)
    assert page.steps.storing.dialog is None
    assert page.steps.drafts.unsaved == {MENTOR}
    assert window.acts.desk.templates.draft(MENTOR).offset == "P14D"


def test_a_fault_is_told_beside_its_field_and_nothing_is_saved(page, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    form.term.offset.number.selectAll()
    qtbot.keyClicks(form.term.offset.number, "4000")
    quiet(page, qtbot)
    assert "zehn Jahre" in form.reason_of("offset")
    assert form.when.live.text().startswith("Für wen die Regel gilt, steht hier, sobald")
    press(page, qtbot, "Speichern …")
    assert page.steps.storing.dialog is None
    assert QApplication.focusWidget() is form.term.offset.number


def test_an_example_that_fails_keeps_the_rule_from_being_saved(page, window, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    form.examples.add_example.click()
    [example] = form.examples.boxes
    pick(example.menu_button, "own_practice")
    quiet(page, qtbot)
    assert example.outcome.text() == "kommt anders heraus: gilt nicht"
    press(page, qtbot, "Speichern …")
    assert page.steps.storing.dialog is None
    assert "Beispiel" in form.reason_of("examples")


def test_leaving_a_step_keeps_what_was_typed_and_closing_asks(page, window, recorder, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form = page.steps.pane.form
    qtbot.keyClick(form.about.short.editors["de"], Qt.Key.Key_End)
    qtbot.keyClicks(form.about.short.editors["de"], " jetzt")
    choose(page, qtbot, "Zusage")
    assert page.steps.shown != MENTOR
    window.go_to(place("candidates"))
    assert page.steps.drafts.unsaved == {MENTOR}
    recorder.agrees = False
    assert not window.close()
    assert recorder.asked == ["Ohne Speichern schließen?"]
    recorder.agrees = True
    window.go_to(TEMPLATES)
    page.reveal_template(MENTOR)
    assert form.about.short.texts()["de"] == "Pate/Patin benennen jetzt"
    press(page, qtbot, "Verwerfen")
    assert form.about.short.texts()["de"] == "Pate/Patin benennen"
    assert page.unsaved() == ""


def test_a_step_is_switched_off_and_on_again(page, window, families, qtbot):
    desk = window.acts.desk
    choose(page, qtbot, "Pate/Patin ben")
    press(page, qtbot, "Ausschalten")
    give(page, qtbot)
    assert due(desk, families[0]) is None
    assert "ausgeschaltet" in page.model.data(page.model.index_of(MENTOR))
    press(page, qtbot, "Einschalten")
    give(page, qtbot)
    assert due(desk, families[0]) == Day(date(2026, 11, 16))


def test_a_copy_is_a_step_of_its_own(page, window, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    page.search.clear()
    page.search.searched.emit("")
    press(page, qtbot, "Kopieren")
    quiet(page, qtbot)
    assert page.steps.pane.state.text() == "neu, noch nicht gespeichert"
    key = page.steps.shown
    press(page, qtbot, "Speichern …")
    give(page, qtbot)
    rows = {row.template: row for row in window.acts.desk.templates.rows(Track.ONBOARDING)}
    assert rows[key].state is TemplateState.OWN
    assert window.acts.desk.templates.draft(key).title["de"].endswith("(Kopie)")


def test_a_new_step_is_told_what_it_lacks(page, window, qtbot):
    press(page, qtbot, "Neu")
    quiet(page, qtbot)
    form = page.steps.pane.form
    assert form.reason_of("short")
    assert form.reason_of("title")
    assert QApplication.focusWidget() is form.about.short.editors["de"]


def test_a_step_is_moved_by_its_keys_and_back_by_undo(page, window, qtbot):
    page.search.clear()
    page.search.searched.emit("")
    before = [row.template for row in window.acts.desk.templates.rows(Track.ONBOARDING)]
    page.list.choose(MENTOR)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = [row.template for row in window.acts.desk.templates.rows(Track.ONBOARDING)]
    assert after.index(MENTOR) == before.index(MENTOR) - 1
    assert page.list.current_key() == MENTOR
    window.acts.undo()
    assert [row.template for row in window.acts.desk.templates.rows(Track.ONBOARDING)] == before


def test_versions_are_listed_and_compared_and_the_shipped_one_comes_back(page, window, qtbot):
    choose(page, qtbot, "Pate/Patin ben")
    form, versions = page.steps.pane.form, page.steps.pane.versions
    form.term.offset.number.selectAll()
    qtbot.keyClicks(form.term.offset.number, "28")
    press(page, qtbot, "Speichern …")
    give(page, qtbot)
    qtbot.mouseClick(versions.compare, Qt.MouseButton.LeftButton)
    texts = versions.comparison.texts()
    assert {"Abstand", "28 Tage danach", "14 Tage danach"} <= set(texts)
    press(page, qtbot, "Mitgelieferte Fassung wiederherstellen …")
    give(page, qtbot)
    assert page.steps.pane.form.draft().offset == "P14D"


def test_a_set_is_copied_for_an_employer_and_its_steps_chosen(page, window, recorder, qtbot):
    desk = window.acts.desk
    make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    page.parts._group.button(2).click()
    assert page.part == SETS
    recorder.word = "Deichklinik"
    press(page, qtbot, "Für Arbeitgeber kopieren")
    pane = page.sets.pane
    pane.name.editors["de"].selectAll()
    qtbot.keyClicks(pane.name.editors["de"], "Deichklinik")
    pane.view.choose(MENTOR)
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    press(page, qtbot, "Speichern")
    [made] = [each for each in desk.templates.sets() if each.employer == "Deichklinik"]
    assert desk.templates.set_draft(made.id).leaves_out == (MENTOR,)
    assert page.unsaved() == ""
    press(page, qtbot, "Löschen")
    assert not [each for each in desk.templates.sets() if each.employer == "Deichklinik"]


def test_a_file_is_looked_at_before_it_is_read_in(page, window, recorder, qtbot, tmp_path):
    recorder.path = tmp_path / "pate.toml"
    recorder.path.write_text(BY_HAND, "utf-8")
    press(page.window(), qtbot, "Einlesen …")
    dialog = page.exchange.dialog
    assert dialog.act.text() == "1 Vorlage einlesen"
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.exchange.dialog is None, timeout=10_000)
    assert window.acts.desk.templates.draft(MENTOR).offset == "P3W"
    press(page.window(), qtbot, "Einlesen …")
    assert not page.exchange.dialog.act.isEnabled()
    page.exchange.dialog.reject()


def test_a_file_with_faults_is_told_with_its_line(page, window, recorder, qtbot, tmp_path):
    recorder.path = tmp_path / "pate.toml"
    recorder.path.write_text(BY_HAND.replace('"P3W"', '"bald"'), "utf-8")
    press(page.window(), qtbot, "Einlesen …")
    dialog = page.exchange.dialog
    assert not dialog.act.isEnabled()
    assert any("Zeile 12" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
