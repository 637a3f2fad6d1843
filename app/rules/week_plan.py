"""A week of opening hours as an office enters it, and its value in OpenStreetMap's notation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.hours import DAY

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEARLY = 2000
"""The year that stands for every year; it has a 29 February."""


_QUOTED = re.compile(r'"[^"]*"')
# The first fallback that stands in no quotes.
_FALLBACK = re.compile(r'(?:[^"|]|"[^"]*")*?(\s*\|\|)')


class SlotKind(Enum):
    """What a slot is; all but `ON_REQUEST` may be counted on."""

    CORE = "core"
    EARLY = "early"
    LATE = "late"
    ON_REQUEST = "on_request"


class HolidayRule(Enum):
    """How holidays stand to the ordinary week."""

    AS_USUAL = "as_usual"
    CLOSED = "closed"
    OWN = "own"


ARRANGED = 'unknown "nach Vereinbarung"'
MODIFIERS = {
    SlotKind.CORE: "",
    SlotKind.EARLY: ' open "Frühdienst"',
    SlotKind.LATE: ' open "Spätdienst"',
    SlotKind.ON_REQUEST: f" {ARRANGED}",
}


@dataclass(frozen=True)
class PlanSlot:
    """Minutes from midnight; an end over 1440 lies on the following day, before the start."""

    start: int
    end: int
    kind: SlotKind = SlotKind.CORE

    def __post_init__(self) -> None:
        night = DAY < self.end < self.start + DAY
        if not (0 <= self.start < DAY and (self.start < self.end <= DAY or night)):
            raise ValueError(f"no slot of a day: {self.start} to {self.end}")


Slots = tuple[PlanSlot, ...]
CLOSED_WEEK: tuple[Slots, ...] = ((),) * 7


@dataclass(frozen=True)
class Holidays:
    """`days`: own slots, one day for public holidays, Monday to Sunday for school holidays.

    Own hours without a slot are closed.
    """

    rule: HolidayRule = HolidayRule.AS_USUAL
    days: tuple[Slots, ...] = ()

    def __post_init__(self) -> None:
        if self.rule is HolidayRule.OWN and not any(self.days):
            object.__setattr__(self, "rule", HolidayRule.CLOSED)
        if self.rule is not HolidayRule.OWN:
            object.__setattr__(self, "days", ())


@dataclass(frozen=True)
class ClosingDays:
    """Closed from `first` to `last`, both included; `yearly` ones begin in the year 2000."""

    first: date
    last: date
    reason: str = ""
    yearly: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"ends before it begins: {self.first} to {self.last}")

    @classmethod
    def each_year(cls, first: date, last: date, reason: str = "") -> ClosingDays:
        """The same days of every year, over New Year too; the years given do not matter."""
        begin, end = first.replace(year=YEARLY), last.replace(year=YEARLY)
        return cls(begin, end if begin <= end else last.replace(year=YEARLY + 1), reason, True)  # noqa: FBT003

    def holds(self, day: date) -> bool:
        """Whether it is closed on this day."""
        if not self.yearly:
            return self.first <= day <= self.last
        at, first, last = ((each.month, each.day) for each in (day, self.first, self.last))
        return first <= at <= last if self.first.year == self.last.year else not last < at < first


@dataclass(frozen=True)
class WeekPlan:
    """Slots of Monday to Sunday in order, holidays, closing days, and whether it is open by
    arrangement on days without a slot.

    Closing days come before public holidays, these before school holidays, these before the
    weekday. A plan without any slot is a week that is not known.
    """

    days: tuple[Slots, ...] = CLOSED_WEEK
    public_holidays: Holidays = Holidays()
    school_holidays: Holidays = Holidays()
    closing_days: tuple[ClosingDays, ...] = ()
    by_arrangement: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether there is no slot at all."""
        return not any((*self.days, *self.public_holidays.days, *self.school_holidays.days))


def counted(slots: Iterable[PlanSlot]) -> int:
    """Minutes that may be counted on."""
    return sum(slot.end - slot.start for slot in slots if slot.kind is not SlotKind.ON_REQUEST)


def touching_nights(days: Sequence[Slots]) -> tuple[int, ...]:
    """The weekdays whose first slot begins before a slot of the evening before has ended."""
    found = []
    for place, slots in enumerate(days):
        night = max((slot.end - DAY for slot in days[place - 1]), default=0)
        if any(slot.start < night for slot in slots):
            found.append(place)
    return tuple(found)


def over(before: WeekPlan, proposed: WeekPlan) -> WeekPlan:
    """The proposed week; where it says nothing of holidays and closing days, those of before."""
    usual = Holidays()
    public, school = proposed.public_holidays, proposed.school_holidays
    return WeekPlan(
        proposed.days,
        before.public_holidays if public == usual else public,
        before.school_holidays if school == usual else school,
        (
            *before.closing_days,
            *(each for each in proposed.closing_days if each not in before.closing_days),
        ),
        proposed.by_arrangement,
    )


def unsaid(before: WeekPlan, osm: str) -> WeekPlan:
    """The holidays and closing days of before that a value does not speak of, without a week."""
    spoken = _QUOTED.sub("", osm)
    usual = Holidays()
    return WeekPlan(
        public_holidays=usual if "PH" in spoken else before.public_holidays,
        school_holidays=usual if "SH" in spoken else before.school_holidays,
        closing_days=before.closing_days,
    )


def with_rest(osm: str, rest: WeekPlan) -> str:
    """A value that no plan can hold, with the holidays and closing days of `rest` after it."""
    rules = _besides(rest)
    fallback = _FALLBACK.match(osm)
    end = fallback.start(1) if fallback else len(osm)
    return "; ".join([osm[:end], *rules]) + osm[end:]


def to_osm(plan: WeekPlan) -> str:
    """The shortest orderly value: equal days together, kinds in order of their first slot, then
    school holidays, public holidays, closing days. Blank where nothing at all is known."""
    rules = _ordinary(plan.days) + _besides(plan)
    if plan.is_unknown:
        if rules or plan.by_arrangement:
            rules.insert(0, ARRANGED if plan.by_arrangement else "unknown")
        return "; ".join(rules)
    return f"{'; '.join(rules)} || {ARRANGED}" if plan.by_arrangement else "; ".join(rules)


def weekdays(days: Sequence[int]) -> str:
    """Mo-We,Fr: weekdays from 0, in order; runs of three and more are drawn together."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}"
        if len(run) > 2
        else ",".join(WEEKDAYS[day] for day in run)
        for run in runs
    )


def _ordinary(days: Sequence[Slots]) -> list[str]:
    if all(slots == (PlanSlot(0, DAY),) for slots in days):
        return ["24/7"]
    return [_slots(weekdays(group), slots) for slots, group in _groups(days) if slots]


def _besides(plan: WeekPlan) -> list[str]:
    """The rules of holidays and closing days, in the order in which each overrides those before."""
    rules = _school(plan)
    public = plan.public_holidays
    if public.rule is HolidayRule.CLOSED:
        rules.append("PH off")
    elif public.rule is HolidayRule.OWN:
        rules.append(_slots("PH", public.days[0]))
    return rules + [_closing(each) for each in plan.closing_days]


def _school(plan: WeekPlan) -> list[str]:
    school = plan.school_holidays
    if school.rule is HolidayRule.CLOSED:
        return ["SH off"]
    rules = []
    for slots, group in _groups(school.days):
        if slots:
            rules.append(_slots(f"SH {weekdays(group)}", slots))
        elif shut := [day for day in group if plan.days[day]]:
            rules.append(f"SH {weekdays(shut)} off")
    return rules


def _groups(days: Sequence[Slots]) -> list[tuple[Slots, list[int]]]:
    groups: dict[Slots, list[int]] = {}
    for day, slots in enumerate(days):
        groups.setdefault(slots, []).append(day)
    return list(groups.items())


def _slots(selector: str, slots: Slots) -> str:
    """One rule, and one added to it for each further kind: a rule of its own would replace it."""
    kinds: dict[SlotKind, list[str]] = {}
    for slot in slots:
        kinds.setdefault(slot.kind, []).append(_span(slot))
    return ", ".join(
        f"{selector} {','.join(spans)}{MODIFIERS[kind]}" for kind, spans in kinds.items()
    )


def _span(slot: PlanSlot) -> str:
    end = slot.end if slot.end <= DAY else slot.end - DAY
    return f"{slot.start // 60:02d}:{slot.start % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def _closing(closed: ClosingDays) -> str:
    first, last = closed.first, closed.last
    new_year = first.year != last.year
    begin = f"{MONTHS[first.month - 1]} {first.day:02d}"
    end = ""
    if new_year or first.month != last.month:
        end = f"-{MONTHS[last.month - 1]} {last.day:02d}"
    elif first != last:
        end = f"-{last.day:02d}"
    if not closed.yearly:
        begin = f"{first.year} {begin}"
        end = f"-{last.year} {end[1:]}" if new_year else end
    reason = " ".join(closed.reason.replace('"', "'").split())
    return f'{begin}{end} off "{reason}"' if reason else f"{begin}{end} off"
