"""The words only this tab says: questions about facts, their answers, names of fields. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import Reason, Refused
from app.records.cases import MissingFact
from app.rules.facts import VOCABULARY, YES_NO, FactKey
from app.rules.terms import AnchorKind
from ui import wording
from ui.words import ANCHORS

DONT_KNOW = "weiß nicht"
NO_EMPLOYER = "noch offen"
NO_ADVISOR = "noch offen"

PROFESSIONS: Mapping[str, str] = {
    "nurse": "Pflege",
    "doctor": "Medizin",
    "therapist": "Therapie",
    "midwife": "Hebammenkunst",
    "trainee": "Ausbildung",
    "student": "Studium",
    "other": "anderer Beruf",
}

# "{name}" is the person the answer speaks of; the second form is for the household's own answer.
QUESTIONS: Mapping[FactKey, tuple[str, str]] = {
    FactKey.MOVES_FROM: ("Von wo zieht die Familie um?",) * 2,
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
    FactKey.PROFESSION: ("Beruf von {name}", "Beruf der Fachkraft"),
    FactKey.REGULATED: (
        "Braucht {name} für den Beruf eine Erlaubnis?",
        "Braucht die Fachkraft für den Beruf eine Erlaubnis?",
    ),
    FactKey.DEGREE_FROM: ("Abschluss von {name} erworben in", "Abschluss erworben in"),
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
    FactKey.PREGNANT: ("Erwartet {name} ein Kind?", "Wird ein Kind erwartet?"),
    FactKey.PARTNER: ("Zieht eine Partner*in mit um?",) * 2,
    FactKey.PARTNER_JOB_SEARCH: ("Sucht die Partner*in hier Arbeit?",) * 2,
    FactKey.PARTNER_THIRD_COUNTRY: ("Kommt die Partner*in aus einem Drittstaat?",) * 2,
    FactKey.CARE_NEED: ("Braucht {name} Pflege zu Hause?", "Braucht jemand Pflege zu Hause?"),
    FactKey.HOUSING: ("Wie wohnt die Familie?",) * 2,
    FactKey.LOW_INCOME: ("Vielleicht Anspruch auf geförderte Wohnung?",) * 2,
    FactKey.CAR: ("Bringt die Familie ein Auto mit?",) * 2,
    FactKey.CAR_FROM_ABROAD: ("Ist das Auto im Ausland zugelassen?",) * 2,
    FactKey.LICENCE_FROM: (
        "Führerschein von {name}: ausgestellt in",
        "Führerschein ausgestellt in",
    ),
    FactKey.DOG: ("Kommt ein Hund mit?",) * 2,
}

_GROUPS = {"de": "Deutschland", "eu": "EU oder EWR", "third": "Drittstaat"}
_VALUES: Mapping[FactKey, Mapping[str, str]] = {
    FactKey.MOVES_FROM: _GROUPS,
    FactKey.ORIGIN: {"de": "deutsch", "eu": "EU oder EWR", "third": "Drittstaat"},
    FactKey.ENTRY: {
        "visa": "mit nationalem Visum",
        "visa_free": "ohne Visum (§ 41 AufenthV)",
        "resident": "lebt schon in Deutschland",
        "free": "braucht keine Erlaubnis",
    },
    FactKey.PROFESSION: PROFESSIONS,
    FactKey.DEGREE_FROM: _GROUPS,
    FactKey.WORKPLACE: {
        "clinic": "Krankenhaus",
        "practice": "Praxis",
        "intensive_care_service": "Intensivpflege-WG",
        "care_home": "andere Pflege",
        "childcare": "Kinderbetreuung",
        "school": "Schule",
        "other": "anderswo",
    },
    FactKey.GERMAN_LEVEL: {
        "none": "keine",
        **{level: level.upper() for level in ("a1", "a2", "b1", "b2", "c1", "c2")},
    },
    FactKey.HOUSING: {"rent": "zur Miete", "own": "im Eigentum", "dormitory": "im Wohnheim"},
    FactKey.LICENCE_FROM: {**_GROUPS, "none": "kein Führerschein"},
}
_YES_NO = {"yes": "ja", "no": "nein"}

CONTRADICTION = "{earlier} liegt nach {later}. Bitte beide Daten prüfen."


def question(key: FactKey, name: str) -> str:
    """What is asked about a fact; `name` is the person it speaks of, "" for the household."""
    personal, general = QUESTIONS[key]
    return personal.format(name=name) if name else general


def answers(key: FactKey) -> tuple[tuple[str, str], ...]:
    """The allowed values with their words, in the order of the vocabulary."""
    values = VOCABULARY[key].values
    words = _YES_NO if values == YES_NO else _VALUES[key]
    return tuple((value, words[value]) for value in values)


def answer(key: FactKey, value: str) -> str:
    """The word for one value, the code itself where it is unknown."""
    return dict(answers(key)).get(value, value)


def asked(missing: MissingFact) -> str:
    return question(FactKey(missing.key), missing.person_name)


def contradiction(code: str) -> str:
    """ "entry>work_start" as a sentence."""
    earlier, later = code.split(">")
    return CONTRADICTION.format(
        earlier=ANCHORS[AnchorKind(earlier)], later=ANCHORS[AnchorKind(later)]
    )


def refused(refusal: Refused) -> str:
    """The reason as it stands beside a field of this tab."""
    own = _REASONS.get((refusal.reason, refusal.field))
    return own or wording.refused(refusal)


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
    (Reason.NOT_A_VALUE, "nationality"): "Bitte ein Land aus der Liste wählen.",
    (Reason.NOT_A_VALUE, "origin"): "Bitte ein Land aus der Liste wählen.",
    (Reason.NO_SUCH_PROVIDER, "employer"): "Bitte einen Arbeitgeber aus der Liste wählen.",
    (
        Reason.UNKNOWN_LANGUAGE,
        "languages",
    ): "Bitte Sprachen aus der Liste wählen, mit Komma getrennt.",
    (Reason.REASON_MISSING, "reason"): "Ein Schritt zurück braucht einen Grund.",
}
