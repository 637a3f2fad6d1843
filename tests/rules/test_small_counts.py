"""What is told of figures gives no small number away: every hidden cell is tried to be recomputed
from all that is shown, by trying out every population that would be told the same."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain, combinations_with_replacement, product

import pytest

from app.rules.small_counts import UNKNOWN, Cell, Told, adding_up, coupled, overlapping
from app.rules.small_numbers import FEWEST, few


def cells(counts):
    """Each household counts once, in one line."""
    first, found = 0, {}
    for at, count in enumerate(counts):
        found[str(at)] = Cell(count, frozenset(range(first, first + count)))
        first += count
    return found


def vectors(lines, total):
    if lines == 1:
        yield (total,)
        return
    for count in range(total + 1):
        for rest in vectors(lines - 1, total - count):
            yield (count, *rest)


def shown(told):
    return (*told.lines.values(), told.total)


def possible(populations, tell):
    """For everything that is told, the populations that are told so: the attack of a reader who
    knows the rule and every way to subtract."""
    found = defaultdict(list)
    for each in populations:
        found[tell(each)].append(each)
    return found


def given_away(told, populations):
    """The hidden lines that have one possible value only."""
    hidden = [at for at, count in enumerate(told) if count is None]
    return [at for at in hidden if len({each[at] for each in populations}) == 1]


@pytest.mark.parametrize(("lines", "most"), [(2, 24), (3, 22), (4, 18), (5, 13)])
def test_no_hidden_line_of_a_sum_can_be_recomputed(lines, most):
    totals = range(most + 1)
    populations = chain.from_iterable(vectors(lines, total) for total in totals)
    told = possible(populations, lambda counts: shown(adding_up(cells(counts))))
    assert sum(None in each for each in told) > 10
    for each, behind in told.items():
        assert not given_away(each[:-1], behind), (each, behind[:3])


def test_without_more_hidden_than_what_is_small_the_attack_succeeds():
    """The check of the check: primary suppression alone is broken by subtraction."""

    def naive(counts):
        return (*(None if few(each) else each for each in counts), sum(counts))

    told = possible(vectors(3, 18), naive)
    assert any(given_away(each[:-1], behind) for each, behind in told.items())


@cache
def _sums(lines, total):
    return [adding_up(cells(each)) for each in vectors(lines, total)]


def test_tables_of_the_same_sum_tell_nothing_of_each_other():
    """Households by two marks: every pair of lines with one sum has a population, so what is told
    of one table leaves the other as open as it was."""
    for total in (5, 9, 14):
        for one, other in product(_sums(2, total), _sums(3, total)):
            assert one.total == other.total
    for total in range(1, FEWEST):
        for told in (*_sums(2, total), *_sums(3, total)):  # else one table told what another hides
            assert told.total is None
            assert set(told.lines.values()) == {None}


def test_a_number_in_two_sums_is_hidden_in_both():
    """First consultations are as many as households advised for the first time."""
    known = defaultdict(set)
    for first, again, follow in product(range(13), repeat=3):
        households, others, more = (cells((each,))["0"] for each in (first, again, follow))
        if not 5 <= first + again <= first + follow <= 12:
            continue
        hides = coupled(households, (others, more))
        lines = (None,) * 3 if hides else (first, again, follow)
        known[first + again, first + follow, lines].add(first)
    for (_, _, lines), firsts in known.items():
        assert (lines[0] is None) == (len(firsts) > 1)


def _overlapping(households):
    """Two topics; a household asks for one, for both or for none of which anything is noted."""
    kinds = ({"a"}, {"b"}, {"a", "b"}, set())
    who = {code: set() for code in ("a", "b", UNKNOWN)}
    number = 0
    for kind, count in zip(kinds, households, strict=True):
        for _ in range(count):
            number += 1
            for code in kind or {UNKNOWN}:
                who[code].add(number)
    some = who["a"] | who["b"]
    lines = {code: Cell(len(of), frozenset(of)) for code, of in who.items()}
    rests = {code: Cell(len(some - who[code]), frozenset(some - who[code])) for code in ("a", "b")}
    rests[UNKNOWN] = Cell(len(some), frozenset(some))
    asked = Cell(number, frozenset(range(1, number + 1)))
    return lines, overlapping(lines, rests, asked)


def test_no_hidden_line_of_several_answers_can_be_recomputed():
    told = defaultdict(list)
    for total in range(19):
        for households in vectors(4, total):
            lines, answer = _overlapping(households)
            told[shown(answer)].append([each.count for each in lines.values()])
    assert sum(None in each for each in told) > 10
    for each, behind in told.items():
        assert not given_away(each[:-1], behind), (each, behind[:3])


def test_a_number_of_few_households_is_hidden_however_large():
    many = Cell(40, frozenset({1, 2}))
    others = Cell(60, frozenset(range(3, 12)))
    assert adding_up({"a": many, "b": others}) == Told({"a": None, "b": None}, 100)


def test_what_hides_a_line_depends_on_sizes_alone():
    """The proof leans on it: lines may be swapped and the same ones stay hidden."""
    for counts in combinations_with_replacement((0, 1, 3, 4, 5, 6, 9), 4):
        hidden = {counts[int(at)] for at in adding_up(cells(counts)).hidden}
        swapped = counts[::-1]
        assert {swapped[int(at)] for at in adding_up(cells(swapped)).hidden} == hidden
