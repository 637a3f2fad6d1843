"""Writing what the list shows to a file: which format, which name, what it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from app.errors import Refused, Unavailable
from app.records.exporting import ExportFormat
from ui import wording
from ui.jobs import Job
from ui.page import Workplace
from ui.widgets.buttons import push

if TYPE_CHECKING:
    from app.records.exporting import Exported

FORMATS: Mapping[ExportFormat, str] = {
    ExportFormat.XLSX: "&Excel-Arbeitsmappe mit allen Angaben",
    ExportFormat.CSV: "&CSV-Tabelle mit allen Angaben",
    ExportFormat.VCARD: "&vCards für Adressbücher",
    ExportFormat.GEOJSON: "&GeoJSON für Karten",
    ExportFormat.HSDS: "&HSDS 3 für andere Verzeichnisse",
}
"""The formats as they are offered, the likely one first."""

_FILES: Mapping[ExportFormat, str] = {
    ExportFormat.XLSX: "Excel-Arbeitsmappe (*.xlsx)",
    ExportFormat.CSV: "CSV-Tabelle (*.csv)",
    ExportFormat.VCARD: "vCards (*.vcf)",
    ExportFormat.GEOJSON: "GeoJSON (*.geojson)",
    ExportFormat.HSDS: "HSDS 3 (*.json)",
}


class Exporting(QObject):
    """Offers the formats, asks for a name, runs the export as a job, tells what it did. `shown`
    gives the providers of the list as it stands."""

    def __init__(
        self, workplace: Workplace, shown: Callable[[], Sequence[int]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._shown = shown

    def button(self) -> QPushButton:
        """A button with a menu of the formats."""
        button = push("E&xportieren …", lambda: None, "upload")
        button.setToolTip("Schreibt, was die Liste gerade zeigt")
        menu = QMenu(button)
        menu.setAccessibleName("Exportieren als")
        for kind, text in FORMATS.items():
            menu.addAction(text).setData(kind)
        menu.triggered.connect(self._chosen)
        button.setMenu(menu)
        return button

    def export(self, kind: ExportFormat) -> None:
        """Ask for a name and begin; turning back changes nothing."""
        place = self._workplace
        desk = place.acts.desk
        if desk is None:
            return
        ids = tuple(self._shown())
        count = "1 Anbieter" if len(ids) == 1 else f"{len(ids):,} Anbieter".replace(",", ".")
        path = place.asking.save_file(
            f"{count} exportieren", f"Anbieter{kind.suffix}", _FILES[kind], kind.suffix
        )
        if path is None:
            return
        job = Job(desk.exports.export_providers(ids, kind, path), "Anbieter werden exportiert")
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        place.workshop.start(job)

    def _chosen(self, action: QAction) -> None:
        self.export(action.data())

    def _finished(self, made: Exported) -> None:
        place = self._workplace
        lost = wording.losses(made.losses)
        if made.done is None:
            said = "Die Datei ist nur zum Lesen geöffnet: Dieser Zugriff ist nicht vermerkt."
            place.asking.tell(
                "Die Anbieter sind exportiert.", "\n\n".join(filter(None, (said, lost)))
            )
            return
        place.acts.take(made.done, self)
        if lost:
            place.asking.tell(f"„{made.path.name}“ ist geschrieben.", lost)

    def _failed(self, error: Exception) -> None:
        asking = self._workplace.asking
        if isinstance(error, Refused):
            asking.tell("Es wurde nichts exportiert.", wording.refused(error))
        elif isinstance(error, Unavailable):
            asking.tell(*wording.unavailable(error))
        else:
            raise error
