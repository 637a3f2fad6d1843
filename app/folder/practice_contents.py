"""The way to a practice of one's own as it is printed for a family, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.calendar import Day


@dataclass(frozen=True)
class PrintedWayStep:
    """A step, `short` and `office` in the language of the sheet; `done_on` where it is done."""

    short: str
    office: str
    due: Day | None = None
    done_on: date | None = None
    is_done: bool = False


@dataclass(frozen=True)
class PrintedPractice:
    """A practice worth a look. `state` is the code of its planning area, blank where that is not
    known, `area_as_of` its stand; `seats` is written out ("1,5"), blank unknown. Title, specialty
    and note are the giver's own words and German."""

    title: str
    specialty: str = ""
    place: str = ""
    seats: str = ""
    from_day: date | None = None
    to_day: date | None = None
    state: str = ""
    has_areas: bool = True
    area_as_of: date | None = None
    contact: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    public_note: str = ""
    as_of: date | None = None
    is_known: bool = False


@dataclass(frozen=True)
class PrintedWay:
    """The way of one person. `session` and `papers_by`: the meeting of the committee that is
    reached; `body` its name; `by_committee` is false where no committee decides."""

    name: str
    opening: Day | None
    steps: tuple[PrintedWayStep, ...]
    by_committee: bool = True
    body: str = ""
    session: date | None = None
    papers_by: date | None = None
    handed_in: bool = False
    practices: tuple[PrintedPractice, ...] = ()
