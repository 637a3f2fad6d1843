"""What stands in the window while no file is open: three ways to begin, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.buttons import primary, push


class FirstPage(QScrollArea):
    """Three buttons with a sentence each; scrolls where large text needs it."""

    example_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setAutoFillBackground(True)
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        self._trouble = QLabel()
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        theme.set_face(self._trouble, "head")
        self._remedy = QLabel()
        self._remedy.setTextFormat(Qt.TextFormat.PlainText)
        self._remedy.setWordWrap(True)
        self._again = push(
            "Sicherung wiederherstellen …", self.restore_wanted.emit, "archive-restore"
        )
        title = QLabel("Willkommen in der Servicestelle")
        theme.set_face(title, "name")
        sentence = QLabel(
            "Heimathafen begleitet Fachkräfte und ihre Familien von der ersten Anfrage bis zum "
            "Bleiben. Alle Angaben liegen in einer Datei auf Ihrem Rechner oder Netzlaufwerk."
        )
        sentence.setWordWrap(True)
        theme.set_tone(sentence, Tone.SECOND)
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self._trouble, self._remedy):
            column.addWidget(widget)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        column.addWidget(title)
        column.addWidget(sentence)
        column.addSpacing(16)
        self.first = primary("Beispiel-Landkreis &ansehen", self.example_wanted.emit, "anchor")
        for button, words in (
            (
                self.first,
                "Sechs erfundene Familien mit Plan, Anbietern und Mappe. Zum Kennenlernen.",
            ),
            (
                push("&Neue Datei anlegen …", self.new_wanted.emit, "file-plus"),
                "Leer, für die Arbeit Ihrer Servicestelle. Sie wählen, wo sie liegt.",
            ),
            (
                push("Vorhandene Datei ö&ffnen …", self.open_wanted.emit, "folder-open"),
                "Eine Datei mit der Endung .hafen, die Sie oder andere angelegt haben.",
            ),
        ):
            column.addLayout(self._choice(button, words))
        column.addStretch(1)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(theme.px(self, 640))
        outer = QHBoxLayout(ground)
        outer.setContentsMargins(24, 64, 24, 24)
        outer.addStretch(1)
        outer.addWidget(middle, 6)
        outer.addStretch(1)
        self.setWidget(ground)
        self.set_trouble("", "")

    def set_trouble(self, what: str, remedy: str, *, restorable: bool = False) -> None:
        """Say why the file could not be opened; blank words take the sentence away."""
        self._trouble.setText(what)
        self._remedy.setText(remedy)
        self._trouble.setVisible(bool(what))
        self._remedy.setVisible(bool(remedy))
        self._again.setVisible(restorable)

    def trouble(self) -> str:
        """What the page says went wrong."""
        return self._trouble.text()

    def _choice(self, button: QPushButton, words: str) -> QHBoxLayout:
        button.setMinimumWidth(theme.px(self, 248))
        label = QLabel(words)
        label.setWordWrap(True)
        theme.set_tone(label, Tone.SECOND)
        button.setAccessibleDescription(words)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(button)
        row.addWidget(label, 1)
        row.setContentsMargins(0, 4, 0, 4)
        return row
