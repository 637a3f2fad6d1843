"""The age of a check: by category, at its edges, and alike for rows and for a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.records.providers import Category
from app.rules import checking
from app.rules.checking import CheckAge

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("category", "days", "age"),
    [
        ("kita", 0, CheckAge.FRESH),
        ("kita", 149, CheckAge.FRESH),
        ("kita", 150, CheckAge.SOON),
        ("kita", 179, CheckAge.SOON),
        ("kita", 180, CheckAge.STALE),
        ("housing", 180, CheckAge.STALE),
        ("authority", 180, CheckAge.FRESH),
        ("authority", 334, CheckAge.FRESH),
        ("authority", 335, CheckAge.SOON),
        ("authority", 365, CheckAge.STALE),
        ("authority", 5_000, CheckAge.STALE),
    ],
)
def test_a_check_ages_by_its_category(category, days, age):
    assert checking.age(TODAY - timedelta(days=days), category, TODAY) is age


def test_what_nobody_checked_is_never_fresh():
    assert checking.age(None, "kita", TODAY) is CheckAge.NEVER


def test_a_check_dated_tomorrow_is_fresh():
    assert checking.age(TODAY + timedelta(days=1), "kita", TODAY) is CheckAge.FRESH


def test_every_category_with_days_of_its_own_exists():
    assert set(checking.DAYS) <= {category.value for category in Category}
    assert all(days > checking.SOON_DAYS for days in checking.DAYS.values())


@pytest.mark.parametrize("category", Category)
def test_the_last_days_for_a_database_say_the_same(category):
    special, other = checking.last_days(TODAY)
    last = special.get(category.value, other)
    assert checking.age(last, category.value, TODAY) is CheckAge.STALE
    assert checking.age(last + timedelta(days=1), category.value, TODAY) is CheckAge.SOON
    assert checking.due_on(last, category.value) == TODAY
