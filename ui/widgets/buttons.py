"""Buttons of one kind each: plain, primary, link, icon alone, and exclusive segments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui import icons
from ui.theme import Tone

K = TypeVar("K")


def push(text: str, act: Callable[[], object], icon: str = "", *, key: str = "") -> QPushButton:
    """A plain button; `key` is its shortcut ("Ctrl+S") and is told in the tool tip."""
    return _made(QPushButton(text), act, icon, key, Tone.INK)


def primary(text: str, act: Callable[[], object], icon: str = "", *, key: str = "") -> QPushButton:
    """The one button of a screen that does what the screen is for."""
    button = QPushButton(text)
    button.setProperty("kind", "primary")
    return _made(button, act, icon, key, Tone.ON_ACCENT)


def link(text: str, act: Callable[[], object], icon: str = "", *, key: str = "") -> QPushButton:
    """An act within a sentence or beside a heading."""
    button = QPushButton(text)
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return _made(button, act, icon, key, Tone.ACCENT)


def abreast(*widgets: QWidget) -> QWidget:
    """Quiet acts beside each other, for the right end of a form's buttons."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def icon_button(
    icon: str, name: str, act: Callable[[], object] | None = None, *, flat: bool = False
) -> QToolButton:
    """A button with an icon alone; its name is its tool tip and what a screen reader says."""
    button = QToolButton()
    if flat:
        button.setProperty("kind", "flat")
    button.setAccessibleName(name)
    button.setToolTip(name)
    icons.dress(button, icon)
    if act is not None:
        button.clicked.connect(lambda _checked=False: act())
    return button


def _made(
    button: QPushButton, act: Callable[[], object], icon: str, key: str, tone: Tone
) -> QPushButton:
    button.setAutoDefault(False)
    if icon:
        icons.dress(button, icon, tone)
    if key:
        sequence = QKeySequence(key)
        button.setShortcut(sequence)
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{button.text().replace('&', '')} ({shown})")
    button.clicked.connect(lambda _checked=False: act())
    return button


class Segments(QWidget, Generic[K]):
    """A few choices of which one holds; arrow keys move between them. `chosen(key)` on a click."""

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[K, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[K] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._group.idClicked.connect(self._clicked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[K, str]]) -> None:
        """Other choices; the key chosen stays chosen if it is still there."""
        before = self.key()
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.deleteLater()
        self._keys = [key for key, _ in choices]
        for at, (key, text) in enumerate(choices):
            button = QToolButton(self)
            button.setText(text)
            button.setAccessibleName(f"{self.accessibleName()}: {text}")
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            if at in (0, len(choices) - 1):
                button.setProperty("place", "last" if at else "first")
            self._group.addButton(button, at)
            self._layout.addWidget(button)
            button.show()  # else it takes no room before the next turn of the events
            button.setChecked(key == before)

    def key(self) -> K | None:
        """The choice that holds, None where nothing is chosen yet."""
        at = self._group.checkedId()
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def choose(self, key: K | None) -> None:
        """Choose without telling; None chooses nothing."""
        self._group.setExclusive(False)
        for at, known in enumerate(self._keys):
            self._group.button(at).setChecked(known == key)
        self._group.setExclusive(True)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._keys[at])
