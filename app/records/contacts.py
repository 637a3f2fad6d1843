"""What contacts are about and what is promised in them, as it crosses the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.terms import Role


class ContactTopic(Enum):
    """What a contact was about."""

    WORK = "work"
    RECOGNITION = "recognition"
    RESIDENCE = "residence"
    LANGUAGE = "language"
    HOUSING = "housing"
    CHILDCARE = "childcare"
    SCHOOL = "school"
    PARTNER_JOB = "partner_job"
    HEALTH = "health"
    MONEY = "money"
    MOVING = "moving"
    LEISURE = "leisure"
    VISIT = "visit"
    INDUCTION = "induction"
    OTHER = "other"


class PromiseState(Enum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True)
class PromiseDraft:
    """Who promised what, until when. `role`: on whose side, `by`: who by name; `contact`: the id of
    the entry of the log in which it was said, of the same case."""

    role: Role
    text: str
    by: str = ""
    due: date | None = None
    contact: int | None = None


@dataclass(frozen=True)
class PromiseView:
    """`because`: why it was dropped; `settled_on`: when it was kept or dropped."""

    id: int
    case: int
    draft: PromiseDraft
    state: PromiseState
    settled_on: date | None
    because: str
    noted_on: date

    def is_late(self, today: date) -> bool:
        """Whether it is open and its day is past."""
        due = self.draft.due
        return self.state is PromiseState.OPEN and due is not None and due < today
