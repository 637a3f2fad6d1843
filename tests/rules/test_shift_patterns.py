"""Rotations by codes become rosters; sites are there or not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.rules.rosters import Duty, ShiftKind, duties_on
from app.rules.shift_patterns import BadWeek, CodedShift, UnknownCode, roster_of, weeks_of, written
from app.rules.sites import SiteProblem, site_problem

MONDAY = date(2027, 2, 1)
EARLY = CodedShift("F", 360, 852, ShiftKind.EARLY, "Frühdienst")
NIGHT = CodedShift("N", 1245, 1815, ShiftKind.NIGHT)
TODAY, START = date(2026, 11, 23), date(2027, 2, 1)


def test_a_rotation_is_a_roster_that_repeats_its_weeks():
    roster = roster_of("f F - - - - –\n\n- - N - - - -", (EARLY, NIGHT), MONDAY)
    assert (roster.first, roster.last, roster.weeks) == (MONDAY, None, 2)
    assert roster.duties == (
        Duty(0, 360, 852, "Frühdienst", ShiftKind.EARLY),
        Duty(1, 360, 852, "Frühdienst", ShiftKind.EARLY),
        Duty(9, 1245, 1815, "N", ShiftKind.NIGHT),
    )


def test_a_rotation_begun_within_a_week_keeps_the_weekdays_of_its_shifts():
    thursday = MONDAY + timedelta(days=3)
    whole = roster_of("F F - F - - -\n- N - - - - -", (EARLY, NIGHT), MONDAY)
    begun = roster_of("F F - F - - -\n- N - - - - -", (EARLY, NIGHT), thursday)
    assert begun.first == thursday
    assert duties_on([begun], MONDAY, 3) == ()
    assert duties_on([begun], thursday, 40) == duties_on([whole], thursday, 40)


def test_weeks_are_kept_one_a_line():
    assert written(weeks_of(" F F  - - - - —\n- - - - - - F ")) == "F F - - - - -\n- - - - - - F"


@pytest.mark.parametrize(
    ("text", "line", "cells"),
    [
        ("", 0, 0),
        ("F F F", 1, 3),
        ("- - - - - - -\nF F F F F F F F", 2, 8),
        ("F " * 7 + "\n" + ("- " * 7 + "\n") * 52, 0, 53),
    ],
)
def test_a_line_without_seven_cells_is_no_week(text, line, cells):
    with pytest.raises(BadWeek) as bad:
        weeks_of(text)
    assert (bad.value.line, bad.value.cells) == (line, cells)


def test_a_code_without_a_shift_is_named():
    with pytest.raises(UnknownCode) as unknown:
        roster_of("F X - - - - -", (EARLY,), MONDAY)
    assert unknown.value.code == "X"


@pytest.mark.parametrize(
    ("valid", "start", "archived", "problem"),
    [
        ((None, None), START, False, None),
        ((None, date(2027, 6, 30)), START, False, None),
        ((None, date(2026, 6, 30)), START, False, (SiteProblem.ENDED, date(2026, 6, 30))),
        (
            (None, date(2027, 1, 31)),
            START,
            False,
            (SiteProblem.ENDS_BEFORE_START, date(2027, 1, 31)),
        ),
        ((None, START), START, False, None),
        ((None, date(2027, 1, 31)), None, False, (SiteProblem.ENDS, date(2027, 1, 31))),
        ((date(2027, 3, 1), None), START, False, (SiteProblem.OPENS_AFTER_START, date(2027, 3, 1))),
        ((date(2027, 3, 1), None), None, False, None),
        ((None, None), START, True, (SiteProblem.ARCHIVED, None)),
    ],
)
def test_a_site_that_is_not_there_on_the_first_day_is_told(valid, start, archived, problem):
    assert site_problem(valid, TODAY, start, archived=archived) == problem
