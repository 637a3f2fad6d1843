"""Schedules of HSDS 3 (RFC 5545 rules) and OSM opening_hours, there and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.exchange.cleaning import as_text
from app.exchange.own_parts import iso_day

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_BYDAY = re.compile(r"(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_TIME = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
_WEEKDAYS = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?"
_SIMPLE = re.compile(
    rf"(?:{_WEEKDAYS}(?:,{_WEEKDAYS})*\s+)?"
    r"(?:off|closed|\d\d:\d\d-\d\d:\d\d(?:,\s?\d\d:\d\d-\d\d:\d\d)*)|(?:PH|SH)(?:,(?:PH|SH))?\s+off|24/7"
)
_MONDAY = date(2024, 1, 1)  # a week without holidays of its own: they are given as none


@dataclass(frozen=True)
class Read:
    """What schedules say: OSM hours, words, the days they hold; and those that cannot be said."""

    osm: str = ""
    given: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Rule:
    """A span on weekdays (0 Monday), or on the nth of a month ("Mo[1]")."""

    span: str
    weekdays: frozenset[int] = frozenset()
    monthly: str = ""


def read_schedules(schedules: Iterable[object]) -> Read:
    """Weekly rules, and monthly ones by weekday ("1MO"), become OSM hours; several validities at
    once, other rules and times that are none do not, and are told."""
    rules: list[_Rule] = []
    given: list[str] = []
    left: list[str] = []
    spans: set[tuple[date | None, date | None]] = set()
    for schedule in schedules:
        if not isinstance(schedule, dict):
            left.append(str(schedule)[:200])
            continue
        words = (as_text(schedule.get("description")) or "").strip()
        if words and words not in given:
            given.append(words)
        found = _rule(schedule)
        if found is None:
            if not words or schedule.get("opens_at") or schedule.get("byday"):
                left.append(_told(schedule))
            continue
        rules.append(found)
        spans.add((_day(schedule, "valid_from", "dtstart"), _day(schedule, "valid_to", "until")))
    if len(spans) > 1:
        return Read("", "; ".join(given), left=(*left, *(_span_told(span) for span in spans)))
    first, last = next(iter(spans), (None, None))
    return Read(_osm(rules), "; ".join(given), first, last, tuple(left))


def schedules_of(osm: str, first: date | None, last: date | None) -> list[dict[str, object]]:
    """The weekly rules of OSM hours, one for each slot; a value with seasons, holidays of its own
    or comments is one schedule that says it in its description. Holidays on which it is closed
    are in `notes`. No ids: the caller gives them."""
    valid: dict[str, object] = {}
    if first is not None:
        valid["valid_from"] = first.isoformat()
    if last is not None:
        valid["valid_to"] = last.isoformat()
    if not osm:
        return []
    parts = [part.strip() for part in osm.split(";") if part.strip()]
    if not all(_SIMPLE.fullmatch(part) for part in parts):
        return [valid | {"description": osm}]
    off = [part for part in parts if part.startswith(("PH", "SH"))]
    notes: dict[str, object] = {"notes": "; ".join(off)} if off else {}
    return [
        valid
        | {
            "freq": "WEEKLY",
            "interval": 1,
            "wkst": "MO",
            "byday": ",".join(_DAYS[day] for day in days),
            "opens_at": _clock(start),
            "closes_at": _clock(end),
        }
        | notes
        for (start, end), days in _slots(osm).items()
    ]


def _slots(osm: str) -> dict[tuple[int, int], list[int]]:
    """The weekdays of each slot of an ordinary week, in minutes."""
    from app.rules.hours import HolidayDates, grouped, week

    found: dict[tuple[int, int], list[int]] = {}
    for group in grouped(week(osm, _MONDAY, HolidayDates())):
        for slot in group.slots:
            if slot.sure:
                found.setdefault((slot.start, slot.end), []).extend(group.weekdays)
    return {slot: sorted(days) for slot, days in sorted(found.items())}


def _osm(rules: Sequence[_Rule]) -> str:
    """Each weekday once, since a later rule of OSM replaces an earlier one of its day; rules by the
    month are added to those of the week."""
    spans = {day: sorted({r.span for r in rules if day in r.weekdays}) for day in range(7)}
    days: dict[str, list[int]] = {}
    for day, found in spans.items():
        if found:
            days.setdefault(",".join(found), []).append(day)
    weekly = "; ".join(f"{_runs(each)} {text}" for text, each in days.items())
    monthly = [f"{rule.monthly} {rule.span}" for rule in rules if rule.monthly]
    return ", ".join(part for part in (weekly, *monthly) if part)


def _rule(schedule: Mapping[str, object]) -> _Rule | None:
    """One schedule; None for what is no plain rule of weekdays with times."""
    opens, closes = (_minutes(schedule.get(name)) for name in ("opens_at", "closes_at"))
    if opens is None or closes is None or opens == closes:
        return None
    if any(schedule.get(name) for name in ("byweekno", "bymonthday", "byyearday", "count")):
        return None
    if schedule.get("interval") not in (None, 1, "1"):
        return None
    if closes < opens and closes > 12 * 60:
        return None  # a night ends in the morning
    span = f"{_clock(opens)}-{_clock(closes)}"
    found = [part.strip() for part in (as_text(schedule.get("byday")) or "").split(",")]
    hits = [hit for part in found if (hit := _BYDAY.fullmatch(part))]
    if not hits or len(hits) != len(found):
        return None
    numbered = [(hit[1] or "", _DAYS.index(hit[2])) for hit in hits]
    if not any(nth for nth, _ in numbered):
        weekdays = frozenset(day for _, day in numbered)
        return None if schedule.get("freq") == "MONTHLY" else _Rule(span, weekdays)
    if schedule.get("freq") != "MONTHLY" or not all(nth for nth, _ in numbered):
        return None
    return _Rule(span, monthly=",".join(f"{_OSM_DAYS[day]}[{nth}]" for nth, day in numbered))


def _runs(days: Sequence[int]) -> str:
    """Weekdays as OSM writes them: [0, 1, 2, 4] is Mo-We,Fr."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        _OSM_DAYS[run[0]] if len(run) == 1 else f"{_OSM_DAYS[run[0]]}-{_OSM_DAYS[run[-1]]}"
        for run in runs
    )


def _minutes(raw: object) -> int | None:
    hit = _TIME.fullmatch(raw.strip()) if isinstance(raw, str) else None
    minutes = int(hit[1]) * 60 + int(hit[2]) if hit else None
    return minutes if minutes is not None and minutes <= 1440 else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}" if minutes != 1440 else "24:00"


def _day(schedule: Mapping[str, object], *names: str) -> date | None:
    return next((day for name in names if (day := iso_day(schedule.get(name)))), None)


def _told(schedule: Mapping[str, object]) -> str:
    wanted = ("freq", "interval", "byday", "bymonthday", "opens_at", "closes_at")
    return " ".join(f"{name}={schedule[name]}" for name in wanted if schedule.get(name))[:200]


def _span_told(span: tuple[date | None, date | None]) -> str:
    return " – ".join(day.isoformat() if day else "offen" for day in span)
