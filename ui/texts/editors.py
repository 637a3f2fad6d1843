"""The editors of one text: one field, or one for each plural form, and what can be put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.records.wordings import Wording
from ui import theme
from ui.texts import words
from ui.theme import Tone
from ui.widgets.amending import Amends
from ui.widgets.buttons import push
from ui.widgets.choices import GrowingText
from ui.widgets.flow import FlowLayout
from ui.widgets.section import text_label

WHOLE = ""
"""The key of the editor of a text without plural forms."""
LINES = 3


class TextEditors(QWidget):
    """`edited` as one types. Written in the direction of the language."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.editors: dict[str, GrowingText] = {}
        self._labels: dict[str, QLabel] = {}
        self._reasons: dict[str, QLabel] = {}
        self._amends: dict[str, Amends] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._last = WHOLE

    def show_forms(self, forms: Sequence[str], *, right_to_left: bool, read_only: bool) -> None:
        """One editor for each of these forms; WHOLE alone for a text without."""
        if tuple(self.editors) != tuple(forms):
            self._build(forms)
        way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        for editor in self.editors.values():
            editor.setLayoutDirection(way)
            option = editor.document().defaultTextOption()
            option.setTextDirection(way)
            # the editor's own alignment does not turn with its direction
            side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            editor.document().setDefaultTextOption(option)
            editor.setReadOnly(read_only)
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def fill(self, text: Wording | None) -> None:
        """Show a text, without telling; what is typed already and the same stays untouched."""
        for form, editor in self.editors.items():
            said = _form(text, form)
            if editor.toPlainText() != said:
                with QSignalBlocker(self):
                    editor.setPlainText(said)

    def text(self) -> Wording:
        """What is typed: a text, or the forms."""
        typed = {form: editor.toPlainText().strip() for form, editor in self.editors.items()}
        return typed.get(WHOLE, typed)

    def say(self, form: str, reason: str) -> None:
        """Say why a form was refused and lead there; a blank reason takes all back."""
        for each, label in self._reasons.items():
            here = bool(reason) and each == form
            label.setText(reason if here else "")
            label.setVisible(here)
            self._amends[each].wait(reason if here else "")
            editor = self.editors[each]
            editor.setAccessibleDescription(reason if here else "")
            editor.setProperty("wrong", "true" if here else "false")
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        if reason and form in self.editors:
            self.editors[form].setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> str:
        """What stands below an editor, blank where nothing is wrong."""
        return next((label.text() for label in self._reasons.values() if label.text()), "")

    def put_in(self, text: str) -> None:
        """Put a placeholder where the cursor is, in the editor that had the focus last."""
        editor = self.editors.get(self._last) or next(iter(self.editors.values()))
        editor.insertPlainText(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, forms: Sequence[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.editors, self._reasons, self._amends = {}, {}, {}
        for form in forms:
            editor = GrowingText(lines=LINES if form == WHOLE else 1)
            called = words.FORMS.get(form, form)
            editor.setAccessibleName(f"{self._name}, {called}" if form else self._name)
            editor.textChanged.connect(partial(self._typed, form))
            editor.cursorPositionChanged.connect(partial(self._touched, form))
            reason = text_label("")
            theme.set_face(reason, "strong")
            reason.hide()
            self._amends[form] = Amends(editor, partial(self.say, form, ""))
            if form:
                label = text_label(called, Tone.LABEL)
                theme.set_face(label, "small")
                self._column.addWidget(label)
            self._column.addWidget(editor)
            self._column.addWidget(reason)
            self.editors[form], self._reasons[form] = editor, reason
        self._last = next(iter(forms), WHOLE)
        self.setFocusProxy(self.editors[self._last])

    def _typed(self, form: str) -> None:
        self._last = form
        self.edited.emit()

    def _touched(self, form: str) -> None:
        if self.editors[form].hasFocus():
            self._last = form


class Placeholders(QWidget):
    """What the program puts into a text, each put in by a click: `chosen("{town}")`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._names: tuple[str, ...] = ()

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these; hidden where there is none."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            while (item := self._flow.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
            for name in names:
                said = f"{{{name}}}"
                button = push(said, partial(self.chosen.emit, said))
                button.setAccessibleName(f"Platzhalter {name} einsetzen")
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self._flow.addWidget(button)
        self.setVisible(bool(names))


def _form(text: Wording | None, form: str) -> str:
    if text is None:
        return ""
    if isinstance(text, Mapping):
        return text.get(form, "")
    return text
