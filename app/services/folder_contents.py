"""Everything a folder prints, gathered from the records inside one transaction.

What is not copied here cannot be printed: notes, contacts, answers and birth dates are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipalities, municipality_of
from app.content.postcodes import centre_of
from app.folder import care as care_sheets
from app.folder import contents as printed
from app.folder import gather
from app.folder.care_contents import Care
from app.folder.nearby import Candidate, Wishes, chosen
from app.records.plan import PlanView
from app.records.providers import Category
from app.records.roles import HolderView
from app.rules.calendar import PartialDate
from app.rules.facts import FactKey
from app.rules.hours import HolidayDates, Opening, week
from app.rules.in_force import Limit, bounds
from app.rules.origins import Origin, origin_of
from app.rules.responsibility import Municipality
from app.rules.terms import AnchorKind, MemberRole, Role, Track
from app.services import plan_views
from app.services.care import usual_first, workshop_of
from app.services.care_board import monday_of
from app.services.case_views import age_of
from app.services.derived import full_name
from app.services.folder_giving import privacy_of, vouchers_of
from app.services.known import known_facts
from app.services.office import advisor_name, setting_of
from app.services.offices import concerning
from app.services.planner import Planner
from app.services.roles import holders_of
from app.services.seen import anchor_days, birth_of, household_of
from app.services.translations import translation_in
from db.repositories import care, cases, office, providers
from db.repositories.providers import Whole
from db.tables.case import Case, Person

_MET = (
    Role.MENTOR,
    Role.WARD,
    Role.HR,
    Role.IT,
    Role.EMPLOYER,
    Role.LANDLORD,
    Role.TOURISM,
)


def gathered(
    session: Session,
    case: Case,
    planner: Planner,
    resources: Path,
    today: date,
    language: str,
    *,
    notice: bool = True,
) -> printed.FolderContents:
    """The contents of a case's folder in one language, as of today; `notice`: whether they say
    how far the translation may be trusted."""
    people = cases.people(session, case.id)
    anchors = anchor_days(cases.anchors(session, case.id))
    onboarding = plan_views.view(session, case, Track.ONBOARDING, planner, today, language)
    relocation = plan_views.view(session, case, Track.RELOCATION, planner, today, language)
    employer = providers.by_id(session, case.employer_id) if case.employer_id else None
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    members = tuple(_member(person, today) for person in people)
    home = municipality_of(case.home_town, case.home_postcode, resources)
    timeline = gather.timeline(onboarding, today, gather.helpers(onboarding))
    checklist = gather.checklist(relocation)
    return printed.FolderContents(
        language=language,
        created=today,
        office=office_of(session, today),
        advisor=printed.Advisor(
            name=advisor_name(advisor),
            title=advisor.title,
            phone=advisor.phone,
            email=advisor.email,
            languages=tuple(advisor.languages.split()),
        )
        if advisor
        else None,
        family_name=_family_name(people),
        members=members,
        home=printed.Address(case.home_street, case.home_postcode, case.home_town),
        employer=employer.organisation.name if employer else "",
        work_start=anchors.get(AnchorKind.WORK_START),
        greeting=_greeting(session),
        people=(*_entered(holders_of(session, case).case), *_employer(employer, today)),
        timeline=timeline,
        checklist=checklist,
        care=_care(session, case, resources, today),
        places=_places(session, case, people, resources, today),
        vouchers=vouchers_of(session, members, today),
        privacy=privacy_of(session, case),
        sources=_sources((onboarding, relocation)),
        imprint=(),
        example=setting_of(session, "example") == "yes",
        home_municipality=home.name if home else "",
        home_areas=_areas(home, resources) if home else (),
        translation=(
            translation_in(session, planner, resources, language, (*timeline, *checklist))
            if notice
            else None
        ),
    )


def _areas(home: Municipality, resources: Path) -> tuple[str, ...]:
    """The keys of what the home's municipality is on the map, all members of a joint one."""
    if home.ags:
        return (home.ags,)
    known = municipalities(resources)
    return tuple(each.ags for each in known if each.ags and each.joint_key == home.joint_key)


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


def _hours_today(whole: Whole, today: date) -> printed.Hours:
    """The ordinary week of a provider; hours that no longer hold are not known."""
    if any(bound.limit is Limit.HOURS_ENDED for bound in bounds(whole.at, today)):
        return printed.Hours()
    return hours_of(whole.at.hours_osm, whole.at.hours_given, today)


def office_of(session: Session, today: date) -> printed.Office:
    point = office.service_point(session)
    body = setting_of(session, "responsible_body")
    if point is None:
        return printed.Office(name="", responsible_body=body)
    return printed.Office(
        name=point.name,
        department=point.department,
        address=printed.Address(point.street, point.postcode, point.town),
        phone=point.phone,
        email=point.email,
        website=point.website,
        hours=hours_of(point.hours_osm, "", today),
        responsible_body=body,
        signatory=point.signatory,
    )


def _greeting(session: Session) -> str:
    point = office.service_point(session)
    return point.greeting if point else ""


def _family_name(people: list[Person]) -> str:
    """The name most of the household bear, the professional's among equals."""
    names = [person.family.strip() for person in people if person.family.strip()]
    if not names:
        return ""
    common = max(names, key=lambda name: (names.count(name), -names.index(name)))
    return common if len(names) == 1 or names.count(common) > 1 else ""


def _member(person: Person, today: date) -> printed.Member:
    return printed.Member(
        name=full_name(person),
        role=MemberRole(person.role),
        called=person.called or person.given,
        own_script=person.own_script,
        age=age_of(person, today),
    )


def _entered(holders: Iterable[HolderView]) -> Iterator[printed.ContactPerson]:
    """The people entered for the roles of the case, those first whom the family meets first. The
    advisor stands at the head by itself, the family knows its own numbers."""
    entered = {holder.role: holder.draft for holder in holders if holder.id is not None}
    for role in _MET:
        if role in entered:
            draft = entered[role]
            yield printed.ContactPerson(
                name=draft.name,
                role=role,
                organisation=draft.organisation,
                phone=draft.phone,
                email=draft.email,
                languages=draft.languages,
            )


def _employer(employer: Whole | None, today: date) -> tuple[printed.ContactPerson, ...]:
    if employer is None:
        return ()
    organisation = employer.organisation
    return (
        printed.ContactPerson(
            name=organisation.name,
            role=Role.EMPLOYER,
            phone=organisation.phone,
            email=organisation.email,
            website=organisation.website,
            languages=tuple(employer.service.languages.split()),
            hours=_hours_today(employer, today),
        ),
    )


def _places(
    session: Session, case: Case, people: list[Person], resources: Path, today: date
) -> tuple[printed.Place, ...]:
    recorded = known_facts(session, case.id)
    anchors = anchor_days(cases.anchors(session, case.id))
    household = household_of(case, people, recorded, anchors)
    answers = household.recorded
    wishes = Wishes(
        home=centre_of(case.home_postcode, resources),
        children=tuple(
            _months(born, today)
            for person in people
            if person.role == MemberRole.CHILD.value and (born := birth_of(person)) is not None
        ),
        elders=any(person.role == MemberRole.GRANDPARENT.value for person in people),
        learns_german=any(
            "de" not in person.languages.split() and person.nationality not in ("", "DE")
            for person in people
        ),
        looks_for_work=answers.get(FactKey.PARTNER_JOB_SEARCH) == "yes",
        own_practice=any(fact.key == "own_practice" and fact.value == "yes" for fact in recorded),
        needs_title=any(
            not person.nationality or origin_of(person.nationality) is Origin.THIRD_COUNTRY
            for person in people
        ),
    )
    others = _others(session, case, resources, today)
    return chosen((_candidate(session, whole, today) for whole in others), wishes)


def _care(session: Session, case: Case, resources: Path, today: date) -> tuple[Care, ...]:
    """What is decided about care; nothing is computed for a family of whom nobody is named."""
    if not care.choices_of_case(session, case.id) and not care.carers(session, case.id):
        return ()
    monday = monday_of(usual_first(session, case, today))
    workshop = workshop_of(session, case, today, resources, monday, wide=False)
    return care_sheets.care(workshop.decided(), workshop.parents, workshop.left)


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


def _candidate(session: Session, whole: Whole, today: date) -> Candidate:
    organisation, service, place, at = whole.organisation, whole.service, whole.place, whole.at
    return Candidate(
        place=printed.Place(
            name=", ".join(part for part in (organisation.name, place.name.strip()) if part),
            purpose=service.description or service.name,
            address=printed.Address(place.street, place.postcode, place.town),
            phone=organisation.phone,
            email=organisation.email,
            website=organisation.website,
            hours=_hours_today(whole, today),
            languages=tuple(service.languages.split()),
            checked_on=at.checked_on,
            by_appointment=service.by_appointment is True,
            # why a place is closed is the office's own knowledge
            limits=tuple(
                printed.PlaceLimit(bound.limit, bound.first, bound.last)
                for bound in bounds(at, today)
            ),
            successor=providers.successor_name(session, whole),
            public_note=at.public_note.strip(),
        ),
        category=Category(service.category),
        point=(place.latitude, place.longitude)
        if place.latitude is not None and place.longitude is not None
        else None,
        min_age=service.min_age,
        max_age=service.max_age,
        office_type=service.office_type,
    )


def _months(born: PartialDate, today: date) -> int:
    """Completed months of life, counted from the latest day the birth date may mean."""
    day = born.last
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def _sources(views: Iterable[PlanView]) -> tuple[printed.Source, ...]:
    """The paragraphs and sources of what is printed, each once, with its Stand; numbers in their
    order, § 2 before § 139b."""
    found: dict[tuple[str, date | None], None] = {}
    for view in views:
        for step in view.steps:
            basis = gather.quoted(step)
            if basis and gather.printable(step):
                found[basis, step.stand] = None
    return tuple(printed.Source(text, stand) for text, stand in sorted(found, key=_by_number))


def _by_number(source: tuple[str, date | None]) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", source[0])
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
