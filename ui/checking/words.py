"""German words of the verification round. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.records.checking import (
    AskedOrganisation,
    AskedProvider,
    Due,
    DueOrganisation,
    DueRound,
    Verdict,
)
from ui import wording
from ui.amounts import ago
from ui.providers import words as providers

DUE: Mapping[Due, str] = {
    Due.ALL: "Alle fälligen",
    Due.NEVER: "Nie geprüft",
    Due.STALE: "Wieder fällig",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.SILENT: "Keine Antwort",
    Verdict.UNCHANGED: "Stimmt unverändert",
    Verdict.CORRECTED: "Korrigiert",
    Verdict.GONE: "Gibt es nicht mehr",
}
FIELDS: Mapping[str, str] = {
    "phone": "Telefon",
    "email": "E-Mail",
    "website": "Internet",
    "street": "Straße, Nr.",
    "postcode": "PLZ",
    "town": "Ort",
    "hours_given": "Zeiten (Wortlaut)",
    "hours_osm": "Zeiten (OSM)",
    "places": "Plätze",
    "free_places": "Davon frei",
    "waiting": "Warteliste",
    "settling_weeks": "Eingewöhnung (Wo.)",
    "note": "Interne Notiz",
}
GONE = "Gibt es nicht mehr (Auskunft der Einrichtung)"
ATTACH = (
    "Kreuzen Sie bei einem Angebot „Stimmt unverändert“ an, damit diese Änderung gespeichert wird."
)


def counted(number: int, one: str, many: str) -> str:
    """1 Einrichtung, 12 Einrichtungen."""
    return f"{grouped(number)} {one if number == 1 else many}"


def grouped(number: int) -> str:
    """A number as an office writes it: 1.961."""
    return f"{number:,}".replace(",", ".")


def sentence(found: DueRound, asked: int, done: int) -> str:
    """12 Einrichtungen mit 30 Einträgen sind zu prüfen, 3 davon angeschrieben."""
    if not found.total:
        nothing = "Zurzeit ist nichts zu prüfen."
        return f"{nothing} {entered(done)}".strip()
    some = counted(found.total, "Einrichtung ist", "Einrichtungen sind")
    entries = counted(found.entries, "Eintrag", "Einträge")
    known = f", {asked} davon angeschrieben" if asked else ""
    return f"{some} zu prüfen ({entries}){known}. {entered(done)}".strip()


def entered(done: int) -> str:
    """How many answers were entered since the round was opened."""
    return f"Eingetragen: {counted(done, 'Antwort', 'Antworten')}." if done else ""


def shown(number: int, found: DueRound) -> str:
    """How many are in the list: 3 Einrichtungen, or the first of too many."""
    if number == len(found.organisations) < found.total:
        return f"Die ersten {grouped(number)} von {grouped(found.total)}"
    return counted(number, "Einrichtung", "Einrichtungen")


def state(each: DueOrganisation, today: date) -> str:
    """Why an organisation is due: 3 Angebote, 2 nie geprüft, sonst vor 13 Monaten."""
    parts = []
    if len(each.providers) > 1:
        parts.append(f"{len(each.providers)} Angebote")
    else:
        parts.append(providers.CATEGORIES[each.providers[0].category])
    if each.never == len(each.providers):
        parts.append("nie geprüft")
    else:
        if each.never:
            parts.append(f"{each.never} nie geprüft")
        if each.oldest is not None:
            parts.append(f"{ago(each.oldest, today)} geprüft")
    return " · ".join(parts)


def about(each: AskedOrganisation) -> str:
    """What stands under the name: Verzeichnis 17 · 3 Angebote · angeschrieben Mo 02.11.2026."""
    parts = [f"Verzeichnis {each.id}", counted(len(each.providers), "Angebot", "Angebote")]
    days = [entry.asked_on for entry in each.providers if entry.asked_on]
    parts.append(f"angeschrieben {wording.day(max(days))}" if days else "noch nicht angeschrieben")
    return " · ".join(parts)


def title(entry: AskedProvider) -> str:
    """Krippe · Kita · Norden."""
    draft = entry.draft
    category = providers.CATEGORIES[draft.category]
    named = draft.service or category
    kind = category if draft.service else ""
    return " · ".join(part for part in (named, kind, draft.site or draft.town) if part)


def checked(entry: AskedProvider, today: date) -> str:
    """How old the last check is."""
    category = entry.draft.category
    said = providers.checked(entry.checked_on, entry.checked_by, today, category)
    return f"{said[:1].upper()}{said[1:]}"


def unsaved(count: int) -> str:
    """What would be lost: 2 Antworten der Prüfrunde sind; "" for nothing."""
    if not count:
        return ""
    return "1 Antwort der Prüfrunde ist" if count == 1 else f"{count} Antworten der Prüfrunde sind"


def printed(letters: int, pages: int) -> str:
    """3 Briefe auf 4 Seiten gespeichert."""
    some = counted(letters, "Brief", "Briefe")
    return f"{some} auf {counted(pages, 'Seite', 'Seiten')} gespeichert."


def without_address(names: Sequence[str]) -> str:
    """Whose letters have no address to go to."""
    listed = "\n".join(names)
    return f"Ohne Anschrift, bitte von Hand adressieren oder anrufen:\n{listed}"
