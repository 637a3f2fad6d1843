"""Homes as they cross the boundary: wishes, offers, how they fit, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules.home_matching import Offer, Point, RentPart, Verdict, warm

SHOWN = 24
"""So many matches are read at first."""


class HomeKind(Enum):
    """What one lives in."""

    FLAT = "flat"
    HOUSE = "house"
    SHARED = "shared"
    ROOM = "room"
    DORMITORY = "dormitory"
    TEMPORARY = "temporary"


class Tenure(Enum):
    """On which terms."""

    RENT = "rent"
    BUY = "buy"


class Pets(Enum):
    """Whether animals may live there."""

    UNKNOWN = ""
    YES = "yes"
    ASK = "ask"
    NO = "no"


class InterestState(Enum):
    """Where a case stands with an offer."""

    PROPOSED = "proposed"
    ASKED = "asked"
    VIEWING = "viewing"
    VIEWED = "viewed"
    APPLIED = "applied"
    ACCEPTED = "accepted"
    REFUSED = "refused"  # by the landlord
    DECLINED = "declined"  # by the family


FAILED = frozenset({InterestState.REFUSED, InterestState.DECLINED})
"""A failed attempt, which is kept with its reason."""


class FailedBecause(Enum):
    """Why nothing came of it."""

    TOO_EXPENSIVE = "too_expensive"
    TOO_SMALL = "too_small"
    TOO_FAR = "too_far"
    CONDITION = "condition"
    OTHER_APPLICANT = "other_applicant"
    NO_PETS = "no_pets"
    NO_CHILDREN = "no_children"
    DISCRIMINATION = "discrimination"  # suspected, § 19 AGG
    SILENT = "silent"
    CREDIT_RECORD = "credit_record"
    GUARANTEE = "guarantee"
    INCOME = "income"
    CHOSE_OTHER = "chose_other"
    WITHDRAWN = "withdrawn"  # the offer is gone
    OTHER = "other"


@dataclass(frozen=True)
class WishDraft:
    """What a household looks for; empty for any. `municipalities`: official keys. Halves of a room,
    cents of a euro (a month, warm), minutes by car."""

    kinds: frozenset[HomeKind] = frozenset()
    tenures: frozenset[Tenure] = frozenset()
    municipalities: tuple[str, ...] = ()
    half_rooms: int | None = None
    square_metres: int | None = None
    rent_cents: int | None = None
    price_cents: int | None = None
    wanted_from: date | None = None
    latest_from: date | None = None
    accessible: bool = False
    pets: bool = False
    furnished: bool | None = None
    minutes_to_work: int | None = None
    public_note: str = ""
    note: str = ""


@dataclass(frozen=True)
class OfferDraft:
    """A home that is offered. `provider`: who offers it, None where the directory has them not.
    Cents of a euro a month; heating of 0 is in `extra_cents`. `valid_to`: until when this holds."""

    title: str
    kind: HomeKind = HomeKind.FLAT
    tenure: Tenure = Tenure.RENT
    provider: int | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    half_rooms: int | None = None
    square_metres: int | None = None
    floor: int | None = None
    cold_cents: int | None = None
    extra_cents: int | None = None
    heating_cents: int | None = None
    deposit_cents: int | None = None
    price_cents: int | None = None
    free_from: date | None = None
    free_until: date | None = None
    accessible: bool | None = None
    pets: Pets = Pets.UNKNOWN
    furnished: bool | None = None
    entitled_only: bool = False
    contact: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    public_note: str = ""
    note: str = ""
    valid_to: date | None = None


@dataclass(frozen=True)
class Caller:
    """Somebody to call: an office or a person in it."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    provider: int | None = None
    town: str = ""


class OfferHint(Enum):
    """What is odd about the days of an offer."""

    EXPIRED = "expired"  # does not hold any more
    OVER = "over"  # cannot be had any more
    FREE_AGAIN = "free_again"  # offered no more, and free later on


@dataclass(frozen=True)
class OfferView:
    """An offer as listed. `callers`: contact persons of who offers it; `source`: the list it came
    from, blank where it was typed; `taken_by`: the first case that has it."""

    id: int
    draft: OfferDraft
    entered_on: date
    municipality: str = ""
    provider_name: str = ""
    callers: tuple[Caller, ...] = ()
    source: str = ""
    archived_on: date | None = None
    archived_because: str = ""
    taken_by: int | None = None
    hints: tuple[OfferHint, ...] = ()

    @property
    def warm(self) -> tuple[int | None, tuple[RentPart, ...]]:
        """The rent that is known, in cents a month, and what of it is missing."""
        draft = self.draft
        return warm(
            Offer(
                self.id,
                cold_cents=draft.cold_cents,
                extra_cents=draft.extra_cents,
                heating_cents=draft.heating_cents,
            )
        )


@dataclass(frozen=True)
class HomeMatch:
    """How an offer fits, point by point. `minutes`: by car to work, None unknown."""

    offer: OfferView
    points: tuple[Point, ...]
    minutes: int | None = None

    @property
    def fails(self) -> int:
        """How many points speak against it."""
        return sum(each.verdict is Verdict.FAILS for each in self.points)

    @property
    def unknown(self) -> int:
        """How many points nobody knows."""
        return sum(each.verdict is Verdict.UNKNOWN for each in self.points)


@dataclass(frozen=True)
class InterestDraft:
    """Where a case stands with an offer. `viewing_at`: minutes of the day. `home_found`: note that
    the family has found a home; `take_out`: archive the offer as taken; both only for ACCEPTED."""

    state: InterestState
    viewing_on: date | None = None
    viewing_at: int | None = None
    reason: FailedBecause | None = None
    because: str = ""
    home_found: bool = False
    take_out: bool = False


class ViewingNote(Enum):
    """What is told of a viewing."""

    SAME_TIME = "same_time"
    CLOSE = "close"  # less than an hour after another
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    NO_TIME = "no_time"
    PAST = "past"  # still called agreed
    AHEAD = "ahead"  # called viewed, and is to come


@dataclass(frozen=True)
class InterestView:
    """A case and an offer. `notes` about its viewing; `waiting_days`: since it was asked for."""

    id: int
    case: int
    match: HomeMatch
    state: InterestState
    noted_on: date
    viewing_on: date | None = None
    viewing_at: int | None = None
    reason: FailedBecause | None = None
    because: str = ""
    notes: tuple[ViewingNote, ...] = ()
    waiting_days: int | None = None

    @property
    def offer(self) -> OfferView:
        return self.match.offer


@dataclass(frozen=True)
class HousingBoard:
    """A case and its homes. `wish` None where none is noted. `matches`: best first, without those
    of `interests`; `left_out`: how many more there are. `ask`: who else may have a home."""

    wish: WishDraft | None
    interests: tuple[InterestView, ...] = ()
    matches: tuple[HomeMatch, ...] = ()
    left_out: int = 0
    fitting: int = 0
    ask: tuple[Caller, ...] = ()
    without_work: bool = False
    members: tuple[DormitoryMember, ...] = ()

    @property
    def is_printable(self) -> bool:
        """Whether the family's list has a home or a place in a dormitory to show."""
        return (
            any(not each.fails for each in self.matches)
            or any(e.state not in FAILED and e.offer.archived_on is None for e in self.interests)
            or any(each.open_entries for each in self.members)
        )


class Audience(Enum):
    """For whom a dormitory is."""

    TRAINEES = "trainees"
    STUDENTS = "students"
    BOTH = "both"


class WaitingState(Enum):
    """Where somebody stands with a dormitory."""

    APPLIED = "applied"
    WAITING = "waiting"
    OFFERED = "offered"
    MOVED_IN = "moved_in"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


WAITS = (WaitingState.APPLIED, WaitingState.WAITING, WaitingState.OFFERED)
"""States in which somebody is on the list."""


@dataclass(frozen=True)
class DormitoryDraft:
    """What the directory does not say of a dormitory. `month_cents`: a place a month;
    `free_places` as counted on `free_as_of`; `waiting`: how many wait."""

    audience: Audience = Audience.BOTH
    places: int | None = None
    free_places: int | None = None
    free_as_of: date | None = None
    waiting: int | None = None
    month_cents: int | None = None
    website: str = ""
    public_note: str = ""


@dataclass(frozen=True)
class DormitoryView:
    """A dormitory; `waiting_here`: how many of the office's cases are on its list."""

    provider: int
    name: str
    town: str
    phone: str
    draft: DormitoryDraft
    waiting_here: int = 0


@dataclass(frozen=True)
class WaitingDraft:
    """Somebody on a waiting list; `rank` from 1; `next_on`: when the office asks again."""

    state: WaitingState
    applied_on: date
    wanted_from: date | None = None
    rank: int | None = None
    next_on: date | None = None
    because: str = ""


class WaitingHint(Enum):
    """What is odd about the days of an entry."""

    WANTED_BEFORE = "wanted_before"  # wanted from a day before the application
    ASK_BEFORE = "ask_before"  # to be asked about on a day before it


@dataclass(frozen=True)
class WaitingView:
    """An entry of a waiting list; `hints`: what is odd about it."""

    id: int
    person: int
    provider: int
    dormitory: str
    draft: WaitingDraft
    hints: tuple[WaitingHint, ...] = ()


@dataclass(frozen=True)
class DormitoryMember:
    """A member of the household who may live in a dormitory, and their entries."""

    person: int
    name: str
    is_student: bool
    entries: tuple[WaitingView, ...] = field(default=())

    @property
    def open_entries(self) -> tuple[WaitingView, ...]:
        """Those that may still lead to a place."""
        return tuple(each for each in self.entries if each.draft.state in WAITS)
