"""The way to a practice of one's own as it crosses the boundary: practices, areas, sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.plan import DocumentView
from app.rules.calendar import Day
from app.rules.practice_matching import AreaState, Finding, Verdict
from app.rules.terms import StepState


class PracticeState(Enum):
    """Where somebody stands with a practice that is handed over."""

    CONSIDERED = "considered"
    CONTACTED = "contacted"
    VISITED = "visited"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    TAKEN_OVER = "taken_over"
    DECLINED = "declined"
    REFUSED = "refused"


FAILED = frozenset({PracticeState.DECLINED, PracticeState.REFUSED})
"""It came to nothing, and a reason is asked."""
ENDED = FAILED | {PracticeState.TAKEN_OVER}
"""Nobody has to act any more."""


@dataclass(frozen=True)
class PracticeDraft:
    """A practice to be handed over. `provider`: its entry in the directory, None for none;
    `profession` a code of the fact, `specialty` in words, `municipality` an official key (AGS);
    `quarter_seats` in quarters of a full seat. It is handed over between `from_day` and `to_day`
    and holds as information until `valid_to`."""

    title: str
    provider: int | None = None
    profession: str = ""
    specialty: str = ""
    town: str = ""
    municipality: str = ""
    quarter_seats: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    accessible: bool | None = None
    contact: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    public_note: str = ""
    note: str = ""
    source: str = ""
    as_of: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class AreaDraft:
    """An area of the plan of needs (§ 99 SGB V) for one group of doctors. `municipalities`:
    official keys (AGS); `coverage_tenths` in tenths of a percent, `free_halves` in halves of a
    seat, None unknown; `funded`: whether settling there is funded."""

    name: str
    doctors: str
    as_of: date
    municipalities: frozenset[str] = frozenset()
    state: AreaState = AreaState.OPEN
    coverage_tenths: int | None = None
    free_halves: int | None = None
    funded: bool | None = None
    public_note: str = ""
    source: str = ""


@dataclass(frozen=True)
class AreaView:
    """An area as listed; `names` of its municipalities in order."""

    id: int
    draft: AreaDraft
    names: tuple[str, ...]


@dataclass(frozen=True)
class Uncovered:
    """Municipalities of a county that are in no area of a group of doctors, by name."""

    doctors: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class SessionDraft:
    """A meeting of the committee on admission; what it decides about has to be there by
    `papers_by`, None where the office does not know yet."""

    body: str
    on: date
    papers_by: date | None = None
    public_note: str = ""
    source: str = ""


@dataclass(frozen=True)
class SessionView:
    """A meeting as listed."""

    id: int
    draft: SessionDraft


@dataclass(frozen=True)
class PracticeView:
    """A practice as listed; `place` is the name of its municipality, `areas` those it lies in."""

    id: int
    draft: PracticeDraft
    provider_name: str = ""
    place: str = ""
    areas: tuple[AreaView, ...] = ()
    interested: int = 0
    archived_on: date | None = None
    archived_because: str = ""


@dataclass(frozen=True)
class PracticeMatch:
    """How a practice fits a person, criterion by criterion. `area`: the one that counts for it,
    None where that is not known."""

    practice: PracticeView
    person: int
    person_name: str
    findings: tuple[Finding, ...]
    area: AreaView | None = None

    @property
    def fails(self) -> bool:
        return any(each.verdict is Verdict.FAILS for each in self.findings)


@dataclass(frozen=True)
class InterestDraft:
    """Where somebody stands with a practice. `next_on`: when the office asks again."""

    person: int
    practice: int
    state: PracticeState
    next_on: date | None = None
    because: str = ""


@dataclass(frozen=True)
class InterestView:
    """Somebody and a practice."""

    id: int
    case: int
    draft: InterestDraft
    person_name: str
    practice: PracticeView
    noted_on: date


class WayTrouble(Enum):
    """What keeps the way from being told to its end."""

    NO_OPENING_DAY = "no_opening_day"
    NO_STEPS = "no_steps"  # there are none for this profession
    NO_SESSIONS = "no_sessions"  # none entered that can still be reached
    PAPERS_DAY_UNKNOWN = "papers_day_unknown"
    SESSION_AFTER_OPENING = "session_after_opening"  # the first one reached is too late


@dataclass(frozen=True)
class WayStep:
    """A step of the track as the plan has it; `unproven`: not printed, since nobody confirmed what
    it rests on; `is_application`: the papers to the committee."""

    id: int
    template: str
    short: str
    office: str
    state: StepState
    due: Day | None
    done_on: date | None
    late: bool
    unproven: bool = False
    is_application: bool = False


@dataclass(frozen=True)
class PinProposal:
    """An open step of the committee's may be put on the day the committee says."""

    step: int
    old: Day | None
    new: Day


@dataclass(frozen=True)
class PracticeWay:
    """The way of one person. `session`: the next meeting that is reached, `latest` the last one
    before the opening day; `papers`: what goes to the committee; `pin`, `pin_session`: the
    application and the meeting in the plan, where they lie on other days. `by_committee` is true
    for doctors alone; about therapists no committee decides (§ 124 SGB V)."""

    person: int
    person_name: str
    profession: str
    opening: Day | None
    steps: tuple[WayStep, ...]
    by_committee: bool = True
    session: SessionView | None = None
    latest: SessionView | None = None
    papers: tuple[DocumentView, ...] = ()
    pin: PinProposal | None = None
    pin_session: PinProposal | None = None
    troubles: tuple[WayTrouble, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A grown-up who has or could have a practice; `own`: whether one is recorded, None where
    nobody asked."""

    person: int
    name: str
    own: bool | None


@dataclass(frozen=True)
class PracticeBoard:
    """What the room of a case shows; no ways where nobody goes one."""

    ways: tuple[PracticeWay, ...]
    interests: tuple[InterestView, ...]
    matches: tuple[PracticeMatch, ...]
    candidates: tuple[Candidate, ...] = ()
