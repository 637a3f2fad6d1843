"""The small controls of the timeline: nearer and farther, and what is filtered out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui import icons
from ui.onboarding.scale import Zoom
from ui.theme import Tone, advance, px
from ui.widgets.buttons import icon_button

K = TypeVar("K")

ZOOMS: Mapping[Zoom, str] = {
    Zoom.WEEKS: "Wochen",
    Zoom.MONTHS: "Monate",
    Zoom.QUARTERS: "Quartale",
    Zoom.YEAR: "Jahr",
}
FILTER_KEY = "Ctrl+Shift+L"


class ZoomControl(QWidget):
    """− Monate +, and a menu of all four in the middle. `chosen(Zoom)` on a click."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Maßstab")
        self._zoom = Zoom.MONTHS
        self.out = icon_button("minus", "Weiter weg (−)", self._out)
        self.into = icon_button("plus", "Näher heran (+)", self._into)
        self.middle = QToolButton()
        self.middle.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.middle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.middle.setProperty("kind", "segment")
        self.out.setProperty("kind", "segment")
        self.out.setProperty("place", "first")
        self.into.setProperty("kind", "segment")
        self.into.setProperty("place", "last")
        wide = max(advance(name, "strong") for name in ZOOMS.values())
        self.middle.setMinimumWidth(wide + px(self, 26))
        menu = QMenu(self.middle)
        group = QActionGroup(menu)
        self._actions: dict[Zoom, QAction] = {}
        for zoom, name in ZOOMS.items():
            action = group.addAction(name)
            action.setCheckable(True)
            action.setData(zoom)
            menu.addAction(action)
            self._actions[zoom] = action
        group.triggered.connect(self._picked)
        self.middle.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.out, self.middle, self.into):
            row.addWidget(button)
        self.choose(Zoom.MONTHS)

    def zoom(self) -> Zoom:
        """What is shown now."""
        return self._zoom

    def choose(self, zoom: Zoom) -> None:
        """Show a zoom without telling."""
        self._zoom = zoom
        self.middle.setText(ZOOMS[zoom])
        self.middle.setAccessibleName(f"Maßstab: {ZOOMS[zoom]}")
        self.middle.setToolTip("Maßstab wählen (+ und −, Strg und Mausrad)")
        self._actions[zoom].setChecked(True)
        self.into.setEnabled(zoom.nearer() is not zoom)
        self.out.setEnabled(zoom.farther() is not zoom)

    def _out(self) -> None:
        self.chosen.emit(self._zoom.farther())

    def _into(self) -> None:
        self.chosen.emit(self._zoom.nearer())

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class MenuButton(QToolButton, Generic[K]):
    """A button with its choice in words: "Sortierung: Name". `chosen(key)` when it changes."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words: dict[K, str] = {}
        self.key: K | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind
        self._list = QMenu(self)
        self._list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMenu(self._list)
        self.setAccessibleName(name)

    def set_choices(self, choices: Sequence[tuple[K, str]], key: K) -> None:
        """What can be chosen, and what is."""
        if dict(choices) != self._words:
            self._words = dict(choices)
            self._list.clear()
            group = QActionGroup(self._list)
            for value, words in choices:
                action = group.addAction(words.replace("&", "&&"))
                action.setCheckable(True)
                action.setData(value)
                self._list.addAction(action)
            group.triggered.connect(self._picked)
        self.choose(key)

    def choose(self, key: K) -> None:
        """Show a choice without telling."""
        self.key = key
        words = self._words.get(key, "")
        self.setText(f"{self._name}: {words}" if words else self._name)
        self.setAccessibleName(self.text())
        for action in self._list.actions():
            action.setChecked(action.data() == key)
        icons.dress(self, "chevron-down", Tone.INK)

    def _picked(self, action: QAction) -> None:
        self.choose(action.data())
        self.chosen.emit(action.data())


# key, name, choices with their words, which of them holds
Section = tuple[str, str, Sequence[tuple[object, str]], object]


class FilterButton(QWidget):
    """Filter, or what is filtered and one click back. `chosen(section, key)`; `cleared()`."""

    chosen = Signal(str, object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._list = QMenu(self.button)
        self._list.setAccessibleName("Filter")
        self.button.setMenu(self._list)
        self.clear = icon_button("x", "Filter aufheben (Esc)", self.cleared.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button)
        row.addWidget(self.clear)
        shortcut = QShortcut(QKeySequence(FILTER_KEY), self)
        shortcut.activated.connect(self.open)
        self._made: Sequence[Section] = ()
        self._short = False
        self._say("")

    def set_short(self, *, short: bool) -> None:
        """Without words where there is little room."""
        self._short = short
        self._say(self.button.accessibleDescription())

    def set_sections(self, sections: Sequence[Section], words: str) -> None:
        """Groups of choices under their names, what holds in each, and all of it in words."""
        if sections != self._made:
            self._made = sections
            self._list.clear()
            for section, name, choices, key in sections:
                self._list.addSection(name)
                group = QActionGroup(self._list)
                for value, text in choices:
                    action = group.addAction(text.replace("&", "&&"))
                    action.setCheckable(True)
                    action.setData((section, value))
                    action.setChecked(value == key)
                    self._list.addAction(action)
                group.triggered.connect(self._picked)
        self.button.setEnabled(any(len(choices) > 1 for _, _, choices, _ in sections))
        self._say(words)

    def open(self) -> None:
        """Show the choices below the button."""
        if self.isVisible() and self.button.isEnabled():
            self._list.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def actions_of(self, section: str) -> list[QAction]:
        """The choices of a group."""
        found = (action for action in self._list.actions() if action.data() is not None)
        return [action for action in found if action.data()[0] == section]

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 28), super().minimumSizeHint().height())

    def _say(self, words: str) -> None:
        text = f"Filter: {words}" if words else "Filter"
        self.button.setText("" if self._short else text)
        self.button.setAccessibleName(text)
        self.button.setAccessibleDescription(words)
        tip = "Nach Rolle oder Person filtern (Strg+Umschalt+L)"
        self.button.setToolTip(f"{text}. {tip}" if words else tip)
        self.clear.setVisible(bool(words))
        icons.dress(self.button, "filter", Tone.ACCENT if words else Tone.INK)

    def _picked(self, action: QAction) -> None:
        section, key = action.data()
        self.chosen.emit(section, key)
