"""What of an induction slipped: done late, open past its day, or said to be missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from statistics import median

from app.rules.terms import StepState


class Outcome(Enum):
    """What became of a step in the words of somebody who was there."""

    DONE = "done"
    PARTLY = "partly"
    MISSED = "missed"


@dataclass(frozen=True)
class Observed:
    """A step of a template in one case. `due` is the last day of its date; `outcomes` what those
    concerned said of it; `is_over`: the case is closed, so that nobody will do what is open."""

    template: str
    case: int
    due: date | None
    state: StepState
    done_on: date | None = None
    outcomes: frozenset[Outcome] = frozenset()
    is_over: bool = False


@dataclass(frozen=True)
class Slip:
    """How a step of a template went: in how many cases its time had come, in how many it slipped,
    and by how many days in the middle (median) where days are known."""

    template: str
    cases: int
    slipped: int
    median_days: float | None = None

    @property
    def share(self) -> float:
        """Of the cases it was due in, 0 to 1."""
        return self.slipped / self.cases if self.cases else 0.0


def is_told(seen: Observed, today: date) -> bool:
    """Whether anything can be said of the step yet: it was done, its day is past, or somebody said
    what became of it. What nobody needs, and what a closed case left open, is not counted."""
    if seen.state is StepState.NOT_NEEDED:
        return False
    if seen.state is StepState.DONE or seen.outcomes:
        return True
    return not seen.is_over and seen.due is not None and seen.due < today


def days_late(seen: Observed, today: date) -> int:
    """Days between the day it was due and the one it was done, or today while it is open; 0 where
    it was in time or has no date."""
    if seen.due is None:
        return 0
    if seen.state is StepState.DONE:
        end = seen.done_on or seen.due
    else:
        end = seen.due if seen.is_over else today
    return max(0, (end - seen.due).days)


def has_slipped(seen: Observed, today: date) -> bool:
    """Late, or not wholly done in somebody's words."""
    told = seen.outcomes & {Outcome.PARTLY, Outcome.MISSED}
    return bool(told) or days_late(seen, today) > 0


def slips(observed: Iterable[Observed], today: date) -> tuple[Slip, ...]:
    """Each template that can be told of, the one that slips in most cases first; of several steps
    of a case the worst counts."""
    found: dict[str, dict[int, tuple[bool, int]]] = {}
    for seen in observed:
        if is_told(seen, today):
            cases = found.setdefault(seen.template, {})
            worst = cases.get(seen.case, (False, 0))
            cases[seen.case] = max(worst, (has_slipped(seen, today), days_late(seen, today)))
    told = (_slip(template, cases.values()) for template, cases in found.items())
    return tuple(sorted(told, key=lambda each: (-each.slipped, -each.share, each.template)))


def _slip(template: str, cases: Iterable[tuple[bool, int]]) -> Slip:
    each = list(cases)
    late = [days for _, days in each if days]
    return Slip(
        template,
        len(each),
        sum(slipped for slipped, _ in each),
        float(median(late)) if late else None,
    )
