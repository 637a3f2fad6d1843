"""Whom a changed rule affects: a household with its box, below it what changes for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.records.templates import Affected, StepChange
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HOUSEHOLD = 0  # the internal id of households; changes carry the number of theirs plus 1
COLUMNS = ("Haushalt", "bisher", "neu")
NO_DATE = "ohne Datum"


class ChangeModel(QAbstractItemModel):
    """`ticked` when other households are chosen; all are at first."""

    ticked = Signal()

    def __init__(self, affected: Sequence[Affected], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._affected = tuple(affected)
        self._chosen = {each.case for each in affected}

    @property
    def affected(self) -> tuple[Affected, ...]:
        return self._affected

    def chosen(self) -> frozenset[int]:
        """The cases that are to take the change over."""
        return frozenset(self._chosen)

    def choose(self, cases: frozenset[int]) -> None:
        """Take over these, and no others."""
        self._chosen = set(cases)
        self._told()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else HOUSEHOLD)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == HOUSEHOLD:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, HOUSEHOLD)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._affected)
        if parent.internalId() == HOUSEHOLD and parent.column() == 0:
            changes = self._affected[parent.row()].changes
            return len(changes) if len(changes) > 1 else 0
        return 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.internalId() == HOUSEHOLD and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        household = index.internalId() == HOUSEHOLD
        each = self._affected[index.row() if household else index.internalId() - 1]
        if role == Qt.ItemDataRole.CheckStateRole:
            if not household or index.column():
                return None
            taken = each.case in self._chosen
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        if household and len(each.changes) > 1:
            lines = _household(each, index.column())
        elif household:
            lines = _single(each, index.column())
        else:
            lines = _change(each.changes[index.row()], index.column())
        if role == LINES_ROLE:
            return lines
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return lines.words()
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            changes = each.changes if household else (each.changes[index.row()],)
            told = "; ".join(spoken(change) for change in changes)
            return f"{each.name}: {told}" if household else told
        return None

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.internalId() != HOUSEHOLD:
            return False
        self._chosen ^= {self._affected[index.row()].case}
        self._told()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _told(self) -> None:
        if self._affected:
            last = self.index(len(self._affected) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()


def spoken(change: StepChange) -> str:
    """What changes for one step, in words for a screen reader."""
    person = f"{change.person}: " if change.person else ""
    return f"{person}{old(change)} → {new(change)}"


def old(change: StepChange) -> str:
    """What stood there."""
    if change.comes:
        return "steht nicht im Plan"
    return step_words.day(change.old) if change.old else NO_DATE


def new(change: StepChange) -> str:
    """What will stand there."""
    if change.goes:
        return "entfällt"
    if change.stays:
        return "bleibt, weil schon daran gearbeitet wurde"
    date = step_words.day(change.new) if change.new else NO_DATE
    if change.comes:
        return f"kommt dazu, {date}"
    if change.old == change.new:
        return f"{date}, anders gezählt oder beschrieben"
    return date


def _household(each: Affected, column: int) -> Lines:
    if column == 0:
        return Lines((Run(each.name, strong=True),))
    comes = sum(change.comes for change in each.changes)
    goes = sum(change.goes for change in each.changes)
    moved = len(each.changes) - comes - goes
    told = (f"{comes} kommt dazu", f"{goes} entfällt", f"{moved} geändert")
    said = ", ".join(word for word in told if not word.startswith("0 "))
    return Lines((Run(said, tone=Tone.SECOND),)) if column == 2 else Lines()


def _single(each: Affected, column: int) -> Lines:
    if column == 0:
        change = each.changes[0] if each.changes else None
        person = f"  {change.person}" if change and change.person else ""
        return Lines((Run(each.name, strong=True), Run(person, tone=Tone.SECOND)))
    return _change(each.changes[0], column) if each.changes else Lines()


def _change(change: StepChange, column: int) -> Lines:
    if column == 0:
        return Lines((Run(f"      {change.person or 'Haushalt'}"),))
    if column == 1:
        return Lines((Run(old(change), tone=Tone.SECOND),))
    return Lines((Run(new(change), strong=True, icon="arrow-right"),))
