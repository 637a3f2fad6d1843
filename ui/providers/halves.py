"""The list of providers alone, or with the map above it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from app.records.directory import ProviderSpot
from ui import theme
from ui.providers.nearness import Nearness
from ui.widgets.buttons import Segments

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.providers.map_side import MapSide

LIST, MAP = "list", "map"
NUMBERED = 99  # rows; a longer list has no numbers, and on the map the signs of its kinds
_SHARES = (400, 190)


class Halves(QSplitter):
    """`chosen(id)` for a click on the map, `travel_wanted()` for the table of travel times,
    `turned()` when the map came or went. `ways` are the buttons for that."""

    chosen = Signal(int)
    travel_wanted = Signal()
    turned = Signal()

    def __init__(
        self, below: QWidget, fetch: Callable[[Sequence[int]], list[ProviderSpot]]
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._chosen: int | None = None
        self.near = Nearness()
        self.map_side: MapSide | None = None  # made when it is wanted first
        self.ways: Segments[str] = Segments("Ansicht", ((LIST, "Liste"), (MAP, "Karte")))
        self.ways.choose(LIST)
        self.ways.chosen.connect(self.show_way)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(below)

    @property
    def with_map(self) -> bool:
        return self.ways.key() == MAP

    @property
    def numbers_rows(self) -> bool:
        """Whether the rows have the numbers of the dots."""
        return self.with_map and len(self._ids) <= NUMBERED

    def look(self, desk: Desk | None, case_id: int | None) -> None:
        """Find where the case lives and works."""
        if self.near.look(desk, case_id) and self.map_side is not None:
            self.map_side.show_places()

    def show_result(self, ids: array[int]) -> None:
        """The whole result of the list, in its order."""
        self._ids = ids
        if self.map_side is not None and self.with_map:
            self.map_side.show_result(ids, numbered=len(ids) <= NUMBERED)
            self.map_side.choose(self._chosen)

    def choose(self, key: int | None) -> None:
        """Choose without telling."""
        self._chosen = key
        if self.map_side is not None:
            self.map_side.choose(key)

    def show_way(self, way: str) -> None:
        """LIST or MAP."""
        from ui.providers.map_side import MapSide

        self.ways.choose(way)
        if self.map_side is None and way == MAP:
            self.map_side = MapSide(self._fetch, self.near)
            self.map_side.chosen.connect(self.chosen)
            self.map_side.travel_wanted.connect(self.travel_wanted)
            self.map_side.show_places()
            self.insertWidget(0, self.map_side)
            self.setSizes([theme.px(self, share) for share in _SHARES])
        if self.map_side is not None:
            self.map_side.setVisible(way == MAP)
        self.show_result(self._ids)
        self.turned.emit()
