"""The table of travel times, filled by hand and by pasting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from app.records.travel import TravelDraft
from ui.providers.halves import MAP
from ui.providers.travel_dialog import EVERY, TravelDialog
from ui.providers.travel_model import CROW, FERRY, MINUTES, NOTE, TO
from ui.tabs import place

ROAD = TravelDraft("Aurich", "Norden", 25)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def dialog(window, desk, qtbot):
    made = TravelDialog(window.workplace, desk, window, start="Norden")
    made.show()
    yield made
    made.close()


def row_of(dialog, town):
    model = dialog.model
    (row,) = [n for n in range(model.rowCount()) if model.route_at(n).second == town]
    return row


def cell(dialog, town, column):
    return dialog.model.index(row_of(dialog, town), column)


def said(dialog, town, column):
    return dialog.model.data(cell(dialog, town, column))


def type_in(dialog, town, column, text):
    return dialog.model.setData(cell(dialog, town, column), text)


def kept(desk):
    return [time.draft for time in desk.travel.times()]


def towns(dialog):
    return [dialog.model.route_at(n).second for n in range(dialog.model.rowCount())]


def test_the_table_lists_every_town_of_the_county_and_those_beside_it(dialog):
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listed = towns(dialog)
    assert "Norden" not in listed
    assert listed[:3] == ["Aurich", "Baltrum", "Berumbur"]
    assert {"Juist", "Norderney", "Memmert", "Emden", "Leer", "Wittmund"} <= set(listed)
    assert len(set(listed)) == len(listed)
    assert said(dialog, "Aurich", MINUTES) == ""
    assert said(dialog, "Aurich", CROW) == "rund 23 km"


def test_minutes_are_typed_into_the_cell_and_taken_back(dialog, desk, window):
    assert type_in(dialog, "Aurich", MINUTES, "25")
    assert kept(desk) == [ROAD]
    assert said(dialog, "Aurich", MINUTES) == "25"
    assert dialog.said.text() == "Fahrzeit Aurich – Norden gespeichert: 25 Minuten."
    (back,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Rückgängig"]
    assert back.isVisible()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert kept(desk) == []
    assert said(dialog, "Aurich", MINUTES) == ""
    assert not back.isVisible()


def test_the_keyboard_alone_fills_the_table(dialog, desk, qtbot):
    dialog.table.setCurrentIndex(cell(dialog, "Aurich", MINUTES))
    dialog.table.setFocus()
    qtbot.keyClicks(dialog.table, "1")
    editor = next(each for each in dialog.table.viewport().children() if each.inherits("QLineEdit"))
    qtbot.keyClicks(editor, ":05")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kept(desk)))
    assert kept(desk) == [TravelDraft("Aurich", "Norden", 65)]


@pytest.mark.parametrize("typed", ["bald", "0", "700", "-3", "12,5"])
def test_what_is_no_number_of_minutes_is_refused_in_words_and_changes_nothing(dialog, desk, typed):
    desk.travel.enter(ROAD)
    dialog.refresh()
    type_in(dialog, "Aurich", MINUTES, typed)
    assert dialog.said.text() == "Bitte ganze Minuten von 1 bis 600 angeben."
    assert kept(desk) == [ROAD]
    assert said(dialog, "Aurich", MINUTES) == "25"


def test_ferry_and_note_belong_to_a_time_that_is_entered(dialog, desk):
    flags = dialog.model.flags(cell(dialog, "Juist", NOTE))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not type_in(dialog, "Juist", NOTE, "nach der Flut")
    assert dialog.model.data(cell(dialog, "Juist", FERRY), Qt.ItemDataRole.CheckStateRole) is None
    type_in(dialog, "Juist", MINUTES, "1 h 35")
    ticked = dialog.model.setData(
        cell(dialog, "Juist", FERRY), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    assert ticked
    type_in(dialog, "Juist", NOTE, "nach der Flut")
    assert kept(desk) == [TravelDraft("Juist", "Norden", 95, ferry=True, note="nach der Flut")]


def test_an_emptied_cell_and_the_delete_key_remove_the_time(dialog, desk):
    for town in ("Aurich", "Hage"):
        type_in(dialog, town, MINUTES, "20")
    type_in(dialog, "Aurich", MINUTES, "")
    assert [draft.first for draft in kept(desk)] == ["Hage"]
    dialog.table.setCurrentIndex(cell(dialog, "Hage", TO))
    dialog._clear_here()
    assert kept(desk) == []
    dialog._clear_here()
    assert kept(desk) == []


def test_another_town_gets_a_line_and_a_doubt(dialog, desk):
    dialog.other.setText("  Groningen ")
    dialog._add_other()
    assert towns(dialog)[-1] == "Groningen"
    type_in(dialog, "Groningen", MINUTES, "100")
    assert kept(desk) == [TravelDraft("Groningen", "Norden", 100)]
    tip = dialog.model.data(cell(dialog, "Groningen", TO), Qt.ItemDataRole.ToolTipRole)
    assert tip == "„Groningen“ steht nicht auf der Karte. Ist der Ort richtig geschrieben?"
    assert said(dialog, "Groningen", CROW) == ""
    dialog.other.setText("groningen")
    dialog._add_other()
    assert [town for town in towns(dialog) if town.casefold() == "groningen"] == ["Groningen"]
    dialog.other.setText(" ")
    dialog._add_other()


def test_the_filter_narrows_by_town_and_every_route_is_listed_under_its_own_entry(dialog, desk):
    desk.travel.enter(ROAD)
    dialog.filter.setText("moor")
    dialog.filter.searched.emit("moor")
    assert set(towns(dialog)) == {"Wiesmoor", "Moormerland", "Moorweg", "Nortmoor"}
    dialog.filter.clear()
    dialog.filter.searched.emit("")
    dialog.start.setCurrentIndex(dialog.start.findText(EVERY))
    assert [dialog.model.route_at(n).first for n in range(dialog.model.rowCount())] == ["Aurich"]
    dialog.filter.setText("xyz")
    dialog.filter.searched.emit("xyz")
    assert dialog.said.text() == "Kein Ort gefunden."


def test_without_any_time_the_list_of_all_says_where_to_begin(dialog):
    dialog.start.setCurrentIndex(dialog.start.findText(EVERY))
    assert dialog.model.rowCount() == 0
    assert "Wählen Sie oben einen Ort" in dialog.said.text()


def test_pasted_lines_are_shown_before_they_are_taken(dialog, desk):
    desk.travel.enter(ROAD)
    QGuiApplication.clipboard().setText(
        "von\tnach\tMinuten\nNorden\tAurich\t30\nNorden\tJuist\t95\tja\nNorden\tKrumhörn\t40\nx"
    )
    dialog._paste_here()
    paste = dialog.paste
    assert paste.isVisible()
    shown = [
        [paste.table.item(row, column).text() for column in range(4)]
        for row in range(paste.table.rowCount())
    ]
    assert shown == [
        ["2", "Aurich – Norden", "30 min", "ändert: bisher 25 min"],
        ["3", "Juist – Norden", "1 h 35 min, mit Fähre", "neu"],
        ["4", "Krumhörn – Norden", "40 min",
         "neu – „Krumhörn“ nicht auf der Karte, Schreibweise prüfen"],
        ["5", "x", "", "Hier gehören drei Angaben hin: von, nach, Minuten."],
    ]  # fmt: skip
    assert paste.said.text() == (
        "4 Zeilen gelesen, 3 zu übernehmen, 1 kann nicht übernommen werden."
    )
    assert kept(desk) == [ROAD]
    paste.take.click()
    assert len(kept(desk)) == 3
    assert dialog.said.text() == "Fahrzeiten übernommen: 2 neu, 1 geändert."
    assert dialog.table.isVisible()


def test_a_route_said_twice_and_nothing_new_cannot_be_taken(dialog, desk):
    desk.travel.enter(ROAD)
    dialog.show_paste("Norden;Aurich;25\nAurich;Norden;26")
    table = dialog.paste.table
    assert [table.item(row, 3).text() for row in (0, 1)] == [
        "steht schon so da",
        "Diese Strecke steht schon in Zeile 1, mit anderen Angaben.",
    ]
    assert not dialog.paste.take.isEnabled()
    dialog.paste.left.emit()
    assert dialog.table.isVisible()
    assert kept(desk) == [ROAD]


def test_typing_into_the_field_is_read_after_a_moment(dialog, qtbot):
    dialog.show_paste()
    assert dialog.paste.said.text() == "Noch nichts eingefügt."
    dialog.paste.text.setPlainText("Norden;Aurich;25")
    qtbot.waitUntil(lambda: dialog.paste.said.text() == "1 Zeile gelesen, 1 zu übernehmen.")


def test_a_change_elsewhere_is_seen_at_once(dialog, desk, window):
    window.acts.take(desk.travel.enter(ROAD))
    assert said(dialog, "Aurich", MINUTES) == "25"
    window.acts.undo()
    assert said(dialog, "Aurich", MINUTES) == ""


def test_cells_tell_a_screen_reader_their_column(dialog, desk):
    type_in(dialog, "Aurich", MINUTES, "25")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert dialog.model.data(cell(dialog, "Aurich", MINUTES), role) == "Minuten: 25"
    assert dialog.model.data(cell(dialog, "Aurich", FERRY), role) == "Fähre: nein"
    assert dialog.model.data(cell(dialog, "Hage", MINUTES), role) == "Minuten: leer"
    heard = QAccessible.queryAccessibleInterface(dialog.table)
    assert heard.text(QAccessible.Text.Name) == "Fahrzeiten"


def test_the_map_opens_it(window, desk, qtbot):
    page = window.go_to(place("providers"))
    page.list.halves.show_way(MAP)
    page.list.halves.map_side.travel.click()
    (dialog,) = window.findChildren(TravelDialog)
    assert dialog.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(TravelDialog))


def test_what_is_shown_is_copied_as_a_table(dialog, desk):
    for town, minutes in (("Aurich", "25"), ("Hage", "10")):
        type_in(dialog, town, MINUTES, minutes)
    desk.travel.enter(TravelDraft("Emden", "Leer", 30))
    dialog.copy()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "von\tnach\tMinuten\tFähre\tNotiz",
        "Aurich\tNorden\t25\tnein\t",
        "Hage\tNorden\t10\tnein\t",
    ]
    assert dialog.said.text() == "2 Fahrzeiten kopiert, zum Einfügen in Excel."
