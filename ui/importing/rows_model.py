"""The rows of a preview: what would become of each, narrowed by state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.exchange.table_words import CATEGORIES
from app.records.importing import ImportPreview, PreviewRow, RowState
from app.records.imports import NoteKind
from ui import import_words as words
from ui.theme import Tone
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Narrowed(Enum):
    """Which rows are shown."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    CONTESTED = "contested"
    SIMILAR = "similar"
    NOTED = "noted"


TESTS: dict[Narrowed, Callable[[PreviewRow], bool]] = {
    Narrowed.ALL: lambda _row: True,
    Narrowed.NEW: lambda row: row.state is RowState.NEW,
    Narrowed.CHANGED: lambda row: row.state is RowState.CHANGED,
    Narrowed.UNCHANGED: lambda row: row.state is RowState.UNCHANGED,
    Narrowed.FAILED: lambda row: row.state is RowState.FAILED,
    Narrowed.CONTESTED: lambda row: any(each.contested for each in row.changes),
    Narrowed.SIMILAR: lambda row: bool(row.similar),
    Narrowed.NOTED: lambda row: any(note.code.kind is NoteKind.DOUBT for note in row.notes),
}


class RowsModel(QAbstractTableModel):
    """A line a row: its state; name and place; what is to be said of it."""

    columns = ("Zeile", "Name, Ort", "Was geschieht")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PreviewRow, ...] = ()
        self._shown: list[int] = []
        self._left: Collection[int] = ()

    def set_preview(
        self, preview: ImportPreview, narrowed: Narrowed, left_out: Collection[int]
    ) -> None:
        """Show the rows of this kind; those left out are told."""
        self.beginResetModel()
        self._rows = preview.rows
        self._left = left_out
        fits = TESTS[narrowed]
        self._shown = [place for place, row in enumerate(self._rows) if fits(row)]
        self.endResetModel()

    def set_row(self, preview: ImportPreview, left_out: Collection[int]) -> None:
        """The same rows with another state of one of them; none goes from under the hand."""
        self._rows = preview.rows
        self._left = left_out
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, place: int) -> PreviewRow | None:
        return self._rows[self._shown[place]] if 0 <= place < len(self._shown) else None

    def place_of(self, number: int) -> int:
        """Where a row of the list is shown, -1 where it is not."""
        return next(
            (at for at, each in enumerate(self._shown) if self._rows[each].number == number), -1
        )

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role not in (LINES_ROLE, int(Qt.ItemDataRole.DisplayRole)):
            return None
        lines = _lines(row, index.column(), row.number in self._left)
        return lines if role == LINES_ROLE else lines.words()

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def counts(rows: Sequence[PreviewRow]) -> dict[Narrowed, int]:
    """How many rows each choice shows."""
    return {kind: sum(map(fits, rows)) for kind, fits in TESTS.items()}


@lru_cache(maxsize=2_048)
def _lines(row: PreviewRow, column: int, is_left: bool) -> Lines:  # noqa: FBT001
    if column == 0:
        return Lines((Run(str(row.number), tone=Tone.SECOND),))
    if column == 1:
        if row.draft is None:
            return Lines((Run(row.key or "ohne Namen", strong=True),))
        place = f"{row.draft.postcode} {row.draft.town}".strip()
        kind = CATEGORIES[row.draft.category]
        below = " · ".join(each for each in (place, kind) if each)
        return Lines((Run(row.name, strong=True),), (Run(below, tone=Tone.SECOND),))
    if is_left:
        return Lines((Run("wird nicht übernommen", tone=Tone.SECOND, icon="minus"),))
    first = Run(words.row_state(row), strong=row.state is RowState.FAILED, icon=_icon(row))
    return Lines((first,), (Run(_said(row), tone=Tone.SECOND),))


def _icon(row: PreviewRow) -> str:
    if row.state in (RowState.NEW, RowState.UNCHANGED) and TESTS[Narrowed.NOTED](row):
        return "info"
    return words.ICONS[row.state]


def _said(row: PreviewRow) -> str:
    """The most important of what is to be said of a row."""
    if row.state is RowState.FAILED:
        return " ".join(words.note(row.notes[-1]).split()) if row.notes else ""
    if row.changes:
        told = "; ".join(words.change(each) for each in row.changes[:2])
        return " ".join(f"{told} …".split() if len(row.changes) > 2 else told.split())
    if row.similar:
        return f"Vielleicht schon da: {row.similar[0].name}"
    doubts = [note for note in row.notes if note.code.kind is NoteKind.DOUBT]
    return " ".join(words.note(doubts[0]).split()) if doubts else ""
