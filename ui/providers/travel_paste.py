"""Travel times pasted from a table: each line is shown with what would come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.records.travel import PastedTime, TravelDraft
from ui import theme, wording
from ui.providers import map_words
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.padded import PaddedDelegate
from ui.widgets.paragraphs import wrapped

HOW = (
    "Eine Strecke je Zeile: von, nach, Minuten, dahinter auf Wunsch Fähre (ja/nein) und Notiz. "
    "Aus Excel kopiert oder mit Semikolon getrennt."
)
EXAMPLE = "Norden;Aurich;Minuten\nNorden;Norderney;Minuten;ja;Fähre ab Norddeich"
_SHOWN = 500
_HEADS = ("Zeile", "Strecke", "Minuten", "Was geschieht")


class TravelPaste(QWidget):
    """`taken(drafts)` when the lines that can be taken shall be, `left()` without."""

    taken = Signal(object)
    left = Signal()

    def __init__(
        self, read: Callable[[str], Sequence[PastedTime]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._lines: Sequence[PastedTime] = ()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Eingefügte Fahrzeiten")
        self.text.setPlaceholderText(EXAMPLE)
        self.text.setTabChangesFocus(False)
        self.text.setFixedHeight(theme.px(self.text, 120))
        self._looking = QTimer(self, singleShot=True, interval=120)
        self._looking.timeout.connect(self.look)
        self.text.textChanged.connect(self._looking.start)
        self.table = _table()
        self.said = wrapped()
        self.take = primary("&Übernehmen", self._take, "check", key="Ctrl+Return")
        self._lay_out()
        self.look()

    def begin(self, text: str) -> None:
        """Start with this text."""
        self.text.setPlainText(text)
        self.look()
        self.text.setFocus()

    def drafts(self) -> list[TravelDraft]:
        """What would be entered: lines that can be read and say something new."""
        return [line.draft for line in self._lines if line.draft and line.changes]

    def look(self) -> None:
        """Read the text and show each line."""
        self._looking.stop()
        self._lines = self._read(self.text.toPlainText())
        shown = self._lines[:_SHOWN]
        self.table.setRowCount(len(shown))
        for row, line in enumerate(shown):
            for column, text in enumerate(_cells(line)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        count, wrong = len(self.drafts()), sum(line.reason is not None for line in self._lines)
        self.take.setEnabled(count > 0)
        self.take.setText(f"&Übernehmen ({count})" if count else "&Übernehmen")
        self.said.setText(_summary(len(self._lines), count, wrong))

    def _take(self) -> None:
        self.look()
        if drafts := self.drafts():
            self.taken.emit(drafts)

    def _lay_out(self) -> None:
        feet = QHBoxLayout()
        feet.addWidget(self.said, 1)
        feet.addWidget(push("&Zurück", self.left.emit))
        feet.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(wrapped(HOW, Tone.SECOND))
        column.addWidget(self.text)
        column.addWidget(self.table, 1)
        column.addLayout(feet)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setAccessibleName("Was von jeder Zeile gelesen wurde")
    table.setHorizontalHeaderLabels(_HEADS)
    table.setProperty("popup", "true")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setItemDelegate(PaddedDelegate(table))
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(table, theme.ROW))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for column, wide in enumerate((56, 200, 96)):
        header.resizeSection(column, theme.px(table, wide))
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    return table


def _cells(line: PastedTime) -> tuple[str, str, str, str]:
    number = str(line.line)
    if line.draft is None:
        assert line.reason is not None  # noqa: S101 - a line without a draft has its reason
        said = wording.refused(Refused(line.reason, "", **dict(line.facts)))
        return number, line.text, "", said
    route = f"{line.draft.first} – {line.draft.second}"
    return number, route, map_words.drive_short(line.draft), _outcome(line)


def _outcome(line: PastedTime) -> str:
    if not line.changes:
        return "steht schon so da"
    said = "neu"
    if line.before is not None:
        said = f"ändert: bisher {map_words.drive_short(line.before)}"
    if line.unknown:
        names = ", ".join(f"„{name}“" for name in line.unknown)
        said = f"{said} – {names} nicht auf der Karte, Schreibweise prüfen"
    return said


def _summary(lines: int, count: int, wrong: int) -> str:
    if not lines:
        return "Noch nichts eingefügt."
    said = "1 Zeile gelesen" if lines == 1 else f"{lines} Zeilen gelesen"
    said = f"{said}, {count} zu übernehmen"
    if wrong:
        verb = "kann" if wrong == 1 else "können"
        said = f"{said}, {wrong} {verb} nicht übernommen werden"
    return f"{said}."
