"""Funding as it crosses the boundary: programmes, what fits a case and why, applications."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules.applying import ApplicationHint
from app.rules.funding import Fit, Judged, Programme, Why
from app.rules.funding_sums import Combination


class ApplicationState(Enum):
    """Where an application stands."""

    CONSIDERED = "considered"
    PREPARING = "preparing"
    SUBMITTED = "submitted"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    PAID = "paid"


RUNS = frozenset(
    {
        ApplicationState.PREPARING,
        ApplicationState.SUBMITTED,
        ApplicationState.GRANTED,
        ApplicationState.PAID,
    }
)
"""States in which a programme stands in the way of those it does not go with."""
WENT_OUT = RUNS - {ApplicationState.PREPARING}
"""States in which the application is with the body that decides, or was."""
DECIDED_FOR = frozenset({ApplicationState.GRANTED, ApplicationState.PAID})
"""States in which it is sure, and known how much."""
ENDED_WITHOUT = frozenset({ApplicationState.REFUSED, ApplicationState.WITHDRAWN})


class Refusal(Enum):
    """Why nothing came of an application."""

    NOT_ENTITLED = "not_entitled"
    TOO_LATE = "too_late"
    NO_MEANS = "no_means"  # the means of the programme are used up
    PAPERS = "papers"
    CHANGED = "changed"  # the family or its plans changed
    OTHER = "other"


@dataclass(frozen=True)
class ProgrammeView:
    """A programme as listed. `is_shipped`: the program brings one of that code; `is_changed`: the
    office has a version beside it; `original_changed`: since then another original is shipped;
    `is_broken`: the version cannot be read, the original stands in; `original`: what is shipped
    where the office's version says something else."""

    programme: Programme
    is_shipped: bool
    is_changed: bool = False
    original_changed: bool = False
    is_broken: bool = False
    original: Programme | None = None
    changed_on: date | None = None
    archived_on: date | None = None


@dataclass(frozen=True)
class Reach:
    """Whom a programme would fit among the open cases (`total`). `fits`, `unclear`: (case id, name)
    of the first few, the numbers count all; `met_count`: cases in which nothing of the case speaks
    against it or is open, whatever is not known of the programme itself; `held`: why it is called
    fitting nowhere meanwhile."""

    fits: tuple[tuple[int, str], ...]
    unclear: tuple[tuple[int, str], ...]
    fits_count: int
    unclear_count: int
    met_count: int
    total: int
    held: tuple[Why, ...] = ()


@dataclass(frozen=True)
class ApplicationDraft:
    """An application. `person`: for one member alone; `missing`: codes of papers, `confirmed`: of
    checks of the programme that hold; cents of a euro."""

    programme: str
    state: ApplicationState = ApplicationState.CONSIDERED
    person: int | None = None
    submitted_on: date | None = None
    decided_on: date | None = None
    paid_on: date | None = None
    asked_cents: int | None = None
    granted_cents: int | None = None
    next_on: date | None = None
    missing: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    reason: Refusal | None = None
    because: str = ""
    note: str = ""


@dataclass(frozen=True)
class ApplicationView:
    """An application as listed. `title`: of the programme when it was noted; `apply_by`: the last
    day to apply as the programme said then; `bound_until`: what was granted binds until then;
    `hints`: what is odd about it, told where the programme is known."""

    id: int
    case: int
    draft: ApplicationDraft
    title: str
    noted_on: date
    person_name: str = ""
    apply_by: date | None = None
    bound_until: date | None = None
    hints: tuple[ApplicationHint, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A programme and what it comes to for a case. `missing`: codes of papers the case does not
    have yet; `name`: the grown-up it was answered for, blank the household; `application`: the
    one that runs or was noted, None without."""

    programme: Programme
    judged: Judged
    missing: tuple[str, ...] = ()
    name: str = ""
    application: int | None = None

    @property
    def fit(self) -> Fit:
        return self.judged.fit


@dataclass(frozen=True)
class FundingBoard:
    """The answer for a case: the offers, those that fit first. `sure`: the best combination of what
    fits; `possible`: of that and what is unclear. `next_by`: the next last day to apply, for
    `next_title`. `papers`: the German names of papers by code; `clashes`: titles of two noted
    applications that do not go together."""

    offers: tuple[Offer, ...]
    sure: Combination
    possible: Combination
    applications: tuple[ApplicationView, ...] = ()
    next_by: date | None = None
    next_title: str = ""
    papers: dict[str, str] = field(default_factory=dict)
    clashes: tuple[tuple[str, str], ...] = ()

    def fitting(self, fit: Fit) -> tuple[Offer, ...]:
        return tuple(each for each in self.offers if each.fit is fit)

    def open(self, fit: Fit) -> tuple[Offer, ...]:
        """Those of `fitting` that nobody has refused and the family has not withdrawn from."""
        over = {each.id for each in self.applications if each.draft.state in ENDED_WITHOUT}
        return tuple(each for each in self.fitting(fit) if each.application not in over)
