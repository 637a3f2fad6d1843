"""What care is computed from, read from the file at once for one household or a thousand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from app.content.municipalities import municipality_of
from app.content.postcodes import centre_of
from app.records.care import CareState
from app.records.employer_places import PlaceKind
from app.records.providers import Category
from app.rules.calendar import PartialDate
from app.rules.care_fit import Kept, PlaceOfCare
from app.rules.care_household import CareHousehold, GivenCare, InCare
from app.rules.care_need import Parent
from app.rules.care_ways import Stop
from app.rules.cover import CareKind
from app.rules.distance import Point
from app.rules.elder_fit import ElderWish
from app.rules.facts import YES, FactKey
from app.rules.in_force import Entry, in_force
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import MemberRole, Purpose
from app.rules.travel import TravelTable, route
from app.rules.wall_time import Days
from app.services.care_records import ways_of
from db.repositories import care_places, employer_places, travel

KINDS: Mapping[Category, CareKind] = {
    Category.KITA: CareKind.KITA,
    Category.CHILDMINDING: CareKind.CHILDMINDING,
    Category.SCHOOL: CareKind.SCHOOL,
    Category.ALL_DAY_CARE: CareKind.ALL_DAY,
    Category.ELDER_CARE: CareKind.ELDER_CARE,
}
_CARERS = {"relative": CareKind.RELATIVE, "household": CareKind.HOUSEHOLD}
_PARENTS = ("professional", "partner")
_ASKED = (
    FactKey.CHILD_SCHOOL.value,
    FactKey.CHILD_KITA.value,
    FactKey.SCHOOL_CLASS.value,
    FactKey.CARE_NEED.value,
)
_NO_CLASS = "none"


def key_of(provider: int | None, carer: int | None) -> int:
    """The key of a provider or carer among sources."""
    return 2 * provider if provider is not None else 2 * (carer or 0) + 1


@dataclass(frozen=True)
class PlaceData:
    """A provider as far as care goes. `hours` are in force (`app.rules.in_force`); `rests`: first
    and last day of a temporary closure, both None where there is none."""

    id: int
    key: int
    name: str
    kind: CareKind
    town: str
    postcode: str
    point: Point | None
    hours: str
    checked_on: date | None
    facts: PlaceOfCare
    service: int
    rests: tuple[date | None, date | None]

    def rests_on(self, days: Days) -> bool:
        """Whether a temporary closure touches the days."""
        first, last = self.rests
        if first is None and last is None:
            return False
        return (first or date.min) <= days.last and (last or date.max) >= days.first


@dataclass(frozen=True)
class ChoiceData:
    """What is decided; `key` as in `key_of`."""

    key: int
    state: CareState
    because: str
    hours_osm: str
    first: date | None
    last: date | None


@dataclass(frozen=True)
class CarerData:
    key: int
    id: int
    kind: CareKind
    name: str
    given: GivenCare


class Geography:
    """Names and points of towns, and the office's travel times."""

    def __init__(self, session: Session, resources: Path) -> None:
        self._resources = resources
        self._names: dict[tuple[str, str], tuple[str, ...]] = {}
        times = travel.all_times(session)
        self._table = TravelTable({route(each.first, each.second): each.minutes for each in times})

    def names(self, town: str, postcode: str) -> tuple[str, ...]:
        """What a place may stand under in the table, the most exact first; nothing where no time
        is entered."""
        if not self._table.times:
            return ()
        key = (town.strip(), postcode.strip())
        if key not in self._names:
            found = municipality_of(*key, self._resources)
            names = (key[0], found.name if found else "")
            self._names[key] = tuple(dict.fromkeys(name for name in names if name))
        return self._names[key]

    def minutes(self, here: tuple[str, ...], there: tuple[str, ...]) -> int | None:
        """Minutes by the table; None within a town and where nobody entered them."""
        if not self._table.times or (here and here == there):
            return None
        return self._table.between(here, there)

    def stop(self, place: PlaceData) -> Stop:
        return Stop(place.point, self.names(place.town, place.postcode))

    def centre(self, postcode: str) -> Point | None:
        return centre_of(postcode, self._resources)

    def ags(self, town: str, postcode: str) -> str:
        """The key of the municipality, "" where the list does not have it."""
        found = municipality_of(town, postcode, self._resources)
        return found.ags if found else ""


def place_data(row: Row[*tuple[Any, ...]]) -> PlaceData:
    """A row of `care_places.places`."""
    point = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    kind = KINDS[Category(row.category)]
    entry: Entry = row
    facts = PlaceOfCare(
        row.min_age,
        row.max_age,
        row.places,
        row.free_places,
        row.free_as_of,
        row.waiting,
        row.reserved_for_id,
        row.reserved_for or "",
        row.reserved_places,
        tuple(row.languages.split()),
        row.valid_from,
        row.valid_to,
        hours_known=bool(row.hours_osm.strip()),
        settling_weeks=row.settling_weeks,
        settles=kind in (CareKind.KITA, CareKind.CHILDMINDING),
    )
    return PlaceData(
        row.id,
        key_of(row.id, None),
        row.name,
        kind,
        row.town,
        row.postcode,
        point,
        in_force(entry),
        row.checked_on,
        facts,
        row.service_id,
        (row.closed_from, row.closed_until),
    )


def with_kept(session: Session, places: Iterable[PlaceData], days: Days) -> Iterator[PlaceData]:
    """The places with what employers keep or pay there on one of the days at least."""
    known = tuple(places)
    kept: dict[int, list[Kept]] = defaultdict(list)
    services = (each.service for each in known)
    for row in employer_places.holding(session, services, days.first, days.last):
        pays = row.kind == PlaceKind.PAYS.value
        kept[row.service_id].append(
            Kept(row.organisation_id, row.name, row.places, row.cents, pays, row.valid_to)
        )
    for each in known:
        found = kept.get(each.service)
        facts = replace(each.facts, kept=tuple(found)) if found else each.facts
        yield replace(each, facts=facts)


class CareData:
    """What the people of these cases told, by case and person."""

    def __init__(
        self, session: Session, case_ids: Iterable[int], geography: Geography, on: date
    ) -> None:
        """`on`: the day ages are looked at."""
        self._on = on
        self._ids = tuple(case_ids)
        self._geography = geography
        self._cases = {each.id: each for each in care_places.cases(session, self._ids)}
        self._people = _by(care_places.people(session, self._ids), "case_id")
        persons = [each.id for found in self._people.values() for each in found]
        self._facts: dict[int, dict[str, str]] = defaultdict(dict)
        for each in care_places.facts(session, self._ids, _ASKED):
            self._facts[each.person_id][each.key] = each.value
        health = Purpose.HEALTH_DATA.value
        found = care_places.consenting(session, persons, health)
        self._consenting = {each.person_id for each in found}
        wishes = care_places.wishes_of_elders(session, persons)
        self._by_day = {e.person_id for e in wishes if ElderWish.DAY_CARE.value in e.wanted.split()}
        self._lives = {e.person_id: e for e in care_places.working_lives(session, persons)}
        self._rosters = _by(care_places.rosters(session, persons), "person_id")
        kept = [each.id for found in self._rosters.values() for each in found]
        self._duties = _by(care_places.duties(session, kept), "roster_id")
        self._carers = _by(care_places.carers(session, self._ids), "case_id")
        self._choices = _by(care_places.choices(session, persons), "person_id")
        self._frames = {each.case_id: each for each in care_places.frames(session, self._ids)}
        self._promised = self._read_promised(session)
        self._organisations = self._read_organisations(session)

    def households(self) -> Iterator[CareHousehold]:
        """Every household of the cases, in their order."""
        return map(self.household, self._cases)

    def household(self, case_id: int) -> CareHousehold:
        case = self._cases[case_id]
        people = self._people.get(case_id, [])
        frame = self._frames.get(case_id)
        return CareHousehold(
            case_id,
            tuple(self._parent(each) for each in people if each.role in _PARENTS),
            tuple(found for found in map(self._in_care, people) if found is not None),
            self._geography.ags(case.home_town, case.home_postcode),
            case.home_town,
            case.home_postcode,
            self._geography.centre(case.home_postcode),
            self._employers(case_id),
            frame.radius_km if frame else None,
            tuple(frame.languages.split()) if frame else (),
        )

    def carers(self, case_id: int) -> tuple[CarerData, ...]:
        """Relatives and help in the household."""
        found = []
        for each in self._carers.get(case_id, []):
            key = key_of(None, each.id)
            kind = _CARERS[each.kind]
            given = GivenCare(
                key, kind, each.hours_osm, each.valid_from, each.valid_to, Stop(own=each.way)
            )
            found.append(CarerData(key, each.id, kind, each.name, given))
        return tuple(found)

    def choices(self, person_id: int) -> Mapping[int, ChoiceData]:
        """What is decided for a person, by key."""
        found = {}
        for each in self._choices.get(person_id, []):
            key = key_of(each.provider_id, each.carer_id)
            found[key] = ChoiceData(
                key,
                CareState(each.state),
                each.because,
                each.hours_osm,
                each.valid_from,
                each.valid_to,
            )
        return found

    def _parent(self, person: Row[*tuple[Any, ...]]) -> Parent:
        life = self._lives.get(person.id)
        ways = ways_of(life)
        rosters = tuple(
            Roster(
                each.first,
                each.last,
                each.weeks,
                tuple(
                    Duty(duty.day, duty.start, duty.finish, duty.label, ShiftKind(duty.kind))
                    for duty in self._duties.get(each.id, [])
                ),
            )
            for each in self._rosters.get(person.id, [])
        )
        return Parent(person.id, rosters, ways, bool(life and life.at_home))

    def _needs_care(self, person: Row[*tuple[Any, ...]]) -> bool:
        """Children; and grandparents of whom it is recorded, who want day care or for whom
        something is decided, while they consent (Art. 9 DSGVO)."""
        if person.role == MemberRole.CHILD.value:
            return True
        if person.role != MemberRole.GRANDPARENT.value or person.id not in self._consenting:
            return False
        told = self._facts[person.id].get(FactKey.CARE_NEED.value)
        return told == YES or person.id in self._by_day or person.id in self._choices

    def _in_care(self, person: Row[*tuple[Any, ...]]) -> InCare | None:
        if not self._needs_care(person):
            return None
        found = InCare(
            person.id,
            MemberRole(person.role),
            _birth(person),
            self._pupil(person.id),
            tuple(self._given(person)),
        )
        return found if found.is_of_age(self._on) else None

    def _pupil(self, person_id: int) -> bool | None:
        facts = self._facts[person_id]
        told = facts.get(FactKey.SCHOOL_CLASS.value)
        if told is not None:
            return told != _NO_CLASS
        if FactKey.CHILD_SCHOOL.value in facts:
            return facts[FactKey.CHILD_SCHOOL.value] == YES
        return False if facts.get(FactKey.CHILD_KITA.value) == YES else None

    def _given(self, person: Row[*tuple[Any, ...]]) -> Iterator[GivenCare]:
        """Promised care, and carers of whom nothing else is decided."""
        choices = self.choices(person.id)
        for each in choices.values():
            place = self._promised.get(each.key)
            if each.state is CareState.PROMISED and place is not None:
                yield GivenCare(
                    each.key,
                    place.kind,
                    each.hours_osm.strip() or place.hours,
                    each.first,
                    each.last,
                    self._geography.stop(place),
                )
        for carer in self.carers(person.case_id):
            decided = choices.get(carer.key)
            if decided is None or decided.state is CareState.PROMISED:
                yield carer.given

    def _read_promised(self, session: Session) -> Mapping[int, PlaceData]:
        wanted = {
            each.provider_id
            for found in self._choices.values()
            for each in found
            if each.provider_id is not None and each.state == CareState.PROMISED.value
        }
        rows = care_places.places_by_id(session, wanted)
        kinds = {each.value for each in KINDS}
        places = (place_data(row) for row in rows if row.category in kinds)
        return {place.key: place for place in places}

    def _read_organisations(self, session: Session) -> Mapping[int, int]:
        employers = {each.employer_id for each in self._lives.values()}
        employers |= {each.employer_id for each in self._cases.values()}
        rows = care_places.organisations(session, employers - {None})
        return {each.id: each.organisation_id for each in rows}

    def _employers(self, case_id: int) -> frozenset[int]:
        providers = {self._cases[case_id].employer_id}
        for person in self._people.get(case_id, []):
            life = self._lives.get(person.id)
            if life is not None:
                providers.add(life.employer_id)
        return frozenset(
            self._organisations[each] for each in providers if each in self._organisations
        )


def _birth(person: Row[*tuple[Any, ...]]) -> PartialDate | None:
    if person.birth_year is None:
        return None
    return PartialDate(person.birth_year, person.birth_month, person.birth_day)


def _by(
    rows: Iterable[Row[*tuple[Any, ...]]], column: str
) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    found: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return dict(found)
