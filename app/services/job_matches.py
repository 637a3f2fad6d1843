"""Openings held against people: each with what speaks for and against it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.postcodes import centre_of
from app.folder.career_contents import PrintedOpening
from app.records.careers import Match, OpeningView
from app.rules import job_matching
from app.rules.distance import Point
from app.rules.facts import FactKey
from app.rules.job_matching import Judged, Offer, Seeker
from app.rules.job_terms import IntroductionState
from app.rules.terms import MemberRole
from app.services import career_records, existing
from db.repositories import careers, cases
from db.repositories.providers import Whole
from db.tables.case import Case, Person


def matches_of(session: Session, person: Person, resources: Path, today: date) -> tuple[Match, ...]:
    """Every opening held against one person, in order."""
    human = careers.one_human(session, person.id)
    seeker = _seeker(session, person, resources)
    introduced = {
        row.opening_id: row.id
        for row in reversed(careers.introductions(session, (), human))
        if row.opening_id is not None and not IntroductionState(row.state).is_over
    }
    found: list[tuple[tuple[bool, int, float], Match]] = []
    for row in careers.openings(session):
        view = career_records.opening(session, row, today)
        whole = career_records.employer(session, row.provider_id)
        judged = job_matching.judge(seeker, _offer(view, _point(whole, resources)), today)
        match = _match(view, judged, introduced.get(row.id))
        found.append((job_matching.order(judged), match))
    return tuple(
        match for _, match in sorted(found, key=lambda each: (each[0], each[1].opening.id))
    )


def printed_openings(
    session: Session, person: Person, resources: Path, today: date, most: int = 20
) -> tuple[PrintedOpening, ...]:
    """Those of a person's trade that nothing rules out, as they are printed."""
    fitting = [
        each
        for each in matches_of(session, person, resources, today)
        if each.is_of_trade and not each.is_barred
    ]
    return tuple(_printed(each) for each in fitting[:most])


def _printed(match: Match) -> PrintedOpening:
    draft = match.opening.draft
    return PrintedOpening(
        title=draft.title,
        employer=match.opening.employer,
        town=match.opening.town,
        german=draft.german,
        min_hours=draft.min_hours,
        max_hours=draft.max_hours,
        shifts=draft.shifts,
        contact=draft.contact,
        website=draft.website,
        public_note=draft.public_note,
        km=match.km,
        first=draft.valid_from,
        last=draft.valid_to,
    )


def _seeker(session: Session, person: Person, resources: Path) -> Seeker:
    view = career_records.career(session, person)
    case = existing.case(session, person.case_id)
    draft = view.draft
    return Seeker(
        occupation=draft.occupation or _case_words(person, case),
        kldb=draft.kldb,
        profession=_profession(session, person, case),
        qualification=draft.qualification,
        german=career_records.level_of(
            career_records.german_of(session, careers.one_human(session, person.id))
        ),
        min_hours=draft.min_hours,
        max_hours=draft.max_hours,
        available_from=draft.available_from,
        home=centre_of(case.home_postcode, resources),
        radius_km=draft.radius_km,
        shifts=draft.shifts,
    )


def _case_words(person: Person, case: Case) -> str:
    return case.occupation if person.role == MemberRole.PROFESSIONAL.value else ""


def _profession(session: Session, person: Person, case: Case) -> str:
    if person.role == MemberRole.PROFESSIONAL.value:
        return case.profession
    fact = cases.fact(session, case.id, person.id, FactKey.PROFESSION.value)
    return fact.value if fact else ""


def _offer(view: OpeningView, place: Point | None) -> Offer:
    draft = view.draft
    return Offer(
        title=draft.title,
        kldb=draft.kldb,
        profession=draft.profession,
        qualification=draft.qualification,
        german=draft.german,
        min_hours=draft.min_hours,
        max_hours=draft.max_hours,
        shifts=draft.shifts,
        place=place,
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        filled_on=view.filled_on,
        closed=view.closed,
    )


def _point(whole: Whole, resources: Path) -> Point | None:
    place = whole.place
    if place.latitude is not None and place.longitude is not None:
        return place.latitude, place.longitude
    return centre_of(place.postcode, resources)


def _match(view: OpeningView, judged: Judged, introduced: int | None) -> Match:
    return Match(
        opening=view,
        points=judged.points,
        pros=judged.pros,
        cons=judged.cons,
        km=judged.km,
        is_barred=judged.is_barred,
        is_of_trade=judged.is_of_trade,
        introduced=introduced,
    )
