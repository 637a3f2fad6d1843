"""Everything a folder prints, gathered from the records inside one transaction.

What is not copied here cannot be printed: notes, contacts, answers and birth dates are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipalities, municipality_of
from app.folder import care as care_sheets
from app.folder import contents as printed
from app.folder import gather, household
from app.folder.care_contents import Care
from app.folder.speech import Speech
from app.records.plan import PlanView
from app.records.roles import HolderView
from app.rules.responsibility import Municipality
from app.rules.terms import AnchorKind, MemberRole, Role, Track
from app.services import plan_views
from app.services.attending import point_of, point_of_advisor, standing_in
from app.services.care import usual_first, workshop_of
from app.services.care_board import monday_of
from app.services.career_contents import careers_of
from app.services.case_views import age_of
from app.services.derived import full_name
from app.services.films import films_of
from app.services.folder_duties import duties_of
from app.services.folder_giving import benefits_of, privacy_of, vouchers_of
from app.services.folder_places import hours_of, hours_today, places_of
from app.services.folder_training import courses_of
from app.services.occasion_sheets import occasions_of
from app.services.office import advisor_name, setting_of
from app.services.planner import Planner
from app.services.roles import holders_of
from app.services.seen import anchor_days
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
        office=office_of(session, today, case),
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
        greeting=_greeting(session, case),
        people=(*_entered(holders_of(session, case).case), *_employer(employer, today)),
        timeline=timeline,
        checklist=checklist,
        care=_care(session, case, resources, today),
        places=places_of(session, case, people, resources, today, (onboarding, relocation)).places,
        duties=duties_of(session, case, people, today),
        careers=careers_of(session, case, resources, today),
        training=courses_of(session, case, today),
        vouchers=vouchers_of(session, members, today),
        benefits=benefits_of(session, case, today),
        films=films_of(session, case.language),
        occasions=occasions_of(session, case, today),
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
        deputy=_deputy(session, case, today),
    )


def _areas(home: Municipality, resources: Path) -> tuple[str, ...]:
    """The keys of what the home's municipality is on the map, all members of a joint one."""
    if home.ags:
        return (home.ags,)
    known = municipalities(resources)
    return tuple(each.ags for each in known if each.ags and each.joint_key == home.joint_key)


def office_of(session: Session, today: date, case: Case | None) -> printed.Office:
    """The service point of a case as it is printed; None: the one that speaks for the office as a
    whole."""
    point = point_of(session, case)
    body = setting_of(session, "responsible_body")
    if point is None:
        return printed.Office(name="", responsible_body=body)
    first = office.service_point(session)
    return printed.Office(
        name=point.name,
        department=point.department,
        address=printed.Address(point.street, point.postcode, point.town),
        phone=point.phone,
        email=point.email,
        website=point.website,
        hours=hours_of(point.hours_osm, "", today),
        responsible_body=body,
        signatory=point.signatory or (first.signatory if first else ""),
    )


def _greeting(session: Session, case: Case) -> str:
    """That of the case's service point; one that has none says what the first one says."""
    for point in (point_of(session, case), office.service_point(session)):
        if point is not None and point.greeting.strip():
            return point.greeting
    return ""


def _deputy(session: Session, case: Case, today: date) -> printed.Deputy | None:
    """Who stands in for the advisor: today while they are away, else whoever does usually."""
    there = standing_in(session, case, today)
    found = office.advisor(session, there.deputy_id) if there.deputy_id else None
    if found is None:
        return None
    point = point_of_advisor(session, found)
    own = point_of(session, case)
    elsewhere = point is not None and own is not None and point.id != own.id
    return printed.Deputy(
        name=advisor_name(found),
        phone=found.phone or (point.phone if elsewhere and point else ""),
        email=found.email or (point.email if elsewhere and point else ""),
        languages=tuple(found.languages.split()),
        office=point.name if elsewhere and point else "",
        hours=hours_of(point.hours_osm, "", today) if elsewhere and point else printed.Hours(),
    )


def family_title(people: list[Person], speech: Speech, today: date) -> str:
    """What a family is called on a sheet of its own, as its folder calls it."""
    contents = printed.FolderContents(
        language=speech.language,
        created=today,
        office=printed.Office(name=""),
        family_name=_family_name(people),
        members=tuple(_member(person, today) for person in people),
    )
    return household.title(contents, speech)


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
            hours=hours_today(employer, today),
        ),
    )


def _care(session: Session, case: Case, resources: Path, today: date) -> tuple[Care, ...]:
    """What is decided about care; nothing is computed for a family of whom nobody is named."""
    if not care.choices_of_case(session, case.id) and not care.carers(session, case.id):
        return ()
    monday = monday_of(usual_first(session, case, today))
    workshop = workshop_of(session, case, today, resources, monday, wide=False)
    return care_sheets.care(workshop.decided(), workshop.parents, workshop.left)


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
