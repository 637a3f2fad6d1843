"""Roles: the people behind the roles of a case and of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.records.roles import HolderDraft, HolderView
from app.rules.terms import MemberRole, Role
from app.services.derived import full_name
from app.services.office import advisor_name
from db.repositories import cases, office, providers, roles
from db.tables.case import Case, Person
from db.tables.consent import RoleHolder


@dataclass(frozen=True)
class Holders:
    """Who is who in a case: `case` in the order of the roles, `steps` what single steps (by id)
    have of their own."""

    case: tuple[HolderView, ...] = ()
    steps: Mapping[int, tuple[HolderView, ...]] = field(default_factory=dict)

    def behind(self, wanted: Iterable[Role], step_id: int | None = None) -> tuple[HolderView, ...]:
        """The people behind these roles, in their order; the step's own before the case's.
        A role that nobody fills is left out."""
        own = {holder.role: holder for holder in self.steps.get(step_id or 0, ())}
        whole = {holder.role: holder for holder in self.case}
        found = (own.get(role) or whole.get(role) for role in wanted)
        return tuple(holder for holder in found if holder is not None)


def holders_of(session: Session, case: Case) -> Holders:
    """The people of the roles of a case. What was entered goes before what is known without:
    the advisor for the service point, the professional for the person, the employer."""
    whole: dict[Role, HolderView] = {}
    for known in (_advisor(session, case), _person(session, case), _employer(session, case)):
        if known is not None:
            whole[known.role] = known
    steps: dict[int, tuple[HolderView, ...]] = {}
    for row in roles.of_case(session, case.id):
        holder = _view(row)
        if row.step_id is None:
            whole[holder.role] = holder
        else:
            steps[row.step_id] = (*steps.get(row.step_id, ()), holder)
    return Holders(tuple(whole[role] for role in Role if role in whole), steps)


def _view(row: RoleHolder) -> HolderView:
    return HolderView(
        row.id,
        Role(row.role),
        HolderDraft(
            name=row.name,
            organisation=row.organisation,
            phone=row.phone,
            email=row.email,
            languages=tuple(row.languages.split()),
        ),
    )


def _advisor(session: Session, case: Case) -> HolderView | None:
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    if advisor is None:
        return None
    point = office.service_point(session)
    return HolderView(
        None,
        Role.SERVICE_POINT,
        HolderDraft(
            name=advisor_name(advisor),
            organisation=point.name if point else "",
            phone=advisor.phone,
            email=advisor.email,
            languages=tuple(advisor.languages.split()),
        ),
    )


def _person(session: Session, case: Case) -> HolderView | None:
    people: list[Person] = cases.people(session, case.id)
    if not people or people[0].role != MemberRole.PROFESSIONAL.value:
        return None
    person = people[0]
    return HolderView(
        None,
        Role.PERSON,
        HolderDraft(
            name=full_name(person),
            phone=person.phone,
            email=person.email,
            languages=tuple(person.languages.split()),
        ),
    )


def _employer(session: Session, case: Case) -> HolderView | None:
    employer = providers.by_id(session, case.employer_id) if case.employer_id else None
    if employer is None:
        return None
    organisation = employer.organisation
    return HolderView(
        None,
        Role.EMPLOYER,
        HolderDraft(
            name=organisation.name,
            phone=organisation.phone,
            email=organisation.email,
            languages=tuple(employer.service.languages.split()),
        ),
    )
