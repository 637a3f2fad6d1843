"""A case as it crosses the boundary: drafts going in, rows and views coming out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from app.records.contacts import ContactTopic
from app.records.office import ALONE, Attending
from app.rules.calendar import Day, PartialDate
from app.rules.terms import (
    AnchorKind,
    Blocker,
    BlockerState,
    Gender,
    MemberRole,
    Role,
    Stage,
    Track,
)

if TYPE_CHECKING:
    from app.records.consents import ConsentView
    from app.records.redating import AnchorMoveView
    from app.records.roles import HolderView


class CloseReason(Enum):
    """Why a case was closed."""

    SETTLED = "settled"
    DECLINED = "declined"
    NO_OFFER = "no_offer"
    NO_PERMIT = "no_permit"
    ELSEWHERE = "elsewhere"
    NO_CONTACT = "no_contact"
    OTHER = "other"


class Channel(Enum):
    """How a contact took place."""

    PHONE = "phone"
    EMAIL = "email"
    VISIT = "visit"
    VIDEO = "video"
    LETTER = "letter"
    MESSENGER = "messenger"


class Counterpart(Enum):
    """Whom a contact was with."""

    FAMILY = "family"
    BODY = "body"


class CaseState(Enum):
    """Which cases a list shows."""

    RUNNING = "running"
    HELD = "held"
    CLOSED = "closed"
    ALL = "all"


class CaseOrder(Enum):
    """How a list of cases is ordered."""

    NAME = "name"
    STAGE = "stage"
    ARRIVAL = "arrival"
    DUE = "due"


NOBODY = 0
"""As the advisor of a query: the cases that have none."""


@dataclass(frozen=True)
class CaseQuery:
    """What a list of cases shows; a saved filter is one of these with a name.

    `due_within` counts days from today and takes in what is late; None means any. `advisor` may be
    NOBODY.
    """

    words: str = ""
    state: CaseState = CaseState.RUNNING
    stages: frozenset[Stage] = frozenset()
    advisor: int | None = None
    due_within: int | None = None
    arrival_within: int | None = None
    silent_for: int | None = None
    order: CaseOrder = CaseOrder.DUE
    descending: bool = False


@dataclass(frozen=True)
class CaseRow:
    """One line of the list of cases."""

    id: int
    name: str
    profession: str
    stage: Stage
    employer: str
    arrival: date | None
    advisor: str
    next_due: date | None
    next_step: str
    held_until: date | None
    closed_on: date | None
    barred: int = 0


@dataclass(frozen=True)
class CaseDraft:
    """What the office knows of a case as a whole; blank text means unknown.

    `profession` is a code of the facts (nurse, doctor, …), `occupation` the words for it;
    `origin` an ISO 3166-1 alpha-2 country, `language` a BCP 47 tag; `employer` a provider's id.
    `deputy`: who stands in for the advisor in this case, None whoever does usually.
    """

    advisor: int | None = None
    language: str = "de"
    profession: str = ""
    occupation: str = ""
    employer: int | None = None
    origin: str = ""
    source: str = ""
    home_street: str = ""
    home_postcode: str = ""
    home_town: str = ""
    note: str = ""
    deputy: int | None = None


@dataclass(frozen=True)
class PersonDraft:
    """One person of the household, names as typed.

    `passport` is the Latin spelling of the passport, `own_script` the name as its bearer
    writes it; `nationality` ISO 3166-1 alpha-2, `languages` BCP 47 tags; `interests` in words,
    a comma between; `gender` None: nobody said.
    """

    role: MemberRole
    given: str = ""
    family: str = ""
    called: str = ""
    passport: str = ""
    own_script: str = ""
    birth: PartialDate | None = None
    nationality: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    note: str = ""
    interests: str = ""
    gender: Gender | None = None


@dataclass(frozen=True)
class ContactDraft:
    """One entry of the contact log. `minutes`: how long it took, 1 to 1440; `provider`: the id of
    the body it was with, where the directory has it; `follow_up` is to be done on `follow_up_on`.
    """

    on: date
    channel: Channel
    counterpart: Counterpart
    whom: str
    text: str
    topics: tuple[ContactTopic, ...] = ()
    minutes: int | None = None
    provider: int | None = None
    follow_up_on: date | None = None
    follow_up: str = ""


@dataclass(frozen=True)
class PersonView:
    id: int
    draft: PersonDraft
    name: str
    age: int | None


@dataclass(frozen=True)
class ContactView:
    """`followed_up_on`: when what was to be followed up was done."""

    id: int
    draft: ContactDraft
    advisor: str
    provider_name: str = ""
    followed_up_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to follow it up."""
        return self.draft.follow_up_on is not None and self.followed_up_on is None


@dataclass(frozen=True)
class StageView:
    """One change of stage, newest first; `failed` marks an attempt that did not succeed."""

    on: date
    stage: Stage
    failed: bool
    reason: str


@dataclass(frozen=True)
class FactView:
    """A recorded answer: fact key and value are codes of `app.rules.facts`."""

    key: str
    value: str
    person: int | None


@dataclass(frozen=True)
class MissingFact:
    """An unanswered fact and how many steps hang on it."""

    key: str
    person: int | None
    person_name: str
    steps: int


@dataclass(frozen=True)
class BlockerView:
    """Something that bars the first working day, or did.

    `due` is the day it has to be cleared for; `cleared_on` when it was. `ask` names the facts that
    decide or clear it, `steps` the short titles of open steps that lead there, `roles` who can
    act; `step` is the step to go to, `track` where it stands.
    """

    blocker: Blocker
    state: BlockerState
    due: Day | None
    cleared_on: date | None = None
    ask: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    step: int | None = None
    track: Track | None = None

    @property
    def bars(self) -> bool:
        """Whether the first working day is barred."""
        return self.state is not BlockerState.CLEARED


@dataclass(frozen=True)
class CaseHead:
    """The person's header, the same on every tab."""

    id: int
    name: str
    initials: str
    occupation: str
    employer: str
    stage: Stage
    advisor: str
    work_start: Day | None
    next_due: Day | None
    next_step: str
    held_until: date | None
    held_because: str
    closed_on: date | None
    closed_because: CloseReason | None
    members: tuple[tuple[int, str], ...] = ()
    blockers: tuple[BlockerView, ...] = ()
    tied: tuple[tuple[int, str], ...] = ()
    """Other cases of the same humans, with their names."""
    attending: Attending = ALONE


@dataclass(frozen=True)
class HistoryView:
    """One batch of the journal as the case's history shows it."""

    batch: int
    at: datetime
    who: str
    act: str
    undone: bool


@dataclass(frozen=True)
class CaseView:
    """Everything the form of a case shows."""

    head: CaseHead
    draft: CaseDraft
    people: tuple[PersonView, ...]
    anchors: Mapping[AnchorKind, Day]
    facts: tuple[FactView, ...]
    missing: tuple[MissingFact, ...]
    contacts: tuple[ContactView, ...]
    stages: tuple[StageView, ...]
    contradictions: tuple[str, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    holders: tuple[HolderView, ...] = ()
    saved_at: datetime | None = None
    moves: tuple[AnchorMoveView, ...] = ()


@dataclass(frozen=True)
class SavedFilter:
    id: int
    name: str
    query: CaseQuery
    count: int | None = field(default=None, compare=False)
