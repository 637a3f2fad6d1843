"""A form edited in place: what was typed, what was refused, nothing lost on a refresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from ui import theme, wording
from ui.acts import Acts
from ui.asking import Asking
from ui.widgets.amending import Amends
from ui.widgets.buttons import link, primary, push
from ui.widgets.choices import Choice, LanguagesLine, SearchedChoice
from ui.widgets.field import Field
from ui.widgets.marks import Marks
from ui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class Composed(QWidget):
    """An editor made of several widgets whose value is one text."""

    def text(self) -> str:
        raise NotImplementedError

    def setText(self, text: str) -> None:
        raise NotImplementedError


Editor = (
    QLineEdit | QPlainTextEdit | Choice | SearchedChoice | LanguagesLine | Marks | Ticks | Composed
)


@dataclass(frozen=True)
class _Entry:
    field: Field
    get: Callable[[], str]
    put: Callable[[str], None]


class Form(QWidget):
    """Labelled fields below each other. `saved(Done)` and `left()` when it was saved or left.

    Values travel as text by the name of the field, the names being those of the drafts. Ctrl+Enter
    or Ctrl+S saves, Esc leaves, after asking only where something was typed.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, acts: Acts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._asking = asking
        self._entries: dict[str, _Entry] = {}
        self._base: dict[str, str] = {}
        self._is_saving = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self._reason = QLabel()
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._amends = Amends(self, self._reason.hide)
        acts.refused.connect(self._refused)
        for keys, act in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+S", self.save),
            ("Esc", self.leave),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def command(self) -> Callable[[Desk], Done]:
        """What saving does; raises `Refused` where what was typed cannot be read."""
        raise NotImplementedError

    def sentence(self, refusal: Refused) -> str:
        """The reason of a refusal as it stands beside a field of this form."""
        return wording.refused(refusal)

    def add(self, name: str, label: str, editor: Editor) -> Field:
        """Add a field below the others; `label` with & before its letter."""
        field = Field(label, editor)
        self.know(name, field, editor)
        self.column.addWidget(field)
        return field

    def know(self, name: str, field: Field, editor: Editor) -> None:
        """Make a field that stands elsewhere part of the form."""
        get, put = _ways(editor)
        self._entries[name] = _Entry(field, get, put)
        self._base[name] = get()

    def add_buttons(
        self, save: str, *, leave: str = "Verwerfen", more: QWidget | None = None
    ) -> None:
        """Save, leave, and what else can be done, at the end of the form."""
        row = QHBoxLayout()
        row.setSpacing(8)
        self.save_button = primary(save, self.save)
        self.save_button.setToolTip(f"{save.replace('&', '')} (Strg+Enter)")
        self.leave_button = push(leave, self.leave)
        self.leave_button.setToolTip(f"{leave.replace('&', '')} (Esc)")
        row.addWidget(self.save_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        if more is not None:
            row.addWidget(more)
        self.column.addWidget(self._reason)
        self.column.addLayout(row)

    def add_remove(self, text: str, act: Callable[[], object]) -> QWidget:
        """A quiet button for the right end of the buttons."""
        return link(text, act, "trash-2")

    def editor(self, name: str) -> QWidget:
        return self._entries[name].field.editor

    def field(self, name: str) -> Field:
        return self._entries[name].field

    def value(self, name: str) -> str:
        """What was typed, without the blanks around it that come with what is pasted."""
        return self._entries[name].get().strip()

    def put(self, name: str, value: str) -> None:
        """Type for the user: it counts as typed."""
        self._entries[name].put(value)

    @property
    def is_typed(self) -> bool:
        """Whether there is something that leaving would lose."""
        return any(entry.get() != self._base[name] for name, entry in self._entries.items())

    def settle(self) -> None:
        """What stands here is what is kept now."""
        self._base = {name: entry.get() for name, entry in self._entries.items()}

    def focus_first(self) -> None:
        """Put the focus into the first field, the form scrolled into view around it."""
        for name in self._entries:
            self.lead_to(name)
            return

    def lead_to(self, name: str) -> None:
        """Put the focus into a field, the form scrolled into view around it."""
        self.editor(name).setFocus()
        QTimer.singleShot(0, self, self._scroll_here)

    def give_way(self, to: QWidget) -> None:
        """Hide. The keyboard, if it was in here, goes to what stands for the form, in sight."""
        inside = self.has_focus()
        if inside:  # before it is hidden: Qt would look for a place elsewhere, and scroll there
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if inside:
            QTimer.singleShot(0, self, self._scroll_here)

    def has_focus(self) -> bool:
        """Whether the focus is in here."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def fill(self, values: Mapping[str, str]) -> None:
        """Start from these values."""
        for name, entry in self._entries.items():
            entry.put(values.get(name, ""))
            self._base[name] = entry.get()
        self.clear_reasons()

    def follow(self, values: Mapping[str, str]) -> None:
        """The record changed meanwhile: show it where nothing was typed, keep what was. While it
        is being saved, what is typed is what was kept, and stands as the record has it."""
        for name, entry in self._entries.items():
            typed = entry.get()
            untouched = typed == self._base[name] or self._is_saving
            entry.put(values.get(name, ""))
            self._base[name] = entry.get()
            if not untouched:
                entry.put(typed)

    def clear_reasons(self) -> None:
        for entry in self._entries.values():
            if entry.field.reason():
                entry.field.say("")
        self._amends.wait("")
        self._reason.hide()

    def save(self) -> None:
        """Do what the form is for; a refusal is told beside its field and nothing is lost."""
        self.clear_reasons()
        try:
            command = self.command()
        except Refused as refusal:
            self.tell(refusal)
            return
        self._is_saving = True
        try:
            done = self.send(command)
        finally:
            self._is_saving = False
        if done is not None:
            self.settle()
            self.saved.emit(done)

    def send(self, command: Callable[[Desk], Done]) -> Done | None:
        """Run a command; None where it was refused or the machine could not."""
        made: list[Done] = []

        def run(desk: Desk) -> Done:
            made.append(command(desk))
            return made[0]

        self._acts.do(run, self)
        return made[0] if made else None

    def perform(self, command: Callable[[Desk], Done]) -> None:
        """Do something else with the record shown than save it; asks where something was typed,
        for the record is shown anew."""
        if not self.is_typed or self._asking.discard():
            self.withdraw(command)

    def withdraw(self, command: Callable[[Desk], Done]) -> None:
        """Take the record shown out; what was typed for it goes with it."""
        done = self.send(command)
        if done is not None:
            self.settle()
            self.saved.emit(done)

    def leave(self) -> None:
        """Leave without saving; asks where something was typed."""
        if self.is_typed and not self._asking.discard():
            return
        self.fill(dict(self._base))
        self.left.emit()

    def tell(self, refusal: Refused) -> None:
        """Say why, beside the field if it is one of this form."""
        sentence = self.sentence(refusal)
        entry = self._entries.get(refusal.field)
        if entry is not None:
            entry.field.say(sentence)
            QTimer.singleShot(0, self, self._scroll_here)
        else:
            self._reason.setText(sentence)
            self._reason.show()
            self._amends.wait(sentence)

    def _scroll_here(self) -> None:
        focus = self.window().focusWidget()
        around = focus.parentWidget() if focus is not None else None
        while focus is not None and around is not None:
            if isinstance(around, QScrollArea):
                if around.isAncestorOf(self) and not self.isHidden():
                    around.ensureWidgetVisible(self, 0, theme.px(self, 8))
                around.ensureWidgetVisible(focus, 0, theme.px(self, 40))
            around = around.parentWidget()

    def _refused(self, refusal: Refused, initiator: object) -> None:
        if initiator is self:
            self.tell(refusal)


def _ways(editor: Editor) -> tuple[Callable[[], str], Callable[[str], None]]:
    if isinstance(editor, Choice | SearchedChoice):
        return editor.code, editor.choose
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText, editor.setPlainText
    return editor.text, editor.setText
