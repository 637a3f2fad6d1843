"""The left side of the tab: the chapters, or the folders that were given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.folder.composer import Composer
from ui.folder.given import GivenList
from ui.widgets.buttons import link


class LeftSide(QWidget):
    """The chapters at first; a link below the print plan leads to what was given, one above that
    leads back."""

    def __init__(self, composer: Composer, given: GivenList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._composer, self._given = composer, given
        self.to_given = link("Bisher ausgegeben (0)", self.show_given)
        self.to_chapters = link("Zurück zu den Kapiteln", self.show_chapters, "chevron-left")
        composer.plan.set_aside(self.to_given)
        self._stack = QStackedWidget()
        self._stack.addWidget(composer)
        self._stack.addWidget(self._with_way_back(given))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(composer)

    def count(self, given: int) -> None:
        """How many folders were given."""
        self.to_given.setText(f"Bisher ausgegeben ({given})")

    def show_given(self) -> None:
        """The folders that were given."""
        self._stack.setCurrentIndex(1)
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chapters(self) -> None:
        """The chapters."""
        self._stack.setCurrentIndex(0)
        self._composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_way_back(self, given: GivenList) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.to_chapters, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(given, 1)
        return holder
