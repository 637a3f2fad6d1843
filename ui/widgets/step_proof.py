"""Whether anybody vouches for a step that no source proves, and vouching for it in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.done import Done
from app.errors import Refused
from app.records.plan import StepView
from ui import wording
from ui.widgets.inline_ask import InlineAsk
from ui.widgets.paragraphs import quiet_link, wrapped

if TYPE_CHECKING:
    from app.desk import Desk

UNPROVEN = "unbelegt, bitte prüfen – wird nicht gedruckt"


class StepProof(QWidget):
    """Hidden for steps with a source. `who` says whose name stands in the field at first; the
    `name_ask` needs all of the pane's width, which places it."""

    def __init__(
        self,
        run: Callable[[Callable[[Desk], Done]], bool],
        who: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._who = who
        self._template = ""
        self._words = wrapped()
        self.confirm_link = quiet_link("Geprüft und bestätigt …", self.ask, "check")
        self.doubt_link = quiet_link("Bestätigung zurücknehmen", self._doubt, "undo-2")
        self.name_ask = InlineAsk("Wer hat die Angabe geprüft?", "Bestätigen", QLineEdit())
        self.name_ask.given.connect(self._confirm)
        self.name_ask.left.connect(self._leave)
        self.name_ask.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        for button in (self.confirm_link, self.doubt_link):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_step(self, step: StepView, *, same: bool) -> bool:
        """Show where a step stands; False where nobody has to vouch for it."""
        self._template = step.template
        confirmed = step.confirmed_on is not None
        if not same or not step.unproven:
            self.name_ask.hide()
        if confirmed and step.confirmed_on is not None:
            on = wording.day(step.confirmed_on)
            self._words.setText(f"bestätigt von {step.confirmed_by} am {on}")
        else:
            self._words.setText(UNPROVEN)
        self.confirm_link.setVisible(step.unproven and self.name_ask.isHidden())
        self.doubt_link.setVisible(confirmed)
        return step.unproven or confirmed

    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    def ask(self) -> None:
        """Ask for the name of who checked it."""
        if not self.name_ask.editor.text():
            self.name_ask.editor.setText(self._who())
        self.confirm_link.hide()
        self.name_ask.open()

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal beside the name; False where none is asked for."""
        if self.name_ask.isHidden():
            return False
        self.name_ask.say(wording.refused(refused))
        return True

    def _confirm(self) -> None:
        template, by = self._template, self.name_ask.editor.text().strip()
        self._run(lambda desk: desk.templates.confirm(template, by))

    def _doubt(self) -> None:
        template = self._template
        self._run(lambda desk: desk.templates.doubt(template))

    def _leave(self) -> None:
        self.name_ask.hide()
        self.confirm_link.show()
        self.confirm_link.setFocus(Qt.FocusReason.OtherFocusReason)
