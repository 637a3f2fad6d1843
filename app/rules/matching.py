"""Which places of care together cover a need best: singles, pairs and threes of hundreds.

A set of windows on the need decides; distance decides between equals. Places with the same windows
on this need are looked at together, and one that another one beats in windows and distance is left
out of combinations (it stays in the list of single places).
"""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.rules import spans
from app.rules.cover import ALONE, CareKind, Chains, Cover, Source, Way, cover, in_order
from app.rules.wall_time import Days

MOST_MEMBERS = 3
_ALIKE = 4
"""Places with the same windows that are tried in a combination, the nearest to home."""
_SHORT = 12
"""Combinations by windows that are looked at with their ways, for each one wanted."""
_AROUND = 30
"""Minutes around the need in which a window can help to take a child somewhere."""


@dataclass(frozen=True)
class Candidate:
    """A place that may be chosen; `order` tells who comes first among equals (small first), such
    as the distance from home."""

    source: Source
    order: float


@dataclass(frozen=True)
class Combination:
    """Keys of the places chosen beside the given ones, and what all of them cover."""

    members: tuple[int, ...]
    cover: Cover


@dataclass(frozen=True)
class Search:
    """One need (a set of minutes of `days`), what is given in any case, and what may be chosen.

    `way` gives the minutes between two places. Candidates of a kind of which a child has at most
    one are dropped where one is given.
    """

    need: int
    days: Days
    given: tuple[Source, ...]
    candidates: tuple[Candidate, ...]
    way: Way

    def alone(self) -> Mapping[int, int]:
        """Minutes of the need each candidate has windows for by itself, by key; given ones not
        counted."""
        return {
            each.source.key: spans.count(each.source.windows.sure & self.need)
            for each in self.candidates
        }

    def best(self, most: int = MOST_MEMBERS, top: int = 5) -> tuple[Combination, ...]:
        """The best combinations of one up to `most` candidates with the given ones, best first:
        most minutes covered, then fewer members, then `order`. A larger one only where it covers
        more than each part of it."""
        return _best(self, None, most, top)

    def best_with(
        self, key: int, most: int = MOST_MEMBERS, top: int = 5
    ) -> tuple[Combination, ...]:
        """The best combinations that a candidate is in; at least that of it alone."""
        fixed = next(each for each in self.candidates if each.source.key == key)
        return _best(self, fixed, most, top)


@dataclass(frozen=True)
class _Alike:
    """Candidates with the same windows on the need and shortly `around` it, nearest first;
    `minutes` is what they add to what is covered in any case."""

    around: int
    minutes: int
    count: int
    is_alone: bool
    nearest: float
    members: tuple[Candidate, ...]


def _best(search: Search, fixed: Candidate | None, most: int, top: int) -> tuple[Combination, ...]:
    start = () if fixed is None else (fixed,)
    given = (*search.given, *(each.source for each in start))
    base = 0
    for each in given:
        base |= each.windows.sure & search.need
    groups = _groups(search, given, base)
    scale = _Scale(search, top)
    if given:
        scale.weigh(start)
    everything = base
    for group in groups:
        everything |= group.minutes
    reachable = spans.count(everything)
    for size in range(1, most + 1 - len(start)):
        wanted = top * _SHORT
        for bound, chosen in _chosen(groups, base, size, wanted, reachable, scale.best):
            if bound < scale.least:
                break
            for members in _members(chosen):
                scale.weigh((*start, *members))
        if scale.best >= reachable:
            break
    return scale.combinations()


class _Scale:
    """Combinations that were weighed, and what they cover with their ways."""

    def __init__(self, search: Search, top: int) -> None:
        self._search = search
        self._top = top
        self._runs = tuple(spans.runs(search.need))
        self._covered: dict[tuple[int, ...], int] = {}
        self._ranked: list[tuple[tuple[float, ...], tuple[Candidate, ...]]] = []
        self.best = 0

    @property
    def least(self) -> int:
        """What a combination has to cover to be among those wanted."""
        if len(self._ranked) < self._top:
            return 0
        return int(-self._ranked[self._top - 1][0][0])

    def weigh(self, members: tuple[Candidate, ...]) -> None:
        keys = tuple(sorted(each.source.key for each in members))
        if keys in self._covered:
            return
        covered = Chains(self._sources(members), self._search.way).covered(self._runs)
        self._covered[keys] = covered
        self.best = max(self.best, covered)
        order = sum(each.order for each in members)
        insort(self._ranked, ((-covered, len(members), order, *keys), members))

    def combinations(self) -> tuple[Combination, ...]:
        """The best ones, each covering more than any part of it that was weighed."""
        found: list[Combination] = []
        for rank, members in self._ranked:
            if len(found) == self._top:
                break
            keys = tuple(int(key) for key in rank[3:])
            parts = [tuple(key for key in keys if key != left) for left in keys]
            if all(self._covered.get(part, -1) < -rank[0] for part in parts if part != keys):
                told = cover(
                    self._search.need,
                    self._sources(members),
                    self._search.way,
                    self._search.days,
                )
                found.append(Combination(keys, told))
        return tuple(found)

    def _sources(self, members: tuple[Candidate, ...]) -> tuple[Source, ...]:
        return in_order((*self._search.given, *(each.source for each in members)))


def _groups(search: Search, given: Sequence[Source], base: int) -> list[_Alike]:
    """The candidates by their windows on the need and shortly around it, without what is covered
    in any case; those that another group beats in windows and order are left out; the largest
    first."""
    taken = {each.kind for each in given if each.kind in ALONE}
    here = {each.key for each in given}
    around = spans.of((start - _AROUND, end + _AROUND) for start, end in spans.runs(search.need))
    rest = search.need & ~base
    alike: dict[tuple[int, bool], list[Candidate]] = {}
    for same in _by_windows(search.candidates, taken, here):
        source = same[0].source
        if source.windows.sure & rest:
            key = (source.windows.sure & around, source.kind in ALONE)
            alike.setdefault(key, []).extend(same)
    groups = []
    for (minutes, is_alone), members in alike.items():
        nearest = heapq.nsmallest(_ALIKE, members, key=lambda each: each.order)
        adds = minutes & rest
        groups.append(
            _Alike(minutes, adds, spans.count(adds), is_alone, nearest[0].order, tuple(nearest))
        )
    groups.sort(key=lambda group: (-group.count, group.nearest))
    kept: list[_Alike] = []
    for group in groups:
        if not any(
            other.is_alone is group.is_alone
            and other.nearest <= group.nearest
            and not group.around & ~other.around
            for other in kept
        ):
            kept.append(group)
    return kept


def _by_windows(
    candidates: Sequence[Candidate], taken: Collection[CareKind], here: Collection[int]
) -> Iterable[list[Candidate]]:
    """The candidates that may be chosen, those with the very same windows together: most places
    of a directory share theirs, and comparing large sets takes longer than looking at hundreds of
    places."""
    found: dict[tuple[int, CareKind], list[Candidate]] = {}
    for each in candidates:
        source = each.source
        if source.kind not in taken and source.key not in here:
            found.setdefault((id(source.windows.sure), source.kind), []).append(each)
    return found.values()


def _chosen(
    groups: Sequence[_Alike], base: int, size: int, wanted: int, reachable: int, floor: int
) -> list[tuple[int, tuple[_Alike, ...]]]:
    """The `wanted` sets of groups of one size that have most minutes with the base, more than
    `floor`; each with these minutes, most first."""
    heap: list[tuple[int, float, tuple[int, ...]]] = []
    _extend(groups, size, base, (), heap, wanted, reachable, floor)
    return [
        (covered, tuple(groups[place] for place in places))
        for covered, _, places in sorted(heap, reverse=True)
    ]


def _extend(
    groups: Sequence[_Alike],
    size: int,
    minutes: int,
    places: tuple[int, ...],
    heap: list[tuple[int, float, tuple[int, ...]]],
    wanted: int,
    reachable: int,
    floor: int,
) -> None:
    """Depth first with a bound: what is covered plus the largest ones left cannot be beaten."""
    have = spans.count(minutes)
    left = size - len(places)
    has_alone = any(groups[place].is_alone for place in places)
    for place in range(places[-1] + 1 if places else 0, len(groups)):
        group = groups[place]
        least = max(floor, heap[0][0] - 1) if len(heap) >= wanted else floor
        if min(reachable, have + left * group.count) <= least:
            return
        if group.is_alone and has_alone:
            continue
        both = minutes | group.minutes
        if left > 1:
            _extend(groups, size, both, (*places, place), heap, wanted, reachable, floor)
            continue
        covered = spans.count(both)
        if covered <= floor:
            continue
        far = -sum(groups[each].nearest for each in (*places, place))
        entry = (covered, far, (*places, place))
        if len(heap) < wanted:
            heapq.heappush(heap, entry)
        elif entry > heap[0]:
            heapq.heapreplace(heap, entry)


def _members(chosen: tuple[_Alike, ...]) -> Iterator[tuple[Candidate, ...]]:
    """The nearest of each group, and for each group its next ones with the nearest of others."""
    first = tuple(group.members[0] for group in chosen)
    yield first
    for place, group in enumerate(chosen):
        for other in group.members[1:]:
            yield (*first[:place], other, *first[place + 1 :])
