"""Real minutes of a run of days in wall time: what a clock shows, put on one line of minutes.

Hours and shifts are written as a clock on the wall shows them. On the two days of the change a day
has 1380 or 1500 minutes (§ 4 EinhZeitG with the Sommerzeitverordnung; Directive 2000/84/EC), so
wall time is turned into minutes that really pass before anything is added or compared.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Berlin")
DAY = 1440


@dataclass(frozen=True)
class Days:
    """`count` days from `first`. A minute of them counts from the first midnight, 0 to `length`."""

    first: date
    count: int

    @cached_property
    def midnights(self) -> tuple[int, ...]:
        """The minute each day begins at, and the one the last day ends at: `count` + 1 numbers."""
        start = _utc(self.first, 0, 0)
        return tuple(
            (_utc(self.first + timedelta(days=day), 0, 0) - start) // 60
            for day in range(self.count + 1)
        )

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=self.count - 1)

    @property
    def length(self) -> int:
        """Minutes of all days."""
        return self.midnights[-1]

    def at(self, day: int, minute: int, *, later: bool = False) -> int:
        """The minute of day `day` (0 the first; others count on) at which the clock shows `minute`
        (0 to 2880: beyond 1440 on the day after).

        In the hour that comes twice the first time, or with `later` the second; in the hour that
        does not come, the moment of the change. May lie outside 0 to `length`.
        """
        beyond, minute = divmod(minute, DAY)
        on = self.first + timedelta(days=day + beyond)
        return (_utc(on, minute, 1 if later else 0) - _utc(self.first, 0, 0)) // 60

    def day_of(self, minute: int) -> int:
        """The place of the day a minute lies in."""
        return bisect_right(self.midnights, minute) - 1

    def on(self, minute: int) -> date:
        """The day a minute lies in."""
        return self.first + timedelta(days=self.day_of(minute))

    def shown(self, minute: int) -> int:
        """What the clock shows at a minute, also outside, as minutes of its day (0 to 1439)."""
        day = self.day_of(minute)
        if 0 <= day < self.count and self.midnights[day + 1] - self.midnights[day] == DAY:
            return minute - self.midnights[day]
        moment = datetime.fromtimestamp(_utc(self.first, 0, 0) + minute * 60, HERE)
        return moment.hour * 60 + moment.minute

    def index(self, on: date) -> int:
        """The place of a day, also outside."""
        return (on - self.first).days


@lru_cache(maxsize=65536)
def _utc(on: date, minute: int, fold: int) -> int:
    """Seconds since 1970 of a moment in wall time; in the missing hour the moment of the change."""
    local = datetime(on.year, on.month, on.day, minute // 60, minute % 60, fold=fold, tzinfo=HERE)
    moment = local.astimezone(UTC)
    if moment.astimezone(HERE).replace(tzinfo=None) != local.replace(tzinfo=None):
        # the hour does not come: both folds lie around the change, the gap's length apart
        early = local.replace(fold=1).astimezone(UTC).timestamp()
        late = local.replace(fold=0).astimezone(UTC).timestamp()
        return _change_between(int(early), int(late))
    return int(moment.timestamp())


def _change_between(early: int, late: int) -> int:
    """The second at which the offset from UTC changes between two moments."""
    before = datetime.fromtimestamp(early, HERE).utcoffset()
    while late - early > 1:
        middle = (early + late) // 2
        if datetime.fromtimestamp(middle, HERE).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late
