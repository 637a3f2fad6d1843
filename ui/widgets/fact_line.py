"""One fact of a condition with the values that suit: boxes to tick, or countries by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.rules.facts import VOCABULARY, FactKey, FactScope
from ui import fact_names, theme
from ui.theme import Tone
from ui.widgets import fact_values
from ui.widgets.buttons import icon_button, link
from ui.widgets.choices import SearchedChoice
from ui.widgets.flow import FlowLayout
from ui.widgets.section import text_label
from ui.widgets.stack import Item

NAME_WIDE = 184
TWO = 2  # values of which the one says that it is not the other
WHOSE_WIDE, BESIDE_WHOSE = 72, 132
HOUSEHOLD = "Haushalt"


def is_plain_return(event: QKeyEvent) -> bool:
    """Return or Enter without Ctrl, Alt or Shift."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def is_plain_delete(event: QKeyEvent) -> bool:
    """Delete without Ctrl, Alt or Shift."""
    return event.key() == Qt.Key.Key_Delete and not event.modifiers()


class FactLine(Item):
    """`edited` when a value was ticked or not; `removed` when the fact is to go, with its cross or
    Delete. `whose`: named before it where it speaks of a person.

    What the vocabulary does not know (a fact or a value of another version of the program) is
    kept and shown by its code.
    """

    def __init__(
        self,
        key: str,
        values: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        whose: str = "",
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._whose: QLabel | None = None
        name = fact_names.name(key)
        self.setAccessibleName(name)
        label = text_label(name)
        theme.set_face(label, "strong")
        label.setFixedWidth(theme.px(self, BESIDE_WHOSE if whose else NAME_WIDE))
        label.setMinimumHeight(theme.px(self, 20))
        self.editor: Ticks | Countries = (
            Countries(name) if _is_country(key) else Ticks(key, name, values, turns=bool(whose))
        )
        self.editor.choose(values)
        self.editor.edited.connect(self.edited)
        if isinstance(self.editor, Countries):
            self.editor.rebuilt.connect(self.rebuilt)
        self.remove = icon_button("x", f"{name} entfernen", self.removed.emit, flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if whose:
            self._whose = _whose(self)
            row.addWidget(self._whose, 0, Qt.AlignmentFlag.AlignTop)
            self.say_whose(whose)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.editor, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def values(self) -> tuple[str, ...]:
        """The codes that suit; empty where nothing is ticked."""
        return self.editor.chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_delete(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def say_whose(self, whose: str) -> None:
        """Of whom a fact of a person speaks now."""
        of = HOUSEHOLD if _is_of_household(self.key) else whose
        if self._whose is not None:
            self._whose.setText(of)
            self.setAccessibleName(f"{of}: {fact_names.name(self.key)}")

    def enter(self) -> None:
        """Lead to the first value."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


class Ticks(QWidget):
    """A box for each value of a fact, in the order of the vocabulary. Where it `turns`, a link
    ticks all others instead: not this one."""

    edited = Signal()

    def __init__(
        self, key: str, name: str, more: Sequence[str] = (), *, turns: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        known = _answers(key)
        extra = tuple((code, code) for code in more if code not in dict(known))
        self.boxes: dict[str, QCheckBox] = {}
        self._given: tuple[str, ...] = ()
        flow = FlowLayout(spacing=12, lines_apart=4)
        flow.setContentsMargins(0, 0, 0, 0)
        for code, word in (*known, *extra):
            box = QCheckBox(word)
            box.setAccessibleName(f"{name}: {word}")
            box.clicked.connect(self._clicked)
            self.boxes[code] = box
            flow.addWidget(box)
        if turns and len(known) > TWO:
            self.turn_link = link("umkehren", self.turn)
            self.turn_link.setAccessibleName(f"{name}: Auswahl umkehren")
            self.turn_link.setToolTip("Alles andere ankreuzen: nicht, was jetzt angekreuzt ist")
            flow.addWidget(self.turn_link)
        self.setLayout(flow)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def choose(self, values: Sequence[str]) -> None:
        """Tick these without telling; their order stays as given until somebody ticks."""
        self._given = tuple(values)
        for code, box in self.boxes.items():
            box.setChecked(code in values)

    def chosen(self) -> tuple[str, ...]:
        return self._given

    def turn(self) -> None:
        """Tick all that is not ticked, and no other."""
        for box in self.boxes.values():
            box.setChecked(not box.isChecked())
        self._clicked()

    def _clicked(self) -> None:
        self._given = tuple(code for code, box in self.boxes.items() if box.isChecked())
        self.edited.emit()


class Countries(QWidget):
    """Countries found by any part of their name; each goes again with its cross."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._given: tuple[str, ...] = ()
        self._chips: list[QPushButton] = []
        self.field = SearchedChoice()
        self.field.setPlaceholderText("Land hinzufügen")
        self.field.setAccessibleName(f"{name}: Land hinzufügen")
        self.field.set_choices(fact_values.countries())
        self.field.setMinimumWidth(theme.px(self, 160))
        self.field.editingFinished.connect(self._typed)
        completer = self.field.completer()
        completer.activated.connect(self._typed, Qt.ConnectionType.QueuedConnection)
        self._flow = FlowLayout(spacing=12, lines_apart=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.addWidget(self.field)
        self.setLayout(self._flow)
        self.setFocusProxy(self.field)

    def choose(self, values: Sequence[str]) -> None:
        """Show these countries without telling."""
        self._given = tuple(values)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._flow.removeWidget(self.field)
        for code in self._given:
            place = fact_values.answer(FactKey.LICENCE_COUNTRY, code)
            chip = link(place, partial(self.leave, code), "x")
            chip.setAccessibleName(f"{place} entfernen")
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)
        self._flow.invalidate()

    def chosen(self) -> tuple[str, ...]:
        return self._given

    def leave(self, code: str) -> None:
        """Without this country."""
        self._change(tuple(each for each in self._given if each != code))

    def _typed(self) -> None:
        code = self.field.code()
        if code and not code.startswith("\0"):
            self.field.clear()
            if code not in self._given:
                self._change((*self._given, code))

    def _change(self, values: tuple[str, ...]) -> None:
        self.choose(values)
        self.rebuilt.emit()
        self.edited.emit()


def _whose(around: QWidget) -> QLabel:
    label = text_label("", Tone.SECOND)
    label.setFixedWidth(theme.px(around, WHOSE_WIDE))
    label.setMinimumHeight(theme.px(around, 20))
    return label


def _is_of_household(key: str) -> bool:
    try:
        return VOCABULARY[FactKey(key)].scope is FactScope.HOUSEHOLD
    except ValueError:
        return False


def _is_country(key: str) -> bool:
    try:
        return VOCABULARY[FactKey(key)].is_country
    except ValueError:
        return False


def _answers(key: str) -> tuple[tuple[str, str], ...]:
    try:
        return fact_values.answers(FactKey(key))
    except ValueError:
        return ()
