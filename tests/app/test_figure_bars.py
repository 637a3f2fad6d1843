"""How figures are drawn: lengths follow numbers, what is hidden has none."""

from __future__ import annotations

import pytest

from app.records.figure_bars import Drawing, bars, drawing, is_alike
from app.records.figures import FigureKey, Spread
from tests.figures_made import line, report, table


def test_the_longest_bar_is_the_largest_number_of_both_periods():
    found = bars(table(FigureKey.ORIGINS, line("de", 20, 40), line("eu", 10, 0)))
    assert [(each.share, each.before) for each in found] == [(0.5, 1.0), (0.25, 0.0)]


def test_what_is_hidden_has_no_length_and_moves_nothing():
    hidden = table(FigureKey.ORIGINS, line("de", 20), line("eu", None, None))
    bar = bars(hidden)[1]
    assert bar.hidden
    assert (bar.share, bar.before, bar.span) == (None, None, None)
    # The scale follows the numbers that are told alone.
    assert bars(hidden)[0].share == 1.0


def test_topics_stand_by_count_and_hidden_ones_keep_their_order_behind():
    lines = (line("work", None), line("housing", 5), line("health", None), line("school", 9))
    found = bars(table(FigureKey.TOPICS, *lines))
    assert [each.line.code for each in found] == ["school", "housing", "work", "health"]


def test_ages_keep_their_own_order():
    found = bars(table(FigureKey.AGES, line("0-5", 5), line("6-17", 90), line("65", 7)))
    assert [each.line.code for each in found] == ["0-5", "6-17", "65"]


def test_nothing_is_drawn_of_the_year_before_where_it_does_not_compare():
    found = bars(table(FigureKey.ORIGINS, line("de", 20, 40), compares=False))
    assert (found[0].share, found[0].before) == (1.0, None)


def test_durations_lie_on_one_scale():
    lines = (
        line("interest", 20, days=Spread(50, 25, 100)),
        line("visit", 6, days=Spread(80)),
        line("arrival", None),
    )
    whole, alone, hidden = bars(table(FigureKey.STAGE_DAYS, *lines, has_total=False))
    assert whole.span == (0.25, 0.5, 1.0)
    assert alone.span == (0.8, 0.8, 0.8)
    assert hidden.span is None
    assert hidden.hidden


def test_shares_are_parts_of_their_own_whole():
    lines = (line("here_6", 30, of=40), line("here_12", 0, of=0))
    found = bars(table(FigureKey.STILL_HERE, *lines, has_total=False))
    assert [each.share for each in found] == [0.75, 0.0]


@pytest.mark.parametrize("made", report().tables, ids=lambda made: made.definition.key.value)
def test_no_length_leaves_the_scale(made):
    for each in bars(made):
        lengths = [each.share, each.before, *(each.span or ())]
        assert all(0 <= length <= 1 for length in lengths if length is not None)


def test_three_kinds_of_drawings():
    assert {drawing(key) for key in FigureKey} == set(Drawing)


def test_many_lines_that_say_the_same_are_one_row():
    codes = ("work", "housing", "school", "health")
    hidden, nought = (
        table(FigureKey.TOPICS, *(line(code, count, count) for code in codes))
        for count in (None, 0)
    )
    assert is_alike(hidden)
    assert is_alike(nought)
    assert not is_alike(table(FigureKey.TOPICS, *hidden.lines[:3]))
    assert not is_alike(table(FigureKey.TOPICS, *hidden.lines, line("other", 0, None)))
    assert not is_alike(table(FigureKey.TOPICS, *hidden.lines, line("other", None, 7)))
