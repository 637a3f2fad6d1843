"""Where the best places are, with the numbers of their cards; home and work of the family."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.county_map import county_map
from app.paths import resources
from app.records.care_board import Card
from app.rules.projection import flat
from app.services.lists import Lists
from ui.care import words
from ui.providers.nearness import Nearness
from ui.providers.words import ICONS
from ui.widgets.county_map import CountyMapView
from ui.widgets.map_marks import Mark

MOST = 12
"""Places on the map: the best ones, and the one that is chosen."""
NEAREST = 14.0  # pixels a kilometre


class CareMap(QWidget):
    """`chosen(key)` for a click on a place."""

    chosen = Signal(int)

    def __init__(self, lists: Lists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = lists
        self._near = Nearness()
        self._keys: dict[int, int] = {}
        self._marks: tuple[Mark, ...] = ()
        self.map = CountyMapView(county_map(resources()), self)
        self.map.chosen.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)

    @property
    def near(self) -> Nearness:
        """Where home and work are looked up."""
        return self._near

    def show_cards(self, cards: Sequence[Card], shown: Sequence[int]) -> None:
        """The first cards and those of an answer (keys), whose first is chosen."""
        numbers = {card.helper.key: at for at, card in enumerate(cards, start=1)}
        wanted = [
            card.helper
            for at, card in enumerate(cards)
            if card.helper.provider is not None and (at < MOST or card.helper.key in shown)
        ]
        by_provider = {each.provider: each for each in wanted if each.provider is not None}
        self._keys = {provider: each.key for provider, each in by_provider.items()}
        marks = tuple(
            Mark(
                spot.id,
                spot.name,
                flat(spot.point),
                ICONS[words.CATEGORIES[by_provider[spot.id].kind]],
                numbers[by_provider[spot.id].key],
            )
            for spot in self._lists.provider_spots(list(by_provider))
        )
        places = self._near.marks()
        self.map.set_places(places)
        if marks != self._marks:
            self._marks = marks
            self.map.set_marks(marks)
            self._fit()
        first = next((p for p, key in self._keys.items() if key in shown[:1]), None)
        self.map.choose(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All that is marked, with some of the land around it."""
        self.map.show_marks()
        if self.map.frame.scale > NEAREST:
            self.map.zoom(NEAREST / self.map.frame.scale)

    def _take(self, provider: int) -> None:
        if provider in self._keys:
            self.chosen.emit(self._keys[provider])
