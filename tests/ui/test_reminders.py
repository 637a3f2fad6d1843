"""The number beside the tab Heute: counted when a file is open, after commands, at midnight."""

from __future__ import annotations

from datetime import timedelta

from app.records.office import AdvisorDraft
from tests.conftest import TODAY
from tests.ui.today.conftest import bare, own
from ui.settings import EVERYBODY
from ui.tabs import FIRST, place


def title(window):
    return window.header.tabs.tabText(place("today"))


def test_the_window_starts_where_it_did(window):
    assert window.header.tabs.currentIndex() == place(FIRST) == place("candidates")
    assert list(window._pages) == [place(FIRST)]


def test_the_tab_counts_what_presses_without_being_built_or_taking_the_focus(window, qtbot):
    assert title(window) == "Heute"
    focus = window.focusWidget()
    case = bare(window.acts.desk)
    for days in (-3, 0, 4):
        key = own(window.acts.desk, case, "x", days)
    window.acts.do(lambda desk: desk.plan.note(key, "zählen"))
    qtbot.waitUntil(lambda: title(window) == "Heute (2)")
    tabs = window.header.tabs
    assert tabs.accessibleTabName(place("today")) == (
        "Heute: 2 Aufgaben überfällig oder heute fällig"
    )
    assert place("today") not in window._pages
    assert window.focusWidget() is focus
    assert window.windowTitle() == "Kandidat*innen – Heimathafen"


def test_the_number_follows_each_command_and_its_undo(window, qtbot):
    key = own(window.acts.desk, bare(window.acts.desk), "x", -1)
    window.acts.do(lambda desk: desk.plan.snooze(key, TODAY + timedelta(days=1)))
    window.reminders.count()
    assert title(window) == "Heute"
    window.acts.undo()
    qtbot.waitUntil(lambda: title(window) == "Heute (1)")
    assert window.header.tabs.accessibleTabName(place("today")) == (
        "Heute: 1 Aufgabe überfällig oder heute fällig"
    )


def test_at_midnight_the_count_and_the_pages_are_those_of_the_new_day(window, qtbot):
    own(window.acts.desk, bare(window.acts.desk), "x", 1)
    page = window.go_to(place("today"))
    window.reminders.count()
    assert title(window) == "Heute"
    clock = window.acts.desk.lists
    clock._today = window.reminders._today = lambda: TODAY + timedelta(days=1)
    window.reminders.look()
    assert title(window) == "Heute (1)"
    assert page.agenda.today == TODAY + timedelta(days=1)
    with qtbot.assertNotEmitted(window.reminders.day_begun):
        window.reminders.look()


def test_it_counts_the_cases_that_the_day_shows(window, qtbot):
    desk = window.acts.desk
    other = bare(desk)
    advisor = int(desk.office.add_advisor(AdvisorDraft("Selin", "Wattmann")).facts["id"])
    for days, case in ((-1, bare(desk, advisor=advisor)), (-1, other)):
        own(desk, case, "x", days)
    window.reminders.count()
    assert title(window) == "Heute (2)"
    window.settings.agenda_of = "Selin Wattmann"
    qtbot.waitUntil(lambda: title(window) == "Heute (1)")
    window.settings.agenda_of = EVERYBODY
    qtbot.waitUntil(lambda: title(window) == "Heute (2)")


def test_without_a_file_nothing_is_counted(window, qtbot):
    own(window.acts.desk, bare(window.acts.desk), "x", -1)
    window.reminders.count()
    assert title(window) == "Heute (1)"
    window.files.close()
    window.reminders.rest()
    assert title(window) == "Heute"
