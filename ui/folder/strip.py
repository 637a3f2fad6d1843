"""The folder's part of the strip: language, what goes out, and what else belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QWidget

from app.content.languages import OFFICE_LANGUAGE
from ui.widgets.buttons import icon_button, primary, push

_BESIDE = "Zweisprachig (mit Deutsch)"


class FolderStrip(QObject):
    """Signals say what is wanted; `changed` that another language, or German beside it, was chosen.
    Belongs to the page `over`."""

    changed = Signal()
    family_wanted = Signal()
    exchange_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.language = QComboBox()
        self.language.setAccessibleName("Sprache der Mappe")
        self.language.activated.connect(self.changed)
        self.bilingual = QCheckBox(_BESIDE)
        self.bilingual.setToolTip("Links die Sprache der Familie, rechts dasselbe auf Deutsch")
        self.bilingual.clicked.connect(self.changed)
        self.exchange = push("Austauschblätter (0)", self.exchange_wanted.emit, "arrow-left-right")
        self.save = push("Als PDF …", self.save_wanted.emit, "download", key="Ctrl+S")
        self.print = primary("Drucken …", self.print_wanted.emit, "printer", key="Ctrl+P")
        self.more = icon_button("ellipsis", "Mehr zur Mappe")
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.family = self.add("So sieht es die &Familie", self.family_wanted.emit, "F11")
        over.addAction(self.family)  # the key works while the menu is shut
        self._worded = [(each, each.text(), each.shortcut()) for each in (self.save, self.print)]
        self._sheets = 0
        self._is_roomy = True

    def widgets(self) -> list[QWidget]:
        """In their order, left to right."""
        return [self.language, self.bilingual, self.exchange, self.save, self.more, self.print]

    def add(self, text: str, act: Callable[[], object], key: str = "") -> QAction:
        """One more act in the menu."""
        action = QAction(text, self)
        if key:
            action.setShortcut(key)
        action.triggered.connect(lambda _checked=False: act())
        self._menu.addAction(action)
        return action

    def part(self) -> None:
        """A line between what was added and what follows."""
        self._menu.addSeparator()

    @property
    def code(self) -> str:
        """The tag of the language chosen."""
        return str(self.language.currentData())

    @property
    def is_bilingual(self) -> bool:
        """Whether German stands beside the language; beside itself it never does."""
        return self.bilingual.isChecked() and self.code != OFFICE_LANGUAGE

    def set_languages(self, known: Sequence[tuple[str, str]], wanted: str) -> None:
        """Offer these, the wanted one first and chosen."""
        for code, text in sorted(known, key=lambda pair: pair[0] != wanted):
            self.language.addItem(text, code)
        self.language.setCurrentIndex(0)

    def offer(self, *, is_there: bool, sheets: int) -> None:
        """What can be done: whether there is a folder, how many sheets there are to exchange."""
        for each in (self.save, self.print):
            each.setEnabled(is_there)
        self.family.setEnabled(is_there)
        self._sheets = sheets
        self.exchange.setEnabled(sheets > 0)
        self._say()

    def set_roomy(self, *, roomy: bool) -> None:
        """Whether there is room for words on all buttons."""
        self._is_roomy = roomy
        self.bilingual.setText(_BESIDE if roomy else "Zweisprachig")
        for button, text, key in self._worded:
            button.setText(text if roomy else "")
            button.setShortcut(key)  # another text takes it away
            button.setAccessibleName(text.replace(" …", ""))
        self._say()

    def _say(self) -> None:
        said = f"Austauschblätter ({self._sheets})"
        self.exchange.setText(said if self._is_roomy else f"({self._sheets})")
        self.exchange.setAccessibleName(said)
        self.exchange.setToolTip(
            "Die Blätter, die seit der letzten Ausgabe neu sind, mit einer Liste zum Tauschen"
        )
