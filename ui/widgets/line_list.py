"""A list of two-part lines: what each is called, and what is told beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.paged_model import ID_ROLE
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines, TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex
MOST = 4  # lines in sight, more are scrolled to


class LineList(QListView):
    """`chosen(id)` when the user chose another line. `tall`: what is told stands below the title
    instead of beside it."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None, *, tall: bool = False) -> None:
        super().__init__(parent)
        self._tall = tall
        self._shown: tuple[tuple[int, str, str], ...] = ()
        self._quiet = False
        self.setAccessibleName(name)
        self.setProperty("popup", "true")
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(TwoLineDelegate(self, tall=tall))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[tuple[int, str, str]]) -> None:
        """Ids, titles and what is told beside them; the line chosen stays so."""
        if tuple(lines) == self._shown:
            return
        before = self.key()
        self._shown = tuple(lines)
        self._quiet = True
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - set above
        model.clear()
        for key, title, beside in lines:
            told = f"{title}, {beside}" if beside else title
            item = QStandardItem(told)
            item.setToolTip(told)
            item.setData(key, ID_ROLE)
            item.setData(self._lines(title, beside), LINES_ROLE)
            model.appendRow(item)
        self._quiet = False
        self.choose(before)
        self.updateGeometry()

    def _lines(self, title: str, beside: str) -> Lines:
        head = Run(title, strong=True)
        if self._tall:
            return Lines((head,), (Run(beside, tone=Tone.SECOND),))
        return Lines((head, Run(f"   {beside}", tone=Tone.SECOND)) if beside else (head,))

    def key(self) -> int | None:
        """The id of the line chosen."""
        row = self.currentIndex().row()
        return self._shown[row][0] if 0 <= row < len(self._shown) else None

    def choose(self, key: int | None) -> None:
        """Choose a line without telling; None or an unknown id chooses nothing."""
        rows = [row for row, line in enumerate(self._shown) if line[0] == key]
        self._quiet = True
        self.setCurrentIndex(self.model().index(rows[0], 0) if rows else QModelIndex())
        if not rows:
            self.clearSelection()
        self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        key = self.key()
        if not self._quiet and key is not None:
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        rows = max(1, min(len(self._shown), MOST))
        high = theme.TALL_ROW if self._tall else theme.ROW
        return QSize(theme.px(self, 240), rows * theme.px(self, high) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 80), self.sizeHint().height())
