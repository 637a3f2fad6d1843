"""The best lawful combination, against every subset tried one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.rules.funding import Part, Programme, Sort
from app.rules.funding_sums import LeftOut, best, is_lawful, value
from app.rules.terms import Answer

A = Programme("a", "A", most_cents=6_000_000)
B = Programme("b", "B", most_cents=3_000_000)
C = Programme("c", "C", most_cents=2_500_000)


@st.composite
def pools(draw):
    count = draw(st.integers(0, 7))
    codes = [f"p{number}" for number in range(count)]
    return [
        Programme(
            code,
            code,
            most_cents=draw(st.one_of(st.none(), st.integers(1, 9))),
            monthly_cents=draw(st.one_of(st.none(), st.integers(1, 3))),
            excludes=tuple(draw(st.sets(st.sampled_from(codes), max_size=2)) - {code}),
            once=draw(st.sampled_from(["", "", "x", "y"])),
            ceiling=draw(st.sampled_from(["", "k"])),
            ceiling_cents=draw(st.one_of(st.none(), st.integers(1, 9))),
        )
        for code in codes
    ]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pools())
def test_no_lawful_subset_is_worth_more(pool):
    found = best(pool)
    chosen = [each for each in pool if each.code in found.codes]
    assert is_lawful(chosen)
    subsets = chain.from_iterable(combinations(pool, size) for size in range(len(pool) + 1))
    assert value(chosen) == max(value(each) for each in subsets if is_lawful(each))
    assert {each.code for each in pool} == {*found.codes, *(e.code for e in found.left_out)}


def test_two_that_exclude_each_other_are_told_with_the_one_in_the_way():
    found = best([A, replace(B, excludes=("a",)), C])
    assert (found.codes, found.once_cents) == (("a", "c"), 8_500_000)
    (left,) = found.left_out
    assert (left.code, left.why, left.other) == ("b", LeftOut.EXCLUDED, "a")


def test_two_small_ones_go_before_a_large_one_that_excludes_both():
    whole = replace(A, most_cents=5_000_000, excludes=("b", "c"))
    assert best([whole, B, C]).codes == ("b", "c")


def test_one_purpose_is_served_once():
    found = best([replace(A, once="practice"), replace(B, once="practice")])
    assert found.codes == ("a",)
    assert found.left_out[0].why is LeftOut.ONCE


def test_a_common_ceiling_counts_once_and_is_told():
    capped = [replace(each, ceiling="k", ceiling_cents=7_000_000) for each in (A, B)]
    found = best(capped)
    assert (found.once_cents, found.capped_cents) == (7_000_000, 2_000_000)


def test_what_has_no_amount_is_counted_apart_and_months_are_not_summed_with_grants():
    unknown = Programme("u", "U")
    monthly = Programme("m", "M", sort=Sort.SCHOLARSHIP, monthly_cents=60_000)
    child = Programme("k", "Kindergeld", sort=Sort.ENTITLEMENT, monthly_cents=25_900)
    found = best([A, unknown, monthly, child])
    assert (found.once_cents, found.monthly_cents, found.unknown) == (6_000_000, 60_000, ("u",))
    assert "k" not in found.codes


def test_whether_they_may_be_combined_is_not_made_up():
    sure = replace(B, combines=Answer.YES)
    assert best([A, sure]).unproven == ("a",)
    assert best([A]).unproven == ()


def test_parts_are_summed():
    found = best([Programme("r", "R", parts=(Part("Verfahren", 60_000), Part("Kurs", 300_000)))])
    assert found.once_cents == 360_000


def test_thirty_under_one_ceiling_are_answered():
    """Without the ceiling in its bound the search would try every subset."""
    pool = [
        Programme(f"p{n}", f"P{n}", most_cents=100 + n, ceiling="k", ceiling_cents=1_000)
        for n in range(30)
    ]
    found = best(pool)
    assert (found.once_cents, len(found.codes)) == (1_000, 30)
