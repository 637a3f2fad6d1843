"""Both tracks of templates as one catalogue: steps by id, phases in order, faults of the files."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
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
    """The shipped templates; broken steps are left out and told among the faults. Read again only
    where a file changed, so that another data file opens without waiting for them."""
    files = sorted((resources / "templates").rglob("*.toml"))
    return _read(resources, tuple((file, *_state(file)) for file in files))


@lru_cache(maxsize=2)
def _read(resources: Path, _files: tuple[tuple[Path, int, int], ...]) -> Catalogue:
    return gathered(load_all(resources))


def _state(file: Path) -> tuple[int, int]:
    """What tells one state of a file from another; a file that cannot be asked is always new."""
    try:
        found = file.stat()
    except OSError:
        return time.monotonic_ns(), 0
    return found.st_mtime_ns, found.st_size


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
