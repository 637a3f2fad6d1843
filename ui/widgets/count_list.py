"""A list of names with a count at the right end: saved filters, stages, kinds of providers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, theme
from ui.theme import Tone
from ui.widgets.runs import Run, paint_runs, width_of

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE = int(Qt.ItemDataRole.UserRole) + 3
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Counted:
    """One line: `key` is what is told when it is chosen; `lead` a number or "" before the name."""

    key: object
    name: str
    count: int | None = None
    icon: str = ""
    lead: str = ""


class CountList(QListView):
    """`chosen(key)` with click, Enter or arrow key. As high as its lines, never scrolling.
    `passed(step)` when an arrow key leads beyond the last line (1) or the first (-1)."""

    chosen = Signal(object)
    passed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("ground", "window")
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self._quiet = False

    def set_lines(self, lines: Sequence[Counted]) -> None:
        """Other lines or counts; the key chosen stays chosen, and is not told again."""
        before = self.key()
        self._quiet = True
        self._lines.set_lines(lines)
        self._quiet = False
        self.choose(before)
        self.updateGeometry()

    def key(self) -> object:
        """The key of the line chosen, None without one."""
        row = self.currentIndex().row()
        return self._lines.lines[row].key if row >= 0 else None

    def choose(self, key: object) -> None:
        """Choose without telling; an unknown key chooses nothing."""
        rows = [row for row, line in enumerate(self._lines.lines) if line.key == key]
        self._quiet = True
        if rows and key is not None:
            self.setCurrentIndex(self._lines.index(rows[0]))
        else:
            self.clearSelection()
            self.setCurrentIndex(NOWHERE)
        self._quiet = False

    def enter(self, step: int) -> None:
        """Choose the first line (1) or the last (-1), told, and take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._lines.index(0 if step > 0 else len(self._lines.lines) - 1))

    def place(self) -> QRect:
        """Where the line chosen is, within this list."""
        return self.visualRect(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        row = self.currentIndex().row()
        if step and row >= 0 and not 0 <= row + step < len(self._lines.lines):
            self.passed.emit(step)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._lines.lines[current.row()].key)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, 180), theme.px(self, theme.ROW) * len(self._lines.lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 80), self.sizeHint().height())


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Counted, ...] = ()

    def set_lines(self, lines: Sequence[Counted]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == COUNT_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole and line.count is not None:
            return f"{line.name}: {line.count}"
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, theme.px(option.font, theme.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Counted = index.data(COUNT_ROLE)
        colours = theme.colours_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(theme.px(option.font, 8), 0, -theme.px(option.font, 8), 0)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent)
            )
        inner = rect.adjusted(theme.px(option.font, 8), 0, -theme.px(option.font, 8), 0)
        count = "" if line.count is None else f"{line.count:,}".replace(",", ".")
        number = [Run(count, strong=chosen)]
        wide = width_of(number)
        place = QRect(inner.right() - wide, inner.top(), wide + 1, inner.height())
        paint_runs(painter, place, number, option.palette)
        left = inner.left()
        if line.icon:
            size = theme.px(option.font, icons.SIZE)
            colour = theme.colour_of(option.palette, Tone.ACCENT if chosen else Tone.SECOND)
            top = inner.center().y() - size // 2
            painter.drawPixmap(left, top, icons.pixmap(line.icon, colour.name(), size))
        elif line.lead:
            lead = QRect(left, inner.top(), theme.px(option.font, 16), inner.height())
            painter.setPen(theme.colour_of(option.palette, Tone.LABEL))
            painter.setFont(theme.face_font())
            painter.drawText(
                lead, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), line.lead
            )
        if line.icon or line.lead:
            left += theme.px(option.font, 24)
        words = QRect(left, inner.top(), place.left() - left - 8, inner.height())
        paint_runs(painter, words, [Run(line.name, strong=chosen)], option.palette)
        painter.restore()
