"""The list of chapters: ordered by drag and by keys, ticked, opened in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from app.records.compositions import ChapterKind
from ui import theme
from ui.folder.chapter_delegate import CHEVRON, ChapterDelegate, toggle
from ui.folder.chapter_model import ChapterModel
from ui.folder.chapter_rows import ChapterRow, FallenRow, HintRow, Top

Index = QModelIndex | QPersistentModelIndex


class ChapterList(QTreeView):
    """`chosen(key)` when another chapter is current by hand, `moved(key, before)` by drag or keys,
    `led(Hint)` when a hint was followed, `removed(key)` with Delete. Space ticks, Enter and the
    right arrow open, Alt with the arrows moves."""

    chosen = Signal(str)
    moved = Signal(str, str)
    led = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChapterModel(self)
        self._quiet = False
        self.setModel(self.rows)
        self.setItemDelegate(ChapterDelegate(self))
        self.setAccessibleName("Kapitel der Mappe")
        self.setAccessibleDescription(
            "Leertaste nimmt ein Kapitel auf oder heraus, Eingabe öffnet, was es enthält, "
            "Alt und Pfeiltaste verschieben es."
        )
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        # Not within the drop itself, as the list is filled anew.
        self.rows.moved.connect(self.moved, Qt.ConnectionType.QueuedConnection)
        self.expanded.connect(self._repaint)
        self.collapsed.connect(self._repaint)

    def set_tops(self, tops: tuple[Top, ...], *, writable: bool) -> None:
        """Other rows; what is selected, open and in view stays so."""
        key = self.current_key()
        row = self.currentIndex().row()
        is_open = {
            top.row.key
            for at, top in enumerate(self.rows.tops)
            if self.isExpanded(self.rows.index(at, 0))
        }
        place = self.verticalScrollBar().value()
        self._quiet = True
        if self.rows.set_tops(tops, writable=writable):
            for at, top in enumerate(tops):
                self.setExpanded(self.rows.index(at, 0), top.row.key in is_open)
            wanted = self.rows.index_of(key) if key else QModelIndex()
            if not wanted.isValid() and tops:
                wanted = self.rows.index(min(max(row, 0), len(tops) - 1), 0)
            self.setCurrentIndex(wanted)
            self.verticalScrollBar().setValue(place)
        self._quiet = False

    def current_key(self) -> str:
        """The key of the row selected, blank for none."""
        row = self.rows.row_at(self.currentIndex())
        return row.key if row is not None else ""

    def mark(self, key: str) -> None:
        """Select a chapter without telling; a row below it that is selected stays so."""
        index = self.rows.index_of(key)
        current = self.currentIndex()
        if not index.isValid() or current == index or current.parent() == index:
            return
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.rows.row_at(current)
        if not self._quiet and isinstance(row, ChapterRow):
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key, row = event.key(), self.rows.row_at(index)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._shift(_STEPS[key])
        elif key == Qt.Key.Key_Space:
            if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                toggle(self.rows, index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif key == Qt.Key.Key_Delete and isinstance(row, ChapterRow):
            if self.rows.writable and row.key.startswith(f"{ChapterKind.BROCHURE.value}:"):
                self.removed.emit(row.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self.rows.row_at(index)
        beside = self.viewport().width() - event.position().x() < theme.px(self, CHEVRON)
        if isinstance(row, HintRow | FallenRow) or (beside and self.rows.rowCount(index)):
            self._open(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # hints take as many lines as they need

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if isinstance(row, HintRow):
            self.led.emit(row.hint)
        elif self.rows.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
        elif index.flags() & Qt.ItemFlag.ItemIsUserCheckable and index.parent().isValid():
            toggle(self.rows, index)

    def _shift(self, by: int) -> None:
        """One place up or down among the chapters that are shown."""
        index = self.currentIndex()
        if index.parent().isValid():
            index = index.parent()
        if not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        row = self.rows.row_at(index)
        key = row.key if row is not None else ""
        target = index.row() + (2 if by > 0 else -1)
        if target < 1 or (by > 0 and not self.rows.chapter_from(index.row() + 1, key)):
            return
        self.moved.emit(key, self.rows.chapter_from(target, key))

    def _repaint(self, index: QModelIndex) -> None:
        self.viewport().update(self.visualRect(index))


_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
