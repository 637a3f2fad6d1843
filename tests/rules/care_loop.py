"""Care counted by a plain loop over real minutes: slow, and independent of the rules it checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Place:
    """Weekly windows by weekday, days it is closed; whether it goes to fetch, is a kita."""

    windows: dict[int, tuple[tuple[int, int], ...]]
    closed: frozenset[date] = frozenset()
    goes: bool = False
    is_kita: bool = False

    @property
    def osm(self) -> str:
        """The same as an OSM opening_hours value."""
        days = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
        rules = [
            f"{days[day]} " + ",".join(f"{_clock(s)}-{_clock(e)}" for s, e in spans)
            for day, spans in sorted(self.windows.items())
            if spans
        ]
        rules += [f"{day:%Y %b %d} off" for day in sorted(self.closed)]
        return "; ".join([*rules, "PH off"]) if rules else ""


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def real_minutes(first: date, days: int) -> list[datetime]:
    """The wall clock at every real minute of the days."""
    at = datetime.combine(first, datetime.min.time(), BERLIN).astimezone(UTC)
    end = datetime.combine(first + timedelta(days=days), datetime.min.time(), BERLIN)
    found = []
    while at < end.astimezone(UTC):
        found.append(at.astimezone(BERLIN))
        at += timedelta(minutes=1)
    return found


class Clock:
    """Finds wall times among real minutes; two days more on both sides."""

    def __init__(self, first: date, days: int) -> None:
        self.before = 2
        around = real_minutes(first - timedelta(days=2), days + 5)
        self.start = next(at for at, now in enumerate(around) if now.date() == first)
        end = first + timedelta(days=days)
        self.length = sum(1 for now in around if first <= now.date() < end)
        self.days: dict[date, list[tuple[int, int]]] = {}
        for at, now in enumerate(around):
            wall = now.hour * 60 + now.minute
            self.days.setdefault(now.date(), []).append((wall, at - self.start))

    def at(self, on: date, minute: int, *, later: bool) -> int:
        """The first or last real minute at which the clock of that day shows `minute`; the next
        one where it never does."""
        on, minute = on + timedelta(days=minute // 1440), minute % 1440
        shown = [at for wall, at in self.days[on] if wall == minute]
        if shown:
            return shown[-1 if later else 0]
        return next(at for wall, at in self.days[on] if wall > minute)


def needed(parents, first: date, days: int) -> list[bool]:
    """Whether a child needs care at each real minute. A parent: (duties by date, before, after);
    a duty: (start, end) in minutes of its day, and minutes of sleep after it where there are."""
    clock = Clock(first, days)
    common = [True] * clock.length
    for duties, before, after in parents:
        away = [False] * clock.length
        for on, (start, end, *sleep) in duties:
            begins = clock.at(on, start, later=False) - before
            ends = clock.at(on, end, later=True) + after + sum(sleep)
            for minute in range(max(begins, 0), min(ends, clock.length)):
                away[minute] = True
        common = [one and other for one, other in zip(common, away, strict=True)]
    return common


def there(place: Place, first: date, days: int, holidays: frozenset[date]) -> list[bool]:
    """Whether a place is open at each real minute."""
    clock = Clock(first, days)
    found = [False] * clock.length
    for count in range(days):
        on = first + timedelta(days=count)
        if on in holidays or on in place.closed:
            continue
        for start, end in place.windows.get(on.weekday(), ()):
            begins = clock.at(on, start, later=True)
            for minute in range(begins, clock.at(on, end, later=False)):
                found[minute] = True
    return found


def covered(need: list[bool], places: list[tuple[list[bool], bool]], ways) -> int:
    """The most minutes that these places (open minutes, whether it goes) can cover: a child is at
    one place; at each minute it may be taken to another that is open, where whoever goes is free
    all the way."""
    total, run = 0, []
    for minute, wanted in enumerate([*need, False]):
        if wanted:
            run.append(minute)
        elif run:
            total += _run(run, places, ways)
            run = []
    return total


def _run(run: list[int], places, ways) -> int:
    values = [0] * len(places)
    for minute in run:
        if minute > run[0]:
            reached = list(values)
            for one in range(len(places)):
                for other in range(len(places)):
                    if one != other and _may_go(one, other, minute, places, ways[one][other]):
                        reached[other] = max(reached[other], values[one])
            values = reached
        values = [value + places[at][0][minute] for at, value in enumerate(values)]
    return max(values, default=0)


def _may_go(one: int, other: int, minute: int, places, way: int | None) -> bool:
    if way is None or not places[other][0][minute]:
        return False
    if way == 0:
        return True
    if places[other][1]:
        minutes = range(minute - way, minute)
        goes = other
    elif places[one][1]:
        minutes = range(minute, minute + way)
        goes = one
    else:
        return False
    open_ = places[goes][0]
    return all(0 <= each < len(open_) and open_[each] for each in minutes)


def best(need: list[bool], places: list[tuple[list[bool], bool]], kitas: list[bool], ways) -> int:
    """The most minutes that up to three of them can cover, at most one kita."""
    found = 0
    for size in (1, 2, 3):
        for chosen in combinations(range(len(places)), size):
            if sum(kitas[each] for each in chosen) > 1:
                continue
            among = [[ways[a][b] for b in chosen] for a in chosen]
            found = max(found, covered(need, [places[each] for each in chosen], among))
    return found
