"""Parts of the form of one kind below each other, that come and go by hand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Item(QWidget):
    """`edited` with every change by hand, `rebuilt` when controls came or went within it,
    `removed` when it is to go."""

    edited = Signal()
    rebuilt = Signal()
    removed = Signal()


I = TypeVar("I", bound=Item)  # noqa: E741 - an item


class Stack(QWidget, Generic[I]):
    """`edited` and `rebuilt` as its items tell them and when one comes or goes by hand; `counted`
    whenever there are others. Where one went, the focus goes to `after`."""

    edited = Signal()
    rebuilt = Signal()
    counted = Signal()

    def __init__(self, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[I] = []
        self.after: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_items(self, items: Iterable[I]) -> None:
        """These in place of all others, without telling that something was edited."""
        while self.items:
            self._part_with(self.items[-1])
        for item in items:
            self._put(item)
        self.counted.emit()

    def add(self, item: I) -> None:
        """One more, by hand."""
        self._put(item)
        self._tell()

    def _put(self, item: I) -> None:
        self.items.append(item)
        self._column.addWidget(item)
        item.edited.connect(self.edited)
        item.rebuilt.connect(self.rebuilt)
        item.removed.connect(partial(self._remove, item))

    def _remove(self, item: I) -> None:
        self._part_with(item)
        if self.after is not None:
            self.after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _part_with(self, item: I) -> None:
        self.items.remove(item)
        self._column.removeWidget(item)
        item.hide()
        item.deleteLater()

    def _tell(self) -> None:
        self.counted.emit()
        self.rebuilt.emit()
        self.edited.emit()
