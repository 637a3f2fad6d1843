"""The tab of providers, used like a clerk would."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from app.records.directory import ProviderQuery
from app.records.providers import Category
from tests.conftest import TODAY
from tests.makers import KITA, make_provider
from ui.providers import words
from ui.providers.listing import ProviderModel
from ui.tabs import place
from ui.widgets.territories import territories

PROVIDERS = place("providers")


@pytest.fixture
def page(window):
    return window.go_to(PROVIDERS)


def names(page):
    model = page.list.model
    return [model.row_at(row).name for row in range(model.rowCount())]


def click(page, qtbot, text):
    [button] = [
        each
        for each in page.findChildren(QPushButton)
        if each.text().replace("&", "") == text and each.isVisible()
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def field(page, name) -> QLineEdit | QComboBox:
    return page._form.editor(name)


def test_every_category_has_a_word():
    assert set(words.CATEGORIES) == set(Category)
    assert len(set(words.CATEGORIES.values())) == len(Category)


def test_the_list_keeps_qts_contract(desk):
    for number in range(3):
        make_provider(desk, organisation=f"Kita {number}")
    model = ProviderModel(desk.lists.provider_rows, lambda: TODAY, lambda _: None)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(desk.lists.provider_ids(ProviderQuery()))
    assert model.rowCount() == 3
    assert "Kita 0" in model.data(model.index(0, 0))
    del tester


def test_a_provider_is_entered_found_and_taken_back(page, window, qtbot):
    click(page, qtbot, "Neuer Anbieter")
    field(page, "organisation").setText("Kita Möwennest")  # QTest types ASCII only
    qtbot.keyClicks(field(page, "postcode"), "26506")
    qtbot.keyClicks(field(page, "hours_osm"), "Mo-Fr 07:00-16:00")
    click(page, qtbot, "Speichern")
    assert names(page) == ["Kita Möwennest"]

    qtbot.keyClicks(page.search_field(), "moewen")
    assert names(page) == ["Kita Möwennest"]
    page.search_field().clear()
    qtbot.keyClicks(page.search_field(), "gibtesnicht")
    assert names(page) == []

    page.search_field().clear()
    window.acts.undo()
    page.refresh()
    assert names(page) == []


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("organisation", "", ""),
        ("postcode", "2650", ""),
        ("email", "keine", ""),
        ("hours_osm", "Mo-Fr 25:99", ""),
        ("places", "viele", "Hier gehört eine Zahl hin."),
        ("latitude", "53,5", ""),
    ],
)
def test_a_wrong_value_gets_its_reason_beside_the_field(page, window, qtbot, name, typed, says):
    click(page, qtbot, "Neuer Anbieter")
    if name != "organisation":
        qtbot.keyClicks(field(page, "organisation"), "Kita")
    qtbot.keyClicks(field(page, name), typed)
    click(page, qtbot, "Speichern")
    wrong = "longitude" if name == "latitude" else name
    assert page._form.reason_of(wrong)
    assert not says or page._form.reason_of(wrong) == says
    assert names(page) == []
    assert field(page, name).text() == typed


def test_only_a_persons_check_sets_checked_on(page, window, qtbot):
    key = make_provider(window.acts.desk)
    page.refresh()
    page.reveal(key)
    field(page, "town").setText("Hage")
    click(page, qtbot, "Speichern")
    assert window.acts.desk.providers.provider(key).checked_on is None
    click(page, qtbot, "Stimmt noch")
    assert window.acts.desk.providers.provider(key).checked_on == TODAY


def test_half_typed_text_survives_a_refresh(page, window, qtbot):
    key = make_provider(window.acts.desk)
    page.refresh()
    page.reveal(key)
    field(page, "town").setText("Hag")
    page.refresh()
    assert field(page, "town").text() == "Hag"


def test_archiving_wants_a_reason_and_can_be_taken_back(page, window, qtbot):
    key = make_provider(window.acts.desk)
    page.refresh()
    page.reveal(key)
    click(page, qtbot, "Archivieren …")
    page._form.archived.emit("geschlossen seit August")
    assert names(page) == []
    page.aside.kind_chosen.emit("archived")
    assert names(page) == ["Kita Deichkinder"]
    page.reveal(key)
    page._form.restored.emit()
    assert window.acts.desk.providers.provider(key).archived_on is None


def test_saving_what_is_shown_changes_nothing_by_itself(page, window, qtbot):
    desk = window.acts.desk
    draft = replace(KITA, latitude=53.123456789, languages=("de", "nl"), accessible=True, places=40)
    key = int(desk.providers.add(draft).facts["id"])
    page.refresh()
    page.reveal(key)
    assert page._form.draft() == draft
    assert not page._form.is_changed


def test_a_list_read_in_stands_there_at_once_and_is_taken_back(page, window, qtbot, tmp_path):
    data = tmp_path / "liste.json"
    data.write_text('[{"id": "x7", "name": " Kita A "}]', encoding="utf-8")
    page._importing.take(data)
    dialog = page._importing.dialog
    qtbot.waitUntil(lambda: not dialog.running.is_busy)
    while dialog.outcome.isHidden():
        dialog.act.click()
        qtbot.waitUntil(lambda: not dialog.running.is_busy)
    assert names(page) == ["Kita A"]
    dialog.accept()
    assert page._importing.dialog is None
    window.acts.undo()
    page.refresh()
    assert names(page) == []


def test_what_an_authority_is_in_charge_of_is_entered_and_kept(page, window):
    desk = window.acts.desk
    key = make_provider(desk, organisation="Bürgerbüro Hage", area=("034525403", "99999"))
    form = page._form
    form.show_provider(desk.providers.provider(key), TODAY)
    assert field(page, "office_type").currentText() == "ohne Zuständigkeit"
    assert not form.is_changed
    kinds = field(page, "office_type")
    kinds.setCurrentIndex(kinds.findText("Meldebehörde (Bürgerbüro)"))
    area = form.editor("area")
    names = [area.item(row).text() for row in range(area.count())]
    assert names[:3] == ["Landkreis Aurich", "Samtgemeinde Brookmerland", "Samtgemeinde Hage"]
    area.item(names.index("Stadt Norden")).setCheckState(Qt.CheckState.Checked)
    draft = form.draft()
    assert draft.office_type == "registry"
    # a key that the list does not have stays what it was
    assert draft.area == ("034525403", "03452019", "99999")
    desk.providers.edit(key, draft)
    assert desk.providers.provider(key).draft == draft


def test_the_list_of_areas_has_every_municipality_once():
    keys = [key for key, _ in territories()]
    assert len(set(keys)) == len(keys) == 28
    assert {"03452", "034525401", "034525403", "03402000", "03452019"} <= set(keys)
