"""What a plan says beside its week, in a few lines to read."""

from __future__ import annotations

from collections.abc import Sequence

from app.rules.week_plan import HolidayRule, Slots, WeekPlan
from ui.providers.week import words
from ui.wording import DAYS


def beside_the_week(plan: WeekPlan) -> tuple[str, ...]:
    """Holidays, closing days, arrangement: what the picture of the week does not show."""
    told = []
    public, school = plan.public_holidays, plan.school_holidays
    if public.rule is HolidayRule.OWN:
        told.append(f"Feiertage: {words.written(public.days[0])}")
    elif public.rule is HolidayRule.CLOSED:
        told.append("Feiertage: geschlossen")
    if school.rule is HolidayRule.OWN:
        told.append(f"Schulferien: {days_in_short(school.days)}")
    elif school.rule is HolidayRule.CLOSED:
        told.append("Schulferien: geschlossen")
    if plan.closing_days:
        closed = "; ".join(map(words.closing, plan.closing_days))
        told.append(f"Geschlossen: {closed}")
    if plan.by_arrangement:
        told.append("Sonst nach Vereinbarung")
    return tuple(told)


def days_in_short(days: Sequence[Slots]) -> str:
    """Mo–Do 8–14 · Fr 8–12; equal days beside each other together."""
    told: list[tuple[int, int, Slots]] = []
    for day, slots in enumerate(days):
        if told and told[-1][2] == slots:
            told[-1] = (told[-1][0], day, slots)
        else:
            told.append((day, day, slots))
    return " · ".join(
        f"{_run(first, last)} {words.written(slots)}" for first, last, slots in told if slots
    )


def _run(first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return "täglich"
    if first == last:
        return DAYS[first]
    return f"{DAYS[first]}{'–' if last - first > 1 else ', '}{DAYS[last]}"
