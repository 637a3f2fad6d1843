"""What is typed for one family is never shown with another, and is there again with its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from tests.makers import make_case
from tests.services.career_world import make_home
from tests.services.visit_commands import TOUR, WEEK
from ui.careers.case_room import CareerRoom
from ui.tabs import lead

TYPED = "Frau Muster"
FIELDS = {
    "contacts": "Kurz getippt",
    "visit": "oder Name",
    "talks": "Vereinbart",
    "work": "Beruf",
}


@pytest.fixture
def family(window):
    """A family with something in each of the rooms."""
    desk = window.acts.desk
    home = make_home(desk)
    desk.plan.set_anchor(home.case, AnchorKind.WORK_START, Day(WEEK.first))
    desk.visits.make(home.case, WEEK, (TOUR,))
    return home


def lines(window):
    return [each for each in window.findChildren(QLineEdit) if each.isVisible()]


def line(window, name):
    return next(each for each in lines(window) if each.accessibleName() == name)


def test_what_is_typed_waits_with_its_family(window, qtbot, family):
    other = make_case(window.acts.desk)
    window.show_case(family.case)
    for key, name in FIELDS.items():
        lead(window, "support", key)
        line(window, name).clear()
        qtbot.keyClicks(line(window, name), TYPED)
    window.show_case(other)
    for key in FIELDS:
        lead(window, "support", key)
        assert TYPED not in [each.text() for each in lines(window)], key
    window.show_case(family.case)
    for key, name in FIELDS.items():
        lead(window, "support", key)
        assert line(window, name).text() == TYPED, key


def test_an_introduction_that_was_begun_is_not_another_familys(window, family):
    other = make_home(window.acts.desk)
    window.show_case(family.case)
    lead(window, "support", "work")
    room = window.findChild(CareerRoom)
    room.matches.introduce.click()
    assert room.introductions.form.isVisible()
    window.show_case(other.case)
    assert not room.introductions.form.isVisible()
