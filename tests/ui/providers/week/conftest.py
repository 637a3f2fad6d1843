"""The week editor alone, dressed as shipped, in a column of the form's width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.providers.week.editor import HoursEditor


@pytest.fixture
def editor(dressed, qtbot) -> HoursEditor:
    made = HoursEditor()
    qtbot.addWidget(made)
    made.resize(440, 900)
    made.show()
    made.activateWindow()
    return made


def type_day(qtbot, line, text):
    """Replace what stands in a line, by keys (ASCII only)."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def click_at(widget, x):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(round(x), widget.height() // 2))
