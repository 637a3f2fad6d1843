"""What bars the first working day, in words: what it is, what is missing, who can act. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.records.cases import BlockerView
from app.records.plan import PlanView
from app.rules.terms import Blocker, BlockerState
from ui import wording
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.fact_words import asked
from ui.widgets.runs import Run
from ui.words import BLOCKER_STATES, BLOCKERS, BLOCKERS_SHORT, ROLES

HEADS = ("Sperren für den ersten Arbeitstag", "Sperren")


def barring(blockers: Sequence[BlockerView]) -> tuple[BlockerView, ...]:
    """Those that still bar the first working day."""
    return tuple(blocker for blocker in blockers if blocker.bars)


def barring_steps(plan: PlanView) -> frozenset[int]:
    """The ids of open steps of this plan that clear a barring blocker or lead there."""
    wanted = barring(plan.head.blockers)
    ids = {blocker.step for blocker in wanted}
    names = {short for blocker in wanted for short in blocker.steps}
    return frozenset(
        step.id
        for step in plan.steps
        if step_words.is_open(step) and (step.id in ids or step.short in names)
    )


def asks(blocker: BlockerView) -> bool:
    """Whether what is missing is a fact rather than a step."""
    undecided = blocker.state is BlockerState.UNCLEAR or blocker.step is None
    return blocker.bars and bool(blocker.ask) and undecided


def missing(blocker: BlockerView) -> str:
    """What is still missing: the first step that leads there, or what has to be found out."""
    if asks(blocker):
        return f"es fehlt: {asked(blocker.ask[0])}" + _more(len(blocker.ask) - 1, "weitere Angabe")
    return blocker.steps[0] + _more(len(blocker.steps) - 1, "weiterer") if blocker.steps else ""


def actors(blocker: BlockerView) -> str:
    """Who can act: Fachkraft, Personalabteilung."""
    return ", ".join(ROLES[role] for role in blocker.roles)


def entries(blocker: BlockerView) -> list[tuple[Run, ...]]:
    """The line of one blocker, the fullest first, then without who acts, then the state alone."""
    name, state = BLOCKERS_SHORT[blocker.blocker], BLOCKER_STATES[blocker.state]
    if not blocker.bars:
        day = f"{blocker.cleared_on:%d.%m.}" if blocker.cleared_on else ""
        whole = (Run(name, strong=True, icon="check"), Run(f": {cleared(blocker, day)}"))
        return [whole, whole, (whole[0], Run(f": {state}"))]
    head = (
        Run(name, strong=True, tone=Tone.RED, icon="octagon-alert"),
        Run(f": {state}", strong=True),
    )
    what, who = missing(blocker), actors(blocker)
    with_what = (*head, Run(f" – {what}")) if what else head
    with_who = (*with_what, Run(f" · {who}", tone=Tone.SECOND)) if who else with_what
    return [with_who, with_what, head]


def cleared(blocker: BlockerView, day: str) -> str:
    """liegt vor seit 13.04.; of measles proof only that the employer confirmed it, and when."""
    if blocker.blocker is Blocker.MEASLES:
        return "vom Arbeitgeber bestätigt" + (f" am {day}" if day else "")
    return BLOCKER_STATES[blocker.state] + (f" seit {day}" if day else "")


def needed_by(blockers: Sequence[BlockerView]) -> str:
    """nötig bis Mo 01.03., blank where no day is known."""
    days = [blocker.due for blocker in barring(blockers) if blocker.due]
    if not days:
        return ""
    first = min(days)
    if first.precision == "month":
        return f"nötig bis {step_words.day(first)}"
    return f"nötig bis {wording.DAYS[first.on.weekday()]} {first.on:%d.%m.}"


def spoken(blocker: BlockerView) -> str:
    """All of it for a screen reader and the tool tip."""
    head = f"{BLOCKERS[blocker.blocker]}: {BLOCKER_STATES[blocker.state]}"
    if not blocker.bars:
        day = wording.day(blocker.cleared_on) if blocker.cleared_on else ""
        return f"{BLOCKERS[blocker.blocker]}: {cleared(blocker, day)}"
    parts = [f"Sperre {head}"]
    if blocker.due:
        parts.append(f"nötig bis {step_words.day(blocker.due)}")
    if blocker.ask:
        parts.append(f"es fehlt: {'; '.join(asked(key) for key in blocker.ask)}")
    if blocker.steps:
        parts.append(f"offene Schritte: {', '.join(blocker.steps)}")
    if blocker.roles:
        parts.append(f"handeln kann: {actors(blocker)}")
    return ". ".join(parts)


def _more(number: int, one: str) -> str:
    return "" if not number else f" und 1 {one}" if number == 1 else f" und {number} weitere"
