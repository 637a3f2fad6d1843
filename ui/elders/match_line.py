"""A service for an elder: what it is, why it fits or not, and what is decided about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.records.care import CareState
from app.records.elders import ElderMatch
from ui import theme
from ui.elders import words
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.choices import Choice
from ui.widgets.section import text_label
from ui.widgets.trouble import Trouble
from ui.words import CARE_STATES

WIDE = 168


class MatchLine(QWidget):
    """`decided(CareState or None, because)`; `entry_wanted(id)` leads to the directory."""

    decided = Signal(object, str)
    entry_wanted = Signal(int)

    def __init__(self, match: ElderMatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.match = match
        entry = link(match.name, lambda: self.entry_wanted.emit(match.provider))
        entry.setToolTip("Im Verzeichnis zeigen")
        left = QVBoxLayout()
        left.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(entry)
        head.addStretch(1)
        left.addLayout(head)
        left.addWidget(text_label(words.about(match), Tone.SECOND))
        left.addWidget(text_label(words.speaks(match)))
        self.trouble = Trouble(self)
        left.addWidget(self.trouble)
        self.state = Choice(
            [("", "unentschieden"), *((each.value, word) for each, word in CARE_STATES.items())]
        )
        self.state.setAccessibleName(f"Stand: {match.name}")
        self.state.choose(match.state.value if match.state else "")
        self.state.activated.connect(self._choose)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("warum abgelehnt")
        self.reason.setAccessibleName(f"Grund: {match.name}")
        self.reason.setText(match.because)
        self.reason.setCursorPosition(0)
        self.reason.editingFinished.connect(self._typed)
        self._kept = self._values()
        right = QVBoxLayout()
        right.setSpacing(4)
        for widget in (self.state, self.reason):
            widget.setFixedWidth(theme.px(self, WIDE))
            right.addWidget(widget)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 8)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.reason.setVisible(match.state is CareState.DECLINED)

    def say(self, reason: str) -> None:
        """Why it was refused, below the reasons."""
        self.trouble.say(reason)

    @property
    def is_typed(self) -> bool:
        """Whether something is chosen or typed that is not noted yet."""
        return self._values() != self._kept

    def _values(self) -> tuple[str, str]:
        return self.state.code(), self.reason.text().strip()

    def _typed(self) -> None:
        if self.is_typed and self.reason.text().strip():
            self._send()

    def _choose(self) -> None:
        declined = self.state.code() == CareState.DECLINED.value
        self.reason.setVisible(declined)
        if declined and not self.reason.text().strip():
            self.reason.setFocus()
            return
        self._send()

    def _send(self) -> None:
        self.say("")
        code, because = self._values()
        declined = code == CareState.DECLINED.value
        self.decided.emit(CareState(code) if code else None, because if declined else "")
