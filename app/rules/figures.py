"""The figures of a period counted from plain rows; nothing here is safe to be told yet.

Days are ISO 8601 texts, which sort as days do. Whoever is behind a number goes along with it as the
id of the household (of the employer where employers are counted).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from statistics import quantiles
from typing import NamedTuple, TypeAlias

from app.rules.calendar import PartialDate, age_on, plus_months
from app.rules.small_counts import NOTHING, UNKNOWN, Cell
from app.rules.small_numbers import FEWEST
from app.rules.staying import Whereabouts, after_a_year

MARKS = (6, 12, 24)
"""Months after the first working day when it is asked who is still here."""
AGES = ((0, "0-5"), (6, "6-17"), (18, "18-29"), (30, "30-44"), (45, "45-64"), (65, "65"))
"""From which completed year of life a group begins."""
ROUNDED = 5
QUARTILES_FROM = 10


class CountingRule(Enum):
    """How contacts become consultations; RECORDED where that does not matter."""

    RECORDED = "recorded"
    EACH_CONTACT = "each_contact"
    EACH_DAY = "each_day"


Contact: TypeAlias = tuple[int, int, str, str]
"""A contact with the family: id, case, day, channel; plain, since there are a hundred thousand."""


class CaseLine(NamedTuple):
    """`nationality` of the professional; `lived_in`: the group of countries (`Origin`) or ""."""

    id: int
    profession: str
    nationality: str
    lived_in: str
    employer: int | None
    says_source: bool


class PersonLine(NamedTuple):
    """Year, month and day of birth as far as they are known."""

    case: int
    gender: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


class NeedLine(NamedTuple):
    """A need that was settled: met or not."""

    case: int
    kind: str
    met: bool
    on: str
    reason: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Rows:
    """All rows the figures are counted from, of every period asked for. `first`: the day of the
    first contact of each case with the family; `stages`: case, day, stage, in their order;
    `arrived`, `started`, `left`, `seen`: a day of each case; `employers`: employer and day of a
    contact with it; `bodies`: days of contacts with bodies."""

    contacts: Sequence[Contact] = ()
    first: Mapping[int, str] = field(default_factory=dict)
    topics: Mapping[int, Sequence[str]] = field(default_factory=dict)
    cases: Mapping[int, CaseLine] = field(default_factory=dict)
    people: Mapping[int, Sequence[PersonLine]] = field(default_factory=dict)
    stages: Sequence[tuple[int, str, str]] = ()
    arrived: Mapping[int, str] = field(default_factory=dict)
    started: Mapping[int, str] = field(default_factory=dict)
    left: Mapping[int, str] = field(default_factory=dict)
    seen: Mapping[int, str] = field(default_factory=dict)
    employers: Sequence[tuple[int, str]] = ()
    bodies: Sequence[str] = ()
    needs: Sequence[NeedLine] = ()


class Span(NamedTuple):
    """Both days included."""

    first: str
    last: str

    def has(self, day: str) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


class Consultation(NamedTuple):
    """One consultation; its topics in no order."""

    case: int
    channel: str
    topics: Sequence[str]


@dataclass(frozen=True)
class Spell:
    """How many days the cases of a stage spent there."""

    cell: Cell
    days: tuple[int, ...]


def contacts_in(rows: Rows, span: Span) -> list[Contact]:
    """The contacts with families in a period."""
    first, last = span
    return [each for each in rows.contacts if first <= each[2] <= last]


def consultations(
    contacts: Sequence[Contact], topics: Mapping[int, Sequence[str]], rule: CountingRule
) -> list[Consultation]:
    """The consultations these contacts are. EACH_DAY: what a family was told on one day is one; its
    channel is that of the first contact of the day."""
    none: Sequence[str] = ()
    if rule is not CountingRule.EACH_DAY:
        return [
            Consultation(case, channel, topics.get(key, none)) for key, case, _, channel in contacts
        ]
    days: dict[tuple[int, str], Consultation] = {}
    for key, case, on, channel in sorted(contacts):
        told = topics.get(key, none)
        before = days.get((case, on))
        if before is not None:
            days[case, on] = before._replace(topics=tuple({*before.topics, *told}))
        else:
            days[case, on] = Consultation(case, channel, told)
    return list(days.values())


def by(pairs: Iterable[tuple[str, int]], codes: Iterable[str] = ()) -> dict[str, Cell]:
    """Cells by code from pairs of code and household; `codes` are there even where nobody is, and
    the line UNKNOWN always."""
    counts: dict[str, int] = dict.fromkeys((*codes, UNKNOWN), 0)
    who: dict[str, set[int]] = defaultdict(set)
    for code, case in pairs:
        counts[code] = counts.get(code, 0) + 1
        who[code].add(case)
    return {code: Cell(count, frozenset(who[code])) for code, count in counts.items()}


class Marked:
    """Households by a mark that is the same in every period; `pairs` as those of `by`."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self._times: dict[str, dict[int, int]] = defaultdict(dict)
        for code, case in pairs:
            of = self._times[code]
            of[case] = of.get(case, 0) + 1
        self._who = {code: frozenset(of) for code, of in self._times.items()}
        self._often = {
            code: {case: times - 1 for case, times in of.items() if times > 1}
            for code, of in self._times.items()
        }

    def among(self, cases: frozenset[int], codes: Iterable[str] = ()) -> dict[str, Cell]:
        """The cells of some households, as `by` gives them."""
        found = dict.fromkeys((*codes, UNKNOWN), NOTHING)
        for code, everybody in self._who.items():
            who = everybody & cases
            if who:
                often = self._often[code]
                more = sum(often[case] for case in who & often.keys()) if often else 0
                found[code] = Cell(len(who) + more, who)
        return found


def topics(
    found: Sequence[Consultation], codes: Iterable[str]
) -> tuple[dict[str, Cell], dict[str, Cell]]:
    """Consultations by topic; one may have several, one without any is UNKNOWN. And beside each
    line the rest: the consultations about something that were not about this."""
    told: dict[int, int] = defaultdict(int)
    silent: dict[int, int] = defaultdict(int)
    about: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for code in codes:
        about[code] = defaultdict(int)
    for case, _, named in found:
        if not named:
            silent[case] += 1
            continue
        told[case] += 1
        for code in named:
            about[code][case] += 1
    everybody, number = frozenset(told), sum(told.values())
    cells = {UNKNOWN: Cell(sum(silent.values()), frozenset(silent))}
    rests = {UNKNOWN: Cell(number, everybody)}
    for code, of in about.items():
        count = sum(of.values())
        cells[code] = Cell(count, frozenset(of))
        always = {case for case, times in of.items() if times == told[case]}
        rests[code] = Cell(number - count, everybody - always)
    return cells, rests


def whole(found: Sequence[Consultation]) -> Cell:
    """All of these."""
    return Cell(len(found), frozenset(each.case for each in found))


def households(
    contacts: Sequence[Contact], first: Mapping[int, str], span: Span
) -> dict[str, Cell]:
    """Households advised: `first` for the first time, `again`."""
    advised = frozenset(each[1] for each in contacts)
    new = frozenset(case for case in advised if span.has(first[case]))
    known = advised - new
    return {"first": Cell(len(new), new), "again": Cell(len(known), known)}


def kinds(
    contacts: Sequence[Contact], first: Mapping[int, str], span: Span, rule: CountingRule
) -> dict[str, Cell]:
    """Consultations: `first` of a household ever, `follow_up`."""
    if rule is CountingRule.EACH_DAY:
        number = Counter(case for case, _ in {(each[1], each[2]) for each in contacts})
    else:
        number = Counter(each[1] for each in contacts)
    new = frozenset(case for case in number if span.has(first[case]))
    more = frozenset(case for case, count in number.items() if count > (case in new))
    return {"first": Cell(len(new), new), "follow_up": Cell(number.total() - len(new), more)}


def ages(rows: Rows, cases: Iterable[int], on: date) -> dict[str, Cell]:
    """People of these households by age on a day; who may be in two groups is UNKNOWN."""
    codes = [code for _, code in AGES]
    # the last days of birth of each group, the oldest group first; nobody is younger than the first
    born = [(on.year - least, on.month, on.day) for least, _ in reversed(AGES)]
    named = [*reversed(codes), UNKNOWN]

    def group(person: PersonLine) -> str:
        _, _, year, month, day = person
        if year is None:
            return UNKNOWN
        if month is not None and day is not None:
            return named[bisect_left(born, (year, month, day))]
        known = PartialDate(year, month, day)
        groups = {_group(age_on(each, on)) for each in (known.first, known.last)}
        return groups.pop() if len(groups) == 1 else UNKNOWN

    people = rows.people
    return by(((group(each), case) for case in cases for each in people.get(case, ())), codes)


def employers(rows: Rows, span: Span, cases: Iterable[int]) -> dict[str, Cell]:
    """Employers: `contacted` in the period, `families`: of households advised."""
    first, last = span
    told = frozenset(employer for employer, on in rows.employers if first <= on <= last)
    of = (rows.cases[case].employer for case in cases if case in rows.cases)
    behind = frozenset(each for each in of if each is not None)
    return {"contacted": Cell(len(told), told), "families": Cell(len(behind), behind)}


Exit: TypeAlias = tuple[str, str, int, int]
"""A stage left for another: the day, the stage, the case, how many days it was there."""


def exits(stages: Iterable[tuple[int, str, str]]) -> list[Exit]:
    """When each case left a stage. `stages`: as `Rows` has them."""
    found = []
    for (case, on, stage), (next_case, until, next_stage) in pairwise(stages):
        if case == next_case and stage != next_stage:
            length = date.fromisoformat(until) - date.fromisoformat(on)
            found.append((until, stage, case, max(length.days, 0)))
    return found


def stage_days(left: Iterable[Exit], span: Span, codes: Iterable[str]) -> dict[str, Spell]:
    """For each stage the cases that left it for another in the period, and how many days they were
    in it; a stage entered again counts with its days."""
    first, last = span
    spent: dict[str, dict[int, int]] = {code: {} for code in codes}
    for until, stage, case, days in left:
        if first <= until <= last:
            of = spent.setdefault(stage, {})
            of[case] = of.get(case, 0) + days
    return {
        stage: Spell(Cell(len(of), frozenset(of)), tuple(sorted(of.values())))
        for stage, of in spent.items()
    }


def spread(days: Sequence[int]) -> tuple[int, int | None, int | None] | None:
    """Median and quartiles rounded to five days, so that no single case's number stands there;
    None for fewer than five, no quartiles for fewer than ten."""
    if len(days) < FEWEST:
        return None
    lower, median, upper = quantiles(days, n=4, method="inclusive")
    if len(days) < QUARTILES_FROM:
        return _rounded(median), None, None
    return _rounded(median), _rounded(lower), _rounded(upper)


def still_here(rows: Rows, span: Span, months: int) -> dict[str, Cell]:
    """Of those who reached this mark after the first working day in the period: who is here, who
    left the region before, and of whom nothing is known."""
    pairs = []
    near = [date.fromisoformat(each) for each in span]
    least = (plus_months(near[0], -months) - timedelta(days=3)).isoformat()
    most = (plus_months(near[1], -months) + timedelta(days=3)).isoformat()
    for case, start in rows.started.items():
        if not least <= start <= most:  # months differ in length by no more
            continue
        mark = plus_months(date.fromisoformat(start), months)
        if span.has(mark.isoformat()):
            left, seen = rows.left.get(case), rows.seen.get(case)
            found = after_a_year(
                mark,
                date.fromisoformat(left) if left else None,
                date.fromisoformat(seen) if seen else None,
            )
            pairs.append((found.value, case))
    cells = by(pairs, [each.value for each in Whereabouts])
    del cells[UNKNOWN]
    return {f"{code}_{months}": cell for code, cell in cells.items()}


def _group(years: int) -> str:
    return next((code for least, code in reversed(AGES) if years >= least), UNKNOWN)


def _rounded(days: float) -> int:
    return ROUNDED * round(days / ROUNDED)
