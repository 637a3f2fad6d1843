"""What can be done with the row selected, within the row: buttons, and what is asked in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.agenda import DueStep
from app.records.chasing import Chase
from app.rules.calendar import Precision
from ui import theme, wording
from ui.theme import Tone
from ui.today.model import Barred, chase_key
from ui.widgets.amending import Amends
from ui.widgets.buttons import link, primary, push
from ui.widgets.runs import Run, RunLine
from ui.widgets.snooze_entry import KEYS, SnoozeEntry, next_week, tomorrow

LEFT = 44  # pixels at 100 %: where the words of the row begin
LAST_DAY = "Die gesetzliche Frist endet heute"


class RowActs(QWidget):
    """`ticked()`, `snoozed(day)`, `woken()`, `set_aside(reason)`, `contact_wanted()`, `opened()`
    say what is to happen to the row; `resized()` when it needs another height, `left()` with Esc.
    """

    ticked = Signal()
    snoozed = Signal(object)
    woken = Signal()
    set_aside = Signal(str)
    contact_wanted = Signal()
    opened = Signal()
    resized = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: DueStep | Barred | Chase | None = None
        self._today = date.min
        self.tick = primary("Erledigt", self.ticked.emit, "check")
        self.tick.setToolTip("Erledigt (Leertaste in der Liste)")
        self.tomorrow = push("Auf morgen", self.to_tomorrow, "calendar")
        self.snooze = push("Zurückstellen …", self.ask_day, "clock")
        self.wake = push("Wieder erinnern", self.woken.emit, "bell")
        self.contact = push("Kontakt notieren", self.contact_wanted.emit, "phone")
        self.aside = push("Nicht nötig, weil …", self.ask_reason)
        self.open = link("Fall öffnen", self.opened.emit, "arrow-right")
        self.open.setToolTip("Fall öffnen (Eingabetaste in der Liste)")
        self.open.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._buttons = (
            self.tick,
            self.tomorrow,
            self.wake,
            self.snooze,
            self.contact,
            self.aside,
        )
        self._words = {button: button.text() for button in (*self._buttons, self.open)}
        for button, words in self._words.items():
            button.setAccessibleName(words)
        self.day = SnoozeEntry()
        self.reason = QLineEdit()
        self.day_ask = _Ask("Erst wieder erinnern am", self.day, "Zurückstellen", KEYS)
        self.reason_ask = _Ask("Nicht nötig, weil", self.reason, "Speichern")
        self.day_ask.given.connect(self._day_given)
        self.reason_ask.given.connect(self._reason_given)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_face(self._sentence, "strong")
        self._strip = QWidget()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(theme.px(self, 8))
        for button in self._buttons:
            strip.addWidget(button)
        strip.addStretch(1)
        strip.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.px(self, LEFT), theme.px(self, 2), theme.px(self, 16), theme.px(self, 10)
        )
        column.setSpacing(theme.px(self, 4))
        for part in (self._strip, self.day_ask, self.reason_ask, self._sentence):
            column.addWidget(part)
        for ask in (self.day_ask, self.reason_ask):
            ask.left.connect(self.close_ask)
            ask.hide()
        self._sentence.hide()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether a date or a reason is being typed."""
        return self._open_ask() is not None

    def set_row(self, row: DueStep | Barred | Chase, today: date) -> None:
        """Offer what this row allows; what is being asked stays while it is the same row."""
        same = _key(row) == _key(self._row)
        changed = isinstance(row, DueStep) and isinstance(self._row, DueStep) and row != self._row
        self._row, self._today = row, today
        if not same or changed:
            self._shut()
        step = row if isinstance(row, DueStep) else None
        for button in self._buttons:
            button.setVisible(step is not None or button is self.contact)
        chase = isinstance(row, Chase)
        if isinstance(row, Chase):
            self.tick.setVisible(row.can_tick)
        self._words[self.open] = "Zum Eintrag" if chase else "Fall öffnen"
        self.open.setAccessibleName(self._words[self.open])
        self.open.setToolTip(f"{self._words[self.open]} (Eingabetaste in der Liste)")
        self.wake.setVisible(step is not None and step.snoozed_until is not None)
        presses = step is not None and step.snoozed_until is None and step.days_left <= 0
        self.tomorrow.setVisible(presses)
        if step is not None:
            over = step.latest is not None and step.latest <= today
            for button in (self.tomorrow, self.snooze):
                button.setEnabled(not over)
            self.tomorrow.setToolTip(LAST_DAY if over else "Morgen erinnern (Strg+Umschalt+M)")
            self.snooze.setToolTip(LAST_DAY if over else "Später erinnern; die Frist bleibt")
        self._make_room()

    def to_tomorrow(self) -> None:
        """Be reminded tomorrow."""
        self._put_off(tomorrow)

    def to_next_week(self) -> None:
        """Be reminded on Monday."""
        self._put_off(next_week)

    def ask_day(self) -> None:
        """Ask until when."""
        if isinstance(self._row, DueStep):
            self.day.begin(self._today)
            self._ask(self.day_ask)

    def ask_reason(self) -> None:
        """Ask why the step is not needed."""
        if isinstance(self._row, DueStep):
            self.reason.clear()
            self._ask(self.reason_ask)

    def close_ask(self) -> None:
        """Back to the buttons, and to the list."""
        self._shut()
        self.left.emit()

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside what was asked, or below the buttons."""
        ask = self._open_ask()
        if ask is not None:
            ask.say(wording.refused(refused))
        else:
            self._sentence.setText(wording.refused(refused))
            self._sentence.show()
        self.resized.emit()

    def sentence(self) -> str:
        """The refusal that stands here."""
        ask = self._open_ask()
        if ask is not None:
            return ask.reason()
        return "" if self._sentence.isHidden() else self._sentence.text()

    def high(self, wide: int) -> int:
        """The height wanted at this width, in pixels."""
        layout = self.layout()
        assert layout is not None  # noqa: S101 - built above
        layout.activate()
        wanted = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else -1
        return max(wanted, layout.totalMinimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_ask()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the buttons do not fit, those with an icon lose their words one by one."""
        margins = theme.px(self, LEFT + 16)
        shown = [button for button in (*self._buttons, self.open) if not button.isHidden()]
        for button in shown:
            button.setText(self._words[button])
        for button in (self.contact, self.snooze, self.tomorrow, self.wake, self.open, self.tick):
            taken = sum(each.sizeHint().width() + theme.px(self, 8) for each in shown)
            if taken + margins <= self.width() or self.width() <= margins:
                break
            if button in shown:
                button.setText("")

    def _put_off(self, when: Callable[[date], date]) -> None:
        if isinstance(self._row, DueStep):
            self.snoozed.emit(when(self._today))

    def _open_ask(self) -> _Ask | None:
        return next((ask for ask in (self.day_ask, self.reason_ask) if not ask.isHidden()), None)

    def _ask(self, ask: _Ask) -> None:
        self._shut()
        self._strip.hide()
        ask.open()
        self.resized.emit()

    def _shut(self) -> None:
        had = self.is_asking or not self._sentence.isHidden()
        for part in (self.day_ask, self.reason_ask, self._sentence):
            part.hide()
        self._strip.show()
        if had:
            self.resized.emit()

    def _day_given(self) -> None:
        try:
            day = self.day.day()
            if day is None:
                raise Refused(Reason.BLANK)
            if day.precision is Precision.MONTH:
                raise Refused(Reason.NOT_A_DATE)
        except Refused as refused:
            self.refuse(refused)
            return
        self.snoozed.emit(day.on)

    def _reason_given(self) -> None:
        self.set_aside.emit(self.reason.text())


class _Ask(QWidget):
    """One thing asked on one line: label, field, act, turn back; below it why it was refused."""

    given = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, label: str, editor: QLineEdit, act: str, hint: str = "") -> None:
        super().__init__()
        self._editor = editor
        editor.setAccessibleName(label)
        editor.setPlaceholderText(hint)
        editor.returnPressed.connect(self.given.emit)
        if hint:
            editor.setFixedWidth(theme.px(editor, 120))
        named = QLabel(label)
        named.setBuddy(editor)
        self.give: QPushButton = primary(act, self.given.emit, "check")
        row = QHBoxLayout()
        row.setSpacing(theme.px(self, 8))
        row.addWidget(named)
        row.addWidget(editor, 0 if hint else 1)
        row.addWidget(self.give)
        row.addWidget(push("Abbrechen", self.left.emit))
        if hint:
            told = RunLine()
            told.set_runs([Run(hint, tone=Tone.LABEL)])
            row.addWidget(told, 2)
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._amends = Amends(editor, self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(self, 4))
        column.addLayout(row)
        column.addWidget(self._reason)

    def open(self) -> None:
        """Show it and lead there."""
        self.say("")
        self.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.selectAll()

    def say(self, reason: str) -> None:
        """Say why the answer was refused; a blank reason takes it back, and so does another
        answer."""
        self._amends.wait(reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._editor.setAccessibleDescription(reason)
        self._editor.setProperty("wrong", "true" if reason else "false")
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)

    def reason(self) -> str:
        """What stands below the field."""
        return self._reason.text()

    def _take_back(self) -> None:
        self.say("")
        self.resized.emit()


def _key(row: DueStep | Barred | Chase | None) -> object:
    if isinstance(row, Barred):
        return ("case", row.case.case)
    if isinstance(row, Chase):
        return chase_key(row)
    return row.id if row is not None else None
