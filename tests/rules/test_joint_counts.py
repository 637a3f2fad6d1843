"""A year beside its quarters gives no small number away: every population of a small world that
would be told the same by all reports is tried, by a reader who knows the rules."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import product

import pytest

from app.rules.joint_counts import Part, counted_once, summed
from app.rules.small_counts import Cell, Told, adding_up, coupled
from app.rules.small_numbers import FEWEST, few

ONE, OTHER, BOTH = (1, 0), (0, 1), (1, 1)
TOTALS, BEGUN = (2, 6), (3, 7)
"""Where the two quarters show their total and who begins."""


@cache
def cells(counts):
    """Each household counts once, in one line."""
    return {
        str(at): Cell(count, frozenset(range(100 * at, 100 * at + count)))
        for at, count in enumerate(counts)
    }


@cache
def quarter(counts):
    return adding_up(cells(counts))


def populations(kinds, most):
    """How many households of each kind; together at most so many in all quarters."""
    if not kinds:
        yield ()
        return
    weight = sum(kinds[0][1])
    for count in range(most // weight + 1):
        for rest in populations(kinds[1:], most - count * weight):
            yield (count, *rest)


@cache
def begun_told(total, begun):
    """As it is hidden where each household is told of once a quarter."""
    again = Cell(total - begun, frozenset(range(total - begun)))
    is_hidden = few(total) or coupled(Cell(begun, frozenset(range(begun))), (again,))
    return None if is_hidden else begun


def alone(whole, _):
    return adding_up(whole)


@cache
def told_by(rule, counts, first, year):
    parts = [
        Part(cells(of), quarter(of), begun_told(sum(of), sum(new)), {"0": new[0], "1": new[1]})
        for of, new in zip(counts, first, strict=True)
    ]
    told = rule(cells(year), parts)
    shown = [(*each.told.lines.values(), each.told.total, each.begun) for each in parts]
    return (*shown[0], *shown[1], *told.lines.values(), told.total)


def world(kinds, numbers):
    """Lines of both quarters, those of them who begin, lines of the year."""
    counts, first, year = [[0, 0], [0, 0]], [[0, 0], [0, 0]], [0, 0]
    for (line, when, is_first), number in zip(kinds, numbers, strict=True):
        if number:
            year[line] += number
            for at in (0, 1):
                counts[at][line] += number * when[at]
            if is_first:
                first[when.index(1)][line] += number
    return tuple(map(tuple, counts)), tuple(map(tuple, first)), tuple(year)


def read(kinds, most, rule):
    """What gives a hidden number away: whatever population would be told the same has it. And how
    often the total of the year is told."""
    worlds = defaultdict(set)
    for counts, first, year in {world(kinds, each) for each in populations(kinds, most)}:
        quarters = [(*of, sum(of), sum(new)) for of, new in zip(counts, first, strict=True)]
        true = (*quarters[0], *quarters[1], *year, sum(year))
        worlds[told_by(rule, counts, first, year)].add(true)
    # of these no larger population is told the same
    whole = {shown: of for shown, of in worlds.items() if sum(map(_most, shown, range(8))) <= most}
    # who begins in this world does so in the second quarter or never: no secret of the rule's
    known = BEGUN[: 1 if any(is_first for _, _, is_first in kinds) else 2]
    given = [
        (shown, at)
        for shown, of in whole.items()
        for at, count in enumerate(shown)
        if count is None and at not in known and len({each[at] for each in of}) == 1
    ]
    return given, sum(shown[-1] is not None for shown in whole) / len(whole)


def _most(count, at):
    return 0 if at not in TOTALS else FEWEST - 1 if count is None else count


KNOWN = [(line, when, False) for line in (0, 1) for when in (ONE, OTHER, BOTH)]
NEW = [(line, OTHER, True) for line in (0, 1)]
WORLDS = [(KNOWN, 13), (KNOWN + NEW, 9)]


@pytest.mark.parametrize(("kinds", "most"), WORLDS)
def test_no_hidden_number_of_quarters_or_year_can_be_recomputed(kinds, most):
    given, told = read(kinds, most, counted_once)
    assert given == []
    assert told > 0.25  # the year is not silent instead


@pytest.mark.parametrize(("kinds", "most"), WORLDS)
def test_a_year_told_without_regard_to_its_quarters_gives_numbers_away(kinds, most):
    """The check of the check."""
    assert len(read(kinds, most, alone)[0]) > 20


def test_what_adds_up_over_quarters_gives_nothing_away():
    hidden = defaultdict(lambda: defaultdict(set))
    for counts in product(range(8), repeat=4):
        parts = quarter(counts[:2]), quarter(counts[2:])
        year = counts[0] + counts[2], counts[1] + counts[3]
        for name, told in (("joint", summed(parts)), ("alone", quarter(year))):
            shown = [count for each in (*parts, told) for count in each.lines.values()]
            totals = [each.total for each in (*parts, told)]
            hidden[name][*shown, *totals].add((*counts, *year))
    given = {
        name: sum(
            count is None and len({each[at] for each in worlds}) == 1
            for shown, worlds in of.items()
            for at, count in enumerate(shown[:6])
        )
        for name, of in hidden.items()
    }
    assert given["joint"] == 0
    assert given["alone"] > 50


def test_a_year_tells_a_line_where_every_quarter_does():
    told = [Told({"a": 7, "b": 0}, 7), Told({"a": 6}, 6), Told({"a": None, "c": None}, None)]
    assert summed(told[:2]) == Told({"a": 13, "b": 0}, 13)
    assert summed(told) == Told({"a": None, "b": 0, "c": None}, None)


def test_a_large_office_is_told_in_full():
    """Nothing is small in any quarter, many come again."""
    parts = [Part(cells((30, 20)), quarter((30, 20)), 10, {"0": 5, "1": 5})] * 4
    assert counted_once(cells((60, 40)), parts) == Told({"0": 60, "1": 40}, 100)


def test_the_total_of_a_year_stays_where_a_quarter_hides_a_line():
    """Unless everybody comes again as often as can be: then it would tell of the line."""
    without = Part(cells((0, 20, 20)), quarter((0, 20, 20)), 0)
    parts = [without, without, without, Part(cells((3, 20, 7)), quarter((3, 20, 7)), 0)]
    assert counted_once(cells((3, 40, 40)), parts).total == 83
    assert counted_once(cells((3, 20, 20)), parts).total is None
