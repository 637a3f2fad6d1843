"""The list of providers: a page of rows at a time, two lines each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QObject, Qt

from app.records.directory import ProviderRow
from app.rules import checking
from app.rules.checking import CheckAge
from ui.providers import words
from ui.providers.query_words import kilometres
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
        distance: Callable[[int], float | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(fetch, parent)
        self._today = today
        self._distance = distance

    def cell(self, row: ProviderRow, column: int, role: int) -> object:
        if role not in (LINES_ROLE, int(Qt.ItemDataRole.DisplayRole)):
            return None
        away = self._distance(row.id) if column == 1 else None
        lines = _lines(row, column, self._today(), away)
        return lines if role == LINES_ROLE else lines.words()


@lru_cache(maxsize=2_048)
def _lines(row: ProviderRow, column: int, today: date, away: float | None) -> Lines:
    if column == 0:
        offer = " · ".join(part for part in (words.CATEGORIES[row.category], row.service) if part)
        return Lines((Run(row.name, strong=True),), (Run(offer, tone=Tone.SECOND),))
    if column == 1:
        place = f"{row.postcode} {row.town}".strip()
        if away is None:
            return Lines((Run(place),), (Run(row.street, tone=Tone.SECOND),))
        far = Run(f"{kilometres(away)} Luftlinie", tone=Tone.SECOND)
        return Lines((Run(place),), (far,))
    if row.archived_on is not None:
        return Lines((Run("archiviert"),), (Run(f"{row.archived_on:%d.%m.%Y}", tone=Tone.SECOND),))
    if row.checked_on is None:
        return Lines((Run("nie geprüft", icon="triangle-alert"),), ())
    age = checking.age(row.checked_on, row.category.value, today)
    stale = age is CheckAge.STALE
    said = words.ago(row.checked_on, today) if stale else row.checked_by
    if age is CheckAge.SOON:
        said = "bald fällig"
    return Lines(
        (Run(f"{row.checked_on:%d.%m.%Y}", icon="triangle-alert" if stale else ""),),
        (Run(said, tone=Tone.SECOND),),
    )
