"""The print plan below the chapters: how many sheets, which of them are new since the print."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.folder.print_plan import Paper
from ui import paper_words, theme
from ui.folder import words
from ui.folder.sheet_strip import SheetStrip
from ui.theme import Tone

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen


class PlanPanel(QWidget):
    """`led(page)` to the first page of a sheet, by its index from 0; `tabs_wanted(bool)`."""

    led = Signal(int)
    tabs_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._folder: FolderSeen | None = None
        heading = QLabel("Druckplan")
        theme.set_face(heading, "strong")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.tabs = QCheckBox("Registerblätter")
        self.tabs.setToolTip("Vor jedem Kapitel ein Blatt mit Register und Titel")
        self.tabs.clicked.connect(self.tabs_wanted)
        self.strip = SheetStrip()
        self.strip.chosen.connect(self._chosen)
        self.news = QLabel()
        self.news.setWordWrap(True)
        for label in (self.sentence, self.news):
            label.setTextFormat(Qt.TextFormat.PlainText)
            theme.set_tone(label, Tone.SECOND)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.tabs)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addWidget(self.news, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addLayout(self._foot)

    def set_tight(self, *, tight: bool) -> None:
        """Leave the room to the chapters: the sheets are said in words alone."""
        self.strip.setVisible(not tight)

    def set_aside(self, widget: QWidget) -> None:
        """What stands beside the news at the foot."""
        self._foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def show_plan(self, folder: FolderSeen, changed: Collection[int], news: str) -> None:
        """The sheets of a folder; `changed` are those new since the last print, `news` says so."""
        self._folder = folder
        plan = folder.plan
        self.sentence.setText(paper_words.planned(plan))
        names = [words.sheet_holds(plan, sheet.number, folder) for sheet in plan.sheets]
        card = [sheet.number for sheet in plan.on(Paper.CARD)]
        self.strip.set_sheets(names, changed, card)
        self.news.setText(news)

    def _chosen(self, number: int) -> None:
        if self._folder is not None:
            self.led.emit(self._folder.plan.sheets[number - 1].pages[0] - 1)
