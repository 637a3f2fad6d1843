"""The dialog of duties and ways over the window, active and with the keyboard in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.rosters.household import household, two_parents
from ui.rosters.dialog import DutiesDialog, open_duties


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(desk):
    return two_parents(desk)


@pytest.fixture
def full(desk):
    return household(desk)


@pytest.fixture
def opened(window, qtbot):
    """Opens the dialog about a case, active and with the keyboard in it."""

    def open_it(case) -> DutiesDialog:
        made = open_duties(window.workplace, case, window)
        assert made is not None
        made.activateWindow()
        qtbot.waitActive(made)
        QApplication.processEvents()
        return made

    return open_it
