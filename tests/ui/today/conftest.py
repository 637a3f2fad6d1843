"""The tab Heute on a real file, the window active and the keyboard in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.done import Act
from app.records.plan import OwnStep
from app.rules.calendar import Day
from app.rules.terms import Role, Track
from tests.conftest import TODAY
from tests.makers import make_case
from ui.tabs import place
from ui.today.page import TodayPage
from ui.window import Window


def bare(desk, **changes):
    """A case in which nothing is left to do."""
    case = make_case(desk, **changes)
    with desk.transactions.command(Act.STEP_NOT_NEEDED, case) as session:
        session.execute(
            text("UPDATE steps SET state = 'not_needed' WHERE case_id = :case"), {"case": case}
        )
    return case


def own(desk, case, title, days, role=Role.SERVICE_POINT):
    """A step of the office's own, due so many days from today; returns its id."""
    due = Day(TODAY + timedelta(days=days))
    desk.plan.add_own(case, OwnStep(Track.ONBOARDING, title, due, role=role))
    with desk.transactions.reading() as session:
        return session.scalar(text("SELECT max(id) FROM steps"))


@pytest.fixture
def case(window: Window) -> int:
    """Two steps late, one due today, two ahead on one day."""
    desk = window.acts.desk
    made = bare(desk)
    for title, days in (
        ("Pate benennen", -7),
        ("Girokonto eröffnen", -3),
        ("Wohnsitz anmelden", 0),
        ("Gespräch führen", 2),
        ("Kurzurlaub planen", 2),
    ):
        own(desk, made, title, days)
    return made


@pytest.fixture
def page(window: Window, case: int, qtbot: QtBot) -> TodayPage:
    """The tab, shown."""
    window.activateWindow()
    qtbot.waitActive(window)
    found = window.go_to(place("today"))
    assert isinstance(found, TodayPage)
    found.list.setFocus()
    QApplication.processEvents()
    return found
