"""The tab Onboarding: the plan as a timeline, one step beside it, the dates it is counted from."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.records.plan import PlanView
from app.rules.terms import AnchorKind, Track
from ui import theme
from ui.onboarding.anchors import AnchorEditor
from ui.onboarding.legend import Legend
from ui.onboarding.scale import Zoom
from ui.onboarding.timeline import Timeline
from ui.page import Workplace
from ui.widgets.buttons import Segments, push
from ui.widgets.plan_page import PlanPage

LITTLE = 220  # pixels at 100 % below which the key is left out


class OnboardingPage(PlanPage):
    """Phases as lanes; "Termine" opens the anchor dates in place of the step."""

    track = Track.ONBOARDING

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.zoom = Segments(
            "Maßstab", [(Zoom.MONTHS, "Monate"), (Zoom.WEEKS, "Wochen")], parent=self
        )
        self.zoom.hide()  # until the strip shows it
        self.zoom.choose(Zoom.MONTHS)
        self.zoom.chosen.connect(self.timeline.set_zoom)
        self.anchors = AnchorEditor(self.do)
        self.anchors.left.connect(self.back_to_pane)
        self.both.side.addWidget(self.anchors)
        self.anchor_button = push("Termine", self.show_anchors, "calendar", key="Ctrl+T")
        self._greeted: int | None = None

    def master(self) -> QWidget:
        """The timeline and its key."""
        self.timeline = Timeline()
        self.legend = Legend()
        self.timeline.chosen.connect(self.choose)
        self.timeline.ticked.connect(self.tick)
        self.timeline.noted.connect(self.note)
        self.timeline.opened.connect(self.open_step)
        holder = _Master(self.legend)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.legend)
        holder.setFocusProxy(self.timeline)
        return holder

    def show_plan(self, view: PlanView) -> int | None:
        """The timeline keeps mark, zoom and scroll position."""
        self.timeline.set_plan(view)
        self.legend.set_shapes([mark.shape for mark in self.timeline.marks])
        self.anchors.set_plan(view)
        if view.head.id != self._greeted:
            self._greeted = view.head.id
            if not view.anchors:
                self.both.side.setCurrentWidget(self.anchors)
            elif self.both.side.currentWidget() is self.anchors:
                self.both.side.setCurrentWidget(self.pane)
        return self.timeline.current_step()

    def focus_master(self) -> None:
        """Lead to the timeline."""
        self.timeline.setFocus()

    def strip_actions(self) -> list[QWidget]:
        """Zoom, dates, new step."""
        others = super().strip_actions()
        return [self.zoom, self.anchor_button, *others] if others else []

    def refusal(self, refused: Refused) -> None:
        """Beside the date, the field or the act that was refused."""
        if not self.anchors.refuse(refused):
            super().refusal(refused)

    def reveal(self, row_id: int) -> None:
        """Show a step and lead to it."""
        self.timeline.choose(row_id)
        self.choose(self.timeline.current_step())
        self.timeline.setFocus()

    def show_anchors(self, kind: AnchorKind | None = None) -> None:
        """The dates of the case in place of the step."""
        if self.view is not None:
            self.both.side.setCurrentWidget(self.anchors)
            self.both.show_side()
            self.anchors.enter(kind)


class _Master(QWidget):
    """Timeline and key; where there is little height, the timeline has all of it."""

    def __init__(self, legend: Legend) -> None:
        super().__init__()
        self._legend = legend

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= theme.px(self, LITTLE))
