"""Roles: the people behind the roles of a case and of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.roles import HolderDraft, HolderView
from app.rules.terms import MemberRole, Role
from app.services import checks, existing
from app.services.attending import point_of_advisor
from app.services.derived import full_name
from app.services.office import advisor_name
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, office, providers, roles
from db.tables.case import Case, Person
from db.tables.consent import RoleHolder

_TOUCHED = frozenset({Topic.CANDIDATES, Topic.PLAN})


@dataclass(frozen=True)
class Holders:
    """Who is who in a case: `case` in the order of the roles, `steps` what single steps (by id)
    have of their own, `adults` the grown members (by id), who act for themselves."""

    case: tuple[HolderView, ...] = ()
    steps: Mapping[int, tuple[HolderView, ...]] = field(default_factory=dict)
    adults: Mapping[int, HolderView] = field(default_factory=dict)

    def behind(
        self, wanted: Iterable[Role], step_id: int | None = None, person_id: int | None = None
    ) -> tuple[HolderView, ...]:
        """The people behind these roles, in their order; the step's own before the case's. On a
        step for one adult (`person_id`) that one acts. A role that nobody fills is left out."""
        own = {holder.role: holder for holder in self.steps.get(step_id or 0, ())}
        acting = self.adults.get(person_id or 0)
        if acting is not None:
            own.setdefault(Role.PERSON, acting)
        whole = {holder.role: holder for holder in self.case}
        found = (own.get(role) or whole.get(role) for role in wanted)
        return tuple(holder for holder in found if holder is not None)


class Roles:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def hold(
        self, case_id: int, role: Role, draft: HolderDraft, step_id: int | None = None
    ) -> Done:
        """Say who fills a role of the case, or of one of its steps alone; whoever was entered
        before is replaced. Raises `Refused` beside the field."""
        checks.storable(draft)
        checks.not_blank(draft.name, "name")
        checks.phone(draft.phone, "phone")
        checks.email(draft.email, "email")
        checks.languages(draft.languages, "languages")
        with self._transactions.command(Act.ROLE_HELD, case_id) as session:
            existing.case(session, case_id)
            if step_id is not None and existing.step(session, step_id).case_id != case_id:
                raise Refused(Reason.NO_SUCH_STEP, id=step_id)
            fill_role(session, case_id, role, draft, step_id)
            return _done(session, Act.ROLE_HELD, case_id, role, draft.name)

    def free(self, case_id: int, role: Role, step_id: int | None = None) -> Done:
        """Nobody fills the role any more, but for whom is known without being entered."""
        with self._transactions.command(Act.ROLE_FREED, case_id) as session:
            existing.case(session, case_id)
            holder = roles.holder(session, case_id, role.value, step_id)
            if holder is None:
                raise Refused(Reason.NO_SUCH_ROLE, role.value)
            name = holder.name
            session.delete(holder)
            session.flush()
            return _done(session, Act.ROLE_FREED, case_id, role, name)

    def of_case(self, case_id: int) -> tuple[HolderView, ...]:
        """The people of the case in the order of the roles, those known without being entered
        among them; what single steps have of their own stands with these steps."""
        with self._transactions.reading() as session:
            return holders_of(session, existing.case(session, case_id)).case


def fill_role(
    session: Session, case_id: int, role: Role, draft: HolderDraft, step_id: int | None = None
) -> None:
    """Let this one fill the role instead of whoever was entered before, within a command."""
    holder = roles.holder(session, case_id, role.value, step_id)
    if holder is None:
        holder = RoleHolder(case_id=case_id, step_id=step_id, role=role.value)
        session.add(holder)
    holder.name = draft.name
    holder.organisation = draft.organisation
    holder.phone = draft.phone
    holder.email = draft.email
    holder.languages = " ".join(draft.languages)
    session.flush()


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
    adults = {
        person.id: _member(person)
        for person in cases.people(session, case.id)
        if person.role != MemberRole.CHILD.value
    }
    return Holders(tuple(whole[role] for role in Role if role in whole), steps, adults)


def _done(session: Session, act: Act, case_id: int, role: Role, name: str) -> Done:
    facts = {"name": name, "role": role.value}
    return Done(act, _TOUCHED, journal.batch_of(session), case_id, facts)


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
        row.step_id,
    )


def _advisor(session: Session, case: Case) -> HolderView | None:
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    if advisor is None:
        return None
    point = point_of_advisor(session, advisor)
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
    return _member(people[0])


def _member(person: Person) -> HolderView:
    return HolderView(
        None,
        Role.PERSON,
        HolderDraft(
            name=full_name(person),
            phone=person.phone,
            email=person.email,
            languages=tuple(person.languages.split()),
        ),
        person=person.id,
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
