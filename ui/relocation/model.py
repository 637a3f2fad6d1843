"""The checklist as a tree of two levels: groups, and steps in two lines of five columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.records.plan import PlanView, StepView
from app.rules.terms import Answer, DateKind, StepState
from ui.relocation.groups import Group, Section
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Schritt, Stelle", "Frist", "Art", "Unterlagen", "Für")
NOWHERE = QModelIndex()
GROUP = 0  # the internal id of groups; steps carry the number of their group plus 1


class Checklist(QAbstractItemModel):
    """`ticked(step)` when a box is hit; the box changes with the next plan, not before."""

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanView | None = None
        self._sections: tuple[Section, ...] = ()
        self._folded: frozenset[Group] = frozenset()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The groups shown."""
        return self._sections

    def set_plan(self, plan: PlanView, sections: Sequence[Section]) -> bool:
        """Show these groups. Where rows stay where they were, only their words change, and views
        keep everything; else the model is reset, and True is returned."""
        same = _outline(sections) == _outline(self._sections)
        if not same:
            self.beginResetModel()
        self._plan, self._sections = plan, tuple(sections)
        if not same:
            self.endResetModel()
            return True
        last = len(COLUMNS) - 1
        for row, section in enumerate(self._sections):
            top = self.index(row, 0)
            self.dataChanged.emit(top, self.index(row, last))
            end = self.index(len(section.steps) - 1, last, top)
            self.dataChanged.emit(self.index(0, 0, top), end)
        return False

    def set_folded(self, groups: Iterable[Group]) -> None:
        """Which groups are folded: their arrows point right."""
        self._folded = frozenset(groups)
        if self._sections:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._sections) - 1, 0))

    def step_at(self, index: Index) -> StepView | None:
        """The step of a row, None for a group."""
        if not index.isValid() or index.internalId() == GROUP:
            return None
        return self._sections[index.internalId() - 1].steps[index.row()]

    def index_of(self, step_id: int | None) -> QModelIndex:
        """The row of a step, an invalid index where it is not shown."""
        for number, section in enumerate(self._sections):
            for row, step in enumerate(section.steps):
                if step.id == step_id:
                    return self.createIndex(row, 0, number + 1)
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
            return len(self._sections[parent.row()].steps)
        return 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        step = self.step_at(index)
        if step is not None:
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            if index.column() == 0 and has_box(step):
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._plan is None:
            return None
        step = self.step_at(index)
        if step is None:
            section = self._sections[index.row()]
            return _group_cell(section, index.column(), role, section.group in self._folded)
        if role == Qt.ItemDataRole.CheckStateRole:
            if index.column() or not has_box(step):
                return None
            done = step.state is StepState.DONE
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        if role == LINES_ROLE:
            return cell(step, index.column(), self._plan)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(step, index.column(), self._plan).words()
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"{step_words.spoken(step)}, {step_words.for_whom(step, self._plan)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                step.title
                if index.column() == 0
                else cell(step, index.column(), self._plan).words()
            )
        return None

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        step = self.step_at(index)
        if step is None or role != Qt.ItemDataRole.CheckStateRole or not has_box(step):
            return False
        self.ticked.emit(step.id)
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


def has_box(step: StepView) -> bool:
    """Whether a step can be ticked: not a hint, and not what does not concern the household."""
    if step.state is StepState.DONE:
        return True
    settled = step.state is StepState.NOT_NEEDED or step.applies is Answer.NO
    return step.kind is not DateKind.HINT and not settled


def cell(step: StepView, column: int, plan: PlanView) -> Lines:
    """What a cell says, in two lines."""
    if column == 0:
        second = step.office or step_words.roles(step)
        if _is_unclear(step):
            second = step_words.unclear(step)
        return Lines((Run(step.short, strong=step.own),), (Run(second, tone=Tone.SECOND),))
    if column == 1:
        return _due(step)
    if column == 2:
        legal = step.kind in step_words.LEGAL
        first = Run(step_words.kind(step), strong=legal and not step.own)
        return Lines((first,), (Run(step.basis, tone=Tone.SECOND),) if step.basis else ())
    if column == 3:
        there, missing = step_words.papers(step)
        return Lines((Run(there),), (Run(missing, tone=Tone.SECOND),) if missing else ())
    return Lines((Run(step_words.for_whom(step, plan)),))


def _is_unclear(step: StepView) -> bool:
    return step.state is StepState.OPEN and step.applies is Answer.UNCLEAR


def _due(step: StepView) -> Lines:
    stands = step_words.standing(step)
    if step.state is not StepState.OPEN or step.applies is not Answer.YES:
        if _is_unclear(step):
            stands = "unklar"
            if step.due is not None:
                return Lines((Run(step_words.day(step.due)),), (Run(stands, strong=True),))
        return Lines((Run(stands, tone=Tone.SECOND),))
    if step.due is None:
        return Lines((Run(stands, tone=Tone.SECOND),))
    first = (Run(step_words.day(step.due)),)
    if step.late:
        tone = Tone.RED if step_words.is_broken(step) else Tone.INK
        return Lines(first, (Run(stands, strong=True, tone=tone, icon="triangle-alert"),))
    if step.pinned:
        return Lines(first, (Run(f"fixiert · {stands}", tone=Tone.SECOND, icon="pin"),))
    return Lines(first, (Run(stands, strong=step.days_left == 0, tone=Tone.SECOND),))


def _group_cell(section: Section, column: int, role: int, folded: bool) -> object:  # noqa: FBT001
    count = len(section.steps)
    if role == LINES_ROLE:
        if column:
            return Lines(group=True)
        aside = (Run(f"  {section.aside}", tone=Tone.SECOND),) if section.aside else ()
        arrow = "chevron-right" if folded else "chevron-down"
        name = Run(f"{section.title} ({count})", strong=True, icon=arrow)
        return Lines((name, *aside), group=True)
    if role == Qt.ItemDataRole.DisplayRole and column == 0:
        return f"{section.title} ({count})"
    if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
        noun = "Schritt" if count == 1 else "Schritte"
        parts = (f"Gruppe {section.title}", section.aside, f"{count} {noun}")
        return ", ".join(part for part in parts if part)
    return None


def _outline(sections: Sequence[Section]) -> list[tuple[object, tuple[int, ...]]]:
    return [(each.group, tuple(step.id for step in each.steps)) for each in sections]
