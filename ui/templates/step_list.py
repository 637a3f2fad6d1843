"""The list of steps: search, groups by phase, moving by drag and by Alt with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.records.templates import TemplateRow
from ui.templates.step_model import StepModel
from ui.widgets.grouped_model import Section
from ui.widgets.grouped_view import GroupedView


class StepList(GroupedView[TemplateRow]):
    """`moved(template, above)`: by hand, within its phase; `above` is blank for the last place."""

    least: ClassVar[tuple[int, ...]] = (200,)
    wished: ClassVar[tuple[int, ...]] = (400,)
    moved = Signal(str, str)

    def __init__(self, model: StepModel, parent: QWidget | None = None) -> None:
        super().__init__(model, (), parent)
        self._movable = True
        self.setAccessibleName("Vorlagen")
        self.setAccessibleDescription("Alt und Pfeiltaste verschieben eine Vorlage in ihrer Phase.")
        self.setHeaderHidden(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        # Not within the drop itself, as the list is filled anew.
        model.moved.connect(self.moved, Qt.ConnectionType.QueuedConnection)

    def set_movable(self, *, movable: bool) -> None:
        """Whether rows can be moved: not while a search hides some."""
        self._movable = movable
        self.setDragEnabled(movable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        up, down = Qt.Key.Key_Up, Qt.Key.Key_Down
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (up, down):
            if self._movable:
                self._shift(-1 if event.key() == up else 1)
            return
        super().keyPressEvent(event)

    def _shift(self, by: int) -> None:
        row = self._grouped.row_at(self.currentIndex())
        if row is None:
            return
        rows = self._grouped.sections[self.currentIndex().parent().row()].rows
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            behind = at + 1 if by > 0 else at
            self.moved.emit(row.template, rows[behind].template if behind < len(rows) else "")


def in_phases(
    rows: Sequence[TemplateRow], phases: Sequence[tuple[str, str]], wanted: str = ""
) -> list[Section[TemplateRow]]:
    """The rows whose title or id holds all words of the search, by phase; none is empty."""
    words_ = wanted.casefold().split()
    found = []
    names = dict(phases)
    unknown = [row.phase for row in rows if row.phase not in names]
    for key, title in (*phases, *((key, key) for key in dict.fromkeys(unknown))):
        inner = tuple(
            row
            for row in rows
            if row.phase == key
            and all(word in f"{row.short} {row.template}".casefold() for word in words_)
        )
        if inner:
            found.append(Section(key, title, "", inner))
    return found
