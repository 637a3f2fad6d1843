"""A list in groups on the screen: groups that fold, rows by key, nothing that jumps."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui import theme
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Index, Section
from ui.widgets.two_line import TwoLineDelegate

R = TypeVar("R")


class GroupedView(QTreeView, Generic[R]):
    """`chosen(key or None)` when another row is current, `opened(key)` with Enter or a double
    click, `folds_changed` when a group was folded or unfolded.

    Subclasses give the `least` and the `wished` widths of their columns in pixels at 100 %, and
    which of them are `spared`, in this order, where there is no room for all.
    """

    chosen = Signal(object)
    opened = Signal(object)
    folds_changed = Signal()

    least: ClassVar[tuple[int, ...]]
    wished: ClassVar[tuple[int, ...]]
    spared: ClassVar[tuple[int, ...]] = ()

    def __init__(
        self, model: GroupedModel[R], folded: Iterable[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grouped = model
        self._folded = set(folded)
        self._quiet = False
        model.setParent(self)
        self.setModel(model)
        model.set_folded(self._folded)
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
        self.collapsed.connect(self._folds)
        self.expanded.connect(self._unfolds)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._open)

    @property
    def folded(self) -> frozenset[str]:
        """The groups that are folded, those not shown now included."""
        return frozenset(self._folded)

    def set_folded(self, keys: Iterable[str]) -> None:
        """Fold these groups, and no others."""
        self._folded = set(keys)
        self._grouped.set_folded(self._folded)
        self._dress()

    def current_key(self) -> Hashable | None:
        """The key of the row selected, None for none or a group."""
        row = self._grouped.row_at(self.currentIndex())
        return None if row is None else self._grouped.key_of(row)

    def set_sections(
        self,
        sections: Sequence[Section[R]],
        first: Hashable | None = None,
        *,
        same: bool,
        regrouped: bool = False,
    ) -> None:
        """Show these groups. `same`: another state of what was shown, where selection and place
        stay; the row that left its group hands the selection to the one that took its place.
        `regrouped`: the same rows in other groups, where the row selected stays so and keeps its
        height on the screen. Else the row `first` is selected, or the first one there is."""
        before = self.currentIndex()
        group = before.parent() if before.parent().isValid() else before
        at = (group.row(), before.row() if before.parent().isValid() else -1)
        key = self.current_key()
        old = self._grouped.sections
        was = old[at[0]].key if 0 <= at[0] < len(old) else None
        place = self.verticalScrollBar().value()
        high = self.visualRect(before).top()
        self._quiet = True
        if self._grouped.set_sections(sections):
            self._dress()
        wanted = self._grouped.index_of(key) if same and key is not None else QModelIndex()
        if same and key is None and was is not None:
            wanted = self._grouped.group_of(was)
        elif same and key is not None and not regrouped and self._group(wanted) != was:
            wanted = self._neighbour(was, at[1], wanted)
        if not wanted.isValid():
            wanted = self._first(first)
        if wanted.isValid():
            if regrouped:
                self.expand(wanted.parent())
            heading = wanted.parent()
            folded = heading.isValid() and not self.isExpanded(heading)
            self.setCurrentIndex(heading if folded else wanted)
        self.verticalScrollBar().setValue(place if same else 0)
        if regrouped and wanted.isValid():
            moved = self.visualRect(wanted).top() - high
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self._quiet = False

    def choose(self, key: Hashable | None) -> None:
        """Select a row and bring it into view."""
        index = self._grouped.index_of(key)
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet:
            self.chosen.emit(self.current_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key, row = event.key(), self.current_key()
        entered = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if row is None and index.isValid() and (entered or key == Qt.Key.Key_Space):
            self.setExpanded(index, not self.isExpanded(index))
        elif row is not None and key == Qt.Key.Key_Space:
            first = index.siblingAtColumn(0)
            self._grouped.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        elif row is not None and entered:
            self.opened.emit(row)
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
        room = self.viewport().width()
        least = [theme.px(self, wide) for wide in self.least]
        shown = list(range(len(least)))
        for column in self.spared:
            if sum(least[each] for each in shown) > room:
                shown.remove(column)
        for column in self.spared:
            self.setColumnHidden(column, column not in shown)
        more = [max(theme.px(self, self.wished[at]) - least[at], 0) for at in shown]
        spare = max(room - sum(least[at] for at in shown), 0)
        share = min(1.0, spare / max(sum(more), 1))
        widths = [least[at] + int(add * share) for at, add in zip(shown, more, strict=True)]
        widths[0] += max(room - sum(widths), 0)
        for column, wide in zip(shown, widths, strict=True):
            self.setColumnWidth(column, wide)

    def _dress(self) -> None:
        """After a reset: groups across all columns, folded as they were."""
        for row, section in enumerate(self._grouped.sections):
            self.setFirstColumnSpanned(row, QModelIndex(), True)  # noqa: FBT003 - Qt's own
            self.setExpanded(self._grouped.index(row, 0), section.key not in self._folded)

    def _group(self, index: QModelIndex) -> str | None:
        if not index.isValid():
            return None
        return self._grouped.sections[index.parent().row()].key

    def _neighbour(self, group: str | None, row: int, moved: QModelIndex) -> QModelIndex:
        """The row in the place of one that left, or that one where its new group is open."""
        parent = self._grouped.group_of(group) if group else QModelIndex()
        if parent.isValid():
            last = self._grouped.rowCount(parent) - 1
            return self._grouped.index(min(row, last), 0, parent)
        return moved if moved.isValid() and self.isExpanded(moved.parent()) else QModelIndex()

    def _first(self, key: Hashable | None) -> QModelIndex:
        following = self._grouped.index_of(key) if key is not None else QModelIndex()
        if following.isValid():
            return following
        for row in range(self._grouped.rowCount()):
            parent = self._grouped.index(row, 0)
            if self.isExpanded(parent):
                return self._grouped.index(0, 0, parent)
        return self._grouped.index(0, 0)

    def _folds(self, index: QModelIndex) -> None:
        self._fold(self._folded | {self._grouped.sections[index.row()].key})

    def _unfolds(self, index: QModelIndex) -> None:
        self._fold(self._folded - {self._grouped.sections[index.row()].key})

    def _fold(self, folded: set[str]) -> None:
        if folded != self._folded:
            self._folded = folded
            self._grouped.set_folded(folded)
            self.folds_changed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if self._grouped.row_at(index) is None:
            self.setExpanded(index, not self.isExpanded(index))

    def _open(self, index: QModelIndex) -> None:
        row = self._grouped.row_at(index)
        if row is not None:
            self.opened.emit(self._grouped.key_of(row))
