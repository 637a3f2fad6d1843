"""Rosters read as duties of real days, and what cannot be in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.rosters import (
    DAY,
    Duty,
    DutyOn,
    Roster,
    RosterProblem,
    ShiftKind,
    counted,
    duties_on,
    faults,
    guessed_kind,
    is_known,
)

MONDAY = date(2026, 11, 30)
EARLY = (360, 852)
LATE = (795, 1260)
NIGHT = (1245, 1815)


def at(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def rotation(*duties, weeks=1, first=MONDAY, last=None):
    return Roster(first, last, weeks, tuple(duties))


def days(found):
    return [(each.on.isoformat()[5:], each.start, each.end) for each in found]


def seen(roster):
    return [
        (fault.problem, fault.duty.day, fault.other and fault.other.day) for fault in faults(roster)
    ]


# --- kinds ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        # domain 5.2, each as it was found at a hospital
        ("6:00", "14:00", ShiftKind.EARLY),
        ("6:00", "14:30", ShiftKind.EARLY),
        ("6:15", "14:00", ShiftKind.EARLY),
        ("5:30", "14:00", ShiftKind.EARLY),
        ("6:00", "14:12", ShiftKind.EARLY),
        ("13:00", "21:00", ShiftKind.LATE),
        ("13:15", "20:30", ShiftKind.LATE),
        ("13:15", "21:00", ShiftKind.LATE),
        ("13:30", "22:00", ShiftKind.LATE),
        ("14:00", "22:00", ShiftKind.LATE),
        ("20:00", "30:30", ShiftKind.NIGHT),
        ("21:00", "30:00", ShiftKind.NIGHT),
        ("21:30", "30:15", ShiftKind.NIGHT),
        ("21:30", "30:30", ShiftKind.NIGHT),
        ("11:30", "20:00", ShiftKind.BETWEEN),
        ("8:00", "32:00", ShiftKind.STANDBY),
        # and what lies about them
        ("0:00", "6:00", ShiftKind.NIGHT),
        ("7:30", "16:15", ShiftKind.DAY),
        ("8:00", "16:30", ShiftKind.DAY),
        ("7:00", "17:00", ShiftKind.DAY),
        ("9:00", "15:00", ShiftKind.DAY),
        ("10:00", "18:00", ShiftKind.BETWEEN),
        ("12:00", "21:00", ShiftKind.LATE),
        ("16:00", "24:30", ShiftKind.LATE),
        ("7:00", "23:00", ShiftKind.DAY),
        ("7:00", "23:01", ShiftKind.STANDBY),
    ],
)
def test_a_duty_nobody_named_is_known_by_its_minutes(start, end, kind):
    assert guessed_kind(at(start), at(end)) is kind


# --- real days ------------------------------------------------------------------


def test_a_rotation_repeats_from_its_first_day():
    roster = rotation(Duty(0, *EARLY), Duty(9, *NIGHT), weeks=2)
    assert days(duties_on([roster], MONDAY, 29)) == [
        ("11-30", *EARLY),
        ("12-09", *NIGHT),
        ("12-14", *EARLY),
        ("12-23", *NIGHT),
        ("12-28", *EARLY),
    ]


def test_a_rotation_may_begin_on_any_day_and_be_asked_for_any():
    roster = rotation(Duty(0, *LATE), first=date(2026, 12, 3), last=date(2026, 12, 24))
    assert days(duties_on([roster], date(2026, 12, 1), 60)) == [
        ("12-03", *LATE),
        ("12-10", *LATE),
        ("12-17", *LATE),
        ("12-24", *LATE),
    ]
    assert days(duties_on([roster], date(2026, 12, 17), 1)) == [("12-17", *LATE)]
    assert duties_on([roster], date(2026, 11, 1), 32) == ()


def test_a_duty_keeps_its_name_and_kind():
    roster = rotation(Duty(0, *EARLY, "F1", ShiftKind.EARLY))
    assert duties_on([roster], MONDAY, 1) == (DutyOn(MONDAY, *EARLY, "F1", ShiftKind.EARLY),)


def test_single_days_win_over_a_rotation_also_where_they_are_free():
    turns = rotation(*(Duty(day, *EARLY) for day in range(7)))
    single = Roster(date(2026, 12, 2), date(2026, 12, 4), 0, (Duty(1, *NIGHT),))
    expected = [
        ("11-30", *EARLY),
        ("12-01", *EARLY),
        ("12-03", *NIGHT),
        ("12-05", *EARLY),
        ("12-06", *EARLY),
    ]
    for rosters in ([turns, single], [single, turns]):
        assert days(duties_on(rosters, MONDAY, 7)) == expected
    # also over a rotation that begins later
    later = replace(turns, first=date(2026, 12, 3))
    assert days(duties_on([later, single], MONDAY, 7)) == expected[2:]


def test_of_two_rotations_the_one_that_began_last_counts():
    old = rotation(*(Duty(day, *EARLY) for day in range(7)))
    new = rotation(Duty(0, *LATE), first=date(2026, 12, 3))
    for rosters in ([old, new], [new, old]):
        assert days(duties_on(rosters, date(2026, 12, 1), 10)) == [
            ("12-01", *EARLY),
            ("12-02", *EARLY),
            ("12-03", *LATE),
            ("12-10", *LATE),
        ]


def test_when_a_rotation_ends_the_one_before_it_counts_again():
    old = rotation(*(Duty(day, *EARLY) for day in range(7)))
    new = rotation(first=date(2026, 12, 2), last=date(2026, 12, 3))
    assert days(duties_on([new, old], MONDAY, 5)) == [
        ("11-30", *EARLY),
        ("12-01", *EARLY),
        ("12-04", *EARLY),
    ]


def test_a_day_is_known_where_any_roster_speaks_of_it():
    free = Roster(MONDAY, date(2026, 12, 6), 0, ())
    assert [is_known([free], MONDAY + timedelta(days=day)) for day in (-1, 0, 6, 7)] == [
        False,
        True,
        True,
        False,
    ]
    assert is_known([rotation()], date.max)
    assert not is_known([], MONDAY)


def test_two_duties_of_a_day_come_in_their_order():
    roster = rotation(Duty(0, *LATE), Duty(0, *EARLY[:1], 700))
    assert [each.start for each in duties_on([roster], MONDAY, 7)] == [360, 795]


# --- faults ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("duties", "weeks", "expected"),
    [
        pytest.param([(0, *EARLY), (0, *LATE)], 1, [(RosterProblem.OVERLAP, 0, 0)], id="at once"),
        pytest.param([(0, *EARLY), (0, 852, 1260)], 1, [], id="one after the other"),
        pytest.param(
            [(0, *NIGHT), (1, *EARLY)], 1, [(RosterProblem.OVERLAP, 1, 0)], id="over midnight"
        ),
        pytest.param([(0, *NIGHT), (1, 375, 852)], 1, [], id="the minute the night ends"),
        pytest.param(
            [(0, *EARLY), (6, *NIGHT)],
            1,
            [(RosterProblem.OVERLAP, 6, 0)],
            id="over the end of a week",
        ),
        pytest.param(
            [(0, *EARLY), (6, *NIGHT), (13, *NIGHT)],
            2,
            [(RosterProblem.OVERLAP, 13, 0)],
            id="over the end of the rotation, not of its weeks",
        ),
        pytest.param([(0, *EARLY), (6, *NIGHT)], 0, [], id="single days have no next turn"),
        pytest.param([(0, 400, 400)], 1, [(RosterProblem.NOT_A_TIME, 0, None)], id="no minute"),
        pytest.param([(0, 1440, 1500)], 1, [(RosterProblem.NOT_A_TIME, 0, None)], id="next day"),
        pytest.param([(0, 360, 2160)], 1, [(RosterProblem.TOO_LONG, 0, None)], id="30 hours"),
        pytest.param([(0, 480, 1920)], 1, [], id="24 hours"),
        pytest.param([(0, 480, 1921)], 1, [(RosterProblem.TOO_LONG, 0, None)], id="a minute more"),
        pytest.param([(7, *EARLY)], 1, [(RosterProblem.OUTSIDE, 7, None)], id="after the turn"),
        pytest.param([(-1, *EARLY)], 1, [(RosterProblem.OUTSIDE, -1, None)], id="before it"),
    ],
)
def test_what_cannot_be_in_a_roster_is_told(duties, weeks, expected):
    assert seen(rotation(*(Duty(*duty) for duty in duties), weeks=weeks)) == expected


def test_single_days_beyond_the_last_are_told_however_far():
    roster = Roster(MONDAY, date(2026, 12, 1), 0, (Duty(1, *EARLY), Duty(2, *EARLY)))
    assert seen(roster) == [(RosterProblem.OUTSIDE, 2, None)]
    far = replace(roster, duties=(Duty(10**12, *EARLY),))
    assert seen(far) == [(RosterProblem.OUTSIDE, 10**12, None)]


def test_what_is_wrong_is_left_out_and_the_rest_is_counted():
    roster = rotation(
        Duty(0, *NIGHT), Duty(1, *EARLY), Duty(1, 480, 480 + 1800), Duty(1, 500, 900), weeks=1
    )
    kept, found = counted(roster)
    assert [fault.problem for fault in found] == [RosterProblem.OVERLAP, RosterProblem.TOO_LONG]
    # what is left out stands in nobody's way
    assert kept.duties == (Duty(0, *NIGHT), Duty(1, 500, 900))
    assert days(duties_on([roster], MONDAY, 3)) == [("11-30", *NIGHT), ("12-01", 500, 900)]


def test_a_duty_written_twice_counts_once():
    twice = rotation(Duty(0, *EARLY, "F"), Duty(0, *EARLY, "F"))
    kept, found = counted(twice)
    assert kept.duties == (Duty(0, *EARLY, "F"),)
    assert [fault.problem for fault in found] == [RosterProblem.OVERLAP]


DUTIES = st.builds(
    lambda day, start, length: Duty(day, start, start + length),
    st.integers(-1, 15),
    st.integers(0, DAY - 1),
    st.integers(0, DAY + 60),
)


@given(st.lists(DUTIES, max_size=12), st.integers(0, 2), st.integers(0, 20))
def test_what_is_counted_never_is_at_two_places_at_once(duties, weeks, length):
    last = MONDAY + timedelta(days=length)
    roster = Roster(MONDAY, last if not weeks else None, weeks, tuple(duties))
    kept, found = counted(roster)
    assert len(kept.duties) + len(found) == len(duties)
    assert faults(kept) == ()
    met: set[int] = set()
    for duty in duties_on([roster], MONDAY, 43):
        start = (duty.on - MONDAY).days * DAY + duty.start
        minutes = set(range(start, start + duty.end - duty.start))
        assert minutes
        assert not minutes & met
        met |= minutes
