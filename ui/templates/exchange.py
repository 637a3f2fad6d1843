"""Templates in and out as TOML: which file, what it would change, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.done import Done
from app.errors import Refused, Unavailable
from app.rules.terms import Track
from ui import wording
from ui.asking import TEMPLATE_FILES
from ui.jobs import Job
from ui.page import Page
from ui.templates.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path


PROPOSAL = "vorlagen.toml"
NOTHING = "Hier ist alles, wie es mitgeliefert wurde."


class Exchange(QObject):
    """Asks for the file, shows what it holds, and does it through the one door."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: ImportDialog | None = None

    def write(
        self, track: Track, templates: Collection[str] | None, sets: Collection[str] = ()
    ) -> None:
        """Write these steps and sets of a track into a file; None: all that are not as shipped."""
        place, desk = self._page.workplace, self._page.desk
        if desk is None:
            return
        path = place.asking.save_file("Vorlagen ausgeben", PROPOSAL, TEMPLATE_FILES, ".toml")
        if path is None:
            return
        try:
            count = desk.templates.export_file(path, track, templates, sets)
        except Refused as refused:
            place.asking.tell("Es wurde nichts ausgegeben.", wording.refused(refused))
        except Unavailable as trouble:
            place.asking.tell(*wording.unavailable(trouble))
        else:
            if not count:
                place.asking.tell("Es wurde nichts ausgegeben.", NOTHING)
                return
            told = "1 Vorlage ausgegeben." if count == 1 else f"{count} Vorlagen ausgegeben."
            place.asking.tell(told, str(path))

    def read(self) -> None:
        """Choose a file and show what it would change; nothing changes before."""
        place, desk = self._page.workplace, self._page.desk
        if desk is None:
            return
        path = place.asking.open_file("Vorlagen einlesen", TEMPLATE_FILES)
        if path is None:
            return
        try:
            preview = desk.templates.import_preview(path)
        except Refused as refused:
            place.asking.tell("Die Datei wurde nicht eingelesen.", wording.refused(refused))
            return
        except Unavailable as trouble:
            place.asking.tell(*wording.unavailable(trouble))
            return
        self.dialog = ImportDialog(path, preview, place.today(), self._page)
        self.dialog.given.connect(self._give)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _give(self, path: Path, valid_from: date) -> None:
        desk = self._page.desk
        if desk is None or self.dialog is None:
            return
        self.dialog.act.setEnabled(False)
        job = Job(desk.templates.importing(path, valid_from), "Vorlagen werden eingelesen")
        job.finished.connect(self._read)
        job.failed.connect(self._failed)
        self._page.workplace.workshop.start(job)

    def _read(self, done: Done) -> None:
        """It is in the file, whether the dialog is still there or not."""
        self._page.acts.take(done, self._page)
        if self.dialog is not None:
            self.dialog.accept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._page.workplace.asking.tell("Es wurde nichts eingelesen.", wording.refused(error))
        elif isinstance(error, Unavailable):
            self._page.workplace.asking.tell(*wording.unavailable(error))
        else:
            raise error
        if self.dialog is not None:
            self.dialog.reject()

    def _closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
