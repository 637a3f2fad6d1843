"""What can be done with a step, and what is asked for it in place: date, reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.done import Done
from app.errors import Reason, Refused
from app.records.plan import StepView
from app.rules.calendar import Day, Precision
from app.rules.reminding import is_snoozable
from app.rules.standing import Tracked
from app.rules.terms import Answer, DateKind, StepState
from ui import icons, theme, wording
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.inline_ask import InlineAsk
from ui.widgets.snooze_entry import KEYS, SnoozeEntry

if TYPE_CHECKING:
    from app.desk import Desk

Deed: TypeAlias = "Callable[[Desk], Done]"
PRIMARY = {
    StepState.OPEN: "Erledigt",
    StepState.DONE: "Wieder öffnen",
    StepState.NOT_NEEDED: "Doch nötig",
}


class StepActions(QWidget):
    """Hands each act to `do`, which runs it at once; `edit_wanted(step)` for an own step."""

    edit_wanted = Signal(int)

    def __init__(self, do: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do = do
        self._step: StepView | None = None
        self._today = date.min
        self._refused = False
        self._open_ask: InlineAsk | None = None
        self.primary: QPushButton = primary(PRIMARY[StepState.OPEN], self.tick, "check")
        self._pin = push("Fixieren …", self.ask_pin, "pin")
        self._unpin = push("Lösen", self._let_move, "pin-off")
        self._unpin.setToolTip("Der Termin wandert wieder mit")
        self._snooze = push("Zurückstellen …", self.ask_snooze, "clock")
        self._snooze.setToolTip("Später erinnern; die Frist bleibt")
        self._wake = push("Wieder erinnern", self._wake_step, "bell")
        self._wake.setToolTip("Sofort wieder an den Schritt erinnern")
        self._not_needed = push("Nicht nötig, weil …", self.ask_reason)
        self._done_on = push("Datum ändern …", self.ask_done_on, "calendar")
        self._untake = push("Wieder herausnehmen", self._untake_step, "minus")
        self._untake.setToolTip("Dann entscheiden wieder die Angaben, ob der Schritt gilt")
        self._edit = push("Ändern …", self._edit_own, "pencil")
        self._remove = push("Entfernen", self._remove_own, "trash-2")
        self.pin_ask = InlineAsk("Fest an diesem Tag oder in diesem Monat", "Fixieren", DateEntry())
        self.reason_ask = InlineAsk("Nicht nötig, weil …", "Speichern", QLineEdit())
        self.done_ask = InlineAsk("Erledigt am", "Speichern", DateEntry())
        self.snooze_ask = InlineAsk(
            f"Erst wieder erinnern am ({KEYS})", "Zurückstellen", SnoozeEntry()
        )
        self.snooze_ask.given.connect(self._snoozed)
        self.pin_ask.given.connect(self._pinned)
        self.reason_ask.given.connect(self._reasoned)
        self.done_ask.given.connect(self._redated)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        theme.set_face(self._sentence, "strong")
        self._sentence.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 12)
        self._grid.setSpacing(8)
        self._grid.addWidget(self.primary, 0, 0, 1, 2)
        asks = (self.pin_ask, self.reason_ask, self.done_ask, self.snooze_ask)
        for row, ask in enumerate(asks):
            ask.left.connect(self._leave_ask)
            ask.hide()
            self._grid.addWidget(ask, 10 + row, 0, 1, 2)
        self._grid.addWidget(self._sentence, 20, 0, 1, 2)

    def set_step(self, step: StepView, today: date, *, same: bool) -> None:
        """Offer what this step allows; what is being asked stays open while the step stands as it
        did."""
        changed = self._step is None or step.state is not self._step.state
        self._step, self._today = step, today
        if not same:
            self._sentence.hide()
        if changed or not same:
            self._close_ask()
        is_open = step.state is StepState.OPEN
        self.primary.setText(PRIMARY[step.state])
        self.primary.setToolTip(f"{PRIMARY[step.state]} (Leertaste in der Liste)")
        icons.dress(self.primary, "check" if is_open else "undo-2", Tone.ON_ACCENT)
        self.primary.setVisible(step.kind is not DateKind.HINT)
        wanted = {
            self._pin: is_open and not step.pinned and not step.own,
            self._unpin: is_open and step.pinned and not step.own,
            self._snooze: _is_snoozable(step),
            self._wake: step.snoozed_until is not None,
            self._done_on: step.state is StepState.DONE,
            self._not_needed: is_open and step.applies is not Answer.NO,
            self._untake: step.by_hand and is_open,
            self._edit: step.own,
            self._remove: step.own,
        }
        shown = [button for button, offered in wanted.items() if offered]
        for button in wanted:
            self._grid.removeWidget(button)
            if button not in shown:
                button.hide()
        for at, button in enumerate(shown):
            alone = at == len(shown) - 1 and at % 2 == 0
            self._grid.addWidget(button, 1 + at // 2, at % 2, 1, 2 if alone else 1)
            button.show()  # only now it has a parent

    def tick(self) -> None:
        """Done; or open again what was done or set aside."""
        step = self._step
        if step is None or step.kind is DateKind.HINT:
            return
        step_id = step.id
        if step.state is StepState.OPEN:
            self.run(lambda desk: desk.plan.tick(step_id))
        elif step.state is StepState.DONE:
            self.run(lambda desk: desk.plan.untick(step_id))
        else:
            self.run(lambda desk: desk.plan.need(step_id))

    def run(self, deed: Deed) -> bool:
        """Do something with the step; whether it was not refused."""
        self._refused = False
        self._sentence.hide()
        self._do(deed)
        return not self._refused

    def refuse(self, refused: Refused, *, beside: bool = False) -> None:
        """Say a refusal beside what was asked, or below the acts; not where it stands `beside`
        its field already."""
        self._refused = True
        if beside:
            return
        if self._open_ask is not None:
            self._open_ask.say(wording.refused(refused))
        else:
            self._sentence.setText(wording.refused(refused))
            self._sentence.show()

    def sentence(self) -> str:
        """The refusal that stands below the acts."""
        return "" if self._sentence.isHidden() else self._sentence.text()

    def ask_pin(self) -> None:
        """Ask for the date to fix."""
        if self._step is not None:
            self._day(self.pin_ask).set_day(self._step.due)
            self._open(self.pin_ask)

    def ask_reason(self) -> None:
        """Ask why the step is not needed."""
        if self._step is not None:
            self.reason_ask.editor.setText(self._step.reason)
            self._open(self.reason_ask)

    def ask_done_on(self) -> None:
        """Ask on which day the step was done."""
        if self._step is not None and self._step.done_on is not None:
            self._day(self.done_ask).set_day(Day(self._step.done_on))
            self._open(self.done_ask)

    def ask_snooze(self) -> None:
        """Ask until when nobody is to be reminded."""
        if self._step is not None:
            entry = self.snooze_ask.editor
            assert isinstance(entry, SnoozeEntry)  # noqa: S101 - built so above
            entry.begin(self._today)
            self._open(self.snooze_ask)

    @staticmethod
    def _day(ask: InlineAsk) -> DateEntry:
        assert isinstance(ask.editor, DateEntry)  # noqa: S101 - built so above
        return ask.editor

    def _open(self, ask: InlineAsk) -> None:
        self._close_ask()
        self._open_ask = ask
        ask.open()

    def _close_ask(self) -> None:
        if self._open_ask is not None:
            self._open_ask.hide()
            self._open_ask = None

    def _leave_ask(self) -> None:
        self._close_ask()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pinned(self) -> None:
        day = self._asked(self.pin_ask)
        if day is not None and self._step is not None:
            step_id = self._step.id
            if self.run(lambda desk: desk.plan.pin(step_id, day)):
                self._leave_ask()

    def _redated(self) -> None:
        day = self._asked(self.done_ask)
        if day is None or self._step is None:
            return
        if day.precision is Precision.MONTH:
            self.done_ask.say(wording.refused(Refused(Reason.NOT_A_DATE)))
            return
        step_id, on = self._step.id, day.on
        if self.run(lambda desk: desk.plan.tick(step_id, on)):
            self._leave_ask()

    def _snoozed(self) -> None:
        day = self._asked(self.snooze_ask)
        if day is None or self._step is None:
            return
        if day.precision is Precision.MONTH:
            self.snooze_ask.say(wording.refused(Refused(Reason.NOT_A_DATE)))
            return
        step_id, until = self._step.id, day.on
        if self.run(lambda desk: desk.plan.snooze(step_id, until)):
            self._leave_ask()

    def _reasoned(self) -> None:
        if self._step is not None:
            step_id, reason = self._step.id, self.reason_ask.editor.text()
            if self.run(lambda desk: desk.plan.not_needed(step_id, reason)):
                self._leave_ask()

    def _asked(self, ask: InlineAsk) -> Day | None:
        try:
            day = self._day(ask).day()
        except Refused as refused:
            ask.say(wording.refused(refused))
            return None
        if day is None:
            ask.say(wording.refused(Refused(Reason.BLANK)))
        return day

    def _wake_step(self) -> None:
        if self._step is not None:
            step_id = self._step.id
            self.run(lambda desk: desk.plan.wake(step_id))

    def _let_move(self) -> None:
        if self._step is not None:
            step_id = self._step.id
            self.run(lambda desk: desk.plan.unpin(step_id))

    def _untake_step(self) -> None:
        if self._step is not None:
            step_id = self._step.id
            self.run(lambda desk: desk.plan.untake(step_id))

    def _edit_own(self) -> None:
        if self._step is not None:
            self.edit_wanted.emit(self._step.id)

    def _remove_own(self) -> None:
        if self._step is not None:
            step_id = self._step.id
            self.run(lambda desk: desk.plan.remove_own(step_id))


def _is_snoozable(step: StepView) -> bool:
    return is_snoozable(Tracked(step.id, step.state, step.applies, step.kind, step.due))
