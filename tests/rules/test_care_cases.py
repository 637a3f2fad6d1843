"""Needs and windows of single days: the cases of the domain paper (5.3), and the pitfalls."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.rules import spans
from app.rules.care_need import Parent, Unsaid, Ways, need
from app.rules.care_windows import windows
from app.rules.cover import CareKind, Gap, Source, cover
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.wall_time import Days

MONDAY = date(2027, 2, 8)
NIGHT = ShiftKind.NIGHT


def roster(*duties, first=MONDAY, weeks=1):
    return Roster(first, None, weeks, tuple(Duty(*each) for each in duties))


def alone(*duties, ways=Ways(), first=MONDAY):  # noqa: B008
    return [Parent(1, (roster(*duties, first=first),), ways)]


def gaps(minutes, hours, days, kind=CareKind.KITA, **more):
    source = Source(1, kind, windows(hours, days, **more))
    return cover(minutes, [source], lambda _one, _other: 0, days).gaps


def week(first=MONDAY):
    return Days(first, 7)


@pytest.mark.parametrize(
    ("duty", "way", "hours", "open_"),
    [
        ((0, 450, 1035), 0, "Mo-Fr 07:00-17:00", {Gap.LATE: 15}),
        ((0, 360, 852), 20, "Mo-Fr 07:00-15:00", {Gap.EARLY: 80}),
        ((0, 795, 1260), 20, "Mo-Fr 07:00-17:00", {Gap.LATE: 260}),
        ((5, 480, 840), 0, "Mo-Fr 07:00-17:00", {Gap.WEEKEND: 360}),
        ((0, 1245, 1815), 20, "24/7", {}),
        ((0, 480, 960), 0, "Mo-Fr 08:00-12:00", {Gap.LATE: 240}),
        ((0, 420, 960), 0, "Mo-Fr 08:00-12:00", {Gap.EARLY: 60, Gap.LATE: 240}),
    ],
)
def test_the_cases_of_the_domain_paper(duty, way, hours, open_):
    minutes = need(alone(duty, ways=Ways(to_work=way, from_work=way)), week()).minutes
    assert gaps(minutes, hours, week()) == open_


def test_a_night_is_one_gap_of_the_night_over_midnight():
    minutes = need(alone((1, 1245, 1815, "N", NIGHT)), week()).minutes
    assert gaps(minutes, "Mo-Fr 07:00-17:00", week()) == {Gap.NIGHT: 570}


def test_sleep_after_a_night_is_care_too_and_only_then():
    ways = Ways(to_work=20, from_work=20, to_care=5, from_care=5, sleep=300)
    night = need(alone((1, 1245, 1815, "N", NIGHT), ways=ways), week()).minutes
    # 20:25 to 6:15 and the way back, home, sleep, and the way to care
    assert list(spans.runs(night)) == [(1440 + 1225, 1440 + 1815 + 20 + 5 + 300 + 5)]
    day = need(alone((1, 480, 960), ways=ways), week()).minutes
    assert spans.count(day) == 480 + 40


def test_who_is_on_call_at_home_is_there():
    assert need(alone((0, 480, 960, "R", ShiftKind.ON_CALL)), week()).minutes == 0
    assert need(alone((0, 480, 960, "B", ShiftKind.STANDBY)), week()).minutes != 0


@pytest.mark.parametrize(
    ("sunday", "minutes"),
    [(date(2027, 3, 28), 540 - 60), (date(2026, 10, 25), 540 + 60)],
)
def test_a_night_of_the_change_of_clocks_has_the_minutes_that_pass(sunday, minutes):
    monday = sunday - timedelta(days=6)
    told = need(alone((5, 1260, 1800, "N", NIGHT), first=monday), Days(monday, 8))
    assert spans.count(told.minutes) == minutes


def test_the_other_parent_is_there_while_one_works():
    early, late = roster((0, 360, 852)), roster((0, 795, 1260))
    told = need([Parent(1, (early,)), Parent(2, (late,))], week())
    assert list(spans.runs(told.minutes)) == [(795, 852)]


def test_who_does_not_fetch_leaves_the_child_until_the_other_comes():
    mother = Parent(1, (roster((0, 420, 900)),), Ways(fetches=False))
    father = Parent(2, (roster((0, 480, 1020)),), Ways(brings=False))
    told = need([mother, father], week())
    # she leaves first and brings, he comes last and fetches
    assert list(spans.runs(told.minutes)) == [(420, 1020)]
    nobody = need([mother, Parent(2, father.rosters, Ways(fetches=False))], week())
    assert Unsaid.NOBODY_FETCHES in {each.unsaid for each in nobody.left}


def test_a_day_of_which_no_roster_speaks_is_left_out_and_named():
    single = Roster(MONDAY, MONDAY + timedelta(days=2), 0, (Duty(0, 480, 960),))
    told = need([Parent(1, (single,))], week())
    (left,) = told.left
    assert (left.unsaid, left.days, left.first) == (
        Unsaid.NOTHING_KNOWN,
        4,
        MONDAY + timedelta(days=3),
    )
    assert spans.count(told.minutes) == 480


def test_of_two_duties_at_once_the_earlier_counts_and_the_rest_is_computed():
    told = need(alone((0, 480, 960), (0, 900, 1200), (1, 480, 960)), week())
    assert spans.count(told.minutes) == 960


def test_unknown_hours_cover_nothing_and_are_said():
    minutes = need(alone((0, 480, 960)), week()).minutes
    assert gaps(minutes, "", week()) == {Gap.UNKNOWN: 480}
    assert gaps(minutes, "zu den üblichen Zeiten", week()) == {Gap.UNKNOWN: 480}


def test_hours_on_request_are_not_counted():
    minutes = need(alone((0, 480, 960)), week()).minutes
    hours = 'Mo-Fr 07:00-17:00 "nach Vereinbarung"'
    assert gaps(minutes, hours, week()) == {Gap.UNKNOWN: 480}


def test_a_holiday_of_which_hours_say_nothing_is_not_counted_on():
    good_friday = date(2027, 3, 26)
    first = good_friday - timedelta(days=4)
    minutes = need(alone((4, 480, 960), first=first), Days(first, 7)).minutes
    assert gaps(minutes, "Mo-Fr 07:00-17:00", Days(first, 7)) == {Gap.UNKNOWN: 480}
    assert gaps(minutes, "Mo-Fr,PH 07:00-17:00", Days(first, 7)) == {}
    assert gaps(minutes, "Mo-Fr 07:00-17:00; PH off", Days(first, 7)) == {Gap.CLOSED: 480}


def test_lessons_are_none_in_school_holidays_and_a_right_is_no_window():
    easter = date(2027, 3, 29)  # school holidays of Lower Saxony: 22 March to 3 April 2027
    tuesday = need(alone((1, 480, 960), first=easter), Days(easter, 7)).minutes
    lessons = "Mo-Fr 08:00-13:00"
    assert gaps(tuesday, lessons, Days(easter, 7), CareKind.SCHOOL, term_time=True) == {
        Gap.UNKNOWN: 480
    }
    ordinary = need(alone((1, 480, 960)), week()).minutes
    assert gaps(ordinary, lessons, week(), CareKind.SCHOOL, term_time=True) == {Gap.LATE: 180}
    holidays = "Mo-Fr 08:00-13:00; SH Mo-Fr 08:00-16:00"
    assert gaps(tuesday, holidays, Days(easter, 7), CareKind.SCHOOL, term_time=True) == {}


def test_beyond_the_published_holidays_a_school_is_unknown():
    far = date(2040, 2, 6)
    told = windows("Mo-Fr 08:00-13:00", Days(far, 7), term_time=True)
    assert told.sure == 0
    assert told.unknown == spans.span(0, 7 * 1440)
