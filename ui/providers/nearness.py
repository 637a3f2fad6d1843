"""How far providers are from the home of the case the window is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records.directory import ProviderRow, ProviderSpot
from app.records.travel import CasePlaces, Spot, TravelDraft, TravelView
from app.rules.distance import kilometres
from app.rules.projection import flat
from app.rules.travel import TravelTable
from ui.amounts import crow
from ui.providers import map_words
from ui.widgets.map_marks import PlaceMark

if TYPE_CHECKING:
    from app.desk import Desk

_NOBODY = CasePlaces()
_NO_TIMES: TravelTable[TravelView] = TravelTable({})


class Nearness:
    """Nothing is told before `look` found a home."""

    def __init__(self) -> None:
        self.places = _NOBODY
        self._times = _NO_TIMES
        self._desk: Desk | None = None
        self._names: dict[tuple[str, str], tuple[str, ...]] = {}

    def look(self, desk: Desk | None, case_id: int | None) -> bool:
        """Read where the case lives and works and the travel times; whether anything is other than
        before."""
        before = self.places, self._times
        self._desk = desk
        if desk is None or case_id is None:
            self.places, self._times = _NOBODY, _NO_TIMES
        else:
            self.places, self._times = desk.travel.places_of(case_id), desk.travel.table()
        return before != (self.places, self._times)

    def time(self, postcode: str, town: str) -> TravelDraft | None:
        """The travel time between home and a town, None where nobody entered one."""
        if not self._times.times or not self.places.home_town:
            return None
        home = self._called(self.places.home_postcode, self.places.home_town)
        found = self._times.between(home, self._called(postcode, town))
        return found.draft if found else None

    def told(self, spot: ProviderSpot) -> list[str]:
        """What is told of a provider on the map: the distance from home, and the travel time."""
        home = self.places.home
        said = []
        if home is not None:
            away = crow(kilometres(home.point, spot.point), rough=home.is_rough)
            said.append(f"{away} von der {map_words.HOME}")
        time = self.time(spot.postcode, spot.town)
        return [*said, map_words.drive(time)] if time else said

    def line(self, row: ProviderRow) -> str:
        """The same in few words for a row of the list, "" where nothing is known."""
        home = self.places.home
        time = self.time(row.postcode, row.town)
        said = []
        if home is not None and row.latitude is not None and row.longitude is not None:
            away = kilometres(home.point, (row.latitude, row.longitude))
            said.append(crow(away, rough=home.is_rough))
        if time is not None:
            said.append(map_words.drive_short(time) if said else map_words.drive(time))
        return " · ".join(said)

    def marks(self) -> list[PlaceMark]:
        """Home and work as they stand on the map."""
        home, work = self.places.home, self.places.work
        found = []
        if work is not None:
            name = f"{map_words.WORK}: {work.name}"
            found.append(PlaceMark(name, flat(work.point), "building-2", _rough(work)))
        if home is not None:
            name = f"{map_words.HOME}: {home.town or home.postcode}"
            found.append(PlaceMark(name, flat(home.point), "house", _rough(home)))
        return found

    def _called(self, postcode: str, town: str) -> tuple[str, ...]:
        key = (postcode, town)
        if key not in self._names and self._desk is not None:
            self._names[key] = self._desk.travel.names(town, postcode)
        return self._names.get(key, ())


def _rough(spot: Spot) -> str:
    return map_words.ROUGH if spot.is_rough else ""
