"""Days, partly known dates, working days of Lower Saxony and the periods of the Civil Code."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import calendar as cal
from app.rules.calendar import Day, PartialDate, Precision, Shift

DAYS = st.dates(date(1995, 1, 1), date(2095, 12, 31))


def test_a_month_is_written_as_its_first_day_and_ends_with_its_last():
    month = Day(date(2028, 2, 17), Precision.MONTH)
    assert (month.on, month.first, month.last) == (
        date(2028, 2, 1), date(2028, 2, 1), date(2028, 2, 29),
    )  # fmt: skip
    assert Day(date(2028, 2, 17), "month") == month
    assert Day(date(2028, 2, 17)).last == date(2028, 2, 17)


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        (PartialDate(2020), date(2020, 1, 1), date(2020, 12, 31)),
        (PartialDate(2020, 2), date(2020, 2, 1), date(2020, 2, 29)),
        (PartialDate(2020, 2, 3), date(2020, 2, 3), date(2020, 2, 3)),
    ],
    ids=["year", "month", "day"],
)
def test_a_partly_known_date_has_an_earliest_and_a_latest_day(known, first, last):
    assert (known.first, known.last) == (first, last)


def test_a_partly_known_date_is_a_day_or_a_month_or_nothing_a_plan_can_count_from():
    assert PartialDate(2020, 2, 3).as_day() == Day(date(2020, 2, 3))
    assert PartialDate(2020, 2).as_day() == Day(date(2020, 2, 1), Precision.MONTH)
    assert PartialDate(2020).as_day() is None


@pytest.mark.parametrize("parts", [(2027, None, 3), (2027, 2, 29), (2027, 13), (0,)])
def test_a_date_no_calendar_has_is_refused(parts):
    with pytest.raises(ValueError):  # noqa: PT011 - date's own message is not ours
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
        (date(2024, 2, 29), date(2028, 2, 29), 4),
        (date(2020, 10, 1), date(2026, 9, 30), 5),
        (date(2020, 10, 1), date(2026, 10, 1), 6),
        (date(2027, 1, 1), date(2026, 12, 31), -1),
    ],
)
def test_a_year_of_life_is_completed_with_the_day_before_the_birthday(birth, day, age):
    """§ 187 Abs. 2 Satz 2, § 188 Abs. 2, 3 BGB."""
    assert cal.age_on(birth, day) == age


@pytest.mark.parametrize(
    ("event", "months", "days", "end"),
    [
        (date(2027, 2, 15), 0, 14, date(2027, 3, 1)),
        (date(2027, 1, 31), 1, 0, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, 0, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, 0, date(2029, 2, 28)),
        (date(2027, 5, 31), 1, 0, date(2027, 6, 30)),
        (date(2027, 11, 30), 3, 0, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, 0, date(2027, 2, 28)),
        (date(2027, 1, 15), -1, 0, date(2026, 12, 15)),
        (date(2027, 3, 1), 0, -1, date(2027, 2, 28)),
        (date(2027, 3, 1), 0, 0, date(2027, 3, 1)),
    ],
)
def test_a_period_after_an_event_does_not_count_the_day_of_the_event(event, months, days, end):
    """§ 187 Abs. 1, § 188 Abs. 1, 2 first half, Abs. 3 BGB."""
    assert cal.period_after_event(event, months=months, days=days) == end


@pytest.mark.parametrize(
    ("first", "months", "days", "end"),
    [
        (date(2027, 3, 1), 6, 0, date(2027, 8, 31)),
        (date(2027, 3, 15), 6, 0, date(2027, 9, 14)),
        (date(2027, 2, 1), 1, 0, date(2027, 2, 28)),
        (date(2027, 1, 31), 1, 0, date(2027, 2, 28)),
        (date(2027, 1, 30), 1, 0, date(2027, 2, 28)),
        (date(2027, 1, 29), 1, 0, date(2027, 2, 28)),
        (date(2028, 1, 30), 1, 0, date(2028, 2, 29)),
        (date(2027, 3, 1), 0, 14, date(2027, 3, 14)),
        (date(2027, 3, 8), 0, 7, date(2027, 3, 14)),
        (date(2028, 2, 29), 12, 0, date(2029, 2, 28)),
    ],
)
def test_a_period_from_the_start_of_a_day_counts_that_day(first, months, days, end):
    """§ 187 Abs. 2, § 188 Abs. 2 second half, Abs. 3 BGB."""
    assert cal.period_from_start_of_day(first, months=months, days=days) == end


@pytest.mark.parametrize(("months", "days"), [(0, 0), (-1, 0), (0, -1)])
def test_a_period_from_the_start_of_a_day_runs_forwards(months, days):
    with pytest.raises(ValueError, match="forwards"):
        cal.period_from_start_of_day(date(2027, 1, 1), months=months, days=days)


@given(DAYS, st.integers(-120, 120))
def test_months_there_and_back_return_except_from_days_the_target_month_lacks(day, months):
    there = cal.plus_months(day, months)
    back = cal.plus_months(there, -months)
    assert back <= day
    assert back == day or day.day > cal.days_in_month(there.year, there.month)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months


@given(DAYS, st.integers(-3660, 3660))
def test_days_there_and_back_return_always(day, days):
    there = cal.period_after_event(day, days=days)
    assert cal.period_after_event(there, days=-days) == day


@given(DAYS, st.integers(1, 60))
def test_counting_the_first_day_never_ends_later(day, months):
    assert cal.period_from_start_of_day(day, months=months) <= cal.period_after_event(
        day, months=months
    )


@given(DAYS)
def test_a_shift_moves_to_the_nearest_working_day_and_no_further(day):
    later, earlier = cal.next_working_day(day), cal.previous_working_day(day)
    assert cal.is_working_day(later)
    assert cal.is_working_day(earlier)
    assert earlier <= day <= later
    between = (earlier + timedelta(days=n) for n in range(1, (later - earlier).days))
    assert not any(cal.is_working_day(other) for other in between if other != day)


@given(DAYS, st.integers(1, 30))
def test_working_days_there_and_back_return_to_a_working_day(day, number):
    start = cal.next_working_day(day)
    there = cal.plus_working_days(start, number)
    assert cal.plus_working_days(there, -number) == start
    assert cal.is_working_day(there)


def test_no_working_days_leave_the_day_alone():
    sunday = date(2026, 11, 29)
    assert cal.plus_working_days(sunday, 0) == sunday


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 10, 31), False),
        (date(2026, 6, 4), True),
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 11, 28), False),
        (date(2026, 11, 29), False),
        (date(2026, 11, 30), True),
    ],
    ids=["reformation", "corpus_christi", "christmas_eve", "christmas", "sat", "sun", "mon"],
)
def test_working_days_are_those_of_lower_saxony(day, works):
    assert cal.is_working_day(day) is works


@pytest.mark.parametrize(
    ("shift", "moved"),
    [
        (Shift.NONE, date(2027, 3, 28)),
        (Shift.NEXT_WORKING_DAY, date(2027, 3, 30)),
        (Shift.PREVIOUS_WORKING_DAY, date(2027, 3, 28)),
        (Shift.WORKING_DAY, date(2027, 3, 30)),
    ],
)
def test_easter_sunday_moves_as_the_step_says(shift, moved):
    """§ 193 BGB: an end towards an authority; not one that is counted backwards."""
    assert cal.shifted(date(2027, 3, 28), shift) == moved


def test_a_recommended_working_day_counted_backwards_is_the_one_before():
    """Easter Monday: the Thursday before, because Good Friday is no working day either."""
    assert cal.shifted(date(2027, 3, 29), Shift.WORKING_DAY, backwards=True) == date(2027, 3, 25)


def test_holidays_beyond_the_calendar_are_unknown_and_never_guessed():
    last = holidays.country_holidays("DE", subdiv="NI").end_year
    assert cal.public_holidays(last)
    with pytest.raises(cal.CalendarUnknown):
        cal.is_working_day(date(last + 1, 1, 4))
    # Even a day with a known weekday: a Sunday is no working day whatever the holidays.
    assert not cal.is_working_day(date(last + 1, 1, 2))


def test_the_holidays_have_german_names():
    assert cal.public_holidays(2026)[date(2026, 10, 31)] == "Reformationstag"


def test_the_holidays_are_those_of_the_oracle(shared):
    """OpenHolidays (ODbL), whose list of public holidays begins with 2020."""
    days = _of_oracle(shared("holidays_lower_saxony/holidays.public.csv"))
    for year in range(2020, 2029):
        assert set(cal.public_holidays(year)) == {day for day in days if day.year == year}


@pytest.mark.parametrize("year", range(2019, 2029))
def test_the_school_holidays_are_those_of_the_oracle_on_every_working_day(shared, year):
    days = _of_oracle(shared("holidays_lower_saxony/holidays.school.ni.csv"))
    every = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    working = {day for day in every if day.year == year and cal.is_working_day(day)}
    assert working & set(cal.school_holidays(year)) == working & days


def _of_oracle(path: Path) -> set[date]:
    """The days of Lower Saxony; without a state a holiday is one of all Germany."""
    days: set[date] = set()
    with path.open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows, delimiter=";"):
            states = row["Subdivisions"].split(",")
            first = date.fromisoformat(row["StartDate"])
            last = date.fromisoformat(row["EndDate"] or row["StartDate"])
            if {"NI", ""} & set(states):
                days |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return days


def test_school_holidays_have_german_names_and_end_where_they_are_not_set_yet():
    assert cal.school_holidays(2027)[date(2027, 7, 8)] == "Sommerferien"
    until = cal.school_holidays_known_until()
    assert until >= date(2029, 8, 29)
    assert until in cal.school_holidays(until.year)
    assert until + timedelta(days=1) not in cal.school_holidays(until.year)
    with pytest.raises(cal.CalendarUnknown):
        cal.school_holidays(until.year + 1)


def test_the_module_imports_no_holidays_until_it_needs_them():
    import subprocess
    import sys

    code = (
        "import sys, app.rules.planning; print('holidays' in sys.modules, 'babel' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert out.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("parts", [(1991, 0), (1991, 2, 0), (1991, 13), (1991, 2, 30)])
def test_a_month_or_day_that_no_calendar_has_is_no_partial_date(parts):
    with pytest.raises(ValueError, match=r"month|day"):
        PartialDate(*parts)


def test_a_holiday_has_its_name_and_no_other_day_has_one():
    assert cal.holiday_name(date(2027, 3, 29)) == "Ostermontag"
    assert cal.holiday_name(date(2027, 3, 28)) == ""
    assert cal.holiday_name(date(2400, 1, 1)) == ""
    assert cal.holiday_name(None) == ""


def test_school_holidays_are_named_on_working_days_alone():
    assert cal.school_holiday_name(date(2027, 7, 21)) == "Sommerferien"
    assert cal.school_holiday_name(date(2027, 7, 24)) == ""
    assert cal.school_holiday_name(date(2027, 6, 21)) == ""
    assert cal.school_holiday_name(date(2090, 7, 21)) == ""
