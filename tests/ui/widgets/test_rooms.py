"""The names of the rooms: the arrow keys go through all groups, the one shown is in view. What is
typed for one case waits for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.makers import make_case
from ui.network_tab import ROOMS
from ui.tabs import place


@pytest.fixture
def tab(window):
    window.resize(1093, 614)
    return window.go_to(place("network"))


def in_view(tab, key):
    """Whether a room's name lies within what is seen of the names."""
    shown = tab._lists[next(room.group for room in ROOMS if room.key == key)]
    middle = shown.mapTo(tab._area.viewport(), shown.place().center())
    return tab._area.viewport().rect().contains(middle)


def test_the_room_shown_has_its_name_in_view_also_in_a_smaller_window(tab, window, qtbot):
    for key in ("group", "team", "dormitories"):
        tab.ask(key)
        assert tab.room_key == key
        assert in_view(tab, key)
    window.resize(1366, 900)
    tab.ask("actors")
    window.resize(1093, 614)
    qtbot.waitUntil(lambda: in_view(tab, "actors"))


def test_arrow_keys_go_through_all_groups_and_stop_at_the_end(tab, qtbot):
    groups = list(tab._lists)[1:]
    first = [room.key for room in ROOMS if room.group == groups[0]]
    after = [room.key for room in ROOMS if room.group == groups[1]]
    tab.show_room(first[-1])
    tab._lists[groups[0]].setFocus()
    qtbot.keyClick(tab._lists[groups[0]], Qt.Key.Key_Down)
    assert tab.room_key == after[0]
    assert tab._lists[groups[1]].hasFocus()
    assert tab._lists[groups[0]].key() is None
    qtbot.keyClick(tab._lists[groups[1]], Qt.Key.Key_Up)
    assert tab.room_key == first[-1]
    last = ROOMS[-1]
    tab.show_room(last.key)
    shown = tab._lists[last.group]
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert tab.room_key == last.key


def contact(room):
    return room.contacts.form.line


def talk(room):
    room.begin()
    return room.form.editor("next_act")


def profile(room):
    return room.profile.editor("occupation")


def visit(room):
    room.begin()
    return room.visit_form.editor("public_note")


@pytest.mark.parametrize(
    ("key", "field"),
    [("contacts", contact), ("talks", talk), ("work", profile), ("visit", visit)],
    ids=["contacts", "talks", "work", "visit"],
)
def test_what_is_typed_for_a_case_waits_while_another_is_shown(window, qtbot, key, field):
    mine, other = make_case(window.acts.desk), make_case(window.acts.desk)
    window.show_case(mine)
    tab = window.go_to(place("support"))
    tab.ask(key)
    line = field(tab.room)
    line.setFocus()
    qtbot.keyClicks(line, "halb getippt")
    window.show_case(other)
    assert tab.room_key == key
    assert tab.room.unsaved() == ""
    assert tab.unsaved()
    window.show_case(mine)
    assert tab.room.unsaved()
    found = tab.room.findChildren(type(line))
    assert any(_words(each) == "halb getippt" for each in found)


def _words(editor):
    return editor.toPlainText() if hasattr(editor, "toPlainText") else editor.text()
