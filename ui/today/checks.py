"""Directory entries that nobody looked at for long: still right, or to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.records.directory import ProviderRow
from ui import theme, wording
from ui.theme import Tone
from ui.today import words
from ui.widgets.buttons import link, push
from ui.widgets.runs import Run, RunLine

SHOWN = 5


class Checks(QWidget):
    """The first of those to check; hidden where there is none. `confirmed(id)` with "Stimmt noch",
    `wanted(id)` with "Ändern", `round_wanted` for all of them."""

    confirmed = Signal(int)
    wanted = Signal(int)
    round_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        theme.set_face(self._title, "head")
        self.round = link("Prüfrunde …", self.round_wanted.emit, "mail")
        self.round.setToolTip("Alle fälligen Anbieter anschreiben und ihre Antworten eintragen")
        side = theme.px(self, 16)
        head = QHBoxLayout()
        head.setContentsMargins(side, theme.px(self, 16), theme.px(self, 8), theme.px(self, 8))
        head.addWidget(self._title, 1)
        head.addWidget(self.round)
        self._rows = [_Check(self) for _ in range(SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for row in self._rows:
            column.addWidget(row)
        self.hide()

    def set_rows(self, rows: Sequence[ProviderRow], total: int, today: date) -> None:
        """Show the first of `total` that are to be checked."""
        self._title.setText(f"Anbieter zu prüfen ({total})")
        for at, row in enumerate(self._rows):
            row.set_row(rows[at] if at < len(rows) else None, today)
        self.setVisible(bool(total))

    def row(self, at: int) -> _Check:
        """One of the lines shown."""
        return self._rows[at]


class _Check(QWidget):
    def __init__(self, checks: Checks) -> None:
        super().__init__()
        self._checks = checks
        self._id = 0
        self.name, self.when = RunLine(), RunLine()
        self.right = push("Stimmt noch", self._confirm, "check")
        self.change = push("Ändern", self._change)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.name)
        told.addWidget(self.when)
        row = QHBoxLayout()
        side = theme.px(self, 16)
        row.setContentsMargins(side, theme.px(self, 4), side, theme.px(self, 4))
        row.setSpacing(theme.px(self, 8))
        row.addLayout(told, 1)
        row.addWidget(self.right, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        line = QFrame()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Midlight)
        column.addWidget(line)

    def set_row(self, row: ProviderRow | None, today: date) -> None:
        self.setVisible(row is not None)
        if row is None:
            return
        self._id = row.id
        name = f"{row.name}, {row.town}" if row.town else row.name
        self.name.set_runs([Run(row.name, strong=True)])
        self.when.set_runs([Run(words.checked(row.checked_on, today), tone=Tone.SECOND)])
        self.setToolTip(name)
        last = f" (zuletzt {wording.day(row.checked_on)})" if row.checked_on else ""
        self.right.setAccessibleName(f"Stimmt noch: {name}")
        self.right.setToolTip(f"Setzt nur „geprüft am“ auf heute{last}")
        self.change.setAccessibleName(f"Ändern: {name}")

    def _confirm(self) -> None:
        self._checks.confirmed.emit(self._id)

    def _change(self) -> None:
        self._checks.wanted.emit(self._id)
