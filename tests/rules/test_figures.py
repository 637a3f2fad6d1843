"""How figures are counted from plain rows."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.figures import (
    CountingRule,
    PersonLine,
    Rows,
    Span,
    ages,
    consultations,
    exits,
    kinds,
    spread,
    stage_days,
    still_here,
)

YEAR = Span("2026-01-01", "2026-12-31")
ON = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("rule", "channels", "follow_up"),
    [
        (CountingRule.EACH_CONTACT, ["phone", "email", "visit"], 2),
        (CountingRule.EACH_DAY, ["phone", "visit"], 1),
    ],
)
def test_contacts_of_one_day_are_one_consultation_or_several(rule, channels, follow_up):
    contacts = [
        (1, 7, "2026-03-02", "phone"),
        (2, 7, "2026-03-02", "email"),
        (3, 7, "2026-04-01", "visit"),
    ]
    found = consultations(contacts, {1: ("work",), 2: ("school", "work")}, rule)
    assert [each.channel for each in found] == channels
    assert {code for each in found for code in each.topics} == {"work", "school"}
    told = kinds(contacts, {7: "2026-03-02"}, YEAR, rule)
    assert (told["first"].count, told["follow_up"].count) == (1, follow_up)


def test_a_household_known_before_the_period_has_only_follow_ups():
    told = kinds([(1, 7, "2026-03-02", "phone")], {7: "2025-01-01"}, YEAR, CountingRule.EACH_DAY)
    assert (told["first"].count, told["follow_up"].count) == (0, 1)


def test_days_in_a_stage_count_when_it_is_left_also_when_it_is_entered_again():
    stages = [
        (1, "2025-12-01", "interest"),
        (1, "2026-01-10", "visit"),
        (1, "2026-01-20", "interest"),  # failed, back again
        (1, "2026-01-25", "visit"),
        (2, "2026-02-01", "interest"),
    ]
    spells = stage_days(exits(stages), YEAR, ["interest", "visit", "contract"])
    assert {code: each.days for code, each in spells.items()} == {
        "interest": (45,),
        "visit": (10,),
        "contract": (),
    }


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((1, 2, 3, 4), None),
        ((1, 2, 33, 40, 41), (35, None, None)),
        (tuple(range(10, 110, 10)), (55, 30, 80)),
    ],
)
def test_a_median_needs_five_cases_and_quartiles_ten(days, told):
    assert spread(days) == told


def test_who_reached_a_mark_in_the_period_is_here_gone_or_unknown():
    """The mark of a start on 31 August is the last day of February (§ 188 Abs. 3 BGB)."""
    rows = Rows(
        started={1: "2025-08-31", 2: "2025-09-01", 3: "2025-10-01", 4: "2024-01-01"},
        left={2: "2026-01-15"},
        seen={1: "2026-02-28", 3: "2026-03-31", 4: "2026-05-01"},
    )
    cells = still_here(rows, YEAR, 6)
    assert {code: set(each.who) for code, each in cells.items()} == {
        "here_6": {1},
        "left_6": {2},
        "unknown_6": {3},
    }
    assert still_here(rows, YEAR, 24)["here_24"].who == {4}


@pytest.mark.parametrize(
    ("born", "group"),
    [
        ((2020, 12, 31), "6-17"),
        ((2021, 1, 1), "0-5"),
        ((1961, 12, 31), "65"),
        ((1990,), "30-44"),
        ((2008,), "18-29"),
        ((2009, 1), "6-17"),
        ((), ""),
    ],
)
def test_age_groups_by_completed_years_on_the_last_day(born, group):
    rows = Rows(people={1: [PersonLine(1, "", *born)]})
    assert [code for code, cell in ages(rows, [1], ON).items() if cell.count] == [group]
