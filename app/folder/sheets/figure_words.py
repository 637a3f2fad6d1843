"""Numbers of the report of figures in words: as far as they may be told."""

from __future__ import annotations

from datetime import timedelta

from app.content.figure_names import line_name
from app.folder.speech import Speech
from app.records.figures import FigureKey, FigureLine, Period, Spread, Unit


def period(asked: Period, speech: Speech) -> str:
    """2026 · 3. Quartal 2026 · 01.02.2026 bis 15.04.2026."""
    first, last = asked.first, asked.last
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year)
    if whole and first.month % 3 == 1 and last.month == first.month + 2:
        return speech.text("figures.quarter", quarter=last.month // 3, year=str(first.year))
    return speech.text(
        "figures.from_to",
        first=speech.date(first, "numbers"),
        last=speech.date(last, "numbers"),
    )


def name(key: FigureKey, line: FigureLine, speech: Speech) -> str:
    """What a line is called."""
    return line.name or line_name(key, line.code, speech.phrases)


def count(number: int | None, speech: Speech) -> str:
    """A number, or that it is too small to be told."""
    from babel.numbers import format_decimal

    if number is None:
        return speech.text("figures.few")
    return str(format_decimal(number, locale=speech.locale))


def in_words(number: int | None, speech: Speech) -> str:
    """The same inside a sentence."""
    return speech.text("figures.few_words") if number is None else count(number, speech)


def total(number: int | None, speech: Speech) -> str:
    """A sum; one that is not told may be large."""
    return speech.text("figures.locked") if number is None else count(number, speech)


def counted(number: int | None, unit: Unit, speech: Speech) -> str:
    """A number with its unit."""
    if number is None:
        return speech.text(f"figures.many.{unit.value}")
    return speech.text(f"figures.units.{unit.value}", count=number)


def days(spread: Spread | None, speech: Speech) -> str:
    """The median."""
    if spread is None:
        return speech.text("figures.few")
    return speech.text("figures.days", count=spread.median)


def middle(spread: Spread | None, speech: Speech) -> str:
    """The middle half."""
    if spread is None or spread.lower is None or spread.upper is None:
        return speech.text("figures.untold")
    return speech.text("figures.days_from_to", first=spread.lower, last=spread.upper)
