"""What a text says, rule by rule, before the rules are put together to a week."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.rules.reading_hours.parts import BASE, SCHOOL, WEEK, DayChoice, Gap, Season, Times
from app.rules.reading_hours.proposal import Span
from app.rules.reading_hours.words import HOLIDAY

EVERY_DAY = tuple(DayChoice(day) for day in WEEK)
WORKING = EVERY_DAY[:5]
CLOSING = (DayChoice(HOLIDAY), DayChoice(SCHOOL))
NO_HOURS = "Uhrzeit nicht angegeben"
NO_END = "Ende nicht angegeben"
FORTNIGHTLY = "alle zwei Wochen"


@dataclass
class Said:
    """One rule of the text: when, which days (None where it names none), and how they stand."""

    span: Span
    season: Season = BASE
    days: tuple[DayChoice, ...] | None = None
    times: list[Times] = field(default_factory=list)
    is_closed: bool = False
    is_extra: bool = False
    gap: Gap = Gap.NONE
    is_headed: bool = False
    """Whether words that are not understood stand before it: perhaps it is of something else."""


@dataclass
class Whole:
    """All rules of a text, and what holds at all other times."""

    rules: list[Said] = field(default_factory=list)
    otherwise: str = ""
    closed_as: str | None = None
