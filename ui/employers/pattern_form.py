"""One rotation of an employer: a name, and a line of codes for each week."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.records.employers import PatternDraft, PatternView
from ui.employers.entries import EntryForm
from ui.page import Workplace
from ui.widgets.choices import GrowingText

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

HINT = "F F F - - S S\nS S - N N N -"
ABOUT = "Eine Zeile je Woche ab Montag: sieben Kürzel der Dienste, - für frei."


class PatternForm(EntryForm):
    """Whoever works by it takes it over as a roster."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._known: Mapping[int, PatternView] = {}
        self._employer = 0
        self._shown: int | None = None
        name = QLineEdit()
        name.setPlaceholderText("Station, drei Wochen mit Nächten")
        self.add("name", "&Name", name)
        weeks = GrowingText(HINT, lines=3)
        weeks.setToolTip(ABOUT)
        weeks.setAccessibleDescription(ABOUT)
        self.add("weeks", "&Wochen", weeks)
        self.remove = self.add_remove("Löschen", self._remove)
        self.add_buttons("Dienstfolge speichern", more=self.remove)

    def know_entries(self, employer: int, found: tuple[PatternView, ...]) -> None:
        """Whose rotations these are; a form that is open stays."""
        self._employer = employer
        self._known = {each.id: each for each in found}

    def show_entry(self, entry_id: int | None) -> None:
        view = self._known.get(entry_id) if entry_id is not None else None
        draft = view.draft if view else PatternDraft("", "")
        self._shown = view.id if view else None
        self.fill({"name": draft.name, "weeks": draft.weeks})
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        draft = PatternDraft(self.value("name"), self.value("weeks"))
        if self._shown is None:
            return partial(_add, self._employer, draft)
        return partial(_edit, self._shown, draft)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_take_away, self._shown))


def _add(employer: int, draft: PatternDraft, desk: Desk) -> Done:
    return desk.employers.add_pattern(employer, draft)


def _edit(pattern: int, draft: PatternDraft, desk: Desk) -> Done:
    return desk.employers.edit_pattern(pattern, draft)


def _take_away(pattern: int, desk: Desk) -> Done:
    return desk.employers.remove_pattern(pattern)
