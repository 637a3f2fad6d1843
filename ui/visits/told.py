"""What is said of a plan, as high as it is long, up to a few lines; then it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui import theme

MOST = 104


class ToldArea(QScrollArea):
    """Sentences below a list that must not push it away."""

    def __init__(self, told: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("Hinweise zum Plan")

    def sizeHint(self) -> QSize:
        wide = max(self.viewport().width(), 1)
        return QSize(wide, min(self._high(wide), theme.px(self, MOST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 80), self.sizeHint().height())

    def fit(self) -> None:
        """As high as what is said now; a scroll area asks for nothing by itself."""
        self._told.setFixedHeight(self._high(max(self.viewport().width(), 1)))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _high(self, wide: int) -> int:
        told = self._told
        return told.heightForWidth(wide) if told.hasHeightForWidth() else told.sizeHint().height()
