"""The texts of a language in groups: the German text, where it stands and how far it is."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QObject

from app.records.wordings import Standing, TextRow
from ui.texts import words
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines


class Sieve(Enum):
    """Which texts are listed."""

    ALL = "all"
    OUTDATED = "outdated"
    UNCHECKED = "unchecked"
    MISSING = "missing"
    OWN = "own"


SIEVES = (
    (Sieve.ALL, "Alle"),
    (Sieve.OUTDATED, "Veraltet"),
    (Sieve.UNCHECKED, "Ungeprüft"),
    (Sieve.MISSING, "Fehlt"),
    (Sieve.OWN, "Eigene"),
)
_STANDINGS = {
    Sieve.OUTDATED: Standing.OUTDATED,
    Sieve.UNCHECKED: Standing.UNCHECKED,
    Sieve.MISSING: Standing.MISSING,
}
_ICONS = {
    Standing.OUTDATED: "triangle-alert",
    Standing.MISSING: "info",
    Standing.CHECKED: "check",
}


class TextsModel(GroupedModel[TextRow]):
    """One column of two lines."""

    columns: ClassVar[tuple[str, ...]] = ("Text",)
    noun: ClassVar[tuple[str, str]] = ("Text", "Texte")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsaved: frozenset[str] = frozenset()

    def set_unsaved(self, keys: Collection[str]) -> None:
        """Which texts have something typed that is not saved."""
        before, self._unsaved = self._unsaved, frozenset(keys)
        for key in before ^ self._unsaved:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def key_of(self, row: TextRow) -> Hashable:
        return row.key

    def cell(self, row: TextRow, column: int) -> Lines:  # noqa: ARG002 - there is one
        second = []
        if row.key in self._unsaved:
            second.append(Run("nicht gespeichert · ", strong=True, icon="pencil"))
        icon = _ICONS.get(row.standing, "") if row.standing else ""
        aside = " · ".join(part for part in (self._where(row), words.state(row)) if part)
        second.append(Run(aside or " ", tone=Tone.SECOND, icon=icon))
        return Lines((Run(words.one_line(row.german)),), tuple(second))

    def spoken(self, row: TextRow) -> str:
        unsaved = "nicht gespeichert" if row.key in self._unsaved else ""
        state = words.state(row).replace(" · ", ", ")
        parts = (words.one_line(row.german), self._where(row), state, unsaved)
        return ", ".join(part for part in parts if part)

    def _where(self, row: TextRow) -> str:
        return words.place(row) if row.part is not None else ""


class TextsView(GroupedView[TextRow]):
    """The list at the left."""

    least: ClassVar[tuple[int, ...]] = (200,)
    wished: ClassVar[tuple[int, ...]] = (400,)

    def __init__(self, model: TextsModel) -> None:
        super().__init__(model)
        self.setAccessibleName("Texte")
        self.setHeaderHidden(True)


def sifted(rows: Sequence[TextRow], sieve: Sieve, wanted: str = "") -> tuple[TextRow, ...]:
    """The rows a sieve lets through whose words hold all words of a search."""
    typed = wanted.casefold().split()
    standing = _STANDINGS.get(sieve)
    return tuple(
        row
        for row in rows
        if (standing is None or row.standing is standing)
        and (sieve is not Sieve.OWN or row.is_own)
        and (not typed or _holds(row, typed))
    )


def in_groups(rows: Sequence[TextRow]) -> list[Section[TextRow]]:
    """Rows by chapter, in the order in which the chapters come."""
    groups: dict[str, list[TextRow]] = {}
    for row in rows:
        groups.setdefault(words.group_key(row), []).append(row)
    return [
        Section(key, words.chapter(inner[0]), "", tuple(inner)) for key, inner in groups.items()
    ]


def _holds(row: TextRow, typed: Sequence[str]) -> bool:
    told = [row.key, row.of]
    for text in (row.german, row.text):
        if text is not None:
            told += [text] if isinstance(text, str) else list(text.values())
    hay = " ".join(told).casefold()
    return all(word in hay for word in typed)
