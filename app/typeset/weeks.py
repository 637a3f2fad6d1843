"""Draws small weeks: days as rows, hours as columns, bars for what is open, needed or missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.typeset import shapes, styles
from app.typeset.inline import Bar
from app.typeset.marks import Mark, Shape
from app.typeset.rows import KeyEntry, SmallWeek, Span
from app.typeset.setter import Setter
from app.typeset.styles import Colour

_BAR = 3.0
_LINE = 0.2
_KEY_PITCH = 30.0
#: The hours that may lie between two numbers, and what a number of two digits takes, mm.
_EVERY = (2, 4, 6, 12)
_NUMBER = 5.0
_LABELS = (8.0, 18.0)
_DUTIES = frozenset({Bar.PERSON, Bar.PARTNER})
_OPENED = frozenset({Bar.OPEN, Bar.MARGINAL})
#: The pitch of a row of hours, of a thin bar under it, and what parts such rows, mm.
_OPEN, _THIN, _APART = 4.0, 1.3, 0.7


@dataclass(frozen=True, slots=True)
class Measure:
    """`hour` mm per hour from `start`; `labels` mm for the day names; a number every `least` hours,
    or less often where they would touch. `row` is the pitch of the days, `under` how many thin bars
    of duties lie under what is open.
    """

    hour: float
    start: int
    end: int
    labels: float
    least: int
    row: float = 4.0
    under: int = 0

    @property
    def width(self) -> float:
        return self.labels + (self.end - self.start) * self.hour

    @property
    def every(self) -> int:
        """Hours from one number to the next."""
        often = (hours for hours in _EVERY if hours >= self.least and hours * self.hour >= _NUMBER)
        return next(often, _EVERY[-1])


def label_room(week: SmallWeek, setter: Setter) -> float:
    """Width of the day names: 8 mm, up to 18 where a language has no short ones."""
    widest = max((setter.breaker.width(d.label, styles.TABLE) for d in week.days), default=0.0)
    return min(max(_LABELS[0], widest + 2.0), _LABELS[1])


def childcare(week: SmallWeek, labels: float = 8.0, width: float = 94.0) -> Measure:
    """Wide week beside a provider: 4.8 mm per hour from 5:00, narrower where that is too wide."""
    start, end = _hours(week, 5, 22)
    shown = {span.bar for day in week.days for span in day.spans}
    hour = min(4.8, (width - 4.4 - labels) / (end - start))
    own = 2 if Bar.PARTNER in shown else int(Bar.PERSON in shown)
    if own and shown & _OPENED:
        return Measure(hour, start, end, labels, 2, _OPEN + own * _THIN + _APART, own)
    return Measure(hour, start, end, labels, 2, styles.LEADING if own else _OPEN)


def contact(week: SmallWeek, labels: float = 8.0, width: float = 38.0) -> Measure:
    """Narrow week in a row of contacts: 2.8 mm per hour from 8:00."""
    start, end = _hours(week, 8, 18)
    return Measure(min(2.8, (width - 1.0 - labels) / (end - start)), start, end, labels, 4)


def _hours(week: SmallWeek, start: int, end: int) -> tuple[int, int]:
    spans = [span for day in week.days for span in day.spans]
    if week.hour_to > week.hour_from:
        start, end = week.hour_from, week.hour_to
    first = min((span.start for span in spans), default=start * 60) // 60
    last = -(-max((span.end for span in spans), default=end * 60) // 60)
    return max(0, min(start, first)), min(48, max(end, last))


def height(week: SmallWeek, measure: Measure) -> float:
    """From the baseline of the hour numbers to the end of the last row, mm."""
    return 1.0 + len(week.days) * measure.row


def draw(
    week: SmallWeek, measure: Measure, setter: Setter, parent: int, x: float, baseline: float
) -> tuple[Mark, ...]:
    """One figure with `week.alt`; `baseline` is that of the hour numbers."""
    figure = setter.elements.add("Figure", parent, alt=week.alt)
    zero = x + measure.labels
    top = baseline + 1.0
    bottom = top + len(week.days) * measure.row
    whole = (x, baseline - 3.2, measure.width + 2.0, bottom - baseline + 3.2)
    first = -(-measure.start // measure.every) * measure.every
    places = {
        hour: (hour - measure.start) * measure.hour
        for hour in range(first, measure.end + 1, measure.every)
    }
    grid = " ".join(shapes.segment(at, 0, at, bottom - top) for at in places.values())
    marks: list[Mark] = [Shape(figure, zero, top, grid, stroke=Colour.HOUR, line=0.15, box=whole)]
    for hour, at in places.items():
        number = str(hour if hour <= 24 else hour - 24)
        marks += setter.single(
            number, styles.NOTE, figure, zero + at - 4, baseline, width=8, flush="centre"
        )
    for index, day in enumerate(week.days):
        row = top + index * measure.row
        name = row + (_OPEN if measure.under else measure.row) / 2 + 1.15
        marks += setter.single(day.label, styles.TABLE, figure, x, name, width=measure.labels - 1)
        marks += _bars(day.spans, measure, figure, zero, row)
    return tuple(marks)


#: Painted from the ground up, so that a need lies on what is open and a gap on all.
_ORDER = (Bar.OPEN, Bar.MARGINAL, Bar.PERSON, Bar.NEED, Bar.PARTNER, Bar.GAP)


def _bars(
    spans: Iterable[Span], measure: Measure, figure: int, zero: float, row: float
) -> list[Mark]:
    own = measure.row > styles.TABLE_LEADING
    marks: list[Mark] = []
    for span in sorted(spans, key=lambda s: _ORDER.index(s.bar)):
        left = zero + (max(span.start, measure.start * 60) / 60 - measure.start) * measure.hour
        right = zero + (min(span.end, measure.end * 60) / 60 - measure.start) * measure.hour
        if right > left and measure.under:
            marks += _over_duties(span.bar, figure, left, row, right - left)
        elif right > left:
            marks += bar(span.bar, figure, left, row, right - left, measure.row, own=own)
    return marks


def _over_duties(kind: Bar, figure: int, x: float, row: float, width: float) -> list[Mark]:
    """A bar of a place, or a duty under it: the second person's under the first's."""
    if kind not in _DUTIES:
        return bar(kind, figure, x, row, width, _OPEN, own=False)
    top = row + _OPEN - 0.2 + (_THIN if kind is Bar.PARTNER else 0.0)
    fill = Colour.PARTNER if kind is Bar.PARTNER else Colour.WHITE
    return [_outlined(figure, x, top, width, 1.0, fill, Colour.INK)]


def bar(
    kind: Bar, figure: int, x: float, row: float, width: float, pitch: float, *, own: bool
) -> list[Mark]:
    """One bar in a row of `pitch` mm; `own`: the family's own week, three thin bars to a day."""
    middle = row + pitch / 2
    if kind in (Bar.PERSON, Bar.PARTNER) and pitch < styles.LEADING and own:
        fill = Colour.WHITE if kind is Bar.PERSON else Colour.PARTNER
        return [_outlined(figure, x, middle - 0.5, width, 1.0, fill, Colour.INK)]
    if kind is Bar.NEED:
        return [_filled(figure, x, middle - 0.45, width, 0.9, Colour.INK)]
    if kind in (Bar.PERSON, Bar.PARTNER) and own:
        top = middle - 1.95 if kind is Bar.PERSON else middle + 0.95
        fill = Colour.WHITE if kind is Bar.PERSON else Colour.PARTNER
        return [_outlined(figure, x, top, width, 1.0, fill, Colour.INK)]
    top = middle - _BAR / 2
    if kind is Bar.GAP:
        box = _outlined(figure, x, top, width, _BAR, Colour.WHITE, Colour.INK, 0.3)
        cross = Shape(
            figure,
            x + width / 2,
            middle,
            "-0.6 -0.6 m 0.6 0.6 l -0.6 0.6 m 0.6 -0.6 l",
            stroke=Colour.INK,
            line=0.3,
        )
        return [box, cross] if width >= 1.6 else [box]
    if kind is Bar.MARGINAL:
        ground = _outlined(figure, x, top, width, _BAR, Colour.WHITE, Colour.ACCENT)
        lines = Shape(figure, x, top, hatch(width, _BAR, 0.9), stroke=Colour.ACCENT, line=0.15)
        return [ground, lines]
    fill = {Bar.OPEN: Colour.TINT, Bar.PARTNER: Colour.PARTNER}.get(kind, Colour.WHITE)
    return [_outlined(figure, x, top, width, _BAR, fill, Colour.ACCENT)]


def hatch(width: float, height: float, step: float) -> str:
    """Lines at 45 degrees inside a rectangle, `step` mm apart along its side."""
    parts: list[str] = []
    at = step
    while at < width + height:
        x1, y1 = (at, 0.0) if at <= width else (width, at - width)
        x2, y2 = (0.0, at) if at <= height else (at - height, height)
        parts.append(shapes.segment(x1, y1, x2, y2))
        at += step
    return " ".join(parts) or shapes.segment(0, 0, 0, 0)


def _filled(figure: int, x: float, y: float, w: float, h: float, fill: Colour) -> Shape:
    return Shape(figure, x, y, shapes.rectangle(0, 0, w, h), fill=fill)


def _outlined(
    figure: int,
    x: float,
    y: float,
    w: float,
    h: float,
    fill: Colour,
    stroke: Colour,
    line: float = _LINE,
) -> Shape:
    return Shape(figure, x, y, shapes.rectangle(0, 0, w, h), fill=fill, stroke=stroke, line=line)


def key(
    entries: tuple[KeyEntry, ...],
    setter: Setter,
    parent: int,
    x: float,
    baseline: float,
    width: float,
) -> tuple[tuple[Mark, ...], float]:
    """Samples of the bars with their words, three to a line; and the last baseline."""
    marks: list[Mark] = []
    element = setter.elements.add("P", parent) if entries else -1
    last = baseline
    for index, entry in enumerate(entries):
        left = x + _KEY_PITCH * (index % 3)
        room = (_KEY_PITCH if index % 3 < 2 else width - 2 * _KEY_PITCH) - 8.5
        last = baseline + index // 3 * 4.4
        marks += bar(entry.bar, -1, left, last - 3.15, 6.0, 4.0, own=True)
        marks += setter.single(entry.label, styles.TABLE, element, left + 8.5, last, width=room)
    return tuple(marks), last
