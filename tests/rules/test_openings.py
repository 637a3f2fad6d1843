"""The last opening before a deadline: never after it, never guessed, holidays and nights right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.calendar import Day, Precision
from app.rules.care_need import Parent, Ways
from app.rules.goers import Doubt, Goer, Goers
from app.rules.hours import HolidayDates, Opening, lower_saxony, week
from app.rules.openings import LOOKS_BACK, OfficeSlot, Outcome, is_silent, last_opening
from app.rules.rosters import Duty, Roster, ShiftKind

TODAY = date(2026, 11, 23)  # a Monday
MARKET = "Mo,Tu,Th,Fr 08:00-12:00, Th 14:00-17:00; PH off"
MONDAY = date(2027, 3, 1)


def found(text, deadline=MONDAY, today=TODAY, not_before=None):
    last = last_opening(text, Day(deadline), today, not_before)
    return (last.outcome, last.on, last.start, last.end)


@pytest.mark.parametrize(
    ("text", "deadline", "on", "start", "end"),
    [
        pytest.param(MARKET, MONDAY, MONDAY, 480, 720, id="on the last day itself"),
        pytest.param(MARKET, date(2027, 2, 28), date(2027, 2, 26), 480, 720, id="a weekend before"),
        pytest.param(MARKET, date(2027, 2, 25), date(2027, 2, 25), 840, 1020, id="the later slot"),
        pytest.param(
            MARKET, date(2027, 3, 3), date(2027, 3, 2), 480, 720, id="closed that weekday"
        ),
        pytest.param(
            MARKET, date(2027, 3, 29), date(2027, 3, 25), 840, 1020, id="Easter Monday, PH off"
        ),
        pytest.param(
            "Mo-Fr 08:00-12:00",
            date(2027, 3, 29),
            date(2027, 3, 25),
            480,
            720,
            id="Easter Monday, hours silent of holidays",
        ),
        pytest.param(
            "Mo-Fr 08:00-12:00; PH 10:00-11:00",
            date(2027, 3, 29),
            date(2027, 3, 29),
            600,
            660,
            id="Easter Monday, open on holidays",
        ),
        pytest.param(
            "Mo-Fr 08:00-12:00; SH off",
            date(2027, 3, 24),
            date(2027, 3, 19),
            480,
            720,
            id="closed in the school holidays",
        ),
        pytest.param(
            "Mo-Fr 08:00-12:00; SH 09:00-10:00; PH off",
            date(2027, 3, 26),
            date(2027, 3, 25),
            540,
            600,
            id="other hours in the school holidays, Good Friday",
        ),
        pytest.param(
            "Fr 20:00-02:00; PH off",
            date(2027, 2, 26),
            date(2027, 2, 26),
            1200,
            1440,
            id="till midnight",
        ),
        pytest.param(
            "Fr 20:00-02:00; PH off",
            date(2027, 2, 27),
            date(2027, 2, 27),
            0,
            120,
            id="over midnight",
        ),
        pytest.param("24/7", date(2027, 3, 29), date(2027, 3, 29), 0, 1440, id="24/7 on a holiday"),
        pytest.param(
            'Mo 08:00-12:00, We 08:00-12:00 "nach Anruf"; PH off',
            date(2027, 3, 4),
            MONDAY,
            480,
            720,
            id="what must be arranged is passed over",
        ),
        pytest.param(
            'We 08:00-12:00 open "Eingang hinten"; PH off',
            date(2027, 3, 4),
            date(2027, 3, 3),
            480,
            720,
            id="a comment on what is surely open",
        ),
        pytest.param(
            "Mo-Fr 08:00-12:00; SH off",
            date(2029, 8, 29),
            date(2029, 7, 18),
            480,
            720,
            id="as far as school holidays are known",
        ),
    ],
)
def test_the_last_sure_slot_before_the_deadline(text, deadline, on, start, end):
    assert found(text, deadline) == (Outcome.FOUND, on, start, end)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("", Outcome.HOURS_UNKNOWN, id="no hours"),
        pytest.param("Mo-Fr 8 bis 12 Uhr", Outcome.HOURS_UNKNOWN, id="garbage"),
        pytest.param("off", Outcome.NONE_LEFT, id="closed for good"),
        pytest.param(
            "2026 Dec 01-2026 Dec 10 08:00-12:00; PH off", Outcome.NONE_LEFT, id="too far back"
        ),
        pytest.param('"nach Vereinbarung"', Outcome.ONLY_BY_ARRANGEMENT, id="only a comment"),
        pytest.param(
            'Mo-Fr 08:00-12:00 "nur mit Termin"', Outcome.ONLY_BY_ARRANGEMENT, id="slots with one"
        ),
    ],
)
def test_without_a_sure_slot_it_says_why(text, outcome):
    assert found(text)[0] is outcome


def test_what_can_be_arranged_names_its_last_day_and_the_offices_words():
    last = last_opening('Th 08:00-12:00 "nach Anruf"; PH off', Day(MONDAY), TODAY)
    assert (last.on, last.comment, last.end) == (date(2027, 2, 25), "nach Anruf", 0)


def test_a_public_holiday_the_hours_do_not_name_counts_as_to_be_asked():
    only = last_opening("Dec 25 08:00-12:00", Day(date(2026, 12, 26)), TODAY)
    assert (only.outcome, only.on) == (Outcome.ONLY_BY_ARRANGEMENT, date(2026, 12, 25))
    assert [day.opening for day in only.days[-2:]] == [Opening.UNKNOWN, Opening.CLOSED]
    assert is_silent('Mo-Fr 08:00-12:00 "PH?"')
    assert not is_silent("Mo-Fr 08:00-12:00; PH off")
    assert not is_silent(" 24/7 ")


@pytest.mark.parametrize(
    ("today", "not_before", "outcome"),
    [
        pytest.param(date(2027, 2, 26), None, Outcome.FOUND, id="today counts"),
        pytest.param(date(2027, 2, 27), None, Outcome.NONE_LEFT, id="over"),
        pytest.param(
            TODAY, date(2027, 2, 26), Outcome.FOUND, id="the first day of the period counts"
        ),
        pytest.param(TODAY, date(2027, 2, 27), Outcome.NONE_LEFT, id="before the period"),
        pytest.param(
            date(2027, 3, 1), date(2027, 1, 1), Outcome.NONE_LEFT, id="the deadline is past"
        ),
    ],
)
def test_neither_before_today_nor_before_the_period(today, not_before, outcome):
    last = last_opening(MARKET, Day(date(2027, 2, 28)), today, not_before)
    assert last.outcome is outcome
    assert last.first == max(today, not_before or today)


def test_a_date_known_by_month_has_no_last_opening():
    last = last_opening(MARKET, Day(MONDAY, Precision.MONTH), TODAY)
    assert (last.outcome, last.days) == (Outcome.MONTH_ONLY, ())


@pytest.mark.parametrize(
    ("text", "deadline", "until"),
    [
        pytest.param(
            "Mo-Fr 08:00-12:00; SH off", date(2029, 10, 1), date(2029, 8, 29), id="school"
        ),
        pytest.param("Mo-Fr 08:00-12:00; SH off", date(2032, 1, 5), date(2029, 8, 29), id="later"),
        pytest.param("Mo-Fr 08:00-12:00; PH off", date(2101, 2, 1), None, id="public"),
        pytest.param("Mo-Fr 08:00-12:00", date(2101, 2, 1), None, id="public, not named"),
    ],
)
def test_holidays_that_are_not_known_are_told_and_not_guessed(text, deadline, until):
    last = last_opening(text, Day(deadline), TODAY)
    assert (last.outcome, last.on, last.known_until) == (Outcome.HOLIDAYS_UNKNOWN, None, until)


def test_around_the_clock_needs_no_calendar():
    assert found("24/7", date(2101, 2, 1))[0] is Outcome.FOUND


def test_the_picture_is_the_seven_days_up_to_the_deadline_with_its_holidays():
    last = last_opening(MARKET, Day(date(2027, 3, 29)), TODAY)
    assert [day.on.day for day in last.days] == [23, 24, 25, 26, 27, 28, 29]
    assert [day.minutes for day in last.days[2:4]] == [((480, 720), (840, 1020)), ()]
    assert last.holidays == (
        (date(2027, 3, 26), "Karfreitag"),
        (date(2027, 3, 29), "Ostermontag"),
    )


def test_school_holidays_are_named_only_where_the_hours_depend_on_them():
    deadline = Day(date(2027, 3, 26))
    assert len(last_opening(MARKET, deadline, TODAY).holidays) == 1
    with_school = last_opening("Mo-Fr 08:00-12:00; SH,PH off", deadline, TODAY).holidays
    assert with_school[0] == (date(2027, 3, 22), "Oster-/Frühjahrsferien")
    assert with_school[-1] == (date(2027, 3, 26), "Karfreitag")


HOURS = st.lists(
    st.tuples(
        st.sampled_from(["Mo", "Tu-Th", "Fr", "Sa,Su", "Mo-Fr", "SH", "SH Mo-Fr", "Fr[1]"]),
        st.sampled_from(
            ["08:00-12:00", "14:00-17:30", "20:00-03:00", "off", '09:00-11:00 "nach Anruf"']
        ),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=120, deadline=None)
@given(
    HOURS,
    st.sampled_from(["PH off", "PH 10:00-11:00", ""]),
    st.dates(date(2026, 11, 23), date(2029, 6, 30)),
    st.integers(0, 70),
)
def test_what_is_found_is_open_and_nothing_later_is(rules, on_holidays, deadline, ahead):
    """The oracle is `week` read anew for each day; on holidays that the hours do not name, no
    minute counts."""
    text = "; ".join([*(f"{days} {times}" for days, times in rules), on_holidays]).rstrip("; ")
    today = deadline - timedelta(days=ahead)
    last = last_opening(text, Day(deadline), today)
    surroundings = lower_saxony(today - timedelta(days=40), deadline + timedelta(days=40))
    counted = _minutes(text, today, deadline, surroundings)
    looked_at = {(on, slot) for on, slot in counted if (deadline - on).days <= LOOKS_BACK}
    if last.outcome is Outcome.FOUND:
        assert today <= last.on <= deadline
        assert (last.on, (last.start, last.end)) == max(looked_at)
    else:
        assert looked_at == set()
        assert last.outcome in (Outcome.NONE_LEFT, Outcome.ONLY_BY_ARRANGEMENT)


def _minutes(text, first, last, holidays: HolidayDates):
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return {
        (on, slot)
        for on in days
        if not (is_silent(text) and on in holidays.public)
        for slot in week(text, on, holidays)[0].minutes
    }


# ---------------------------------------------------------------- beside the duties

SUNDAY = date(2027, 2, 28)
FRIDAY, THURSDAY = date(2027, 2, 26), date(2027, 2, 25)
WORKDAYS = tuple(Duty(day, 360, 852, "F", ShiftKind.EARLY) for day in range(5))


def working(*duties, name="Amira", first=date(2027, 2, 1), last=None):
    """Somebody with a rotation of one week from a Monday on, half an hour from work."""
    rosters = (Roster(first, last, 1, duties),)
    return Goer(name, Parent(1, rosters, Ways(to_work=30, from_work=30)))


def beside(text, *goers, deadline=SUNDAY, today=TODAY):
    return last_opening(text, Day(deadline), today, goers=Goers(goers))


def test_the_last_slot_lies_beside_the_duties_and_the_office_is_told_with_it():
    last = beside(MARKET, working(*WORKDAYS))
    assert (last.outcome, last.on, last.start, last.end) == (Outcome.FOUND, THURSDAY, 882, 1020)
    assert last.office == OfficeSlot(FRIDAY, 480, 720)
    assert (last.who, last.doubt) == ((), None)
    assert (FRIDAY, 330, 882) in last.away
    assert {on for on, _, _ in last.away} == {SUNDAY - timedelta(days=back) for back in range(2, 7)}


def test_a_slot_that_a_duty_cuts_is_told_as_what_is_left_of_it():
    last = beside(MARKET, working(Duty(4, 360, 600)))
    assert (last.on, last.start, last.end) == (FRIDAY, 630, 720)
    assert last.office == OfficeSlot(FRIDAY, 480, 720)


def test_a_slot_that_no_duty_touches_is_the_same_as_without_a_roster():
    one = working(Duty(0, 360, 852))
    last = beside(MARKET, one)
    assert (last.office, last.who, last.doubt) == (None, (), None)
    bare = last_opening(MARKET, Day(SUNDAY), TODAY)
    assert (last.outcome, last.on, last.start, last.end) == (
        bare.outcome, bare.on, bare.start, bare.end,
    )  # fmt: skip
    assert bare.away == ()


def test_an_office_that_is_open_only_during_duty_is_told_with_its_own_last_slot():
    last = beside("Mo-Fr 08:00-12:00; PH off", working(*WORKDAYS), today=date(2027, 2, 1))
    assert (last.outcome, last.on) == (Outcome.ON_DUTY, None)
    assert last.office == OfficeSlot(FRIDAY, 480, 720)
    assert len(last.days) == 7


def test_no_slot_at_all_is_not_blamed_on_duties():
    one = working(*WORKDAYS)
    assert beside(MARKET, one, today=date(2027, 2, 27)).outcome is Outcome.NONE_LEFT
    arranged = beside('Mo-Fr 08:00-12:00 "nach Anruf"; PH off', one)
    assert (arranged.outcome, arranged.on, arranged.office) == (
        Outcome.ONLY_BY_ARRANGEMENT, FRIDAY, None,
    )  # fmt: skip
    assert beside("", one).outcome is Outcome.HOURS_UNKNOWN


def test_a_closure_of_the_office_and_a_duty_both_count():
    """Closed from Thursday on, on Tuesday at work: Monday it is."""
    closed = f"{MARKET}; 2027 Feb 25-2027 Mar 05 off"
    last = beside(closed, working(Duty(1, 360, 852)))
    assert (last.on, last.start, last.end) == (date(2027, 2, 22), 480, 720)
    assert last.office == OfficeSlot(date(2027, 2, 23), 480, 720)


def test_beyond_the_roster_the_office_s_own_slot_counts_with_a_doubt():
    last = beside(MARKET, working(*WORKDAYS, last=date(2027, 2, 21)))
    assert (last.on, last.start, last.office) == (FRIDAY, 480, None)
    assert last.doubt is Doubt.ROSTER_ENDS


def test_the_other_parent_goes_and_is_named():
    other = working(Duty(3, 360, 852), name="Karim")
    last = beside(MARKET, working(*WORKDAYS), other)
    assert (last.on, last.start, last.office, last.who) == (FRIDAY, 480, None, ("Karim",))
    assert {on for on, _, _ in last.away} == {THURSDAY}


def test_around_the_clock_only_the_time_beside_the_duty_is_left():
    last = beside("24/7", working(*WORKDAYS), deadline=FRIDAY)
    assert (last.on, last.start, last.end) == (FRIDAY, 882, 1440)
