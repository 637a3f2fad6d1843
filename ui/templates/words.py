"""The words only the editor of templates says: states, doubts, scopes, faults of a field. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.errors import Fault
from app.records.templates import Applying, Doubt, TemplateRow, TemplateState, VersionRow
from app.rules.planning import Scope
from app.rules.terms import Answer, Blocker, DateKind
from ui import wording
from ui.file_sentences import PROBLEMS
from ui.words import BLOCKERS, DATE_KINDS, GRADES

SHOWN_NAMES = 4  # of those a rule applies to; the rest is counted

STATES: Mapping[TemplateState, str] = {
    TemplateState.SHIPPED: "mitgeliefert",
    TemplateState.CHANGED: "geändert",
    TemplateState.OWN: "eigene",
    TemplateState.OFF: "ausgeschaltet",
}
DOUBTS: Mapping[Doubt, str] = {
    Doubt.NOBODY: "Die Regel gilt für keinen der offenen Fälle. Ist das gewollt?",
    Doubt.EVERYBODY: (
        "Die Regel gilt für jeden offenen Fall, obwohl sie Angaben nennt. Ist das gewollt?"
    ),
    Doubt.NEVER: (
        "Kein Haushalt kann diese Regel erfüllen: Die Angaben einer Zeile schließen sich aus."
    ),
    Doubt.NO_ANCHOR: (
        "Kein offener Fall hat diesen Termin. Der Schritt bleibt ohne Datum, bis ihn jemand "
        "einträgt."
    ),
    Doubt.HOLIDAYS_UNKNOWN: (
        "In mindestens einem Fall fällt der Termin in ein Jahr, dessen Feiertage noch nicht "
        "bekannt sind. Dort wird nichts verschoben."
    ),
}
SCOPES: Mapping[Scope, str] = {
    Scope.ONCE: "einmal für den Haushalt",
    Scope.PER_PROFESSIONAL: "für die Fachkraft",
    Scope.PER_PERSON: "für jede Person",
    Scope.PER_PARTNER: "für Partner*in",
    Scope.PER_CHILD: "für jedes Kind",
    Scope.PER_ADULT: "für alle außer den Kindern",
}
SHIFTS: Mapping[str, str] = {
    "none": "bleibt, wie er ist",
    "next_working_day": "rückt auf den nächsten Werktag",
    "previous_working_day": "rückt auf den Werktag davor",
    "working_day": "Arbeitstag: danach der nächste, davor der frühere",
}
UNITS: tuple[tuple[str, str], ...] = (
    ("D", "Tage"),
    ("WD", "Arbeitstage"),
    ("W", "Wochen"),
    ("M", "Monate"),
    ("Y", "Jahre"),
)
KINDS: Mapping[DateKind, str] = {
    DateKind.DUTY: "gesetzliche Frist",
    DateKind.CLAIM_ENDS: "Tag, an dem ein Anspruch endet",
    DateKind.VALIDITY_ENDS: "Tag, an dem eine Gültigkeit endet",
    DateKind.OFFICE_RULE: "Vorgabe der zuständigen Stelle",
    DateKind.ADVICE: "Empfehlung der Servicestelle",
    DateKind.EARLIEST: "frühester Tag, an dem es geht",
    DateKind.AUTHORITY_TERM: "Frist, die die Behörde bindet",
    DateKind.HINT: "Hinweis ohne Pflicht",
}
EVIDENCE: tuple[str, ...] = ("", "G", "G+S", "G+A", "S", "S+A", "A")
ANSWERS: Mapping[Answer, str] = {
    Answer.YES: "gilt",
    Answer.NO: "gilt nicht",
    Answer.UNCLEAR: "unklar",
}
FIELDS: Mapping[str, str] = {
    "short": "Kurzer Titel",
    "title": "Titel",
    "explain": "Erklärung",
    "phase": "Phase",
    "scope": "Für wen",
    "when": "Wann es gilt",
    "anchor": "Zählt ab",
    "after": "Zählt nach",
    "offset": "Abstand",
    "kind": "Bedeutung",
    "shift": "Kein Werktag",
    "shift_basis": "Warum",
    "first_day_counts": "§ 187 Abs. 2 BGB",
    "promptly": "Unverzüglich",
    "roles": "Wer handelt",
    "office_type": "Art der Stelle",
    "office": "Stelle",
    "documents": "Unterlagen",
    "depends_on": "Davor",
    "basis": "Paragraf",
    "source": "Quelle",
    "grade": "Beleg",
    "stand": "Stand",
    "clears": "Hebt auf",
    "leads_to": "Führt zu",
    "notes": "Hinweise",
    "examples": "Beispiele",
    "only_in": "Nur in",
}
"""Every field of StepDraft that the form edits, by its label."""

# Faults as they stand beside the field that has them.
_BESIDE: Mapping[str, str] = {
    "empty": "Hier fehlt noch etwas.",
    "key_missing": "Hier fehlt noch etwas.",
    "text_missing": "Der Text fehlt in einer der beiden Sprachen.",
    "too_long": "Der kurze Titel hat höchstens 44 Zeichen.",
    "unknown_value": "Bitte einen Wert aus der Liste wählen.",
    "unknown_fact": "Diese Angabe kennt das Programm nicht.",
    "unknown_fact_value": "Diesen Wert hat die Angabe nicht.",
    "unknown_anchor": "Bitte einen Termin aus der Liste wählen.",
    "unknown_phase": "Diese Phase gibt es nicht.",
    "unknown_step": "Diesen Schritt gibt es nicht.",
    "unknown_document": "Diese Unterlage gibt es nicht.",
    "bad_offset": "Bitte eine Zahl eingeben; mehr als zehn Jahre sind nicht möglich.",
    "duplicate_id": "Das steht hier schon einmal.",
    "circle": "Dieser Schritt wartet dann auf sich selbst.",
    "anchor_or_after": "Bitte wählen, wovon der Termin zählt.",
    "paragraph_missing": "Diese Art von Termin setzt nur ein Paragraf: Bitte nennen.",
    "shift_basis_missing": "Bitte sagen, warum sich das Ende verschiebt oder nicht.",
}


def beside(fault: Fault) -> str:
    """What is wrong, beside its field; the nearest right name where one is near."""
    known = _BESIDE.get(fault.problem)
    said = known or f"„{fault.key}“ {PROBLEMS.get(fault.problem, fault.problem)}."
    return f"{said} Gemeint ist vielleicht „{fault.nearest}“." if fault.nearest else said


def standing(row: TemplateRow) -> str:
    """How a step stands to the shipped text: geändert, neue Fassung ab 01.01.2027 geplant …"""
    parts = [state(row)]
    if row.held:
        parts.append(held(row.held))
    if row.newer_original:
        parts.append("neue mitgelieferte Fassung")
    return " · ".join(parts)


def state(row: TemplateRow) -> str:
    """What its date means, whose wording holds, and what is planned."""
    parts = [DATE_KINDS[row.kind], STATES[row.state]]
    if row.planned is not None:
        parts.append(f"ab {row.planned:%d.%m.%Y} geplant")
    return " · ".join(parts)


def held(count: int) -> str:
    """1 Haushalt mit alter Regel."""
    return f"{households(count)} mit alter Regel"


def households(count: int) -> str:
    return "1 Haushalt" if count == 1 else f"{number(count)} Haushalte"


def number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def applying(found: Applying) -> str:
    """Gilt für 12 von 40 offenen Fällen: Ben Amor, Amira; … Unklar bei 3: …"""
    total = found.yes_count + found.unclear_count + found.no_count
    if not total:
        return "Es gibt noch keine offenen Fälle, an denen sich die Regel zeigen ließe."
    cases = "offenen Fall" if total == 1 else "offenen Fällen"
    said = f"Gilt für {number(found.yes_count)} von {number(total)} {cases}"
    if found.yes_count:
        said += f": {_names(found.yes, found.yes_count)}"
    if found.unclear_count:
        said += f". Unklar bei {number(found.unclear_count)}"
        said += f": {_names(found.unclear, found.unclear_count)}"
    return f"{said}."


def doubts(found: Sequence[Doubt]) -> tuple[str, ...]:
    """What is worth a second look, a sentence each."""
    return tuple(DOUBTS[each] for each in found)


def version(row: VersionRow, today: date) -> str:
    """ab Fr 01.01.2027, von Tomke Harms am Mo 23.11.2026."""
    since = "ab" if row.valid_from > today else "seit"
    who = f" von {row.made_by}" if row.made_by else ""
    made = f"geschrieben{who} am {wording.day(row.made_on)}"
    state = "ausgeschaltet " if row.off else ""
    return f"{state}{since} {wording.day(row.valid_from)} · {made}"


def grade(code: str) -> str:
    """G+S: im Gesetz gelesen, dazu auf amtlicher Seite gelesen."""
    if not code:
        return "ohne Beleg, Rat der Servicestelle"
    known = {each.value: word for each, word in GRADES.items()}
    return ", dazu ".join(known.get(letter, letter) for letter in code.split("+"))


def blocker(code: str) -> str:
    """The name of what bars the first working day; nichts for none."""
    known = {each.value: BLOCKERS[each] for each in Blocker}
    return known.get(code, code) if code else "nichts"


def _names(found: tuple[tuple[int, str], ...], count: int) -> str:
    names = [name for _, name in found[:SHOWN_NAMES]]
    more = "; …" if count > len(names) else ""
    return "; ".join(names) + more
