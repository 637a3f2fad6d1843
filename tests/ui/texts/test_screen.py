"""The page of texts on a real desk: found, written, checked, outdated, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.records.wordings import Standing
from ui.page import TEXTS
from ui.tabs import lead, place
from ui.texts import words
from ui.texts.model import Sieve

TEMPLATES = place("templates")
OPENING = "phrases.letter.opening"
SUBJECT = "phrases.letter.subject_town"
COUNTED = "phrases.care.weeks"


@pytest.fixture
def screen(window, qtbot):
    lead(window, "templates", f"{TEXTS}:ar")
    shown = window.page(TEMPLATES).texts.shown
    assert shown is not None
    return shown


def row(window, language, key):
    texts = window.acts.desk.wordings.texts(language)
    return next(each for each in texts.rows if each.key == key)


def choose(screen, key):
    screen.list.choose(key)
    assert screen.pane.row.key == key
    return screen.pane


def listed(screen):
    return [each.key for section in screen.model.sections for each in section.rows]


def typed(pane, text, form=""):
    editor = pane.text.editors[form]
    editor.selectAll()
    editor.insertPlainText(text)


def test_the_language_asked_for_is_shown_with_how_far_it_is(screen, window):
    assert screen.code() == "ar"
    texts = window.acts.desk.wordings.texts("ar")
    said = "".join(run.text for run in screen.orientation())
    assert said == f"Texte: {words.summary(texts)}."


def test_a_text_is_written_from_right_to_left_beside_the_german_one(screen):
    pane = choose(screen, OPENING)
    editor = pane.text.editors[""]
    assert editor.toPlainText() == row(screen.window(), "ar", OPENING).text
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    german = pane.german.editors[""]
    assert german.isReadOnly()
    assert german.toPlainText() == row(screen.window(), "de", OPENING).text
    screen.show_language("nl")
    option = screen.pane.text.editors[""].document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.LeftToRight


def test_what_is_typed_is_saved_with_control_and_enter(screen, window, qtbot):
    pane = choose(screen, OPENING)
    typed(pane, "أهلًا بكم")
    assert pane.save.isEnabled()
    pane.text.editors[""].setFocus()
    QTest.keyClick(pane.text.editors[""], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = row(window, "ar", OPENING)
    assert (found.text, found.is_own) == ("أهلًا بكم", True)
    assert not pane.save.isEnabled()
    window.acts.undo()
    assert not row(window, "ar", OPENING).is_own
    assert pane.text.editors[""].toPlainText() == row(window, "ar", OPENING).text


def test_what_is_typed_stays_while_other_texts_and_languages_are_shown(screen):
    pane = choose(screen, OPENING)
    typed(pane, "أهلًا")
    choose(screen, SUBJECT)
    screen.show_language("nl")
    assert screen.unsaved() == "1 Text ist"
    screen.show_language("ar")
    choose(screen, OPENING)
    assert pane.text.editors[""].toPlainText() == "أهلًا"
    pane.discard.click()
    assert screen.unsaved() == ""
    assert pane.text.editors[""].toPlainText() == row(screen.window(), "ar", OPENING).text


def test_a_lost_placeholder_is_told_below_its_field_and_put_in_by_a_click(screen, window):
    pane = choose(screen, SUBJECT)
    typed(pane, "أهلًا بكم في ")
    pane.save.click()
    assert "{town}" in pane.text.reason()
    assert not row(window, "ar", SUBJECT).is_own
    pane.places.chosen.emit("{town}")
    pane.save.click()
    assert row(window, "ar", SUBJECT).text == "أهلًا بكم في {town}"
    assert pane.text.reason() == ""


def test_every_plural_form_has_its_field(screen, window):
    pane = choose(screen, COUNTED)
    assert tuple(pane.text.editors) == ("zero", "one", "two", "few", "many", "other")
    typed(pane, "", "few")
    pane.save.click()
    assert pane.text.editors["few"].accessibleDescription() == "Hier fehlt noch eine Angabe."
    screen.show_language("vi")
    assert tuple(choose(screen, COUNTED).text.editors) == ("other",)


def test_a_check_names_who_and_is_taken_back(screen, window):
    pane = choose(screen, OPENING)
    pane.check.click()
    assert pane.by_field.reason() == "Hier fehlt noch eine Angabe."
    pane.by.setText("Leyla Haddad")
    pane.check.click()
    assert row(window, "ar", OPENING).checked_by == "Leyla Haddad"
    assert "geprüft von Leyla Haddad" in pane.state.text()
    pane.uncheck.click()
    assert row(window, "ar", OPENING).standing is Standing.UNCHECKED


def test_a_check_of_what_is_typed_saves_it(screen, window):
    pane = choose(screen, OPENING)
    typed(pane, "أهلًا بكم")
    pane.check.click()
    assert not row(window, "ar", OPENING).is_own
    pane.by.setText("Leyla Haddad")
    pane.check.click()
    found = row(window, "ar", OPENING)
    assert (found.text, found.standing) == ("أهلًا بكم", Standing.CHECKED)
    assert screen.unsaved() == ""


def test_a_changed_german_text_is_listed_as_outdated_and_may_still_fit(screen, window):
    screen.show_language("de")
    pane = choose(screen, OPENING)
    typed(pane, "schön, dass Sie da sind.")
    pane.save.click()
    screen.show_language("ar")
    screen.sift(Sieve.OUTDATED)
    assert OPENING in listed(screen)
    assert len(listed(screen)) < 50
    assert choose(screen, OPENING).fits.isVisible()
    choose(screen, OPENING).fits.click()
    assert row(window, "ar", OPENING).standing is Standing.UNCHECKED
    assert OPENING not in listed(screen)


def test_the_shipped_text_comes_back(screen, window):
    pane = choose(screen, OPENING)
    assert not pane.restore.isVisible()
    typed(pane, "أهلًا بكم")
    pane.save.click()
    screen.sift(Sieve.OWN)
    assert pane.restore.isVisible()
    pane.restore.click()
    assert not row(window, "ar", OPENING).is_own


def test_german_of_a_step_leads_to_its_template(screen, window):
    screen.show_language("de")
    pane = choose(screen, "templates.steps.m_erstkontakt.title")
    assert pane.text.editors[""].isReadOnly()
    pane.template.click()
    page = window.page(TEMPLATES)
    assert page.texts.shown is None
    assert page.steps.pane.isVisible()
    assert page.list.current_key() == "m_erstkontakt"


def test_the_search_finds_words_of_either_language(screen, qtbot):
    qtbot.keyClicks(screen.search, "Herzlich willkommen in")
    qtbot.waitUntil(lambda: not screen._following.isActive())
    assert SUBJECT in listed(screen)
    assert len(listed(screen)) < 5


def test_all_that_is_listed_is_checked_at_once(screen, window, recorder):
    screen.search.setText("Herzlich willkommen")
    screen._narrow()
    wanted = listed(screen)
    recorder.word = "Leyla Haddad"
    screen.check_all.click()
    texts = window.acts.desk.wordings.texts("ar")
    checked = [each.key for each in texts.rows if each.checked_by == "Leyla Haddad"]
    assert checked == wanted != []


def test_texts_go_out_and_come_back_with_a_report(screen, window, recorder, tmp_path):
    recorder.path = tmp_path
    screen.exchange.write(everything=False)
    file = tmp_path / "ar.toml"
    lines = file.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("closing = "))
    lines[at] = 'closing = "مع التحية"'
    file.write_text("\n".join(lines), "utf-8")
    recorder.path = file
    screen.exchange.read()
    assert recorder.asked[-1] == "Texte einlesen?"
    assert row(window, "ar", "phrases.letter.closing").text == "مع التحية"
    screen.exchange.read()
    assert recorder.asked[-1] == "Die Datei bringt keinen neuen Text."


def test_german_is_not_read_from_files(screen, recorder, tmp_path):
    recorder.path = tmp_path / "de.toml"
    screen.show_language("de")
    screen.exchange.read()
    assert recorder.asked == ["Deutsche Texte werden nicht eingelesen."]


def test_the_way_back_leads_to_the_templates(screen, window):
    page = window.page(TEMPLATES)
    page.texts.leave()
    assert page.search_field() is page.search
    assert "".join(run.text for run in page.orientation()).startswith("Vorlagen: ")


def test_every_part_of_the_page_has_a_name_and_fits_a_small_screen(screen, window, looks):
    pane = choose(screen, COUNTED)
    for editor in (*pane.text.editors.values(), *pane.german.editors.values(), pane.by):
        assert editor.accessibleName()
    assert screen.list.accessibleName() == "Texte"
    assert screen.language.accessibleName() == "Sprache der Texte"
    window.resize(1366, 768)
    assert screen.both.is_narrow is False
    assert screen.width() <= 1366


def test_what_is_typed_is_not_lost_by_leaving_the_file(screen, window):
    typed(choose(screen, OPENING), "أهلًا")
    assert window.page(TEMPLATES).unsaved() == "1 Text ist"
