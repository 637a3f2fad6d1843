"""Weeks written as OSM values: what is evaluated is what was written, whatever the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.hours import HolidayDates, check, week
from app.rules.reading_hours.parts import BASE, DayChoice, Season, Times
from app.rules.reading_hours.proposal import Span
from app.rules.reading_hours.weeks import Week
from app.rules.reading_hours.writing import write

HERE = Span(0, 0)
SUMMER = Season("Jun-Aug")
MONDAYS = (date(2026, 3, 2), date(2026, 6, 29), date(2026, 8, 3), date(2026, 8, 31))
PUBLIC = frozenset([date(2026, 3, 4), date(2026, 7, 1), date(2026, 8, 6), date(2026, 8, 9)])
SCHOOL = frozenset([date(2026, 3, 6), date(2026, 8, 7), date(2026, 8, 8)])


def times(*spans, **more):
    return tuple(Times(start * 60, end * 60, HERE, **more) for start, end in spans)


SLOTS = st.sampled_from(
    [
        (),
        times((8, 12)),
        times((8, 12), (14, 16)),
        times((9, 17)),
        times((7, 8), kind="Frühdienst") + times((8, 12)),
        times((13, 24)),
    ]
)
DAYS = st.dictionaries(st.integers(0, 7).map(DayChoice), SLOTS, min_size=1)


def shown(slots):
    return [(slot.start, slot.end, slot.kind or "") for slot in slots]


def expected(base, summer, on):
    """The day as the rules of the text have it: parts of the year first, then the ordinary week;
    a public holiday, where it has hours of its own, before all."""
    holiday = DayChoice(7)
    is_shut = all(summer.get(DayChoice(day)) == () for day in range(7))
    if is_shut and on.month in (6, 7, 8):
        return summer.get(holiday, ()) if on in PUBLIC else ()
    if on in PUBLIC:
        for days in ([summer] if on.month in (6, 7, 8) else []) + [base]:
            if holiday in days and not (days is summer and holiday in base):
                return days[holiday]
    weekday = DayChoice(on.weekday())
    if on.month in (6, 7, 8) and weekday in summer:
        return summer[weekday]
    return base.get(weekday, ())


@settings(max_examples=300, deadline=None)
@given(DAYS, st.one_of(st.just({}), DAYS))
def test_what_is_written_is_evaluated_day_by_day(base, summer):
    weeks = [each for each in (Week(BASE, base), Week(SUMMER, summer)) if each.days]
    osm = write(weeks, "")
    assert check(osm) is None, osm
    for monday in MONDAYS:
        for day in week(osm, monday, HolidayDates(PUBLIC, SCHOOL)):
            found = [(slot.start, slot.end, slot.comment) for slot in day.slots if slot.sure]
            assert found == shown(expected(base, summer, day.on)), (osm, day.on)


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(0, 6), st.sampled_from([(1,), (-1,), (1, 3)]))
def test_a_weekday_of_the_month_adds_to_the_week_or_replaces_it(base, weekday, nth):
    extra = times((18, 20))
    osm = write([Week(BASE, {**base, DayChoice(weekday, nth): extra})], "")
    assert check(osm) is None, osm
    first = date(2026, 3, 1)
    days = [
        day
        for count in range(0, 28, 7)
        for day in week(osm, first + timedelta(days=count + 1), HolidayDates())
    ]
    for day in days:
        of_month = (day.on.day - 1) // 7 + 1
        is_last = (day.on + timedelta(days=7)).month != day.on.month
        if day.on.month != 3 or day.on.weekday() != weekday:
            continue
        added = of_month in nth or (is_last and -1 in nth)
        own = shown(base.get(DayChoice(weekday), ()))
        late = own and own[-1][1] > 18 * 60
        found = [(slot.start, slot.end, slot.comment) for slot in day.slots if slot.sure]
        wanted = (shown(extra) if late else own + shown(extra)) if added else own
        assert found == wanted, (osm, day.on)


@pytest.mark.parametrize(
    ("weeks", "otherwise", "osm"),
    [
        ([Week(BASE, {DayChoice(day): times((0, 24)) for day in range(7)})], "", "24/7"),
        ([], "nach Vereinbarung", 'unknown "nach Vereinbarung"'),
        (
            [Week(BASE, {DayChoice(0): times((8, 12))})],
            'sagt "ja"',
            "Mo 08:00-12:00 || unknown \"sagt 'ja'\"",
        ),
        ([Week(Season("SH"), {DayChoice(day): () for day in range(7)})], "", "SH off"),
        (
            [
                Week(BASE, {DayChoice(0): times((8, 12)), DayChoice(7): ()}),
                Week(Season("Dec 24,Dec 31"), {DayChoice(day): () for day in range(7)}),
            ],
            "",
            "Mo 08:00-12:00; PH off; Dec 24,Dec 31 off",
        ),
        (
            [Week(BASE, {DayChoice(5): (Times(1320, 1800, HERE), Times(1080, None, HERE))})],
            "",
            "Sa 22:00-06:00,18:00+",
        ),
    ],
)
def test_values_are_written_as_osm_has_them(weeks, otherwise, osm):
    assert write(weeks, otherwise) == osm
    assert check(osm) is None
