"""Fees and hours at a kita by Lower Saxony's law."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import PartialDate
from app.rules.care_law import DayAtKita, free_from, is_free, priced_minutes, too_long

MONDAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("birth", "first"),
    [
        (date(2024, 3, 1), date(2027, 2, 1)),  # completes the year with the end of 28 February
        (date(2024, 3, 2), date(2027, 3, 1)),
        (date(2024, 2, 29), date(2027, 2, 1)),
        (date(2021, 3, 1), date(2024, 2, 1)),
        (date(2024, 1, 1), date(2026, 12, 1)),
        (date(2024, 12, 31), date(2027, 12, 1)),
    ],
)
def test_kita_is_free_from_the_month_in_which_the_third_year_is_completed(birth, first):
    assert free_from(birth) == first


def test_it_is_free_until_school_begins():
    born = PartialDate(2021, 5, 17)
    assert is_free(born, date(2024, 4, 30)) is False
    assert is_free(born, date(2024, 5, 1)) is True
    assert is_free(born, date(2027, 7, 31)) is True
    assert is_free(born, date(2027, 8, 1)) is False


def test_a_birth_known_by_its_year_decides_only_where_both_ends_agree():
    born = PartialDate(2024)
    assert is_free(born, date(2026, 11, 1)) is False
    assert is_free(born, date(2027, 6, 1)) is None
    assert is_free(born, date(2027, 12, 1)) is True


def test_above_eight_hours_is_priced_in_the_free_months_and_everything_before():
    days = [DayAtKita(MONDAY, 545), DayAtKita(date(2027, 3, 2), 480)]
    assert priced_minutes(PartialDate(2023, 5, 1), days) == 65
    assert priced_minutes(PartialDate(2025, 5, 1), days) == 545 + 480
    assert priced_minutes(None, days) is None
    assert priced_minutes(PartialDate(2024), days) is None


def test_more_than_ten_hours_is_told_and_ten_are_not():
    days = [DayAtKita(MONDAY, 600), DayAtKita(date(2027, 3, 2), 601)]
    assert too_long(days) == (days[1],)
