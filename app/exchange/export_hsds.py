"""The directory as HSDS 3 (Open Referral): organizations, and services with their locations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date
from enum import Enum
from typing import BinaryIO
from uuid import NAMESPACE_URL, UUID, uuid5

from app.content.languages import language_name
from app.exchange.hsds import OWN
from app.exchange.hsds_hours import schedules_of
from app.exchange.table_words import CATEGORIES
from app.progress import Step, Steps
from app.records.exporting import ExportedProvider
from app.records.providers import Category, Cost, ProviderDraft, value_of
from app.records.school_profiles import PARTS

WRITING = "writing_list"
_STEP = 250
Thing = dict[str, object]

_OF_ORGANISATION = ("operator", "website")
_OF_SERVICE = (
    *("category", "places", "free_places", "free_as_of", "waiting", "reserved_places"),
    *("by_appointment", "video", "online_form", "office_type", "area", "service", "description"),
    *("min_age_months", "max_age_months", "settling_weeks", "features"),
)
_OF_PLACE = ("site", "ags", "accessible")
_OF_BOTH = (
    *("hours_osm", "hours_given", "hours_from", "hours_to", "closed_from", "closed_until"),
    *("closed_because", "valid_from", "valid_to", *PARTS),
)
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_URI = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)


def write_hsds(
    providers: Sequence[ExportedProvider], out: BinaryIO, namespace: str, on: date
) -> Steps[None]:
    """A JSON document with `organizations`, `services`, each with the locations it is at, and the
    `taxonomy_terms` of their attributes; the ids are UUIDs of the records in the data file named
    `namespace`, the same each time.

    What HSDS has no field for stands in attributes of the taxonomy "Heimathafen", one for each
    field, so that reading the file gives it back. `on` decides whether a service still is.
    """
    writer = _Writer(namespace, on)
    bodies: dict[int, ExportedProvider] = {}
    services: dict[int, list[ExportedProvider]] = {}
    for provider in providers:
        bodies.setdefault(provider.organisation, provider)
        services.setdefault(provider.service, []).append(provider)
    out.write(b'{"version": "3.0",\n"organizations": [')
    yield from _pieces(map(writer.organization, bodies.values()), len(bodies), out)
    out.write(b'],\n"services": [')
    yield from _pieces(map(writer.service, services.values()), len(services), out)
    out.write(b'],\n"taxonomy_terms": [')
    yield from _pieces(writer.terms.values(), len(writer.terms), out)
    out.write(b"]}\n")


def _pieces(things: Iterable[Thing], total: int, out: BinaryIO) -> Steps[None]:
    for number, thing in enumerate(things):
        if number % _STEP == 0:
            yield Step(number, total, WRITING)
        out.write(b",\n" if number else b"\n")
        out.write(json.dumps(thing, ensure_ascii=False, allow_nan=False).encode())
    yield Step(total, total, WRITING)


class _Writer:
    def __init__(self, namespace: str, on: date) -> None:
        self._space: UUID = uuid5(NAMESPACE_URL, f"heimathafen:{namespace}")
        self._on = on
        self.terms: dict[str, Thing] = {}

    def organization(self, provider: ExportedProvider) -> Thing:
        draft, key = provider.draft, self._key("organization", provider.organisation)
        thing: Thing = {"id": key, "name": draft.organisation, "description": draft.organisation}
        if _EMAIL.fullmatch(draft.email):
            thing["email"] = draft.email
        if draft.website:
            thing["website"] = _uri(draft.website)
        if draft.phone:
            thing["phones"] = [{"id": self._part(key, "phone"), "number": draft.phone}]
        if draft.contacts:
            thing["contacts"] = list(self._contacts(draft, key))
        own = _own_values(draft, _OF_ORGANISATION)
        if own.get("website") == thing.get("website"):
            own.pop("website", None)
        if draft.email and "email" not in thing:
            own["email"] = draft.email
        return thing | self._attributes(key, own)

    def service(self, providers: Sequence[ExportedProvider]) -> Thing:
        provider = providers[0]
        draft, key = provider.draft, self._key("service", provider.service)
        thing: Thing = {
            "id": key,
            "organization_id": self._key("organization", provider.organisation),
            "name": draft.service or draft.organisation,
            "status": self._status(draft),
            "last_modified": f"{provider.saved_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        }
        known: Thing = {
            "description": draft.description,
            "minimum_age": _years(draft.min_age_months),
            "maximum_age": _years(draft.max_age_months),
            "assured_date": provider.checked_on.isoformat() if provider.checked_on else "",
            "languages": [
                {"id": self._part(key, f"language {tag}"), "code": tag, "name": language_name(tag)}
                for tag in draft.languages
            ],
            "cost_options": [
                self._cost(cost, self._part(key, f"cost {number}"))
                for number, cost in enumerate(draft.costs)
            ],
        }
        thing |= {name: value for name, value in known.items() if value not in (None, "", [])}
        own = _own_values(draft, _OF_SERVICE)
        for name in ("service", "description"):
            if own.get(name) != draft.organisation:  # else it is taken for no word of its own
                own.pop(name, None)
        thing |= self._attributes(key, own)
        return thing | {"service_at_locations": [self._pair(each) for each in providers]}

    def _pair(self, provider: ExportedProvider) -> Thing:
        draft, key = provider.draft, self._key("service_at_location", provider.id)
        thing: Thing = {
            "id": key,
            "service_id": self._key("service", provider.service),
            "location_id": self._key("location", provider.place),
            "location": self._location(provider),
        }
        if draft.public_note:
            thing["description"] = draft.public_note
        schedules = schedules_of(draft.hours_osm, draft.hours_from, draft.hours_to)
        if schedules:
            thing["schedules"] = [
                {"id": self._part(key, f"schedule {number}")} | each
                for number, each in enumerate(schedules)
            ]
        own = _own_values(draft, _OF_BOTH)
        return thing | self._attributes(key, own)

    def _location(self, provider: ExportedProvider) -> Thing:
        draft, key = provider.draft, self._key("location", provider.place)
        thing: Thing = {"id": key, "location_type": "physical"}
        if draft.site:
            thing["name"] = draft.site
        if draft.latitude is not None and draft.longitude is not None:
            thing |= {"latitude": draft.latitude, "longitude": draft.longitude}
        if draft.street or draft.postcode or draft.town:
            thing["addresses"] = [
                {
                    "id": self._part(key, "address"),
                    "address_1": draft.street,
                    "city": draft.town,
                    "state_province": "",
                    "postal_code": draft.postcode,
                    "country": "DE",
                    "address_type": "physical",
                }
            ]
        if draft.accessible is not None:
            said = "barrierefrei" if draft.accessible else "nicht barrierefrei"
            thing["accessibility"] = [{"id": self._part(key, "access"), "description": said}]
        return thing | self._attributes(key, _own_values(draft, _OF_PLACE))

    def _contacts(self, draft: ProviderDraft, owner: str) -> Iterable[Thing]:
        for number, person in enumerate(draft.contacts):
            key = self._part(owner, f"contact {number}")
            known: Thing = {"name": person.name, "title": person.area}
            if _EMAIL.fullmatch(person.email):
                known["email"] = person.email
            if person.phone:
                known["phones"] = [{"id": self._part(key, "phone"), "number": person.phone}]
            own = {"note": person.note} if person.note else {}
            if person.email and "email" not in known:
                own["email"] = person.email
            thing: Thing = {"id": key} | {name: value for name, value in known.items() if value}
            yield thing | self._attributes(key, own)

    def _cost(self, cost: Cost, key: str) -> Thing:
        known: Thing = {
            "option": cost.label,
            "amount": None if cost.cents is None else cost.cents / 100,
            "currency": "EUR",
            "amount_description": cost.note,
            "valid_from": cost.valid_from.isoformat() if cost.valid_from else "",
            "valid_to": cost.valid_to.isoformat() if cost.valid_to else "",
        }
        thing: Thing = {"id": key}
        thing |= {name: value for name, value in known.items() if value not in (None, "")}
        return thing | self._attributes(key, {"per": cost.per.value})

    def _attributes(self, owner: str, values: dict[str, str]) -> Thing:
        if not values:
            return {}
        return {
            "attributes": [
                {
                    "id": self._part(owner, f"attribute {name}"),
                    "taxonomy_term_id": self._term(name, value),
                    "value": value,
                }
                for name, value in values.items()
            ]
        }

    def _term(self, name: str, value: str) -> str:
        """The id of the field as a term; the kind of a provider by its German name, for whoever
        reads it."""
        word = CATEGORIES[Category(value)] if name == "category" else name
        key = str(uuid5(self._space, f"term {name} {word}"))
        self.terms[key] = {
            "id": key,
            "code": name,
            "name": word,
            "description": name,
            "taxonomy": OWN,
        }
        return key

    def _status(self, draft: ProviderDraft) -> str:
        if draft.valid_to is not None and draft.valid_to < self._on:
            return "defunct"
        begun = draft.closed_from is not None and draft.closed_from <= self._on
        over = draft.closed_until is not None and draft.closed_until < self._on
        return "temporarily closed" if begun and not over else "active"

    def _key(self, kind: str, number: int) -> str:
        return str(uuid5(self._space, f"{kind} {number}"))

    def _part(self, owner: str, what: str) -> str:
        return str(uuid5(self._space, f"{owner} {what}"))


def _own_values(draft: ProviderDraft, names: Sequence[str]) -> dict[str, str]:
    """Fields as texts, nothing unknown or blank."""
    found = {
        name: _text(value_of(draft, name))
        for name in names
        if name not in PARTS or draft.school is not None
    }
    return {name: value for name, value in found.items() if value}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _years(months: int | None) -> float | None:
    return None if months is None else round(months / 12, 4)


def _uri(website: str) -> str:
    return website if _URI.fullmatch(website) else f"https://{website}"
