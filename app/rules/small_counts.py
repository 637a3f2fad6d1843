"""Keeps small numbers of one report secret, also against subtraction; for a year beside its
quarters see `joint_counts`.

A number behind which fewer than five households stand is not told (`small_numbers`: the office's
own rule). What is told of the others may not give it away either (secondary suppression: Willenborg
and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 4).

Numbers that add up (`adding_up`): where one is too small, the zeros beside it are hidden too, and
then all numbers of the smallest size that is still told, until five households stand behind what is
hidden and not all of it is of one size. Proof that nothing follows, even for readers who know this
rule: which cells are hidden follows from the sizes alone, so if two hidden cells of different size
are swapped the rule hides the same cells and tells the same numbers; each hidden cell has one of
another size beside it, so each has two possible values. If all cells are hidden and of one size,
(1, 0, …, 0, all others) tells the same. Where the sum itself is too small nothing is told at all,
not even which are 0.

Tables of the same sum: whatever the lines of each are, a population with all of them exists as long
as their sums agree (north-west corner rule), so one table tells nothing of the lines of another.

Numbers that overlap (`overlapping`): a line is hidden where fewer than five households are in it,
or in the rest of those asked. A hidden line is then one of the first or last sizes of the whole;
two of these are always possible, because what others leave uncovered is never only one short of it.
Where the line UNKNOWN is hidden, the others are judged against everybody, and told only if together
they are as many as everybody: then they say nothing of how many are in none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.rules.small_numbers import FEWEST

UNKNOWN = ""
"""The code of those the records say nothing of; a line like any other."""


@dataclass(frozen=True)
class Cell:
    """A number, and whose it is (ids of households)."""

    count: int = 0
    who: frozenset[int] = frozenset()

    @property
    def is_few(self) -> bool:
        """Whether too few stand behind it to tell it."""
        return 0 < len(self.who) < FEWEST


NOTHING = Cell()


@dataclass(frozen=True)
class Told:
    """What may be told: None is hidden."""

    lines: Mapping[str, int | None]
    total: int | None

    @property
    def hidden(self) -> frozenset[str]:
        """The codes of the hidden lines."""
        return frozenset(code for code, count in self.lines.items() if count is None)


def adding_up(cells: Mapping[str, Cell]) -> Told:
    """Lines that add up to their total."""
    total = sum(each.count for each in cells.values())
    everybody = _all(cells.values())
    if 0 < len(everybody) < FEWEST:
        return Told(dict.fromkeys(cells), None)
    hidden = {code for code, cell in cells.items() if cell.is_few}
    if hidden:
        hidden |= {code for code, cell in cells.items() if not cell.count}
        while len(hidden) < len(cells) and not _is_safe([cells[code] for code in hidden]):
            least = min(cell.count for code, cell in cells.items() if code not in hidden)
            hidden |= {code for code, cell in cells.items() if cell.count == least}
    told = {code: None if code in hidden else cell.count for code, cell in cells.items()}
    return Told(told, total)


def coupled(first: Cell, rests: Iterable[Cell]) -> bool:
    """Whether a number that is part of several sums, with one rest in each, must be hidden in all
    of them: then it may be 1 to 4 whatever is told."""
    return first.is_few or any(each.is_few for each in rests)


def overlapping(cells: Mapping[str, Cell], rests: Mapping[str, Cell], asked: Cell) -> Told:
    """Lines one may be in several of. `asked`: all, counted once, each in one line at least, but
    for those of the line UNKNOWN, who are in no other; `rests`: those of the others who are not in
    a line, for UNKNOWN all others."""
    if 0 < len(asked.who) < FEWEST:
        return Told(dict.fromkeys(cells), None)
    unknown = cells.get(UNKNOWN, NOTHING)
    is_hidden = unknown.is_few or (bool(unknown.count) and rests[UNKNOWN].is_few)
    told: dict[str, int | None] = {}
    for code, cell in cells.items():
        rest = rests[code]
        if is_hidden and code != UNKNOWN:
            # how many were asked at all must not follow: the rest is that of everybody
            rest = Cell(rest.count + unknown.count, rest.who | unknown.who)
        hides = cell.is_few or (bool(cell.count) and rest.is_few)
        told[code] = None if hides else cell.count
    if is_hidden and sum(count or 0 for count in told.values()) < asked.count:
        # what the lines leave uncovered would bound how many are in none
        told = dict.fromkeys(cells)
    return Told(told, asked.count)


def _is_safe(hidden: list[Cell]) -> bool:
    return len(_all(hidden)) >= FEWEST and len({each.count for each in hidden}) > 1


def _all(cells: Iterable[Cell]) -> frozenset[int]:
    found: frozenset[int] = frozenset()
    return found.union(*(each.who for each in cells))
