"""Weeks of duties as sets of minutes, and what of opening hours lies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.rules import spans
from app.rules.care_need import Need, Parent, need
from app.rules.goers import LEAST, Goer
from app.rules.rosters import DAY
from app.rules.wall_time import Days

WEEK = 7 * DAY
_DAYS = 7


@dataclass(frozen=True)
class Beside:
    """The open minutes of a week that lie beside the duties in every week, and those that do in
    some weeks only."""

    always: int
    sometimes: int


def known_weeks(goer: Goer, first: date, count: int) -> dict[date, int]:
    """By Monday, the minutes of each week somebody is away; weeks with a day that no roster speaks
    of are left out. `first` is a Monday."""
    mondays = (first + timedelta(weeks=week) for week in range(count))
    return {monday: _away(goer, monday) for monday in mondays if _is_known(goer, monday)}


def needed(parents: Sequence[Parent], mondays: Iterable[date]) -> tuple[int, ...]:
    """The minutes of each week in which a child of these parents needs care, as the clock shows
    them."""
    return tuple(_by_clock(need(parents, Days(monday, _DAYS))) for monday in mondays)


def opened(week: Sequence[Iterable[tuple[int, int]]]) -> int:
    """Seven rows of spans (minutes of their day) as one set; what passes midnight is cut."""
    return spans.of(
        (day * DAY + start, day * DAY + min(end, DAY))
        for day, row in enumerate(week)
        for start, end in row
    )


def rows(minutes: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """A set as seven rows of spans, Monday first."""
    whole = spans.span(0, DAY)
    return tuple(tuple(spans.runs(minutes >> day * DAY & whole)) for day in range(_DAYS))


def beside(open_minutes: int, weeks: Sequence[int]) -> Beside:
    """What of the open minutes is free of duties; stretches too short for an errand are not."""
    free = [_long_enough(open_minutes & ~week, open_minutes) for week in weeks]
    always, ever = open_minutes, 0
    for each in free:
        always &= each
        ever |= each
    always = _long_enough(always, open_minutes)
    return Beside(always, _long_enough(ever & ~always, open_minutes))


def _long_enough(minutes: int, open_minutes: int) -> int:
    """Without the runs shorter than an errand, but those that are all an office has."""
    runs = (
        (day * DAY + start, day * DAY + end)
        for day, row in enumerate(rows(minutes))
        for start, end in row
    )
    return spans.of(
        (start, end)
        for start, end in runs
        if end - start >= LEAST or _is_whole(start, end, open_minutes)
    )


def _is_whole(start: int, end: int, open_minutes: int) -> bool:
    before = open_minutes >> (start - 1) & 1 if start else 0
    return not before and not open_minutes >> end & 1


def _is_known(goer: Goer, monday: date) -> bool:
    return all(goer.is_sure(monday + timedelta(days=day)) for day in range(_DAYS))


def _away(goer: Goer, monday: date) -> int:
    found = 0
    for day in range(_DAYS):
        found |= goer.away(monday + timedelta(days=day)) << day * DAY
    return found


def _by_clock(found: Need) -> int:
    days, minutes = found.days, 0
    for day in range(days.count):
        start, end = days.midnights[day], days.midnights[day + 1]
        part = found.minutes >> start & spans.span(0, end - start)
        if end - start != DAY:  # the clock changes
            part = spans.of(
                (days.shown(start + a), days.shown(start + b) if start + b < end else DAY)
                for a, b in spans.runs(part)
            )
        minutes |= part << day * DAY
    return minutes
