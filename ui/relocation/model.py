"""The checklist's rows: steps in two lines of five columns, with a box to tick."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from app.records.plan import PlanView, StepView
from app.rules.standing import LEGAL
from app.rules.terms import Answer, DateKind, StepState
from ui import wording
from ui.theme import Tone
from ui.widgets import opening_words, step_words
from ui.widgets.grouped_model import GroupedModel
from ui.widgets.office_words import in_short
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines


class Checklist(GroupedModel[StepView]):
    """`ticked(step)` when a box is hit; the box changes with the next plan, not before."""

    columns: ClassVar[tuple[str, ...]] = ("Schritt, Stelle", "Frist", "Art", "Unterlagen", "Für")
    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanView | None = None

    def set_plan(self, plan: PlanView) -> None:
        """From which plan the groups come that are shown next."""
        self._plan = plan

    def key_of(self, row: StepView) -> Hashable:
        return row.id

    def cell(self, row: StepView, column: int) -> Lines:
        return cell(row, column, self._plan)

    def spoken(self, row: StepView) -> str:
        opening = opening_words.in_list(row, self._plan.today) if self._plan else ""
        parts = (step_words.spoken(row), opening, step_words.for_whom(row, self._plan))
        return ", ".join(part for part in parts if part)

    def tip(self, row: StepView, column: int) -> str:
        return row.title if column == 0 else super().tip(row, column)

    def box(self, row: StepView) -> Qt.CheckState | None:
        if not has_box(row):
            return None
        done = row.state is StepState.DONE
        return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked

    def hit(self, row: StepView) -> None:
        self.ticked.emit(row.id)


def has_box(step: StepView) -> bool:
    """Whether a step can be ticked: not a hint, and not what does not concern the household."""
    if step.state is StepState.DONE:
        return True
    settled = step.state is StepState.NOT_NEEDED or step.applies is Answer.NO
    return step.kind is not DateKind.HINT and not settled


def cell(step: StepView, column: int, plan: PlanView | None) -> Lines:
    """What a cell says, in two lines."""
    if column == 0:
        second = in_short(step) or step_words.roles(step)
        if _is_unclear(step):
            second = step_words.unclear(step)
        return Lines((Run(step.short, strong=step.own),), (Run(second, tone=Tone.SECOND),))
    if column == 1:
        return _due(step, opening_words.in_list(step, plan.today) if plan else "")
    if column == 2:
        legal = step.kind in LEGAL
        first = Run(step_words.kind(step), strong=legal and not step.own)
        second = "unbelegt" if step.unproven else step.basis
        return Lines((first,), (Run(second, tone=Tone.SECOND),) if second else ())
    if column == 3:
        there, missing = step_words.papers(step)
        return Lines((Run(there),), (Run(missing, tone=Tone.SECOND),) if missing else ())
    return Lines((Run(step_words.for_whom(step, plan)),))


def _settled(stands: str, more: str) -> Lines:
    return Lines((Run(stands, tone=Tone.SECOND),), (Run(more, tone=Tone.SECOND),))


def _is_unclear(step: StepView) -> bool:
    return step.state is StepState.OPEN and step.applies is Answer.UNCLEAR


def _due(step: StepView, opening: str) -> Lines:
    """The date, and how far off it is; the last opening of the office where that comes first."""
    stands = step_words.standing(step)
    if step.state is not StepState.OPEN or step.applies is not Answer.YES:
        if step.state is StepState.DONE and step.done_on is not None:
            return _settled("erledigt", wording.day(step.done_on))
        if step.state is StepState.NOT_NEEDED and step.reason:
            return _settled("nicht nötig", step.reason)
        if _is_unclear(step):
            stands = "unklar"
            if step.due is not None:
                return Lines((Run(step_words.due_day(step)),), (Run(stands, strong=True),))
        return Lines((Run(stands, tone=Tone.SECOND),))
    if step.due is None:
        return Lines((Run(stands, tone=Tone.SECOND),))
    first = (Run(step_words.due_day(step)),)
    if step.late:
        tone = Tone.RED if step_words.is_broken(step) else Tone.INK
        return Lines(first, (Run(stands, strong=True, tone=tone, icon="triangle-alert"),))
    if step.pinned:
        return Lines(first, (Run(f"fixiert · {stands}", tone=Tone.SECOND, icon="pin"),))
    if opening:
        return Lines(first, (Run(opening, tone=Tone.SECOND),))
    return Lines(first, (Run(stands, strong=step.days_left == 0, tone=Tone.SECOND),))
