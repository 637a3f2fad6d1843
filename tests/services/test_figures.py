"""The figures: counted by definitions with versions, told without giving small numbers away."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from app.content.figures import load_definitions
from app.records.cases import Channel
from app.records.contacts import ContactTopic
from app.records.figures import FigureKey, Period
from app.records.needs import NeedKind, NeedOutcome, UnmetReason
from app.rules.figures import CaseLine, NeedLine, PersonLine, Rows
from app.rules.small_counts import Told
from app.rules.terms import Stage
from app.services import figure_counts, figure_tables
from app.services.figures import told, year_before
from tests.conftest import ROOT
from tests.services.figure_attack import hidden_of, recomputed

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
LATER = date(2027, 3, 1)
DEFINITIONS = load_definitions(ROOT / "resources")
COUNTRIES = ("DE", "NL", "PL", "TN", "IN", "VN", "PH")


def day(dice, year=None):
    return date(year or dice.choice((2025, 2026)), 1, 1) + timedelta(dice.randrange(365))


def office(seed, households=24):
    """A year or two of an invented office; every number small enough to be a secret often."""
    dice = random.Random(seed)  # noqa: S311 - figures, no secrets
    contacts, topics, first, cases, people, needs, stages = [], {}, {}, {}, {}, [], []
    arrived, left, seen = {}, {}, {}
    for case in range(1, households + 1):
        cases[case] = CaseLine(
            case,
            dice.choice(("nurse", "nurse", "doctor", "")),
            dice.choice((*COUNTRIES, "")),
            dice.choice(("de", "third", "eu", "")),
            dice.choice((None, 1, 2, 3, 4, 5, 6, 7)),
            dice.random() < 0.5,
        )
        born = (dice.randrange(1950, 2025), 5, 17)
        people[case] = [
            PersonLine(case, dice.choice(("f", "m", "d", "")), *dice.choice((born, ())))
            for _ in range(dice.randrange(1, 5))
        ]
        days = sorted(day(dice) for _ in range(dice.randrange(1, 5)))
        for on in days:
            for _ in range(dice.choice((1, 1, 2))):
                key = len(contacts) + 1
                contacts.append((key, case, str(on), dice.choice(list(Channel)).value))
                topics[key] = [each.value for each in dice.sample(list(ContactTopic), 2)]
                if dice.random() < 0.1:
                    topics[key] = []
                first.setdefault(case, str(on))
        began = day(dice, 2025)
        stages += [
            (case, str(began + timedelta(60 * at)), stage.value)
            for at, stage in enumerate(list(Stage)[: dice.randrange(1, 7)])
        ]
        if dice.random() < 0.7:
            arrived[case] = str(day(dice))
            if dice.random() < 0.2:
                left[case] = str(date.fromisoformat(arrived[case]) + timedelta(100))
            seen[case] = str(days[-1])
        for kind in dice.sample(list(NeedKind), 3):
            met = dice.random() < 0.6
            needs.append(
                NeedLine(
                    case,
                    kind.value,
                    met,
                    str(day(dice)),
                    "" if met else dice.choice(list(UnmetReason)).value,
                    "" if met else dice.choice(["", *(each.value for each in NeedOutcome)]),
                )
            )
    return Rows(
        contacts=contacts,
        first=first,
        topics=topics,
        cases=cases,
        people=people,
        stages=stages,
        arrived=arrived,
        started=arrived,
        left=left,
        seen=seen,
        employers=[(dice.randrange(1, 9), str(day(dice))) for _ in range(9)],
        bodies=[str(day(dice)) for _ in range(9)],
        needs=needs,
    )


def primary_alone(cells):
    """Hides what is small and nothing else."""
    total = sum(each.count for each in cells.values())
    lines = {code: None if cell.is_few else cell.count for code, cell in cells.items()}
    return Told(lines, total)


REPORTS = [(seed, households) for seed in range(12) for households in (3, 12, 40)]


@cache
def reported(seed, households):
    return told(office(seed, households), DEFINITIONS, YEAR, LATER)


def test_no_hidden_number_follows_from_what_a_report_shows():
    """Lines, totals, totals shared by tables, the year before and what was told of it then."""
    hidden = 0
    for seed, households in REPORTS:
        report = reported(seed, households)
        hidden += hidden_of(report)
        assert recomputed(report) == set(), (seed, households)
    assert hidden > 500


def test_the_attack_finds_what_primary_suppression_alone_gives_away(monkeypatch):
    monkeypatch.setattr(figure_counts, "adding_up", primary_alone)
    monkeypatch.setattr(figure_tables, "adding_up", primary_alone)
    monkeypatch.setattr(figure_tables, "both_first", lambda *_: False)
    found = [
        recomputed(told(office(seed, households), DEFINITIONS, YEAR, LATER))
        for seed, households in REPORTS
    ]
    assert sum(map(bool, found)) > len(REPORTS) / 4


JOINT = [(seed, households) for seed in range(3) for households in (12, 60, 200)]


def quarters_of(seed, households):
    spans = ((1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31))
    periods = [Period(date(2026, a, 1), date(2026, b, days)) for a, b, days in spans]
    rows = office(seed, households)
    return [told(rows, DEFINITIONS, each, LATER) for each in periods]


def test_no_hidden_number_follows_from_a_year_beside_its_quarters():
    """Both years, every quarter of both; and told without regard to the quarters it does."""
    joint = alone = shown = 0
    for seed, households in JOINT:
        rows, quarters = office(seed, households), quarters_of(seed, households)
        year = told(rows, DEFINITIONS, YEAR, LATER)
        joint += len(recomputed(year, *quarters))
        alone += len(
            recomputed(told(rows, DEFINITIONS, replace(YEAR, alone=True), LATER), *quarters)
        )
        shown += sum(each.count is not None for table in year.tables for each in table.lines)
    assert joint == 0
    assert alone > 50
    assert shown > 100


def test_no_number_from_one_to_four_is_told_where_households_are_counted():
    keys = (FigureKey.HOUSEHOLDS, FigureKey.ORIGINS, FigureKey.PROFESSIONS, FigureKey.COUNTRIES)
    for seed, households in REPORTS:
        report = reported(seed, households)
        for key in keys:
            table = report.table(key)
            counts = [each for line in table.lines for each in (line.count, line.before)]
            assert not {1, 2, 3, 4} & {*counts, table.total, table.unknown}
        for line in report.table(FigureKey.STAGE_DAYS).lines:
            assert line.days is None or line.count >= 5
            assert line.days is None or line.days.median % 5 == 0
            assert line.days is None or line.days.upper is None or line.count >= 10


def same_day(cases=30):
    """Each household calls and writes on one day of the year before, and calls in this year."""
    contacts = []
    for case in range(1, cases + 1):
        for on, channel in (
            ("2025-05-05", "phone"),
            ("2025-05-05", "email"),
            ("2026-05-05", "phone"),
        ):
            contacts.append((len(contacts) + 1, case, on, channel))
    return Rows(
        contacts=contacts,
        first=dict.fromkeys(range(1, cases + 1), "2025-05-05"),
        cases={
            case: CaseLine(case, "nurse", "TN", "third", None, False)
            for case in range(1, cases + 1)
        },
    )


def test_two_periods_are_compared_by_the_later_definition_and_the_older_number_stays():
    """2025 counted each contact, 2026 counts each day: both columns by the newer one, and what was
    told of 2025 then beside it."""
    report = told(same_day(), DEFINITIONS, YEAR, LATER)
    table = report.table(FigureKey.CONSULTATIONS)
    assert (table.definition.version, table.former.definition.version) == (2, 1)
    assert (table.total, table.total_before, table.former.total) == (30, 30, 60)
    assert {each.code: each.before for each in table.lines} == {"first": 30, "follow_up": 0}
    assert {each.code: each.count for each in table.former.lines} == {"first": 30, "follow_up": 30}
    older = told(same_day(), DEFINITIONS, year_before(YEAR), LATER)
    assert older.table(FigureKey.CONSULTATIONS).definition.version == 1
    assert older.table(FigureKey.CONSULTATIONS).total == 60


def test_two_ways_of_counting_that_differ_by_few_are_not_told_both():
    """Else the difference would be a number of its own, of three households."""
    rows = same_day()
    kept = [each for each in rows.contacts if each[3] == "phone" or each[1] <= 3]
    table = told(
        Rows(contacts=kept, first=rows.first, cases=rows.cases), DEFINITIONS, YEAR, LATER
    ).table(FigureKey.CONSULTATIONS)
    assert table.total_before == 30
    assert table.former.total is None
    assert all(each.count is None for each in table.former.lines)


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), (date(2025, 1, 1), date(2025, 3, 31))),
        (date(2025, 2, 1), date(2025, 2, 28), (date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_the_year_before_has_the_same_days(first, last, before):
    earlier = year_before(Period(first, last))
    assert (earlier.first, earlier.last) == before


def test_every_question_has_a_definition_with_its_date():
    assert DEFINITIONS.faults == ()
    for key in FigureKey:
        versions = DEFINITIONS.versions[key]
        assert [each.definition.version for each in versions] == list(range(1, len(versions) + 1))
        assert sorted(each.definition.since for each in versions) == [
            each.definition.since for each in versions
        ]


@pytest.mark.parametrize(
    ("period", "is_year", "is_quarter", "is_joint"),
    [
        (YEAR, True, False, True),
        (replace(YEAR, alone=True), True, False, False),
        (Period(date(2026, 10, 1), date(2026, 12, 31)), False, True, True),
        (Period(date(2024, 1, 1), date(2024, 3, 31)), False, True, True),
        (Period(date(2026, 2, 1), date(2026, 4, 30)), False, False, False),
        (Period(date(2026, 1, 1), date(2026, 6, 30)), False, False, False),
        (Period(date(2025, 1, 1), date(2026, 12, 31)), False, False, False),
    ],
)
def test_calendar_years_and_quarters_are_safe_together(period, is_year, is_quarter, is_joint):
    assert (period.is_year, period.is_quarter, period.is_joint) == (is_year, is_quarter, is_joint)
    assert year_before(period).is_joint == is_joint


def test_a_country_among_the_others_of_a_year_is_no_nought_there():
    """Six came from India this year, three the year before: among other third countries."""
    rows = from_countries({2025: {"IN": 3, "PH": 7}, 2026: {"IN": 6, "PH": 8}})
    table = told(rows, DEFINITIONS, replace(YEAR, alone=True), LATER).table(FigureKey.COUNTRIES)
    assert {each.code: (each.count, each.before) for each in table.lines} == {
        "PH": (8, None),
        "IN": (6, None),
        "other_third": (0, 10),
    }


def from_countries(years):
    """Households that call once in a year, by country."""
    contacts, cases = [], {}
    for year, countries in years.items():
        for country, households in countries.items():
            for _ in range(households):
                case = len(cases) + 1
                cases[case] = CaseLine(case, "nurse", country, "third", None, False)
                contacts.append((case, case, f"{year}-05-05", "phone"))
    return Rows(contacts=contacts, first={each[1]: each[2] for each in contacts}, cases=cases)
