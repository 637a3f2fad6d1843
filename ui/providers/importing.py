"""The way from the tab of providers to reading in a list: by button, or dropped onto the tab."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.importing.dropping import DropTarget
from ui.page import Workplace

if TYPE_CHECKING:
    from ui.importing.dialog import ImportDialog


class Importing(QObject):
    """Opens the dialog; what it does is told by the one door."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._page = parent
        self.dialog: ImportDialog | None = None
        DropTarget(parent).dropped.connect(self.take)

    def ask(self) -> None:
        """Open the dialog at its first step."""
        self._open()

    def take(self, path: Path) -> None:
        """Open the dialog on a file that was dropped."""
        dialog = self._open()
        if dialog is not None:
            dialog.open_path(path)

    def _open(self) -> ImportDialog | None:
        desk = self._workplace.acts.desk
        if desk is None or self.dialog is not None:
            return None
        from ui.importing.dialog import ImportDialog  # its rooms are not needed for the first paint

        self.dialog = ImportDialog(self._workplace, desk, self._page)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        return self.dialog

    def _closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
