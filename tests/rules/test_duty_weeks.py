"""What lies beside duties in a week of minutes."""

from __future__ import annotations

from datetime import date

from app.rules import duty_weeks, spans
from app.rules.care_need import Parent, Ways
from app.rules.duty_weeks import Beside, beside, known_weeks, needed, opened, rows
from app.rules.goers import Goer
from app.rules.rosters import DAY, Duty, Roster

MONDAY = date(2027, 2, 1)
EARLY = (6 * 60, 14 * 60)


def at(day: int, start: str, end: str) -> tuple[int, int]:
    def minutes(clock: str) -> int:
        hours, rest = clock.split(":")
        return day * DAY + int(hours) * 60 + int(rest)

    return minutes(start), minutes(end)


def week(*stretches: tuple[int, int]) -> int:
    return spans.of(stretches)


def roster(*days: int, weeks: int = 1, last: date | None = None) -> Roster:
    return Roster(MONDAY, last, weeks, tuple(Duty(day, *EARLY) for day in days))


def test_what_is_open_outside_the_duties_of_every_week_is_always_free():
    open_ = week(at(0, "8:00", "12:00"), at(1, "14:00", "16:00"))
    early, late = week(at(0, "6:00", "10:00")), week(at(0, "10:00", "18:00"))
    assert beside(open_, [early]) == Beside(
        week(at(0, "10:00", "12:00"), at(1, "14:00", "16:00")), 0
    )
    assert beside(open_, [early, late]) == Beside(
        week(at(1, "14:00", "16:00")), week(at(0, "8:00", "12:00"))
    )


def test_a_stretch_too_short_for_an_errand_is_not_free():
    open_ = week(at(0, "8:00", "12:00"))
    assert beside(open_, [week(at(0, "6:00", "11:50"))]) == Beside(0, 0)
    assert beside(open_, [week(at(0, "6:00", "11:45"))]).always == week(at(0, "11:45", "12:00"))
    short = week(at(0, "8:00", "8:10"))
    assert beside(short, [0]).always == short


def test_a_week_is_told_day_by_day_and_midnight_parts_the_days():
    found = rows(week(at(0, "20:00", "24:00"), at(1, "0:00", "6:00"), at(6, "23:00", "24:00")))
    assert found[:2] == (((1200, 1440),), ((0, 360),))
    assert found[6] == ((1380, 1440),)
    assert opened([[(1320, 1560)], *[[]] * 6]) == week(at(0, "22:00", "24:00"))


def test_weeks_that_no_roster_speaks_of_wholly_are_left_out():
    goer = Goer("Amira", Parent(1, (roster(0, 1, last=date(2027, 2, 17)),)))
    known = known_weeks(goer, MONDAY, 4)
    assert list(known) == [MONDAY, date(2027, 2, 8)]
    assert set(known.values()) == {week(at(0, "6:00", "14:00"), at(1, "6:00", "14:00"))}


def test_weeks_of_a_rotation_differ():
    goer = Goer("Amira", Parent(1, (roster(0, 8, weeks=2),)))
    first, second, third, _ = known_weeks(goer, MONDAY, 4).values()
    assert (first, second) == (week(at(0, "6:00", "14:00")), week(at(1, "6:00", "14:00")))
    assert third == first


def test_care_is_needed_while_all_parents_are_away_ways_included():
    one = Parent(1, (roster(0, 1),), Ways(to_work=20, from_work=20))
    other = Parent(2, (Roster(MONDAY, None, 1, (Duty(0, 720, 1080), Duty(3, 0, 600))),))
    assert needed([one, other], [MONDAY]) == (week(at(0, "12:00", "14:20")),)
    assert needed([one, Parent(2, at_home=True)], [MONDAY]) == (0,)


def test_the_need_is_told_by_the_clock_on_the_day_it_changes():
    spring = date(2027, 3, 22)  # the clock goes forward on Sunday the 28th
    sunday = Roster(spring, None, 1, (Duty(6, 6 * 60, 14 * 60),))
    (found,) = needed([Parent(1, (sunday,))], [spring])
    assert found == week(at(6, "6:00", "14:00"))
    assert duty_weeks.rows(found)[6] == ((360, 840),)
