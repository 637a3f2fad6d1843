"""Templates as files: written as the shipped ones are, read back with a preview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.draft_checks import tried
from app.content.faults import Block, Problem, Report, read_toml
from app.content.group_tables import read_phase, read_set
from app.content.languages import OFFICE_LANGUAGE
from app.content.own_versions import OwnText, called, overlaid
from app.content.step_tables import read_step
from app.content.tables import Table
from app.content.template_drafts import set_draft, step_draft
from app.content.template_writing import (
    file_text,
    phase_block,
    set_block,
    step_block,
)
from app.content.templates import Phase
from app.done import Act, Done
from app.errors import Fault, Reason, Refused, Trouble, Unavailable
from app.progress import Step as Progress
from app.progress import Steps, finish
from app.records.templates import ImportPreview, SetDraft, StepDraft
from app.rules.terms import Track
from app.services import checks
from app.services.rulebook import Kept
from app.services.shelf import holding_on, own_text
from app.services.template_base import TOUCHED, TemplateBase
from app.services.template_effects import WORK
from app.services.template_english import settle_english
from db import journal
from db.repositories import cases, templates


@dataclass
class _Parcel:
    """What a file of templates holds, as far as it could be read."""

    track: Track | None = None
    steps: dict[str, StepDraft] = field(default_factory=dict)
    sets: dict[str, SetDraft] = field(default_factory=dict)
    phases: dict[str, Phase] = field(default_factory=dict)
    blocks: dict[tuple[str, str], Block] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class TemplateFiles(TemplateBase):
    def export(
        self,
        track: Track,
        steps: Collection[str] | None = None,
        sets: Collection[str] = (),
    ) -> str:
        """A file of templates: these steps of a track in its order, None for all the office
        worded itself, and these sets; with the phases the shipped files do not have. Raises
        `Refused(NO_SUCH_TEMPLATE)`, `Refused(NO_SUCH_SET)`."""
        catalogue = self._planner.catalogue
        for step in steps or ():
            known = catalogue.known(step)
            if known is None or known.track is not track:
                raise Refused(Reason.NO_SUCH_TEMPLATE, "steps", template=step)
        wanted = catalogue.own if steps is None else steps
        ordered = [
            step
            for step in (*catalogue.steps, *catalogue.off.values())
            if step.id in wanted and step.track is track
        ]
        with self._transactions.reading() as session:
            drafts = [self._wording(session, step.id) for step in ordered]
            if steps is None:
                drafts = [draft for draft in drafts if draft != self._shipped(draft.id)]
            groups = [set_block(self._set_wording(session, name)) for name in sets]
        used = {draft.phase for draft in drafts}
        shipped = {phase.id for phase in self._planner.shelf.shipped.phases[track]}
        groups += [
            phase_block(phase.id, phase.title.texts)
            for phase in catalogue.phases[track]
            if phase.id in used - shipped
        ]
        stand = _common_stand(drafts)
        blocks = [
            step_block(replace(draft, stand=None) if draft.stand == stand else draft)
            for draft in drafts
        ]
        return file_text(track, stand, [*groups, *blocks])

    def export_file(
        self,
        path: Path,
        track: Track,
        steps: Collection[str] | None = None,
        sets: Collection[str] = (),
    ) -> int:
        """Write `export` into a file, whole or not at all; returns the number of steps and sets,
        0 where there is none: then nothing is written. Raises `Unavailable(CANNOT_WRITE)`."""
        text = self.export(track, steps, sets)
        number = sum(line in ("[[step]]", "[[set]]") for line in text.split("\n"))
        part = path.with_name(path.name + ".part")
        try:
            if number:
                part.write_text(text, encoding="utf-8")
                part.replace(path)
        except OSError as error:
            raise Unavailable(Trouble.CANNOT_WRITE, path) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return number

    def import_preview(self, path: Path) -> ImportPreview:
        """What reading a file would bring, or what is wrong with it; changes nothing."""
        with self._transactions.reading() as session:
            return self._preview(session, self._opened(session, path))

    def importing(self, path: Path, valid_from: date, note: str = "") -> Steps[Done]:
        """Take over what is new or changed in a file: a job that writes at its end. Running cases
        whose plan would change keep their former rules; `taking_over` is for them. Raises
        `Refused`: TEMPLATE_BROKEN where the file has faults, EXISTS where it brings nothing new,
        NOT_A_DATE (`valid_from`)."""
        self._check_day(valid_from)
        checks.storable_text(note, "note")
        yield Progress(0, 1, WORK)
        with self._transactions.command(Act.TEMPLATES_IMPORTED) as session:
            parcel = self._opened(session, path)
            preview = self._preview(session, parcel)
            if preview.faults or parcel.track is None:
                raise Refused(Reason.TEMPLATE_BROKEN, "file")
            changed = [name for name, _ in (*preview.new, *preview.changed)]
            catalogue = self._planner.catalogue
            if not (changed or preview.sets or preview.phases):
                raise Refused(Reason.EXISTS, "file")
            for name in changed:
                known = catalogue.known(name) is not None
                before = self._wording(session, name) if known else None
                now = valid_from <= self._transactions.today()
                settle_english(session, before, parcel.steps[name], now=now)
            for own in _own_texts(parcel):
                if own.template in {*changed, *dict(preview.sets), *dict(preview.phases)}:
                    self._store(
                        session, own.kind, own.track, own.template, own.text, valid_from, note
                    )
            session.flush()
            book = self._planner.shelf.read(session, valid_from)
            news = {name: Kept(book.catalogue.by_id[name], own=True) for name in changed}
            affected = self._affected(session, news, cases.all_ids(session))
            result = self._put_in_force(session, news, affected, valid_from)
            facts = {
                "added": str(len(preview.new)),
                "changed": str(len(preview.changed)),
                "held": str(result.held),
            }
            done = Done(Act.TEMPLATES_IMPORTED, TOUCHED, journal.batch_of(session), facts=facts)
        self._planner.adopt(result.book)
        return done

    def import_file(self, path: Path, valid_from: date, note: str = "") -> Done:
        """`importing`, here and now."""
        return finish(self.importing(path, valid_from, note))

    def _opened(self, session: Session, path: Path) -> _Parcel:
        """The file read by the same reader as the shipped ones, over the whole catalogue."""
        found = read_toml(path)
        if isinstance(found, Fault):
            return _Parcel(faults=[found])
        values, text = found
        report = Report(path.name, text)
        file = Table(values, Block(report, 1, text.split("\n")))
        parcel = _Parcel(track=file.member("track", Track))
        self._read(file, parcel)
        file.close()
        parcel.faults += report.faults
        if not parcel.faults:
            parcel.faults += self._broken_links(session, parcel)
        return parcel

    def _read(self, file: Table[Block], parcel: _Parcel) -> None:
        track = parcel.track or Track.ONBOARDING
        stand = file.date("stand")
        for table in _blocks(file, "phase"):
            phase = read_phase(table)
            parcel.phases[phase.id] = phase
            parcel.blocks["phase", phase.id] = table.place
        for table in _blocks(file, "set"):
            plan_set = read_set(table, track)
            parcel.sets[plan_set.id] = set_draft(dict(table.items()), track)
            parcel.blocks["set", plan_set.id] = table.place
        for table in _blocks(file, "step"):
            step = read_step(table, track, 0, stand, self._planner.catalogue.papers)
            draft = step_draft(dict(table.items()), track)
            if step.id in parcel.steps:
                table.place.fault("id", Problem.DUPLICATE_ID, step.id)
            parcel.steps[step.id] = draft if draft.stand else replace(draft, stand=stand)
            parcel.blocks["step", step.id] = table.place

    def _broken_links(self, session: Session, parcel: _Parcel) -> list[Fault]:
        """What does not hold once the file lies over what is in force today."""
        rows = templates.versions(session)
        holding = holding_on(rows, self._transactions.today())
        own = {(row.kind, row.template): own_text(row, rows) for row in holding}
        own |= {(text.kind, text.template): text for text in _own_texts(parcel)}
        whole = overlaid(self._planner.shelf.shipped, list(own.values()))
        found = []
        for (kind, name), block in parcel.blocks.items():
            found += [_placed(each, block) for each in whole.faults if each.file == called(name)]
            if kind == "step":
                checked = tried(parcel.steps[name], self._planner.catalogue)
                found += [
                    _placed(fault, block) for fault in checked.faults if fault.key in _ITS_OWN
                ]
        return found

    def _preview(self, session: Session, parcel: _Parcel) -> ImportPreview:
        catalogue = self._planner.catalogue
        new, changed, equal = [], [], []
        for name, draft in parcel.steps.items():
            told = (name, draft.short.get(OFFICE_LANGUAGE, ""))
            if catalogue.known(name) is None:
                new.append(told)
            elif name in catalogue.by_id and self._wording(session, name) == draft:
                equal.append(told)
            else:
                changed.append(told)
        sets = [
            (name, draft.title.get(OFFICE_LANGUAGE, ""))
            for name, draft in parcel.sets.items()
            if not self._has_set(session, draft)
        ]
        known = {phase.id: phase for each in catalogue.phases.values() for phase in each}
        phases = [
            (name, phase.title.in_language(OFFICE_LANGUAGE))
            for name, phase in parcel.phases.items()
            if known.get(name) != phase
        ]
        return ImportPreview(
            parcel.track,
            tuple(new),
            tuple(changed),
            tuple(equal),
            tuple(sets),
            tuple(phases) if not parcel.faults else (),
            tuple(parcel.faults),
        )

    def _has_set(self, session: Session, draft: SetDraft) -> bool:
        if not any(each.id == draft.id for each in self._planner.catalogue.sets):
            return False
        return self._set_wording(session, draft.id) == draft


_ITS_OWN = ("id", "track")
"""What is checked against the catalogue as it is, not as the file would have it."""


def _placed(fault: Fault, block: Block) -> Fault:
    """A fault of an own wording where the file says what it names."""
    named = re.compile(rf"(?<![\w-]){re.escape(fault.key)}(?![\w-])")
    place = next((n for n, line in enumerate(block.lines) if named.search(line)), 0)
    return replace(fault, file=block.report.file, line=block.line + place)


def _own_texts(parcel: _Parcel) -> list[OwnText]:
    """What a file says as the data file keeps it."""
    track = parcel.track or Track.ONBOARDING
    phases = [
        OwnText("phase", track, name, phase_block(name, phase.title.texts))
        for name, phase in parcel.phases.items()
    ]
    sets = [OwnText("set", track, name, set_block(each)) for name, each in parcel.sets.items()]
    steps = [OwnText("step", track, name, step_block(each)) for name, each in parcel.steps.items()]
    return [*phases, *sets, *steps]


def _common_stand(drafts: Sequence[StepDraft]) -> date | None:
    """The day most of them were last checked, for the head of a file; None where one of them
    names no day, which it would be given by that."""
    counted = Counter(draft.stand for draft in drafts)
    if None in counted or not counted:
        return None
    return counted.most_common(1)[0][0]


def _blocks(file: Table[Block], header: str) -> list[Table[Block]]:
    """The tables under `[[header]]`, each reporting in its own block of the file."""
    return [
        Table(dict(entry.items()), file.place.report.block(header, index))
        for index, entry in enumerate(file.tables(header))
    ]
