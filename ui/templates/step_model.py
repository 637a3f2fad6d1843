"""The steps of a track by phase, in the order of the plan: two lines a row, moved by hand."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.records.templates import TemplateRow, TemplateState
from ui.templates import words
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines

Index = QModelIndex | QPersistentModelIndex
KIND = "application/x-heimathafen-template"


class StepModel(GroupedModel[TemplateRow]):
    """`moved(template, above)` when a row was dropped: it shall stand before `above`, the last of
    its phase where that is blank. Rows move within their phase only."""

    columns: ClassVar[tuple[str, ...]] = ("Vorlage",)
    moved = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsaved: frozenset[str] = frozenset()

    def set_unsaved(self, templates: frozenset[str]) -> None:
        """Which steps have changes that are not saved."""
        before, self._unsaved = self._unsaved, templates
        for template in before ^ templates:
            index = self.index_of(template)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def key_of(self, row: TemplateRow) -> Hashable:
        return row.template

    def cell(self, row: TemplateRow, column: int) -> Lines:  # noqa: ARG002 - there is one
        off = row.state is TemplateState.OFF
        tone = Tone.LABEL if off else Tone.INK
        icon = "power" if off else ""
        second = [Run(self._standing(row), tone=Tone.SECOND)]
        if row.held or row.newer_original:
            second[0] = Run(self._standing(row), tone=Tone.SECOND, icon="info")
        if row.template in self._unsaved:
            second.insert(0, Run("nicht gespeichert · ", strong=True, icon="pencil"))
        return Lines((Run(row.short, tone=tone, icon=icon),), tuple(second))

    def spoken(self, row: TemplateRow) -> str:
        unsaved = ", nicht gespeichert" if row.template in self._unsaved else ""
        return f"{row.short}, {self._standing(row).replace(' · ', ', ')}{unsaved}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.row_at(index) is not None:
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        rows = [row for index in indexes if (row := self.row_at(index)) is not None]
        if rows:
            carried.setData(KIND, QByteArray(rows[0].template.encode()))
        return carried

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        carried = self.index_of(_carried(data))
        return carried.isValid() and parent.isValid() and carried.parent().row() == parent.row()

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        rows = self.sections[parent.row()].rows
        above = rows[row].template if 0 <= row < len(rows) else ""
        if above != _carried(data):
            self.moved.emit(_carried(data), above)
        # The list is read anew after the command; Qt must not take the row out by itself.
        return False

    def _standing(self, row: TemplateRow) -> str:
        return words.standing(row)


def _carried(data: QMimeData) -> str:
    return bytes(data.data(KIND).data()).decode()


def reordered(
    order: Sequence[str], template: str, above: str, phase: Sequence[str]
) -> tuple[str, ...]:
    """All steps of a track with one moved before another, or behind the last of its phase."""
    rest = [each for each in order if each != template]
    if above:
        at = rest.index(above)
    else:
        last = [each for each in phase if each != template]
        at = rest.index(last[-1]) + 1 if last else list(order).index(template)
    return (*rest[:at], template, *rest[at:])
