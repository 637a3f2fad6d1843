"""German words of schools in tables: types and forms of all-day schools as offices write them."""

from __future__ import annotations

from collections.abc import Mapping

from app.rules.school_matching import AllDay, SchoolType

TYPES: Mapping[SchoolType, str] = {
    SchoolType.PRIMARY: "Grundschule",
    SchoolType.SECONDARY_GENERAL: "Hauptschule",
    SchoolType.SECONDARY_MODERN: "Realschule",
    SchoolType.OBERSCHULE: "Oberschule",
    SchoolType.GYMNASIUM: "Gymnasium",
    SchoolType.COMPREHENSIVE: "Integrierte Gesamtschule",
    SchoolType.COOPERATIVE_COMPREHENSIVE: "Kooperative Gesamtschule",
    SchoolType.SPECIAL_NEEDS: "Förderschule",
    SchoolType.VOCATIONAL: "Berufsbildende Schule",
    SchoolType.INDEPENDENT: "Schule in freier Trägerschaft",
    SchoolType.OTHER: "anderes, zum Beispiel Hort",
}
"""What a type of school is called in tables and in the window."""
ALL_DAY: Mapping[AllDay, str] = {
    AllDay.UNKNOWN: "",
    AllDay.NONE: "kein Ganztag",
    AllDay.OPEN: "offen",
    AllDay.PARTLY_BOUND: "teilgebunden",
    AllDay.BOUND: "gebunden",
}
"""What the form of an all-day school is called in the tables this program writes."""

_ALSO_TYPES: Mapping[SchoolType, str] = {
    SchoolType.PRIMARY: "GS|Primarstufe|Primarbereich",
    SchoolType.SECONDARY_GENERAL: "HS",
    SchoolType.SECONDARY_MODERN: "RS",
    SchoolType.OBERSCHULE: "OBS|Oberschule mit gymnasialem Angebot",
    SchoolType.GYMNASIUM: "Gym|GY",
    SchoolType.COMPREHENSIVE: "IGS",
    SchoolType.COOPERATIVE_COMPREHENSIVE: "KGS",
    SchoolType.SPECIAL_NEEDS: "FöS|FS|Schule mit Förderschwerpunkt",
    SchoolType.VOCATIONAL: "BBS|Berufsschule|Berufsbildende Schulen",
    SchoolType.INDEPENDENT: "Freie Schule|Privatschule|Waldorfschule|FWS|Freie Waldorfschule",
    SchoolType.OTHER: "Hort|Sonstige|andere|anderes",
}
_ALSO_ALL_DAY: Mapping[AllDay, str] = {
    AllDay.NONE: "nein|kein|keine|keiner|ohne|ohne Ganztag|Halbtag|Halbtagsschule"
    "|keine Ganztagsschule|verlässliche Grundschule",
    AllDay.OPEN: "offene|offene Ganztagsschule|offener Ganztag|offene Form|OGS|OGTS|freiwillig"
    "|offen (freiwillig)",
    AllDay.PARTLY_BOUND: "teilgebundene|teilgebundene Ganztagsschule|teilgebundener Ganztag"
    "|teilweise gebunden|teilgebundene Form|TGTS",
    AllDay.BOUND: "gebundene|gebundene Ganztagsschule|gebundener Ganztag|voll gebunden|vollgebunden"
    "|gebundene Form|voll gebundene Ganztagsschule|verpflichtend|GTS gebunden|gebunden (Pflicht)",
}


TYPE_WORDS: Mapping[str, SchoolType] = {
    **{word.casefold(): each for each, words in _ALSO_TYPES.items() for word in words.split("|")},
    **{word.casefold(): each for each, word in TYPES.items()},
    **{each.value: each for each in SchoolType},
}
"""A type of school by every word for it, folded; the code itself too."""
ALL_DAY_WORDS: Mapping[str, AllDay] = {
    **{word.casefold(): each for each, words in _ALSO_ALL_DAY.items() for word in words.split("|")},
    **{word.casefold(): each for each, word in ALL_DAY.items() if word},
    **{each.value: each for each in AllDay if each.value},
}
"""A form of all-day school by every word for it, folded; the code itself too. A bare "ja" names
none."""
