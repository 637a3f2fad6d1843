"""The whole office beside a case: the picture of all cases, its order and its filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.records.office import AdvisorView
from app.records.timeline import Look, OfficeTimeline, TimelineOrder, TimelineQuery
from app.rules.terms import Role
from ui.onboarding import office_words
from ui.onboarding.controls import FilterButton, MenuButton
from ui.onboarding.legend import Legend
from ui.onboarding.office import OfficeSheet
from ui.onboarding.shapes import Shape
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.words import ROLES

SPAN = "vom ersten bis zum letzten offenen Schritt"


class OfficePanel(QWidget):
    """`asked(TimelineQuery)` when order or filters changed, `opened(case, step)`, `oriented`."""

    asked = Signal(object)
    opened = Signal(int, int)

    def __init__(self, strip: QWidget) -> None:
        super().__init__()
        self.query = TimelineQuery()
        self._advisors: dict[int | None, str] = {}
        self.sheet = OfficeSheet()
        self.legend = Legend()
        self.order: MenuButton[TimelineOrder] = MenuButton("Sortierung", parent=strip)
        self.order.set_choices(list(office_words.ORDERS.items()), self.query.order)
        self.filter = FilterButton(strip)
        for control in (self.order, self.filter):
            control.hide()  # until the strip shows it
        self.empty = EmptyState("users", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.legend)
        self.setFocusProxy(self.sheet)
        self.order.chosen.connect(self._order)
        self.filter.chosen.connect(self._narrow)
        self.filter.cleared.connect(self.clear)
        self.sheet.unfiltered.connect(self.clear)
        self.sheet.opened.connect(self.opened)
        self.empty.accepted.connect(self.clear)

    def set_advisors(self, advisors: Sequence[AdvisorView]) -> None:
        """Whose cases can be picked out."""
        self._advisors = {None: "alle", **{each.id: each.name for each in advisors}}
        self._show_filter()

    def set_timeline(self, timeline: OfficeTimeline) -> None:
        """Show these cases."""
        self.sheet.set_timeline(timeline)
        looks = {Look(value) for value in set(timeline.looks)}
        shapes = {office_words.SHAPES[look] for look in looks} | {Shape.START}
        if any(row.barred for row in timeline.rows):
            shapes.add(Shape.BARRED)
        self.legend.set_shapes(shapes, SPAN)
        self._stack.setCurrentWidget(self.sheet if timeline.rows else self.empty)
        self.legend.setVisible(bool(timeline.rows))
        if timeline.rows:
            return
        if self.query != TimelineQuery(order=self.query.order):
            sentence = "Zu diesem Filter gibt es keinen laufenden Fall."
            self.empty.say("Nichts gefunden", sentence, "Filter aufheben")
        else:
            sentence = "Hier stehen alle laufenden Fälle auf einer gemeinsamen Zeitachse."
            self.empty.say("Noch keine laufenden Fälle", sentence)

    def sentence(self) -> list[Run]:
        """How many cases are shown, how many are late or barred, what is filtered."""
        if self.sheet.timeline is None:
            return []
        advisor = self._advisors.get(self.query.advisor, "") if self.query.advisor else ""
        return office_words.sentence(self.sheet.timeline, self.query, advisor)

    def strip(self) -> list[QWidget]:
        """Order and filters."""
        return [self.order, self.filter]

    def clear(self) -> None:
        """Every running case again."""
        self._ask(TimelineQuery(order=self.query.order))

    def _order(self, order: TimelineOrder) -> None:
        self._ask(TimelineQuery(self.query.advisor, self.query.role, order))

    def _narrow(self, section: str, key: object) -> None:
        advisor, role = self.query.advisor, self.query.role
        if section == "advisor":
            advisor = key if isinstance(key, int) else None
        else:
            role = key if isinstance(key, Role) else None
        self._ask(TimelineQuery(advisor, role, self.query.order))

    def _ask(self, query: TimelineQuery) -> None:
        if query != self.query:
            self.query = query
            self._show_filter()
            self.asked.emit(query)

    def _show_filter(self) -> None:
        query = self.query
        roles = [(None, "alle"), *((role, name) for role, name in ROLES.items())]
        words = [
            self._advisors.get(query.advisor, "") if query.advisor else "",
            ROLES[query.role] if query.role else "",
        ]
        self.filter.set_sections(
            (
                ("advisor", "Betreuung", list(self._advisors.items()), query.advisor),
                ("role", "Wer handelt", roles, query.role),
            ),
            ", ".join(word for word in words if word),
        )
