"""The right column: beside the list where there is room, else a panel over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import push


class RightColumn(QWidget):
    """`left()` when the panel shall close; Esc closes it where nothing else wants the key."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.stack = QStackedWidget()
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 6, 16, 0)
        self.close_button = push("Zur Liste", self.left.emit, "chevron-right")
        self.close_button.setToolTip("Zur Liste (F4)")
        row.addStretch(1)
        row.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.stack, 1)
        self.set_panel(panel=False)

    def set_panel(self, *, panel: bool) -> None:
        """Whether it lies over the list."""
        self._bar.setVisible(panel)
        self._column.setContentsMargins(2 if panel else 0, 0, 0, 0)
        self._panel = panel
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._panel:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._panel:
            painter = QPainter(self)
            painter.fillRect(0, 0, 2, self.height(), QColor(theme.colours_of(self.palette()).edge))
