"""The folder as the family sees it: its pages alone, over the whole screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.folder.spread import SpreadView


class FamilyView(QDialog):
    """Pages and nothing around them. Esc or F11 leads back; `page` tells which was looked at."""

    def __init__(self, data: bytes, page: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("So sieht es die Familie")
        self.view = SpreadView("Die Mappe, wie die Familie sie sieht. Esc führt zurück.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.show_bytes(data)
        self.view.turn_to(page)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> int:
        """The index of the page looked at, from 0."""
        return self.view.page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.reject()
        else:
            super().keyPressEvent(event)
