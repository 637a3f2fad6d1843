"""Leaving the file that is open: what is typed and not saved is not lost without a question."""

from __future__ import annotations

from collections.abc import Mapping

from ui.asking import Asking
from ui.page import Page


def may_leave(pages: Mapping[int, Page], asking: Asking) -> bool:
    """Whether nothing is unsaved, or the user gives it up."""
    lost = [said for page in pages.values() if (said := page.unsaved())]
    return not lost or asking.confirm(
        "Ohne Speichern schließen?",
        f"{' '.join(lost)} noch nicht gespeichert.",
        "Schließen",
    )
