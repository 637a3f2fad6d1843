"""Looking at a rule while it is being typed: faults at once, the cases it applies to as a job."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refused, Unavailable
from app.records.templates import Applying, StepDraft
from ui.acts import Acts
from ui.jobs import Workshop
from ui.seeing import Seeing

CHECK, COUNT = 150, 500  # milliseconds of quiet before it looks


class Looking(QObject):
    """`checked(Checked)` soon after the last change, `counted(Applying)` once the job has looked
    at the open cases; a new change cancels a job under way, so that typing never waits."""

    checked = Signal(object)
    counting = Signal()
    counted = Signal(object)
    unknown = Signal()

    def __init__(self, acts: Acts, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._draft: StepDraft | None = None
        self._cases: Seeing[Applying] = Seeing(workshop, self, "Fälle werden durchgesehen")
        self._cases.seen.connect(self.counted)
        self._cases.failed.connect(self._failed)
        self._check = QTimer(self, singleShot=True, interval=CHECK)
        self._check.timeout.connect(self.check)
        self._count = QTimer(self, singleShot=True, interval=COUNT)
        self._count.timeout.connect(self.count)

    @property
    def is_quiet(self) -> bool:
        """Whether all there is to say about the last change has been said."""
        waiting = self._check.isActive() or self._count.isActive()
        return not waiting and not self._cases.is_busy

    def look(self, draft: StepDraft) -> None:
        """The rule is this now."""
        self.forget()
        self._draft = draft
        self._check.start()
        self._count.start()

    def look_now(self, draft: StepDraft) -> None:
        """Another rule is shown: say its faults at once."""
        self.forget()
        self._draft = draft
        self.check()
        self._count.start()

    def forget(self) -> None:
        """Nothing is shown any more, or something else."""
        self._draft = None
        self._check.stop()
        self._count.stop()
        self._cases.forget()

    def check(self) -> None:
        """Say the faults now."""
        self._check.stop()
        desk = self._acts.desk
        if desk is not None and self._draft is not None:
            self.checked.emit(desk.templates.check(self._draft))

    def count(self) -> None:
        """Begin to count the cases now."""
        self._count.stop()
        desk = self._acts.desk
        if desk is None or self._draft is None:
            return
        try:
            work = desk.templates.applying(self._draft)
        except Refused:
            self.unknown.emit()
            return
        self.counting.emit()
        self._cases.ask(work)

    def _failed(self, error: Exception) -> None:
        self.unknown.emit()
        # A file that is being left takes its desk from under the job.
        if self._acts.desk is not None and not isinstance(error, Refused | Unavailable):
            raise error
