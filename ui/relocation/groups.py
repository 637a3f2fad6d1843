"""The steps of a move in the groups of a checklist: by date, by office, by person. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import TypeAlias

from app.records.plan import PlanView, StepView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, DateKind, StepState
from ui.relocation.offices import office_of
from ui.widgets import step_words
from ui.widgets.grouped_model import Section

Steps: TypeAlias = Section[StepView]


class View(Enum):
    """By what the list is grouped."""

    DUE = "due"
    OFFICE = "office"
    PERSON = "person"


class Group(StrEnum):
    """By date, in the order of the list; the last ones close the other views too.

    FINISHED stands for DONE where nothing else is left.
    """

    LATE = "late"
    POSSIBLE = "possible"
    THIS_WEEK = "this_week"
    BEFORE_MOVE = "before_move"
    AFTERWARDS = "afterwards"
    UNDATED = "undated"
    UNCLEAR = "unclear"
    HINTS = "hints"
    FINISHED = "finished"
    DONE = "done"
    NOT_FOR_THEM = "not_for_them"


SETTLED = frozenset({Group.DONE, Group.NOT_FOR_THEM})
HOUSEHOLD = "person:household"


def sections(plan: PlanView, person: int | None = None, view: View = View.DUE) -> tuple[Steps, ...]:
    """The groups that hold steps; `person` leaves what concerns this person or the household."""
    steps = [step for step in plan.steps if person is None or step.person in (None, person)]
    grouping = {View.DUE: _by_due, View.OFFICE: _by_office, View.PERSON: _by_person}
    found = [*grouping[view](plan, [s for s in steps if not _is_settled(s)])]
    done = tuple(sorted((s for s in steps if s.state is StepState.DONE), key=_latest))
    others = tuple(
        sorted((s for s in steps if _is_settled(s) and s.state is not StepState.DONE), key=_order)
    )
    if done and all(step.kind is DateKind.HINT for section in found for step in section.rows):
        found.append(Section(Group.FINISHED, "Erledigt", "nichts mehr offen", done))
    elif done:
        found.append(Section(Group.DONE, "Erledigt", "", done))
    if others:
        found.append(Section(Group.NOT_FOR_THEM, "Gilt nicht", "oder nicht nötig", others))
    return tuple(found)


def _is_settled(step: StepView) -> bool:
    return step.state is not StepState.OPEN or step.applies is Answer.NO


def _by_due(plan: PlanView, steps: Iterable[StepView]) -> Iterable[Steps]:
    sunday = plan.today + timedelta(days=6 - plan.today.weekday())
    moving = _moving(plan)
    titles = _titles(sunday, moving)

    def group(step: StepView) -> str:
        return group_of(step, sunday, moving[1] if moving else None)

    found = _gathered(steps, group)
    return [Section(key, *titles[key], found[key]) for key in titles if key in found]


def group_of(step: StepView, sunday: date, moving: Day | None) -> Group:
    """Where an open step belongs; `sunday` ends this week, `moving` is the day of moving in."""
    if step.applies is Answer.UNCLEAR:
        return Group.UNCLEAR
    if step.kind is DateKind.HINT:
        return Group.HINTS
    if step.late:
        return Group.LATE
    if step.due is None:
        return Group.UNDATED
    if (step.days_left or 0) < 0:
        return Group.POSSIBLE
    if step.due.last <= sunday:
        return Group.THIS_WEEK
    if moving is not None and step.due.first <= moving.last:
        return Group.BEFORE_MOVE
    return Group.AFTERWARDS


def _by_office(plan: PlanView, steps: Iterable[StepView]) -> Iterable[Steps]:
    """The office whose first date comes first stands first; without an office last."""
    found = _gathered(steps, lambda step: office_of(step).key)
    made = [(office_of(rows[0]), rows) for rows in found.values()]
    made.sort(key=lambda each: (not each[0].name, _order(each[1][0]), each[0].name))
    return [
        Section(office.key, office.name or "Ohne Stelle", office.aside(plan.today), rows)
        for office, rows in made
    ]


def _by_person(plan: PlanView, steps: Iterable[StepView]) -> Iterable[Steps]:
    """What concerns all of them first, then the members in their order."""
    found = _gathered(steps, _whose)
    everybody = "Alle gemeinsam" if len(plan.head.members) > 1 else "Der Haushalt"
    names = {HOUSEHOLD: everybody} | {f"person:{key}": name for key, name in plan.head.members}
    gone = {key: rows[0].person_name for key, rows in found.items() if key not in names}
    return [
        Section(key, name, _lateness(found[key]), found[key])
        for key, name in (names | gone).items()
        if key in found
    ]


def _whose(step: StepView) -> str:
    return HOUSEHOLD if step.person is None else f"person:{step.person}"


def _lateness(steps: Iterable[StepView]) -> str:
    late = sum(step.late for step in steps)
    return f"{late} überfällig" if late else ""


def _gathered(
    steps: Iterable[StepView], key: Callable[[StepView], str]
) -> Mapping[str, tuple[StepView, ...]]:
    found: dict[str, list[StepView]] = {}
    for step in sorted(steps, key=_order):
        found.setdefault(key(step), []).append(step)
    return {key: tuple(rows) for key, rows in found.items()}


def _moving(plan: PlanView) -> tuple[AnchorKind, Day] | None:
    known = dict(plan.anchors)
    for kind in (AnchorKind.MOVE_IN, AnchorKind.MOVE, AnchorKind.ENTRY):
        if kind in known and known[kind].last >= plan.today:
            return kind, known[kind]
    return None


def _titles(sunday: date, moving: tuple[AnchorKind, Day] | None) -> Mapping[str, tuple[str, str]]:
    names = {AnchorKind.MOVE_IN: "Einzug", AnchorKind.MOVE: "Umzug", AnchorKind.ENTRY: "Einreise"}
    named = names[moving[0]] if moving else ""
    return {
        Group.LATE: ("Überfällig", ""),
        Group.POSSIBLE: ("Jetzt möglich", "Beginn oder Frist der Behörde ist vorbei"),
        Group.THIS_WEEK: ("Diese Woche", f"bis {step_words.day(Day(sunday))}"),
        Group.BEFORE_MOVE: (f"Bis {named}", step_words.day(moving[1]) if moving else ""),
        Group.AFTERWARDS: ("Danach", "") if moving else ("Später", ""),
        Group.UNDATED: ("Ohne Datum", "ein Termin fehlt noch"),
        Group.UNCLEAR: ("Unklar", "eine Angabe fehlt noch"),
        Group.HINTS: ("Hinweise", "nichts zu tun"),
    }


def _order(step: StepView) -> tuple[date, str, int]:
    """By day, then by name."""
    return step.due.last if step.due else date.max, step.short, step.id


def _latest(step: StepView) -> tuple[int, str, int]:
    """What was done last comes first."""
    return -(step.done_on.toordinal() if step.done_on else 0), step.short, step.id
