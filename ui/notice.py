"""A strip with a sentence and one act: read-only files, a job that has to run first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme, wording
from ui.doors import HolderLike
from ui.widgets.buttons import push

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.asking import Asking


class Notice(QWidget):
    """Hidden until `say` is called; `accepted` when its button is pressed."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._button = push("", self.accepted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.setMinimumHeight(theme.px(self, 36))
        self.hide()

    def say(self, sentence: str, act: str = "") -> None:
        """Show the sentence; `act` is the word on the button, none without it."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self.show()

    def sentence(self) -> str:
        return self._words.text()

    @property
    def offers(self) -> bool:
        """Whether the act is offered."""
        return not self._button.isHidden()


def held(holder: HolderLike | None, today: date) -> str:
    """Why a file is only read: who writes, where and since when, or a medium that takes none."""
    if holder is None:
        return "Auf diesen Datenträger lässt sich nicht schreiben; Sie sehen die Datei nur lesend."
    since = wording.moment(holder.since, today)
    return (
        f"Diese Datei bearbeitet gerade {holder.who} an {holder.host} seit {since}; "
        "Sie sehen sie nur lesend."
    )


def tell_faults(desk: Desk | None, asking: Asking) -> None:
    """What is wrong in templates and phrases, one line each."""
    if desk is not None:
        told = "\n".join(wording.fault(found) for found in desk.faults)
        asking.tell("Was in den Vorlagen nicht stimmt", told)
