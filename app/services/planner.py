"""Keeps the steps of a case in line with what is known: gives, moves and withdraws them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.templates import StepTemplate
from app.rules.calendar import Day, PartialDate, Precision
from app.rules.facts import FactKey, Household, Member
from app.rules.planning import PlannedStep, StepRule, plan, reckon
from app.rules.schedule import parse_offset
from app.rules.terms import AnchorKind, Answer, MemberRole, StepState
from app.services.derived import renew_case
from db.repositories import cases
from db.tables.case import AnchorDate, Case, Person, RecordedFact
from db.tables.step import Step

_KEYS = frozenset(key.value for key in FactKey)
_ARRIVES = (AnchorKind.ENTRY, AnchorKind.MOVE_IN, AnchorKind.MOVE)


@dataclass(frozen=True)
class Reconciled:
    """What a refresh of a plan did: numbers of steps."""

    given: int = 0
    withdrawn: int = 0
    moved: int = 0
    marked: int = 0
    """Steps that stay, of which it is now known otherwise whether they apply."""

    @property
    def changed(self) -> bool:
        return bool(self.given or self.withdrawn or self.moved or self.marked)


class Planner:
    def __init__(self, catalogue: Catalogue, resources: Path) -> None:
        self.catalogue = catalogue
        self.resources = resources
        self._rules = tuple(template.rule for template in catalogue.steps)

    def short_title(self, step: Step) -> str:
        """The short German title of a step, its own for what the office wrote itself."""
        template = self.template(step)
        return step.title if template is None else template.short.in_language("de")

    def template(self, step: Step) -> StepTemplate | None:
        return self.catalogue.by_id.get(step.template)

    def planned(self, session: Session, case: Case, today: date) -> tuple[PlannedStep, ...]:
        """Every rule of the catalogue for everybody it concerns, as of today."""
        anchors = anchor_days(cases.anchors(session, case.id))
        household = household_of(
            case, cases.people(session, case.id), cases.facts(session, case.id), anchors
        )
        return plan(self._rules, household, anchors, today)

    def reconcile(self, session: Session, case: Case, today: date) -> Reconciled:
        """Bring the steps of a case in line with its facts and anchor dates.

        What applies or is unclear is given; what no longer applies goes, unless somebody worked
        on it, then it stays marked. Open dates move with their anchor; done and pinned ones
        stay. The derived columns of the case are renewed.
        """
        session.flush()
        kept = {
            (step.template, step.person_id): step
            for step in cases.steps(session, case.id)
            if step.template
        }
        with_papers = {document.step_id for document in cases.documents(session, case.id)}
        given = withdrawn = moved = marked = 0
        for planned in self.planned(session, case, today):
            step = kept.pop((planned.template, planned.member), None)
            answer = planned.verdict.answer
            if step is None:
                if answer is not Answer.NO:
                    session.add(self._given(case, planned))
                    given += 1
            elif answer is Answer.NO and _is_untouched(step, with_papers):
                session.delete(step)
                withdrawn += 1
            else:
                marked += step.applies != answer.value
                step.applies = answer.value
                moved += self._redate(step, planned)
        # what nobody is concerned by any more: the question about children once one is recorded,
        # the steps of a child who turned out to be none
        for step in kept.values():
            if self.template(step) is None:
                continue
            if _is_untouched(step, with_papers):
                session.delete(step)
                withdrawn += 1
            else:
                marked += step.applies != Answer.NO.value
                step.applies = Answer.NO.value
        renew_case(session, case, self.short_title)
        return Reconciled(given, withdrawn, moved, marked)

    def _given(self, case: Case, planned: PlannedStep) -> Step:
        template = self.catalogue.by_id[planned.template]
        rule = template.rule
        step = Step(
            case_id=case.id,
            person_id=planned.member,
            track=rule.track.value,
            template=template.id,
            phase=template.phase,
            roles=" ".join(role.value for role in rule.roles),
            applies=planned.verdict.answer.value,
            anchor=rule.anchor.value,
            offset=rule.offset_text,
            kind=rule.kind.value,
            state=StepState.OPEN.value,
        )
        set_due(step, planned.due)
        return step

    def _redate(self, step: Step, planned: PlannedStep) -> bool:
        if step.pinned or step.state != StepState.OPEN.value:
            return False
        due = planned.due
        rule = self.catalogue.by_id[planned.template].rule
        if (step.anchor, step.offset) != (rule.anchor.value, rule.offset_text):
            due = _by_its_own_offset(step, rule, planned)
        before = (step.due, step.precision)
        set_due(step, due)
        return before != (step.due, step.precision)


def set_due(step: Step, due: Day | None) -> None:
    step.due = None if due is None else due.on
    step.precision = (Precision.DAY if due is None else due.precision).value


def due_of(step: Step) -> Day | None:
    return None if step.due is None else Day(step.due, Precision(step.precision))


def anchor_days(anchors: Iterable[AnchorDate]) -> dict[AnchorKind, Day]:
    return {AnchorKind(each.kind): Day(each.on, Precision(each.precision)) for each in anchors}


def household_of(
    case: Case,
    people: list[Person],
    recorded: Iterable[RecordedFact],
    anchors: Mapping[AnchorKind, Day],
) -> Household:
    """The household as the rules see it, from its records."""
    answers: dict[int | None, dict[FactKey, str]] = {}
    for fact in recorded:
        if fact.key in _KEYS:
            answers.setdefault(fact.person_id, {})[FactKey(fact.key)] = fact.value
    arrival = next((anchors[kind].first for kind in _ARRIVES if kind in anchors), None)
    return Household(
        members=tuple(
            Member(
                id=person.id,
                role=MemberRole(person.role),
                birth=birth_of(person),
                nationality=person.nationality or None,
                recorded=answers.get(person.id, {}),
            )
            for person in people
        ),
        origin_country=case.origin or None,
        profession=case.profession or None,
        recorded=answers.get(None, {}),
        arrival=arrival,
    )


def birth_of(person: Person) -> PartialDate | None:
    if person.birth_year is None:
        return None
    return PartialDate(person.birth_year, person.birth_month, person.birth_day)


def _by_its_own_offset(step: Step, rule: StepRule, planned: PlannedStep) -> Day | None:
    """A step given under an earlier template keeps the offset it was given with."""
    anchor = planned.reckoning.from_day
    if anchor is None or step.anchor != rule.anchor.value:
        return due_of(step)
    own = replace(rule, offset=parse_offset(step.offset), offset_text=step.offset)
    return reckon(own, anchor)[0]


def _is_untouched(step: Step, with_papers: set[int]) -> bool:
    """Whether nobody worked on a step; `with_papers` are the ids of steps with papers present."""
    return (
        step.state == StepState.OPEN.value
        and not step.pinned
        and not step.note
        and step.id not in with_papers
    )
