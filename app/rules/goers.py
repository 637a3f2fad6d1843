"""Who may go to an office for a step, and when one of them can: duties with the way to work and
back, the sleep after a night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules import spans
from app.rules.care_need import Parent, away
from app.rules.rosters import DAY, is_known
from app.rules.wall_time import Days

LEAST = 15
"""Minutes that an errand takes at least; our own measure. A shorter slot of an office counts whole.
"""
_BLOCK = 28  # days whose duties are read at once


class Doubt(Enum):
    """Why somebody only counts as free: no roster of theirs speaks of the day, or none is there."""

    ROSTER_ENDS = "roster_ends"
    NO_ROSTER = "no_roster"


@dataclass(frozen=True)
class Free:
    """Minutes of a day in which `who` can go (names; empty where all who may can). With a `doubt`
    they only count as free."""

    start: int
    end: int
    who: tuple[str, ...] = ()
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Goer:
    """Somebody who may go, by name. The ways to and from care do not count."""

    name: str
    parent: Parent
    _blocks: dict[int, dict[date, int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def away(self, on: date) -> int:
        """The minutes of a day this person cannot go, as bits 0 to 1439.

        Duties, ways and sleep pass in real minutes and are told as the clock shows them, so on the
        days of the clock change too; in the hour that comes twice from its first minute on.
        """
        block = on.toordinal() // _BLOCK
        if block not in self._blocks:
            self._blocks[block] = _read(self.parent, date.fromordinal(block * _BLOCK))
        return self._blocks[block].get(on, 0)

    def is_sure(self, on: date) -> bool:
        """Whether it is known when this person works on a day."""
        return self.parent.at_home or is_known(self.parent.rosters, on)


@dataclass(frozen=True)
class Goers:
    """Those of whom any one may go."""

    each: tuple[Goer, ...]

    def last_free(self, on: date, slots: Sequence[tuple[int, int]]) -> Free | None:
        """The last stretch of these slots (minutes of the day, in order) in which one and the same
        person can go, at least `LEAST` minutes; None where nobody can. Whoever's duties are not
        known counts as free; of two with the same end the one whose duties are known."""
        found = [
            (end, goer.is_sure(on), -start)
            for goer in self.each
            for start, end in _last(goer.away(on), slots)
        ]
        if not found:
            return None
        end, _, start = max(found)
        start = -start
        wanted = spans.span(start, end)
        able = [goer for goer in self.each if not goer.away(on) & wanted]
        sure = [goer for goer in able if goer.is_sure(on)]
        who = tuple(goer.name for goer in sure or able)
        return Free(start, end, who if len(who) < len(self.each) else (), _doubt(able, sure))

    def away(self, on: date) -> tuple[tuple[int, int], ...]:
        """The stretches of a day in which none of them can go."""
        common = spans.span(0, DAY)
        for goer in self.each:
            common &= goer.away(on)
        return tuple(spans.runs(common))


def _doubt(able: Sequence[Goer], sure: Sequence[Goer]) -> Doubt | None:
    if sure:
        return None
    return Doubt.ROSTER_ENDS if any(goer.parent.rosters for goer in able) else Doubt.NO_ROSTER


def _last(away_on: int, slots: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The last stretch outside `away_on` that is long enough; at most one."""
    for start, end in reversed(slots):
        least = min(LEAST, end - start)
        runs = spans.runs(spans.span(start, end) & ~away_on)
        enough = [run for run in runs if run[1] - run[0] >= least]
        if enough:
            return (enough[-1],)
    return ()


def _read(parent: Parent, first: date) -> dict[date, int]:
    """The minutes of each day somebody is away, for the days of a block that have any."""
    days = Days(first, _BLOCK)
    found: dict[date, int] = {}
    for each in () if parent.at_home else away(parent, days):
        last = days.day_of(min(each.end, days.length) - 1)
        for place in range(days.day_of(max(each.start, 0)), last + 1):
            start = max(each.start, days.midnights[place])
            end = DAY if each.end >= days.midnights[place + 1] else days.shown(each.end)
            on = days.on(start)
            found[on] = found.get(on, 0) | spans.span(days.shown(start), end)
    return found
