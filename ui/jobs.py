"""Long work off the window's thread: one piece at a time, with progress and a real cancel."""

from __future__ import annotations

from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.progress import Steps

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
OFTEN = 0.05  # seconds between two reports, so that a quick generator cannot flood the window


class Job(QObject, Generic[T]):
    """One piece of work. Connect to it first, then hand it to the workshop.

    `began()`, `stepped(Step)`, then exactly one of `finished(result)`, `failed(exception)`,
    `cancelled()`, all on the window's thread.
    """

    began = Signal()
    stepped = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Steps[T], title: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._stop = Event()

    def cancel(self) -> None:
        """Stop after the step under way; what was prepared is cleared away by the work."""
        self._stop.set()

    def drive(self) -> None:
        """Runs on the worker's thread; only emits, never touches a widget."""
        told = 0.0
        self.began.emit()
        try:
            while not self._stop.is_set():
                step = next(self._work)
                if monotonic() - told >= OFTEN:
                    told = monotonic()
                    self.stepped.emit(step)
            self._work.close()
        except StopIteration as end:
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - carried to the window's thread
            self.failed.emit(error)
        else:
            self.cancelled.emit()


class Workshop(QObject):
    """Owns the one worker thread. `started(Job)` tells the message bar, `emptied` all is done."""

    started = Signal(object)
    emptied = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._jobs: set[QObject] = set()
        self._ended.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        return bool(self._jobs)

    def start(self, job: Job[T]) -> None:
        """Queue a job; it runs when those before it have ended."""
        job.setParent(self)
        self._jobs.add(job)
        self.started.emit(job)
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor  # 7 ms, not before the first paint

            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._worker.submit(self._drive, job)

    def close(self) -> None:
        """Cancel everything and wait for the step under way."""
        for job in self._jobs:
            if isinstance(job, Job):
                job.cancel()
        if self._worker is not None:
            self._worker.shutdown(wait=True)

    def _drive(self, job: Job[T]) -> None:
        # A job may be deleted only when its last signal has reached every receiver.
        job.drive()
        self._ended.emit(job)

    def _forget(self, job: QObject) -> None:
        self._jobs.discard(job)
        job.deleteLater()
        if not self._jobs:
            self.emptied.emit()
