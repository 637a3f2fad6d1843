"""A tree of two levels for lists in groups: headings that fold, rows of several columns below."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.theme import Tone
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
GROUP = 0  # the internal id of groups; rows carry the number of their group plus 1


@dataclass(frozen=True)
class Section(Generic[R]):
    """One group with its rows, never empty; `aside` is what stands behind its name. `key` names
    it while it is folded, whatever its rows. `total` counts what it stands for, where that is not
    its rows; `tone` is that of its name."""

    key: str
    title: str
    aside: str
    rows: tuple[R, ...]
    total: int | None = None
    tone: Tone = Tone.INK

    @property
    def count(self) -> int:
        """How many the heading tells."""
        return len(self.rows) if self.total is None else self.total


class GroupedModel(QAbstractItemModel, Generic[R]):
    """Subclasses give `columns` and say what a row is called, shows and sounds like."""

    columns: ClassVar[tuple[str, ...]]
    noun: ClassVar[tuple[str, str]] = ("Schritt", "Schritte")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section[R], ...] = ()
        self._folded: frozenset[str] = frozenset()

    @abstractmethod
    def key_of(self, row: R) -> Hashable:
        """What tells a row from all others, also after a refresh."""

    @abstractmethod
    def cell(self, row: R, column: int) -> Lines:
        """What a cell says, in two lines."""

    @abstractmethod
    def spoken(self, row: R) -> str:
        """The whole row for a screen reader."""

    def tip(self, row: R, column: int) -> str:
        """The tool tip of a cell: its words, of which some may be elided."""
        return self.cell(row, column).words()

    def box(self, row: R) -> Qt.CheckState | None:  # noqa: ARG002
        """The state of a row's box, None where it has none."""
        return None

    def hit(self, row: R) -> None:
        """A row's box was hit."""

    @property
    def sections(self) -> tuple[Section[R], ...]:
        """The groups shown."""
        return self._sections

    def set_sections(self, sections: Sequence[Section[R]]) -> bool:
        """Show these groups. Where rows stay where they were, only their words change, and views
        keep everything; else the model is reset, and True is returned."""
        same = self._outline(sections) == self._outline(self._sections)
        if not same:
            self.beginResetModel()
        self._sections = tuple(sections)
        if not same:
            self.endResetModel()
            return True
        last = len(self.columns) - 1
        for row, section in enumerate(self._sections):
            top = self.index(row, 0)
            self.dataChanged.emit(top, self.index(row, last))
            end = self.index(len(section.rows) - 1, last, top)
            self.dataChanged.emit(self.index(0, 0, top), end)
        return False

    def set_folded(self, keys: Iterable[str]) -> None:
        """Which groups are folded: their arrows point right."""
        self._folded = frozenset(keys)
        if self._sections:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._sections) - 1, 0))

    def row_at(self, index: Index) -> R | None:
        """The row at an index, None for a group."""
        if not index.isValid() or index.internalId() == GROUP:
            return None
        return self._sections[index.internalId() - 1].rows[index.row()]

    def index_of(self, key: Hashable) -> QModelIndex:
        """Where a row stands, an invalid index where it is not shown."""
        for number, section in enumerate(self._sections):
            for row, each in enumerate(section.rows):
                if self.key_of(each) == key:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def group_of(self, key: str) -> QModelIndex:
        """Where a group stands, an invalid index where it is not shown."""
        for row, section in enumerate(self._sections):
            if section.key == key:
                return self.index(row, 0)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else GROUP)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, GROUP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._sections)
        if parent.internalId() == GROUP and parent.column() == 0:
            return len(self._sections[parent.row()].rows)
        return 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row_at(index)
        if row is not None:
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            if index.column() == 0 and self.box(row) is not None:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.row_at(index), index.column()
        if row is None:
            section = self._sections[index.row()]
            return self._group_cell(section, column, role)
        if role == Qt.ItemDataRole.CheckStateRole:
            return None if column else self.box(row)
        if role == LINES_ROLE:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, column).words()
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row, column)
        return None

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole or self.box(row) is None:
            return False
        self.hit(row)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _group_cell(self, section: Section[R], column: int, role: int) -> object:
        count = section.count
        if role == LINES_ROLE:
            if column:
                return Lines(group=True)
            aside = (Run(f"  {section.aside}", tone=Tone.SECOND),) if section.aside else ()
            arrow = "chevron-right" if section.key in self._folded else "chevron-down"
            name = Run(f"{section.title} ({count})", strong=True, tone=section.tone)
            return Lines((Run("", icon=arrow), name, *aside), group=True)
        if column:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{section.title} ({count})"
        if role == Qt.ItemDataRole.ToolTipRole:
            return section.aside or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            one, many = self.noun
            counted = f"{count} {one if count == 1 else many}"
            parts = (f"Gruppe {section.title}", section.aside, counted)
            return ", ".join(part for part in parts if part)
        return None

    def _outline(self, sections: Sequence[Section[R]]) -> list[tuple[str, tuple[Hashable, ...]]]:
        return [(each.key, tuple(self.key_of(row) for row in each.rows)) for each in sections]
