"""Duties, rosters and what is wrong with them, in words."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.care import (
    ParentView,
    RosterDraft,
    RosterView,
    ShiftDraft,
    ShiftView,
    WaysDraft,
)
from app.rules.rosters import DAY, Duty, Roster, RosterProblem, ShiftKind, faults
from tests.conftest import TODAY
from ui.rosters import duty_words
from ui.rosters.weeks import Weeks

MONDAY = date(2026, 11, 2)
EARLY = ShiftView(1, 9, ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst"))
NIGHT_ON_MONDAY = Duty(0, 1245, 1815, "N", ShiftKind.NIGHT)


def told(duties, weeks=2, turning=True):
    last = None if turning else date(2026, 11, 15)
    roster = Roster(MONDAY, last, weeks if turning else 0, tuple(duties))
    laid = Weeks(MONDAY, 14, turning=turning)
    return [duty_words.fault(each, laid) for each in faults(roster)]


def view(first, last, weeks, source="", count=0, fault_count=0):
    duties = tuple(Duty(0, 60 * each, 60 * each + 30) for each in range(count))
    found = (
        faults(Roster(first, last, weeks, (NIGHT_ON_MONDAY, Duty(1, 300, 600))))
        if fault_count
        else ()
    )
    return RosterView(1, RosterDraft(Roster(first, last, weeks, duties), source), found)


def test_a_duty_that_meets_the_night_before_says_so():
    wanted = "läuft in den Nachtdienst vom Montag"
    assert told([NIGHT_ON_MONDAY, Duty(1, 360, 852, "F", ShiftKind.EARLY)]) == [wanted]


def test_a_night_that_meets_the_next_turn_names_the_week():
    sunday = Duty(13, 1245, 1815, "N", ShiftKind.NIGHT)
    monday = Duty(0, 360, 852, "F", ShiftKind.EARLY)
    assert told([monday, sunday]) == ["läuft in den Frühdienst vom Montag, Woche 1"]


def test_two_at_once_on_one_day_name_the_times():
    two = [Duty(2, 360, 852, "F", ShiftKind.EARLY), Duty(2, 800, 1200)]
    assert told(two) == ["läuft in den Frühdienst am selben Tag (06:00–14:12)"]


def test_single_days_are_named_by_their_dates():
    assert told([NIGHT_ON_MONDAY, Duty(1, 360, 852)], turning=False) == [
        "läuft in den Nachtdienst vom Montag, 02.11."
    ]


def test_a_duty_without_a_kind_is_named_by_its_code():
    other = Duty(0, 1245, 1815, "U7")
    assert told([other, Duty(1, 360, 852)]) == ["läuft in den Dienst U7 vom Montag"]


@pytest.mark.parametrize("problem", list(RosterProblem))
def test_every_problem_has_words(problem):
    assert duty_words._PROBLEMS[problem]


@pytest.mark.parametrize("kind", list(ShiftKind))
def test_every_kind_has_a_short_word(kind):
    assert 0 < len(duty_words.SHORT_KINDS[kind]) <= 8


@pytest.mark.parametrize(
    ("roster", "wanted"),
    [
        ((MONDAY, None, 4), "4 Wochen ab 02.11.2026"),
        ((MONDAY, None, 1), "jede Woche ab 02.11.2026"),
        ((MONDAY, date(2027, 3, 31), 2), "2 Wochen ab 02.11.2026 bis 31.03.2027"),
        ((date(2026, 12, 1), date(2026, 12, 31), 0), "einzelne Tage 01.–31.12.2026"),
        ((date(2026, 12, 15), date(2027, 1, 10), 0), "einzelne Tage 15.12.2026–10.01.2027"),
        ((date(2026, 11, 30), date(2026, 12, 2), 0), "einzelne Tage 30.11.–02.12.2026"),
        ((MONDAY, MONDAY, 0), "einzelne Tage 02.11.2026"),
        ((MONDAY, None, 0), "einzelne Tage ab 02.11.2026"),
    ],
)
def test_a_roster_is_named_by_its_days(roster, wanted):
    assert duty_words.roster_title(Roster(*roster, ())) == wanted


def test_beside_a_roster_stands_what_there_is_to_know():
    found = duty_words.roster_about(view(MONDAY, None, 4, "plan.xlsx", 3, fault_count=1), TODAY)
    assert found == "gilt heute · 3 Dienste · 1 zählt nicht mit · gelesen aus plan.xlsx"
    later = view(date(2027, 1, 4), None, 4, count=1)
    assert duty_words.roster_about(later, TODAY) == "1 Dienst"


@pytest.mark.parametrize(
    ("duty", "wanted"),
    [
        (Duty(0, 360, 852, "F", ShiftKind.EARLY), "F"),
        (Duty(0, 370, 852, "F", ShiftKind.EARLY), "6:10-14:12"),
        (Duty(0, 1245, 1815, "", ShiftKind.NIGHT), "20:45-6:15"),
        (Duty(0, 480, DAY + 480, "", ShiftKind.STANDBY), "8-8"),
        (Duty(0, 0, DAY, "", ShiftKind.STANDBY), "0-24"),
        (Duty(0, 360, 852, "ALT", ShiftKind.EARLY), "6-14:12"),
    ],
)
def test_a_cell_can_be_typed_again_and_says_the_same(duty, wanted):
    from ui.rosters.typed import duties

    text = duty_words.as_typed((duty,), (EARLY,))
    assert text == wanted
    [again] = duties(text, 0, (EARLY,))
    assert (again.start, again.end) == (duty.start, duty.end)


@pytest.mark.parametrize("codes", [(EARLY,), ()])
def test_what_could_not_be_read_is_quoted_and_what_can_be_typed_is_said(codes):
    refused = Refused(Reason.NOT_A_SHIFT, "duty", typed="Q")
    said = duty_words.unread(refused, codes)
    assert said.startswith("„Q“ ist kein Dienst: bitte ")
    assert ("Kürzel (F)" in said) == bool(codes)


def parent(*rosters, at_home=False):
    ways = WaysDraft(at_home=at_home)
    return ParentView(1, "Karim", ways, True, None, "", rosters, ())


@pytest.mark.parametrize(
    ("who", "wanted"),
    [
        (parent(), "Karim: noch kein Dienstplan"),
        (parent(at_home=True), "Karim ist zu Hause"),
        (parent(view(MONDAY, None, 4)), "Karim: Dienste bekannt, ohne Ende"),
        (
            parent(view(date(2026, 12, 1), date(2026, 12, 31), 0)),
            "Karim: Dienste ab 01.12.2026 bis 31.12.2026 bekannt",
        ),
    ],
)
def test_until_when_duties_are_known_is_said(who, wanted):
    assert duty_words.known(who, TODAY) == wanted
