"""A case's head in words: what the person's header says on every tab."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.records.cases import BlockerView, CaseHead
from app.records.office import Attending
from app.rules.calendar import Day
from ui import wording
from ui.theme import Tone
from ui.widgets.person_header import Cell, Person
from ui.widgets.runs import Run
from ui.words import CLOSE_REASONS


def in_words(head: CaseHead, today: date) -> Person:
    """The header for a case as of today."""
    cells = [
        Cell("Phase", (Run(_standing(head), strong=True),), spare=1),
        Cell("Betreuung", attended(head.attending), spare=2),
        Cell("Arbeitsbeginn", _work_start(head.work_start, today)),
        Cell("Nächste Frist", _next(head, today), elastic=True),
    ]
    if head.tied:
        names = "; ".join(name for _, name in head.tied)
        cells.insert(2, Cell("Verbunden mit", (Run(names),), spare=3))
    if head.blockers:
        cells.append(Cell("Sperren", barred_runs(head.blockers)))
    line = " · ".join(part for part in (head.occupation, head.employer) if part)
    leads = tuple((case, f"Zum verbundenen Fall {name}") for case, name in head.tied)
    return Person(
        head.initials, head.name, line or "Beruf und Arbeitgeber offen", tuple(cells), leads
    )


def attended(there: Attending) -> tuple[Run, ...]:
    """Whose case it is, and while they are away who stands in until when."""
    if not there.advisor:
        return (Run("ohne Ansprechperson", strong=True, icon="triangle-alert"),)
    if there.away_until is None:
        return (Run(there.advisor, strong=True),)
    instead = f"vertritt {there.deputy}" if there.deputy else "nicht da, ohne Vertretung"
    away = f" · bis {there.away_until:%d.%m.} {instead}"
    return (Run(there.advisor, strong=True), Run(away))


def attended_words(there: Attending) -> str:
    """The same in plain text."""
    return "".join(run.text for run in attended(there))


def day_words(day: Day) -> str:
    """Mo 01.03.2027, or 03.2027 where only the month is known."""
    return f"{day.on:%m.%Y}" if day.precision == "month" else wording.day(day.on)


def barred_runs(blockers: Sequence[BlockerView]) -> tuple[Run, ...]:
    """How much of what bars the first working day is still open: red until nothing does."""
    bars = sum(blocker.bars for blocker in blockers)
    if not bars:
        return (Run("alle geklärt", icon="check"),)
    words = f"{bars} von {len(blockers)} offen"
    return (Run(words, strong=True, tone=Tone.RED, icon="octagon-alert"),)


def _standing(head: CaseHead) -> str:
    if head.closed_on is not None:
        why = CLOSE_REASONS[head.closed_because] if head.closed_because else ""
        return f"abgeschlossen {wording.day(head.closed_on)}" + (f": {why}" if why else "")
    if head.held_until is not None or head.held_because:
        until = f" bis {wording.day(head.held_until)}" if head.held_until else ""
        return f"ruht{until}"
    return wording.stage(head.stage)


def _work_start(start: Day | None, today: date) -> tuple[Run, ...]:
    if start is None:
        return (Run("noch offen", tone=Tone.SECOND),)
    days = (start.on - today).days
    far = wording.distance(days) if days >= 0 else f"seit {-days} Tagen"
    return (Run(day_words(start), strong=True), Run(f" · {far}"))


def _next(head: CaseHead, today: date) -> tuple[Run, ...]:
    if head.next_due is None:
        return (Run("keine", tone=Tone.SECOND),)
    days = (head.next_due.on - today).days
    return (
        Run(day_words(head.next_due), strong=True),
        Run(f" · {wording.distance(days)} · {head.next_step}"),
    )
