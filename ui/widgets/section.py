"""A part of the case's column: heading with an act at its right, words in pairs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone

LABEL_WIDE = 84
TWO_ABREAST = 400


def text_label(words: str = "", tone: Tone | None = None, *, wrap: bool = True) -> QLabel:
    """A label that never reads markup in what people typed."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if tone is not None:
        theme.set_tone(label, tone)
    return label


class Section(QWidget):
    """A heading, words beside it, acts at the right end; `body` takes what stands below."""

    def __init__(
        self, title: str, *acts: QWidget, parent: QWidget | None = None, air: int = 4
    ) -> None:
        super().__init__(parent)
        self._title = text_label(title, wrap=False)
        theme.set_face(self._title, "head")
        self._beside = text_label("", Tone.LABEL)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._beside, 1)
        for act in acts:
            head.addWidget(act)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(air)
        self.body.addLayout(head)

    def say(self, title: str, beside: str = "") -> None:
        self._title.setText(title)
        self._beside.setText(beside)
        self.setAccessibleName(f"{title} {beside}".strip())

    def title(self) -> str:
        return self._title.text()


class Pairs(QWidget):
    """Labels and values, two pairs abreast where there is room, long values alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._abreast = 0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        if tuple(pairs) != self._pairs:
            self._pairs = tuple(pairs)
            self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._abreast:
            self._lay()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 80), super().minimumSizeHint().height())

    def _fitting(self) -> int:
        return 2 if self.width() >= theme.px(self, TWO_ABREAST) else 1

    def _lay(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._abreast = self._fitting()
        row = column = 0
        for label, value in self._pairs:
            alone = self._abreast == 1 or len(value) > 24
            if alone and column:
                row, column = row + 1, 0
            name = text_label(label, Tone.LABEL, wrap=False)
            name.setMinimumWidth(theme.px(self, LABEL_WIDE))
            shown = text_label(value)
            shown.setAccessibleName(f"{label}: {value}")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setMinimumWidth(theme.px(self, 40))
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name, row, column, top)
            self._grid.addWidget(shown, row, column + 1, 1, 3 if alone else 1, top)
            if alone or column:
                row, column = row + 1, 0
            else:
                column = 2
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1 if self._abreast == 2 else 0)
