"""A choice as segments and as a box: the same key holds in both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.widgets.choice import Choice


@pytest.fixture
def choice(dressed, qtbot) -> Choice[str]:
    made: Choice[str] = Choice("Ansicht", [("a", "nach Frist"), ("b", "nach Stelle")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_chosen_holds_when_the_room_changes(choice, qtbot):
    choice.choose("b")
    choice.set_tight(tight=True)
    assert choice.is_tight
    assert (choice.key(), choice._box.currentText()) == ("b", "nach Stelle")
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice._box, Qt.Key.Key_Up)
    assert chosen.args == ["a"]
    choice.set_tight(tight=False)
    assert choice.key() == "a"


def test_a_box_needs_less_room(choice):
    assert choice.room(tight=True) < choice.room(tight=False)


def test_other_choices_keep_the_key_that_is_still_there(choice):
    choice.choose("b")
    choice.set_choices([("b", "nach Stelle"), ("c", "nach Person")])
    assert choice.key() == "b"
    choice.set_choices([("c", "nach Person"), ("d", "nach Tag")])
    assert choice.key() is None


def test_other_choices_take_their_room_at_once(choice, qtbot):
    choice.set_choices([("a", "Insa"), ("b", "Thorben"), ("c", "Oma Grete")])
    at_once = choice.room(tight=False)
    qtbot.wait(10)
    assert at_once == choice.room(tight=False) > choice.room(tight=True)
