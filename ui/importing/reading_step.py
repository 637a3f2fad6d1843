"""Step 2: how the file is read, with its first rows as they come out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.importing import FIND_HEAD, Reading, Source
from ui import import_words as words
from ui import theme
from ui.importing.sample_model import SHOWN, SampleModel
from ui.theme import Tone
from ui.widgets.field import Field
from ui.widgets.paragraphs import wrapped

WIDEST = 240
LAST_HEAD = 60
MEASURED = 40  # rows that say how wide a column is
ONE_ROW = 130  # per cent of text size up to which all options stand in one row


class ReadingStep(QWidget):
    """`reading_changed(Reading)` when something else was chosen, `renamed` when the list was."""

    reading_changed = Signal(object)
    renamed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self.told = wrapped()
        self.doubts = wrapped("", Tone.SECOND)
        self.encoding = _box(14)
        self.delimiter = _box(10)
        self.sheet = _box(12)
        self.records = _box(12)
        self.first_head = _heads("ohne")
        self.last_head = _heads("")
        self.name = _box(16)
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._fields = {
            "encoding": Field("&Zeichen", self.encoding, label_wide=56),
            "delimiter": Field("&Trennung", self.delimiter, label_wide=64),
            "sheet": Field("&Blatt", self.sheet, label_wide=40),
            "records": Field("&Liste in", self.records, label_wide=56),
            "head": Field("&Überschriften in Zeile", self.first_head, label_wide=128),
            "last_head": Field("b&is", self.last_head, label_wide=24),
        }
        self.name_field = Field("Die Liste &heißt", self.name, label_wide=96)
        for box in (
            *(self.encoding, self.delimiter, self.sheet, self.records),
            *(self.first_head, self.last_head),
        ):
            box.activated.connect(self._changed)
        self.name.currentTextChanged.connect(self._renamed)
        for field in self._fields.values():
            field.hide()
        self.sample = SampleModel(self)
        self._lay_out()

    def show_source(self, source: Source, name: str, lists: Sequence[str]) -> None:
        """Show a list as it was read, and what it may be called."""
        self._source = source
        reading = source.reading
        _fill(self.encoding, source.encodings, words.encoding, reading.encoding)
        _fill(self.delimiter, source.delimiters, words.delimiter, reading.delimiter)
        _fill(self.sheet, source.sheets, str, reading.sheet)
        _fill(self.records, source.paths, _path, reading.records)
        quiet = QSignalBlocker(self.name)
        self.first_head.setCurrentIndex(self.first_head.findData(reading.head[0]))
        self.last_head.setCurrentIndex(self.last_head.findData(reading.head[1]))
        self.name.clear()
        self.name.addItems(list(lists))
        self.name.setCurrentText(name)
        del quiet
        self._fields["encoding"].setVisible(bool(reading.encoding) and len(source.encodings) > 1)
        self._fields["delimiter"].setVisible(bool(source.delimiters))
        self._fields["sheet"].setVisible(len(source.sheets) > 1)
        self._fields["records"].setVisible(len(source.paths) > 1)
        has_heads = bool(source.delimiters or source.sheets)
        self._fields["head"].setVisible(has_heads)
        self._fields["last_head"].setVisible(has_heads and reading.head[0] > 0)
        self.sample.set_source(source)
        self._table.resizeColumnsToContents()
        for column in range(self.sample.columnCount()):
            widest = theme.px(self, WIDEST)
            if self._table.columnWidth(column) > widest:
                self._table.setColumnWidth(column, widest)
        self._tell(source)

    def list_name(self) -> str:
        """What the list is called."""
        return self.name.currentText().strip()

    def refuse_name(self, reason: str) -> None:
        """Say beside the name why it will not do."""
        self.name_field.say(reason)

    def _tell(self, source: Source) -> None:
        rows = words.count(len(source.rows), "Zeile", "Zeilen")
        columns = self.sample.columnCount()
        shown = f" Gezeigt werden die ersten {SHOWN}." if len(source.rows) > SHOWN else ""
        kind = words.KINDS[source.reading.kind]
        wide = words.count(columns, "Spalte", "Spalten")
        self.told.setText(f"{source.file}: {kind}, {rows}, {wide}.{shown}")
        lines = words.grouped(source.notes)
        self.doubts.setText("\n".join(lines[:3]))
        self.doubts.setVisible(bool(lines))

    def _changed(self, _value: object = None) -> None:
        if self._source is None:
            return
        old = self._source.reading
        sheet = self.sheet.currentData() or ""
        first = self.first_head.currentData() or 0
        last = max(first, self.last_head.currentData() or 0) if first else 0
        head = (first, last)
        chosen = Reading(
            old.kind,
            self.encoding.currentData() or "",
            self.delimiter.currentData() or "",
            sheet,
            head,
            self.records.currentData() or "",
        )
        if sheet != old.sheet or chosen.delimiter != old.delimiter:
            chosen = replace(chosen, head=FIND_HEAD)
        if chosen != old:
            self.reading_changed.emit(chosen)

    def _renamed(self, _text: str) -> None:
        self.name_field.say("")
        self.renamed.emit()

    def _lay_out(self) -> None:
        theme.set_face(self.told, "strong")
        options = QGridLayout()
        options.setHorizontalSpacing(16)
        options.setVerticalSpacing(4)
        # the rows of the heads stand below where the text is large
        large = theme.px(self, 100) > ONE_ROW
        for place, (name, field) in enumerate(self._fields.items()):
            below = large and name in ("head", "last_head")
            options.addWidget(field, int(below), place - 4 if below else place)
        options.setColumnStretch(len(self._fields), 1)
        naming = QHBoxLayout()
        naming.setSpacing(12)
        naming.addWidget(self.name_field)
        naming.addWidget(
            wrapped(
                "Unter diesem Namen erkennt das Programm die Liste beim nächsten Mal wieder und "
                "bringt ihre Anbieter auf den neuen Stand.",
                Tone.SECOND,
            ),
            1,
        )
        self._table = QTableView()
        self._table.setAccessibleName("Die ersten Zeilen der Liste")
        self._table.setModel(self.sample)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        rows = self._table.verticalHeader()
        rows.setDefaultSectionSize(theme.px(self, theme.ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self._table.horizontalHeader()
        head.setHighlightSections(False)
        head.setResizeContentsPrecision(MEASURED)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.doubts)
        column.addLayout(options)
        column.addWidget(self._table, 1)
        column.addLayout(naming)


def _box(signs: int) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(signs)
    return box


def _heads(nothing: str) -> QComboBox:
    """Numbers of rows in which heads may stand."""
    box = _box(4)
    if nothing:
        box.addItem(nothing, 0)
    for number in range(1, LAST_HEAD + 1):
        box.addItem(str(number), number)
    return box


def _fill(box: QComboBox, values: Sequence[str], named: Callable[[str], str], chosen: str) -> None:
    box.clear()
    for value in values:
        box.addItem(named(value), value)
    if chosen and box.findData(chosen) < 0:
        box.addItem(named(chosen), chosen)
    box.setCurrentIndex(box.findData(chosen))


def _path(path: str) -> str:
    return path or "(ganze Datei)"
