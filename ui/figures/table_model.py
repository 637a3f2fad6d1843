"""A figure as a table: names, bars, the numbers of this period and of the one before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.records.figure_bars import Drawing, FigureBar, bars, drawing, is_alike
from app.records.figures import FigureReport, FigureTable, Period
from ui.figures import words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 1
STRONG_ROLE = BAR_ROLE + 1
BAR = 1
"""The column of the bars."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class _Row:
    name: str
    numbers: tuple[str, ...]
    said: str
    bar: FigureBar | None = None
    strong: bool = False


class FigureModel(QAbstractTableModel):
    """BAR_ROLE gives the `FigureBar` to be painted, None in rows without one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[_Row, ...] = ()

    def show(self, table: FigureTable, report: FigureReport) -> None:
        """Another figure, or the same counted again."""
        self.beginResetModel()
        before = report.before if table.compares else None
        self._heads = _heads(table, report.period, before)
        self._rows = _rows(table)
        self.endResetModel()

    def sentence(self, row: int) -> str:
        """A row in words."""
        return self._rows[row].said

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == BAR_ROLE:
            return row.bar if column == BAR else None
        if role == STRONG_ROLE:
            return row.strong
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", row.name)[column == 0] if column <= BAR else row.numbers[column - BAR - 1]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if column == BAR or role == Qt.ItemDataRole.ToolTipRole:
                return row.said
            return self.data(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column > BAR else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section > BAR else _LEFT
        return None


def _heads(table: FigureTable, period: Period, before: Period | None) -> tuple[str, ...]:
    now = words.short(period)
    then = () if before is None else (words.short(before),)
    match drawing(table.definition.key):
        case Drawing.STRIPS:
            strip = "Strich: Mitte, Streifen: Hälfte"
            medians = tuple(f"Mitte {each}" for each in then)
            return ("Phase", strip, f"Mitte {now}", "Hälfte (Tage)", "Haushalte", *medians)
        case Drawing.PARTS:
            return ("", "", now, "von", *then)
        case Drawing.BARS:
            both = f"dick {now}, dünn {then[0]}" if then and table.lines else ""
            return ("", both, now, *then)


def _rows(table: FigureTable) -> tuple[_Row, ...]:
    key, unit = table.definition.key, table.definition.unit
    if is_alike(table):
        each = bars(table)[0]
        found = [_Row(words.EACH, _numbers(each, table), words.bar(table, each, words.EACH), each)]
    else:
        found = [
            _Row(words.line(key, bar.line), _numbers(bar, table), words.bar(table, bar), bar)
            for bar in bars(table)
        ]
    if table.unknown != 0 or (table.compares and table.unknown_before != 0):
        numbers: tuple[str, ...] = (words.number(table.unknown),)
        if table.compares:
            numbers = (*numbers, words.number(table.unknown_before))
        found.append(_Row(words.UNKNOWN, numbers, f"{words.UNKNOWN}: {numbers[0]}"))
    if table.has_total:
        numbers = (words.total(table.total),)
        if table.compares:
            numbers = (*numbers, words.total(table.total_before))
        said = f"{words.TOTAL}: {words.counted(table.total, unit)}"
        found.append(_Row(words.TOTAL, numbers, said, strong=True))
    return tuple(found)


def _numbers(bar: FigureBar, table: FigureTable) -> tuple[str, ...]:
    line = bar.line
    match drawing(table.definition.key):
        case Drawing.STRIPS:
            now = (words.days(line.days), words.middle(line.days), words.number(line.count))
            return (*now, words.days(line.days_before)) if table.compares else now
        case Drawing.PARTS:
            parts = (words.number(line.count), words.number(line.of))
            return (*parts, words.number(line.before)) if table.compares else parts
        case Drawing.BARS:
            count = (words.number(line.count),)
            return (*count, words.number(line.before)) if table.compares else count
