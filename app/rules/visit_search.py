"""The best order of a visit: which stops on which day, and when, so that most wanted ones fit.

The sum of what is wanted counts first, then the minutes of ways and waiting. A day is searched by
sets of stops and the last one visited (Held, Karp 1962). What is known of an order is kept as the
minutes one may leave in the morning and the minutes that pass until then, so that waiting is
counted whenever one sets out. Up to `MOST` free stops the answer is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.rules.visit_ways import Atlas, Link

DAY = 1440
MOST = 12
"""So many free stops are searched whole; what goes beyond is put in one by one."""


@dataclass(frozen=True)
class Task:
    """A stop to be put somewhere. `starts`: for each day the first and last minutes it may begin
    at; `fixed`: the day it is agreed for, where its one start stands."""

    key: int
    place: int
    minutes: int
    wanted: int
    starts: tuple[tuple[tuple[int, int], ...], ...]
    fixed: int | None = None


@dataclass(frozen=True)
class Frame:
    """Nobody leaves `base` before `wakes` or is back after `rests`, nor sees more than `most` stops
    a day, but for what is agreed."""

    base: int
    wakes: int
    rests: int
    days: int
    most: int = 5


@dataclass(frozen=True)
class DayOrder:
    """A day: leaving at `leaves`, the stops (places in the list of tasks) with their starts, back
    at `back`. `cost`: minutes of ways and waiting."""

    order: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    leaves: int = 0
    back: int = 0
    cost: int = 0


@dataclass(frozen=True)
class Found:
    """The best days; `exact` where nothing better can be."""

    days: tuple[DayOrder, ...]
    exact: bool


_Run = tuple[int, int, int, tuple[int, ...]]
"""Leaving at any minute from the first to the second, the last stop of the order is done so many
minutes later. A plain tuple: there are hundred thousands of them."""

NOWHERE = -1


class _State(NamedTuple):
    """How far a day has come: a set of free stops (bits), how many of those agreed are behind, and
    the last stop."""

    mask: int
    kept: int
    last: int


@dataclass(frozen=True)
class _Agenda:
    """What may happen on a day: the agreed stops in their order, the free ones with their bits."""

    day: int
    fixed: tuple[int, ...]
    bits: Mapping[int, int]


_Order = tuple[int, tuple[int, ...], int]
"""Cost, stops and the minute to leave."""
_Orders = dict[int, _Order]
"""By the set of free stops (bits), the cheapest order of a day that has them all."""
_NOTHING: _Order = (0, (), 0)


def search(tasks: Sequence[Task], frame: Frame, atlas: Atlas, clashing: Iterable[int]) -> Found:
    """The best plan. On `clashing` days what is agreed cannot be kept, so nothing is put there."""
    shut = frozenset(clashing)
    free = [place for place, task in enumerate(tasks) if task.fixed is None]
    free = [place for place in free if any(tasks[place].starts)]
    free.sort(key=lambda place: (-tasks[place].wanted, place))
    whole, beyond = free[:MOST], free[MOST:]
    days = _Days(tasks, frame, atlas)
    orders: list[_Orders] = [
        {0: _NOTHING} if day in shut else days.orders(day, whole) for day in range(frame.days)
    ]
    chosen = _divided(orders, [tasks[place].wanted for place in whole])
    found = [orders[day][chosen[day]] for day in range(frame.days)]
    for place in beyond:
        _put_in(place, found, days, shut)
    walked = tuple(days.walked(order, leaves, day) for day, (_, order, leaves) in enumerate(found))
    return Found(walked, not beyond)


def feasible(tasks: Sequence[Task], frame: Frame, atlas: Atlas, day: int) -> bool:
    """Whether what is agreed for a day can be kept, with the ways there and back."""
    return bool(_Days(tasks, frame, atlas).orders(day, []))


def fits_alone(task: Task, frame: Frame, atlas: Atlas, day: int) -> bool:
    """Whether a stop would fit on a day that has no other."""
    return 1 in _Days([task], frame, atlas).orders(day, [0])


class _Days:
    """Searches days, and remembers the answer for days that are alike."""

    def __init__(self, tasks: Sequence[Task], frame: Frame, atlas: Atlas) -> None:
        self._tasks = tasks
        self._frame = frame
        self._atlas = atlas
        self._known: dict[object, _Orders] = {}

    def is_free(self, place: int) -> bool:
        """Whether a stop is agreed for no day."""
        return self._tasks[place].fixed is None

    def orders(self, day: int, free: Sequence[int]) -> _Orders:
        """Every set of free stops that fits on a day with what is agreed for it."""
        tasks = self._tasks
        fixed = [place for place, task in enumerate(tasks) if task.fixed == day]
        fixed.sort(key=lambda place: tasks[place].starts[day][0])
        alike = (
            tuple(fixed),
            tuple(tasks[place].starts[day] for place in free),
            self._atlas.crossings[day],
            tuple(free),
        )
        if alike not in self._known:
            bits = {place: 1 << number for number, place in enumerate(free)}
            self._known[alike] = self._searched(_Agenda(day, tuple(fixed), bits))
        return self._known[alike]

    def _searched(self, agenda: _Agenda) -> _Orders:
        """Layer by layer: sets of one stop, of two, and so on."""
        found: _Orders = {} if agenda.fixed else {0: _NOTHING}
        states: dict[_State, list[_Run]] = {_State(0, 0, NOWHERE): []}
        while states:
            following: dict[_State, list[_Run]] = {}
            for state, runs in states.items():
                for after, visited in self._steps(state, runs, agenda):
                    kept = following.setdefault(after, [])
                    for run in visited:
                        _keep(kept, run)
            for state, runs in following.items():
                if state.kept < len(agenda.fixed):
                    continue
                home = self._home(runs, state.last, agenda)
                before = found.get(state.mask)
                if home and (before is None or home[0] < before[0]):
                    found[state.mask] = home
            states = following
        return found

    def _steps(
        self, state: _State, runs: list[_Run], agenda: _Agenda
    ) -> Iterator[tuple[_State, list[_Run]]]:
        """Every stop that can be visited next: a free one, or the next that is agreed."""
        agreed = agenda.fixed[state.kept] if state.kept < len(agenda.fixed) else None
        is_full = state.mask.bit_count() + len(agenda.fixed) >= self._frame.most
        for place, bit in agenda.bits.items():
            if is_full or state.mask & bit:
                continue
            visited = self._after(state, runs, place, agenda)
            if agreed is not None:
                visited = [run for run in visited if self._in_time(run, place, agreed, agenda.day)]
            if visited:
                yield _State(state.mask | bit, state.kept, place), visited
        if agreed is not None:
            visited = self._after(state, runs, agreed, agenda)
            if visited:
                yield _State(state.mask, state.kept + 1, agreed), visited

    def _after(self, state: _State, runs: list[_Run], place: int, agenda: _Agenda) -> list[_Run]:
        task, here = self._tasks[place], self._frame.base
        if not task.starts[agenda.day]:
            return []
        if state.last != NOWHERE:
            here = self._tasks[state.last].place
        elif place in agenda.fixed:
            runs = [(0, DAY, 0, ())]
        else:
            runs = [(self._frame.wakes, self._frame.rests, 0, ())]
        return _visited(
            runs, self._atlas.link(here, task.place, agenda.day), task, agenda.day, place
        )

    def _in_time(self, run: _Run, place: int, agreed: int, day: int) -> bool:
        """Whether one can still be where one has agreed to be."""
        task, other = self._tasks[place], self._tasks[agreed]
        there = self._atlas.link(task.place, other.place, day).arrival(run[0] + run[2])
        return there is not None and there <= other.starts[day][0][1]

    def _home(self, runs: list[_Run], last: int, agenda: _Agenda) -> _Order | None:
        """The cheapest of these that gets back in time."""
        link = self._atlas.link(self._tasks[last].place, self._frame.base, agenda.day)
        limit = DAY if last in agenda.fixed else self._frame.rests
        best: _Run | None = None
        for run in runs:
            for home in _linked(run, link):
                if home[0] + home[2] <= limit and (best is None or home[2] < best[2]):
                    best = home
        if best is None:
            return None
        first, _, passed, order = best
        return passed - sum(self._tasks[place].minutes for place in order), order, first

    def walked(self, order: tuple[int, ...], leaves: int, day: int) -> DayOrder:
        """An order from its first minute, each stop as early as it can be."""
        at, here, starts, spent = leaves, self._frame.base, [], 0
        for place in order:
            task = self._tasks[place]
            there = self._atlas.link(here, task.place, day).arrival(at)
            begin = min(
                (
                    max(first, there or 0)
                    for first, last in task.starts[day]
                    if there is not None and there <= last
                ),
                default=0,
            )
            starts.append(begin)
            at, here, spent = begin + task.minutes, task.place, spent + task.minutes
        back = self._atlas.link(here, self._frame.base, day).arrival(at) or at
        return DayOrder(order, tuple(starts), leaves, back, back - leaves - spent)


def _linked(run: _Run, link: Link) -> list[_Run]:
    """The same after the way. Of each ferry only the last minute to set out counts: whoever
    leaves earlier waits."""
    first, last, passed, order = run
    if link.direct is not None:
        return [(first, last, passed + link.direct, order)]
    found = []
    for latest, there in link.ferries:
        leaves = min(last, latest - passed)
        if leaves >= first:
            found.append((leaves, leaves, there - leaves, order))
    return found


def _visited(runs: list[_Run], link: Link, task: Task, day: int, place: int) -> list[_Run]:
    """The same after the way and the stop."""
    found: list[_Run] = []
    for run in runs:
        for first, last, passed, before in _linked(run, link):
            order = (*before, place)
            for opens, closes in task.starts[day]:
                begin, end = max(first + passed, opens), min(last + passed, closes)
                if begin <= end:
                    run = (begin - passed, end - passed, passed + task.minutes, order)
                elif last + passed < opens:
                    run = (last, last, opens - last + task.minutes, order)
                else:
                    continue
                _keep(found, run)
    return found


def _keep(runs: list[_Run], new: _Run) -> None:
    """Add a run unless another is as good at every minute; those it is better than go."""
    if runs:
        for each in runs:
            if _beats(each, new):
                return
        runs[:] = [each for each in runs if not _beats(new, each)]
    runs.append(new)


def _beats(one: _Run, other: _Run) -> bool:
    """Whether for every minute of the other one may leave no earlier and be done no later."""
    return (
        one[1] >= other[1]
        and one[2] <= other[2]
        and max(one[0], other[0]) + one[2] <= other[0] + other[2]
    )


def _divided(orders: Sequence[_Orders], wanted: Sequence[int]) -> tuple[int, ...]:
    """Which stops go on which day: no stop twice, the most wanted, then the cheapest."""
    worth = [0] * (1 << len(wanted))
    for mask in range(1, len(worth)):
        low = (mask & -mask).bit_length() - 1
        worth[mask] = worth[mask & (mask - 1)] + wanted[low]
    if any(not each for each in orders):
        raise ValueError("a day whose agreed stops cannot be kept has to be named as clashing")
    full = len(worth) - 1
    reached: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for each in orders[:-1]:
        reached = _with_day(reached, each, full)
    last = _best_within(orders[-1], worth)
    best: tuple[int, int] | None = None
    chosen: tuple[int, ...] = ()
    for used, (cost, masks) in reached.items():
        value, own, mask = last[full & ~used]
        told = (-worth[used] - value, cost + own)
        if best is None or told < best:
            best, chosen = told, (*masks, mask)
    return chosen


def _with_day(
    reached: Mapping[int, tuple[int, tuple[int, ...]]], day: _Orders, full: int
) -> dict[int, tuple[int, tuple[int, ...]]]:
    """The cheapest way to each set of stops with one day more."""
    found: dict[int, tuple[int, tuple[int, ...]]] = {}
    costs = {mask: order[0] for mask, order in day.items()}
    for used, (cost, masks) in reached.items():
        rest = mask = full & ~used
        while True:
            own = costs.get(mask)
            if own is not None:
                known = found.get(used | mask)
                if known is None or cost + own < known[0]:
                    found[used | mask] = (cost + own, (*masks, mask))
            if not mask:
                break
            mask = (mask - 1) & rest
    return found


def _best_within(day: _Orders, worth: Sequence[int]) -> list[tuple[int, int, int]]:
    """For every set of stops the best day made of some of them: worth, cost, which."""
    lowest = min(day)
    nothing = (-1, 0, lowest)
    best = [nothing] * len(worth)
    for mask in range(len(worth)):
        if mask in day:
            best[mask] = (worth[mask], day[mask][0], mask)
        rest = mask
        while rest:
            low = rest & -rest
            rest ^= low
            other = best[mask ^ low]
            if (other[0], -other[1]) > (best[mask][0], -best[mask][1]):
                best[mask] = other
    return best


def _put_in(place: int, found: list[_Order], days: _Days, shut: frozenset[int]) -> None:
    """Put one more stop where it costs least, the others staying on their days."""
    best: tuple[int, int, _Order] | None = None
    for day, (cost, order, _) in enumerate(found):
        if day in shut:
            continue
        wanted = [each for each in (*order, place) if days.is_free(each)]
        whole = days.orders(day, wanted).get((1 << len(wanted)) - 1)
        if whole is not None and (best is None or whole[0] - cost < best[0]):
            best = (whole[0] - cost, day, whole)
    if best is not None:
        found[best[1]] = best[2]
