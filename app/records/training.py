"""Further training as it crosses the boundary: offers, who goes, what fits whom and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.course_matching import Against, Speaks


class CourseKind(Enum):
    """What an offer leads to."""

    LANGUAGE = "language"
    PROFESSION_LANGUAGE = "profession_language"
    ADAPTATION = "adaptation"
    SPECIALISATION = "specialisation"
    MANAGEMENT = "management"
    DEGREE = "degree"
    APPRENTICESHIP = "apprenticeship"
    SCHOOL = "school"
    OTHER = "other"


class BookingState(Enum):
    """Where somebody stands with a course."""

    PROPOSED = "proposed"
    WANTED = "wanted"
    REGISTERED = "registered"
    ATTENDING = "attending"
    FINISHED = "finished"
    DECLINED = "declined"
    LEFT = "left"


TAKES_A_PLACE = frozenset({BookingState.REGISTERED, BookingState.ATTENDING})
"""States in which somebody has one of the places of a course."""


@dataclass(frozen=True)
class CourseDraft:
    """An offer. `provider`: the id of who gives it. `professions`: codes of the fact, empty for
    all; `german`, `reaches`: levels of the CEFR in small letters, blank for none. It runs from
    `first` to `last`, one may register until `register_by`, and the entry holds until `valid_to`.
    `cents`: what it costs, 0 for nothing, None unknown; `as_of`: when `source` said so."""

    provider: int
    kind: CourseKind
    title: str
    professions: frozenset[str] = frozenset()
    german: str = ""
    reaches: str = ""
    first: date | None = None
    last: date | None = None
    register_by: date | None = None
    hours_osm: str = ""
    places: int | None = None
    cents: int | None = None
    funding: str = ""
    website: str = ""
    public_note: str = ""
    source: str = ""
    as_of: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class CourseView:
    """An offer as listed; `taken`: how many of the office's families have a place in it."""

    id: int
    draft: CourseDraft
    provider_name: str
    town: str
    taken: int = 0
    archived_on: date | None = None


@dataclass(frozen=True)
class BookingView:
    """Somebody and a course."""

    id: int
    case: int
    person: int
    person_name: str
    course: CourseView
    state: BookingState
    noted_on: date
    because: str = ""


@dataclass(frozen=True)
class CourseMatch:
    """How a course fits a member of a household: what speaks for it, what against. It fits where
    nothing speaks against it."""

    course: CourseView
    person: int
    person_name: str
    speaks: tuple[Speaks, ...]
    against: tuple[Against, ...]

    @property
    def fits(self) -> bool:
        return not self.against


@dataclass(frozen=True)
class TrainingBoard:
    """What a case is offered and has chosen; matches best first."""

    bookings: tuple[BookingView, ...]
    matches: tuple[CourseMatch, ...]
