"""How long it is by car from a home: to the place of work of a case, to a school."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from app.content.county_map import Level, county_map
from app.content.municipalities import municipality_of
from app.content.postcodes import centre_of
from app.rules import care_ways
from app.rules.care_ways import Stop
from app.rules.distance import Point
from app.rules.home_matching import WayThere
from app.rules.projection import degrees
from app.rules.terms import MemberRole
from app.rules.travel import TravelTable, folded, route
from db.repositories import care, cases, providers, travel
from db.tables.case import Case

_UNKNOWN = WayThere()
_TOWNS = (Level.MUNICIPALITY, Level.NEIGHBOUR)


class Routes:
    """Read once; each post code and town is looked up once. The office's table goes first; else the
    minutes are estimated from the distance, but never to or from an island."""

    def __init__(self, session: Session, resources: Path) -> None:
        self._resources = resources
        times = travel.all_times(session)
        self._table = TravelTable({route(each.first, each.second): each for each in times})
        areas = county_map(resources).areas
        self._islands = {folded(each.name) for each in areas if each.is_island}
        towns = (each for each in areas if each.level in _TOWNS)
        self._middles = {folded(each.name): degrees(each.town or each.label) for each in towns}
        self._names: dict[tuple[str, str], tuple[str, ...]] = {}

    def stop(self, postcode: str, town: str, point: Point | None = None) -> Stop:
        """A place; without its own point it lies at the centre of its post code, else in the
        middle of its town."""
        key = town, postcode
        if key not in self._names:
            found = municipality_of(town, postcode, self._resources)
            told = (town.strip(), found.name if found else "")
            self._names[key] = tuple(dict.fromkeys(name for name in told if name))
        names = self._names[key]
        middles = (self._middles.get(folded(name)) for name in names)
        middle = next((each for each in middles if each is not None), None)
        return Stop(point or centre_of(postcode, self._resources) or middle, names)

    def between(self, one: Stop, other: Stop) -> WayThere:
        """The way by car from one place to the other."""
        entered = self._table.between(one.names, other.names)
        if entered is not None:
            return WayThere(entered.minutes, ferry=entered.ferry)
        if self._is_island(one) or self._is_island(other):
            within = bool(set(map(folded, one.names)) & set(map(folded, other.names)))
            if not within:
                return WayThere(ferry=True)
        minutes = care_ways.minutes(one, other, lambda _one, _other: None)
        return _UNKNOWN if minutes is None else WayThere(max(minutes, 1), estimated=True)

    def _is_island(self, stop: Stop) -> bool:
        return any(folded(name) in self._islands for name in stop.names)


class Ways:
    """Ways to the place of work of a case, read once."""

    def __init__(self, session: Session, case: Case, resources: Path) -> None:
        self._routes = Routes(session, resources)
        self._known: dict[tuple[str, str], WayThere] = {}
        whole = _place_of_work(session, case)
        self._work: Stop | None = None
        if whole is not None:
            place = whole.place
            point = None
            if place.latitude is not None and place.longitude is not None:
                point = place.latitude, place.longitude
            self._work = self._routes.stop(place.postcode, place.town, point)

    @property
    def known(self) -> bool:
        """Whether a place of work is entered."""
        return self._work is not None

    def to_work(self, postcode: str, town: str) -> WayThere:
        """The way from a home of which post code and town are known."""
        key = postcode, town
        if key not in self._known:
            work, home = self._work, self._routes.stop(postcode, town)
            self._known[key] = self._routes.between(home, work) if work else _UNKNOWN
        return self._known[key]


def _place_of_work(session: Session, case: Case) -> providers.Whole | None:
    """Where the professional works: by their working life, else the employer of the case."""
    for person in cases.people(session, case.id):
        if person.role == MemberRole.PROFESSIONAL.value:
            life = care.working_life(session, person.id)
            if life is not None and life.employer_id is not None:
                return providers.by_id(session, life.employer_id)
    return None if case.employer_id is None else providers.by_id(session, case.employer_id)
