"""What a sheet for an elder prints, and nothing else: the office's note has no field here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.folder.contents import Address, Hours
from app.rules.calendar import Day
from app.rules.elder_fit import ElderWish
from app.rules.terms import DateKind


@dataclass(frozen=True)
class PrintedService:
    """A service that fits. `meets`: wishes it is for; `place`: the home it is in charge of, blank
    for any; `free` on `free_on`, None where no current count is known; `km` as the crow flies."""

    name: str
    meets: tuple[ElderWish, ...]
    address: Address
    phone: str = ""
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    hours: Hours = field(default_factory=Hours)
    place: str = ""
    free: int | None = None
    free_on: date | None = None
    km: float | None = None
    accessible: bool = False
    checked_on: date | None = None


@dataclass(frozen=True)
class PrintedElder:
    """An elder as called. `degree` only where a consent for it holds; `steps`: open steps of the
    plan with their day; `note` is the office's own and German; `stand`: the day of the law that is
    named."""

    name: str
    wanted: tuple[ElderWish, ...]
    services: tuple[PrintedService, ...]
    unmet: tuple[ElderWish, ...] = ()
    degree: int | None = None
    steps: tuple[tuple[str, Day | None, DateKind], ...] = ()
    note: str = ""
    stand: date | None = None
