"""Elders as they cross the boundary: what they want, which services fit and why, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.care import CareState
from app.rules.calendar import Day
from app.rules.elder_fit import ElderFit, ElderWish
from app.rules.terms import DateKind


class Lives(Enum):
    """Where an elder is to live; UNKNOWN: nobody said."""

    UNKNOWN = ""
    WITH_FAMILY = "with_family"
    OWN_HOME = "own_home"
    CARE_HOME = "care_home"
    ABROAD = "abroad"


@dataclass(frozen=True)
class ElderDraft:
    """What an elder wants. `care_degree` 1 to 5 (§ 15 SGB XI), a wish that tells of care
    (`elder_fit.TELLING`) and a home for care rest on a consent for health data (Art. 9 Abs. 2
    lit. a DSGVO). `public_note` may be printed for the family, `note` stays in the office."""

    lives: Lives = Lives.UNKNOWN
    wanted: frozenset[ElderWish] = frozenset()
    care_degree: int | None = None
    public_note: str = ""
    note: str = ""


@dataclass(frozen=True)
class ElderMatch:
    """A service (provider id) for an elder. `free` on the day `free_on`, None where no current
    count is known; `needed` and `covered` in minutes of four weeks, None where not computed;
    `state`: what is decided between both in the care of the household, `because`: why it was
    declined."""

    provider: int
    name: str
    service: str
    town: str
    fit: ElderFit
    gives: tuple[ElderWish, ...]
    free: int | None = None
    free_on: date | None = None
    waiting: int | None = None
    km: float | None = None
    languages: tuple[str, ...] = ()
    covered: int | None = None
    needed: int | None = None
    checked_on: date | None = None
    state: CareState | None = None
    because: str = ""


@dataclass(frozen=True)
class ElderStep:
    """A step of the plan about an elder; `unproven`: its law was confirmed by nobody yet."""

    id: int
    title: str
    due: Day | None
    done: bool
    basis: str
    kind: DateKind
    unproven: bool = False


@dataclass(frozen=True)
class ElderView:
    """An elder of the household. `noted_on` None: nothing is noted yet. `may_tell`: a consent for
    health data holds. `unmet`: wishes no fitting service is known for."""

    person: int
    name: str
    draft: ElderDraft
    noted_on: date | None
    may_tell: bool
    matches: tuple[ElderMatch, ...]
    steps: tuple[ElderStep, ...]
    unmet: tuple[ElderWish, ...] = ()


class ElderHint(Enum):
    """What the law may give, by its paragraph and unconfirmed (grade A): amounts and periods are to
    be checked. CARE_FUND (§§ 36 to 45b SGB XI), CARE_LEAVE (§ 3 PflegeZG), FAMILY_CARE_LEAVE (§ 2
    FPfZG), SHORT_ABSENCE (§ 2 PflegeZG)."""

    CARE_FUND = "care_fund"
    SHORT_ABSENCE = "short_absence"
    CARE_LEAVE = "care_leave"
    FAMILY_CARE_LEAVE = "family_care_leave"


@dataclass(frozen=True)
class EldersBoard:
    """The elders of a case, and what its relatives may ask for where one needs care."""

    case: int
    elders: tuple[ElderView, ...]
    hints: tuple[ElderHint, ...] = ()
