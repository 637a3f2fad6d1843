"""What a folder prints of a place beside the entry itself: why it is there, and the duties of the
household its hours are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.terms import MemberRole


class Why(Enum):
    """Why a place is in the folder of a household, by what is recorded of it."""

    IN_CHARGE = "in_charge"
    PERMIT = "permit"
    NEWCOMER = "newcomer"
    AGE = "age"
    AGE_UNKNOWN = "age_unknown"
    PUPIL = "pupil"
    NEAR = "near"
    ELDERS = "elders"
    GERMAN = "german"
    WORK = "work"
    HOME = "home"
    MOVE = "move"
    MOVE_DAY = "move_day"
    PRACTICE = "practice"
    RECOGNITION = "recognition"
    JOB = "job"


@dataclass(frozen=True)
class Reason:
    """Why, and of whom it speaks; `place`: the municipality an office is in charge of, `on`: the
    day a mover comes."""

    why: Why
    names: tuple[str, ...] = ()
    place: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Partnership:
    """Who works together with a place. `kind`: the code of the way they do; `text` is the office's
    own and German; `phone` where that one is not in the folder itself."""

    kind: str
    name: str
    text: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Worker:
    """Somebody whose roster is known: of each week counted the minutes away for work, ways and the
    sleep after a night included, as a set (`app.rules.spans`) from Monday 0:00."""

    name: str
    role: MemberRole
    weeks: tuple[int, ...]


@dataclass(frozen=True)
class Duties:
    """The duties of a household in the weeks from `first`, a Monday, to `last`. `need`: of each
    week the minutes in which nobody of the parents can be with a child, as a set."""

    first: date
    last: date
    workers: tuple[Worker, ...]
    need: tuple[int, ...] = ()

    @property
    def vary(self) -> bool:
        """Whether one week is unlike another."""
        return any(len(set(each.weeks)) > 1 for each in self.workers)
