"""The plan of a household as it crosses the boundary: steps, documents, standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.records.cases import CaseHead
from app.records.roles import HolderView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, DateKind, Grade, Role, StepState, Track

if TYPE_CHECKING:  # what reads opening hours is not needed for the first rows
    from app.rules.openings import LastOpening


@dataclass(frozen=True)
class OwnStep:
    """A step the office writes itself, bold in the lists."""

    track: Track
    title: str
    due: Day | None = None
    role: Role = Role.SERVICE_POINT
    person: int | None = None
    phase: str = ""
    note: str = ""


@dataclass(frozen=True)
class DocumentView:
    """One paper a step asks for; `present_on` is "liegt vor am", None while it is missing.
    `language`: that of the title, where it is not the one that was asked for; `german`: the title
    in German, by which papers of several steps are the same."""

    key: str
    title: str
    present_on: date | None
    language: str = ""
    german: str = ""


@dataclass(frozen=True)
class BecauseView:
    """One fact that decided whether a step applies: codes of `app.rules.facts`."""

    key: str
    value: str
    person: str


@dataclass(frozen=True)
class OfficeView:
    """The entry of the directory that is in charge of a step; the ordinary hours as OSM
    opening_hours, the days that bound them (`app.rules.in_force.Entry`), who is there after."""

    provider: int
    name: str
    address: str
    phone: str
    hours_osm: str
    hours_given: str
    checked_on: date | None
    hours_from: date | None = None
    hours_to: date | None = None
    closed_from: date | None = None
    closed_until: date | None = None
    closed_because: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""


@dataclass(frozen=True)
class WaitsFor:
    """A step that comes first: its short title, its id where it stands in the plan."""

    short: str
    step: int | None
    done: bool


@dataclass(frozen=True)
class StepView:
    """One step of one household.

    `explanation` is followed by `notes`, sentences that only this household's facts call for.
    `holders` are the people behind `roles`, those of this step before those of the case.
    `unproven`: graded A and confirmed by nobody, so not printed; else `confirmed_by`, `_on` say
    who vouched for it. `body` is the authority in charge by the home ("Stadt Norden"), `provider`
    its entry in the directory. `after`: the short title of the step whose completion the date is
    counted from, in place of an anchor; `counted_from` is that day, or the anchor's. `shift_basis`
    says why the end of a period moves to a working day, or does not. `unshifted`: the day as
    counted, where the date is another: for `holiday` (its name, "" on a weekend), or because
    `behind`, the short title of a step that comes first, is due later. `remind_on`: the last
    working day before an end that does not move. `language`: that of its texts, where it is
    not the one that was asked for. `last_opening`: when its office is open for the
    last time before the date, of open steps that bind the family to a day ahead. `snoozed_until`:
    nobody is reminded before that day, None once it has come; `snoozes` counts how often the
    reminder was put off.

    `computed` says what the date was counted from (anchor, ISO 8601 offset), None for own
    steps; `days_left` counts from today to `due`, negative once it is past; `late` is true only
    for open steps whose kind of date can be late.
    """

    id: int
    track: Track
    template: str
    phase: str
    title: str
    short: str
    explanation: str
    state: StepState
    applies: Answer
    because: tuple[BecauseView, ...]
    ask: tuple[str, ...]
    due: Day | None
    pinned: bool
    promptly: bool
    kind: DateKind
    basis: str
    grade: Grade | None
    source: str
    stand: date | None
    anchor: AnchorKind | None
    offset: str
    roles: tuple[Role, ...]
    person: int | None
    person_name: str
    office_type: str
    office: str
    documents: tuple[DocumentView, ...]
    done_on: date | None
    reason: str
    note: str
    own: bool
    late: bool
    days_left: int | None
    notes: tuple[str, ...] = ()
    by_hand: bool = False
    holders: tuple[HolderView, ...] = ()
    unproven: bool = False
    confirmed_by: str = ""
    confirmed_on: date | None = None
    body: str = ""
    provider: OfficeView | None = None
    unshifted: date | None = None
    holidays_unknown: bool = False
    waits_for: tuple[WaitsFor, ...] = ()
    after: str = ""
    counted_from: Day | None = None
    shift_basis: str = ""
    snoozed_until: date | None = None
    snoozes: int = 0
    holiday: str = ""
    behind: str = ""
    remind_on: date | None = None
    last_opening: LastOpening | None = None
    language: str = ""


@dataclass(frozen=True)
class PhaseView:
    """A lane of the timeline, in the order of the template."""

    key: str
    title: str
    done: int
    total: int


@dataclass(frozen=True)
class PlanView:
    """One track of a case: what is on it, how far along, what is next."""

    head: CaseHead
    track: Track
    today: date
    steps: tuple[StepView, ...]
    phases: tuple[PhaseView, ...]
    anchors: tuple[tuple[AnchorKind, Day], ...]
    done: int
    total: int
    late: int
    due_today: int
    due_this_week: int
    unclear: int
    next_step: int | None
    contradictions: tuple[str, ...] = ()
    plan_set: str = ""
    plan_sets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ListedStep:
    """One line of the list of all steps: a template for one person (None: the household), whether
    it applies and why. `step` is its id where it stands in the plan; `withheld` names facts under
    Art. 9 DSGVO that were never asked and leave it open. `left_out`: the case's set of milestones
    does not give it; `own`: the office wrote it itself, `template` is blank then."""

    template: str
    track: Track
    phase: str
    person: int | None
    person_name: str
    title: str
    short: str
    kind: DateKind
    roles: tuple[Role, ...]
    due: Day | None
    applies: Answer
    because: tuple[BecauseView, ...]
    ask: tuple[str, ...]
    withheld: tuple[str, ...]
    step: int | None
    state: StepState | None
    by_hand: bool = False
    left_out: bool = False
    late: bool = False
    own: bool = False
    last_opening: LastOpening | None = None


@dataclass(frozen=True)
class SetPreview:
    """What giving another set of milestones would do, by short titles: come, go, stay although the
    set leaves them out (done, or worked on)."""

    adds: tuple[str, ...]
    withdraws: tuple[str, ...]
    keeps: tuple[str, ...]
