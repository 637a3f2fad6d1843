"""What a changed rule would do with the plans of many cases, without touching them.

The steps of a case are set beside what its present rule and the new one ask for; a case is
affected where the two outcomes differ, so that what a refresh would bring anyway counts for none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.content.templates import PlanSet
from app.progress import Step as Progress
from app.progress import Steps
from app.records.templates import Affected, ChangePreview, StepChange
from app.rules.calendar import Day
from app.rules.deriving import derive
from app.rules.evaluating import Evaluator
from app.rules.facts import Facts, Household
from app.rules.planning import Anchors, Completed, Days, StepRule, plan
from app.rules.terms import Answer, Purpose, StepState
from app.services import known
from app.services.dating import completion, hanging_on, settled_days
from app.services.derived import called_name
from app.services.planner import Planner
from app.services.rulebook import Kept, RuleBook
from app.services.seen import anchor_days, due_of, household_of
from app.services.transactions import Transactions
from db.repositories import cases, plans, template_steps, templates
from db.repositories.plans import Stored
from db.repositories.template_steps import TemplateStep

CHUNK = 500
"""Cases read at once: what is held in memory, and how long a cancel may take."""

WORK = "templates"
"""What the progress of this work is called."""


@dataclass(frozen=True)
class Effect:
    """What a rule asks of one step as it stands; `news` are the columns that would change but for
    the date."""

    person: int | None
    old: Day | None
    new: Day | None
    comes: bool = False
    goes: bool = False
    stays: bool = False
    news: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Seen:
    """What the facts and dates of a case say today."""

    case: int
    plan_set: PlanSet | None
    household: Household
    facts: Facts
    anchors: Anchors


Effects = Mapping[str, tuple[Effect, ...]]
"""What changes for a case, by template; templates that change nothing are absent."""
Lines = dict[int | None, tuple[Answer, Day | None]]


def seen(planner: Planner, stored: Stored, today: date) -> Seen:
    """A case as it is kept, as the rules see it."""
    anchors = anchor_days(stored.anchors)
    household = household_of(stored.case, stored.people, stored.facts, anchors)
    plan_set = planner.catalogue.set_named(stored.case.onboarding_set)
    return Seen(stored.case.id, plan_set, household, derive(household, today), anchors)


def read(session: Session, wanted: Sequence[int]) -> list[Stored]:
    """These cases without their steps; facts under Art. 9 DSGVO only with consent."""
    return plans.known(session, wanted, known.CODES, Purpose.HEALTH_DATA.value)


class Comparison:
    """Changed rules against those that each case is planned by now."""

    def __init__(self, planner: Planner, news: Mapping[str, Kept], today: date) -> None:
        self._planner = planner
        self._today = today
        self._news = dict(news)
        self._sides: dict[tuple[str, object, bool], Side] = {}

    def affected(self, session: Session, wanted: Sequence[int]) -> Iterator[tuple[int, Effects]]:
        """Of these cases those whose plan would change, and how."""
        held = templates.every_held(session)
        sides = {case: self._of_case(session, dict(held.get(case, ()))) for case in wanted}
        names = {name for side in self._sides.values() for name in side.needs}
        steps = template_steps.of_templates(session, wanted, names | self._news.keys())
        for stored in read(session, wanted):
            one = seen(self._planner, stored, self._today)
            rows = steps.get(one.case, [])
            found = {}
            for template, (old, new) in sides[one.case].items():
                own = [row for row in rows if row.template == template]
                effects = new.effects(one, own, rows)
                if effects and effects != old.effects(one, own, rows):
                    found[template] = effects
            if found:
                yield one.case, found

    def _of_case(
        self, session: Session, held: Mapping[str, int | None]
    ) -> dict[str, tuple[Side, Side]]:
        """For each rule that changes the one a case is planned by now, and the new one."""
        return {
            template: (
                self._side(session, template, held.get(template, self)),
                self._side(session, template, None, new),
            )
            for template, new in self._news.items()
        }

    def _side(
        self, session: Session, template: str, version: object, kept: Kept | None = None
    ) -> Side:
        key = (template, version, kept is not None)
        side = self._sides.get(key)
        if side is None:
            if kept is None and (version is None or isinstance(version, int)):
                kept = self._planner.shelf.kept(session, template, version)
            kept = kept or self._planner.book.kept(template)
            side = self._sides[key] = Side(kept, self._planner.book, self._today)
        return side


class Side:
    """One rule, and what it asks of the steps of a case."""

    def __init__(self, kept: Kept, book: RuleBook, today: date) -> None:
        self._template = kept.template
        self._own = kept.own
        self._book = book
        self._today = today
        self.rule = kept.template.rule if kept.template else None
        # its date hangs on what it counts from and, a recommended one, on what it waits for
        self._rules = _with_ahead(self.rule, book) if self.rule else {}
        self.needs = frozenset(self._rules)
        self._place = list(self._rules).index(self.rule.template) if self.rule else -1
        self._evaluator = Evaluator(self._rules.values())

    def effects(
        self, one: Seen, own: Sequence[TemplateStep], rows: Sequence[TemplateStep]
    ) -> tuple[Effect, ...]:
        """What it would do with a case's own steps of it, in the order of those it is for. `rows`
        holds the steps its date hangs on, too."""
        left = {row.person_id: row for row in own}
        is_touched = any(not row.is_untouched for row in own)
        is_out = self.is_out(one.plan_set)
        found = []
        for member, (answer, due) in self.lines(one, rows, whole=is_touched).items():
            row = left.pop(member, None)
            unwanted = is_out or answer is Answer.NO
            if row is None:
                if not unwanted:
                    found.append(Effect(member, None, due, comes=True))
            elif unwanted and row.is_untouched:
                found.append(Effect(member, due_of(row), None, goes=True))
            else:
                found += self._changed(row, answer, due)
        for member, row in left.items():
            if row.is_untouched:
                found.append(Effect(member, due_of(row), None, goes=True))
            elif not row.by_hand:
                found += self._changed(row, Answer.NO, due_of(row))
        return tuple(found)

    def lines(self, one: Seen, rows: Sequence[TemplateStep], *, whole: bool) -> Lines:
        """Whom it applies to or may apply to, and when it is due; where `whole`, those it does
        not apply to as well."""
        if self.rule is None:
            return {}
        completed: Completed = {
            (row.template, row.person_id): day
            for row in rows
            if row.template in self.needs and (day := completion(row)) is not None
        }
        days = Days(one.household, one.anchors, {}, completed, self._today)
        settled = settled_days(rows, self._rules, days)
        left_out = self._book.left_out(one.plan_set.id if one.plan_set else "")
        if whole:
            planned = plan(
                self._rules.values(),
                one.household,
                one.anchors,
                self._today,
                completed=completed,
                settled=settled,
                left_out=left_out,
            )
            mine = (each for each in planned if each.template == self.rule.template)
            return {each.member: (each.verdict.answer, each.due) for each in mine}
        wanted = self._evaluator.wanted(
            one.household, one.anchors, self._today, completed, one.facts, settled, left_out
        )
        return {
            member: (answer, due) for place, member, answer, due in wanted if place == self._place
        }

    def is_out(self, plan_set: PlanSet | None) -> bool:
        """Whether the set of a case does not give the step."""
        if self._template is None:
            return False
        only_in = self._template.only_in
        own = plan_set.id if plan_set else ""
        left_out = plan_set.leaves_out if plan_set else ()
        return self._template.id in left_out or bool(only_in and own not in only_in)

    def _changed(self, row: TemplateStep, answer: Answer, due: Day | None) -> list[Effect]:
        """What becomes of a step that stays, as `Planner.reconcile` has it."""
        applies = (Answer.YES if row.by_hand else answer).value
        wanted = {"applies": applies}
        before = due_of(row)
        after = before
        if row.state == StepState.OPEN.value and self._template is not None:
            rule = self._template.rule
            wanted["phase"] = self._template.phase
            wanted["roles"] = " ".join(role.value for role in rule.roles)
            given = {"anchor": rule.anchor.value if rule.anchor else "", "offset": rule.offset_text}
            is_alike = (row.anchor, row.offset) == (given["anchor"], given["offset"])
            follows = self._own and not row.pinned
            if is_alike or follows:
                wanted |= {**given, "kind": rule.kind.value}
                after = before if row.pinned else due
        news = tuple((name, value) for name, value in wanted.items() if getattr(row, name) != value)
        if not news and before == after:
            return []
        stays = ("applies", Answer.NO.value) in news
        return [Effect(row.person_id, before, after, stays=stays, news=news)]


def _with_ahead(rule: StepRule, book: RuleBook) -> dict[str, StepRule]:
    """A rule with those its date hangs on, directly or not, in the order of the catalogue."""
    rules = {**book.rule_of, rule.template: rule}
    needed = hanging_on(rules, [rule.template])
    return {template: each for template, each in rules.items() if template in needed}


def previewed(
    transactions: Transactions, planner: Planner, news: Mapping[str, Kept]
) -> Steps[ChangePreview]:
    """Whom changed rules affect among the running cases, by name."""
    today = transactions.today()
    with transactions.reading() as session:
        wanted = cases.running_ids(session)
    comparison = Comparison(planner, news, today)
    found: list[Affected] = []
    for start in range(0, len(wanted), CHUNK):
        yield Progress(start, len(wanted), WORK)
        with transactions.reading() as session:
            chunk = dict(comparison.affected(session, wanted[start : start + CHUNK]))
            found += named(session, chunk)
    return ChangePreview(tuple(sorted(found, key=lambda each: (each.name, each.case))), len(wanted))


def named(session: Session, effects: Mapping[int, Effects]) -> list[Affected]:
    """Affected cases by the names of the family and of those the steps are for."""
    names = templates.names_of(session, list(effects))
    wanted = {
        each.person
        for by_template in effects.values()
        for changes in by_template.values()
        for each in changes
        if each.person is not None
    }
    people = {each.id: called_name(each) for each in template_steps.people(session, wanted)}
    return [
        Affected(
            case,
            names.get(case, ""),
            tuple(
                StepChange(
                    person=people.get(each.person, "") if each.person else "",
                    old=each.old,
                    new=each.new,
                    comes=each.comes,
                    goes=each.goes,
                    stays=each.stays,
                )
                for changes in by_template.values()
                for each in changes
            ),
        )
        for case, by_template in effects.items()
    ]
