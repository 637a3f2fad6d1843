"""Moving the dates of a case, seen before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.calendar import Day
from app.rules.collisions import CollisionKind, Remedy
from app.rules.terms import AnchorKind, Blocker, DateKind, StepState, Track


@dataclass(frozen=True)
class AnchorChange:
    """A date of the case, from when to when; `new` equals `old` where it stays."""

    kind: AnchorKind
    old: Day | None
    new: Day | None


@dataclass(frozen=True)
class MovedStep:
    """An open step that another day would be counted for.

    `anchor`, `offset`, `after` say from what; `unshifted` and `behind` why it is not the plain end.
    `holiday` names the public holiday that `unshifted` is, else that the new day is; `holidays` the
    school holidays the new day lies in, "" for none.
    """

    step: int
    template: str
    track: Track
    short: str
    person_name: str
    kind: DateKind
    anchor: AnchorKind | None
    offset: str
    after: str
    old: Day | None
    new: Day | None
    unshifted: date | None = None
    holiday: str = ""
    behind: str = ""
    holidays: str = ""


@dataclass(frozen=True)
class KeptStep:
    """A step that stays: fixed by hand, done, or set aside; `day` it was done or is due."""

    step: int
    short: str
    state: StepState
    pinned: bool
    day: Day | None


@dataclass(frozen=True)
class CollisionView:
    """One thing that does not fit together, and what would put it right.

    `step` (on `track`) and `other_step` are ids of the plan, their short titles beside them; see
    `app.rules.collisions.Collision` for the rest.
    """

    kind: CollisionKind
    remedy: Remedy
    step: int | None
    track: Track | None
    short: str
    day: Day | None
    other_step: int | None
    other_short: str
    other_day: Day | None
    anchors: tuple[AnchorKind, ...]
    blocker: Blocker | None
    remedy_day: Day | None

    @property
    def is_grave(self) -> bool:
        """Shown in red."""
        return self.kind is CollisionKind.ENTRY_BEFORE_VISA


@dataclass(frozen=True)
class RedatingPreview:
    """What moving dates of a case would do; nothing is changed yet.

    `name` is that of the case. `together`: the other dates of the journey that the first of the
    moved ones belongs to, with the day they would have, moved by the same distance. `comes` and
    `goes` are short titles of steps that ages on another day bring or take.
    """

    name: str
    today: date
    changes: tuple[AnchorChange, ...]
    together: tuple[AnchorChange, ...]
    moved: tuple[MovedStep, ...]
    kept: tuple[KeptStep, ...]
    comes: tuple[str, ...]
    goes: tuple[str, ...]
    collisions: tuple[CollisionView, ...]


@dataclass(frozen=True)
class Redating:
    """What is to be moved, and how.

    `keep`: ids of steps that stay on their present day, fixed there. `unpin`: ids of pinned steps
    that move again. `pin`: days that steps are fixed on.
    """

    moves: tuple[tuple[AnchorKind, Day], ...]
    reason: str = ""
    keep: frozenset[int] = frozenset()
    unpin: frozenset[int] = frozenset()
    pin: tuple[tuple[int, Day], ...] = ()


@dataclass(frozen=True)
class AnchorMoveView:
    """A date that was moved once, newest first."""

    kind: AnchorKind
    old: Day
    new: Day
    moved_on: date
    reason: str
