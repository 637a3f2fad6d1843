"""Lines of milestones into rows and arrays: how each mark stands, in which order the cases come."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from app.records.timeline import Look, OfficeTimeline, TimelineOrder, TimelineRow
from app.rules.calendar import Day, Precision
from app.rules.standing import Lateness, Tracked, lateness
from app.rules.terms import Answer, DateKind, Role, Stage, StepState
from db.lists.timeline import Line

_STAGES = tuple(Stage)
_LATE = {Lateness.OVERDUE: Look.OVERDUE, Lateness.LATE: Look.LATE}
_OVERDUE = int(Look.OVERDUE)
_NEVER = date.max.toordinal()
_Case: TypeAlias = tuple[str, TimelineRow]  # sort key of the name, row
# day, step, look, whether only the month is known, title, roles
_Mark: TypeAlias = tuple[int, int, int, int, int, int]
_WIDE = 6


def gathered(
    lines: Iterable[Line],
    order: TimelineOrder,
    titles: Mapping[str, str],
    today: date,
    *,
    with_marks_only: bool = False,
) -> OfficeTimeline:
    """The office's cases in this order, from lines that come case by case and by date; `titles`
    are the short titles of templates, whose code stands where one is missing."""
    filling = _Filling(titles, today)
    cases = filling.cases(lines)
    if with_marks_only:
        cases = [case for case in cases if case[1].first < case[1].end or case[1].undated]
    days, steps, looks, monthly, what, who = (filling.marks[at::_WIDE] for at in range(_WIDE))
    cases.sort(key=_key(order, days))
    return OfficeTimeline(
        today=today,
        rows=tuple(row for _, row in cases),
        days=days,
        steps=steps,
        looks=looks,
        monthly=monthly,
        what=what,
        who=who,
        titles=tuple(filling.titles),
        roles=tuple(tuple(Role(code) for code in codes.split()) for codes in filling.roles),
    )


def _key(order: TimelineOrder, days: array[int]) -> Callable[[_Case], tuple[int, str, int]]:
    """What cases are ordered by: a day where one is asked for, then the name, then the id."""

    def day(row: TimelineRow) -> int:
        if order is TimelineOrder.DUE:
            return days[row.first] if row.first < row.end else _NEVER
        if order is TimelineOrder.WORK_START:
            return row.work_start.on.toordinal() if row.work_start else _NEVER
        return 0

    return lambda case: (day(case[1]), case[0], case[1].case)


class _Filling:
    """The marks as they come in; what repeats (days, titles, roles) is worked out once."""

    def __init__(self, titles: Mapping[str, str], today: date) -> None:
        self._known = titles
        self._today = today
        # the numbers of one mark after those of another: no object is kept for each
        self.marks = array("q")
        self.titles: dict[str, int] = {}
        self.roles: dict[str, int] = {}

    def cases(self, lines: Iterable[Line]) -> list[_Case]:
        """Each case with its row, as the lines come; its marks are kept by date."""
        stood: dict[str, tuple[int, int, int]] = {}
        titled: dict[str, int] = {}
        found: list[_Case] = []
        head: Line | None = None
        marks: list[_Mark] = []
        undated = late = 0
        for line in lines:
            _, step, stands, what, who, _, _ = line
            if step is None:
                if head is not None:
                    found.append(self._case(head, marks, undated, late))
                head, marks, undated, late = line, [], 0, 0
            elif stands is None:
                undated += 1
            else:
                known = stood.get(stands)
                if known is None:
                    known = stood[stands] = self._standing(stands)
                day, look, monthly = known
                late += look >= _OVERDUE
                at = titled.get(what)
                if at is None:
                    title = self._known.get(what, what)
                    at = titled[what] = self.titles.setdefault(title, len(self.titles))
                acting = self.roles.setdefault(who, len(self.roles))
                marks.append((day, step, look, monthly, at, acting))
        if head is not None:
            found.append(self._case(head, marks, undated, late))
        return found

    def _case(
        self,
        head: Line,
        marks: list[_Mark],
        undated: int,
        late: int,
    ) -> _Case:
        first = len(self.marks) // _WIDE
        for mark in sorted(marks):
            self.marks.extend(mark)
        case, _, name, sort_key, advisor, rank_and_bars, starts = head
        rank, _, barred = (rank_and_bars or "0 0").partition(" ")
        row = TimelineRow(
            case=case,
            name=name or "",
            advisor=advisor,
            stage=_STAGES[int(rank)],
            work_start=_day(*starts.split(" ")) if starts else None,
            barred=int(barred),
            undated=undated,
            late=late,
            first=first,
            end=len(self.marks) // _WIDE,
        )
        return sort_key, row

    def _standing(self, stands: str) -> tuple[int, int, int]:
        """The ordinal of the day, the look, whether only the month is known."""
        due, precision, kind, pinned = stands.split(" ")
        day = _day(due, precision)
        tracked = Tracked(0, StepState.OPEN, Answer.YES, DateKind(kind), day)
        look = _LATE.get(lateness(tracked, self._today))
        if look is None and day == Day(self._today):
            look = Look.TODAY
        if look is None:
            look = Look.PINNED if pinned == "1" else Look.OPEN
        monthly = day.precision is Precision.MONTH
        middle = day.on + timedelta(days=14) if monthly else day.on
        return middle.toordinal(), int(look), int(monthly)


def _day(on: str, precision: str) -> Day:
    return Day(date.fromisoformat(on), Precision(precision))
