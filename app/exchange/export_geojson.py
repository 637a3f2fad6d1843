"""The directory as GeoJSON (RFC 7946): a feature for each provider, without internal notes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import BinaryIO

from app.exchange.own_parts import contact_object, cost_object
from app.progress import Step, Steps
from app.records.exporting import ExportedProvider
from app.records.providers import FIELDS, value_of
from app.records.school_profiles import PARTS

WRITING = "writing_list"
_STEP = 500
_NOT_SAID = frozenset(
    {"note", "source", "source_key", "latitude", "longitude", "reserved_for", "successor", "school"}
)


def write_geojson(providers: Sequence[ExportedProvider], out: BinaryIO) -> Steps[None]:
    """One feature a line. A provider without degrees has no geometry (section 3.2); longitude
    stands before latitude (section 3.1.1). Properties are named as the fields of a draft."""
    out.write(b'{"type": "FeatureCollection", "name": "Anbieterverzeichnis", "features": [')
    for number, provider in enumerate(providers):
        if number % _STEP == 0:
            yield Step(number, len(providers), WRITING)
        out.write(b",\n" if number else b"\n")
        out.write(json.dumps(_feature(provider), ensure_ascii=False, allow_nan=False).encode())
    out.write(b"\n]}\n")
    yield Step(len(providers), len(providers), WRITING)


def _feature(provider: ExportedProvider) -> dict[str, object]:
    draft = provider.draft
    point: object = None
    if draft.latitude is not None and draft.longitude is not None:
        point = {"type": "Point", "coordinates": [draft.longitude, draft.latitude]}
    return {
        "type": "Feature",
        "id": provider.id,
        "geometry": point,
        "properties": _properties(provider),
    }


def _properties(provider: ExportedProvider) -> dict[str, object]:
    """What is known, nothing blank."""
    draft = provider.draft
    found: dict[str, object] = {
        name: _plain(getattr(draft, name)) for name in FIELDS if name not in _NOT_SAID
    }
    if draft.school is not None:
        found |= {name: _plain(value_of(draft, name)) for name in PARTS}
    found |= {
        "contacts": [contact_object(each) for each in draft.contacts],
        "costs": [cost_object(each) for each in draft.costs],
        "area": " ".join(draft.area),
        "reserved_for": provider.reserved_for,
        "successor": provider.successor,
        "checked_on": _plain(provider.checked_on),
        "checked_by": provider.checked_by,
        "organisation_id": provider.organisation,
        "service_id": provider.service,
        "place_id": provider.place,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
