"""What a file of templates would change, and what is wrong in it, before it is read in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.templates import ImportPreview
from app.rules.calendar import Day, Precision
from ui import theme, wording
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.section import text_label

WIDE, HIGH = 640, 520
KEPT = (
    "Wo sich ein laufender Plan dadurch ändern würde, behält der Haushalt die alte Regel. "
    "Sie steht bei der Vorlage und lässt sich dort übernehmen."
)


class ImportDialog(QDialog):
    """`given(path, valid_from)` when the one button was pressed; nothing changes before."""

    given = Signal(object, object)

    def __init__(
        self, path: Path, preview: ImportPreview, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle("Vorlagen einlesen")
        self.setModal(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        count = len(preview.new) + len(preview.changed) + len(preview.sets) + len(preview.phases)
        heading = text_label(_sentence(path, preview))
        theme.set_face(heading, "head")
        self.valid_from = DateEntry(Day(today))
        self.valid_from.setMaximumWidth(theme.px(self, 160))
        self.field = Field("Gilt &ab", self.valid_from, label_wide=56)
        body = QWidget()
        body.setAutoFillBackground(True)
        body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        faults = [wording.fault(fault) for fault in preview.faults]
        for title, lines in (
            ("Stimmt nicht; so wird nichts eingelesen", faults),
            ("Neu", [title for _, title in preview.new]),
            ("Geändert", [title for _, title in preview.changed]),
            ("Sätze, neu oder geändert", [title for _, title in preview.sets]),
            ("Phasen, neu oder geändert", [title for _, title in preview.phases]),
            ("Gleich, bleibt wie es ist", [title for _, title in preview.equal]),
        ):
            _group(column, title, lines)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        scroll.setAccessibleName("Was die Datei enthält")
        steps = "1 Vorlage" if count == 1 else f"{count} Vorlagen"
        self.act = primary(f"{steps} einlesen", self._give, "check")
        self.act.setDefault(True)
        self.act.setEnabled(count > 0 and not faults)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(push("Abbrechen", self.reject))
        foot.addWidget(self.act)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(heading)
        outer.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(scroll, 1)
        outer.addWidget(text_label(KEPT, Tone.SECOND))
        outer.addLayout(foot)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))

    def _give(self) -> None:
        try:
            day = self.valid_from.day()
        except Refused as refused:
            self.field.say(wording.refused(refused))
            return
        if day is None or day.precision is not Precision.DAY:
            self.field.say("Bitte als TT.MM.JJJJ eingeben.")
            return
        self.given.emit(self._path, day.on)


def _sentence(path: Path, preview: ImportPreview) -> str:
    if preview.faults:
        return f"{path.name} enthält Fehler. Es wurde nichts geändert."
    if not (preview.new or preview.changed or preview.sets or preview.phases):
        return f"In {path.name} steht nichts, was sich ändern würde."
    return (
        f"{path.name}: {len(preview.new)} neu, {len(preview.changed)} geändert, "
        f"{len(preview.equal)} gleich. Noch ist nichts geändert."
    )


def _group(column: QVBoxLayout, title: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    head = text_label(f"{title} ({len(lines)})")
    theme.set_face(head, "strong")
    column.addSpacing(4)
    column.addWidget(head)
    for line in lines:
        column.addWidget(text_label(line))
