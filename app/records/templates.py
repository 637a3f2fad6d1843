"""Templates as the office looks after them: what is proven, what it changed, whom that affects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.errors import Fault
from app.rules.calendar import Day
from app.rules.terms import Answer, DateKind, Track

Texts = Mapping[str, str]
"""A text by language code; the office's own language is needed."""
FactRow = Mapping[str, tuple[str, ...]]
"""One row of a condition: facts by key with the values that suit."""


@dataclass(frozen=True)
class UnprovenStep:
    """A step graded A: printed only once a named person confirmed the wording it has now. Blank
    and None where nobody did, or only for a former wording."""

    template: str
    track: Track
    title: str
    short: str
    basis: str
    source: str
    stand: date | None
    confirmed_by: str
    confirmed_on: date | None


@dataclass(frozen=True)
class NoteDraft:
    """A sentence that only some households need."""

    when: tuple[FactRow, ...]
    text: Texts


@dataclass(frozen=True)
class Example:
    """A household as facts with the answer the rule has to give; kept with the rule.

    `facts`: a value by the key of the fact; what is not named is unknown.
    """

    facts: Mapping[str, str]
    applies: Answer


@dataclass(frozen=True)
class StepDraft:
    """Everything one `[[step]]` table of a template file says, as the form edits it: codes and
    texts, nothing checked yet. Blank text, empty tuple, None: the key is left out of the file.

    `only_in`: the sets of milestones that give the step; empty: all that do not leave it out.
    """

    id: str
    track: Track
    phase: str
    title: Texts
    short: Texts
    explain: Texts
    kind: str
    offset: str
    anchor: str = ""
    after: str = ""
    when: tuple[FactRow, ...] = ()
    scope: str = ""
    shift: str = ""
    shift_basis: str = ""
    first_day_counts: bool = False
    promptly: bool = False
    roles: tuple[str, ...] = ()
    office_type: str = ""
    office: Texts = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    basis: str = ""
    source: str = ""
    grade: str = ""
    stand: date | None = None
    depends_on: tuple[str, ...] = ()
    notes: tuple[NoteDraft, ...] = ()
    clears: str = ""
    leads_to: str = ""
    only_in: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class SetDraft:
    """A set of milestones as the form edits it. `employer`: the name of the employer whose cases
    it is proposed for, blank for everybody's; `professions`: likewise, where the employer has
    none. `copy_of`: the set it is a copy of while it is not stored yet; what only that one gives
    it gives too, then."""

    id: str
    track: Track
    title: Texts
    leaves_out: tuple[str, ...] = ()
    employer: str = ""
    copy_of: str = ""
    professions: tuple[str, ...] = ()


class TemplateState(Enum):
    """How a step of the templates stands to what was shipped."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    OWN = "own"
    OFF = "off"


@dataclass(frozen=True)
class TemplateRow:
    """A line of the editor's list, in the order of the plan.

    `planned`: the day from which another version holds, None where none is planned; `held`: how
    many running cases keep a former rule; `newer_original`: the shipped text changed since the
    office wrote its own.
    """

    template: str
    track: Track
    phase: str
    short: str
    kind: DateKind
    state: TemplateState
    planned: date | None = None
    held: int = 0
    newer_original: bool = False


@dataclass(frozen=True)
class SetRow:
    """A set of milestones with how many steps of its track it gives and how many cases have it;
    `usual`: the one that cases have unless they are given another."""

    id: str
    track: Track
    title: str
    employer: str
    steps: int
    cases: int
    state: TemplateState
    usual: bool


@dataclass(frozen=True)
class VersionRow:
    """One version of a step, newest first; `off`: it switches the step off. `holds`: the one in
    force today."""

    version: int
    valid_from: date
    made_on: date
    made_by: str
    note: str
    off: bool
    holds: bool


class Doubt(Enum):
    """What is worth a second look at a rule that could be stored; the ui has a sentence."""

    NOBODY = "nobody"
    """No open case meets the condition."""
    EVERYBODY = "everybody"
    """Every open case meets the condition, though it names facts."""
    NEVER = "never"
    """No household can meet it: every row contradicts itself."""
    NO_ANCHOR = "no_anchor"
    """No open case has the date it counts from."""
    HOLIDAYS_UNKNOWN = "holidays_unknown"
    """In an open case it counts into a year whose holidays are not known."""


@dataclass(frozen=True)
class Checked:
    """What is wrong with a draft (`Fault.key` names the field of StepDraft), how its examples
    turn out, in order."""

    faults: tuple[Fault, ...]
    examples: tuple[Answer, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it may be stored, examples aside."""
        return not self.faults


@dataclass(frozen=True)
class Applying:
    """ "gilt für": the open cases that a draft applies to now, may apply to, and does not.

    `yes` and `unclear` hold (case id, name) of the first hundred; the numbers count all.
    """

    yes: tuple[tuple[int, str], ...]
    unclear: tuple[tuple[int, str], ...]
    yes_count: int
    unclear_count: int
    no_count: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class StepChange:
    """What a changed rule would do with one step of one case. `old` and `new` are its dates.

    Comes: `comes`; goes: `goes`; stays although it does not apply any more, because somebody
    worked on it: `stays`; none of them: it is counted or worded otherwise.
    """

    person: str
    old: Day | None
    new: Day | None
    comes: bool = False
    goes: bool = False
    stays: bool = False


@dataclass(frozen=True)
class Affected:
    """A running case whose plan a changed rule would change."""

    case: int
    name: str
    changes: tuple[StepChange, ...]


@dataclass(frozen=True)
class ChangePreview:
    """Whom a change affects, by name; `looked_at` counts the running cases."""

    affected: tuple[Affected, ...]
    looked_at: int


@dataclass(frozen=True)
class ImportPreview:
    """What a file of templates would bring: (id, short title) of each step that is new, changed,
    or as it is; the same of sets and phases that are new or changed. With faults nothing is
    brought."""

    track: Track | None
    new: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    equal: tuple[tuple[str, str], ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    phases: tuple[tuple[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()
