"""Validity and closures put into the hours, read back day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records.providers import ProviderDraft
from app.rules.calendar import Day
from app.rules.hours import HolidayDates, Opening, check, week
from app.rules.in_force import Bound, Limit, bounds, in_force, rests, stands
from app.rules.openings import Outcome, last_opening

WEEKDAYS = "Mo-Fr 08:00-12:00"
NONE = HolidayDates()
D = date


def entry(osm=WEEKDAYS, **days):
    return ProviderDraft("Kita", hours_osm=osm, **days)


def letters(osm, first, count=14):
    """o, c or u for each day."""
    found = []
    for ahead in range(0, count, 7):
        found += week(osm, first + timedelta(days=ahead), NONE)
    return "".join(day.opening.value[0] for day in found[:count])


MONDAY = D(2026, 11, 30)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        pytest.param({}, "ooooocc" * 2, id="nothing said"),
        pytest.param(
            {"closed_from": D(2026, 12, 2), "closed_until": D(2026, 12, 8)},
            "ooccccc" + "ccooocc",
            id="a closure ends and the hours are there again",
        ),
        pytest.param({"closed_from": D(2026, 12, 3)}, "ooo" + "c" * 11, id="until further notice"),
        pytest.param(
            {"closed_until": D(2026, 12, 1)}, "ccooocc" + "ooooocc", id="closed since long"
        ),
        pytest.param({"closed_because": "Umbau"}, "ooooocc" * 2, id="a reason closes nothing"),
        pytest.param({"valid_from": D(2026, 12, 7)}, "u" * 7 + "ooooocc", id="not there yet"),
        pytest.param({"valid_to": D(2026, 12, 2)}, "ooo" + "u" * 11, id="no more there"),
        pytest.param(
            {"hours_from": D(2026, 12, 1), "hours_to": D(2026, 12, 9)},
            "uoooocc" + "ooouuuu",
            id="hours of some days",
        ),
        pytest.param(
            {"hours_to": D(2026, 12, 2), "closed_from": D(2026, 12, 4)},
            "ooou" + "c" * 10,
            id="closed is surer than unknown",
        ),
        pytest.param(
            {"valid_from": date.min, "valid_to": date.max, "hours_from": D(1800, 1, 1)},
            "ooooocc" * 2,
            id="without an end",
        ),
    ],
)
def test_each_day_stands_as_the_directory_says(days, told):
    osm = in_force(entry(**days))
    assert check(osm) is None
    assert letters(osm, MONDAY) == told


@pytest.mark.parametrize("osm", ["", "  ", "Mo bis Fr", "Mo-Fr 25:99"])
def test_what_cannot_be_read_stays_as_it_is(osm):
    assert in_force(entry(osm, closed_from=MONDAY, valid_to=MONDAY)) == osm


KINDS = [
    "24/7",
    "Mo-Fr 07:00-16:00; SH Mo-Fr 08:00-12:00; PH off",
    'Mo-Fr 08:00-12:00 || unknown "nach Anruf"',
    'Mo-Fr 08:00-12:00, Mo 12:00-14:00 unknown "nach Vereinbarung"',
    "Mo-Su 20:00-04:00",
    "Apr-Oct: Mo-Su 10:00-18:00",
]


@pytest.mark.parametrize("osm", KINDS)
def test_a_closure_closes_every_kind_of_hours_and_leaves_the_rest(osm):
    closed = in_force(entry(osm, closed_from=D(2027, 4, 6), closed_until=D(2027, 4, 8)))
    before, after = week(osm, D(2027, 4, 5), NONE), week(closed, D(2027, 4, 5), NONE)
    # the early hours of the evening before belong to that evening
    assert [day.slots for day in after[2:4]] == [(), ()]
    assert after[1].slots in ((), before[1].slots[:1] if osm.startswith("Mo-Su 20") else ())
    assert all(day.opening is Opening.CLOSED for day in after[2:4])
    assert (after[0], after[5:]) == (before[0], before[5:])


@pytest.mark.parametrize("osm", KINDS)
def test_days_outside_the_validity_are_never_counted_on(osm):
    bounded = in_force(entry(osm, valid_from=D(2027, 4, 6), hours_to=D(2027, 4, 8)))
    before, after = week(osm, D(2027, 4, 5), NONE), week(bounded, D(2027, 4, 5), NONE)
    for was, day in zip(before, after, strict=True):
        if D(2027, 4, 6) < day.on <= D(2027, 4, 8):
            assert day == was
        elif not D(2027, 4, 6) <= day.on <= D(2027, 4, 9):
            # the night before the first day and that of the last belong to their evenings
            assert day.opening is Opening.UNKNOWN
            assert day.minutes == ()


@pytest.mark.parametrize(
    "reason",
    ['Umbau "Haus 2"', "Brand; PH off", "Mo-Fr 08:00-12:00", "a\nb\tc", "„Wasser“ || x", "\\", "'"],
)
def test_any_reason_closes_and_changes_no_other_day(reason):
    days = {"closed_from": D(2026, 12, 1), "closed_until": D(2026, 12, 2)}
    osm = in_force(entry(closed_because=reason, **days))
    assert letters(osm, MONDAY, 7) == "occoocc"
    assert osm.count('"') == 2


@settings(max_examples=120)
@given(
    st.text(max_size=30),
    st.tuples(*[st.none() | st.dates(D(2020, 1, 1), D(2030, 12, 31))] * 6),
)
def test_whatever_is_said_the_value_can_be_read(reason, days):
    names = ("hours_from", "hours_to", "valid_from", "valid_to", "closed_from", "closed_until")
    said = entry(closed_because=reason, **dict(zip(names, days, strict=True)))
    osm = in_force(said)
    assert check(osm) is None
    on = D(2026, 12, 2)
    [day] = [day for day in week(osm, on, NONE) if day.on == on]
    if rests(said, on):
        assert day.opening is Opening.CLOSED
    elif not stands(said, on):
        assert day.opening is Opening.UNKNOWN


def test_the_last_opening_knows_closures_and_validity():
    def last(**days):
        return last_opening(in_force(entry(**days)), Day(D(2026, 12, 11)), D(2026, 12, 7))

    assert last(closed_from=D(2026, 12, 10), closed_until=D(2027, 1, 5)).on == D(2026, 12, 9)
    assert last(closed_from=D(2026, 12, 1)).outcome is Outcome.NONE_LEFT
    assert last(hours_to=D(2026, 12, 8)).on == D(2026, 12, 8)
    assert last(hours_to=D(2026, 12, 6)).outcome is Outcome.HOURS_UNKNOWN
    assert last(valid_from=D(2027, 1, 1)).outcome is Outcome.HOURS_UNKNOWN


def test_always_open_stays_sure_of_holidays_beside_a_closure():
    christmas, before = Day(D(2026, 12, 25)), D(2026, 12, 24)
    always = entry("24/7", closed_from=D(2027, 2, 1), closed_until=D(2027, 2, 2))
    assert last_opening(in_force(always), christmas, before).on == christmas.on


@dataclass(frozen=True)
class Told:
    days: dict[str, object]
    bounds: tuple[Bound, ...]


TODAY = D(2026, 12, 7)
CASES = {
    "nothing": Told({}, ()),
    "over": Told({"closed_from": D(2026, 11, 1), "closed_until": D(2026, 12, 6)}, ()),
    "rests": Told(
        {"closed_from": D(2026, 12, 7), "closed_because": "Umbau"},
        (Bound(Limit.CLOSED, D(2026, 12, 7), None, "Umbau"),),
    ),
    "will rest": Told(
        {"closed_from": D(2026, 12, 8), "closed_until": D(2026, 12, 9)},
        (Bound(Limit.CLOSES, D(2026, 12, 8), D(2026, 12, 9)),),
    ),
    "begins and ends": Told(
        {"valid_from": D(2027, 1, 1), "valid_to": D(2027, 6, 30)},
        (
            Bound(Limit.BEGINS, D(2027, 1, 1), D(2027, 6, 30)),
            Bound(Limit.ENDS, D(2027, 1, 1), D(2027, 6, 30)),
        ),
    ),
    "ended": Told({"valid_to": D(2026, 12, 6)}, (Bound(Limit.ENDED, None, D(2026, 12, 6)),)),
    "last day": Told({"valid_to": TODAY}, (Bound(Limit.ENDS, None, TODAY),)),
    "hours begin": Told(
        {"hours_from": D(2026, 12, 8)}, (Bound(Limit.HOURS_BEGIN, D(2026, 12, 8), None),)
    ),
    "hours end": Told({"hours_to": TODAY}, (Bound(Limit.HOURS_END, None, TODAY),)),
    "hours ended": Told(
        {"hours_to": D(2026, 7, 31)}, (Bound(Limit.HOURS_ENDED, None, D(2026, 7, 31)),)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_must_be_said_beside_the_hours(name):
    told = CASES[name]
    assert bounds(entry(**told.days), TODAY) == told.bounds


def test_every_limit_occurs():
    assert {bound.limit for told in CASES.values() for bound in told.bounds} == set(Limit)
