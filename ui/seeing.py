"""Work whose answer only the latest wish wants, off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Workshop

if TYPE_CHECKING:
    from app.progress import Steps

T = TypeVar("T")


class Seeing(QObject, Generic[T]):
    """`seen(T)` or `failed(Exception)` for the latest wish; those it overtakes are dropped before
    they are begun, or when they have ended."""

    seen = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        workshop: Workshop,
        parent: QObject | None = None,
        title: str = "Vorschau wird gesetzt",
    ) -> None:
        super().__init__(parent)
        self._workshop, self._title = workshop, title
        self._job: Job[T] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being set, or will be."""
        return self._job is not None

    def ask(self, work: Steps[T]) -> None:
        """Do this; nothing asked for before matters any more."""
        self.forget()
        self._job = Job(work, self._title)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._stumbled)
        self._workshop.start(self._job)

    def forget(self) -> None:
        """Nothing asked for matters any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _finished(self, result: T) -> None:
        if self._is_answered():
            self.seen.emit(result)

    def _stumbled(self, error: Exception) -> None:
        if self._is_answered():
            self.failed.emit(error)

    def _is_answered(self) -> bool:
        """Whether the job that speaks is the one waited for, which it is no longer."""
        if self.sender() is not self._job:
            return False
        self._job = None
        return True
