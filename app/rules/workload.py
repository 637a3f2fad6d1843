"""How much advisors have to do, and who of them takes a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from app.rules.calendar import Day

WEEK, MONTH = 7, 30
"""Days ahead that deadlines are counted in."""
GERMAN = frozenset({"de", "de-x-leicht"})
"""What everybody here speaks (BCP 47): it tells nobody apart."""


@dataclass(frozen=True)
class Load:
    """`next_30` has the deadlines of `next_7` in it; a deadline today is one of both."""

    cases: int = 0
    overdue: int = 0
    next_7: int = 0
    next_30: int = 0
    follow_ups: int = 0

    @property
    def deadlines(self) -> int:
        """All that are open: overdue, and of the next 30 days."""
        return self.overdue + self.next_30


@dataclass(frozen=True)
class Due:
    """So many deadlines of one advisor's cases (None: of nobody's) end on a day."""

    advisor: int | None
    day: Day
    count: int = 1


def loads(
    cases: Mapping[int | None, int],
    dues: Iterable[Due],
    follow_ups: Mapping[int | None, int],
    today: date,
) -> Mapping[int | None, Load]:
    """The load of everybody who has anything. Of a date known by month its last day counts."""
    found = {
        advisor: Load(cases=cases.get(advisor, 0), follow_ups=follow_ups.get(advisor, 0))
        for advisor in (*cases, *follow_ups)
    }
    for due in dues:
        load, last = found.get(due.advisor, Load()), due.day.last
        if last < today:
            load = replace(load, overdue=load.overdue + due.count)
        elif last <= today + timedelta(days=MONTH):
            near = due.count if last <= today + timedelta(days=WEEK) else 0
            load = replace(load, next_7=load.next_7 + near, next_30=load.next_30 + due.count)
        found[due.advisor] = load
    return MappingProxyType(found)


@dataclass(frozen=True)
class Applicant:
    """An advisor who may take a case; `languages` as BCP 47 tags."""

    id: int
    languages: frozenset[str]
    load: Load = Load()
    is_there: bool = True


@dataclass(frozen=True)
class Chosen:
    """Who takes a case, and why: `shared` languages besides German, `deadlines` open before."""

    advisor: int
    shared: tuple[str, ...]
    deadlines: int


@dataclass(frozen=True)
class Given:
    """A case to be given to somebody, the languages of its household, its open deadlines."""

    case: int
    languages: frozenset[str]
    deadlines: int = 0


def choose(applicants: Sequence[Applicant], languages: frozenset[str]) -> Chosen | None:
    """Who takes a case: of those there today (of all, where nobody is) whoever shares most
    languages with the household, German aside; of these who has the fewest open deadlines, then
    the fewest cases, then the first. None where there is nobody."""
    there = [each for each in applicants if each.is_there] or list(applicants)
    if not there:
        return None
    best = min(
        there,
        key=lambda each: (
            -len(_shared(each, languages)),
            each.load.deadlines,
            each.load.cases,
        ),
    )
    return Chosen(best.id, _shared(best, languages), best.load.deadlines)


def spread(cases: Sequence[Given], applicants: Sequence[Applicant]) -> Mapping[int, int]:
    """Case → advisor: one case after the other as `choose` says, each adding to the load of
    whoever took one before. Blank where there is nobody."""
    waiting = {each.id: each for each in applicants}
    found: dict[int, int] = {}
    for given in cases:
        chosen = choose(tuple(waiting.values()), given.languages)
        if chosen is None:
            break
        taker = waiting[chosen.advisor]
        load = taker.load
        waiting[taker.id] = replace(
            taker,
            load=replace(load, cases=load.cases + 1, next_30=load.next_30 + given.deadlines),
        )
        found[given.case] = taker.id
    return MappingProxyType(found)


def _shared(applicant: Applicant, languages: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted((applicant.languages & languages) - GERMAN))
