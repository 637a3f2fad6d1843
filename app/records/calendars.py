"""Calendar files as they cross the boundary: whose steps, in which form, what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from app.done import Done
from app.rules.terms import Role


@dataclass(frozen=True)
class OneCase:
    """The steps of a case, of everybody or of one role alone."""

    case: int
    role: Role | None = None


@dataclass(frozen=True)
class EveryCase:
    """The steps of a role in all running cases."""

    role: Role


@dataclass(frozen=True)
class CasesOf:
    """The steps of the running cases of an advisor."""

    advisor: int


Scope: TypeAlias = OneCase | EveryCase | CasesOf


class CalendarForm(Enum):
    """Tasks (VTODO), all-day events (VEVENT) or both; Outlook reads events alone."""

    TODOS = "todos"
    EVENTS = "events"
    BOTH = "both"


class LeftOut(Enum):
    """Why an open step is not in the file. A calendar knows days and no months; what is unclear
    is nobody's task yet; what rests on a fact under Art. 9 DSGVO and what nobody vouched for do
    not leave the office."""

    NO_DATE = "no_date"
    ONLY_MONTH = "only_month"
    UNCLEAR = "unclear"
    HINT = "hint"
    PROTECTED = "protected"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class CalendarPreview:
    """What a file would hold: `count` steps, and `cancelled` ones that an earlier file had.
    `leaves`: it is for somebody outside the office, so that names are shortened."""

    count: int
    cancelled: int
    left_out: Mapping[LeftOut, int]
    leaves: bool


@dataclass(frozen=True)
class CalendarMade:
    """A calendar file at `path`. `done` is the command that recorded it, None where the data file
    was open for reading only."""

    path: Path
    count: int
    cancelled: int
    left_out: Mapping[LeftOut, int]
    done: Done | None = field(default=None, compare=False)


def leaves_office(scope: Scope) -> bool:
    """Whether a file is for somebody other than the service point."""
    role = None if isinstance(scope, CasesOf) else scope.role
    return role not in (None, Role.SERVICE_POINT)
