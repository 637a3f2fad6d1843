"""The services of the directory weighed for an elder, and the steps of the plan about one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.municipalities import municipality_of
from app.content.postcodes import centre_of
from app.records.care import CareState
from app.records.elders import ElderDraft, ElderMatch, ElderStep, ElderView, Lives
from app.records.plan import StepView
from app.records.providers import SETTLING, Category
from app.rules import checking
from app.rules.checking import CheckAge
from app.rules.distance import kilometres
from app.rules.elder_fit import (
    ElderService,
    ElderWish,
    best_first,
    concerns,
    gives,
    judged,
)
from app.rules.facts import YES, FactKey
from app.rules.in_force import Limit, bounds
from app.rules.terms import Answer, MemberRole, OfficeType, StepState, Track
from app.services import care, known, plan_views
from app.services.care_board import monday_of
from app.services.derived import called_name
from app.services.folder_places import free_of
from app.services.offices import concerning
from app.services.planner import Planner
from db.repositories import care as cares
from db.repositories import elders, providers
from db.repositories.providers import Whole
from db.tables.case import Case, Person
from db.tables.elders import ElderNeed

_HELPING = frozenset(
    each.value
    for each in (
        Category.ELDER_CARE,
        Category.COUNSELLING,
        Category.AUTHORITY,
        Category.NETWORK,
        Category.OTHER,
    )
)
_GONE = frozenset({Limit.ENDED, Limit.BEGINS})


@dataclass(frozen=True)
class _Covered:
    needed: int
    by: Mapping[int, int]


class Matching:
    """What the elders of one case are matched with, read once."""

    def __init__(
        self,
        session: Session,
        case: Case,
        planner: Planner,
        resources: Path,
        today: date,
        language: str = OFFICE_LANGUAGE,
    ) -> None:
        """`language`: of the steps of the plan."""
        self._session, self._case, self._today = session, case, today
        self._resources = resources
        self._home = centre_of(case.home_postcode, resources)
        self._town_known = (
            municipality_of(case.home_town, case.home_postcode, resources) is not None
        )
        self._concerns = concerning(case, resources)
        self._given = [
            (each, gives(_words(each), **_kind(each)))
            for each in providers.of_categories(session, _HELPING)
        ]
        self._plan = plan_views.view(session, case, Track.RELOCATION, planner, today, language)

    def view(self, person: Person, need: ElderNeed | None, *, told: bool = True) -> ElderView:
        """All that is known of an elder. `told` False: for what goes out of the office, so without
        the office's own note."""
        may_tell = known.may_be_kept(self._session, person.id)
        draft = ElderDraft() if need is None else draft_of(need, may_tell=may_tell, told=told)
        matches = self._matches(person, draft.wanted, told=told)
        met = {wish for each in matches if each.fit.fits for wish in each.fit.meets}
        return ElderView(
            person=person.id,
            name=called_name(person),
            draft=draft,
            noted_on=None if need is None else need.noted_on,
            may_tell=may_tell,
            matches=matches,
            steps=tuple(self._steps(person)),
            unmet=tuple(w for w in ElderWish if w in draft.wanted and w not in met),
        )

    def _matches(
        self, person: Person, wanted: frozenset[ElderWish], *, told: bool
    ) -> tuple[ElderMatch, ...]:
        if not wanted:
            return ()
        covered = self._covered(person)
        choices = {
            each.provider_id: (CareState(each.state), each.because)
            for each in cares.choices_of_case(self._session, self._case.id)
            if each.person_id == person.id and each.provider_id is not None
        }
        languages = tuple(person.languages.split())
        found = []
        for whole, given in self._given:
            of_elders = whole.service.category == Category.ELDER_CARE.value
            service = self._service(whole, given, covered)
            if concerns(service, wanted, of_elders=of_elders):
                fit = judged(service, wanted, languages)
                free, free_on = free_of(whole, self._today)
                state, because = choices.get(whole.at.id, (None, ""))
                found.append(
                    ElderMatch(
                        provider=whole.at.id,
                        name=whole.organisation.name,
                        service=whole.service.name,
                        town=whole.place.town,
                        fit=fit,
                        gives=tuple(wish for wish in ElderWish if wish in given),
                        free=free,
                        free_on=free_on,
                        waiting=whole.service.waiting,
                        km=service.km,
                        languages=tuple(each for each in languages if each in service.languages),
                        covered=service.covered,
                        needed=covered.needed if service.covered is not None and covered else None,
                        checked_on=whole.at.checked_on,
                        state=state,
                        because=because if told else "",
                    )
                )
        found.sort(key=lambda m: (*best_first(m.fit, m.covered, m.km), m.provider))
        return tuple(found)

    def _service(
        self, whole: Whole, given: frozenset[ElderWish], covered: _Covered | None
    ) -> ElderService:
        service, place, at = whole.service, whole.place, whole.at
        has_places = Category(service.category) in SETTLING
        km = None
        if self._home and place.latitude is not None and place.longitude is not None:
            km = kilometres(self._home, (place.latitude, place.longitude))
        limits = {bound.limit for bound in bounds(at, self._today)}
        in_charge = None
        if service.office_type and service.area.strip() and self._town_known:
            in_charge = self._concerns(whole)
        day_care = covered is not None and ElderWish.DAY_CARE in given and bool(at.hours_osm)
        return ElderService(
            gives=given,
            in_charge=in_charge,
            has_places=has_places,
            free=free_of(whole, self._today)[0],
            there=not limits & _GONE,
            rests=Limit.CLOSED in limits,
            km=km,
            languages=tuple(service.languages.split()),
            accessible=place.accessible,
            hours_known=bool(at.hours_osm.strip() or at.hours_given.strip()),
            covered=covered.by.get(at.id, 0) if covered is not None and day_care else None,
            checked=checking.age(at.checked_on, service.category, self._today)
            is not CheckAge.STALE,
        )

    def _covered(self, person: Person) -> _Covered | None:
        """Of each day centre how much of the time it is open in which nobody of the family is
        there, by the matcher of care; None where the household's hours are not known."""
        monday = monday_of(care.usual_first(self._session, self._case, self._today))
        shop = care.workshop_of(self._session, self._case, self._today, self._resources, monday)
        in_care = next((each for each in shop.household.persons if each.id == person.id), None)
        if in_care is None or not shop.need.minutes:
            return None
        told = shop.person(in_care)
        cards = ((each.helper.provider, each.covered) for each in told.cards)
        return _Covered(told.needed, {key: minutes for key, minutes in cards if key is not None})

    def _steps(self, person: Person) -> Iterator[ElderStep]:
        for each in self._plan.steps:
            if each.person == person.id and each.applies is Answer.YES:
                yield _step(each)


def draft_of(need: ElderNeed, *, may_tell: bool, told: bool = True) -> ElderDraft:
    """What a row says; without a consent nothing that tells of health."""
    draft = ElderDraft(
        lives=Lives(need.lives),
        wanted=frozenset(map(ElderWish, need.wanted.split())),
        care_degree=need.care_degree,
        public_note=need.public_note,
        note=need.note if told else "",
    )
    return draft if may_tell or need.consent_id is None else ElderDraft()


def in_need(session: Session, case: Case) -> set[int | None]:
    """The people of whom a need of care is recorded and may be used."""
    return {
        fact.person_id
        for fact in known.known_facts(session, case.id)
        if fact.key == FactKey.CARE_NEED.value and fact.value == YES
    }


def elders_of(session: Session, case: Case, people: Sequence[Person]) -> Iterator[Person]:
    """Grandparents, and adults of whom a need of care or a wish is recorded."""
    needing = in_need(session, case)
    wishing = {each.person_id for each in elders.needs_of_case(session, case.id)}
    for person in people:
        role = MemberRole(person.role)
        if role is MemberRole.GRANDPARENT or (
            role is not MemberRole.CHILD and person.id in needing | wishing
        ):
            yield person


def _words(whole: Whole) -> str:
    parts = (whole.organisation.name, whole.service.name, whole.service.description)
    return " ".join(parts)


def _kind(whole: Whole) -> dict[str, bool]:
    service = whole.service
    return {
        "of_elders": service.category == Category.ELDER_CARE.value,
        "is_advice": service.office_type == OfficeType.CARE_SUPPORT.value,
    }


def _step(step: StepView) -> ElderStep:
    return ElderStep(
        step.id,
        step.title,
        step.due,
        step.state is StepState.DONE,
        step.basis,
        step.kind,
        step.unproven,
    )
