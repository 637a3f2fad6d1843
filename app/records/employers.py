"""What the office knows of an employer, as it is typed and shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from app.records.care import ShiftView
from app.records.employer_places import EmployerPlaceView
from app.records.providers import ContactPerson
from app.rules.calendar import Day
from app.rules.sites import SiteProblem
from app.rules.slipping import Slip
from app.rules.terms import Stage

if TYPE_CHECKING:
    from app.rules.rosters import Roster


class BenefitKind(Enum):
    """What an employer gives beside the wage."""

    BIKE_LEASING = "bike_leasing"
    FITNESS = "fitness"
    HEALTH = "health"
    RELOCATION = "relocation"
    HOUSING = "housing"
    CHILDCARE = "childcare"
    LANGUAGE = "language"
    TRAINING = "training"
    MEALS = "meals"
    TICKET = "ticket"
    PENSION = "pension"
    ACTION = "action"
    OTHER = "other"


@dataclass(frozen=True)
class BenefitDraft:
    """A benefit; all words may be printed for families. The last day is included, None: open."""

    kind: BenefitKind
    title: str
    public_note: str = ""
    website: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is given on a day."""
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


@dataclass(frozen=True)
class BenefitView:
    id: int
    draft: BenefitDraft


@dataclass(frozen=True)
class PatternDraft:
    """A rotation by the codes of the employer's shifts, see `app.rules.shift_patterns`."""

    name: str
    weeks: str


@dataclass(frozen=True)
class PatternView:
    """`unknown`: the code in it that no shift of the employer has any more, blank where all are
    known."""

    id: int
    draft: PatternDraft
    unknown: str = ""


@dataclass(frozen=True)
class PatternRoster:
    """A rotation as a roster that may be kept for a person."""

    name: str
    roster: Roster


@dataclass(frozen=True)
class EmployerRow:
    """A line of the list of employers: how many running cases start or work there."""

    id: int
    name: str
    site: str
    town: str
    cases: int
    benefits: int
    valid_to: date | None = None


@dataclass(frozen=True)
class SiteView:
    """A site of the same organisation; `successor` is the id of who stands there after it."""

    id: int
    name: str
    town: str
    valid_from: date | None
    valid_to: date | None
    successor: int | None
    successor_name: str
    archived: bool
    shown: bool


@dataclass(frozen=True)
class ReservedPlaces:
    """Places of care that are kept for the staff; `reserved` of `places`, None: not counted."""

    provider: int
    name: str
    town: str
    reserved: int | None
    places: int | None


@dataclass(frozen=True)
class EmployedCase:
    """A case that starts or works there."""

    case: int
    name: str
    stage: Stage
    work_start: Day | None
    closed: bool


@dataclass(frozen=True)
class SlipView:
    """How a step of the induction goes there; `title` is short and German."""

    slip: Slip
    title: str


@dataclass(frozen=True)
class SiteWarning:
    """Why a site will not do for a case; `on` the day it hangs on, the successor the way out."""

    problem: SiteProblem
    name: str
    on: date | None
    work_start: date | None = None
    successor: int | None = None
    successor_name: str = ""


@dataclass(frozen=True)
class EmployerView:
    """The page of an employer. `plan_set`: the set of milestones its cases are proposed, "" the
    usual one, with its title; `has_own_set`: it is kept for this employer."""

    id: int
    name: str
    town: str
    phone: str
    email: str
    website: str
    ways_in: str
    sites: tuple[SiteView, ...]
    benefits: tuple[BenefitView, ...]
    contacts: tuple[ContactPerson, ...]
    shifts: tuple[ShiftView, ...]
    patterns: tuple[PatternView, ...]
    plan_set: str
    plan_set_title: str
    has_own_set: bool
    reserved: tuple[ReservedPlaces, ...]
    cases: tuple[EmployedCase, ...]
    slips: tuple[SlipView, ...]
    warning: SiteWarning | None = None
    kept: tuple[EmployerPlaceView, ...] = ()
