"""The shipped step templates: TOML → frozen templates, and every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.content.circles import circles
from app.content.faults import Block, Problem, Report, Toml, read_toml
from app.content.languages import FALLBACK, PROGRAM_LANGUAGES
from app.content.tables import Table
from app.errors import Fault
from app.rules.calendar import Shift
from app.rules.conditions import Condition, Row
from app.rules.facts import VOCABULARY, FactKey
from app.rules.planning import Scope, StepRule
from app.rules.schedule import Offset, parse_offset
from app.rules.terms import AnchorKind, DateKind, Grade, OfficeType, Role, Track

SHORT_TITLE = 44
"""Longest short title, in characters: it must fit a line of the timeline."""


@dataclass(frozen=True)
class Spoken:
    """A text in the program's languages."""

    texts: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in that language, else in English."""
        return self.texts.get(language) or self.texts[FALLBACK]


@dataclass(frozen=True)
class DocumentTemplate:
    """A paper a step asks for; the same id means the same paper in every step."""

    id: str
    title: Spoken


@dataclass(frozen=True)
class Phase:
    """A lane of the timeline or a chapter of the checklist, in the file's order."""

    id: str
    title: Spoken


@dataclass(frozen=True)
class StepTemplate:
    """One step as the office gives it to households.

    `order` counts from 0 within the track. `basis` is the paragraph in words, "" for the office's
    own advice; `evidence` the grade as written ("G+S"), `grade` its first letter; `stand` the day
    the text was last checked. `shift_basis` is the paragraph that lets the end move, or keeps it.
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
        """Whether the date is the law's: printed as *gesetzlich*, else as *empfohlen*."""
        return self.kind in _STATUTORY


_STATUTORY = frozenset(
    {
        DateKind.DUTY,
        DateKind.CLAIM_ENDS,
        DateKind.VALIDITY_ENDS,
        DateKind.EARLIEST,
        DateKind.AUTHORITY_TERM,
    }
)


@dataclass(frozen=True)
class Templates:
    """The sound steps of one track in order, its phases, and the faults of its file."""

    track: Track
    phases: tuple[Phase, ...] = ()
    steps: tuple[StepTemplate, ...] = ()
    faults: tuple[Fault, ...] = ()

    def step(self, template: str) -> StepTemplate | None:
        """The step of that id, None where it is unknown or broken."""
        return next((step for step in self.steps if step.id == template), None)

    @property
    def rules(self) -> tuple[StepRule, ...]:
        """What `app.rules.planning.plan` takes."""
        return tuple(step.rule for step in self.steps)


def load_templates(path: Path, track: Track) -> Templates:
    """Read one file of templates. Never raises for its contents: a broken step is left out, the
    rest is loaded, every fault is told with its line."""
    found = read_toml(path)
    if isinstance(found, Fault):
        return Templates(track, faults=(found,))
    table, text = found
    report = Report(path.name, text)
    return _Reader(table, report, track).read()


def load_all(resources: Path) -> dict[Track, Templates]:
    """The shipped templates of both tracks from `resources/templates`."""
    folder = resources / "templates"
    return {track: load_templates(folder / f"{track.value}.toml", track) for track in Track}


class _Reader:
    def __init__(self, table: Toml, report: Report, track: Track) -> None:
        self._file = Table(table, Block(report, 1, report.text.split("\n")))
        self._report = report
        self._track = track
        self._stand: date | None = None
        self._phases: list[Phase] = []
        self._ids: list[str] = []

    def read(self) -> Templates:
        written = self._file.take_choice("track", Track, self._track)
        if written is not self._track:
            allowed = [self._track.value]
            self._file.block.fault("track", Problem.UNKNOWN_VALUE, written.value, allowed)
        self._stand = self._file.take_date("stand")
        self._phases = list(self._read_phases())
        read = list(self._read_steps())
        self._file.close()
        steps = list(self._without_broken_dependencies(read))
        faults = sorted(self._report.faults, key=lambda fault: (fault.line, fault.key))
        return Templates(self._track, tuple(self._phases), tuple(steps), tuple(faults))

    def _read_phases(self) -> Iterator[Phase]:
        ids: set[str] = set()
        for index, entry in enumerate(self._file.take_tables("phase")):
            table = self._within(entry, "phase", index)
            phase = Phase(table.take_text("id"), Spoken(table.spoken("phase", PROGRAM_LANGUAGES)))
            table.close()
            if phase.id in ids:
                table.block.fault("id", Problem.DUPLICATE_ID, phase.id)
            if table.block.is_sound:
                ids.add(phase.id)
                yield phase

    def _read_steps(self) -> Iterator[tuple[StepTemplate, Block]]:
        ids: set[str] = set()
        for index, entry in enumerate(self._file.take_tables("step")):
            table = self._within(entry, "step", index)
            step = self._read_step(table, index)
            self._ids.append(step.id)
            if step.id in ids:
                # Which of the two is meant nobody can know: the first stays, the second goes.
                table.block.fault("id", Problem.DUPLICATE_ID, step.id)
            if table.block.is_sound:
                ids.add(step.id)
                yield step, table.block

    def _within(self, entry: Table, header: str, index: int) -> Table:
        """The same table, reporting in its own block of the file."""
        return Table(dict(entry.items()), self._report.block(header, index))

    def _read_step(self, table: Table, index: int) -> StepTemplate:
        block = table.block
        phase = table.take_text("phase")
        phases = [known.id for known in self._phases]
        if phase and phase not in phases:
            block.fault("phase", Problem.UNKNOWN_PHASE, phase, phases)
        rule = self._read_rule(table)
        office_type, office = _read_office(table)
        evidence = table.take_text("grade", needed=False)
        step = StepTemplate(
            id=rule.template,
            track=self._track,
            phase=phase,
            order=index,
            title=Spoken(table.take_texts("title", PROGRAM_LANGUAGES)),
            short=Spoken(table.take_texts("short", PROGRAM_LANGUAGES, longest=SHORT_TITLE)),
            explain=Spoken(table.take_texts("explain", PROGRAM_LANGUAGES)),
            rule=rule,
            office_type=office_type,
            office=office,
            documents=_read_documents(table),
            basis=table.take_text("basis", needed=False),
            shift_basis=table.take_text("shift_basis", needed=False),
            source=table.take_text("source", needed=False),
            stand=table.take_date("stand") or self._stand,
            grade=_grade(evidence, block),
            evidence=evidence,
        )
        table.close()
        return step

    def _read_rule(self, table: Table) -> StepRule:
        text = table.take_text("offset")
        return StepRule(
            template=table.take_text("id"),
            track=self._track,
            anchor=table.take_choice("anchor", AnchorKind, problem=Problem.UNKNOWN_ANCHOR),
            offset=_offset(text, table.block),
            offset_text=text,
            kind=table.take_choice("kind", DateKind),
            roles=table.take_choices("roles", Role),
            condition=_condition(table),
            scope=table.take_choice("scope", Scope, Scope.ONCE),
            shift=table.take_choice("shift", Shift, Shift.NONE),
            first_day_counts=table.take_bool("first_day_counts"),
            promptly=table.take_bool("promptly"),
            depends_on=table.take_words("depends_on"),
        )

    def _without_broken_dependencies(
        self, read: list[tuple[StepTemplate, Block]]
    ) -> Iterator[StepTemplate]:
        """Leave out steps that wait for an unknown step or for each other in a circle."""
        in_circle = circles({step.id: step.rule.depends_on for step, _ in read})
        for step, block in read:
            for other in step.rule.depends_on:
                # What the file names is known: a step is not broken because another one is.
                if other not in self._ids:
                    block.fault("depends_on", Problem.UNKNOWN_STEP, other, self._ids)
                elif step.id in in_circle and other in in_circle[step.id]:
                    block.fault("depends_on", Problem.CIRCLE, other)
            if block.is_sound:
                yield step


def _offset(text: str, block: Block) -> Offset:
    try:
        return parse_offset(text) if text else Offset()
    except ValueError:
        block.fault("offset", Problem.BAD_OFFSET, text)
        return Offset()


def _condition(table: Table) -> Condition:
    """`when = [{fact = ["value", …], …}, …]`; missing or empty: always."""
    rows = []
    for entry in table.take_tables("when"):
        row = _row(entry)
        if not row:
            table.block.fault("when", Problem.EMPTY)
        rows.append(row)
    return Condition(tuple(rows))


def _row(entry: Table) -> Row:
    row: dict[FactKey, frozenset[str]] = {}
    for name, values in entry.items():
        try:
            key = FactKey(name)
        except ValueError:
            entry.block.fault("when", Problem.UNKNOWN_FACT, name, [str(k) for k in FactKey])
            # Keep a row that is no longer empty: one fault is enough.
            row[FactKey.ORIGIN] = frozenset()
            continue
        if not isinstance(values, list) or not values:
            entry.block.fault("when", Problem.WRONG_TYPE, name)
            values = []
        allowed = VOCABULARY[key].values
        for value in values:
            if value not in allowed:
                entry.block.fault("when", Problem.UNKNOWN_FACT_VALUE, str(value), allowed)
        row[key] = frozenset(str(value) for value in values)
    return row


def _read_office(table: Table) -> tuple[OfficeType, Spoken]:
    """`office = { type = "…", de = "…", en = "…" }`."""
    inner = table.take_table("office")
    if inner is None:
        return OfficeType.PERSON, Spoken({})
    office_type = inner.take_choice("type", OfficeType)
    name = Spoken(inner.spoken("office", PROGRAM_LANGUAGES))
    inner.close()
    return office_type, name


def _read_documents(table: Table) -> tuple[DocumentTemplate, ...]:
    """`documents = [{ id = "…", de = "…", en = "…" }, …]`."""
    documents: list[DocumentTemplate] = []
    for inner in table.take_tables("documents"):
        document = DocumentTemplate(
            inner.take_text("id"), Spoken(inner.spoken("documents", PROGRAM_LANGUAGES))
        )
        inner.close()
        if any(document.id == other.id for other in documents):
            inner.block.fault("documents", Problem.DUPLICATE_ID, document.id)
        documents.append(document)
    return tuple(documents)


def _grade(evidence: str, block: Block) -> Grade | None:
    """A mixed grade counts by its first letter; without one it is the office's own advice."""
    if not evidence:
        return None
    allowed = [grade.value for grade in Grade]
    letters = evidence.split("+")
    wrong = [letter for letter in letters if letter not in allowed]
    if wrong:
        block.fault("grade", Problem.UNKNOWN_VALUE, evidence, allowed)
        return None
    return Grade(letters[0])
