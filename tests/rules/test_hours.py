"""Opening hours: valid or not, minutes of real days, groups for reading."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.hours import (
    DayHours,
    HolidayDates,
    Opening,
    Slot,
    check,
    grouped,
    holidays_named,
    lower_saxony,
    rules_of,
    week,
    with_dates,
)

NOVEMBER = date(2026, 11, 23)
REFORMATION_WEEK = date(2025, 10, 27)  # 31 October 2025 is a Friday
NO_HOLIDAYS = HolidayDates()


@pytest.fixture(scope="module")
def saxony():
    return lower_saxony(date(2025, 1, 1), date(2026, 12, 31))


def minutes(text, monday=NOVEMBER, holidays=NO_HOLIDAYS):
    return [list(day.minutes) for day in week(text, monday, holidays)]


def openings(text, monday=NOVEMBER, holidays=NO_HOLIDAYS):
    return [day.opening.value[0] for day in week(text, monday, holidays)]


@pytest.mark.parametrize(
    "text", ["Mo-Fr 08:00-12:00", "24/7", "PH off", 'Mo "nach Vereinbarung"', "We 22:00-06:00"]
)
def test_valid_values_have_no_problem(text):
    assert check(text) is None


@pytest.mark.parametrize(
    ("text", "column", "near"),
    [
        ("Mo-Fr 8-12 Uhr", 7, "8-12 Uhr"),
        ("montags", 3, "ntags"),
        ("Mo-Fr 08:00-12:00; Xy 09:00", 20, "Xy 09:00"),
        ("", 1, ""),
        ("  ", 1, ""),
        ("Mo 08:00\nDi 09:00", 9, ""),
        ("\ud800", 1, "\ud800"),
    ],
)
def test_a_problem_says_where_it_begins(text, column, near):
    problem = check(text)
    assert (problem.column, problem.near) == (column, near)


def test_slots_are_minutes_of_the_day():
    assert minutes("Mo-Th 07:30-16:00; Fr 07:30-12:00,13:00-15:00") == [
        *([[(450, 960)]] * 4),
        [(450, 720), (780, 900)],
        [],
        [],
    ]


def test_a_night_is_cut_at_midnight():
    assert minutes("We 22:00-06:00")[2:4] == [[(1320, 1440)], [(0, 360)]]
    assert minutes("Su 22:00-06:00")[0] == [(0, 360)]
    assert minutes("24/7") == [[(0, 1440)]] * 7


def test_the_day_the_clocks_change_has_its_wall_clock_minutes():
    assert minutes("Su 00:00-24:00", date(2026, 10, 19))[6] == [(0, 1440)]
    assert minutes("Su 02:30-06:00", date(2026, 3, 23))[6] == [(150, 360)]


@pytest.mark.parametrize("text", ["", "  ", "nach Vereinbarung", "Mo-Fr 8-12"])
def test_what_cannot_be_read_is_unknown_and_not_closed(text):
    days = week(text, NOVEMBER, NO_HOLIDAYS)
    assert {day.opening for day in days} == {Opening.UNKNOWN}
    assert all(day.slots == () for day in days)


def test_closed_is_not_unknown():
    assert openings("Mo-Fr 08:00-12:00; Sa unknown") == list("ooooouc")


def test_a_mere_comment_is_not_counted_on():
    days = week('Mo-Fr 07:00-15:00, Mo-Fr 15:00-17:00 "nach Anmeldung"', NOVEMBER, NO_HOLIDAYS)
    assert days[0].minutes == ((420, 900),)
    assert days[0].slots[1] == Slot(900, 1020, sure=False, comment="nach Anmeldung")
    assert days[0].opening is Opening.OPEN
    assert openings('Mo 08:00-12:00 "nach Anruf"')[0] == "u"
    assert openings('Mo 08:00-12:00 open "Eingang hinten"')[0] == "o"


def test_the_reformation_day_of_lower_saxony_is_a_holiday(saxony):
    assert minutes("Mo-Fr 07:00-16:00; PH off", REFORMATION_WEEK, saxony)[3:5] == [
        [(420, 960)],
        [],
    ]
    assert date(2025, 10, 31) in saxony.public
    assert date(2025, 6, 19) not in saxony.public  # Corpus Christi


@pytest.mark.parametrize(
    ("day", "opened"),
    [
        (date(2025, 6, 30), [(420, 960)]),
        (date(2025, 7, 3), [(480, 840)]),
        (date(2025, 8, 13), [(480, 840)]),
        (date(2025, 8, 14), [(420, 960)]),
        (date(2025, 10, 31), []),
        (date(2025, 12, 25), []),
        (date(2026, 1, 7), [(420, 960)]),
    ],
)
def test_school_holidays_have_their_own_hours(saxony, day, opened):
    text = "Mo-Fr 07:00-16:00; SH 08:00-14:00; PH off"
    assert list(week(text, day, saxony)[0].minutes) == opened


def test_a_mixed_selector_is_two_rules(saxony):
    assert minutes("Mo-We,PH 08:00-12:00", REFORMATION_WEEK, saxony) == [
        *([[(480, 720)]] * 3),
        [],
        [(480, 720)],
        [],
        [],
    ]


def test_weekdays_in_the_holidays_are_both_at_once(saxony):
    for text in ("SH Mo-Fr 08:00-14:00", "Mo-Fr SH 08:00-14:00"):
        assert minutes(text, date(2025, 7, 7), saxony) == [[(480, 840)]] * 5 + [[]] * 2
        assert minutes(text, REFORMATION_WEEK, saxony) == [[]] * 7


def test_a_month_before_the_holiday_limits_it(saxony):
    assert minutes("Oct PH 09:00-10:00", REFORMATION_WEEK, saxony)[4] == [(540, 600)]
    assert minutes("Nov PH 09:00-10:00", REFORMATION_WEEK, saxony)[4] == []


def test_what_cannot_be_read_before_a_holiday_limits_nothing(saxony):
    told = with_dates("Quux PH 10:00-12:00", REFORMATION_WEEK, saxony)
    assert told == "2025 Oct 31 10:00-12:00"


def test_the_day_before_a_holiday_can_be_meant(saxony):
    assert minutes("Mo-Fr 08:00-12:00; PH -1 day off", REFORMATION_WEEK, saxony)[3:5] == [
        [],
        [(480, 720)],
    ]


def test_rules_of_other_days_stay_when_there_is_no_holiday():
    assert minutes("Dec 25 off; PH off; Mo-Fr 08:00-12:00", NOVEMBER)[0] == [(480, 720)]
    assert minutes("Mo-Fr 08:00-12:00; Su,PH off", NOVEMBER)[0] == [(480, 720)]


def test_words_in_quotes_are_no_holidays(saxony):
    text = 'Mo-Fr 08:00-12:00 "nach PH; SH geschlossen"'
    assert with_dates(text, REFORMATION_WEEK, saxony) == text


def test_a_night_that_begins_before_a_holiday_ends_in_it(saxony):
    found = minutes("Mo-Fr 20:00-04:00; PH 10:00-12:00", REFORMATION_WEEK, saxony)
    assert found[4] == [(0, 240), (600, 720)]
    assert found[5] == []  # the evening of the holiday itself is closed


def test_a_night_is_not_lost_where_the_next_day_has_its_own_rule():
    assert minutes("Mo-Th 20:00-04:00; Fr 20:00-02:00")[3:6] == [
        [(0, 240), (1200, 1440)],
        [(0, 240), (1200, 1440)],
        [(0, 120)],
    ]
    assert minutes("Mo-Th 21:00-06:00; Fr 05:00-12:00")[4] == [(0, 360), (360, 720)]
    assert minutes("Mo-Th 20:00-24:00; Fr 10:00-12:00")[4] == [(600, 720)]
    assert minutes("Su 20:00-28:00; Mo 10:00-12:00")[0] == [(0, 240), (600, 720)]


def test_a_night_is_that_of_its_own_evening_and_of_no_other_rule():
    assert minutes("Mo-Th 20:00-24:00; Fr-Sa 20:00-04:00; Su 10:00-18:00")[3:] == [
        [(1200, 1440)],
        [(1200, 1440)],
        [(0, 240), (1200, 1440)],
        [(0, 240), (600, 1080)],
    ]


def test_a_night_that_follows_on_the_day_without_a_break_is_not_lost():
    found = minutes("Mo-Sa 21:00-04:00; Su 05:00-21:00,21:00-04:00")
    assert found[0] == [(0, 240), (1260, 1440)]
    assert found[6] == [(0, 240), (300, 1440)]


def test_equal_days_stand_together():
    groups = grouped(week("Mo-Th 07:30-16:00; Fr 07:30-15:00", NOVEMBER, NO_HOLIDAYS))
    assert [(group.runs, group.opening) for group in groups] == [
        (((0, 3),), Opening.OPEN),
        (((4, 4),), Opening.OPEN),
        (((5, 6),), Opening.CLOSED),
    ]
    assert groups[0].slots == (Slot(450, 960),)


def test_equal_days_apart_are_one_group_of_two_runs():
    groups = grouped(week("Mo,Tu,Th 08:00-12:00; We,Fr 09:00-11:00", NOVEMBER, NO_HOLIDAYS))
    assert [group.runs for group in groups] == [
        ((0, 1), (3, 3)),
        ((2, 2), (4, 4)),
        ((5, 6),),
    ]


def test_a_night_is_whole_again_for_reading():
    groups = grouped(week("Su-Tu 22:00-06:00", NOVEMBER, NO_HOLIDAYS))
    assert (groups[0].weekdays, groups[0].slots) == ((0, 1, 6), (Slot(1320, 1800),))
    assert (groups[1].weekdays, groups[1].opening) == ((2, 3, 4, 5), Opening.CLOSED)


def test_around_the_clock_stays_a_whole_day():
    (group,) = grouped(week("24/7", NOVEMBER, NO_HOLIDAYS))
    assert (group.runs, group.slots) == (((0, 6),), (Slot(0, 1440),))


def test_a_single_day_can_be_grouped():
    day = DayHours(NOVEMBER, (Slot(480, 720),), Opening.OPEN)
    (group,) = grouped([day])
    assert group.weekdays == (0,)


def test_the_parser_is_not_loaded_for_nothing():
    import subprocess

    code = "import sys, app.rules.hours; sys.exit('opening_hours' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_real_hours_of_markets_are_nearly_all_read(shared, saxony):
    path = shared("opening_hours/markets_opening_hours.csv")
    with path.open(encoding="utf-8", newline="") as rows:
        texts = [row["opening_hours"] for row in csv.DictReader(rows) if row["opening_hours"]]
    valid = [text for text in texts if check(text) is None]
    assert (len(texts), len(valid)) == (879, 872)
    evaluated = [text for text in valid if is_evaluated(text, saxony)]
    assert len(evaluated) / len(valid) >= 0.99


def test_every_valid_hard_value_is_evaluated(shared, saxony):
    lines = shared("opening_hours/valid_complex.txt").read_text("utf-8").splitlines()
    valid = [text for text in lines if check(text) is None]
    assert len(valid) == 195
    assert [text for text in valid if not is_evaluated(text, saxony)] == []


def is_evaluated(text, saxony):
    """Whether a whole year is read: each day has its slots or is closed, or a comment says why
    it is not certain; the parser gives up on none."""
    monday = date(2026, 1, 5)
    for count in range(50):
        for day in week(text, monday + timedelta(days=7 * count), saxony):
            if day.opening is Opening.UNKNOWN and not day.slots:
                return False
            if (day.opening is Opening.OPEN) != bool(day.minutes):
                return False
    return True


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # read to the letter "Mo, Tu 08:00-12:00" is a whole Monday and a Tuesday
        ("Mo, Tu 08:00-12:00", [[(480, 720)], [(480, 720)]] + [[]] * 5),
        ("Sa[1], Su 10:00-11:00", [[]] * 6 + [[(600, 660)]]),
        ("Th,Fr 20:00-1:00", [[]] * 3 + [[(1200, 1440)], [(0, 60), (1200, 1440)], [(0, 60)], []]),
        ("Jan,Nov Mo 08:00-09:00; PH off", [[(480, 540)]] + [[]] * 6),
        ('Mo,PH 08:00-12:00, Mo,PH 07:00-08:00 open "f"', [[(420, 480), (480, 720)]] + [[]] * 6),
    ],
)
def test_lists_with_blanks_nights_and_months_are_read_as_people_mean_them(text, found):
    assert minutes(text) == found


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Mo-Fr 08:00-12:00; PH off", [("", 0, "Mo-Fr 08:00-12:00"), (";", 19, "PH off")]),
        ('Mo 08:00-12:00 || "a; b"', [("", 0, "Mo 08:00-12:00"), ("||", 18, '"a; b"')]),
        ("May,Jun,Jul Sa 14:00-20:00", [("", 0, "May,Jun,Jul Sa 14:00-20:00")]),
        ("Mo 08:00-12:00, Tu off", [("", 0, "Mo 08:00-12:00"), (",", 16, "Tu off")]),
        ("Mo off, Tu 08:00-12:00", [("", 0, "Mo off"), (",", 8, "Tu 08:00-12:00")]),
    ],
)
def test_the_rules_of_a_value_are_told_with_their_place(text, rules):
    assert list(rules_of(text)) == rules


def test_holidays_put_in_keep_added_rules_added(saxony):
    text = 'Mo,PH 08:00-12:00, Mo,PH 07:00-08:00 open "f"'
    holiday = HolidayDates(frozenset([date(2026, 11, 25)]))
    assert minutes(text, NOVEMBER, holiday)[2] == [(420, 480), (480, 720)]


def test_holidays_put_in_keep_every_valid_value_valid(shared, saxony):
    lines = shared("opening_hours/valid_complex.txt").read_text("utf-8").splitlines()
    valid = [text for text in lines if check(text) is None]
    assert len(valid) == 195
    for text in valid:
        assert check(with_dates(text, REFORMATION_WEEK, saxony)) is None, text
        days = week(text, REFORMATION_WEEK, saxony)
        for day in days:
            edges = [edge for slot in day.slots for edge in (slot.start, slot.end)]
            assert edges == sorted(edges)
            assert all(0 <= edge <= 1440 for edge in edges)
        everybody = [weekday for group in grouped(days) for weekday in group.weekdays]
        assert sorted(everybody) == list(range(7))


def test_hard_strings_are_unknown_hours_and_no_crash(shared):
    for text in json.loads(shared("names/naughty_strings.json").read_text("utf-8")):
        days = week(text, NOVEMBER, NO_HOLIDAYS)
        assert len(days) == 7
        if check(text) is not None:
            assert {day.opening for day in days} == {Opening.UNKNOWN}


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Mo", "Tu-Th", "Sa,Su", "PH", "SH", "Mo,PH", "SH Mo-Fr"]), max_size=3
    ),
    st.tuples(st.integers(0, 23), st.integers(0, 30)),
    st.dates(date(2025, 1, 10), date(2026, 12, 20)),
)
def test_minutes_never_overlap_and_a_week_is_seven_days(selectors, hours, monday):
    start, end = hours
    text = "; ".join(f"{days} {start:02d}:00-{end:02d}:30" for days in selectors)
    some = frozenset(monday.replace(day=day) for day in (1, 9, 17, 25))
    days = week(text, monday, HolidayDates(some, some))
    assert [day.on.toordinal() - monday.toordinal() for day in days] == list(range(7))
    for day in days:
        for first, second in zip(day.slots, day.slots[1:], strict=False):
            assert first.end <= second.start
        assert (day.opening is Opening.OPEN) == bool(day.minutes)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mo-Fr 08:00-12:00", {}),
        ("Mo-Fr 08:00-12:00; SH,PH off", {"SH": 0, "PH": 0}),
        ("Mo-Fr 08:00-12:00; PH -1 day off; PH off", {"PH": 1}),
        ("PH +2 days off", {"PH": 0}),
        ('Mo-Fr 08:00-12:00 "SH anders"', {}),
    ],
)
def test_a_value_says_which_holidays_it_asks_for(text, named):
    assert holidays_named(text) == named


def test_days_after_the_known_holidays_are_unknown_and_not_guessed():
    known = HolidayDates(school_until=NOVEMBER + timedelta(days=2))
    assert openings("Mo-Fr 08:00-12:00; SH off", holidays=known) == list("ooouuuu")
    eve = HolidayDates(public_until=NOVEMBER + timedelta(days=2))
    assert openings("Mo-Fr 08:00-12:00; PH -1 day off", holidays=eve) == list("oouuuuu")
    assert openings("Mo-Fr 08:00-12:00; PH off", holidays=known) == list("ooooocc")
    assert week("Mo 08:00-12:00; PH off", NOVEMBER, HolidayDates(public_until=date.min))[0] == (
        DayHours(NOVEMBER, (), Opening.UNKNOWN)
    )


@pytest.mark.parametrize(
    ("first", "last", "public_until", "school_until"),
    [
        (date(2026, 11, 1), date(2026, 12, 31), date.max, date(2029, 8, 29)),
        (date(2029, 12, 1), date(2030, 1, 31), date.max, date(2029, 8, 29)),
        (date(2100, 12, 1), date(2101, 1, 31), date(2100, 12, 31), date.min),
        (date(1950, 12, 1), date(1951, 1, 31), date.min, date.min),
    ],
    ids=["known", "beyond the KMK", "beyond the calendar", "before it"],
)
def test_lower_saxony_says_how_far_its_holidays_are_known(first, last, public_until, school_until):
    found = lower_saxony(first, last)
    assert (found.public_until, found.school_until) == (public_until, school_until)
    assert all(first <= day <= last for day in found.public | found.school)
