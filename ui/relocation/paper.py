"""The checklist alone as it goes on paper."""

from __future__ import annotations

from ui.sheet_words import Noun
from ui.widgets.paper_dialog import Sheet

LIST = Noun("Liste", "die Liste", "der Liste")


def checklist(case: int, name: str) -> Sheet:
    """One case's list; what is unproven or unclear is not on it."""
    return Sheet(
        case,
        LIST,
        f"Checkliste: {name}",
        f"Checkliste {name.replace(',', '')}",
        "Gedruckt wird, was für die Familie gilt. Unklares und Unbelegtes bleibt weg.",
        lambda desk, code: desk.folders.checklist_preview(case, code),
        lambda desk, code, path: desk.folders.save_checklist(case, code, path),
        lambda desk: desk.folders.record_checklist_printed(case),
    )
