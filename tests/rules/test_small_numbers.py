"""Small numbers stay secret: nothing published tells what is hidden."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.small_numbers import ALL, FEWEST, Part, few, protected


def cells(sizes):
    """Every key of a table, sums included."""
    return list(product(*([*range(size), ALL] for size in sizes)))


def lines(sizes):
    """Every equation of a table: the keys that add up, and the key of their sum."""
    for dimension in range(3):
        others = [[*range(size), ALL] for size in sizes]
        others[dimension] = [ALL]
        for total in product(*others):
            parts = []
            for place in range(sizes[dimension]):
                key = list(total)
                key[dimension] = place
                parts.append(tuple(key))
            yield parts, total


def determined(table):
    """The hidden keys whose number follows from the equations: exact Gauss elimination."""
    hidden = sorted(table.hidden)
    column = {key: at for at, key in enumerate(hidden)}
    rows = []
    for parts, total in lines(table.sizes):
        row = {column[key]: Fraction(1) for key in parts if key in column}
        if total in column:
            row[column[total]] = Fraction(-1)
        if row:
            rows.append(row)
    pivots = {}
    for row in rows:
        while row:
            lead = min(row)
            if lead not in pivots:
                pivots[lead] = {at: value / row[lead] for at, value in row.items()}
                break
            row = added(row, pivots[lead], -row[lead])
    for lead in sorted(pivots, reverse=True):
        row = pivots[lead]
        for at in [each for each in row if each != lead and each in pivots]:
            row = added(row, pivots[at], -row[at])
        pivots[lead] = row
    return {hidden[lead] for lead, row in pivots.items() if set(row) == {lead}}


def added(row, other, factor):
    found = dict(row)
    for at, value in other.items():
        found[at] = found.get(at, 0) + factor * value
        if not found[at]:
            del found[at]
    return found


def narrowed(table):
    """The bounds of every hidden number, narrowed over the equations until nothing moves: who
    attacks knows that no number is below 0."""
    whole = sum(table.shown.values()) + 10**9
    bounds = {key: [0, whole] for key in table.hidden}
    for key, number in table.shown.items():
        bounds[key] = [number, number]
    for key in cells(table.sizes):
        bounds.setdefault(key, [0, 0])
    moved = True
    rounds = 0
    while moved and rounds < 200:
        moved, rounds = False, rounds + 1
        for parts, total in lines(table.sizes):
            lows = sum(bounds[key][0] for key in parts)
            highs = sum(bounds[key][1] for key in parts)
            moved |= tighten(bounds[total], lows, highs)
            for key in parts:
                low = bounds[total][0] - (highs - bounds[key][1])
                high = bounds[total][1] - (lows - bounds[key][0])
                moved |= tighten(bounds[key], low, high)
    return {key: bounds[key] for key in table.hidden}


def tighten(bound, low, high):
    old = tuple(bound)
    bound[0], bound[1] = max(bound[0], low), min(bound[1], high)
    return tuple(bound) != old


def table_of(rows, sizes):
    """From (first, second, third, household, amount)."""
    return protected([Part(*row) for row in rows], sizes)


parts = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 2), st.integers(0, 3), st.integers(0, 11),
        st.integers(1, 240),
    ),
    max_size=60,
)  # fmt: skip


@given(parts)
@settings(max_examples=150, deadline=None)
def test_no_hidden_number_follows_from_the_published_ones(rows):
    table = table_of(rows, (3, 3, 4))
    assert determined(table) == set()
    for low, high in narrowed(table).values():
        assert low < high


@given(parts)
@settings(max_examples=150, deadline=None)
def test_few_households_are_never_shown_nor_left_over_in_a_line(rows):
    sizes = (3, 3, 4)
    table = table_of(rows, sizes)
    who = {key: set() for key in cells(sizes)}
    sums = dict.fromkeys(who, 0)
    for first, second, third, household, amount in rows:
        for key in product((first, ALL), (second, ALL), (third, ALL)):
            who[key].add(household)
            sums[key] += amount
    for key, households in who.items():
        if few(len(households)):
            assert key in table.hidden
        elif key not in table.hidden:
            assert table.number(key) == sums[key]
            if key[2] == ALL and sums[key]:
                assert table.households[key] == len(households)
    for inside, total in lines(sizes):
        left = set().union(*(who[key] for key in inside if key in table.hidden))
        assert total in table.hidden or not left or len(left) >= FEWEST


def test_a_cell_without_anything_is_told_as_nought():
    table = table_of([(0, 0, 0, each, 10) for each in range(5)], (2, 1, 1))
    assert table.number((0, 0, 0)) == 50
    assert table.number((1, 0, 0)) == 0
    assert not table.hidden


def test_one_small_cell_takes_a_second_with_it_or_its_sum():
    big = [(place, 0, 0, 10 * place + each, 60) for place in range(3) for each in range(8)]
    table = table_of([*big, (3, 0, 0, 99, 60)], (4, 1, 1))
    assert table.number((3, 0, 0)) is None
    assert table.number((ALL, ALL, ALL)) == 25 * 60
    assert sum(table.number((place, 0, 0)) is None for place in range(3)) == 1


def test_the_attack_of_the_test_finds_what_is_only_hidden_once():
    """The attack itself works: a table with primary suppression alone falls."""
    from app.rules.small_numbers import SafeTable

    shown = {(0, 0, 0): 50, (0, 0, ALL): 50, (0, ALL, 0): 50, (0, ALL, ALL): 50}
    shown |= {(ALL, 0, 0): 57, (ALL, ALL, 0): 57, (ALL, 0, ALL): 57, (ALL, ALL, ALL): 57}
    hidden = frozenset(product((1,), (0, ALL), (0, ALL)))
    table = SafeTable((2, 1, 1), shown, hidden, {})
    assert determined(table) == hidden
    assert narrowed(table)[1, 0, 0] == [7, 7]
