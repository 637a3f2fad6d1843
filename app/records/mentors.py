"""Mentors and mentorships as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.records.cases import Channel
from app.rules.mentoring import Fit
from app.rules.rosters import ShiftKind


class MentorshipState(Enum):
    """How far it has come; the code in the data file."""

    PROPOSED = "proposed"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    ENDED = "ended"


class MentorStanding(Enum):
    """Whether somebody can accompany a family today."""

    FREE = "free"
    FULL = "full"
    NOT_YET = "not_yet"
    LEFT = "left"
    SITE_CLOSED = "site_closed"


@dataclass(frozen=True)
class MentorDraft:
    """Somebody of an employer (a provider's id) who accompanies newcomers. `capacity`: how many
    families at once; `profession` a code of the facts, `languages` BCP 47 tags, `interests` in
    words with a comma between. Both days are included, None leaves that side open."""

    employer: int | None
    family: str
    given: str = ""
    phone: str = ""
    email: str = ""
    profession: str = ""
    ward: str = ""
    languages: tuple[str, ...] = ()
    interests: str = ""
    shifts: frozenset[ShiftKind] = frozenset()
    capacity: int = 1
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Accompanied:
    """A family of a mentor, and how far that has come."""

    mentorship: int
    case: int
    name: str
    state: MentorshipState


@dataclass(frozen=True)
class MentorView:
    """A mentor as listed. `load`: agreed mentorships that have not ended; `successor`: who took
    the place of the employer's site, blank where it is there."""

    id: int
    draft: MentorDraft
    name: str
    employer_name: str
    load: int
    standing: MentorStanding
    families: tuple[Accompanied, ...] = ()
    successor: str = ""

    @property
    def free(self) -> int:
        """How many families more."""
        return max(0, self.draft.capacity - self.load)


@dataclass(frozen=True)
class Proposal:
    """A mentor for a case with all that speaks for and against; `state`: of the mentorship of the
    two, None where there is none yet."""

    mentor: MentorView
    fit: Fit
    state: MentorshipState | None = None


@dataclass(frozen=True)
class Proposals:
    """The mentors of a case's employer, who can be asked first. `employer`: blank where the case
    has none; `on`: the day they are looked for, the first working day or today; `closed_on`: when
    the employer's site closes before that, with its `successor`."""

    case: int
    employer: str
    on: date
    mentors: tuple[Proposal, ...] = ()
    closed_on: date | None = None
    successor: str = ""


@dataclass(frozen=True)
class MentorshipView:
    """A mentorship of a case. `channel`: how both keep in touch, None where that is not noted."""

    id: int
    case: int
    mentor: int
    mentor_name: str
    employer_name: str
    ward: str
    phone: str
    email: str
    state: MentorshipState
    noted_on: date
    first: date | None
    last: date | None
    because: str
    channel: Channel | None
    group_name: str
    waits_since: int = 0
    """Days since the mentor was asked, 0 where nobody waits for an answer."""


@dataclass(frozen=True)
class MentoringView:
    """All about mentors of a case. `may_share`: whether names and contact may be given to a mentor
    (a consent holds), `may_write`: whether the mentor may write over a messenger."""

    case: int
    mentorships: tuple[MentorshipView, ...]
    proposals: Proposals
    may_share: bool
    may_write: bool
