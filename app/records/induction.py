"""The induction of a newcomer as it is planned and as those concerned say it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.calendar import Day
from app.rules.slipping import Outcome
from app.rules.terms import Role, StepState


@dataclass(frozen=True)
class ConfirmationDraft:
    """What somebody in a role said of a step on a day; `by` and `note` stay in the office."""

    role: Role
    outcome: Outcome
    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True)
class InductionStep:
    """A step of the induction. `week` counts from the first working day (0: its week), None where
    one of both has no date; `asked` are the roles that may say something of it, `said` what they
    did; `differ`: newcomer and employer do not say the same."""

    id: int
    title: str
    due: Day | None
    week: int | None
    roles: tuple[Role, ...]
    state: StepState
    done_on: date | None
    late: bool
    asked: tuple[Role, ...]
    said: tuple[ConfirmationDraft, ...] = ()
    differ: bool = False
    can_tick: bool = True

    def of(self, role: Role) -> ConfirmationDraft | None:
        """What this role said."""
        return next((each for each in self.said if each.role is role), None)


@dataclass(frozen=True)
class InductionView:
    """The steps by their dates; `holders` who fills a role by name, where that is known."""

    case: int
    name: str
    employer: int | None
    employer_name: str
    first_day: Day | None
    steps: tuple[InductionStep, ...]
    holders: tuple[tuple[Role, str], ...] = ()
