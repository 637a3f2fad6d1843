"""What comes: the next seven days with their counts, and which directory entries to check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.records.agenda import DayAhead
from ui import theme, wording
from ui.theme import Tone
from ui.today import words
from ui.today.checks import Checks
from ui.widgets.runs import Run, paint_runs, plain, width_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 6
DATE, BADGE = 84, 24  # pixels at 100 %: the day, the number in its field


class Outlook(QWidget):
    """`chosen(day or None)` when a day is picked out, or let go by a second click or Esc."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        title = QLabel("Nächste sieben Tage")
        theme.set_face(title, "head")
        self._count = QLabel()
        theme.set_tone(self._count, Tone.SECOND)
        head = QHBoxLayout()
        side = theme.px(self, 16)
        head.setContentsMargins(side, theme.px(self, 8), side, theme.px(self, 8))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        self.days = DaysView()
        self.days.picked.connect(self.chosen)
        body = QWidget()
        body.setAutoFillBackground(True)
        body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.days)
        self.checks = Checks()
        column.addWidget(self.checks)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.days)

    def set_days(self, days: Sequence[DayAhead], chosen: date | None) -> None:
        """Show these days, with the one that is picked out."""
        total = sum(day.total for day in days)
        self._count.setText("1 Termin" if total == 1 else f"{total} Termine")
        self.days.set_days(days, chosen)


class DaysView(QListView):
    """`picked(day)` with a click, Enter or Space on a day that has something; once more, or Esc,
    gives `picked(None)`. As high as its days, never scrolling."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Nächste sieben Tage")
        self._days = _Days(self)
        self._chosen: date | None = None
        self.setModel(self._days)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.clicked.connect(self._pick)

    @property
    def chosen(self) -> date | None:
        """The day picked out."""
        return self._chosen

    def set_days(self, days: Sequence[DayAhead], chosen: date | None) -> None:
        """Other days or counts; where the focus is stays."""
        self._chosen = chosen
        row = self.currentIndex().row()
        self._days.set_days(days)
        self.setCurrentIndex(self._days.index(max(row, 0)))
        self.updateGeometry()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.picked.emit(None)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, 300), theme.px(self, theme.ROW) * len(self._days.days))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 200), self.sizeHint().height())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            day = self._days.days[index.row()]
            if day.on == self._chosen:
                self.picked.emit(None)
            elif day.total:
                self.picked.emit(day.on)


class _Days(QAbstractListModel):
    def __init__(self, view: DaysView) -> None:
        super().__init__(view)
        self._view = view
        self.days: tuple[DayAhead, ...] = ()

    def set_days(self, days: Sequence[DayAhead]) -> None:
        if len(days) != len(self.days):
            self.beginResetModel()
            self.days = tuple(days)
            self.endResetModel()
        else:
            self.days = tuple(days)
            self.dataChanged.emit(self.index(0), self.index(len(days) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self.days[index.row()]
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{wording.short_day(day.on)} {day.total} {plain(words.ahead(day))}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            picked = ", ausgewählt" if day.on == self._view.chosen else ""
            return f"{words.spoken_ahead(day)}{picked}"
        if role == Qt.ItemDataRole.ToolTipRole and day.first is not None:
            return words.spoken_ahead(day)
        return None


class _Painter(QStyledItemDelegate):
    """Day, number in a field, the first that is due."""

    def __init__(self, view: DaysView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, theme.px(option.font, theme.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day: DayAhead = index.data(DAY_ROLE)
        colours, rect = theme.colours_of(option.palette), option.rect
        chosen = day.on == self._view.chosen
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent)
            )
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        side = theme.px(option.font, 16)
        inner = rect.adjusted(side, 0, -side, 0)
        tone = Tone.INK if day.total else Tone.SECOND
        name = Run(wording.short_day(day.on), strong=bool(day.total), tone=tone)
        paint_runs(painter, inner, [name], option.palette)
        left = inner.left() + theme.px(option.font, DATE)
        self._paint_number(painter, option, QRect(left, inner.top(), 0, inner.height()), day)
        left += theme.px(option.font, BADGE + 8)
        told = QRect(left, inner.top(), inner.right() - left, inner.height())
        paint_runs(painter, told, words.ahead(day), option.palette)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    @staticmethod
    def _paint_number(
        painter: QPainter, option: QStyleOptionViewItem, place: QRect, day: DayAhead
    ) -> None:
        colours = theme.colours_of(option.palette)
        run = Run(str(day.total) if day.total else "–", strong=bool(day.total), tone=Tone.INK)
        wide = max(theme.px(option.font, BADGE), width_of([run]) + theme.px(option.font, 8))
        high = theme.px(option.font, 20)
        field = QRect(place.left(), place.center().y() - high // 2 + 1, wide, high)
        if day.total:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(QRectF(field), 4, 4)
            painter.restore()
        middle = field.adjusted((wide - width_of([run])) // 2, 0, 0, 0)
        paint_runs(painter, middle, [run], option.palette)
