"""Who works when and who is there for a child, as the office enters and sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.rosters import Roster, RosterFault, ShiftKind


class CarerKind(Enum):
    """Who looks after children beside parents and providers."""

    RELATIVE = "relative"
    HOUSEHOLD = "household"


class CareState(Enum):
    """What is decided between a family and a place of care."""

    PROPOSED = "proposed"
    WANTED = "wanted"
    PROMISED = "promised"
    DECLINED = "declined"


@dataclass(frozen=True)
class ShiftDraft:
    """A shift of an employer at a site; minutes as in `app.rules.rosters.Duty`. `code` is what
    rosters write ("F1")."""

    kind: ShiftKind
    start: int
    end: int
    code: str = ""
    name: str = ""


@dataclass(frozen=True)
class ShiftView:
    id: int
    employer: int
    draft: ShiftDraft


@dataclass(frozen=True)
class WaysDraft:
    """How a parent gets to work and a child to care, in minutes (0 to 180), see
    `app.rules.care_need.Ways`. `at_home`: works at no time, so is there for the children.
    `employer` is a provider's id; None, for the professional, the employer of the case."""

    to_care: int = 0
    to_work: int = 0
    from_work: int = 0
    from_care: int = 0
    changing: int = 0
    buffer: int = 0
    sleep: int = 0
    brings: bool = True
    fetches: bool = True
    at_home: bool = False
    employer: int | None = None


@dataclass(frozen=True)
class RosterDraft:
    """A roster and what it was read from ("" typed)."""

    roster: Roster
    source: str = ""


@dataclass(frozen=True)
class RosterView:
    """A kept roster; `faults` is what is left out of counting."""

    id: int
    draft: RosterDraft
    faults: tuple[RosterFault, ...] = ()


@dataclass(frozen=True)
class ParentView:
    """A parent's working life. `entered`: whether anybody entered the ways; `employer` is the one
    in force (id, name); `shifts` those of that employer; `begins`: the first working day of the
    one whose case it is."""

    person: int
    name: str
    ways: WaysDraft
    entered: bool
    employer: int | None
    employer_name: str
    rosters: tuple[RosterView, ...]
    shifts: tuple[ShiftView, ...]
    begins: date | None = None


@dataclass(frozen=True)
class CarerDraft:
    """Somebody who looks after the children, when (an OSM opening_hours value) and from when to
    when (last day included, None open). `way`: minutes between them and a place of care."""

    kind: CarerKind
    name: str
    hours_osm: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    way: int = 0
    note: str = ""


@dataclass(frozen=True)
class CarerView:
    id: int
    draft: CarerDraft


@dataclass(frozen=True)
class FrameDraft:
    """What a household asks of care: at most so many kilometres from home (None: any), languages
    (tags) that would be good."""

    radius_km: float | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkBoard:
    """Everything the need of a household is computed from."""

    case: int
    parents: tuple[ParentView, ...]
    carers: tuple[CarerView, ...]
    frame: FrameDraft


@dataclass(frozen=True)
class ChoiceDraft:
    """A decision about one place of care for one person: exactly one of `provider`, `carer`.

    `because` is needed where it is declined. `hours_osm`: hours agreed, "": the provider's;
    `valid_from`: from when the place is there (None: at once), `valid_to` the last day."""

    state: CareState
    provider: int | None = None
    carer: int | None = None
    because: str = ""
    hours_osm: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class ChoiceView:
    """A decision and the day it was noted."""

    person: int
    draft: ChoiceDraft
    noted_on: date
