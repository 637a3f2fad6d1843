"""An OSM opening_hours value as a week plan, where the plan can hold all that it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from app.rules.hours import DAY, HolidayDates, check, week
from app.rules.week_plan import (
    CLOSED_WEEK,
    MODIFIERS,
    MONTHS,
    WEEKDAYS,
    YEARLY,
    ClosingDays,
    HolidayRule,
    Holidays,
    PlanSlot,
    SlotKind,
    Slots,
    WeekPlan,
    to_osm,
    touching_nights,
)

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_NAMED = r"(?:PH|SH|(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\s*-\s*(?:Mo|Tu|We|Th|Fr|Sa|Su))?)"
_LIST = rf"{_NAMED}(?:\s*,\s*{_NAMED})*"
_TIME = r"\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}"
_RULE = re.compile(
    rf"""\s*(?:(?P<always>24/7)
      |(?P<date>(?:\d{{4}}\s+)?{_MONTH}\s+\d\d?(?:\s*-\s*(?:(?:\d{{4}}\s+)?{_MONTH}\s+)?\d\d?)?(?!:))
      |(?P<first>{_LIST})(?:\s+(?P<second>{_LIST}))?)?
    \s*:?\s*(?P<times>{_TIME}(?:\s*,\s*{_TIME})*)?
    \s*(?P<state>off|closed|open|unknown)?
    \s*(?:"(?P<comment>[^"]*)")?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_DATES = re.compile(
    rf"(?:(\d{{4}})\s+)?({_MONTH})\s+(\d\d?)"
    rf"(?:\s*-\s*(?:(?:(\d{{4}})\s+)?({_MONTH})\s+)?(\d\d?))?",
    re.IGNORECASE,
)
# A comma parts rules only before a new selector, and not within a list of days or of times.
_PARTS = re.compile(
    rf"(;)|(?:(?<=:\d\d)|(?<=off)|(?<=closed)|(?<=open)|(?<=unknown)|(?<=\"))"
    rf"\s*(,)(?=\s*(?:{_NAMED}|{_MONTH}|\d{{4}})\b)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r'"\s*nach\s+vereinbarung\s*"', re.IGNORECASE)
_FALLBACK = re.compile(r'(.*?)\s*\|\|\s*(?:unknown\s*)?"nach Vereinbarung"\s*')
_QUOTED = re.compile(r'"[^"]*"')
_KINDS = {
    **{modifier: kind for kind, modifier in MODIFIERS.items()},
    " open": SlotKind.CORE,
    ' "nach Vereinbarung"': SlotKind.ON_REQUEST,
}
_MONDAY = date(2026, 3, 2)  # any week: a value that names a season is not held


class _Unheld(Exception):
    """The value says what a week plan has no place for."""


@dataclass
class _Draft:
    """What the rules read so far say; `stage` keeps that a plan's order is theirs."""

    days: list[Slots] = field(default_factory=lambda: list(CLOSED_WEEK))
    school: list[Slots] | None = None
    public: Slots | None = None
    closing: list[ClosingDays] = field(default_factory=list)
    by_arrangement: bool = False
    stage: int = 0

    def reach(self, stage: int) -> None:
        if stage < self.stage:
            raise _Unheld  # a later rule of the week overrides the holidays before it
        self.stage = stage


@lru_cache(maxsize=1024)
def from_osm(text: str) -> WeekPlan | None:
    """The plan that holds all that a value says; None for a blank or invalid value and for one
    that says more than a plan can hold, seasons for instance.

    A plan is given only where it is read as the same minutes, holidays and closing days included.
    """
    if check(text) is not None:
        return None
    text = _COMMENT.sub('"nach Vereinbarung"', text)
    try:
        plan = _plan(text)
        return plan if _same(text, to_osm(plan), plan.closing_days) else None
    except (_Unheld, ValueError, OverflowError):
        return None


def _plan(text: str) -> WeekPlan:
    draft = _Draft()
    if fallback := _FALLBACK.fullmatch(text):
        text, draft.by_arrangement = fallback[1], True
    for rule, added in _rules(text):
        _apply(draft, rule, added=added)
    if touching_nights(draft.days) or any(map(_overlapping, _every(draft))):
        raise _Unheld
    return WeekPlan(
        tuple(draft.days),
        Holidays() if draft.public is None else Holidays(HolidayRule.OWN, (draft.public,)),
        Holidays() if draft.school is None else Holidays(HolidayRule.OWN, tuple(draft.school)),
        tuple(draft.closing),
        draft.by_arrangement,
    )


def _rules(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Each rule, and whether it is added to those before it."""
    hidden = _QUOTED.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', text)
    begin, added = 0, False
    for found in [*_PARTS.finditer(hidden), None]:
        end = len(text) if found is None else found.start(found.lastindex or 0)
        rule = _RULE.fullmatch(text[begin:end])
        if rule is None:
            raise _Unheld
        if text[begin:end].strip():
            yield rule, added
        if found is not None:
            begin, added = found.end(), bool(found[2])


def _apply(draft: _Draft, rule: re.Match[str], *, added: bool) -> None:
    state = (rule["state"] or "").lower()
    off = state in ("off", "closed")
    if rule["date"]:
        if not off or rule["times"] or added:
            raise _Unheld
        draft.reach(3)
        draft.closing.append(_closing(rule["date"], rule["comment"] or ""))
    elif state in ("", "unknown") and not (rule["always"] or rule["first"] or rule["times"]):
        _apply_unknown(draft, rule)
    elif off and (rule["times"] or rule["comment"] or added):
        raise _Unheld
    else:
        _apply_days(draft, rule, () if off else _slots(rule), added=added)


def _apply_unknown(draft: _Draft, rule: re.Match[str]) -> None:
    """A rule for every day that names no times; whether the plan says the same is compared at
    the end."""
    if rule["comment"] not in (None, "nach Vereinbarung") or draft.stage or any(draft.days):
        raise _Unheld
    draft.by_arrangement = rule["comment"] is not None


def _apply_days(draft: _Draft, rule: re.Match[str], slots: Slots, *, added: bool) -> None:
    names, weekdays = _selected(rule)
    if rule["second"]:
        if names != {"SH"}:
            raise _Unheld
        _school(draft, weekdays, slots, added=added)
        return
    if weekdays:
        draft.reach(0)
        _put(draft.days, weekdays, slots, added=added)
    if "SH" in names:
        _school(draft, set(range(7)), slots, added=added)
    if "PH" in names:
        draft.reach(2)
        if added and draft.public is None:
            raise _Unheld  # added to whatever weekday it is
        draft.public = _ordered((*(draft.public or ()), *slots) if added else slots)


def _selected(rule: re.Match[str]) -> tuple[set[str], set[int]]:
    """The holidays and the weekdays that a rule names; all days where it names none."""
    if not rule["first"]:
        return set(), set(range(7))
    names: set[str] = set()
    days: set[int] = set()
    for item in re.split(r"\s*,\s*", ",".join(filter(None, (rule["first"], rule["second"])))):
        if item.upper() in ("PH", "SH"):
            names.add(item.upper())
            continue
        first, _, last = (part.strip().capitalize() for part in item.partition("-"))
        begin = WEEKDAYS.index(first)
        count = (WEEKDAYS.index(last) - begin) % 7 if last else 0
        days |= {(begin + more) % 7 for more in range(count + 1)}
    return names, days


def _school(draft: _Draft, weekdays: set[int], slots: Slots, *, added: bool) -> None:
    draft.reach(1)
    if draft.school is None:
        draft.school = list(draft.days)
    _put(draft.school, weekdays, slots, added=added)


def _put(days: list[Slots], weekdays: set[int], slots: Slots, *, added: bool) -> None:
    for day in weekdays:
        days[day] = _ordered((*days[day], *slots) if added else slots)


def _slots(rule: re.Match[str]) -> Slots:
    said = f" {rule['state'].lower()}" if rule["state"] else ""
    comment = rule["comment"]
    kind = _KINDS.get(said if comment is None else f'{said} "{comment}"')
    if kind is None:
        raise _Unheld
    if not rule["times"]:
        return (PlanSlot(0, DAY, kind),)
    found = re.findall(r"(\d+):(\d+)\s*-\s*(\d+):(\d+)", rule["times"])
    return tuple(_slot(*map(int, span), kind=kind) for span in found)


def _slot(hour: int, minute: int, until: int, last: int, *, kind: SlotKind) -> PlanSlot:
    start, end = hour * 60 + minute, until * 60 + last
    return PlanSlot(start, end if end > start else end + DAY, kind)


def _closing(text: str, reason: str) -> ClosingDays:
    found = _DATES.fullmatch(text.strip())
    if found is None:
        raise _Unheld
    year, month, day, year_of_last, month_of_last, last_day = found.groups()
    if year_of_last and not year:
        raise _Unheld
    first = date(int(year or YEARLY), _month(month), int(day))
    last = date(
        int(year_of_last or first.year), _month(month_of_last or month), int(last_day or day)
    )
    if year is None:
        return ClosingDays.each_year(first, last, reason)
    return ClosingDays(first, last, reason)


def _month(name: str) -> int:
    return MONTHS.index(name.capitalize()) + 1


def _ordered(slots: Iterable[PlanSlot]) -> Slots:
    return tuple(sorted(slots, key=lambda slot: (slot.start, slot.end)))


def _every(draft: _Draft) -> Iterator[Slots]:
    yield from draft.days
    yield from draft.school or ()
    yield draft.public or ()


def _overlapping(slots: Slots) -> bool:
    return any(one.end > other.start for one, other in pairwise(slots))


def _same(text: str, written: str, closing: tuple[ClosingDays, ...]) -> bool:
    """Whether both values are read alike: with all kinds of holidays, around every closing."""
    if not written:
        return False
    mondays = {_MONDAY}
    for closed in closing:
        year = _MONDAY.year if closed.yearly else closed.first.year
        for day in (closed.first, closed.last):
            shown = day.replace(year=year + day.year - closed.first.year, day=min(day.day, 28))
            mondays.add(shown - timedelta(days=3))
    return all(
        week(text, monday, holidays) == week(written, monday, holidays)
        for monday in sorted(mondays)
        for holidays in _worlds(monday)[0 if monday == _MONDAY else 2 :]
    )


def _worlds(monday: date) -> list[HolidayDates]:
    """No holidays, every second day a public one, all school holidays, both."""
    days = [monday + timedelta(days=count) for count in range(-1, 8)]
    none: frozenset[date] = frozenset()
    every, second = frozenset(days), frozenset(days[::2])
    kinds = ((none, none), (second, none), (none, every), (every, second))
    return [HolidayDates(public, school) for public, school in kinds]
