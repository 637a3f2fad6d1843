"""Facts as a condition names them: a short name each, in groups. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.rules.facts import FactKey
from ui.widgets.fact_values import answer

K = FactKey
GROUPS: tuple[tuple[str, tuple[FactKey, ...]], ...] = (
    (
        "Herkunft und Einreise",
        (
            K.MOVES_FROM,
            K.RETURNING,
            K.ORIGIN,
            K.ENTRY,
            K.VISA_FREE_41,
            K.FAMILY_OF_EU_CITIZEN,
            K.WORK_PERMISSION,
            K.FAST_TRACK,
            K.CROSS_BORDER_PLACEMENT,
        ),
    ),
    (
        "Beruf und Arbeit",
        (
            K.PROFESSION,
            K.REGULATED,
            K.DEGREE_FROM,
            K.TRAINED_IN_GERMAN,
            K.EQUIVALENCE,
            K.PRACTICE_LICENCE,
            K.GERMAN_LEVEL,
            K.WORKPLACE,
            K.OWN_PRACTICE,
            K.CONDUCT_CERTIFICATE,
            K.FIRST_JOB_IN_GERMANY,
            K.INSURED_BY_LAW,
            K.UNEMPLOYED,
            K.JOB_ENDS_EARLY,
        ),
    ),
    (
        "Person und Familie",
        (
            K.ADULT,
            K.BORN_AFTER_1970,
            K.MARRIED,
            K.PARTNER,
            K.PARTNER_JOB_SEARCH,
            K.PARTNER_THIRD_COUNTRY,
            K.PREGNANT,
            K.CARE_NEED,
            K.HEALTH_NEED,
        ),
    ),
    (
        "Kinder",
        (
            K.CHILDREN,
            K.CHILD_UNDER_1,
            K.CHILD_UNDER_15_MONTHS,
            K.CHILD_1_2,
            K.CHILD_KITA,
            K.CHILD_UNDER_8,
            K.CHILD_SCHOOL,
            K.CHILD_CLASS1,
            K.SCHOOL_CLASS,
        ),
    ),
    (
        "Wohnen und Einkommen",
        (
            K.HOUSING,
            K.HOME_FOUND,
            K.TRIAL_STAY,
            K.WASTE_BY_TENANT,
            K.BROADCAST_REGISTERED,
            K.LOW_INCOME,
        ),
    ),
    (
        "Fahrzeug und Tiere",
        (
            K.CAR,
            K.CAR_FROM_ABROAD,
            K.LICENCE_FROM,
            K.LICENCE_COUNTRY,
            K.LICENCE_TEST,
            K.PET,
            K.DOG,
        ),
    ),
)
"""Every fact once, in the order in which a clerk thinks of them."""

NAMES: Mapping[FactKey, str] = {
    K.MOVES_FROM: "Zuzug aus",
    K.RETURNING: "Rückkehr in die Region",
    K.ORIGIN: "Staatsangehörigkeit",
    K.VISA_FREE_41: "Visumfrei nach § 41 AufenthV",
    K.ENTRY: "Einreise",
    K.FAMILY_OF_EU_CITIZEN: "Familie einer EU-Bürger*in",
    K.CROSS_BORDER_PLACEMENT: "Vermittlung aus dem Ausland",
    K.FAST_TRACK: "Beschleunigtes Verfahren",
    K.WORK_PERMISSION: "Darf schon arbeiten",
    K.PROFESSION: "Beruf",
    K.REGULATED: "Beruf braucht Erlaubnis",
    K.DEGREE_FROM: "Abschluss aus",
    K.TRAINED_IN_GERMAN: "Ausbildung auf Deutsch",
    K.EQUIVALENCE: "Gleichwertigkeit",
    K.PRACTICE_LICENCE: "Berufserlaubnis",
    K.CONDUCT_CERTIFICATE: "Führungszeugnis verlangt",
    K.FIRST_JOB_IN_GERMANY: "Erste Stelle in Deutschland",
    K.INSURED_BY_LAW: "Gesetzlich krankenversichert",
    K.UNEMPLOYED: "Arbeitslos oder bedroht",
    K.JOB_ENDS_EARLY: "Stelle endet vorzeitig",
    K.WORKPLACE: "Arbeitsstelle",
    K.OWN_PRACTICE: "Eigene Praxis",
    K.GERMAN_LEVEL: "Deutschkenntnisse",
    K.BORN_AFTER_1970: "Nach 1970 geboren",
    K.ADULT: "Volljährig",
    K.CHILDREN: "Kinder ziehen mit",
    K.CHILD_UNDER_1: "Kind unter 1 Jahr",
    K.CHILD_1_2: "Kind von 1 oder 2 Jahren",
    K.CHILD_KITA: "Kind im Kita-Alter",
    K.CHILD_SCHOOL: "Kind im Schulalter",
    K.CHILD_CLASS1: "Kind mit Anspruch auf Ganztag",
    K.CHILD_UNDER_15_MONTHS: "Kind unter 15 Monaten",
    K.CHILD_UNDER_8: "Kind unter 8 Jahren",
    K.SCHOOL_CLASS: "Schulklasse",
    K.PREGNANT: "Schwangerschaft",
    K.PARTNER: "Partner*in zieht mit",
    K.MARRIED: "Verheiratet oder verpartnert",
    K.PARTNER_JOB_SEARCH: "Partner*in sucht Arbeit",
    K.PARTNER_THIRD_COUNTRY: "Partner*in aus Drittstaat",
    K.CARE_NEED: "Pflege zu Hause",
    K.HEALTH_NEED: "Behandlung von Anfang an",
    K.HOUSING: "Wohnform",
    K.HOME_FOUND: "Wohnung gefunden",
    K.TRIAL_STAY: "Wohnen zur Probe",
    K.WASTE_BY_TENANT: "Bestellt Abfallbehälter selbst",
    K.BROADCAST_REGISTERED: "Rundfunkbeitrag schon gezahlt",
    K.LOW_INCOME: "Vielleicht geförderte Wohnung",
    K.CAR: "Auto kommt mit",
    K.CAR_FROM_ABROAD: "Auto im Ausland zugelassen",
    K.LICENCE_FROM: "Führerschein aus",
    K.LICENCE_COUNTRY: "Ausstellungsland (Führerschein)",
    K.LICENCE_TEST: "Prüfung für den Führerschein",
    K.PET: "Hund, Katze oder Frettchen",
    K.DOG: "Hund",
}


def name(key: str) -> str:
    """What a fact is called; an unknown code stays as it is."""
    try:
        return NAMES[FactKey(key)]
    except ValueError:
        return key


def value(key: str, code: str) -> str:
    """What a value of a fact is called; an unknown code stays as it is."""
    try:
        return answer(FactKey(key), code)
    except ValueError:
        return code


def row(facts: Mapping[str, tuple[str, ...]]) -> str:
    """Staatsangehörigkeit: Drittstaat; Beruf: Pflege oder Medizin."""
    return "; ".join(
        f"{name(key)}: {' oder '.join(value(key, code) for code in codes)}"
        for key, codes in facts.items()
    )


def rows(when: tuple[Mapping[str, tuple[str, ...]], ...]) -> str:
    """All rows of a condition, the first that holds decides; no row: for everybody."""
    return "\noder ".join(row(each) for each in when) if when else "für jeden Haushalt"
