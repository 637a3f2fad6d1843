"""What the tabs Onboarding and Umzug share: a track of a plan, its step pane, all steps."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.plan import OwnStep, PlanView, StepView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Track
from ui import theme
from ui.page import Page, Workplace
from ui.widgets import step_words
from ui.widgets.all_steps import AllSteps
from ui.widgets.buttons import icon_button, push
from ui.widgets.calendar_dialog import open_calendar
from ui.widgets.empty_state import EmptyState
from ui.widgets.own_step import OwnStepForm
from ui.widgets.paragraphs import wrapped
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide
from ui.widgets.step_actions import Deed
from ui.widgets.step_pane import StepPane
from ui.words import TRACKS

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from ui.redating.dialog import RedatingDialog

ALL = "Alle Schritte …"
CALENDAR = "Kalenderdatei schreiben …"
SENTENCE, GAP = 560, 8  # pixels at 100 % that the sentence and the margins keep, between acts
SHORT = 1100  # pixels at 100 % below which an act of the strip is its icon alone
BARE = 760  # and below which all of them are
OWN = "Schritt"


class PlanPage(Page):
    """Subclasses give `track`, `side_wide`, build their view in `master` and show in `show_plan`.

    The current step is known here alone; views tell changes by `choose`. `shows_all_steps`: the
    list of all steps stands in place of the plan.
    """

    topics = frozenset({Topic.PLAN, Topic.CANDIDATES, Topic.CARE})
    needs_case = True
    track: ClassVar[Track]
    side_wide: ClassVar[int] = 308

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.view: PlanView | None = None
        self.step_id: int | None = None
        self._editing: int | None = None
        self.shows_all_steps = False
        self.pane = StepPane(self.do, self._who)
        self.own = OwnStepForm()
        self.all_button = push(ALL, self.show_all_steps, "list", key="Ctrl+Shift+A")
        self.all_button.setAccessibleName(ALL)
        self.add_button = push(OWN, self.begin_own, "plus", key="Ctrl+Shift+N")
        self.add_button.setAccessibleName(OWN)
        self.calendar_button = icon_button("calendar-arrow-down", CALENDAR, self.show_calendar)
        self.calendar_button.setToolTip(f"{CALENDAR} (Strg+Umschalt+K)")
        self.both = SideBySide(self.master(), self.pane, self.side_wide)
        self.both.side.addWidget(self.own)
        self.detail_button = push("Einzelheiten", self.both.show_side, "chevron-right")
        self.detail_button.hide()
        self.empty = EmptyState("calendar", "Noch kein Plan", "")
        self.empty.accepted.connect(self.show_all_steps)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.both)
        self._stack.addWidget(self.empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.wrong = wrapped()
        self.wrong.setMargin(8)
        self.wrong.setIndent(theme.px(self, 8))
        theme.set_face(self.wrong, "strong")
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.column.addWidget(self._stack, 1)
        self.pane.edit_wanted.connect(self._edit_own)
        self.pane.step_wanted.connect(self.lead_to)
        self.pane.provider_wanted.connect(self._lead_to_provider)
        self.pane.left.connect(self.back_to_master)
        self.own.written.connect(self._write_own)
        self.own.left.connect(self.back_to_pane)
        self.both.narrowed.connect(self.oriented)
        self._stack.setCurrentWidget(self.empty)

    @cached_property
    def all_steps(self) -> AllSteps:
        """The list of all steps, built when it is first wanted."""
        made = AllSteps(self.do)
        made.step_wanted.connect(self._back_to)
        made.left.connect(self.leave_all_steps)
        self._stack.addWidget(made)
        return made

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
        before = self.view.head.id if self.view is not None else None
        self.view = self._fetched()
        self.shows_all_steps = (
            self.shows_all_steps and self.view is not None and self.view.head.id == before
        )
        told = step_words.contradicted(self.view.contradictions) if self.view is not None else ""
        self.wrong.setText(told)
        self.wrong.setVisible(bool(told))
        if self.view is not None and self.view.steps:
            self.step_id = self.show_plan(self.view)
        self._show_step()
        if self.shows_all_steps and self.view is not None:
            self._fill_all_steps(self.view)
        else:
            self._show_plan_or_none()

    def _show_plan_or_none(self) -> None:
        """The plan; where there is none, what it is for. A form being filled in stays."""
        writes = self.both.side.currentWidget() is self.own and self.view is not None
        if writes or (self.view is not None and self.view.steps):
            self._stack.setCurrentWidget(self.both)
            return
        self._say_empty()
        self._stack.setCurrentWidget(self.empty)

    def refusal(self, refused: Refused) -> None:
        """Beside the field that was typed in."""
        if self.shows_all_steps:
            self.all_steps.refuse(refused)
        elif not (self.both.side.currentWidget() is self.own and self.own.refuse(refused)):
            self.pane.refuse(refused)

    def orientation(self) -> list[Run]:
        """Umzug: 9 von 41 Schritten erledigt, 2 überfällig. Als Nächstes: …"""
        if self.shows_all_steps and self.view is not None:
            return [Run(f"{TRACKS[self.track]}: ", strong=True), Run(self.all_steps.sentence())]
        return plan_sentence(self.view) if self.view is not None else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.all_button.setText("" if self.width() < theme.px(self, SHORT) else ALL)
        self.add_button.setText("" if self.width() < theme.px(self, BARE) else OWN)

    def strip_room(self, *more: QWidget) -> int:
        """Pixels that the choices of the strip may take, beside the page's own acts and these."""
        acts = (*PlanPage.strip_actions(self), *more)
        taken = sum(each.sizeHint().width() + GAP for each in acts)
        return self.width() - taken - theme.px(self, SENTENCE)

    def strip_actions(self) -> list[QWidget]:
        """All steps, new step, calendar; details where they do not fit beside the list."""
        if self.view is None:
            return []
        if self.shows_all_steps:
            return [self.add_button]
        narrow = [self.detail_button] if self.both.is_narrow else []
        return [self.all_button, self.add_button, self.calendar_button, *narrow]

    def choose(self, step_id: int | None) -> None:
        """Another step is chosen in the view; a form being filled in stays open."""
        self.step_id = step_id
        if self.both.side.currentWidget() is not self.own:
            self.both.side.setCurrentWidget(self.pane)
        self._show_step()

    def redate(self, kind: AnchorKind, day: Day | None = None) -> RedatingDialog | None:
        """Move a date of the case, seen first; None where there is no case."""
        if self.desk is None or self.view is None:
            return None
        from ui.redating.dialog import redate

        dialog = redate(self.workplace, self.view.head.id, kind, day, self)
        dialog.step_wanted.connect(self._lead_to_step)
        return dialog

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

    def show_all_steps(self) -> None:
        """Every step of the templates in place of the plan; once more leads back."""
        if self.shows_all_steps:
            self.leave_all_steps()
        elif self.view is not None and self._fill_all_steps(self.view):
            self.shows_all_steps = True
            self._stack.setCurrentWidget(self.all_steps)
            self.oriented.emit()
            self.all_steps.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_calendar(self) -> None:
        """Ask which steps go into a calendar file."""
        open_calendar(self.workplace, self.case_id if self.view else None, self)

    def leave_all_steps(self) -> None:
        """Back to the plan."""
        if self.shows_all_steps:
            self.shows_all_steps = False
            self._show_plan_or_none()
            self.oriented.emit()
            self.focus_master()

    def lead_to(self, step_id: int) -> None:
        """Show a step, on the other tab where it stands there."""
        if self.step(step_id) is not None:
            self.reveal(step_id)
        else:
            others = {Track.RELOCATION: "onboarding", Track.ONBOARDING: "relocation"}
            self.elsewhere.emit(others[self.track], step_id)

    def reveal(self, row_id: int) -> None:  # noqa: ARG002 - which one, subclasses know
        """Show a step; subclasses select it."""
        self.leave_all_steps()

    def begin_own(self) -> None:
        """Ask for a new step in place."""
        self.leave_all_steps()
        if self.view is not None:
            chosen = self.step(self.step_id)
            self._editing = None
            self.own.open(self.view, phase=chosen.phase if chosen else "")
            self._show_own()

    def back_to_pane(self) -> None:
        """Show the chosen step again."""
        if self.both.side.currentWidget() is not self.pane:
            self.both.side.setCurrentWidget(self.pane)
            self._show_plan_or_none()
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
                "Haushalt, schreiben Sie mit „+ Schritt“ einen eigenen Schritt oder nehmen Sie "
                "einen aus der Liste aller Schritte.",
                ALL,
            )

    def _fill_all_steps(self, view: PlanView) -> bool:
        desk = self.desk
        if desk is None:
            return False
        found = desk.plan.all_steps(view.head.id)
        self.all_steps.show_steps(tuple(s for s in found if s.track is self.track), view)
        return True

    def _back_to(self, step_id: int) -> None:
        self.leave_all_steps()
        self.lead_to(step_id)

    def _lead_to_step(self, _track: Track, step_id: int) -> None:
        self.lead_to(step_id)

    def _lead_to_provider(self, provider: int) -> None:
        self.elsewhere.emit("providers", provider)

    def _who(self) -> str:
        """Who is likely to vouch for a step: who works here, else who advises the case."""
        return self.workplace.settings.who or (self.view.head.advisor if self.view else "")

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

        def hear(refused: Refused, _initiator: object) -> None:
            told.append(refused)

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
    noun = "Schritt" if view.total == 1 else "Schritten"
    if view.total and view.done == view.total:
        count = f"{view.done} von {view.total} {noun} erledigt"
        rest = f", {view.unclear} noch unklar." if view.unclear else "."
        told = [Run(f"{track}: ", strong=True), Run(f"{count}{rest}")]
        return told if view.unclear else [*told, Run(" Nichts ist mehr offen.", spare=True)]
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
        runs += [Run(" Als Nächstes: ", spare=True), Run(f"{following.short}.", strong=True)]
    return runs
