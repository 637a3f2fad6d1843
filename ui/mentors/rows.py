"""Rows of a room that say more than one line and have buttons of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.scrolling import Hairline
from ui.widgets.section import text_label


class Row(QWidget):
    """A title, words beside it, lines below, acts at the right, a hairline under it all."""

    def __init__(
        self,
        title: str,
        beside: str = "",
        lines: Sequence[str] = (),
        acts: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        told = ", ".join(part for part in (title, beside, *lines) if part)
        self.setAccessibleName(told)
        name = text_label(title, wrap=False)
        theme.set_face(name, "strong")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name)
        head.addWidget(text_label(beside, Tone.SECOND), 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        for line in lines:
            words.addWidget(text_label(line, Tone.SECOND))
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 6, 0, 6)
        whole.setSpacing(8)
        whole.addLayout(words, 1)
        for act in acts:
            whole.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(whole)
        column.addWidget(Hairline())


class Rows(QWidget):
    """Several rows below each other, made anew when what they say has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
