"""The checklist on the screen: groups that fold, rows that tick, nothing that jumps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.records.plan import PlanView
from ui import theme
from ui.relocation.groups import SETTLED, Group, sections
from ui.relocation.model import Checklist
from ui.theme import Tone
from ui.widgets.two_line import TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex
# The step's own column first, then due, kind, papers, for whom: least and wished for.
LEAST = (184, 156, 104, 120, 56)
WISHED = (300, 164, 144, 188, 68)


class ChecklistView(QTreeView):
    """`chosen(step or None)`, `ticked(step)` with Space or a click on the box, `noted(step)` with
    F2, `opened(step)` with Enter; all but the first give ids."""

    chosen = Signal(object)
    ticked = Signal(int)
    noted = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded: set[Group] = set(SETTLED)
        self._quiet = False
        self.setAccessibleName("Checkliste für den Umzug")
        self.checklist = Checklist(self)
        self.setModel(self.checklist)
        self.checklist.set_folded(self._folded)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget())
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.checklist.ticked.connect(self.ticked)
        self.collapsed.connect(self._folds)
        self.expanded.connect(self._unfolds)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._open)

    def current_step(self) -> int | None:
        """The id of the step selected, None for none or a group."""
        step = self.checklist.step_at(self.currentIndex())
        return step.id if step else None

    def set_plan(self, plan: PlanView, person: int | None, *, same: bool) -> None:
        """Show a plan. `same`: another state of the same case, where selection and place stay;
        the row that left its group hands the selection to the one that took its place."""
        before = self.currentIndex()
        group = before.parent() if before.parent().isValid() else before
        at = (group.row(), before.row() if before.parent().isValid() else -1)
        step_id = self.current_step()
        old = self.checklist.sections
        was = old[at[0]].group if 0 <= at[0] < len(old) else None
        place = self.verticalScrollBar().value()
        self._quiet = True
        if self.checklist.set_plan(plan, sections(plan, person)):
            self._dress()
        wanted = self.checklist.index_of(step_id) if same else QModelIndex()
        if same and step_id is None and was is not None:
            wanted = self._row_of(was)
        elif same and step_id is not None and self._group(wanted) is not was:
            wanted = self._neighbour(was, at[1], wanted)
        if not wanted.isValid():
            wanted = self._first(plan)
        if wanted.isValid():
            group = wanted.parent()
            folded = group.isValid() and not self.isExpanded(group)
            self.setCurrentIndex(group if folded else wanted)
        self.verticalScrollBar().setValue(place if same else 0)
        self._quiet = False

    def choose(self, step_id: int | None) -> None:
        """Select a step and bring it into view."""
        index = self.checklist.index_of(step_id)
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet:
            self.chosen.emit(self.current_step())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        step = self.current_step()
        key = event.key()
        entered = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if step is None and index.isValid() and (entered or key == Qt.Key.Key_Space):
            self.setExpanded(index, not self.isExpanded(index))
        elif step is not None and key == Qt.Key.Key_Space:
            first = index.siblingAtColumn(0)
            self.checklist.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        elif step is not None and key == Qt.Key.Key_F2:
            self.noted.emit(step)
        elif step is not None and entered:
            self.opened.emit(step)
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, option, index)
        if self.hasFocus() and self._is_current(index):
            painter.save()
            painter.setPen(QPen(theme.colour_of(self.palette(), Tone.ACCENT), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _is_current(self, index: Index) -> bool:
        current = self.currentIndex()
        return index.row() == current.row() and index.parent() == current.parent()

    def _spread(self) -> None:
        least = [theme.px(self, wide) for wide in LEAST]
        more = [theme.px(self, wide) - few for wide, few in zip(WISHED, least, strict=True)]
        spare = max(self.viewport().width() - sum(least), 0)
        share = min(1.0, spare / sum(more))
        widths = [few + int(add * share) for few, add in zip(least, more, strict=True)]
        widths[0] += max(self.viewport().width() - sum(widths), 0)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)

    def _dress(self) -> None:
        """After a reset: groups across all columns, folded as they were."""
        for row, section in enumerate(self.checklist.sections):
            self.setFirstColumnSpanned(row, QModelIndex(), True)  # noqa: FBT003 - Qt's own
            index = self.checklist.index(row, 0)
            self.setExpanded(index, section.group not in self._folded)

    def _row_of(self, group: Group) -> QModelIndex:
        for row, section in enumerate(self.checklist.sections):
            if section.group is group:
                return self.checklist.index(row, 0)
        return QModelIndex()

    def _group(self, index: QModelIndex) -> Group | None:
        if not index.isValid():
            return None
        return self.checklist.sections[index.parent().row()].group

    def _neighbour(self, group: Group | None, row: int, moved: QModelIndex) -> QModelIndex:
        """The row in the place of one that left, or that one where its new group is open."""
        parent = self._row_of(group) if group else QModelIndex()
        if parent.isValid():
            last = self.checklist.rowCount(parent) - 1
            return self.checklist.index(min(row, last), 0, parent)
        return moved if moved.isValid() and self.isExpanded(moved.parent()) else QModelIndex()

    def _first(self, plan: PlanView) -> QModelIndex:
        following = self.checklist.index_of(plan.next_step)
        if following.isValid():
            return following
        for row in range(self.checklist.rowCount()):
            parent = self.checklist.index(row, 0)
            if self.isExpanded(parent):
                return self.checklist.index(0, 0, parent)
        return self.checklist.index(0, 0)

    def _folds(self, index: QModelIndex) -> None:
        self._folded.add(self.checklist.sections[index.row()].group)
        self.checklist.set_folded(self._folded)

    def _unfolds(self, index: QModelIndex) -> None:
        self._folded.discard(self.checklist.sections[index.row()].group)
        self.checklist.set_folded(self._folded)

    def _clicked(self, index: QModelIndex) -> None:
        if self.checklist.step_at(index) is None:
            self.setExpanded(index, not self.isExpanded(index))

    def _open(self, index: QModelIndex) -> None:
        step = self.checklist.step_at(index)
        if step is not None:
            self.opened.emit(step.id)
