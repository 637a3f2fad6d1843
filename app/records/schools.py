"""Schools as parents choose them, and where a child stands with kita and school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.care import CareState
from app.records.school_profiles import ProfileDraft as ProfileDraft
from app.rules.cover import CareKind
from app.rules.home_matching import WayThere
from app.rules.school_matching import Match
from app.rules.terms import Answer


class SchoolState(Enum):
    """Where a child stands with a school, the furthest but refusals last."""

    CONSIDERED = "considered"
    CONTACTED = "contacted"
    VISITED = "visited"
    REGISTERED = "registered"
    ACCEPTED = "accepted"
    ATTENDING = "attending"
    REFUSED = "refused"
    DECLINED = "declined"


OVER = frozenset({SchoolState.REFUSED, SchoolState.DECLINED})
"""It came to nothing: why must be said."""
SURE = frozenset({SchoolState.ACCEPTED, SchoolState.ATTENDING})
"""The child has a place."""


class SchoolRefusal(Enum):
    """Why it came to nothing."""

    NONE = ""
    NO_PLACE = "no_place"
    DISTRICT = "district"
    NO_ALL_DAY = "no_all_day"
    NO_GERMAN = "no_german"
    TOO_FAR = "too_far"
    OTHER_SCHOOL = "other_school"
    OTHER = "other"


@dataclass(frozen=True)
class SchoolChoiceDraft:
    """Where a child stands with a school: from when it goes there, when somebody acts next."""

    state: SchoolState
    starts_on: date | None = None
    next_on: date | None = None
    reason: SchoolRefusal = SchoolRefusal.NONE
    because: str = ""


class WaysFrom(Enum):
    """Where ways to schools begin: the home, the one the family has been promised, the only place
    where it looks for one."""

    HOME = "home"
    PROMISED = "promised"
    WISH = "wish"


@dataclass(frozen=True)
class SchoolView:
    """A school of the directory; `profile` None where nobody entered one. `km` as the crow flies
    and the `way` by car from where the ways of the board begin, None not known; `hours` of lessons
    as an OSM opening_hours value, of an all-day offer beside a school (`is_all_day`) its own."""

    provider: int
    name: str
    town: str
    profile: ProfileDraft | None = None
    km: float | None = None
    hours: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    way: WayThere | None = None
    is_all_day: bool = False

    @property
    def whole_day(self) -> str:
        """Lessons and all-day hours as one OSM value: the latter as an additional rule."""
        all_day = self.profile.all_day_osm.strip() if self.profile else ""
        return ", ".join(part for part in (self.hours.strip().rstrip(";"), all_day) if part)


@dataclass(frozen=True)
class SchoolCover:
    """Minutes a week of the parents' duties that nobody is there for, on average of four weeks:
    with what is booked already, with the lessons too, with the all-day hours too. None where the
    hours are not known."""

    before: int
    lessons: int | None = None
    all_day: int | None = None


@dataclass(frozen=True)
class SchoolChoice:
    """What is noted; `match` and `cover` as of a school that may come into question, None where it
    stands in the directory no more."""

    id: int
    person: int
    school: SchoolView
    draft: SchoolChoiceDraft
    noted_on: date
    match: Match | None = None
    cover: SchoolCover | None = None


@dataclass(frozen=True)
class CareStanding:
    """What is decided in the care board (Betreuung), kitas, schools and all-day offers alike; `km`
    and `way` as of a `SchoolView`; `school`: what is known of it where it is one; `hours` it is
    open now as an OSM opening_hours value, `public_note` for families."""

    provider: int
    name: str
    kind: CareKind
    state: CareState
    since: date | None = None
    town: str = ""
    phone: str = ""
    website: str = ""
    km: float | None = None
    way: WayThere | None = None
    school: SchoolView | None = None
    hours: str = ""
    public_note: str = ""


@dataclass(frozen=True)
class SchoolTask:
    """A step of the plan about kita or school, and its day."""

    step: int
    title: str
    due: date | None
    is_done: bool


@dataclass(frozen=True)
class SchoolMatch:
    """A school for a child: every criterion, and what its hours would cover."""

    school: SchoolView
    match: Match
    cover: SchoolCover | None = None


@dataclass(frozen=True)
class ChildSchools:
    """A child with all that is decided and what may come into question, best first.
    `school_class` on the day the family needs it (`on`), None not known or not at school;
    `enters`: its first day at school where that is still ahead; `all_day_right`: whether it has
    the right of § 24 Abs. 4 SGB VIII on that day."""

    person: int
    name: str
    age: int | None
    on: date
    school_class: int | None
    at_school: bool | None
    enters: date | None
    all_day_right: Answer
    tasks: tuple[SchoolTask, ...]
    cared: tuple[CareStanding, ...]
    choices: tuple[SchoolChoice, ...]
    matches: tuple[SchoolMatch, ...]

    @property
    def promised(self) -> frozenset[int]:
        """The providers whose place is promised in the care board."""
        return frozenset(each.provider for each in self.cared if each.state is CareState.PROMISED)

    @property
    def has_school(self) -> bool:
        """Whether it has a place at a school, by a choice or in the care board; an all-day offer
        beside the school is none."""
        chosen = (each for each in self.choices if not each.school.is_all_day)
        return any(each.draft.state in SURE for each in chosen) or any(
            each.kind is CareKind.SCHOOL and each.state is CareState.PROMISED for each in self.cared
        )


@dataclass(frozen=True)
class SchoolBoard:
    """Kita and school of a household, a row for each child. `home`: whether the municipality of
    the home, or of where it looks for one, is known. Ways begin in the town `start`, of which
    `starts` says what it is; None where several or no place may be it."""

    case: int
    children: tuple[ChildSchools, ...]
    home: bool
    starts: WaysFrom | None = None
    start: str = ""
