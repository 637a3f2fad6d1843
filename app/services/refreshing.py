"""Bringing the plans of every running case in line with today, as long work.

Nearly every plan is right already. So all are read as plain rows and checked by the fast
evaluation; only a case that may differ is taken up as a command would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import StepTemplate
from app.done import Act
from app.progress import Step as Progress
from app.progress import Steps
from app.rules.calendar import Day, Precision
from app.rules.conditions import Verdict
from app.rules.deriving import derive
from app.rules.evaluating import Evaluator, Wanted
from app.rules.facts import Facts, Household
from app.rules.planning import Anchors, Days
from app.rules.standing import PRESSING
from app.rules.terms import Answer, Purpose, StepState
from app.services import blockers, existing, known
from app.services.dating import Key, completion, settled_days
from app.services.planner import Planner
from app.services.seen import anchor_days, due_of, household_of
from app.services.shelf import Keeping
from app.services.transactions import Transactions
from db.repositories import cases, plans, templates
from db.repositories.plans import StepRow, Stored
from db.tables.case import NEVER

CHUNK = 500
"""Cases read at once: what is held in memory, and how long a cancel may take."""

KEPT_CHECKS = 50
"""Combinations of former rules whose checks are held in memory at once."""

KINDS = tuple(kind.value for kind in PRESSING)


def refresh(transactions: Transactions, planner: Planner) -> Steps[int]:
    """Take up the templates that hold today, then reconcile each running case that differs;
    returns how many did."""
    today = transactions.today()
    with transactions.reading() as session:
        planner.adopt(planner.shelf.read(session, today))
        wanted = cases.running_ids(session)
    checks = Checks(planner, today)
    changed = 0
    for start in range(0, len(wanted), CHUNK):
        yield Progress(start, len(wanted), "refresh")
        with transactions.reading() as session:
            differing = checks.differing(session, wanted[start : start + CHUNK])
        for case_id in differing:
            changed += _refreshed(transactions, planner, case_id)
    return changed


def _refreshed(transactions: Transactions, planner: Planner, case_id: int) -> bool:
    today = transactions.today()
    with transactions.reading() as session:
        case = cases.by_id(session, case_id)
        if case is None or not planner.reconcile(session, case, today).changed:
            return False  # the session ends unwritten
        session.rollback()
    with transactions.command(Act.PLAN_REFRESHED, case_id) as session:
        planner.reconcile(session, existing.case(session, case_id), today)
    return True


class Checks:
    """The check of each case by the rules it is planned by: those that keep the same former rules
    share one."""

    def __init__(self, planner: Planner, today: date) -> None:
        self._planner = planner
        self._today = today
        self._checks: dict[frozenset[Keeping], Check] = {}

    def differing(self, session: Session, wanted: Sequence[int]) -> list[int]:
        """Which of these cases a refresh may change, in their order."""
        groups: dict[frozenset[Keeping], list[int]] = {}
        kept = templates.every_held(session)
        for case_id in wanted:
            groups.setdefault(kept.get(case_id, frozenset()), []).append(case_id)
        found = []
        for versions, those in groups.items():
            check = self._check(session, versions)
            chunk = check.stored(session, those)
            found += [stored.case.id for stored in chunk if check.may_differ(stored)]
        return sorted(found)

    def _check(self, session: Session, versions: frozenset[Keeping]) -> Check:
        check = self._checks.get(versions)
        if check is None:
            if len(self._checks) >= KEPT_CHECKS:
                self._checks.clear()
            planner = self._planner.beside(self._planner.keeping(session, versions))
            check = self._checks[versions] = Check(planner, self._today)
        return check


@dataclass(frozen=True)
class _Asked:
    """What the facts and dates of a case ask for today."""

    anchors: Anchors
    household: Household
    facts: Facts
    wanted: Sequence[Wanted]


class Check:
    """Whether a refresh by one book of rules may change a plan: never no where it would, sometimes
    yes where not."""

    def __init__(self, planner: Planner, today: date) -> None:
        self._book = planner.book
        self._today = today
        self._evaluator = Evaluator(planner.rules)
        steps = planner.catalogue.steps
        self._templates = [step.id for step in steps]
        self._given = [_given(step) for step in steps]
        self._heads = [plans.head(step.id, _given(step)) for step in steps]
        self._clearing = {
            place: step.id for place, step in enumerate(steps) if step.rule.clears is not None
        }
        self.named = planner.book.sources.templates | set(self._clearing.values())
        """Steps read one by one: others count from them, or they clear what bars the first day."""

    def stored(self, session: Session, wanted: Sequence[int]) -> list[Stored]:
        """These cases as they are kept, as far as their plans hang on it."""
        return plans.stored(
            session, wanted, KINDS, self.named, known.CODES, Purpose.HEALTH_DATA.value
        )

    def may_differ(self, stored: Stored) -> bool:
        """One case as it is kept, against what its facts and dates ask for today."""
        asked = self._asked(stored)
        special = {(row.template, row.person_id): row for row in stored.special if not row.is_plain}
        left_out = self._book.left_out(stored.case.onboarding_set)
        case = stored.case
        return (
            self._plain_differ(stored.plain, set(self._plain(asked.wanted, special, left_out)))
            or self._any_special_differs(asked.wanted, special)
            or self._first(stored) != (case.due_key, case.next_step)
            or self._barred(stored, asked) != case.barred
        )

    def derived(self, stored: Stored) -> tuple[int, str, str]:
        """What the derived columns of a case ought to hold: how much bars the first day, day and
        short title of the step that presses first."""
        return (self._barred(stored, self._asked(stored)), *self._first(stored))

    def _asked(self, stored: Stored) -> _Asked:
        anchors = anchor_days(stored.anchors)
        household = household_of(stored.case, stored.people, stored.facts, anchors)
        facts = derive(household, self._today)
        completed = {
            (row.template, row.person_id): day
            for row in stored.special
            if row.template in self._book.sources.templates and (day := completion(row)) is not None
        }
        days = Days(household, anchors, {}, completed, self._today)
        settled = settled_days(stored.special, self._book.rule_of, days)
        left_out = self._book.left_out(stored.case.onboarding_set)
        wanted = self._evaluator.wanted(
            household, anchors, self._today, completed, facts, settled, left_out
        )
        return _Asked(anchors, household, facts, wanted)

    def _plain_differ(self, kept: str, asked: set[str]) -> bool:
        """Whether the open steps are others than they ought to be; those of templates that are not
        known any more stay as they are."""
        found = set(kept.split(plans.END)) if kept else set()
        if found == asked:
            return False
        known = self._book.catalogue.known
        return asked != {text for text in found if known(plans.template_of(text))}

    def _plain(
        self, wanted: Iterable[Wanted], special: Mapping[Key, StepRow], left_out: frozenset[str]
    ) -> Iterator[str]:
        """The texts of the open steps that the plan ought to have, but for the special ones."""
        for rule, member, answer, due in wanted:
            template = self._templates[rule]
            if template in left_out or (special and (template, member) in special):
                continue
            applies = "yes" if answer is Answer.YES else "unclear"
            if due is None:
                on, precision = "", "day"
            else:
                on = due.on.isoformat()
                precision = "day" if due.precision is Precision.DAY else "month"
            yield f"{self._heads[rule]}{member or ''}|{applies}|{on}|{precision}"

    def _any_special_differs(
        self, wanted: Iterable[Wanted], special: Mapping[Key, StepRow]
    ) -> bool:
        """Whether one that does not simply follow its template is not what it ought to be."""
        if not special:
            return False
        left = dict(special)
        for rule, member, answer, due in wanted:
            row = left.pop((self._templates[rule], member), None)
            if row is not None and self._differs(row, rule, answer, due):
                return True
        # those that do not apply, or concern nobody any more
        return any(
            self._book.catalogue.known(row.template)
            and row.applies != (Answer.YES if row.by_hand else Answer.NO).value
            for row in left.values()
        )

    def _differs(self, row: StepRow, rule: int, answer: Answer, due: Day | None) -> bool:
        if row.applies != (Answer.YES if row.by_hand else answer).value:
            return True
        if row.state != StepState.OPEN.value:
            return False
        # one that was given otherwise is left to the slow way
        return row.given != self._given[rule] or (not row.pinned and due_of(row) != due)

    def _first(self, stored: Stored) -> tuple[str, str]:
        """The day and short title of the step that presses first."""
        if stored.first is None:
            return NEVER, ""
        due, template, title = stored.first
        known = self._book.catalogue.known(template)
        return due, known.short.in_language(OFFICE_LANGUAGE) if known else title

    def _barred(self, stored: Stored, asked: _Asked) -> int:
        professional = asked.household.professional
        verdicts: dict[Key, Verdict] = {
            (template, member): _VERDICTS[Answer.NO]
            for template in self._clearing.values()
            for member in (professional.id if professional else None, None)
        }
        for place, member, answer, _ in asked.wanted:
            if place in self._clearing:
                verdicts[self._templates[place], member] = _VERDICTS[answer]
        found = blockers.barring(
            stored.case.stage_rank,
            asked.anchors,
            asked.household,
            asked.facts,
            [self._book.rules[place] for place in self._clearing],
            verdicts,
            {(row.template, row.person_id): row for row in stored.special},
        )
        return blockers.number(found)


def _given(template: StepTemplate) -> str:
    rule = template.rule
    return plans.given_text(
        template.phase,
        " ".join(role.value for role in rule.roles),
        rule.kind.value,
        rule.anchor.value if rule.anchor else "",
        rule.offset_text,
    )


_VERDICTS = {answer: Verdict(answer) for answer in Answer}
