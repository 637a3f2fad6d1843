"""What a case may get: every programme answered, the best combination, the next day to apply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.municipalities import municipality_of
from app.records.funding import (
    DECIDED_FOR,
    ENDED_WITHOUT,
    WENT_OUT,
    ApplicationDraft,
    ApplicationView,
    FundingBoard,
    Offer,
)
from app.rules.calendar import age_on
from app.rules.childhood import ADULT_AGE
from app.rules.deriving import derive
from app.rules.funding import COUNTY_KEY, Claimant, Fit, Programme, judge
from app.rules.funding_sums import best, clash
from app.rules.terms import MemberRole
from app.services.derived import called_name
from app.services.funding_programmes import all_of
from app.services.funding_records import application_view
from app.services.known import known_facts
from app.services.planner import Planner
from app.services.seen import anchor_days, birth_of, household_of
from db.repositories import cases, employers, funding, providers
from db.tables.case import Case, Person

RETIREMENT_AGE = 67
"""The usual age of retirement in whole years, § 35 SGB VI."""
_ORDER = {Fit.FITS: 0, Fit.UNCLEAR: 1, Fit.FITS_NOT: 2}


def board_of(session: Session, case: Case, planner: Planner, today: date) -> FundingBoard:
    """The whole answer for a case, in a session that is open."""
    people = cases.people(session, case.id)
    known = all_of(session, planner.resources)
    every = {each.programme.code: each.programme for each in known}
    views = tuple(
        application_view(session, each, people, every.get(each.programme))
        for each in funding.applications(session, case.id)
    )
    programmes = {each.programme.code: each.programme for each in known if each.archived_on is None}
    claimant = claimant_of(session, case, people, views, planner, today)
    present = {each.key for each in cases.documents(session, case.id)}
    offers = sorted(
        (_offer(each, claimant, views, present, people) for each in programmes.values()),
        key=lambda offer: _ORDER[offer.fit],
    )
    last = {each.draft.programme: each.draft for each in views}
    refused = {code for code, draft in last.items() if draft.state in ENDED_WITHOUT}
    granted = {code for code, draft in last.items() if draft.state in DECIDED_FOR}
    left = [each for each in offers if each.programme.code not in refused]
    fits = [
        _as_decided(each.programme, last)
        for each in left
        if each.fit is Fit.FITS or each.programme.code in granted
    ]
    may = [
        _as_decided(each.programme, last)
        for each in left
        if each.fit is not Fit.FITS_NOT or each.programme.code in granted
    ]
    by, title = _next(left, claimant, today)
    return FundingBoard(
        offers=tuple(offers),
        sure=best(fits),
        possible=best(may),
        applications=views,
        next_by=by,
        next_title=title,
        papers=paper_names(planner),
        clashes=_clashes(views, programmes),
    )


def claimant_of(
    session: Session,
    case: Case,
    people: Sequence[Person],
    applications: Sequence[ApplicationView],
    planner: Planner,
    today: date,
) -> Claimant:
    """What of a case decides about funding."""
    anchors = anchor_days(cases.anchors(session, case.id))
    household = household_of(case, people, known_facts(session, case.id), anchors)
    confirmed: dict[str, set[str]] = {}
    for each in applications:
        confirmed.setdefault(each.draft.programme, set()).update(each.draft.confirmed)
    return Claimant(
        facts=derive(household, today),
        today=today,
        anchors=anchors,
        home=_key(case.home_town, case.home_postcode, planner),
        work=_work(session, case, planner),
        benefits=_benefits(session, case, today),
        confirmed=confirmed,
        applied={each.draft.programme for each in applications if each.draft.state in WENT_OUT},
        adults=tuple(each.id for each in people if _may_work(each, today)),
    )


def paper_names(planner: Planner) -> dict[str, str]:
    """The German names of papers by code."""
    known = planner.catalogue.papers or {}
    return {
        code: paper.title.in_language(OFFICE_LANGUAGE) for code, paper in known.items() if paper
    }


def _offer(
    programme: Programme,
    claimant: Claimant,
    applications: Sequence[ApplicationView],
    present: set[str],
    people: Sequence[Person],
) -> Offer:
    judged = judge(programme, claimant)
    own = [each for each in applications if each.draft.programme == programme.code]
    last = own[-1] if own else None
    missing = [code for code in programme.papers if code not in present]
    if last is not None:
        missing = [code for code in missing if code in last.draft.missing]
    names = {each.id: called_name(each) for each in people}
    return Offer(
        programme=programme,
        judged=judged,
        missing=tuple(missing),
        name=names.get(judged.member, "") if judged.member is not None else "",
        application=last.id if last else None,
    )


def _as_decided(programme: Programme, last: Mapping[str, ApplicationDraft]) -> Programme:
    """With what was granted at once in place of what may be had at most."""
    draft = last.get(programme.code)
    if draft is None or draft.state not in DECIDED_FOR or draft.granted_cents is None:
        return programme
    if programme.monthly_cents is not None:
        return programme
    return replace(programme, most_cents=draft.granted_cents, parts=())


def _next(offers: Sequence[Offer], claimant: Claimant, today: date) -> tuple[date | None, str]:
    """The next last day among what may fit and was neither applied for nor refused."""
    due = [
        (each.judged.deadline.by, each.programme.title)
        for each in offers
        if each.fit is not Fit.FITS_NOT
        and each.programme.code not in claimant.applied
        and each.judged.deadline.by is not None
        and each.judged.deadline.by >= today
    ]
    return min(due) if due else (None, "")


def _clashes(
    applications: Sequence[ApplicationView], programmes: Mapping[str, Programme]
) -> tuple[tuple[str, str], ...]:
    noted = [
        (each.title, programmes[each.draft.programme])
        for each in applications
        if each.draft.state not in ENDED_WITHOUT and each.draft.programme in programmes
    ]
    return tuple(
        (title, other_title)
        for at, (title, one) in enumerate(noted)
        for other_title, other in noted[at + 1 :]
        if one.code != other.code and clash(one, other) is not None
    )


def _key(town: str, postcode: str, planner: Planner) -> str:
    """The official key of a municipality, of its county where only that is known."""
    found = municipality_of(town, postcode, planner.resources) if town or postcode else None
    return "" if found is None else found.ags or found.county_key


def _work(session: Session, case: Case, planner: Planner) -> str:
    """Where the practice that is taken over lies, else where the employer is; where neither is
    known the county of the home, for that is where the office looks for one."""
    for practice in funding.practices(session, case.id):
        if practice.municipality.isdigit():
            return practice.municipality
        if practice.provider_id is None:
            return _key(practice.town, "", planner)
    places = (each.provider_id for each in funding.practices(session, case.id))
    for provider_id in (*places, case.employer_id):
        found = providers.by_id(session, provider_id) if provider_id else None
        if found is not None:
            return _key(found.place.town, found.place.postcode, planner)
    return _key(case.home_town, case.home_postcode, planner)[:COUNTY_KEY]


def _benefits(session: Session, case: Case, today: date) -> frozenset[str]:
    if case.employer_id is None:
        return frozenset()
    return frozenset(
        each.kind
        for each in employers.benefits(session, case.employer_id)
        if (each.valid_from is None or each.valid_from <= today)
        and (each.valid_to is None or each.valid_to >= today)
    )


def _may_work(person: Person, today: date) -> bool:
    """Whether somebody is grown up and below the usual age of retirement (§ 35 SGB VI); by the
    role where no birth is known."""
    born = birth_of(person)
    if born is None:
        return person.role not in (MemberRole.CHILD.value, MemberRole.GRANDPARENT.value)
    return ADULT_AGE <= age_on(born.last, today) < RETIREMENT_AGE
