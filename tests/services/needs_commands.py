"""The commands on needs as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import CaseQuery
from app.records.needs import NeedDraft, NeedKind, NeedOutcome, NeedState, UnmetReason

UNMET = NeedDraft(
    NeedKind.CHILDCARE,
    NeedState.UNMET,
    reason=UnmetReason.WAITING_LIST,
    outcome=NeedOutcome.RELATIVES,
)


def prepare(desk: Desk) -> None:
    """Something said of a need."""
    (case,) = desk.lists.case_ids(CaseQuery())
    desk.needs.say(case, NeedDraft(NeedKind.RECOGNITION, NeedState.OPEN))


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Needs.say": lambda desk, case, _: desk.needs.say(case, UNMET),
    "Needs.forget": lambda desk, case, _: desk.needs.forget(case, NeedKind.RECOGNITION),
}
