"""How old a person's check of a directory entry is, and when somebody has to look again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType


class CheckAge(Enum):
    """How far a check still carries; SOON: due within `SOON_DAYS`, STALE: due."""

    FRESH = "fresh"
    SOON = "soon"
    STALE = "stale"
    NEVER = "never"


YEARLY = 365
"""Days a check carries where nothing says otherwise: addresses and names change rarely."""

DAYS: Mapping[str, int] = MappingProxyType(
    {
        # places, waiting lists and hours turn with the year of the kita and of the school
        "kita": 180,
        "childminding": 180,
        "all_day_care": 180,
        # a home that is free today is let next month
        "housing": 180,
    }
)
"""Days a check carries by the code of `Category`; others: `YEARLY`."""

SOON_DAYS = 30
"""From so many days before it is due, a check is called soon due."""


def days(category: str) -> int:
    """For how many days a check of this category (a code) carries."""
    return DAYS.get(category, YEARLY)


def due_on(checked_on: date, category: str) -> date:
    """The day on which the next check is due."""
    return checked_on + timedelta(days=days(category))


def age(checked_on: date | None, category: str, today: date) -> CheckAge:
    """How far the last check carries today."""
    if checked_on is None:
        return CheckAge.NEVER
    due = due_on(checked_on, category)
    if due <= today:
        return CheckAge.STALE
    return CheckAge.SOON if due - timedelta(days=SOON_DAYS) <= today else CheckAge.FRESH


def last_days(today: date) -> tuple[Mapping[str, date], date]:
    """The last day of a check that is due today, by category, and for all other categories: what
    was checked on it or before is `STALE`. For questions to a database."""
    special = {category: today - timedelta(days=span) for category, span in DAYS.items()}
    return MappingProxyType(special), today - timedelta(days=YEARLY)
