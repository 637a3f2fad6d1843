"""Widgets side by side, on a new line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """As many of the widgets in a line as fit, on one middle line; its height follows the
    width."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 6, lines_apart: int | None = None
    ) -> None:
        """`lines_apart`: pixels between two lines, None as between two widgets."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self._lines_apart = spacing if lines_apart is None else lines_apart
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        wanted = QSize()
        for item in self._items:
            wanted = wanted.expandedTo(item.minimumSize())
        return wanted.grownBy(self.contentsMargins())

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        """Place the items from the top left corner; the height they take."""
        edges = self.contentsMargins()
        inner = rect.marginsRemoved(edges)
        y = inner.y()
        for line in self._lines(inner.width()):
            high = max(item.sizeHint().height() for item in line)
            x = inner.x()
            for item in line:
                size = item.sizeHint().boundedTo(QSize(max(inner.width(), 1), high))
                if move:
                    top = y + (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, top), size))
                x += size.width() + self.spacing()
            y += high + self._lines_apart
        return y - self._lines_apart - rect.y() + edges.bottom() if self._items else 0

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            wide = item.sizeHint().width()
            if lines and used + self.spacing() + wide <= width:
                lines[-1].append(item)
                used += self.spacing() + wide
            else:
                lines.append([item])
                used = wide
        return lines
