"""What is to be followed up on a day, and cases nobody spoke with for long, for the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.cases import Channel
from app.records.contacts import ContactTopic
from app.records.events import CaseEvent, EventKind
from app.rules.terms import Stage


@dataclass(frozen=True, slots=True)
class Chase:
    """An open event of a running case that is due; `days_left` is negative once it is late."""

    event: CaseEvent
    case_name: str
    days_left: int

    @property
    def can_tick(self) -> bool:
        """Whether it is done with one act, without going to its room."""
        return self.event.kind in (EventKind.FOLLOW_UP, EventKind.PROMISE)


class NextKind(Enum):
    """Where the next act of a silent case comes from."""

    EVENT = "event"
    STEP = "step"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class NextAct:
    """What comes next for a case: an open event (`event`), a step, or what is usual in its stage
    (`title` and `on` blank). `on` may be past."""

    kind: NextKind
    title: str = ""
    on: date | None = None
    event: CaseEvent | None = None


@dataclass(frozen=True, slots=True)
class SilentCase:
    """A running case without contact with the family for `weeks` whole weeks or longer than its
    stage allows. `last`: the day of the last contact, None where there was none since the case was
    taken up on `since`."""

    id: int
    name: str
    stage: Stage
    advisor: int | None
    advisor_name: str
    last: date | None
    since: date
    weeks: int
    next: NextAct


@dataclass(frozen=True)
class AdvisorFigures:
    """Contacts of one advisor; a blank name for those nobody is named for."""

    name: str
    contacts: int
    minutes: int
    cases: int


@dataclass(frozen=True)
class ContactFigures:
    """Contacts from `first` to `last`, both included. `cases`: families spoken with; `first_ones`:
    contacts that were the first ever of their family, `further_ones`: all others with families,
    `with_bodies`: those with bodies. `minutes` as far as they were noted, for `timed` contacts.
    `employers`: different employers among the bodies. A contact with two topics counts for both."""

    first: date
    last: date
    cases: int
    first_ones: int
    further_ones: int
    with_bodies: int
    minutes: int
    timed: int
    employers: int
    topics: Mapping[ContactTopic, int]
    without_topic: int
    channels: Mapping[Channel, int]
    advisors: tuple[AdvisorFigures, ...]

    @property
    def contacts(self) -> int:
        """How many there were."""
        return self.first_ones + self.further_ones + self.with_bodies
