"""Keeps the steps of a case in line with what is known: gives, moves and withdraws them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import PlanSet, StepTemplate
from app.rules.blocking import Barrier
from app.rules.deriving import derive
from app.rules.facts import Facts, Household
from app.rules.planning import Anchors, Days, PlannedStep, StepRule, plan
from app.rules.terms import Answer, StepState
from app.services import blockers
from app.services.dating import Key, Sources, counted, is_counted_alike, settled_days
from app.services.derived import renew_case
from app.services.known import known_facts
from app.services.seen import anchor_days, due_of, household_of, set_due
from db.repositories import cases
from db.tables.case import Case
from db.tables.step import Step


@dataclass(frozen=True)
class Reconciled:
    """What a refresh of a plan did: numbers of steps."""

    given: int = 0
    withdrawn: int = 0
    moved: int = 0
    marked: int = 0
    """Steps that stay, of which it is now known otherwise whether they apply, or what they are."""
    renewed: bool = False
    """Whether a derived column of the case was out of date."""

    @property
    def changed(self) -> bool:
        return bool(self.given or self.withdrawn or self.moved or self.marked or self.renewed)


@dataclass(frozen=True)
class Situation:
    """What is known of a case today, and what the whole catalogue makes of it; `steps` are those
    that stood there when it was asked."""

    household: Household
    facts: Facts
    anchors: Anchors
    days: Days
    planned: tuple[PlannedStep, ...]
    today: date
    steps: Sequence[Step]


class Planner:
    def __init__(self, catalogue: Catalogue, resources: Path) -> None:
        self.catalogue = catalogue
        self.resources = resources
        self.rules = tuple(template.rule for template in catalogue.steps)
        self.rule_of = {rule.template: rule for rule in self.rules}
        self._clearing = tuple(rule for rule in self.rules if rule.clears is not None)
        # what other steps count from: these have to be dated first
        self.sources = Sources.of(self.rules)

    def short_title(self, step: Step) -> str:
        """The short German title of a step, its own for what the office wrote itself."""
        template = self.template(step)
        return step.title if template is None else template.short.in_language(OFFICE_LANGUAGE)

    def template(self, step: Step) -> StepTemplate | None:
        return self.catalogue.by_id.get(step.template)

    def set_named(self, plan_set: str) -> PlanSet | None:
        """The set of milestones of that id; blank means the first, which is the usual one."""
        if not plan_set:
            return next(iter(self.catalogue.sets), None)
        return next((each for each in self.catalogue.sets if each.id == plan_set), None)

    def left_out(self, plan_set: str) -> frozenset[str]:
        """The templates that a set does not give. A set that is no longer shipped leaves out
        nothing."""
        found = self.set_named(plan_set)
        return frozenset(found.leaves_out) if found else frozenset()

    def situation(self, session: Session, case: Case, today: date) -> Situation:
        """Every rule of the catalogue for everybody it concerns, as of today."""
        anchors = anchor_days(cases.anchors(session, case.id))
        household = household_of(
            case, cases.people(session, case.id), known_facts(session, case.id), anchors
        )
        steps = cases.steps(session, case.id)
        return self.situation_of(case, household, anchors, steps, today)

    def situation_of(
        self,
        case: Case,
        household: Household,
        anchors: Anchors,
        steps: Sequence[Step],
        today: date,
    ) -> Situation:
        """The same for a household and dates that need not be those of the records."""
        settled = settled_days(steps, self.rule_of, Days(household, anchors, {}, {}, today))
        completed = self.sources.completed(steps, household, anchors, today, settled)
        planned = plan(
            self.rules,
            household,
            anchors,
            today,
            completed=completed,
            settled=settled,
            left_out=self.left_out(case.onboarding_set),
        )
        facts, days = derive(household, today), Days(household, anchors, {}, completed, today)
        return Situation(household, facts, anchors, days, planned, today, steps)

    def reconcile(self, session: Session, case: Case, today: date) -> Reconciled:
        """Bring the steps of a case in line with its facts, anchor dates and set of milestones.

        What applies or is unclear is given; what no longer applies, or is left out by the set,
        goes, unless somebody worked on it: then it stays, marked where it does not apply. What
        was taken by hand stays and applies. Open dates move with their anchor; done and pinned
        ones stay. The derived columns of the case are renewed.
        """
        session.flush()
        worked_on = cases.worked_on(session, case.id)
        left_out = self.left_out(case.onboarding_set)
        situation = self.situation(session, case, today)
        kept = _catalogued(situation.steps)
        given = moved = marked = 0
        withdrawn = _without_doubles(session, situation.steps, kept, worked_on)
        for planned in situation.planned:
            step = kept.pop((planned.template, planned.member), None)
            answer = planned.verdict.answer
            unwanted = answer is Answer.NO or planned.template in left_out
            if step is None:
                if not unwanted:
                    session.add(self.new_step(case, planned))
                    given += 1
            elif unwanted and is_untouched(step, worked_on):
                session.delete(step)
                withdrawn += 1
            else:
                moved += self._redate(step, planned, situation)
                marked += self._mark(step, Answer.YES if step.by_hand else answer)
        # what nobody is concerned by any more: the question about children once one is recorded,
        # the steps of a child who turned out to be none
        for step in kept.values():
            if self.template(step) is None or step.by_hand:
                continue
            if is_untouched(step, worked_on):
                session.delete(step)
                withdrawn += 1
            else:
                marked += self._mark(step, Answer.NO)
        before = (case.barred, case.due_key, case.next_step)
        self.renew(session, case, today)
        renewed = before != (case.barred, case.due_key, case.next_step)
        return Reconciled(given, withdrawn, moved, marked, renewed)

    def renew(self, session: Session, case: Case, today: date) -> None:
        """Fill the derived columns of a case from its records as they stand in this session."""
        session.flush()
        steps = cases.steps(session, case.id)
        case.barred = blockers.number(self.barring(session, case, today, steps))
        renew_case(session, case, steps, self.short_title)

    def barring(
        self, session: Session, case: Case, today: date, steps: Sequence[Step]
    ) -> tuple[Barrier, ...]:
        """What bars, or barred, the first working day of a case; `steps` are those of its plan."""
        anchors = anchor_days(cases.anchors(session, case.id))
        household = household_of(
            case, cases.people(session, case.id), known_facts(session, case.id), anchors
        )
        planned = plan(self._clearing, household, anchors, today)
        return self._barring(case, anchors, household, derive(household, today), planned, steps)

    def barring_in(self, situation: Situation, case: Case) -> tuple[Barrier, ...]:
        """The same where everything is planned already, as with dates that are tried out."""
        return self._barring(
            case,
            situation.anchors,
            situation.household,
            situation.facts,
            situation.planned,
            situation.steps,
        )

    def _barring(
        self,
        case: Case,
        anchors: Anchors,
        household: Household,
        facts: Facts,
        planned: Iterable[PlannedStep],
        steps: Sequence[Step],
    ) -> tuple[Barrier, ...]:
        return blockers.barring(
            case.stage_rank,
            anchors,
            household,
            facts,
            self._clearing,
            {(each.template, each.member): each.verdict for each in planned},
            _catalogued(steps),
        )

    def new_step(self, case: Case, planned: PlannedStep) -> Step:
        """A step of the catalogue as it is given to a case, not yet in the session."""
        template = self.catalogue.by_id[planned.template]
        rule = template.rule
        step = Step(
            case_id=case.id,
            person_id=planned.member,
            track=rule.track.value,
            template=template.id,
            phase=template.phase,
            roles=_codes(rule),
            applies=planned.verdict.answer.value,
            anchor=rule.anchor.value if rule.anchor else "",
            offset=rule.offset_text,
            kind=rule.kind.value,
            pinned=False,
            by_hand=False,
            state=StepState.OPEN.value,
        )
        set_due(step, planned.due)
        return step

    def _mark(self, step: Step, answer: Answer) -> bool:
        """Whether a step applies; lane and roles of an open one follow the template, and what its
        date means where it is counted as the template says."""
        wanted = {"applies": answer.value}
        if step.state == StepState.OPEN.value:
            template = self.catalogue.by_id[step.template]
            wanted |= {"phase": template.phase, "roles": _codes(template.rule)}
            if is_counted_alike(step, template.rule):
                wanted["kind"] = template.rule.kind.value
        # A row that is set to what it is counts as dirty, and a hundred of them cost every command.
        news = {name: value for name, value in wanted.items() if getattr(step, name) != value}
        for name, value in news.items():
            setattr(step, name, value)
        return bool(news)

    def _redate(self, step: Step, planned: PlannedStep, situation: Situation) -> bool:
        if step.pinned or step.state != StepState.OPEN.value:
            return False
        rule = self.catalogue.by_id[planned.template].rule
        due = counted(step, rule, planned.due, situation.days)
        if due_of(step) == due:
            return False
        set_due(step, due)
        return True


def is_untouched(step: Step, worked_on: frozenset[int]) -> bool:
    """Whether nobody worked on a step; `worked_on` are the ids of steps with papers present or
    somebody named for them alone."""
    return (
        step.state == StepState.OPEN.value
        and not step.pinned
        and not step.by_hand
        and not step.note
        and step.id not in worked_on
    )


def _catalogued(steps: Sequence[Step]) -> dict[Key, Step]:
    """The steps that come from a template, by whom they are for."""
    return {(step.template, step.person_id): step for step in steps if step.template}


def _without_doubles(
    session: Session, steps: Sequence[Step], kept: dict[Key, Step], worked_on: frozenset[int]
) -> int:
    """Take out what an undo brought back beside a step that was given anew meanwhile: `kept` is
    left with the one somebody worked on, else the first. Returns how many went."""
    gone: set[int] = set()
    for step in steps:
        last = kept.get((step.template, step.person_id), step)
        if last is step or step.id in gone:
            continue
        idle = step
        if is_untouched(last, worked_on):
            kept[step.template, step.person_id], idle = step, last
        if is_untouched(idle, worked_on):
            session.delete(idle)
            gone.add(idle.id)
    return len(gone)


def _codes(rule: StepRule) -> str:
    return " ".join(role.value for role in rule.roles)
