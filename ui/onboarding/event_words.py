"""What happens around a case in words, for its marks. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.events import CaseEvent, EventKind
from ui import wording

KINDS: Mapping[EventKind, str] = {
    EventKind.FOLLOW_UP: "Wiedervorlage",
    EventKind.PROMISE: "Zusage",
    EventKind.MENTORSHIP: "Patenschaft",
    EventKind.INVITATION: "Einladung",
    EventKind.VISIT: "Besuch",
    EventKind.INTRODUCTION: "Vorstellung bei Arbeitgebern",
    EventKind.COURSE: "Weiterbildung",
    EventKind.TALK: "Gespräch",
    EventKind.VIEWING: "Wohnung",
    EventKind.MOVE: "Umzug",
    EventKind.SCHOOL: "Schule",
    EventKind.APPLICATION: "Förderantrag",
    EventKind.PRACTICE: "Eigene Praxis",
}


def named(event: CaseEvent, names: Mapping[int, str]) -> str:
    """Kind, days, title, whom it is about, whether somebody has to act."""
    days = wording.day(event.on)
    if event.until is not None and event.until != event.on:
        days = f"{days} bis {wording.day(event.until)}"
    parts = [f"{KINDS[event.kind]} {days}", event.title]
    if event.person is not None:
        parts.append(names.get(event.person, ""))
    parts.append("offen" if event.is_open else "")
    return ", ".join(part for part in parts if part)
