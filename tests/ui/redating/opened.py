"""The dialog that a page opened, for tests of that page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.redating.dialog import RedatingDialog


def opened(page: QWidget) -> RedatingDialog:
    """The one that is open now."""
    (found,) = (each for each in page.findChildren(RedatingDialog) if each.isVisible())
    return found


def take_over(page: QWidget) -> None:
    """Move everything that the open dialog shows."""
    opened(page).act.click()
