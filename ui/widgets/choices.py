"""Editors that choose from a list: short ones, long ones searched as one types, languages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from app.errors import Reason, Refused
from ui import theme
from ui.widgets.suggesting import suggest

Choices = Sequence[tuple[str, str]]
MOST_LINES = 12
_FRAME = 6  # border and padding above and below, as the style sheet has them


class Choice(QComboBox):
    """One of a few codes. The wheel scrolls the page, arrow keys open the list first, so that
    nothing is chosen in passing."""

    def __init__(self, choices: Choices = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Other choices; the code chosen stays chosen if it is still there."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] == list(choices):
            return
        before = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for code, text in choices:
                self.addItem(text, code)
            self.choose(str(before or ""))

    def code(self) -> str:
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose without telling; an unknown code chooses nothing."""
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space):
            self.showPopup()
        else:
            super().keyPressEvent(event)


class SearchedChoice(QLineEdit):
    """One of many names, found by any part of it; blank means none. What only one name has in it
    is completed when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._list = QStringListModel(self)
        completer = QCompleter(self._list, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        suggest(self, completer)

    def set_choices(self, choices: Choices) -> None:
        """What can be chosen; a name that occurs twice is told apart by its code."""
        names: dict[str, str] = {}
        codes: dict[str, str] = {}
        for code, name in choices:
            shown = name if name.casefold() not in codes else f"{name} ({code})"
            names[code] = shown
            codes[shown.casefold()] = code
        if names != self._names:
            kept = self._codes.get(self.text().strip().casefold())
            self._names, self._codes = names, codes
            self._list.setStringList(list(names.values()))
            if kept is not None:
                self.choose(kept)

    def code(self) -> str:
        """The code of the name typed; what is typed itself, after a zero byte, if it is none."""
        typed = self.text().strip()
        return self._codes.get(typed.casefold(), f"\0{typed}") if typed else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._complete()
        super().focusOutEvent(event)

    def choose(self, code: str) -> None:
        self.setText(code[1:] if code.startswith("\0") else self._names.get(code, code))

    def _complete(self) -> None:
        typed = self.text().strip().casefold()
        found = [name for name in self._names.values() if typed in name.casefold()]
        if typed and typed not in self._codes and len(found) == 1:
            self.setText(found[0])


class LanguagesLine(QLineEdit):
    """Names of languages with commas between them; each is completed as it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("z. B. Malayalam, Englisch")
        self._tags: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._list = QStringListModel(self)
        completer = LastOfSeveral(self._list, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggest(self, completer)

    def set_choices(self, choices: Choices) -> None:
        if not self._names:
            self._names = dict(choices)
            self._tags = {name.casefold(): tag for tag, name in choices}
            self._list.setStringList(sorted(self._names.values()))

    def in_words(self, tags: Sequence[str]) -> str:
        """Tags as they are typed here."""
        return ", ".join(self._names.get(tag, tag) for tag in tags)

    def tags(self) -> tuple[str, ...]:
        """The tags typed; raises Refused(UNKNOWN_LANGUAGE, "languages") for an unknown name."""
        found = []
        for name in self.text().split(","):
            typed = name.strip()
            if not typed:
                continue
            tag = self._tags.get(typed.casefold(), typed if typed in self._names else "")
            if not tag:
                raise Refused(Reason.UNKNOWN_LANGUAGE, "languages", typed=typed)
            found.append(tag)
        return tuple(dict.fromkeys(found))


class WordsLine(QLineEdit):
    """Free words with commas between them; each is completed from those known."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self._list = QStringListModel(self)
        completer = LastOfSeveral(self._list, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggest(self, completer)

    def set_words(self, known: Sequence[str]) -> None:
        """What is offered."""
        self._list.setStringList(list(known))

    def offered(self) -> tuple[str, ...]:
        """The words known."""
        return tuple(self._list.stringList())


class LastOfSeveral(QCompleter):
    """Completes what stands behind the last comma."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        chosen = str(super().pathFromIndex(index))  # type: ignore[arg-type]
        edit = self.widget()
        before = edit.text().rpartition(",")[0] if isinstance(edit, QLineEdit) else ""
        return f"{before}, {chosen}" if before.strip() else chosen


class GrowingText(QPlainTextEdit):
    """Several lines of text, as high as they are; Tab goes on to the next field."""

    def __init__(self, hint: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(5)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        line = QFontMetrics(theme.face_font()).lineSpacing()
        wanted = max(self._lines, int(self.document().size().height()))
        more = wanted > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff
        )
        around = 2 * int(self.document().documentMargin()) + _FRAME
        high = min(wanted, MOST_LINES) * line + around
        self.setFixedHeight(max(theme.px(self, theme.CONTROL), high))
