"""What templates name of one another, and where it leads nowhere or round in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from app.content.circles import circles
from app.content.faults import Problem
from app.content.templates import PlanSet, StepTemplate


class Broken(NamedTuple):
    """A link of a template that does not hold: the key, the word there, what it might have been."""

    template: str
    key: str
    problem: Problem
    word: str
    allowed: Collection[str] = ()


def of_phase(step: StepTemplate, phases: Collection[str]) -> Iterator[Broken]:
    """A phase that the track of the step does not have."""
    if step.phase and step.phase not in phases:
        yield Broken(step.id, "phase", Problem.UNKNOWN_PHASE, step.phase, phases)


def of_steps(steps: Iterable[StepTemplate], named: Collection[str] | None) -> Iterator[Broken]:
    """What waits for an unknown step, or for itself through others.

    `named`: every step that is known, broken or switched off ones too; None where nobody can know.
    """
    read = tuple(steps)
    in_circle = circles({step.id: _waits_for(step) for step in read})
    for step in read:
        links = [("depends_on", other) for other in step.rule.depends_on]
        if step.rule.after:
            links.append(("after", step.rule.after))
        for key, other in links:
            if named is not None and other not in named:
                yield Broken(step.id, key, Problem.UNKNOWN_STEP, other, named)
            elif other in in_circle.get(step.id, ()):
                yield Broken(step.id, key, Problem.CIRCLE, other)


def of_sets(steps: Iterable[StepTemplate], sets: Collection[str] | None) -> Iterator[Broken]:
    """What only an unknown set gives; `sets` is None where nobody can know them."""
    if sets is None:
        return
    for step in steps:
        for name in step.only_in:
            if name not in sets:
                yield Broken(step.id, "only_in", Problem.UNKNOWN_SET, name, sets)


def of_set(plan_set: PlanSet, named: Collection[str]) -> Iterator[Broken]:
    """What a set leaves out although no step is called so."""
    for step in plan_set.leaves_out:
        if step not in named:
            yield Broken(plan_set.id, "leaves_out", Problem.UNKNOWN_STEP, step, named)


def _waits_for(step: StepTemplate) -> tuple[str, ...]:
    """The steps that come first; one it is counted from is one of them."""
    after = step.rule.after
    return (*step.rule.depends_on, after) if after else step.rule.depends_on
