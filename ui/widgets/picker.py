"""Another entry of the directory, found by typing any part of its name, place or service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.errors import Reason, Refused
from ui.widgets.suggesting import suggest

Found = Sequence[tuple[int, str]]
Find = Callable[[str], Found]
"""From words to ids and names, the best first; a few."""


@dataclass(frozen=True)
class _Chosen:
    id: int
    name: str


class Picker(QLineEdit):
    """Type to find, choose from the list; blank means nobody."""

    def __init__(self, find: Find, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._found: list[tuple[int, str]] = []
        self._chosen: _Chosen | None = None
        self.setPlaceholderText(hint)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggest(self, completer)
        self.textEdited.connect(self._look)

    def chosen(self, field: str) -> int | None:
        """The id of the name that stands here, None for blank. Raises Refused(NOT_A_VALUE, field)
        where nobody is called so, with the `nearest` found."""
        typed = self.text().strip()
        if not typed:
            return None
        if self._chosen is not None and typed == self._chosen.name:
            return self._chosen.id
        alike = [key for key, name in self._found if name.casefold() == typed.casefold()]
        if not alike:
            nearest = {"nearest": self._found[0][1]} if self._found else {}
            raise Refused(Reason.NOT_A_VALUE, field, typed=typed, **nearest)
        return alike[0]

    def choose(self, key: int | None, name: str) -> None:
        """Show this one without looking it up."""
        self._chosen = None if key is None else _Chosen(key, name or f"Nr. {key}")
        self.setText(self._chosen.name if self._chosen else "")
        self.setCursorPosition(0)

    def offered(self) -> tuple[str, ...]:
        """The names found for what is typed."""
        return tuple(name for _, name in self._found)

    def _look(self, typed: str) -> None:
        self._found = list(self._find(typed)) if typed.strip() else []
        self._names.setStringList([name for _, name in self._found])
