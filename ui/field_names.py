"""What the fields of a provider are called. No Qt: notes and the terminal say the same words."""

from __future__ import annotations

from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "organisation": "Name",
    "category": "Art",
    "operator": "Träger",
    "service": "Angebot",
    "description": "Beschreibung",
    "site": "Standort",
    "street": "Straße und Nr.",
    "postcode": "Postleitzahl",
    "town": "Ort",
    "ags": "Gemeindeschlüssel",
    "latitude": "Breitengrad",
    "longitude": "Längengrad",
    "phone": "Telefon",
    "email": "E-Mail",
    "website": "Internet",
    "hours_given": "Öffnungszeiten (Wortlaut)",
    "hours_osm": "Öffnungszeiten (Woche)",
    "hours_from": "Öffnungszeiten gelten ab",
    "hours_to": "Öffnungszeiten gelten bis",
    "closed_from": "geschlossen ab",
    "closed_until": "geschlossen bis",
    "closed_because": "geschlossen, weil",
    "min_age_months": "Alter ab",
    "max_age_months": "Alter bis",
    "places": "Plätze",
    "free_places": "freie Plätze",
    "free_as_of": "freie Plätze, Stand",
    "waiting": "Warteliste",
    "settling_weeks": "Eingewöhnung in Wochen",
    "reserved_places": "Belegplätze",
    "reserved_for": "Belegplätze für",
    "costs": "Kosten",
    "cost": "Kosten",
    "cost_note": "Kosten, Hinweis",
    "languages": "Sprachen",
    "accessible": "barrierefrei",
    "by_appointment": "nur nach Vereinbarung",
    "online_form": "Onlineformular",
    "video": "per Video",
    "contacts": "Ansprechpersonen",
    "contact_name": "Ansprechperson",
    "contact_area": "zuständig für",
    "contact_phone": "Telefon der Ansprechperson",
    "contact_email": "E-Mail der Ansprechperson",
    "contact_note": "Notiz zur Ansprechperson",
    "valid_from": "besteht ab",
    "valid_to": "besteht bis",
    "successor": "Nachfolger",
    "note": "Notiz (intern)",
    "public_note": "Hinweis für Familien",
    "office_type": "Art der Behörde",
    "area": "zuständig für Gemeinden",
    "source": "Liste",
    "source_key": "Schlüssel der Liste",
}
"""By field of `ProviderDraft` or target of a mapping."""


def field_name(field: str) -> str:
    """The name of a field, the code itself where it is none of ours."""
    return FIELDS.get(field, field)
