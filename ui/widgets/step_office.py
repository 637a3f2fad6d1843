"""Where a step is done: the body in charge by the home, the directory's entry with its hours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.plan import OfficeView, StepView
from app.rules.in_force import bounds, in_force
from ui import wording
from ui.theme import Tone
from ui.widgets import office_words
from ui.widgets.hours_words import opens, ordinary_week, told
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.step_words import NO_BREAK


class StepOffice(QWidget):
    """`provider_wanted(id)` when the entry shall be shown among the providers."""

    provider_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider: int | None = None
        self._name, self._about = wrapped(), wrapped(tone=Tone.SECOND)
        self.link = quiet_link("Im Verzeichnis zeigen", self._show, "building-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    def set_step(self, step: StepView, today: date) -> bool:
        """Show the office of a step; False where it needs none."""
        name = office_words.in_charge(step)
        entry = step.provider
        self._provider = entry.provider if entry else None
        about = entry_lines(entry, today) if entry else []
        if entry is not None and step.body and step.body not in entry.name:
            about.insert(0, step.body)
        if office_words.needs_home(step):
            about.append(office_words.NO_HOME)
        self._name.setText(name)
        self._about.setText("\n".join(about))
        self._about.setVisible(bool(about))
        self.link.setVisible(entry is not None)
        for label in (self._name, self._about):
            label.setAccessibleName(f"Zuständig: {label.text()}")
        return bool(name)

    def text(self) -> str:
        """What it says now."""
        return "\n".join(part for part in (self._name.text(), self._about.text()) if part)

    def _show(self) -> None:
        if self._provider is not None:
            self.provider_wanted.emit(self._provider)


def entry_lines(entry: OfficeView, today: date) -> list[str]:
    """Address, telephone, when it is open today or next, what bounds that, its week, its age."""
    hours = ordinary_week(entry.hours_osm, entry.hours_given)
    now = opens(in_force(entry), today)
    limits = told(bounds(entry, today), entry.successor)
    checked = f"geprüft am {wording.day(entry.checked_on)}" if entry.checked_on else "nicht geprüft"
    found = (
        entry.address,
        f"Tel. {entry.phone}".replace(" ", NO_BREAK) if entry.phone else "",
        *(f"{each[:1].upper()}{each[1:]}" for each in (now, *limits) if each),
        hours or "Öffnungszeiten unbekannt",
        checked,
    )
    return [each for each in found if each]
