"""A calendar year in what may be told of it beside its quarters (`rules/joint_counts`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from app.records.figures import FigureKey, FigureLeft, Period
from app.rules.calendar import plus_months
from app.rules.figures import CountingRule
from app.rules.joint_counts import Part, counted_once, summed
from app.rules.small_counts import UNKNOWN, Cell, Told
from app.rules.small_numbers import few
from app.services import figure_tables as telling
from app.services.figure_counts import Counted, Marks, group_of
from app.services.figure_tables import Answer

_BY_HOUSEHOLD = (FigureKey.ORIGINS, FigureKey.INQUIRIES, FigureKey.PROFESSIONS)
_BY_PERSON = (FigureKey.GENDERS, FigureKey.AGES)


class CountedYear:
    """A year counted with its quarters; asked like `Counted`."""

    def __init__(self, marks: Marks, year: int, today: date) -> None:
        self._whole = Counted(marks, date(year, 1, 1), date(year, 12, 31), today)
        quarters = (_quarter(date(year, month, 1)) for month in (1, 4, 7, 10))
        self._quarters = [Counted(marks, each.first, each.last, today) for each in quarters]

    @property
    def is_empty(self) -> bool:
        """Whether nothing countable is recorded of the year."""
        return self._whole.is_empty

    def answer(self, key: FigureKey, by: CountingRule) -> Answer:
        """What may be told of one question."""
        return self._told_once[key](by) if key in self._told_once else self._summed(key, by)

    def is_few_apart(self, key: FigureKey, by: CountingRule, other: CountingRule) -> bool:
        """Whether both ways of counting together tell of fewer than five, in the year or in one of
        its quarters."""
        year = self.answer(key, by).told, self.answer(key, other).told
        return telling.few_apart(*year) or any(
            each.is_few_apart(key, by, other) for each in self._quarters
        )

    def left_out(self) -> tuple[tuple[FigureLeft, int | None], ...]:
        """What could not be counted."""
        kept = {left for each in self._quarters for left, count in each.left_out() if count is None}
        return tuple(
            (left, None if left in kept else count) for left, count in self._whole.left_out()
        )

    @cached_property
    def _told_once(self) -> Mapping[FigureKey, Callable[[CountingRule], Answer]]:
        """The questions whose numbers do not add up over the quarters."""
        return {
            FigureKey.HOUSEHOLDS: lambda _: Answer(self._households),
            FigureKey.PEOPLE: lambda _: Answer(Told({}, self._people)),
            FigureKey.COUNTRIES: self._countries,
            FigureKey.EMPLOYERS: self._employers,
            FigureKey.STAGE_DAYS: self._stages,
            **{key: self._of_households(key) for key in _BY_HOUSEHOLD},
            **{key: self._of_people(key) for key in _BY_PERSON},
        }

    def _of_households(self, key: FigureKey) -> Callable[[CountingRule], Answer]:
        return lambda _: Answer(_under(self._households.total, self._by_household[key]))

    def _of_people(self, key: FigureKey) -> Callable[[CountingRule], Answer]:
        return lambda _: Answer(_under(self._people, self._by_person[key]))

    def _summed(self, key: FigureKey, by: CountingRule) -> Answer:
        answers = [each.answer(key, by) for each in self._quarters]
        told = summed([each.told for each in answers])
        first = answers[0]
        if first.of is None:
            return replace(first, told=told)
        of = summed([Told(each.of or {}, None) for each in answers]).lines
        return replace(first, told=told, of=of)

    @cached_property
    def _households(self) -> Told:
        """Who came for the first time adds up, all others are the rest of all."""
        first = summed([_of(each, FigureKey.HOUSEHOLDS) for each in self._quarters]).lines["first"]
        totals = [each.total for each in self._by_household.values()]
        total = None if None in totals else totals[0]
        if total is not None and first is not None and few(total - first):
            total = None
        again = None if total is None or first is None else total - first
        return Told({"first": first, "again": again}, total)

    @cached_property
    def _people(self) -> int | None:
        totals = [each.total for each in self._by_person.values()]
        whole = _of(self._whole, FigureKey.PEOPLE).total
        return None if None in totals else whole

    @cached_property
    def _by_household(self) -> Mapping[FigureKey, Told]:
        return {
            key: counted_once(
                self._whole.cells(key),
                [_part(each, key, _begun_in(each.cells(key), each)) for each in self._quarters],
            )
            for key in _BY_HOUSEHOLD
        }

    @cached_property
    def _by_person(self) -> Mapping[FigureKey, Told]:
        return {
            key: counted_once(
                self._whole.cells(key), [_part(each, key, {}) for each in self._quarters]
            )
            for key in _BY_PERSON
        }

    def _countries(self, by: CountingRule) -> Answer:
        origins = self.answer(FigureKey.ORIGINS, by).told
        own = self._whole.cells(FigureKey.COUNTRIES)

        def parts_of(group: str) -> Sequence[Part]:
            codes = [code for code in own if group_of(code) == group]
            return [_by_country(each, group, codes) for each in self._quarters]

        return telling.countries(origins, own, group_of, parts_of)

    def _employers(self, by: CountingRule) -> Answer:
        """An employer may be in both lines and in several quarters: all or nothing."""
        whole = self._whole.answer(FigureKey.EMPLOYERS, by)
        told = [whole.told, *(_of(each, FigureKey.EMPLOYERS) for each in self._quarters)]
        if any(each.hidden or each.total is None for each in told):
            return telling.nothing_of(whole)
        return whole

    def _stages(self, by: CountingRule) -> Answer:
        """Each stage for itself, where every quarter tells it."""
        whole = self._whole.answer(FigureKey.STAGE_DAYS, by)
        kept = summed([_of(each, FigureKey.STAGE_DAYS) for each in self._quarters]).hidden
        lines = {code: None if code in kept else at for code, at in whole.told.lines.items()}
        spreads = {
            code: None if code in kept else days for code, days in (whole.spreads or {}).items()
        }
        return replace(whole, told=Told(lines, None), spreads=spreads)


def _quarter(first: date) -> Period:
    return Period(first, plus_months(first, 3) - timedelta(days=1))


def _of(quarter: Counted, key: FigureKey) -> Told:
    return quarter.answer(key, CountingRule.RECORDED).told


def _begun_in(cells: Mapping[str, Cell], quarter: Counted) -> Mapping[str, int]:
    return {code: len(cell.who & quarter.begun) for code, cell in cells.items()}


def _part(quarter: Counted, key: FigureKey, first: Mapping[str, int]) -> Part:
    begun = _of(quarter, FigureKey.HOUSEHOLDS).lines["first"]
    return Part(quarter.cells(key), _of(quarter, key), begun, first)


def _by_country(quarter: Counted, group: str, codes: Sequence[str]) -> Part:
    """The countries of a group in a quarter, and one that nobody came from."""
    told = _of(quarter, FigureKey.COUNTRIES).lines
    own = quarter.cells(FigureKey.COUNTRIES)
    cells = {code: own[code] for code in codes if code in own}
    absent = None if f"other_{group}" in told else 0
    lines = {code: told.get(code, absent) for code in (*codes, UNKNOWN)}
    whole = Told(lines, _of(quarter, FigureKey.ORIGINS).lines[group])
    begun = _of(quarter, FigureKey.HOUSEHOLDS).lines["first"]
    return Part(cells, whole, begun, _begun_in(cells, quarter))


def _under(total: int | None, told: Told) -> Told:
    """The lines of a total that may not be told are not told either."""
    if total is not None:
        return told
    return Told({code: 0 if count == 0 else None for code, count in told.lines.items()}, None)
