"""Reading in a list, step by step; nothing changes before the last button is pressed."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.exchange.guessing import ColumnProposal, Origin, list_name
from app.exchange.mapping import Mapping
from app.records.importing import ImportPreview, Outcome, Reading, Source
from ui import import_words as words
from ui import theme
from ui.asking import LIST_FILES, REPORT_FILES
from ui.importing.checking_step import CheckingStep
from ui.importing.columns_step import ColumnsStep
from ui.importing.file_step import FileStep
from ui.importing.mapping_menu import MappingMenu, write_text
from ui.importing.reading_step import ReadingStep
from ui.importing.result_step import ResultStep
from ui.importing.running import Running
from ui.importing.trail import Station, Trail
from ui.page import Workplace
from ui.widgets.buttons import primary, push
from ui.widgets.paragraphs import wrapped

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE, HIGH = 1240, 700
Looked = tuple[Source, ColumnProposal | None]


class ImportDialog(QDialog):
    """Five steps; long work runs as a job with progress and a way to stop it."""

    def __init__(self, workplace: Workplace, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._desk = desk
        self._path: Path | None = None
        self._proposal: ColumnProposal | None = None
        self._mended: dict[int, dict[str, str]] = {}
        self._same: dict[int, int] = {}
        self._checked: tuple[object, ...] = ()  # what the preview was made of
        self.source: Source | None = None
        self.preview: ImportPreview | None = None
        self.station = Station.FILE
        self.setWindowTitle("Liste einlesen")
        self.setModal(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.trail = Trail()
        self.file = FileStep()
        self.reading = ReadingStep()
        self.columns = ColumnsStep()
        self.checking = CheckingStep()
        self.outcome = ResultStep()
        self.running = Running(workplace.workshop)
        self.menu = MappingMenu(workplace, desk)
        self.menu.set_source(self._named)
        self.refusal = wrapped()
        theme.set_face(self.refusal, "strong")
        self.back = push("&Zurück", self._back)
        self.act = primary("&Weiter", self._forward, key="Ctrl+Return")
        self.leave = push("Abbrechen", self.reject)
        self._connect()
        self._lay_out()
        self._show_station(Station.FILE)

    def open_path(self, path: Path) -> None:
        """Read a file or a folder of vCards, and show it."""
        self._path = path
        work = self._desk.imports.look(path)
        self.running.start(work, "Datei wird gelesen", self._opened)

    def reject(self) -> None:
        """Turn back: what runs is stopped, nothing has been changed."""
        self.running.stop()
        super().reject()

    def _opened(self, found: Looked) -> None:
        self._take_source(found, keep_name=False)
        self._show_station(Station.READING)

    def _reread(self, reading: Reading) -> None:
        if self._path is not None:
            work = self._desk.imports.look(self._path, reading)
            self.running.start(work, "Datei wird gelesen", self._read_otherwise)

    def _read_otherwise(self, found: Looked) -> None:
        self._take_source(found, keep_name=True)

    def _take_source(self, found: Looked, *, keep_name: bool) -> None:
        source, self._proposal = found
        self.source = source
        self._mended, self._same = {}, {}
        lists = self._desk.imports.lists()
        proposed = self._proposal.mapping.name if self._proposal else list_name(source.file, lists)
        name = self.reading.list_name() if keep_name else proposed
        self.reading.show_source(source, name, lists)
        if self._proposal is not None:
            self.columns.show_proposal(source, self._proposal, name)
        self._say("")
        self._tell_act()

    def _take_mapping(self, mapping: Mapping) -> None:
        """Another mapping than the proposed one."""
        if self.source is None:
            return
        fitting = replace(
            mapping,
            format=self.source.reading.kind.value,
            records=self.source.reading.records,
        )
        proposal = ColumnProposal(fitting, Origin.KEPT)
        self.columns.show_proposal(self.source, proposal, mapping.name)
        self._tell_act()

    def _propose_again(self) -> None:
        if self.source is not None and self._proposal is not None:
            self.columns.show_proposal(self.source, self._proposal, self.reading.list_name())
            self._tell_act()

    def _named(self) -> Mapping:
        return replace(self.columns.mapping(), name=self.reading.list_name())

    def _mapping(self) -> Mapping | None:
        return self._named() if self.source is not None and self.source.columns else None

    def _forward(self) -> None:
        if self.station is Station.READING and not self.reading.list_name():
            self.reading.refuse_name("Bitte geben Sie der Liste einen Namen.")
        elif self.station is Station.READING and self._looks_at_columns():
            self._show_station(Station.COLUMNS)
        elif self.station in (Station.READING, Station.COLUMNS):
            self._check()
        elif self.station is Station.CHECKING:
            self._carry_out()
        else:
            self.accept()

    def _back(self) -> None:
        before = Station(self.station - 1)
        if before is Station.COLUMNS and not (self.source and self.source.columns):
            before = Station.READING
        self._show_station(before)

    def _looks_at_columns(self) -> bool:
        """Whether somebody should look at the columns; not where they were kept or shipped."""
        return self._proposal is not None and (
            self._proposal.origin is Origin.GUESSED or not self._proposal.is_certain
        )

    def _check(self) -> None:
        made_of = (self.source, self._mapping(), self.reading.list_name())
        if self.preview is not None and made_of == self._checked:
            self._show_station(Station.CHECKING)
            return
        if self.source is None:
            return
        self._checked = made_of
        self._mended, self._same = {}, {}
        work = self._desk.imports.preview(
            self.source, self._mapping(), name=self.reading.list_name()
        )
        self.running.start(work, "Zeilen werden geprüft", self._previewed)

    def _previewed(self, preview: ImportPreview) -> None:
        if self.source is None:
            return
        self.preview = preview
        self.checking.begin(preview, self.source)
        self._show_station(Station.CHECKING)

    def _mend(self, number: int, typed: Dictionary[str, str]) -> None:
        self._mended[number] = {**self._mended.get(number, {}), **typed}
        self._try_again(number)

    def _is_same(self, number: int, provider: int | None) -> None:
        self._same.pop(number, None)
        if provider is not None:
            self._same[number] = provider
        self._try_again(number)

    def _try_again(self, number: int) -> None:
        if self.source is None or self.preview is None:
            return
        self.preview = self._desk.imports.again(
            self.preview, self.source, self._mapping(), self._mended, number, self._same
        )
        self.checking.update_preview(self.preview, self._mended, self._same)

    def _carry_out(self) -> None:
        if self.preview is None:
            return
        kept_as, mapping = self.columns.kept_as(), self._mapping()
        if mapping is not None and kept_as and self.source is not None:
            columns = self.source.columns

            def keep(desk: Desk) -> Done:
                return desk.imports.keep_mapping(kept_as, mapping, columns)

            self._workplace.acts.do(keep, self)
        work = self._desk.imports.carry_out(
            self.preview, frozenset(self.checking.taken), frozenset(self.checking.left_out)
        )
        self.running.start(work, "Liste wird eingelesen", self._carried_out)

    def _carried_out(self, outcome: Outcome) -> None:
        if outcome.done is not None:
            self._workplace.acts.take(outcome.done, self)
        self.outcome.show_outcome(outcome)
        self._show_station(Station.RESULT)

    def _undo(self) -> None:
        self._workplace.acts.undo()
        self.outcome.taken_back()

    def _report(self) -> None:
        if self.preview is None:
            return
        proposal = f"Hinweise {self.preview.source}.txt"
        path = self._workplace.asking.save_file(
            "Hinweise speichern", proposal, REPORT_FILES, ".txt"
        )
        if path is not None:
            write_text(self._workplace, path, words.report(self.preview))

    def _ask_file(self) -> None:
        path = self._workplace.asking.open_file("Liste der Anbieter", LIST_FILES)
        if path is not None:
            self.open_path(path)

    def _ask_folder(self) -> None:
        path = self._workplace.asking.folder("Ordner mit Visitenkarten")
        if path is not None:
            self.open_path(path)

    def _another(self) -> None:
        self.preview = None
        self._show_station(Station.FILE)

    def _show_station(self, station: Station) -> None:
        self.station = station
        self._stack.setCurrentIndex(station)
        fixed = self.source is not None and not self.source.columns
        self.trail.show_station(station, skipped=(Station.COLUMNS,) if fixed else ())
        self.back.setVisible(station in (Station.READING, Station.COLUMNS, Station.CHECKING))
        self.menu.setVisible(station is Station.COLUMNS)
        self.act.setVisible(station is not Station.FILE)
        self.leave.setVisible(station is not Station.RESULT)
        self._say("")
        self._tell_act()
        self._steps[station].setFocus()

    def _tell_act(self) -> None:
        """What the button does, and whether it can."""
        busy = self.running.is_busy
        self.act.setEnabled(not busy)
        self.back.setEnabled(not busy)
        if self.station is Station.CHECKING and self.preview is not None:
            told, possible = words.act(self.preview, self.checking.taken, self.checking.left_out)
            self.act.setText(told)
            self.act.setEnabled(possible and not busy)
        elif self.station is Station.COLUMNS:
            self.act.setText("&Weiter")
            self.act.setEnabled(not busy and not self.columns.missing())
        else:
            self.act.setText("&Schließen" if self.station is Station.RESULT else "&Weiter")

    def _say(self, reason: str) -> None:
        self.refusal.setText(reason)
        self.refusal.setVisible(bool(reason))

    def _room(self) -> QSize:
        """As wished, within the window it stands over."""
        wished = QSize(theme.px(self, WIDE), theme.px(self, HIGH))
        parent = self.parentWidget()
        if parent is None:
            return wished
        return wished.boundedTo(parent.window().size() - QSize(32, 32))

    def _connect(self) -> None:
        self.trail.wanted.connect(self._show_station)
        self.file.chosen.connect(self.open_path)
        self.file.file_wanted.connect(self._ask_file)
        self.file.folder_wanted.connect(self._ask_folder)
        self.reading.reading_changed.connect(self._reread)
        self.columns.changed.connect(self._tell_act)
        self.menu.taken.connect(self._take_mapping)
        self.menu.proposal_wanted.connect(self._propose_again)
        self.checking.mended.connect(self._mend)
        self.checking.same.connect(self._is_same)
        self.checking.changed.connect(self._tell_act)
        self.checking.report_wanted.connect(self._report)
        self.outcome.undo_wanted.connect(self._undo)
        self.outcome.report_wanted.connect(self._report)
        self.outcome.another_wanted.connect(self._another)
        self.running.refused.connect(self._say)
        self.running.changed.connect(self._tell_act)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._steps = (self.file, self.reading, self.columns, self.checking, self.outcome)
        for step in self._steps:
            self._stack.addWidget(step)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.addWidget(self.trail, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.running, 1)
        foot.addWidget(self.refusal, 1)
        for button in (self.menu, self.leave, self.back, self.act):
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        # as large as the window has room for, whatever a step would like
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.addLayout(head)
        outer.addWidget(_line())
        outer.addWidget(self._stack, 1)
        outer.addWidget(_line())
        outer.addLayout(foot)
        self.resize(self._room())


def _line() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Midlight)
    return line
