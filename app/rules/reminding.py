"""Of which steps somebody is reminded on a day, and until when a reminder may be put off.

A due date is never moved here: whoever puts a reminder off is late on the same day as before.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from app.rules.calendar import previous_working_day
from app.rules.standing import LEGAL, Lateness, Tracked, lateness

AHEAD = 7
"""Days after today that are looked at."""


class Turn(Enum):
    """When a step's turn comes, as seen from a day."""

    LATE = "late"
    TODAY = "today"
    AHEAD = "ahead"
    SNOOZED = "snoozed"


def is_snoozable(step: Tracked) -> bool:
    """Whether a reminder can be put off: only of what is open and has a date."""
    return step.is_open and step.due is not None


def latest(step: Tracked, today: date) -> date | None:
    """The last day until which a reminder may be put off: that of a date the law sets, as long as
    it is not past. None where there is no such day."""
    if step.kind not in LEGAL or step.due is None or step.due.last < today:
        return None
    return step.due.last


def is_quiet(step: Tracked, until: date | None, today: date) -> bool:
    """Whether nobody is reminded of a step today. What was put off beyond a date of the law,
    because that date came nearer since, is not: it may not be missed for it."""
    if until is None or until <= today or not is_snoozable(step):
        return False
    last = latest(step, today)
    return last is None or until <= last


def turn(step: Tracked, until: date | None, today: date) -> Turn | None:
    """The turn of a step, None where it has none these days: done, without a date, later, or a
    past date that nobody can be late with. Of a date known by month, its last day counts. A date
    of the law that ends on a weekend or holiday, because it does not move (§ 16 BEEG, § 29 FeV),
    has its turn from the last working day before."""
    if not is_snoozable(step) or step.due is None:
        return None
    if is_quiet(step, until, today):
        return Turn.SNOOZED
    if lateness(step, today) is not Lateness.NOT_LATE:
        return Turn.LATE
    last = step.due.last
    if not today <= last <= today + timedelta(days=AHEAD):
        return None
    pressing = previous_working_day(last) if step.kind in LEGAL else last
    return Turn.TODAY if pressing <= today else Turn.AHEAD
