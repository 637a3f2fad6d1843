"""The map beside the list of providers: the same result, the same choice."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.county_map import county_map
from app.paths import resources
from app.records.directory import ProviderSpot
from app.rules.projection import flat
from ui.providers import map_words, words
from ui.providers.nearness import Nearness
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link
from ui.widgets.county_map import CountyMapView
from ui.widgets.map_marks import Mark
from ui.widgets.runs import Run, RunLine

AT_ONCE = 3_000  # providers drawn while one types
MOST = 20_000  # providers a map can tell apart, and read without waiting


class MapSide(QWidget):
    """`chosen(id)` for a click on the map, `travel_wanted()` for the table of travel times."""

    chosen = Signal(int)
    travel_wanted = Signal()

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[ProviderSpot]],
        near: Nearness,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._near = near
        self._spots: dict[int, ProviderSpot] = {}
        self._waiting: tuple[array[int], bool] = (array("q"), False)
        self._resting = QTimer(self, singleShot=True, interval=150)
        self._resting.timeout.connect(self._show_now)
        self.map = CountyMapView(county_map(resources()), self)
        self.map.set_tip(self._tip)
        self.map.chosen.connect(self._take)
        self.said = RunLine()
        self.about = RunLine()
        self._lay_out()

    def show_result(self, ids: array[int], *, numbered: bool) -> None:
        """The result of the list, in its order; `numbered` as its rows are, else with the signs of
        their kinds. A long one is drawn when nothing was typed for a moment."""
        self._waiting = (ids, numbered)
        if len(ids) > AT_ONCE:
            self._resting.start()
        else:
            self._show_now()

    def _show_now(self) -> None:
        self._resting.stop()
        ids, numbered = self._waiting
        if len(ids) > MOST:
            self._spots = {}
            self.map.set_marks(())
            self.said.set_runs([Run(map_words.too_many(len(ids)), tone=Tone.LABEL)])
            self._tell()
            return
        found = self._fetch(ids)
        row = {key: at for at, key in enumerate(ids, start=1)} if numbered else {}
        marks = [
            Mark(
                spot.id,
                spot.name,
                flat(spot.point),
                words.ICONS[spot.category],
                row.get(spot.id, 0),
            )
            for spot in found
        ]
        shown = [mark for mark in marks if self.map.reaches(mark.place)]
        kept = {mark.id for mark in shown}
        self._spots = {spot.id: spot for spot in found if spot.id in kept}
        self.map.set_marks(shown)
        far, missing = len(marks) - len(shown), len(ids) - len(marks)
        told = map_words.shown(len(shown), far, missing)
        self.said.set_runs([Run(told, tone=Tone.LABEL)])
        self._tell()

    def show_places(self) -> None:
        """Home and work of the case."""
        self.map.set_places(self._near.marks())
        self._tell()

    def choose(self, key: int | None) -> None:
        """Choose without telling."""
        self.map.choose(key)
        self._tell()

    def _take(self, key: int) -> None:
        self._tell()
        self.chosen.emit(key)

    def _tip(self, key: int) -> str:
        spot = self._spots.get(key)
        if spot is None:
            return ""
        place = f"{spot.postcode} {spot.town}".strip()
        head = " · ".join(part for part in (words.CATEGORIES[spot.category], place) if part)
        return "\n".join([head, *self._near.told(spot)])

    def _tell(self) -> None:
        """One line about the one that is chosen."""
        key = self.map.scene.chosen
        spot = self._spots.get(key) if key is not None else None
        if spot is not None:
            facts = "".join(f" · {fact}" for fact in self._near.told(spot))
            runs = [Run(spot.name, strong=True), Run(facts)]
        elif key is not None:
            runs = [Run("Der gewählte Anbieter steht nicht auf der Karte.")]
        else:
            runs = [Run("Ein Klick auf einen Punkt wählt den Anbieter.", tone=Tone.LABEL)]
        self.about.set_runs(runs)

    def _lay_out(self) -> None:
        over = QHBoxLayout(self.map)
        over.setContentsMargins(8, 8, 8, 8)
        over.setSpacing(4)
        for icon, name, act in (
            ("plus", "Näher (+)", lambda: self.map.zoom(1.5)),
            ("minus", "Weiter weg (−)", lambda: self.map.zoom(1 / 1.5)),
            ("map", "Ganzer Landkreis (Pos1)", self.map.show_all),
            ("maximize", "Alle gefundenen Anbieter (Ende)", self.map.show_marks),
        ):
            button = icon_button(icon, name, act)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            over.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        over.addStretch(1)
        self.travel = link("Fahrzeiten …", self.travel_wanted.emit, "clock")
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.travel)
        told = QVBoxLayout()
        told.setContentsMargins(16, 4, 12, 2)
        told.setSpacing(0)
        told.addWidget(self.about)
        told.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.map, 1)
        column.addLayout(told)
