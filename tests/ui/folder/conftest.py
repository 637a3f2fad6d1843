"""The tab of the folder on a real case, with its preview set."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.makers import make_case, with_dates
from ui.tabs import place

FOLDER = place("folder")


@pytest.fixture
def case(window) -> int:
    case_id = make_case(window.acts.desk, children=1)
    with_dates(window.acts.desk, case_id)
    return case_id


@pytest.fixture
def page(window, case, qtbot):
    window.show_case(case)
    page = window.go_to(FOLDER)
    settle(qtbot, page)
    return page


def settle(qtbot, page):
    """Wait until the preview shows the latest state."""
    workshop = page.workplace.workshop
    qtbot.waitUntil(
        lambda: not (page.seeing.is_busy or page.looking.is_busy or workshop.is_busy),
        timeout=20_000,
    )


def select(page, key):
    """Go to a row of the list, as the arrow keys do."""
    chapters = page.composer.list
    chapters.setFocus(Qt.FocusReason.OtherFocusReason)
    index = chapters.rows.index_of(key)
    assert index.isValid(), key
    chapters.setCurrentIndex(index)
    return index
