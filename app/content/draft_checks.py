"""A draft of a step read as a file would be, its faults named by the fields of the form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from app.content import links
from app.content.catalogue import Catalogue
from app.content.faults import Block, Problem, Report, nearest, parsed
from app.content.own_versions import called
from app.content.step_tables import read_step
from app.content.tables import Table
from app.content.template_writing import step_block
from app.content.templates import StepTemplate
from app.errors import Fault
from app.records.templates import StepDraft

_ID = re.compile(r"[a-z0-9_]{1,60}")
_FIELDS = {"type": "office_type", "de": "office", "en": "office"}
"""Keys of inner tables by the field they belong to."""


@dataclass(frozen=True)
class Tried:
    """A draft as it was read: the step, only to be used as far as its fields are without fault."""

    step: StepTemplate
    faults: tuple[Fault, ...]

    def is_sound_in(self, *keys: str) -> bool:
        """Whether none of these fields is at fault."""
        return not any(fault.key in keys for fault in self.faults)


@dataclass
class _Form(Block):
    """Where faults of a form go: the key is the field, whatever the value at fault is."""

    def fault(
        self, key: str, problem: Problem, word: str = "", allowed: Iterable[str] = ()
    ) -> None:
        self.is_sound = False
        if key == "office" and problem is Problem.KEY_MISSING:
            key = "office_type"
        fault = Fault(
            self.report.file, 0, _FIELDS.get(key, key), problem, nearest(word or key, allowed)
        )
        if fault not in self.report.faults:
            self.report.faults.append(fault)


def tried(draft: StepDraft, catalogue: Catalogue) -> Tried:
    """The draft by the very reader of the files, its links checked over the whole catalogue."""
    report = Report(called(draft.id))
    form = _Form(report, 0, [])
    _check_texts(draft, form)
    values = parsed(step_block(draft), report.file)
    if isinstance(values, Fault):
        raise TypeError(values)  # what we write is TOML
    tables = values["step"]
    if not isinstance(tables, list):
        raise TypeError(tables)
    known = catalogue.known(draft.id)
    stand = known.stand if known else None
    step = read_step(Table(tables[0], form), draft.track, 0, stand, catalogue.papers)
    if draft.id and known is None and not _ID.fullmatch(draft.id):
        form.fault("id", Problem.UNKNOWN_VALUE, draft.id)
    if known is not None and known.track is not draft.track:
        form.fault("track", Problem.UNKNOWN_VALUE, draft.track.value, [known.track.value])
    _check_links(step, catalogue, form)
    return Tried(step, tuple(report.faults))


def _check_links(step: StepTemplate, catalogue: Catalogue, form: _Form) -> None:
    others = [each for each in catalogue.steps if each.id != step.id]
    named = catalogue.named if catalogue.named is None else catalogue.named | {step.id}
    sets = None if named is None else [each.id for each in catalogue.sets]
    phases = [phase.id for phase in catalogue.phases[step.track]]
    for broken in (
        *links.of_phase(step, phases),
        *links.of_steps([*others, step], named),
        *links.of_sets([step], sets),
    ):
        if broken.template == step.id:
            form.fault(broken.key, broken.problem, broken.word, broken.allowed)


def _check_texts(draft: StepDraft, form: _Form) -> None:
    """Report fields with half of a surrogate pair, which no file can hold."""
    for name, value in asdict(draft).items():
        try:
            json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")
        except UnicodeEncodeError:
            form.fault(name, Problem.NOT_UTF8)
