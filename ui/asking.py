"""Every question to the user, behind one object: tests put a recorder in its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

DATA_FILES = "Heimathafen-Datei (*.hafen);;Alle Dateien (*)"
PDF_FILES = "PDF-Dokument (*.pdf)"
CALENDAR_FILES = "Kalenderdatei (*.ics)"
LIST_FILES = (
    "Listen (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods *.json *.geojson *.vcf);;Alle Dateien (*)"
)
REPORT_FILES = "Text (*.txt)"
MAPPING_FILES = "Zuordnung (*.toml)"
TEXT_FILES = "Texte (*.toml);;Alle Dateien (*)"
TEMPLATE_FILES = "Vorlagen (*.toml);;Alle Dateien (*)"
TYPED = "Was hier eingetippt wurde, ist noch nicht gespeichert."


class Asking(QObject):
    """Asks through Qt's dialogs, imported with the first question.

    Each answer is None or False where the user turned back.
    """

    def open_file(
        self, title: str, kinds: str = DATA_FILES, folder: Path | None = None
    ) -> Path | None:
        """An existing file, chosen by the user."""

        name, _ = QFileDialog.getOpenFileName(self._window(), title, str(folder or ""), kinds)
        return Path(name) if name else None

    def save_file(
        self, title: str, proposal: str, kinds: str = DATA_FILES, suffix: str = ".hafen"
    ) -> Path | None:
        """A name to write to; Qt has asked already if it exists. `suffix` is added if none."""

        name, _ = QFileDialog.getSaveFileName(self._window(), title, proposal, kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(suffix)

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """An existing folder."""

        name = QFileDialog.getExistingDirectory(self._window(), title, str(start or ""))
        return Path(name) if name else None

    def confirm(self, question: str, explanation: str, act: str) -> bool:
        """Whether to go on; `act` is the word on the button that does it ("Löschen")."""

        box = QMessageBox(self._window())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Heimathafen")
        box.setText(question)
        box.setInformativeText(explanation)
        yes = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton("Abbrechen", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.exec()
        return box.clickedButton() is yes

    def discard(self, explanation: str = TYPED) -> bool:
        """Whether what was typed may be lost; `explanation`: what it is."""
        return self.confirm("Eingaben verwerfen?", explanation, "Verwerfen")

    def text(self, title: str, label: str, proposal: str = "") -> str | None:
        """One line of text; None where the user turned back or left it blank."""

        text, accepted = QInputDialog.getText(self._window(), title, label, text=proposal)
        return text.strip() or None if accepted else None

    def choice(self, title: str, label: str, choices: Sequence[str]) -> str | None:
        """One of several names; None where the user turned back or there is none."""

        if not choices:
            return None
        text, accepted = QInputDialog.getItem(self._window(), title, label, choices, 0, False)  # noqa: FBT003 - Qt's own
        return text if accepted else None

    def print_with(self, dialog: QDialog) -> bool:
        """Show the system's print dialog; whether to print."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def tell(self, title: str, text: str) -> None:
        """Something the user has to know before going on."""

        box = QMessageBox(self._window())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Heimathafen")
        box.setText(title)
        box.setInformativeText(text)
        box.addButton("Verstanden", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else QApplication.activeWindow()
