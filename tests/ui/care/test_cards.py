"""The cards: found, ordered, numbered by rank, painted without a widget each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.rules.checking import CheckAge
from tests.conftest import TODAY
from tests.ui.care import boards
from ui.care.card_list import CardList
from ui.care.card_model import CARD_ROLE, CardModel, CardOrder


@pytest.fixture
def model(dressed):
    made = CardModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_person(boards.person(), TODAY)
    made.show("", CardOrder.BEST)
    return made


@pytest.fixture
def cards(dressed, qtbot):
    made = CardList()
    qtbot.addWidget(made)
    made.resize(388, 564)
    made.set_period(28, boards.FIRST)
    made.set_person(boards.person(), TODAY, 1)
    made.show()
    return made


def faces(model):
    return [model.index(row).data(CARD_ROLE) for row in range(model.rowCount())]


def test_cards_keep_the_number_of_their_rank_in_every_order(model):
    assert [face.number for face in faces(model)] == [1, 2, 3, 4, 5, 6, 7]
    model.show("", CardOrder.NEAREST)
    assert [face.number for face in faces(model)] == [1, 2, 4, 7, 5, 3, 6]
    model.show("", CardOrder.NAME)
    assert faces(model)[0].name == "Betriebskita Werft, Emden"


def test_every_word_typed_has_to_occur(model):
    model.show("kita hage", CardOrder.BEST)
    assert [face.name for face in faces(model)] == ["Kita Marschenhof, Hage"]
    model.show("LÜTET", CardOrder.BEST)
    assert [face.number for face in faces(model)] == [7]


def test_a_card_is_told_whole_to_screen_readers(model):
    told = model.index(2).data(Qt.ItemDataRole.DisplayRole)
    assert told.startswith("3. Kita Osteeler Sterne, Osteel: 68 %. Deckt 114 h 00 von 168 h 20.")
    assert told.endswith("unentschieden, geprüft 21.06.2026")
    assert model.index(2).data(Qt.ItemDataRole.ToolTipRole) == told


def test_a_card_that_nobody_checks_ends_with_its_state(model):
    unchecked = replace(faces(model)[2], checked="")
    assert unchecked.words().endswith("unentschieden")


def test_where_nobody_needs_care_the_list_does_not_speak_of_missing_places(cards):
    cards.set_person(None, TODAY, None)
    assert cards.nothing.text() == ""


def test_a_card_has_the_age_of_its_check_and_the_state_of_its_place(model):
    ages = [face.age for face in faces(model)]
    assert ages == [
        CheckAge.FRESH,
        CheckAge.FRESH,
        CheckAge.SOON,
        CheckAge.STALE,
        CheckAge.FRESH,
        CheckAge.NEVER,
        CheckAge.FRESH,
    ]
    assert [face.state for face in faces(model)][:3] == [
        "gewünscht",
        "vorgeschlagen",
        "unentschieden",
    ]
    assert [face.apart for face in faces(model)] == [False] * 4 + [True] * 3


def test_a_relative_is_never_due_for_a_check(model):
    oma = replace(boards.CARDS[0], helper=boards.HELPERS[3], checked_on=None)
    model.set_person(boards.person(cards=(oma,)), TODAY)
    model.show("", CardOrder.BEST)
    face = faces(model)[0]
    assert (face.checked, face.age) == ("", CheckAge.FRESH)


def test_choosing_by_hand_is_told_and_by_the_program_is_not(cards, qtbot):
    told = []
    cards.chosen.connect(told.append)
    cards.choose(4)
    assert (cards.current(), told) == (4, [])
    qtbot.keyClick(cards.view, Qt.Key.Key_Down)
    assert told == [5]


def test_a_search_keeps_the_choice_where_it_is_still_there(cards, qtbot):
    told = []
    cards.chosen.connect(told.append)
    qtbot.keyClicks(cards.search, "spatzen")
    assert (cards.current(), told) == (1, [])
    assert cards.count.text() == "1 von 7 zur Auswahl; Stunden für 4 Wochen ab 01.03.2027"
    cards.search.clear()
    qtbot.keyClicks(cards.search, "zz")
    assert cards.nothing.isVisible()
    assert "7 Karten" in cards.nothing.text()


def test_enter_in_the_search_takes_the_first(cards, qtbot):
    told = []
    cards.chosen.connect(told.append)
    qtbot.keyClicks(cards.search, "hage")
    with qtbot.waitSignal(cards.opened):
        qtbot.keyClick(cards.search, Qt.Key.Key_Return)
    assert told == [7]


def test_thousands_of_cards_are_rows_not_widgets(cards, qtbot):
    many = tuple(
        replace(boards.CARDS[0], helper=replace(boards.HELPERS[4], key=key, name=f"Kita {key}"))
        for key in range(2_000)
    )
    before = len(cards.findChildren(type(cards.count)))
    cards.set_person(boards.person(cards=many), TODAY, None)
    cards.grab()
    assert cards.model.rowCount() == 2_000
    assert len(cards.findChildren(type(cards.count))) == before
    assert len(cards.model._faces) < 40  # only what is seen was put into words
    cards.view.scrollToBottom()
    cards.grab()
    assert cards.count.text().startswith("2.000 zur Auswahl")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("dark", [False, True])
def test_cards_are_painted_in_every_dress(looks, qtbot, dark, percent):
    looks(dark=dark, percent=percent)
    made = CardList()
    qtbot.addWidget(made)
    made.resize(388, 564)
    made.set_person(boards.person(), TODAY, 1)
    made.show()
    assert made.view.sizeHintForRow(0) == 88 * percent // 100
    colours = {made.grab().toImage().pixelColor(380, y).name() for y in range(60, 560, 10)}
    assert len(colours) > 1  # the chosen card and the others
