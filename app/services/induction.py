"""The induction of a newcomer: the employer's steps, and what those concerned say of them."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.speech import Speech
from app.records.induction import ConfirmationDraft, InductionStep, InductionView
from app.records.papers import PaperKind
from app.records.plan import StepView
from app.rules.induction import CONFIRMING, asked, disagree, week_of
from app.rules.slipping import Outcome
from app.rules.terms import AnchorKind, DateKind, Role, StepState, Track
from app.services import checks, existing, plan_views
from app.services.derived import full_name
from app.services.first_weeks import first_week, is_part
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, employers
from db.tables.case import Case
from db.tables.employer import StepConfirmation

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet

_TOUCHED = frozenset({Topic.PLAN})


class Induction:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def view(self, case_id: int) -> InductionView:
        """The induction of a case by its dates. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return induction(session, case, self._planner, self._transactions.today())

    def confirm(self, step_id: int, draft: ConfirmationDraft) -> Done:
        """Note what somebody in a role said of a step, in the place of what that role said before.
        `facts["offer"]` is "yes" where the step's own role calls an open step done, which may then
        be ticked. Raises `Refused`: NO_SUCH_STEP, NOT_A_VALUE (`role`), DATE_IN_FUTURE, NOT_A_DATE,
        TEXT_NOT_STORABLE."""
        checks.storable(draft)
        checks.day(draft.on, "on")
        if draft.on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, "on")
        with self._transactions.command(Act.STEP_CONFIRMED) as session:
            step = existing.step(session, step_id)
            roles = [Role(code) for code in step.roles.split()]
            if draft.role not in asked(roles) or step.track != Track.ONBOARDING.value:
                raise Refused(Reason.NOT_A_VALUE, "role", typed=draft.role.value)
            row = employers.confirmation(session, step_id, draft.role.value)
            if row is None:
                row = StepConfirmation(step_id=step_id, role=draft.role.value)
                session.add(row)
            row.outcome, row.on = draft.outcome.value, draft.on
            row.by, row.note = draft.by.strip(), draft.note.strip()
            session.flush()
            journal.name_case(session, step.case_id)
            may_tick = (
                draft.outcome is Outcome.DONE
                and draft.role in roles
                and step.state == StepState.OPEN.value
                and step.kind != DateKind.HINT.value
            )
            facts = {
                "step": self._planner.book_of(session, step.case_id).short_title(step),
                "role": draft.role.value,
                "outcome": draft.outcome.value,
                "offer": "yes" if may_tick else "",
            }
            batch = journal.batch_of(session)
            return Done(Act.STEP_CONFIRMED, _TOUCHED, batch, step.case_id, facts)

    def retract(self, step_id: int, role: Role) -> Done:
        """Take back what a role said of a step. Raises `Refused`: NO_SUCH_STEP,
        NO_SUCH_CONFIRMATION."""
        with self._transactions.command(Act.STEP_UNCONFIRMED) as session:
            step = existing.step(session, step_id)
            row = employers.confirmation(session, step_id, role.value)
            if row is None:
                raise Refused(Reason.NO_SUCH_CONFIRMATION, id=step_id)
            session.delete(row)
            session.flush()
            case = existing.case(session, step.case_id)
            facts = {
                "step": self._planner.book_of(session, case.id).short_title(step),
                "role": role.value,
            }
            journal.name_case(session, case.id)
            batch = journal.batch_of(session)
            return Done(Act.STEP_UNCONFIRMED, _TOUCHED, batch, case.id, facts)

    def ward_sheet(self, case_id: int) -> PaperOrder:
        """The sheet of the first week for the ward; it leaves the office, so it names no step that
        rests on a fact under Art. 9 DSGVO. Raises `Refused(NO_SUCH_CASE)`; composing it raises
        FIRST_DAY_UNKNOWN."""
        return self._order(case_id, PaperKind.FIRST_WEEK_WARD)

    def newcomer_sheet(self, case_id: int) -> PaperOrder:
        """The sheet of the first week for the newcomer. Raises as `ward_sheet`."""
        return self._order(case_id, PaperKind.FIRST_WEEK_NEWCOMER)

    def _order(self, case_id: int, kind: PaperKind) -> PaperOrder:
        with self._transactions.reading() as session:
            name = existing.case(session, case_id).name
        return PaperOrder(kind, name, partial(self._sheet, case_id, kind), case_id)

    def _sheet(self, case_id: int, kind: PaperKind, session: Session, speech: Speech) -> PaperSheet:
        from app.folder.sheets import first_week as sheets  # ReportLab only where one is made

        case, today = existing.case(session, case_id), self._transactions.today()
        week = first_week(session, case, self._planner, today, speech.language)
        compose = sheets.ward if kind is PaperKind.FIRST_WEEK_WARD else sheets.newcomer
        return compose(week, speech)


def induction(session: Session, case: Case, planner: Planner, today: date) -> InductionView:
    """The steps of an induction with what was said of them."""
    plan = plan_views.view(session, case, Track.ONBOARDING, planner, today)
    first_day = dict(plan.anchors).get(AnchorKind.WORK_START)
    said = confirmations_of(session, case.id)
    steps = [
        _step(each, said, first_day.on if first_day else None)
        for each in plan.steps
        if is_part(each)
    ]
    steps.sort(key=lambda each: (each.due is None, each.due.on if each.due else date.max, each.id))
    newcomer = cases.people(session, case.id)[0]
    named = {Role.PERSON: full_name(newcomer)}
    for step in plan.steps:
        for holder in step.holders:
            if holder.step is None and holder.role in CONFIRMING:
                named.setdefault(holder.role, holder.draft.name)
    return InductionView(
        case=case.id,
        name=case.name,
        employer=case.employer_id,
        employer_name=plan.head.employer,
        first_day=first_day,
        steps=tuple(steps),
        holders=tuple(named.items()),
    )


def confirmations_of(session: Session, case_id: int) -> dict[int, list[ConfirmationDraft]]:
    """What was said of the steps of a case, by step, the newcomer first."""
    found: dict[int, list[ConfirmationDraft]] = {}
    for row in employers.confirmations(session, case_id):
        draft = ConfirmationDraft(Role(row.role), Outcome(row.outcome), row.on, row.by, row.note)
        found.setdefault(row.step_id, []).append(draft)
    for drafts in found.values():
        drafts.sort(key=lambda each: CONFIRMING.index(each.role))
    return found


def _step(
    step: StepView, said: dict[int, list[ConfirmationDraft]], first_day: date | None
) -> InductionStep:
    mine = tuple(said.get(step.id, ()))
    known = step.due is not None and first_day is not None
    return InductionStep(
        id=step.id,
        title=step.short,
        due=step.due,
        week=week_of(step.due.on, first_day) if step.due and first_day and known else None,
        roles=step.roles,
        state=step.state,
        done_on=step.done_on,
        late=step.late,
        asked=asked(step.roles),
        said=mine,
        differ=disagree({each.role: each.outcome for each in mine}),
        can_tick=step.kind is not DateKind.HINT,
    )
