"""The steps of a move in the groups of a checklist. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.records.plan import PlanView, StepView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, DateKind, StepState
from ui.widgets import step_words


class Group(Enum):
    """In the order of the list."""

    LATE = "late"
    THIS_WEEK = "this_week"
    BEFORE_MOVE = "before_move"
    AFTERWARDS = "afterwards"
    UNDATED = "undated"
    UNCLEAR = "unclear"
    HINTS = "hints"
    DONE = "done"
    NOT_FOR_THEM = "not_for_them"


SETTLED = frozenset({Group.DONE, Group.NOT_FOR_THEM})


@dataclass(frozen=True)
class Section:
    """One group with its steps, never empty; `aside` is what stands behind its name."""

    group: Group
    title: str
    aside: str
    steps: tuple[StepView, ...]


def sections(plan: PlanView, person: int | None = None) -> tuple[Section, ...]:
    """The groups that hold steps; `person` leaves what concerns this person or the household."""
    sunday = plan.today + timedelta(days=6 - plan.today.weekday())
    moving = _moving(plan)
    found: dict[Group, list[StepView]] = {group: [] for group in Group}
    for step in plan.steps:
        if person is None or step.person in (None, person):
            found[group_of(step, sunday, moving[1] if moving else None)].append(step)
    return tuple(
        Section(group, *_titles(group, sunday, moving), tuple(sorted(steps, key=_order)))
        for group, steps in found.items()
        if steps
    )


def group_of(step: StepView, sunday: date, moving: Day | None) -> Group:
    """Where a step belongs; `sunday` ends this week, `moving` is the day of moving in."""
    if step.state is StepState.DONE:
        return Group.DONE
    if step.state is StepState.NOT_NEEDED or step.applies is Answer.NO:
        return Group.NOT_FOR_THEM
    if step.applies is Answer.UNCLEAR:
        return Group.UNCLEAR
    if step.kind is DateKind.HINT:
        return Group.HINTS
    if step.late:
        return Group.LATE
    if step.due is None:
        return Group.UNDATED
    if step.due.last <= sunday:
        return Group.THIS_WEEK
    if moving is not None and step.due.first <= moving.last:
        return Group.BEFORE_MOVE
    return Group.AFTERWARDS


def _moving(plan: PlanView) -> tuple[AnchorKind, Day] | None:
    known = dict(plan.anchors)
    for kind in (AnchorKind.MOVE_IN, AnchorKind.MOVE, AnchorKind.ENTRY):
        if kind in known and known[kind].last >= plan.today:
            return kind, known[kind]
    return None


def _titles(group: Group, sunday: date, moving: tuple[AnchorKind, Day] | None) -> tuple[str, str]:
    names = {AnchorKind.MOVE_IN: "Einzug", AnchorKind.MOVE: "Umzug", AnchorKind.ENTRY: "Einreise"}
    named = names[moving[0]] if moving else ""
    words = {
        Group.LATE: ("Überfällig", ""),
        Group.THIS_WEEK: ("Diese Woche", f"bis {step_words.day(Day(sunday))}"),
        Group.BEFORE_MOVE: (f"Bis {named}", step_words.day(moving[1]) if moving else ""),
        Group.AFTERWARDS: ("Danach", "") if moving else ("Später", ""),
        Group.UNDATED: ("Ohne Datum", "ein Termin fehlt noch"),
        Group.UNCLEAR: ("Unklar", "eine Angabe fehlt noch"),
        Group.HINTS: ("Hinweise", "nichts zu tun"),
        Group.DONE: ("Erledigt", ""),
        Group.NOT_FOR_THEM: ("Gilt nicht", "oder nicht nötig"),
    }
    return words[group]


def _order(step: StepView) -> tuple[date, str, int]:
    """By day, done ones latest first, then by name."""
    if step.state is StepState.DONE and step.done_on is not None:
        return (
            date.fromordinal(date.max.toordinal() - step.done_on.toordinal()),
            step.short,
            step.id,
        )
    return step.due.last if step.due else date.max, step.short, step.id
