"""What somebody in a role said of a step: done, partly, missed, when and by whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.induction import ConfirmationDraft, InductionStep
from app.rules.slipping import Outcome
from app.rules.terms import Role
from ui.employers import words
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class ConfirmForm(Form):
    """One answer; its words stay in the office."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._today = workplace.today
        self._step = 0
        self._role = Role.PERSON
        self.about = text_label("", Tone.SECOND)
        self.column.addWidget(self.about)
        outcomes = [("", "noch offen"), *((o.value, w) for o, w in words.OUTCOMES.items())]
        self.add("outcome", "&Ergebnis", Choice(outcomes))
        self.add("on", "A&m", QLineEdit())
        self.add("by", "&Gesagt von", QLineEdit())
        self.add("note", "&Notiz", GrowingText())
        self.remove = self.add_remove("Antwort zurücknehmen", self.retract)
        self.add_buttons("Antwort speichern")
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answer(self, step: InductionStep, role: Role, holder: str) -> None:
        """The answer of a role to a step; blank fields where there is none yet."""
        self._step, self._role = step.id, role
        self.about.setText(f"{step.title}: {words.ASKED[role]}")
        said = step.of(role)
        self.fill(
            {
                "outcome": said.outcome.value if said else "",
                "on": typed_dates.shown(said.on if said else self._today()),
                "by": said.by if said else holder,
                "note": said.note if said else "",
            }
        )
        self.remove.setVisible(said is not None)

    def command(self) -> Callable[[Desk], Done]:
        if not self.value("outcome"):
            raise Refused(Reason.BLANK, "outcome")
        on = typed_dates.whole(self.value("on"), "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        draft = ConfirmationDraft(
            self._role, Outcome(self.value("outcome")), on, self.value("by"), self.value("note")
        )
        return partial(confirm, self._step, draft)

    def retract(self) -> None:
        """Take the answer back."""
        self.withdraw(partial(retract, self._step, self._role))


def confirm(step: int, draft: ConfirmationDraft, desk: Desk) -> Done:
    return desk.induction.confirm(step, draft)


def retract(step: int, role: Role, desk: Desk) -> Done:
    return desk.induction.retract(step, role)
