"""Early and late service beside the core time of a day."""

from __future__ import annotations

from dataclasses import replace

from app.rules.reading_hours.parts import Doubts, Season, Times
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.said import WORKING, Said
from app.rules.reading_hours.weeks import Week, start_of


def is_of_kind(said: Said) -> bool:
    """Whether a rule tells of early or late service only."""
    return bool(said.times) and all(each.kind for each in said.times)


def apply_kind(said: Said, weeks: dict[Season, Week], doubts: Doubts) -> None:
    """Early and late service beside the core time; a missing end is where the core begins."""
    week = weeks.setdefault(said.season, Week(said.season))
    days = said.days
    if days is None:
        days = tuple(day for day, times in week.days.items() if times and day.day < 7)
    if not days:
        doubts.add(DoubtCode.NO_DAYS, said.span)
        days = WORKING
    for day in days:
        core = week.days.get(day, ())
        for each in said.times:
            core = _with_kind(core, each, doubts)
        if core:
            week.told_by.setdefault(day, said)
            week.days[day] = core


def _with_kind(core: tuple[Times, ...], of_kind: Times, doubts: Doubts) -> tuple[Times, ...]:
    filled = of_kind
    if of_kind.end is None:
        ends = [each.start for each in core if (each.start or 0) > start_of(of_kind)]
        if ends and ends[0] is not None:
            filled = replace(filled, end=ends[0], open_end=False)
    elif of_kind.start is None:
        starts = [each.end for each in core if each.end is not None and each.end < of_kind.end]
        if starts:
            filled = replace(filled, start=starts[-1])
    if filled.start is None:
        doubts.add(DoubtCode.ONLY_END, of_kind.span)
        return core
    rest = [piece for each in core for piece in _without(each, filled)]
    return tuple(sorted((*rest, filled), key=start_of))


def _without(core: Times, taken: Times) -> list[Times]:
    """A core time less the minutes that another kind takes out of it."""
    if core.start is None or core.end is None or taken.start is None or taken.end is None:
        return [core]
    if taken.end <= core.start or core.end <= taken.start:
        return [core]
    before = replace(core, end=taken.start)
    after = replace(core, start=taken.end)
    return [
        each
        for each in (before, after)
        if each.start is not None and each.end is not None and each.start < each.end
    ]
