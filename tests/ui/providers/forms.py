"""A provider shown in its form, and what a clerk does there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.services.test_beside import WHOLE


def shown(page, **changes):
    """A provider with everything, shown; returns its id."""
    key = int(page.desk.providers.add(replace(WHOLE, **changes)).facts["id"])
    page.refresh()
    page.reveal(key)
    return key


def draft_of(page, key):
    return page.desk.providers.provider(key).draft


def buttons(page, text):
    return [
        each
        for each in page.findChildren(QPushButton)
        if each.text().replace("&", "") == text and each.isVisible()
    ]


def click(page, qtbot, text):
    [button] = buttons(page, text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def part(page, name):
    return next(each for each in page.form.parts if name in each.names())


def further(page, beside):
    page.form.head.further_wanted.emit(beside)
