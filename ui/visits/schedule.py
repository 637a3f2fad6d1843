"""The days of a visit as a list: what is when, the way to it, and what has no time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.records.visits import StopView, VisitView
from app.rules.visit_plan import Row, VisitPlan
from ui import theme
from ui.theme import Tone
from ui.visits import words
from ui.widgets.paged_model import ID_ROLE
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines, TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex


class Schedule(QListView):
    """`chosen(id)` when another stop is current, `removing(id)` with Delete, `pinning(id)` with P:
    its time is to be fixed, or free again."""

    chosen = Signal(int)
    removing = Signal(int)
    pinning = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.setAccessibleName(name)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(TwoLineDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_plan(self, view: VisitView, plan: VisitPlan) -> None:
        """Days with their stops, then what has no time; the stop chosen stays so."""
        before, at = self.key(), self.verticalScrollBar().value()
        wrong = {note.stop for note in plan.conflicts}
        self._quiet = True
        self._items().clear()
        for day in plan.days:
            self._group(words.day_title(day), words.back(day, view))
            for row in day.rows:
                self._stop(view, view.stop(row.stop), row, is_wrong=row.stop in wrong)
            if not day.rows:
                self._quiet_line("frei")
        if plan.left_out:
            self._group("Ohne Zeit", "")
            for key in plan.left_out:
                self._stop(view, view.stop(key), None, is_wrong=False)
        self._quiet = False
        self.choose(before)
        self.verticalScrollBar().setValue(at)

    def key(self) -> int | None:
        """The id of the stop chosen."""
        found = self.currentIndex().data(ID_ROLE)
        return found if isinstance(found, int) else None

    def choose(self, key: int | None) -> None:
        """Choose a stop without telling; None or an unknown id chooses nothing."""
        model = self._items()
        rows = [row for row in range(model.rowCount()) if model.index(row, 0).data(ID_ROLE) == key]
        self._quiet = True
        found = rows[0] if rows and key is not None else None
        self.setCurrentIndex(QModelIndex() if found is None else model.index(found, 0))
        if found is None:
            self.clearSelection()
        self._quiet = False

    def lines(self) -> tuple[str, ...]:
        """Every line in words, as a screen reader says it."""
        model = self._items()
        return tuple(str(model.index(row, 0).data()) for row in range(model.rowCount()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        key = self.key()
        if not self._quiet and key is not None:
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.key()
        if key is not None and event.key() == Qt.Key.Key_Delete:
            self.removing.emit(key)
        elif key is not None and event.key() == Qt.Key.Key_P and not event.modifiers():
            self.pinning.emit(key)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 160), theme.px(self, 3 * theme.TALL_ROW))

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - set above
        return model

    def _group(self, title: str, beside: str) -> None:
        runs = [Run(title, strong=True)]
        if beside:
            runs.append(Run(f"   {beside}", tone=Tone.SECOND))
        self._append(Lines(tuple(runs), group=True), Qt.ItemFlag.NoItemFlags)

    def _quiet_line(self, text: str) -> None:
        self._append(Lines((Run(text, tone=Tone.SECOND),), group=True), Qt.ItemFlag.NoItemFlags)

    def _stop(self, view: VisitView, stop: StopView, row: Row | None, *, is_wrong: bool) -> None:
        first = [Run(words.title(stop), strong=True)]
        if row is not None:
            times = f"{words.clock(row.start)}–{words.clock(row.end)}   "
            first.insert(0, Run(times, strong=True))
        if is_wrong:
            first += [Run("   "), Run("Widerspruch", tone=Tone.RED, icon="triangle-alert")]
        second = Run(_about(view, stop, row), tone=Tone.SECOND)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self._append(Lines(tuple(first), (second,)), flags, stop.id)

    def _append(self, lines: Lines, flags: Qt.ItemFlag, key: int | None = None) -> None:
        item = QStandardItem(lines.words())
        item.setToolTip(lines.words())
        item.setFlags(flags)
        item.setData(lines, LINES_ROLE)
        item.setData(key, ID_ROLE)
        self._items().appendRow(item)


def _about(view: VisitView, stop: StopView, row: Row | None) -> str:
    """The second line: the way, the place, and how sure the time is."""
    parts = [] if row is None else [words.way(row.way, view)]
    if row is None:
        parts.append(f"{stop.draft.minutes} min")
    parts.append(stop.town)
    if stop.draft.asked_start is not None and stop.draft.asked_day is not None:
        parts.append("fest")
    parts.append("bestätigt" if stop.draft.confirmed else "")
    return " · ".join(part for part in parts if part)
