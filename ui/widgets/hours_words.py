"""Opening hours in words: the ordinary week, when a place is open next, what bounds it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from app.rules.hours import (
    DAY,
    DayHours,
    HolidayDates,
    Opening,
    Slot,
    grouped,
    lower_saxony,
    week,
)
from app.rules.in_force import Bound, Limit
from ui.wording import DAYS

WEEKS = 4  # how far ahead the next opening is looked for


@lru_cache(maxsize=256)
def ordinary_week(osm: str, given: str = "") -> str:
    """Mo–Do 8–12:30, 14–16 · Fr 8–12 – a week without holidays; the words as given where the
    hours cannot be read, blank where neither is known."""
    if not osm.strip():
        return given
    monday = date(2026, 3, 2)  # any week, read without holidays
    days = week(osm, monday, HolidayDates())
    if any(day.opening is Opening.UNKNOWN and not day.slots for day in days):
        return given or osm
    open_groups = [group for group in grouped(days) if group.slots]
    return " · ".join(f"{_runs(group.runs)} {_slots(group.slots)}" for group in open_groups)


@lru_cache(maxsize=256)
def opens(osm: str, today: date) -> str:
    """heute 8–12 Uhr; heute geschlossen, wieder Di 24.11., 8–12 Uhr. Blank where that is not
    known. `osm` as it is in force; holidays are those of Lower Saxony."""
    if not osm.strip():
        return ""
    holidays = _holidays(today)
    days: list[DayHours] = []
    for count in range(WEEKS):
        days += week(osm, today + timedelta(days=7 * count), holidays)
    if days[0].opening is Opening.UNKNOWN:
        return ""
    if days[0].minutes:
        return f"heute {_spans(days[0])}"
    following = next((day for day in days if day.minutes), None)
    if following is None:
        return "heute geschlossen"
    if following.on == today + timedelta(days=1):
        return f"heute geschlossen, morgen {_spans(following)}"
    on = f"{DAYS[following.on.weekday()]} {following.on:%d.%m.}"
    return f"heute geschlossen, wieder {on}, {_spans(following)}"


def told(bounds: Iterable[Bound], successor: str = "") -> tuple[str, ...]:
    """What bounds an entry, each a phrase without a capital: vorübergehend geschlossen bis
    12.12.2026 (Umbau); bis 30.06.2027, danach RGZ Norden."""
    return tuple(_BOUNDS[bound.limit](bound, successor) for bound in bounds)


def _closed(bound: Bound, _successor: str) -> str:
    until = f"bis {bound.last:%d.%m.%Y}" if bound.last else "bis auf Weiteres"
    why = f" ({bound.because.strip()})" if bound.because.strip() else ""
    if bound.limit is Limit.CLOSED:
        return f"vorübergehend geschlossen {until}{why}"
    if bound.first == bound.last:
        return f"am {bound.first:%d.%m.%Y} geschlossen{why}"
    return f"vom {bound.first:%d.%m.%Y} {until} geschlossen{why}"


def _ends(bound: Bound, successor: str) -> str:
    said = "nur bis" if bound.limit is Limit.ENDS else "endete am"
    after = f", danach {successor}" if successor else ""
    return f"{said} {bound.last:%d.%m.%Y}{after}"


_BOUNDS: Mapping[Limit, Callable[[Bound, str], str]] = {
    Limit.CLOSED: _closed,
    Limit.CLOSES: _closed,
    Limit.BEGINS: lambda bound, _: f"erst ab {bound.first:%d.%m.%Y}",
    Limit.ENDS: _ends,
    Limit.ENDED: _ends,
    Limit.HOURS_BEGIN: lambda bound, _: f"Zeiten gelten erst ab {bound.first:%d.%m.%Y}",
    Limit.HOURS_END: lambda bound, _: f"Zeiten gelten bis {bound.last:%d.%m.%Y}",
    Limit.HOURS_ENDED: lambda bound, _: f"Zeiten galten nur bis {bound.last:%d.%m.%Y}",
}


@lru_cache(maxsize=4)
def _holidays(today: date) -> HolidayDates:
    return lower_saxony(today - timedelta(days=1), today + timedelta(days=7 * WEEKS))


def _spans(day: DayHours) -> str:
    said = _slots(tuple(slot for slot in day.slots if slot.sure))
    return said if said.endswith("Uhr") else f"{said} Uhr"


def _slots(slots: tuple[Slot, ...]) -> str:
    return ", ".join(_slot(slot) for slot in slots)


def _slot(slot: Slot) -> str:
    if (slot.start, slot.end) == (0, DAY):
        words = "rund um die Uhr"
    else:
        words = f"{_clock(slot.start)}–{_clock(slot.end)}"
    return words if slot.sure else f"{words} ({slot.comment or 'nach Absprache'})"


def _clock(minutes: int) -> str:
    """8 or 8:30; past midnight the hours begin again."""
    hour, minute = divmod(minutes, 60)
    hour = hour - 24 if hour > 24 else hour
    return f"{hour}:{minute:02d}" if minute else str(hour)


def _runs(runs: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(_run(first, last) for first, last in runs)


def _run(first: int, last: int) -> str:
    if first == last:
        return DAYS[first]
    if (first, last) == (0, 6):
        return "täglich"
    sign = "–" if last - first > 1 else ", "
    return f"{DAYS[first]}{sign}{DAYS[last]}"
