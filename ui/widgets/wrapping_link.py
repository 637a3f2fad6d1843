"""A link of plain words that takes a second line before it is cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.theme import Tone

_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class WrappingLink(QAbstractButton):
    """An icon and words in the accent; without a target (disabled) the words are ink."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height() + 2

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._indent() + 4
        return QSize(wide, QFontMetrics(self.font()).lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._indent() + theme.px(self, 48), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme.colour_of(self.palette(), Tone.ACCENT if self.isEnabled() else Tone.INK)
        size = theme.px(self, icons.SIZE)
        top = (QFontMetrics(self.font()).lineSpacing() - size) // 2 + 1
        painter.drawPixmap(0, top, icons.pixmap(self._icon, colour.name(), size))
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(self._words(self.width()), _FLAGS, self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _indent(self) -> int:
        return theme.px(self, icons.SIZE + 4)

    def _words(self, width: int) -> QRect:
        left = self._indent()
        room = QRect(left, 1, max(width - left, 1), 10_000)
        return QFontMetrics(self.font()).boundingRect(room, _FLAGS, self.text())
