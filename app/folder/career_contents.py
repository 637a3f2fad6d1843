"""What is printed about work: a short profile, openings, appointments with employers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.job_terms import IntroductionState, Level, Qualification, WorkTime


@dataclass(frozen=True)
class PrintedProfile:
    """What an employer may read of somebody, and no more: no children, no residence title, no
    address. `languages`: BCP 47 tags with levels; hours a week."""

    name: str
    employer: str
    occupation: str = ""
    qualification: Qualification | None = None
    qualified_as: str = ""
    languages: tuple[tuple[str, Level], ...] = ()
    min_hours: int | None = None
    max_hours: int | None = None
    shifts: frozenset[WorkTime] = frozenset()
    available_from: date | None = None
    wishes: str = ""
    advisor: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class PrintedOpening:
    """An opening for the person it suits. `public_note` is the office's text for the public, in
    German; `km` from home as the crow flies."""

    title: str
    employer: str
    town: str = ""
    german: Level | None = None
    min_hours: int | None = None
    max_hours: int | None = None
    shifts: frozenset[WorkTime] = frozenset()
    contact: str = ""
    website: str = ""
    public_note: str = ""
    km: float | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class PrintedIntroduction:
    """An introduction that goes on; `on` its next day."""

    employer: str
    title: str
    state: IntroductionState
    on: date


@dataclass(frozen=True)
class Career:
    """What the folder says of one member's search for work."""

    name: str
    openings: tuple[PrintedOpening, ...] = ()
    ahead: tuple[PrintedIntroduction, ...] = ()
