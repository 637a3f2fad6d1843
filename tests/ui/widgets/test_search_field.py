"""The field to search in: what it says where there is little room."""

from __future__ import annotations

from ui.widgets.search_field import SHORT, SearchField


def test_a_hint_that_does_not_fit_gives_way_to_a_short_one(qtbot):
    field = SearchField("Person, Anbieter, Befehl", "Ctrl+K")
    qtbot.addWidget(field)
    field.resize(300, 30)
    field.show()
    assert field.placeholderText() == "Person, Anbieter, Befehl"
    field.resize(112, 30)
    assert field.placeholderText() == SHORT
    assert field.accessibleName() == "Person, Anbieter, Befehl"
    field.resize(300, 30)
    assert field.placeholderText() == "Person, Anbieter, Befehl"
