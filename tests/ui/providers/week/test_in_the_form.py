"""The hours within the form of a provider: entered, saved, refused, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.conftest import TODAY
from tests.makers import KITA, make_provider
from tests.rules.week_plans import KITA_OSM
from tests.ui.providers.week.conftest import press, type_day
from ui.tabs import place


@pytest.fixture
def page(window):
    return window.go_to(place("providers"))


@pytest.fixture
def shown(page, window):
    """A kita with its hours in the form; its id."""
    key = make_provider(window.acts.desk, hours_osm=KITA_OSM, hours_given="Mo bis Fr")
    page.refresh()
    page.reveal(key)
    return key


def save(page, qtbot):
    [button] = [
        each
        for each in page.findChildren(QPushButton)
        if each.text().replace("&", "") == "Speichern" and each.isVisible()
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_hours_shown_are_unchanged_hours(page, shown, window):
    form = page._form
    assert not form.is_changed
    form.hours.week.turn()
    assert not form.is_changed
    assert form.draft() == window.acts.desk.providers.provider(shown).draft


def test_a_week_typed_is_saved_and_undone(page, shown, window, qtbot):
    desk = window.acts.desk
    week = page._form.hours.week
    week.turn()
    friday = week.form.rows.rows[4].line
    type_day(qtbot, friday, "8-11")
    assert page._form.is_changed
    save(page, qtbot)
    saved = desk.providers.provider(shown).draft
    assert "Fr 08:00-11:00" in saved.hours_osm
    assert saved.hours_given == "Mo bis Fr"
    assert not page._form.is_changed
    assert week.form.isVisible()  # what was being edited stays in sight
    window.acts.undo()
    page.refresh()
    assert desk.providers.provider(shown).draft.hours_osm == KITA_OSM
    assert page._form.draft().hours_osm == KITA_OSM


def test_what_is_no_time_is_not_saved_and_led_to(page, shown, window, qtbot):
    week = page._form.hours.week
    week.turn()
    monday = week.form.rows.rows[0].line
    type_day(qtbot, monday, "16-8")
    week.turn()
    save(page, qtbot)
    assert window.acts.desk.providers.provider(shown).draft.hours_osm == KITA_OSM
    assert monday.isVisible()
    assert page._form.focusWidget() is monday
    assert "endet, bevor es beginnt" in page._form.reason_of("hours_osm")
    assert monday.text() == "16-8"


def test_a_proposal_is_taken_over_and_saved_with_the_words_given(page, window, qtbot):
    desk = window.acts.desk
    key = int(desk.providers.add(replace(KITA, hours_osm="", hours_given="")).facts["id"])
    page.refresh()
    page.reveal(key)
    week = page._form.hours.week
    qtbot.keyClicks(week.given.text, "Mo-Fr 7.30-16 Uhr")
    week.given.read()
    save(page, qtbot)
    assert desk.providers.provider(key).draft.hours_osm == ""
    press(qtbot, week.given.take_button)
    save(page, qtbot)
    draft = desk.providers.provider(key).draft
    assert (draft.hours_given, draft.hours_osm) == (
        "Mo-Fr 7.30-16 Uhr",
        "Mo-Fr 07:30-16:00; PH off",
    )
    assert desk.providers.provider(key).checked_on is None


def test_half_typed_hours_survive_a_refresh(page, shown, qtbot):
    week = page._form.hours.week
    week.turn()
    type_day(qtbot, week.form.rows.rows[0].line, "8-")
    page.refresh()
    assert week.form.rows.rows[0].line.text() == "8-"
    assert page._form.is_changed


def test_another_provider_shows_its_own_hours(page, shown, window):
    other = make_provider(window.acts.desk, organisation="Amt Hage", hours_osm="Tu 08:00-12:00")
    page.refresh()
    page._form.hours.week.turn()
    page.reveal(other)
    week = page._form.hours.week
    assert not week.form.isVisible()
    assert week.form.rows.rows[1].line.text() == "8–12"
    assert (
        page._form.draft().hours_given
        == window.acts.desk.providers.provider(other).draft.hours_given
    )
    page._form.show_provider(window.acts.desk.providers.provider(shown), TODAY)
    assert page._form.draft().hours_osm == KITA_OSM
