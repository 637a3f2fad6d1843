"""When a child needs care: all parents are away at once, ways and changing included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.rules import spans
from app.rules.rosters import DutyOn, Roster, ShiftKind, duties_on, is_known
from app.rules.wall_time import Days


@dataclass(frozen=True)
class Ways:
    """How a parent gets about, in minutes: home to care, care to work, work to care, care to home;
    `changing` (handover, dressing) and `buffer` count before and after a duty, `sleep` after a
    night at home. Whether this parent `brings` the child and `fetches` it."""

    to_care: int = 0
    to_work: int = 0
    from_work: int = 0
    from_care: int = 0
    changing: int = 0
    buffer: int = 0
    sleep: int = 0
    brings: bool = True
    fetches: bool = True


@dataclass(frozen=True)
class Parent:
    """A parent with rosters; `at_home`: does not work now, so is there for the children."""

    id: int
    rosters: tuple[Roster, ...] = ()
    ways: Ways = Ways()
    at_home: bool = False


@dataclass(frozen=True)
class Away:
    """A duty and the minutes (of `Days`) the parent cannot be with the child for it; they may lie
    outside the days asked for."""

    parent: int
    duty: DutyOn
    start: int
    end: int


class Unsaid(Enum):
    """What the need could not be computed from.

    NO_ROSTER: no roster speaks of these days, the parent counts as away while another one's does;
    NOTHING_KNOWN: none speaks of them, they are left out. NOBODY_BRINGS, NOBODY_FETCHES: of those
    who leave last or come first nobody does it.
    """

    NO_ROSTER = "no_roster"
    NOTHING_KNOWN = "nothing_known"
    NOBODY_BRINGS = "nobody_brings"
    NOBODY_FETCHES = "nobody_fetches"


@dataclass(frozen=True)
class Left:
    """What is left out of a need, of which parent (None: all) and for how many days from
    `first`."""

    unsaid: Unsaid
    parent: int | None
    days: int
    first: date


@dataclass(frozen=True)
class Need:
    """Minutes of `days` in which nobody of the parents can be there, as a set of bits; each duty
    with the time away; what was left out."""

    days: Days
    minutes: int
    aways: tuple[Away, ...]
    left: tuple[Left, ...]


def need(parents: Sequence[Parent], days: Days) -> Need:
    """What a child of these parents needs: duty ± changing ± way ± buffer of each, in real minutes,
    common to all. Nobody is needed where one parent is at home."""
    working = [parent for parent in parents if not parent.at_home]
    aways = tuple(each for parent in working for each in away(parent, days))
    known = {parent.id: _known_days(parent, days) for parent in working}
    anybody = 0
    for minutes in known.values():
        anybody |= minutes
    left = list(_left(working, known, anybody, days))
    if len(working) < len(parents) or not working:
        return Need(days, 0, aways, tuple(left))
    common = spans.span(0, days.length)
    for parent in working:
        own = spans.of((each.start, each.end) for each in aways if each.parent == parent.id)
        common &= own | (anybody & ~known[parent.id])
    common &= spans.span(0, days.length)
    minutes, unable = _brought(common, working, aways, days)
    return Need(days, minutes, aways, (*left, *unable))


def away(parent: Parent, days: Days) -> tuple[Away, ...]:
    """Every duty that touches the days, with the minutes it keeps the parent from the child. After
    a night the way leads home, to `sleep`, and back to care (where `sleep` is more than 0). A
    Rufdienst keeps nobody away."""
    first = days.first - timedelta(days=2)
    ways = parent.ways
    before = ways.to_work + ways.changing + ways.buffer
    after = ways.from_work + ways.changing + ways.buffer
    found = []
    for duty in duties_on(parent.rosters, first, days.count + 3):
        if duty.kind is ShiftKind.ON_CALL:
            continue
        place = days.index(duty.on)
        start = days.at(place, duty.start) - before
        end = days.at(place, duty.end, later=True) + after
        if duty.kind is ShiftKind.NIGHT and ways.sleep:
            end += ways.from_care + ways.sleep + ways.to_care
        if start < days.length and end > 0:
            found.append(Away(parent.id, duty, start, end))
    return tuple(found)


def _known_days(parent: Parent, days: Days) -> int:
    return spans.of(
        (days.midnights[place], days.midnights[place + 1])
        for place in range(days.count)
        if is_known(parent.rosters, days.first + timedelta(days=place))
    )


def _left(
    working: Sequence[Parent], known: dict[int, int], anybody: int, days: Days
) -> Iterator[Left]:
    whole = spans.span(0, days.length)
    if working and anybody != whole:
        yield _missing(Unsaid.NOTHING_KNOWN, None, whole & ~anybody, days)
    for parent in working:
        if missing := anybody & ~known[parent.id]:
            yield _missing(Unsaid.NO_ROSTER, parent.id, missing, days)


def _missing(unsaid: Unsaid, parent: int | None, minutes: int, days: Days) -> Left:
    hit = [
        place
        for place in range(days.count)
        if minutes & spans.span(days.midnights[place], days.midnights[place + 1])
    ]
    return Left(unsaid, parent, len(hit), days.first + timedelta(days=hit[0]))


def _brought(
    common: int, working: Sequence[Parent], aways: Sequence[Away], days: Days
) -> tuple[int, tuple[Left, ...]]:
    """The need as far as it begins and ends with somebody who brings and fetches: who stays home
    longest may not bring, so an earlier one has to."""
    bringing = {each.id for each in working if each.ways.brings}
    fetching = {each.id for each in working if each.ways.fetches}
    if len(bringing) == len(fetching) == len(working):
        return common, ()
    found, no_bringer, no_fetcher = 0, 0, 0
    for start, end in spans.runs(common):
        starts = [e.start for e in aways if e.parent in bringing and e.start <= start < e.end]
        ends = [e.end for e in aways if e.parent in fetching and e.start < end <= e.end]
        no_bringer |= 0 if starts else spans.span(start, end)
        no_fetcher |= 0 if ends else spans.span(start, end)
        found |= spans.span(max(starts, default=start), min(ends, default=end))
    unable = (
        _missing(unsaid, None, minutes, days)
        for unsaid, minutes in (
            (Unsaid.NOBODY_BRINGS, no_bringer),
            (Unsaid.NOBODY_FETCHES, no_fetcher),
        )
        if minutes
    )
    return found & spans.span(0, days.length), tuple(unable)
