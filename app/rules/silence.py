"""How long a family may hear nothing before it is asked how it is: weeks for each stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.rules.terms import Stage

WEEKS: Mapping[Stage, int] = MappingProxyType(
    {
        Stage.INTEREST: 2,
        Stage.VISIT: 1,
        Stage.CONTRACT: 3,
        Stage.PREBOARDING: 3,
        Stage.ARRIVAL: 1,
        Stage.INDUCTION: 3,
        Stage.PROBATION: 6,
        Stage.STAYING: 13,
    }
)
"""Where the office has set nothing else."""
SETTING = "silence_weeks"
"""The key of the weeks the office has set."""
MOST = 104
"""Two years: more is never meant."""


def weeks_since(last: date, today: date) -> int:
    """Whole weeks, 0 where the day is to come."""
    return max((today - last).days, 0) // 7


def is_silent(last: date, stage: Stage, today: date, weeks: Mapping[Stage, int]) -> bool:
    """Whether a case in this stage was left without contact for as long as it may be, or longer."""
    return weeks_since(last, today) >= weeks[stage]


def to_text(weeks: Mapping[Stage, int]) -> str:
    """As a setting keeps them: `interest=2 visit=1 …`."""
    return " ".join(f"{stage.value}={weeks[stage]}" for stage in Stage)


def from_text(text: str) -> dict[Stage, int]:
    """What a setting keeps; the usual weeks for stages it does not name, or not readably."""
    found = dict(WEEKS)
    known = {stage.value: stage for stage in Stage}
    for part in text.split():
        name, _, number = part.partition("=")
        if name in known and number.isdecimal() and 1 <= int(number) <= MOST:
            found[known[name]] = int(number)
    return found
