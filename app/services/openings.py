"""When a step can be done at its office for the last time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.records.plan import OfficeView
from app.rules.calendar import Day, Precision
from app.rules.goers import Goers
from app.rules.in_force import in_force
from app.rules.openings import LastOpening, Outcome, last_opening
from app.rules.planning import PlannedStep
from app.rules.schedule import Offset
from app.rules.standing import PRESSING, Tracked
from app.rules.terms import Answer, StepState


def last_opening_of(
    tracked: Tracked,
    provider: OfficeView | None,
    planned: PlannedStep | None,
    offset: Offset,
    today: date,
    who_goes: Callable[[], Goers | None] = lambda: None,
) -> LastOpening | None:
    """The last opening of its office for a step that is open and binds the family to a day ahead;
    None for any other, and without an entry of the directory. A period that runs forwards begins
    with the day it is counted from: the flat is not registered before it is moved into.
    `who_goes` is asked only where there is one."""
    due = tracked.due
    is_open = tracked.state is StepState.OPEN and tracked.applies is not Answer.NO
    if provider is None or due is None or not is_open or tracked.kind not in PRESSING:
        return None
    if due.precision is Precision.MONTH or due.on < today:
        return None
    return last_opening(in_force(provider), due, today, _begins(due, planned, offset), who_goes())


def missed(last: LastOpening | None) -> tuple[date | None, bool]:
    """What `app.rules.collisions.Placed` knows of an office: the last day on which somebody can go
    there, where that is not the deadline's own; whether duties are the reason."""
    if last is None or last.on == last.deadline.on:
        return None, False
    if last.outcome is Outcome.ON_DUTY:
        return None, True
    if last.outcome is not Outcome.FOUND:
        return None, False
    return last.on, last.office is not None and last.office.on == last.deadline.on


def _begins(due: Day, planned: PlannedStep | None, offset: Offset) -> date | None:
    """The first day of the period; None where it has none, and where a date fixed by hand lies
    before it."""
    from_day = planned.reckoning.from_day if planned else None
    runs = offset.months > 0 or offset.days > 0 or offset.working_days > 0
    if from_day is None or not runs or from_day.first > due.on:
        return None
    return from_day.first
