"""One piece of long work in the foot of a dialog: what it does, how far it is, how to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.errors import Refused, Unavailable
from app.progress import Step, Steps
from ui import import_words as words
from ui import theme, wording
from ui.jobs import Job, Workshop
from ui.theme import Tone
from ui.widgets.buttons import link

T = TypeVar("T")


class Running(QWidget):
    """`refused(sentence)` when the work was refused or could not be done, `changed()` when it
    began or ended. Only the newest work is heard; a stopped one leaves nothing."""

    refused = Signal(str)
    changed = Signal()

    def __init__(self, workshop: Workshop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._job: Job[object] | None = None
        self._then: Callable[[object], None] | None = None
        self._what = QLabel()
        theme.set_tone(self._what, Tone.SECOND)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(self, 200))
        self.cancel = link("Anhalten", self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._what, self.bar, self.cancel):
            row.addWidget(part)
        row.addStretch(1)
        self._show(shown=False)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def start(self, work: Steps[T], title: str, then: Callable[[T], None]) -> None:
        """Begin, instead of what may still run; `then` takes the result."""
        self.stop()
        job: Job[T] = Job(work, title)
        self._job = job  # type: ignore[assignment]
        self._then = then  # type: ignore[assignment]
        job.stepped.connect(self._stepped)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        self._what.setText(f"{title} …")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.refused.emit("")
        self._show(shown=True)
        self._workshop.start(job)

    def stop(self) -> None:
        """Stop what runs; nothing of it stays."""
        if self._job is not None:
            job, self._job = self._job, None
            job.cancel()
            self._show(shown=False)

    def _stepped(self, step: Step) -> None:
        if self.sender() is self._job:
            self.bar.setRange(0, step.total)
            self.bar.setValue(step.done)
            far = f" {words.number(step.done)} von {words.number(step.total)}" if step.total else ""
            self._what.setText(f"{words.STEPS.get(step.what, '')}{far}")

    def _finished(self, result: object) -> None:
        if self.sender() is self._job and self._then is not None:
            self._job = None
            self._show(shown=False)
            self._then(result)

    def _failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._show(shown=False)
        if isinstance(error, Refused):
            self.refused.emit(wording.refused(error))
        elif isinstance(error, Unavailable):
            self.refused.emit(" ".join(wording.unavailable(error)))
        else:
            raise error

    def _show(self, *, shown: bool) -> None:
        for part in (self._what, self.bar, self.cancel):
            part.setVisible(shown)
        self.changed.emit()
