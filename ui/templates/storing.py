"""From a decision about a rule to its command: the dialog with its preview, the job that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.done import Done
from app.errors import Refused, Unavailable
from app.progress import Steps
from app.records.templates import ChangePreview
from ui import wording
from ui.jobs import Job
from ui.page import Page
from ui.templates.change_dialog import ChangeDialog, Wanted

if TYPE_CHECKING:
    from app.desk import Desk

Preview = Callable[[date], Steps[ChangePreview]]


@dataclass(frozen=True)
class Decision:
    """What is asked, how to look at what it would change, and the command that does it.

    `work` is a job that writes at its end. Without `dated` only households are chosen: the rule
    holds already.
    """

    template: str
    title: str
    sentence: str
    verb: str
    preview: Preview
    work: Callable[[Desk, Wanted], Steps[Done]]
    dated: bool = True


class _Writing(Job[Done]):
    """Work that stores a version of a step."""

    def __init__(self, work: Steps[Done], template: str) -> None:
        super().__init__(work, "Vorlage wird gespeichert")
        self.template = template


class Storing(QObject):
    """`stored(template)` before the others are told that something changed."""

    stored = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: ChangeDialog | None = None

    def ask(self, decision: Decision) -> None:
        """Open the dialog; nothing changes before its button is pressed."""
        place = self._page.workplace
        self.dialog = ChangeDialog(
            decision.title,
            decision.sentence,
            decision.verb,
            decision.preview,
            place.workshop,
            place.today(),
            self._page,
            dated=decision.dated,
        )
        self.dialog.given.connect(partial(self._give, decision))
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal in the dialog; False where none is open."""
        if self.dialog is None:
            return False
        self.dialog.refuse(refused)
        return True

    def _give(self, decision: Decision, wanted: Wanted) -> None:
        desk = self._page.desk
        if desk is None:
            return
        try:
            work = decision.work(desk, wanted)
        except Refused as refused:
            self.refuse(refused)
            return
        job = _Writing(work, decision.template)
        job.finished.connect(self._written)
        job.failed.connect(self._failed)
        if self.dialog is not None:
            self.dialog.wait_for(job)
        self._page.workplace.workshop.start(job)

    def _written(self, done: Done) -> None:
        """It is in the file, whether the dialog is still there or not."""
        job = self.sender()
        if isinstance(job, _Writing):
            self.stored.emit(job.template)
        self._page.acts.take(done, self._page)
        if self.dialog is not None:
            self.dialog.accept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            if not self.refuse(error):
                self._page.refusal(error)
        elif isinstance(error, Unavailable):
            self._page.workplace.asking.tell(*wording.unavailable(error))
        else:
            raise error

    def _closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
