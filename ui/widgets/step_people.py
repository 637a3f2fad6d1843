"""Who acts on a step: its roles and the people behind them, entered in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.records.plan import StepView
from app.records.roles import HolderView
from app.rules.terms import Role
from ui.widgets.holder_form import HolderForm
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.step_words import NO_BREAK, called

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

# The household itself, and whoever advises it: they are known without being entered.
KNOWN = frozenset({Role.PERSON, Role.SERVICE_POINT})


def holder_of(step: StepView, role: Role) -> HolderView | None:
    """Who fills a role of the step."""
    return next((holder for holder in step.holders if holder.role is role), None)


def line(step: StepView, role: Role) -> str:
    """Pate/Patin: Wiebke Janssen, Küstenklinikum, 04941 94-0; or that there is no name yet."""
    holder = holder_of(step, role)
    name = called(step, role)
    if holder is None:
        return name if role in KNOWN else f"{name} (noch ohne Namen)"
    draft = holder.draft
    house = "" if role in KNOWN else draft.organisation
    phone = draft.phone.replace(" ", NO_BREAK)
    told = ", ".join(part for part in (draft.name, house, phone) if part)
    only = " (nur bei diesem Schritt)" if holder.step is not None else ""
    return f"{name}: {told}{only}"


class StepPeople(QWidget):
    """A line a role, below them the link that opens the form; `asked` when it was opened."""

    asked = Signal()

    def __init__(
        self, run: Callable[[Callable[[Desk], Done]], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step: StepView | None = None
        self._case_id = 0
        self._lines = wrapped()
        self.edit_link = quiet_link("Namen eintragen …", self.edit)
        self.form = HolderForm(run)
        self.form.hide()
        self.form.left.connect(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._lines)
        column.addWidget(self.edit_link, 0, Qt.AlignmentFlag.AlignLeft)

    def set_step(self, step: StepView, case_id: int, *, same: bool) -> None:
        """Show the people of a step; a form that is open stays while it is the same step."""
        self._step, self._case_id = step, case_id
        if not same:
            self.form.hide()
        self._lines.setText("\n".join(line(step, role) for role in step.roles))
        self._lines.setAccessibleName(f"Wer: {self._lines.text()}")
        named = self._nameable()
        missing = [role for role in named if holder_of(step, role) is None]
        self.edit_link.setText("Namen eintragen …" if missing else "Namen ändern …")
        self._show_link()

    def text(self) -> str:
        """What it says now."""
        return self._lines.text()

    def edit(self) -> None:
        """Ask who fills a role."""
        if self._step is not None and self._nameable():
            self.form.open(self._case_id, self._step.id, self._nameable(), self._step.holders)
            self._show_link()
            self.asked.emit()

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal in the form; False where it is not open or names no field."""
        return not self.form.isHidden() and self.form.refuse(refused)

    def _nameable(self) -> list[Role]:
        roles = self._step.roles if self._step else ()
        return [role for role in roles if role not in KNOWN]

    def _show_link(self) -> None:
        self.edit_link.setVisible(self.form.isHidden() and bool(self._nameable()))

    def _close(self) -> None:
        self.form.hide()
        self._show_link()
        self.edit_link.setFocus(Qt.FocusReason.OtherFocusReason)
