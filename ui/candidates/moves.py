"""Moving a case: another stage, on hold until a day, closed for a reason; each a short form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import CaseHead, CloseReason
from app.rules.terms import Stage
from ui import wording
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.form import Form
from ui.widgets import typed_dates
from ui.widgets.choices import Choice
from ui.words import CLOSE_REASONS

if TYPE_CHECKING:
    from app.desk import Desk


class Move(Form):
    """A short form about one case."""

    def __init__(self, acts: Acts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(acts, asking, parent)
        self.case_id = 0

    def begin(self, head: CaseHead) -> None:
        """Start anew for this case."""
        self.case_id = head.id
        self.fill(self.start_values(head))

    def start_values(self, _head: CaseHead) -> dict[str, str]:
        return {}


class StageMove(Move):
    """Another stage; a step back needs its reason and stays in the history as a failed attempt."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        super().__init__(acts, asking)
        self.add("stage", "P&hase", Choice([(s.value, wording.stage(s)) for s in Stage]))
        reason = QLineEdit()
        reason.setPlaceholderText("nötig bei einem Schritt zurück")
        self.add("reason", "&Grund", reason)
        self.add_buttons("Phase speichern", leave="Abbrechen")

    def start_values(self, head: CaseHead) -> dict[str, str]:
        stages = list(Stage)
        following = stages[min(stages.index(head.stage) + 1, len(stages) - 1)]
        return {"stage": following.value, "reason": ""}

    def command(self) -> Callable[[Desk], Done]:
        return partial(_stage, self.case_id, Stage(self.value("stage")), self.value("reason"))


class HoldMove(Move):
    """On hold until a day, and why."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        super().__init__(acts, asking)
        until = QLineEdit()
        until.setPlaceholderText("TT.MM.JJJJ")
        self.add("until", "Ruht &bis", until)
        self.add("reason", "&Weil", QLineEdit())
        self.add_buttons("Ruhen lassen", leave="Abbrechen")

    def command(self) -> Callable[[Desk], Done]:
        until = typed_dates.whole(self.value("until"), "until")
        if until is None:
            raise Refused(Reason.BLANK, "until")
        return partial(_hold, self.case_id, until, self.value("reason"))


class CloseMove(Move):
    """Closed, and why; nothing is deleted."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        super().__init__(acts, asking)
        reasons = [("", "Bitte wählen"), *((r.value, word) for r, word in CLOSE_REASONS.items())]
        self.add("because", "&Grund", Choice(reasons))
        self.add_buttons("Fall abschließen", leave="Abbrechen")

    def command(self) -> Callable[[Desk], Done]:
        because = self.value("because")
        if not because:
            raise Refused(Reason.BLANK, "because")
        return partial(_close, self.case_id, CloseReason(because))


def _stage(case_id: int, stage: Stage, reason: str, desk: Desk) -> Done:
    return desk.candidates.stage(case_id, stage, reason)


def _hold(case_id: int, until: date, reason: str, desk: Desk) -> Done:
    return desk.candidates.hold(case_id, until, reason)


def _close(case_id: int, because: CloseReason, desk: Desk) -> Done:
    return desk.candidates.close(case_id, because)
