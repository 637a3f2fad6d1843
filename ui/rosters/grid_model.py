"""The duties of a roster as a table: a row a week, a column a weekday, cells as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.errors import Refused
from app.records.care import ShiftView
from app.rules.calendar import holiday_name
from app.rules.rosters import DAY, Duty, Roster, faults
from ui.providers.week.words import hours
from ui.rosters import duty_words, typed
from ui.rosters.weeks import WEEK, Weeks
from ui.wording import DAYS

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 11


@dataclass(frozen=True)
class Typed:
    """What stands in the cells: the duties of each day, and texts that could not be read with the
    reason why."""

    duties: Mapping[int, tuple[Duty, ...]] = field(default_factory=dict)
    unread: Mapping[int, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """What is painted for a day. `carried`: the minute until which a duty of the day before goes
    on, 0 for none; `told`: what is wrong, "" for nothing; `unread`: the text as typed."""

    duties: tuple[Duty, ...]
    carried: int = 0
    told: str = ""
    unread: str = ""
    on: date | None = None
    holiday: str = ""


class GridModel(QAbstractTableModel):
    """`changed()` when a cell did. Nothing typed is lost: what cannot be read stays as text."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.weeks = Weeks(date(2026, 1, 5), WEEK, turning=True)
        self._shifts: tuple[ShiftView, ...] = ()
        self._typed = Typed()
        self._before: list[Typed] = []
        self._faults: dict[int, str] = {}
        self._wrong: frozenset[Duty] = frozenset()

    def set_shifts(self, shifts: Sequence[ShiftView]) -> None:
        """The shifts whose codes can be typed."""
        self._shifts = tuple(shifts)

    def show_days(self, weeks: Weeks, duties: Iterable[Duty]) -> None:
        """Show a roster; nothing is typed yet."""
        found: dict[int, tuple[Duty, ...]] = {}
        for duty in sorted(duties, key=_order):
            found[duty.day] = (*found.get(duty.day, ()), duty)
        self._before.clear()
        self._lay(weeks, Typed(found))

    def reshape(self, weeks: Weeks, *, moved: int = 0) -> None:
        """Other days; the cells stay, `moved` days earlier in the roster than before. What lies
        outside then is kept and comes back with its day."""
        if weeks == self.weeks and not moved:
            return
        now = self._typed
        if moved:
            now = Typed(
                {
                    day - moved: tuple(replace(duty, day=day - moved) for duty in each)
                    for day, each in now.duties.items()
                },
                {day - moved: each for day, each in now.unread.items()},
            )
            self._before.clear()
        self._lay(weeks, now)

    def duties(self) -> tuple[Duty, ...]:
        """The duties within the days shown, in order."""
        held = self._typed.duties.items()
        return tuple(
            duty for day, each in sorted(held) if 0 <= day < self.weeks.days for duty in each
        )

    def outside(self) -> int:
        """How many duties lie outside the days shown."""
        return sum(map(len, self._typed.duties.values())) - len(self.duties())

    def unread(self) -> tuple[int, ...]:
        """The days whose text could not be read."""
        return tuple(day for day in sorted(self._typed.unread) if 0 <= day < self.weeks.days)

    def faulty(self) -> int:
        """How many duties do not count."""
        return len(self._wrong)

    def reason_at(self, day: int) -> str:
        """What is wrong with a day, blank for nothing."""
        if day in self._typed.unread:
            return self._typed.unread[day][1]
        return self._faults.get(day, "")

    def text_at(self, day: int) -> str:
        """A day as it can be typed again."""
        if day in self._typed.unread:
            return self._typed.unread[day][0]
        return duty_words.as_typed(self._typed.duties.get(day, ()), self._shifts)

    def said_at(self, day: int) -> str:
        """A day in words, with what is wrong."""
        told = duty_words.in_words(self._typed.duties.get(day, ()))
        if day in self._typed.unread:
            told = f"„{self._typed.unread[day][0]}“"
        reason = self.reason_at(day)
        head = f"{duty_words.day_name(self.weeks, day)}: {told}"
        holiday = "" if self.weeks.turning else holiday_name(self.weeks.on(day))
        return ". ".join(part for part in (head, reason.rstrip("."), holiday) if part)

    def enter(self, texts: Mapping[int, str]) -> None:
        """Type texts into days, as one change; a text that is there already changes nothing."""
        duties, unread = dict(self._typed.duties), dict(self._typed.unread)
        for day, text in texts.items():
            if text.strip() == self.text_at(day):
                continue
            unread.pop(day, None)
            duties.pop(day, None)
            try:
                found = typed.duties(text, day, self._shifts)
            except Refused as refused:
                unread[day] = (text.strip(), duty_words.unread(refused, self._shifts))
            else:
                if found:
                    duties[day] = tuple(sorted(found, key=_order))
        self._change(Typed(duties, unread))

    def copy_week(self, row: int, into: Iterable[int]) -> None:
        """Put what stands in a row into other rows."""
        duties, unread = dict(self._typed.duties), dict(self._typed.unread)
        for target in into:
            for column in range(WEEK):
                source, day = self.weeks.day(row, column), self.weeks.day(target, column)
                if source is None or day is None:
                    continue
                duties.pop(day, None)
                unread.pop(day, None)
                if source in self._typed.duties:
                    each = self._typed.duties[source]
                    duties[day] = tuple(replace(duty, day=day) for duty in each)
                if source in self._typed.unread:
                    unread[day] = self._typed.unread[source]
        self._change(Typed(duties, unread))

    @property
    def can_take_back(self) -> bool:
        """Whether a cell was changed since the roster was shown."""
        return bool(self._before)

    def take_back(self) -> None:
        """Undo the last change of cells."""
        if self._before:
            self._typed = self._before.pop()
            self._tell()

    def index_of(self, day: int) -> QModelIndex:
        return self.index(*self.weeks.place(day))

    def day_at(self, index: Index) -> int | None:
        """The day of a cell, None outside the roster."""
        return self.weeks.day(index.row(), index.column()) if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.weeks.rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else WEEK

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return f"{duty_words.week_row(self.weeks, section)}\n{self._sum(section)}".rstrip()
        return DAYS[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day_at(index)
        if day is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text_at(day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.said_at(day)
        return self._cell(day) if role == CELL_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        day = self.day_at(index)
        if day is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.enter({day: str(value)})
        return True

    def _cell(self, day: int) -> Cell:
        before = self._typed.duties.get(day - 1, ())
        if self.weeks.turning and day == 0:
            before = self._typed.duties.get(self.weeks.days - 1, ())
        on = None if self.weeks.turning else self.weeks.on(day)
        return Cell(
            self._typed.duties.get(day, ()),
            max([0, *(duty.end - DAY for duty in before)]),
            self.reason_at(day),
            self._typed.unread.get(day, ("", ""))[0],
            on,
            holiday_name(on),
        )

    def _sum(self, row: int) -> str:
        """The hours of a week that count."""
        days = self.weeks.row_days(row)
        counted = (
            duty.end - duty.start
            for day in days
            for duty in self._typed.duties.get(day, ())
            if duty not in self._wrong
        )
        return hours(total) if (total := sum(counted)) else ""

    def _change(self, now: Typed) -> None:
        if now == self._typed:
            return
        self._before.append(self._typed)
        self._typed = now
        self._tell()

    def _lay(self, weeks: Weeks, now: Typed) -> None:
        self.beginResetModel()
        self.weeks, self._typed = weeks, now
        self._look()
        self.endResetModel()
        self.changed.emit()

    def _tell(self) -> None:
        self._look()
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
        self.changed.emit()

    def _look(self) -> None:
        """See which duties do not count, and why."""
        weeks = self.weeks
        turns = weeks.days // WEEK if weeks.turning else 0
        last = None if weeks.turning else weeks.on(weeks.days - 1)
        found = faults(Roster(weeks.first, last, turns, self.duties()))
        self._wrong = frozenset(fault.duty for fault in found)
        self._faults = {
            fault.duty.day: f"Zählt nicht mit: {duty_words.fault(fault, weeks)}." for fault in found
        }


def _order(duty: Duty) -> tuple[int, int, int]:
    return duty.day, duty.start, duty.end
