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
from app.rules.planning import Anchors, Completed, plan
from app.rules.terms import Answer, Purpose, StepState
from app.services import known
from app.services.dating import completion
from app.services.derived import called_name
from app.services.planner import Planner
from app.services.rulebook import Kept
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
        self._pairs: dict[tuple[str, object], Pair] = {}

    def affected(self, session: Session, wanted: Sequence[int]) -> Iterator[tuple[int, Effects]]:
        """Of these cases those whose plan would change, and how."""
        held = templates.every_held(session)
        pairs = {case: self._of_case(session, dict(held.get(case, ()))) for case in wanted}
        names = set(self._news)
        for pair in self._pairs.values():
            names |= {pair.old.after, pair.new.after}
        steps = template_steps.of_templates(session, wanted, names - {""})
        for stored in read(session, wanted):
            one = seen(self._planner, stored, self._today)
            rows = steps.get(one.case, [])
            found = {}
            for template, pair in pairs[one.case].items():
                effects = pair.difference(one, [r for r in rows if r.template == template], rows)
                if effects:
                    found[template] = effects
            if found:
                yield one.case, found

    def _of_case(self, session: Session, held: Mapping[str, int | None]) -> dict[str, Pair]:
        """The rules that change, each beside the one a case is planned by now."""
        found = {}
        for template, new in self._news.items():
            key = (template, held.get(template, self))
            pair = self._pairs.get(key)
            if pair is None:
                if template in held:
                    old = self._planner.shelf.kept(session, template, held[template])
                else:
                    old = self._planner.book.kept(template)
                pair = self._pairs[key] = Pair(old, new, self._today)
            found[template] = pair
        return found


class Pair:
    """A rule of today and the one that is to come, evaluated together."""

    def __init__(self, old: Kept, new: Kept, today: date) -> None:
        self.old = Side(old)
        self.new = Side(new)
        self._lines = Lining((self.old, self.new), today)

    def difference(
        self, one: Seen, own: Sequence[TemplateStep], rows: Sequence[TemplateStep]
    ) -> tuple[Effect, ...]:
        """What the new rule does with a case's own steps of it; nothing where the present one
        would do the same. `rows` holds what the rules count from, too."""
        is_touched = any(not row.is_untouched for row in own)
        before, after = self._lines.of(one, rows, whole=is_touched)
        effects = self.new.effects(one, own, after)
        return effects if effects and effects != self.old.effects(one, own, before) else ()


class Lining:
    """Whom some rules apply to, each, and when they are due."""

    def __init__(self, sides: Sequence[Side], today: date) -> None:
        self._today = today
        self._sides = sides
        self._rules = [side.rule for side in sides if side.rule is not None]
        self._places = [place for place, side in enumerate(sides) if side.rule is not None]
        self._evaluator = Evaluator(self._rules)
        self._after = {rule.after for rule in self._rules} - {""}

    def of(self, one: Seen, rows: Sequence[TemplateStep], *, whole: bool) -> list[Lines]:
        """For each rule the people it applies to or may apply to; where `whole`, those it does not
        apply to as well."""
        completed: Completed = {
            (row.template, row.person_id): day
            for row in rows
            if row.template in self._after and (day := completion(row)) is not None
        }
        found: list[Lines] = [{} for _ in self._sides]
        if whole:
            for place, rule in zip(self._places, self._rules, strict=True):
                planned = plan(
                    (rule,), one.household, one.anchors, self._today, completed=completed
                )
                found[place] = {each.member: (each.verdict.answer, each.due) for each in planned}
            return found
        for rule_place, member, answer, due in self._evaluator.wanted(
            one.household, one.anchors, self._today, completed, one.facts
        ):
            found[self._places[rule_place]][member] = (answer, due)
        return found


class Side:
    """One rule, and what it asks of the steps of a case."""

    def __init__(self, kept: Kept) -> None:
        self._template = kept.template
        self._own = kept.own
        self.rule = kept.template.rule if kept.template else None
        self.after = self.rule.after if self.rule else ""

    def effects(self, one: Seen, rows: Sequence[TemplateStep], lines: Lines) -> tuple[Effect, ...]:
        """What it would do with a case's own steps of it; `lines` say whom it applies to."""
        own = {row.person_id: row for row in rows}
        is_out = self.is_out(one.plan_set)
        found = []
        for member, (answer, due) in lines.items():
            row = own.pop(member, None)
            unwanted = is_out or answer is Answer.NO
            if row is None:
                if not unwanted:
                    found.append(Effect(member, None, due, comes=True))
            elif unwanted and row.is_untouched:
                found.append(Effect(member, due_of(row), None, goes=True))
            else:
                found += self._changed(row, answer, due)
        for member, row in own.items():
            if row.is_untouched:
                found.append(Effect(member, due_of(row), None, goes=True))
            elif not row.by_hand:
                found += self._changed(row, Answer.NO, due_of(row))
        return tuple(found)

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
