"""Who looks for work: what crosses the boundary. Levels, states and the like are codes of
`app.rules.job_terms`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.rules.job_matching import Against, For
from app.rules.job_terms import IntroductionState, Level, Qualification, WorkTime
from app.rules.terms import MemberRole

MOST_HOURS = 60
"""Hours a week that are believed."""


@dataclass(frozen=True)
class ProfileDraft:
    """What somebody can do and wants. `kldb`: one to five digits of the KldB 2010; `german`: the
    answer GERMAN_LEVEL of the person, blank unknown, "none" for none; `languages`: all others by
    BCP 47 tag. Hours a week; `radius_km` from home, None any. `wishes` are printed, `note` never.
    """

    occupation: str = ""
    kldb: str = ""
    qualification: Qualification | None = None
    qualified_as: str = ""
    german: str = ""
    languages: Mapping[str, Level] = field(default_factory=dict)
    min_hours: int | None = None
    max_hours: int | None = None
    available_from: date | None = None
    radius_km: float | None = None
    shifts: frozenset[WorkTime] = frozenset()
    wishes: str = ""
    note: str = ""


@dataclass(frozen=True)
class OwnCaseDraft:
    """The case of its own of a member: profession (a code) and words for it; the employer as a
    provider's id."""

    profession: str = "other"
    occupation: str = ""
    employer: int | None = None


@dataclass(frozen=True)
class TieView:
    """Two cases of one human: `person` of the household's `case` is `own_person` of `own_case`."""

    id: int
    case: int
    case_name: str
    person: int
    person_name: str
    own_case: int
    own_case_name: str
    own_person: int
    since: date


@dataclass(frozen=True)
class KnownCase:
    """A person of another case who may be the same human."""

    case: int
    case_name: str
    person: int
    person_name: str
    closed: bool = False


@dataclass(frozen=True)
class CareerView:
    """A grown-up member of a household: the profile where there is one, the tie where there is
    one, else the cases (`known`) that may be this person's own. `german`: the answer of the
    person, which is there without a profile too."""

    person: int
    name: str
    role: MemberRole
    profile: ProfileDraft | None
    german: str = ""
    tie: TieView | None = None
    known: tuple[KnownCase, ...] = ()

    @property
    def draft(self) -> ProfileDraft:
        """The profile, a blank one where there is none."""
        return self.profile or ProfileDraft(german=self.german)


@dataclass(frozen=True)
class OpeningDraft:
    """A job an employer (a provider's id) has open. `profession`: a value of
    FactKey.PROFESSION or blank; `public_note` is printed, `note` never."""

    provider: int | None
    title: str
    kldb: str = ""
    profession: str = ""
    qualification: Qualification | None = None
    german: Level | None = None
    min_hours: int | None = None
    max_hours: int | None = None
    shifts: frozenset[WorkTime] = frozenset()
    contact: str = ""
    website: str = ""
    public_note: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class OpeningView:
    """`closed`: the employer is archived or has ended; `introduced`: how many introductions to it
    are under way."""

    id: int
    draft: OpeningDraft
    employer: str
    town: str
    filled_on: date | None = None
    closed: bool = False
    introduced: int = 0

    def ended(self, today: date) -> bool:
        """Whether nobody can have it any more."""
        over = self.draft.valid_to is not None and self.draft.valid_to < today
        return over or self.closed or self.filled_on is not None


@dataclass(frozen=True)
class Match:
    """An opening for somebody. `km` as the crow flies; `is_of_trade`: it has to do with what the
    person does; `introduced`: the introduction to it (id) where there is one."""

    opening: OpeningView
    points: int
    pros: tuple[For, ...]
    cons: tuple[Against, ...]
    km: float | None
    is_barred: bool
    is_of_trade: bool
    introduced: int | None = None


@dataclass(frozen=True)
class IntroductionDraft:
    """Somebody introduced to an employer, for an opening or without one. `next_on`: the next
    appointment; `because`: why it came to nothing."""

    person: int
    provider: int | None
    on: date
    opening: int | None = None
    state: IntroductionState = IntroductionState.PLANNED
    next_on: date | None = None
    because: str = ""


@dataclass(frozen=True)
class IntroductionView:
    """`allowed`: the consent it rests on was not withdrawn. `elsewhere`: it was entered in the
    other case of the same human."""

    id: int
    draft: IntroductionDraft
    person_name: str
    employer: str
    opening_title: str
    allowed: bool
    elsewhere: bool = False


@dataclass(frozen=True)
class Occupation:
    """A line of the KldB 2010."""

    code: str
    title: str
