"""One row to one draft: each field made tidy by what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.exchange import cleaning, values
from app.exchange.cleaning import Tidy, as_text
from app.exchange.hour_columns import hours_of
from app.exchange.rows import Row
from app.exchange.school_values import school_of
from app.exchange.table_words import CATEGORY_WORDS, FEATURE_WORDS, language_code
from app.records.imports import NoteCode
from app.records.providers import Category, ContactPerson, Cost, ProviderDraft
from app.rules.terms import Feature

_TEXTS: dict[str, Callable[[str], Tidy[str]]] = {
    "organisation": values.organisation,
    "postcode": cleaning.postcode,
    "phone": cleaning.phone,
    "email": cleaning.email,
    "website": cleaning.website,
    "online_form": cleaning.website,
    "note": cleaning.lines,
    "public_note": cleaning.lines,
    "description": cleaning.lines,
}
_PLAIN = (
    *("organisation", "operator", "service", "description", "site", "street", "postcode", "town"),
    *("ags", "phone", "email", "website", "online_form", "note", "public_note"),
    *("closed_because", "office_type"),
)
_COUNTS = ("places", "free_places", "waiting", "reserved_places")
_DAYS = (
    *("free_as_of", "valid_from", "valid_to", "hours_from", "hours_to"),
    *("closed_from", "closed_until"),
)
_SPANS = (("valid_from", "valid_to"), ("hours_from", "hours_to"), ("closed_from", "closed_until"))
_FEATURE_CODES = frozenset(each.value for each in Feature)
_CONTACT = ("name", "area", "phone", "email", "note")


def draft_of(row: Row) -> ProviderDraft | None:
    """The draft of a row, without source and key; None, and told, for a row without a name."""
    texts = {name: _plain(row, name) for name in _PLAIN}
    if not texts["organisation"]:
        row.say("organisation", NoteCode.NO_NAME)
        return None
    counts = {name: _count(row, name) for name in _COUNTS}
    days = _days(row)
    youngest, oldest = _ages(row)
    place = _place(row)
    osm, given = hours_of(row)
    return ProviderDraft(
        organisation=texts["organisation"],
        operator=texts["operator"],
        service=texts["service"],
        description=texts["description"],
        site=texts["site"],
        street=texts["street"],
        postcode=texts["postcode"],
        town=texts["town"],
        ags=texts["ags"],
        phone=texts["phone"],
        email=texts["email"],
        website=texts["website"],
        online_form=texts["online_form"],
        note=texts["note"],
        public_note=texts["public_note"],
        closed_because=texts["closed_because"],
        office_type=texts["office_type"],
        places=counts["places"],
        free_places=counts["free_places"],
        waiting=counts["waiting"],
        reserved_places=counts["reserved_places"],
        free_as_of=days["free_as_of"],
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
        hours_from=days["hours_from"],
        hours_to=days["hours_to"],
        closed_from=days["closed_from"],
        closed_until=days["closed_until"],
        category=_category(row),
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        hours_osm=osm,
        hours_given=given,
        min_age_months=youngest,
        max_age_months=oldest,
        settling_weeks=_weeks(row),
        languages=row.codes("languages", language_code) if row.has("languages") else (),
        features=_features(row),
        accessible=row.yes_no("accessible"),
        by_appointment=row.yes_no("by_appointment"),
        video=row.yes_no("video"),
        contacts=_contacts(row),
        costs=_costs(row),
        area=tuple(row.text("area").split()) if row.has("area") else (),
        school=school_of(row, texts["organisation"], texts["service"], lessons=osm),
    )


def _plain(row: Row, name: str) -> str:
    if not row.has(name):
        return ""
    shaped = row.shape(name) == "lines"
    tidy = cleaning.lines if shaped else _TEXTS.get(name, cleaning.line)
    made = tidy(row.text(name))
    value = row.take(name, made)
    doubted = any(said.code is NoteCode.PHONE_DOUBT for said in made.said)
    if name == "phone" and value and not doubted and isinstance(row.raw(name), int | float):
        row.say(name, NoteCode.PHONE_DOUBT, value, value)  # a number cell has lost its zero
    return value


def _count(row: Row, name: str) -> int | None:
    return row.take(name, values.count(cleaning.number(row.raw(name)))) if row.has(name) else None


def _weeks(row: Row) -> int | None:
    name = "settling_weeks"
    return row.take(name, values.weeks(row.raw(name))) if row.has(name) else None


def _days(row: Row) -> dict[str, date | None]:
    days = {
        name: row.take(name, values.day(row.raw(name))) if row.has(name) else None for name in _DAYS
    }
    for first, last in _SPANS:
        days[last] = row.take(last, values.span(days[first], days[last]))
    return days


def _ages(row: Row) -> tuple[int | None, int | None]:
    months = [_months(row, f"{edge}_age_months") for edge in ("min", "max")]
    return row.take("min_age_months", cleaning.ages(*months))


def _months(row: Row, name: str) -> int | None:
    if not row.has(name):
        return None
    value = row.take(name, cleaning.number(row.raw(name)))
    return value * 12 if value is not None and row.shape(name) == "years" else value


def _place(row: Row) -> tuple[float, float] | None:
    if not (row.has("latitude") and row.has("longitude")):
        return None
    return row.take("latitude", cleaning.coordinates(row.raw("latitude"), row.raw("longitude")))


def _category(row: Row) -> Category:
    given = row.raw("category")
    if isinstance(given, Category):
        return given
    text = row.text("category").strip() if row.has("category") else ""
    known = CATEGORY_WORDS.get(text.casefold())
    if known is None and text:
        row.say("category", NoteCode.UNKNOWN_WORD, text, Category.OTHER.value)
    return known or Category.OTHER


def _features(row: Row) -> tuple[str, ...]:
    if not row.has("features"):
        return ()
    parts = row.text("features").split()
    if all(part in _FEATURE_CODES for part in parts):
        return tuple(dict.fromkeys(parts))  # as this program writes them into attributes
    return row.codes("features", _feature)


def _feature(word: str) -> str:
    feature = FEATURE_WORDS.get(word.casefold())
    return feature.value if feature is not None else ""


def _contacts(row: Row) -> tuple[ContactPerson, ...]:
    """The people of a format that has several, else the one of the columns `contact_…`."""
    people = _several(row, "contacts")
    parts = {part: row.text(f"contact_{part}") for part in _CONTACT if row.has(f"contact_{part}")}
    if parts:
        people = (*people, ContactPerson(**parts))
    found = []
    for person in people:
        tidy = ContactPerson(
            name=row.take("contact_name", values.person(person.name)),
            area=row.take("contact_area", cleaning.line(person.area)),
            phone=row.take("contact_phone", cleaning.phone(person.phone)),
            email=row.take("contact_email", cleaning.email(person.email)),
            note=row.take("contact_note", cleaning.lines(person.note)),
        )
        if tidy != ContactPerson():
            found.append(tidy)
    return tuple(found)


def _several(row: Row, name: str) -> tuple[Any, ...]:
    """Contact persons or costs as a reader of a format made them; anything else is told."""
    given = row.raw(name)
    if isinstance(given, tuple):
        return given
    if given:
        row.say(name, NoteCode.NOT_TEXT, str(given)[:200])
    return ()


def _costs(row: Row) -> tuple[Cost, ...]:
    """The costs of a format that has several, else the one of the column `cost`."""
    costs = _several(row, "costs")
    if row.has("cost"):
        raw = row.raw("cost")
        # the point of a number parts cents: 120.125 of a spreadsheet is no 120.125,00 €
        text = f"{raw:.2f}" if isinstance(raw, float) else as_text(raw)
        one = row.take("cost", values.price(text or row.text("cost")))
        costs = (*costs, one) if one is not None else costs
    return costs
