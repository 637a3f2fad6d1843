"""The OSM value itself, folded away: for those who know it, and for a value that is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.rules.hours import check
from ui import theme
from ui.providers.week import words
from ui.widgets.paragraphs import quiet_link, wrapped

NAME, FOLD = "OSM-Schreibweise", "OSM-Schreibweise ausblenden"


class OsmLine(QWidget):
    """`typed(osm)` with each letter that leaves a value, `changed` with each other one."""

    typed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = quiet_link(NAME, self._turn)
        self.line = QLineEdit()
        self.line.setAccessibleName(NAME)
        self.line.setPlaceholderText("Mo-Th 07:30-16:00; Fr 07:30-14:00; PH off")
        self._wrong = wrapped()
        theme.set_face(self._wrong, "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.link, self.line, self._wrong):
            column.addWidget(part)
        self.line.textEdited.connect(self._typed)
        self.unfold(open_=False)

    def show_value(self, osm: str) -> None:
        """Show a value, and its fault where it is none."""
        if osm != self.line.text().strip():
            self.line.setText(osm)
            self.line.setCursorPosition(0)
        self._check(osm)

    def said(self) -> str:
        """Why what is typed is no value, blank where it is one."""
        return self._wrong.text()

    def unfold(self, *, open_: bool) -> None:
        """Show the line, or the link alone."""
        self.line.setVisible(open_)
        self._wrong.setVisible(open_ and bool(self._wrong.text()))
        self.link.setText(FOLD if open_ else NAME)

    def lead(self) -> None:
        """Show the line and lead there."""
        self.unfold(open_=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        if self.line.isHidden():
            self.lead()
        else:
            self.unfold(open_=False)

    def _typed(self, text: str) -> None:
        self._check(text)
        if self.said():
            self.changed.emit()
        else:
            self.typed.emit(text.strip())

    def _check(self, text: str) -> None:
        problem = check(text) if text.strip() else None
        reason = words.not_osm(problem) if problem else ""
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason) and not self.line.isHidden())
        self.line.setAccessibleDescription(reason)
        self.line.setProperty("wrong", "true" if reason else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
