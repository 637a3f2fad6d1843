"""One shift of an employer, or a new one: its fields in one line, in more where it is narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.records.care import ShiftDraft
from app.rules.rosters import ShiftKind
from ui import theme
from ui.providers import words
from ui.providers.parts.line import mark
from ui.rosters import typed_shifts
from ui.rosters.typed_shifts import TypedShift
from ui.rosters.words import SHIFT_KINDS
from ui.widgets.buttons import icon_button
from ui.widgets.choices import Choice
from ui.widgets.section import text_label

COLUMNS = {
    "code": "Kürzel",
    "name": "Bezeichnung",
    "start": "Beginn",
    "end": "Ende",
    "kind": "Art",
}
WIDE = {"code": 44, "start": 50, "end": 78}  # pixels at 100 %; the others share what is left
NARROW = {"code": 64, "start": 66, "end": 78}  # with their names inside, in several lines
SHARES = {"name": 4, "kind": 1}
LEAST = {"name": 72, "kind": 128}
BUTTON, GAP = 24, 4
IN_ONE, IN_TWO = 416, 300  # below these widths the fields stand in two or three lines


class Room(Enum):
    """In how many lines the fields of a shift stand."""

    ONE = (("code", "name", "start", "end", "kind", "button"),)
    TWO = (("code", "name", "button"), ("start", "end", "kind"))
    THREE = (("code", "name", "button"), ("start", "end"), ("kind",))


class KindChoice(Choice):
    """The kinds of shifts; a long word ends in an ellipsis where there is little room."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        end = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), end, room.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ShiftRow(QWidget):
    """`edited()` with each letter, `entered()` by Enter or a kind that is chosen, `ended()` by the
    button behind the fields."""

    edited = Signal()
    entered = Signal()
    ended = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = TypedShift()
        self._kind: ShiftKind | None = None
        self._room: Room | None = None
        self._lines = {name: QLineEdit() for name in ("code", "name", "start", "end")}
        self._choice = KindChoice([(kind.value, text) for kind, text in SHIFT_KINDS.items()])
        self._choice.setMinimumContentsLength(4)
        self.button = icon_button(icon, "", self.ended.emit, flat=True)
        self._reason = text_label()
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._rows = [QHBoxLayout() for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for row in self._rows:
            row.setSpacing(GAP)
            column.addLayout(row)
        column.addWidget(self._reason)
        self._dress()
        self.call("Neuer Dienst", "Dienst eintragen (Enter)")
        self.fill(TypedShift())
        self.set_room(Room.ONE)

    def typed(self) -> TypedShift:
        """What stands in the fields; a kind nobody chose is None."""
        texts = {name: line.text() for name, line in self._lines.items()}
        return TypedShift(**texts, kind=self._kind)

    def fill(self, typed: TypedShift) -> None:
        """Show this, nothing typed and nothing wrong."""
        self._shown = typed
        self.put(typed)
        self.say(None)

    def put(self, typed: TypedShift) -> None:
        """Put this into the fields as if it were typed."""
        for name, line in self._lines.items():
            if line.text() != getattr(typed, name):
                line.setText(getattr(typed, name))
                line.setCursorPosition(0)
        self._kind = typed.kind
        self._show_kind()

    def is_begun(self) -> bool:
        """Whether what stands here differs from what was shown."""
        typed, shown = self.typed(), self._shown
        return typed != shown and not (typed.is_blank and shown.is_blank)

    def shown(self) -> TypedShift:
        """What was shown before anything was typed."""
        return self._shown

    def draft(self) -> ShiftDraft:
        """The shift; raises `Refused` beside the field."""
        return typed_shifts.read(self.typed())

    def take_line(self) -> bool:
        """A shift that was typed in one field in one go goes into its fields; False: there is
        none."""
        texts = [line.text() for line in self._lines.values() if line.text().strip()]
        found = typed_shifts.read_line(texts[0]) if len(texts) == 1 else None
        if found is not None:
            self.put(replace(found, kind=self._kind))
        return found is not None

    def say(self, refused: Refused | None, *, lead: bool = False) -> None:
        """Say a refusal beside its field, and `lead` there; None takes it back."""
        said = words.refused(refused) if refused else ""
        if not said and not self._reason.text():
            return
        self._reason.setText(said)
        self._reason.setVisible(bool(said))
        for name in COLUMNS:
            wrong = refused is not None and name == refused.field
            if wrong or self.editor(name).property("wrong") == "true":
                mark(self.editor(name), said if wrong else "")
        if refused is not None and lead and refused.field in COLUMNS:
            self.editor(refused.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> str:
        """What stands below the fields, blank where nothing is wrong."""
        return self._reason.text()

    def editor(self, name: str) -> QLineEdit | Choice:
        """The editor of a field of a shift."""
        return self._choice if name == "kind" else self._lines[name]

    def call(self, title: str, act: str) -> None:
        """What a screen reader calls the shift, and what its button does."""
        for name, said in COLUMNS.items():
            self.editor(name).setAccessibleName(f"{title}: {said}")
        self.button.setAccessibleName(act)
        self.button.setToolTip(act)

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget stands in this row, also the list of a choice that is open."""
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    def set_room(self, room: Room) -> None:
        """In how many lines the fields stand."""
        if room is self._room:
            return
        self._room = room
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        for row, names in zip(self._rows, room.value, strict=False):
            for name in names:
                widget = self.button if name == "button" else self.editor(name)
                row.addWidget(widget, SHARES.get(name, 0))
            if not SHARES.keys() & set(names):
                row.addStretch(1)
        for name, line in self._lines.items():
            line.setPlaceholderText("" if room is Room.ONE else COLUMNS[name])
            if name in WIDE:
                line.setFixedWidth(theme.px(self, (WIDE if room is Room.ONE else NARROW)[name]))

    def minimumSizeHint(self) -> QSize:
        """As narrow as in three lines."""
        wide = NARROW["start"] + NARROW["end"] + GAP
        return QSize(theme.px(self, wide), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_begun():
            self.fill(self._shown)
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        for name in COLUMNS:
            editor = self.editor(name)
            editor.setProperty("kind", "cell")
            if name not in WIDE:
                editor.setMinimumWidth(theme.px(self, LEAST[name]))
                editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setFixedWidth(theme.px(self, BUTTON))
        self._choice.activated.connect(self._choose)
        for line in self._lines.values():
            line.textEdited.connect(self._type)
            line.returnPressed.connect(self.entered)

    def _choose(self, at: int) -> None:
        self._kind = ShiftKind(str(self._choice.itemData(at)))
        self._show_kind()
        self.edited.emit()
        if self._shown.kind is not None:
            self.entered.emit()

    def _type(self, _text: str) -> None:
        self.say(None)
        self._show_kind()
        self.edited.emit()

    def _show_kind(self) -> None:
        kind = typed_shifts.guess(self.typed())
        self._choice.choose(kind.value if kind else "")
        self._choice.setToolTip(SHIFT_KINDS[kind] if kind else "Art: wird aus den Zeiten erkannt")


class ShiftHeads(QWidget):
    """The names of the columns, over shifts that stand in one line each."""

    def __init__(self, label: Callable[[str], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for name, said in COLUMNS.items():
            head = label(said)
            head.setContentsMargins(theme.px(self, 5), 0, 0, 0)
            if name in WIDE:
                head.setFixedWidth(theme.px(self, WIDE[name]))
            else:
                head.setMinimumWidth(theme.px(self, LEAST[name]))
                head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(head, SHARES.get(name, 0))
        row.addSpacing(theme.px(self, BUTTON) + GAP)

    def minimumSizeHint(self) -> QSize:
        """No width of its own: it is hidden where the columns do not fit."""
        return QSize(0, super().minimumSizeHint().height())
