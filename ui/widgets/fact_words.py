"""German words for what is known of a household: each value as a statement, each fact as what is
still to be asked. No Qt here.

What is known of a person is a predicate ("reist mit nationalem Visum ein") that the person's name
goes before; what is known of the household is a whole clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.records.plan import BecauseView
from app.rules.facts import VOCABULARY, FactKey, FactScope
from ui.widgets.country_words import place_name

NOBODY_NAMED = "die Fachkraft"
COUNTRY_STATED: Mapping[FactKey, str] = {
    FactKey.LICENCE_COUNTRY: "hat einen Führerschein (Ausstellungsland: {place})",
}

STATED: Mapping[FactKey, Mapping[str, str]] = {
    FactKey.MOVES_FROM: {
        "de": "der Haushalt zieht innerhalb Deutschlands um",
        "eu": "der Haushalt zieht aus der EU, dem EWR oder der Schweiz zu",
        "third": "der Haushalt zieht aus einem Drittstaat zu",
    },
    FactKey.RETURNING: {
        "yes": "der Haushalt kehrt in die Region zurück",
        "no": "der Haushalt ist zum ersten Mal in der Region",
    },
    FactKey.ORIGIN: {
        "de": "hat die deutsche Staatsangehörigkeit",
        "eu": "hat eine Staatsangehörigkeit mit Freizügigkeit (EU, EWR, Schweiz)",
        "third": "hat die Staatsangehörigkeit eines Drittstaats",
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
        "yes": "die Stelle wurde grenzüberschreitend vermittelt (§ 299 SGB III)",
        "no": "die Stelle wurde nicht grenzüberschreitend vermittelt (§ 299 SGB III)",
    },
    FactKey.FAST_TRACK: {
        "yes": "das beschleunigte Verfahren nach § 81a AufenthG ist vereinbart",
        "no": "das beschleunigte Verfahren nach § 81a AufenthG ist nicht vereinbart",
    },
    FactKey.WORK_PERMISSION: {
        "yes": "darf in Deutschland arbeiten",
        "no": "darf noch nicht in Deutschland arbeiten",
    },
    FactKey.PROFESSION: {
        "nurse": "ist in der Pflege tätig",
        "doctor": "ist Ärztin oder Arzt",
        "therapist": "hat einen therapeutischen Beruf",
        "midwife": "ist Hebamme",
        "trainee": "macht eine Ausbildung",
        "student": "studiert",
        "other": "hat einen anderen Beruf",
    },
    FactKey.REGULATED: {
        "yes": "braucht für den Beruf eine Erlaubnis",
        "no": "braucht für den Beruf keine Erlaubnis",
    },
    FactKey.DEGREE_FROM: {
        "de": "hat den Abschluss in Deutschland erworben",
        "eu": "hat den Abschluss in der EU, dem EWR oder der Schweiz erworben",
        "third": "hat den Abschluss in einem Drittstaat erworben",
    },
    FactKey.TRAINED_IN_GERMAN: {
        "yes": "hat die Schule oder die Ausbildung auf Deutsch gemacht",
        "no": "hat weder die Schule noch die Ausbildung auf Deutsch gemacht",
    },
    FactKey.EQUIVALENCE: {
        "open": "hat noch keinen Bescheid zur Gleichwertigkeit",
        "equal": "hat einen Bescheid über die Gleichwertigkeit",
        "deficits": "hat einen Bescheid über wesentliche Unterschiede",
        "waived": "verzichtet auf die Prüfung der Gleichwertigkeit",
    },
    FactKey.PRACTICE_LICENCE: {
        "full": "hat die Erlaubnis für den Beruf ohne Einschränkung",
        "temporary": "hat eine vorübergehende Erlaubnis für den Beruf",
        "assistant": "arbeitet vorerst als Hilfskraft",
        "none": "hat noch keine Erlaubnis für den Beruf",
    },
    FactKey.CONDUCT_CERTIFICATE: {
        "yes": "soll ein Führungszeugnis vorlegen",
        "no": "muss kein Führungszeugnis vorlegen",
    },
    FactKey.FIRST_JOB_IN_GERMANY: {
        "yes": "war noch nie in Deutschland beschäftigt",
        "no": "war schon einmal in Deutschland beschäftigt",
    },
    FactKey.INSURED_BY_LAW: {
        "yes": "ist in der gesetzlichen Krankenversicherung pflichtversichert",
        "no": "ist nicht in der gesetzlichen Krankenversicherung pflichtversichert",
    },
    FactKey.UNEMPLOYED: {
        "yes": "ist arbeitslos oder von Arbeitslosigkeit bedroht",
        "no": "ist weder arbeitslos noch von Arbeitslosigkeit bedroht",
    },
    FactKey.JOB_ENDS_EARLY: {
        "yes": "steht vor dem vorzeitigen Ende der Beschäftigung oder Ausbildung",
        "no": "steht nicht vor dem vorzeitigen Ende der Beschäftigung oder Ausbildung",
    },
    FactKey.WORKPLACE: {
        "clinic": "arbeitet im Krankenhaus",
        "practice": "arbeitet in einer Praxis",
        "intensive_care_service": "arbeitet in der ambulanten Intensivpflege",
        "care_home": "arbeitet in einer anderen Pflegeeinrichtung",
        "childcare": "arbeitet in der Kinderbetreuung",
        "school": "arbeitet in einer Schule",
        "other": "arbeitet an anderer Stelle",
    },
    FactKey.OWN_PRACTICE: {
        "yes": "arbeitet in eigener Praxis",
        "no": "arbeitet nicht in eigener Praxis",
    },
    FactKey.GERMAN_LEVEL: {
        "none": "spricht noch kein Deutsch",
        **{
            level: f"spricht Deutsch auf dem Niveau {level.upper()}"
            for level in ("a1", "a2", "b1", "b2", "c1", "c2")
        },
    },
    FactKey.BORN_AFTER_1970: {"yes": "ist nach 1970 geboren", "no": "ist vor 1971 geboren"},
    FactKey.ADULT: {"yes": "ist volljährig", "no": "ist minderjährig"},
    FactKey.CHILDREN: {"yes": "Kinder ziehen mit", "no": "es ziehen keine Kinder mit"},
    FactKey.CHILD_UNDER_1: {
        "yes": "ist jünger als ein Jahr",
        "no": "ist mindestens ein Jahr alt",
    },
    FactKey.CHILD_1_2: {
        "yes": "ist ein oder zwei Jahre alt",
        "no": "ist weder ein noch zwei Jahre alt",
    },
    FactKey.CHILD_KITA: {"yes": "ist im Kita-Alter", "no": "ist nicht im Kita-Alter"},
    FactKey.CHILD_SCHOOL: {"yes": "ist im Schulalter", "no": "ist nicht im Schulalter"},
    FactKey.CHILD_CLASS1: {
        "yes": "hat in der Grundschule Anspruch auf Ganztag",
        "no": "hat in der Grundschule keinen Anspruch auf Ganztag",
    },
    FactKey.CHILD_UNDER_15_MONTHS: {
        "yes": "ist jünger als 15 Monate",
        "no": "ist kein Kind unter 15 Monaten",
    },
    FactKey.CHILD_UNDER_8: {
        "yes": "ist jünger als acht Jahre",
        "no": "ist kein Kind unter acht Jahren",
    },
    FactKey.SCHOOL_CLASS: {
        "none": "geht nicht zur Schule",
        **{str(number): f"geht in Klasse {number}" for number in range(1, 14)},
    },
    FactKey.PREGNANT: {"yes": "erwartet ein Kind", "no": "erwartet kein Kind"},
    FactKey.PARTNER: {
        "yes": "eine Partnerin oder ein Partner zieht mit",
        "no": "es zieht keine Partnerin und kein Partner mit",
    },
    FactKey.MARRIED: {
        "yes": "es besteht eine Ehe oder eingetragene Lebenspartnerschaft",
        "no": "es besteht weder eine Ehe noch eine eingetragene Lebenspartnerschaft",
    },
    FactKey.PARTNER_JOB_SEARCH: {
        "yes": "die Partnerin oder der Partner sucht hier Arbeit",
        "no": "die Partnerin oder der Partner sucht hier keine Arbeit",
    },
    FactKey.PARTNER_THIRD_COUNTRY: {
        "yes": "die Partnerin oder der Partner hat die Staatsangehörigkeit eines Drittstaats",
        "no": "die Partnerin oder der Partner hat nicht die Staatsangehörigkeit eines Drittstaats",
    },
    FactKey.CARE_NEED: {
        "yes": "braucht Pflege zu Hause",
        "no": "braucht keine Pflege zu Hause",
    },
    FactKey.HEALTH_NEED: {
        "yes": "braucht vom ersten Tag an eine Behandlung oder Hilfsmittel",
        "no": "braucht am Anfang weder Behandlung noch Hilfsmittel",
    },
    FactKey.HOUSING: {
        "rent": "der Haushalt zieht zur Miete ein",
        "own": "der Haushalt zieht in eine eigene Wohnung oder ein eigenes Haus",
        "dormitory": "der Haushalt zieht in ein Wohnheim",
    },
    FactKey.HOME_FOUND: {
        "yes": "eine Wohnung ist gefunden",
        "no": "eine Wohnung ist noch nicht gefunden",
    },
    FactKey.TRIAL_STAY: {
        "yes": "vor dem Umzug wird zur Probe oder im Personalzimmer gewohnt",
        "no": "vor dem Umzug wird weder zur Probe noch im Personalzimmer gewohnt",
    },
    FactKey.WASTE_BY_TENANT: {
        "yes": "der Haushalt bestellt die Abfallbehälter selbst",
        "no": "der Haushalt bestellt die Abfallbehälter nicht selbst",
    },
    FactKey.BROADCAST_REGISTERED: {
        "yes": "für die Wohnung wird der Rundfunkbeitrag schon gezahlt",
        "no": "für die Wohnung wird der Rundfunkbeitrag noch nicht gezahlt",
    },
    FactKey.LOW_INCOME: {
        "yes": "das Einkommen liegt vielleicht unter der Grenze für eine geförderte Wohnung",
        "no": "das Einkommen liegt über der Grenze für eine geförderte Wohnung",
    },
    FactKey.CAR: {
        "yes": "der Haushalt bringt ein Auto mit",
        "no": "der Haushalt bringt kein Auto mit",
    },
    FactKey.CAR_FROM_ABROAD: {
        "yes": "ein Auto ist im Ausland zugelassen",
        "no": "kein Auto ist im Ausland zugelassen",
    },
    FactKey.LICENCE_FROM: {
        "de": "hat einen deutschen Führerschein",
        "eu": "hat einen Führerschein aus der EU oder dem EWR",
        "third": "hat einen Führerschein von außerhalb der EU und des EWR",
        "none": "hat keinen Führerschein",
    },
    FactKey.LICENCE_COUNTRY: {},
    FactKey.LICENCE_TEST: {
        "none": "hat einen in Anlage 11 FeV ohne Prüfung genannten Führerschein (Klasse B)",
        "practical": "braucht nach Anlage 11 FeV die praktische Prüfung (Klasse B)",
        "theory": "braucht nach Anlage 11 FeV die theoretische Prüfung (Klasse B)",
        "both": "hat einen in Anlage 11 FeV nicht genannten Führerschein (Klasse B)",
        "ask": "braucht eine Auskunft der Führerscheinstelle über nötige Prüfungen",
    },
    FactKey.PET: {
        "yes": "der Haushalt bringt einen Hund, eine Katze oder ein Frettchen mit",
        "no": "der Haushalt bringt weder Hund noch Katze noch Frettchen mit",
    },
    FactKey.DOG: {
        "yes": "der Haushalt bringt einen Hund mit",
        "no": "der Haushalt bringt keinen Hund mit",
    },
}

# What the household as a whole knows of its children: of any of them, or of none.
ANY_CHILD: Mapping[FactKey, Mapping[str, str]] = {
    key: {
        "yes": f"ein Kind {STATED[key]['yes']}",
        "no": f"kein Kind {STATED[key]['yes']}",
    }
    for key in (
        FactKey.CHILD_UNDER_1,
        FactKey.CHILD_1_2,
        FactKey.CHILD_KITA,
        FactKey.CHILD_SCHOOL,
        FactKey.CHILD_CLASS1,
        FactKey.CHILD_UNDER_15_MONTHS,
        FactKey.CHILD_UNDER_8,
    )
}

ASKED: Mapping[FactKey, str] = {
    FactKey.MOVES_FROM: "aus welchem Land der Haushalt zuzieht",
    FactKey.RETURNING: "ob jemand schon früher hier gelebt oder gearbeitet hat",
    FactKey.ORIGIN: "die Staatsangehörigkeit",
    FactKey.VISA_FREE_41: "ob die Einreise ohne Visum möglich ist (§ 41 Abs. 1 AufenthV)",
    FactKey.ENTRY: "wie die Einreise erfolgt",
    FactKey.FAMILY_OF_EU_CITIZEN: "ob jemand in der Familie Freizügigkeit hat",
    FactKey.CROSS_BORDER_PLACEMENT: "ob grenzüberschreitend vermittelt wurde (§ 299 SGB III)",
    FactKey.FAST_TRACK: "ob das beschleunigte Verfahren vereinbart ist (§ 81a AufenthG)",
    FactKey.WORK_PERMISSION: "ob die Arbeit schon erlaubt ist",
    FactKey.PROFESSION: "der Beruf",
    FactKey.REGULATED: "ob der Beruf eine Erlaubnis braucht",
    FactKey.DEGREE_FROM: "wo der Abschluss erworben wurde",
    FactKey.TRAINED_IN_GERMAN: "ob Schule oder Ausbildung auf Deutsch waren",
    FactKey.EQUIVALENCE: "wie die Prüfung der Gleichwertigkeit ausging",
    FactKey.PRACTICE_LICENCE: "ob eine Erlaubnis für den Beruf vorliegt",
    FactKey.CONDUCT_CERTIFICATE: "ob ein Führungszeugnis verlangt wird",
    FactKey.FIRST_JOB_IN_GERMANY: "ob es die erste Beschäftigung in Deutschland ist",
    FactKey.INSURED_BY_LAW: "ob Versicherungspflicht in der gesetzlichen Krankenkasse besteht",
    FactKey.UNEMPLOYED: "ob Arbeitslosigkeit besteht oder droht",
    FactKey.JOB_ENDS_EARLY: "ob die Beschäftigung oder Ausbildung vorzeitig endet",
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
    FactKey.CHILD_CLASS1: "wann das Kind eingeschult wird (Ganztag)",
    FactKey.CHILD_UNDER_15_MONTHS: "das Geburtsdatum des Kindes (unter 15 Monaten)",
    FactKey.CHILD_UNDER_8: "das Geburtsdatum des Kindes (unter acht Jahren)",
    FactKey.SCHOOL_CLASS: "die Klasse des Kindes",
    FactKey.PREGNANT: "eine Angabe zur Schwangerschaft",
    FactKey.PARTNER: "ob eine Partnerin oder ein Partner mitzieht",
    FactKey.MARRIED: "ob eine Ehe oder eingetragene Lebenspartnerschaft besteht",
    FactKey.PARTNER_JOB_SEARCH: "ob die Partnerin oder der Partner Arbeit sucht",
    FactKey.PARTNER_THIRD_COUNTRY: "die Staatsangehörigkeit der Partnerin oder des Partners",
    FactKey.CARE_NEED: "eine Angabe zur Pflege",
    FactKey.HEALTH_NEED: "eine Angabe zur Behandlung oder zu Hilfsmitteln",
    FactKey.HOUSING: "ob Miete, Eigentum oder Wohnheim",
    FactKey.HOME_FOUND: "ob die Wohnung gefunden ist",
    FactKey.TRIAL_STAY: "ob vor dem Umzug zur Probe gewohnt wird",
    FactKey.WASTE_BY_TENANT: "wer die Abfallbehälter bestellt",
    FactKey.BROADCAST_REGISTERED: "ob für die Wohnung schon Rundfunkbeitrag gezahlt wird",
    FactKey.LOW_INCOME: "ob ein Wohnberechtigungsschein infrage kommt",
    FactKey.CAR: "ob ein Auto mitkommt",
    FactKey.CAR_FROM_ABROAD: "ob das Auto im Ausland zugelassen ist",
    FactKey.LICENCE_FROM: "wo der Führerschein ausgestellt wurde",
    FactKey.LICENCE_COUNTRY: "welches Land den Führerschein ausgestellt hat",
    FactKey.LICENCE_TEST: "ob für den Führerschein eine Prüfung nötig ist",
    FactKey.PET: "ob ein Hund, eine Katze oder ein Frettchen mitkommt",
    FactKey.DOG: "ob ein Hund mitkommt",
}


def stated(known: Sequence[BecauseView]) -> str:
    """Known facts as clauses, each person named once: Amira hat … und reist … ein; Kinder …

    "" for none. The first word is as inside a sentence: after a colon use `sentence`.
    """
    clauses: dict[str, list[str]] = {}
    for because in known:
        subject, predicate = _clause(because)
        # A clause of its own stands under itself, so that it is told once.
        clauses.setdefault(subject or predicate, []).append(predicate if subject else "")
    return "; ".join(
        f"{subject} {_and(predicates)}" if any(predicates) else subject
        for subject, predicates in clauses.items()
    )


def sentence(known: Sequence[BecauseView]) -> str:
    """Known facts as one sentence without its full stop, "" for none."""
    words = stated(known)
    return words[:1].upper() + words[1:]


def asked(key: str, person: str = "") -> str:
    """What is still to be found out, and of whom; an unknown code stays as it is."""
    try:
        fact = FactKey(key)
    except ValueError:
        return key
    about = person and VOCABULARY[fact].scope is FactScope.PERSON
    return f"{ASKED[fact]} ({person})" if about else ASKED[fact]


def _clause(because: BecauseView) -> tuple[str, str]:
    """Subject and predicate; the subject is "" where the predicate is a whole clause."""
    try:
        key = FactKey(because.key)
        word = VOCABULARY[key]
        if word.is_country:
            predicate = COUNTRY_STATED[key].format(place=place_name(because.value))
        else:
            predicate = STATED[key][because.value]
    except (KeyError, ValueError):
        return "", f"{because.key}: {because.value}"
    if word.scope is FactScope.HOUSEHOLD:
        return "", predicate
    if because.person:
        return because.person, predicate
    if key in ANY_CHILD:
        return "", ANY_CHILD[key][because.value]
    return NOBODY_NAMED, predicate


def _and(predicates: Sequence[str]) -> str:
    """Joined; "ist" is said once where it follows itself: ist acht und nicht im Kita-Alter."""
    whole = list(dict.fromkeys(predicates))
    before = ["", *whole]
    told = [
        each.removeprefix("ist ") if last.startswith("ist ") else each
        for last, each in zip(before, whole, strict=False)
    ]
    if len(told) == 1:
        return told[0]
    return f"{', '.join(told[:-1])} und {told[-1]}"
