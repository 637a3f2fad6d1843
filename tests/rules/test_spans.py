"""Minutes as bits, against Python's own sets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import spans

EDGES = st.integers(-50, 300)
PAIRS = st.lists(st.tuples(EDGES, EDGES), max_size=8)


def as_set(pairs):
    """The minutes of spans, one by one."""
    return {minute for start, end in pairs for minute in range(max(start, 0), end)}


def read(bits):
    """The minutes of a number, one by one."""
    return {place for place, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"}


@given(EDGES, EDGES)
def test_a_span_has_its_minutes_and_no_others(start, end):
    assert read(spans.span(start, end)) == as_set([(start, end)])


@given(PAIRS, PAIRS)
def test_numbers_do_the_work_of_sets(one, other):
    bits, others = spans.of(one), spans.of(other)
    mine, theirs = as_set(one), as_set(other)
    assert read(bits | others) == mine | theirs
    assert read(bits & others) == mine & theirs
    assert read(bits & ~others) == mine - theirs
    assert spans.count(bits & ~others) == len(mine - theirs)


@given(PAIRS)
def test_runs_are_unbroken_apart_and_in_order(pairs):
    bits = spans.of(pairs)
    found = list(spans.runs(bits))
    assert as_set(found) == as_set(pairs)
    assert all(start < end for start, end in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))
    assert spans.of(found) == bits


@pytest.mark.parametrize("start", [0, 1, 40_319, 1_000_000])
def test_far_minutes_are_as_good_as_near_ones(start):
    bits = spans.span(start, start + 3)
    assert list(spans.runs(bits)) == [(start, start + 3)]
    assert spans.count(bits) == 3


def test_no_minutes_have_no_runs():
    assert list(spans.runs(0)) == []
    assert spans.of([]) == spans.span(5, 5) == spans.span(9, 2) == spans.span(-9, 0) == 0
