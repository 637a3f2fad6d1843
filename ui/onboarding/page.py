"""The tab Onboarding: one plan as a timeline, or every running case on one scale."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cached_property

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.events import ROOMS, CaseEvent
from app.records.plan import PlanView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Role, Track
from ui import theme
from ui.onboarding import narrowing
from ui.onboarding.anchors import AnchorEditor
from ui.onboarding.controls import FilterButton, MenuButton, Section, ZoomControl
from ui.onboarding.event_lane import EventLane
from ui.onboarding.legend import Legend
from ui.onboarding.narrowing import Narrowing
from ui.onboarding.office_panel import OfficePanel
from ui.onboarding.scale import Zoom
from ui.onboarding.set_dialog import SetDialog
from ui.onboarding.sheet import Sheet
from ui.onboarding.timeline import Timeline
from ui.page import Workplace
from ui.widgets.blocker_strip import BlockerStrip
from ui.widgets.buttons import Segments, push
from ui.widgets.plan_page import PlanPage, plan_sentence
from ui.widgets.runs import Run
from ui.words import ROLES

LITTLE = 220  # pixels at 100 % below which the key is left out
ROOMY = 1280  # pixels at 100 % from which the acts of the strip have words


class Extent(Enum):
    """What the tab shows."""

    CASE = "Dieser Fall"
    OFFICE = "Alle Fälle"


class OnboardingPage(PlanPage):
    """Phases as lanes; "Termine" opens the anchor dates in place of the step. Without a case, or
    with "Alle Fälle", the whole office."""

    track = Track.ONBOARDING
    topics = PlanPage.topics | {Topic.SUPPORT}

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.needs_case = False
        self.about_case = False
        self.narrowing = Narrowing()
        self.extent: Segments[Extent] = Segments(
            "Umfang", [(each, each.value) for each in Extent], parent=self
        )
        self.zoom = ZoomControl(self)
        self.filter = FilterButton(self)
        self.anchors = AnchorEditor(self.do)
        self.anchor_button = push("Termine", self.show_anchors, "calendar", key="Ctrl+T")
        self.blockers = BlockerStrip()
        self.column.insertWidget(0, self.blockers)
        self.both.side.addWidget(self.anchors)
        self._greeted: int | None = None
        self._dialog: SetDialog | None = None
        for control in (self.extent, self.zoom, self.filter):
            control.hide()  # until the strip shows it
        self.extent.choose(Extent.OFFICE)
        self._connect()

    @cached_property
    def office(self) -> OfficePanel:
        """The picture of all cases, built when it is first wanted."""
        made = OfficePanel(self)
        made.asked.connect(self._office_asked)
        made.opened.connect(self._open_case)
        made.sheet.zoomed.connect(self.zoom.choose)
        self._stack.addWidget(made)
        return made

    def master(self) -> QWidget:
        """The timeline and its key."""
        self.timeline = Timeline()
        self.events = EventLane(self.timeline)
        self.events.opened.connect(self._open_event)
        self.legend = Legend()
        self.sets: MenuButton[str] = MenuButton("Vorlage")
        self.timeline.set_corner(self.sets)
        self.timeline.chosen.connect(self.choose)
        self.timeline.ticked.connect(self.tick)
        self.timeline.noted.connect(self.note)
        self.timeline.opened.connect(self.open_step)
        holder = _Master(self.legend)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.events)
        column.addWidget(self.legend)
        holder.setFocusProxy(self.timeline)
        return holder

    @property
    def whole(self) -> bool:
        """Whether every case is shown."""
        return self.extent.key() is Extent.OFFICE

    def shows(self, case_id: int | None) -> None:
        """Another case is shown alone; none leaves all of them."""
        if case_id != self.case_id:
            self._set_extent(Extent.OFFICE if case_id is None else Extent.CASE)
        super().shows(case_id)

    def refresh(self) -> None:
        """Fetch the plan, or every case; what is chosen and where it is scrolled stay."""
        if not self.whole:
            super().refresh()
            self.blockers.set_blockers(self.view.head.blockers if self.view else ())
            return
        self.blockers.hide()
        if self.desk is None or self.case_id is not None:
            self.view = self._fetched()
        if self.desk is None:
            self._say_empty()
            self._stack.setCurrentWidget(self.empty)
            return
        self.office.set_advisors(self.desk.office.advisors())
        self.office.set_timeline(self.desk.lists.office_timeline(self.office.query))
        self._stack.setCurrentWidget(self.office)

    def show_plan(self, view: PlanView) -> int | None:
        """The timeline keeps mark, zoom and scroll position."""
        if view.head.id != self._greeted:
            self.narrowing = Narrowing()
        choices = narrowing.choices_of(view)
        self.narrowing = narrowing.kept(self.narrowing, choices)
        shown = narrowing.narrowed(view, self.narrowing)
        self.timeline.set_plan(shown, view)
        self._show_events(view)
        self.legend.set_shapes([mark.shape for mark in self.timeline.marks])
        self.anchors.set_plan(view)
        self._show_filter(view, choices)
        self.sets.set_choices(view.plan_sets, view.plan_set)
        self.timeline.show_corner(shown=len(view.plan_sets) > 1)
        if view.head.id != self._greeted:
            self._greeted = view.head.id
            if not view.anchors:
                self.both.side.setCurrentWidget(self.anchors)
            elif self.both.side.currentWidget() is self.anchors:
                self.both.side.setCurrentWidget(self.pane)
        return self.timeline.current_step()

    def focus_master(self) -> None:
        """Lead to the timeline."""
        self.sheet().setFocus()

    def sheet(self) -> Sheet:
        """The picture in sight."""
        return self.office.sheet if self.whole else self.timeline

    def orientation(self) -> list[Run]:
        """Onboarding: 12 von 37 Schritten erledigt …, and what is filtered."""
        if self.whole:
            return self.office.sentence() if self.desk is not None else []
        if self.view is None or not self.narrowing:
            return super().orientation()
        runs = plan_sentence(narrowing.narrowed(self.view, self.narrowing))
        words = narrowing.in_words(self.narrowing, self.view)
        name = runs[0].text.removesuffix(": ")
        return [Run(f"{name}, gefiltert nach {words}: ", strong=True), *runs[1:]]

    def strip_actions(self) -> list[QWidget]:
        """One case or all, zoom, filters; then the acts on the plan, or the order of the cases."""
        if self.whole:
            known = self.desk is not None
            acts = [*self.office.strip(), self.calendar_button]
            return [self.extent, self.zoom, *acts] if known else []
        others = super().strip_actions()
        if not others:
            return [self.extent]
        return [self.extent, self.zoom, self.filter, self.anchor_button, *others]

    def refusal(self, refused: Refused) -> None:
        """Beside the date, the field or the act that was refused."""
        if not self.anchors.refuse(refused):
            super().refusal(refused)

    def reveal(self, row_id: int) -> None:
        """Show a step and lead to it, whatever was filtered."""
        if self.whole:
            self.show_extent(Extent.CASE)
        super().reveal(row_id)
        step = self.step(row_id)
        if step is not None and not self.narrowing.takes(step):
            self.clear_filter()
        self.timeline.choose(row_id)
        self.choose(self.timeline.current_step())
        self.timeline.setFocus()

    def show_anchors(self, kind: AnchorKind | None = None) -> None:
        """The dates of the case in place of the step."""
        if self.view is not None and not self.whole:
            self.both.side.setCurrentWidget(self.anchors)
            self.both.show_side()
            self.anchors.enter(kind)

    def show_extent(self, extent: Extent) -> None:
        """The plan of this case, or every case with this one chosen."""
        self._set_extent(extent)
        self.framed.emit()
        self._refresh_now()
        self.zoom.choose(self.sheet().zoom)
        if self.whole and self.desk is not None:
            self.office.sheet.choose(self.case_id)
        self.focus_master()

    def narrow(self, wanted: Narrowing) -> None:
        """Show the steps of a role or a person alone."""
        if wanted != self.narrowing and self.view is not None:
            self.narrowing = wanted
            self.choose(self.show_plan(self.view))
            self.oriented.emit()

    def clear_filter(self) -> None:
        """Every step again."""
        self.narrow(Narrowing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(self, ROOMY)
        self.all_button.setText("")
        self.anchor_button.setText("Termine" if roomy else "")
        self.anchor_button.setAccessibleName("Termine")
        self.filter.set_short(short=not roomy)

    def _connect(self) -> None:
        self.extent.chosen.connect(self.show_extent)
        self.extent.setToolTip("Dieser Fall oder alle Fälle (Strg+Umschalt+G)")
        QShortcut(QKeySequence("Ctrl+Shift+G"), self, self._turn)
        self.zoom.chosen.connect(self._zoom)
        self.timeline.zoomed.connect(self.zoom.choose)
        self.timeline.unfiltered.connect(self.clear_filter)
        self.filter.chosen.connect(self._narrow)
        self.filter.cleared.connect(self.clear_filter)
        self.sets.chosen.connect(self._preview_set)
        self.anchors.left.connect(self.back_to_pane)
        self.anchors.move_wanted.connect(self._redate)
        self.blockers.step_wanted.connect(self.lead_to)
        self.blockers.fact_wanted.connect(self._ask_fact)

    def _turn(self) -> None:
        self.show_extent(Extent.CASE if self.whole else Extent.OFFICE)

    def _set_extent(self, extent: Extent) -> None:
        self.extent.choose(extent)
        self.about_case = extent is Extent.CASE

    def _say_empty(self) -> None:
        super()._say_empty()
        if self.desk is not None and self.case_id is None:
            self.empty.say(
                "Noch kein Fall ausgewählt",
                "Wählen Sie unter „Alle Fälle“ oder unter Kandidat*innen eine Person aus. Dann "
                "steht hier ihr Plan.",
            )

    def _zoom(self, zoom: Zoom) -> None:
        self.sheet().set_zoom(zoom)

    def _office_asked(self, _query: object) -> None:
        self._refresh_now()

    def _open_case(self, case_id: int, step_id: int) -> None:
        if case_id == self.case_id:
            self.show_extent(Extent.CASE)
        else:
            self.case_chosen.emit(case_id)
        if self.step(step_id) is not None:
            self.reveal(step_id)

    def _redate(self, kind: AnchorKind, day: Day | None) -> None:
        dialog = self.redate(kind, day)
        if dialog is not None:
            dialog.finished.connect(self.anchors.take_back)

    def _show_events(self, view: PlanView) -> None:
        if self.desk is not None:
            names = dict(view.head.members)
            self.events.set_events(self.desk.events.of_case(view.head.id), names, view.today)

    def _open_event(self, event: CaseEvent) -> None:
        self.elsewhere.emit("support", f"{ROOMS[event.kind]}:{event.row}")

    def _ask_fact(self, fact: str) -> None:
        self.elsewhere.emit("candidates", fact)

    def _narrow(self, section: str, key: object) -> None:
        held = self.narrowing
        if section == "role":
            held = replace(held, role=key if isinstance(key, Role) else None)
        elif section == "who":
            held = replace(held, who=str(key))
        else:
            held = replace(held, person=key if isinstance(key, int) else None)
        self.narrow(held)

    def _show_filter(self, view: PlanView, choices: narrowing.Choices) -> None:
        held = self.narrowing
        roles = [(role, f"{ROLES[role]} ({number})") for role, number in choices.roles]
        who = [(name, f"{name} ({number})") for name, number in choices.who]
        people = [(key, f"{name} ({number})") for key, name, number in choices.people]
        sections: list[Section] = [("role", "Wer handelt", [(None, "alle"), *roles], held.role)]
        if who:
            sections.append(("who", "Mit Namen", [("", "alle"), *who], held.who))
        if people:
            sections.append(("person", "Für wen", [(None, "alle"), *people], held.person))
        self.filter.set_sections(sections, narrowing.in_words(held, view))

    def _preview_set(self, key: str) -> None:
        desk, view = self.desk, self.view
        if desk is None or view is None:
            return
        case_id, name = view.head.id, dict(view.plan_sets)[key]
        self.sets.choose(view.plan_set)
        dialog = SetDialog(name, desk.plan.preview_set(case_id, key), self)
        dialog.given.connect(lambda: self.do(lambda desk: desk.plan.give_set(case_id, key)))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()


class _Master(QWidget):
    """Timeline and key; where there is little height, the timeline has all of it."""

    def __init__(self, legend: Legend) -> None:
        super().__init__()
        self._legend = legend

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= theme.px(self, LITTLE))
