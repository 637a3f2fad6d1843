"""The German word for each value that a fact can have, as it stands beside its name. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.rules.facts import VOCABULARY, YES_NO, FactKey
from ui.widgets.country_words import places

PROFESSIONS: Mapping[str, str] = {
    "nurse": "Pflege",
    "doctor": "Medizin",
    "therapist": "Therapie",
    "midwife": "Hebammenkunst",
    "trainee": "Ausbildung",
    "student": "Studium",
    "other": "anderer Beruf",
}

_GROUPS = {"de": "Deutschland", "eu": "EU oder EWR", "third": "Drittstaat"}
# The Swiss move freely and their degrees count like those of the EU; their driving licences do not.
_GROUPS_AND_SWISS = {**_GROUPS, "eu": "EU, EWR, Schweiz"}
_WORDS: Mapping[FactKey, Mapping[str, str]] = {
    FactKey.MOVES_FROM: _GROUPS_AND_SWISS,
    FactKey.ORIGIN: {**_GROUPS_AND_SWISS, "de": "deutsch"},
    FactKey.ENTRY: {
        "visa": "mit nationalem Visum",
        "visa_free": "ohne Visum (§ 41 AufenthV)",
        "resident": "lebt schon in Deutschland",
        "free": "braucht keine Erlaubnis",
    },
    FactKey.PROFESSION: PROFESSIONS,
    FactKey.DEGREE_FROM: _GROUPS_AND_SWISS,
    FactKey.EQUIVALENCE: {
        "open": "noch kein Bescheid",
        "equal": "gleichwertig",
        "deficits": "wesentliche Unterschiede",
        "waived": "auf Prüfung verzichtet",
    },
    FactKey.PRACTICE_LICENCE: {
        "full": "Approbation oder Urkunde",
        "temporary": "Berufserlaubnis auf Zeit",
        "assistant": "vorerst als Hilfskraft",
        "none": "noch keine",
    },
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
    FactKey.SCHOOL_CLASS: {
        "none": "noch keine",
        **{str(number): f"Klasse {number}" for number in range(1, 14)},
    },
    FactKey.HOUSING: {"rent": "zur Miete", "own": "im Eigentum", "dormitory": "im Wohnheim"},
    FactKey.LICENCE_FROM: {
        **_GROUPS,
        "third": "Drittstaat oder Schweiz",
        "none": "kein Führerschein",
    },
    FactKey.LICENCE_TEST: {
        "none": "keine (Anlage 11 FeV)",
        "practical": "praktische",
        "theory": "theoretische",
        "both": "beide",
        "ask": "Führerscheinstelle fragen",
    },
}
_YES_NO = {"yes": "ja", "no": "nein"}


def answers(key: FactKey) -> tuple[tuple[str, str], ...]:
    """The allowed values with their words, in the order of the vocabulary; countries by name."""
    if VOCABULARY[key].is_country:
        return countries()
    values = VOCABULARY[key].values
    words = _YES_NO if values == YES_NO else _WORDS[key]
    return tuple((value, words[value]) for value in values)


def countries() -> tuple[tuple[str, str], ...]:
    """What answers a fact that is a country: (code, name), the USA with each of their states."""
    return places()


def answer(key: FactKey, value: str) -> str:
    """The word for one value, the code itself where it is unknown."""
    return dict(answers(key)).get(value, value)
