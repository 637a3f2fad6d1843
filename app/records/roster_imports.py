"""A roster read from a file: what was understood, and what was not, by place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.rosters import Roster


class RosterLayout(Enum):
    """How a file writes duties: one row a duty, one column a day, weeks under each other, or as
    entries of a calendar."""

    LIST = "list"
    DAYS = "days"
    WEEKS = "weeks"
    CALENDAR = "calendar"


class RosterNoteCode(Enum):
    """What is said of a place in a roster; `is_taken` where it is counted all the same."""

    NOT_A_TIME = "not_a_time"
    NOT_A_DATE = "not_a_date"
    WRONG_WEEKDAY = "wrong_weekday"
    UNKNOWN_CODE = "unknown_code"
    TOO_LONG = "too_long"
    AT_ONCE = "at_once"
    DAY_TWICE = "day_twice"
    SOMEBODY_ELSE = "somebody_else"
    ALL_DAY = "all_day"
    CANCELLED = "cancelled"
    NOT_A_RULE = "not_a_rule"
    NOT_AN_EVENT = "not_an_event"
    BEYOND_CALENDAR = "beyond_calendar"
    FAR_OFF = "far_off"
    OTHER_LAYOUT = "other_layout"
    MONTH_MISSING = "month_missing"
    NOTHING_FOUND = "nothing_found"
    OTHER_NAME = "other_name"
    UNKNOWN_ZONE = "unknown_zone"
    HOLIDAYS_UNKNOWN = "holidays_unknown"
    REPEATS_ON = "repeats_on"

    @property
    def is_taken(self) -> bool:
        """Whether what stands there counts, and is only to be looked at."""
        return self in _TAKEN


_TAKEN = frozenset(
    {
        RosterNoteCode.OTHER_NAME,
        RosterNoteCode.UNKNOWN_ZONE,
        RosterNoteCode.HOLIDAYS_UNKNOWN,
        RosterNoteCode.REPEATS_ON,
    }
)


@dataclass(frozen=True)
class Place:
    """Where something stands: the row (of a calendar the line) from 1, 0 for the file as a whole;
    the column as a spreadsheet letters it; the sheet, "" where the file has but one."""

    row: int = 0
    column: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class RosterNote:
    """What is said of a place. `text` is what stands there; `met` and `other` where the duty it
    runs into stands, and what stands there; `count` how many rows it is said of, the first at
    `place`."""

    code: RosterNoteCode
    place: Place
    text: str = ""
    other: str = ""
    met: Place | None = None
    count: int = 1


@dataclass(frozen=True)
class RosterReading:
    """What a file says of one person's duties. `roster` is None where nothing was found.

    `name` is who the file says it is about, "" where it does not say. `known_until`: the last day
    whose school holidays are published. `lost` are the days that lack a duty because it was not
    understood: the roster has them free.
    """

    roster: Roster | None
    notes: tuple[RosterNote, ...]
    layout: RosterLayout
    known_until: date
    name: str = ""
    lost: tuple[date, ...] = ()


@dataclass(frozen=True)
class RosterPreview:
    """What would be kept for a person; `called` is their name, `source` what it was read from,
    `replaces` the kept roster that this one takes the place of."""

    person: int
    called: str
    source: str
    reading: RosterReading
    replaces: int | None = None
