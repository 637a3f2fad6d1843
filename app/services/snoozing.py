"""Putting the reminder of a step off, and being reminded again; the due date stays."""

from __future__ import annotations

from datetime import date

from app.errors import Reason, Refused
from app.rules import reminding
from app.rules.standing import Tracked
from app.rules.terms import Answer, DateKind, StepState
from app.services import checks
from app.services.seen import due_of
from db.tables.step import Step


def tracked(step: Step) -> Tracked:
    """A step's row as the rules see it."""
    applies = Answer.YES if step.by_hand else Answer(step.applies)
    return Tracked(step.id, StepState(step.state), applies, DateKind(step.kind), due_of(step))


def snooze(step: Step, until: date, today: date) -> None:
    """Remind nobody before `until`, and count it. Raises `Refused`: NOT_SNOOZABLE for what is not
    open or has no date, NOT_A_DATE (`past`) for a day that is not after today,
    SNOOZED_PAST_DEADLINE for a day after a date that the law sets (`until`: the last one there
    is, absent where that is today)."""
    seen = tracked(step)
    if not reminding.is_snoozable(seen):
        raise Refused(Reason.NOT_SNOOZABLE, "until")
    checks.day(until, "until")
    if until <= today:
        raise Refused(Reason.NOT_A_DATE, "until", past=True)
    last = reminding.latest(seen, today)
    if last is not None and until > last:
        facts = {"until": last.isoformat()} if last > today else {}
        raise Refused(Reason.SNOOZED_PAST_DEADLINE, "until", **facts)
    step.snoozed_until = until
    step.snoozes += 1


def wake(step: Step) -> None:
    """Remind of a step again. Raises `Refused(NOTHING_TO_UNDO)` where it was not put off."""
    if step.snoozed_until is None:
        raise Refused(Reason.NOTHING_TO_UNDO, "until")
    step.snoozed_until = None
