"""Keeps small numbers of a table secret, also against subtraction from its sums.

A number to which fewer than five households contribute is not shown: the office's own rule, wider
than the three of a minimum frequency rule as statistical offices use it for § 16 Abs. 1 Satz 2
Nr. 3 and 4 BStatG (what is told of single persons leaves an office only summed up, or where nobody
can be recognised). Hiding only these (primary suppression) is not enough where sums are shown. So
each hidden cell is made a corner of a cuboid of hidden cells that
all hold something (Quaderverfahren, in τ-ARGUS "hypercube": Repsilber 1994, 2002; Giessing and
Repsilber, Inference Control in Statistical Databases, LNCS 2316, 2002, pp. 181-192). Adding a
little to the corners of one sign and taking it from the others leaves every published number as it
is, and no number falls below 0: so no hidden number follows from what is published.

What is hidden in one line also stays together with at least five households, where the sum of the
line is shown: the difference is a number like any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

FEWEST = 5
"""Households: fewer are not shown."""
ALL = -1
"""The place of a sum in a key."""

Key = tuple[int, int, int]
"""Places in the three dimensions of a table, from 0; `ALL` the sum over one."""

_SUM_WEIGHS = 50  # a hidden sum is worth so many hidden cells
_ROOM = 3  # the other corners hold an eighth of what is hidden, less only where sums would go
_CORNERS = tuple(product((False, True), repeat=4))


@dataclass(frozen=True)
class Part:
    """What one household puts into one cell, a whole number above 0."""

    first: int
    second: int
    third: int
    household: int
    amount: int


@dataclass(frozen=True)
class SafeTable:
    """A table with all its sums, fit to be published: `shown` numbers, keys of `hidden` ones. What
    is in neither is 0. `households` are those behind the shown numbers that are sums over the
    third dimension."""

    sizes: tuple[int, int, int]
    shown: Mapping[Key, int]
    hidden: frozenset[Key]
    households: Mapping[Key, int]

    def number(self, key: Key) -> int | None:
        """The number of a cell, None where it is hidden."""
        return None if key in self.hidden else self.shown.get(key, 0)


def protected(parts: Iterable[Part], sizes: tuple[int, int, int]) -> SafeTable:
    """The table of these parts with what may be shown of it. Places lie below `sizes`."""
    work = _Work(parts, sizes)
    while work.joined() or work.enclosed():
        pass
    return work.table()


def few(count: int) -> bool:
    """Whether so many are too few to be told; none at all is no secret."""
    return 0 < count < FEWEST


class _Work:
    """The table while it is protected. Inside, the sum stands behind the last place; sets of
    places of the third dimension are bits of an int, sets of households likewise."""

    def __init__(self, parts: Iterable[Part], sizes: tuple[int, int, int]) -> None:
        self._sizes = sizes
        self._depth = sizes[2] + 1
        self._sum_bit = 1 << sizes[2]
        self._amounts: dict[tuple[int, int], list[int]] = {}
        self._who: dict[tuple[int, int], list[int]] = {}
        places = range(sizes[0] + 1), range(sizes[1] + 1)
        self._pairs = tuple(product(*places))
        for pair in self._pairs:
            self._amounts[pair] = [0] * self._depth
            self._who[pair] = [0] * self._depth
        bits: dict[int, int] = {}
        for each in parts:
            bit = bits.setdefault(each.household, 1 << len(bits))
            for first, second, third in product(
                (each.first, sizes[0]), (each.second, sizes[1]), (each.third, sizes[2])
            ):
                self._amounts[first, second][third] += each.amount
                self._who[first, second][third] |= bit
        self._hidden = {
            pair: sum(1 << at for at, who in enumerate(found) if few(who.bit_count()))
            for pair, found in self._who.items()
        }
        self._small = dict(self._hidden)
        self._level: dict[Key, int] = {}
        self._strong: dict[int, dict[tuple[int, int], int]] = {}

    def table(self) -> SafeTable:
        shown, households, hidden = {}, {}, set()
        for pair in self._pairs:
            for third, amount in enumerate(self._amounts[pair]):
                key = self._key(pair, third)
                if self._hidden[pair] >> third & 1:
                    hidden.add(key)
                elif amount:
                    shown[key] = amount
                    if key[2] == ALL:
                        households[key] = self._who[pair][third].bit_count()
        return SafeTable(self._sizes, shown, frozenset(hidden), households)

    def enclosed(self) -> bool:
        """Make every hidden cell the corner of a hidden cuboid; whether anything was hidden."""
        changed = False
        for pair in self._pairs:
            for third in _bits(self._bare(pair)):
                if self._is_bare(pair, third):
                    self._enclose(pair, third)
                    changed = True
        return changed

    def joined(self) -> bool:
        """Hide so much more that what is hidden in a line under a shown sum has enough households;
        whether anything was hidden."""
        changed = False
        for cells, total in self._lines():
            if self._is_hidden(total):
                continue
            who = 0
            for cell in cells:
                if self._is_hidden(cell):
                    who |= self._who[cell[:2]][cell[2]]
            if not few(who.bit_count()):
                continue
            changed = True
            rest = (each for each in cells if self._amount(each) and not self._is_hidden(each))
            for cell in sorted(rest, key=self._amount):
                if not few(who.bit_count()):
                    break
                self._hide(cell)
                who |= self._who[cell[:2]][cell[2]]
            if few(who.bit_count()):
                self._hide(total)
        return changed

    def _lines(self) -> Iterator[tuple[list[Key], Key]]:
        """Every line of the table that is summed up: its cells and their sum."""
        one, two, three = self._sizes
        for second, third in product(range(two + 1), range(three + 1)):
            if self._amounts[one, second][third]:
                yield [(at, second, third) for at in range(one)], (one, second, third)
        for first, third in product(range(one + 1), range(three + 1)):
            if self._amounts[first, two][third]:
                yield [(first, at, third) for at in range(two)], (first, two, third)
        for first, second in self._pairs:
            if self._amounts[first, second][three]:
                yield [(first, second, at) for at in range(three)], (first, second, three)

    def _bare(self, pair: tuple[int, int]) -> int:
        """The hidden cells of a pair that are corner of no hidden cuboid with enough room."""
        found = 0
        levels: dict[int, int] = defaultdict(int)
        for third in _bits(self._hidden[pair]):
            levels[self._level_of(pair, third)] |= 1 << third
        for level, wanted in levels.items():
            found |= self._uncovered(pair, level, wanted)
        return found

    def _is_bare(self, pair: tuple[int, int], third: int) -> bool:
        return bool(self._uncovered(pair, self._level_of(pair, third), 1 << third))

    def _uncovered(self, pair: tuple[int, int], level: int, wanted: int) -> int:
        strong = self._holding(level)
        own = self._hidden[pair] & strong[pair]
        for corners in self._corners(pair):
            common = own
            for each in corners[1:]:
                common &= self._hidden[each] & strong[each]
                if not common & wanted:
                    break
            else:
                if common.bit_count() > 1:
                    wanted &= ~common
                    if not wanted:
                        return 0
        return wanted

    def _enclose(self, pair: tuple[int, int], third: int) -> None:
        """Hide the cheapest cuboid around a cell: the one with most room that hides no sum over
        two dimensions, else the cheapest of all."""
        found = []
        for level in range(self._level_of(pair, third), -1, -1):
            best = min(self._cuboids(pair, third, level), default=None)
            if best is not None:
                found.append((best[0], -level, best))
                if best[0] < _SUM_WEIGHS**2:
                    break
        _, negative, (_, corners, other) = min(found)  # never none: its sums are corners of one
        self._level[(*pair, third)] = -negative
        for each in corners:
            self._hidden[each] |= 1 << third | 1 << other

    def _cuboids(
        self, pair: tuple[int, int], third: int, level: int
    ) -> Iterator[tuple[int, tuple[tuple[int, int], ...], int]]:
        """What each pair of edges costs at best, its corners and the other place."""
        strong, bit = self._holding(level), 1 << third
        for corners in self._corners(pair):
            filled = -1
            for each in corners:
                filled &= strong[each]
            if not filled & bit or filled == bit:
                continue
            cost = sum(self._weight(each) for each in corners if not self._hidden[each] & bit)
            if bit == self._sum_bit:
                cost *= _SUM_WEIGHS
            more, other = self._cheapest(corners, filled & ~bit)
            yield cost + more, corners, other

    def _cheapest(self, corners: Sequence[tuple[int, int]], places: int) -> tuple[int, int]:
        """Where among `places` the corners cost least, and what."""
        found: list[tuple[int, int]] = []
        for part, factor in (
            (places & ~self._sum_bit, 1),
            (places & self._sum_bit, _SUM_WEIGHS),
        ):
            for kept in _CORNERS:
                common, cost = part, 0
                for each, is_hidden in zip(corners, kept, strict=True):
                    if is_hidden:
                        common &= self._hidden[each]
                    else:
                        cost += self._weight(each) * factor
                if common:
                    found.append((cost, (common & -common).bit_length() - 1))
        return min(found)

    def _corners(self, pair: tuple[int, int]) -> Iterator[tuple[tuple[int, int], ...]]:
        first, second = pair
        for other_first, other_second in self._pairs:
            if other_first != first and other_second != second:
                yield (
                    pair,
                    (other_first, second),
                    (first, other_second),
                    (other_first, other_second),
                )

    def _holding(self, level: int) -> dict[tuple[int, int], int]:
        """The cells of each pair that hold at least 2 ** level."""
        if level not in self._strong:
            least = 1 << level
            self._strong[level] = {
                pair: sum(1 << at for at, amount in enumerate(found) if amount >= least)
                for pair, found in self._amounts.items()
            }
        return self._strong[level]

    def _level_of(self, pair: tuple[int, int], third: int) -> int:
        """How much the other corners hold at least, as a power of two: what is hidden only for the
        sake of others needs no room of its own."""
        if not self._small[pair] >> third & 1:
            return 0
        asked = max(self._amounts[pair][third].bit_length() - 1 - _ROOM, 0)
        return self._level.get((*pair, third), asked)

    def _weight(self, pair: tuple[int, int]) -> int:
        sums = (pair[0] == self._sizes[0]) + (pair[1] == self._sizes[1])
        return int(_SUM_WEIGHS**sums)

    def _amount(self, key: Key) -> int:
        return self._amounts[key[:2]][key[2]]

    def _is_hidden(self, key: Key) -> bool:
        return bool(self._hidden[key[:2]] >> key[2] & 1)

    def _hide(self, key: Key) -> None:
        self._hidden[key[:2]] |= 1 << key[2]

    def _key(self, pair: tuple[int, int], third: int) -> Key:
        places = zip((*pair, third), self._sizes, strict=True)
        one, two, three = (ALL if place == size else place for place, size in places)
        return (one, two, three)


def _bits(places: int) -> Iterator[int]:
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest
