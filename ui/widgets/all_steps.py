"""All steps of the templates for one case, in the plan or not: whether each applies, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.plan import ListedStep, PlanView
from ui import icons, theme, wording
from ui.theme import Tone
from ui.widgets import all_steps_rows as rows
from ui.widgets import step_words
from ui.widgets.all_steps_rows import AllStepsModel, Order, Standing
from ui.widgets.buttons import Segments, link, primary
from ui.widgets.grouped_view import GroupedView
from ui.widgets.scrolling import column_on
from ui.widgets.search_field import SearchField
from ui.widgets.side_by_side import SideBySide
from ui.widgets.step_actions import Deed
from ui.widgets.step_facts import LabelledLines
from ui.words import DATE_KINDS

ANSWER, WHY, FOR_WHOM, WHO, DATE, KIND = "Gilt es?", "Warum", "Für", "Wer", "Termin", "Art"


class AllStepsList(GroupedView[ListedStep]):
    """The list; what does not apply is there to be found too."""

    least: ClassVar[tuple[int, ...]] = (200, 120, 200)
    wished: ClassVar[tuple[int, ...]] = (330, 170, 460)
    spared: ClassVar[tuple[int, ...]] = (2,)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.steps = AllStepsModel()
        super().__init__(self.steps, (), parent)
        self.setAccessibleName("Alle Schritte")


class AllSteps(QWidget):
    """`left()` back to the plan, `step_wanted(id)` to show one there. Acts go to `do` at once."""

    left = Signal()
    step_wanted = Signal(int)

    def __init__(self, do: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do = do
        self._plan: PlanView | None = None
        self._steps: tuple[ListedStep, ...] = ()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.search = SearchField("Schritt, Person, Grund", "Ctrl+F")
        self.search.setAccessibleName("In allen Schritten suchen")
        self.search.searched.connect(lambda _words: self._show(same=True))
        self.order: Segments[Order] = Segments(
            "Ordnen", [(Order.ANSWER, "nach Antwort"), (Order.PHASE, "nach Kapitel")]
        )
        self.order.choose(Order.ANSWER)
        self.order.chosen.connect(lambda _order: self._show(same=True, regrouped=True))
        self.list = AllStepsList()
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self._nothing = QLabel()
        self._nothing.setMargin(16)
        self._nothing.hide()
        theme.set_tone(self._nothing, Tone.SECOND)
        self._build()

    def show_steps(self, steps: tuple[ListedStep, ...], plan: PlanView) -> None:
        """Show these; the row chosen and the place stay where it is the same case."""
        same = self._plan is not None and self._plan.head.id == plan.head.id
        self._plan, self._steps = plan, steps
        self._show(same=same, regrouped=same)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal below the act."""
        self._sentence.setText(wording.refused(refused))
        self._sentence.show()

    def current(self) -> ListedStep | None:
        """The step chosen."""
        return self.list.steps.row_at(self.list.currentIndex())

    def sentence(self) -> str:
        """27 von 119 Schritten gelten, 2 sind unklar."""
        counted = Counter(rows.standing(step) for step in self._steps)
        applies, unclear = counted[Standing.APPLIES], counted[Standing.UNCLEAR]
        verb = "gilt" if applies == 1 else "gelten"
        told = f"{applies} von {len(self._steps)} Schritten der Vorlagen {verb}"
        if unclear:
            told = f"{told}, {unclear} {'ist' if unclear == 1 else 'sind'} unklar"
        return f"{told}."

    def act(self) -> None:
        """Take the step chosen into the plan, or show it there."""
        step, plan = self.current(), self._plan
        if step is None or plan is None:
            return
        if rows.is_in_plan(step) and step.step is not None:
            self.step_wanted.emit(step.step)
            return
        self._sentence.hide()
        case_id, template, person = plan.head.id, step.template, step.person
        self._do(lambda desk: desk.plan.take(case_id, template, person))

    def said(self, label: str) -> str:
        """What stands behind a label beside the list."""
        return self._lines.said(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 16, 6)
        head.setSpacing(12)
        back = link("Zurück zum Plan", self.left.emit, "chevron-left")
        back.setToolTip("Zurück zum Plan (Esc)")
        head.addWidget(back)
        head.addStretch(1)
        self.search.setMinimumWidth(theme.px(self, 120))
        self.search.setMaximumWidth(theme.px(self, 280))
        head.addWidget(self.search, 2)
        head.addWidget(self.order)
        master = QWidget()
        column = QVBoxLayout(master)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        master.setFocusProxy(self.list)
        self.both = SideBySide(master, self._detail(), 360)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self.both, 1)

    def _detail(self) -> QWidget:
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        theme.set_face(self._title, "head")
        self._lines = LabelledLines((ANSWER, WHY, FOR_WHOM, WHO, DATE, KIND))
        self.primary = primary("In den Plan nehmen", self.act, "plus")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        theme.set_face(self._sentence, "strong")
        self._sentence.hide()
        made, column = column_on(spacing=12)
        for widget in (self._title, self._lines, self.primary, self._sentence):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(made)
        return scroll

    def _show(self, *, same: bool, regrouped: bool = False) -> None:
        if self._plan is None:
            return
        words = self.search.text()
        order = self.order.key() or Order.ANSWER
        found = rows.sections(self._steps, self._plan, order, words)
        self.list.set_sections(found, same=same, regrouped=regrouped)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(f"Kein Schritt passt zu „{words}“." if words else "Keine Schritte.")
        self._show_detail()

    def _choose(self, _key: Hashable | None) -> None:
        self._sentence.hide()
        self._show_detail()

    def _enter(self, _key: Hashable) -> None:
        self.both.show_side()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_detail(self) -> None:
        step = self.current()
        self.primary.setVisible(step is not None)
        self._lines.setVisible(step is not None)
        self._title.setText(step.title if step else "Wählen Sie einen Schritt.")
        if step is None:
            return
        answer = f"{rows.ANSWERS[rows.standing(step)]}, {rows.place(step)}"
        due = step_words.day(step.due) if step.due else ""
        for label, text in (
            (ANSWER, answer),
            (WHY, rows.why(step)),
            (FOR_WHOM, rows.for_whom(step)),
            (WHO, rows.who(step)),
            (DATE, due),
            (KIND, DATE_KINDS[step.kind]),
        ):
            self._lines.say(label, text)
        there = rows.is_in_plan(step)
        self.primary.setText("Im Plan zeigen" if there else "In den Plan nehmen")
        icons.dress(self.primary, "arrow-right" if there else "plus", Tone.ON_ACCENT)
