"""A text in every language of the program: side by side where there is room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.content.languages import TEMPLATE_LANGUAGES, language_name
from ui import theme
from ui.theme import Tone
from ui.widgets.choices import GrowingText
from ui.widgets.section import text_label

ABREAST = 440


class TextPair(QWidget):
    """`edited` as one types. `longest`: a counter tells how many of so many characters are used;
    more can be typed and is told as a fault."""

    edited = Signal()

    def __init__(
        self, name: str, *, lines: int = 0, longest: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self.editors: dict[str, QLineEdit | GrowingText] = {}
        self._counters = {}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        for language in TEMPLATE_LANGUAGES:
            spoken = language_name(language)
            editor = GrowingText(lines=lines) if lines else QLineEdit()
            editor.setAccessibleName(f"{name}, {spoken}")
            editor.textChanged.connect(self._typed)
            label, counter = text_label(spoken, Tone.LABEL), text_label("", Tone.LABEL, wrap=False)
            for each in (label, counter):
                theme.set_face(each, "small")
            head = QHBoxLayout()
            head.addWidget(label, 1)
            head.addWidget(counter)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addLayout(head)
            column.addWidget(editor)
            column.addStretch(1)
            self._row.addLayout(column, 1)
            self.editors[language], self._counters[language] = editor, counter
        self.setFocusProxy(self.editors[TEMPLATE_LANGUAGES[0]])

    def setAccessibleDescription(self, text: str) -> None:
        """A fault is said at both editors, which are what takes the focus."""
        super().setAccessibleDescription(text)
        for editor in self.editors.values():
            editor.setAccessibleDescription(text)

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show these texts, without telling."""
        for language, editor in self.editors.items():
            text = texts.get(language, "")
            if _text(editor) != text:
                with QSignalBlocker(self):
                    _put(editor, text)
        self._count()

    def texts(self) -> dict[str, str]:
        """What is typed, by language; blank ones are left out."""
        typed = {language: _text(editor).strip() for language, editor in self.editors.items()}
        return {language: text for language, text in typed.items() if text}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        abreast = self.width() >= theme.px(self, ABREAST)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if abreast else way.TopToBottom)

    def _typed(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        if not self._longest:
            return
        for language, editor in self.editors.items():
            used = len(_text(editor).strip())
            self._counters[language].setText(f"{used} von {self._longest} Zeichen")
            too_long = used > self._longest
            theme.set_tone(self._counters[language], Tone.INK if too_long else Tone.LABEL)


def _text(editor: QLineEdit | GrowingText) -> str:
    return editor.toPlainText() if isinstance(editor, GrowingText) else editor.text()


def _put(editor: QLineEdit | GrowingText, text: str) -> None:
    if isinstance(editor, GrowingText):
        editor.setPlainText(text)
    else:
        editor.setText(text)
        editor.setCursorPosition(0)
