"""The folder set anew off the window's thread: the latest wish wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Workshop

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen
    from app.progress import Steps


class Seeing(QObject):
    """`seen(FolderSeen)` or `failed(Exception)` for the latest wish; those it overtakes are dropped
    before they are set, or when they have been."""

    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._job: Job[FolderSeen] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being set, or will be."""
        return self._job is not None

    def ask(self, work: Steps[FolderSeen]) -> None:
        """Set a folder; nothing asked for before matters any more."""
        self.forget()
        self._job = Job(work, "Vorschau wird gesetzt")
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._stumbled)
        self._workshop.start(self._job)

    def forget(self) -> None:
        """Nothing asked for matters any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _finished(self, folder: FolderSeen) -> None:
        if self._is_answered():
            self.seen.emit(folder)

    def _stumbled(self, error: Exception) -> None:
        if self._is_answered():
            self.failed.emit(error)

    def _is_answered(self) -> bool:
        """Whether the job that speaks is the one waited for, which it is no longer."""
        if self.sender() is not self._job:
            return False
        self._job = None
        return True
