"""Keeps the steps of a case in line with what is known: gives, moves and withdraws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.templates import PlanSet
from app.rules.blocking import Barrier
from app.rules.deriving import derive
from app.rules.facts import Facts, Household
from app.rules.planning import Anchors, Days, PlannedStep, StepRule, plan
from app.rules.terms import Answer, StepState
from app.services import blockers
from app.services.dating import Key, counted, is_counted_alike, is_settled, settled_days
from app.services.derived import renew_case
from app.services.known import known_facts
from app.services.rulebook import RuleBook
from app.services.seen import anchor_days, due_of, household_of, set_due
from app.services.shelf import Keeping, Shelf
from db.repositories import cases, templates
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
    """What is known of a case today, and what the rules of its `book` make of it; `steps` are
    those that stood there when it was asked."""

    household: Household
    facts: Facts
    anchors: Anchors
    days: Days
    planned: tuple[PlannedStep, ...]
    today: date
    steps: Sequence[Step]
    book: RuleBook


class Planner:
    """Plans by the rules that hold, and for a case that keeps former ones by those.

    `today`'s rules change while the program runs: what the office stores is adopted, and its
    catalogue told to `tell`.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        resources: Path,
        tell: Callable[[Catalogue], None] | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self.shelf = shelf or Shelf(catalogue)
        self.resources = resources
        self._tell = tell
        self._kept: dict[frozenset[Keeping], RuleBook] = {}
        self.adopt(self.shelf.as_shipped)

    @property
    def catalogue(self) -> Catalogue:
        return self.book.catalogue

    @property
    def rules(self) -> tuple[StepRule, ...]:
        return self.book.rules

    @property
    def rule_of(self) -> Mapping[str, StepRule]:
        return self.book.rule_of

    def adopt(self, book: RuleBook) -> None:
        """Plan by these rules from now on; every service that shares this planner does."""
        self.book = book
        self._kept.clear()
        if self._tell is not None:
            self._tell(book.catalogue)

    def beside(self, book: RuleBook) -> Planner:
        """A planner of the same file by other rules, for as long as a command takes."""
        other = Planner(self.shelf.shipped, self.resources, shelf=self.shelf)
        other.adopt(book)
        return other

    def for_case(self, session: Session, case_id: int) -> Planner:
        """A planner whose rules are those a case is planned by."""
        book = self.book_of(session, case_id)
        return self if book is self.book else self.beside(book)

    def book_of(self, session: Session, case_id: int) -> RuleBook:
        """The rules a case is planned by: today's, but for the former ones it keeps."""
        return self.keeping(session, frozenset(templates.held_by(session, case_id)))

    def keeping(self, session: Session, versions: frozenset[Keeping]) -> RuleBook:
        """Today's rules, but for these versions by template (None: as shipped)."""
        if not versions:
            return self.book
        found = self._kept.get(versions)
        if found is None:
            kept = {name: self.shelf.kept(session, name, row) for name, row in versions}
            found = self._kept[versions] = self.book.holding(kept)
        return found

    def set_named(self, plan_set: str) -> PlanSet | None:
        """The set of milestones of that id; blank means the first, which is the usual one."""
        return self.catalogue.set_named(plan_set)

    def situation(self, session: Session, case: Case, today: date) -> Situation:
        """Every rule of a case for everybody it concerns, as of today."""
        rules = self.book_of(session, case.id)
        anchors = anchor_days(cases.anchors(session, case.id))
        household = household_of(
            case, cases.people(session, case.id), known_facts(session, case.id), anchors
        )
        steps = cases.steps(session, case.id)
        return self.situation_of(case, household, anchors, steps, today, rules)

    def situation_of(
        self,
        case: Case,
        household: Household,
        anchors: Anchors,
        steps: Sequence[Step],
        today: date,
        rules: RuleBook | None = None,
    ) -> Situation:
        """The same for a household and dates that need not be those of the records; by today's
        rules where none are given."""
        rules = rules or self.book
        settled = settled_days(steps, rules.rule_of, Days(household, anchors, {}, {}, today))
        completed = rules.sources.completed(steps, household, anchors, today, settled)
        facts = derive(household, today)
        planned = plan(
            rules.rules,
            household,
            anchors,
            today,
            completed=completed,
            settled=settled,
            left_out=rules.left_out(case.onboarding_set),
            facts=facts,
        )
        days = Days(household, anchors, {}, completed, today)
        return Situation(household, facts, anchors, days, planned, today, steps, rules)

    def reconcile(self, session: Session, case: Case, today: date) -> Reconciled:
        """Bring the steps of a case in line with its facts, anchor dates and set of milestones.

        What applies or is unclear is given; what no longer applies, or is left out by the set,
        goes, unless somebody worked on it: then it stays, marked where it does not apply. What
        was taken by hand stays and applies. Open dates move with their anchor; done and pinned
        ones stay. Open ones of what the office worded itself are counted as that says. The
        derived columns of the case are renewed.
        """
        session.flush()
        worked_on = cases.worked_on(session, case.id)
        marked = _follow(session, case, self.book_of(session, case.id))
        situation = self.situation(session, case, today)
        rules = situation.book
        left_out = rules.left_out(case.onboarding_set)
        kept = _catalogued(situation.steps)
        given = moved = 0
        withdrawn = _without_doubles(session, situation.steps, kept, worked_on)
        for planned in situation.planned:
            step = kept.pop((planned.template, planned.member), None)
            answer = planned.verdict.answer
            unwanted = answer is Answer.NO or planned.template in left_out
            if step is None:
                if not unwanted:
                    session.add(new_step(case, planned, rules))
                    given += 1
            elif unwanted and is_untouched(step, worked_on):
                session.delete(step)
                withdrawn += 1
            else:
                moved += _redate(step, planned, situation)
                marked += _mark(step, Answer.YES if step.by_hand else answer, rules)
        # what nobody is concerned by any more: the question about children once one is recorded,
        # the steps of a child who turned out to be none, of what the office switched off
        for step in kept.values():
            if rules.template(step) is None or step.by_hand:
                continue
            if is_untouched(step, worked_on):
                session.delete(step)
                withdrawn += 1
            else:
                marked += _mark(step, Answer.NO, rules)
        before = (case.barred, case.due_key, case.next_step)
        session.flush()
        steps = cases.steps(session, case.id) if given or withdrawn else situation.steps
        bars = self.barring_in(replace(situation, steps=steps), case)
        _renew(session, case, steps, bars, rules)
        renewed = before != (case.barred, case.due_key, case.next_step)
        return Reconciled(given, withdrawn, moved, marked, renewed)

    def renew(self, session: Session, case: Case, today: date) -> None:
        """Fill the derived columns of a case from its records as they stand in this session."""
        session.flush()
        steps = cases.steps(session, case.id)
        bars = self.barring(session, case, today, steps)
        _renew(session, case, steps, bars, self.book_of(session, case.id))

    def barring(
        self, session: Session, case: Case, today: date, steps: Sequence[Step]
    ) -> tuple[Barrier, ...]:
        """What bars, or barred, the first working day of a case; `steps` are those of its plan."""
        anchors = anchor_days(cases.anchors(session, case.id))
        household = household_of(
            case, cases.people(session, case.id), known_facts(session, case.id), anchors
        )
        rules = self.book_of(session, case.id)
        facts = derive(household, today)
        planned = plan(rules.clearing, household, anchors, today, facts=facts)
        return _barring(rules, case, anchors, household, facts, planned, steps)

    def barring_in(self, situation: Situation, case: Case) -> tuple[Barrier, ...]:
        """The same where everything is planned already, as with dates that are tried out."""
        return _barring(
            situation.book,
            case,
            situation.anchors,
            situation.household,
            situation.facts,
            situation.planned,
            situation.steps,
        )


def _renew(
    session: Session,
    case: Case,
    steps: Sequence[Step],
    bars: Sequence[Barrier],
    rules: RuleBook,
) -> None:
    case.barred = blockers.number(bars)
    renew_case(session, case, steps, rules.short_title)


def _barring(
    rules: RuleBook,
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
        rules.clearing,
        {(each.template, each.member): each.verdict for each in planned},
        _catalogued(steps),
    )


def new_step(case: Case, planned: PlannedStep, book: RuleBook) -> Step:
    """A step of the catalogue as it is given to a case, not yet in the session."""
    template = book.catalogue.by_id[planned.template]
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


def _follow(session: Session, case: Case, book: RuleBook) -> int:
    """Have the open steps of what the office worded itself counted as it says now; how many are
    counted otherwise by that. A case that keeps a former rule keeps that in its book."""
    followed = 0
    for step in cases.steps(session, case.id) if book.catalogue.own else ():
        if step.template not in book.catalogue.own or is_settled(step):
            continue
        template = book.catalogue.by_id.get(step.template)
        if template is not None and not is_counted_alike(step, template.rule):
            rule = template.rule
            step.anchor = rule.anchor.value if rule.anchor else ""
            step.offset = rule.offset_text
            followed += 1
    return followed


def _mark(step: Step, answer: Answer, book: RuleBook) -> bool:
    """Whether a step applies; lane and roles of an open one follow the template, and what its
    date means where it is counted as the template says."""
    wanted = {"applies": answer.value}
    template = book.template(step)
    if step.state == StepState.OPEN.value and template is not None:
        wanted |= {"phase": template.phase, "roles": _codes(template.rule)}
        if is_counted_alike(step, template.rule):
            wanted["kind"] = template.rule.kind.value
    # A row that is set to what it is counts as dirty, and a hundred of them cost every command.
    news = {name: value for name, value in wanted.items() if getattr(step, name) != value}
    for name, value in news.items():
        setattr(step, name, value)
    return bool(news)


def _redate(step: Step, planned: PlannedStep, situation: Situation) -> bool:
    if is_settled(step):
        return False
    rule = situation.book.catalogue.by_id[planned.template].rule
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
