"""Step 4: what would become of each row, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.importing import ImportPreview, PreviewRow, Source, SourceRow
from app.services.import_changes import TOGETHER
from ui import import_words as words
from ui import theme
from ui.importing.row_pane import RowPane
from ui.importing.rows_model import Narrowed, RowsModel, counts
from ui.widgets.buttons import link
from ui.widgets.count_list import Counted, CountList
from ui.widgets.paragraphs import wrapped
from ui.widgets.two_line import TwoLineDelegate

KINDS: tuple[tuple[Narrowed, str, str], ...] = (
    (Narrowed.ALL, "Alle Zeilen", "list"),
    (Narrowed.NEW, "Neu", "plus"),
    (Narrowed.CHANGED, "Geändert", "pencil"),
    (Narrowed.UNCHANGED, "Unverändert", "check"),
    (Narrowed.FAILED, "Fehlerhaft", "triangle-alert"),
    (Narrowed.CONTESTED, "Strittig", "arrow-left-right"),
    (Narrowed.SIMILAR, "Vielleicht doppelt", "copy"),
    (Narrowed.NOTED, "Hinweise", "info"),
)
LEFT, RIGHT = 216, 340


class CheckingStep(QWidget):
    """`mended(number, values)`, `same(number, id or None)` ask for a row to be tried again;
    `changed()` when something was ticked; `report_wanted()` for the notes as a file."""

    mended = Signal(int, object)
    same = Signal(int, object)
    changed = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: ImportPreview | None = None
        self.taken: set[tuple[int, str]] = set()
        self.left_out: set[int] = set()
        self._typed: Mapping[int, Mapping[str, str]] = {}
        self._said: Mapping[int, int] = {}
        self._rows: Mapping[int, SourceRow] = {}
        self.heading = wrapped()
        theme.set_face(self.heading, "strong")
        self.kinds = CountList("Welche Zeilen", self)
        self.kinds.chosen.connect(self._narrow)
        self.model = RowsModel(self)
        self.view = _table(self.model)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.pane = RowPane()
        self.pane.taken.connect(self._take)
        self.pane.left.connect(self._leave)
        self.pane.mended.connect(self._mend)
        self.pane.same.connect(self._same)
        self.pane.apart.connect(self._apart)
        self.every = link("Alle strittigen übernehmen", self._take_every, "check")
        self._lay_out()

    def begin(self, preview: ImportPreview, source: Source) -> None:
        """A new preview: nothing ticked, the rows that need a look first."""
        self._rows = {row.number: row for row in source.rows}
        self._typed, self._said = {}, {}
        self.taken.clear()
        self.left_out.clear()
        self.preview = preview
        found = counts(preview.rows)
        self._count(found)
        first = next(
            (kind for kind in (Narrowed.FAILED, Narrowed.CONTESTED) if found[kind]), Narrowed.ALL
        )
        self.kinds.choose(first)
        self._narrow()

    def update_preview(
        self,
        preview: ImportPreview,
        typed: Mapping[int, Mapping[str, str]],
        said: Mapping[int, int],
    ) -> None:
        """One row was tried again: the list stays where it is, and takes the keyboard where that
        was in what is shown anew."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.pane.isAncestorOf(focus)
        self.preview = preview
        self._typed, self._said = typed, said
        self._count(counts(preview.rows))
        self.model.set_row(preview, self.left_out)
        self._show(self.current())
        if inside:
            self.view.setFocus()
        self.changed.emit()

    def current(self) -> PreviewRow | None:
        """The row that is looked at."""
        return self.model.row_at(self.view.currentIndex().row())

    def _count(self, found: Mapping[Narrowed, int]) -> None:
        assert self.preview is not None  # noqa: S101 - counted only with a preview
        unknown = words.unrecognised(self.preview)
        told = f"{words.heading(self.preview)}. Noch ist nichts geändert."
        self.heading.setText(f"{told}\n{unknown}".strip())
        self.kinds.set_lines(
            [
                Counted(kind, name, found[kind], icon)
                for kind, name, icon in KINDS
                if found[kind] or kind is Narrowed.ALL
            ]
        )
        self._tell_every()
        gone = self.preview.gone
        self._gone.setVisible(bool(gone))
        self._gone.setText(words.gone(len(gone), "bleiben" if len(gone) > 1 else "bleibt"))
        self._gone.setToolTip("\n".join(each.name for each in gone[:30]))

    def _narrow(self, _key: object = None) -> None:
        if self.preview is None:
            return
        kind = self.kinds.key()
        narrowed = kind if isinstance(kind, Narrowed) else Narrowed.ALL
        self.model.set_preview(self.preview, narrowed, self.left_out)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._show(self.current())

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show(self.model.row_at(current.row()))

    def _show(self, row: PreviewRow | None) -> None:
        if row is None:
            self.pane.show_row(None)
            return
        self.pane.show_row(
            row,
            taken={name for number, name in self.taken if number == row.number},
            typed=self._typed.get(row.number, {}),
            is_left=row.number in self.left_out,
            is_same=row.number in self._said,
            file=words.in_file(self._rows.get(row.number)),
        )

    def _take(self, name: str, is_taken: bool) -> None:  # noqa: FBT001 - Qt's own
        row = self.current()
        if row is None:
            return
        both = {(row.number, each) for each in (name, TOGETHER.get(name, name))}
        self.taken = self.taken | both if is_taken else self.taken - both
        self._tell_every()
        self.changed.emit()

    def _take_every(self) -> None:
        """Every contested field from the list, or none of them where all were."""
        if self.preview is None:
            return
        every = {
            (row.number, each.field)
            for row in self.preview.rows
            for each in row.changes
            if each.contested
        }
        self.taken = set() if self.taken else every
        self._tell_every()
        self._show(self.current())
        self.changed.emit()

    def _tell_every(self) -> None:
        found = counts(self.preview.rows)[Narrowed.CONTESTED] if self.preview is not None else 0
        self.every.setVisible(found > 1)
        self.every.setText("Doch keine übernehmen" if self.taken else "Alle strittigen übernehmen")

    def _leave(self, is_left: bool) -> None:  # noqa: FBT001 - Qt's own
        row = self.current()
        if row is None or self.preview is None:
            return
        self.left_out ^= {row.number} if is_left != (row.number in self.left_out) else set()
        self.model.set_row(self.preview, self.left_out)
        self.changed.emit()

    def _mend(self, typed: Mapping[str, str]) -> None:
        row = self.current()
        if row is not None and typed:
            self.mended.emit(row.number, typed)

    def _same(self, provider: int) -> None:
        row = self.current()
        if row is not None:
            self.same.emit(row.number, provider)

    def _apart(self) -> None:
        row = self.current()
        if row is not None:
            self.same.emit(row.number, None)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setAutoFillBackground(True)
        inside.setBackgroundRole(QPalette.ColorRole.Window)
        kinds = QVBoxLayout(inside)
        kinds.setContentsMargins(8, 4, 8, 8)
        kinds.setSpacing(8)
        kinds.addWidget(self.kinds)
        self._gone = QLabel()
        self._gone.setWordWrap(True)
        self._gone.setContentsMargins(8, 0, 8, 0)
        kinds.addWidget(self._gone)
        kinds.addStretch(1)
        report = link("Hinweise speichern …", self.report_wanted.emit, "download")
        for button in (self.every, report):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            kinds.addWidget(button)
        left = QScrollArea()
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setWidgetResizable(True)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setWidget(inside)
        left.setMinimumWidth(theme.px(self, 150))
        self.pane.setMinimumWidth(theme.px(self, 160))
        self.view.setMinimumWidth(theme.px(self, 270))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        for part, stretch in ((left, 0), (self.view, 1), (self.pane, 0)):
            both.addWidget(part)
            both.setStretchFactor(both.count() - 1, stretch)
        both.setSizes([theme.px(self, LEFT), theme.px(self, 640), theme.px(self, RIGHT)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self.heading.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self.heading)
        column.addWidget(both, 1)


def _table(model: RowsModel) -> QTableView:
    view = QTableView()
    view.setAccessibleName("Zeilen der Liste")
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.hide()
    rows.setDefaultSectionSize(theme.px(view, theme.TALL_ROW))
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(0, theme.px(view, 64))
    return view
