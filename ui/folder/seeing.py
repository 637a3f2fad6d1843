"""The folder set anew off the window's thread: one at a time, the latest wish wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Workshop

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen
    from app.progress import Steps

Wish: TypeAlias = "Callable[[], Steps[FolderSeen]]"


class Seeing(QObject):
    """`seen(FolderSeen)` or `failed(Exception)` for the latest wish; one that is overtaken while
    it is at work is dropped."""

    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._job: Job[FolderSeen] | None = None
        self._next: Wish | None = None
        self._unwanted = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being set, or will be."""
        return self._job is not None

    def ask(self, wish: Wish) -> None:
        """Set what `wish` gives, once the one at work has ended."""
        self._next = wish
        if self._job is None:
            self._begin()
        else:
            self._unwanted = True
            self._job.cancel()

    def forget(self) -> None:
        """Nothing is wished for any more."""
        self._next = None
        if self._job is not None:
            self._unwanted = True
            self._job.cancel()

    def _begin(self) -> None:
        wish, self._next = self._next, None
        if wish is None:
            return
        self._unwanted = False
        self._job = Job(wish(), "Vorschau wird gesetzt")
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._stumbled)
        self._job.cancelled.connect(self._ended)
        self._workshop.start(self._job)

    def _finished(self, folder: FolderSeen) -> None:
        wanted = not self._unwanted
        self._ended()
        if wanted:
            self.seen.emit(folder)

    def _stumbled(self, error: Exception) -> None:
        wanted = not self._unwanted
        self._ended()
        if wanted:
            self.failed.emit(error)

    def _ended(self) -> None:
        self._job = None
        self._begin()
