"""Minutes between two places of care, for whoever takes a child from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from app.rules.distance import Point, kilometres

DETOUR = 1.4
"""Road by straight line: 1.4 for short ways (Boscoe, Henry, Zdeb 2012: 1.417 in the USA)."""
KM_A_MINUTE = 0.5
"""30 km/h, through town by car or by a fast bicycle."""
SAME_PLACE_KM = 0.05


@dataclass(frozen=True)
class Stop:
    """A place on the way: its point, the names it may stand under in the office's table, or the
    minutes that were entered for a carer to any place."""

    point: Point | None = None
    names: tuple[str, ...] = ()
    own: int | None = None


Table = Callable[[tuple[str, ...], tuple[str, ...]], int | None]
"""Minutes by the office's table between two places given by their names."""


def minutes(one: Stop, other: Stop, table: Table) -> int | None:
    """The carer's own minutes; none at the same place; those of the office's table between two
    towns; else estimated (see `estimated`). None where a point is not known."""
    own = [each.own for each in (one, other) if each.own is not None]
    if own:
        return max(own)
    if is_same_place(one, other):
        return 0
    entered = table(one.names, other.names)
    if entered is not None:
        return entered
    km = distance(one, other)
    return None if km is None else max(1, ceil(km * DETOUR / KM_A_MINUTE))


def estimated(one: Stop, other: Stop, table: Table) -> bool:
    """Whether the minutes are an estimate from the distance."""
    if one.own is not None or other.own is not None:
        return False
    if distance(one, other) is None or is_same_place(one, other):
        return False
    return table(one.names, other.names) is None


def is_same_place(one: Stop, other: Stop) -> bool:
    """Whether both are at the same place, so that nobody goes anywhere."""
    km = distance(one, other)
    return km is not None and km < SAME_PLACE_KM


def distance(one: Stop, other: Stop) -> float | None:
    """Kilometres as the crow flies, None where a point is not known."""
    if one.point is None or other.point is None:
        return None
    return kilometres(one.point, other.point)
