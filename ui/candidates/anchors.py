"""The dates a plan is counted from, typed where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.done import Done
from app.errors import Refused
from app.records.cases import CaseView
from app.records.redating import AnchorMoveView
from app.rules.calendar import Day, Precision
from app.rules.terms import AnchorKind
from ui import theme, wording
from ui.acts import Acts
from ui.candidates import words
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.choices import Choice
from ui.widgets.field import Field
from ui.widgets.section import Section, text_label
from ui.widgets.step_words import contradicted
from ui.words import ANCHORS

if TYPE_CHECKING:
    from app.desk import Desk

ALWAYS = (
    AnchorKind.FIRST_CONTACT,
    AnchorKind.VISIT,
    AnchorKind.CONTRACT,
    AnchorKind.ENTRY,
    AnchorKind.MOVE_IN,
    AnchorKind.WORK_START,
)
LABEL_WIDE = 124


class AnchorLine(QLineEdit):
    """A date as typed. `entered` with Enter or when the field is left, if it changed; Esc takes
    back what was typed."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("TT.MM.JJJJ")
        self.setFixedWidth(theme.px(self, 104))
        self.kept = ""
        self.editingFinished.connect(self._finished)

    def show_day(self, day: Day | None) -> None:
        """Show a saved date; what is being typed stays."""
        untouched = self.text() == self.kept
        self.kept = typed_dates.shown(day)
        if untouched:
            self.setText(self.kept)

    @property
    def is_typed(self) -> bool:
        return self.text() != self.kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_typed:
            self.setText(self.kept)
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _finished(self) -> None:
        if self.is_typed:
            self.entered.emit()


class AnchorRow(QWidget):
    """One date with its name, how far off it is, and the reason where it was refused.

    `move_wanted(kind, Day)` where another day was typed over one that is set: what would follow
    is to be seen first. Below it stands the day it was moved from, and why.
    """

    move_wanted = Signal(object, object)

    def __init__(self, acts: Acts, kind: AnchorKind) -> None:
        super().__init__()
        self._acts = acts
        self._kind = kind
        self._case_id = 0
        self._day: Day | None = None
        self.line = AnchorLine()
        self._far = text_label("", Tone.SECOND)
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.line)
        inside.addWidget(self._far, 1)
        self.field = Field(ANCHORS[kind], holder, label_wide=LABEL_WIDE)
        label = self.field.findChild(QLabel)
        if isinstance(label, QLabel):
            label.setWordWrap(True)
            label.setMaximumWidth(theme.px(self, LABEL_WIDE))
        self.line.setAccessibleName(ANCHORS[kind])
        self.line.entered.connect(self._entered)
        acts.refused.connect(self._refused)
        self._moved = text_label("", Tone.SECOND)
        self._moved.setWordWrap(True)
        self._moved.setIndent(theme.px(self, LABEL_WIDE + 8))
        self._moved.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._moved)

    def show_day(
        self, case_id: int, day: Day | None, today: date, moves: Sequence[AnchorMoveView] = ()
    ) -> None:
        self._case_id = case_id
        self._day = day
        told = words.moved(moves) if day is not None else ""
        self._moved.setText(told)
        self._moved.setVisible(bool(told))
        self.line.show_day(day)
        self._far.setText(_far(day, today) if day else "")
        if not self.line.is_typed:
            self._unsay()

    def _entered(self) -> None:
        if not self.line.is_typed:
            self._unsay()
            return
        try:
            day = typed_dates.day_or_month(self.line.text(), "anchor")
        except Refused as refusal:
            self._say(refusal)
            return
        self._unsay()
        if day is not None and self._day is not None:
            self.move_wanted.emit(self._kind, day)
            return
        typed = self.line.text()
        # What is sent counts as kept, so that the refresh it causes may show it worded anew.
        before, self.line.kept = self.line.kept, typed
        made: list[Done] = []
        command = partial(_set, self._case_id, self._kind, day)

        def run(desk: Desk) -> Done:
            made.append(command(desk))
            return made[0]

        self._acts.do(run, self)
        if not made:
            self.line.kept = before

    def take_back(self) -> None:
        """Show what is stored, whatever was typed."""
        self.line.setText(self.line.kept)

    def _refused(self, refusal: Refused, initiator: object) -> None:
        if initiator is self:
            self._say(refusal)

    def _unsay(self) -> None:
        self.field.say("")
        self.line.setAccessibleDescription("")

    def _say(self, refusal: Refused) -> None:
        # A reason leads back to its field; whoever has gone on to another one shall stay there,
        # and the way there and back is no second leaving.
        elsewhere = self.window().focusWidget()
        with QSignalBlocker(self.line):
            self.field.say(words.refused(refusal))
            (elsewhere or self.line).setFocus()
        self.line.setAccessibleDescription(words.refused(refusal))


class AnchorsSection(Section):
    """The usual dates and those that are set; others through the list at the end.
    `move_wanted(kind, Day)` where one that is set shall move."""

    move_wanted = Signal(object, object)

    def __init__(self, acts: Acts, today: Callable[[], date]) -> None:
        super().__init__("Termine")
        self._acts = acts
        self._today = today
        self._case_id = 0
        self._asked: set[AnchorKind] = set()
        # Never seen: it holds the place in the order of Tab where the lines begin.
        self._start = QWidget(self)
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._start.hide()
        self.rows: dict[AnchorKind, AnchorRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)
        self._wrong = text_label()
        theme.set_face(self._wrong, "strong")
        self.body.addWidget(self._wrong)
        self.other = Choice()
        self.other.setAccessibleName("Weiterer Termin")
        self.other.activated.connect(self._other_chosen)
        self.body.addWidget(self.other)

    @property
    def is_typed(self) -> bool:
        return any(row.line.is_typed for row in self.rows.values())

    def show_case(self, view: CaseView) -> None:
        if view.head.id != self._case_id:
            self._asked.clear()
            for row in self.rows.values():
                row.line.kept = row.line.text()
        self._case_id = view.head.id
        wanted = [
            kind
            for kind in AnchorKind
            if kind in ALWAYS or kind in view.anchors or kind in self._asked
        ]
        for at, kind in enumerate(wanted):
            row = self._row(kind)
            self._column.insertWidget(at, row)
            row.show()
            moves = [move for move in view.moves if move.kind is kind]
            row.show_day(view.head.id, view.anchors.get(kind), self._today(), moves)
        for kind, row in self.rows.items():
            row.setVisible(kind in wanted)
        lines = [self.rows[kind].line for kind in wanted]
        for before, after in pairwise([self._start, *lines, self.other]):
            QWidget.setTabOrder(before, after)
        rest = [(kind.value, ANCHORS[kind]) for kind in AnchorKind if kind not in wanted]
        self.other.set_choices([("", "Weiterer Termin …"), *rest])
        self.other.choose("")
        self._wrong.setText(contradicted(view.contradictions))
        self._wrong.setVisible(bool(view.contradictions))

    def take_back(self) -> None:
        """Show the dates as they are stored."""
        for row in self.rows.values():
            row.take_back()

    def _row(self, kind: AnchorKind) -> AnchorRow:
        if kind not in self.rows:
            self.rows[kind] = AnchorRow(self._acts, kind)
            self.rows[kind].move_wanted.connect(self.move_wanted)
        return self.rows[kind]

    def _other_chosen(self, _at: int) -> None:
        if not self.other.code():
            return
        kind = AnchorKind(self.other.code())
        self._asked.add(kind)
        row = self._row(kind)
        self._column.addWidget(row)
        row.show_day(self._case_id, None, self._today())
        row.show()
        self.other.removeItem(self.other.currentIndex())
        self.other.choose("")
        row.line.setFocus()


def _far(day: Day, today: date) -> str:
    if day.precision is Precision.MONTH:
        return "Tag noch offen" if day.last >= today else "vorbei"
    days = (day.on - today).days
    if days < 0:
        far = "gestern" if days == -1 else f"vor {-days} Tagen"
    else:
        far = wording.distance(days)
    return f"{wording.DAYS[day.on.weekday()]} · {far}"


def _set(case_id: int, kind: AnchorKind, day: Day | None, desk: Desk) -> Done:
    if day is None:
        return desk.plan.clear_anchor(case_id, kind)
    return desk.plan.set_anchor(case_id, kind, day)
