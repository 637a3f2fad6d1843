"""Occasions families are invited to, and what became of it, as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.terms import Stage


class OccasionKind(Enum):
    """What it is; the code in the data file and in the phrases."""

    WARD_PARTY = "ward_party"
    DEPARTMENT_PARTY = "department_party"
    NEWCOMERS = "newcomers"
    REGIONAL_ACTION = "regional_action"
    OPEN_DAY = "open_day"
    TOUR = "tour"
    OTHER = "other"


class InvitationState(Enum):
    """How far an invitation has come; the code in the data file."""

    PLANNED = "planned"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ATTENDED = "attended"
    MISSED = "missed"


class OccasionHint(Enum):
    """What to think of, though it may be meant so."""

    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    PAST = "past"
    HOST_CLOSED = "host_closed"
    TOO_MANY = "too_many"
    ANSWERS_DUE = "answers_due"
    VERY_LONG = "very_long"


@dataclass(frozen=True)
class OccasionDraft:
    """Minutes of the day, wall time, `finish` up to 2880; `provider`: the id of who invites, None
    where it is nobody of the directory and `host` says it. `places`: how many families, None for
    as many as come."""

    kind: OccasionKind
    title: str
    on: date
    start: int | None = None
    finish: int | None = None
    place: str = ""
    provider: int | None = None
    host: str = ""
    website: str = ""
    public_note: str = ""
    answer_by: date | None = None
    places: int | None = None


@dataclass(frozen=True)
class InvitationView:
    """An invitation of a case. `clash`: another occasion the family comes to at that time."""

    id: int
    occasion: int
    case: int
    case_name: str
    state: InvitationState
    noted_on: date
    clash: str = ""


@dataclass(frozen=True)
class OccasionView:
    """An occasion as listed; `host_name`: who invites, from the directory or as typed."""

    id: int
    draft: OccasionDraft
    host_name: str
    archived_on: date | None
    invitations: tuple[InvitationView, ...] = ()
    hints: tuple[OccasionHint, ...] = ()
    holiday: str = ""

    def count(self, *states: InvitationState) -> int:
        """How many invitations are in one of these states."""
        return sum(each.state in states for each in self.invitations)


@dataclass(frozen=True)
class CaseInvitation:
    """An invitation from the side of the case."""

    invitation: InvitationView
    occasion: OccasionView


@dataclass(frozen=True)
class GuestQuery:
    """Which running cases may be invited: of this employer (a provider's id), living in this town,
    in one of these stages, arriving (or arrived) within so many weeks, with children."""

    employer: int | None = None
    town: str = ""
    stages: frozenset[Stage] = frozenset()
    weeks: int | None = None
    children: bool = False


@dataclass(frozen=True)
class Guest:
    """A case that may be invited; `state` None where it is not yet."""

    case: int
    name: str
    town: str
    stage: Stage
    employer: str
    arrival: date | None
    children: int
    state: InvitationState | None = None
    clash: str = ""
