"""From days to pixels: the stretch of time a timeline shows, and where it puts the rest. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from app.rules.calendar import Day, Precision, plus_months

AHEAD = 60  # days shown after today at least
BEHIND = 90  # days shown before today where the whole past does not fit
FAR_BEHIND, FAR_AHEAD = 36, 72  # months from today that many plans together show true to scale
NARROWEST, WIDEST = 0.75, 6.0  # pixels a day among months
YEARS_NARROWEST = 0.12  # pixels a day where a whole plan of decades has to fit


class Zoom(Enum):
    """How much a step along the axis is, from near to far."""

    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    YEAR = "year"

    def nearer(self) -> Zoom:
        """One step in; the same at the end."""
        return list(Zoom)[max(list(Zoom).index(self) - 1, 0)]

    def farther(self) -> Zoom:
        """One step out; the same at the end."""
        return list(Zoom)[min(list(Zoom).index(self) + 1, len(Zoom) - 1)]


# Pixels a day; months take what room there is.
PER_DAY: Mapping[Zoom, float] = {
    Zoom.WEEKS: 12.0,
    Zoom.MONTHS: 3.0,
    Zoom.QUARTERS: 0.7,
    Zoom.YEAR: 0.35,
}
# Days without anything, after which what follows stands under "später".
GAPS: Mapping[Zoom, int] = {
    Zoom.WEEKS: 150,
    Zoom.MONTHS: 150,
    Zoom.QUARTERS: 550,
    Zoom.YEAR: 40_000,
}


@dataclass(frozen=True)
class Stretch:
    """The days shown true to scale, both included; `earlier` and `later` where something lies
    outside them."""

    first: date
    last: date
    later: bool
    earlier: bool = False

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Scale:
    """Where a day lies: pixels from the left end of the picture.

    What is due before the stretch stands at `earlier_x`, after it at `later_x`, what has no date
    at `undated_x`; `left` and `end` are where the days begin and end, `width` that of the picture.
    """

    stretch: Stretch
    per_day: float
    left: float
    earlier_x: float
    later_x: float
    undated_x: float
    end: float
    width: float

    def x(self, day: date) -> float:
        """The middle of a day; one outside the stretch stands under "früher" or "später"."""
        if day < self.stretch.first:
            return self.earlier_x
        if day > self.stretch.last:
            return self.later_x
        return self.left + ((day - self.stretch.first).days + 0.5) * self.per_day

    def edge(self, day: date) -> float:
        """The left edge of a day, for the lines between months."""
        return self.left + (day - self.stretch.first).days * self.per_day

    def of(self, due: Day | None) -> float:
        """The middle of a day or of a month, or where steps without a date stand."""
        if due is None:
            return self.undated_x
        if due.precision is Precision.MONTH:
            return self.x(due.on + timedelta(days=14))
        return self.x(due.on)

    def number(self, x: float) -> float:
        """How many days after the first one a place lies; held at the ends of the stretch."""
        return min(max((x - self.left) / self.per_day, 0.0), float(self.stretch.days))

    def place(self, day: date, rest: float = 0.0) -> float:
        """Where a day begins, and a part of it has passed, wherever the stretch ends."""
        return self.left + ((day - self.stretch.first).days + rest) * self.per_day


def stretch_of(
    days: Iterable[date],
    today: date,
    longest: int | None = None,
    gap: int = GAPS[Zoom.MONTHS],
) -> Stretch:
    """The whole months that hold today and all days up to the first gap of more than `gap` days
    after it; where they are more than `longest` days, the far past is left out."""
    known = sorted({*days, today})
    last = known[0]
    later = False
    for day in known:
        if last >= today and (day - last).days > gap:
            later = True
            break
        last = day
    last = max(last, today + timedelta(days=AHEAD))
    later = later and known[-1] > last
    first = known[0].replace(day=1)
    last = plus_months(last.replace(day=1), 1) - timedelta(days=1)
    recent = (today - timedelta(days=BEHIND)).replace(day=1)
    if longest is not None and (last - first).days >= longest and first < recent:
        return Stretch(recent, last, later, earlier=True)
    return Stretch(first, last, later)


def fitted(
    stretch: Stretch,
    zoom: Zoom,
    room: float,
    *,
    unit: float = 1.0,
    earlier_wide: float = 0.0,
    later_wide: float = 0.0,
    undated_wide: float = 0.0,
) -> Scale:
    """The scale that fills `room` pixels among months; wider than it where days would be too
    narrow, and always among weeks. Among quarters and years more months are shown until the room
    is full. `unit` is a pixel of the drawings; the three widths are those of the columns beside
    the days, 0 for none."""
    margin = 8 * unit
    left = margin + earlier_wide
    tail = later_wide + undated_wide
    free = room - left - margin - tail
    per_day = PER_DAY[zoom] * unit
    if zoom is Zoom.MONTHS:
        per_day = min(max(free / stretch.days, NARROWEST * unit), WIDEST * unit)
    elif zoom is Zoom.YEAR:
        per_day = min(max(free / stretch.days, YEARS_NARROWEST * unit), per_day)
    if zoom in (Zoom.QUARTERS, Zoom.YEAR):
        stretch = _filling(stretch, int(free / per_day))
    end = left + per_day * stretch.days
    return Scale(
        stretch=stretch,
        per_day=per_day,
        left=left,
        earlier_x=margin + earlier_wide / 2,
        later_x=end + later_wide / 2,
        undated_x=end + later_wide + undated_wide / 2,
        end=end,
        width=max(room, end + tail + margin),
    )


def uniform(
    days: Iterable[date], today: date, zoom: Zoom, room: float, *, unit: float, beside: float
) -> Scale:
    """The same pixels a day for many plans, from the first of these days to the last; what lies
    very far off stands in a column `beside` pixels wide."""
    known = sorted({today, *days})
    first = max(known[0], plus_months(today, -FAR_BEHIND)).replace(day=1)
    last = min(max(known[-1], today + timedelta(days=AHEAD)), plus_months(today, FAR_AHEAD))
    last = plus_months(last.replace(day=1), 1) - timedelta(days=1)
    earlier, later = known[0] < first, known[-1] > last
    stretch = Stretch(first, last, later, earlier)
    margin, per_day = 8 * unit, PER_DAY[zoom] * unit
    left = margin + (beside if earlier else 0.0)
    tail = beside if later else 0.0
    stretch = _filling(stretch, int((room - left - tail - margin) / per_day))
    end = left + per_day * stretch.days
    return Scale(
        stretch=stretch,
        per_day=per_day,
        left=left,
        earlier_x=(left + margin) / 2 if earlier else margin,
        later_x=end + tail / 2,
        undated_x=end + tail,
        end=end,
        width=end + tail + margin,
    )


def months_of(stretch: Stretch) -> list[date]:
    """The first day of each month shown."""
    found = [stretch.first]
    while (following := plus_months(found[-1], 1)) <= stretch.last:
        found.append(following)
    return found


def quarters_of(stretch: Stretch) -> list[date]:
    """The first day of each quarter shown."""
    return [month for month in months_of(stretch) if month.month % 3 == 1]


def mondays_of(stretch: Stretch) -> list[date]:
    """Each Monday shown."""
    first = stretch.first + timedelta(days=-stretch.first.weekday() % 7)
    return [first + timedelta(weeks=n) for n in range((stretch.last - first).days // 7 + 1)]


def _filling(stretch: Stretch, days: int) -> Stretch:
    """The stretch with as many whole months more as `days` have room for."""
    last = stretch.last
    while True:
        further = plus_months(last + timedelta(days=1), 1) - timedelta(days=1)
        if (further - stretch.first).days >= days:
            return replace(stretch, last=last)
        last = further
