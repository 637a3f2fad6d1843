"""What the page of texts says. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.languages import OFFICE_LANGUAGE, language_name
from app.content.wording_checks import DATE_PATTERNS
from app.content.words import PHRASES
from app.records.wordings import (
    Matter,
    Part,
    Progress,
    Standing,
    TextRow,
    Texts,
    TextsRead,
    TextsWritten,
    Wording,
)
from ui import wording

STANDINGS: Mapping[Standing, str] = {
    Standing.CHECKED: "geprüft",
    Standing.UNCHECKED: "ungeprüft",
    Standing.OUTDATED: "veraltet",
    Standing.MISSING: "fehlt",
}
MATTERS: Mapping[Matter, str] = {
    Matter.PHRASES: "Gedruckte Wörter",
    Matter.PHASES: "Phasen",
    Matter.SETS: "Sätze von Vorlagen",
    Matter.DOCUMENTS: "Namen der Unterlagen",
    Matter.STEPS: "Schritte",
}
PARTS: Mapping[Part, str] = {
    Part.TITLE: "Titel",
    Part.SHORT: "Kurztitel",
    Part.EXPLAIN: "Erklärung",
    Part.OFFICE: "Stelle",
    Part.NOTE: "Hinweis",
}
CHAPTERS: Mapping[str, str] = {
    "folder": "Kopf und Fuß der Mappe",
    "dates": "Datum",
    "joins": "Aufzählungen",
    "cover": "Titelblatt",
    "greeting": "Grußwort",
    "letter": "Brief",
    "contents": "Inhalt",
    "people": "Ansprechpersonen",
    "roles": "Wer wobei hilft",
    "timeline": "Zeitleiste",
    "checklist": "Checkliste",
    "questions": "Eigene Fragen",
    "marks": "Zeichen",
    "documents": "Unterlagen",
    "own_papers": "Eigene Papiere",
    "need": "Ich brauche …",
    "places": "Stellen und Adressen",
    "care": "Betreuung",
    "kinds": "Arten von Adressen",
    "tea": "Tee",
    "moin": "Plattdeutsch",
    "network": "Zusammenarbeit",
    "benefits": "Angebote des Arbeitgebers",
    "first_week": "Erste Woche",
    "paper": "Einzelne Blätter",
    "funding": "Förderung",
    "training": "Weiterbildung",
    "elders": "Ältere Angehörige",
    "vouchers": "Gutscheine",
    "invitation": "Einladung",
    "mentorship": "Patenschaft",
    "privacy": "Datenschutz",
    "brochure": "Beilagen anderer",
    "stand": "Stand und Quellen",
    "talk": "Gesprächsblatt",
    "spine": "Ordnerrücken",
    "exchange": "Austauschblätter",
    "divider": "Trennblätter",
    "pair": "Zweisprachige Seiten",
    "calendar": "Kalender",
    "careers": "Arbeit und Stellen",
    "visit": "Besuchsplan",
    "homes": "Wohnungen",
    "moving": "Kosten des Umzugs",
    "practice": "Eigene Praxis",
    "schools": "Kita und Schule",
    "features": "Digitale Dienste und neue Formen",
}
"""By the first word of a phrase's key."""
FORMS: Mapping[str, str] = {
    "zero": "für 0",
    "one": "Einzahl",
    "two": "für 2",
    "few": "für wenige",
    "many": "für viele",
    "other": "sonst",
}
"""CLDR's plural categories, as the fields are labelled."""
GERMAN_OF_TEMPLATES = "Der deutsche Text gehört zur Vorlage. Ändern Sie ihn unter „Vorlagen“."
GERMAN_OUTDATES = "Ändern Sie den deutschen Text, gelten alle Übersetzungen als veraltet."
MOST_FAULTS = 12  # of a file, told at once
DATE_PATTERN = "Muster für ein Datum: EEEE Wochentag, d Tag, MMMM Monat, y Jahr."
NOT_READ = "Deutsche Texte ändern Sie hier oder unter „Vorlagen“."
NO_CHECKER = "Wer hat die Übersetzung neben dem deutschen Text gelesen?"


def chapter(row: TextRow) -> str:
    """The group a text is listed in."""
    if row.matter is Matter.PHRASES:
        return CHAPTERS.get(row.group, row.group)
    return f"Schritte: {row.group_title}" if row.matter is Matter.STEPS else MATTERS[row.matter]


def group_key(row: TextRow) -> str:
    """What tells groups apart."""
    return f"{row.matter.value}.{row.group}"


def place(row: TextRow) -> str:
    """Where a text stands, above its editor: "Wohnung anmelden: Erklärung", "Brief"."""
    if row.part is not None:
        return f"{row.of}: {PARTS[row.part]}"
    return chapter(row)


def one_line(text: Wording | None) -> str:
    """A text in one line; of plural forms the last, which is the usual one."""
    if text is None:
        return ""
    said = text if isinstance(text, str) else text.get("other", "")
    return " ".join(said.split())


def state(row: TextRow) -> str:
    """How a text stands, in a few words for its row."""
    if row.standing is None:
        return "eigener Text" if row.is_own else ""
    told = [STANDINGS[row.standing], "eigener Text" if row.is_own else ""]
    return " · ".join(part for part in told if part)


def hint(row: TextRow, *, german: bool) -> str:
    """What somebody should know who writes here; blank where there is nothing."""
    said = [DATE_PATTERN] if row.key.removeprefix(PHRASES) in DATE_PATTERNS else []
    if german:
        is_phrase = row.matter is Matter.PHRASES
        said.append(GERMAN_OUTDATES if is_phrase else GERMAN_OF_TEMPLATES)
    return " ".join(said)


def told(row: TextRow) -> str:
    """How a text stands and who says so, in sentences below its editor."""
    if row.standing is None:
        return "Eigener Text." if row.is_own else "Mitgelieferter Text."
    own = "Eigener Text" if row.is_own else "Mitgelieferter Text"
    by = ""
    if row.checked_on:
        by = f"geprüft von {row.checked_by} am {row.checked_on:%d.%m.%Y}"
    if row.standing is Standing.MISSING:
        lent = language_name(row.lent_in) if row.lent_in else "Englisch"
        return f"Diese Übersetzung fehlt. Gedruckt wird der Text auf {lent}."
    if row.standing is Standing.OUTDATED:
        before = f", zuvor {by}" if by else ""
        return f"{own}{before}. Der deutsche Text hat sich seitdem geändert."
    if row.standing is Standing.CHECKED:
        return f"{own}, {by}."
    return f"{own}, noch von niemandem geprüft."


def summary(texts: Texts) -> str:
    """995 Texte, 398 ungeprüft, 3 veraltet."""
    parts = [_texts(len(texts.rows))]
    if texts.language == OFFICE_LANGUAGE:
        parts += [f"{texts.own} geändert"] if texts.own else []
        return ", ".join(parts)
    for standing in (Standing.UNCHECKED, Standing.OUTDATED, Standing.MISSING):
        count = texts.counted(standing)
        parts += [f"{count} {STANDINGS[standing]}"] if count else []
    return ", ".join(parts) if len(parts) > 1 else f"{parts[0]}, alle geprüft"


def notice(progress: Progress) -> str:
    """What a clerk should know before printing in a language; blank where all is checked."""
    name = language_name(progress.language)
    said = []
    if progress.outdated:
        said.append(f"{_texts(progress.outdated)} veraltet")
    if progress.missing:
        said.append(f"{_texts(progress.missing)} nicht übersetzt")
    if progress.unchecked:
        rest = progress.whole - progress.missing - progress.outdated
        every = progress.unchecked == rest
        said.append(
            "Übersetzung noch von niemandem geprüft"
            if every
            else f"{_texts(progress.unchecked)} ungeprüft"
        )
    return f"{name}: {', '.join(said)}." if said else ""


def read(found: TextsRead) -> str:
    """What reading a file would bring, and what it would leave."""
    new, same, blank = len(found.new), len(found.unchanged), len(found.open)
    lines = [f"{_texts(new)} neu oder geändert, {same} unverändert, {blank} leer."]
    if found.faults:
        lines += ["", f"Nicht übernommen ({len(found.faults)}):"]
        lines += [wording.fault(fault) for fault in found.faults[:MOST_FAULTS]]
        rest = len(found.faults) - MOST_FAULTS
        lines += [f"… und {rest} weitere."] if rest > 0 else []
    return "\n".join(lines)


def written(made: TextsWritten) -> str:
    """What was written for a translator."""
    return f"{_texts(made.count)} geschrieben."


def checked_all(count: int, language: str) -> str:
    """The question before many texts are marked at once."""
    return f"{_texts(count)} ({language_name(language)}) als geprüft vermerken"


def unsaved(count: int) -> str:
    """What would be lost, as "2 Texte sind"; blank for nothing."""
    if not count:
        return ""
    return "1 Text ist" if count == 1 else f"{count} Texte sind"


def _texts(count: int) -> str:
    return "1 Text" if count == 1 else f"{count} Texte"
