"""What a visit is planned on: places, ways and ferries, read from the directory and the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.county_map import Level, county_map
from app.rules.care_ways import Stop
from app.rules.distance import Point
from app.rules.hours import Opening
from app.rules.in_force import in_force
from app.rules.openings import counted_week
from app.rules.projection import degrees
from app.rules.travel import folded
from app.rules.visit_days import Frame, StopKind, Wish
from app.rules.visit_plan import Visit
from app.rules.visit_ways import Atlas, Crossing, Spot, way
from app.services.care_data import Geography
from db.repositories import providers, visits
from db.repositories.providers import Whole
from db.tables.visit import Sailing, VisitStop
from db.tables.visit import Visit as VisitRow

_GONE = (None, date.min)


class Ground:
    """Reads once per session what several plans may need."""

    def __init__(self, session: Session, resources: Path) -> None:
        self.session = session
        self._resources = resources
        self._geography = Geography(session, resources)
        self._wholes: dict[int, Whole | None] = {}

    def whole(self, provider_id: int | None) -> Whole | None:
        """An entry of the directory, None for none."""
        if provider_id is None:
            return None
        if provider_id not in self._wholes:
            self._wholes[provider_id] = providers.by_id(self.session, provider_id)
        return self._wholes[provider_id]

    @cached_property
    def sailings(self) -> Sequence[Sailing]:
        """Every ferry."""
        return visits.sailings(self.session)

    def visit(self, row: VisitRow, stops: Sequence[VisitStop]) -> Visit:
        """A visit as the rules plan it."""
        frame = Frame(row.first, row.last, row.wakes, row.rests)
        places = _Places(self, stops)
        base = places.add(self.spot(row.base_id, row.base_town))
        where = {each.id: places.add(self.spot(each.provider_id, each.town)) for each in stops}
        wishes = tuple(
            self._wish(each, places.spots[where[each.id]], places.spots[base]) for each in stops
        )
        return Visit(frame, wishes, where, self._atlas(places, frame, by_car=row.by_car), base)

    def spot(self, provider_id: int | None, town: str) -> Spot:
        """Where a provider is, or about where a town is."""
        whole = self.whole(provider_id)
        if whole is None:
            return self._of_town(town, "")
        place = whole.place
        if place.latitude is None or place.longitude is None:
            return self._of_town(place.town, place.postcode)
        names = self._geography.names(place.town, place.postcode)
        return Spot(Stop((place.latitude, place.longitude), names), folded(place.town))

    def middle(self, town: str, postcode: str = "") -> Point | None:
        """The middle of a post code or town of the map; of another town that of its entries in
        the directory."""
        found = self._geography.centre(postcode) if postcode else None
        return found or self._towns.get(folded(town)) or self._entered.get(folded(town))

    def _of_town(self, town: str, postcode: str) -> Spot:
        if not town.strip():
            return Spot(Stop())
        names = self._geography.names(town, postcode)
        return Spot(Stop(self.middle(town, postcode), names), folded(town), is_rough=True)

    def _wish(self, row: VisitStop, spot: Spot, base: Spot) -> Wish:
        whole = self.whole(row.provider_id)
        at = whole.at if whole else None
        stands = (at.valid_from, at.valid_to) if at else (None, None)
        return Wish(
            row.id,
            StopKind(row.kind),
            row.minutes,
            row.wanted,
            in_force(at) if at else "",
            _GONE if at and at.archived_on else stands,
            (at.closed_from, at.closed_until) if at else (None, None),
            row.asked_day,
            row.asked_start,
            spot.stop.point or base.stop.point,
        )

    def _atlas(self, places: _Places, frame: Frame, *, by_car: bool) -> Atlas:
        ends = {
            name: places.add(self._of_town(name, ""))
            for each in self.sailings
            for name in (each.from_town, each.to_town)
        }
        shores = tuple(spot.town if spot.town in places.islands else "" for spot in places.spots)
        ways = {
            (one, other): way(
                places.spots[one],
                places.spots[other],
                self._minutes,
                by_car=by_car and not shores[one],  # the car stays at the harbour
            )
            for other in range(len(shores))
            for one in range(other)
            if shores[one] == shores[other]
        }
        crossings = tuple(
            tuple(
                Crossing(
                    each.id,
                    ends[each.from_town],
                    ends[each.to_town],
                    each.departs,
                    each.departs + each.minutes,
                )
                for each in self.sailings
                if sails(each, on)
            )
            for on in frame.days
        )
        return Atlas(shores, ways, crossings)

    def _minutes(self, here: tuple[str, ...], there: tuple[str, ...]) -> int | None:
        return self._geography.minutes(here, there)

    @cached_property
    def map_islands(self) -> frozenset[str]:
        """The islands of the map, folded."""
        areas = county_map(self._resources).areas
        return frozenset(folded(each.name) for each in areas if each.is_island)

    @cached_property
    def _towns(self) -> dict[str, Point]:
        return {
            folded(each.name): degrees(each.town or each.label)
            for each in county_map(self._resources).areas
            if each.level in (Level.MUNICIPALITY, Level.NEIGHBOUR)
        }

    @cached_property
    def _entered(self) -> dict[str, Point]:
        """For each town of the directory the middle of its entries."""
        found: dict[str, list[Point]] = {}
        for whole in providers.in_use(self.session):
            place = whole.place
            if place.latitude is not None and place.longitude is not None:
                found.setdefault(folded(place.town), []).append((place.latitude, place.longitude))
        return {
            town: (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
            for town, points in found.items()
        }


@dataclass
class _Places:
    """The places of a visit by their number, and which towns are islands: those of the map, those
    the ferries go to, and those of stops that are called so."""

    ground: Ground
    stops: Sequence[VisitStop]

    def __post_init__(self) -> None:
        self.spots: list[Spot] = []
        ferries = {
            folded(each.to_town if each.outward else each.from_town)
            for each in self.ground.sailings
        }
        named = {folded(each.town) for each in self.stops if each.kind == StopKind.ISLAND.value}
        self.islands = (self.ground.map_islands | ferries | named) - {""}

    def add(self, spot: Spot) -> int:
        self.spots.append(spot)
        return len(self.spots) - 1


def sails(sailing: Sailing, on: date) -> bool:
    """Whether a ferry goes on a day."""
    first, last = sailing.valid_from or date.min, sailing.valid_to or date.max
    if not first <= on <= last:
        return False
    if not sailing.days.strip():
        return True
    monday = on.fromordinal(on.toordinal() - on.weekday())
    return counted_week(sailing.days, monday)[on.weekday()].opening is not Opening.CLOSED
