"""Which places of care together cover a need best: singles, pairs and threes of hundreds.

A set of windows on the need decides; distance decides between equals. Places with the same windows
on this need are looked at together, and one that another one beats in windows and distance is left
out of combinations (it stays in the list of single places).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.rules import spans
from app.rules.cover import ALONE, Cover, Source, Way, cover, in_order
from app.rules.wall_time import Days

MOST_MEMBERS = 3
_ALIKE = 4
"""Places with the same windows that are tried in a combination, the nearest to home."""
_SHORT = 12
"""Combinations by windows that are looked at with their ways, for each one wanted."""


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
    """Candidates with the same windows on the need, of the same kind of kind; nearest first."""

    minutes: int
    count: int
    is_alone: bool
    nearest: float
    members: tuple[Candidate, ...]


def _best(search: Search, fixed: Candidate | None, most: int, top: int) -> tuple[Combination, ...]:
    given = (*search.given, *((fixed.source,) if fixed else ()))
    base = 0
    for each in given:
        base |= each.windows.sure & search.need
    rest = search.need & ~base
    groups = _groups(search, given, rest)
    found: list[tuple[tuple[float, ...], Combination]] = []
    seen: dict[tuple[int, ...], int] = {}
    start = () if fixed is None else (fixed,)
    if fixed is not None or search.given:
        _weigh(search, start, seen, found)
    for chosen in _chosen(groups, rest, most - len(start), top * _SHORT):
        for members in _members(chosen):
            _weigh(search, (*start, *members), seen, found)
    kept = [each for each in sorted(found, key=lambda pair: pair[0]) if _adds(each[1], seen)]
    return tuple(combination for _, combination in kept[:top])


def _weigh(
    search: Search,
    members: tuple[Candidate, ...],
    seen: dict[tuple[int, ...], int],
    found: list[tuple[tuple[float, ...], Combination]],
) -> None:
    keys = tuple(sorted(each.source.key for each in members))
    if keys in seen:
        return
    sources = in_order((*search.given, *(each.source for each in members)))
    told = cover(search.need, sources, search.way, search.days)
    seen[keys] = told.covered
    order = sum(each.order for each in members)
    found.append(((-told.covered, len(members), order, *keys), Combination(keys, told)))


def _adds(combination: Combination, seen: Mapping[tuple[int, ...], int]) -> bool:
    """Whether no part of it that was looked at covers as much."""
    keys = combination.members
    parts = (tuple(k for k in keys if k != left) for left in keys) if len(keys) > 1 else ()
    return all(seen.get(part, -1) < combination.cover.covered for part in parts)


def _groups(search: Search, given: Sequence[Source], rest: int) -> list[_Alike]:
    """The candidates by their windows on what is still open, those that another group beats in
    windows and order left out; the largest first."""
    taken = {each.kind for each in given if each.kind in ALONE}
    here = {each.key for each in given}
    alike: dict[tuple[int, bool], list[Candidate]] = {}
    for each in search.candidates:
        source = each.source
        minutes = source.windows.sure & rest
        if minutes and source.kind not in taken and source.key not in here:
            alike.setdefault((minutes, source.kind in ALONE), []).append(each)
    groups = []
    for (minutes, is_alone), members in alike.items():
        nearest = heapq.nsmallest(_ALIKE, members, key=lambda each: each.order)
        groups.append(
            _Alike(minutes, spans.count(minutes), is_alone, nearest[0].order, tuple(nearest))
        )
    groups.sort(key=lambda group: (-group.count, group.nearest))
    kept: list[_Alike] = []
    for group in groups:
        if not any(
            other.is_alone is group.is_alone
            and other.nearest <= group.nearest
            and not group.minutes & ~other.minutes
            for other in kept
        ):
            kept.append(group)
    return kept


def _chosen(
    groups: Sequence[_Alike], rest: int, most: int, wanted: int
) -> Iterator[tuple[_Alike, ...]]:
    """Sets of groups, the `wanted` ones of each size that cover most together."""
    everything = 0
    for group in groups:
        everything |= group.minutes
    reachable = spans.count(everything & rest)
    best = 0
    for size in range(1, most + 1):
        heap: list[tuple[int, float, int, tuple[int, ...]]] = []
        _extend(groups, size, 0, 0, (), heap, wanted, reachable, best)
        if heap:
            best = max(best, max(each[0] for each in heap))
        for _, _, _, places in sorted(heap, reverse=True):
            yield tuple(groups[place] for place in places)
        if best >= reachable:
            return


def _extend(
    groups: Sequence[_Alike],
    size: int,
    start: int,
    minutes: int,
    places: tuple[int, ...],
    heap: list[tuple[int, float, int, tuple[int, ...]]],
    wanted: int,
    reachable: int,
    floor: int,
) -> None:
    """Depth first with a bound: what is covered plus the largest ones left cannot be beaten."""
    have = spans.count(minutes)
    left = size - len(places)
    has_alone = any(groups[place].is_alone for place in places)
    for place in range(start, len(groups)):
        group = groups[place]
        bound = min(reachable, have + left * group.count)
        least = max(floor, heap[0][0]) if len(heap) >= wanted else floor
        if bound <= least:
            return
        if group.is_alone and has_alone:
            continue
        both = minutes | group.minutes
        if left > 1:
            _extend(groups, size, place + 1, both, (*places, place), heap, wanted, reachable, floor)
            continue
        covered = spans.count(both)
        if covered <= floor:
            continue
        far = -sum(groups[each].nearest for each in (*places, place))
        entry = (covered, far, -place, (*places, place))
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
