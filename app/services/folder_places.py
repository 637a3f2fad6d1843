"""The offices and providers of a folder, gathered from the directory: what concerns a household,
and what of it is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipality_of
from app.content.postcodes import centre_of
from app.folder import contents as printed
from app.folder.nearby import Candidate, Child, Choice, Wishes, chosen
from app.records.plan import PlanView
from app.records.providers import Category
from app.rules import checking
from app.rules.calendar import PartialDate
from app.rules.checking import CheckAge
from app.rules.childhood import classes_on
from app.rules.facts import YES, FactKey, Household, Member
from app.rules.hours import HolidayDates, Opening, week
from app.rules.in_force import Limit, bounds
from app.rules.origins import Origin, origin_of
from app.rules.terms import AnchorKind, Answer, Feature, MemberRole, StepState
from app.services.care import usual_first
from app.services.derived import called_name
from app.services.folder_movers import with_mover
from app.services.folder_partners import with_partners
from app.services.known import known_facts
from app.services.offices import concerning
from app.services.school_records import school_named
from app.services.seen import anchor_days, birth_of, household_of
from db.repositories import care, cases, providers, schooling
from db.repositories.providers import Whole
from db.tables.case import Case, Person
from db.tables.provider import Service

_SPEAKS_GERMAN = frozenset({"c1", "c2"})
_MOVES = (AnchorKind.MOVE_IN, AnchorKind.MOVE)
_GERMAN, _GERMANY = "de", "DE"


def hours_of(osm: str, given: str, today: date) -> printed.Hours:
    """An ordinary week, without holidays; the words as given where it cannot be drawn."""
    if osm:
        days = week(osm, today - timedelta(days=today.weekday()), HolidayDates())
        if all(day.opening is not Opening.UNKNOWN for day in days):
            return printed.Hours(
                tuple(
                    tuple(
                        printed.Span(slot.start, slot.end, marginal=not slot.sure)
                        for slot in day.slots
                    )
                    for day in days
                )
            )
    return printed.Hours(text=given)


def hours_today(whole: Whole, today: date) -> printed.Hours:
    """The ordinary week of a provider; hours that no longer hold are not known."""
    if any(bound.limit is Limit.HOURS_ENDED for bound in bounds(whole.at, today)):
        return printed.Hours()
    return hours_of(whole.at.hours_osm, whole.at.hours_given, today)


def places_of(
    session: Session,
    case: Case,
    people: Sequence[Person],
    resources: Path,
    today: date,
    plans: Iterable[PlanView],
) -> Choice:
    """The places of a household's folder; `plans`: both tracks of its plan. Hours, limits and
    successors are read of those alone that are printed."""
    read = _reader(session, case, resources, today)
    wishes = _wishes(session, case, people, resources, today, plans)
    others = {each.at.id: each for each in _others(session, case, resources, today)}
    choice = chosen(map(read, others.values()), wishes)
    kept = with_mover(session, case.id, choice.places)
    whole = (_timed(session, place, others[place.provider or 0], today) for place in kept)
    return replace(choice, places=with_partners(session, tuple(whole), today))


def _timed(session: Session, place: printed.Place, whole: Whole, today: date) -> printed.Place:
    return replace(
        place,
        hours=hours_today(whole, today),
        # why a place is closed is the office's own knowledge
        limits=tuple(
            printed.PlaceLimit(bound.limit, bound.first, bound.last)
            for bound in bounds(whole.at, today)
        ),
        successor=providers.successor_name(session, whole),
    )


def _wishes(
    session: Session,
    case: Case,
    people: Sequence[Person],
    resources: Path,
    today: date,
    plans: Iterable[PlanView],
) -> Wishes:
    anchors = anchor_days(cases.anchors(session, case.id))
    recorded = known_facts(session, case.id)
    household = household_of(case, people, recorded, anchors)
    members = {member.id: member for member in household.members}
    home = municipality_of(case.home_town, case.home_postcode, resources)
    ready = usual_first(session, case, today)

    def named(*roles: MemberRole) -> list[tuple[Person, Member]]:
        return [
            (p, members[p.id]) for p in people if p.id in members and MemberRole(p.role) in roles
        ]

    adults = named(*(set(MemberRole) - {MemberRole.CHILD}))
    return Wishes(
        home=centre_of(case.home_postcode, resources),
        town=case.home_town.strip() or (home.name if home else ""),
        children=tuple(
            Child(called_name(person), _months(born, ready), classes_on(member, ready, today))
            for person, member in named(MemberRole.CHILD)
            if (born := birth_of(person)) is not None
        ),
        elders=bool(named(MemberRole.GRANDPARENT)),
        learners=tuple(called_name(p) for p, member in adults if _learns(p, member, household)),
        seekers=tuple(called_name(person) for person, _ in named(MemberRole.PARTNER))
        if household.recorded.get(FactKey.PARTNER_JOB_SEARCH) == YES
        else (),
        permits=tuple(
            called_name(person)
            for person in people
            if not person.nationality or origin_of(person.nationality) is Origin.THIRD_COUNTRY
        ),
        professionals=tuple(called_name(p) for p, _ in named(MemberRole.PROFESSIONAL)),
        own_practice=any(
            fact.key == FactKey.OWN_PRACTICE and fact.value == YES for fact in recorded
        ),
        offices=_offices(plans),
        housed=household.home_known or household.recorded.get(FactKey.HOME_FOUND) == YES,
        moved=any(kind in anchors and anchors[kind].last < today for kind in _MOVES),
        employers=_employers(session, case),
    )


def _learns(person: Person, member: Member, household: Household) -> bool:
    """Who is not from Germany and neither named German nor is known to speak it well."""
    if _GERMAN in person.languages.split() or person.nationality in ("", _GERMANY):
        return False
    told = member.recorded.get(FactKey.GERMAN_LEVEL)
    if told is None and member.role is MemberRole.PROFESSIONAL:
        told = household.recorded.get(FactKey.GERMAN_LEVEL)
    return told not in _SPEAKS_GERMAN


def _offices(plans: Iterable[PlanView]) -> frozenset[str] | None:
    """The office types of all that may apply; None where nothing is planned."""
    steps = [step for plan in plans for step in plan.steps]
    if not steps:
        return None
    return frozenset(
        step.office_type
        for step in steps
        if step.applies is not Answer.NO and step.state is not StepState.NOT_NEEDED
    )


def _employers(session: Session, case: Case) -> frozenset[int]:
    employer = providers.by_id(session, case.employer_id) if case.employer_id else None
    return frozenset({employer.organisation.id} if employer else ())


def _others(session: Session, case: Case, resources: Path, today: date) -> Iterable[Whole]:
    """Every provider but the employer, who stands among the contact persons, but those that have
    ended, and but the authorities that are in charge of other places alone."""
    concerns = concerning(case, resources)
    return (
        each
        for each in providers.in_use(session)
        if each.at.id != case.employer_id and not _has_ended(each, today) and concerns(each)
    )


def _has_ended(whole: Whole, today: date) -> bool:
    return whole.at.valid_to is not None and whole.at.valid_to < today


def _reader(
    session: Session, case: Case, resources: Path, today: date
) -> Callable[[Whole], Candidate]:
    decided = {each.provider_id for each in care.choices_of_case(session, case.id)}
    decided |= {each.provider_id for each in schooling.choices_of_case(session, case.id)}
    home_known = municipality_of(case.home_town, case.home_postcode, resources) is not None
    profiles = schooling.profiles(session)

    def read(whole: Whole) -> Candidate:
        service, place = whole.service, whole.place
        free, free_on = free_of(whole, today)
        return Candidate(
            place=_place(whole, today),
            category=Category(service.category),
            point=(place.latitude, place.longitude)
            if place.latitude is not None and place.longitude is not None
            else None,
            min_age=service.min_age,
            max_age=service.max_age,
            office_type=service.office_type,
            in_charge=home_known and bool(service.office_type and service.area.strip()),
            full=free == 0 and free_on is not None,
            staff=_staff(whole),
            decided=whole.at.id in decided,
            school=school_named(whole.organisation.name, service.name, profiles.get(whole.at.id)),
        )

    return read


def _place(whole: Whole, today: date) -> printed.Place:
    organisation, service, place, at = whole.organisation, whole.service, whole.place, whole.at
    free, free_on = free_of(whole, today)
    return printed.Place(
        name=", ".join(part for part in (organisation.name, place.name.strip()) if part),
        purpose=service.description or service.name,
        address=printed.Address(place.street, place.postcode, place.town),
        phone=organisation.phone,
        email=organisation.email,
        website=organisation.website,
        languages=tuple(service.languages.split()),
        checked_on=at.checked_on,
        by_appointment=service.by_appointment is True,
        public_note=at.public_note.strip(),
        provider=at.id,
        stale=checking.age(at.checked_on, service.category, today) is CheckAge.STALE,
        free=free,
        free_on=free_on,
        online_form=service.online_form,
        features=_features(service),
    )


def _features(service: Service) -> tuple[str, ...]:
    """The new forms of care and digital services, in the order of the list; a talk by video too."""
    known = set(service.features.split())
    known |= {Feature.VIDEO_CONSULTATION.value} if service.video else set()
    return tuple(each.value for each in Feature if each.value in known)


def free_of(whole: Whole, today: date) -> tuple[int | None, date | None]:
    """The free places and the day of their count; a count as old as a check that is due is none."""
    free, on = whole.service.free_places, whole.service.free_as_of
    if free is None or on is None or checking.due_on(on, whole.service.category) <= today:
        return None, None
    return free, on


def _staff(whole: Whole) -> int | None:
    """For whose staff alone all places are."""
    service = whole.service
    kept, places = service.reserved_places, service.places
    all_kept = kept is None or (places is not None and kept >= places)
    return service.reserved_for_id if all_kept else None


def _months(born: PartialDate, on: date) -> int:
    """Completed months of life, counted from the latest day the birth date may mean."""
    day = born.last
    return (on.year - day.year) * 12 + on.month - day.month - (on.day < day.day)
