"""What a household needs, whether it was met, and what happened then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class NeedEarly(Enum):
    """Before what a need is said to be settled, which is odd."""

    RECORD = "record"  # the earliest record of it
    CASE = "case"  # the day the case was entered, where no record bears a day


class NeedKind(Enum):
    """What is needed."""

    HOME = "home"
    CHILDCARE = "childcare"
    SCHOOL = "school"
    JOB = "job"
    TRAINING = "training"
    ELDER_CARE = "elder_care"
    FUNDING = "funding"
    RECOGNITION = "recognition"
    PRACTICE = "practice"
    MOVE = "move"
    OTHER = "other"


class NeedState(Enum):
    """Where a need stands. DROPPED: it is none any more."""

    OPEN = "open"
    MET = "met"
    UNMET = "unmet"
    DROPPED = "dropped"


class UnmetReason(Enum):
    """Why a need could not be met."""

    NO_OFFER = "no_offer"
    TOO_EXPENSIVE = "too_expensive"
    TOO_FAR = "too_far"
    TOO_LATE = "too_late"
    HOURS = "hours"
    WAITING_LIST = "waiting_list"
    NOT_ELIGIBLE = "not_eligible"
    LANGUAGE = "language"
    REFUSED = "refused"
    OTHER = "other"


class NeedOutcome(Enum):
    """What happened when a need was not met."""

    FOUND_THEMSELVES = "found_themselves"
    NEIGHBOURING_PLACE = "neighbouring_place"
    EMPLOYER_HELPED = "employer_helped"
    RELATIVES = "relatives"
    STAYED_WITHOUT = "stayed_without"
    DID_NOT_COME = "did_not_come"
    LEFT = "left"


@dataclass(frozen=True)
class NeedDraft:
    """What the office says of a need; `reason` and `outcome` belong to one that was not met,
    `because` to any."""

    kind: NeedKind
    state: NeedState
    settled_on: date | None = None
    reason: UnmetReason | None = None
    outcome: NeedOutcome | None = None
    because: str = ""


@dataclass(frozen=True)
class NeedView:
    """A need of a case. `is_said`: the office said so, else it follows from what is recorded;
    `recorded`: where the records see it, None where they say nothing of it. `since`: the day of the
    earliest record or of the note; `early`: what it is said to be settled before, which began on
    `began_on`."""

    kind: NeedKind
    state: NeedState
    since: date | None
    settled_on: date | None
    is_said: bool
    recorded: NeedState | None = None
    reason: UnmetReason | None = None
    outcome: NeedOutcome | None = None
    because: str = ""
    early: NeedEarly | None = None
    began_on: date | None = None
