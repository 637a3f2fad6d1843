"""The words only this tab says: questions about facts, their answers, names of fields. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.errors import Reason, Refused
from app.records.cases import MissingFact
from app.rules.facts import FactKey
from ui import wording
from ui.widgets.step_words import day

if TYPE_CHECKING:
    from app.records.redating import AnchorMoveView

DONT_KNOW = "weiß nicht"
NOT_TOLD = "keine Angabe"  # of what nobody is asked
NO_ADVISOR = "ohne Ansprechperson"
BY_RULE = "nach Sprache und Auslastung"
USUAL_DEPUTY = "wie üblich"

# "{name}" is the person the answer speaks of; the second form is for the household's own answer.
QUESTIONS: Mapping[FactKey, tuple[str, str]] = {
    FactKey.MOVES_FROM: ("Von wo zieht die Familie um?",) * 2,
    FactKey.RETURNING: ("Hat die Familie schon früher hier gelebt oder gearbeitet?",) * 2,
    FactKey.ORIGIN: ("Staatsangehörigkeit von {name}", "Staatsangehörigkeit der Fachkraft"),
    FactKey.VISA_FREE_41: (
        "Darf {name} ohne Visum einreisen (§ 41 AufenthV)?",
        "Darf die Fachkraft ohne Visum einreisen (§ 41 AufenthV)?",
    ),
    FactKey.ENTRY: ("Wie reist {name} ein?", "Wie reist die Fachkraft ein?"),
    FactKey.FAMILY_OF_EU_CITIZEN: (
        "Gehört {name} zur Familie einer EU-Bürger*in?",
        "Gehört die Fachkraft zur Familie einer EU-Bürger*in?",
    ),
    FactKey.CROSS_BORDER_PLACEMENT: ("Vermittelt eine Agentur aus dem Ausland?",) * 2,
    FactKey.FAST_TRACK: ("Ist das beschleunigte Verfahren vereinbart (§ 81a)?",) * 2,
    FactKey.WORK_PERMISSION: (
        "Darf {name} schon arbeiten (Aufenthaltstitel)?",
        "Darf die Fachkraft schon arbeiten (Aufenthaltstitel)?",
    ),
    FactKey.PROFESSION: ("Beruf von {name}", "Beruf der Fachkraft"),
    FactKey.REGULATED: (
        "Braucht {name} für den Beruf eine Erlaubnis?",
        "Braucht die Fachkraft für den Beruf eine Erlaubnis?",
    ),
    FactKey.DEGREE_FROM: ("Abschluss von {name} erworben in", "Abschluss erworben in"),
    FactKey.TRAINED_IN_GERMAN: (
        "Waren Schule oder Ausbildung von {name} auf Deutsch?",
        "Waren Schule oder Ausbildung auf Deutsch?",
    ),
    FactKey.EQUIVALENCE: (
        "Gleichwertigkeit des Abschlusses von {name}",
        "Gleichwertigkeit des Abschlusses",
    ),
    FactKey.PRACTICE_LICENCE: (
        "Welche Erlaubnis für den Beruf hat {name}?",
        "Welche Erlaubnis für den Beruf liegt vor?",
    ),
    FactKey.CONDUCT_CERTIFICATE: (
        "Muss {name} ein Führungszeugnis vorlegen?",
        "Wird ein Führungszeugnis verlangt?",
    ),
    FactKey.FIRST_JOB_IN_GERMANY: (
        "Ist es die erste Stelle von {name} in Deutschland?",
        "Ist es die erste Stelle in Deutschland?",
    ),
    FactKey.INSURED_BY_LAW: (
        "Ist {name} gesetzlich krankenversicherungspflichtig?",
        "Ist die Fachkraft gesetzlich krankenversicherungspflichtig?",
    ),
    FactKey.UNEMPLOYED: (
        "Ist {name} arbeitslos oder davon bedroht?",
        "Ist die Fachkraft arbeitslos oder davon bedroht?",
    ),
    FactKey.JOB_ENDS_EARLY: (
        "Endet die Stelle oder Ausbildung von {name} vorzeitig?",
        "Endet die Stelle oder Ausbildung vorzeitig?",
    ),
    FactKey.WORKPLACE: ("Wo arbeitet {name}?", "Wo arbeitet die Fachkraft?"),
    FactKey.OWN_PRACTICE: (
        "Arbeitet {name} in eigener Praxis?",
        "Arbeitet die Fachkraft in eigener Praxis?",
    ),
    FactKey.GERMAN_LEVEL: ("Deutschkenntnisse von {name}", "Deutschkenntnisse"),
    FactKey.BORN_AFTER_1970: (
        "Ist {name} nach 1970 geboren?",
        "Ist die Fachkraft nach 1970 geboren?",
    ),
    FactKey.ADULT: ("Ist {name} volljährig?", "Ist die Fachkraft volljährig?"),
    FactKey.CHILDREN: ("Ziehen Kinder mit um?",) * 2,
    FactKey.CHILD_UNDER_1: ("Ist {name} jünger als ein Jahr?", "Zieht ein Kind unter 1 Jahr mit?"),
    FactKey.CHILD_1_2: (
        "Ist {name} 1 oder 2 Jahre alt?",
        "Zieht ein Kind von 1 oder 2 Jahren mit?",
    ),
    FactKey.CHILD_KITA: ("Ist {name} im Kita-Alter?", "Zieht ein Kind im Kita-Alter mit?"),
    FactKey.CHILD_SCHOOL: ("Ist {name} im Schulalter?", "Zieht ein Kind im Schulalter mit?"),
    FactKey.CHILD_CLASS1: (
        "Hat {name} Anspruch auf Ganztag (Schulstart ab 2026)?",
        "Hat ein Kind Anspruch auf Ganztag (Schulstart ab 2026)?",
    ),
    FactKey.CHILD_UNDER_15_MONTHS: (
        "Ist {name} jünger als 15 Monate?",
        "Zieht ein Kind unter 15 Monaten mit?",
    ),
    FactKey.CHILD_UNDER_8: ("Ist {name} jünger als 8 Jahre?", "Zieht ein Kind unter 8 Jahren mit?"),
    FactKey.SCHOOL_CLASS: ("In welche Klasse geht {name}?", "In welche Klasse geht das Kind?"),
    FactKey.PREGNANT: ("Erwartet {name} ein Kind?", "Wird ein Kind erwartet?"),
    FactKey.PARTNER: ("Zieht eine Partner*in mit um?",) * 2,
    FactKey.MARRIED: ("Verheiratet oder verpartnert?",) * 2,
    FactKey.PARTNER_JOB_SEARCH: ("Sucht die Partner*in hier Arbeit?",) * 2,
    FactKey.PARTNER_THIRD_COUNTRY: ("Kommt die Partner*in aus einem Drittstaat?",) * 2,
    FactKey.CARE_NEED: ("Braucht {name} Pflege zu Hause?", "Braucht jemand Pflege zu Hause?"),
    FactKey.HEALTH_NEED: (
        "Braucht {name} gleich Behandlung oder Hilfsmittel?",
        "Braucht jemand gleich Behandlung oder Hilfsmittel?",
    ),
    FactKey.HOUSING: ("Wie wohnt die Familie?",) * 2,
    FactKey.HOME_FOUND: ("Ist die Wohnung gefunden?",) * 2,
    FactKey.TRIAL_STAY: ("Wohnt jemand vor dem Umzug zur Probe?",) * 2,
    FactKey.WASTE_BY_TENANT: ("Bestellt die Familie die Mülltonnen selbst?",) * 2,
    FactKey.BROADCAST_REGISTERED: ("Zahlt für die Wohnung schon jemand Rundfunkbeitrag?",) * 2,
    FactKey.LOW_INCOME: ("Vielleicht Anspruch auf geförderte Wohnung?",) * 2,
    FactKey.CAR: ("Bringt die Familie ein Auto mit?",) * 2,
    FactKey.CAR_FROM_ABROAD: ("Ist das Auto im Ausland zugelassen?",) * 2,
    FactKey.LICENCE_FROM: (
        "Führerschein von {name}: ausgestellt in",
        "Führerschein ausgestellt in",
    ),
    FactKey.LICENCE_COUNTRY: (
        "Führerschein von {name}: welches Land?",
        "Führerschein: welches Land?",
    ),
    FactKey.LICENCE_TEST: (
        "Führerschein von {name}: welche Prüfungen?",
        "Führerschein: welche Prüfungen?",
    ),
    FactKey.PET: ("Kommt ein Hund, eine Katze oder ein Frettchen mit?",) * 2,
    FactKey.DOG: ("Kommt ein Hund mit?",) * 2,
}


def question(key: FactKey, name: str) -> str:
    """What is asked about a fact; `name` is the person it speaks of, "" for the household."""
    personal, general = QUESTIONS[key]
    return personal.format(name=name) if name else general


def asked(missing: MissingFact) -> str:
    return question(FactKey(missing.key), missing.person_name)


def refused(refusal: Refused) -> str:
    """The reason as it stands beside a field of this tab."""
    own = _REASONS.get((refusal.reason, refusal.field))
    if refusal.facts.get("absent"):
        return wording.refused(refusal)
    return own or wording.refused(refusal)


def unsaved(cases: int, *, is_new: bool) -> str:
    """What would be lost of a new case and of so many others; blank for nothing."""
    parts = ["einem neuen Fall"] if is_new else []
    if cases:
        parts.append("einem Fall" if cases == 1 else f"{cases} Fällen")
    return f"Angaben zu {' und '.join(parts)} sind" if parts else ""


def steps(count: int) -> str:
    return "1 Schritt" if count == 1 else f"{count} Schritte"


def cases(shown: int, total: int) -> str:
    """12 von 128 Fällen, or 128 Fälle where all are shown."""
    if shown == total:
        return "1 Fall" if total == 1 else f"{number(total)} Fälle"
    return f"{number(shown)} von {number(total)} {'Fall' if total == 1 else 'Fällen'}"


def number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


_REASONS: Mapping[tuple[Reason, str], str] = {
    (
        Reason.NOT_A_DATE,
        "birth",
    ): "Bitte als TT.MM.JJJJ eingeben; was nicht bekannt ist, weglassen: 05.1991 oder 1991.",
    (Reason.NOT_A_DATE, "anchor"): "Bitte als TT.MM.JJJJ oder MM.JJJJ eingeben, etwa 01.03.2027.",
    (Reason.BLANK, "family"): "Bitte wenigstens einen Namen eingeben.",
    (Reason.BLANK, "role"): "Bitte wählen, wer die Person im Haushalt ist.",
    (Reason.NOT_A_VALUE, "nationality"): "Bitte ein Land aus der Liste wählen.",
    (Reason.NOT_A_VALUE, "origin"): "Bitte ein Land aus der Liste wählen.",
    (Reason.NO_SUCH_PROVIDER, "employer"): "Bitte einen Arbeitgeber aus der Liste wählen.",
    (
        Reason.UNKNOWN_LANGUAGE,
        "languages",
    ): "Bitte Sprachen aus der Liste wählen, mit Komma getrennt.",
    (Reason.REASON_MISSING, "reason"): "Ein Schritt zurück braucht einen Grund.",
}


def moved(moves: Sequence[AnchorMoveView]) -> str:
    """When a date was moved last, from when, why, and how often; blank where it never was."""
    if not moves:
        return ""
    last = moves[0]
    times = f"{len(moves)}-mal verschoben, zuletzt" if len(moves) > 1 else "verschoben"
    because = f": {last.reason}" if last.reason else ""
    return f"{times} am {last.moved_on:%d.%m.%Y}, vorher {day(last.old)}{because}"
