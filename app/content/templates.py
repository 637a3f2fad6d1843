"""What the shipped templates say: steps, phases, documents and sets as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.content.languages import FALLBACK
from app.errors import Fault
from app.records.templates import Example
from app.rules.conditions import Condition
from app.rules.planning import StepRule
from app.rules.standing import LEGAL
from app.rules.terms import DateKind, Grade, OfficeType, Role, Track

SHORT_TITLE = 44
"""Longest short title, in characters: it must fit a line of the timeline."""


@dataclass(frozen=True)
class Spoken:
    """A text of a template in the languages its file holds; `key` is what translations into
    others call it (`app.content.words`), "steps.anmeldung.title"."""

    texts: Mapping[str, str]
    key: str = field(default="", compare=False)

    def in_language(self, language: str) -> str:
        """The text in that language, else in English."""
        return self.texts.get(language) or self.texts[FALLBACK]


@dataclass(frozen=True)
class DocumentTemplate:
    """A paper that steps ask for; one id, one name everywhere.

    `professional`: only the professional has it; a step for each person asks nobody else for it.
    """

    id: str
    title: Spoken
    professional: bool = False


Papers = Mapping[str, DocumentTemplate | None]
"""The documents by id; None for one that is named but itself broken."""
Blocks = Mapping[tuple[str, str], Mapping[str, object]]
"""The tables of files as they are written, by their header and id: ("step", "anmeldung")."""


@dataclass(frozen=True)
class Phase:
    """A lane of the timeline or a chapter of the checklist, in the order of the files."""

    id: str
    title: Spoken


@dataclass(frozen=True)
class PlanSet:
    """A set of milestones as a case is given it: all of its track but those it leaves out, and
    what only other sets have. `employer`: the name of the employer whose new cases are given it,
    blank for everybody's; `professions`: the codes of those whose new cases are given it where the
    employer has none of its own."""

    id: str
    title: Spoken
    leaves_out: tuple[str, ...] = ()
    employer: str = ""
    professions: tuple[str, ...] = ()
    track: Track = Track.ONBOARDING


@dataclass(frozen=True)
class Note:
    """A sentence that only some households need; it follows the explanation while the condition
    holds (YES)."""

    condition: Condition
    text: Spoken


@dataclass(frozen=True)
class StepTemplate:
    """One step as the office gives it to households.

    `order` counts from 0 within the track. `basis` is the paragraph in words, "" for the office's
    own advice; `evidence` the grade as written ("G+S"), `grade` its first letter; `stand` the day
    the text was last checked. `shift_basis` says why the end of a period moves, or does not.
    `only_in`: the sets that give it, empty where all do that do not leave it out; `examples` are
    kept with the rule.
    """

    id: str
    track: Track
    phase: str
    order: int
    title: Spoken
    short: Spoken
    explain: Spoken
    rule: StepRule
    office_type: OfficeType
    office: Spoken
    documents: tuple[DocumentTemplate, ...]
    basis: str
    shift_basis: str
    source: str
    stand: date | None
    grade: Grade | None
    evidence: str
    notes: tuple[Note, ...] = ()
    only_in: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def kind(self) -> DateKind:
        """What its date means."""
        return self.rule.kind

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who acts, the leading role first."""
        return self.rule.roles

    @property
    def is_statutory(self) -> bool:
        """Whether the date is the law's, so that its paragraph has to be named."""
        return self.kind in STATUTORY


STATUTORY = LEGAL | {DateKind.EARLIEST, DateKind.AUTHORITY_TERM}
"""Kinds of dates that only a paragraph can set."""


@dataclass(frozen=True)
class Templates:
    """One track: its sound steps and phases in order, its sets, the faults of its files.

    The faults of documents.toml, which both tracks share, are among those of both, and so is
    `named`: every step that the files of either name, broken ones too; None where a file could
    not be read, so that nobody can know. `papers` is None where the documents could not be read
    at all.
    """

    track: Track
    phases: tuple[Phase, ...] = ()
    steps: tuple[StepTemplate, ...] = ()
    sets: tuple[PlanSet, ...] = ()
    faults: tuple[Fault, ...] = ()
    named: frozenset[str] | None = frozenset()
    papers: Papers | None = None
    blocks: Blocks = field(default_factory=dict)

    def step(self, template: str) -> StepTemplate | None:
        """The step of that id, None where it is unknown or broken."""
        return next((step for step in self.steps if step.id == template), None)

    @property
    def rules(self) -> tuple[StepRule, ...]:
        """What `app.rules.planning.plan` takes."""
        return tuple(step.rule for step in self.steps)
