"""What is said of other people's PDFs: how they get into a folder, what went, what to know.

No Qt here: the terminal says the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.records.brochures import BrochureFacts, Caution, Removed, Treatment

TREATMENTS: Mapping[Treatment, str] = {
    Treatment.TAGGED: "Lässt sich vorlesen; Überschriften und Links bleiben",
    Treatment.FIGURE: "Seiten als Bild, Schrift bleibt scharf",
    Treatment.DRAWN: "Seiten als Bild aus Bildpunkten",
}

REMOVED: Mapping[Removed, str] = {
    Removed.SCRIPT: "Programmcode",
    Removed.LAUNCH: "Aufrufe anderer Programme und Dateien",
    Removed.SENDING: "das Absenden von Eingaben",
    Removed.ATTACHMENT: "angehängte Dateien",
    Removed.MEDIA: "Ton und Film",
    Removed.FIELDS: "Formularfelder (was ausgefüllt war, bleibt als Druck)",
    Removed.XFA: "ein Formular, das nur ein bestimmtes Programm zeigt",
    Removed.LINK: "Links ohne erlaubtes Ziel",
    Removed.NOTE: "Kommentare",
    Removed.LAYERS: "Ebenen",
}

CAUTIONS: Mapping[Caution, str] = {
    Caution.REPAIRED: "Die Datei war beschädigt und wurde repariert. Bitte alle Seiten ansehen.",
    Caution.OWNER_LOCK: (
        "Der Herausgeber hat Änderungen oder Kopien eingeschränkt. Bitte klären, ob Sie das Heft "
        "beilegen dürfen."
    ),
    Caution.NOT_ACCESSIBLE: (
        "Diese Seiten sind nicht barrierefrei: Ein Vorleseprogramm liest nur Ihre Beschreibung. "
        "Bitte dort die Adresse einer barrierefreien Fassung nennen, wenn es eine gibt."
    ),
    Caution.PICTURES_UNDESCRIBED: (
        "Manche Bilder haben keine Beschreibung. Vorgelesen wird „Bild ohne Beschreibung“."
    ),
    Caution.FONTS_MISSING: (
        "Schriften fehlen in der Datei oder sagen nicht, welche Zeichen sie zeigen. Deshalb werden "
        "die Seiten als Bild gedruckt."
    ),
    Caution.LAYERED: (
        "Die Datei blendet Ebenen ein und aus. Gedruckt wird, was sie beim Öffnen zeigt."
    ),
    Caution.TAGS_UNSOUND: (
        "Die Angaben zum Vorlesen passen nicht zu den Seiten und wurden nicht übernommen."
    ),
    Caution.SMALL_PRINT: (
        "Die Seiten sind größer als A4 und werden verkleinert. Bitte prüfen, ob man alles lesen "
        "kann."
    ),
}


def extent(facts: BrochureFacts) -> str:
    """Pages and their size: "8 Seiten, 210 × 297 mm"."""
    sizes = dict.fromkeys((round(wide), round(high)) for wide, high in facts.sizes)
    pages = "1 Seite" if facts.pages == 1 else f"{facts.pages} Seiten"
    if len(sizes) == 1:
        ((wide, high),) = sizes
        return f"{pages}, {wide} × {high} mm"
    return f"{pages} in {len(sizes)} Größen"


def removed(what: frozenset[Removed]) -> str:
    """What was left out, in one sentence; blank where nothing was."""
    parts = [REMOVED[each] for each in Removed if each in what]
    if not parts:
        return ""
    return f"Entfernt: {', '.join(parts)}."


def told(facts: BrochureFacts) -> tuple[str, ...]:
    """What was found, a line each: extent, way, what went, what to know."""
    lines = [f"{extent(facts)}. {TREATMENTS[facts.treatment]}.", removed(facts.removed)]
    lines += [CAUTIONS[each] for each in Caution if each in facts.cautions]
    return tuple(line for line in lines if line)
