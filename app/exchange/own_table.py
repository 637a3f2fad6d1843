"""The table this program writes as CSV and XLSX: its heads and its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto

from app.content.languages import language_name
from app.exchange.school_words import ALL_DAY, TYPES
from app.exchange.table_words import CATEGORIES, feature_word, language_code
from app.records.exporting import ExportedProvider
from app.records.providers import SCHOOLS, ContactPerson, Cost, CostPer, ProviderDraft, value_of

Cell = str | int | float | date | None


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    NUMBER = auto()
    DEGREES = auto()
    MONEY = auto()
    DAY = auto()
    YES_NO = auto()


HEADS: Mapping[str, tuple[str, Kind]] = {
    "source_key": ("Nr.", Kind.NUMBER),
    "organisation": ("Einrichtung", Kind.TEXT),
    "operator": ("Träger", Kind.TEXT),
    "category": ("Art", Kind.TEXT),
    "service": ("Angebot", Kind.TEXT),
    "description": ("Beschreibung", Kind.TEXT),
    "site": ("Standort", Kind.TEXT),
    "street": ("Straße", Kind.TEXT),
    "postcode": ("PLZ", Kind.TEXT),
    "town": ("Ort", Kind.TEXT),
    "ags": ("Gemeindeschlüssel", Kind.TEXT),
    "latitude": ("Breitengrad", Kind.DEGREES),
    "longitude": ("Längengrad", Kind.DEGREES),
    "phone": ("Telefon", Kind.TEXT),
    "email": ("E-Mail", Kind.TEXT),
    "website": ("Webseite", Kind.TEXT),
    "hours_given": ("Öffnungszeiten im Wortlaut", Kind.TEXT),
    "hours_osm": ("Öffnungszeiten (OSM)", Kind.TEXT),
    "hours_from": ("Öffnungszeiten gelten ab", Kind.DAY),
    "hours_to": ("Öffnungszeiten gelten bis", Kind.DAY),
    "closed_from": ("Vorübergehend geschlossen ab", Kind.DAY),
    "closed_until": ("Vorübergehend geschlossen bis", Kind.DAY),
    "closed_because": ("Geschlossen, weil", Kind.TEXT),
    "min_age_months": ("Alter ab (Monate)", Kind.NUMBER),
    "max_age_months": ("Alter bis (Monate)", Kind.NUMBER),
    "places": ("Plätze", Kind.NUMBER),
    "free_places": ("Freie Plätze", Kind.NUMBER),
    "free_as_of": ("Freie Plätze, Stand", Kind.DAY),
    "waiting": ("Warteliste", Kind.NUMBER),
    "reserved_places": ("Reservierte Plätze", Kind.NUMBER),
    "reserved_for": ("Reserviert für", Kind.TEXT),
    "settling_weeks": ("Eingewöhnung (Wochen)", Kind.NUMBER),
    "languages": ("Sprachen", Kind.TEXT),
    "accessible": ("Barrierefrei", Kind.YES_NO),
    "by_appointment": ("Nach Vereinbarung", Kind.YES_NO),
    "online_form": ("Online-Formular", Kind.TEXT),
    "video": ("Per Video", Kind.YES_NO),
    "features": ("Digitale Dienste und neue Formen", Kind.TEXT),
    "valid_from": ("Besteht ab", Kind.DAY),
    "valid_to": ("Besteht bis", Kind.DAY),
    "successor": ("Danach", Kind.TEXT),
    "office_type": ("Amt, Art", Kind.TEXT),
    "area": ("Amt, zuständig für", Kind.TEXT),
    "public_note": ("Hinweis für Familien", Kind.TEXT),
    "note": ("Interne Notiz", Kind.TEXT),
    "checked_on": ("Geprüft am", Kind.DAY),
    "checked_by": ("Geprüft von", Kind.TEXT),
    "source": ("Quelle", Kind.TEXT),
    "key_there": ("Schlüssel in der Quelle", Kind.TEXT),
    "organisation_key": ("Nr. der Einrichtung", Kind.NUMBER),
    "service_key": ("Nr. des Angebots", Kind.NUMBER),
    "place_key": ("Nr. des Standorts", Kind.NUMBER),
}
"""Field, head and kind of the columns, in their order."""

SCHOOL_HEADS: Mapping[str, tuple[str, Kind]] = {
    "school_type": ("Schule: Schulform", Kind.TEXT),
    "school_first_class": ("Schule: Klasse von", Kind.NUMBER),
    "school_last_class": ("Schule: Klasse bis", Kind.NUMBER),
    "school_catchment": ("Schule: nimmt Kinder aus", Kind.TEXT),
    "school_all_day": ("Schule: Ganztag", Kind.TEXT),
    "school_all_day_osm": ("Schule: Ganztagszeit (OSM)", Kind.TEXT),
    "school_all_day_places": ("Schule: freie Ganztagsplätze", Kind.NUMBER),
    "school_holiday_care": ("Schule: Ferienbetreuung", Kind.YES_NO),
    "school_languages": ("Schule: Sprachen im Unterricht", Kind.TEXT),
    "school_german_class": ("Schule: Deutschförderung", Kind.YES_NO),
    "school_public_note": ("Schule: Hinweis", Kind.TEXT),
    "school_source": ("Schule: Quelle", Kind.TEXT),
    "school_as_of": ("Schule: Stand", Kind.DAY),
}
"""Those of the profile of a school, to be filled in too; a table without schools has them not."""
CONTACT_HEADS: Mapping[str, str] = {
    "name": "Name",
    "area": "Aufgabe",
    "phone": "Telefon",
    "email": "E-Mail",
    "note": "Notiz",
}
COST_HEADS: Mapping[str, tuple[str, Kind]] = {
    "label": ("wofür", Kind.TEXT),
    "cents": ("Euro", Kind.MONEY),
    "per": ("je", Kind.TEXT),
    "note": ("Bemerkung", Kind.TEXT),
    "valid_from": ("gilt ab", Kind.DAY),
    "valid_to": ("gilt bis", Kind.DAY),
}
PERIODS: Mapping[CostPer, str] = {
    CostPer.MONTH: "Monat",
    CostPer.WEEK: "Woche",
    CostPer.DAY: "Tag",
    CostPer.HOUR: "Stunde",
    CostPer.ONCE: "einmalig",
    CostPer.OTHER: "anderes",
}
_RISKY = re.compile(r"'*[=+\-@\t\r\n]")
_HIDDEN = re.compile(r"'+[=+\-@\t\r\n]")


def heads_for(providers: Sequence[ExportedProvider]) -> tuple[tuple[str, Kind], ...]:
    """The heads with as many contact persons and costs as the richest provider has."""
    people, costs, schools = width_of(providers)
    return (
        *HEADS.values(),
        *(SCHOOL_HEADS.values() if schools else ()),
        *(
            (f"Ansprechperson {number}: {head}", Kind.TEXT)
            for number in range(1, people + 1)
            for head in CONTACT_HEADS.values()
        ),
        *(
            (f"Kosten {number}: {head}", kind)
            for number in range(1, costs + 1)
            for head, kind in COST_HEADS.values()
        ),
    )


def cells_of(provider: ExportedProvider, people: int, costs: int, schools: int) -> list[Cell]:
    """The cells of one provider, typed, with room for so many contact persons and costs, and for
    the profile of a school where any is one."""
    draft = provider.draft
    special: dict[str, Cell] = {
        "source_key": provider.id,
        "category": CATEGORIES[draft.category],
        "languages": ", ".join(map(_language, draft.languages)),
        "features": ", ".join(map(feature_word, draft.features)),
        "area": " ".join(draft.area),
        "reserved_for": provider.reserved_for,
        "successor": provider.successor,
        "checked_on": provider.checked_on,
        "checked_by": provider.checked_by,
        "key_there": draft.source_key,
        "organisation_key": provider.organisation,
        "service_key": provider.service,
        "place_key": provider.place,
    }
    cells = [
        special[name] if name in special else _cell(getattr(draft, name), kind)
        for name, (_, kind) in HEADS.items()
    ]
    if schools:
        cells += _school_cells(draft)
    for person in (*draft.contacts, *[ContactPerson()] * (people - len(draft.contacts))):
        cells += [getattr(person, name) for name in CONTACT_HEADS]
    for cost in (*draft.costs, *[None] * (costs - len(draft.costs))):
        cells += _cost_cells(cost)
    return cells


def escaped(text: str) -> str:
    """A text no spreadsheet takes for a formula: an apostrophe before = + - @ and tabs."""
    return f"'{text}" if is_risky(text) else text


def marked(text: str) -> str:
    """A text for a cell that bears a mark of its own: only what reads as escaped is escaped."""
    return f"'{text}" if _HIDDEN.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if _HIDDEN.match(text) else text


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula."""
    return _RISKY.match(text) is not None


def width_of(providers: Sequence[ExportedProvider]) -> tuple[int, int, int]:
    """How many contact persons and costs the richest provider has, and how many profiles of schools
    a provider may have."""
    return (
        max((len(each.draft.contacts) for each in providers), default=0),
        max((len(each.draft.costs) for each in providers), default=0),
        int(any(each.draft.school or each.draft.category in SCHOOLS for each in providers)),
    )


def _cell(value: object, kind: Kind) -> Cell:
    if kind is Kind.YES_NO:
        return {True: "ja", False: "nein"}.get(value, "") if isinstance(value, bool) else ""
    return value if isinstance(value, str | int | float | date) else None


def _language(tag: str) -> str:
    """The German name, where it leads back to the tag."""
    name = language_name(tag)
    return name if "," not in name and language_code(name) == tag else tag


def _school_cells(draft: ProviderDraft) -> list[Cell]:
    profile = draft.school
    if profile is None:
        return [None] * len(SCHOOL_HEADS)
    special: dict[str, Cell] = {
        "school_type": TYPES[profile.type],
        "school_catchment": " ".join(profile.catchment),
        "school_all_day": ALL_DAY[profile.all_day],
        "school_languages": ", ".join(map(_language, profile.languages)),
    }
    return [
        special[name] if name in special else _cell(value_of(draft, name), kind)
        for name, (_, kind) in SCHOOL_HEADS.items()
    ]


def _cost_cells(cost: Cost | None) -> list[Cell]:
    if cost is None:
        return [None] * len(COST_HEADS)
    euros = None if cost.cents is None else cost.cents / 100
    return [cost.label, euros, PERIODS[cost.per], cost.note, cost.valid_from, cost.valid_to]
