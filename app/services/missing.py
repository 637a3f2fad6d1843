"""What is still missing: unanswered facts, ranked by how much of the plan hangs on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.records.cases import MissingFact
from app.rules.childhood import CHILD_FACTS
from app.rules.conditions import evaluate
from app.rules.facts import VOCABULARY, FactKey, FactScope
from app.rules.planning import PlannedStep
from app.rules.terms import Answer, MemberRole, StepState
from app.services.derived import called_name
from app.services.planner import Planner, Situation
from db.repositories import cases
from db.tables.case import Case

_ORDER = {key: place for place, key in enumerate(FactKey)}


def missing_facts(
    session: Session, case: Case, planner: Planner, today: date
) -> tuple[MissingFact, ...]:
    """Unanswered facts, those on which most steps hang first; one line each person.

    A step hangs on a fact that has to be asked to know whether it applies, or which of its notes
    do. Every template of the case's set counts, given or not, but none that is settled. Facts
    under Art. 9 DSGVO are never among them. A fact that is not asked itself is counted for those
    it follows from.
    """
    names = {person.id: called_name(person) for person in cases.people(session, case.id)}
    situation = planner.situation(session, case, today)
    left_out = situation.book.left_out(case.onboarding_set)
    settled = {
        (step.template, step.person_id)
        for step in cases.steps(session, case.id)
        if step.state != StepState.OPEN.value or step.by_hand
    }
    hanging: Counter[tuple[FactKey, int | None]] = Counter()
    for planned in situation.planned:
        if (planned.template, planned.member) in settled or planned.template in left_out:
            continue
        for key in set(_asked(planned, situation)):
            for person in _whom(key, planned.member, situation):
                hanging[key, person] += 1
    return tuple(
        MissingFact(key.value, person, names.get(person, "") if person else "", steps)
        for (key, person), steps in sorted(
            hanging.items(), key=lambda each: (-each[1], each[0][1] or 0, _ORDER[each[0][0]])
        )
    )


def _asked(planned: PlannedStep, situation: Situation) -> Iterator[FactKey]:
    """What has to be asked for one step, and for its notes where it may apply."""
    verdict = planned.verdict
    if verdict.answer is Answer.NO:
        return
    asked = list(verdict.ask)
    sight = situation.facts.seen_from(planned.member)
    for note in situation.book.catalogue.by_id[planned.template].notes:
        asked += evaluate(note.condition, sight).ask
    for key in asked:
        if not VOCABULARY[key].art9:
            yield key


def _whom(key: FactKey, member: int | None, situation: Situation) -> tuple[int | None, ...]:
    """Of whom a fact is asked. Asked of the whole household, a personal one speaks of the
    professional, one of children of each child it is not known of."""
    household = situation.household
    if VOCABULARY[key].scope is FactScope.HOUSEHOLD:
        return (None,)
    if member is not None:
        return (member,)
    if key in (*CHILD_FACTS, FactKey.SCHOOL_CLASS):
        children = household.in_role(MemberRole.CHILD)
        unknown = (child.id for child in children if key not in situation.facts.members[child.id])
        return tuple(unknown) or (None,)
    return (household.professional.id if household.professional else None,)
