"""Until when a step can be done at its office: the days before the deadline, the last slot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.records.plan import StepView
from app.rules.calendar import Day
from app.rules.openings import LastOpening, Outcome
from ui import theme
from ui.theme import Tone
from ui.widgets import opening_words
from ui.widgets.buttons import push
from ui.widgets.opening_days import OpeningDays
from ui.widgets.paragraphs import wrapped
from ui.widgets.step_actions import Deed

PICTURED = frozenset(
    {Outcome.FOUND, Outcome.ON_DUTY, Outcome.ONLY_BY_ARRANGEMENT, Outcome.NONE_LEFT}
)


class StepOpening(QWidget):
    """Hands "Vormerken" to `run`: the step is fixed at the day of the last slot."""

    def __init__(self, run: Callable[[Deed], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._step: StepView | None = None
        self._title = QLabel()
        theme.set_face(self._title, "strong")
        self.days = OpeningDays()
        self.box = QFrame()
        self.box.setProperty("kind", "box")
        self._label, self._slot = wrapped(tone=Tone.SECOND), wrapped()
        theme.set_face(self._slot, "strong")
        self._beside = wrapped(tone=Tone.SECOND)
        self.note_button = push("Vormerken", self._pin)
        self.note_button.setToolTip("Fixiert den Schritt an diesem Tag")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._label)
        words.addWidget(self._slot)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(4)
        inside.addLayout(row)
        inside.addWidget(self._beside)
        self._plain = wrapped(tone=Tone.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        for widget in (self._title, self.days, self.box, self._plain):
            column.addWidget(widget)

    def set_step(self, step: StepView) -> None:
        """Show until when the step can be done; nothing where it has no date at an office."""
        self._step = step
        last = step.last_opening
        self.setVisible(last is not None)
        if last is None:
            return
        pictured = last.outcome in PICTURED
        for widget in (self._title, self.days, self.box):
            widget.setVisible(pictured)
        self._plain.setVisible(not pictured)
        said = opening_words.sentence(last)
        if not pictured:
            self._plain.setText(said)
            self._plain.setAccessibleName(said)
            return
        self._title.setText(opening_words.title(last))
        self.days.set_opening(last)
        self._say(step, last, said)

    def text(self) -> str:
        """What it says now, without the picture."""
        shown = (self._title, self._label, self._slot, self._beside, self._plain)
        return "\n".join(each.text() for each in shown if each.isVisibleTo(self))

    def _say(self, step: StepView, last: LastOpening, said: str) -> None:
        found = last.outcome is Outcome.FOUND
        noted = step.pinned and step.due == last.deadline and last.on == last.deadline.on
        self._label.setText(
            f"{opening_words.label(last)}{', vorgemerkt' if noted else ''}:" if found else said
        )
        self._slot.setText(opening_words.when(last) if found else "")
        self._slot.setVisible(found)
        beside = opening_words.beside(last) if found else ""
        self._beside.setText(beside)
        self._beside.setVisible(bool(beside))
        for label in (self._label, self._slot):
            label.setAccessibleName(said)
        theme.set_tone(self._label, Tone.SECOND if found else Tone.INK)
        self.note_button.setVisible(found and not noted)
        self.note_button.setAccessibleName(f"Vormerken: {opening_words.when(last)}")

    def _pin(self) -> None:
        step = self._step
        if step is not None and step.last_opening is not None and step.last_opening.on is not None:
            step_id, day = step.id, Day(step.last_opening.on)
            self._run(lambda desk: desk.plan.pin(step_id, day))
