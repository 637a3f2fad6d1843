"""Step 5: what the import did, and how to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.records.importing import Outcome
from ui import icons, theme
from ui import import_words as words
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.paragraphs import Paragraphs, wrapped

BACK = (
    "Ein Klick auf „Rückgängig“ oder Strg+Z nimmt alles auf einmal zurück. „Geprüft am“ bleibt "
    "leer, bis jemand nachgesehen hat."
)
SHOWN = 6  # kinds of notes
NOTHING = "Alles stand schon so im Verzeichnis. Es wurde nichts geändert."


class ResultStep(QWidget):
    """`undo_wanted()`, `report_wanted()`, `another_wanted()` when their buttons are pressed."""

    undo_wanted = Signal()
    report_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        colour = theme.colour_of(self.palette(), Tone.ACCENT).name()
        self._picture.setPixmap(icons.pixmap("check", colour, theme.px(self, 32)))
        self.title = wrapped()
        theme.set_face(self.title, "name")
        self.told = Paragraphs()
        self.hint = wrapped("", Tone.SECOND)
        self.undo = push("&Rückgängig", self.undo_wanted.emit, "undo-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.undo)
        buttons.addWidget(push("&Hinweise speichern …", self.report_wanted.emit, "download"))
        buttons.addWidget(push("&Weitere Liste …", self.another_wanted.emit))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what was done."""
        self.title.setText(f"„{outcome.imported.source}“ ist eingelesen.")
        lines = words.result(outcome.imported)
        notes = words.grouped(outcome.imported.notes)
        more = ["Weitere Hinweise stehen in der Datei, die Sie speichern können."]
        self.told.set_texts([*lines, *notes[:SHOWN], *(more if len(notes) > SHOWN else [])])
        self.hint.setText(BACK if outcome.done is not None else NOTHING)
        self.undo.setVisible(outcome.done is not None)

    def taken_back(self) -> None:
        """It was undone."""
        self.title.setText("Zurückgenommen.")
        self.told.set_texts(["Das Verzeichnis ist wieder, wie es vorher war."])
        self.hint.setText("")
        self.undo.hide()
