"""Weeks written as an OSM opening_hours value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.rules.reading_hours.clock import osm as clock
from app.rules.reading_hours.parts import SCHOOL, DayChoice, Season, Times
from app.rules.reading_hours.weeks import Week
from app.rules.reading_hours.words import HOLIDAY, OSM_DAYS

_DAY = 1440
_ALL_DAY = (0, _DAY)
_State = tuple[str, str]
"""OSM's word for the state and the comment of some times."""


def write(weeks: Sequence[Week], otherwise: str) -> str:
    """The value: the ordinary week, parts of the year, holidays, and what else holds.

    Each weekday stands in one rule, so that none replaces another; what is added to a day follows
    a comma, as OSM wants it.
    """
    rules: list[str] = []
    last: list[str] = []
    shut: list[str] = []
    for week in weeks:
        is_base = week.season == Season()
        alone = not any(choice.nth for choice in week.days) and (len(weeks) == 1 or not is_base)
        ordinary, holidays = _of_week(week, rules, holidays_too=alone)
        if is_base:
            last = holidays
        elif not week.season.is_short and not _is_shut(week):
            ordinary += holidays
        else:
            shut += [*ordinary, *holidays]
            continue
        rules += ordinary
    # what replaces other rules stands behind them
    rules += last + shut
    value = "; ".join(rules)
    if value in ("Mo-Su 00:00-24:00", "Mo-Su,PH 00:00-24:00"):
        value = "24/7"
    if not otherwise:
        return value
    remark = f'unknown "{_quotable(otherwise)}"'
    return f"{value} || {remark}" if value else remark


def _is_shut(week: Week) -> bool:
    """Whether a part of the year is closed altogether, holidays too."""
    return all(week.days.get(DayChoice(day)) == () for day in range(HOLIDAY))


def _of_week(week: Week, before: list[str], *, holidays_too: bool) -> tuple[list[str], list[str]]:
    """The rules of weekdays and of single days of the month, and those of holidays; a weekday may
    share its rule with a holiday only where nothing must stand between them."""
    prefix = f"{week.season.osm} " if week.season.osm else ""
    named = week.season.named
    groups: dict[tuple[tuple[Times, ...], bool], list[DayChoice]] = {}
    for choice in sorted(choice for choice in week.days if not choice.nth):
        times = tuple(_bare(each, named) for each in week.days[choice])
        apart = choice.day >= HOLIDAY and not holidays_too
        groups.setdefault((times, apart), []).append(choice)
    ordinary: list[str] = []
    holidays: list[str] = []
    for (times, _), choices in groups.items():
        apart = any(choice.day >= HOLIDAY for choice in choices)
        every_day = prefix and [each.day for each in choices] == list(range(7))
        rule = _rule(prefix, "" if every_day else _days(choices), times)
        (holidays if apart else ordinary).append(rule)
    if named and before:
        # two seasons without dates stand side by side
        ordinary = [", ".join([before.pop(), *ordinary])]
    for rule, adds in _of_month(week, prefix, named):
        if adds and ordinary:
            ordinary[-1] = f"{ordinary[-1]}, {rule}"
        else:
            ordinary.append(rule)
    return ordinary, holidays


def _of_month(week: Week, prefix: str, named: str) -> Iterable[tuple[str, bool]]:
    """The rules of "the first Saturday", and whether they add to that weekday's own."""
    for choice in sorted(choice for choice in week.days if choice.nth):
        times = tuple(_bare(each, named) for each in week.days[choice])
        own = week.days.get(DayChoice(choice.day), ())
        adds = bool(own) and bool(times) and not _overlap(own, times)
        yield _rule(prefix, _days([choice]), times), adds


def _overlap(one: Iterable[Times], other: Iterable[Times]) -> bool:
    return any(
        (a.start or 0) < (b.end or _DAY) and (b.start or 0) < (a.end or _DAY)
        for a in one
        for b in other
    )


def _bare(times: Times, named: str) -> Times:
    """Without its place in the text, so that equal days are one rule."""
    from dataclasses import replace

    from app.rules.reading_hours.proposal import Span

    comment = times.comment or times.kind or named
    state = times.state or ("open" if times.kind and not times.comment else "")
    return replace(times, span=Span(0, 0), kind=None, comment=comment, state=state)


def _rule(prefix: str, days: str, times: Sequence[Times]) -> str:
    """Mo-Th 08:00-12:00, Mo-Th 07:00-08:00 open "Frühdienst"."""
    if not times:
        return f"{prefix}{days}".strip() + " off"
    states: dict[_State, list[Times]] = {}
    for each in times:
        states.setdefault((each.state, each.comment), []).append(each)
    ordered = sorted(states.items(), key=lambda each: each[0] != ("", ""))
    return ", ".join(
        " ".join(f"{prefix}{days} {','.join(map(_times, some))}{_remark(*state)}".split())
        for state, some in ordered
    )


def _remark(state: str, comment: str) -> str:
    word = f" {state}" if state else ""
    return f'{word} "{_quotable(comment)}"' if comment else word


def _quotable(comment: str) -> str:
    return " ".join(comment.replace('"', "'").split())


def _times(times: Times) -> str:
    start = times.start or 0
    if times.end is None:
        return f"{clock(start)}+"
    if (start, times.end) == _ALL_DAY and times.state == "unknown":
        return ""
    end = times.end if times.end <= _DAY else times.end - _DAY
    return f"{clock(start)}-{clock(end)}{'+' if times.open_end else ''}"


def _days(choices: Sequence[DayChoice]) -> str:
    """Mo-We,Fr,PH; Sa[1,3]."""
    if choices[0].nth:
        (choice,) = choices
        return f"{OSM_DAYS[choice.day]}[{','.join(map(str, choice.nth))}]"
    runs: list[list[int]] = []
    for choice in choices:
        if runs and runs[-1][-1] == choice.day - 1 and choice.day < HOLIDAY:
            runs[-1].append(choice.day)
        else:
            runs.append([choice.day])
    return ",".join(_run(run) for run in runs)


def _run(run: Sequence[int]) -> str:
    if len(run) == 1:
        return "SH" if run[0] == SCHOOL else OSM_DAYS[run[0]]
    sign = "-" if len(run) > 2 else ","
    return f"{OSM_DAYS[run[0]]}{sign}{OSM_DAYS[run[-1]]}"
