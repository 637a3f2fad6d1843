"""Liste | Karte: the same result, the same choice, and how far it is from the case's home."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.records.providers import Category
from app.records.travel import TravelDraft
from tests.makers import make_case, make_provider
from ui import icons
from ui.amounts import crow
from ui.providers import map_side, map_words, words
from ui.providers.halves import LIST, MAP, NUMBERED
from ui.tabs import place

PROVIDERS = place("providers")
NORDEN, AURICH = (53.5955, 7.2062), (53.4696, 7.4824)


def at(point: tuple[float, float]) -> dict[str, float]:
    return {"latitude": point[0], "longitude": point[1]}


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def page(window, desk):
    """Three providers: in Norden, in Aurich, and one nobody knows the coordinate of."""
    make_provider(desk, organisation="Kita Aurich", town="Aurich", postcode="26603", **at(AURICH))
    make_provider(desk, organisation="Kita Norden", **at(NORDEN))
    make_provider(desk, organisation="Schule ohne Ort", latitude=None, longitude=None,
                  category=Category.SCHOOL)  # fmt: skip
    return window.go_to(PROVIDERS)


@pytest.fixture
def side(page):
    page.list.halves.show_way(MAP)
    return page.list.halves.map_side


def names(side):
    return [(mark.number, mark.name) for mark in side.map.scene.marks]


def chosen_row(page):
    view = page.list.view
    return page.list.model.row_at(view.currentIndex().row()).name


def test_the_map_is_made_when_it_is_wanted(page):
    assert page.list.halves.map_side is None
    page.list.halves.ways.chosen.emit(MAP)
    assert page.list.halves.map_side.isVisible()
    page.list.halves.ways.chosen.emit(LIST)
    assert not page.list.halves.map_side.isVisible()


def test_it_shows_the_result_of_the_list_and_says_what_it_cannot_show(page, side, qtbot):
    assert names(side) == [(1, "Kita Aurich"), (2, "Kita Norden")]
    assert side.said.text() == "2 auf der Karte, 1 ohne Koordinate: nur in der Liste."
    qtbot.keyClicks(page.search_field(), "norden")
    assert names(side) == [(1, "Kita Norden")]
    page.search_field().clear()
    qtbot.keyClicks(page.search_field(), "schule")
    assert names(side) == []
    assert side.said.text() == "0 auf der Karte, 1 ohne Koordinate: nur in der Liste."


def test_what_lies_beyond_the_map_is_counted_and_not_drawn(page, side, desk):
    for organisation, point in (("Hannover", (52.37, 9.73)), ("Vertauscht", (7.2, 53.6))):
        make_provider(desk, organisation=organisation, **at(point))
    page.refresh()
    assert len(names(side)) == 2
    assert side.said.text() == (
        "2 auf der Karte, 2 außerhalb der Karte, 1 ohne Koordinate: nur in der Liste."
    )


def test_numbers_are_those_of_the_rows_while_the_list_is_short(page, side, desk):
    rows = page.list.view.verticalHeader()
    assert rows.isVisible()
    header = page.list.model.headerData(1, Qt.Orientation.Vertical)
    assert header == "2"
    for number in range(NUMBERED):
        make_provider(desk, organisation=f"Verein {number}", category=Category.CLUB)
    page.refresh()
    assert not rows.isVisible()
    assert {mark.number for mark in side.map.scene.marks} == {0}
    assert {mark.icon for mark in side.map.scene.marks} == {"baby", "users"}


def test_a_choice_on_the_map_is_one_in_the_list_and_the_other_way_round(page, side):
    aurich, norden = side.map.scene.marks
    side.map.chosen.emit(norden.id)
    assert chosen_row(page) == "Kita Norden"
    assert page._form.editor("organisation").text() == "Kita Norden"
    page.reveal(aurich.id)
    assert side.map.scene.chosen == aurich.id
    assert side.about.text().startswith("Kita Aurich")


def test_a_new_provider_is_none_of_those_on_the_map(page, side):
    side.map.chosen.emit(side.map.scene.marks[0].id)
    page._new()
    assert side.map.scene.chosen is None
    assert side.about.text() == "Ein Klick auf einen Punkt wählt den Anbieter."


def test_one_that_is_only_in_the_list_is_said_to_be(page, side):
    key = page.list.model.id_at(2)
    page.reveal(key)
    assert side.about.text() == "Der gewählte Anbieter steht nicht auf der Karte."


def test_home_and_work_of_the_case_are_drawn_and_said_to_be_rough(page, side, window, desk):
    assert side.map.scene.places == ()
    employer = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER,
                             **at((53.6, 7.19)))  # fmt: skip
    window.show_case(make_case(desk, employer=employer))
    told = [(each.name, each.caption) for each in side.map.scene.places]
    assert told == [("Arbeit: Deichklinik", ""), ("Wohnung: Norden", "ungefähr: Ortsmitte")]
    window.show_case(None)
    assert side.map.scene.places == ()


def test_distance_and_time_from_home_are_told_on_the_map_and_in_the_list(page, side, window, desk):
    window.show_case(make_case(desk))
    aurich = side.map.scene.marks[0]
    side.map.chosen.emit(aurich.id)
    assert side.about.text() == "Kita Aurich · rund 24 km Luftlinie von der Wohnung"
    desk_done = desk.travel.enter(TravelDraft("Norden", "Aurich", 95, ferry=True))
    window.acts.take(desk_done)
    assert side.about.text() == (
        "Kita Aurich · rund 24 km Luftlinie von der Wohnung · 1 h 35 min mit Auto und Fähre"
    )
    assert side.map.scene.tip(aurich.id).splitlines() == [
        "Kita · 26603 Aurich",
        "rund 24 km Luftlinie von der Wohnung",
        "1 h 35 min mit Auto und Fähre",
    ]
    rows = [page.list.model.data(page.list.model.index(row, 1)) for row in range(3)]
    assert rows[0] == "26603 Aurich, rund 24 km Luftlinie · 1 h 35 min, mit Fähre"
    assert "Luftlinie" in rows[1]
    assert "Luftlinie" not in rows[2]
    norden = desk.travel.enter(TravelDraft("Norden", "Hage", 10))
    window.acts.take(norden)
    far = make_provider(desk, organisation="Z Hage", town="Hage", latitude=None, longitude=None)
    page.refresh()
    row = page.list.model.row_of(far)
    told = page.list.model.data(page.list.model.index(row, 1))
    assert told.endswith("Hage, 10 min mit dem Auto")
    window.show_case(None)
    assert "Luftlinie" not in page.list.model.data(page.list.model.index(0, 1))


def test_a_provider_that_moves_is_drawn_where_it_is_now(page, side, window, desk):
    window.show_case(make_case(desk))
    norden = side.map.scene.marks[1]
    # the middle of the post code lies 2 km from the town
    assert "rund 2 km" in page.list.model.data(page.list.model.index(1, 1))
    draft = desk.providers.provider(norden.id).draft
    window.acts.take(desk.providers.edit(norden.id, replace(draft, **at(AURICH))))
    moved = side.map.scene.marks[1]
    assert moved.place == side.map.scene.marks[0].place
    assert "rund 24 km" in page.list.model.data(page.list.model.index(1, 1))


def test_the_buttons_of_the_map_have_names_and_do_what_they_say(page, side, window):
    buttons = {each.accessibleName(): each for each in side.map.findChildren(QToolButton)}
    assert len(buttons) == 4
    whole = side.map.frame
    buttons["Näher (+)"].click()
    assert side.map.frame.scale > whole.scale
    buttons["Weiter weg (−)"].click()
    buttons["Ganzer Landkreis (Pos1)"].click()
    assert side.map.frame == whole
    buttons["Alle gefundenen Anbieter (Ende)"].click()
    assert side.map.frame.scale > whole.scale


def test_every_kind_has_a_sign_of_its_own_that_is_shipped(dressed):
    assert set(words.ICONS) == set(Category)
    assert len(set(words.ICONS.values())) == len(Category)
    for name in words.ICONS.values():
        assert not icons.pixmap(name, "#000000").isNull()


@pytest.mark.parametrize(
    ("km", "rough", "said"),
    [
        (4.23, False, "4,2 km Luftlinie"),
        (0.62, False, "600 m Luftlinie"),
        (0.01, False, "100 m Luftlinie"),
        (0.96, False, "1,0 km Luftlinie"),
        (12.6, False, "13 km Luftlinie"),
        (12.6, True, "rund 13 km Luftlinie"),
        (0.9, True, "unter 1 km Luftlinie"),
    ],
)
def test_distances_are_said_to_be_as_the_crow_flies(km, rough, said):
    assert crow(km, rough=rough) == said


@pytest.mark.parametrize(
    ("count", "said"), [(25, "25 min"), (60, "1 h"), (95, "1 h 35 min"), (600, "10 h")]
)
def test_minutes_in_words(count, said):
    assert map_words.minutes(count) == said


def test_what_is_shown_in_words():
    assert map_words.shown(0, 0, 0) == "Keine Anbieter in dieser Auswahl."
    assert map_words.shown(1_234, 0, 0) == "1.234 auf der Karte."
    assert map_words.shown(0, 2, 1) == (
        "0 auf der Karte, 2 außerhalb der Karte, 1 ohne Koordinate: nur in der Liste."
    )


def test_a_long_result_is_drawn_when_typing_rests_and_a_longer_one_is_not(
    page, side, monkeypatch, qtbot
):
    monkeypatch.setattr(map_side, "AT_ONCE", 1)
    side.map.set_marks([])
    page.refresh()
    assert names(side) == []
    qtbot.waitUntil(lambda: len(names(side)) == 2)
    monkeypatch.setattr(map_side, "MOST", 2)
    page.refresh()
    qtbot.waitUntil(lambda: names(side) == [])
    assert (
        side.said.text() == "3 Anbieter sind zu viele für die Karte: bitte suchen oder eingrenzen."
    )
