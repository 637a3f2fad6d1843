"""A plan narrowed to a role, to whoever fills it, to a person of the household. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.records.plan import PlanView, StepView
from app.rules.standing import Tracked, standing
from app.rules.terms import Role, StepState
from ui.onboarding.arrange import shown
from ui.words import ROLES


@dataclass(frozen=True)
class Narrowing:
    """What steps are shown; None and "" for any. `who` is the name of a role's holder, `person`
    the id of a member of the household."""

    role: Role | None = None
    who: str = ""
    person: int | None = None

    def __bool__(self) -> bool:
        return self != Narrowing()

    def takes(self, step: StepView) -> bool:
        """Whether a step is shown."""
        return (
            (self.role is None or self.role in step.roles)
            and (not self.who or self.who in holder_names(step))
            and (self.person is None or step.person == self.person)
        )


@dataclass(frozen=True)
class Choices:
    """What a plan can be narrowed to, each with the number of open steps it leaves."""

    roles: tuple[tuple[Role, int], ...]
    who: tuple[tuple[str, int], ...]
    people: tuple[tuple[int, str, int], ...]


def holder_names(step: StepView) -> set[str]:
    """Who fills the roles of a step, by name."""
    return {
        holder.draft.name
        for holder in step.holders
        if holder.role in step.roles and holder.draft.name
    }


def choices_of(plan: PlanView) -> Choices:
    """What occurs in a plan, in the order of the roles, of the names, of the household."""
    steps = shown(plan)
    open_ = [step for step in steps if step.state is StepState.OPEN]
    roles = Counter(role for step in open_ for role in step.roles)
    names = Counter(name for step in open_ for name in holder_names(step))
    people = Counter(step.person for step in open_)
    return Choices(
        roles=tuple((r, roles[r]) for r in Role if any(r in step.roles for step in steps)),
        who=tuple((name, names[name]) for name in sorted(_all_names(steps))),
        people=tuple(
            (key, name, people[key])
            for key, name in plan.head.members
            if any(step.person == key for step in steps)
        ),
    )


def kept(narrowing: Narrowing, choices: Choices) -> Narrowing:
    """The narrowing without what the plan no longer has."""
    return Narrowing(
        role=narrowing.role if narrowing.role in {role for role, _ in choices.roles} else None,
        who=narrowing.who if narrowing.who in {name for name, _ in choices.who} else "",
        person=(
            narrowing.person if narrowing.person in {key for key, _, _ in choices.people} else None
        ),
    )


def narrowed(plan: PlanView, narrowing: Narrowing) -> PlanView:
    """The plan with the steps that are shown alone, counted anew."""
    if not narrowing:
        return plan
    steps = tuple(step for step in plan.steps if narrowing.takes(step))
    tracked = [Tracked(s.id, s.state, s.applies, s.kind, s.due) for s in steps]
    whole = standing(tracked, plan.today)
    phases = tuple(
        replace(
            phase,
            done=_done(_of(phase.key, steps, tracked)),
            total=len(_of(phase.key, steps, tracked)),
        )
        for phase in plan.phases
    )
    return replace(
        plan,
        steps=steps,
        phases=phases,
        done=whole.done,
        total=whole.total,
        late=len(whole.late) + len(whole.overdue),
        due_today=whole.due_today,
        due_this_week=whole.due_this_week,
        unclear=whole.unclear,
        next_step=whole.next_step,
    )


def in_words(narrowing: Narrowing, plan: PlanView) -> str:
    """Pate/Patin, Hanna Voss, für Yasmin; blank where nothing is narrowed."""
    names = dict(plan.head.members)
    parts = [
        ROLES[narrowing.role] if narrowing.role else "",
        narrowing.who,
        f"für {names[narrowing.person]}" if narrowing.person in names else "",
    ]
    return ", ".join(part for part in parts if part)


def _of(phase: str, steps: Sequence[StepView], tracked: Sequence[Tracked]) -> list[Tracked]:
    pairs = zip(steps, tracked, strict=True)
    return [each for step, each in pairs if step.phase == phase and each.counts]


def _done(tracked: Iterable[Tracked]) -> int:
    return sum(each.state is StepState.DONE for each in tracked)


def _all_names(steps: Iterable[StepView]) -> set[str]:
    return {name for step in steps for name in holder_names(step)}
