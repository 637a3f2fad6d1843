"""The list of providers: a page of rows at a time, two lines each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QObject, Qt

from app.records.directory import ProviderRow
from ui.providers import words
from ui.theme import Tone
from ui.widgets.paged_model import PAGE, PagedModel
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines


class ProviderModel(PagedModel[ProviderRow]):
    """Name and what it is; place and street; when it was last checked."""

    columns = ("Name, Angebot", "Ort", "Geprüft")

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[ProviderRow]],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(fetch, parent)
        self._today = today
        self.far: Callable[[Sequence[int]], Mapping[int, str]] = _nothing
        self._away: dict[int, str] = {}

    def forget_far(self) -> None:
        """Distances are from another place now."""
        self._away.clear()

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
        if role not in (LINES_ROLE, int(Qt.ItemDataRole.DisplayRole)):
            return None
        lines = _lines(row, column, self._today(), self._far(row.id) if column == 1 else "")
        return lines if role == LINES_ROLE else lines.words()

    def _far(self, key: int) -> str:
        """How far the provider is, "" where nothing is known; read for a whole page at once."""
        if key not in self._away:
            first = self.row_of(key) // PAGE * PAGE
            page = [self.id_at(row) for row in range(first, min(first + PAGE, self.rowCount()))]
            self._away |= {**dict.fromkeys((key, *page), ""), **self.far(page)}
        return self._away[key]


def _nothing(_ids: Sequence[int]) -> Mapping[int, str]:
    return {}


@lru_cache(maxsize=2_048)
def _lines(row: ProviderRow, column: int, today: date, far: str) -> Lines:
    if column == 0:
        offer = " · ".join(part for part in (words.CATEGORIES[row.category], row.service) if part)
        return Lines((Run(row.name, strong=True),), (Run(offer, tone=Tone.SECOND),))
    if column == 1:
        place = f"{row.postcode} {row.town}".strip()
        return Lines((Run(place),), (Run(far or row.street, tone=Tone.SECOND),))
    if row.archived_on is not None:
        return Lines((Run("archiviert"),), (Run(f"{row.archived_on:%d.%m.%Y}", tone=Tone.SECOND),))
    if row.checked_on is None:
        return Lines((Run("nie geprüft", icon="triangle-alert"),), ())
    stale = words.needs_check(row.checked_on, today)
    return Lines(
        (Run(f"{row.checked_on:%d.%m.%Y}", icon="triangle-alert" if stale else ""),),
        (Run("vor über einem Jahr" if stale else row.checked_by, tone=Tone.SECOND),),
    )
