"""Wall time and real minutes, against a walk through the minutes with datetime and zoneinfo."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.wall_time import DAY, Days

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
SPRING = (date(2026, 3, 29), date(2027, 3, 28))
AUTUMN = (date(2026, 10, 25), date(2027, 10, 31))


def walked(first: date, minutes: int) -> list[datetime]:
    """What clocks show at each minute from the first midnight on, without zone."""
    start = datetime.combine(first, time(), BERLIN).astimezone(UTC)
    return [
        (start + count * MINUTE).astimezone(BERLIN).replace(tzinfo=None) for count in range(minutes)
    ]


def looked_up(shown: list[datetime], day: date, minute: int, *, later: bool) -> int:
    """The minute at which the clock shows it; in a missing hour the first one after it."""
    wanted = datetime.combine(day, time()) + minute * MINUTE
    places = [place for place, each in enumerate(shown) if each == wanted]
    if places:
        return places[-1] if later else places[0]
    return min(place for place, each in enumerate(shown) if each > wanted)


@pytest.mark.parametrize("change", [*SPRING, *AUTUMN])
@pytest.mark.parametrize("later", [False, True])
def test_every_minute_around_a_change_lies_where_the_clock_shows_it(change, later):
    first = change - timedelta(days=1)
    days = Days(first, 3)
    shown = walked(first, 5 * DAY)
    for day in range(3):
        on = first + timedelta(days=day)
        for minute in [*range(300), *range(300, DAY, 97), DAY - 1]:
            found = days.at(day, minute, later=later)
            assert found == looked_up(shown, on, minute, later=later), (on, minute)
            if day < 2:
                assert days.at(day, minute + DAY, later=later) == days.at(
                    day + 1, minute, later=later
                )


@pytest.mark.parametrize("change", [*SPRING, *AUTUMN])
def test_every_minute_is_of_its_day_and_shown_as_the_clock_does(change):
    first = change - timedelta(days=1)
    days = Days(first, 3)
    shown = walked(first, days.length + 1)
    for minute, clock in enumerate(shown):
        assert days.on(minute) == clock.date()
        assert days.shown(minute) == clock.hour * 60 + clock.minute
    assert shown[-1].time() == time()


@pytest.mark.parametrize("change", SPRING)
def test_a_day_in_spring_lacks_the_hour_from_two(change):
    days = Days(change, 1)
    assert days.length == 23 * 60
    assert days.at(0, 119) == 119
    assert {days.at(0, minute) for minute in range(120, 181)} == {120}
    assert days.at(0, 181) == 121
    assert days.shown(119) == 119
    assert days.shown(120) == 180


@pytest.mark.parametrize("change", AUTUMN)
def test_a_day_in_autumn_has_the_hour_from_two_twice(change):
    days = Days(change, 1)
    assert days.length == 25 * 60
    assert (days.at(0, 150), days.at(0, 150, later=True)) == (150, 210)
    assert (days.at(0, 119, later=True), days.at(0, 180), days.at(0, 180, later=True)) == (
        119,
        240,
        240,
    )
    assert days.shown(150) == days.shown(210) == 150


@pytest.mark.parametrize(
    ("evening", "hours"),
    [
        (date(2026, 3, 28), 8.5),
        (date(2026, 10, 24), 10.5),
        (date(2026, 11, 24), 9.5),
        (date(2027, 3, 27), 8.5),
        (date(2027, 10, 30), 10.5),
    ],
)
def test_a_night_duty_is_as_long_as_it_really_lasts(evening, hours):
    """20:45 to 06:15 of the next day."""
    days = Days(evening, 2)
    assert days.at(0, 1815) - days.at(0, 1245) == hours * 60


@pytest.mark.parametrize("year", [2026, 2027])
def test_all_midnights_of_a_year_are_where_the_clock_shows_them(year):
    count = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    days = Days(date(year, 1, 1), count)
    start = datetime(year, 1, 1, tzinfo=BERLIN)
    expected = [
        datetime.combine(date(year, 1, 1) + timedelta(days=day), time(), BERLIN).astimezone(UTC)
        - start.astimezone(UTC)
        for day in range(count + 1)
    ]
    assert [timedelta(minutes=each) for each in days.midnights] == expected
    lengths = {days.midnights[day + 1] - days.midnights[day] for day in range(count)}
    assert lengths == {1380, 1440, 1500}
    assert days.length == count * DAY


@given(
    st.dates(date(2026, 1, 1), date(2027, 11, 30)),
    st.integers(1, 40),
    st.integers(-30, 70),
    st.integers(0, 2 * DAY),
)
def test_minutes_come_back_as_they_were_put(first, count, day, minute):
    days = Days(first, count)
    on = first + timedelta(days=day + minute // DAY)
    found = days.at(day, minute)
    moment = datetime.combine(first, time(), BERLIN).astimezone(UTC) + found * MINUTE
    clock = moment.astimezone(BERLIN)
    assert clock.date() == on
    if on in SPRING and 120 <= minute % DAY < 180:
        assert (clock.hour, clock.minute) == (3, 0)
    else:
        assert clock.hour * 60 + clock.minute == minute % DAY
    assert days.shown(found) == clock.hour * 60 + clock.minute
    assert days.index(on) == (on - first).days
