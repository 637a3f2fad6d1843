"""Opening hours as they were given, and what the program understands of them.

What is understood is only proposed; the words given stay as they are. Every doubt is underlined
in the text and said beneath it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.rules.reading_hours.proposal import Doubt, Proposal
from app.rules.reading_hours.reading import read_hours
from ui import theme, wording_hours
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.hours_echo import echo
from ui.widgets.paragraphs import wrapped
from ui.widgets.wrapping_link import WrappingLink

PAUSE = 120  # milliseconds without a key before the text is read
FEWEST, MOST = 2, 6  # lines
HINT = "Wie es die Einrichtung schreibt, zum Beispiel: Mo–Do 7:30–16 Uhr, Fr bis 14 Uhr"
SURE = "Stimmt mit den Zeiten unten überein."
TAKE, TAKE_DOUBTED = "Übernehmen", "Vorschlag übernehmen"


class GivenText(QPlainTextEdit):
    """Words as given; grows with its lines. Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._doubts: tuple[Doubt, ...] = ()
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(HINT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Queued: told while the layout is at work, it would be lost.
        self.document().documentLayout().documentSizeChanged.connect(
            self.updateGeometry, Qt.ConnectionType.QueuedConnection
        )

    def underline(self, proposal: Proposal) -> None:
        """A wavy line under every doubt."""
        self._doubts = proposal.doubts
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        marks = []
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(QColor(theme.colours_of(self.palette()).red))
        for doubt in self._doubts:
            mark = QTextEdit.ExtraSelection()
            mark.format = wavy
            mark.cursor = self._cursor(doubt.start, doubt.end)
            marks.append(mark)
        self.setExtraSelections(marks)

    def select(self, start: int, end: int) -> None:
        """Lead to these characters."""
        self.setTextCursor(self._cursor(start, end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        lines = min(MOST, max(FEWEST, round(self.document().size().height())))
        high = QFontMetrics(self.font()).lineSpacing() * lines
        return QSize(theme.px(self, 240), high + theme.px(self, 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 120), self.sizeHint().height())

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Qt counts in UTF-16, the proposal in characters."""
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


class GivenHours(QWidget):
    """`changed` with each letter, `proposed` when the text was read, `taken(osm)` when a person
    takes a proposal over."""

    changed = Signal()
    proposed = Signal()
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel("Zeiten, &wie angegeben")
        theme.set_tone(self.label, Tone.LABEL)
        self.text = GivenText()
        self.text.setAccessibleName("Zeiten, wie angegeben")
        self.label.setBuddy(self.text)
        self.again = link("Text auswerten", self.read)
        self.proposal = Proposal("")
        self._is_showing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.again)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self._made_box())
        self.text.textChanged.connect(self._typed)

    def set_text(self, text: str, osm: str) -> None:
        """Show the words given and the value kept beside them, without telling.

        They are read at once only where no value is kept yet.
        """
        self._is_showing = True
        self.text.setPlainText(text)
        self._is_showing = False
        self._pause.stop()
        self._propose(Proposal(""), shown=False)
        if text.strip() and not osm:
            self.read()

    def set_same(self, *, same: bool) -> None:
        """Whether the value kept says what is proposed; then there is nothing to take over."""
        self.take_button.setVisible(bool(self.proposal.osm) and not same)
        self._state.setText(SURE if same else "")

    def read(self) -> None:
        """Read what is typed now."""
        self._pause.stop()
        text = self.text.toPlainText()
        self._propose(read_hours(text), shown=bool(text.strip()))

    def said(self) -> str:
        """What is said about the text, a line a paragraph."""
        if self.box.isHidden():
            return ""
        doubts = (each.text() for each in self.doubts)
        told = (self._understood.text(), *doubts, self._state.text())
        return "\n".join(each for each in told if each)

    def _made_box(self) -> QFrame:
        self.box = QFrame()
        self.box.setProperty("kind", "box")
        self._understood = wrapped()
        theme.set_face(self._understood, "strong")
        self.doubts: list[WrappingLink] = []
        self._doubts = QVBoxLayout()
        self._doubts.setSpacing(4)
        self._state = wrapped("", Tone.SECOND)
        self.take_button = push(TAKE, self._take, "arrow-down")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.take_button)
        row.addWidget(self._state, 1)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(6)
        inside.addWidget(self._understood)
        inside.addLayout(self._doubts)
        inside.addLayout(row)
        self.box.hide()
        return self.box

    def _typed(self) -> None:
        if self._is_showing:
            return
        self._pause.start()
        self.changed.emit()

    def _propose(self, proposal: Proposal, *, shown: bool) -> None:
        self.proposal = proposal
        self.text.underline(proposal)
        self.box.setVisible(shown)
        self.again.setVisible(not shown and bool(self.text.toPlainText().strip()))
        understood = wording_hours.UNDERSTOOD.format(hours=echo(proposal.osm))
        self._understood.setText(understood if proposal.osm else wording_hours.NOTHING)
        self._tell_doubts(proposal)
        self.take_button.setText(TAKE_DOUBTED if proposal.doubts else TAKE)
        self.set_same(same=False)
        self.proposed.emit()

    def _take(self) -> None:
        if self._pause.isActive():
            self.read()  # what is taken is what is said
            return
        self.taken.emit(self.proposal.osm)

    def _tell_doubts(self, proposal: Proposal) -> None:
        """A link for every doubt, which leads to its characters."""
        for old in self.doubts:
            self._doubts.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.doubts = []
        for doubt in proposal.doubts:
            told = WrappingLink(wording_hours.doubt(doubt), "triangle-alert")
            told.setToolTip("Zur Stelle im Text")
            told.clicked.connect(partial(self._lead, doubt))
            self._doubts.addWidget(told)
            self.doubts.append(told)

    def _lead(self, doubt: Doubt) -> None:
        self.text.select(doubt.start, doubt.end)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
