"""The rows of the day: barred cases, steps with a box, and what is not shown yet."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from app.records.agenda import Agenda, BarredCase, DueStep, Part
from app.records.cases import BlockerView
from app.records.chasing import Chase
from ui.theme import Tone
from ui.today import words
from ui.widgets.grouped_model import GroupedModel, Index, Section
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines

FIRST_CHASES = 15
"""How many things to chase are shown at first."""
LEAD_ROLE = int(Qt.ItemDataRole.UserRole) + 5
"""The icon at the place of the box, "" for that place left free; None for cells without one."""


@dataclass(frozen=True)
class Barred:
    """A case with what bars it, as it is shown."""

    case: BarredCase
    blockers: tuple[BlockerView, ...]


@dataclass(frozen=True)
class More:
    """The last row of a part of which not all is shown: how many are missing. No part: of what is
    to be chased."""

    part: Part | None
    number: int


DayRow: TypeAlias = "Barred | DueStep | Chase | More"
CHASES = "chases"
"""The key of the group of what is to be chased."""


class DayModel(GroupedModel[DayRow]):
    """`ticked(step)` or `chased(Chase)` when a box is hit; it changes with the next agenda, not
    before."""

    columns: ClassVar[tuple[str, ...]] = ("Schritt", "Person", "Wer ist dran", "Frist")
    ticked = Signal(int)
    chased = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = date.min

    @property
    def today(self) -> date:
        """From which day the rows are seen."""
        return self._today

    def set_today(self, today: date) -> None:
        """From which day the rows are seen that are shown next."""
        self._today = today

    def key_of(self, row: DayRow) -> Hashable:
        if isinstance(row, DueStep):
            return row.id
        if isinstance(row, Chase):
            return chase_key(row)
        if isinstance(row, More):
            return ("more", row.part.value if row.part else CHASES)
        return ("case", row.case.case)

    def cell(self, row: DayRow, column: int) -> Lines:
        if isinstance(row, More):
            return Lines(() if column else (Run(words.more(row.number), tone=Tone.ACCENT),))
        if isinstance(row, Barred):
            return Lines(tuple(_barred(row, column)))
        if isinstance(row, Chase):
            return Lines(tuple(words.chase(row, column, self._today)))
        return Lines(tuple(_step(row, column, self._today)))

    def spoken(self, row: DayRow) -> str:
        if isinstance(row, More):
            return words.more(row.number)
        if isinstance(row, Barred):
            return words.spoken_barred(row.case, row.blockers)
        return words.spoken_chase(row) if isinstance(row, Chase) else words.spoken(row)

    def box(self, row: DayRow) -> Qt.CheckState | None:
        ticks = isinstance(row, DueStep) or (isinstance(row, Chase) and row.can_tick)
        return Qt.CheckState.Unchecked if ticks else None

    def hit(self, row: DayRow) -> None:
        if isinstance(row, DueStep):
            self.ticked.emit(row.id)
        elif isinstance(row, Chase) and row.can_tick:
            self.chased.emit(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if role == LEAD_ROLE:
            if row is None or index.column() or self.box(row) is not None:
                return None
            return "octagon-alert" if isinstance(row, Barred) else ""
        return super().data(index, role)


def sections(
    agenda: Agenda,
    bars: Mapping[int, tuple[BlockerView, ...]],
    on: date | None,
    chases: Sequence[Chase] = (),
    most: int = FIRST_CHASES,
) -> list[Section[DayRow]]:
    """The parts that have rows, in their order, with at most so many of the `chases` before what
    is put off; with `on` that one of the next days alone."""
    if on is not None:
        total = next((day.total for day in agenda.days if day.on == on), 0)
        return _section(Part.AHEAD, words.day_title(on), agenda.steps[Part.AHEAD], total)
    barred = tuple(Barred(case, bars.get(case.case, ())) for case in agenda.barred)
    rows: dict[Part, Sequence[DayRow]] = {Part.BARRED: barred, **agenda.steps}
    found = [
        section
        for part, title in words.TITLES.items()
        for section in _section(part, title, rows[part], agenda.totals[part])
    ]
    last = 1 if found and found[-1].key == Part.SNOOZED.value else 0
    found[len(found) - last : len(found) - last] = _chased(chases, most)
    return found


def chase_key(row: Chase) -> Hashable:
    """What tells something to be chased from all other rows."""
    return (row.event.kind.value, row.event.row)


def _chased(chases: Sequence[Chase], most: int) -> list[Section[DayRow]]:
    if not chases:
        return []
    missing = len(chases) - most
    more = (More(None, missing),) if missing > 0 else ()
    rows: tuple[DayRow, ...] = (*chases[:most], *more)
    return [Section(CHASES, words.CHASES, words.CHASES_ASIDE, rows, total=len(chases))]


def _section(part: Part, title: str, rows: Sequence[DayRow], total: int) -> list[Section[DayRow]]:
    if not rows:
        return []
    missing = total - len(rows)
    more = (More(part, missing),) if missing > 0 else ()
    tone = Tone.RED if part is Part.BARRED else Tone.INK
    aside = words.ASIDES.get(part, "")
    return [Section(part.value, title, aside, (*rows, *more), total=total, tone=tone)]


def _barred(row: Barred, column: int) -> Sequence[Run]:
    if column == 0:
        return [Run(words.barring(row.case, row.blockers))]
    if column == 1:
        return [Run(row.case.name)]
    if column == 2:
        return [Run(words.barring_actors(row.case, row.blockers), tone=Tone.SECOND)]
    return words.work_start(row.case)


def _step(row: DueStep, column: int, today: date) -> Sequence[Run]:
    if column == 0:
        return words.short(row)
    if column == 1:
        return [Run(row.case_name)]
    if column == 2:
        return [Run(words.actors(row.actors), tone=Tone.SECOND)]
    return words.due(row, today)
