"""German words for what is known of a household: each value as a statement, each fact as what is
still to be asked. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.records.plan import BecauseView
from app.rules.facts import FactKey

_COMES = {"de": "in Deutschland", "eu": "in der EU oder dem EWR", "third": "in einem Drittstaat"}

STATED: Mapping[FactKey, Mapping[str, str]] = {
    FactKey.MOVES_FROM: {
        "de": "zieht innerhalb Deutschlands um",
        "eu": "zieht aus der EU oder dem EWR zu",
        "third": "zieht aus einem Drittstaat zu",
    },
    FactKey.ORIGIN: {
        "de": "deutsche Staatsangehörigkeit",
        "eu": "Staatsangehörigkeit mit Freizügigkeit (EU, EWR, Schweiz)",
        "third": "Staatsangehörigkeit eines Drittstaats",
    },
    FactKey.VISA_FREE_41: {
        "yes": "darf nach § 41 Abs. 1 AufenthV ohne Visum einreisen",
        "no": "fällt nicht unter § 41 Abs. 1 AufenthV",
    },
    FactKey.ENTRY: {
        "visa": "reist mit nationalem Visum ein",
        "visa_free": "reist nach § 41 AufenthV ohne Visum ein",
        "resident": "lebt schon in Deutschland",
        "free": "braucht keine Erlaubnis zur Einreise",
    },
    FactKey.FAMILY_OF_EU_CITIZEN: {
        "yes": "gehört zur Familie einer Person mit Freizügigkeit",
        "no": "gehört nicht zur Familie einer Person mit Freizügigkeit",
    },
    FactKey.CROSS_BORDER_PLACEMENT: {
        "yes": "aus dem Ausland vermittelt (§ 299 SGB III)",
        "no": "nicht aus dem Ausland vermittelt",
    },
    FactKey.PROFESSION: {
        "nurse": "Beruf Pflege",
        "doctor": "Beruf Ärztin oder Arzt",
        "therapist": "therapeutischer Beruf",
        "midwife": "Beruf Hebamme",
        "trainee": "in Ausbildung",
        "student": "im Studium",
        "other": "anderer Beruf",
    },
    FactKey.REGULATED: {"yes": "reglementierter Beruf", "no": "kein reglementierter Beruf"},
    FactKey.DEGREE_FROM: {code: f"Abschluss {where}" for code, where in _COMES.items()},
    FactKey.WORKPLACE: {
        "clinic": "arbeitet im Krankenhaus",
        "practice": "arbeitet in einer Praxis",
        "intensive_care_service": "arbeitet in der ambulanten Intensivpflege",
        "care_home": "arbeitet in anderer Pflege",
        "childcare": "arbeitet in der Kinderbetreuung",
        "school": "arbeitet in einer Schule",
        "other": "arbeitet an anderer Stelle",
    },
    FactKey.OWN_PRACTICE: {"yes": "eigene Praxis", "no": "angestellt"},
    FactKey.GERMAN_LEVEL: {
        "none": "noch kein Deutsch",
        **{level: f"Deutsch {level.upper()}" for level in ("a1", "a2", "b1", "b2", "c1", "c2")},
    },
    FactKey.BORN_AFTER_1970: {"yes": "nach 1970 geboren", "no": "vor 1971 geboren"},
    FactKey.ADULT: {"yes": "volljährig", "no": "minderjährig"},
    FactKey.CHILDREN: {"yes": "Kinder ziehen mit", "no": "keine Kinder ziehen mit"},
    FactKey.CHILD_UNDER_1: {"yes": "Kind unter einem Jahr", "no": "kein Kind unter einem Jahr"},
    FactKey.CHILD_1_2: {
        "yes": "Kind von einem oder zwei Jahren",
        "no": "kein Kind von einem oder zwei Jahren",
    },
    FactKey.CHILD_KITA: {"yes": "Kind im Kita-Alter", "no": "kein Kind im Kita-Alter"},
    FactKey.CHILD_SCHOOL: {"yes": "Kind im Schulalter", "no": "kein Kind im Schulalter"},
    FactKey.CHILD_CLASS1: {
        "yes": "Grundschulkind mit Anspruch auf Ganztag",
        "no": "kein Grundschulkind mit Anspruch auf Ganztag",
    },
    FactKey.PREGNANT: {"yes": "erwartet ein Kind", "no": "erwartet kein Kind"},
    FactKey.PARTNER: {
        "yes": "Partnerin oder Partner zieht mit",
        "no": "zieht ohne Partnerin oder Partner",
    },
    FactKey.PARTNER_JOB_SEARCH: {
        "yes": "Partnerin oder Partner sucht Arbeit",
        "no": "Partnerin oder Partner sucht keine Arbeit",
    },
    FactKey.PARTNER_THIRD_COUNTRY: {
        "yes": "Partnerin oder Partner aus einem Drittstaat",
        "no": "Partnerin oder Partner nicht aus einem Drittstaat",
    },
    FactKey.CARE_NEED: {"yes": "Pflegebedarf zu Hause", "no": "kein Pflegebedarf zu Hause"},
    FactKey.HOUSING: {
        "rent": "zieht zur Miete ein",
        "own": "zieht ins Eigentum",
        "dormitory": "zieht in ein Wohnheim",
    },
    FactKey.LOW_INCOME: {
        "yes": "Einkommen vielleicht unter der Grenze für Wohnraumförderung",
        "no": "Einkommen über der Grenze für Wohnraumförderung",
    },
    FactKey.CAR: {"yes": "bringt ein Auto mit", "no": "bringt kein Auto mit"},
    FactKey.CAR_FROM_ABROAD: {
        "yes": "Auto mit ausländischer Zulassung",
        "no": "kein Auto mit ausländischer Zulassung",
    },
    FactKey.LICENCE_FROM: {
        "de": "deutscher Führerschein",
        "eu": "Führerschein aus EU oder EWR",
        "third": "Führerschein aus einem Drittstaat",
        "none": "kein Führerschein",
    },
    FactKey.DOG: {"yes": "bringt einen Hund mit", "no": "bringt keinen Hund mit"},
}

ASKED: Mapping[FactKey, str] = {
    FactKey.MOVES_FROM: "aus welchem Land der Haushalt zuzieht",
    FactKey.ORIGIN: "die Staatsangehörigkeit",
    FactKey.VISA_FREE_41: "ob die Einreise ohne Visum möglich ist (§ 41 Abs. 1 AufenthV)",
    FactKey.ENTRY: "wie die Einreise erfolgt",
    FactKey.FAMILY_OF_EU_CITIZEN: "ob jemand in der Familie Freizügigkeit hat",
    FactKey.CROSS_BORDER_PLACEMENT: "ob aus dem Ausland vermittelt wurde (§ 299 SGB III)",
    FactKey.PROFESSION: "der Beruf",
    FactKey.REGULATED: "ob der Beruf reglementiert ist",
    FactKey.DEGREE_FROM: "wo der Abschluss erworben wurde",
    FactKey.WORKPLACE: "die Art der Arbeitsstelle",
    FactKey.OWN_PRACTICE: "ob eine eigene Praxis geplant ist",
    FactKey.GERMAN_LEVEL: "das Sprachniveau in Deutsch",
    FactKey.BORN_AFTER_1970: "das Geburtsdatum (vor oder nach 1970)",
    FactKey.ADULT: "das Geburtsdatum (volljährig)",
    FactKey.CHILDREN: "ob Kinder mitziehen",
    FactKey.CHILD_UNDER_1: "das Geburtsdatum des Kindes (unter einem Jahr)",
    FactKey.CHILD_1_2: "das Geburtsdatum des Kindes (ein oder zwei Jahre)",
    FactKey.CHILD_KITA: "das Geburtsdatum des Kindes (Kita-Alter)",
    FactKey.CHILD_SCHOOL: "das Geburtsdatum des Kindes (Schulalter)",
    FactKey.CHILD_CLASS1: "die Klasse des Kindes",
    FactKey.PREGNANT: "eine Angabe zur Schwangerschaft",
    FactKey.PARTNER: "ob eine Partnerin oder ein Partner mitzieht",
    FactKey.PARTNER_JOB_SEARCH: "ob die Partnerin oder der Partner Arbeit sucht",
    FactKey.PARTNER_THIRD_COUNTRY: "die Staatsangehörigkeit der Partnerin oder des Partners",
    FactKey.CARE_NEED: "eine Angabe zur Pflege",
    FactKey.HOUSING: "ob Miete, Eigentum oder Wohnheim",
    FactKey.LOW_INCOME: "ob ein Wohnberechtigungsschein infrage kommt",
    FactKey.CAR: "ob ein Auto mitkommt",
    FactKey.CAR_FROM_ABROAD: "ob das Auto im Ausland zugelassen ist",
    FactKey.LICENCE_FROM: "wo der Führerschein ausgestellt wurde",
    FactKey.DOG: "ob ein Hund mitkommt",
}


def stated(known: Sequence[BecauseView], about: str = "") -> str:
    """Known facts in words, each person named once; `about` is who need not be named."""
    by_person: dict[str, list[str]] = {}
    for because in known:
        by_person.setdefault(because.person, []).append(_value(because))
    return "; ".join(
        ", ".join(words) if person in ("", about) else f"{person}: {', '.join(words)}"
        for person, words in by_person.items()
    )


def asked(key: str) -> str:
    """What is still to be found out; an unknown code stays as it is."""
    try:
        return ASKED[FactKey(key)]
    except ValueError:
        return key


def _value(because: BecauseView) -> str:
    try:
        return STATED[FactKey(because.key)][because.value]
    except (KeyError, ValueError):
        return f"{because.key}: {because.value}"
