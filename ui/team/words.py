"""What the room of the team says. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.records.office import AbsenceView, AdvisorView, PointView, WorkloadRow
from ui import wording
from ui.theme import Tone
from ui.widgets.runs import Run

HEADS = (
    "Ansprechperson",
    "Heute",
    "Fälle",
    "Überfällig",
    "In 7 Tagen",
    "In 30 Tagen",
    "Wiedervorlage",
)
NOBODY = "ohne Ansprechperson"
USUAL = "wie üblich"
SPREAD = "nach Sprache und Auslastung verteilen"
LEFT_OUT = (
    "Notizen, Gesprächstexte und Rufnummern der Familien stehen nicht auf dem Blatt. Es liegt "
    "auf Schreibtischen."
)


def cells(row: WorkloadRow) -> tuple[str, ...]:
    """A line of the table of the workload."""
    counts = (row.cases, row.overdue, row.next_7, row.next_30, row.follow_ups)
    return (row.name or NOBODY, today(row), *map(str, counts))


def today(row: WorkloadRow) -> str:
    """Whether an advisor is there today."""
    if row.advisor is None:
        return ""
    return f"nicht da bis {row.away_until:%d.%m.%Y}" if row.away_until else "da"


def about_advisor(view: AdvisorView, points: Sequence[PointView]) -> str:
    """What is told beside an advisor's name."""
    if not view.draft.active:
        return "arbeitet nicht mehr hier"
    known = {point.id: point.draft.name for point in points}
    return known.get(view.draft.service_point or 0, "") if len(points) > 1 else view.draft.title


def about_absence(view: AbsenceView, on: date) -> str:
    """The days of an absence, and who stands in."""
    days = f"{view.draft.first:%d.%m.}–{view.draft.last:%d.%m.%Y}"
    if view.draft.last < on:
        return f"{days} · vorbei"
    who = view.deputy or view.stands_in
    return f"{days} · {who.split()[-1]}" if who else f"{days} · keine Vertretung"


def about_point(view: PointView) -> str:
    """How many work at a service point, or that it is closed."""
    if view.archived_on:
        return "archiviert"
    return "1 Person" if view.advisors == 1 else f"{view.advisors} Personen"


def oriented(rows: Sequence[WorkloadRow]) -> list[Run]:
    """Who is there today, and whether cases wait for somebody."""
    people = [row for row in rows if row.advisor is not None]
    if not people:
        return [Run("Noch keine Berater*in. Fälle brauchen eine Ansprechperson.")]
    away = [row for row in people if row.away_until]
    runs = [Run(f"{len(people) - len(away)} von {len(people)} heute da", strong=True)]
    if away:
        until = ", ".join(
            f"{row.name} bis {wording.day(row.away_until)}" for row in away if row.away_until
        )
        runs.append(Run(f" · nicht da: {until}"))
    nobody = sum(row.cases for row in rows if row.advisor is None)
    if nobody:
        runs.append(Run(f" · ohne Ansprechperson: {nobody}", strong=True, tone=Tone.RED))
    return runs
