"""The grid of a roster, by keyboard first: arrows, typing, Enter to the next day, whole rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.rosters.grid_model import GridModel
from ui.rosters.grid_painting import DayDelegate
from ui.rosters.weeks import WEEK

ROW, COLUMN, LEAST_ROWS = 46, 78, 6  # pixels at 100 %; rows that are always in sight
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class GridView(QTableView):
    """`moved()` when another cell is current. Ctrl+C, Ctrl+X and Ctrl+V take and give rows as a
    spreadsheet does, Ctrl+D copies the week to the next one, Shift+Space selects it, Ctrl+Z takes
    the last change back."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setAccessibleName("Dienste, eine Zeile je Woche")
        self.setProperty("popup", "true")
        delegate = DayDelegate(self)
        delegate.entered.connect(self._go_on)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress()
        self.selectionModel().currentChanged.connect(self._tell)

    def day(self) -> int | None:
        """The day of the current cell."""
        return self.grid.day_at(self.currentIndex())

    def days(self) -> tuple[int, ...]:
        """The days of the selected cells, else that of the current one."""
        chosen = {self.grid.day_at(index) for index in self.selectedIndexes()}
        found = sorted(day for day in chosen if day is not None)
        current = self.day()
        return tuple(found) or (() if current is None else (current,))

    def lead(self, day: int = 0) -> None:
        """Make a day current."""
        if 0 <= day < self.grid.weeks.days:
            self.setCurrentIndex(self.grid.index_of(day))

    def choose_week(self, row: int) -> None:
        """Select a whole week, its first day current."""
        days = self.grid.weeks.row_days(row)
        flags = QItemSelectionModel.SelectionFlag
        self.lead(days[0])
        for day in days:
            self.selectionModel().select(self.grid.index_of(day), flags.Select)

    def end_typing(self) -> None:
        """Take what stands in the cell in which one still types."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, text: str) -> None:
        """Type a text into the days that are selected; a single day is left for the next."""
        days = self.days()
        self.grid.enter(dict.fromkeys(days, text))
        if len(days) == 1:
            self._go_on(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_days(self) -> None:
        """Nobody works on the selected days."""
        self.grid.enter(dict.fromkeys(self.days(), ""))

    def copy(self) -> None:
        """The selected cells, as a spreadsheet takes them."""
        places = [self.grid.weeks.place(day) for day in self.days()]
        if not places:
            return
        rows, columns = ({each[at] for each in places} for at in (0, 1))
        lines = ["\t".join(self._texts(row, columns)) for row in range(min(rows), max(rows) + 1)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """What a spreadsheet gave, from the current cell on; what falls outside is left out."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()
        if row < 0 or not lines:
            return
        weeks = self.grid.weeks
        texts: dict[int, str] = {}
        for down, line in enumerate(lines):
            for right, text in enumerate(line.split("\t")):
                inside = column + right < WEEK
                day = weeks.day(row + down, column + right) if inside else None
                if day is not None:
                    texts[day] = text
        self.grid.enter(texts)

    def copy_week(self, *, to_all: bool = False) -> None:
        """Put the current week into the next one, or into all that follow."""
        row, rows = self.currentIndex().row(), self.grid.weeks.rows
        if row < 0 or row + 1 >= rows:
            return
        self.grid.copy_week(row, range(row + 1, rows if to_all else row + 2))
        if not to_all:
            self.setCurrentIndex(self.grid.index(row + 1, self.currentIndex().column()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(self._own(event) is not None)
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._own(event)
        if act is not None:
            act()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CTRL:
            self._go_on(0)
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == _SHIFT:
            self.choose_week(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_days()
        elif event.key() == Qt.Key.Key_Escape or (event.modifiers() & _CTRL and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), self._high(self.grid.weeks.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 240), self._high(min(self.grid.weeks.rows, LEAST_ROWS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def fit(self) -> None:
        """As high as its rows, each column with its share of the width."""
        self._fit()
        self.setMaximumHeight(self._high(self.grid.weeks.rows))
        self.updateGeometry()

    def _own(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key with Ctrl does here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.Cut):
            return self._cut
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        if event.matches(QKeySequence.StandardKey.Undo) and self.grid.can_take_back:
            return self.grid.take_back
        if event.key() == Qt.Key.Key_D and event.modifiers() == _CTRL:
            return self.copy_week
        if event.key() == Qt.Key.Key_D and event.modifiers() == _CTRL | _SHIFT:
            return lambda: self.copy_week(to_all=True)
        return None

    def _cut(self) -> None:
        self.copy()
        self.clear_days()

    def _texts(self, row: int, columns: Iterable[int]) -> list[str]:
        days = (self.grid.weeks.day(row, column) for column in sorted(columns))
        return ["" if day is None else self.grid.text_at(day) for day in days]

    def _go_on(self, down: int) -> None:
        """To the next day, or a week on; where the text could not be read, stay."""
        day = self.day()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if day is None or day in self.grid.unread():
            self.moved.emit()
            return
        onward = day + (down * WEEK if down else 1)
        if 0 <= onward < self.grid.weeks.days:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.grid.index_of(onward), flag)

    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit()

    def _dress(self) -> None:
        down, along = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(theme.px(self, ROW))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        along.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (down, along):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        down.sectionClicked.connect(self.choose_week)
        down.setSectionsClickable(True)
        down.setToolTip("Woche auswählen (Umschalt+Leertaste)")

    def _fit(self) -> None:
        least = theme.px(self, COLUMN)
        room = self.viewport().width()
        for column in range(WEEK):
            right, left = room * (column + 1) // WEEK, room * column // WEEK
            self.setColumnWidth(column, max(right - left, least))

    def _wide(self) -> int:
        return theme.px(self, COLUMN) * WEEK + self.verticalHeader().sizeHint().width()

    def _high(self, rows: int) -> int:
        header = self.horizontalHeader().sizeHint().height()
        return header + rows * theme.px(self, ROW) + 2 * self.frameWidth()
