"""Both tracks of templates as one catalogue: steps by id, phases in order, faults of the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.content.template_files import load_all
from app.content.templates import Phase, PlanSet, StepTemplate, Templates
from app.errors import Fault
from app.rules.terms import Track


@dataclass(frozen=True)
class Catalogue:
    """Every sound step, onboarding first; `by_id` finds one, `phases` the lanes of a track.

    `sets` are the sets of milestones, the usual one first.
    """

    steps: tuple[StepTemplate, ...]
    by_id: Mapping[str, StepTemplate]
    phases: Mapping[Track, tuple[Phase, ...]]
    sets: tuple[PlanSet, ...]
    faults: tuple[Fault, ...]


def load_catalogue(resources: Path) -> Catalogue:
    """Read the shipped templates; broken steps are left out and told among the faults."""
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
    )
