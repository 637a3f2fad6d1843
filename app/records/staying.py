"""Whether people stay, as it crosses the boundary: talks, leavings, ambassadors, signals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.cases import CloseReason
from app.rules.staying import (
    AmbassadorKind,
    Intention,
    Leaves,
    Level,
    Signal,
    StayReason,
    TalkKind,
    Whereabouts,
)


class TalkState(Enum):
    """Where a talk stands. TICKED: its step is done in the plan, and nothing is written down."""

    PLANNED = "planned"
    OVERDUE = "overdue"
    HELD = "held"
    TICKED = "ticked"
    UNDATED = "undated"


@dataclass(frozen=True)
class TalkDraft:
    """A talk. `planned_on` None: on the day of its step, wherever that moves; `mood` from 1 (very
    bad) to 5 (very good); a reason speaks for or against, not both; `next_done_on`: what was
    agreed is done. `tick`: the step of the plan is done by this talk."""

    kind: TalkKind
    person: int | None = None
    advisor: int | None = None
    planned_on: date | None = None
    held_on: date | None = None
    mood: int | None = None
    intention: Intention | None = None
    speaks_for: frozenset[StayReason] = frozenset()
    against: frozenset[StayReason] = frozenset()
    note: str = ""
    next_act: str = ""
    next_on: date | None = None
    next_done_on: date | None = None
    tick: bool = False


@dataclass(frozen=True)
class TalkView:
    """A talk as listed; `id` None: nothing is written down yet, it stands in the plan alone. `on`:
    when it was held, else when it is to be; `step`: its step of the plan, None where there is none
    or it is done."""

    id: int | None
    draft: TalkDraft
    state: TalkState
    on: date | None
    step: int | None


@dataclass(frozen=True)
class LeavingDraft:
    """Who left what, and why. `close`: close the case too, for this reason."""

    left_on: date
    leaves: Leaves
    reasons: frozenset[StayReason] = frozenset()
    may_return: bool | None = None
    note: str = ""
    close: CloseReason | None = None


@dataclass(frozen=True)
class AmbassadorDraft:
    """Somebody who speaks for the region or a trade, both days included; `consent`: what allows to
    pass the name on (see `Staying.consents_for`)."""

    person: int
    kind: AmbassadorKind
    topics: str
    since: date
    consent: int
    until: date | None = None


@dataclass(frozen=True)
class AmbassadorView:
    """`languages` as BCP 47 tags; `profession`: a code of the facts, `occupation` the words."""

    id: int
    case: int
    draft: AmbassadorDraft
    name: str
    profession: str
    occupation: str
    languages: tuple[str, ...]

    def speaks_on(self, today: date) -> bool:
        """Whether they may be asked on this day."""
        until = self.draft.until
        return self.draft.since <= today and (until is None or until >= today)


@dataclass(frozen=True)
class CaseTalks:
    """What the room of a case shows; the talks of the plan first, then the others by day."""

    talks: tuple[TalkView, ...]
    level: Level
    signals: tuple[Signal, ...]
    leaving: LeavingDraft | None
    ambassadors: tuple[AmbassadorView, ...]
    people: tuple[tuple[int, str], ...]
    closed: bool


@dataclass(frozen=True)
class ConsentChoice:
    """A consent an ambassador may rest on."""

    id: int
    person: int
    given_on: date
    recipient_name: str
    is_photo: bool


@dataclass(frozen=True)
class StayingRow:
    """A case on the list. `mood`: of the last talk that told one, `talked_on`: the last talk;
    `is_returning`: they lived here before and came back."""

    case: int
    name: str
    occupation: str
    employer: int | None
    employer_name: str
    advisor: int | None
    advisor_name: str
    level: Level
    signals: tuple[Signal, ...]
    mood: int | None
    talked_on: date | None
    is_returning: bool


@dataclass(frozen=True)
class MoodLine:
    """Moods of the talks of an employer's people: of each kind of talk the sum and how many."""

    employer_name: str
    moods: Mapping[TalkKind, tuple[int, int]]


@dataclass(frozen=True)
class LeftRow:
    """A case that left."""

    case: int
    name: str
    occupation: str
    left_on: date
    leaves: Leaves
    reasons: tuple[StayReason, ...]
    may_return: bool | None


@dataclass(frozen=True)
class StayingFigures:
    """Counts over all cases; for the screen of the office alone, small numbers are in them."""

    talks: int
    speaks_for: Mapping[StayReason, int]
    against: Mapping[StayReason, int]
    moods: tuple[MoodLine, ...]
    leaving: Mapping[StayReason, int]
    after_a_year: Mapping[Whereabouts, int]
    returned: int


@dataclass(frozen=True)
class Staying:
    """What the room Bleiben shows."""

    rows: tuple[StayingRow, ...]
    figures: StayingFigures
    left: tuple[LeftRow, ...]
    ambassadors: tuple[AmbassadorView, ...]
