"""Step 1: which file, chosen or dropped here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.importing.dropping import dropped_path
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.paragraphs import wrapped

KINDS = (
    ("Tabellen", "CSV und Text, Excel (XLSX, XLS), LibreOffice (ODS)"),
    ("Visitenkarten", "vCard: eine Datei mit allen oder ein Ordner voll"),
    ("Austausch", "JSON, GeoJSON, Open Referral HSDS"),
)


class FileStep(QWidget):
    """`chosen(Path)` when a file or folder was dropped, `file_wanted` and `folder_wanted` when
    somebody asks for one."""

    chosen = Signal(object)
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._is_over = False
        picture = QLabel()
        colour = theme.colour_of(self.palette(), Tone.ACCENT).name()
        picture.setPixmap(icons.pixmap("file-plus", colour, theme.px(self, 32)))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel("Liste hierher ziehen")
        theme.set_face(title, "name")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        either = QLabel("oder")
        theme.set_tone(either, Tone.SECOND)
        either.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = primary("&Datei wählen …", self.file_wanted.emit, "folder-open")
        self.button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(push("&Ordner mit Visitenkarten …", self.folder_wanted.emit))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 16, 48, 16)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (picture, title, either):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addSpacing(8)
        for name, what in KINDS:
            line = wrapped(f"{name}: {what}", Tone.SECOND)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addSpacing(8)
        safe = wrapped("Bis zum letzten Schritt wird nichts geändert.", Tone.SECOND)
        safe.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(safe)
        column.addStretch(3)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(is_over=False)
        path: Path | None = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = theme.colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if self._is_over else colours.edge), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.selection if self._is_over else colours.panel))
        painter.drawRoundedRect(self.rect().adjusted(24, 12, -24, -12), 8, 8)

    def _over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()
