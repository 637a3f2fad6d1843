"""The list of providers: ids of a whole result, rows of a page. Plain SQL, before any ORM."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection


class Row(NamedTuple):
    """One provider of the list; days as ISO 8601 text, `successor` the name of its organisation."""

    id: int
    name: str
    service: str
    category: str
    street: str
    postcode: str
    town: str
    hours_osm: str
    hours_given: str
    checked_on: str | None
    checked_by: str
    archived_on: str | None
    places: int | None
    latitude: float | None
    longitude: float | None
    organisation: int
    site: str
    free_places: int | None
    free_as_of: str | None
    hours_from: str | None
    hours_to: str | None
    closed_from: str | None
    closed_until: str | None
    closed_because: str
    valid_from: str | None
    valid_to: str | None
    successor: str


_COLUMNS = (
    "at.id, organisations.name, services.name, services.category, places.street,"
    " places.postcode, places.town, at.hours_osm, at.hours_given, at.checked_on,"
    " at.checked_by, at.archived_on, services.places, places.latitude, places.longitude,"
    " organisations.id, places.name,"
    " services.free_places, services.free_as_of, at.hours_from, at.hours_to, at.closed_from,"
    " at.closed_until, at.closed_because, at.valid_from, at.valid_to,"
    " coalesce((SELECT body.name FROM services_at_places AS later"
    " JOIN services AS offer ON offer.id = later.service_id"
    " JOIN organisations AS body ON body.id = offer.organisation_id"
    " WHERE later.id = at.successor_id), '')"
)
_JOINED = (
    " FROM services_at_places AS at"
    " JOIN services ON services.id = at.service_id"
    " JOIN organisations ON organisations.id = services.organisation_id"
    " JOIN places ON places.id = at.place_id"
)
_ORDERS = {
    "name": "at.sort_key, at.id",
    "town": "places.town = '', places.town, at.sort_key, at.id",
    "checked": "at.checked_on IS NOT NULL, at.checked_on, at.sort_key, at.id",
}


@dataclass(frozen=True)
class Narrowing:
    """Which providers are listed; empty and None mean any. `languages`, `features`: one of them
    will do; `digital`: features that are online too. An
    age in months fits where no limit speaks against it. Days are ISO 8601 text: free places
    counted since then, checked before then (`never_checked`: or never)."""

    archived: bool = False
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    accessible: bool = False
    free_since: str | None = None
    age_months: int | None = None
    without_appointment: bool = False
    online: bool = False
    digital: tuple[str, ...] = ()
    town: str = ""
    source: str | None = None
    checked_before: str | None = None
    never_checked: bool = False


def ids(connection: Connection, narrowing: Narrowing, order: str = "name") -> array[int]:
    """The ids of every provider that fits, in order."""
    joined, where, values = _where(narrowing)
    if order != "name":
        joined = _JOINED
    found = connection.execute(f"SELECT at.id{joined}{where} ORDER BY {_ORDERS[order]}", values)
    return array("q", (row[0] for row in found))


def texts(connection: Connection) -> list[tuple[int, str, str]]:
    """Id, what the provider is found by (folded words), its category."""
    return connection.execute(
        "SELECT at.id, at.search, services.category FROM services_at_places AS at"
        " JOIN services ON services.id = at.service_id"
    ).fetchall()


def points(connection: Connection) -> dict[int, tuple[float, float]]:
    """Latitude and longitude (degrees, WGS 84) of every provider whose place is known."""
    found = connection.execute(
        "SELECT at.id, places.latitude, places.longitude FROM services_at_places AS at"
        " JOIN places ON places.id = at.place_id"
        " WHERE places.latitude IS NOT NULL AND places.longitude IS NOT NULL"
    )
    return {row[0]: (row[1], row[2]) for row in found}


def due(connection: Connection, last: Mapping[str, str], other: str) -> array[int]:
    """The ids of providers that somebody checked, but not after the last day of their category
    (ISO 8601), or `other` where it has none of its own; the longest ago first."""
    cases = "".join(" WHEN ? THEN ?" for _ in last)
    found = connection.execute(
        f"SELECT at.id{_JOINED} WHERE at.archived_on IS NULL"
        f" AND at.checked_on <= CASE services.category{cases} ELSE ? END"
        " ORDER BY at.checked_on, at.sort_key, at.id",
        (*(value for pair in last.items() for value in pair), other),
    )
    return array("q", (row[0] for row in found))


def count_by_category(connection: Connection) -> dict[str, int]:
    return dict(
        connection.execute(
            f"SELECT services.category, count(*){_JOINED} WHERE at.archived_on IS NULL"
            " GROUP BY services.category"
        )
    )


def spots(
    connection: Connection, wanted: Sequence[int]
) -> dict[int, tuple[str, str, str, str, float, float]]:
    """id → (organisation, category, postcode, town, latitude, longitude), only of those whose
    coordinate is known."""
    found = connection.execute(
        "SELECT at.id, organisations.name, services.category, places.postcode, places.town,"
        f" places.latitude, places.longitude{_JOINED}"
        " WHERE places.latitude IS NOT NULL AND places.longitude IS NOT NULL"
        " AND at.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    return {row[0]: row[1:] for row in found}


def values_in_use(connection: Connection) -> tuple[list[str], list[str], list[str]]:
    """The towns, the languages (tags) and the sources that running entries name, by name."""
    towns, languages, sources = (
        connection.execute(f"SELECT DISTINCT {column}{_JOINED} WHERE at.archived_on IS NULL")
        for column in ("places.town", "services.languages", "at.source")
    )
    spoken = {tag for (tags,) in languages for tag in tags.split()}
    return (
        sorted(town for (town,) in towns if town),
        sorted(spoken),
        sorted(source for (source,) in sources if source),
    )


def middles(connection: Connection) -> list[tuple[str, float, float]]:
    """Town, and the mean latitude and longitude of what lies there, by name."""
    return connection.execute(
        f"SELECT places.town, avg(places.latitude), avg(places.longitude){_JOINED}"
        " WHERE at.archived_on IS NULL AND places.town <> '' AND places.latitude IS NOT NULL"
        " GROUP BY places.town ORDER BY places.town"
    ).fetchall()


def rows(connection: Connection, wanted: Sequence[int]) -> dict[int, Row]:
    """The rows of these ids, by id."""
    marks = ",".join("?" * len(wanted))
    found = connection.execute(
        f"SELECT {_COLUMNS}{_JOINED} WHERE at.id IN ({marks})", tuple(wanted)
    )
    return {row[0]: Row._make(row) for row in found}


def _where(narrowing: Narrowing) -> tuple[str, str, tuple[object, ...]]:
    """FROM, WHERE and its values; the joins only where a condition asks for them."""
    at = ["at.archived_on IS NOT NULL" if narrowing.archived else "at.archived_on IS NULL"]
    values: list[object] = []
    if narrowing.source is not None:
        at.append("at.source = ?")
        values.append(narrowing.source)
    if narrowing.checked_before is not None or narrowing.never_checked:
        asked = ["at.checked_on IS NULL"] if narrowing.never_checked else []
        if narrowing.checked_before is not None:
            asked.append("at.checked_on < ?")
            values.append(narrowing.checked_before)
        at.append(f"({' OR '.join(asked)})")
    joined = _of_service(narrowing, values)
    if narrowing.town:
        joined.append("places.town = ?")
        values.append(narrowing.town)
    if narrowing.accessible:
        joined.append("places.accessible = 1")
    source = _JOINED if joined else " FROM services_at_places AS at"
    return source, f" WHERE {' AND '.join(at + joined)}", tuple(values)


def _of_service(narrowing: Narrowing, values: list[object]) -> list[str]:
    asked: list[str] = []
    if narrowing.categories:
        asked.append(f"services.category IN ({','.join('?' * len(narrowing.categories))})")
        values.extend(narrowing.categories)
    for column, codes in (
        ("languages", narrowing.languages),
        ("features", narrowing.features),
    ):
        if codes:
            said = " OR ".join(f"' ' || services.{column} || ' ' LIKE ?" for _ in codes)
            asked.append(f"({said})")
            values.extend(f"% {code} %" for code in codes)
    if narrowing.free_since is not None:
        asked.append("services.free_places > 0 AND services.free_as_of >= ?")
        values.append(narrowing.free_since)
    if narrowing.age_months is not None:
        asked.append("coalesce(services.min_age, 0) <= ? AND coalesce(services.max_age, 9999) >= ?")
        values.extend((narrowing.age_months, narrowing.age_months))
    if narrowing.without_appointment:
        asked.append("services.by_appointment = 0")
    if narrowing.online:
        told = ["services.online_form <> ''", "services.video = 1"]
        told += ["' ' || services.features || ' ' LIKE ?" for _ in narrowing.digital]
        values.extend(f"% {code} %" for code in narrowing.digital)
        asked.append(f"({' OR '.join(told)})")
    return asked
