"""A site that has closed or will: said where it matters, with who follows it as the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.employers import SiteWarning
from ui import site_words
from ui.theme import Tone
from ui.widgets.paragraphs import quiet_link, wrapped


class SiteNote(QWidget):
    """`followed(id)` when the successor shall be the employer. Hidden where nothing is wrong."""

    followed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning: SiteWarning | None = None
        self.words = wrapped("", Tone.RED)
        self.follow = quiet_link("", self._follow, "arrow-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.follow)
        self.hide()

    def show_warning(self, found: SiteWarning | None) -> None:
        """Say what is wrong with a site; None: nothing."""
        self._warning = found
        self.setVisible(found is not None)
        if found is None:
            return
        self.words.setText(site_words.warning(found))
        self.follow.setVisible(found.successor is not None)
        self.follow.setText(f"Wechseln zu {found.successor_name}".replace("&", "&&"))

    def _follow(self) -> None:
        if self._warning is not None and self._warning.successor is not None:
            self.followed.emit(self._warning.successor)
