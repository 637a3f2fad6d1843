"""The steps of an induction by weeks, and what each role said of them, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.records.induction import InductionStep, InductionView
from app.rules.induction import CONFIRMING
from app.rules.terms import Role
from ui.employers import words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
STEP, DUE = 0, 1
FIRST_ROLE = 2
HEADS = ("Schritt", "Termin")


@dataclass(frozen=True)
class Row:
    """A step, or the heading of a week above its steps (None)."""

    head: str
    step: InductionStep | None = None


class InductionModel(QAbstractTableModel):
    """Columns: the step, its date, then the roles that any of the steps asks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.roles: tuple[Role, ...] = ()

    def show_induction(self, view: InductionView) -> None:
        """Show the steps; where they are the same ones, what is chosen stays."""
        rows = list(_rows(view))
        asked = {role for step in view.steps for role in step.asked}
        roles = tuple(role for role in CONFIRMING if role in asked)
        if roles == self.roles and _keys(rows) == _keys(self.rows):
            self.rows = rows
            if rows:
                last = self.index(len(rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows, self.roles = rows, roles
        self.endResetModel()

    def step_at(self, index: Index) -> InductionStep | None:
        """The step of a row, None for a heading."""
        return self.rows[index.row()].step if 0 <= index.row() < len(self.rows) else None

    def role_at(self, index: Index) -> Role | None:
        """The role of a cell that may be answered, None for any other."""
        step = self.step_at(index)
        at = index.column() - FIRST_ROLE
        if step is None or not 0 <= at < len(self.roles):
            return None
        return self.roles[at] if self.roles[at] in step.asked else None

    def place(self, step_id: int, role: Role) -> QModelIndex:
        """Where a role's answer to a step stands."""
        for at, row in enumerate(self.rows):
            if row.step is not None and row.step.id == step_id and role in self.roles:
                return self.index(at, FIRST_ROLE + self.roles.index(role))
        return QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST_ROLE + len(self.roles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.step_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < FIRST_ROLE:
            return HEADS[section]
        return words.ASKED[self.roles[section - FIRST_ROLE]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if row.step is None:
            return _of_head(row, index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row.step, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._whole(row.step, index.column())
        return None

    def _text(self, step: InductionStep, column: int) -> str:
        if column == STEP:
            return f"⚠ {step.title}" if step.differ else step.title
        if column == DUE:
            return words.step(step)
        return words.cell(step, self.roles[column - FIRST_ROLE])

    def _whole(self, step: InductionStep, column: int) -> str:
        if column >= FIRST_ROLE:
            return words.told(step, self.roles[column - FIRST_ROLE])
        parts = (step.title, words.step_said(step), words.differing(step))
        return ", ".join(part for part in parts if part)


def _rows(view: InductionView) -> Sequence[Row]:
    found: list[Row] = []
    for step in view.steps:
        head = words.week(step.week)
        if not found or found[-1].head != head:
            found.append(Row(head))
        found.append(Row(head, step))
    return found


def _keys(rows: Sequence[Row]) -> list[tuple[str, int]]:
    return [(row.head, row.step.id if row.step else 0) for row in rows]


def _of_head(row: Row, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.head if column == STEP else None
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.head
    return None


def first_open(view: InductionView, today: date) -> int | None:
    """The step to look at first: the last one due by today, else the next."""
    due = [step for step in view.steps if step.due is not None]
    past = [step.id for step in due if step.due and step.due.on <= today]
    return past[-1] if past else due[0].id if due else None
