"""Where everything of the week picture stands: rows of days, minutes on pixels. No painting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.records.care_board import CareDay, DutyBar
from ui.providers.week.painting import DayScale

DAY = 1440
LEAST = 8 * 60
"""Minutes the scale shows at least."""
AXIS, LINE, COVER, PAD, FOLDED, NAMED, LEGEND = 20, 14, 18, 2, 20, 14, 24  # pixels at 100 %
NAMES, NEED, OPEN, GAP, FIGURE, WIDE = 44, 64, 72, 8, 28, 640


@dataclass(frozen=True)
class Row:
    """A day, or days folded to one line because nothing is on them; `top` and `high` in pixels at
    100 %."""

    days: tuple[CareDay, ...]
    top: int
    high: int
    folded: bool
    named: bool = False

    @property
    def day(self) -> CareDay:
        return self.days[0]


@dataclass(frozen=True)
class Plan:
    """The rows of a week, the persons with duties (their lines), first and last minute shown."""

    rows: tuple[Row, ...]
    persons: tuple[int, ...]
    first: int
    last: int

    @property
    def high(self) -> int:
        """Pixels at 100 %, with axis and legend."""
        return (self.rows[-1].top + self.rows[-1].high if self.rows else AXIS) + LEGEND

    def scale(self, left: float, wide: float, figure: float) -> DayScale:
        """Minutes on pixels."""
        return DayScale(self.first, self.last, left, wide, figure)


def plan(days: Sequence[CareDay], parents: Sequence[int]) -> Plan:
    """Lay out a week; `parents` in the household's order."""
    on_duty = {bar.person for each in days for bar in each.duties}
    persons = tuple(person for person in parents if person in on_duty)
    first, last = bounds(days)
    return Plan(tuple(_rows(days, len(persons))), persons, first, last)


def bounds(days: Sequence[CareDay]) -> tuple[int, int]:
    """From the earliest to the latest full hour of duties and need; the whole day where one goes
    over midnight."""
    spans = [(each.start, each.end) for day in days for each in day.need]
    spans += [(each.start, each.end) for day in days for each in day.pieces]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    starts += [bar.away_start for day in days for bar in day.duties]
    ends += [bar.away_end for day in days for bar in day.duties]
    if not starts:
        return 6 * 60, 20 * 60
    first, last = min(starts) // 60 * 60, -(-max(ends) // 60) * 60
    if first <= 0 or last >= DAY:
        return 0, DAY
    while last - first < LEAST:
        first, last = max(first - 60, 0), min(last + 60, DAY)
    return first, last


def line_of(bar: DutyBar, persons: Sequence[int]) -> int:
    """On which line of a row a duty stands."""
    return persons.index(bar.person) if bar.person in persons else 0


def _rows(days: Sequence[CareDay], lines: int) -> Iterator[Row]:
    top = AXIS
    folded: tuple[CareDay, ...] = ()
    for each in days:
        empty = not each.duties and not each.needed
        if folded and (not empty or each.holiday or folded[-1].holiday):
            yield Row(folded, top, FOLDED, folded=True)
            top += FOLDED
            folded = ()
        if empty:
            folded = (*folded, each)
            continue
        high = 2 * PAD + lines * LINE + COVER + 2 + (NAMED if each.holiday else 0)
        yield Row((each,), top, high, folded=False, named=bool(each.holiday))
        top += high
    if folded:
        yield Row(folded, top, FOLDED, folded=True)
