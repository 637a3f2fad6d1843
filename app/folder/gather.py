"""From the plan of a household to what is printed of it: only what applies, never a note.

Whether a step applies may be unclear; that is for the clerk to ask and never printed as a task.
Steps the office wrote itself are printed. Steps that are not needed are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from app.folder.contents import ChecklistEntry, Document, TimelineEntry
from app.records.plan import PlanView, StepView
from app.rules.terms import Answer, DateKind, Role, StepState

ON_THE_DAY = "P0D"

Entry = TypeVar("Entry", ChecklistEntry, TimelineEntry)


def printable(step: StepView) -> bool:
    """Whether a step belongs on paper: it applies or is the office's own, and is needed."""
    return (step.own or step.applies is Answer.YES) and step.state is not StepState.NOT_NEEDED


def checklist(view: PlanView) -> tuple[ChecklistEntry, ...]:
    """The family's tasks in the order of the plan, under the titles of their phases.

    A task that several members have alike is one row that names them all.
    """
    groups = _groups(view)
    return _merged(
        ChecklistEntry(
            title=step.title,
            group=groups.get(step.phase, ""),
            explanation=step.explanation,
            due=step.due,
            promptly=step.promptly,
            kind=step.kind,
            basis=step.basis,
            office=step.office,
            documents=tuple(Document(d.title, d.present_on) for d in step.documents),
            for_whom=(step.person_name,) if step.person_name else (),
            done=step.state is StepState.DONE,
        )
        for step in view.steps
        if printable(step)
    )


def timeline(
    view: PlanView, created: date, helpers: Mapping[int, str] | None = None
) -> tuple[TimelineEntry, ...]:
    """The milestones still ahead, and those the family itself is late with.

    What was done before `created` is history, and what others are late with is their matter.
    `helpers` names who takes care of a step (by its id) where that is known by name.
    """
    known = helpers or {}
    return _merged(
        TimelineEntry(
            title=step.title,
            due=step.due,
            explanation=step.explanation,
            kind=_kind(step),
            basis=step.basis,
            roles=step.roles,
            helper=known.get(step.id, ""),
            for_whom=(step.person_name,) if step.person_name else (),
            done=step.state is StepState.DONE,
        )
        for step in view.steps
        if printable(step) and _is_ahead(step, created)
    )


def _is_ahead(step: StepView, created: date) -> bool:
    if step.due is not None and step.due.last >= created:
        return True
    late = step.due is not None
    return step.state is StepState.OPEN and (not late or Role.PERSON in step.roles)


def _merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that differ only in whom they concern become one, where the first one stood."""
    names: dict[Entry, list[str]] = {}
    for entry in entries:
        names.setdefault(replace(entry, for_whom=()), []).extend(entry.for_whom)
    return tuple(
        replace(entry, for_whom=tuple(dict.fromkeys(whose))) for entry, whose in names.items()
    )


def _groups(view: PlanView) -> dict[str, str]:
    return {phase.key: phase.title for phase in view.phases}


def _kind(step: StepView) -> DateKind:
    """Advice that falls on its anchor's own day happens on that day: no "bis" before it."""
    if step.kind is DateKind.ADVICE and step.offset == ON_THE_DAY and not step.pinned:
        return DateKind.HINT
    return step.kind
