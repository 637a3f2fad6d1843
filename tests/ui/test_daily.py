"""Plans follow the calendar once a day, without being asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject

from app.desk import Desk, open_desk
from app.done import Act
from app.rules.terms import Track
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case
from ui.acts import Acts
from ui.daily import Daily
from ui.jobs import Workshop

LATER = date(2032, 11, 22)


@pytest.fixture
def grown(path) -> Iterator[Desk]:
    """The same file years later: the child goes to school."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_case(desk, children=1)
    desk.close()
    desk = open_desk(open_file(path), ROOT / "resources", lambda: LATER, "Tomke Harms")
    yield desk
    desk.close()


@pytest.fixture
def office(settings, qtbot):
    """The door, the workshop and the daily work, as in the window."""
    parent = QObject()
    acts, workshop = Acts(parent), Workshop(parent)
    daily = Daily(acts, workshop, settings, lambda: LATER, parent)
    daily.soon.setInterval(0)
    yield acts, workshop
    workshop.close()
    parent.deleteLater()


def _steps(desk):
    return {step.template for step in desk.plan.view(1, Track.RELOCATION).steps}


def test_the_first_opening_of_a_day_brings_the_plans_up_to_date(grown, office, settings, qtbot):
    acts, _ = office
    assert "schule_quereinstieg" not in _steps(grown)
    with qtbot.waitSignal(acts.done, timeout=10_000) as told:
        acts.open(grown)
    assert told.args[0].act is Act.PLANS_REFRESHED
    assert told.args[0].facts == {"count": "1"}
    assert "schule_quereinstieg" in _steps(grown)
    assert settings.refreshed.startswith("2032-11-22 ")
    assert not acts.can_undo


def test_the_second_opening_of_a_day_does_nothing(grown, office, settings, qtbot):
    acts, workshop = office
    settings.refreshed = f"2032-11-22 {grown.transactions.file.path}"
    started = []
    workshop.started.connect(started.append)
    acts.open(grown)
    qtbot.wait(50)
    assert started == []


def test_a_file_that_another_window_writes_is_left_to_it(grown, office, settings, qtbot):
    acts, workshop = office
    reader = open_desk(
        open_file(grown.transactions.file.path), ROOT / "resources", lambda: LATER, "Imke Okken"
    )
    assert not reader.transactions.file.writable
    started = []
    workshop.started.connect(started.append)
    acts.open(reader)
    qtbot.wait(50)
    assert started == []
    assert settings.refreshed == ""
    reader.close()
