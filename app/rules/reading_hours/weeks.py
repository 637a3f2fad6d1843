"""The days of one part of the year as a text tells them."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.rules.reading_hours.parts import DayChoice, Season, Times
from app.rules.reading_hours.said import Said


@dataclass
class Week:
    """The days of one part of the year; an empty tuple of times is closed."""

    season: Season
    days: dict[DayChoice, tuple[Times, ...]] = field(default_factory=dict)
    told_by: dict[DayChoice, Said] = field(default_factory=dict)


def start_of(times: Times) -> int:
    """The minute some times begin; -1 where the text gives only their end."""
    return times.start if times.start is not None else -1
