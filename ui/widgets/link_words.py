"""How a link of two services is told: its kind, and the way out where an end is gone. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.records.network import EndState, LinkEnd, LinkKind, LinkView

LINK_KINDS: Mapping[LinkKind, str] = {
    LinkKind.OUTPATIENT_INPATIENT: "ambulant und stationär",
    LinkKind.INTERDISCIPLINARY: "fachübergreifend",
    LinkKind.INTERPROFESSIONAL: "berufsübergreifend",
    LinkKind.EMERGENCY: "Notfall",
    LinkKind.TRAINING: "Ausbildung",
    LinkKind.COOPERATION: "allgemein",
}


def link_line(view: LinkView, today: date) -> str:
    """What stands beside the two names of a link."""
    kind = LINK_KINDS[view.draft.kind]
    if view.gone:
        return f"{kind} · führt ins Leere"
    for end in (view.first, view.second):
        if end.state is EndState.COMING and end.begins_on is not None:
            return f"{kind} · ab {end.begins_on:%d.%m.%Y}"
    last = view.draft.valid_to
    return f"{kind} · bis {last:%d.%m.%Y}" if last is not None and last < today else kind


def gone(end: LinkEnd) -> str:
    """Why an end of a link is no longer there, and the way out."""
    on = f" am {end.ended_on:%d.%m.%Y}" if end.ended_on else ""
    what = "archiviert" if end.state is EndState.ARCHIVED else "beendet"
    said = f"„{end.name}“ wurde{on} {what}."
    if end.successor_name:
        return f"{said} Nachfolger ist „{end.successor_name}“."
    return (
        f"{said} Tragen Sie im Verzeichnis einen Nachfolger ein oder entfernen Sie die Verbindung."
    )
