"""A choice that is a row of segments where there is room, and a box to open where there is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.widgets.buttons import Segments

K = TypeVar("K")


class Choice(QWidget, Generic[K]):
    """`chosen(key)` when the user chose; `set_tight` changes how it looks, never what holds."""

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[K, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[K, str], ...] = ()
        self._segments: Segments[K] = Segments(name, ())
        self._box = QComboBox()
        self._box.setAccessibleName(name)
        self._box.setToolTip(name)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._box.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segments)
        row.addWidget(self._box)
        self._segments.chosen.connect(self._segment)
        self._box.activated.connect(self._activated)
        self.setFocusProxy(self._segments)
        self.set_choices(choices)

    @property
    def is_tight(self) -> bool:
        """Whether it is a box now."""
        return self._segments.isHidden()

    def set_choices(self, choices: Sequence[tuple[K, str]]) -> None:
        """Other choices; the key chosen stays chosen if it is still there."""
        if tuple(choices) == self._choices:
            return
        before = self.key()
        self._choices = tuple(choices)
        self._segments.set_choices(self._choices)
        self._box.clear()
        self._box.addItems([text for _, text in self._choices])
        self.choose(before)

    def key(self) -> K | None:
        """The choice that holds, None where nothing is chosen yet."""
        return self._segments.key()

    def choose(self, key: K | None) -> None:
        """Choose without telling."""
        self._segments.choose(key)
        keys = [known for known, _ in self._choices]
        self._box.setCurrentIndex(keys.index(key) if key in keys else -1)

    def set_tight(self, *, tight: bool) -> None:
        """Be a box, or segments."""
        if tight != self.is_tight:
            self._segments.setVisible(not tight)
            self._box.setVisible(tight)
            self.setFocusProxy(self._box if tight else self._segments)

    def room(self, *, tight: bool) -> int:
        """How wide it would be, in pixels."""
        widget = self._box if tight else self._segments
        return widget.sizeHint().width()

    def _segment(self, key: K) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _activated(self, at: int) -> None:
        key = self._choices[at][0]
        self.choose(key)
        self.chosen.emit(key)
