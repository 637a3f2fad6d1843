"""What is said of a file that was read: faults of templates and mappings, notes on rows. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.imports import NoteCode

# The codes of `Problem` and `MappingProblem`; "{key}" is put before these.
PROBLEMS: Mapping[str, str] = {
    "no_such_file": "ist nicht da",
    "not_utf8": "ist nicht in UTF-8 gespeichert",
    "not_toml": "ist kein gültiges TOML; meist fehlt ein Anführungszeichen oder eine Klammer",
    "unknown_key": "ist kein bekannter Schlüssel",
    "key_missing": "fehlt",
    "wrong_type": "hat die falsche Art von Wert",
    "empty": "ist leer",
    "too_long": "ist zu lang",
    "text_missing": "hat keinen Text in dieser Sprache",
    "unknown_value": "ist kein zugelassener Wert",
    "unknown_fact": "ist keine bekannte Angabe zum Haushalt",
    "unknown_fact_value": "ist kein Wert dieser Angabe",
    "unknown_anchor": "ist kein bekannter Anker",
    "unknown_phase": "ist keine bekannte Phase",
    "unknown_step": "ist kein bekannter Schritt",
    "unknown_document": "ist keine bekannte Unterlage (documents.toml)",
    "unknown_set": "ist kein bekannter Satz von Vorlagen",
    "bad_offset": "ist keine Zeitspanne von höchstens zehn Jahren (zum Beispiel -P2W oder P14D)",
    "duplicate_id": "kommt zweimal vor",
    "circle": "hängt im Kreis von sich selbst ab",
    "anchor_or_after": "fehlt oder steht neben after; ein Schritt hat genau eines von beiden",
    "paragraph_missing": "fehlt: Diese Art von Datum setzt nur ein Paragraf",
    "shift_basis_missing": "fehlt: Warum verschiebt sich das Ende, oder warum nicht?",
    # of a mapping
    "no_origin": "sagt nicht, woher der Wert kommt (column oder value)",
    "bad_pattern": "ist kein gültiges Suchmuster",
    "bad_weekdays": "nennt keine Wochentage",
}

NOTES: Mapping[NoteCode, str] = {
    NoteCode.TRIMMED: "Leerzeichen am Rand entfernt",
    NoteCode.NBSP: "geschützte Leerzeichen ersetzt",
    NoteCode.LINE_BREAK: "Zeilenumbruch entfernt",
    NoteCode.BLANKS: "doppelte Leerzeichen entfernt",
    NoteCode.NOT_STORABLE: "nicht speicherbare Zeichen entfernt",
    NoteCode.COORDINATES_SWAPPED: "Länge und Breite waren vertauscht und wurden getauscht",
    NoteCode.NOT_TEXT: "ist kein Text und wurde nicht übernommen",
    NoteCode.NOT_A_NUMBER: "ist keine Zahl und wurde nicht übernommen",
    NoteCode.NOT_YES_NO: "ist weder ja noch nein und wurde nicht übernommen",
    NoteCode.NO_MATCH: "passt nicht zum Muster und wurde nicht übernommen",
    NoteCode.UNKNOWN_WORD: "ist ein unbekanntes Wort und wurde nicht übernommen",
    NoteCode.POSTCODE_DOUBT: "Postleitzahl bitte prüfen",
    NoteCode.PHONE_DOUBT: "Telefonnummer bitte prüfen",
    NoteCode.EMAIL_DOUBT: "E-Mail-Adresse bitte prüfen",
    NoteCode.WEBSITE_DOUBT: "Internetadresse bitte prüfen",
    NoteCode.COORDINATES_MISSING: "ohne Koordinaten",
    NoteCode.COORDINATES_ROUGH: "Koordinaten sind nur ungefähr",
    NoteCode.COORDINATES_OUTSIDE: "Koordinaten liegen außerhalb Deutschlands",
    NoteCode.COORDINATES_NONSENSE: "Koordinaten liegen nicht auf der Erde, nicht übernommen",
    NoteCode.AGES_NONSENSE: "Altersangabe ist nicht möglich, nicht übernommen",
    NoteCode.HOURS_BACKWARDS: "Öffnungszeit endet vor ihrem Beginn, nicht übernommen",
    NoteCode.HOURS_NONSENSE: "Öffnungszeit ist nicht möglich, nicht übernommen",
    NoteCode.HOURS_NOT_OSM: "Öffnungszeit nicht lesbar, nur der Wortlaut wurde übernommen",
    NoteCode.SAME_NAME_AND_POSTCODE: "Name und Postleitzahl wie in einer anderen Zeile",
    NoteCode.MAYBE_CLOSED: "vielleicht geschlossen, bitte prüfen",
    NoteCode.PLACEHOLDER: "ist ein Platzhalter, bitte prüfen",
    NoteCode.GONE_FROM_LIST: "steht nicht mehr in der Liste und bleibt, wie es ist",
    NoteCode.HOURS_STALE: "neue Öffnungszeiten in der Liste, der Wochenplan blieb; bitte prüfen",
    NoteCode.IN_ARCHIVE: "steht hier im Archiv und bleibt dort",
    NoteCode.STANDS_FOR: "wurde hier mit einem anderen Anbieter zusammengeführt",
    NoteCode.NOT_A_RECORD: "Zeile ausgelassen: kein lesbarer Eintrag",
    NoteCode.NO_KEY: "Zeile ausgelassen: ohne Schlüssel",
    NoteCode.NO_NAME: "Zeile ausgelassen: ohne Namen",
    NoteCode.SAME_KEY: "Zeile ausgelassen: Schlüssel kommt mehrfach vor",
}
