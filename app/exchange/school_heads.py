"""What school authorities call the columns of their lists."""

from __future__ import annotations

from collections.abc import Mapping

HEADS: Mapping[str, tuple[str, ...]] = {
    "school_type": ("Schulgliederung", "Schulzweig", "Schulformgruppe"),
    "school_first_class": (
        *("Klasse von", "Klassen von", "Jahrgang von", "ab Klasse", "von Klasse", "erste Klasse"),
        *("Jahrgangsstufe von", "Klassenstufe von"),
    ),
    "school_last_class": (
        *("Klasse bis", "Klassen bis", "Jahrgang bis", "bis Klasse", "letzte Klasse"),
        *("Jahrgangsstufe bis", "Klassenstufe bis"),
    ),
    "school_classes": (
        *("Klassen", "Klassenstufen", "Klassenstufe", "Jahrgänge", "Jahrgangsstufen", "Jahrgang"),
        *("Schuljahrgänge", "Schuljahrgang", "Klasse"),
    ),
    "school_catchment": (
        *("Schulbezirk", "Schulbezirke", "Einzugsgebiet", "Einzugsbereich", "Schuleinzugsbereich"),
        *("nimmt Kinder aus", "Einzugsgemeinden", "Schuleinzugsgebiet"),
    ),
    "school_all_day": (
        *("Ganztag", "Ganztagsform", "Ganztagsschule", "Form des Ganztags", "Ganztagsangebot"),
        *("Organisationsform Ganztag", "Ganztagsbetrieb", "GTS", "Ganztagsschulform", "GTS-Form"),
    ),
    "school_all_day_osm": (
        *("Ganztagszeit", "Ganztagszeiten", "Zeiten Ganztag", "Ganztag Zeiten", "Ganztag Uhrzeit"),
        *("Betreuungszeit Ganztag", "Ganztagsbetreuung Zeiten", "Betreuungszeiten Ganztag"),
    ),
    "school_all_day_days": (
        *("Ganztagstage", "Ganztag Tage", "Tage Ganztag", "Ganztag an", "Wochentage Ganztag"),
        "Ganztag Wochentage",
    ),
    "school_all_day_until": (
        *("Ganztag bis", "Ganztag Ende", "Ganztag bis Uhr", "Ende Ganztag", "Betreuung bis"),
        *("Ganztagsbetreuung bis", "Ganztag bis (Uhrzeit)"),
    ),
    "school_all_day_places": (
        *("freie Ganztagsplätze", "Ganztagsplätze frei", "Ganztagsplätze", "Plätze Ganztag"),
        *("Plätze im Ganztag", "freie Plätze Ganztag", "freie Plätze im Ganztag"),
    ),
    "school_holiday_care": (
        *("Ferienbetreuung", "Betreuung in den Ferien", "Ferienangebot", "Ferienhort"),
    ),
    "school_languages": (
        *("Fremdsprachen", "Sprachen", "Sprachenangebot", "Unterrichtssprachen", "Sprachenfolge"),
        *("Sprachen im Unterricht", "unterrichtete Sprachen", "Fremdsprachenangebot"),
        *("angebotene Sprachen", "angebotene Fremdsprachen", "Fremdsprache"),
    ),
    "school_german_class": (
        *("Sprachlernklasse", "Sprachlernklassen", "Deutschförderung", "Deutschförderklasse"),
        *("Willkommensklasse", "DaZ", "DaZ-Klasse", "Deutsch als Zweitsprache", "SLK"),
        *("Sprachförderklasse", "Deutschklasse", "Vorbereitungsklasse"),
    ),
    "school_as_of": (
        *("Stand", "Stand der Angaben", "Datenstand", "Stichtag", "Stand der Daten"),
        *("Stand Ganztagsplätze", "Ganztagsplätze Stand"),
    ),
    "school_public_note": ("Hinweis zur Schule", "Hinweis für Eltern"),
    "school_source": ("Quelle der Angaben", "Quelle"),
}
"""By field of a mapping, looked for in lists of schools alone. `school_classes` holds both ends,
`school_all_day_days` and `…_until` make up the hours together."""

TELLING = (
    *("Schule", "Schulname", "Name der Schule", "Schulform", "Schulart", "Schultyp", "Schulnummer"),
    *("Schul-Nr.", "Schulnr.", "Schulstandort", "Schulleitung", "Schulträger"),
)
"""Heads by which a list of schools is known."""
