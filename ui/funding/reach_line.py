"""Whom the programme in the form is for and would fit, while one types."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.errors import Refused, Unavailable
from app.records.funding import Reach
from app.rules.funding import Programme
from ui.funding import words
from ui.page import Workplace
from ui.seeing import Seeing
from ui.widgets.live_line import LiveLine

QUIET = 150  # milliseconds without a change before the cases are counted
AT_ONCE = 0.05  # seconds of counting before the rest goes to the worker
UNREADY = "Für wen es passt, steht hier, sobald alle Felder lesbar sind."


class ReachLine(LiveLine):
    """`programme` gives what stands in the form, or refuses. Few cases are counted at once; where
    that takes long the worker counts on, and a new change drops what is under way."""

    def __init__(
        self,
        workplace: Workplace,
        programme: Callable[[], Programme],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._programme = workplace, programme
        self._seeing: Seeing[Reach] = Seeing(workplace.workshop, self, "Fälle werden durchgesehen")
        self._seeing.seen.connect(self._seen)
        self._seeing.failed.connect(self._failed)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.count)

    @property
    def is_quiet(self) -> bool:
        """Whether all there is to say about the last change has been said."""
        return not (self._quiet.isActive() or self._seeing.is_busy)

    def look(self) -> None:
        """The form says something else now."""
        self._seeing.forget()
        self._quiet.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()  # cases may have changed while something else was shown

    def count(self) -> None:
        """Count the cases now."""
        self._quiet.stop()
        self._seeing.forget()
        desk = self._workplace.acts.desk
        if desk is None or not self.isVisible():
            return  # what is shown later is counted then
        try:
            work = desk.funding.reach(self._programme())
        except Refused:
            self.tell(UNREADY)
            return
        until = monotonic() + AT_ONCE
        try:
            while monotonic() < until:
                next(work)
        except StopIteration as end:
            self._seen(end.value)
            return
        self.wait()
        self._seeing.ask(work)

    def _seen(self, found: Reach) -> None:
        self.tell(words.reach(found), words.reach_doubts(found))

    def _failed(self, error: Exception) -> None:
        self.forget()
        # a file that is being left takes its desk from under the work
        if self._workplace.acts.desk is not None and not isinstance(error, Refused | Unavailable):
            raise error
