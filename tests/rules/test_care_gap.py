"""The gap for planners: whose minutes, in which hour, and what an offer would take of them."""

from datetime import date, datetime, timedelta

import pytest

from app.rules import care_gap, spans
from app.rules.calendar import PartialDate
from app.rules.care_gap import GROUPS, SLOTS, AgeGroup, GapLeft, Slots, slot_of
from app.rules.care_household import CareHousehold, GivenCare, InCare
from app.rules.care_need import Parent
from app.rules.care_offer import Bearer, Offer, effect, safe
from app.rules.cover import CareKind
from app.rules.rosters import Duty, Roster
from app.rules.small_numbers import ALL
from app.rules.terms import MemberRole
from app.rules.wall_time import HERE, Days

MONDAY = date(2027, 2, 8)
DAYS = Days(MONDAY, 28)
TODDLER = PartialDate(2024, 5, 3)
KITA = "Mo-Fr 07:30-17:15; PH off"
EARLY = tuple(Duty(day, 6 * 60, 14 * 60 + 12) for day in range(5))


def nowhere(_here, _there):
    return None


def child(person=1, *, born=TODDLER, given=(), pupil=None):
    return InCare(person, MemberRole.CHILD, born, pupil, given)


def home(case=1, persons=None, *, rosters=True, **known):
    roster = (Roster(date(2027, 1, 4), None, 1, EARLY),) if rosters else ()
    persons = (child(case),) if persons is None else persons
    return CareHousehold(case, (Parent(10 * case, roster),), persons, ags="03452019", **known)


def unmet_of(*homes):
    return [each for one in homes for each in care_gap.measured(one, DAYS, nowhere).unmet]


def promised(hours=KITA):
    return (GivenCare(1, CareKind.KITA, hours),)


def test_what_is_promised_is_no_gap_and_the_rest_stands_in_its_hour():
    (found,) = unmet_of(home(persons=(child(given=promised()),)))
    assert found.group is AgeGroup.FROM_1
    by_slot = Slots(DAYS).counted(found.minutes)
    assert by_slot == {slot_of(d, h): n * 4 for d in range(5) for h, n in ((6, 60), (7, 30))}


@pytest.mark.parametrize(
    ("first", "hour", "minutes"),
    [(date(2027, 3, 22), 2, 0), (date(2027, 10, 25), 2, 120), (date(2027, 10, 25), 3, 60)],
    ids=["no such hour", "twice", "once"],
)
def test_hours_are_those_the_clock_shows_on_the_days_of_the_change(first, hour, minutes):
    days = Days(first, 7)
    counted = Slots(days).counted(spans.span(0, days.length))
    assert counted.get(slot_of(6, hour), 0) == minutes
    assert sum(counted.values()) == days.length


def test_every_minute_stands_where_a_clock_on_the_wall_has_it():
    days = Days(date(2027, 10, 25), 7)
    start = datetime(2027, 10, 25, tzinfo=HERE).timestamp()
    minutes = spans.of((at, at + 7) for at in range(0, days.length, 61))
    wanted = {}
    for minute in range(days.length):
        if minutes >> minute & 1:
            shown = datetime.fromtimestamp(start + minute * 60, HERE)
            slot = slot_of(shown.weekday(), shown.hour)
            wanted[slot] = wanted.get(slot, 0) + 1
    assert Slots(days).counted(minutes) == wanted


@pytest.mark.parametrize(
    ("person", "group"),
    [
        (child(born=PartialDate(2026, 6, 1)), AgeGroup.UNDER_1),
        (child(born=PartialDate(2024, 2, 9)), AgeGroup.FROM_1),
        (child(born=PartialDate(2024, 2, 8)), AgeGroup.FROM_3),
        (child(born=PartialDate(2020, 9, 30)), AgeGroup.SCHOOL),
        (child(born=PartialDate(2021, 1, 1), pupil=True), AgeGroup.SCHOOL),
        (child(born=None), AgeGroup.UNKNOWN),
        (child(born=None, pupil=True), AgeGroup.SCHOOL),
        (child(born=PartialDate(2024)), AgeGroup.UNKNOWN),
        (InCare(1, MemberRole.GRANDPARENT), AgeGroup.ELDERS),
    ],
    ids=lambda each: each.value if isinstance(each, AgeGroup) else "",
)
def test_age_groups(person, group):
    assert care_gap.group_of(person, MONDAY) is group


def test_what_is_left_out_is_counted():
    assert care_gap.measured(home(persons=()), DAYS, nowhere) is None
    without = care_gap.measured(home(rosters=False), DAYS, nowhere)
    assert without.unmet == ()
    assert without.left == {GapLeft.NO_ROSTER: 1}
    persons = (child(1, born=None), child(2, given=promised("")))
    left = care_gap.measured(home(persons=persons), DAYS, nowhere).left
    assert left == {GapLeft.NO_BIRTH: 1, GapLeft.HOURS_UNKNOWN: 1}
    assert care_gap.days_without_holidays(DAYS) == 0
    assert care_gap.days_without_holidays(Days(date(2060, 1, 5), 28)) == 28


def test_a_household_is_counted_once_and_its_children_both():
    homes = [home(case, (child(2 * case), child(2 * case + 1))) for case in range(1, 6)]
    table = care_gap.gap(unmet_of(*homes), DAYS, ("03452019",))
    assert table.sizes == (1, len(GROUPS), SLOTS)
    assert table.number((0, ALL, slot_of(0, 6))) == 5 * 2 * 60 * 4
    assert table.households[0, ALL, ALL] == 5
    assert table.number((0, ALL, slot_of(6, 6))) == 0
    hidden = care_gap.gap(unmet_of(*homes[:4]), DAYS, ("03452019",))
    assert hidden.number((ALL, ALL, ALL)) is None
    assert hidden.shown == {}


def early(**known):
    return Offer("Mo-Fr 05:30-07:30", **known)


def test_an_offer_takes_what_it_is_open_for():
    found = unmet_of(*(home(case, (child(case, given=promised()),)) for case in range(1, 13)))
    told = safe(effect(found, early(bearer=Bearer.EMPLOYER), DAYS), found, 12 * 90 * 20)
    assert (told.helped, told.whole) == (12, 12)
    assert (told.freed, told.left) == (12 * 90 * 20, 0)
    assert told.groups == ((AgeGroup.FROM_1, 12 * 90 * 20),)
    later = safe(effect(found, Offer("Mo-Fr 06:30-07:30"), DAYS), found, 12 * 90 * 20)
    assert (later.helped, later.whole, later.freed) == (12, 0, 12 * 60 * 20)


def test_who_is_too_young_too_far_or_works_elsewhere_is_not_helped():
    near, far = (53.6, 7.2), (53.3, 7.4)
    homes = [
        home(1, point=near, employers=frozenset({7})),
        home(2, point=far, employers=frozenset({7})),
        home(3, point=near),
        home(4, (child(4, born=PartialDate(2026, 9, 1)),), point=near, employers=frozenset({7})),
        home(5, (child(5, born=None),), point=near, employers=frozenset({7})),
        home(6, employers=frozenset({7})),
        home(7, (InCare(7, MemberRole.GRANDPARENT),), point=near, employers=frozenset({7})),
    ]
    offer = early(first_month=12, last_month=71, point=near, radius_km=5, employer=7)
    found = effect(unmet_of(*homes), offer, DAYS)
    assert [each.unmet.home.case for each in found.taken] == [1]
    assert found.unsure == {5, 6}


def test_the_family_s_own_radius_counts_too():
    here, there = (53.60, 7.20), (53.63, 7.20)
    homes = [home(1, point=there, radius_km=2.0), home(2, point=there, radius_km=8.0)]
    found = effect(unmet_of(*homes), early(point=here), DAYS)
    assert [each.unmet.home.case for each in found.taken] == [2]


def test_few_places_go_to_the_households_with_most_minutes():
    homes = [home(case, (child(case, given=promised()),)) for case in (1, 2, 3)]
    homes.append(home(4, (child(41), child(42))))
    found = effect(unmet_of(*homes), early(places=3), DAYS)
    assert [each.unmet.person.id for each in found.taken] == [41, 42, 1]
    assert found.turned_away == 2
    assert effect(unmet_of(*homes), early(places=0), DAYS).taken == ()


def test_few_households_are_not_told_of_an_offer_either():
    found = unmet_of(*(home(case, (child(case, given=promised()),)) for case in range(1, 9)))
    told = safe(effect(found, early(places=4), DAYS), found, 8 * 90 * 20)
    assert (told.helped, told.whole, told.freed, told.left) == (None, None, None, None)
    assert told.turned_away is None
    none = safe(effect(found, Offer("Sa 10:00-12:00"), DAYS), found, 8 * 90 * 20)
    assert (none.helped, none.whole, none.freed, none.left) == (0, 0, 0, 8 * 90 * 20)


def test_what_stays_open_of_few_households_is_not_told_by_the_difference():
    found = unmet_of(*(home(case, (child(case, given=promised()),)) for case in range(1, 9)))
    told = safe(effect(found, early(places=6), DAYS), found, 8 * 90 * 20)
    assert told.helped == 6
    assert told.freed is None
    assert told.left is None
    assert told.groups == ((AgeGroup.FROM_1, None),)


def test_how_many_are_helped_in_part_is_not_told_by_the_difference():
    whole = [home(case, (child(case, given=promised()),)) for case in range(1, 9)]
    part = [home(case, (child(case),)) for case in (9, 10)]
    found = unmet_of(*whole, *part)
    told = safe(effect(found, early(), DAYS), found, None)
    assert told.helped == 10
    assert told.whole is None


def test_a_period_begins_on_the_next_monday():
    assert care_gap.first_monday(MONDAY) == MONDAY
    assert care_gap.first_monday(MONDAY + timedelta(days=1)) == MONDAY + timedelta(days=7)
