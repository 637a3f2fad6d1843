"""The calendar file of a visit, from the question for its name to what happened."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Refused, Unavailable
from app.records.visits import VisitFile, VisitView
from ui import wording
from ui.asking import CALENDAR_FILES
from ui.jobs import Job
from ui.page import Workplace


def save_calendar(workplace: Workplace, view: VisitView, parent: QWidget) -> None:
    """Ask where to, and write an entry for each stop in the family's language."""
    desk = workplace.acts.desk
    if desk is None:
        return
    proposal = f"Besuch {view.draft.first:%Y-%m-%d}.ics"
    path = workplace.asking.save_file("Kalenderdatei speichern", proposal, CALENDAR_FILES, ".ics")
    if path is None:
        return
    spoken = desk.candidates.case(view.case).draft.language
    language = desk.folders.language_for(spoken) or OFFICE_LANGUAGE
    job = Job(desk.visits.save_calendar(view.id, path, language), "Kalenderdatei wird geschrieben")
    job.finished.connect(partial(_saved, workplace, parent))
    job.failed.connect(partial(_failed, workplace))
    workplace.workshop.start(job)


def _saved(workplace: Workplace, parent: QWidget, made: VisitFile) -> None:
    if made.done is not None:
        workplace.acts.take(made.done, parent)
    else:
        workplace.asking.tell(
            "Die Kalenderdatei ist gespeichert.",
            "Die Datei ist nur zum Lesen geöffnet: Dieser Zugriff ist nicht vermerkt.",
        )


def _failed(workplace: Workplace, error: Exception) -> None:
    if isinstance(error, Unavailable):
        workplace.asking.tell(*wording.unavailable(error))
    elif isinstance(error, Refused):
        workplace.asking.tell("Die Kalenderdatei wurde nicht geschrieben.", wording.refused(error))
    else:
        raise error
