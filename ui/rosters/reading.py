"""A roster read from a file: what was understood and what was not, above its grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from app.records.roster_imports import RosterPreview
from ui import roster_words, theme
from ui.widgets.paragraphs import wrapped

ROSTER_FILES = "Dienstpläne (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods *.ics);;Alle Dateien (*)"
NOT_READ = "Der Dienstplan wurde nicht gelesen."
LINES = 4  # of notes in sight, more are scrolled to


class ReadingBox(QFrame):
    """Hidden until a roster was read; nothing of it is kept yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "box")
        self._heading = wrapped()
        theme.set_face(self._heading, "strong")
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName("Was beim Einlesen auffiel")
        self.notes.setFrameShape(QFrame.Shape.NoFrame)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self.notes)
        self.hide()

    def show_preview(self, preview: RosterPreview) -> None:
        """Say what would be kept, and each note."""
        replaced = roster_words.replaces(preview)
        told = (roster_words.heading(preview), replaced, "Noch nicht gespeichert.")
        self._heading.setText(" ".join(part for part in told if part))
        self._show_notes(roster_words.notes(preview.reading))
        self.show()

    def clear(self) -> None:
        """Nothing is read that is not kept."""
        self.hide()

    def said(self) -> str:
        """All that it says, blank while it is hidden."""
        if self.isHidden():
            return ""
        return f"{self._heading.text()}\n{self.notes.toPlainText()}".strip()

    def _show_notes(self, told: Sequence[str]) -> None:
        self.notes.setPlainText("\n".join(told))
        self.notes.setVisible(bool(told))
        line = QFontMetrics(theme.face_font()).lineSpacing()
        self.notes.setFixedHeight(min(len(told) + 1, LINES) * line + theme.px(self, 16))
