"""The list of providers: a page of rows at a time, two lines each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QObject, Qt

from app.records.directory import ProviderRow
from app.rules import checking
from app.rules.checking import CheckAge
from ui.amounts import ago
from ui.providers import words
from ui.theme import Tone
from ui.widgets.paged_model import PagedModel
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines


class ProviderModel(PagedModel[ProviderRow]):
    """Name and what it is; place and street; when it was last checked."""

    columns = ("Name, Angebot", "Ort", "Geprüft")

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[ProviderRow]],
        today: Callable[[], date],
        distance: Callable[[ProviderRow], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(fetch, parent)
        self._today = today
        self._distance = distance

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return super().headerData(section, orientation, role)

    def cell(self, row: ProviderRow, column: int, role: int) -> object:
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return words.tip(row, self._today()) or None if column == 0 else None
        if role not in (LINES_ROLE, int(Qt.ItemDataRole.DisplayRole)):
            return None
        away = self._distance(row) if column == 1 else ""
        lines = _lines(row, column, self._today(), away)
        return lines if role == LINES_ROLE else lines.words()


@lru_cache(maxsize=2_048)
def _lines(row: ProviderRow, column: int, today: date, away: str) -> Lines:
    if column == 0:
        return Lines((Run(row.name, strong=True),), _offer(row, today))
    if column == 1:
        place = f"{row.postcode} {row.town}".strip()
        return Lines((Run(place),), (Run(away or row.street, tone=Tone.SECOND),))
    if row.archived_on is not None:
        return Lines((Run("archiviert"),), (Run(f"{row.archived_on:%d.%m.%Y}", tone=Tone.SECOND),))
    if row.checked_on is None:
        return Lines((Run("nie geprüft", icon="triangle-alert"),), ())
    age = checking.age(row.checked_on, row.category.value, today)
    stale = age is CheckAge.STALE
    said = ago(row.checked_on, today) if stale else row.checked_by
    if age is CheckAge.SOON:
        said = "bald fällig"
    return Lines(
        (Run(f"{row.checked_on:%d.%m.%Y}", icon="triangle-alert" if stale else ""),),
        (Run(said, tone=Tone.SECOND),),
    )


def _offer(row: ProviderRow, today: date) -> tuple[Run, ...]:
    """What it is; before that what bounds it, or how many places were free when."""
    kind = words.CATEGORIES[row.category]
    limits = words.limits(row, today)
    if limits:
        offer = " · ".join(part for part in (kind, row.service) if part)
        return (
            Run(limits, icon="clock"),
            Run(f" · {offer}", tone=Tone.SECOND, spare=True),
        )
    free = words.free_in_short(row.free_places, row.free_as_of)
    offer = " · ".join(part for part in (kind, free, row.service) if part)
    return (Run(offer, tone=Tone.SECOND),)
