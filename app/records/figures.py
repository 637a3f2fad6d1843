"""The figures of a period as they cross the boundary: counted by definitions, safe to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from app.done import Done


class Unit(Enum):
    """What a number counts."""

    PEOPLE = "people"
    CASES = "cases"
    CONSULTATIONS = "consultations"
    EMPLOYERS = "employers"
    DAYS = "days"
    NEEDS = "needs"


class FigureKey(Enum):
    """One question the figures answer; its lines are numbers by one mark.

    The codes of the lines: HOUSEHOLDS `first`, `again`; PEOPLE has a total alone; CONSULTATIONS
    `first`, `follow_up`; TOPICS `ContactTopic`; CHANNELS `Channel`; ORIGINS and ARRIVALS `Origin`;
    COUNTRIES ISO 3166-1 alpha-2, `other_eu`, `other_third`; INQUIRIES `germany`, `abroad`;
    PROFESSIONS values of `FactKey.PROFESSION`; GENDERS `f`, `m`, `d`; AGES `0-5` … `65`;
    EMPLOYERS `contacted`, `families`; STAGE_DAYS `Stage`; FOUND and UNMET `NeedKind`;
    UNMET_REASONS `UnmetReason`; UNMET_OUTCOMES `NeedOutcome`; STILL_HERE `here_6`, `left_6`,
    `unknown_6`, and so for 12 and 24 months.
    """

    HOUSEHOLDS = "households"
    PEOPLE = "people"
    CONSULTATIONS = "consultations"
    TOPICS = "topics"
    ORIGINS = "origins"
    COUNTRIES = "countries"
    INQUIRIES = "inquiries"
    PROFESSIONS = "professions"
    CHANNELS = "channels"
    GENDERS = "genders"
    AGES = "ages"
    EMPLOYERS = "employers"
    STAGE_DAYS = "stage_days"
    ARRIVALS = "arrivals"
    FOUND = "found"
    UNMET = "unmet"
    UNMET_REASONS = "unmet_reasons"
    UNMET_OUTCOMES = "unmet_outcomes"
    STILL_HERE = "still_here"


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both counted. `alone`: a calendar year told without regard
    to its quarters, which are told to nobody then; of no meaning for other periods."""

    first: date
    last: date
    alone: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it is a calendar year."""
        first = self.first
        return (first.month, first.day) == (1, 1) and self.last == date(first.year, 12, 31)

    @property
    def is_quarter(self) -> bool:
        """Whether it is a quarter of a calendar year."""
        first, after = self.first, self.last + timedelta(days=1)
        months = 12 * (after.year - first.year) + after.month - first.month
        return (first.day, after.day, first.month % 3, months) == (1, 1, 1, 3)

    @property
    def is_joint(self) -> bool:
        """Whether what is told of it is safe beside the other years and quarters, too."""
        return self.is_quarter or (self.is_year and not self.alone)


@dataclass(frozen=True)
class Definition:
    """How a number is counted, in words for the reader, in force since a day. `version` counts
    from 1."""

    key: FigureKey
    version: int
    since: date
    unit: Unit
    text: str


@dataclass(frozen=True)
class Spread:
    """Days, rounded to five: half of the cases took at most `median`; a quarter at most `lower`,
    three quarters at most `upper`, where there are ten cases or more."""

    median: int
    lower: int | None = None
    upper: int | None = None


@dataclass(frozen=True)
class FigureLine:
    """A number by one mark. `code`: what it is by, worded by who shows it; `name`: words where it
    has no code. `count`, `before`: None where they must not be told. `of`: out of how many, where
    the line is a share (STILL_HERE); `days`: how long it took, where that is asked (STAGE_DAYS,
    `count` of cases), None where fewer than five cases tell it."""

    code: str
    count: int | None
    before: int | None = None
    name: str = ""
    of: int | None = None
    of_before: int | None = None
    days: Spread | None = None
    days_before: Spread | None = None


@dataclass(frozen=True)
class Former:
    """The earlier period as it was told then, by the definition in force on its last day.
    `lines` bear `count` alone."""

    definition: Definition
    lines: tuple[FigureLine, ...]
    total: int | None
    unknown: int | None = 0


@dataclass(frozen=True)
class FigureTable:
    """One question answered. `total` over all lines (counted once where `adds_up` is not so), None
    where it must not be told, of no meaning where `has_total` is not so; `unknown`: how many the
    records say nothing of; `compares`: whether `before` of the lines and `total_before` are those
    of the earlier period, counted by this definition; `former`: what was told of that period then,
    where another definition was in force."""

    definition: Definition
    lines: tuple[FigureLine, ...]
    total: int | None
    unknown: int | None = 0
    compares: bool = False
    total_before: int | None = None
    unknown_before: int | None = 0
    former: Former | None = None
    has_total: bool = True
    adds_up: bool = True

    def line(self, code: str) -> FigureLine | None:
        """The line of a code, None where there is none."""
        return next((each for each in self.lines if each.code == code), None)


class FigureLeft(Enum):
    """What could not be counted. WAYS_IN: cases of the period that say in free words how they came;
    BODIES: contacts with bodies, which are no consultations; UNDATED: needs met on no known day.
    """

    WAYS_IN = "ways_in"
    BODIES = "bodies"
    UNDATED = "undated"


@dataclass(frozen=True)
class FigureReport:
    """All figures of a period, beside those of the same days a year before (None: nothing was
    recorded then). `tables` is empty where nothing is recorded of the period. `left_out`: what
    could not be counted, with how many (None: one to four)."""

    period: Period
    before: Period | None
    counted_on: date
    tables: tuple[FigureTable, ...]
    left_out: tuple[tuple[FigureLeft, int | None], ...] = ()
    example: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded of the period."""
        return not self.tables

    def table(self, key: FigureKey) -> FigureTable | None:
        """The answer to one question, None where there is none."""
        return next((each for each in self.tables if each.definition.key is key), None)


@dataclass(frozen=True)
class FiguresSaved:
    """A file as written; `done` is None where nothing could be noted in the data file."""

    path: Path
    done: Done | None = None
