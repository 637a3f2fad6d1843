"""Travel times from town to town, which the office enters, and where a case lives and works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.county_map import Area, Level, county_map
from app.content.municipalities import municipality_of
from app.content.postcodes import centre_of
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.exchange import travel_times
from app.records.travel import (
    MOST_MINUTES,
    CasePlaces,
    PastedTime,
    Spot,
    Town,
    TravelDraft,
    TravelView,
)
from app.rules.distance import Point
from app.rules.projection import degrees
from app.rules.travel import TravelTable, folded, route
from app.services import checks, existing
from app.services.transactions import Transactions
from db import journal
from db.repositories import providers, travel
from db.tables.provider import TravelTime

_TOUCHED = frozenset({Topic.PROVIDERS})


class Travel:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def towns(self) -> tuple[Town, ...]:
        """The municipalities of the map: those of the county by name, then those beside it."""
        areas = county_map(self._resources).areas
        found = [_town(area) for area in areas if area.level in (Level.MUNICIPALITY, _BESIDE)]
        return tuple(sorted(found, key=lambda town: (not town.is_own, folded(town.name))))

    def times(self) -> tuple[TravelView, ...]:
        """Every travel time that is entered, by the names of its towns."""
        with self._transactions.reading() as session:
            return tuple(map(self._view, travel.all_times(session)))

    def table(self) -> TravelTable[TravelView]:
        """All times, to look many up at once; give both places by their `names`."""
        times = self.times()
        return TravelTable({route(time.draft.first, time.draft.second): time for time in times})

    def names(self, town: str, postcode: str = "") -> tuple[str, ...]:
        """What a place may stand under in the table, the most exact first: the town as it is
        written, then its municipality."""
        found = municipality_of(town, postcode, self._resources)
        names = (town.strip(), found.name if found else "")
        return tuple(dict.fromkeys(name for name in names if name))

    def minutes(self, first: str, second: str) -> TravelView | None:
        """The time between two towns in either direction, None where nobody entered one. A part of
        a town ("Norden-Norddeich") that has no time of its own takes that of its municipality."""
        return self.table().between(self.names(first), self.names(second))

    def enter(self, draft: TravelDraft) -> Done:
        """Enter a travel time, or change the one of this route. Towns of the map get their usual
        spelling, others stay as typed. Raises `Refused`: BLANK, SAME_TOWN, NOT_MINUTES,
        TEXT_NOT_STORABLE."""
        _check(draft)
        with self._transactions.command(Act.TRAVEL_TIME_ENTERED) as session:
            known = self._known(session)
            time = known.write(session, known.spelt(draft))
            return _done(Act.TRAVEL_TIME_ENTERED, session, time)

    def remove(self, time_id: int) -> Done:
        """Take a travel time out of the table. Raises `Refused`: NO_SUCH_TRAVEL_TIME."""
        with self._transactions.command(Act.TRAVEL_TIME_REMOVED) as session:
            time = travel.by_id(session, time_id)
            if time is None:
                raise Refused(Reason.NO_SUCH_TRAVEL_TIME, id=time_id)
            session.delete(time)
            return _done(Act.TRAVEL_TIME_REMOVED, session, time)

    def read_pasted(self, text: str) -> tuple[PastedTime, ...]:
        """What pasted lines say, beside what is entered; nothing is changed yet."""
        with self._transactions.reading() as session:
            known = self._known(session)
            read = []
            for line in travel_times.read_pasted(text):
                if line.draft is None:
                    read.append(line)
                    continue
                draft = known.spelt(line.draft)
                if reason := _reason(draft):
                    read.append(replace(line, draft=None, reason=reason))
                    continue
                stands = known.at(draft)
                before = _draft(stands) if stands else None
                unknown = self._unknown(draft)
                read.append(replace(line, draft=draft, before=before, unknown=unknown))
        return tuple(read)

    def take(self, drafts: Sequence[TravelDraft]) -> Done:
        """Enter many at once, all or none; the last of two about one route counts. Raises
        `Refused`: as `enter`."""
        for draft in drafts:
            _check(draft)
        with self._transactions.command(Act.TRAVEL_TIMES_TAKEN) as session:
            known = self._known(session)
            added = changed = 0
            for draft in drafts:
                spelt = known.spelt(draft)
                stands = known.at(spelt)
                if stands is None:
                    added += 1
                elif _draft(stands) != spelt:
                    changed += 1
                known.write(session, spelt)
            session.flush()
            facts = {"added": str(added), "changed": str(changed)}
            return Done(Act.TRAVEL_TIMES_TAKEN, _TOUCHED, journal.batch_of(session), facts=facts)

    def places_of(self, case_id: int) -> CasePlaces:
        """Where a case lives, by the middle of its post code or town, and where its employer is.
        Raises `Refused`: NO_SUCH_CASE."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            town, postcode = case.home_town, case.home_postcode
            point = self._middle(town, postcode)
            home = Spot("", town, postcode, point, is_rough=True) if point else None
            return CasePlaces(home, self._work(session, case.employer_id), town, postcode)

    def _work(self, session: Session, employer: int | None) -> Spot | None:
        whole = providers.by_id(session, employer) if employer is not None else None
        if whole is None:
            return None
        place = whole.place
        exact = None
        if place.latitude is not None and place.longitude is not None:
            exact = place.latitude, place.longitude
        point = exact or self._middle(place.town, place.postcode)
        name = whole.organisation.name
        return Spot(name, place.town, place.postcode, point, exact is None) if point else None

    def _middle(self, town: str, postcode: str) -> Point | None:
        """The middle of a post code, else of the municipality a town's name stands for."""
        if found := centre_of(postcode, self._resources):
            return found
        names = [folded(name) for name in self.names(town, postcode)]
        towns = {folded(each.name): each.point for each in self.towns()}
        return next((towns[name] for name in names if name in towns), None)

    @cached_property
    def _map_names(self) -> dict[str, str]:
        """The towns of the map by their folded names."""
        return {folded(town.name): town.name for town in self.towns()}

    def _known(self, session: Session) -> _Known:
        return _Known.of(travel.all_times(session), self._map_names)

    def _view(self, time: TravelTime) -> TravelView:
        draft = _draft(time)
        return TravelView(time.id, draft, self._unknown(draft))

    def _unknown(self, draft: TravelDraft) -> tuple[str, ...]:
        towns = (draft.first, draft.second)
        return tuple(name for name in towns if folded(name) not in self._map_names)


@dataclass(frozen=True)
class _Known:
    """The times of the file by their route, still tied to their session, and how towns are spelt:
    as the map does, else as the first route that names them."""

    times: dict[frozenset[str], TravelTime]
    spelling: dict[str, str]

    @classmethod
    def of(cls, times: Sequence[TravelTime], names: Mapping[str, str]) -> _Known:
        written = {folded(name): name for time in times for name in (time.first, time.second)}
        return cls({route(each.first, each.second): each for each in times}, {**written, **names})

    def at(self, draft: TravelDraft) -> TravelTime | None:
        return self.times.get(route(draft.first, draft.second))

    def spelt(self, draft: TravelDraft) -> TravelDraft:
        """The draft as it is kept."""
        ends = (" ".join(town.split()) for town in (draft.first, draft.second))
        first, second = sorted(self.spelling.setdefault(folded(town), town) for town in ends)
        return replace(draft, first=first, second=second, note=draft.note.strip())

    def write(self, session: Session, draft: TravelDraft) -> TravelTime:
        time = self.at(draft)
        if time is None:
            time = TravelTime(first=draft.first, second=draft.second)
            session.add(time)
            self.times[route(draft.first, draft.second)] = time
        time.minutes, time.ferry, time.note = draft.minutes, draft.ferry, draft.note
        return time


_BESIDE = Level.NEIGHBOUR


def _town(area: Area) -> Town:
    point = degrees(area.town or area.label)
    return Town(area.name, point, area.is_island, area.level is Level.MUNICIPALITY)


def _draft(time: TravelTime) -> TravelDraft:
    return TravelDraft(time.first, time.second, time.minutes, time.ferry, time.note)


def _check(draft: TravelDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.first, "first")
    checks.not_blank(draft.second, "second")
    if reason := _reason(draft):
        raise Refused(reason, "second" if reason is Reason.SAME_TOWN else "minutes")


def _reason(draft: TravelDraft) -> Reason | None:
    if folded(draft.first) == folded(draft.second):
        return Reason.SAME_TOWN
    return None if 1 <= draft.minutes <= MOST_MINUTES else Reason.NOT_MINUTES


def _done(act: Act, session: Session, time: TravelTime) -> Done:
    session.flush()
    facts = {"name": f"{time.first} – {time.second}", "count": str(time.minutes)}
    return Done(act, _TOUCHED, journal.batch_of(session), facts=facts)
