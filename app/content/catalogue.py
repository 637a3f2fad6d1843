"""Both tracks of templates as one catalogue: steps by id, phases in order, faults of the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from app.content.file_states import state_of
from app.content.template_files import load_all
from app.content.templates import Blocks, Papers, Phase, PlanSet, StepTemplate, Templates
from app.errors import Fault
from app.rules.terms import Track


@dataclass(frozen=True)
class Catalogue:
    """Every sound step, onboarding first; `by_id` finds one, `phases` the lanes of a track.

    `sets` are the sets of milestones, the usual one first. `off`: what the office switched off,
    as it was worded last; `own`: the steps that stand there in a wording of the office. `named`,
    `papers`, `blocks` as in `Templates`, of both tracks.
    """

    steps: tuple[StepTemplate, ...]
    by_id: Mapping[str, StepTemplate]
    phases: Mapping[Track, tuple[Phase, ...]]
    sets: tuple[PlanSet, ...]
    faults: tuple[Fault, ...]
    off: Mapping[str, StepTemplate] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    named: frozenset[str] | None = frozenset()
    papers: Papers | None = None
    blocks: Blocks = field(default_factory=dict)

    def known(self, template: str) -> StepTemplate | None:
        """The step of that id, one that is switched off too; None where it is unknown."""
        return self.by_id.get(template) or self.off.get(template)

    def worded(self) -> tuple[StepTemplate, ...]:
        """Every step there are words of, those switched off last."""
        return (*self.steps, *self.off.values())

    def set_named(self, plan_set: str) -> PlanSet | None:
        """The set of milestones of that id; blank means the first, which is the usual one."""
        if not plan_set:
            return next(iter(self.sets), None)
        return next((each for each in self.sets if each.id == plan_set), None)


def load_catalogue(resources: Path) -> Catalogue:
    """The shipped templates; broken steps are left out and told among the faults. Read again only
    where a file changed, so that another data file opens without waiting for them."""
    files = sorted((resources / "templates").rglob("*.toml"))
    return _read(resources, tuple((file, *state_of(file)) for file in files))


@lru_cache(maxsize=2)
def _read(resources: Path, _files: tuple[tuple[Path, int, int], ...]) -> Catalogue:
    return gathered(load_all(resources))


def gathered(templates: Mapping[Track, Templates]) -> Catalogue:
    steps = tuple(step for track in Track for step in templates[track].steps)
    return Catalogue(
        steps=steps,
        by_id={step.id: step for step in steps},
        phases={track: templates[track].phases for track in Track},
        sets=tuple(found for track in Track for found in templates[track].sets),
        # What is wrong with the documents, which both tracks share, is told once.
        faults=tuple(dict.fromkeys(fault for track in Track for fault in templates[track].faults)),
        named=next(iter(templates.values())).named,
        papers=next(iter(templates.values())).papers,
        blocks={key: block for track in Track for key, block in templates[track].blocks.items()},
    )
