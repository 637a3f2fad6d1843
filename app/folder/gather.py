"""From the plan of a household to what is printed of it: only what applies, never a note.

Whether a step applies may be unclear; that is for the clerk to ask and never printed as a task.
Steps the office wrote itself are printed. Steps that are not needed are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.folder.contents import ChecklistEntry, Document, TimelineEntry
from app.records.plan import PlanView, StepView
from app.rules.terms import Answer, DateKind, StepState

ON_THE_DAY = "P0D"


def printable(step: StepView) -> bool:
    """Whether a step belongs on paper: it applies or is the office's own, and is needed."""
    return (step.own or step.applies is Answer.YES) and step.state is not StepState.NOT_NEEDED


def checklist(view: PlanView) -> tuple[ChecklistEntry, ...]:
    """The family's tasks in the order of the plan, under the titles of their phases."""
    groups = _groups(view)
    return tuple(
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
            for_whom=step.person_name,
            done=step.state is StepState.DONE,
        )
        for step in view.steps
        if printable(step)
    )


def timeline(
    view: PlanView, created: date, helpers: Mapping[int, str] | None = None
) -> tuple[TimelineEntry, ...]:
    """The milestones still ahead; what was done before `created` is history, not a plan.

    `helpers` names who takes care of a step (by its id) where that is known by name.
    """
    known = helpers or {}
    return tuple(
        TimelineEntry(
            title=step.title,
            due=step.due,
            explanation=step.explanation,
            kind=_kind(step),
            basis=step.basis,
            roles=step.roles,
            helper=known.get(step.id, ""),
            for_whom=step.person_name,
            done=step.state is StepState.DONE,
        )
        for step in view.steps
        if printable(step)
        and not (step.state is StepState.DONE and (step.due is None or step.due.last < created))
    )


def _groups(view: PlanView) -> dict[str, str]:
    return {phase.key: phase.title for phase in view.phases}


def _kind(step: StepView) -> DateKind:
    """Advice that falls on its anchor's own day happens on that day: no "bis" before it."""
    if step.kind is DateKind.ADVICE and step.offset == ON_THE_DAY and not step.pinned:
        return DateKind.HINT
    return step.kind
