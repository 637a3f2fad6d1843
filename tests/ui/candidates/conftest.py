"""The tab of candidates on a real file, the window active and the keyboard in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.candidates.page import CandidatesPage
from ui.tabs import place
from ui.window import Window


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CandidatesPage:
    """The tab, shown, with an empty list."""
    window.activateWindow()
    qtbot.waitActive(window)
    found = window.go_to(place("candidates"))
    assert isinstance(found, CandidatesPage)
    QApplication.processEvents()
    return found
