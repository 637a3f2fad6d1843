"""The line a contact is typed into during the call, and what of it was understood so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.cases import Channel
from app.records.contacts import ContactTopic
from app.rules.contact_line import ContactLine, beginning, read_line
from ui import wording
from ui.contacts import words
from ui.theme import Tone
from ui.widgets.choices import LastOfSeveral
from ui.widgets.flow import FlowLayout
from ui.widgets.runs import Run, RunLine
from ui.widgets.suggesting import suggest
from ui.words import CHANNELS

ICONS = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.VISIT: "users",
    Channel.VIDEO: "video",
    Channel.LETTER: "file-text",
    Channel.MESSENGER: "message-square",
}


class LineEntry(QLineEdit):
    """`read(ContactLine)` with every key."""

    read = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setPlaceholderText(words.HINT)
        self.textChanged.connect(self._read)

    def line(self) -> ContactLine:
        """What is typed, as it is understood."""
        return read_line(self.text(), self._today(), words.LINE)

    def _read(self, _typed: str) -> None:
        self.read.emit(self.line())


class Understood(QWidget):
    """What a line says besides its words, each part for itself; hidden where it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[RunLine] = []
        self._flow = FlowLayout(spacing=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        self.hide()

    def show_line(self, line: ContactLine) -> None:
        """Tell a line."""
        told = list(_told(line))
        while len(self._chips) < len(told):
            self._chips.append(RunLine(self))
            self._flow.addWidget(self._chips[-1])
        for at, chip in enumerate(self._chips):
            chip.set_runs(told[at] if at < len(told) else ())
            chip.setVisible(at < len(told))
        self.setVisible(bool(told))
        self.setAccessibleName("Verstanden: " + self.text() if told else "")
        self.updateGeometry()

    def text(self) -> str:
        """What is told now."""
        return " · ".join(chip.text() for chip in self._chips if not chip.isHidden())


class TopicsLine(QLineEdit):
    """Names of topics with commas between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("z. B. Kita, Wohnung")
        completer = LastOfSeveral(QStringListModel(sorted(words.TOPICS.values()), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        suggest(self, completer)

    def topics(self, field: str) -> tuple[ContactTopic, ...]:
        """The topics typed, as far as their names are clear from how they begin. Raises
        Refused(NOT_A_VALUE, field)."""
        found = []
        for name in filter(None, (part.strip() for part in self.text().split(","))):
            topic = beginning(name.removeprefix("#"), words.LINE.topics)
            if not topic:
                raise Refused(Reason.NOT_A_VALUE, field, typed=name)
            found.append(ContactTopic(topic))
        return tuple(dict.fromkeys(found))


def _told(line: ContactLine) -> Iterator[tuple[Run, ...]]:
    if line.channel:
        channel = Channel(line.channel)
        yield (Run(CHANNELS[channel], icon=ICONS[channel]),)
    if line.minutes is not None:
        yield (Run(words.minutes(line.minutes), icon="clock"),)
    for topic in line.topics:
        yield (Run(words.TOPICS[ContactTopic(topic)], icon="check"),)
    if line.whom:
        yield (Run("mit ", tone=Tone.SECOND), Run(line.whom, strong=True))
    if line.follow_up_on is not None:
        what = line.follow_up or "nachfassen"
        yield (Run(f"{wording.day(line.follow_up_on)}: ", strong=True, icon="bell"), Run(what))
    for tag in line.unclear:
        yield (Run(f"{tag}: kein Thema, bleibt im Text", tone=Tone.SECOND),)
    if line.undated:
        yield (Run("> ohne Tag: bleibt im Text", tone=Tone.SECOND),)
