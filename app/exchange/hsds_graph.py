"""The objects of an HSDS 3 document, nested or in tables, brought together by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.exchange.cleaning import as_text

Thing = dict[str, object]

_PLURALS = {
    "organization": "organizations",
    "service": "services",
    "location": "locations",
    "service_at_location": "service_at_locations",
}
_PARTS = {
    "phone": "phones",
    "schedule": "schedules",
    "language": "languages",
    "contact": "contacts",
    "address": "addresses",
    "cost_option": "cost_options",
    "attribute": "attributes",
    "accessibility": "accessibility",
}
_DEEPEST = 16  # tables, things and parts inside one another
_OWNERS = ("service_at_location", "contact", "location", "service", "organization")


@dataclass
class Graph:
    """What a document holds, by id. `pairs` are services at locations in their order; `lost` are
    parts that belong to something the document does not hold, as table, key and missing id."""

    organizations: dict[str, Thing] = field(default_factory=dict)
    services: dict[str, Thing] = field(default_factory=dict)
    locations: dict[str, Thing] = field(default_factory=dict)
    pairs: list[Thing] = field(default_factory=list)
    lost: list[tuple[str, str, str]] = field(default_factory=list)
    unnamed: list[object] = field(default_factory=list)


def is_hsds(document: object) -> bool:
    """Whether a document holds tables of HSDS, or is a list of its services or organizations."""
    if isinstance(document, dict):
        tables = [name for pair in _PLURALS.items() for name in pair if _listed(document, name)]
        kinds = {_singular(name) for name in tables}
        if "service_at_location" in kinds or len(kinds) > 1:
            return True
        parts = [each for name in tables for each in _table(document, name)]
        return any(_is_thing(each) for each in parts)
    return isinstance(document, list) and bool(document) and all(map(_is_thing, document[:20]))


def gather(document: object) -> Graph:
    """Every organization, service, location and service at a location of the document."""
    graph = Graph()
    if isinstance(document, list):
        for each in document:
            _take_any(graph, each)
    elif isinstance(document, dict):
        terms = {key_of(each): each for each in parts_of(document, "taxonomy_terms")}
        if terms:
            _name_terms(document, terms)
        if _is_thing(document):
            _take_any(graph, document)
        for kind, plural in _PLURALS.items():
            for each in (*_table(document, plural), *_table(document, kind)):
                _take(graph, kind, each, {})
        _attach(graph, document)
    return graph


def key_of(thing: Thing) -> str:
    return as_text(thing.get("id")) or ""


def parts_of(thing: Thing, name: str) -> list[Thing]:
    """The objects of a nested list, nothing else."""
    found = thing.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _name_terms(here: object, terms: dict[str, Thing], depth: int = 0) -> None:
    """Give the attributes of a document the terms they name by id."""
    if depth > _DEEPEST:
        return
    if isinstance(here, list):
        for each in here:
            _name_terms(each, terms, depth + 1)
    elif isinstance(here, dict):
        for attribute in parts_of(here, "attributes"):
            term = terms.get(as_text(attribute.get("taxonomy_term_id")) or "")
            if term is not None:
                attribute.setdefault("taxonomy_term", term)
        for value in here.values():
            if isinstance(value, dict | list):
                _name_terms(value, terms, depth + 1)


def _take_any(graph: Graph, each: object) -> None:
    if not isinstance(each, dict):
        graph.unnamed.append(each)
    elif "service_id" in each and "location_id" in each:
        _take(graph, "service_at_location", each, {})
    elif "location_type" in each or "addresses" in each:
        _take(graph, "location", each, {})
    elif "services" in each or ("status" not in each and "service_at_locations" not in each):
        _take(graph, "organization", each, {})
    else:
        _take(graph, "service", each, {})


def _take(graph: Graph, kind: str, each: object, owner: dict[str, str], depth: int = 0) -> str:
    """Keep an object and what is nested in it; its id."""
    if not isinstance(each, dict) or depth > 8:
        graph.unnamed.append(each)
        return ""
    key = key_of(each)
    for name, value in owner.items():
        each.setdefault(name, value)
    if kind == "service_at_location":
        for part in ("service", "location"):
            if isinstance(each.get(part), dict):
                each.setdefault(f"{part}_id", _take(graph, part, each[part], {}, depth + 1))
        graph.pairs.append(each)
        return key
    found = {
        "organization": graph.organizations,
        "service": graph.services,
        "location": graph.locations,
    }[kind]
    if not key:
        graph.unnamed.append(each)
        return ""
    if key not in found or len(each) > len(found[key]):
        found[key] = each
    if isinstance(each.get("organization"), dict):
        body = _take(graph, "organization", each["organization"], {}, depth + 1)
        each.setdefault("organization_id", body)
    _take_nested(graph, kind, each, key, depth)
    return key


def _take_nested(graph: Graph, kind: str, each: Thing, key: str, depth: int) -> None:
    if kind == "organization":
        for part in _table(each, "services"):
            _take(graph, "service", part, {"organization_id": key}, depth + 1)
        for part in _table(each, "locations"):
            _take(graph, "location", part, {"organization_id": key}, depth + 1)
    if kind == "service":
        for part in _table(each, "service_at_locations"):
            _take(graph, "service_at_location", part, {"service_id": key}, depth + 1)


def _attach(graph: Graph, document: Thing) -> None:
    """Parts that stand in tables of their own go to what they belong to; contacts come first,
    since telephones belong to them."""
    things: dict[tuple[str, str], Thing] = {}
    for kind, known in (
        ("organization", graph.organizations),
        ("service", graph.services),
        ("location", graph.locations),
        ("service_at_location", {key_of(pair): pair for pair in graph.pairs}),
    ):
        things |= {(kind, key): thing for key, thing in known.items()}
    for kind, part in _loose(document):
        owner = next((name for name in _OWNERS if part.get(f"{name}_id")), "")
        wanted = as_text(part.get(f"{owner}_id")) or as_text(part.get("link_id")) or ""
        thing = things.get((owner, wanted)) or _linked(things, part)
        if thing is None:
            graph.lost.append((kind, key_of(part), wanted))
            continue
        listed = thing.setdefault(_PARTS[kind], [])
        if isinstance(listed, list) and part not in listed:
            listed.append(part)
        if kind == "contact":
            things["contact", key_of(part)] = part


def _loose(document: Thing) -> Iterator[tuple[str, Thing]]:
    for kind in ("contact", *(kind for kind in _PARTS if kind != "contact")):
        for name in dict.fromkeys((_PARTS[kind], kind)):
            for part in _table(document, name):
                if isinstance(part, dict):
                    yield kind, part


def _linked(things: dict[tuple[str, str], Thing], part: Thing) -> Thing | None:
    return things.get((str(part.get("link_entity")), as_text(part.get("link_id")) or ""))


def _is_thing(each: object) -> bool:
    if not isinstance(each, dict) or "id" not in each or "name" not in each:
        return False
    marks = ("service_at_locations", "organization_id", "organization", "services", "schedules")
    return any(mark in each for mark in marks) and not isinstance(each.get("geometry"), dict)


def _singular(name: str) -> str:
    return name.removesuffix("s")


def _listed(document: Thing, name: str) -> bool:
    found = document.get(name)
    return isinstance(found, list) and any(isinstance(each, dict) for each in found)


def _table(document: Thing, name: str) -> Iterator[object]:
    found = document.get(name)
    yield from found if isinstance(found, list) else ()
