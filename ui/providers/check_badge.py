"""How far a person's check still carries: an icon, words and a ground, never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.records.providers import Category
from app.rules import checking
from app.rules.checking import CheckAge
from ui import icons, theme
from ui.providers import words
from ui.theme import Tone
from ui.widgets.section import text_label

LOOKS: Mapping[CheckAge, tuple[str, Tone]] = {
    CheckAge.FRESH: ("check", Tone.ACCENT),
    CheckAge.SOON: ("clock", Tone.SECOND),
    CheckAge.STALE: ("triangle-alert", Tone.INK),
    CheckAge.NEVER: ("triangle-alert", Tone.INK),
}


class CheckBadge(QFrame):
    """Fresh ones are quiet, what is due stands in a box in strong words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._age = CheckAge.NEVER
        self._picture = QLabel()
        self._words = text_label()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(6)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)

    def tell(self, on: date | None, by: str, category: Category, today: date) -> None:
        """Say when it was checked last, by whom, and whether that still carries."""
        self._age = checking.age(on, category.value, today)
        said = words.checked(on, by, today, category)
        self._words.setText(f"{said[:1].upper()}{said[1:]}")
        self.setAccessibleName(self._words.text())
        due = self._age in (CheckAge.STALE, CheckAge.NEVER)
        self.setProperty("kind", "box" if due else "")
        self._words.setProperty("face", "strong" if due else "")
        theme.set_tone(self._words, Tone.SECOND if self._age is CheckAge.FRESH else Tone.INK)
        air = 6 if due else 0
        self._row.setContentsMargins(air, air // 2, air, air // 2)
        for each in (self, self._words):
            each.style().unpolish(each)
            each.style().polish(each)
        self._dress()

    def age(self) -> CheckAge:
        return self._age

    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        icon, tone = LOOKS[self._age]
        colour = theme.colour_of(self.palette(), tone).name()
        self._picture.setPixmap(icons.pixmap(icon, colour, theme.px(self, icons.SIZE)))
