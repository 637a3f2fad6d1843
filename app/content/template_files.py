"""The files of the templates: documents, then each track's folder, read together as one whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.content import links
from app.content.faults import Block, Problem, Report, read_toml
from app.content.group_tables import read_phase, read_set
from app.content.languages import TEMPLATE_LANGUAGES
from app.content.step_tables import read_step
from app.content.tables import Table
from app.content.templates import (
    DocumentTemplate,
    Papers,
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
    blocks: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
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
        named = None if self._has_unread else frozenset(self._named)
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
                named=named,
                papers=papers,
                blocks=drawer.blocks,
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
            name = table.text("id", needed=True)
            paper = DocumentTemplate(
                name,
                Spoken(table.languages("document", TEMPLATE_LANGUAGES), f"documents.{name}"),
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
            self._read_phase(table, drawer)
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
        drawer.blocks.setdefault(("step", step.id), dict(table.items()))

    def _read_phase(self, table: Table[Block], drawer: _Drawer) -> None:
        phase = read_phase(table)
        if phase.id in drawer.phases:
            table.place.fault("id", Problem.DUPLICATE_ID, phase.id)
        if table.place.is_sound:
            drawer.phases[phase.id] = phase
        drawer.blocks.setdefault(("phase", phase.id), dict(table.items()))

    def _read_set(self, table: Table[Block], drawer: _Drawer) -> None:
        found = read_set(table, drawer.track)
        if found.id in self._sets:
            table.place.fault("id", Problem.DUPLICATE_ID, found.id)
        if table.place.is_sound:
            self._sets.add(found.id)
        drawer.sets.append((found, table.place))
        drawer.blocks.setdefault(("set", found.id), dict(table.items()))

    def _check_phases(self) -> None:
        """Report steps whose phase no file of their track has."""
        for drawer in self._drawers.values():
            for step, block in drawer.steps:
                for broken in links.of_phase(step, drawer.phases):
                    block.fault(broken.key, broken.problem, broken.word, broken.allowed)

    def _check_links(self) -> None:
        """Report what waits for an unknown step, or for itself through others, and what only an
        unknown set gives."""
        read = {step.id: (step, block) for step, block in self._sound_steps()}
        # What a file names is known: a step is not broken because another one is.
        named = None if self._has_unread else self._named
        sets = None if self._has_unread else [found.id for found in self._all_sets()]
        steps = [step for step, _ in read.values()]
        for broken in (*links.of_steps(steps, named), *links.of_sets(steps, sets)):
            _, block = read[broken.template]
            block.fault(broken.key, broken.problem, broken.word, broken.allowed)

    def _all_sets(self) -> Iterator[PlanSet]:
        for drawer in self._drawers.values():
            yield from (found for found, _ in drawer.sets)

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


def _blocks(file: Table[Block], header: str) -> Iterator[Table[Block]]:
    """The tables under `[[header]]`, each reporting in its own block of the file."""
    report = file.place.report
    for index, entry in enumerate(file.tables(header)):
        yield Table(dict(entry.items()), report.block(header, index))
