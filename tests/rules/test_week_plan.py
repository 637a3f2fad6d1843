"""A week as it is entered, written as OSM value and read again: nothing is lost or added."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings

from app.rules.hours import DAY, HolidayDates, Opening, check, lower_saxony, week
from app.rules.week_plan import (
    ClosingDays,
    HolidayRule,
    Holidays,
    PlanSlot,
    SlotKind,
    WeekPlan,
    counted,
    over,
    to_osm,
    touching_nights,
    unsaid,
    with_rest,
)
from app.rules.week_reading import from_osm
from tests.rules.week_plans import KITA, KITA_OSM, minutes_on, plans

CHRISTMAS = date(2026, 12, 21)  # two weeks with public and school holidays in Lower Saxony
SUMMER = date(2026, 6, 29)  # the holidays begin on the Thursday


def core(*spans):
    return tuple(PlanSlot(start * 60, end * 60) for start, end in spans)


@pytest.fixture(scope="module")
def saxony():
    return lower_saxony(date(2026, 1, 1), date(2027, 12, 31))


def read_minutes(text, monday, holidays):
    """Like `minutes_on`, by the evaluation of the program."""
    days = {}
    for day in week(text, monday, holidays):
        minutes = {}
        for slot in day.slots:
            minutes |= dict.fromkeys(range(slot.start, slot.end), slot.comment)
            assert slot.sure == (slot.comment != "nach Vereinbarung")
        days[day.on] = minutes
    return days


@settings(deadline=None, max_examples=300)
@given(plans())
@example(KITA)
@example(WeekPlan())
def test_what_is_written_is_read_as_the_same_plan(plan):
    text = to_osm(plan)
    if plan == WeekPlan():
        assert text == ""
        return
    assert check(text) is None
    assert from_osm(text) == plan, text


@settings(deadline=None, max_examples=200)
@given(plans())
@example(KITA)
def test_the_minutes_of_real_weeks_are_the_plans_own(saxony, plan):
    text = to_osm(plan)
    if plan.is_unknown:
        return
    for begin in (CHRISTMAS, SUMMER):
        for monday in (begin, begin + timedelta(days=7)):
            found = read_minutes(text, monday, saxony)
            assert found == {day: minutes_on(plan, day, saxony) for day in found}, text


def test_a_kita_is_written_short_and_in_order():
    assert to_osm(KITA) == KITA_OSM
    assert from_osm(KITA_OSM) == KITA


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((core((8, 12)),) * 5 + ((), ()), "Mo-Fr 08:00-12:00"),
        ((core((8, 12)),) * 2 + ((),) * 5, "Mo,Tu 08:00-12:00"),
        (((PlanSlot(0, DAY),),) * 7, "24/7"),
        (((PlanSlot(1320, DAY + 360),), *((),) * 6), "Mo 22:00-06:00"),
        (
            (core((8, 12), (13, 16)),) * 3 + (core((8, 12)),) * 2 + ((), core((10, 24))),
            "Mo-We 08:00-12:00,13:00-16:00; Th,Fr 08:00-12:00; Su 10:00-24:00",
        ),
    ],
)
def test_equal_days_stand_together(days, text):
    assert to_osm(WeekPlan(days)) == text
    assert from_osm(text) == WeekPlan(days)


def test_a_week_that_is_not_known_stays_unknown_between_its_closing_days():
    plan = WeekPlan(closing_days=(ClosingDays(date(2026, 12, 24), date(2026, 12, 27)),))
    text = to_osm(plan)
    assert text == "unknown; 2026 Dec 24-27 off"
    openings = [day.opening for day in week(text, CHRISTMAS, HolidayDates())]
    assert openings == [Opening.UNKNOWN] * 3 + [Opening.CLOSED] * 4
    assert from_osm(text) == plan


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Mo-Fr 08:00-12:00,13:00-16:00; Su,PH off", "Mo-Fr 08:00-12:00,13:00-16:00; PH off"),
        ("mo-fr 8:00-12:00; sa 9:00-13:00", "Mo-Fr 08:00-12:00; Sa 09:00-13:00"),
        ("Mo-Fr 08:00-16:00; Fr 08:00-12:00", "Mo-Th 08:00-16:00; Fr 08:00-12:00"),
        (
            "Mo-Fr 08:00-12:00, We 14:00-18:00",
            "Mo,Tu,Th,Fr 08:00-12:00; We 08:00-12:00,14:00-18:00",
        ),
        ("Fr-Mo 10:00-12:00", "Mo,Fr-Su 10:00-12:00"),
        ("08:00-11:00", "Mo-Su 08:00-11:00"),
        ("Sa,PH 10:00-12:00", "Sa 10:00-12:00; PH 10:00-12:00"),
        (
            "Mo-Sa 08:00-16:00; SH Mo-Fr 08:00-12:00",
            "Mo-Sa 08:00-16:00; SH Mo-Fr 08:00-12:00; SH Sa 08:00-16:00",
        ),
        ("Mo-Fr 08:00-16:00; SH,PH off", "Mo-Fr 08:00-16:00; SH off; PH off"),
        ('Mo 08:00-12:00 "nach Vereinbarung"', 'Mo 08:00-12:00 unknown "nach Vereinbarung"'),
        ("Mo 08:00-12:00 open; Tu closed", "Mo 08:00-12:00"),
        ("Mo 08:00-12:00; Dec 24 off; Dec 31-Jan 02 off", None),
        ("Mo 08:00-12:00; 2026 Dec 24-2027 Jan 05 off", None),
        ("Fr 20:00-26:00", "Fr 20:00-02:00"),
        (
            'Mo 08:00-12:00; PH off || "Nach Vereinbarung"',
            'Mo 08:00-12:00; PH off || unknown "nach Vereinbarung"',
        ),
        ('"nach Vereinbarung"', 'unknown "nach Vereinbarung"'),
    ],
)
def test_other_writings_of_the_same_are_held(text, canonical):
    plan = from_osm(text)
    assert to_osm(plan) == (canonical or text)
    for monday in (CHRISTMAS, SUMMER):
        holidays = HolidayDates(
            frozenset({date(2026, 12, 25)}), frozenset({date(2026, 12, 23), date(2026, 7, 2)})
        )
        as_written = week(text.replace("Nach", "nach"), monday, holidays)
        assert as_written == week(to_osm(plan), monday, holidays)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "montags",
        "off",
        "unknown",
        "Apr-Oct Mo-Su 10:00-18:00",
        "Sa[1] 10:00-13:00",
        "week 1-20 Mo 08:00-12:00",
        "Mo 08:00+",
        "Mo 08:00-12:00+",
        "sunrise-sunset",
        'Mo 08:00-12:00 "nach Anruf"',
        'Mo 08:00-12:00 open "Hintereingang"',
        'Mo off "Ruhetag"',
        'Mo-Fr 08:00-12:00 || "nach Anruf"',
        'Mo-Fr 08:00-12:00; "nach Vereinbarung"',
        'unknown "nach Anruf"',
        "PH off; Mo-Fr 08:00-12:00",  # the week overrides the holidays
        "Mo-Fr 08:00-12:00; PH off; SH 09:00-10:00",
        "2026 Dec 24 off; Mo-Fr 08:00-12:00",
        "2026 Dec 24 10:00-12:00",
        "Mo-Fr 08:00-12:00; Dec 24-2027 Jan 01 off",
        "PH Mo-Fr 10:00-12:00",
        "Mo 08:00-12:00,11:00-14:00",
        "Mo 22:00-06:00; Tu 05:00-12:00",
        "Mo-Fr 08:00-12:00; PH -1 day off",
        "Mo-Fr 08:00-12:00; 2026 Feb 30 off",
        "Mo-Fr 08:00-12:00; 9999 Dec 31 off",
        "Mo-Fr 08:00-12:00, PH 14:00-15:00",
    ],
)
def test_what_says_more_than_a_plan_holds_is_left_alone(text):
    assert from_osm(text) is None


def test_a_night_that_may_touch_the_next_morning_is_named():
    nights = (PlanSlot(1320, DAY + 360),)
    assert touching_nights((nights, core((5, 8)), *((),) * 5)) == (1,)
    assert touching_nights((core((5, 8)), *((),) * 5, nights)) == (0,)
    assert touching_nights((nights, core((6, 8)), *((),) * 5)) == ()


def test_only_what_is_certain_is_counted():
    assert counted(KITA.days[0]) == 600
    assert counted(KITA.days[4]) == 390


def test_a_proposal_replaces_the_week_and_keeps_what_it_does_not_speak_of():
    week_alone = WeekPlan((core((8, 12)), *((),) * 6))
    taken = over(KITA, week_alone)
    assert taken == replace(KITA, days=week_alone.days)
    closing = ClosingDays(date(2026, 10, 1), date(2026, 10, 2))
    told = WeekPlan(
        week_alone.days,
        Holidays(HolidayRule.OWN, (core((9, 10)),)),
        Holidays(HolidayRule.CLOSED),
        (KITA.closing_days[0], closing),
    )
    taken = over(KITA, told)
    assert taken.public_holidays == told.public_holidays
    assert taken.school_holidays == told.school_holidays
    assert taken.closing_days == (*KITA.closing_days, closing)


def test_what_a_value_does_not_speak_of_can_be_put_after_it():
    rest = unsaid(KITA, 'Apr-Oct Mo-Fr 10:00-18:00; SH off "PH"')
    assert rest.public_holidays == KITA.public_holidays
    assert rest.school_holidays == Holidays()
    assert unsaid(KITA, "Mo 08:00-12:00; PH off").public_holidays == Holidays()
    closed = replace(rest, closing_days=KITA.closing_days[2:])
    for text, whole in (
        ("Apr-Oct 10:00-18:00", 'Apr-Oct 10:00-18:00; PH off; 2026 Sep 07 off "Teamtag"'),
        (
            'Apr-Oct 10:00-18:00 "a || b" || "nach Anruf"',
            'Apr-Oct 10:00-18:00 "a || b"; PH off; 2026 Sep 07 off "Teamtag" || "nach Anruf"',
        ),
    ):
        assert with_rest(text, closed) == whole
        assert check(whole) is None


@pytest.mark.parametrize("span", [(-1, 60), (60, 60), (120, 60), (1440, 1500), (600, 2040)])
def test_a_slot_that_is_none_cannot_be_made(span):
    with pytest.raises(ValueError, match="no slot"):
        PlanSlot(*span, SlotKind.CORE)


def test_closing_days_that_end_before_they_begin_cannot_be_made():
    with pytest.raises(ValueError, match="ends before"):
        ClosingDays(date(2026, 5, 2), date(2026, 5, 1))


def test_own_hours_without_a_slot_are_closed():
    assert Holidays(HolidayRule.OWN, ((),)) == Holidays(HolidayRule.CLOSED)
    assert Holidays(HolidayRule.CLOSED, (core((8, 9)),)).days == ()


def test_a_reason_with_quotes_and_lines_is_kept_readable():
    closed = ClosingDays(date(2026, 5, 4), date(2026, 5, 4), 'sagt "Chef"\nselbst')
    text = to_osm(WeekPlan((core((8, 12)), *((),) * 6), closing_days=(closed,)))
    assert text.endswith("off \"sagt 'Chef' selbst\"")
    assert check(text) is None


def test_most_real_hours_of_markets_can_be_held(shared):
    path = shared("opening_hours/markets_opening_hours.csv")
    with path.open(encoding="utf-8", newline="") as rows:
        texts = [row["opening_hours"] for row in csv.DictReader(rows) if row["opening_hours"]]
    valid = [text for text in texts if check(text) is None]
    held = [text for text in valid if from_osm(text) is not None]
    assert len(held) >= 650, len(held)
    for text in held:
        plan = from_osm(text)
        assert from_osm(to_osm(plan)) == plan
