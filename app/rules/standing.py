"""How far along a plan is, what is next and what is late: computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.rules.calendar import Day
from app.rules.terms import Answer, DateKind, StepState


class Lateness(Enum):
    """LATE breaks a law's date, OVERDUE a date of the office or an authority's practice."""

    NOT_LATE = "not_late"
    OVERDUE = "overdue"
    LATE = "late"


# What missing a date of each kind means.
_PAST = {
    DateKind.DUTY: Lateness.LATE,
    DateKind.CLAIM_ENDS: Lateness.LATE,
    DateKind.VALIDITY_ENDS: Lateness.LATE,
    DateKind.OFFICE_RULE: Lateness.OVERDUE,
    DateKind.ADVICE: Lateness.OVERDUE,
}
PRESSING = frozenset(_PAST)
"""Kinds somebody can be late with; the others bind the authority, open a chance, or only tell."""
LEGAL = frozenset(kind for kind, past in _PAST.items() if past is Lateness.LATE)
"""Those of them that the law sets."""


@dataclass(frozen=True)
class Tracked:
    """A step as far as standing sees one. The office's own steps apply: Answer.YES."""

    id: int
    state: StepState
    applies: Answer
    kind: DateKind
    due: Day | None

    @property
    def is_open(self) -> bool:
        """Still to do: applies and neither done nor set aside. A hint is nothing to do."""
        return (
            self.state is StepState.OPEN
            and self.applies is Answer.YES
            and self.kind is not DateKind.HINT
        )

    @property
    def counts(self) -> bool:
        """Part of the whole: what is open, and what was done even where it applies no more."""
        return self.is_open or (self.state is StepState.DONE and self.kind is not DateKind.HINT)


@dataclass(frozen=True)
class Standing:
    """Steps done of all that count, ids of late, overdue and next steps.

    `due_today`, `due_this_week` count open steps of today and until this week's Sunday, today
    included; `unclear` those open whose condition nobody can answer yet.
    """

    done: int
    total: int
    late: tuple[int, ...]
    overdue: tuple[int, ...]
    due_today: int
    due_this_week: int
    unclear: int
    next_step: int | None

    @property
    def is_finished(self) -> bool:
        """Everything done; an empty plan is finished too."""
        return self.done == self.total


def lateness(step: Tracked, today: date) -> Lateness:
    """Late only while open, and only when the last day the due date may mean is over."""
    if not step.is_open or step.due is None or step.due.last >= today:
        return Lateness.NOT_LATE
    return _PAST.get(step.kind, Lateness.NOT_LATE)


def next_step(steps: Iterable[Tracked]) -> Tracked | None:
    """The open step due first, in the given order where days are equal; one without a date only
    where none has one."""
    return min(
        (step for step in steps if step.is_open),
        key=lambda step: step.due.last if step.due else date.max,
        default=None,
    )


def standing(steps: Sequence[Tracked], today: date) -> Standing:
    """All of it for one plan."""
    sunday = today + timedelta(days=6 - today.weekday())
    lates = [(step.id, lateness(step, today)) for step in steps]
    days = [step.due.on for step in steps if step.is_open and step.due and _is_exact(step.due)]
    following = next_step(steps)
    return Standing(
        done=sum(step.counts and step.state is StepState.DONE for step in steps),
        total=sum(step.counts for step in steps),
        late=tuple(key for key, late in lates if late is Lateness.LATE),
        overdue=tuple(key for key, late in lates if late is Lateness.OVERDUE),
        due_today=sum(day == today for day in days),
        due_this_week=sum(today <= day <= sunday for day in days),
        unclear=sum(
            step.state is StepState.OPEN and step.applies is Answer.UNCLEAR for step in steps
        ),
        next_step=following.id if following else None,
    )


def _is_exact(day: Day) -> bool:
    return day.first == day.last
