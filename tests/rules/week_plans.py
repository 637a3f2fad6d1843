"""Week plans for tests: made at random, and their own minutes counted without any OSM."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from app.rules.hours import DAY, HolidayDates
from app.rules.week_plan import (
    ClosingDays,
    HolidayRule,
    Holidays,
    PlanSlot,
    SlotKind,
    WeekPlan,
    touching_nights,
)

KITA = WeekPlan(
    days=(
        *(
            (
                PlanSlot(420, 450, SlotKind.EARLY),
                PlanSlot(450, 960),
                PlanSlot(960, 1020, SlotKind.LATE),
            ),
        )
        * 4,
        (PlanSlot(450, 840), PlanSlot(840, 900, SlotKind.ON_REQUEST)),
        (),
        (),
    ),
    public_holidays=Holidays(HolidayRule.CLOSED),
    school_holidays=Holidays(HolidayRule.OWN, (*((PlanSlot(480, 840),),) * 5, (), ())),
    closing_days=(
        ClosingDays(date(2026, 7, 13), date(2026, 7, 31), "Sommerschließzeit"),
        ClosingDays.each_year(date(2026, 12, 24), date(2027, 1, 1), "zwischen den Jahren"),
        ClosingDays(date(2026, 9, 7), date(2026, 9, 7), "Teamtag"),
    ),
)
KITA_OSM = (
    'Mo-Th 07:00-07:30 open "Frühdienst", Mo-Th 07:30-16:00, Mo-Th 16:00-17:00 open "Spätdienst"; '
    'Fr 07:30-14:00, Fr 14:00-15:00 unknown "nach Vereinbarung"; '
    "SH Mo-Fr 08:00-14:00; PH off; "
    '2026 Jul 13-31 off "Sommerschließzeit"; Dec 24-Jan 01 off "zwischen den Jahren"; '
    '2026 Sep 07 off "Teamtag"'
)
MIDNIGHT = PlanSlot(1260, DAY)
COMMENTS = {
    SlotKind.CORE: "",
    SlotKind.EARLY: "Frühdienst",
    SlotKind.LATE: "Spätdienst",
    SlotKind.ON_REQUEST: "nach Vereinbarung",
}


@st.composite
def days_of_slots(draw, nights):
    """Slots of a day in order; a last one may end at midnight or, with `nights`, at two or four."""
    marks = draw(st.lists(st.integers(20, 95), unique=True, max_size=8).map(sorted))
    kinds = draw(st.lists(st.sampled_from(SlotKind), min_size=4, max_size=4))
    slots = [
        PlanSlot(start * 15, end * 15, kind)
        for start, end, kind in zip(marks[::2], marks[1::2], kinds, strict=False)
    ]
    if draw(st.integers(0, 9)) == 0:
        last = PlanSlot(1260, DAY + draw(st.sampled_from([0, 120, 240]))) if nights else MIDNIGHT
        slots = [*(slot for slot in slots if slot.end <= 1260), last]
    return tuple(slots)


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
reasons = st.text(st.characters(codec="utf-8", exclude_characters='"', categories=["L", "N", "P"]))


@st.composite
def closing_days(draw):
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 40)))
    made = draw(st.sampled_from([ClosingDays, ClosingDays.each_year]))
    return made(first, last, draw(reasons))


@st.composite
def plans(draw):
    nights = draw(st.booleans())
    ordinary = draw(st.lists(days_of_slots(nights), min_size=1, max_size=3))
    week = tuple(draw(st.sampled_from([*ordinary, ()])) for _ in range(7))
    rules = st.sampled_from(HolidayRule)
    school = tuple(draw(st.sampled_from([*ordinary, ()])) for _ in range(7))
    if touching_nights(week) or touching_nights(school):
        week = school = tuple(tuple(s for s in day if s.end <= DAY) for day in week)
    return WeekPlan(
        week,
        Holidays(draw(rules), (draw(days_of_slots(nights)),)),
        Holidays(draw(rules), school),
        tuple(draw(st.lists(closing_days(), max_size=3))),
        not nights and draw(st.booleans()),
    )


def slots_on(plan: WeekPlan, day: date, holidays: HolidayDates) -> tuple[PlanSlot, ...]:
    """What a plan says of a real day, without the night before."""
    if any(closed.holds(day) for closed in plan.closing_days):
        return ()
    for named, dates, place in (
        (plan.public_holidays, holidays.public, 0),
        (plan.school_holidays, holidays.school, day.weekday()),
    ):
        if day in dates and named.rule is not HolidayRule.AS_USUAL:
            return named.days[place] if named.days else ()
    return plan.days[day.weekday()]


def minutes_on(plan: WeekPlan, day: date, holidays: HolidayDates) -> dict[int, str]:
    """Each minute that is not closed, and the comment it has."""
    found = {}
    for slot in slots_on(plan, day - timedelta(days=1), holidays):
        found |= dict.fromkeys(range(slot.end - DAY), COMMENTS[slot.kind])
    for slot in slots_on(plan, day, holidays):
        found |= dict.fromkeys(range(slot.start, min(slot.end, DAY)), COMMENTS[slot.kind])
    # What is closed for a reason stays closed.
    last = next((each for each in reversed(plan.closing_days) if each.holds(day)), None)
    closed = last is not None and last.reason
    if plan.by_arrangement and not found and not closed:
        return dict.fromkeys(range(DAY), "nach Vereinbarung")
    return found
