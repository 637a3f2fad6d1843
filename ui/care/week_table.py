"""The same week as a table, for the keyboard and screen readers: a row for each day."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.records.care_board import CareDay, Helper
from ui import theme
from ui.care import telling, words
from ui.care.telling import Week
from ui.wording import day

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
COLUMNS = ("Tag", "Dienste", "Bedarf", "Gedeckt durch", "Offen")


class WeekModel(QAbstractTableModel):
    """Days in words; a line for each duty and piece."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def set_week(
        self, week: Week, parents: Mapping[int, str], helpers: Mapping[int, Helper]
    ) -> None:
        """Other days."""
        self.beginResetModel()
        self._rows = tuple(_cells(each, parents, helpers) for each in week.days)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


class WeekTable(QTableView):
    """Rows as high as their lines; the table is as high as its rows: `fitted()`."""

    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week_model = WeekModel(self)
        self.setModel(self.week_model)
        self.setAccessibleName("Woche als Tabelle")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, wide in enumerate((132, 0, 64, 0, 0)):
            mode = QHeaderView.ResizeMode.Fixed if wide else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
            if wide:
                head.resizeSection(column, theme.px(self, wide))
        head.sectionResized.connect(self._fit)

    def set_week(
        self, week: Week, parents: Mapping[int, str], helpers: Mapping[int, Helper]
    ) -> None:
        """Show a week."""
        self.week_model.set_week(week, parents, helpers)
        self.setAccessibleDescription(telling.week(week))
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.week_model.rowCount()))
        bar = self.horizontalScrollBar().height() if self.horizontalScrollBar().isVisible() else 0
        self.setFixedHeight(self.horizontalHeader().height() + rows + bar + 4)
        self.fitted.emit()


def _cells(
    each: CareDay, parents: Mapping[int, str], helpers: Mapping[int, Helper]
) -> tuple[str, ...]:
    named = [name for name in (each.holiday, each.school_holiday) if name]
    duties = [
        f"{parents.get(bar.person, '')} {words.span(bar.start, bar.end)}, fort "
        f"{words.span(bar.away_start, bar.away_end)}"
        for bar in each.duties
    ]
    covered = [telling.piece(one, helpers) for one in each.pieces if one.by is not None]
    left = [telling.piece(one, helpers) for one in each.pieces if one.by is None]
    needed = words.hours(each.needed) if each.needed else "–"
    return (
        "\n".join([day(each.on), *named]),
        "\n".join(duties) or "kein Dienst",
        needed,
        "\n".join(covered) or "–",
        "\n".join(one.removeprefix("offen ") for one in left) or "–",
    )
