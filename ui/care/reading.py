"""Computed answers, off the window's thread: the newest question of each kind is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refused, Unavailable
from app.progress import Step, Steps
from app.records.care_board import Answer, CareBoard, Trial
from ui.jobs import Job, Workshop

T = TypeVar("T")
TITLE = "Betreuung wird berechnet"
REST = 40
"""Milliseconds before computing begins: what the window itself reads now comes first, and of cards
that are walked over only the last one is asked about."""


class CareSource(Protocol):
    """Who computes: `desk.care`."""

    def board(self, case_id: int, first: date | None = None) -> CareBoard:
        """The answer for a household over 28 days."""

    def answers(self, case_id: int, person_id: int, helper: int, first: date) -> tuple[Answer, ...]:
        """The best combinations with a place."""

    def tried(
        self, case_id: int, person_id: int, helpers: tuple[int, ...], trial: Trial, first: date
    ) -> Answer:
        """What these helpers would cover with other duties."""


@dataclass(frozen=True)
class _Asked:
    job: Job[Any]
    then: Callable[[Any], None]


class Reading(QObject):
    """`refused(Refused)`, `unavailable(Unavailable)` where the newest question has no answer;
    `changed()` when computing began or ended."""

    refused = Signal(object)
    unavailable = Signal(object)
    changed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._asked: dict[str, _Asked] = {}
        self._begun: set[str] = set()
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    def ask(self, kind: str, fetch: Callable[[], T], then: Callable[[T], None]) -> None:
        """Fetch in the worker and hand the result to `then`, unless something newer of this kind is
        asked meanwhile."""
        self.drop(kind)
        self._asked[kind] = _Asked(Job(_steps(fetch), TITLE), then)
        self._resting.start()
        self.changed.emit()

    def drop(self, *kinds: str) -> None:
        """No longer ask for these kinds."""
        for kind in kinds:
            asked = self._asked.pop(kind, None)
            if asked is not None and kind in self._begun:
                asked.job.cancel()
            self._begun.discard(kind)

    def forget(self) -> None:
        """Nothing asked so far matters any more."""
        self.drop(*tuple(self._asked))

    def _begin(self) -> None:
        for kind, asked in self._asked.items():
            if kind not in self._begun:
                self._begun.add(kind)
                asked.job.finished.connect(self._finished)
                asked.job.failed.connect(self._failed)
                self._workshop.start(asked.job)

    def _finished(self, result: object) -> None:
        if (asked := self._answered()) is not None:
            self.changed.emit()
            asked.then(result)

    def _failed(self, error: Exception) -> None:
        if self._answered() is None:
            return
        self.changed.emit()
        if isinstance(error, Refused):
            self.refused.emit(error)
        elif isinstance(error, Unavailable):
            self.unavailable.emit(error)
        else:
            raise error

    def _answered(self) -> _Asked | None:
        """What the job that speaks was asked, None where that no longer matters."""
        job = self.sender()
        for kind, asked in self._asked.items():
            if asked.job is job:
                self._begun.discard(kind)
                return self._asked.pop(kind)
        return None


def _steps(fetch: Callable[[], T]) -> Steps[T]:
    yield Step(0, 0)  # what was asked after this one stops it here
    return fetch()
