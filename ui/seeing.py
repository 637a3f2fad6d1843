"""Work whose answer only the latest wish wants, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
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
        self._then: Callable[[], object] | None = None
        self._is_current = False

    @property
    def is_current(self) -> bool:
        """Whether what was seen last answers the latest wish."""
        return self._is_current

    @property
    def is_busy(self) -> bool:
        """Whether something is being set, or will be."""
        return self._job is not None

    def ask(self, work: Steps[T]) -> None:
        """Do this; nothing asked for before matters any more."""
        self._drop()
        self._job = Job(work, self._title)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._stumbled)
        self._workshop.start(self._job)

    def then(self, act: Callable[[], object]) -> None:
        """Do this with the answer to the latest wish, now or when it is there; given up where
        it fails or is forgotten. The last act counts."""
        if self._is_current:
            act()
        elif self.is_busy:
            self._then = act

    def forget(self) -> None:
        """Nothing asked for matters any more."""
        self._drop()
        self._then = None

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._is_current = False

    def _finished(self, result: T) -> None:
        if not self._is_answered():
            return
        self._is_current = True
        then, self._then = self._then, None
        self.seen.emit(result)
        if then is not None:
            self.then(then)  # whoever saw it may have asked anew

    def _stumbled(self, error: Exception) -> None:
        if self._is_answered():
            self._then = None
            self.failed.emit(error)

    def _is_answered(self) -> bool:
        """Whether the job that speaks is the one waited for, which it is no longer."""
        if self.sender() is not self._job:
            return False
        self._job = None
        return True
