"""Some of many in an order of their own: each with its place, one more found by its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.choices import Choice, Choices, SearchedChoice
from ui.widgets.section import text_label

FEW = 12  # choices that are shown in a list instead of being searched


class Picks(QWidget):
    """`edited` when one was added, removed or moved; `rebuilt` with it, as controls changed.

    `noun` is what is picked ("Unterlage"). Codes that are no choice stay and are shown as codes.
    """

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, noun: str, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._noun = noun
        self._names: dict[str, str] = {}
        self._codes: tuple[str, ...] = ()
        self._nothing = text_label(nothing)
        self._nothing.setMinimumHeight(theme.px(self, theme.CONTROL))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.few = Choice()
        self.many = SearchedChoice()
        self.many.setPlaceholderText(f"{noun} hinzufügen")
        for editor in (self.few, self.many):
            editor.setAccessibleName(f"{noun} hinzufügen")
            editor.setMaximumWidth(theme.px(self, 360))
        self.few.activated.connect(self._picked)
        self.many.editingFinished.connect(self._typed)
        self.many.completer().activated.connect(self._typed, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._nothing, self.few, self.many):
            column.addWidget(widget)
        column.insertLayout(1, self._lines)
        self._is_few = True
        self._show()

    def set_choices(self, choices: Choices) -> None:
        """What can be picked."""
        if dict(choices) == self._names:
            return
        self._names = dict(choices)
        self._is_few = len(choices) <= FEW
        self.many.set_choices(choices)
        self._show()

    def fill(self, codes: Sequence[str]) -> None:
        """Show these, without telling."""
        if tuple(codes) != self._codes:
            self._codes = tuple(codes)
            self._show()

    def codes(self) -> tuple[str, ...]:
        """What is picked, in its order."""
        return self._codes

    def take(self, code: str) -> None:
        """Add one at the end."""
        if code and code not in self._codes:
            self._change((*self._codes, code))

    def drop(self, code: str) -> None:
        """Without this one."""
        self._change(tuple(each for each in self._codes if each != code))
        self._entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def shift(self, code: str, by: int) -> None:
        """One place up (-1) or down (1)."""
        codes = list(self._codes)
        at = codes.index(code)
        codes.insert(at + by, codes.pop(at))
        self._change(tuple(codes))
        name = "down" if by > 0 else "up"
        for button in self.findChildren(QToolButton, f"{name} {code}"):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._show()
        self.rebuilt.emit()
        self.edited.emit()

    def _entry(self) -> Choice | SearchedChoice:
        return self.few if self._is_few else self.many

    def _picked(self, _at: int) -> None:
        self.take(self.few.code())
        self.few.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        code = self.many.code()
        if code and not code.startswith("\0"):
            self.many.clear()
            self.take(code)

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for at, code in enumerate(self._codes):
            self._lines.addWidget(self._line(code, at))
        self._nothing.setVisible(not self._codes and bool(self._nothing.text()))
        left = [(code, name) for code, name in self._names.items() if code not in self._codes]
        self.few.setVisible(self._is_few and bool(left))
        self.many.setVisible(not self._is_few)
        with QSignalBlocker(self.few):
            self.few.set_choices((("", f"{self._noun} hinzufügen"), *left))
            self.few.choose("")
        self.setFocusProxy(self._entry())

    def _line(self, code: str, at: int) -> QWidget:
        name = self._names.get(code, code)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        label = text_label(f"{at + 1}. {name}" if len(self._codes) > 1 else name)
        row.addWidget(label, 1)
        up = icon_button("arrow-up", f"{name} nach oben", partial(self.shift, code, -1), flat=True)
        down = icon_button(
            "arrow-down", f"{name} nach unten", partial(self.shift, code, 1), flat=True
        )
        up.setEnabled(at > 0)
        down.setEnabled(at < len(self._codes) - 1)
        up.setObjectName(f"up {code}")
        down.setObjectName(f"down {code}")
        off = icon_button("x", f"{name} entfernen", partial(self.drop, code), flat=True)
        for button in (up, down, off) if len(self._codes) > 1 else (off,):
            row.addWidget(button)
        return line
