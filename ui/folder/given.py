"""The folders a family was given: looked at, saved and printed once more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.content.languages import language_name
from app.records.folders import FolderRow, PrintKind, Way
from ui import theme, wording
from ui.folder import exchange_words
from ui.widgets.buttons import push

if TYPE_CHECKING:
    from collections.abc import Sequence

_WAYS = {Way.SAVED: "gespeichert", Way.PRINTED: "gedruckt"}
_ROW = int(Qt.ItemDataRole.UserRole)


class RoomyDelegate(QStyledItemDelegate):
    """Lines of one row height at least, more where the words take more."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), theme.px(option.font, theme.ROW)))


class GivenList(QWidget):
    """`seen(FolderRow)`, `saved(FolderRow)`, `printed(FolderRow)` when one shall be looked at,
    saved or printed once more."""

    seen = Signal(object)
    saved = Signal(object)
    printed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Ausgegebene Mappen")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._offer)
        self.list.itemActivated.connect(lambda _item: self._tell(self.seen))
        self.see = push("&Ansehen", lambda: self._tell(self.seen), "book-open")
        self.save = push("Noch einmal &speichern …", lambda: self._tell(self.saved), "download")
        self.print = push("Noch einmal &drucken …", lambda: self._tell(self.printed), "printer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        lines = QVBoxLayout()
        lines.setContentsMargins(12, 0, 0, 0)
        lines.addWidget(self.list)
        column.addLayout(lines, 1)
        acts = QVBoxLayout()
        acts.setContentsMargins(12, 8, 12, 12)
        acts.setSpacing(8)
        for button in (self.see, self.save, self.print):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            acts.addLayout(row)
        column.addLayout(acts)
        self.setFocusProxy(self.list)
        self._offer()

    def show_rows(self, rows: Sequence[FolderRow], today: date) -> None:
        """These, newest first; the one selected stays so."""
        chosen = self.current()
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(said(row, today))
            item.setData(_ROW, row)
            self.list.addItem(item)
            if chosen is not None and row.id == chosen.id:
                self.list.setCurrentItem(item)
        if not rows:
            item = QListWidgetItem("Noch keine Mappe gespeichert oder gedruckt.")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        self._offer()

    @property
    def has_rows(self) -> bool:
        """Whether anything was given yet."""
        return isinstance(self.list.item(0).data(_ROW), FolderRow) if self.list.count() else False

    def current(self) -> FolderRow | None:
        """The one selected."""
        item = self.list.currentItem()
        found = item.data(_ROW) if item is not None else None
        return found if isinstance(found, FolderRow) else None

    def _offer(self, _at: int = -1) -> None:
        row = self.current()
        for button in (self.see, self.save, self.print):
            button.setEnabled(row is not None and row.is_kept)

    def _tell(self, signal: SignalInstance) -> None:
        row = self.current()
        if row is not None and row.is_kept:
            signal.emit(row)


def said(row: FolderRow, today: date) -> str:
    """When and how a folder left the program, in one sentence."""
    language = language_name(row.language) + (", zweisprachig" if row.bilingual else "")
    what = "" if row.kind is PrintKind.WHOLE else f"{exchange_words.KINDS[row.kind]} "
    return (
        f"{wording.moment(row.at, today)}: {what}{_WAYS[row.way]}, {language}, "
        f"{row.pages} Seiten ({row.who})"
    )
