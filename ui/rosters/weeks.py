"""Days of a roster laid out as weeks: the rows of a grid from Monday to Sunday. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7


@dataclass(frozen=True)
class Weeks:
    """`days` days from `first`, in rows of calendar weeks; `turning` where they repeat, so that
    the weeks are counted and not dated."""

    first: date
    days: int
    turning: bool

    @property
    def rows(self) -> int:
        return -(-(self.first.weekday() + self.days) // WEEK)

    def day(self, row: int, column: int) -> int | None:
        """The roster's day in a row (from 0) and column (0 Monday), None outside the roster."""
        day = row * WEEK + column - self.first.weekday()
        return day if 0 <= day < self.days else None

    def place(self, day: int) -> tuple[int, int]:
        """Row and column of a day."""
        return divmod(day + self.first.weekday(), WEEK)

    def on(self, day: int) -> date:
        """The date of a day; of a turning roster that of the first turn."""
        return self.first + timedelta(days=day)

    def row_days(self, row: int) -> tuple[int, ...]:
        """The days of a row that belong to the roster."""
        found = (self.day(row, column) for column in range(WEEK))
        return tuple(day for day in found if day is not None)
