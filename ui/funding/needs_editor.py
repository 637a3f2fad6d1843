"""The conditions of a programme: picked in rows, told in a sentence, or typed behind a fold."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from app.rules.funding import Whom
from ui import theme
from ui.funding import needs_text
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.choices import GrowingText
from ui.widgets.condition_form import EVERY_ROW, ConditionForm
from ui.widgets.form import Composed
from ui.widgets.section import text_label

BELOW = 160  # pixels at 100 % below a new row
SETTLED = 50  # milliseconds until what was added has its place
SHOW, HIDE = "Als Text", "Text zuklappen"
HINT = "z. B. Beruf: Medizin oder Therapie | Eigene Praxis: ja"
UNREADABLE = (
    "„{typed}“ ist keine Angabe, die das Programm kennt. Die Zeilen zeigen, was zuletzt lesbar war."
)
WHOSE = {Whom.PROFESSIONAL: "Fachkraft", Whom.ADULTS: "Person"}


class NeedsEditor(Composed):
    """Rows and text in step; `text()` holds the conditions as `needs_text` reads them. `changed`
    with each change, by hand or not, `rebuilt` when controls came or went; `is_readable`:
    whether the rows say what the text says."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_readable = True
        self.label = QLabel(label)
        theme.set_tone(self.label, Tone.LABEL)
        self.fold = link(SHOW, self._fold)
        self.form = ConditionForm(EVERY_ROW)
        self.form.say_whose(WHOSE[Whom.PROFESSIONAL])
        self.lines = GrowingText(HINT, 2)
        self.lines.setAccessibleName("Bedingungen als Text")
        self.unread = text_label("", Tone.SECOND)
        self.label.setBuddy(self.form.add_row)
        head = QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self.lines, self.unread, self.form):
            column.addWidget(widget)
        self.show_text(shown=False)
        self.unread.hide()
        self.form.edited.connect(self._picked)
        self.form.rebuilt.connect(self.rebuilt)
        self.form.rebuilt.connect(partial(QTimer.singleShot, SETTLED, self, self._follow))
        self.lines.textChanged.connect(self._typed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # with a focus proxy Tab would jump over all that stands before it
        super().focusInEvent(event)
        if self.is_readable:
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """What stands here, also where it cannot be read."""
        return self.lines.toPlainText()

    def setText(self, text: str) -> None:
        """Show these conditions."""
        self.lines.setPlainText(text)
        self._typed()

    def rows(self) -> needs_text.Rows:
        """The rows as they are picked, blank ones and facts without a value among them."""
        return self.form.rows()

    def say_whom(self, whom: Whom) -> None:
        """Whose facts the rows speak of."""
        self.form.say_whose(WHOSE[whom])

    def show_text(self, *, shown: bool) -> None:
        """Open or close the fold with the text."""
        self.lines.setVisible(shown)
        self.fold.setText(HIDE if shown else SHOW)
        self.fold.setAccessibleName(f"Bedingungen: {self.fold.text()}")
        self.rebuilt.emit()

    def _fold(self) -> None:
        shown = self.lines.isHidden()
        self.show_text(shown=shown)
        if shown:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self) -> None:
        with QSignalBlocker(self.lines):
            self.lines.setPlainText(needs_text.said(self.form.rows()))
        self._tell("")
        self.changed.emit()

    def _typed(self) -> None:
        try:
            rows = needs_text.read(self.text(), "needs")
        except Refused as refused:
            self._tell(UNREADABLE.format(typed=refused.facts.get("typed", "")))
        else:
            self._tell("")
            if needs_text.said(self.form.rows()) != needs_text.said(rows):
                self.form.fill(rows)
                self.rebuilt.emit()
        self.changed.emit()

    def _follow(self) -> None:
        """Scroll to the row that came by hand, with room for what is told below it."""
        focus, around = self.window().focusWidget(), self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and focus is not None and self.isAncestorOf(focus):
            around.ensureWidgetVisible(focus, 0, theme.px(self, BELOW))

    def _tell(self, unreadable: str) -> None:
        self.unread.setText(unreadable)
        self.unread.setVisible(bool(unreadable))
        self.is_readable = not unreadable
        self.form.setEnabled(self.is_readable)
        if unreadable and self.lines.isHidden():
            self.show_text(shown=True)
