"""Who can go to an office and when: to the minute, beside a loop over minutes of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules import spans
from app.rules.care_need import Parent, Ways
from app.rules.goers import LEAST, Doubt, Free, Goer, Goers
from app.rules.rosters import Duty, Roster, ShiftKind, faults

MONDAY = date(2027, 2, 22)
TUESDAY = MONDAY + timedelta(days=1)
MORNING = ((480, 720),)
WAYS = Ways(to_work=30, from_work=25, changing=10, buffer=5)


def roster(*duties, first=MONDAY, last=None, weeks=1):
    return Roster(first, last, weeks, duties)


def goer(*duties, name="Amira", ways=WAYS, at_home=False, **roster_changes):
    rosters = (roster(*duties, **roster_changes),) if duties or roster_changes else ()
    return Goer(name, Parent(1, rosters, ways, at_home))


def away(one, on=MONDAY):
    return tuple(spans.runs(one.away(on)))


EARLY = Duty(0, 360, 852, "F", ShiftKind.EARLY)
NIGHT = Duty(0, 1260, 1800, "N", ShiftKind.NIGHT)


def test_a_duty_keeps_away_with_changing_buffer_and_the_way_to_work_and_back():
    assert away(goer(EARLY)) == ((360 - 45, 852 + 40),)
    assert away(goer(EARLY, ways=replace(WAYS, to_work=0, from_work=0))) == ((345, 867),)
    assert away(goer(EARLY), TUESDAY) == ()


def test_after_a_night_they_sleep_on_the_day_after():
    sleeping = replace(WAYS, sleep=360)
    assert away(goer(NIGHT, ways=sleeping)) == ((1260 - 45, 1440),)
    assert away(goer(NIGHT, ways=sleeping), TUESDAY) == ((0, 360 + 40 + 360),)
    assert away(goer(NIGHT), TUESDAY) == ((0, 360 + 40),)
    late = replace(NIGHT, kind=ShiftKind.LATE)
    assert away(goer(late, ways=sleeping), TUESDAY) == ((0, 400),)


def test_who_is_on_call_or_works_at_no_time_can_go():
    on_call = replace(EARLY, kind=ShiftKind.ON_CALL)
    assert away(goer(on_call)) == away(goer(EARLY, at_home=True)) == ()


@pytest.mark.parametrize(
    ("on", "to_work", "found"),
    [
        pytest.param(date(2027, 3, 28), 180, ((60, 540),), id="an hour less"),
        pytest.param(date(2027, 10, 31), 180, ((150, 540),), id="an hour more"),
        pytest.param(date(2027, 3, 21), 180, ((120, 540),), id="any other Sunday"),
    ],
)
def test_ways_pass_in_real_minutes_and_are_told_as_the_clock_shows_them(on, to_work, found):
    """A duty from 5 to 9 with a way of three hours; on 31 October half past two comes twice."""
    start = 330 if on.month == 10 else 300
    ways = Ways(to_work=to_work if on.month == 3 else to_work + 60)
    duty = Duty(0, start, 540, "S", ShiftKind.EARLY)
    assert away(goer(duty, ways=ways, first=on), on) == found


def test_the_sleep_after_the_night_of_the_change_ends_an_hour_later_by_the_clock():
    saturday, sunday = date(2027, 3, 27), date(2027, 3, 28)
    duty = Duty(0, 1260, 1740, "N", ShiftKind.NIGHT)  # to 5:00, which is 8 hours less one
    one = goer(duty, ways=Ways(sleep=360), first=saturday)
    assert away(one, sunday) == ((0, 300 + 360),)
    # to 1:00, so the change falls into the sleep
    early = goer(replace(duty, end=1500), ways=Ways(sleep=360), first=saturday)
    assert away(early, sunday) == ((0, 60 + 360 + 60),)


@pytest.mark.parametrize(
    ("end", "slots", "found"),
    [
        pytest.param(600, MORNING, (600, 720), id="what is left of it"),
        pytest.param(705, MORNING, (705, 720), id="a quarter of an hour is enough"),
        pytest.param(706, MORNING, None, id="a minute less is not"),
        pytest.param(706, ((420, 450), (480, 720)), None, id="nor is an earlier slot on duty"),
        pytest.param(706, ((480, 720), (730, 740)), (730, 740), id="a short slot counts whole"),
        pytest.param(735, ((480, 720), (730, 740)), None, id="but only whole"),
    ],
)
def test_the_last_stretch_beside_a_duty_is_long_enough_for_an_errand(end, slots, found):
    one = goer(Duty(0, 360, end), ways=Ways())
    free = Goers((one,)).last_free(MONDAY, slots)
    assert (free and (free.start, free.end)) == found


def test_one_and_the_same_person_goes():
    """The one is free until 8:10, the other from then on for a quarter of an hour."""
    first = goer(Duty(0, 490, 720), ways=Ways())
    second = goer(Duty(0, 470, 490), Duty(0, 505, 720), name="Karim", ways=Ways())
    assert Goers((first,)).last_free(MONDAY, MORNING) is None
    assert Goers((first, second)).last_free(MONDAY, MORNING) == Free(490, 505, ("Karim",))
    assert Goers((first, second)).away(MONDAY) == ((505, 720),)


def test_who_can_go_is_named_only_where_not_all_can():
    off = goer(Duty(1, 0, 60), name="Karim")
    assert Goers((off, off)).last_free(MONDAY, MORNING) == Free(480, 720)
    assert Goers((goer(EARLY), off)).last_free(MONDAY, MORNING) == Free(480, 720, ("Karim",))


def test_a_day_without_a_roster_counts_as_free_and_says_so():
    ended = goer(EARLY, last=MONDAY)
    assert Goers((ended,)).last_free(TUESDAY, MORNING) == Free(480, 720, (), Doubt.ROSTER_ENDS)
    nothing = goer(name="Karim")
    assert Goers((goer(EARLY), nothing)).last_free(MONDAY, MORNING) == Free(
        480, 720, ("Karim",), Doubt.NO_ROSTER
    )
    both = Goers((ended, nothing))
    assert both.last_free(TUESDAY, MORNING) == Free(480, 720, (), Doubt.ROSTER_ENDS)


def test_a_night_reaches_into_a_day_no_roster_speaks_of():
    one = goer(NIGHT, ways=Ways(sleep=360), last=MONDAY)
    assert Goers((one,)).last_free(TUESDAY, ((480, 735),)) == Free(720, 735, (), Doubt.ROSTER_ENDS)


def test_of_two_who_are_free_to_the_end_the_one_whose_duties_are_known_goes():
    known = goer(Duty(0, 360, 660), ways=Ways())
    unknown = goer(name="Karim")
    assert Goers((unknown, known)).last_free(MONDAY, MORNING) == Free(660, 720, ("Amira",))
    home = goer(name="Lena", at_home=True)
    assert Goers((known, home)).last_free(MONDAY, MORNING) == Free(480, 720, ("Lena",))


def test_what_is_wrong_in_a_roster_keeps_nobody_away():
    twice = goer(EARLY, Duty(0, 400, 900, "Z"), ways=Ways())
    assert away(twice) == ((360, 852),)


SHIFT = st.tuples(st.integers(0, 13), st.integers(0, 1439), st.integers(15, 720))
WAY = st.integers(0, 60)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(SHIFT, max_size=8), min_size=1, max_size=2),
    st.builds(Ways, to_work=WAY, from_work=WAY, changing=WAY, buffer=WAY, sleep=st.just(300)),
    st.integers(0, 20),
    st.lists(st.tuples(st.integers(0, 1380), st.integers(15, 400)), min_size=1, max_size=2),
)
def test_it_holds_against_a_loop_over_minutes(shifts, ways, day, slots):
    """Two weeks of duties that repeat, in winter, told minute by minute with plain datetimes."""
    on = MONDAY - timedelta(days=14) + timedelta(days=day)
    people = []
    for number, each in enumerate(shifts):
        duties = tuple(
            Duty(at, start, start + length, "", _kind(start, length)) for at, start, length in each
        )
        wrong = {fault.duty for fault in faults(roster(*duties, first=MONDAY, weeks=2))}
        sound = tuple(duty for duty in duties if duty not in wrong)
        rosters = (roster(*sound, first=MONDAY - timedelta(days=28), weeks=2),)
        people.append(Goer(str(number), Parent(number, rosters, ways)))
    begin, length = sorted(slots)[-1]
    end = min(begin + length, 1440)
    found = Goers(tuple(people)).last_free(on, ((begin, end),))
    assert (found and (found.start, found.end)) == _by_minutes(people, on, begin, end)


def _kind(start, length):
    return ShiftKind.NIGHT if start + length > 1440 else ShiftKind.LATE


def _by_minutes(people, on, begin, end):
    best = None
    for person in people:
        free = [_is_free(person, on, minute) for minute in range(begin, end)]
        least = min(LEAST, end - begin)
        last = len(free)
        while last > 0:
            first = last
            while first > 0 and free[first - 1]:
                first -= 1
            if last - first >= least:
                best = max(best or (0, 0), (begin + last, -(begin + first)))
                break
            last = first if first < last else last - 1
    return best and (-best[1], best[0])


def _is_free(person, on, minute):
    now = datetime(on.year, on.month, on.day) + timedelta(minutes=minute)  # noqa: DTZ001
    (plan,) = person.parent.rosters
    ways = person.parent.ways
    for duty in plan.duties:
        for turn in range(-1, 5):
            first = plan.first + timedelta(days=14 * turn + duty.day)
            if first < plan.first:
                continue
            midnight = datetime(first.year, first.month, first.day)  # noqa: DTZ001
            before = ways.to_work + ways.changing + ways.buffer
            after = ways.from_work + ways.changing + ways.buffer
            after += ways.sleep if duty.kind is ShiftKind.NIGHT else 0
            start = midnight + timedelta(minutes=duty.start - before)
            if start <= now < midnight + timedelta(minutes=duty.end + after):
                return False
    return True
