"""Finding providers in the window: chips, filter panel, saved filters, nearest first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.records.directory import Near, ProviderOrder, ProviderQuery
from app.records.providers import Category
from tests.makers import FROM_TUNISIA, NURSE, make_provider
from ui import amounts
from ui.providers import query_words
from ui.providers.growing import FIRST
from ui.tabs import place


@pytest.fixture
def page(window):
    desk = window.acts.desk
    make_provider(desk, organisation="Kita Nah", town="Norden", latitude=53.6, longitude=7.2)
    make_provider(
        desk,
        organisation="Kita Fern",
        town="Aurich",
        latitude=53.47,
        longitude=7.48,
        languages=("ar",),
    )
    make_provider(
        desk,
        organisation="Amt",
        category=Category.AUTHORITY,
        town="Norden",
        latitude=None,
        longitude=None,
    )
    return window.go_to(place("providers"))


def names(page):
    model = page.list.model
    return [model.row_at(row).name for row in range(model.rowCount())]


def chips(page):
    return [each for each in page.list.chips.findChildren(QPushButton) if each.isVisible()]


def choose(choice, code):
    choice.choose(code)
    choice.activated.emit(choice.currentIndex())


def test_conditions_are_chips_that_go_one_by_one(page, qtbot):
    page.list.filter_button.click()
    choose(page.list.panel.language, "ar")
    choose(page.list.panel.town, "Aurich")
    assert names(page) == ["Kita Fern"]
    assert [chip.text() for chip in chips(page)] == ["Arabisch", "Aurich", "alle entfernen"]
    qtbot.mouseClick(chips(page)[0], Qt.MouseButton.LeftButton)
    assert page.list.query.languages == frozenset()
    assert page.list.query.town == "Aurich"
    assert page.list.panel.language.code() == ""


def test_whoever_measures_sees_the_nearest_first_and_how_far(page):
    page.list.filter_button.click()
    choose(page.list.panel.near, "Norden")
    assert page.list.query.order is ProviderOrder.NEAREST
    assert names(page) == ["Kita Nah", "Kita Fern", "Amt"]
    assert "23 km Luftlinie" in page.list.model.data(page.list.model.index(1, 1))
    assert "Luftlinie ab Norden (Ortsmitte); 1 ohne Koordinate am Ende" in page.list.count.text()
    choose(page.list.panel.within, "5")
    assert names(page) == ["Kita Nah"]
    choose(page.list.panel.near, "")
    assert page.list.query.within_km is None
    assert page.list.query.order is ProviderOrder.NAME


def test_home_and_work_of_the_open_family_are_offered(page, window):

    desk = window.acts.desk
    employer = make_provider(desk, organisation="Klinik", latitude=53.61, longitude=7.21)
    draft = replace(FROM_TUNISIA, home_postcode="26603", home_town="Aurich", employer=employer)
    page.case_id = desk.candidates.register(draft, NURSE).case
    page.refresh()
    page.list.filter_button.click()
    near = page.list.panel.near
    offered = [near.itemText(at) for at in range(near.count())]
    assert offered[1:3] == ["Wohnung (Aurich)", "Arbeit (Klinik)"]


def test_new_forms_of_care_narrow_the_list_and_stand_as_a_chip(page):
    make_provider(page.desk, organisation="Haus am Siel", features=("community_nurse",))
    page.list.filter_button.click()
    choose(page.list.panel.feature, "community_nurse")
    assert names(page) == ["Haus am Siel"]
    assert [chip.text() for chip in chips(page)] == ["Gemeindeschwester"]


def test_a_filter_is_saved_under_a_name_and_asked_again(page):
    page.list.ask(ProviderQuery(languages=frozenset({"ar"})))
    assert page.aside.keep.isVisible()
    page.aside.ask_name()
    page.aside.name.setText("Arabisch")
    page.aside.name.returnPressed.emit()
    page.refresh()
    assert not page.aside.keep.isVisible()
    assert page.aside.drop.isVisible()
    page.list.ask(ProviderQuery())
    [kept] = page.workplace.lists.provider_filters()
    page.aside.filters.chosen.emit(kept.id)
    assert names(page) == ["Kita Fern"]
    page.aside.filters.choose(kept.id)
    page.aside.drop.click()
    assert page.workplace.lists.provider_filters() == []


def test_a_kind_alone_is_no_filter_to_keep(page):
    page.aside.kind_chosen.emit(Category.KITA)
    assert names(page) == ["Kita Fern", "Kita Nah"]
    assert not page.aside.keep.isVisible()


def test_nothing_found_says_what_to_ask_for_less(page):
    page.list.ask(ProviderQuery(words="kita", town="Borkum"))
    assert page.list._nothing_text.text() == "Nichts zu „kita“ mit diesen Bedingungen: Borkum."
    page.list._loose.click()
    assert names(page) == ["Kita Fern", "Kita Nah"]


def test_a_long_result_is_begun_and_completed(window, qtbot, page):
    connection = window.acts.desk.transactions.file.connect()
    for number in range(FIRST + 50):
        connection.execute("INSERT INTO organisations (name) VALUES (?)", (f"Verein {number}",))
        owner = connection.execute("SELECT max(id) FROM organisations").fetchone()[0]
        connection.execute(
            "INSERT INTO services (organisation_id, category) VALUES (?, 'club')", (owner,)
        )
        connection.execute("INSERT INTO places (organisation_id) VALUES (?)", (owner,))
        connection.execute(
            "INSERT INTO services_at_places (service_id, place_id, saved_at, search, sort_key)"
            " SELECT (SELECT max(id) FROM services), (SELECT max(id) FROM places),"
            " '2026-11-01 08:00:00', ?, ?",
            (f"verein {number}", f"verein {number:05d}"),
        )
    connection.commit()
    connection.close()
    page.list.search.setText("verein")
    page.list.search.searched.emit("verein")
    assert page.list.model.rowCount() == FIRST
    assert page.list.count.text() == f"mehr als {FIRST} Anbieter …"
    qtbot.waitUntil(lambda: page.list.model.rowCount() == FIRST + 50)
    assert page.list.count.text() == f"{FIRST + 50} Anbieter"


def test_every_condition_has_words_and_can_be_taken_away():
    full = ProviderQuery(
        languages=frozenset({"ar"}),
        accessible=True,
        free_days=30,
        age_months=18,
        without_appointment=True,
        online=True,
        town="Norden",
        source="Liste",
        checked_days=0,
        near=Near("Norden", 53.6, 7.2),
        within_km=5.0,
        order=ProviderOrder.NEAREST,
    )
    left = full
    for field, text in query_words.pieces(full):
        assert text
        left = query_words.without(left, field)
    assert left == ProviderQuery()


@pytest.mark.parametrize(
    ("distance", "said"), [(0.123, "120 m"), (4.24, "4,2 km"), (31.4, "31 km"), (9.96, "10,0 km")]
)
def test_distances_are_said_as_exactly_as_they_are_meant(distance, said):
    assert amounts.kilometres(distance) == said
