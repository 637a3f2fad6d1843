"""Two halves beside each other where there is room, below each other where not; they scroll."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme

ROOM = 900  # pixels at 100 % from which both stand beside each other
LEFT_WIDE = 324


class Halves(QScrollArea):
    """The left half has a width of its own, the right one takes the room."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._aside = QWidget()
        self._aside.setAutoFillBackground(True)
        self._aside.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        for holder, inner in ((self._aside, left), (main := QWidget(), right)):
            column = QVBoxLayout(holder)
            column.setContentsMargins(16, 12, 16, 12)
            column.addWidget(inner)
        self._body = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self._aside)
        self._both.addWidget(main, 1)
        self.setWidget(self._body)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def bring(self, widget: QWidget, place: QRect) -> None:
        """Bring a place of a widget within into sight, with some air."""
        for corner in (place.topLeft(), place.bottomLeft()):
            at = widget.mapTo(self._body, corner)
            self.ensureVisible(at.x(), at.y(), 0, theme.px(self, 40))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep in sight where one types."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.px(self, 24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(self, ROOM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._both.direction() is not way:
            self._both.setDirection(way)
        self._aside.setMaximumWidth(theme.px(self, LEFT_WIDE) if wide else 16_777_215)
        self._aside.setMinimumWidth(theme.px(self, LEFT_WIDE) if wide else 0)
