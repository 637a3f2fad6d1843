"""Invented reports of figures, with every kind of number there is."""

from __future__ import annotations

from datetime import date

from app.records.figures import (
    Definition,
    FigureKey,
    FigureLeft,
    FigureLine,
    FigureReport,
    FigureTable,
    Former,
    Period,
    Spread,
    Unit,
)

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
BEFORE = Period(date(2025, 1, 1), date(2025, 12, 31))
TEXT = "Gezählt ist, was in diesem Zeitraum festgehalten wurde, jede Person einmal."
_UNITS = {
    FigureKey.HOUSEHOLDS: Unit.CASES,
    FigureKey.CONSULTATIONS: Unit.CONSULTATIONS,
    FigureKey.TOPICS: Unit.CONSULTATIONS,
    FigureKey.CHANNELS: Unit.CONSULTATIONS,
    FigureKey.EMPLOYERS: Unit.EMPLOYERS,
    FigureKey.STAGE_DAYS: Unit.DAYS,
    FigureKey.FOUND: Unit.NEEDS,
    FigureKey.UNMET: Unit.NEEDS,
    FigureKey.UNMET_REASONS: Unit.NEEDS,
    FigureKey.UNMET_OUTCOMES: Unit.NEEDS,
}


def table(key: FigureKey, *lines: FigureLine, total: int | None = None, **changes) -> FigureTable:
    """A figure compared with the year before."""
    known = Definition(key, 1, date(2026, 1, 1), _UNITS.get(key, Unit.PEOPLE), TEXT)
    facts = {"compares": True, "total_before": total and total - 1} | changes
    return FigureTable(known, lines, total, **facts)


def line(code: str, count: int | None, before: int | None = 0, **changes) -> FigureLine:
    return FigureLine(code, count, before, **changes)


def report(**changes) -> FigureReport:
    """A year beside the one before: hidden lines, shares, durations, a former definition."""
    old = Definition(FigureKey.CONSULTATIONS, 1, date(2024, 1, 1), Unit.CONSULTATIONS, TEXT)
    told_then = (FigureLine("first", 80), FigureLine("follow_up", 190))
    tables = (
        table(FigureKey.HOUSEHOLDS, line("first", 58, 49), line("again", 83, 66), total=141),
        table(FigureKey.PEOPLE, total=312),
        table(
            FigureKey.CONSULTATIONS,
            line("first", 96, 80),
            line("follow_up", 431, 355),
            total=527,
            former=Former(old, told_then, 270),
        ),
        table(
            FigureKey.TOPICS,
            line("work", 61, 70),
            line("housing", 164, 120),
            line("childcare", 88, 91),
            line("residence", 120, 60),
            line("health", None, 12),
            line("money", None, None),
            total=512,
            unknown=11,
            unknown_before=None,
            adds_up=False,
        ),
        table(FigureKey.ORIGINS, line("de", 21), line("eu", 77), line("third", 214), total=312),
        table(FigureKey.COUNTRIES, line("IN", 90), line("other_third", 20), total=110),
        table(FigureKey.INQUIRIES, line("germany", 40), line("abroad", 101), total=141),
        table(FigureKey.PROFESSIONS, line("nurse", 66), line("doctor", 31), total=97),
        table(FigureKey.CHANNELS, line("phone", 300), line("email", 227), total=527),
        table(FigureKey.GENDERS, line("f", 170), line("m", 129), total=299, unknown=13),
        table(FigureKey.AGES, line("0-5", 41), line("26-40", 200), line("65", 6), total=247),
        table(FigureKey.EMPLOYERS, line("contacted", 12), line("families", 9), total=14),
        table(
            FigureKey.STAGE_DAYS,
            line("interest", 44, days=Spread(35, 15, 80), days_before=Spread(40)),
            line("contract", 31, days=Spread(60, 45, 150)),
            line("preboarding", 7, days=Spread(90), days_before=Spread(105)),
            line("arrival", None, None),
            has_total=False,
        ),
        table(FigureKey.ARRIVALS, line("eu", 12), line("third", 51), total=63),
        table(FigureKey.FOUND, line("home", 40), line("job", 33), total=73),
        table(FigureKey.UNMET, line("childcare", 14), line("home", None), total=None),
        table(FigureKey.UNMET_REASONS, line("no_offer", 9), line("hours", 6), total=15),
        table(FigureKey.UNMET_OUTCOMES, line("relatives", 8), line("left", 7), total=15),
        table(
            FigureKey.STILL_HERE,
            line("here_6", 40, 30, of=48, of_before=36),
            line("left_6", 8, 6, of=48, of_before=36),
            line("here_12", 31, None, of=42, of_before=30),
            has_total=False,
        ),
    )
    left = ((FigureLeft.WAYS_IN, None), (FigureLeft.BODIES, 37), (FigureLeft.UNDATED, 1))
    facts = {"left_out": left, "example": True} | changes
    return FigureReport(YEAR, BEFORE, date(2026, 11, 23), tables, **facts)


def empty() -> FigureReport:
    """A year of which nothing is recorded."""
    return FigureReport(Period(date(2019, 1, 1), date(2019, 12, 31)), None, date(2026, 11, 23), ())
