"""Keeps small numbers secret where a year stands beside its quarters.

The quarters come first and cannot be taken back, each told as `rules/small_counts` allows. So the
year tells nothing that they do not allow.

Numbers that add up over time (`summed`: what happens on one day, as consultations, arrivals, needs
settled): a line is told where every quarter tells it, and so is the total. Proof: every number the
year tells is then a sum of numbers the quarters tell; whoever has the quarters learns nothing from
the year, and what each quarter hides is hidden as before, since any population of one quarter goes
with any of another (who comes again may have come first long ago).

Whoever comes in several quarters is counted once in a year (`counted_once`), so such numbers do not
add up; and who came how often ties the quarters to each other. A line is told where every quarter
tells it. What remains, together, is a number too: the households behind the hidden lines, and over
all lines the total. Of lines with so many households in each quarter any number from the fewest
there can be up to all quarters together is possible. Fewest: a line holds at least what it held in
its largest quarter, and whoever comes for the first time was not there before; so at least those of
the first quarter, and in each later one those who begin or what the lines grow beyond all quarters
before, whichever is more (who begins is put where a line grows). Only close to the fewest, where
everybody comes again as often as can be, does that number tell of the hidden lines. So it is told
only beyond the fewest of one fixed arrangement of the hidden sizes (the large ones in the lines
that are large elsewhere), plus the distance between two sizes that are next to each other. Proof:
in one quarter two hidden lines may change places, and each line has one of another size beside it
(`small_counts`); that moves the fewest by no more than their distance, so the number is possible
with both. Which arrangement is taken, and how far sizes lie apart, does not change by that, so what
is told or not is the same for both; and where it is not told, both may be at their fewest. Where
the fewest of that arrangement are there in any case (the largest quarter and who began after it,
what lines are told of), the number is told always. A quarter that hides all lines is taken as all
but one in one line, whatever it is; one whose total is hidden as four at most, who then may all
have come in other quarters too. Where those who begin are hidden they are one to four.

This holds for each table by itself with its total and those who begin. People whose age puts them
in another line at the end of the year are taken as if it did not; lines that cannot be so are
hidden. That two tables of the same people have one population with both, each household in the same
quarters, is not proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.rules.small_counts import Cell, Told, adding_up
from app.rules.small_numbers import FEWEST

_MOST = FEWEST - 1


@dataclass(frozen=True)
class Part:
    """A quarter: its cells and what it tells of them. `begun`: how many come for the first time,
    None where the quarter hides that; `first`: how many of them are in each line."""

    cells: Mapping[str, Cell]
    told: Told
    begun: int | None = None
    first: Mapping[str, int] = field(default_factory=dict)


def summed(parts: Sequence[Told]) -> Told:
    """What the whole may tell of lines that add up over its parts, in their order."""
    codes = dict.fromkeys(code for part in parts for code in part.lines)
    lines = {code: _sum(part.lines.get(code, 0) for part in parts) for code in codes}
    return Told(lines, _sum(part.total for part in parts))


def counted_once(whole: Mapping[str, Cell], parts: Sequence[Part]) -> Told:
    """What the whole may tell of lines that add up to its total, where one is counted once however
    many of its parts one is in. `parts` in their order in time."""
    own = adding_up(whole)
    if own.total is None:
        return own
    codes = dict.fromkeys([*whole, *(code for part in parts for code in part.cells)])
    hidden = own.hidden.union(*(part.told.hidden for part in parts))
    lines = {
        code: None if code in hidden else whole[code].count if code in whole else 0
        for code in codes
    }
    nobody: dict[str, int | None] = {
        code: None if count else count for code, count in lines.items()
    }
    rest = own.total - sum(count or 0 for count in lines.values())
    if (hidden and not fits(hidden, rest, parts)) or not _goes_with(lines, parts):
        lines = nobody
    is_open = not hidden and all(part.begun is not None for part in parts)
    if is_open or fits(codes, own.total, parts, everybody=True):
        return Told(lines, own.total)
    return Told(nobody, None)


def fits(
    codes: Iterable[str], number: int, parts: Sequence[Part], *, everybody: bool = False
) -> bool:
    """Whether so many households behind these lines together tell nothing of them that the parts
    do not. `everybody`: these are all lines there are."""
    if not parts:
        return True
    lines = sorted(codes, key=lambda code: (-_largest(code, parts), code))
    places = [_arranged(lines, part) for part in parts]
    apart = max((_apart(part) for part in parts), default=0)
    most = dict.fromkeys(lines, 0)
    fewest = always = told = 0
    for at, (part, sizes) in enumerate(zip(parts, places, strict=True)):
        begun = part.begun if everybody else sum(part.first.get(code, 0) for code in lines)
        if part.begun is None:
            begun = None
        if sizes is None:
            grown = held = _MOST
        else:
            held = sum(sizes.values())
            told += held
            grown = sum(max(size - most[code], 0) for code, size in sizes.items())
            most |= {code: max(size, most[code]) for code, size in sizes.items()}
            always = max(always + (begun or 0), held)
        grown = min(grown + apart, held)
        fewest += grown if at == 0 else max(grown, _MOST if begun is None else begun)
    if None in places and number > told:
        return False  # else more of the part that is hidden would have to be there
    always = max(always, sum(_largest(code, parts) for code in lines))
    return number > fewest or fewest <= always


def _arranged(lines: Sequence[str], part: Part) -> Mapping[str, int] | None:
    """How many are in each line, the hidden sizes in the order of `lines`; None where not even the
    total is told."""
    total = part.told.total
    if total is None:
        return None
    hidden = [code for code in lines if part.told.lines.get(code, 0) is None]
    sizes = {code: part.told.lines.get(code, 0) or 0 for code in lines}
    if hidden and _hides_all(part):
        return sizes | dict(zip(hidden, (total - 1, 1), strict=False))
    own = (part.cells[code].count if code in part.cells else 0 for code in hidden)
    return sizes | dict(zip(hidden, sorted(own, reverse=True), strict=True))


def _apart(part: Part) -> int:
    """How far a hidden size is at most from the next other one."""
    if _hides_all(part):
        return 1
    held = {part.cells[code].count if code in part.cells else 0 for code in part.told.hidden}
    steps = [upper - lower for lower, upper in pairwise(sorted(held))]
    nearest = map(min, [*steps, *steps[-1:]], [*steps[:1], *steps])
    return max(nearest, default=0)


def _hides_all(part: Part) -> bool:
    return 0 < len(part.told.hidden) == len(part.told.lines)


def _largest(code: str, parts: Sequence[Part]) -> int:
    return max((part.told.lines.get(code, 0) or 0 for part in parts), default=0)


def _goes_with(lines: Mapping[str, int | None], parts: Sequence[Part]) -> bool:
    """Whether told lines leave room for what they could be of households in several parts, and for
    those who begin where they are hidden."""
    most = dict.fromkeys(lines, 0)
    is_open = any(count is None for count in lines.values())
    for at, part in enumerate(parts):
        own = {code: part.told.lines.get(code, 0) or 0 for code in lines}
        if part.begun is None and at and not is_open:
            new = (min(own[code], (count or 0) - most[code]) for code, count in lines.items())
            if sum(new) < _MOST:
                return False
        most |= {code: max(own[code], most[code]) for code in lines}
    every = (sum(part.told.lines.get(code, 0) or 0 for part in parts) for code in lines)
    return all(
        count is None or most[code] <= count <= whole
        for (code, count), whole in zip(lines.items(), every, strict=True)
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    found = list(counts)
    return None if None in found else sum(each or 0 for each in found)
