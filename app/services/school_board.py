"""Kita and school of a household: what is decided, what is to be done, which schools suit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from app.records.care import CareState
from app.records.providers import Category
from app.records.schools import (
    CareStanding,
    ChildSchools,
    SchoolBoard,
    SchoolChoice,
    SchoolMatch,
    SchoolTask,
    SchoolView,
)
from app.rules.care_ways import Stop, distance, is_same_place
from app.rules.childhood import NO_CLASS, childhood, classes_on, school_starts, school_year
from app.rules.facts import YES, FactKey, Household, Member
from app.rules.home_matching import WayThere
from app.rules.in_force import Limit, bounds
from app.rules.school_matching import Pupil, School, matched
from app.rules.terms import AnchorKind, Answer, MemberRole, StepState
from app.services.care import usual_first, workshop_of
from app.services.care_board import Workshop, monday_of
from app.services.care_data import KINDS
from app.services.case_views import age_of
from app.services.derived import called_name
from app.services.home_ways import Routes
from app.services.known import known_facts
from app.services.planner import Planner
from app.services.school_cover import SchoolCovers
from app.services.school_records import choice_of, school_of, view_of
from app.services.school_start import Start, start_of
from app.services.seen import anchor_days, household_of
from db.repositories import care, cases, providers, schooling
from db.tables.case import Case, Person
from db.tables.provider import Place, ServiceAtPlace

SHOWN = 12
"""So many schools are told for a child at most."""
NEAR_KM = 40.0
"""Kilometres as the crow flies: what is known to be farther is left out."""
AHEAD = timedelta(days=731)
"""A child whose first day at school is not farther ahead is told schools."""
GROWN = 18
TASKS = frozenset(
    {
        "kita_voranmeldung",
        "kita_bedarf_landesfrist",
        "kindertagespflege",
        "schule_einschulung",
        "schule_quereinstieg",
        "ganztag_grundschule",
    }
)
"""The steps of the shipped templates that lead to a kita or a school."""
_GERMAN, _GERMANY = "de", "DE"
_RANK = {Answer.YES: 0, Answer.UNCLEAR: 1, Answer.NO: 2}


@dataclass(frozen=True)
class _Ground:
    """What the children of a household share."""

    session: Session
    case: Case
    planner: Planner
    today: date
    on: date
    household: Household
    workshop: Workshop
    routes: Routes
    start: Start
    needs_access: bool
    schools: Sequence[tuple[SchoolView, School]]
    choices: Sequence[SchoolChoice]


def board_of(
    session: Session, case: Case, planner: Planner, resources: Path, today: date
) -> SchoolBoard:
    """Every child of the case, the eldest first as the household is ordered."""
    people = cases.people(session, case.id)
    ground = _ground(session, case, planner, resources, today, people)
    starts = school_starts(ground.household, today)
    children = [each for each in people if each.role == MemberRole.CHILD.value]
    return SchoolBoard(
        case.id,
        tuple(
            _child(ground, each, starts)
            for each in children
            if (age := age_of(each, today)) is None or age < GROWN
        ),
        bool(ground.start.homes),
        ground.start.what,
        ground.start.town,
    )


def _ground(
    session: Session,
    case: Case,
    planner: Planner,
    resources: Path,
    today: date,
    people: Sequence[Person],
) -> _Ground:
    anchors = anchor_days(cases.anchors(session, case.id))
    household = household_of(case, people, known_facts(session, case.id), anchors)
    on = usual_first(session, case, today)
    wish = schooling.wish(session, case.id)
    routes = Routes(session, resources)
    start = start_of(session, case, wish, routes, resources)
    schools = tuple(_schools(session, start.stop, routes, today))
    views = {view.provider: view for view, _ in schools}
    workshop = workshop_of(session, case, today, resources, monday_of(on), wide=False)
    return _Ground(
        session=session,
        case=case,
        planner=planner,
        today=today,
        on=on,
        household=household,
        workshop=workshop,
        routes=routes,
        start=start,
        needs_access=bool(wish is not None and wish.accessible),
        schools=schools,
        choices=tuple(_choices(session, case.id, views)),
    )


def _schools(
    session: Session, home: Stop | None, routes: Routes, today: date
) -> Iterator[tuple[SchoolView, School]]:
    profiles = schooling.profiles(session)
    for row in schooling.schools(session):
        if row.valid_to is not None and row.valid_to < today:
            continue
        km, way = _reached(routes, home, row)
        profile = profiles.get(row.id)
        yield view_of(row, profile, km, way), school_of(row, profile)


def _reached(
    routes: Routes, home: Stop | None, there: Row[*tuple[Any, ...]] | Place
) -> tuple[float | None, WayThere | None]:
    """Kilometres as the crow flies and the way by car to a place of the directory; no way within a
    post code where only its centre is known of both."""
    if home is None:
        return None, None
    point = None
    if there.latitude is not None and there.longitude is not None:
        point = there.latitude, there.longitude
    stop = routes.stop(there.postcode, there.town, point)
    next_door = point is None and is_same_place(home, stop)
    return distance(home, Stop(point)), None if next_door else routes.between(home, stop)


def _choices(
    session: Session, case_id: int, views: Mapping[int, SchoolView]
) -> Iterator[SchoolChoice]:
    """A school that is archived or no school any more stays told, by its name."""
    rows = schooling.choices_of_case(session, case_id)
    lost = [each.provider_id for each in rows if each.provider_id not in views]
    names = providers.names_of_providers(session, lost)
    for each in rows:
        view = views.get(each.provider_id) or SchoolView(
            each.provider_id, names.get(each.provider_id, ""), ""
        )
        yield SchoolChoice(each.id, each.person_id, view, choice_of(each), each.noted_on)


def _child(
    ground: _Ground, person: Person, starts: Mapping[tuple[int, AnchorKind], object]
) -> ChildSchools:
    member = next(each for each in ground.household.members if each.id == person.id)
    start = starts.get((person.id, AnchorKind.SCHOOL_START))
    enters: date | None = getattr(start, "on", None)
    facts = _facts(member, ground.on, ground.today)
    at_school = {None: None, YES: True}.get(facts.get(FactKey.CHILD_SCHOOL), False)
    told = facts.get(FactKey.SCHOOL_CLASS)
    school_class = int(told) if told is not None and told != NO_CLASS else None
    if at_school is False and enters is not None and enters <= ground.today + AHEAD:
        school_class = 1
    pupil = _pupil(ground, person, school_class)
    own = [each for each in ground.choices if each.person == person.id]
    goes = at_school is not False or school_class is not None
    on = ground.on if at_school is not False or enters is None else enters
    right = _facts(member, on, ground.today).get(FactKey.CHILD_CLASS1)
    return ChildSchools(
        person=person.id,
        name=called_name(person),
        age=age_of(person, ground.today),
        on=on,
        school_class=school_class,
        at_school=at_school,
        enters=enters,
        all_day_right=_answer(right),
        tasks=tuple(_tasks(ground, person.id)),
        cared=tuple(_cared(ground, person.id)),
        choices=tuple(_weighed(ground, person, pupil, own)),
        matches=tuple(_matches(ground, person, pupil, own)) if goes else (),
    )


def _facts(member: Member, on: date, today: date) -> Mapping[FactKey, str]:
    """What the day of birth and what is recorded tell of the child on that day."""
    told = {key: value for key, value, _ in childhood(member, on, today)}
    classes = classes_on(member, on, today)
    if len(classes) == 1:
        told.setdefault(FactKey.SCHOOL_CLASS, str(*classes))
    return told


def _answer(value: str | None) -> Answer:
    if value is None:
        return Answer.UNCLEAR
    return Answer.YES if value == YES else Answer.NO


def _pupil(ground: _Ground, person: Person, school_class: int | None) -> Pupil:
    return Pupil(
        school_class=school_class,
        homes=ground.start.homes,
        needs_care=bool(ground.workshop.need.minutes or ground.workshop.need.left),
        learns_german=_learns_german(person),
        languages=frozenset(person.languages.split()) - {_GERMAN},
        needs_access=ground.needs_access,
    )


def _matches(
    ground: _Ground, person: Person, pupil: Pupil, choices: Sequence[SchoolChoice]
) -> list[SchoolMatch]:
    named = {each.school.provider for each in choices}
    found = [
        SchoolMatch(view, matched(school, pupil, ground.today))
        for view, school in ground.schools
        if view.provider not in named and (view.km is None or view.km <= NEAR_KM)
    ]
    covers = SchoolCovers(ground.workshop, person.id)
    return [
        replace(each, cover=covers.of(each.school))
        for each in sorted(found, key=_best_first)[:SHOWN]
    ]


def _weighed(
    ground: _Ground, person: Person, pupil: Pupil, choices: Sequence[SchoolChoice]
) -> Iterator[SchoolChoice]:
    """Each held against the class of the child when it goes there, if it repeats none."""
    known = {view.provider: school for view, school in ground.schools}
    covers = SchoolCovers(ground.workshop, person.id)
    for each in choices:
        school, starts = known.get(each.school.provider), each.draft.starts_on
        then = pupil
        if starts is not None and pupil.school_class is not None:
            years = max(0, school_year(starts) - school_year(ground.on))
            then = replace(pupil, school_class=pupil.school_class + years)
        if school is None:
            yield each
        else:
            cover = covers.of(each.school)
            yield replace(each, match=matched(school, then, ground.today), cover=cover)


def _best_first(each: SchoolMatch) -> tuple[object, ...]:
    km, way = each.school.km, each.school.way
    minutes = None if way is None else way.minutes
    return (
        *(_RANK[each.match.fits], each.school.is_all_day, -each.match.met),
        *(minutes is None, minutes or 0),
        *(km is None, km or 0.0, each.school.name),
    )


def _learns_german(person: Person) -> bool | None:
    if _GERMAN in person.languages.split() or person.nationality == _GERMANY:
        return False
    return True if person.languages.strip() or person.nationality else None


def _cared(ground: _Ground, person_id: int) -> Iterator[CareStanding]:
    rows = {
        each.provider_id: each
        for each in care.choices_of_case(ground.session, ground.case.id)
        if each.person_id == person_id and each.provider_id is not None
    }
    schools = {view.provider: view for view, _ in ground.schools}
    for whole in providers.of_ids(ground.session, sorted(rows)):
        row, kind = rows[whole.at.id], KINDS.get(Category(whole.service.category))
        if kind is not None:
            body = whole.organisation
            km, way = _reached(ground.routes, ground.start.stop, whole.place)
            yield CareStanding(
                provider=whole.at.id,
                name=body.name,
                kind=kind,
                state=CareState(row.state),
                since=row.valid_from,
                town=whole.place.town,
                phone=body.phone,
                website=body.website,
                km=km,
                way=way,
                school=schools.get(whole.at.id),
                hours="" if _has_old_hours(whole.at, ground.today) else whole.at.hours_osm,
                public_note=whole.at.public_note.strip(),
            )


def _has_old_hours(at: ServiceAtPlace, today: date) -> bool:
    return any(bound.limit is Limit.HOURS_ENDED for bound in bounds(at, today))


def _tasks(ground: _Ground, person_id: int) -> Iterator[SchoolTask]:
    book = ground.planner.book_of(ground.session, ground.case.id)
    found = [
        each
        for each in cases.steps(ground.session, ground.case.id)
        if each.template in TASKS
        and each.person_id == person_id
        and each.applies != Answer.NO.value
        and each.state != StepState.NOT_NEEDED.value
    ]
    found.sort(key=lambda each: (each.due is None, each.due or date.max, each.id))
    for each in found:
        is_done = each.state == StepState.DONE.value
        yield SchoolTask(each.id, book.short_title(each), each.due, is_done)
