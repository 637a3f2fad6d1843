"""The plan of a case: its steps, their dates, documents and anchors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.progress import Steps
from app.records.cases import BlockerView
from app.records.plan import ListedStep, OwnStep, PlanView, SetPreview
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, DateKind, StepState, Track
from app.services import checks, existing, plan_lists, plan_sets, plan_views, refreshing, snoozing
from app.services.anchor_moves import move_anchor
from app.services.case_views import barring
from app.services.planner import Planner
from app.services.seen import set_due
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases
from db.tables.case import Case
from db.tables.step import Step, StepDocument

_TOUCHED = frozenset({Topic.PLAN, Topic.CANDIDATES})
_REPLANNING = frozenset({Act.STEP_UNTICKED, Act.STEP_UNPINNED})


class Plan:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def view(self, case_id: int, track: Track) -> PlanView:
        """One track of a case as of today; raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return plan_views.view(session, case, track, self._planner, self._transactions.today())

    def all_steps(self, case_id: int) -> tuple[ListedStep, ...]:
        """Every template for everybody it concerns, whether it applies or not; in the order of
        the catalogue. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return plan_lists.all_steps(session, case, self._planner, self._transactions.today())

    def whole(self, case_id: int) -> tuple[ListedStep, ...]:
        """All steps, and those the office wrote itself or a former catalogue left in the plan."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return plan_lists.whole(session, case, self._planner, self._transactions.today())

    def barring(self, case_ids: Sequence[int]) -> dict[int, tuple[BlockerView, ...]]:
        """What bars the first working day of each of these cases, as of today."""
        with self._transactions.reading() as session:
            today = self._transactions.today()
            found = (existing.case(session, case_id) for case_id in case_ids)
            return {case.id: barring(session, case, self._planner, today) for case in found}

    def take(self, case_id: int, template: str, person: int | None) -> Done:
        """Take a step into the plan by hand: it stays and applies, whatever the facts say.
        Raises `Refused`: NO_SUCH_TEMPLATE, NO_SUCH_PERSON, ALREADY_IN_PLAN."""
        with self._transactions.command(Act.STEP_TAKEN, case_id) as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            step = plan_lists.taken(session, case, self._planner, today, template, person)
            return self._done(Act.STEP_TAKEN, session, step)

    def untake(self, step_id: int) -> Done:
        """Leave a step that was taken by hand to the facts again: it goes where they do not ask
        for it, unless somebody worked on it."""
        with self._transactions.command(Act.STEP_REMOVED) as session:
            step = existing.step(session, step_id)
            if not step.by_hand:
                raise Refused(Reason.NO_SUCH_STEP, id=step_id)
            step.by_hand = False
            case = existing.case(session, step.case_id)
            self._planner.reconcile(session, case, self._transactions.today())
            return self._done(Act.STEP_REMOVED, session, step)

    def preview_set(self, case_id: int, plan_set: str) -> SetPreview:
        """What giving a set of milestones would do; raises `Refused(NO_SUCH_SET)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            return plan_sets.preview(session, case, self._planner, today, plan_set)

    def give_set(self, case_id: int, plan_set: str) -> Done:
        """Give a case another set of milestones. What was worked on stays as it is;
        `facts["added"]` counts the new steps. Raises `Refused(NO_SUCH_SET)`."""
        with self._transactions.command(Act.PLAN_SET_GIVEN, case_id) as session:
            case = existing.case(session, case_id)
            case.onboarding_set = plan_sets.stored(self._planner, plan_set)
            result = self._planner.reconcile(session, case, self._transactions.today())
            facts = {"name": case.name, "added": str(result.given)}
            return Done(Act.PLAN_SET_GIVEN, _TOUCHED, journal.batch_of(session), case.id, facts)

    def set_anchor(self, case_id: int, kind: AnchorKind, day: Day) -> Done:
        """Enter or move a date plans are counted from. Open dates follow, done and pinned ones
        stay; `facts["moved"]` counts what moved."""
        checks.day(day.on, kind.value)
        with self._transactions.command(Act.ANCHOR_SET, case_id) as session:
            case = existing.case(session, case_id)
            move_anchor(session, case_id, kind, day, self._transactions.today())
            return self._replanned(Act.ANCHOR_SET, session, case, anchor=kind.value)

    def clear_anchor(self, case_id: int, kind: AnchorKind) -> Done:
        """Take a date back: what was counted from it has no date again."""
        with self._transactions.command(Act.ANCHOR_CLEARED, case_id) as session:
            case = existing.case(session, case_id)
            anchor = cases.anchor(session, case_id, kind.value)
            if anchor is None:
                raise Refused(Reason.NOTHING_TO_UNDO, kind.value)
            session.delete(anchor)
            return self._replanned(Act.ANCHOR_CLEARED, session, case, anchor=kind.value)

    def tick(self, step_id: int, on: date | None = None) -> Done:
        """Mark a step done, today or on an earlier day."""
        today = self._transactions.today()
        if on is not None and on > today:
            raise Refused(Reason.DATE_IN_FUTURE, "done_on")
        with self._transactions.command(Act.STEP_TICKED) as session:
            step = existing.step(session, step_id)
            if step.kind == DateKind.HINT.value:
                raise Refused(Reason.NOT_A_VALUE, "state")
            step.state, step.done_on, step.reason = StepState.DONE.value, on or today, ""
            step.snoozed_until = None
            return self._done(Act.STEP_TICKED, session, step)

    def untick(self, step_id: int) -> Done:
        """Open a step again; its date is counted anew from its anchor."""
        return self._open(Act.STEP_UNTICKED, step_id)

    def not_needed(self, step_id: int, reason: str) -> Done:
        """Set a step aside for a reason that stays with it."""
        checks.storable_text(reason, "reason")
        if not reason.strip():
            raise Refused(Reason.REASON_MISSING, "reason")
        with self._transactions.command(Act.STEP_NOT_NEEDED) as session:
            step = existing.step(session, step_id)
            step.state, step.done_on, step.reason = StepState.NOT_NEEDED.value, None, reason
            step.snoozed_until = None
            return self._done(Act.STEP_NOT_NEEDED, session, step)

    def need(self, step_id: int) -> Done:
        """Take a step that was set aside back into the plan."""
        return self._open(Act.STEP_UNTICKED, step_id)

    def note(self, step_id: int, text: str) -> Done:
        checks.storable_text(text, "note")
        with self._transactions.command(Act.STEP_NOTED) as session:
            step = existing.step(session, step_id)
            step.note = text
            return self._done(Act.STEP_NOTED, session, step)

    def pin(self, step_id: int, day: Day) -> Done:
        """Fix a date by hand: it no longer moves with its anchor."""
        checks.day(day.on, "due")
        with self._transactions.command(Act.STEP_PINNED) as session:
            step = existing.step(session, step_id)
            set_due(step, day)
            step.pinned = True
            return self._done(Act.STEP_PINNED, session, step)

    def unpin(self, step_id: int) -> Done:
        """Let a date move with its anchor again."""
        with self._transactions.command(Act.STEP_UNPINNED) as session:
            step = existing.step(session, step_id)
            step.pinned = False
            return self._done(Act.STEP_UNPINNED, session, step)

    def snooze(self, step_id: int, until: date) -> Done:
        """Remind nobody of a step before `until`; its date stays. Raises `Refused`, see
        `snoozing.snooze`."""
        with self._transactions.command(Act.STEP_SNOOZED) as session:
            step = existing.step(session, step_id)
            snoozing.snooze(step, until, self._transactions.today())
            return self._done(Act.STEP_SNOOZED, session, step, until=until.isoformat())

    def wake(self, step_id: int) -> Done:
        """Remind of a step again, as if nobody had put it off; how often stays known."""
        with self._transactions.command(Act.STEP_WOKEN) as session:
            step = existing.step(session, step_id)
            snoozing.wake(step)
            return self._done(Act.STEP_WOKEN, session, step)

    def add_own(self, case_id: int, own: OwnStep) -> Done:
        """Write a step of the office's own into a plan."""
        with self._transactions.command(Act.STEP_ADDED, case_id) as session:
            existing.case(session, case_id)
            step = Step(
                case_id=case_id,
                applies=Answer.YES.value,
                kind=DateKind.ADVICE.value,
                state=StepState.OPEN.value,
            )
            _fill_own(session, step, own)
            session.add(step)
            return self._done(Act.STEP_ADDED, session, step)

    def edit_own(self, step_id: int, own: OwnStep) -> Done:
        with self._transactions.command(Act.STEP_EDITED) as session:
            step = _own(session, step_id)
            _fill_own(session, step, own)
            return self._done(Act.STEP_EDITED, session, step)

    def remove_own(self, step_id: int) -> Done:
        with self._transactions.command(Act.STEP_REMOVED) as session:
            step = _own(session, step_id)
            cases.remove_step(session, step)
            return self._done(Act.STEP_REMOVED, session, step)

    def mark_document(self, step_id: int, key: str, on: date | None = None) -> Done:
        """Note that a paper is there; no copy is kept. `key` names one of the step's papers."""
        today = self._transactions.today()
        if on is not None and on > today:
            raise Refused(Reason.DATE_IN_FUTURE, "present_on")
        with self._transactions.command(Act.DOCUMENT_MARKED) as session:
            step = existing.step(session, step_id)
            template = self._planner.book_of(session, step.case_id).template(step)
            if template is None or key not in {paper.id for paper in template.documents}:
                raise Refused(Reason.NO_SUCH_DOCUMENT, key=key)
            paper = _document(session, step_id, key)
            if paper is None:
                paper = StepDocument(step_id=step_id, key=key)
                session.add(paper)
            paper.present_on = on or today
            return self._done(Act.DOCUMENT_MARKED, session, step)

    def unmark_document(self, step_id: int, key: str) -> Done:
        with self._transactions.command(Act.DOCUMENT_UNMARKED) as session:
            step = existing.step(session, step_id)
            paper = _document(session, step_id, key)
            if paper is None:
                raise Refused(Reason.NO_SUCH_DOCUMENT, key=key)
            session.delete(paper)
            return self._done(Act.DOCUMENT_UNMARKED, session, step)

    def refresh(self) -> Steps[int]:
        """Bring every running case in line with today (ages, newer templates); returns how many
        changed. One batch a case, none where nothing changed. Each batch is whole: what was done
        before a cancel stays done."""
        if not self._transactions.file.writable:
            raise Refused(Reason.READ_ONLY)
        changed = yield from refreshing.refresh(self._transactions, self._planner)
        return changed

    def _open(self, act: Act, step_id: int) -> Done:
        with self._transactions.command(act) as session:
            step = existing.step(session, step_id)
            if step.state == StepState.OPEN.value:
                raise Refused(Reason.NOTHING_TO_UNDO, "state")
            step.state, step.done_on, step.reason = StepState.OPEN.value, None, ""
            return self._done(act, session, step)

    def _replanned(self, act: Act, session: Session, case: Case, **facts: str) -> Done:
        result = self._planner.reconcile(session, case, self._transactions.today())
        return Done(
            act,
            _TOUCHED,
            journal.batch_of(session),
            case.id,
            {"name": case.name, "moved": str(result.moved)} | facts,
        )

    def _done(self, act: Act, session: Session, step: Step, **facts: str) -> Done:
        """A command on one step; an opened or unpinned one is dated anew, and so are those that
        count from it."""
        case = existing.case(session, step.case_id)
        rules = self._planner.book_of(session, case.id)
        title = rules.short_title(step)
        journal.name_case(session, case.id)
        if act in _REPLANNING or step.template in rules.sources.templates:
            self._planner.reconcile(session, case, self._transactions.today())
        else:
            self._planner.renew(session, case, self._transactions.today())
        return Done(
            act,
            _TOUCHED,
            journal.batch_of(session),
            case.id,
            {"name": case.name, "step": title} | facts,
        )


def _own(session: Session, step_id: int) -> Step:
    step = existing.step(session, step_id)
    if step.template:
        raise Refused(Reason.NO_SUCH_STEP, id=step_id)
    return step


def _fill_own(session: Session, step: Step, own: OwnStep) -> None:
    checks.storable(own)
    checks.not_blank(own.title, "title")
    if own.due is not None:
        checks.day(own.due.on, "due")
    if own.person is not None and existing.person(session, own.person).case_id != step.case_id:
        raise Refused(Reason.NO_SUCH_PERSON, "person", id=own.person)
    step.track = own.track.value
    step.title = own.title
    step.phase = own.phase
    step.roles = own.role.value
    step.person_id = own.person
    step.note = own.note
    set_due(step, own.due)


def _document(session: Session, step_id: int, key: str) -> StepDocument | None:
    return next((each for each in cases.documents_of(session, step_id) if each.key == key), None)
