"""The answer for a household: places weighed, combinations found, days laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.records.care import CareState
from app.records.care_board import (
    Answer,
    Card,
    CareBoard,
    Helper,
    LeftOut,
    PersonCare,
    Trial,
)
from app.records.providers import Category
from app.rules import spans
from app.rules.care_fit import CareReason, Said, Verdict, Wish, fit
from app.rules.care_household import TERM_TIME, CareHousehold, InCare, between, given_windows
from app.rules.care_need import Need, Parent, need
from app.rules.care_ways import Stop, minutes
from app.rules.care_windows import Windows, holidays_end_before, windows
from app.rules.cover import CareKind, Cover, Source, cover, in_order
from app.rules.distance import kilometres
from app.rules.matching import Candidate, Search
from app.rules.rosters import Duty, Roster
from app.rules.terms import MemberRole
from app.rules.wall_time import Days
from app.services.care_answers import answer_of, together
from app.services.care_data import (
    KINDS,
    CareData,
    CarerData,
    ChoiceData,
    Geography,
    PlaceData,
    place_data,
    with_kept,
)
from db.repositories import care_places

LENGTH = 28
_FAR = 1000.0  # kilometres: where nobody knows the distance, behind all others
_YOUNG = (Category.KITA, Category.CHILDMINDING)
_PUPILS = (Category.SCHOOL, Category.ALL_DAY_CARE, Category.CHILDMINDING)
_ELDERS = (Category.ELDER_CARE,)
_CHOOSABLE = frozenset({Verdict.FITS, Verdict.UNSURE})
_OPEN = frozenset({CareState.PROPOSED, CareState.WANTED})


@dataclass(frozen=True)
class _Weighed:
    """A place or carer for one person: its card's facts and its source."""

    helper: Helper
    source: Source
    stop: Stop
    verdict: Verdict
    said: tuple[Said, ...]
    checked_on: date | None = None
    because: str = ""


class Workshop:
    """Everything one household's board is made of, read once."""

    def __init__(
        self,
        session: Session,
        geography: Geography,
        case_id: int,
        names: Mapping[int, str],
        first: date,
        on: date,
        *,
        wide: bool = True,
    ) -> None:
        """`wide`: with all places that may come into question, not only those decided about."""
        self._geography = geography
        self._names = names
        self.days = Days(first, LENGTH)
        self._data = CareData(session, (case_id,), geography, on)
        self.household: CareHousehold = self._data.household(case_id)
        self._carers = self._data.carers(case_id)
        categories = {each for person in self.household.persons for each in self._wanted(person)}
        decided = {
            key // 2
            for person in self.household.persons
            for key in self._data.choices(person.id)
            if key % 2 == 0
        }
        rows = (
            *(care_places.places(session, {e.value for e in categories}) if wide else ()),
            *care_places.places_by_id(session, decided),
        )
        kept = {row.id: row for row in rows}
        places = (place_data(row) for row in kept.values() if row.category in _CATEGORIES)
        self._places = tuple(with_kept(session, places, self.days))
        self._home = geography.names(self.household.town, self.household.postcode)
        self.need: Need = need(self.household.parents, self.days)
        self.known: dict[int, dict[int, _Weighed]] = {}

    @property
    def parents(self) -> Mapping[int, str]:
        """The names of the parents by id, in the household's order."""
        return {each.id: self._names.get(each.id, "") for each in self.household.parents}

    @property
    def left(self) -> tuple[LeftOut, ...]:
        """What the need could not be computed from."""
        return tuple(
            LeftOut(each.unsaid, self._names.get(each.parent or 0, ""), each.days, each.first)
            for each in self.need.left
        )

    def board(self) -> CareBoard:
        """The whole answer."""
        return CareBoard(
            self.household.case,
            self.days.first,
            self.days.count,
            self.parents,
            tuple(map(self.person, self.household.persons)),
            self.left,
        )

    def person(self, person: InCare) -> PersonCare:
        """One person's cards and best combinations."""
        weighed = self._weighed(person)
        search = self._search(weighed)
        found = search.best()
        answers = tuple(self._answer(person, each.cover, weighed, each.members) for each in found)
        if not answers:
            given = tuple(each.source for each in self._given(weighed))
            told = cover(self.need.minutes, in_order(given), search.way, self.days)
            answers = (self._answer(person, told, weighed, ()),)
        return self._told(person, weighed, answers)

    def answers(self, person_id: int, key: int) -> tuple[Answer, ...]:
        """The best combinations that a place is in; nothing where it is not one of the person's."""
        person = self._person(person_id)
        weighed = self._weighed(person)
        if key not in weighed:
            return ()
        search = self._search(weighed, also=key)
        return tuple(
            self._answer(person, each.cover, weighed, each.members)
            for each in search.best_with(key)
        )

    def answer_of(self, person_id: int, keys: Sequence[int]) -> Answer:
        """What these places and the given ones cover."""
        person = self._person(person_id)
        weighed = self._weighed(person)
        chosen = [weighed[key] for key in keys if key in weighed]
        sources = {each.helper.key: each.source for each in (*self._given(weighed), *chosen)}
        way = self._search(weighed).way
        told = cover(self.need.minutes, in_order(sources.values()), way, self.days)
        return self._answer(person, told, weighed, keys)

    def decided(self) -> tuple[PersonCare, ...]:
        """For each person the answer of the places that are proposed, wanted or promised (of
        kitas and schools one, see `together`); who has none is left out."""
        found = []
        for person in self.household.persons:
            weighed = self._weighed(person)
            kept = {
                key: each
                for key, each in weighed.items()
                if each.helper.given or each.helper.state in _OPEN
            }
            if kept:
                keys = together((each.helper, self._alone(each)) for each in kept.values())
                told = self.answer_of(person.id, keys)
                found.append(self._told(person, kept, (told,)))
        return tuple(found)

    def tried(self, trial: Trial) -> Workshop:
        """The same with other duties of a parent on some days."""
        parents = tuple(
            _with_trial(each, trial) if each.id == trial.person else each
            for each in self.household.parents
        )
        other = copy(self)
        other.household = replace(self.household, parents=parents)
        other.need = need(parents, self.days)
        other.known = {}
        return other

    def _alone(self, each: _Weighed) -> int:
        """Minutes of the need it covers by itself."""
        return spans.count(each.source.windows.sure & self.need.minutes)

    def _told(
        self, person: InCare, weighed: Mapping[int, _Weighed], answers: tuple[Answer, ...]
    ) -> PersonCare:
        cards = [
            Card(
                each.helper,
                self._alone(each),
                each.verdict,
                each.said,
                each.checked_on,
                each.because,
            )
            for each in weighed.values()
        ]
        rank = {verdict: place for place, verdict in enumerate(Verdict)}
        cards.sort(
            key=lambda card: (
                rank[card.verdict],
                -card.covered,
                _FAR if card.helper.km is None else card.helper.km,
                card.helper.name,
            )
        )
        said = () if person.birth is not None else (Said(CareReason.AGE_UNKNOWN),)
        last = self.days.last
        at_school = person.at_school(self.days.first) is not False
        until = holidays_end_before(last, of_schools=at_school)
        if until is not None:
            said = (*said, Said(CareReason.HOLIDAYS_UNKNOWN, {"on": until}))
        return PersonCare(
            person.id,
            self._names.get(person.id, ""),
            person.role,
            person.age_months(self.days.first),
            spans.count(self.need.minutes),
            {key: each.helper for key, each in weighed.items()},
            tuple(cards),
            answers,
            said,
        )

    def _answer(
        self,
        person: InCare,
        told: Cover,
        weighed: Mapping[int, _Weighed],
        members: Sequence[int],
    ) -> Answer:
        given = [each.helper.key for each in self._given(weighed)]
        keys = tuple(dict.fromkeys((*members, *(key for key in given if told.by.get(key)))))
        sources = in_order(weighed[key].source for key in keys)
        stops = {key: weighed[key].stop for key in keys}
        return answer_of(told, sources, stops, self.need, person.birth, self._geography.minutes)

    def _person(self, person_id: int) -> InCare:
        return next(each for each in self.household.persons if each.id == person_id)

    def _given(self, weighed: Mapping[int, _Weighed]) -> list[_Weighed]:
        return [each for each in weighed.values() if each.helper.given]

    def _search(self, weighed: Mapping[int, _Weighed], also: int | None = None) -> Search:
        stops = {key: each.stop for key, each in weighed.items()}
        table = self._geography.minutes

        def way(one: Source, other: Source) -> int | None:
            return minutes(stops[one.key], stops[other.key], table)

        candidates = tuple(
            Candidate(each.source, _order(each))
            for key, each in weighed.items()
            if not each.helper.given and (key == also or _may_be_chosen(each))
        )
        given = tuple(each.source for each in self._given(weighed) if each.helper.key != also)
        if also is not None and weighed[also].helper.given:
            candidates = (*candidates, Candidate(weighed[also].source, 0.0))
        return Search(self.need.minutes, self.days, given, candidates, way)

    def _weighed(self, person: InCare) -> Mapping[int, _Weighed]:
        """Given ones first, then all that may be chosen, by key; weighed once."""
        if person.id not in self.known:
            self.known[person.id] = self._weigh(person)
        return self.known[person.id]

    def _weigh(self, person: InCare) -> dict[int, _Weighed]:
        choices = self._data.choices(person.id)
        wanted = {each.value for each in self._wanted(person)}
        if any(given.kind is CareKind.SCHOOL for given in person.given):
            wanted.discard(Category.SCHOOL.value)  # whoever has a school looks for no other
        wish = Wish(
            person.birth,
            self.household.employers,
            self.household.languages,
            self.household.radius_km,
            min((each.ways.to_care for each in self.household.parents), default=0),
        )
        found = {}
        for place in self._places:
            choice = choices.get(place.key)
            if choice is not None or _CATEGORY_OF[place.kind].value in wanted:
                found[place.key] = self._place(place, choice, wish)
        for carer in self._carers:
            found[carer.key] = self._carer(carer, choices.get(carer.key))
        return dict(sorted(found.items(), key=lambda pair: not pair[1].helper.given))

    def _place(self, place: PlaceData, choice: ChoiceData | None, wish: Wish) -> _Weighed:
        km = None
        if self.household.point is not None and place.point is not None:
            km = kilometres(self.household.point, place.point)
        names = self._geography.names(place.town, place.postcode)
        way = self._geography.minutes(self._home, names)
        facts = replace(place.facts, km=km, way=way, resting=place.rests_on(self.days))
        told = fit(facts, wish, self.days, choice.first if choice else None)
        hours = choice.hours_osm.strip() if choice and choice.hours_osm.strip() else place.hours
        there = windows(hours, self.days, term_time=place.kind in TERM_TIME)
        there = there.within(told.minutes)
        if choice is not None:
            there = there.within(between(choice.first, choice.last, self.days))
        verdict, said = told.verdict, told.said
        if asked := spans.count(there.asked & self.need.minutes):
            said = (*said, Said(CareReason.ON_REQUEST, {"minutes": asked}))
        given = choice is not None and choice.state is CareState.PROMISED
        if given:
            verdict = Verdict.FITS
        elif choice is not None and choice.state is CareState.DECLINED:
            verdict = Verdict.DECLINED
        helper = Helper(
            place.key,
            place.kind,
            place.name,
            provider=place.id,
            town=place.town,
            km=km,
            way=way,
            state=choice.state if choice else None,
            given=given,
        )
        source = Source(place.key, place.kind, there)
        because = choice.because if choice else ""
        stop = self._geography.stop(place)
        return _Weighed(helper, source, stop, verdict, said, place.checked_on, because)

    def _carer(self, carer: CarerData, choice: ChoiceData | None) -> _Weighed:
        state = choice.state if choice else CareState.PROMISED
        given = state is CareState.PROMISED
        there: Windows = given_windows(carer.given, self.days)
        verdict = Verdict.DECLINED if state is CareState.DECLINED else Verdict.FITS
        said: tuple[Said, ...] = ()
        if not carer.given.hours_osm.strip() and verdict is Verdict.FITS:
            verdict, said = Verdict.UNSURE, (Said(CareReason.HOURS_UNKNOWN),)
        helper = Helper(carer.key, carer.kind, carer.name, carer=carer.id, state=state, given=given)
        because = choice.because if choice else ""
        source = Source(carer.key, carer.kind, there)
        return _Weighed(helper, source, carer.given.stop, verdict, said, None, because)

    def _wanted(self, person: InCare) -> tuple[Category, ...]:
        if person.role is MemberRole.GRANDPARENT:
            return _ELDERS
        at_school = person.at_school(self.days.first)
        if at_school is None:
            return (*_YOUNG, Category.ALL_DAY_CARE)
        return _PUPILS if at_school else _YOUNG


_CATEGORY_OF = {kind: category for category, kind in KINDS.items()}
_CATEGORIES = frozenset(each.value for each in KINDS)


def _may_be_chosen(weighed: _Weighed) -> bool:
    """Whether a place may be proposed: a school only where the family has named it."""
    if weighed.helper.kind is CareKind.SCHOOL and weighed.helper.state not in _OPEN:
        return False
    return weighed.verdict in _CHOOSABLE


def _order(weighed: _Weighed) -> float:
    """Nearest first; what the family has named already before all others, what is not known to fit
    behind."""
    km = _FAR if weighed.helper.km is None else weighed.helper.km
    if weighed.helper.state in _OPEN:
        return km / _FAR
    return km + (_FAR if weighed.verdict is Verdict.UNSURE else 1.0)


def _with_trial(parent: Parent, trial: Trial) -> Parent:
    """The single days of a trial win over every roster, being the last of its kind."""
    tried = tuple(
        Roster(
            on,
            on,
            0,
            () if trial.start == trial.end else (Duty(0, trial.start, trial.end),),
        )
        for on in trial.days
    )
    return replace(parent, rosters=(*parent.rosters, *tried))


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
