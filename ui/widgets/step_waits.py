"""The steps that come before one, each a link to it, those done with a tick."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.plan import StepView, WaitsFor
from ui.widgets.wrapping_link import WrappingLink


class StepWaits(QWidget):
    """`step_wanted(id)` when one of them shall be shown."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: list[WrappingLink] = []
        self._shown: tuple[WaitsFor, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_step(self, step: StepView) -> bool:
        """Show what a step waits for; False where it waits for nothing."""
        if step.waits_for != self._shown:
            self._fill(step.waits_for)
        return bool(step.waits_for)

    def links(self) -> tuple[WrappingLink, ...]:
        """A link a step, in order."""
        return tuple(self._links)

    def _fill(self, waits: tuple[WaitsFor, ...]) -> None:
        for old in self._links:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = waits
        self._links = []
        for each in waits:
            made = WrappingLink(each.short, "check" if each.done else "chevron-right")
            made.clicked.connect(partial(self._lead, each.step))
            state = "erledigt" if each.done else "noch offen"
            made.setAccessibleName(f"{each.short}, {state}")
            made.setToolTip(f"{state}: zum Schritt" if each.step is not None else state)
            made.setEnabled(each.step is not None)
            self._links.append(made)
            self._column.addWidget(made)

    def _lead(self, step_id: int | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        if step_id is not None:
            self.step_wanted.emit(step_id)
