"""Leaving the file that is open: what is typed and not saved is not lost without a question."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from ui.asking import Asking
from ui.page import Page


def may_leave(pages: Mapping[int, Page], asking: Asking) -> bool:
    """Whether nothing is unsaved, or the user gives it up. What is saved as soon as its field is
    left is saved first, as the note of a step."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
        focus.setFocus()
    lost = [said for page in pages.values() if (said := page.unsaved())]
    return not lost or asking.confirm(
        "Ohne Speichern schließen?",
        f"{' und '.join(lost)} noch nicht gespeichert.",
        "Schließen",
    )
