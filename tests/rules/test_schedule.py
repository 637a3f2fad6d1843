"""Offsets as written and the days they lead to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.calendar import CalendarUnknown, Day, Precision, Shift, is_working_day
from app.rules.schedule import Offset, due, parse_offset, reminder

MONDAY = Day(date(2027, 2, 15))


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("P14D", Offset(days=14)),
        ("-P3W", Offset(days=-21)),
        ("P1M", Offset(months=1)),
        ("P1Y", Offset(months=12)),
        ("P1Y2M", Offset(months=14)),
        ("P1M2W3D", Offset(months=1, days=17)),
        ("P0D", Offset()),
        ("P5WD", Offset(working_days=5)),
        ("-P10WD", Offset(working_days=-10)),
        ("P10Y", Offset(months=120)),
    ],
)
def test_an_offset_reads_as_iso_8601_says(text, offset):
    assert parse_offset(text) == offset


@pytest.mark.parametrize(
    "text",
    ["", "P", "-P", "14D", "P14", "P1.5D", "PT5H", "P5B", "+P1D", "P1D ", "P11Y", "P121M", "P999W",
     "P9999WD", "P1D2M", "p1d", "P-1D", "P1WD2D", "P٣D"],
)  # fmt: skip
def test_anything_else_is_no_offset(text):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - its args are looked at
        parse_offset(text)
    assert refused.value.args == (text,)


@pytest.mark.parametrize(("text", "backwards"), [("P1D", False), ("P0D", False), ("-P1D", True),
                                                ("-P1M", True), ("-P1WD", True)])  # fmt: skip
def test_an_offset_knows_its_direction(text, backwards):
    assert parse_offset(text).is_backwards is backwards


@pytest.mark.parametrize(
    ("anchor", "text", "shift", "first_day_counts", "expected"),
    [
        (MONDAY, "P0D", Shift.NONE, False, date(2027, 2, 15)),
        (MONDAY, "P14D", Shift.NONE, False, date(2027, 3, 1)),
        (MONDAY, "-P3W", Shift.NONE, False, date(2027, 1, 25)),
        (MONDAY, "P6M", Shift.NONE, False, date(2027, 8, 15)),
        (MONDAY, "P6M", Shift.NEXT_WORKING_DAY, False, date(2027, 8, 16)),
        (MONDAY, "P6M", Shift.PREVIOUS_WORKING_DAY, False, date(2027, 8, 15)),
        # a recommended date: forwards to the next working day, backwards to the one before
        (MONDAY, "P6M", Shift.WORKING_DAY, False, date(2027, 8, 16)),
        (Day(date(2027, 4, 12)), "-P2W", Shift.WORKING_DAY, False, date(2027, 3, 25)),
        (Day(date(2027, 3, 15)), "P2W", Shift.WORKING_DAY, False, date(2027, 3, 30)),
        (Day(date(2027, 3, 29)), "P0D", Shift.WORKING_DAY, False, date(2027, 3, 30)),
        (Day(date(2027, 4, 12)), "-P2W", Shift.NONE, False, date(2027, 3, 29)),
        (MONDAY, "P6M", Shift.NONE, True, date(2027, 8, 14)),
        (MONDAY, "P0D", Shift.NONE, True, date(2027, 2, 15)),
        (MONDAY, "P5WD", Shift.NONE, False, date(2027, 2, 22)),
        (Day(date(2027, 3, 30)), "-P3WD", Shift.NONE, False, date(2027, 3, 23)),
        (Day(date(2027, 1, 31)), "P1M", Shift.NONE, False, date(2027, 2, 28)),
        (Day(date(2027, 1, 31)), "P1M", Shift.NEXT_WORKING_DAY, False, date(2027, 3, 1)),
    ],
)
def test_a_due_day_follows_from_anchor_offset_and_shift(
    anchor, text, shift, first_day_counts, expected
):
    offset = parse_offset(text)
    assert due(anchor, offset, shift, first_day_counts=first_day_counts) == Day(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("P0D", date(2027, 3, 1)), ("P14D", date(2027, 3, 1)), ("P31D", date(2027, 4, 1)),
     ("-P1D", date(2027, 2, 1)), ("P6M", date(2027, 9, 1)), ("P2WD", date(2027, 3, 1))],
)  # fmt: skip
def test_an_anchor_known_by_its_month_gives_a_month_that_is_never_too_late(text, expected):
    month = Day(date(2027, 3, 1), Precision.MONTH)
    found = due(month, parse_offset(text), Shift.NEXT_WORKING_DAY)
    assert found == Day(expected, Precision.MONTH)


def test_working_days_of_an_unknown_year_are_refused_and_not_guessed():
    with pytest.raises(CalendarUnknown):
        due(Day(date(2400, 1, 3)), parse_offset("P5WD"))


@given(
    st.dates(date(2000, 1, 1), date(2080, 1, 1)),
    st.integers(-500, 500),
    st.sampled_from(["D", "W"]),
)
def test_days_and_weeks_there_and_back_are_identity(day, number, unit):
    sign, other = ("-", "") if number < 0 else ("", "-")
    there = due(Day(day), parse_offset(f"{sign}P{abs(number)}{unit}"))
    assert due(there, parse_offset(f"{other}P{abs(number)}{unit}")) == Day(day)


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.integers(0, 120))
def test_a_later_anchor_never_gives_an_earlier_due_day(day, months):
    offset = Offset(months=months)
    following = Day(date.fromordinal(day.toordinal() + 1))
    assert due(Day(day), offset).on <= due(following, offset).on


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.integers(0, 120))
def test_months_from_the_end_of_a_month_stay_in_the_right_month(day, months):
    found = due(Day(day), Offset(months=months)).on
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day <= day.day


@pytest.mark.parametrize(
    ("day", "shift", "reminder_on"),
    [
        (Day(date(2027, 1, 31)), Shift.PREVIOUS_WORKING_DAY, date(2027, 1, 29)),
        (Day(date(2027, 3, 29)), Shift.PREVIOUS_WORKING_DAY, date(2027, 3, 25)),
        (Day(date(2027, 1, 29)), Shift.PREVIOUS_WORKING_DAY, None),
        (Day(date(2027, 1, 31)), Shift.NONE, None),
        (Day(date(2027, 1, 1), Precision.MONTH), Shift.PREVIOUS_WORKING_DAY, None),
    ],
    ids=["sunday", "easter monday", "friday", "not asked for", "month"],
)
def test_the_reminder_of_an_end_that_stays_lies_on_the_last_working_day_before(
    day, shift, reminder_on
):
    """§ 16 Abs. 1 BEEG: counted backwards, § 193 BGB does not help who has to give notice."""
    assert reminder(day, shift) == reminder_on


@given(
    st.dates(date(2000, 1, 1), date(2080, 1, 1)),
    st.integers(1, 400),
    st.booleans(),
)
def test_a_recommended_working_day_is_never_nearer_to_the_anchor_than_counted(
    day, number, backwards
):
    offset = Offset(days=-number if backwards else number)
    plain = due(Day(day), offset)
    moved = due(Day(day), offset, Shift.WORKING_DAY)
    assert is_working_day(moved.on)
    assert (moved.on <= plain.on) if backwards else (moved.on >= plain.on)
    assert abs((moved.on - plain.on).days) <= 5
