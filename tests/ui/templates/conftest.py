"""The tab of templates on a real desk, with a few families."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.makers import make_case, with_dates
from ui.tabs import place
from ui.templates.page import TemplatesPage

TEMPLATES = place("templates")


@pytest.fixture
def families(window):
    """Two running cases with the usual dates, and one without; their ids."""
    desk = window.acts.desk
    ids = [make_case(desk) for _ in range(3)]
    for case in ids[:2]:
        with_dates(desk, case)
    return ids


@pytest.fixture
def page(window, families, qtbot) -> TemplatesPage:
    made = window.go_to(TEMPLATES)
    assert isinstance(made, TemplatesPage)
    quiet(made, qtbot)
    return made


def quiet(page, qtbot):
    """Wait until all there is to say about what is typed has been said."""
    qtbot.waitUntil(lambda: page.steps.looking.is_quiet, timeout=10_000)


def choose(page, qtbot, words):
    """Find a step by typing, and lead into its form."""
    page.search.clear()
    qtbot.keyClicks(page.search, words)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    quiet(page, qtbot)


def found(page, qtbot):
    """The dialog once it has looked at all running cases."""
    qtbot.waitUntil(
        lambda: (
            page.steps.storing.dialog is not None and page.steps.storing.dialog.model is not None
        ),
        timeout=10_000,
    )
    return page.steps.storing.dialog


def give(page, qtbot):
    """Press the one button of the dialog, and wait until that is in the file."""
    qtbot.mouseClick(found(page, qtbot).act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.steps.storing.dialog is None, timeout=10_000)
    quiet(page, qtbot)


def press(page, qtbot, text):
    """Click the visible button of these words."""
    [button] = [
        each
        for each in page.findChildren(QPushButton)
        if each.text().replace("&", "") == text and each.isVisible()
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
