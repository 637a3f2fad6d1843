"""What the tabs Onboarding and Umzug share: one track of a plan, its step pane, own steps."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.plan import OwnStep, PlanView, StepView
from app.rules.terms import Track
from ui.page import Page, Workplace
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.own_step import OwnStepForm
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide
from ui.widgets.step_actions import Deed
from ui.widgets.step_pane import StepPane
from ui.words import TRACKS

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class PlanPage(Page):
    """Subclasses give `track`, `side_wide`, build their view in `master` and show in `show_plan`.

    The current step is known here alone; views tell changes by `choose`.
    """

    topics = frozenset({Topic.PLAN, Topic.CANDIDATES})
    needs_case = True
    track: ClassVar[Track]
    side_wide: ClassVar[int] = 308

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.view: PlanView | None = None
        self.step_id: int | None = None
        self._editing: int | None = None
        self.pane = StepPane(self.do)
        self.own = OwnStepForm()
        self.add_button = push("Schritt", self.begin_own, "plus", key="Ctrl+Shift+N")
        self.both = SideBySide(self.master(), self.pane, self.side_wide)
        self.both.side.addWidget(self.own)
        self.detail_button = push("Einzelheiten", self.both.show_side, "chevron-right")
        self.detail_button.hide()
        self.empty = EmptyState("calendar", "Noch kein Plan", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.both)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.pane.edit_wanted.connect(self._edit_own)
        self.pane.left.connect(self.back_to_master)
        self.own.written.connect(self._write_own)
        self.own.left.connect(self.back_to_pane)
        self.both.narrowed.connect(self.oriented)
        self._stack.setCurrentWidget(self.empty)

    @abstractmethod
    def master(self) -> QWidget:
        """Build the view of all steps."""

    @abstractmethod
    def show_plan(self, view: PlanView) -> int | None:
        """Show a plan, keeping what is chosen; returns the step chosen now."""

    @abstractmethod
    def focus_master(self) -> None:
        """Lead back to the view of all steps."""

    def do(self, deed: Deed) -> None:
        """Run a command through the one door."""
        self.acts.do(deed, self)

    def refresh(self) -> None:
        """Fetch the plan; the view keeps selection and scroll position."""
        self.view = self._fetched()
        if self.view is None or not self.view.steps:
            self._say_empty()
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentWidget(self.both)
        self.step_id = self.show_plan(self.view)
        self._show_step()

    def refusal(self, refused: Refused) -> None:
        """Beside the field that was typed in."""
        if self.both.side.currentWidget() is self.own and self.own.refuse(refused):
            return
        self.pane.refuse(refused)

    def orientation(self) -> list[Run]:
        """Umzug: 9 von 41 Schritten erledigt, 2 überfällig. Als Nächstes: …"""
        return plan_sentence(self.view) if self.view is not None else []

    def strip_actions(self) -> list[QWidget]:
        """New step; details where they do not fit beside the list."""
        found: list[QWidget] = [self.add_button] if self.view is not None else []
        if self.view is not None and self.both.is_narrow:
            found.append(self.detail_button)
        return found

    def choose(self, step_id: int | None) -> None:
        """Another step is chosen in the view; a form being filled in stays open."""
        self.step_id = step_id
        if self.both.side.currentWidget() is not self.own:
            self.both.side.setCurrentWidget(self.pane)
        self._show_step()

    def step(self, step_id: int | None) -> StepView | None:
        """A step of the plan shown."""
        steps = self.view.steps if self.view else ()
        return next((step for step in steps if step.id == step_id), None)

    def tick(self, step_id: int) -> None:
        """Done, or open again, from the view."""
        self.choose(step_id)
        self.pane.tick()

    def note(self, step_id: int) -> None:
        """Lead to the note of a step."""
        self.choose(step_id)
        self.back_to_pane()
        self.both.show_side()
        self.pane.edit_note()

    def open_step(self, step_id: int) -> None:
        """Lead to the acts of a step."""
        self.choose(step_id)
        self.back_to_pane()
        self.both.show_side()
        self.pane.enter()

    def begin_own(self) -> None:
        """Ask for a new step in place."""
        if self.view is not None:
            chosen = self.step(self.step_id)
            self._editing = None
            self.own.open(self.view, phase=chosen.phase if chosen else "")
            self._show_own()

    def back_to_pane(self) -> None:
        """Show the chosen step again."""
        if self.both.side.currentWidget() is not self.pane:
            self.both.side.setCurrentWidget(self.pane)
            self.back_to_master()

    def back_to_master(self) -> None:
        """Lead to the view of all steps."""
        self.both.show_master()
        self.focus_master()

    def _fetched(self) -> PlanView | None:
        desk, case_id = self.desk, self.case_id
        if desk is None or case_id is None:
            return None
        try:
            return desk.plan.view(case_id, self.track)
        except Refused:
            return None

    def _say_empty(self) -> None:
        track = TRACKS[self.track]
        if self.desk is None:
            self.empty.say("Der Plan wird geladen …", f"{track}: einen Augenblick.")
        elif self.view is None:
            self.empty.say(
                "Diesen Fall gibt es nicht mehr",
                "Wählen Sie unter Kandidat*innen einen anderen Fall aus.",
            )
        else:
            self.empty.say(
                f"{track}: noch keine Schritte",
                "Aus den Vorlagen passt noch nichts zu diesem Haushalt. Ergänzen Sie Angaben zum "
                "Haushalt oder schreiben Sie mit „+ Schritt“ einen eigenen Schritt.",
            )

    def _show_step(self) -> None:
        self.pane.set_step(self.step(self.step_id), self.view)

    def _show_own(self) -> None:
        self._stack.setCurrentWidget(self.both)
        self.both.side.setCurrentWidget(self.own)
        self.both.show_side()

    def _edit_own(self, step_id: int) -> None:
        step = self.step(step_id)
        if step is not None and self.view is not None:
            self._editing = step_id
            self.own.open(self.view, step)
            self._show_own()

    def _write_own(self, own: OwnStep) -> None:
        case_id, step_id = self.case_id, self._editing
        before = {step.id for step in self.view.steps} if self.view else set()

        def write(desk: Desk) -> Done:
            if step_id is not None:
                return desk.plan.edit_own(step_id, own)
            assert case_id is not None  # noqa: S101 - the form opens only for a case
            return desk.plan.add_own(case_id, own)

        told: list[Refused] = []
        hear = told.append
        self.acts.refused.connect(hear)
        self.do(write)
        self.acts.refused.disconnect(hear)
        if told:
            return
        self.back_to_pane()
        new = [step.id for step in self.view.steps if step.id not in before] if self.view else []
        if new:
            self.reveal(new[0])


def plan_sentence(view: PlanView) -> list[Run]:
    """Where a plan stands, in one sentence; what is next in bold."""
    track = TRACKS[view.track]
    if not view.total and not view.unclear:
        return [Run(f"{track}: ", strong=True), Run("noch keine Schritte.")]
    if view.total and view.done == view.total:
        count = "der einzige Schritt ist" if view.total == 1 else f"alle {view.total} Schritte sind"
        rest = f", {view.unclear} noch unklar" if view.unclear else ""
        return [Run(f"{track}: ", strong=True), Run(f"{count} erledigt{rest}.")]
    noun = "Schritt" if view.total == 1 else "Schritten"
    parts = [f"{view.done} von {view.total} {noun} erledigt"]
    if view.late:
        parts.append(f"{view.late} überfällig")
    if view.due_today:
        parts.append(f"{view.due_today} heute fällig")
    this_week = view.due_this_week - view.due_today
    if this_week > 0:
        parts.append(f"{this_week} {'noch ' if view.due_today else ''}diese Woche")
    if view.unclear:
        parts.append(f"{view.unclear} unklar")
    runs = [Run(f"{track}: ", strong=True), Run(", ".join(parts) + ".")]
    following = next((step for step in view.steps if step.id == view.next_step), None)
    if following is not None:
        runs += [Run(" Als Nächstes: "), Run(f"{following.short}.", strong=True)]
    return runs
