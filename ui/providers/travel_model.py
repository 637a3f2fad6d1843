"""The table of travel times: the routes of one town, or all that are entered, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.records.travel import Town, TravelDraft, TravelView
from app.rules.distance import kilometres
from app.rules.travel import folded, route
from ui.amounts import crow

Index = QModelIndex | QPersistentModelIndex
FROM, TO, MINUTES, FERRY, NOTE, CROW = range(6)
COLUMNS = ("Von", "Nach", "Minuten", "Fähre", "Notiz", "Luftlinie")
NOWHERE = QModelIndex()
_ITEM = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True)
class Route:
    """A line of the table; `time` is None where nothing is entered, `crow` the distance between
    the towns in kilometres, None where one is not on the map."""

    first: str
    second: str
    time: TravelView | None = None
    crow: float | None = None
    unknown: tuple[str, ...] = ()


def routes(
    times: Sequence[TravelView], towns: Sequence[Town], start: str | None, more: Sequence[str]
) -> list[Route]:
    """The lines for a town: every other town of the map and whatever else it has a time to, with
    the towns of `more`. Without a town: every route that is entered."""
    points = {folded(town.name): town.point for town in towns}

    def line(first: str, second: str, time: TravelView | None) -> Route:
        ends = points.get(folded(first)), points.get(folded(second))
        crow = kilometres(ends[0], ends[1]) if ends[0] and ends[1] else None
        unknown = tuple(name for name in (first, second) if folded(name) not in points)
        return Route(first, second, time, crow, unknown)

    if start is None:
        return [line(time.draft.first, time.draft.second, time) for time in times]
    known = {route(time.draft.first, time.draft.second): time for time in times}
    here = folded(start)
    others = [town.name for town in towns] + list(more)
    for time in times:
        ends = (time.draft.first, time.draft.second)
        if here in map(folded, ends):
            others += [name for name in ends if folded(name) != here]
    once = {folded(name): name for name in reversed(others)}
    names = [once.pop(folded(name)) for name in others if folded(name) in once]
    return [
        line(start, name, known.get(route(start, name))) for name in names if folded(name) != here
    ]


class TravelModel(QAbstractTableModel):
    """`enter(draft, typed)` and `remove(id)` do what was typed; minutes that are no number come as
    their text, to be refused in words."""

    def __init__(
        self,
        enter: Callable[[TravelDraft, str], None],
        remove: Callable[[int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._enter = enter
        self._remove = remove
        self._routes: list[Route] = []

    def set_routes(self, found: Sequence[Route]) -> None:
        """Other lines; where they are the same routes, what is selected stays."""
        same = [(r.first, r.second) for r in found] == [(r.first, r.second) for r in self._routes]
        if same:
            self._routes = list(found)
            if found:
                last = self.index(len(found) - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._routes = list(found)
        self.endResetModel()

    def route_at(self, row: int) -> Route:
        return self._routes[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._routes)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entered = self._routes[index.row()].time is not None
        if index.column() == MINUTES or (index.column() == NOTE and entered):
            return _ITEM | Qt.ItemFlag.ItemIsEditable
        if index.column() == FERRY and entered:
            return _ITEM | Qt.ItemFlag.ItemIsUserCheckable
        return _ITEM

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._routes[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _text(line, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == FERRY and line.time:
            return Qt.CheckState.Checked if line.time.draft.ferry else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = _said(line, column)
            return f"{COLUMNS[column]}: {said}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, column = self._routes[index.row()], index.column()
        draft = line.time.draft if line.time else TravelDraft(line.first, line.second, 0)
        if column == FERRY and role == Qt.ItemDataRole.CheckStateRole and line.time:
            ticked = Qt.CheckState(value) is Qt.CheckState.Checked
            self._enter(replace(draft, ferry=ticked), "")
            return True
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == _text(line, column):
            return False
        if column == NOTE and line.time:
            self._enter(replace(draft, note=text), "")
        elif column == MINUTES and text:
            self._enter(draft, text)
        elif column == MINUTES and line.time:
            self._remove(line.time.id)
        else:
            return False
        return True


def _text(line: Route, column: int) -> str:
    draft = line.time.draft if line.time else None
    if column in (FROM, TO):
        return line.first if column == FROM else line.second
    if column == CROW:
        return "" if line.crow is None else crow(line.crow, rough=True).split(" Luft")[0]
    if draft is None:
        return ""
    if column == MINUTES:
        return str(draft.minutes)
    return draft.note if column == NOTE else ""


def _said(line: Route, column: int) -> str:
    if column == FERRY:
        return "ja" if line.time and line.time.draft.ferry else "nein"
    return _text(line, column) or "leer"


def _tip(line: Route) -> str | None:
    if not line.unknown:
        return None
    names = " und ".join(f"„{name}“" for name in line.unknown)
    verb = "steht" if len(line.unknown) == 1 else "stehen"
    return f"{names} {verb} nicht auf der Karte. Ist der Ort richtig geschrieben?"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (MINUTES, CROW) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
