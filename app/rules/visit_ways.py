"""Ways of a visit: minutes by car, by bus or on foot, and ferries with what is waited for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import ceil

from app.rules import care_ways
from app.rules.care_ways import DETOUR

BOARDING = 15
"""Minutes before a ferry leaves that one has to be there; an assumption of this program."""
GRAIN = 5
WITHIN_TOWN = 10
"""Minutes between two places of one town of which one has no point; an assumption."""
FARTHEST_ON_FOOT_KM = 2.0
"""Of road: what is nearer is walked by those who have no car; an assumption."""
FOOT_KM_A_MINUTE = 5 / 60
BUS_KM_A_MINUTE = 20 / 60
BUS_WAITING = 15
"""A bus goes 20 km/h with its stops, and is waited for; assumptions, so always an estimate."""


class Means(Enum):
    """How one gets there."""

    CAR = "car"
    BUS = "bus"
    FOOT = "foot"


@dataclass(frozen=True)
class Way:
    """Minutes to go, None where nobody can tell; such a way counts as none."""

    minutes: int | None
    means: Means
    estimated: bool = False


@dataclass(frozen=True)
class Spot:
    """Where something is: `stop` as the ways of care know it. `is_rough`: of its point only the
    middle of the town or post code is known. `town`: folded, to know one town from another."""

    stop: care_ways.Stop
    town: str = ""
    is_rough: bool = False


HERE = Way(0, Means.FOOT)
_NOWHERE = Spot(care_ways.Stop())


def way(one: Spot, other: Spot, table: care_ways.Table, *, by_car: bool) -> Way:
    """The way between two places on one shore.

    By car as `care_ways.minutes` has it: the office's table, else the straight line times 1.4 at
    30 km/h. The table is of cars, so without one the way is always estimated.
    """
    if _NOWHERE in (one, other):
        return Way(None, Means.CAR if by_car else Means.BUS)
    exact = not (one.is_rough or other.is_rough)
    if exact and care_ways.is_same_place(one.stop, other.stop):
        return HERE
    means = Means.CAR if by_car else Means.FOOT
    if not exact and one.town and one.town == other.town:
        return Way(WITHIN_TOWN, means, estimated=True)
    if by_car:
        found = care_ways.minutes(one.stop, other.stop, table)
        return Way(found, means, care_ways.estimated(one.stop, other.stop, table))
    km = care_ways.distance(one.stop, other.stop)
    if km is None:
        if one.town and one.town == other.town:
            return Way(WITHIN_TOWN, means, estimated=True)
        return Way(None, Means.BUS)
    road = km * DETOUR
    if road <= FARTHEST_ON_FOOT_KM:
        return Way(max(1, ceil(road / FOOT_KM_A_MINUTE)), means, estimated=True)
    return Way(ceil(road / BUS_KM_A_MINUTE) + BUS_WAITING, Means.BUS, estimated=True)


@dataclass(frozen=True)
class Crossing:
    """A ferry of one day, minutes of that day: from the place of its `harbour` to that of its
    `landing` (places of the atlas). `key`: the sailing it is."""

    key: int
    harbour: int
    landing: int
    departs: int
    arrives: int


@dataclass(frozen=True)
class Leg:
    """A part of a way, in minutes of the day. `crossing`: it is a ferry."""

    start: int
    end: int
    way: Way | None = None
    crossing: Crossing | None = None


@dataclass(frozen=True)
class Link:
    """How to get from one place to another on a day: `direct` minutes, or by one of the ferries:
    the last minute to set out for it, and the minute one is there."""

    direct: int | None = None
    ferries: tuple[tuple[int, int], ...] = ()

    @property
    def exists(self) -> bool:
        """Whether one gets there at all."""
        return self.direct is not None or bool(self.ferries)

    def arrival(self, leaving: int) -> int | None:
        """When one is there who can leave at this minute, None if not on this day."""
        if self.direct is not None:
            return leaving + self.direct
        return min((there for last, there in self.ferries if leaving <= last), default=None)


@dataclass(frozen=True)
class Atlas:
    """Places by their number and what lies between them. `shores`: the island each place is on,
    "" for the mainland. `crossings`: the ferries of each day of the visit. From one island to
    another no way is looked for."""

    shores: tuple[str, ...]
    ways: Mapping[tuple[int, int], Way]
    crossings: tuple[tuple[Crossing, ...], ...]
    _links: dict[tuple[int, int, int], Link] = field(
        default_factory=dict, compare=False, repr=False
    )

    def way(self, here: int, there: int) -> Way:
        """The way between two places of one shore."""
        if here == there:
            return HERE
        return self.ways.get((here, there)) or self.ways.get((there, here)) or Way(None, Means.CAR)

    def minutes(self, here: int, there: int) -> int:
        """The minutes that are counted for it, in steps of `GRAIN`: nobody is told to be somewhere
        at 11:31."""
        return -(-(self.way(here, there).minutes or 0) // GRAIN) * GRAIN

    def link(self, here: int, there: int, day: int) -> Link:
        """How to get there on this day of the visit."""
        key = (here, there, day)
        if key not in self._links:
            self._links[key] = self._made(here, there, day)
        return self._links[key]

    def legs(self, here: int, there: int, day: int, leaving: int, by: int) -> tuple[Leg, ...]:
        """The way between two places for who can leave at `leaving` and must be there at `by`:
        with a ferry the last that is early enough, the way itself just in time. Empty where there
        is nothing to go; what cannot be done in time is left as short as it is."""
        if self.shores[here] == self.shores[there]:
            known = self.way(here, there)
            if known == HERE:
                return ()
            return (Leg(max(leaving, by - self.minutes(here, there)), by, known),)
        fitting = [
            each
            for each in self._over(here, there, day)
            if leaving <= self._last(here, each) and self._there(each, there) <= by
        ]
        if not fitting:
            return ()
        crossing = max(fitting, key=lambda each: (each.departs, -each.arrives))
        return self._by_ferry(here, there, crossing)

    def legs_soon(self, here: int, there: int, day: int, leaving: int) -> tuple[Leg, ...]:
        """As `legs`, as soon as it can be: the way home."""
        arrival = self.link(here, there, day).arrival(leaving)
        if arrival is None:
            return ()
        return self.legs(here, there, day, leaving, arrival)

    def _by_ferry(self, here: int, there: int, crossing: Crossing) -> tuple[Leg, ...]:
        before = self.way(here, crossing.harbour)
        after = self.way(crossing.landing, there)
        on_board = crossing.departs - BOARDING
        parts = [Leg(on_board - self.minutes(here, crossing.harbour), on_board, before)]
        parts.append(Leg(crossing.departs, crossing.arrives, crossing=crossing))
        parts.append(Leg(crossing.arrives, self._there(crossing, there), after))
        return tuple(part for part in parts if part.way != HERE)

    def _over(self, here: int, there: int, day: int) -> tuple[Crossing, ...]:
        shores = self.shores[here], self.shores[there]
        return tuple(
            each
            for each in self.crossings[day]
            if (self.shores[each.harbour], self.shores[each.landing]) == shores
        )

    def _last(self, here: int, crossing: Crossing) -> int:
        return crossing.departs - BOARDING - self.minutes(here, crossing.harbour)

    def _there(self, crossing: Crossing, there: int) -> int:
        return crossing.arrives + self.minutes(crossing.landing, there)

    def _made(self, here: int, there: int, day: int) -> Link:
        if self.shores[here] == self.shores[there]:
            return Link(self.minutes(here, there))
        return Link(
            ferries=tuple(
                (self._last(here, each), self._there(each, there))
                for each in self._over(here, there, day)
            )
        )
