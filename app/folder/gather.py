"""From the plan of a household to what is printed of it: only what applies, never a note.

Whether a step applies may be unclear; that is for the clerk to ask and never printed as a task.
Steps the office wrote itself are printed. Steps that are not needed are not, nor are those that
no source proves and nobody vouched for. What somebody did vouch for is printed as advice: a
paragraph that was not read is not quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.folder.contents import ChecklistEntry, Document, LastSlot, TimelineEntry
from app.folder.shared import Share, merged, papers, remarks, told, whose
from app.records.plan import PlanView, StepView
from app.rules.goers import Doubt
from app.rules.openings import Outcome
from app.rules.standing import PRESSING
from app.rules.terms import Answer, DateKind, Role, StepState

ON_THE_DAY = "P0D"


# Late, they cost something or annoy somebody; unproven or without a paragraph they are advice.
_CAN_BE_LATE = PRESSING - {DateKind.ADVICE}


def printable(step: StepView) -> bool:
    """Whether a step belongs on paper: it concerns the family, and a source or a person stands
    for it."""
    return _concerns(step) and not step.unproven


def left_out(view: PlanView) -> tuple[str, ...]:
    """The titles of the steps that stay off the paper only because nobody vouched for them yet,
    each once."""
    titles = (step.title for step in view.steps if _concerns(step) and step.unproven)
    return tuple(dict.fromkeys(titles))


def quoted(step: StepView) -> str:
    """The paragraph as it may be printed: none for what was vouched for but not read."""
    return "" if step.confirmed_on else step.basis


def helpers(view: PlanView) -> dict[int, str]:
    """Who takes care of a step (by its id), where the leading role has a person for this step
    alone. Who fills a role of the whole case stands among the people of the folder."""
    return {
        step.id: holder.draft.name
        for step in view.steps
        for holder in step.holders
        if holder.step == step.id and holder.role in step.roles[:1]
    }


def checklist(view: PlanView) -> tuple[ChecklistEntry, ...]:
    """The family's tasks in the order of the plan, under the titles of their phases.

    A task that several members have on the same day is one row that names them all.
    """
    groups = _groups(view)
    alike = merged(
        (
            ChecklistEntry(
                title=step.title,
                short=step.short,
                group=groups.get(step.phase, ""),
                explanation=step.explanation,
                due=step.due,
                promptly=step.promptly,
                kind=_kind(step),
                basis=quoted(step),
                office=_where(step),
                done=step.state is StepState.DONE,
                last_open=_last_open(step),
                language=step.language,
                template=step.template,
                phase=step.phase,
                provider=step.provider.provider if step.provider else None,
            ),
            Share(
                step.person_name,
                step.notes,
                tuple(
                    Document(d.title, d.present_on, language=d.language, german=d.german)
                    for d in step.documents
                ),
            ),
        )
        for step in view.steps
        if printable(step)
    )
    return tuple(
        replace(
            entry,
            explanation=told(entry.explanation, shares),
            remarks=remarks(shares),
            documents=papers(shares),
            for_whom=whose(shares),
        )
        for entry, shares in alike
    )


def timeline(
    view: PlanView, created: date, helpers: Mapping[int, str] | None = None
) -> tuple[TimelineEntry, ...]:
    """The milestones still ahead, and those the family itself is late with.

    What was done before `created` is history, and what others are late with is their matter.
    `helpers` names who takes care of a step (by its id) where that is known by name.
    """
    known = helpers or {}
    alike = merged(
        (
            TimelineEntry(
                title=step.title,
                due=step.due,
                explanation=step.explanation,
                kind=_on_timeline(step),
                basis=quoted(step),
                roles=step.roles,
                helper=known.get(step.id, ""),
                done=step.state is StepState.DONE,
                language=step.language,
                template=step.template,
            ),
            Share(step.person_name, step.notes),
        )
        for step in view.steps
        if printable(step) and _is_ahead(step, created)
    )
    return tuple(
        replace(
            entry,
            explanation=told(entry.explanation, shares),
            remarks=remarks(shares),
            for_whom=whose(shares),
        )
        for entry, shares in alike
    )


def _is_ahead(step: StepView, created: date) -> bool:
    if step.due is not None and step.due.last >= created:
        return True
    late = step.due is not None
    return step.state is StepState.OPEN and (not late or Role.PERSON in step.roles)


def _groups(view: PlanView) -> dict[str, str]:
    return {phase.key: phase.title for phase in view.phases}


def _concerns(step: StepView) -> bool:
    """It applies or is the office's own, and is needed."""
    return (step.own or step.applies is Answer.YES) and step.state is not StepState.NOT_NEEDED


def _where(step: StepView) -> str:
    """The office by the name it has in the directory, else the body in charge of the home, else
    the template's words."""
    return (step.provider.name if step.provider else "") or step.body or step.office


def _last_open(step: StepView) -> LastSlot | None:
    """The last slot that may be counted on; what is not sure is not printed."""
    last = step.last_opening
    if last is not None and last.outcome is Outcome.ON_DUTY and last.office is not None:
        return LastSlot(last.office.on, last.office.start, last.office.end, on_duty=True)
    if last is None or last.outcome is not Outcome.FOUND or last.on is None:
        return None
    return LastSlot(
        last.on,
        last.start,
        last.end,
        beside_duty=last.office is not None,
        roster_ends=last.doubt is Doubt.ROSTER_ENDS,
    )


def _kind(step: StepView) -> DateKind:
    """What was vouched for but not read is advice, whatever date it says."""
    if step.confirmed_on and step.kind in _CAN_BE_LATE:
        return DateKind.ADVICE
    return step.kind


def _on_timeline(step: StepView) -> DateKind:
    """A milestone without a paragraph is advice. Advice that falls on its anchor's own day
    happens on that day: no "bis" before it."""
    kind = _kind(step)
    if kind in _CAN_BE_LATE and not step.basis.strip():
        kind = DateKind.ADVICE
    if kind is DateKind.ADVICE and step.offset == ON_THE_DAY and not step.pinned:
        return DateKind.HINT
    return kind
