"""What a visit should show a household, proposed from what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.records.care import CareState
from app.records.providers import Category
from app.records.visits import StopDraft
from app.rules.calendar import age_on
from app.rules.distance import kilometres
from app.rules.facts import YES, FactKey
from app.rules.terms import MemberRole, Stage
from app.rules.travel import folded
from app.rules.visit_days import StopKind
from app.services.known import known_facts
from app.services.seen import birth_of
from app.services.visit_ground import Ground
from db.repositories import care, care_places, cases, housing
from db.tables.case import Case, Person

SCHOOL_AGE = 6
"""From this age in years on a child is taken for a pupil (§ 64 Abs. 1 NSchG)."""
MOST_TOURS = 2
"""So many kitas or schools are proposed."""
USUAL = {
    StopKind.INTERVIEW: (60, 3),
    StopKind.WARD: (90, 3),
    StopKind.KITA: (45, 2),
    StopKind.SCHOOL: (45, 2),
    StopKind.FLAT: (45, 3),
    StopKind.OFFICE: (30, 2),
    StopKind.BEACH: (120, 2),
    StopKind.ISLAND: (240, 2),
    StopKind.LEISURE: (90, 1),
    StopKind.MEAL: (60, 1),
    StopKind.OTHER: (60, 2),
}
"""Minutes and how much it is wanted, where nobody says otherwise."""

_BY_DAY = range(8 * 60, 19 * 60)
"""When a viewing can begin within the hours of any visit."""
_DECIDED = tuple(state.value for state in CareState if state is not CareState.DECLINED)


def proposed(
    session: Session, case: Case, resources: Path, on: date, last: date | None = None
) -> tuple[StopDraft, ...]:
    """Work, childcare and schools, a flat, the sea, a meal; `on`: the first day of the visit, for
    the ages of the children. Homes whose viewing is agreed for its days, to `last`, are named."""
    ground = Ground(session, resources)
    people = cases.people(session, case.id)
    kinds = _kinds(people, on)
    return (
        *_work(case),
        *_tours(session, case, ground, StopKind.KITA, kinds),
        *_tours(session, case, ground, StopKind.SCHOOL, kinds),
        *(_viewings(session, case, on, last or on) or _flat(session, case)),
        _sea(ground),
        stop(StopKind.MEAL),
    )


def stop(kind: StopKind, provider: int | None = None, town: str = "") -> StopDraft:
    """A stop with the usual minutes."""
    minutes, wanted = USUAL[kind]
    return StopDraft(kind, provider=provider, town=town, minutes=minutes, wanted=wanted)


def _work(case: Case) -> Iterator[StopDraft]:
    """The interview until there is a contract, and to see where one will work."""
    if case.employer_id is None:
        return
    if Stage(case.stage) in (Stage.INTEREST, Stage.VISIT):
        yield stop(StopKind.INTERVIEW, case.employer_id)
    yield stop(StopKind.WARD, case.employer_id)


def _kinds(people: list[Person], on: date) -> frozenset[StopKind]:
    """Whether there are children for a kita or a school; of unknown age for a kita."""
    found = set()
    for person in people:
        if person.role == MemberRole.CHILD.value:
            born = birth_of(person)
            is_pupil = born is not None and age_on(born.last, on) >= SCHOOL_AGE
            found.add(StopKind.SCHOOL if is_pupil else StopKind.KITA)
    return frozenset(found)


_CATEGORIES = {
    StopKind.KITA: (Category.KITA, Category.CHILDMINDING),
    StopKind.SCHOOL: (Category.SCHOOL,),
}


def _tours(
    session: Session, case: Case, ground: Ground, kind: StopKind, kinds: frozenset[StopKind]
) -> Iterator[StopDraft]:
    """What is decided about care, else the nearest to the home, else to the work."""
    if kind not in kinds:
        return
    wanted = {each.value for each in _CATEGORIES[kind]}
    decided = [
        each.provider_id
        for each in care.choices_of_case(session, case.id)
        if each.provider_id is not None and each.state in _DECIDED
    ]
    rows = care_places.places_by_id(session, decided)
    of_kind = {row.id for row in rows if row.category in wanted}
    found = [each for each in dict.fromkeys(decided) if each in of_kind]
    for each in (found or list(_nearest(session, case, ground, kind)))[:MOST_TOURS]:
        yield stop(kind, each)


def _nearest(session: Session, case: Case, ground: Ground, kind: StopKind) -> Iterator[int]:
    towns = folded(case.home_town)
    home = ground.middle(case.home_town, case.home_postcode)
    if home is None:
        home = ground.spot(case.employer_id, "").stop.point
    rows = care_places.places(session, {_CATEGORIES[kind][0].value})
    far = float("inf")

    def distance(row: object) -> tuple[bool, float]:
        latitude, longitude = getattr(row, "latitude", None), getattr(row, "longitude", None)
        elsewhere = folded(str(getattr(row, "town", ""))) != towns
        if home is None or latitude is None or longitude is None:
            return elsewhere, far
        return elsewhere, kilometres(home, (latitude, longitude))

    for row in sorted(rows, key=distance)[:1]:
        yield row.id


def _viewings(session: Session, case: Case, first: date, last: date) -> tuple[StopDraft, ...]:
    return tuple(
        replace(
            stop(StopKind.FLAT, town=offer.town),
            title=offer.title,
            place=offer.street,
            asked_day=row.viewing_on,
            asked_start=row.viewing_at if row.viewing_at in _BY_DAY else None,
            contact=offer.contact,
        )
        for row, offer in housing.with_offers(session, (case.id,))
        if row.state == "viewing" and row.viewing_on and first <= row.viewing_on <= last
    )


def _flat(session: Session, case: Case) -> Iterator[StopDraft]:
    """Unless they have found a home or own one."""
    told = {fact.key: fact.value for fact in known_facts(session, case.id)}
    if told.get(FactKey.HOME_FOUND) != YES and told.get(FactKey.HOUSING) != "own":
        yield stop(StopKind.FLAT, town=case.home_town)


def _sea(ground: Ground) -> StopDraft:
    """An island where a ferry is entered, else the beach."""
    for each in ground.sailings:
        return stop(StopKind.ISLAND, town=each.to_town if each.outward else each.from_town)
    return stop(StopKind.BEACH)
