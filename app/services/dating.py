"""Dating the steps of a plan: as the template counts, or as the step was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.rules.calendar import Day
from app.rules.facts import Household
from app.rules.following import is_movable
from app.rules.planning import Anchors, Days, PlannedStep, Settled, StepRule, plan, reckon
from app.rules.schedule import parse_offset
from app.rules.terms import AnchorKind, Answer, StepState
from app.services.seen import StepRecord, due_of
from db.tables.step import Step

Key = tuple[str, int | None]
"""A template and the person it is for, None for the household."""


@dataclass(frozen=True)
class Sources:
    """The rules that other steps count from, in the catalogue's order, and those that the dates of
    these wait for."""

    rules: tuple[StepRule, ...]

    @classmethod
    def of(cls, rules: Sequence[StepRule]) -> Sources:
        """Those of a whole catalogue."""
        known = {rule.template: rule for rule in rules}
        wanted = hanging_on(known, [rule.after for rule in rules if rule.after])
        return cls(tuple(rule for rule in rules if rule.template in wanted))

    @property
    def templates(self) -> frozenset[str]:
        return frozenset(rule.template for rule in self.rules)

    def completed(
        self,
        steps: Sequence[Step],
        household: Household,
        anchors: Anchors,
        today: date,
        settled: Settled,
    ) -> dict[Key, Day]:
        """The day each of them was done, or is due.

        Open ones are dated anew, in as many rounds as steps hang one on another.
        """
        if not self.rules:
            return {}
        kept = {
            (step.template, step.person_id): step
            for step in steps
            if step.template in self.templates
        }
        found = {
            key: day
            for key, step in kept.items()
            if is_settled(step) and (day := completion(step)) is not None
        }
        for _ in self.rules:
            before = dict(found)
            days = Days(household, anchors, {}, before, today)
            dated = plan(self.rules, household, anchors, today, completed=before, settled=settled)
            for planned in dated:
                key = (planned.template, planned.member)
                step = kept.get(key)
                if step is not None and is_settled(step):
                    continue
                day = self._open(step, planned, days)
                if day is None:
                    found.pop(key, None)
                else:
                    found[key] = day
            if found == before:
                break
        return found

    def _open(self, step: Step | None, planned: PlannedStep, days: Days) -> Day | None:
        """The date of a step that is not settled; none where the household does not need it."""
        is_wanted = planned.verdict.answer is not Answer.NO or (step is not None and step.by_hand)
        if not is_wanted:
            return None
        rule = next(rule for rule in self.rules if rule.template == planned.template)
        return planned.due if step is None else counted(step, rule, planned.due, days)


def hanging_on(rules: Mapping[str, StepRule], templates: Iterable[str]) -> frozenset[str]:
    """These templates and all that their dates hang on, directly or not: what they count from
    and, a recommended one, what it waits for."""
    ahead = list(templates)
    wanted: set[str] = set()
    while ahead:
        template = ahead.pop()
        rule = rules.get(template)
        if rule is None or template in wanted:
            continue
        wanted.add(template)
        if rule.after:
            ahead.append(rule.after)
        if is_movable(rule):
            ahead.extend(rule.depends_on)
    return frozenset(wanted)


def settled_days(
    steps: Iterable[StepRecord], rules: Mapping[str, StepRule], days: Days
) -> dict[Key, Day | None]:
    """The days of steps that do not follow today's rule: done, fixed by hand, or given under an
    earlier template; None for one that nobody waits for (set aside, or not in place any more)."""
    found: dict[Key, Day | None] = {}
    for step in steps:
        rule = rules.get(step.template)
        if rule is None:
            continue
        key = (step.template, step.person_id)
        is_open = step.state == StepState.OPEN.value
        if step.state == StepState.NOT_NEEDED.value or (
            is_open and step.applies == Answer.NO.value
        ):
            found[key] = None
        elif not is_open or step.pinned:
            found[key] = completion(step)
        elif isinstance(step, Step) and not is_counted_alike(step, rule):
            found[key] = counted(step, rule, due_of(step), days)
    return found


def is_counted_alike(step: Step, rule: StepRule) -> bool:
    """Whether a step still has the anchor and offset of its template. One given under an earlier
    template keeps its own, so that a later one never rewrites a running plan."""
    return (step.anchor, step.offset) == (
        rule.anchor.value if rule.anchor else "",
        rule.offset_text,
    )


def counted(step: Step, rule: StepRule, due: Day | None, days: Days) -> Day | None:
    """The date of an open step: `due`, as its rule counts, or as it was given."""
    if is_counted_alike(step, rule):
        return due
    if not step.anchor:
        return due_of(step)
    own = replace(
        rule,
        anchor=AnchorKind(step.anchor),
        after="",
        offset=parse_offset(step.offset),
        offset_text=step.offset,
    )
    from_day = days.first_day(own, step.person_id)
    return None if from_day is None else reckon(own, from_day)[0]


def completion(step: StepRecord) -> Day | None:
    """The day a step was done, or is due."""
    is_done = step.state == StepState.DONE.value
    return Day(step.done_on) if is_done and step.done_on else due_of(step)


def is_settled(step: Step) -> bool:
    """Whether the date of a step no longer moves."""
    return step.pinned or step.state != StepState.OPEN.value
