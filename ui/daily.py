"""Once a day, in the background: children grow, templates change, and the plans follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from app.done import Act, Done, Topic
from app.errors import Refused, Unavailable
from ui.acts import Acts
from ui.jobs import Job, Workshop
from ui.settings import Settings

LATER = 2_000  # milliseconds after the desk is open: the first clicks come before


class Daily(QObject):
    """Brings the plans of a file up to date when it is opened for the first time that day, where
    this window may write. What changed is told; a failure is, too, and tried again next time."""

    def __init__(
        self,
        acts: Acts,
        workshop: Workshop,
        settings: Settings,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._workshop = workshop
        self._settings = settings
        self._today = today
        self._mark = ""
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(LATER)
        self.soon.timeout.connect(self._start)
        acts.opened.connect(self.soon.start)

    def _start(self) -> None:
        desk = self._acts.desk
        if desk is None or not desk.transactions.file.writable:
            return
        self._mark = f"{self._today().isoformat()} {desk.transactions.file.path}"
        if self._settings.refreshed == self._mark:
            return
        job = Job(desk.plan.refresh(), "Pläne werden auf den heutigen Stand gebracht")
        job.finished.connect(self._refreshed)
        job.failed.connect(self._failed)
        self._workshop.start(job)

    def _refreshed(self, changed: object) -> None:
        self._settings.refreshed = self._mark
        if changed and self._acts.desk is not None:
            touched = frozenset({Topic.PLAN, Topic.CANDIDATES})
            self._acts.take(Done(Act.PLANS_REFRESHED, touched, facts={"count": str(changed)}))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._acts.unavailable.emit(error)
        elif not isinstance(error, Refused):  # refused: another window writes now, and will do it
            raise error
