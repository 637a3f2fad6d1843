"""What Lower Saxony's law on day care says of hours and fees. Stand: November 2026."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.rules.calendar import PartialDate, period_from_start_of_day
from app.rules.childhood import SCHOOL_YEAR_BEGINS, school_entry

STAND = date(2026, 11, 1)
"""The month the paragraphs were read in."""
FREE_MINUTES = 480
"""Minutes a day without a fee, the edges of the day included (§ 22 Abs. 2 NKiTaG)."""
SHOULD_MINUTES = 600
"""Minutes a day a child should not exceed (§ 20 Abs. 3 NKiTaG, a Soll)."""
_FREE_AGE_MONTHS = 36


@dataclass(frozen=True)
class DayAtKita:
    """A day at a kita: minutes from coming to going."""

    on: date
    minutes: int


def free_from(birth: date) -> date:
    """The first day of the month from which kita costs no fee: that in which the child completes
    its third year of life.

    § 22 Abs. 2 NKiTaG; § 187 Abs. 2 Satz 2, § 188 Abs. 2 BGB: who is born on 1 March completes it
    with the end of the last day of February, so February counts.
    """
    return period_from_start_of_day(birth, months=_FREE_AGE_MONTHS).replace(day=1)


def is_free(birth: PartialDate, on: date) -> bool | None:
    """Whether a day lies in the months without a fee, None where the birth is not known well
    enough. They end with the start of school (§ 64 NSchG, 1 August of its year)."""
    answers = {
        free_from(day) <= on < date(school_entry(day), *SCHOOL_YEAR_BEGINS)
        for day in (birth.first, birth.last)
    }
    return answers.pop() if len(answers) == 1 else None


def priced_minutes(birth: PartialDate | None, days: Iterable[DayAtKita]) -> int | None:
    """Minutes at a kita that cost a fee: above eight hours a day in the months without a fee, else
    all. None where the birth is not known well enough."""
    priced = 0
    for day in days:
        free = is_free(birth, day.on) if birth is not None else None
        if free is None:
            return None
        priced += max(0, day.minutes - FREE_MINUTES) if free else day.minutes
    return priced


def too_long(days: Iterable[DayAtKita]) -> tuple[DayAtKita, ...]:
    """The days above ten hours."""
    return tuple(day for day in days if day.minutes > SHOULD_MINUTES)
