"""The dates a plan is counted from, set and cleared in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.done import Done
from app.errors import Refused
from app.records.plan import PlanView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from ui import theme, wording
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.amending import Amends
from ui.widgets.buttons import icon_button, link, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.scrolling import column_on
from ui.words import ANCHORS

if TYPE_CHECKING:
    from app.desk import Desk

Deed: TypeAlias = "Callable[[Desk], Done]"
LABEL_WIDE = 124
# What every move has; the others are asked for when a step needs them.
USUAL = (
    AnchorKind.FIRST_CONTACT,
    AnchorKind.VISIT,
    AnchorKind.CONTRACT,
    AnchorKind.ENTRY,
    AnchorKind.MOVE,
    AnchorKind.MOVE_IN,
    AnchorKind.WORK_START,
)


class AnchorEditor(QWidget):
    """A field for each date: Enter or leaving saves, emptying it takes the date back.

    `left()` with Esc or the button. `move_wanted(kind, Day or None)` where a date is already set:
    what would follow is to be seen first; `take_back` then shows what is stored.
    """

    left = Signal()
    move_wanted = Signal(object, object)

    def __init__(self, do: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do = do
        self._plan: PlanView | None = None
        self._more = False
        self._asked: AnchorKind | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        heading = QLabel("Termine")
        theme.set_face(heading, "head")
        hint = QLabel(
            "Von diesen Tagen aus werden die Schritte gerechnet. Ein Monat genügt, solange der "
            "Tag noch offen ist. Erledigtes und Fixiertes wandert nicht mit."
        )
        hint.setWordWrap(True)
        theme.set_tone(hint, Tone.SECOND)
        self._fields = {kind: _Anchor(kind) for kind in AnchorKind}
        body, column = column_on(spacing=8)
        column.addWidget(heading)
        column.addWidget(hint)
        column.addSpacing(4)
        for kind, field in self._fields.items():
            column.addWidget(field)
            field.given.connect(partial(self._set, kind))
            field.cleared.connect(partial(self._clear, kind))
        self._more_link = link("Weitere Termine …", self._show_more, "chevron-down")
        column.addWidget(self._more_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(push("Fertig", self.left.emit))
        foot.addStretch(1)
        self.move_button = push("Verschieben …", self._move, "arrow-left-right", key="Ctrl+Shift+T")
        foot.addWidget(self.move_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    def set_plan(self, plan: PlanView) -> None:
        """Show the dates of this case; a field being typed in is left alone."""
        if self._plan is None or plan.head.id != self._plan.head.id:
            self._more = False
            for field in self._fields.values():
                field.say("")
        self._plan = plan
        known = dict(plan.anchors)
        self.move_button.setEnabled(bool(known))
        for kind, field in self._fields.items():
            field.set_day(known.get(kind))
        self._show_wanted()

    def enter(self, kind: AnchorKind | None = None) -> None:
        """Lead to one date, or to the first."""
        shown = [each for each, field in self._fields.items() if field.isVisibleTo(self)]
        wanted = kind if kind is not None else shown[0]
        self._fields[wanted].show()
        self._fields[wanted].entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Show the dates as they are stored."""
        known = dict(self._plan.anchors) if self._plan is not None else {}
        for kind, field in self._fields.items():
            field.take_back(known.get(kind))

    def field(self, kind: AnchorKind) -> _Anchor:
        """The field of a date."""
        return self._fields[kind]

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal beside the date it is about; False where none was being set."""
        if self._asked is None:
            return False
        self._fields[self._asked].say(wording.refused(refused))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_wanted(self) -> None:
        plan = self._plan
        if plan is None:
            return
        used = {step.anchor for step in plan.steps if step_words.is_open(step)}
        known = dict(plan.anchors)
        for kind, field in self._fields.items():
            field.setVisible(self._more or kind in USUAL or kind in used or kind in known)
        self._more_link.setVisible(not self._more)

    def _show_more(self) -> None:
        hidden = [kind for kind, field in self._fields.items() if not field.isVisibleTo(self)]
        self._more = True
        self._show_wanted()
        if hidden:
            self._fields[hidden[0]].entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        plan = self._plan
        known = [kind for kind, _ in plan.anchors] if plan is not None else []
        if known:
            wanted = AnchorKind.WORK_START
            self.move_wanted.emit(wanted if wanted in known else known[-1], None)

    def _set(self, kind: AnchorKind, day: Day) -> None:
        plan = self._plan
        if plan is not None and kind in dict(plan.anchors):
            self.move_wanted.emit(kind, day)
        elif plan is not None:
            case_id = plan.head.id
            self._run(kind, lambda desk: desk.plan.set_anchor(case_id, kind, day))

    def _clear(self, kind: AnchorKind) -> None:
        plan = self._plan
        if plan is not None:
            case_id = plan.head.id
            self._run(kind, lambda desk: desk.plan.clear_anchor(case_id, kind))

    def _run(self, kind: AnchorKind, deed: Deed) -> None:
        self._asked = kind
        self._do(deed)
        self._asked = None


class _Anchor(QWidget):
    """One date. `given(Day)` when another one was typed, `cleared()` when it was emptied."""

    given = Signal(object)
    cleared = Signal()

    def __init__(self, kind: AnchorKind) -> None:
        super().__init__()
        self._day: Day | None = None
        label = QLabel(ANCHORS[kind])
        label.setWordWrap(True)
        theme.set_tone(label, Tone.LABEL)
        self.entry = DateEntry()
        self.entry.setAccessibleName(ANCHORS[kind])
        self.entry.editingFinished.connect(self._finished)
        label.setBuddy(self.entry)
        self._clear = icon_button("x", f"{ANCHORS[kind]} löschen", self._emptied, flat=True)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        label.setFixedWidth(theme.px(self, LABEL_WIDE))
        label.setMinimumHeight(theme.px(self, theme.CONTROL))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.entry, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._words)
        theme.set_face(self._words, "strong")
        self._words.hide()
        self._amends = Amends(self.entry, partial(self.say, ""))

    def set_day(self, day: Day | None) -> None:
        """The date as stored; one being typed stays."""
        if self.entry.hasFocus() and self.entry.isModified():
            return
        self._day = day
        self.entry.set_day(day)
        self._clear.setEnabled(day is not None)
        if day is not None:
            self.say("")

    def take_back(self, day: Day | None) -> None:
        """Show what is stored, whatever was typed."""
        self.entry.setModified(False)
        self._day = day
        self.entry.set_day(day)

    def say(self, reason: str) -> None:
        """Why a date was refused; blank takes it back, and so does another one."""
        self._amends.wait(reason)
        self._words.setText(reason)
        self._words.setVisible(bool(reason))
        self.entry.setAccessibleDescription(reason)

    def reason(self) -> str:
        """What stands below the field, blank where nothing is wrong."""
        return self._words.text()

    def _emptied(self) -> None:
        self.entry.clear()
        self._finished()

    def _finished(self) -> None:
        try:
            day = self.entry.day()
        except Refused as refused:
            self.say(wording.refused(refused))
            return
        self.say("")
        if day == self._day:
            return
        self._day = day
        self.entry.setModified(False)
        if day is None:
            self.cleared.emit()
        else:
            self.given.emit(day)
