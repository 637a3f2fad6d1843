"""What is found in a folder, beside its preview. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.progress import Step
from app.records.exchanges import ExchangeState
from app.records.folders import Finding

if TYPE_CHECKING:
    from app.desk import Desk
    from app.progress import Steps


@dataclass(frozen=True)
class Found:
    """What a clerk should know of a folder: its findings, and what is new since it was given."""

    findings: tuple[Finding, ...]
    state: ExchangeState | None


def look(desk: Desk, case_id: int, language: str, *, bilingual: bool, given: bool) -> Steps[Found]:
    """Look a folder through; `given` says whether there is a print to compare it with."""
    yield Step(0, 2)
    findings = desk.folders.findings(case_id, language)
    yield Step(1, 2)
    state = None
    if given:
        state = desk.exchanges.state(case_id, language=language, bilingual=bilingual)
    return Found(findings, state)
