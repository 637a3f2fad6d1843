"""The files of the templates: documents, then each track's folder, read together as one whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.content.circles import circles
from app.content.faults import Block, Problem, Report, read_toml
from app.content.languages import PROGRAM_LANGUAGES
from app.content.step_tables import Papers, read_step
from app.content.tables import Table
from app.content.templates import (
    DocumentTemplate,
    Phase,
    PlanSet,
    Spoken,
    StepTemplate,
    Templates,
)
from app.errors import Fault
from app.rules.terms import Track

DOCUMENTS = "documents.toml"


def load_all(resources: Path) -> dict[Track, Templates]:
    """The shipped templates of both tracks from `resources/templates`.

    Never raises for their contents: a broken step is left out, the rest is loaded, every fault
    names its file (from `templates` on), line, key and the nearest name that would be right.
    """
    return _Shelf(resources / "templates").read()


@dataclass
class _Drawer:
    """What was read of one track so far; a step keeps the block that its faults go to."""

    track: Track
    reports: list[Report] = field(default_factory=list)
    phases: dict[str, Phase] = field(default_factory=dict)
    steps: list[tuple[StepTemplate, Block]] = field(default_factory=list)
    sets: list[tuple[PlanSet, Block]] = field(default_factory=list)
    count: int = 0


class _Shelf:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawers = {track: _Drawer(track) for track in Track}
        self._named: dict[str, Track] = {}
        """Every step that any file names, broken ones too, and its track."""
        self._sound: set[str] = set()
        self._sets: set[str] = set()
        self._has_unread = False
        """Whether a file could not be read at all: what it holds, nobody can know."""

    def read(self) -> dict[Track, Templates]:
        documents, papers = self._read_documents()
        for drawer in self._drawers.values():
            self._read_track(drawer, papers)
        self._check_phases()
        self._check_links()
        self._check_sets()
        return {
            track: Templates(
                track,
                phases=tuple(drawer.phases.values()),
                steps=tuple(step for step, block in drawer.steps if block.is_sound),
                sets=tuple(found for found, block in drawer.sets if block.is_sound),
                faults=tuple(
                    fault
                    for report in (documents, *drawer.reports)
                    for fault in sorted(report.faults, key=lambda fault: (fault.line, fault.key))
                ),
            )
            for track, drawer in self._drawers.items()
        }

    def _read_documents(self) -> tuple[Report, Papers | None]:
        """The report of documents.toml and its documents by id, None where it is unreadable."""
        found = self._open(self._folder / DOCUMENTS)
        if isinstance(found, Report):
            return found, None
        papers: dict[str, DocumentTemplate | None] = {}
        for table in _blocks(found, "document"):
            paper = DocumentTemplate(
                table.text("id", needed=True),
                Spoken(table.languages("document", PROGRAM_LANGUAGES)),
                table.flag("professional") or False,
            )
            table.close()
            if paper.id in papers:
                table.place.fault("id", Problem.DUPLICATE_ID, paper.id)
            else:
                papers[paper.id] = paper if table.place.is_sound else None
        found.close()
        if not papers:
            # an emptied file must not cost every step that names a paper
            found.place.fault("document", Problem.EMPTY)
        return found.place.report, papers or None

    def _read_track(self, drawer: _Drawer, papers: Papers | None) -> None:
        folder = self._folder / drawer.track.value
        paths = sorted(folder.glob("*.toml"), key=lambda path: path.name)
        if not paths:
            report = Report(drawer.track.value)
            report.faults.append(Fault(report.file, 0, "", Problem.NO_SUCH_FILE))
            drawer.reports.append(report)
        for path in paths:
            found = self._open(path)
            if isinstance(found, Report):
                self._has_unread = True
                drawer.reports.append(found)
            else:
                drawer.reports.append(found.place.report)
                self._read_file(found, drawer, papers)

    def _open(self, path: Path) -> Table[Block] | Report:
        """The file's table, or a report with its one fault where it is no TOML at all."""
        name = path.relative_to(self._folder).as_posix()
        found = read_toml(path, name)
        if isinstance(found, Fault):
            return Report(name, faults=[found])
        values, text = found
        return Table(values, Block(Report(name, text), 1, text.split("\n")))

    def _read_file(self, file: Table[Block], drawer: _Drawer, papers: Papers | None) -> None:
        track = drawer.track
        written = file.member("track", Track, default=track)
        if written is not track:
            file.place.fault("track", Problem.UNKNOWN_VALUE, written.value, [track.value])
        stand = file.date("stand")
        for table in _blocks(file, "phase"):
            _read_phase(table, drawer)
        for table in _blocks(file, "set"):
            self._read_set(table, drawer)
        for table in _blocks(file, "step"):
            self._read_step(table, drawer, stand, papers)
        file.close()

    def _read_step(
        self, table: Table[Block], drawer: _Drawer, stand: date | None, papers: Papers | None
    ) -> None:
        step = read_step(table, drawer.track, drawer.count, stand, papers)
        drawer.count += 1
        self._named.setdefault(step.id, drawer.track)
        if step.id in self._sound:
            # Which of the two is meant nobody can know: the first stays, the second goes.
            table.place.fault("id", Problem.DUPLICATE_ID, step.id)
        if table.place.is_sound:
            self._sound.add(step.id)
        drawer.steps.append((step, table.place))

    def _read_set(self, table: Table[Block], drawer: _Drawer) -> None:
        found = PlanSet(
            id=table.text("id", needed=True),
            title=Spoken(table.languages("set", PROGRAM_LANGUAGES)),
            leaves_out=table.texts("leaves_out"),
        )
        table.close()
        if found.id in self._sets:
            table.place.fault("id", Problem.DUPLICATE_ID, found.id)
        if table.place.is_sound:
            self._sets.add(found.id)
        drawer.sets.append((found, table.place))

    def _check_phases(self) -> None:
        """Report steps whose phase no file of their track has."""
        for drawer in self._drawers.values():
            for step, block in drawer.steps:
                if step.phase and step.phase not in drawer.phases:
                    block.fault("phase", Problem.UNKNOWN_PHASE, step.phase, drawer.phases)

    def _check_links(self) -> None:
        """Report what waits for an unknown step, or for itself through others."""
        read = list(self._sound_steps())
        in_circle = circles({step.id: _waits_for(step) for step, _ in read})
        for step, block in read:
            links = [("depends_on", other) for other in step.rule.depends_on]
            if step.rule.after:
                links.append(("after", step.rule.after))
            for key, other in links:
                # What a file names is known: a step is not broken because another one is.
                if other not in self._named:
                    if not self._has_unread:
                        block.fault(key, Problem.UNKNOWN_STEP, other, self._named)
                elif other in in_circle.get(step.id, ()):
                    block.fault(key, Problem.CIRCLE, other)

    def _sound_steps(self) -> Iterator[tuple[StepTemplate, Block]]:
        for drawer in self._drawers.values():
            for step, block in drawer.steps:
                if block.is_sound:
                    yield step, block

    def _check_sets(self) -> None:
        """Report sets that leave out what their track does not have."""
        for track, drawer in self._drawers.items():
            known = [step for step, its in self._named.items() if its is track]
            for found, block in drawer.sets:
                for step in found.leaves_out:
                    if step not in known and not self._has_unread:
                        block.fault("leaves_out", Problem.UNKNOWN_STEP, step, known)


def _read_phase(table: Table[Block], drawer: _Drawer) -> None:
    phase = Phase(
        table.text("id", needed=True), Spoken(table.languages("phase", PROGRAM_LANGUAGES))
    )
    table.close()
    if phase.id in drawer.phases:
        table.place.fault("id", Problem.DUPLICATE_ID, phase.id)
    if table.place.is_sound:
        drawer.phases[phase.id] = phase


def _blocks(file: Table[Block], header: str) -> Iterator[Table[Block]]:
    """The tables under `[[header]]`, each reporting in its own block of the file."""
    report = file.place.report
    for index, entry in enumerate(file.tables(header)):
        yield Table(dict(entry.items()), report.block(header, index))


def _waits_for(step: StepTemplate) -> tuple[str, ...]:
    """The steps that come first; one it is counted from is one of them."""
    after = step.rule.after
    return (*step.rule.depends_on, after) if after else step.rule.depends_on
