"""The shipped templates with the office's own wordings laid over them, by the same reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from app.content import links
from app.content.catalogue import Catalogue
from app.content.faults import Block, Problem, Report, parsed
from app.content.group_tables import read_phase, read_set
from app.content.step_tables import read_step
from app.content.tables import Table
from app.content.templates import Phase, PlanSet, StepTemplate
from app.errors import Fault
from app.rules.terms import Track

ORIGINAL = "# Es gilt die mitgelieferte Fassung.\n"
"""The text of a version that goes back to what was shipped."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class OwnText:
    """One wording of the office: the block of a file as TOML, or the order of a track. Blank
    switches off; then `former` is the wording the step had before, blank for the shipped one."""

    kind: str
    track: Track
    template: str
    text: str
    former: str = ""


def called(template: str) -> str:
    """What faults call the text of an own wording."""
    return f"Eigene Fassung: {template}"


def overlaid(shipped: Catalogue, own: Sequence[OwnText]) -> Catalogue:
    """The catalogue with these wordings in place of the shipped ones.

    A broken one, or one whose links do not hold over the whole, gives way to the shipped original
    and is told among the faults. Own steps come after the others of their phase until an order
    says otherwise.
    """
    left = _Read()
    for text in own:
        left.add(text, shipped)
    while True:
        merged = _merged(shipped, left)
        broken = [each for each in _broken(merged) if left.drop(each)]
        if not broken:
            return merged


@dataclass
class _Read:
    """What was read of the own wordings, with the blocks their faults go to."""

    steps: dict[str, tuple[StepTemplate, Block]] = field(default_factory=dict)
    sets: dict[str, tuple[PlanSet, Block]] = field(default_factory=dict)
    phases: dict[str, tuple[Phase, Track]] = field(default_factory=dict)
    orders: dict[Track, tuple[str, ...]] = field(default_factory=dict)
    off: dict[str, StepTemplate | None] = field(default_factory=dict)
    off_sets: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    reports: list[Report] = field(default_factory=list)
    as_shipped: set[str] = field(default_factory=set)

    def add(self, own: OwnText, shipped: Catalogue) -> None:
        if own.kind == "step":
            self._add_step(own, shipped)
        elif own.kind == "order":
            self._add_order(own)
        elif own.kind == "set" and not own.text:
            self.off_sets.add(own.template)
        elif own.text and own.text != ORIGINAL:
            self._add_group(own)

    def _add_step(self, own: OwnText, shipped: Catalogue) -> None:
        self.named.add(own.template)
        if not own.text:
            former = replace(own, text=own.former)
            found = shipped.by_id.get(own.template)
            if own.former and own.former != ORIGINAL:
                found = read_own_step(former, shipped)[0] or found
            self.off[own.template] = found
        elif own.text == ORIGINAL:
            self.as_shipped.add(own.template)
        else:
            step, block = read_own_step(own, shipped)
            self.reports.append(block.report)
            if step is not None:
                self.steps[own.template] = step, block

    def _add_order(self, own: OwnText) -> None:
        file = _table(own)
        if file is not None:
            self.orders[own.track] = file.texts("order")

    def _add_group(self, own: OwnText) -> None:
        found = _block(own)
        self.reports.append(found.place.report)
        if own.kind == "set":
            plan_set = read_set(found, own.track)
            if _is_sound(found.place, plan_set.id, own):
                self.sets[own.template] = plan_set, found.place
        else:
            phase = read_phase(found)
            if _is_sound(found.place, phase.id, own):
                self.phases[own.template] = phase, own.track

    def lacks(self, template: str) -> bool:
        """Whether what was read of an own wording is not to be used."""
        return template not in self.steps and template not in self.as_shipped

    def drop(self, broken: links.Broken) -> bool:
        """Leave out an own step, or an own set, whose link does not hold; False where the link
        is a shipped one's."""
        blocks = self._blocks(broken.key)
        block = blocks.get(broken.template)
        if block is None:
            return False
        block.fault(broken.key, broken.problem, broken.word, broken.allowed)
        if broken.key == "leaves_out":
            self.sets.pop(broken.template, None)
        else:
            self.steps.pop(broken.template, None)
        return True

    def _blocks(self, key: str) -> dict[str, Block]:
        if key == "leaves_out":
            return {name: block for name, (_, block) in self.sets.items()}
        return {name: block for name, (_, block) in self.steps.items()}


def read_own_step(own: OwnText, shipped: Catalogue) -> tuple[StepTemplate | None, Block]:
    """The step of an own wording, None where it is broken: then its block has the faults. What
    names no day of its own was last checked when the shipped step was."""
    table = _block(own)
    was = shipped.by_id.get(own.template)
    step = read_step(table, own.track, 0, was.stand if was else None, shipped.papers)
    return (step if _is_sound(table.place, step.id, own) else None), table.place


def _is_sound(block: Block, found: str, own: OwnText) -> bool:
    if block.is_sound and found != own.template:
        block.fault("id", Problem.UNKNOWN_VALUE, found, [own.template])
    return block.is_sound


def _block(own: OwnText) -> Table[Block]:
    """The one table of a wording; an empty one, with the fault told, where it is none."""
    name = called(own.template)
    values = parsed(own.text, name)
    report = Report(name, own.text)
    if isinstance(values, Fault):
        report.faults.append(values)
        return Table({}, Block(report, 0, [], is_sound=False))
    tables = values.get(own.kind)
    first = tables[0] if isinstance(tables, list) and tables else {}
    return Table(first if isinstance(first, dict) else {}, report.block(own.kind, 0))


def _table(own: OwnText) -> Table[Block] | None:
    values = parsed(own.text, called(own.template))
    report = Report(called(own.template), own.text)
    return None if isinstance(values, Fault) else Table(values, Block(report, 1, []))


def _merged(shipped: Catalogue, own: _Read) -> Catalogue:
    phases = {
        track: tuple(_replaced(known, _of_track(own.phases.values(), track), _phase_id))
        for track, known in shipped.phases.items()
    }
    steps = [
        step
        for track in shipped.phases
        for step in _ordered(_steps(shipped, own, track, phases[track]), own.orders.get(track))
    ]
    given = tuple(step for step in steps if step.id not in own.off)
    sets = _replaced(shipped.sets, [each for each, _ in own.sets.values()], _set_id)
    return replace(
        shipped,
        steps=given,
        by_id={step.id: step for step in given},
        phases=phases,
        sets=tuple(each for each in sets if each.id not in own.off_sets),
        faults=(*shipped.faults, *(fault for report in own.reports for fault in report.faults)),
        off={step.id: step for step in steps if step.id in own.off},
        own=frozenset(step.id for step in given if step.id in own.named and not own.lacks(step.id)),
        named=None if shipped.named is None else shipped.named | own.named,
    )


def _steps(
    shipped: Catalogue, own: _Read, track: Track, phases: Sequence[Phase]
) -> list[StepTemplate]:
    """The steps of a track, those switched off among them: own ones in the place of the shipped,
    new ones last in their phase."""
    worded = {key: step for key, (step, _) in own.steps.items()}
    worded |= {key: step for key, step in own.off.items() if step is not None}
    found = [worded.get(step.id, step) for step in shipped.steps if step.track is track]
    places = [phase.id for phase in phases]
    for step in worded.values():
        if step.track is track and step.id not in shipped.by_id:
            at = _place(places, step.phase)
            before = [n for n, each in enumerate(found) if _place(places, each.phase) <= at]
            found.insert(before[-1] + 1 if before else 0, step)
    return found


def _place(places: Sequence[str], phase: str) -> int:
    return places.index(phase) if phase in places else len(places)


def _ordered(steps: Sequence[StepTemplate], order: Sequence[str] | None) -> Iterable[StepTemplate]:
    """Steps in the order the office gave them; what it does not name stays behind the one it
    follows. Numbered anew."""
    found = list(steps)
    if order:
        places = {name: place for place, name in enumerate(order)}
        at = -1
        keys = {}
        for step in steps:
            at = places.get(step.id, at)
            keys[step.id] = (at, step.id not in places)
        found.sort(key=lambda step: keys[step.id])
    return [replace(step, order=place) for place, step in enumerate(found)]


def _replaced(known: Iterable[_T], own: Iterable[_T], key: Callable[[_T], str]) -> list[_T]:
    """Own ones in the place of those of the same id, new ones behind."""
    found = {key(each): each for each in known}
    found.update({key(each): each for each in own})
    return list(found.values())


def _phase_id(phase: Phase) -> str:
    return phase.id


def _set_id(plan_set: PlanSet) -> str:
    return plan_set.id


def _of_track(phases: Iterable[tuple[Phase, Track]], track: Track) -> list[Phase]:
    return [phase for phase, its in phases if its is track]


def _broken(merged: Catalogue) -> list[links.Broken]:
    """What does not hold over the whole; the shipped ones hold among themselves."""
    broken = [
        each
        for step in merged.steps
        for each in links.of_phase(step, [phase.id for phase in merged.phases[step.track]])
    ]
    broken += links.of_steps(merged.steps, merged.named)
    if merged.named is not None:
        broken += links.of_sets(merged.steps, [each.id for each in merged.sets])
        for plan_set in merged.sets:
            broken += links.of_set(plan_set, merged.named)
    return broken
