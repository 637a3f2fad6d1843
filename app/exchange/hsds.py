"""HSDS 3 (Open Referral) to rows of fields: one service at a location, one provider."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.exchange.cleaning import as_text
from app.exchange.hsds_graph import Graph, Thing, gather, is_hsds, key_of, parts_of
from app.exchange.hsds_hours import read_schedules
from app.exchange.limits import check_rows
from app.exchange.own_parts import cents_of, iso_day
from app.exchange.table_words import CATEGORY_WORDS
from app.exchange.values import period
from app.progress import Step, Steps
from app.records.importing import SourceRow
from app.records.imports import Note, NoteCode
from app.records.providers import FIELDS, ContactPerson, Cost, CostPer
from app.records.school_profiles import PARTS

__all__ = ["OWN", "is_hsds", "read_hsds"]

OWN = "Heimathafen"
"""The taxonomy of the attributes in which this program writes what HSDS has no field for."""

READING = "reading_list"
_STEP = 500
_OPEN = "active"
_SAID = (
    ("eligibility_description", "Voraussetzungen"),
    ("application_process", "Anmeldung"),
    ("fees_description", "Kosten"),
    ("wait_time", "Wartezeit"),
    ("interpretation_services", "Sprachmittlung"),
    ("alert", "Hinweis"),
)


def read_hsds(document: object) -> Steps[tuple[tuple[SourceRow, ...], tuple[Note, ...]]]:
    """A row for each service at a location, then for each service and each organization that is
    at none, counted from 1. A row whose service, location or organization is missing is left out,
    and told; so is a part that belongs to nothing."""
    graph = gather(document)
    notes: list[Note] = []
    rows: list[SourceRow] = []
    wanted = list(_wanted(graph))
    check_rows(len(wanted))
    for number, (key, body, service, place, at, missing) in enumerate(wanted, start=1):
        if number % _STEP == 0:
            yield Step(number, len(wanted), READING)
        if missing:
            notes.append(Note(number, key, "", NoteCode.PARENT_MISSING, missing))
            continue
        rows.append(SourceRow(number, _Reader(number, key, notes).values(body, service, place, at)))
    count = len(wanted)
    for number, lost in enumerate(graph.lost, start=count + 1):
        kind, part, owner = lost
        notes.append(Note(number, part, "", NoteCode.PARENT_MISSING, f"{kind}: {owner}"))
    for number, each in enumerate(graph.unnamed, start=count + len(graph.lost) + 1):
        notes.append(Note(number, "", "", NoteCode.NOT_A_RECORD, str(each)[:200]))
    return tuple(rows), tuple(notes)


_Wanted = tuple[str, Thing, Thing, Thing, Thing, str]


def _wanted(graph: Graph) -> Iterable[_Wanted]:
    """Key, organization, service, location, service at location, and what is missing."""
    served: set[str] = set()
    hosting: set[str] = set()
    for pair in graph.pairs:
        service_key, place_key = (as_text(pair.get(name)) or "" for name in _PAIR)
        service, place = graph.services.get(service_key), graph.locations.get(place_key)
        served.add(service_key)
        body_key = as_text((service or {}).get("organization_id")) or ""
        body = graph.organizations.get(body_key)
        hosting.add(body_key)
        missing = _missing(service, service_key, place, place_key, body, body_key)
        yield key_of(pair), body or {}, service or {}, place or {}, pair, missing
    for key, service in graph.services.items():
        body_key = as_text(service.get("organization_id")) or ""
        hosting.add(body_key)
        if key in served:
            continue
        body = graph.organizations.get(body_key)
        missing = "" if body is not None else f"organization_id {body_key}".strip()
        yield key, body or {}, service, {}, {}, missing
    for key, body in graph.organizations.items():
        if key not in hosting:
            yield key, body, {}, {}, {}, ""


_PAIR = ("service_id", "location_id")


def _missing(
    service: Thing | None,
    service_key: str,
    place: Thing | None,
    place_key: str,
    body: Thing | None,
    body_key: str,
) -> str:
    if service is None:
        return f"service_id {service_key}".strip()
    if place is None:
        return f"location_id {place_key}".strip()
    return "" if body is not None else f"organization_id {body_key}".strip()


class _Reader:
    """One row: what it says by field, and what is said about it."""

    def __init__(self, number: int, key: str, notes: list[Note]) -> None:
        self._number = number
        self._key = key
        self._notes = notes
        self._aside: list[str] = []

    def values(self, body: Thing, service: Thing, place: Thing, at: Thing) -> dict[str, object]:
        values: dict[str, object] = {
            "source_key": self._key,
            "organisation_key": key_of(body),
            "service_key": key_of(service),
            "place_key": key_of(place),
            "organisation": body.get("name"),
            "website": body.get("website") or service.get("url"),
            "email": body.get("email") or service.get("email"),
            "public_note": at.get("description"),
        }
        values |= self._service(body, service) | self._place(place)
        values |= self._reach((body, service, place, at))
        values |= self._hours((at, service, place))
        for thing in (body, service, place):
            values |= _own(thing)
        own = _own(at)
        if "hours_osm" in own:
            values["hours_given"] = ""  # a schedule in words repeats what stands in the attribute
        values |= own
        if not (own or values.get("hours_osm")):
            values.pop("hours_osm", None)  # a foreign list: its words may be read
        self._tell_aside(values, service, place)
        return {name: value for name, value in values.items() if value is not None}

    def _say(self, name: str, code: NoteCode, before: str, after: str = "") -> None:
        self._notes.append(Note(self._number, self._key, name, code, before, after))

    def _service(self, body: Thing, service: Thing) -> dict[str, object]:
        name = as_text(service.get("name")) or ""
        status = as_text(service.get("status")) or _OPEN
        if service and status != _OPEN:
            self._say("organisation", NoteCode.MAYBE_CLOSED, status, status)
        about = as_text(service.get("description")) or as_text(body.get("description")) or ""
        return {
            "service": "" if name == body.get("name") else name,
            "description": "" if about == body.get("name") else about,
            "min_age_months": _months(service.get("minimum_age")),
            "max_age_months": _months(service.get("maximum_age")),
            "languages": [
                each.get("code") or each.get("name") for each in parts_of(service, "languages")
            ],
            "category": _category(service),
            "costs": tuple(self._costs(parts_of(service, "cost_options"))),
        }

    def _place(self, place: Thing) -> dict[str, object]:
        addresses = parts_of(place, "addresses")
        address = next(
            (each for each in addresses if each.get("address_type") == "physical"),
            addresses[0] if addresses else {},
        )
        lines = (as_text(address.get(name)) or "" for name in ("address_1", "address_2"))
        values: dict[str, object] = {
            "site": place.get("name"),
            "street": ", ".join(line.strip() for line in lines if line.strip()),
            "postcode": address.get("postal_code"),
            "town": address.get("city"),
        }
        if place.get("latitude") is not None or place.get("longitude") is not None:
            values |= {name: place.get(name) for name in ("latitude", "longitude")}
        return values

    def _reach(self, things: Sequence[Thing]) -> dict[str, object]:
        numbers = [
            as_text(phone.get("number")) or ""
            for thing in things
            for phone in parts_of(thing, "phones")
        ]
        kept = list(dict.fromkeys(number for number in numbers if number))
        for number in kept[1:]:
            self._put_aside("Weitere Telefonnummer", number, "phone")
        people: dict[str, ContactPerson] = {}  # one may stand at organization and service
        for thing in things:
            for each in parts_of(thing, "contacts"):
                people.setdefault(key_of(each) or f"{len(people)}", _person(each))
        return {
            "phone": kept[0] if kept else "",
            "contacts": tuple(each for each in people.values() if each != ContactPerson()),
        }

    def _hours(self, things: Sequence[Thing]) -> dict[str, object]:
        """The schedules of the closest thing that has some."""
        schedules = next((found for thing in things if (found := thing.get("schedules"))), [])
        if not isinstance(schedules, list):
            return {}
        read = read_schedules(schedules)
        for told in read.left:
            self._say("hours_osm", NoteCode.HOURS_NOT_OSM, told)
        return {
            "hours_osm": read.osm,
            "hours_given": read.given,
            "hours_from": read.valid_from,
            "hours_to": read.valid_to,
        }

    def _costs(self, options: Iterable[Thing]) -> Iterable[Cost]:
        for option in options:
            own = _own(option)
            words = as_text(option.get("amount_description")) or ""
            cents = cents_of(option.get("amount"))
            money = as_text(option.get("currency")) or "EUR"
            if money.upper() not in ("EUR", "€"):
                words = " ".join((as_text(option.get("amount")) or "", money, words)).strip()
                cents = None
            per = next((each for each in CostPer if each.value == own.get("per")), None)
            known = period(words) if per is None else None
            yield Cost(
                label=as_text(option.get("option")) or "",
                cents=cents,
                per=per or known or CostPer.OTHER,
                note="" if known else words,
                valid_from=iso_day(option.get("valid_from")),
                valid_to=iso_day(option.get("valid_to")),
            )

    def _tell_aside(self, values: dict[str, object], service: Thing, place: Thing) -> None:
        for name, label in _SAID:
            if said := as_text(service.get(name)):
                self._put_aside(label, said, "description")
        if said := as_text(place.get("transportation")):
            self._put_aside("Anfahrt", said, "street")
        for each in parts_of(place, "accessibility"):
            said = as_text(each.get("description")) or as_text(each.get("details"))
            if said and "accessible" not in values:
                self._put_aside("Barrierefreiheit", said, "accessible")
        if self._aside:
            values["note"] = "\n".join(self._aside)

    def _put_aside(self, what: str, text: str, name: str) -> None:
        line = f"{what}: {text.strip()}"
        self._aside.append(line)
        self._say(name, NoteCode.MOVED_TO_NOTE, text, line)


def _own(thing: Thing) -> dict[str, object]:
    """The fields this program wrote as attributes of its own taxonomy."""
    found: dict[str, object] = {}
    for each in parts_of(thing, "attributes"):
        term = each.get("taxonomy_term")
        if isinstance(term, dict) and term.get("taxonomy") == OWN:
            name = as_text(term.get("code")) or ""
            if name in FIELDS or name in PARTS or name == "per":
                found[name] = each.get("value")
    return found


def _category(service: Thing) -> str:
    """The kind, where a term of any taxonomy is a word for one."""
    for each in parts_of(service, "attributes"):
        term = each.get("taxonomy_term")
        name = as_text(term.get("name")) if isinstance(term, dict) else None
        if name and name.casefold() in CATEGORY_WORDS:
            return name
    return ""


def _person(contact: Thing) -> ContactPerson:
    phones = parts_of(contact, "phones")
    own = _own(contact)
    return ContactPerson(
        name=as_text(contact.get("name")) or "",
        area=as_text(contact.get("title")) or as_text(contact.get("department")) or "",
        phone=(as_text(phones[0].get("number")) or "") if phones else "",
        email=as_text(contact.get("email")) or as_text(own.get("email")) or "",
        note=as_text(own.get("note")) or "",
    )


def _months(years: object) -> object:
    """HSDS counts ages in years, with parts of one."""
    if isinstance(years, int | float) and not isinstance(years, bool) and 0 <= years <= 150:
        return round(years * 12)
    return years
