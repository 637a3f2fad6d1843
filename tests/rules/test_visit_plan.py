"""What a visit plan says: times, ways, ferries, and every conflict by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.rules.care_ways import Stop
from app.rules.daylight import sunset
from app.rules.visit_days import Frame, StopKind, Why, Wish, faults, starts
from app.rules.visit_plan import Visit, check, plan
from app.rules.visit_ways import Atlas, Crossing, Means, Spot, Way, way

MONDAY, TUESDAY, WEDNESDAY = (date(2027, 6, day) for day in (7, 8, 9))
FRAME = Frame(MONDAY, WEDNESDAY, 480, 1200)
KITA = Wish(1, StopKind.KITA, 60, 3, "Mo-Fr 08:00-12:00; PH off")
WARD = Wish(2, StopKind.WARD, 90, 3)
OOG = Wish(3, StopKind.ISLAND, 180, 1)
SEA = (53.68, 7.15)
OUT, BACK = Crossing(1, 4, 5, 540, 570), Crossing(2, 5, 4, 900, 930)


def visit(*wishes, crossings=(), frame=FRAME):
    """Places: 0 the base, 1 and 2 twenty minutes from it, 3 the island, 4 the harbour ten minutes
    from the base, 5 where the ferry lands."""
    ways = {(0, 1): Way(20, Means.CAR), (0, 2): Way(20, Means.CAR), (1, 2): Way(30, Means.CAR)}
    ways |= {(0, 4): Way(10, Means.CAR), (3, 5): Way(15, Means.FOOT, estimated=True)}
    days = len(frame.days)
    atlas = Atlas(("", "", "", "oog", "", "oog"), ways, (tuple(crossings),) * days)
    return Visit(frame, tuple(wishes), {1: 1, 2: 2, 3: 3}, atlas, 0)


def told(found, key):
    return [(note.why, note.on) for note in found.notes if note.stop == key]


def times(found):
    return {row.stop: (day.on, row.start) for day in found.days for row in day.rows}


def test_what_is_open_in_the_morning_goes_before_what_is_always_open():
    found = plan(visit(WARD, replace(KITA, hours="Mo-Fr 08:00-10:30")))
    (first, second) = found.days[0].rows
    assert (first.stop, first.start, second.stop, second.start) == (1, 500, 2, 590)
    assert [leg.way.minutes for leg in second.way] == [30]
    assert [(leg.start, leg.end) for leg in found.days[0].back] == [(680, 700)]
    assert found.exact
    assert found.conflicts == ()


def test_an_island_takes_a_ferry_out_and_one_back_with_the_time_to_board():
    (day, *_) = plan(visit(OOG, crossings=(OUT, BACK))).days
    (row,) = day.rows
    assert [(leg.start, leg.end) for leg in row.way] == [(515, 525), (540, 570), (570, 585)]
    assert row.start == 585
    assert [leg.crossing.key for leg in (*row.way, *day.back) if leg.crossing] == [1, 2]


@pytest.mark.parametrize(
    ("crossings", "why"),
    [
        ((), Why.NO_FERRY),
        ((OUT,), Why.NO_FERRY_BACK),
        ((OUT, replace(BACK, departs=700, arrives=730)), Why.NO_FERRY_BACK),
    ],
    ids=["none", "none back", "back too soon"],
)
def test_an_island_without_a_ferry_is_left_out_and_the_reason_named(crossings, why):
    found = plan(visit(OOG, crossings=crossings))
    assert told(found, 3) == [(why, None)]
    assert found.left_out == (3,)


def agreed(wish, on, at):
    return replace(wish, asked_day=on, asked_start=at)


def test_two_appointments_at_once_are_named_and_nothing_else_is_put_on_that_day():
    third = replace(OOG, kind=StopKind.LEISURE, minutes=60)
    both = agreed(KITA, MONDAY, 600), agreed(WARD, MONDAY, 630)
    found = plan(replace(visit(*both, third), places={1: 1, 2: 2, 3: 1}))
    (note,) = found.conflicts
    assert (note.why, note.stop, note.other, note.on) == (Why.TWO_AT_ONCE, 2, 1, MONDAY)
    assert times(found)[1] == (MONDAY, 600)
    assert times(found)[2] == (MONDAY, 630)
    assert times(found)[3][0] != MONDAY


def test_a_way_that_is_too_short_says_how_many_minutes_are_missing():
    found = plan(visit(agreed(KITA, MONDAY, 600), agreed(WARD, MONDAY, 670)))
    (note,) = found.conflicts
    assert (note.why, note.other, note.minutes) == (Why.WAY_TOO_SHORT, 1, 20)


def test_what_was_agreed_on_the_island_without_a_ferry_is_a_conflict():
    found = plan(visit(agreed(OOG, TUESDAY, 660), crossings=(OUT,)))
    assert [note.why for note in found.conflicts] == [Why.NO_FERRY_BACK]
    found = plan(visit(agreed(OOG, TUESDAY, 510), crossings=(OUT, BACK)))
    assert [note.why for note in found.conflicts] == [Why.NO_FERRY]


def test_what_is_agreed_for_a_day_outside_the_visit_has_no_time():
    found = plan(visit(agreed(KITA, date(2027, 6, 11), 600)))
    assert told(found, 1) == [(Why.NOT_DURING_VISIT, date(2027, 6, 11))]


def test_a_day_alone_may_be_agreed_and_an_hour_alone():
    found = plan(visit(replace(KITA, asked_day=TUESDAY), replace(WARD, asked_start=840)))
    assert times(found)[1][0] == TUESDAY
    assert times(found)[2][1] == 840


def test_what_is_wanted_less_is_crowded_out():
    short = Frame(MONDAY, MONDAY, 480, 620)
    found = plan(visit(replace(WARD, wanted=1), KITA, frame=short))
    assert list(times(found)) == [1]
    assert told(found, 2) == [(Why.NO_ROOM, None)]


def test_a_kept_plan_is_checked_against_what_is_known_now_and_not_moved():
    closed = replace(KITA, rests=(TUESDAY, WEDNESDAY))
    kept = {1: (TUESDAY, 480), 2: (MONDAY, 540)}
    found = check(visit(closed, WARD), kept)
    assert times(found) == kept
    assert told(found, 1) == [(Why.RESTS, TUESDAY), (Why.TOO_EARLY, TUESDAY)]
    assert [note.why for note in found.conflicts] == [Why.RESTS]


@pytest.mark.parametrize(
    ("wish", "on", "why"),
    [
        (KITA, date(2027, 6, 12), Why.CLOSED),
        (KITA, date(2027, 5, 6), Why.HOLIDAY),
        (WARD, date(2027, 5, 6), Why.HOLIDAY),
        (WARD, date(2027, 6, 13), Why.WEEKEND),
        (replace(WARD, kind=StopKind.SCHOOL), date(2027, 7, 12), Why.SCHOOL_HOLIDAYS),
        (replace(KITA, stands=(None, date(2027, 5, 31))), MONDAY, Why.ENDED),
        (replace(KITA, rests=(MONDAY, None)), MONDAY, Why.RESTS),
        (replace(KITA, minutes=300), MONDAY, Why.TOO_LONG),
        (Wish(4, StopKind.BEACH, 700, point=SEA), date(2027, 1, 4), Why.DARK),
    ],
    ids=lambda given: getattr(given, "value", ""),
)
def test_a_day_on_which_it_cannot_be_is_named(wish, on, why):
    assert starts(wish, on, FRAME) == ((), why)


def test_hours_that_meet_are_one_and_a_meal_has_its_times():
    split = replace(KITA, hours="Mo 08:00-10:00,10:00-12:00")
    assert starts(split, MONDAY, FRAME) == (((480, 660),), None)
    meal = Wish(4, StopKind.MEAL, 60)
    assert starts(meal, MONDAY, FRAME)[0] == ((690, 810), (1050, 1140))


@pytest.mark.parametrize(
    ("wish", "on", "at", "whys"),
    [
        (KITA, MONDAY, 690, {Why.OUTSIDE_HOURS}),
        (KITA, MONDAY, 600, set()),
        (WARD, MONDAY, 450, {Why.TOO_EARLY}),
        (WARD, MONDAY, 1150, {Why.TOO_LATE}),
        (Wish(4, StopKind.BEACH, 60, point=SEA), date(2027, 1, 4), 960, {Why.DARK}),
        (KITA, date(2027, 5, 6), 600, {Why.HOLIDAY}),
    ],
)
def test_what_speaks_against_an_hour_is_named(wish, on, at, whys):
    assert {why for why, _ in faults(wish, on, at, FRAME)} == whys


@pytest.mark.parametrize(
    ("on", "place", "about"),
    [
        (date(2027, 6, 21), (53.62, 7.16), 22 * 60 + 3),
        (date(2027, 12, 21), (53.62, 7.16), 16 * 60 + 11),
        (date(2027, 3, 28), (52.52, 13.4), 19 * 60 + 31),
    ],
)
def test_the_sun_sets_when_it_does(on, place, about):
    assert abs(sunset(on, place) - about) <= 4


def test_beyond_the_polar_circle_it_may_not_set():
    assert sunset(date(2027, 6, 21), (70.0, 20.0)) is None


NORDEN = Spot(Stop((53.595, 7.205), ("Norden",)), "norden")
NEAR = Spot(Stop((53.6, 7.205), ("Norden",)), "norden")
AURICH = Spot(Stop((53.47, 7.484), ("Aurich",)), "aurich")
ROUGH = Spot(Stop((53.595, 7.205), ("Norden",)), "norden", is_rough=True)


@pytest.mark.parametrize(
    ("one", "other", "by_car", "minutes", "means", "estimated"),
    [
        (NORDEN, AURICH, True, 33, Means.CAR, False),
        (NORDEN, NEAR, True, 2, Means.CAR, True),
        (NORDEN, NEAR, False, 10, Means.FOOT, True),
        (NORDEN, AURICH, False, 112, Means.BUS, True),
        (NORDEN, ROUGH, True, 10, Means.CAR, True),
        (NORDEN, NORDEN, True, 0, Means.FOOT, False),
        (NORDEN, Spot(Stop()), True, None, Means.CAR, False),
    ],
    ids=["table", "near by car", "on foot", "bus", "within town", "same", "unknown"],
)
def test_a_way_says_how_long_and_whether_it_is_a_guess(
    one, other, by_car, minutes, means, estimated
):
    def table(here, there):
        return 33 if {*here, *there} == {"Norden", "Aurich"} else None

    found = way(one, other, table, by_car=by_car)
    assert (found.minutes, found.means, found.estimated) == (minutes, means, estimated)
