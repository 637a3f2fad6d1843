"""Where everything of a timeline stands: lanes, rows, marks and labels that never overlap. No Qt
beyond the runs of words; widths are asked of a `Measure`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.records.plan import PhaseView, PlanView, StepView
from app.rules.calendar import Precision
from app.rules.terms import Answer, StepState
from ui import wording
from ui.onboarding.scale import Scale
from ui.onboarding.shapes import QUIET, Shape, shape_of
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.blocker_words import barring_steps
from ui.widgets.runs import Run

ROW, LANE_PAD, MARK, GAP, STAGGER = 20, 1, 16, 4, 9
WITHOUT_PHASE = "Ohne Phase"


class Measure(Protocol):
    """How wide words are, in pixels; `elided` shortens them to a width."""

    def width(self, runs: Sequence[Run]) -> float: ...
    def elided(self, run: Run, width: float) -> Run: ...


@dataclass(frozen=True)
class Mark:
    """One step in the picture. `x`, `y` are its centre, `left` to `right` what it and its label
    take of the row, `words` where its label begins (none where there is no label)."""

    step: StepView
    shape: Shape
    lane: int
    row: int
    x: float
    y: float
    left: float
    right: float
    words: float
    label: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Lane:
    """A phase: its stripe from `top`, `rows` rows high, and the numbers of its marks by date.

    `span` is the stretch from its first to its last dated mark, None without one; `summary` stands
    where everything is done.
    """

    phase: PhaseView
    top: float
    height: float
    rows: int
    marks: tuple[int, ...]
    span: tuple[float, float] | None
    summary: tuple[Run, ...] = ()
    summary_x: float = 0.0
    summary_right: float = 0.0


@dataclass(frozen=True)
class Picture:
    """A whole timeline, laid out; marks in the order of lanes, then of dates."""

    scale: Scale
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    height: float

    def taken(self, lane: Lane, row: int) -> list[tuple[float, float]]:
        """What labels and marks take of a row, for lines that pass behind them."""
        found = [
            (mark.left, mark.right)
            for mark in (self.marks[at] for at in lane.marks)
            if mark.row == row
        ]
        if row == 0 and lane.summary:
            found.append((lane.summary_x - GAP, lane.summary_right))
        return found


def shown(plan: PlanView) -> list[StepView]:
    """The steps a timeline shows: what applies or may apply, and whatever was done."""
    return [
        step for step in plan.steps if step.applies is not Answer.NO or step.state is StepState.DONE
    ]


def arrange(
    plan: PlanView,
    scale: Scale,
    measure: Measure,
    unit: float = 1.0,
    *,
    left_first: bool = True,
) -> Picture:
    """Lay out a plan. `unit` is a pixel of the drawings at 100 % in pixels here; `left_first` puts
    labels left of their marks where both sides are free, which leaves room for later marks."""
    lanes: list[Lane] = []
    marks: list[Mark] = []
    top = 0.0
    steps = shown(plan)
    barring = barring_steps(plan)
    phases = list(plan.phases)
    known = {phase.key for phase in phases}
    rest = [step for step in steps if step.phase not in known]
    if rest:
        done = sum(step.state is StepState.DONE for step in rest)
        phases.append(PhaseView("", WITHOUT_PHASE, done, len(rest)))
    for number, phase in enumerate(phases):
        own = rest if not phase.key else [step for step in steps if step.phase == phase.key]
        filling = _Lane(number, phase, own, barring, scale, measure, unit, left_first=left_first)
        lane, found = filling.laid(top, len(marks))
        lanes.append(lane)
        marks.extend(found)
        top += lane.height
    return Picture(scale, tuple(lanes), tuple(marks), top)


class _Lane:
    """One lane being filled: the first row with room takes a mark and its label."""

    def __init__(
        self,
        number: int,
        phase: PhaseView,
        steps: Sequence[StepView],
        barring: frozenset[int],
        scale: Scale,
        measure: Measure,
        unit: float,
        *,
        left_first: bool,
    ) -> None:
        self._left_first = left_first
        self._number = number
        self._phase = phase
        self._scale = scale
        self._measure = measure
        self._unit = unit
        self._barring = barring
        self._steps = sorted(steps, key=lambda step: (scale.of(step.due), step.due is None))
        self._rows: list[list[tuple[float, float]]] = []
        self._marks: list[Mark] = []

    def laid(self, top: float, first: int) -> tuple[Lane, list[Mark]]:
        """The lane below `top`, its marks numbered from `first`."""
        for step in self._steps:
            if self._shape(step) in QUIET:
                self._place_quiet(step)
        summary, summary_x, summary_right = self._summary()
        for step in self._steps:
            if self._shape(step) not in QUIET:
                self._place(step)
        row_high, pad = ROW * self._unit, LANE_PAD * self._unit
        marks = sorted(self._marks, key=lambda mark: (mark.x, mark.row))
        marks = [replace(mark, y=top + pad + (mark.row + 0.5) * row_high) for mark in marks]
        rows = max(1, len(self._rows))
        lane = Lane(
            phase=self._phase,
            top=top,
            height=rows * row_high + 2 * pad,
            rows=rows,
            marks=tuple(range(first, first + len(marks))),
            span=self._span(),
            summary=summary,
            summary_x=summary_x,
            summary_right=summary_right,
        )
        return lane, marks

    def _place_quiet(self, step: StepView) -> None:
        """A done mark has no label; marks of the same days stand side by side like cards."""
        half = MARK * self._unit / 2
        x = self._scale.of(step.due)
        if self._marks:
            x = max(x, self._marks[-1].x + STAGGER * self._unit)
        x = min(x, self._scale.width - half)
        self._take(0, x - half, x + half)
        shape = self._shape(step)
        self._marks.append(Mark(step, shape, self._number, 0, x, 0, x - half, x + half, x))

    def _place(self, step: StepView) -> None:
        x = self._scale.of(step.due)
        for label in self._labels(step):
            wide = self._measure.width(label)
            for row in range(len(self._rows)):
                if self._put(step, row, x, label, wide):
                    return
            self._rows.append([])
            if self._put(step, len(self._rows) - 1, x, label, wide):
                return
            self._rows.pop()
        raise AssertionError("the last label always fits")  # it is cut to the room there is

    def _put(self, step: StepView, row: int, x: float, label: tuple[Run, ...], wide: float) -> bool:
        half, gap = MARK * self._unit / 2, GAP * self._unit
        sides = [
            (x - half - gap - wide, x + half, x - half - gap - wide),
            (x - half, x + half + gap + wide, x + half + gap),
        ]
        for left, right, words in sides if self._left_first else reversed(sides):
            inside = left >= 0 and right <= self._scale.width
            if inside and self._is_free(row, left, right):
                self._take(row, left, right)
                shape = self._shape(step)
                mark = Mark(step, shape, self._number, row, x, 0, left, right, words, label)
                self._marks.append(mark)
                return True
        return False

    def _labels(self, step: StepView) -> list[tuple[Run, ...]]:
        """The label of a step, whole, without who acts, and cut to the room there is."""
        shape = self._shape(step)
        when, title, who, stands = label_of(step, shape, with_year=self._is_outside(step))
        whole = (*when, title, *who, *stands)
        if step.applies is Answer.UNCLEAR:
            _, _, _, stands = label_of(step, shape, brief=True)
        short = (*when, title, *stands)
        x = self._scale.of(step.due)
        half, gap = MARK * self._unit / 2, GAP * self._unit
        room = max(x, self._scale.width - x) - half - gap - 1
        rest = self._measure.width(when)
        tail = self._measure.width(stands)
        if rest + tail < room * 0.7:
            cut = (*when, self._measure.elided(title, room - rest - tail), *stands)
        else:
            cut = (self._measure.elided(title, room),)
        return [whole, short, cut]

    def _shape(self, step: StepView) -> Shape:
        return shape_of(step, self._barring)

    def _is_outside(self, step: StepView) -> bool:
        stretch = self._scale.stretch
        return step.due is not None and not stretch.first <= step.due.on <= stretch.last

    def _summary(self) -> tuple[tuple[Run, ...], float, float]:
        quiet = self._marks
        if not quiet or len(quiet) < len(self._steps):
            return (), 0.0, 0.0
        dates = [mark.step.done_on for mark in quiet if mark.step.done_on]
        last = max(dates, default=None)
        when = f"{wording.DAYS[last.weekday()]} {last:%d.%m.}" if last else ""
        if len(quiet) == 1:
            text = step_words.standing(quiet[0].step)
        elif any(mark.shape is Shape.NOT_NEEDED for mark in quiet):
            text = f"alle {len(quiet)} erledigt oder nicht nötig"
        else:
            text = f"alle {len(quiet)} erledigt" + (f", zuletzt {when}" if when else "")
        label = (Run(text, tone=Tone.SECOND),)
        wide = self._measure.width(label)
        left = max(mark.right for mark in quiet) + GAP * self._unit
        if left + wide > self._scale.width:
            left = min(mark.left for mark in quiet) - GAP * self._unit - wide
        if left < 0:
            return (), 0.0, 0.0
        return label, left, left + wide

    def _span(self) -> tuple[float, float] | None:
        inside = [mark.x for mark in self._marks if mark.step.due and mark.x <= self._scale.end]
        if not inside:
            return None
        half = MARK * self._unit / 2
        return min(inside) - half, max(inside) + half

    def _is_free(self, row: int, left: float, right: float) -> bool:
        gap = GAP * self._unit
        return all(right + gap <= a or left - gap >= b for a, b in self._rows[row])

    def _take(self, row: int, left: float, right: float) -> None:
        while len(self._rows) <= row:
            self._rows.append([])
        self._rows[row].append((left, right))


def label_of(
    step: StepView, shape: Shape | None = None, *, with_year: bool = False, brief: bool = False
) -> tuple[tuple[Run, ...], Run, tuple[Run, ...], tuple[Run, ...]]:
    """The label in four parts: when, title, who acts, where it stands where that matters;
    `brief` leaves out what would have to be known."""
    when: tuple[Run, ...] = ()
    if step.due is not None:
        text = f"{step.due.on:%d.%m.%Y}" if with_year else f"{step.due.on:%d.%m.}"
        if step.due.precision is Precision.MONTH:
            text = f"{step.due.on:%m.%Y}"
        when = (Run(f"{text} ", tone=Tone.SECOND),)
    shape = shape or shape_of(step)
    urgent = shape in (Shape.LATE, Shape.TODAY, Shape.BARRED)
    who = step_words.roles(step)
    stands: tuple[Run, ...] = ()
    if step.late and shape in (Shape.LATE, Shape.BARRED):
        tone = Tone.RED if step_words.is_broken(step) else Tone.INK
        stands = (Run(" · "), Run(step_words.distance(step), strong=True, tone=tone))
    elif step.days_left == 0 and shape in (Shape.TODAY, Shape.BARRED):
        stands = (Run(" · "), Run("heute", strong=True))
    elif step.applies is Answer.UNCLEAR and shape not in QUIET:
        words = "unklar" if brief else step_words.unclear(step)
        stands = (Run(" · "), Run(words, strong=True))
    elif shape is Shape.UNDATED:
        stands = (Run(" · "), Run("Datum fehlt", strong=True))
    if shape is Shape.BARRED:
        stands = (*stands, Run(" · "), Run("sperrt", strong=True, tone=Tone.RED))
    if step.pinned and shape is not Shape.UNDATED:
        stands = (*stands, Run(" · "), Run("fixiert", strong=True))
    if step.by_hand:
        stands = (*stands, Run(" · "), Run("dazugenommen"))
    return (
        when,
        Run(step.short, strong=urgent or step.own),
        (Run(f" · {who}", tone=Tone.SECOND),) if who else (),
        stands,
    )
