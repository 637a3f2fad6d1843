"""GeoJSON (RFC 7946): features with known properties to rows of fields."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from app.exchange.cleaning import as_text
from app.exchange.known_names import fields_of
from app.exchange.limits import check_rows
from app.exchange.own_parts import contacts_of, costs_of
from app.progress import Step, Steps
from app.records.importing import SourceRow
from app.records.imports import Note, NoteCode

READING = "reading_list"
_GEOMETRIES = frozenset(
    {
        *("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
        "GeometryCollection",
    }
)
_STEP = 500


def is_geojson(document: object) -> bool:
    if not isinstance(document, dict):
        return False
    kind = document.get("type")
    if kind == "FeatureCollection":
        return isinstance(document.get("features"), list)
    return kind == "Feature" and "geometry" in document


def read_features(document: object) -> Steps[tuple[tuple[SourceRow, ...], tuple[Note, ...]]]:
    """A row for each feature, counted from 1; areas and lines are told and count as their middle.

    A feature without an id and without properties that name it has the key made of its address.
    """
    features = document.get("features") if isinstance(document, dict) else None
    listed = features if isinstance(features, list) else [document]
    check_rows(len(listed))
    rows: list[SourceRow] = []
    notes: list[Note] = []
    for number, feature in enumerate(listed, start=1):
        if number % _STEP == 0:
            yield Step(number, len(listed), READING)
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(feature, dict) or not isinstance(properties, dict | None):
            notes.append(Note(number, "", "", NoteCode.NOT_A_RECORD, str(feature)[:200]))
            continue
        rows.append(_row(number, feature, properties or {}, notes))
    return tuple(rows), tuple(notes)


def _row(
    number: int,
    feature: Mapping[str, object],
    properties: Mapping[str, object],
    notes: list[Note],
) -> SourceRow:
    values, unknown = fields_of(properties)
    if "contacts" in values:
        values["contacts"] = contacts_of(values["contacts"])
    if "costs" in values:
        values["costs"] = costs_of(values["costs"])
    if "hours_given" in properties:
        values.setdefault("hours_osm", "")  # a file of the program's own: nobody knows more
    geometry = feature.get("geometry")
    if isinstance(geometry, dict):
        _locate(number, geometry, values, notes)
    key = feature.get("id", properties.get("id", properties.get("@id", values.get("source_key"))))
    values["source_key"] = as_text(key) or ""
    told = [name for name in unknown if name not in ("id", "@id")]
    if told:
        notes.append(
            Note(number, str(values["source_key"]), "", NoteCode.NOT_HELD, ", ".join(told))
        )
    return SourceRow(number, values)


def _locate(
    number: int, geometry: Mapping[str, object], values: dict[str, object], notes: list[Note]
) -> None:
    kind = geometry.get("type")
    if not isinstance(kind, str) or kind not in _GEOMETRIES:
        return
    if kind == "Point":
        place = geometry.get("coordinates")
        if isinstance(place, list) and len(place) >= 2:
            values["longitude"], values["latitude"] = place[0], place[1]
        elif place:
            values["latitude"] = values["longitude"] = str(place)
        return
    middle = _middle(geometry)
    if middle is not None:
        values["longitude"], values["latitude"] = middle
        told = f"{middle[1]} {middle[0]}"
        notes.append(Note(number, "", "latitude", NoteCode.COORDINATES_CENTRE, str(kind), told))


def _middle(geometry: Mapping[str, object]) -> tuple[float, float] | None:
    """The centre of gravity of the outer ring of a polygon, the largest of several; of lines and
    points their mean. Degrees are small here, so the plane will do."""
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        return _of_ring(_ring(coordinates))
    if geometry.get("type") == "MultiPolygon" and isinstance(coordinates, list):
        rings = [_ring(polygon) for polygon in coordinates]
        return _of_ring(max(rings, key=lambda ring: abs(_area(ring)), default=[]))
    parts = geometry.get("geometries")
    points = list(_points(parts if isinstance(parts, list) else coordinates))
    return _mean(points)


def _of_ring(ring: list[tuple[float, float]]) -> tuple[float, float] | None:
    area = _area(ring)
    if abs(area) < 1e-12:
        return _mean(ring)
    x0, y0 = ring[0]  # near the ring itself, so that small areas keep their digits
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        x += (ax + bx - 2 * x0) * cross
        y += (ay + by - 2 * y0) * cross
    return _rounded(x0 + x / (6 * area), y0 + y / (6 * area))


def _area(ring: list[tuple[float, float]]) -> float:
    if len(ring) < 3:
        return 0.0
    x0, y0 = ring[0]
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum((ax - x0) * (by - y0) - (bx - x0) * (ay - y0) for (ax, ay), (bx, by) in pairs) / 2


def _ring(polygon: object) -> list[tuple[float, float]]:
    outer = polygon[0] if isinstance(polygon, list) and polygon else []
    return list(_points(outer))


def _mean(points: list[tuple[float, float]]) -> tuple[float, float] | None:
    if not points:
        return None
    count = len(points)
    return _rounded(sum(x for x, _ in points) / count, sum(y for _, y in points) / count)


def _rounded(x: float, y: float) -> tuple[float, float] | None:
    return (round(x, 6), round(y, 6)) if math.isfinite(x) and math.isfinite(y) else None


def _points(found: object, depth: int = 0) -> Iterator[tuple[float, float]]:
    """Every position in nested lists or geometries, as longitude and latitude."""
    if isinstance(found, dict):
        found = found.get("coordinates")
    if not isinstance(found, list) or depth > 6:
        return
    x, y = (*found, None, None)[:2]
    if _is_number(x) and _is_number(y):
        yield float(x), float(y)
        return
    for part in found:
        yield from _points(part, depth + 1)


def _is_number(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) <= 1_000_000
        and math.isfinite(value)
    )
