"""Providers entered twice, decided upon as a clerk would, by keyboard and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from app.done import Act
from app.records.directory import ProviderQuery
from app.records.merging import Matter
from app.services import provider_records
from db.repositories import providers
from tests.makers import make_case, make_provider
from ui.duplicates.dialog import DuplicatesDialog
from ui.duplicates.model import Pairs
from ui.duplicates.rows import Side
from ui.tabs import place

PROVIDERS = place("providers")
STREET = {"street": "Am Markt 3"}


@pytest.fixture
def filled(window):
    """Two kitas entered twice each, one of them an employer of a case; a third alone."""
    desk = window.acts.desk
    make_provider(desk, **STREET, phone="04931 1", note="alt")
    make_provider(
        desk,
        **STREET,
        organisation="Kindertagesstätte Deichkinder e. V.",
        website="https://deichkinder.example",
        phone="04931 2",
        note="neu",
    )
    make_provider(desk, organisation="Kita Möwennest", street="Weg 1")
    make_provider(desk, organisation="Kita Moewennest", street="Weg 1", places=40)
    make_provider(desk, organisation="Kita Sonnenschein", street="Osterstraße 2")
    make_case(desk, employer=1)
    return window


@pytest.fixture
def dialog(filled, qtbot):
    """The dialog over the tab, its search done."""
    return opened(filled, qtbot)


def opened(window, qtbot):
    page = window.go_to(PROVIDERS)
    [button] = [
        each
        for each in window.findChildren(QPushButton)
        if each.text() == "Doppelte …" and each.isVisible()
    ]
    with qtbot.waitSignal(window.workshop.emptied, timeout=10_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    [found] = page.findChildren(DuplicatesDialog)
    qtbot.waitUntil(lambda: found._job is None)
    qtbot.waitExposed(found)
    return found


def names(dialog):
    return [(row.first.name, row.second.name) for row in dialog.list.rows]


def standing(window):
    return list(window.acts.desk.lists.provider_ids(ProviderQuery()))


def test_the_pairs_keep_qts_contract(dialog):
    model = Pairs()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_sections(dialog.list.pairs.sections)
    top = model.index(0, 0)
    assert model.rowCount(top) == 2
    told = model.data(model.index(0, 0, top), Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith(
        "Ziemlich sicher doppelt: Kita Deichkinder, Am Markt 3, 26506 Norden und"
    )
    del tester


def test_the_surest_pair_stands_beside_its_entries(dialog):
    assert names(dialog) == [
        ("Kita Deichkinder", "Kindertagesstätte Deichkinder e. V."),
        ("Kita Möwennest", "Kita Moewennest"),
    ]
    assert dialog.summary.text().startswith("2 Paare")
    view = dialog.compare
    assert view.seen.kept.id == 1  # it is used
    assert set(view.choices) == {Matter.NAME, Matter.PHONE, Matter.WEBSITE, Matter.NOTE}
    assert view.choices[Matter.WEBSITE].side() is Side.RIGHT
    assert view.choices[Matter.NOTE].side() is Side.BOTH
    assert view.choices[Matter.PHONE].side() is Side.LEFT
    assert Matter.ADDRESS in view.same
    said = view.choices[Matter.WEBSITE].cells[Side.LEFT].radio.accessibleName()
    assert said == "Internet, links: keine Angabe"
    about = view.head.cells[Side.LEFT].radio.accessibleDescription()
    assert about == "Noch nie geprüft Arbeitgeber von Ben Amor, Amira"


def test_arrow_keys_choose_and_lead_from_row_to_row(dialog, qtbot):
    view = dialog.compare
    view.lead()
    phone = view.choices[Matter.PHONE]
    assert QApplication.focusWidget() is view.choices[Matter.NAME].cells[Side.LEFT].radio
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is phone.cells[Side.LEFT].radio
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert phone.side() is Side.RIGHT
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)  # there is no third
    assert phone.side() is Side.RIGHT
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    note = view.choices[Matter.NOTE]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert note.side() is Side.RIGHT
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)  # the last row
    assert QApplication.focusWidget() is note.cells[Side.RIGHT].radio
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is view.head.cells[Side.LEFT].radio


def test_merging_keeps_what_was_chosen_and_goes_on(dialog, filled, qtbot):
    view = dialog.compare
    cell = view.choices[Matter.PHONE].cells[Side.RIGHT]
    qtbot.mouseClick(cell.words, Qt.MouseButton.LeftButton)
    assert view.choices[Matter.PHONE].side() is Side.RIGHT
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(dialog)) == 1)
    kept = filled.acts.desk.providers.provider(1)
    assert (kept.draft.phone, kept.draft.website) == ("04931 2", "https://deichkinder.example")
    assert kept.draft.note == "alt\nneu"
    assert kept.used_by[0].name == "Ben Amor, Amira"
    gone = filled.acts.desk.providers.provider(2)
    assert gone.archived_because == "zusammengeführt mit „Kita Deichkinder“"
    assert names(dialog) == [("Kita Möwennest", "Kita Moewennest")]
    assert view.seen.kept.id == 4  # it says more
    assert dialog.message.text() == (
        "„Kindertagesstätte Deichkinder e. V.“ mit „Kita Deichkinder“ zusammengeführt."
    )


def test_undo_brings_the_pair_back(dialog, filled, qtbot):
    before = standing(filled)
    dialog.act.click()
    assert standing(filled) != before
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert standing(filled) == before
    assert len(names(dialog)) == 2
    assert dialog.message.text().startswith("Rückgängig gemacht: ")
    qtbot.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(names(dialog)) == 1


def test_the_other_entry_can_stay_and_what_was_chosen_is_kept(dialog, filled, qtbot):
    view = dialog.compare
    qtbot.mouseClick(view.choices[Matter.NAME].cells[Side.LEFT].radio, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.head.cells[Side.RIGHT].radio, Qt.MouseButton.LeftButton)
    assert view.seen.kept.id == 2
    assert view.choices[Matter.PHONE].side() is Side.RIGHT
    assert view.choices[Matter.NAME].side() is Side.LEFT
    dialog.act.click()
    kept = filled.acts.desk.providers.provider(2)
    assert (kept.draft.organisation, kept.draft.phone) == ("Kita Deichkinder", "04931 2")
    assert kept.used_by
    assert filled.acts.desk.providers.provider(1).archived_on is not None


def test_distinct_ones_are_never_shown_again(dialog, filled, qtbot):
    dialog.apart.click()
    assert names(dialog) == [("Kita Möwennest", "Kita Moewennest")]
    dialog.apart.click()
    assert names(dialog) == []
    assert dialog._stack.currentWidget() is dialog._empty
    assert not dialog.act.isEnabled()
    assert dialog.summary.text() == "Kein Paar ist offen."
    with qtbot.waitSignal(filled.workshop.emptied, timeout=10_000):
        dialog.search()
    qtbot.waitUntil(lambda: dialog._job is None)
    assert names(dialog) == []


def test_the_next_pair_comes_after_the_last_the_first_again(dialog, qtbot):
    dialog.list.setFocus()
    first = dialog.list.current()
    qtbot.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.list.current() != first)
    assert dialog.compare.seen.kept.id == 4
    dialog.next.click()
    assert dialog.list.current() == first


def test_what_was_chosen_survives_a_change_elsewhere(dialog, filled):
    dialog.compare.choices[Matter.PHONE].choose(Side.RIGHT)
    make_provider(filled.acts.desk, organisation="Verein")
    filled.acts.do(lambda desk: desk.providers.confirm_checked(5))
    assert dialog.compare.choices[Matter.PHONE].side() is Side.RIGHT


def test_an_entry_archived_meanwhile_leaves_the_list(dialog, filled):
    filled.acts.do(lambda desk: desk.providers.archive(2, "geschlossen"))
    assert names(dialog) == [("Kita Möwennest", "Kita Moewennest")]


def test_a_refusal_is_told_and_nothing_is_done(dialog, filled):
    dialog._workplace.acts.changed.disconnect(dialog._changed)
    filled.acts.do(lambda desk: desk.providers.archive(2, "geschlossen"))
    dialog.act.click()
    assert dialog.message.text().endswith("ist archiviert. Bitte erst zurückholen.")
    assert filled.acts.desk.providers.provider(1).archived_on is None


def test_who_changes_with_the_organisation_is_said_where_it_matters(filled, qtbot):
    desk = filled.acts.desk
    draft = replace(desk.providers.provider(1).draft, service="Hort")
    with desk.transactions.command(Act.PROVIDER_ADDED) as session:
        whole = providers.by_id(session, 1)
        provider_records.new_provider(session, draft, whole.organisation)
    dialog = opened(filled, qtbot)
    view = dialog.compare
    assert "einen weiteren Eintrag" in view._together.text()
    for matter in (Matter.WEBSITE,):
        qtbot.mouseClick(view.choices[matter].cells[Side.LEFT].radio, Qt.MouseButton.LeftButton)
    assert view._together.text() == ""


def test_without_doubles_that_is_said(window, qtbot):
    make_provider(window.acts.desk)
    dialog = opened(window, qtbot)
    assert dialog._stack.currentWidget() is dialog._empty
    dialog._merge()
    dialog._keep_apart()
    assert standing(window) == [1]


def test_closing_stops_the_search(filled, qtbot):
    page = filled.go_to(PROVIDERS)
    with qtbot.waitSignal(filled.workshop.emptied, timeout=10_000):
        page.find_duplicates()
        [dialog] = page.findChildren(DuplicatesDialog)
        dialog.reject()
    assert len(standing(filled)) == 5


def test_labels_go_above_where_there_is_no_room(dialog, looks):
    row = dialog.compare.choices[Matter.PHONE]
    beside = row.cells[Side.LEFT].y()
    dialog.resize(560, 600)
    QApplication.processEvents()
    assert row.cells[Side.LEFT].y() > beside
    assert abs(row.cells[Side.LEFT].width() - row.cells[Side.RIGHT].width()) <= 1


def test_everything_that_takes_the_focus_has_a_name(dialog):
    for button in dialog.findChildren(QPushButton):
        assert not button.isVisible() or button.text() or button.accessibleName()
    rows = [dialog.compare.head, *dialog.compare.choices.values()]
    said = [cell.radio.accessibleName() for row in rows for cell in row.cells.values()]
    assert all(said)
    assert len(set(said)) == len(said)
