"""Who covers which minute of a need, and what stays open: need minus windows, minute by minute.

Unknown hours cover nothing. A child that changes from one place to another is taken there by a
childminder, a relative or help in the household; that takes minutes in which the one who goes has
to be free and the other place still (or already) open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from itertools import pairwise

from app.rules import spans
from app.rules.calendar import SATURDAY
from app.rules.care_windows import Windows
from app.rules.wall_time import Days

NIGHT_UNTIL = 4 * 60
"""Minutes of the day: what is open before four in the morning is a gap of the night. A gap at
5:40 before an early duty is one of the morning, though § 2 Abs. 3 ArbZG counts night to 6."""


class CareKind(Enum):
    """Who cares."""

    __hash__ = object.__hash__

    KITA = "kita"
    SCHOOL = "school"
    ALL_DAY = "all_day"
    CHILDMINDING = "childminding"
    ELDER_CARE = "elder_care"
    RELATIVE = "relative"
    HOUSEHOLD = "household"


ALONE = frozenset({CareKind.KITA, CareKind.SCHOOL})
"""A child goes to at most one of each."""
GOING = frozenset({CareKind.ALL_DAY, CareKind.CHILDMINDING, CareKind.RELATIVE, CareKind.HOUSEHOLD})
"""Who can take a child from one place to another; a Hort fetches from school."""


_RANK = {kind: place for place, kind in enumerate(CareKind)}


class Gap(Enum):
    """Why a minute is open: before the first or after the last window of its day, between two, at
    night; the day is a Saturday or Sunday without windows, a closed one, or one of which nothing
    is known but that one may ask."""

    EARLY = "early"
    BETWEEN = "between"
    LATE = "late"
    NIGHT = "night"
    WEEKEND = "weekend"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Source:
    """Somebody who may cover: the key is the caller's."""

    key: int
    kind: CareKind
    windows: Windows


Way = Callable[[Source, Source], int | None]
"""Minutes from one place to another; None where nobody knows: then no child is taken there."""


@dataclass(frozen=True)
class Piece:
    """A run of minutes (of `Days`, not over midnight): covered by the source with key `by`, or
    open because of `gap`."""

    start: int
    end: int
    by: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True)
class Handover:
    """A child is taken from one source to another (keys): the change at minute `at`, when the other
    has to be there, the way in minutes, and who goes."""

    at: int
    first: int
    second: int
    minutes: int
    goes: int


@dataclass(frozen=True)
class Cover:
    """Pieces in order; minutes needed and covered, and by whom (key to minutes)."""

    pieces: tuple[Piece, ...]
    needed: int
    covered: int
    by: Mapping[int, int]
    gaps: Mapping[Gap, int]
    handovers: tuple[Handover, ...]

    @property
    def open(self) -> int:
        """Minutes that stay open."""
        return self.needed - self.covered


_Step = tuple[int, int, int | None]  # start, end, place of the source or None


def in_order(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources as they come first among equals: a kita before a childminder before a relative."""
    return tuple(sorted(sources, key=lambda each: _RANK[each.kind]))


def cover(need: int, sources: Sequence[Source], way: Way, days: Days) -> Cover:
    """The best way these sources cover a need (a set of minutes).

    The most minutes first, then as many lessons as there are (a pupil has to be there), then the
    fewest changes, then the earlier of the sources. At most one source is with the child at a
    minute; see `Handover` for changes.
    """
    pieces: list[Piece] = []
    by: dict[int, int] = {}
    handovers: list[Handover] = []
    for steps in Chains(sources, way).over(spans.runs(need)):
        pieces += _pieces(steps, sources, days)
        for first, last, place in steps:
            if place is not None:
                key = sources[place].key
                by[key] = by.get(key, 0) + last - first
        handovers += _handovers(steps, sources, way)
    gaps: dict[Gap, int] = {}
    for piece in pieces:
        if piece.gap is not None:
            gaps[piece.gap] = gaps.get(piece.gap, 0) + piece.end - piece.start
    needed = spans.count(need)
    return Cover(tuple(pieces), needed, needed - sum(gaps.values()), by, gaps, tuple(handovers))


class Chains:
    """The best chain of places over unbroken runs of need; runs that look alike to all sources, as
    those of a roster that repeats, are searched once."""

    def __init__(self, sources: Sequence[Source], way: Way) -> None:
        self._sources = sources
        self._ways = _ways(sources, way)
        self._margin = max((minutes for minutes, _ in self._ways.values()), default=0)
        self._lessons = frozenset(
            place for place, each in enumerate(sources) if each.kind is CareKind.SCHOOL
        )
        self._known: dict[tuple[int, ...], tuple[_Step, ...]] = {}

    def over(self, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[_Step, ...]]:
        """For each run its steps: minutes, and the place of a source in the list or nobody."""
        for start, end in runs:
            base = max(start - self._margin, 0)
            steps = self._steps(base, start, end)
            yield tuple((base + first, base + last, place) for first, last, place in steps)

    def covered(self, runs: Iterable[tuple[int, int]]) -> int:
        """Minutes of the runs that are covered."""
        return sum(
            last - first
            for start, end in runs
            for first, last, place in self._steps(max(start - self._margin, 0), start, end)
            if place is not None
        )

    def _steps(self, base: int, start: int, end: int) -> tuple[_Step, ...]:
        """The steps of a run, counted from `base`."""
        length = end + self._margin - base
        wide = [(each.windows.sure >> base) & ((1 << length) - 1) for each in self._sources]
        key = (start - base, end - base, *wide)
        if key not in self._known:
            self._known[key] = _covered_run(
                start - base, end - base, wide, self._ways, self._lessons
            )
        return self._known[key]


_Ways = dict[tuple[int, int], tuple[int, int]]  # (from, to) -> minutes, who goes


def _covered_run(
    start: int, end: int, wide: Sequence[int], ways: _Ways, lessons: Collection[int]
) -> tuple[_Step, ...]:
    """One unbroken run of need over windows that may reach beyond it; `lessons`: the places of
    schools among them.

    Dynamic programming over the moments at which anything can change: windows' beginnings and
    ends, and these plus and minus the ways.
    """
    whole = spans.span(start, end)
    sets = [each & whole for each in wide]
    together = 0
    for each in sets:
        together |= each
    if not together:
        return ((start, end, None),)
    best = next((at for at, each in enumerate(sets) if each == together), None)
    if best is not None and not any(sets[place] for place in lessons if place != best):
        return _alone(start, end, sets[best], best)
    return _searched(_moments(start, end, sets, ways), wide, ways, lessons)


def _alone(start: int, end: int, minutes: int, place: int) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    at = start
    for first, last in spans.runs(minutes):
        if at < first:
            steps.append((at, first, None))
        steps.append((first, last, place))
        at = last
    if at < end:
        steps.append((at, end, None))
    return tuple(steps)


def _ways(sources: Sequence[Source], way: Way) -> _Ways:
    """The ways a child can be taken: the receiving one goes where it can, else the giving one."""
    found: _Ways = {}
    for first, one in enumerate(sources):
        for second, other in enumerate(sources):
            minutes = None if first == second else way(one, other)
            # at the same place, such as lessons and the all-day offer of a school, nobody goes
            if minutes is not None and (not minutes or {one.kind, other.kind} & GOING):
                found[first, second] = (minutes, second if other.kind in GOING else first)
    return found


def _moments(start: int, end: int, sets: Sequence[int], ways: _Ways) -> list[int]:
    edges = {start, end}
    for minutes in sets:
        for run in spans.runs(minutes):
            edges.update(run)
    lengths = {0, *(minutes for minutes, _ in ways.values())}
    found = {edge + sign * length for edge in edges for length in lengths for sign in (1, -1)}
    return sorted(each for each in found if start <= each <= end)


def _searched(
    moments: Sequence[int], wide: Sequence[int], ways: _Ways, lessons: Collection[int]
) -> tuple[_Step, ...]:
    """The best chain of places between the moments, by minutes covered, lessons, changes, and
    minutes at the earlier sources."""
    value = [(0, 0, 0, 0)] * len(wide)
    came: list[list[int]] = []
    for at, until in pairwise(moments):
        reached, before = list(value), list(range(len(wide)))
        if at > moments[0]:
            for (first, second), (minutes, goes) in ways.items():
                going = (at - minutes, at) if goes == second else (at, at + minutes)
                if not _open(wide[second], at, at + 1) or not _open(wide[goes], *going):
                    continue
                covered, learnt, changes, places = value[first]
                changed = (covered, learnt, changes - 1, places)
                if changed > reached[second]:
                    reached[second], before[second] = changed, first
        came.append(before)
        length = until - at
        value = [
            (
                worth[0] + length,
                worth[1] + (length if place in lessons else 0),
                worth[2],
                worth[3] - place * length,
            )
            if _open(wide[place], at, until)
            else worth
            for place, worth in enumerate(reached)
        ]
    place = max(range(len(wide)), key=lambda each: value[each])
    chain = []
    for before in reversed(came):
        chain.append(place)
        place = before[place]
    steps: list[_Step] = []
    for (at, until), where in zip(pairwise(moments), reversed(chain), strict=True):
        by = where if _open(wide[where], at, until) else None
        if steps and steps[-1][2] == by:
            steps[-1] = (steps[-1][0], until, by)
        else:
            steps.append((at, until, by))
    return tuple(steps)


def _open(minutes: int, start: int, end: int) -> bool:
    """Whether a set has all the minutes; none before the first day."""
    if start < 0:
        return start == end
    wanted = (1 << (end - start)) - 1
    return minutes >> start & wanted == wanted


def _handovers(steps: Sequence[_Step], sources: Sequence[Source], way: Way) -> Iterator[Handover]:
    last: int | None = None
    for start, _, place in steps:
        if place is None:
            continue
        if last is not None and last != place:
            one, other = sources[last], sources[place]
            goes = other if other.kind in GOING else one
            yield Handover(start, one.key, other.key, way(one, other) or 0, goes.key)
        last = place


def _pieces(steps: Sequence[_Step], sources: Sequence[Source], days: Days) -> Iterator[Piece]:
    for start, end, place in steps:
        at = start
        while at < end:
            day = days.day_of(at)
            until = min(end, days.midnights[day + 1])
            if place is not None:
                yield Piece(at, until, by=sources[place].key)
            else:
                yield Piece(at, until, gap=_gap(at, until, until < end, day, sources, days))
            at = until


def _gap(
    start: int,
    end: int,
    goes_on: bool,  # noqa: FBT001
    day: int,
    sources: Sequence[Source],
    days: Days,
) -> Gap:
    """Why a piece of one day is open; `goes_on`: beyond its midnight."""
    whole = spans.span(days.midnights[day], days.midnights[day + 1])
    sure = unknown = 0
    for each in sources:
        sure |= each.windows.sure & whole
        unknown |= (each.windows.unknown | each.windows.asked) & whole
    at_night = goes_on or start - days.midnights[day] < NIGHT_UNTIL
    if not sure:
        if unknown:
            return Gap.UNKNOWN
        if (days.first + timedelta(days=day)).weekday() >= SATURDAY:
            return Gap.WEEKEND
        if sources:
            return Gap.CLOSED
        return Gap.NIGHT if at_night else Gap.BETWEEN
    if at_night:
        return Gap.NIGHT
    first = (sure & -sure).bit_length() - 1
    if end <= first:
        return Gap.EARLY
    return Gap.LATE if start >= sure.bit_length() else Gap.BETWEEN
