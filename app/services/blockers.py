"""What bars the first working day of a case: what is missing, who can act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from app.records.cases import BlockerView
from app.rules.blocking import Barrier, Gate, barriers
from app.rules.conditions import Verdict
from app.rules.facts import FactKey, Facts, Household
from app.rules.planning import Anchors, StepRule
from app.rules.terms import (
    AnchorKind,
    Answer,
    Blocker,
    BlockerState,
    Role,
    Stage,
    StepState,
    Track,
)
from app.services.dating import Key
from app.services.seen import StepRecord
from db.tables.case import RecordedFact
from db.tables.step import Step

_CONTRACT = list(Stage).index(Stage.CONTRACT)
_AGREED = (AnchorKind.CONTRACT, AnchorKind.WORK_START)
_CLEARED_BY = {
    Blocker.RIGHT_TO_WORK: FactKey.WORK_PERMISSION,
    Blocker.LICENCE: FactKey.PRACTICE_LICENCE,
}


def barring(
    stage_rank: int,
    anchors: Anchors,
    household: Household,
    facts: Facts,
    rules: Iterable[StepRule],
    verdicts: Mapping[Key, Verdict],
    steps: Mapping[Key, StepRecord],
) -> tuple[Barrier, ...]:
    """What bars, or barred, the first working day. Before a contract, or a first working day,
    there is nothing to bar. `rules` are those that clear a blocker, `verdicts` what they say."""
    professional = household.professional
    is_agreed = stage_rank >= _CONTRACT or any(kind in anchors for kind in _AGREED)
    if professional is None or not is_agreed:
        return ()
    gates: dict[Blocker, list[Gate]] = {}
    for rule in rules:
        for member in (professional.id, None):
            verdict = verdicts.get((rule.template, member))
            if rule.clears is not None and verdict is not None:
                gate = _gate(verdict, steps.get((rule.template, member)))
                gates.setdefault(rule.clears, []).extend(gate)
    return barriers(facts.members[professional.id], gates)


def _gate(verdict: Verdict, step: StepRecord | None) -> list[Gate]:
    """A step that clears a blocker; none where it was set aside for a reason."""
    if step is None:
        return [Gate(verdict)]
    if step.state == StepState.NOT_NEEDED.value:
        return []
    is_done = step.state == StepState.DONE.value
    return [
        Gate(
            Verdict(Answer.YES) if step.by_hand else verdict,
            step.done_on if is_done else None,
        )
    ]


def number(found: Sequence[Barrier]) -> int:
    """How many bar the day."""
    return sum(barrier.state is not BlockerState.CLEARED for barrier in found)


def views(
    found: Sequence[Barrier],
    rules: Iterable[StepRule],
    steps: Sequence[Step],
    facts: Sequence[RecordedFact],
    anchors: Anchors,
    professional: int | None,
    short_title: Callable[[Step], str],
) -> tuple[BlockerView, ...]:
    """The blockers as they are shown, with the open steps that lead to their clearing."""
    rules = tuple(rules)
    shown = []
    for barrier in found:
        leading = leading_to(barrier.blocker, rules, steps, professional)
        roles = (Role(code) for step in leading for code in step.roles.split())
        bars = barrier.state is not BlockerState.CLEARED
        shown.append(
            BlockerView(
                blocker=barrier.blocker,
                state=barrier.state,
                due=anchors.get(AnchorKind.WORK_START),
                cleared_on=None if bars else barrier.since or _noted(barrier, facts, professional),
                ask=tuple(key.value for key in barrier.ask) if bars else (),
                steps=tuple(short_title(step) for step in leading) if bars else (),
                roles=tuple(dict.fromkeys(roles)) if bars else (),
                step=leading[0].id if bars and leading else None,
                track=Track(leading[0].track) if bars and leading else None,
            )
        )
    return tuple(shown)


def leading_to(
    blocker: Blocker, rules: Iterable[StepRule], steps: Sequence[Step], professional: int | None
) -> list[Step]:
    """The open steps of the professional that lead to the clearing of a blocker, those due first
    in front."""
    templates = [rule.template for rule in rules if blocker in (rule.clears, rule.leads_to)]
    return sorted(
        (
            step
            for step in steps
            if step.template in templates
            and step.person_id in (None, professional)
            and step.state == StepState.OPEN.value
            and step.applies != Answer.NO.value
        ),
        key=lambda step: (step.due or date.max, templates.index(step.template)),
    )


def _noted(
    barrier: Barrier, facts: Sequence[RecordedFact], professional: int | None
) -> date | None:
    """The day the fact was noted that clears a blocker."""
    key = _CLEARED_BY.get(barrier.blocker)
    days = [
        fact.noted_on
        for fact in facts
        if key and fact.key == key.value and fact.person_id in (None, professional)
    ]
    return max(days, default=None)
