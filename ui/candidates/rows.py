"""The rows of the list of cases: what each says in its two lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.records.cases import CaseOrder, CaseRow
from app.rules.terms import Stage
from ui import wording
from ui.theme import Tone
from ui.widgets.paged_model import Index, PagedModel
from ui.widgets.runs import Run, plain
from ui.widgets.two_line import LINES_ROLE, Lines
from ui.words import STAGES

if TYPE_CHECKING:
    from app.services.lists import Lists

ORDERS = (CaseOrder.NAME, CaseOrder.STAGE, CaseOrder.ARRIVAL, CaseOrder.DUE)
SHARES = (180, 146, 100, 254)
_NUMBERS = {stage: number for number, stage in enumerate(Stage, start=1)}
_NONE = Run("–", tone=Tone.SECOND)


class CaseModel(PagedModel[CaseRow]):
    """Name and occupation; stage and employer; arrival and advisor; next deadline and its step."""

    columns = ("Name, Beruf", "Phase, Arbeitgeber", "Ankunft", "Nächste Frist")

    def __init__(
        self, lists: Lists, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(_fetching(lists), parent)
        self._today = today

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # Asked for twice with every cell that is painted; no row here has a box.
        return None if role == Qt.ItemDataRole.CheckStateRole else super().data(index, role)

    def cell(self, row: CaseRow, column: int, role: int) -> object:
        if role == LINES_ROLE:
            return lines(row, column, self._today())
        if role == Qt.ItemDataRole.DisplayRole:
            return lines(row, column, self._today()).words()
        if role == Qt.ItemDataRole.ToolTipRole:
            cell = lines(row, column, self._today())
            return "\n".join(plain(line) for line in (cell.first, cell.second) if line)
        return None


def lines(row: CaseRow, column: int, today: date) -> Lines:
    """The two lines of one cell as of today."""
    return _COLUMNS[column](row, today)


def _fetching(lists: Lists) -> Callable[[Sequence[int]], Sequence[CaseRow]]:
    def fetch(ids: Sequence[int]) -> Sequence[CaseRow]:
        return lists.case_rows(ids)

    return fetch


def _who(row: CaseRow, _today: date) -> Lines:
    second: tuple[Run, ...] = (Run(row.profession or "Beruf noch offen", tone=Tone.SECOND),)
    if row.barred and row.closed_on is None:
        count = "1 Sperre" if row.barred == 1 else f"{row.barred} Sperren"
        second = (Run(f"{count} · ", strong=True, tone=Tone.RED, icon="octagon-alert"), *second)
    return Lines((Run(row.name or "ohne Namen", strong=True),), second)


def _standing(row: CaseRow, _today: date) -> Lines:
    second = (Run(row.employer or "Arbeitgeber offen", tone=Tone.SECOND),)
    return Lines((Run(f"{_NUMBERS[row.stage]}: {STAGES[row.stage]}"),), second)


def _arrival(row: CaseRow, _today: date) -> Lines:
    first = Run(f"{row.arrival:%d.%m.%Y}") if row.arrival else _NONE
    if not row.advisor:
        return Lines((first,), (Run("niemand", strong=True, icon="triangle-alert"),))
    return Lines((first,), (Run(f"bei {row.advisor.split()[-1]}", tone=Tone.SECOND),))


def _due(row: CaseRow, today: date) -> Lines:
    if row.closed_on is not None:
        return Lines(
            (Run("abgeschlossen", icon="archive"),),
            (Run(wording.day(row.closed_on), tone=Tone.SECOND),),
        )
    if row.held_until is not None:
        return Lines(
            (Run(f"ruht bis {wording.day(row.held_until)}", icon="clock"),),
            (Run(row.next_step, tone=Tone.SECOND),),
        )
    if row.next_due is None:
        return Lines((_NONE,), (Run("keine Frist offen", tone=Tone.SECOND),))
    days = (row.next_due - today).days
    near = abs(days) < 180
    words = wording.day(row.next_due)
    first = (
        Run(words[:9] if near else words, strong=True, icon="triangle-alert" if days < 0 else ""),
        Run(f" · {wording.distance(days)}", strong=days <= 0),
    )
    return Lines(first, (Run(row.next_step, tone=Tone.SECOND),))


_COLUMNS = (_who, _standing, _arrival, _due)
