"""The verification round as a clerk works it: letters out, answers in, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.records.checking import AskedProvider, Due, DueQuery, Verdict
from app.records.providers import Category, ProviderDraft
from app.rules.checking import CheckAge
from tests.conftest import TODAY
from ui.checking import words
from ui.checking.entry import EntryPart
from ui.checking.typed import OWN, SHARED, TypedEntry
from ui.leaving import may_leave
from ui.providers import words as provider_words


def choose(screen, key):
    screen.list.choose(None)
    screen.list.view.setCurrentIndex(screen.list.model.index(screen.list.model.row_of(key), 0))


def names(screen):
    return [row.name for row in screen.list.model.rows]


def entries(screen):
    """The parts by the name of their service."""
    return {part.entry.draft.service: part for part in screen.pane.entries.values()}


def type_in(line, text):
    line.editor.setText(text)
    line.editor.textEdited.emit(text)


def drafts(window, key):
    return [each.draft for each in window.acts.desk.checking.asked(key).providers]


def checks(window, key):
    return [each.checked_on for each in window.acts.desk.checking.asked(key).providers]


def test_the_round_takes_the_place_of_the_directory_and_gives_it_back(page, screen):
    assert "".join(run.text for run in page.orientation()) == (
        "Prüfrunde: 3 Einrichtungen sind zu prüfen (4 Einträge)."
    )
    assert names(screen) == ["Kita A", "Kita B", "Kita C"]
    (back,) = page.strip_actions()
    back.click()
    assert not screen.isVisible()
    assert [button.text() for button in page.strip_actions()] == [
        "Prüfrunde …",
        "Betreuungslücke …",
        "Doppelte …",
        "Liste einlesen …",
        "E&xportieren …",
    ]


def test_all_right_is_three_keys_and_goes_on_with_the_next(screen, office, window, qtbot):
    choose(screen, office["Kita A"])
    assert screen.pane.name.text() == "Kita A"
    screen.pane.confirm.click()
    screen.pane.confirmed_by.editor.setFocus()
    qtbot.keyClicks(screen.pane.confirmed_by.editor, "A. Meier")
    qtbot.keyClick(
        screen.pane.confirmed_by.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert checks(window, office["Kita A"]) == [TODAY, TODAY]
    (first, _) = window.acts.desk.checking.asked(office["Kita A"]).providers
    assert first.checked_by.endswith(" / A. Meier")
    assert names(screen) == ["Kita B", "Kita C"]
    assert screen.pane.name.text() == "Kita B"
    assert screen.list.view.currentIndex().row() == 0
    assert "Eingetragen: 1 Antwort." in screen.orientation()[1].text
    window.acts.undo()
    assert names(screen) == ["Kita A", "Kita B", "Kita C"]
    assert "Eingetragen" not in screen.orientation()[1].text


def test_typing_corrects_and_what_is_not_answered_stays(screen, office, window):
    choose(screen, office["Kita A"])
    krippe, hort = entries(screen)["Krippe"], entries(screen)["Hort"]
    type_in(krippe.lines["free_places"], "2")
    assert krippe.verdict.key() is Verdict.CORRECTED
    assert hort.verdict.key() is Verdict.SILENT
    screen.save()
    found = {each.service: each for each in drafts(window, office["Kita A"])}
    assert (found["Krippe"].free_places, found["Krippe"].free_as_of) == (2, TODAY)
    assert found["Hort"].free_places is None
    assert sorted(checks(window, office["Kita A"]), key=str) == [TODAY, None]


def test_weeks_to_settle_in_are_corrected_and_count_no_places(screen, office, window):
    choose(screen, office["Kita A"])
    krippe = entries(screen)["Krippe"]
    type_in(krippe.lines["settling_weeks"], "6")
    screen.save()
    found = {each.service: each for each in drafts(window, office["Kita A"])}
    assert (found["Krippe"].settling_weeks, found["Krippe"].free_as_of) == (6, None)


def test_a_number_of_the_organisation_is_corrected_once_for_all(screen, office, window):
    choose(screen, office["Kita A"])
    type_in(screen.pane.shared["phone"], "04931 99")
    screen.save()
    assert screen.pane.complaint() == words.ATTACH
    assert checks(window, office["Kita A"]) == [None, None]
    entries(screen)["Hort"].verdict.chosen.emit(Verdict.UNCHANGED)
    assert screen.pane.complaint() == ""
    screen.save()
    assert [each.phone for each in drafts(window, office["Kita A"])] == ["04931 99"] * 2
    assert checks(window, office["Kita A"]).count(TODAY) == 1


def test_a_single_entry_is_answered_by_correcting_its_organisation(screen, office, window):
    choose(screen, office["Kita B"])
    type_in(screen.pane.shared["email"], "kita@example.org")
    screen.save()
    assert drafts(window, office["Kita B"])[0].email == "kita@example.org"
    assert checks(window, office["Kita B"]) == [TODAY]


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("free_places", "keine", "Hier gehört eine Zahl hin."),
        ("places", "-3", "Hier gehört eine Zahl hin."),
        ("settling_weeks", "40", "Bitte 0 bis 26 Wochen angeben."),
        ("postcode", "265066", ""),
        ("hours_osm", "Mo-Fr 16:00-25:99", ""),
    ],
)
def test_a_wrong_correction_is_told_beside_it_and_stays_to_be_mended(
    screen, office, window, field, typed, says
):
    choose(screen, office["Kita A"])
    part = entries(screen)["Krippe"]
    type_in(part.lines[field], typed)
    screen.save()
    reason = part.lines[field].reason()
    assert reason == says or (reason and not says)
    assert part.lines[field].editor.text() == typed
    assert checks(window, office["Kita A"]) == [None, None]
    type_in(part.lines[field], "")
    assert part.lines[field].reason() == ""


def test_a_wrong_number_of_the_organisation_is_told_there(screen, office):
    choose(screen, office["Kita B"])
    type_in(screen.pane.shared["phone"], "Frau Meier")
    screen.save()
    assert screen.pane.shared["phone"].reason()


def test_what_is_gone_asks_since_when_and_why(screen, office, window):
    choose(screen, office["Kita A"])
    part = entries(screen)["Krippe"]
    part.verdict.chosen.emit(Verdict.GONE)
    assert not part.lines["town"].isVisible()
    assert part.since.isVisible()
    since, because = part.since.editor, part.because.editor
    for editor, text in ((since, "08.2026"), (because, "")):
        editor.setText(text)
        editor.textEdited.emit(text)
    screen.save()
    assert part.since.reason()
    since.setText("01.08.2026")
    since.textEdited.emit("01.08.2026")
    screen.save()
    assert part.because.reason() == "Bitte einen Grund angeben."
    because.setText("geschlossen")
    because.textEdited.emit("geschlossen")
    key = part.entry.id
    screen.save()
    gone = window.acts.desk.providers.provider(key)
    assert (gone.archived_because, gone.draft.valid_to) == ("geschlossen", date(2026, 7, 31))


def test_unchanged_sets_typing_aside_and_corrected_brings_it_back(screen, office):
    choose(screen, office["Kita B"])
    (part,) = screen.pane.entries.values()
    type_in(part.lines["town"], "Hage")
    part.verdict.chosen.emit(Verdict.UNCHANGED)
    assert part.lines["town"].editor.text() == "Norden"
    part.verdict.chosen.emit(Verdict.CORRECTED)
    assert part.lines["town"].editor.text() == "Hage"


def test_nothing_typed_is_lost_by_looking_elsewhere(page, screen, office, window, recorder):
    choose(screen, office["Kita A"])
    type_in(entries(screen)["Krippe"].lines["town"], "Hage")
    assert screen.list.model.data(screen.list.model.index(0, 1)) == "offen, begonnen"
    choose(screen, office["Kita B"])
    page.leave_round()
    window.go_to(0)
    page.show_round()
    providers = window.acts.desk.providers
    providers.edit(1, replace(providers.provider(1).draft, note="von anderer Hand"))
    screen.refresh()
    choose(screen, office["Kita A"])
    assert entries(screen)["Krippe"].lines["town"].editor.text() == "Hage"
    assert page.unsaved() == "1 Antwort der Prüfrunde ist"
    recorder.agrees = False
    assert not may_leave({0: page}, page.workplace.asking)
    assert recorder.asked[-1] == "Ohne Speichern schließen?"
    screen.forget()
    assert page.unsaved() == ""


def test_the_day_of_the_answer_is_todays_unless_typed(screen, office, window):
    choose(screen, office["Kita B"])
    assert screen.pane.on.editor.text() == "23.11.2026"
    screen.pane.confirm.click()
    for text, wrong in (("24.11.2026", True), ("irgendwann", True), ("20.11.2026", False)):
        screen.pane.on.editor.setText(text)
        screen.pane.on.editor.textEdited.emit(text)
        screen.save()
        assert bool(screen.pane.on.reason()) == wrong
    assert checks(window, office["Kita B"]) == [date(2026, 11, 20)]


def test_no_answer_at_all_is_told(screen, office):
    choose(screen, office["Kita B"])
    screen.save()
    assert screen.pane.complaint() == "Noch ist keine Antwort angekreuzt."


def test_the_whole_form_is_one_click_away(page, screen, office):
    choose(screen, office["Kita B"])
    (part,) = screen.pane.entries.values()
    part.form_wanted.emit(part.entry.id)
    assert not screen.isVisible()
    assert page._chosen == part.entry.id


# --- letters ----------------------------------------------------------------------


def test_letters_are_saved_noted_and_taken_back(screen, office, window, recorder, tmp_path, qtbot):
    recorder.path = tmp_path / "briefe.pdf"
    assert not screen.list.print.isEnabled()
    screen.list.all.click()
    assert screen.list.count.text() == "3 Einrichtungen, 3 angekreuzt"
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        screen.list.print.click()
    qtbot.waitUntil(lambda: len(recorder.asked) == 2)
    assert recorder.asked == ["Briefe speichern", "3 Briefe auf 3 Seiten gespeichert."]
    assert recorder.path.read_bytes().startswith(b"%PDF")
    assert "3 davon angeschrieben" in screen.orientation()[1].text
    assert screen.list.model.data(screen.list.model.index(0, 1)).startswith("23.11.2026")
    assert not screen.list.model.ticked
    screen.list.unasked.setChecked(True)
    assert names(screen) == []
    screen.list.unasked.setChecked(False)
    window.acts.undo()
    assert "angeschrieben" not in screen.orientation()[1].text


def test_turning_back_writes_nothing_and_a_bad_place_is_told(
    screen, window, recorder, tmp_path, qtbot
):
    screen.list.model.setData(
        screen.list.model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    screen.list.print.click()
    assert recorder.asked == ["Briefe speichern"]
    recorder.path = tmp_path / "fehlt" / "briefe.pdf"
    with qtbot.waitSignal(window.workshop.emptied, timeout=20_000):
        screen.list.print.click()
    qtbot.waitUntil(lambda: len(recorder.asked) == 3)
    assert "schreiben" in recorder.asked[-1]
    assert "angeschrieben" not in screen.orientation()[1].text


# --- finding ----------------------------------------------------------------------


def test_an_answer_is_found_by_name_or_reference(screen, office, qtbot, recorder):
    qtbot.keyClicks(screen.list.search, "kita b")
    assert names(screen) == ["Kita B"]
    qtbot.keyClick(screen.list.search, Qt.Key.Key_Return)
    assert screen.pane.name.text() == "Kita B"
    screen.pane.confirm.click()
    screen.save()
    screen.list.search.setText(f"Verzeichnis {office['Kita B']}")
    screen.list.search.searched.emit("")
    assert names(screen) == []
    qtbot.keyClick(screen.list.search, Qt.Key.Key_Return)
    assert screen.pane.name.text() == "Kita B"
    screen.list.search.setText("Verzeichnis 999")
    screen.list.search.searched.emit("")
    qtbot.keyClick(screen.list.search, Qt.Key.Key_Return)
    assert recorder.asked == ["Zu diesem Zeichen gibt es keine Einrichtung."]


def test_filters_narrow_the_list_and_an_empty_one_says_why(screen):
    screen.list.category.setCurrentIndex(screen.list.category.findData(Category.AUTHORITY))
    screen.list.category.activated.emit(0)
    assert names(screen) == []
    assert screen.list.empty.isVisible()
    screen.list.category.setCurrentIndex(0)
    screen.list.due.setCurrentIndex(screen.list.due.findData(Due.STALE))
    screen.list.due.activated.emit(0)
    assert screen.list.query() == DueQuery(due=Due.STALE)
    assert names(screen) == []


def test_the_model_keeps_its_promises_and_ticks(screen, office, qtbot):
    tester = QAbstractItemModelTester(
        screen.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    del tester
    choose(screen, office["Kita C"])
    screen.list.view.setFocus()
    qtbot.keyClick(screen.list.view, Qt.Key.Key_Space)
    assert screen.list.model.ticked == {office["Kita C"]}
    assert screen.list.model.data(screen.list.model.index(2, 1)) == "offen, ohne Anschrift"


# --- words and reach --------------------------------------------------------------


def test_every_code_and_every_field_has_its_word():
    assert set(words.VERDICTS) == set(Verdict)
    assert set(words.DUE) == set(Due)
    assert set(words.FIELDS) == {*SHARED, *OWN}


@pytest.mark.parametrize(
    ("on", "by", "said"),
    [
        (None, "", "noch nie geprüft"),
        (date(2026, 11, 2), "Tomke Harms", "geprüft Mo 02.11.2026 von Tomke Harms"),
        (
            date(2026, 6, 20),
            "Tomke Harms / A. Meier",
            "geprüft Sa 20.06.2026 von Tomke Harms, bestätigt durch A. Meier, bald wieder fällig",
        ),
        (date(2026, 5, 20), "", "zuletzt geprüft Mi 20.05.2026, vor 6 Monaten"),
    ],
)
def test_a_check_is_worded_by_its_age(on, by, said):
    assert provider_words.checked(on, by, TODAY, Category.KITA) == said
    stale = provider_words.needs_check(on, TODAY, Category.KITA)
    assert stale == (on is None or on == date(2026, 5, 20))
    assert CheckAge.STALE.value == "stale"


def test_every_control_has_a_name(screen, office):
    choose(screen, office["Kita A"])
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in screen.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    assert len(controls) > 25
    for widget in controls:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), type(widget).__name__


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_it_fits_at_every_size(looks, request, percent):
    looks(percent=percent)
    screen = request.getfixturevalue("screen")
    choose(screen, request.getfixturevalue("office")["Kita A"])
    screen.both.show_side()
    QApplication.processEvents()
    assert screen.both.is_narrow == (percent > 100)
    for button in (screen.pane.save, screen.pane.confirm):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.geometry().right() <= screen.pane.width()
    for part in screen.pane.entries.values():
        assert part.lines["town"].now.isVisible() == (percent < 200)
        assert part.geometry().right() <= screen.pane.width()


def test_the_keys_of_the_round_work_and_not_those_of_the_directory_behind_it(
    page, screen, office, recorder, qtbot
):
    choose(screen, office["Kita A"])
    screen.pane.start()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen.pane.shared["phone"].editor, Qt.Key.Key_F, control)
    assert screen.list.search.hasFocus()
    screen.list.all.click()
    qtbot.keyClick(screen.list.search, Qt.Key.Key_P, control)
    qtbot.waitUntil(lambda: recorder.asked == ["Briefe speichern"])
    qtbot.keyClick(screen.list.search, Qt.Key.Key_N, control)
    qtbot.wait(150)  # a button answers its key after a moment
    assert page._right.currentWidget() is page._nobody


def test_corrected_words_are_read_and_only_proposed(screen, office, window):
    choose(screen, office["Kita B"])
    (part,) = screen.pane.entries.values()
    assert part.hours.meaning() == "Zeiten (OSM) bedeutet: Mo–Fr 7–16 Uhr"
    assert not part.hours.take.isVisible()
    type_in(part.lines["hours_given"], "Mo-Do 7.30-16 Uhr, Fr 7.30-14 Uhr")
    assert part.hours.proposal.text().startswith("Verstanden als: Mo–Do 7:30–16 Uhr; Fr 7:30–14")
    assert part.lines["hours_osm"].editor.text() == "Mo-Fr 07:00-16:00"
    part.hours.take.click()
    assert part.lines["hours_osm"].editor.text() == "Mo-Th 07:30-16:00; Fr 07:30-14:00"
    assert not part.hours.take.isVisible()
    screen.save()
    (draft,) = drafts(window, office["Kita B"])
    assert (draft.hours_osm, draft.hours_given) == (
        "Mo-Th 07:30-16:00; Fr 07:30-14:00",
        "Mo-Do 7.30-16 Uhr, Fr 7.30-14 Uhr",
    )


def test_doubts_of_the_words_are_told(screen, office):
    choose(screen, office["Kita B"])
    (part,) = screen.pane.entries.values()
    type_in(part.lines["hours_given"], "werktags 8-12 Uhr")
    assert "Mit oder ohne Samstag?" in part.hours.proposal.text()
    type_in(part.lines["hours_given"], "xyz")
    assert "nichts vorschlagen" in part.hours.proposal.text()
    assert not part.hours.take.isVisible()
    type_in(part.lines["hours_osm"], "")
    assert part.hours.meaning() == ""


@pytest.mark.parametrize(
    ("category", "weeks", "asked"),
    [(Category.AUTHORITY, None, False), (Category.HOUSING, 2, True), (Category.KITA, None, True)],
)
def test_settling_in_is_asked_where_one_settles_in_or_where_it_is_known(
    qtbot, category, weeks, asked
):
    draft = ProviderDraft("Am Siel", category=category, settling_weeks=weeks)
    entry = AskedProvider(1, draft, None, "", None, CheckAge.NEVER)
    part = EntryPart(entry, TypedEntry(), TODAY)
    qtbot.addWidget(part)
    assert ("settling_weeks" in part.lines) == asked
    assert "waiting" in part.lines
