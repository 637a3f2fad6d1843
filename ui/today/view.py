"""The day on the screen: one line a row, the row selected opens for what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from app.records.agenda import Agenda, DueStep, Part
from app.records.chasing import Chase
from ui import icons, theme
from ui.today.acts import RowActs
from ui.today.model import LEAD_ROLE, Barred, DayModel, DayRow, More
from ui.widgets.grouped_model import Index, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.two_line import BAR, TwoLineDelegate

SNOOZED = (Part.SNOOZED.value,)
"""The groups that are folded at first."""


class DayList(GroupedView[DayRow]):
    """`ticked(step)` or `chased(Chase)` with Space or a click on the box, `more_wanted(part)` on
    the last row of a part of which not all is shown."""

    least: ClassVar[tuple[int, ...]] = (260, 116, 120, 228)
    wished: ClassVar[tuple[int, ...]] = (310, 172, 168, 248)
    spared: ClassVar[tuple[int, ...]] = (2,)

    ticked = Signal(int)
    chased = Signal(object)
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.days = DayModel()
        self._pressed = True  # until all of it is there
        super().__init__(self.days, SNOOZED, parent)
        self.setAccessibleName("Was heute zu tun ist")
        self.acts = RowActs(self.viewport())
        self.setItemDelegate(DayDelegate(self))
        self.acts.resized.connect(self._lay_acts)
        self.acts.left.connect(self._take_focus)
        self.days.ticked.connect(self.ticked)
        self.days.chased.connect(self.chased)
        self.opened.connect(self._show_more)
        self.clicked.connect(self._hit_more)
        self._pressed = False

    def row(self) -> DayRow | None:
        """The row selected, None for none or a group."""
        return self.days.row_at(self.currentIndex())

    def set_agenda(
        self, agenda: Agenda, sections: Sequence[Section[DayRow]], *, same: bool
    ) -> None:
        """Show a day; `same`: another state of what was shown, where selection and place stay."""
        self.days.set_today(agenda.today)
        self.set_sections(sections, same=same)
        self._lay_acts()

    def opened_by(self, index: Index) -> int:
        """How much higher than others the row of an index is, in pixels."""
        if index.column() or self.acts.isHidden() or not self._is_current(index):
            return 0
        return self.acts.high(self.viewport().width())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._pressed and not self._quiet:
            self._lay_acts()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rows stay where they are until the button is let go: a box is hit where it was seen."""
        self._pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = False
        self._lay_acts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and isinstance(self.row(), More):
            self._show_more(self.current_key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_acts()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_acts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_acts()

    def _lay_acts(self) -> None:
        """Open the row selected; it keeps its height on the screen where that can be."""
        if self._pressed:
            return
        row, index = self.row(), self.currentIndex()
        before = self.visualRect(index).top()
        if isinstance(row, DueStep | Barred | Chase):
            self.acts.set_row(row, self.days.today)
            self.acts.show()
        else:
            self.acts.hide()
        self.doItemsLayout()
        if index.isValid() and before > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - before)
        self._keep_in_sight(index)
        self._place_acts()

    def _keep_in_sight(self, index: QModelIndex) -> None:
        """Scroll so that the whole open row is seen, where it was seen before."""
        rect = self.visualRect(index)
        if rect.isEmpty():
            return
        below = rect.bottom() + 1 - self.viewport().height()
        if 0 < below <= rect.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + below)

    def _place_acts(self) -> None:
        acts: RowActs | None = getattr(self, "acts", None)  # not yet while Qt builds the view
        if acts is None or acts.isHidden():
            return
        rect = self.visualRect(self.currentIndex().siblingAtColumn(0))
        high = theme.px(self, theme.ROW)
        if rect.isEmpty():
            acts.setGeometry(0, -rect.height() - 500, self.viewport().width(), high)
            return
        acts.setGeometry(0, rect.top() + high, self.viewport().width(), rect.height() - high)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hit_more(self, index: QModelIndex) -> None:
        row = self.days.row_at(index)
        if isinstance(row, More):
            section, at = self.days.sections[index.parent().row()].key, index.row()
            self.more_wanted.emit(row.part)
            first = self.days.index(at, 0, self.days.group_of(section))  # of those that came
            if first.isValid():
                self.setCurrentIndex(first)

    def _show_more(self, _key: object) -> None:
        self._hit_more(self.currentIndex())


class DayDelegate(TwoLineDelegate):
    """Rows of one line; the words of the open row stay in its first 28 pixels."""

    def __init__(self, view: DayList) -> None:
        super().__init__(view, tall=False)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.px(option.font, theme.ROW) + self._view.opened_by(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line(option)
        super().paint(painter, line, index)
        lead = index.data(LEAD_ROLE)
        if lead:
            size = theme.px(option.font, icons.SIZE)
            red = theme.colours_of(option.palette).red
            painter.drawPixmap(self._box(line), icons.pixmap(str(lead), red, size))
        if option.rect.height() > line.rect.height():
            self._paint_open(painter, option, line.rect.height(), index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return super().editorEvent(event, model, _line(option), index)

    def _paint_open(
        self, painter: QPainter, option: QStyleOptionViewItem, line: int, index: Index
    ) -> None:
        colours = theme.colours_of(option.palette)
        rect = option.rect.adjusted(0, line - 1, 0, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(colours.selection if chosen else colours.panel))
        if chosen and index.column() == 0:
            awake = bool(option.state & QStyle.StateFlag.State_Active)
            bar = QRect(0, rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(colours.accent if awake else colours.edge))
        painter.save()
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _inner(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        inner = super()._inner(option, index)
        if index.data(LEAD_ROLE) is None:
            return inner
        free = theme.px(option.font, icons.SIZE) + theme.px(option.font, 12)
        return inner.adjusted(free, 0, 0, 0)


def _line(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """The row as if it were not open."""
    line = QStyleOptionViewItem(option)
    high = min(option.rect.height(), theme.px(option.font, theme.ROW))
    line.rect = QRect(option.rect.left(), option.rect.top(), option.rect.width(), high)
    return line
