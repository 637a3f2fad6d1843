""" "gilt für": which open cases a rule applies to now, and what is worth a second look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.content.templates import StepTemplate
from app.progress import Step as Progress
from app.progress import Steps
from app.records.templates import Applying, Doubt
from app.rules.calendar import Day
from app.rules.planning import Days, reckon, targets_of
from app.rules.rehearsing import is_impossible
from app.rules.terms import Answer
from app.services.dating import completion
from app.services.planner import Planner
from app.services.rulebook import Kept
from app.services.template_effects import CHUNK, WORK, Lines, Seen, Side, read, seen
from app.services.transactions import Transactions
from db.repositories import cases, template_steps, templates
from db.repositories.template_steps import TemplateStep

NAMED = 100
"""Cases that are told by name."""


def applying(
    transactions: Transactions, planner: Planner, template: StepTemplate
) -> Steps[Applying]:
    """The open cases that a step would be given to, by the facts and dates they have today."""
    today = transactions.today()
    with transactions.reading() as session:
        wanted = cases.running_ids(session)
    side = Side(Kept(template, own=True), planner.book, today)
    counting = _Counting(template)
    for start in range(0, len(wanted), CHUNK):
        yield Progress(start, len(wanted), WORK)
        chunk = wanted[start : start + CHUNK]
        with transactions.reading() as session:
            after = {template.rule.after} - {""}
            steps = template_steps.of_templates(session, chunk, after) if after else {}
            for stored in read(session, chunk):
                one = seen(planner, stored, today)
                rows = steps.get(one.case, [])
                lines: Lines = {}
                if not side.is_out(one.plan_set):
                    lines = side.lines(one, rows, whole=False)
                answers = {member: answer for member, (answer, _) in lines.items()}
                days = Days(one.household, one.anchors, {}, _completed(rows), today)
                counting.add(one, answers, days)
    with transactions.reading() as session:
        names = templates.names_of(session, [*counting.yes[:NAMED], *counting.unclear[:NAMED]])
    doubts = counting.doubts(len(wanted))
    if is_impossible(template.rule.condition, today):
        doubts = (Doubt.NEVER, *(doubt for doubt in doubts if doubt is not Doubt.NOBODY))
    return Applying(
        yes=tuple((case, names.get(case, "")) for case in counting.yes[:NAMED]),
        unclear=tuple((case, names.get(case, "")) for case in counting.unclear[:NAMED]),
        yes_count=len(counting.yes),
        unclear_count=len(counting.unclear),
        no_count=len(wanted) - len(counting.yes) - len(counting.unclear),
        doubts=doubts,
    )


def _completed(rows: Sequence[TemplateStep]) -> dict[tuple[str, int | None], Day]:
    return {
        (row.template, row.person_id): day for row in rows if (day := completion(row)) is not None
    }


@dataclass
class _Counting:
    """What was seen so far."""

    template: StepTemplate
    yes: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    has_day: bool = False
    has_unknown_holidays: bool = False
    _reckoned: dict[Day, bool] = field(default_factory=dict)

    def add(self, one: Seen, answers: dict[int | None, Answer], days: Days) -> None:
        if Answer.YES in answers.values():
            self.yes.append(one.case)
        elif answers:
            self.unclear.append(one.case)
        if not self.has_day:
            rule = self.template.rule
            targets = targets_of(one.household, one.facts)[rule.scope]
            self.has_day = any(days.first_day(rule, each.member) for each in targets)
        if not self.has_unknown_holidays:
            firsts = (days.first_day(self.template.rule, member) for member in answers)
            self.has_unknown_holidays = any(self._is_unknown(day) for day in firsts if day)

    def _is_unknown(self, day: Day) -> bool:
        """Whether it counts from that day into a year whose holidays are not known."""
        found = self._reckoned.get(day)
        if found is None:
            found = reckon(self.template.rule, day)[1].holidays_unknown
            self._reckoned[day] = found
        return found

    def doubts(self, total: int) -> tuple[Doubt, ...]:
        """Nothing is doubted where there is no open case to try the rule on."""
        if not total:
            return ()
        found = {
            Doubt.NOBODY: not self.yes and not self.unclear,
            Doubt.EVERYBODY: len(self.yes) == total and bool(self.template.rule.condition.rows),
            Doubt.NO_ANCHOR: not self.has_day,
            Doubt.HOLIDAYS_UNKNOWN: self.has_unknown_holidays,
        }
        return tuple(doubt for doubt, holds in found.items() if holds)
