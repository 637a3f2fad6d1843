"""Words to mark with one key each: a number, a letter. Quick where a form is filled in a talk."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui.widgets.flow import FlowLayout

FOR, AGAINST = "+", "-"
_SIGNS = {FOR: "+ ", AGAINST: "− "}
_SAID = {FOR: "dafür", AGAINST: "dagegen"}


class Way(Enum):
    """What a key does: choose this one alone, mark it or not, or mark it for and then against."""

    ONE = "one"
    MANY = "many"
    BOTH = "both"


class Marks(QWidget):
    """Each choice is (code, key, word). `text()` holds the codes marked, with blanks between, after
    a sign where it can be for or against. Keys work while the focus is in here, and so do clicks;
    the same key again takes it back."""

    changed = Signal()

    def __init__(
        self, way: Way, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._way = way
        self._keys = {key.casefold(): code for code, key, _ in choices}
        self._words = {code: (key, word) for code, key, word in choices}
        self._marked: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        flow = FlowLayout(self, 4)
        for code, _, word in choices:
            button = QToolButton()
            button.setProperty("kind", "mark")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.setAccessibleName(word)
            button.clicked.connect(partial(self._clicked, code))
            self._buttons[code] = button
            flow.addWidget(button)
        self._dress()

    def text(self) -> str:
        """The codes marked, in the order of the choices."""
        return " ".join(
            f"{self._marked[code]}{code}" for code in self._words if code in self._marked
        )

    def setText(self, text: str) -> None:
        """Mark these and no others."""
        self._marked = {}
        for each in text.split():
            sign = each[0] if each[0] in _SIGNS else ""
            code = each.removeprefix(sign)
            if code in self._words:
                self._marked[code] = sign
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code = self._keys.get(event.text().casefold()) if event.text() else None
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if code is None or not plain:
            super().keyPressEvent(event)
            return
        self._pressed(code)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._dress()

    def _clicked(self, code: str, *_checked: object) -> None:
        self._pressed(code)

    def _pressed(self, code: str) -> None:
        if self._way is Way.BOTH:
            after = {None: FOR, FOR: AGAINST, AGAINST: None}[self._marked.get(code)]
        else:
            after = None if code in self._marked else ""
        if self._way is Way.ONE:
            self._marked = {}
        if after is None:
            self._marked.pop(code, None)
        else:
            self._marked[code] = after
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        told = []
        for code, button in self._buttons.items():
            key, word = self._words[code]
            sign = self._marked.get(code)
            lead = key.upper() if self.hasFocus() or key.isdigit() else ""
            button.setText(f"{_SIGNS.get(sign or '', '')}{lead} {word}".replace("  ", " ").strip())
            button.setToolTip(f"Taste {key.upper()}")
            button.setChecked(sign is not None and sign != AGAINST)
            button.setProperty("said", "against" if sign == AGAINST else "")
            button.style().unpolish(button)
            button.style().polish(button)
            if sign is not None:
                told.append(f"{word} {_SAID.get(sign, '')}".strip())
        self.setAccessibleDescription(", ".join(told) or "nichts gewählt")
        self.updateGeometry()
