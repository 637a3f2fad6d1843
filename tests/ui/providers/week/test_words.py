"""Words of the week editor: every code has its own, and what is written is read again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from app.rules.hours import HoursProblem
from app.rules.typed_slots import Mistake, SlotProblem, read_day
from app.rules.week_plan import (
    ClosingDays,
    HolidayRule,
    Holidays,
    PlanSlot,
    SlotKind,
    WeekPlan,
)
from tests.rules.week_plans import KITA, plans
from ui.providers.week import words
from ui.providers.week.closings import NotADay, read_closing_day
from ui.providers.week.painting import DayScale, bounds, night_before
from ui.providers.week.reading import beside_the_week, days_in_short


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (SlotKind, words.KINDS),
        (SlotKind, words.TYPED_KINDS),
        (SlotProblem, words.MISTAKES),
        (HolidayRule, words.PUBLIC),
        (HolidayRule, words.SCHOOL),
    ],
)
def test_every_code_has_words_of_its_own(codes, names):
    assert set(names) == set(codes)
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize("problem", SlotProblem)
def test_every_mistake_names_what_was_typed(problem):
    said = words.mistake(Mistake(problem, 0, 4, "16-8"))
    assert "16-8" in said
    assert said.endswith(".")


@given(plans())
def test_what_is_written_in_a_row_is_read_as_the_same_slots(plan):
    for slots in plan.days:
        day = read_day(words.written(slots))
        assert (day.slots, day.mistakes) == (slots, ())


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        (PlanSlot(450, 720), "7:30–12"),
        (PlanSlot(0, 1440), "0–24"),
        (PlanSlot(1320, 1800, SlotKind.LATE), "spät 22–6"),
        (PlanSlot(960, 1920), "16–8 Folgetag"),
    ],
)
def test_times_are_written_as_an_office_does(slot, said):
    assert words.written([slot]) == said
    assert read_day(said).slots == (slot,)


def test_sums_are_told_in_hours_and_minutes():
    assert words.day_sum(KITA.days[4]) == "6 h 30"
    assert words.day_sum(()) == ""
    assert words.week_sum(KITA.days) == "46 h 30"
    assert words.week_sum(((),) * 7) == ""


def test_what_the_picture_does_not_show_is_told_beside_it():
    assert beside_the_week(KITA) == (
        "Feiertage: geschlossen",
        "Schulferien: Mo–Fr 8–14",
        (
            "Geschlossen: 13.07.2026–31.07.2026: Sommerschließzeit; "
            "24.12.–01.01. (jedes Jahr): zwischen den Jahren; Mo 07.09.2026: Teamtag"
        ),
    )
    own = WeekPlan(
        public_holidays=Holidays(HolidayRule.OWN, ((PlanSlot(600, 720),),)),
        school_holidays=Holidays(HolidayRule.CLOSED),
        by_arrangement=True,
    )
    assert beside_the_week(own) == (
        "Feiertage: 10–12",
        "Schulferien: geschlossen",
        "Sonst nach Vereinbarung",
    )
    assert beside_the_week(WeekPlan()) == ()


def test_equal_days_are_told_together():
    morning = (PlanSlot(480, 720),)
    assert days_in_short((morning,) * 7) == "täglich 8–12"
    days = (morning, morning, (), morning, (PlanSlot(480, 600),), (), ())
    assert days_in_short(days) == "Mo, Di 8–12 · Do 8–12 · Fr 8–10"


def test_closing_days_without_a_reason_are_told_without_a_colon():
    assert words.closing(ClosingDays(date(2026, 5, 1), date(2026, 5, 3))) == "01.05.2026–03.05.2026"


def test_a_value_that_is_none_says_where_it_stops():
    assert words.not_osm(HoursProblem(7, "8-12 Uhr")).startswith(
        "Nicht lesbar ab Zeichen 7, bei „8-12 Uhr“."
    )
    assert words.not_osm(HoursProblem(9, "")).startswith("Nicht lesbar ab Zeichen 9.")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", None),
        ("24.12.2026", (date(2026, 12, 24), False)),
        ("24.12.26", (date(2026, 12, 24), False)),
        ("2026-12-24", (date(2026, 12, 24), False)),
        ("24.12.", (date(2000, 12, 24), True)),
        ("24.12", (date(2000, 12, 24), True)),
        ("29.2.", (date(2000, 2, 29), True)),
    ],
)
def test_a_day_without_a_year_is_one_of_every_year(text, read):
    assert read_closing_day(text) == read


@pytest.mark.parametrize("text", ["32.1.2026", "31.2.", "12.2026", "morgen", "0.0."])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NotADay):
        read_closing_day(text)


def test_the_scale_reaches_as_far_as_the_slots():
    assert bounds(()) == (300, 1320)
    assert bounds([(PlanSlot(270, 600),), (PlanSlot(1320, 1810),)]) == (240, 1860)
    assert DayScale(300, 1320, 0, 340).hours == range(6, 23, 2)
    assert DayScale(300, 1320, 0, 800).hours == range(5, 23)
    assert DayScale(300, 1320, 0, 100).hours == range(6, 23, 6)


def test_the_night_before_reaches_into_the_morning():
    days = ((PlanSlot(1320, 1800),), *((),) * 6)
    assert night_before(days, 1) == (PlanSlot(0, 360),)
    assert night_before(days, 0) == ()
