"""Columns: on a ground with the margins of a room, or scrolling down only; and a hairline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme


def column_on(
    ground: QPalette.ColorRole = QPalette.ColorRole.Base, spacing: int | None = None
) -> tuple[QWidget, QVBoxLayout]:
    """A widget that fills its ground, and its column with the margins of a room."""
    holder = QWidget()
    holder.setAutoFillBackground(True)
    holder.setBackgroundRole(ground)
    column = QVBoxLayout(holder)
    column.setContentsMargins(16, 12, 16, 12)
    if spacing is not None:
        column.setSpacing(spacing)
    return holder, column


class ScrolledColumn(QScrollArea):
    """A column that scrolls down only, as wide as there is room."""

    def __init__(
        self,
        column: QWidget,
        parent: QWidget | None = None,
        *,
        ground: QPalette.ColorRole = QPalette.ColorRole.Base,
    ) -> None:
        super().__init__(parent)
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(ground)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.addWidget(column)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Hairline(QWidget):
    """One pixel in the colour of hairlines."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colours_of(self.palette()).hairline))
