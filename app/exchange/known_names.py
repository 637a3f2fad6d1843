"""What properties of foreign maps and lists are called, by field of a provider."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.records.providers import FIELDS
from app.records.school_profiles import PARTS

_NAMES: Mapping[str, str] = {
    "organisation": "name|title|titel|bezeichnung|einrichtung|name der einrichtung|anbieter"
    "|organization|kita|schule|schulname|institution",
    "operator": "träger|traeger|betreiber|operator name",
    "category": "art|typ|type|kategorie|einrichtungsart|amenity",
    "service": "angebot|leistung|schulform|services",
    "description": "beschreibung|konzept",
    "site": "standort|gebäude|site name|addr:housename",
    "street": "strasse|straße|anschrift|adresse|address|addr:street",
    "postcode": "plz|postleitzahl|zip|postal code|postalcode|addr:postcode",
    "town": "ort|stadt|wohnort|city|addr:city|place",
    "ags": "gemeindeschlüssel|gemeindeschluessel|amtlicher gemeindeschlüssel",
    "phone": "telefon|tel|telefonnummer|phone number|contact:phone|fon",
    "email": "mail|e mail|contact:email|emailadresse",
    "website": "web|url|homepage|internet|webseite|contact:website|www",
    "hours_osm": "opening hours|opening_hours",
    "hours_given": "öffnungszeiten|oeffnungszeiten|öffnungszeit|zeiten|betreuungszeiten",
    "places": "plätze|plaetze|anzahl plätze|capacity|kapazität",
    "free_places": "freie plätze|freie plaetze",
    "waiting": "warteliste",
    "settling_weeks": "eingewöhnung|eingewoehnung|eingewöhnungszeit|eingewöhnung (wochen)"
    "|eingewöhnungszeit (wochen)",
    "languages": "sprachen|sprache|language",
    "features": "digitale dienste|digitale angebote|versorgungsform",
    "accessible": "barrierefrei|wheelchair|rollstuhlgerecht",
    "public_note": "hinweis|hinweise",
    "note": "notiz|bemerkung|bemerkungen|remark|comment",
    "latitude": "lat|breite|breitengrad|y",
    "longitude": "lon|lng|long|länge|laenge|längengrad|x",
}
_HOUSE_NUMBERS = frozenset({"hausnummer", "hausnr", "hnr", "nr", "addr:housenumber", "housenumber"})
_SHARED = {
    "organisation id": "organisation_key",
    "service id": "service_key",
    "place id": "place_key",
}
_FOR_THE_EYE = frozenset({"checked on", "checked by", "reserved for", "successor", "source"})
_YEARS = {"min age": "min_age_months", "max age": "max_age_months"}


def plain(name: str) -> str:
    """A name for comparing: small, with blanks for the signs that part its words."""
    return re.sub(r"[\s_.-]+", " ", name.strip().casefold())


_FIELDS: Mapping[str, str] = {
    **{plain(name): field for field, names in _NAMES.items() for name in names.split("|")},
    **{plain(field): field for field in (*FIELDS, *PARTS)},
}


def field_of(name: str) -> str:
    """The field a property fills; "" where it is not known."""
    return _FIELDS.get(plain(name), "")


def fields_of(properties: Mapping[str, object]) -> tuple[dict[str, object], tuple[str, ...]]:
    """The values by field, and the names of the properties that hold something and fill none. The
    first of two that fill the same wins; house numbers join the street, ages in years become
    months."""
    values: dict[str, object] = {}
    unknown: list[str] = []
    number: object = ""
    for name, value in properties.items():
        field = field_of(name)
        if plain(name) in _HOUSE_NUMBERS:
            number = value
        elif plain(name) in _FOR_THE_EYE:
            continue
        elif plain(name) in _SHARED:
            values[_SHARED[plain(name)]] = value
        elif plain(name) in _YEARS:
            values.setdefault(_YEARS[plain(name)], _months(value))
        elif field and field not in values:
            values[field] = value
        elif value not in (None, "", [], {}):
            unknown.append(name)
    if number not in (None, ""):
        street = values.get("street")
        values["street"] = f"{street} {number}" if street else number
    return values, tuple(unknown)


def _months(years: object) -> object:
    text = str(years).strip().replace(",", ".")
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", text, re.ASCII):
        return round(float(text) * 12)
    return years
