"""The bar at the foot: what happened, taking it back, long work under way, when it was saved."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.done import Act, Done
from app.edits import changed_nothing
from app.progress import Step
from ui import theme
from ui.jobs import Job, Workshop
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.runs import Run, RunLine

Offer = Literal["", "undo", "redo"]
PATIENCE = 500  # milliseconds before long work shows itself


class MessageBar(QWidget):
    """28 pixels at 100 %. `undo_wanted`, `redo_wanted` when their link is pressed."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, workshop: Workshop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job[object] | None = None
        self._sentence = RunLine()
        self._undo = link("Rückgängig", self.undo_wanted.emit, "undo-2")
        self._undo.setToolTip("Die letzte Änderung zurücknehmen (Strg+Z)")
        self._redo = link("Wiederholen", self.redo_wanted.emit, "redo-2")
        self._redo.setToolTip("Das Zurückgenommene wiederholen (Strg+Umschalt+Z)")
        self._key = QLabel("Strg+Z")
        self._key.setProperty("kind", "key")
        self._saved = QLabel()
        theme.set_tone(self._saved, Tone.SECOND)
        self._what = QLabel()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(theme.px(self, 160))
        self._cancel = push("Abbrechen", self._stop)
        self._cancel.setProperty("kind", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._sentence)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for widget in (self._what, self._progress, self._cancel, self._saved):
            row.addWidget(widget)
        self.setMinimumHeight(theme.px(self, theme.CONTROL))
        self._offer("")
        self._show_progress(shown=False)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        self._waiting.timeout.connect(self._patience_ends)
        workshop.started.connect(self._started)
        workshop.emptied.connect(self._emptied)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours_of(self.palette()).hairline))
        painter.drawLine(0, 0, self.width(), 0)

    def say(self, sentence: str, offer: Offer = "", icon: str = "check") -> None:
        """Tell what happened and offer to take it back or do it again; a screen reader says it
        at once."""
        self._sentence.set_runs([Run(sentence, icon=icon)])
        self._offer(offer)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def tell(self, did: Done, sentence: str) -> None:
        """Tell what an act did, and offer what can follow it."""
        self.say(sentence, offer_of(did), icon="info" if changed_nothing(did) else "check")

    def forget(self) -> None:
        """Say nothing and offer nothing any more: what happened was in another file."""
        self._sentence.set_runs([])
        self._offer("")
        self.set_saved("")

    def sentence(self) -> str:
        """What the bar says now."""
        return self._sentence.text()

    def set_saved(self, text: str) -> None:
        """The words at the right: when and by whom it was saved last."""
        self._saved.setText(text)

    def _offer(self, offer: Offer) -> None:
        self._undo.setVisible(offer == "undo")
        self._redo.setVisible(offer == "redo")
        self._key.setVisible(bool(offer))
        self._key.setText("Strg+Z" if offer == "undo" else "Strg+Umschalt+Z")

    def _show_progress(self, *, shown: bool) -> None:
        for widget in (self._what, self._progress, self._cancel):
            widget.setVisible(shown)
        self._saved.setVisible(not shown)

    def _started(self, job: Job[object]) -> None:
        job.began.connect(self._follow)

    def _follow(self) -> None:
        job = self.sender()
        if not isinstance(job, Job):
            return
        self._job = job
        self._what.setText(job.title)
        self._progress.setAccessibleName(job.title)
        self._progress.setRange(0, 0)
        job.stepped.connect(self._stepped)
        self._waiting.start()

    def _stepped(self, step: Step) -> None:
        self._progress.setRange(0, step.total)
        self._progress.setValue(step.done)

    def _patience_ends(self) -> None:
        if self._job is not None:
            self._show_progress(shown=True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._what.setText("Wird abgebrochen …")

    def _emptied(self) -> None:
        self._job = None
        self._waiting.stop()
        self._show_progress(shown=False)


def offer_of(did: Done) -> Offer:
    """What the bar offers after an act: taking it back, or doing it again after that."""
    if did.batch is None:
        return ""
    return "redo" if did.act is Act.UNDONE else "undo"
