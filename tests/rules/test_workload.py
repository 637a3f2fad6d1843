"""What is counted for whom, and who takes a case."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.rules.calendar import Day, Precision
from app.rules.workload import Applicant, Due, Given, Load, choose, loads, spread

TODAY = date(2026, 11, 23)


def due(days: int, count: int = 1, advisor: int | None = 1) -> Due:
    return Due(advisor, Day(TODAY + timedelta(days)), count)


def applicant(key: int, languages: str = "de", deadlines: int = 0, cases: int = 0, **more: bool):
    load = Load(cases=cases, next_30=deadlines)
    return Applicant(key, frozenset(languages.split()), load, **more)


def test_deadlines_are_counted_by_how_near_they_are():
    found = loads(
        {1: 2, None: 1},
        [due(-1, 3), due(0), due(7, 2), due(8), due(30), due(31, 9), due(2, 4, None)],
        {1: 5},
        TODAY,
    )
    assert found[1] == Load(cases=2, overdue=3, next_7=3, next_30=5, follow_ups=5)
    assert found[1].deadlines == 8
    assert found[None] == Load(cases=1, next_7=4, next_30=4)


def test_a_month_is_over_with_its_last_day():
    found = loads({}, [Due(1, Day(date(2026, 11, 1), Precision.MONTH))], {}, TODAY)
    assert found[1] == Load(next_7=1, next_30=1)


def test_languages_go_before_deadlines_and_german_tells_nobody_apart():
    speaks = frozenset({"de", "ar", "fr"})
    first = applicant(1, "de en", 0)
    second = applicant(2, "de ar", 9)
    chosen = choose([first, second], speaks)
    assert chosen is not None
    assert (chosen.advisor, chosen.shared, chosen.deadlines) == (2, ("ar",), 9)
    both = choose([first, second], frozenset({"de"}))
    assert both is not None
    assert (both.advisor, both.shared) == (1, ())


def test_of_equals_the_fewest_deadlines_then_cases_then_the_first():
    assert choose([applicant(1, "de", 3), applicant(2, "de", 2)], frozenset()).advisor == 2
    fewest = choose([applicant(1, "de", 2, 4), applicant(2, "de", 2, 3)], frozenset())
    assert fewest.advisor == 2
    assert choose([applicant(5), applicant(3)], frozenset()).advisor == 5


def test_who_is_away_takes_nothing_unless_everybody_is():
    away, there = applicant(1, "de ar", is_there=False), applicant(2, "de", 9)
    assert choose([away, there], frozenset({"ar"})).advisor == 2
    assert choose([away], frozenset({"ar"})).advisor == 1
    assert choose([], frozenset({"ar"})) is None


@given(st.lists(st.integers(0, 5), max_size=20), st.integers(1, 4))
def test_cases_are_spread_so_that_no_load_runs_away(deadlines, people):
    takers = [applicant(key) for key in range(people)]
    cases = [Given(key, frozenset(), count) for key, count in enumerate(deadlines)]
    found = spread(cases, takers)
    assert set(found) == {each.case for each in cases}
    sums = [
        sum(deadlines[case] for case, to in found.items() if to == key) for key in range(people)
    ]
    assert max(sums) - min(sums) <= max(deadlines, default=0)


def test_nothing_is_spread_where_nobody_is():
    assert spread([Given(1, frozenset())], []) == {}
