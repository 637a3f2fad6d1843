"""Rows of employers and their records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.records.employers import (
    BenefitDraft,
    BenefitKind,
    BenefitView,
    EmployedCase,
    PatternDraft,
    PatternView,
    ReservedPlaces,
    SiteView,
    SiteWarning,
    SlipView,
)
from app.records.providers import Category, ContactPerson
from app.rules.calendar import Day, Precision
from app.rules.induction import belongs
from app.rules.shift_patterns import BadWeek, CodedShift, UnknownCode, roster_of
from app.rules.sites import site_problem
from app.rules.slipping import Observed, Outcome, slips
from app.rules.terms import AnchorKind, Role, Stage, StepState
from app.services import care_records
from app.services.planner import Planner
from app.services.seen import anchor_days
from db.repositories import cases, employers, providers
from db.repositories.providers import Whole
from db.tables.employer import Benefit, ShiftPattern

_A_MONDAY = date(2026, 1, 5)


def benefit_draft(row: Benefit) -> BenefitDraft:
    return BenefitDraft(
        kind=BenefitKind(row.kind),
        title=row.title,
        public_note=row.public_note,
        website=row.website,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def benefits(session: Session, provider_id: int) -> tuple[BenefitView, ...]:
    """In the order of the kinds, then as they were entered."""
    order = list(BenefitKind)
    found = [
        BenefitView(row.id, benefit_draft(row)) for row in employers.benefits(session, provider_id)
    ]
    return tuple(sorted(found, key=lambda each: (order.index(each.draft.kind), each.id)))


def coded(session: Session, employer_id: int) -> tuple[CodedShift, ...]:
    """The shifts of an employer that have a code."""
    return tuple(
        CodedShift(
            each.draft.code, each.draft.start, each.draft.end, each.draft.kind, each.draft.name
        )
        for each in care_records.shifts(session, employer_id)
        if each.draft.code
    )


def patterns(session: Session, employer_id: int) -> tuple[PatternView, ...]:
    known = coded(session, employer_id)
    return tuple(_pattern(row, known) for row in employers.patterns(session, employer_id))


def _pattern(row: ShiftPattern, known: Sequence[CodedShift]) -> PatternView:
    unknown = ""
    try:
        roster_of(row.weeks, known, _A_MONDAY)
    except UnknownCode as error:
        unknown = error.code
    except BadWeek:  # as another version wrote it
        unknown = "?"
    return PatternView(row.id, PatternDraft(row.name, row.weeks), unknown)


def sites(session: Session, whole: Whole) -> tuple[SiteView, ...]:
    """Every site of the organisation as an employer, by name."""
    beside = [
        each
        for each in providers.beside(session, whole.organisation.id)
        if each.service.category == Category.EMPLOYER.value or each.at.id == whole.at.id
    ]
    return tuple(
        SiteView(
            id=each.at.id,
            name=each.place.name or each.place.street or each.organisation.name,
            town=each.place.town,
            valid_from=each.at.valid_from,
            valid_to=each.at.valid_to,
            successor=each.at.successor_id,
            successor_name=site_name(session, each.at.successor_id),
            archived=each.at.archived_on is not None,
            shown=each.at.id == whole.at.id,
        )
        for each in beside
    )


def site_name(session: Session, provider_id: int | None) -> str:
    """What a site is called where it is a way out: its organisation, its place, its town."""
    whole = providers.by_id(session, provider_id) if provider_id is not None else None
    if whole is None:
        return ""
    parts = (whole.organisation.name, whole.place.name, whole.place.town)
    return ", ".join(part for part in parts if part.strip())


def warning(
    session: Session, whole: Whole, today: date, work_start: date | None
) -> SiteWarning | None:
    """What is wrong with a site for somebody who starts then."""
    at = whole.at
    found = site_problem(
        (at.valid_from, at.valid_to), today, work_start, archived=at.archived_on is not None
    )
    if found is None:
        return None
    problem, on = found
    return SiteWarning(
        problem=problem,
        name=whole.organisation.name,
        on=on,
        work_start=work_start,
        successor=at.successor_id,
        successor_name=site_name(session, at.successor_id),
    )


def reserved(session: Session, organisation_id: int) -> tuple[ReservedPlaces, ...]:
    """Who keeps places of care for the staff, archived ones left out."""
    return tuple(
        ReservedPlaces(
            each.at.id,
            each.organisation.name,
            each.place.town,
            each.service.reserved_places,
            each.service.places,
        )
        for each in providers.keeping_places_for(session, organisation_id)
        if each.at.archived_on is None
    )


def employed(session: Session, provider_id: int) -> tuple[EmployedCase, ...]:
    """Who starts or works there: the running cases first, by name."""
    found = [
        EmployedCase(
            case=case.id,
            name=case.name,
            stage=Stage(case.stage),
            work_start=anchor_days(cases.anchors(session, case.id)).get(AnchorKind.WORK_START),
            closed=case.closed_on is not None,
        )
        for case in providers.employing(session, provider_id)
    ]
    return tuple(sorted(found, key=lambda each: each.closed))


def contact_persons(whole: Whole) -> tuple[ContactPerson, ...]:
    return tuple(
        ContactPerson(each.name, each.area, each.phone, each.email, each.note)
        for each in whole.contacts
    )


def slipped(
    session: Session, employer_id: int, planner: Planner, today: date
) -> tuple[SlipView, ...]:
    """How the steps of the induction go at an employer, what slips most first."""
    titles = {
        step.id: step.short.in_language(OFFICE_LANGUAGE) for step in planner.catalogue.worded()
    }
    return tuple(
        SlipView(each, titles.get(each.template, each.template))
        for each in slips(_observed(session, employer_id), today)
    )


def _observed(session: Session, employer_id: int) -> Iterator[Observed]:
    said = employers.outcomes(session, employer_id)
    anchors = {kind.value: kind for kind in AnchorKind}
    for row in employers.induction(session, employer_id):
        roles = [Role(code) for code in row.roles.split()]
        if not belongs(roles, anchors.get(row.anchor), own=False):
            continue
        yield Observed(
            template=row.template,
            case=row.case_id,
            due=Day(row.due, Precision(row.precision)).last if row.due else None,
            state=StepState(row.state),
            done_on=row.done_on,
            outcomes=frozenset(Outcome(code) for code in said.get(row.id, ())),
            is_over=row.closed_on is not None,
        )
