"""What happened to a case: its stages, and every change with who made it and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.records.cases import CaseView, HistoryView, StageView
from ui import wording
from ui.acts import Acts
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.records import Record, Records
from ui.widgets.runs import Run
from ui.widgets.section import Section
from ui.widgets.two_line import Lines
from ui.words import STAGES

if TYPE_CHECKING:
    from app.desk import Desk


class StagesSection(Section):
    """Every change of stage, newest first; a step back with its reason."""

    def __init__(self) -> None:
        super().__init__("Weg bisher")
        self.table = Records("Phasen bisher", ("", ""), (116, 320))
        self.body.addWidget(self.table)

    def show_case(self, view: CaseView) -> None:
        self.table.set_records([_stage(at, each) for at, each in enumerate(view.stages)])


class HistorySection(Section):
    """The journal of the case, read only when it is opened."""

    def __init__(self, acts: Acts, today: Callable[[], date]) -> None:
        self._toggle = link("Anzeigen", self._turn)
        self._toggle.setAccessibleName("Verlauf anzeigen")
        super().__init__("Verlauf", self._toggle)
        self._acts = acts
        self._today = today
        self._case_id: int | None = None
        self._open = False
        self.table = Records("Verlauf der Änderungen", ("", ""), (150, 280))
        self.table.hide()
        self.body.addWidget(self.table)

    def show_case(self, view: CaseView) -> None:
        self._case_id = view.head.id
        saved = wording.moment(view.saved_at, self._today()) if view.saved_at else ""
        self.say("Verlauf", f"zuletzt geändert {saved}" if saved else "")
        self._lay(self._acts.desk)

    def _turn(self) -> None:
        self._open = not self._open
        self._toggle.setText("Ausblenden" if self._open else "Anzeigen")
        self._toggle.setAccessibleName(f"Verlauf {self._toggle.text().lower()}")
        self._lay(self._acts.desk)

    def _lay(self, desk: Desk | None) -> None:
        self.table.setVisible(self._open)
        if self._open and desk is not None and self._case_id is not None:
            found = desk.history.of_case(self._case_id)
            self.table.set_records([_change(each, self._today()) for each in found])


def _stage(at: int, change: StageView) -> Record:
    told = [Run(STAGES[change.stage], strong=True)]
    if change.failed:
        told.append(Run(" · zurück", tone=Tone.SECOND))
    if change.reason.strip():
        told.append(Run(f": {change.reason}", tone=Tone.SECOND))
    day = Run(wording.day(change.on), tone=Tone.SECOND)
    return Record(at, (Lines((day,)), Lines(tuple(told))))


def _change(entry: HistoryView, today: date) -> Record:
    what = wording.act(entry.act) + (" (rückgängig gemacht)" if entry.undone else "")
    when = Run(wording.moment(entry.at, today), tone=Tone.SECOND)
    who = Run(f" · {entry.who}", tone=Tone.SECOND)
    return Record(entry.batch, (Lines((when,)), Lines((Run(what), who))))
