"""What offices call the columns of their lists, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADS: Mapping[str, tuple[str, ...]] = {
    "organisation": (
        *("Name", "Einrichtung", "Einrichtungsname", "Name der Einrichtung", "Kita", "Kita-Name"),
        *("Kindertagesstätte", "Kindertageseinrichtung", "Kindergarten", "Krippe", "Hort"),
        *("Schule", "Schulname", "Name der Schule", "Bezeichnung", "Anbieter", "Organisation"),
        *("Anbietername", "Institution", "Firma", "Firmenname", "Unternehmen", "Betrieb"),
        *("Arbeitgeber", "Praxis", "Name der Praxis", "Verein", "Vereinsname", "Behörde", "Amt"),
        *("Dienststelle", "Tagespflegeperson", "Tagesmutter", "Klinik", "Makler", "Spedition"),
        *("Name des Anbieters", "Organization", "Company", "Provider", "Facility", "Title"),
    ),
    "operator": (
        *("Träger", "Traeger", "Trägername", "Name des Trägers", "Träger der Einrichtung"),
        *("Rechtsträger", "Schulträger", "Betreiber", "Trägerschaft", "Operator", "Carrier"),
        "Institution des Trägers",
    ),
    "service": (
        *("Angebot", "Leistung", "Dienstleistung", "Schulform", "Schulart", "Betreuungsform"),
        *("Fachrichtung", "Fachgebiet", "Kurs", "Kursart", "Betreuungsart", "Angebotsform"),
        *("Schultyp", "School Type", "Service", "Angebote", "Leistungen", "Specialty"),
    ),
    "category": (
        *("Art", "Kategorie", "Typ", "Einrichtungsart", "Art der Einrichtung", "Einrichtungstyp"),
        *("Branche", "Rubrik", "Category", "Type", "Kind"),
    ),
    "description": (
        *("Beschreibung", "Kurzbeschreibung", "Konzept", "Pädagogisches Konzept", "Profil"),
        *("Schwerpunkt", "Schwerpunkte", "Description", "About"),
    ),
    "site": ("Standort", "Standortname", "Außenstelle", "Filiale", "Gebäude", "Haus", "Site"),
    "street": (
        *("Straße", "Strasse", "Str.", "Straße und Hausnummer", "Straße, Hausnummer"),
        *("Straße Nr.", "Straße + Nr.", "Straße Hausnr.", "Straße/Hausnummer", "Anschrift"),
        *("Adresse", "Hausanschrift", "Postanschrift", "Street", "Address", "Street Address"),
    ),
    "house_number": (
        *("Hausnummer", "Haus-Nr.", "Hausnr.", "HNr.", "Hnr", "Haus Nr", "House Number", "Nr."),
        "Number",
    ),
    "postcode": ("PLZ", "Postleitzahl", "Postcode", "Postal Code", "Zip", "Zip Code", "Postalcode"),
    "town": ("Ort", "Stadt", "Ortschaft", "Wohnort", "Ortsname", "Gemeinde", "Town", "City"),
    "postcode_town": ("PLZ Ort", "PLZ/Ort", "PLZ, Ort", "PLZ und Ort", "Postleitzahl Ort"),
    "ags": (
        *("AGS", "Gemeindeschlüssel", "Amtlicher Gemeindeschlüssel", "Gemeindekennziffer", "GKZ"),
    ),
    "latitude": (
        *("Breite", "Breitengrad", "Geographische Breite", "Geografische Breite", "Latitude"),
        *("Lat", "Geo Lat", "Koordinate Breite"),
    ),
    "longitude": (
        *("Länge", "Längengrad", "Geographische Länge", "Geografische Länge", "Longitude", "Lon"),
        *("Lng", "Long", "Geo Lon", "Koordinate Länge"),
    ),
    "phone": (
        *("Telefon", "Tel.", "Tel", "Telefonnummer", "Telefon-Nr.", "Tel.-Nr.", "Telefonnr."),
        *("Rufnummer", "Fon", "Festnetz", "Telefon dienstlich", "Telefon (Büro)", "Phone"),
        *("Telephone", "Phone Number", "Mobil", "Handy", "Durchwahl"),
    ),
    "email": (
        *("E-Mail", "Mail", "Email", "E-Mail-Adresse", "Mailadresse", "Mail-Adresse", "eMail"),
        "Email Address",
    ),
    "website": (
        *("Internet", "Website", "Webseite", "Homepage", "Internetseite", "Internetadresse"),
        *("Web", "URL", "WWW", "Link", "Webadresse"),
    ),
    "hours_given": (
        *("Öffnungszeiten", "Öffnungszeit", "Betreuungszeiten", "Betreuungszeit", "Sprechzeiten"),
        *("Sprechzeit", "Sprechstunden", "Sprechstunde", "Geschäftszeiten", "Servicezeiten"),
        *("Bürozeiten", "Erreichbarkeit", "Zeiten", "geöffnet", "Opening Hours", "Hours"),
        *("Öffnungs- und Sprechzeiten", "Unterrichtszeiten", "Unterrichtszeit", "Schulzeiten"),
    ),
    "min_age_months": (
        *("Alter ab", "Alter von", "Mindestalter", "Aufnahmealter", "ab Alter", "Aufnahme ab"),
        *("Min Age", "Minimum Age", "Alter ab (Monate)", "Alter ab (Jahre)", "ab Monate"),
    ),
    "max_age_months": (
        *("Alter bis", "Höchstalter", "bis Alter", "Aufnahme bis", "Max Age", "Maximum Age"),
        *("Alter bis (Monate)", "Alter bis (Jahre)"),
    ),
    "places": (
        *("Plätze", "Anzahl Plätze", "Platzzahl", "Kapazität", "Plätze gesamt", "Gesamtplätze"),
        *("Betreuungsplätze", "genehmigte Plätze", "Places", "Capacity", "Anzahl der Plätze"),
    ),
    "free_places": ("freie Plätze", "Plätze frei", "frei", "verfügbare Plätze", "Free Places"),
    "free_as_of": ("freie Plätze am", "Stand der freien Plätze", "frei Stand", "Plätze Stand"),
    "waiting": ("Warteliste", "Wartende", "Anzahl Warteliste", "Waiting List"),
    "settling_weeks": (
        *("Eingewöhnung", "Eingewöhnungszeit", "Eingewöhnung (Wochen)", "Eingewöhnungsdauer"),
        *("Eingewöhnungszeit (Wochen)", "Dauer der Eingewöhnung", "Settling-in (Weeks)"),
    ),
    "reserved_places": ("reservierte Plätze", "Belegplätze", "Reserved Places"),
    "languages": ("Sprachen", "Sprache", "Fremdsprachen", "Languages", "Language"),
    "accessible": (
        *("barrierefrei", "Barrierefreiheit", "rollstuhlgerecht", "behindertengerecht"),
        *("Accessible", "Wheelchair", "barrierearm", "Barrierefree"),
    ),
    "by_appointment": ("nach Vereinbarung", "nur mit Termin", "Terminvereinbarung nötig"),
    "online_form": ("Onlineformular", "Online-Anmeldung", "Anmeldeportal", "Online Form"),
    "features": (
        *("Digitale Dienste und neue Formen", "Digitale Dienste", "Digitale Angebote", "Dienste"),
        *("Onlinedienste", "Neue Versorgungsformen", "Versorgungsform", "Digital Services"),
    ),
    "video": ("Videosprechstunde", "Videoberatung", "Video"),
    "note": (
        *("Bemerkung", "Bemerkungen", "Notiz", "Notizen", "Anmerkung", "Anmerkungen", "Hinweis"),
        *("Hinweise", "Kommentar", "Sonstiges", "Note", "Notes", "Comment", "Info"),
    ),
    "public_note": ("Hinweis für Familien", "Öffentlicher Hinweis", "Public Note"),
    "valid_from": ("gültig ab", "besteht seit", "eröffnet am", "Valid From"),
    "valid_to": ("gültig bis", "schließt am", "geschlossen ab", "Valid To"),
    "contact_name": (
        *("Ansprechpartner", "Ansprechpartnerin", "Ansprechperson", "Kontaktperson", "Leitung"),
        *("Ansprechpartner/in", "Leiter", "Leiterin", "Leiter/in", "Leiter(in)", "Schulleitung"),
        *("Schulleiter", "Kita-Leitung", "Einrichtungsleitung", "Kontakt", "Contact", "Head"),
        *("Inhaber", "Geschäftsführer", "Geschäftsführung", "Vorsitzender", "Contact Person"),
    ),
    "contact_area": ("Zuständig für", "Zuständigkeit", "Funktion", "Aufgabe", "Abteilung"),
    "contact_phone": ("Telefon Ansprechpartner", "Telefon Leitung", "Durchwahl Leitung"),
    "contact_email": ("E-Mail Ansprechpartner", "E-Mail Leitung", "Mail Leitung"),
    "cost": ("Kosten", "Preis", "Beitrag", "Elternbeitrag", "Gebühr", "Gebühren", "Cost", "Price"),
}
"""By field of a mapping. `house_number` joins the street, `postcode_town` holds both."""

GIVEN_NAMES = ("Vorname", "Given Name", "First Name")
FAMILY_NAMES = ("Name", "Nachname", "Familienname", "Last Name", "Surname")
KEYS = (
    *("ID", "Kennung", "Schlüssel", "Schulnummer", "Schul-Nr.", "Einrichtungsnummer"),
    *("Einrichtungs-ID", "Einrichtungs-Nr.", "Kennziffer", "Betriebsnummer", "Nummer", "Key"),
    *("Kita-Nr.", "Kita-ID", "Kundennummer", "Anbieternummer", "UID", "GUID", "Nr.", "Nr"),
)

POSTCODE = re.compile(r"\s*(?:D-)?\d{5}\s*")
POSTCODE_TOWN = re.compile(r"\s*(?:D-)?\d{5}\s+[^\d,;]+")
ADDRESS = re.compile(r"[^,\n]+,\s*\d{5}\s+[^,]+", re.DOTALL)
STREET = re.compile(
    r".*(?:str\.?|straße|strasse|weg|platz|allee|ring|gasse|damm|ufer|deich|markt|hof|kamp|patt"
    r"|loog|chaussee|wall|lohne|reihe)\s*\d+.*|[^\d@]+\s\d{1,4}\s?[a-z]?",
    re.IGNORECASE,
)
EMAIL = re.compile(r"\s*\S+@\S+\.\S+\s*")
WEBSITE = re.compile(
    r"\s*(?:https?://|www\.)\S+\s*|\s*[\w-]+(?:\.[\w-]+)+(?:/\S*)?\s*", re.IGNORECASE
)
PHONE = re.compile(r"\s*(?:\+|0)[\d\s()/.\-–]{5,}")
HOURS = re.compile(
    r".*\b(?:Mo|Di|Mi|Do|Fr|Sa|So|Tu|We|Th|Su|montags?|tägl)\b.*\d.*"
    r"|\s*\d{1,2}[:.]\d{2}\s*(?:-|–|bis)\s*\d{1,2}[:.]\d{2}.*",
    re.IGNORECASE | re.DOTALL,
)
