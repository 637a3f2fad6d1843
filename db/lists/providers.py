"""The list of providers: ids of a whole result, rows of a page. Plain SQL, before any ORM."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
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
    " at.checked_by, at.archived_on, services.places, organisations.id, places.name,"
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


def ids(
    connection: Connection,
    categories: Sequence[str] = (),
    order: str = "name",
    *,
    archived: bool = False,
) -> array[int]:
    """The ids of every provider of these categories (none: any), in order."""
    where = ["at.archived_on IS NOT NULL" if archived else "at.archived_on IS NULL"]
    joined = " FROM services_at_places AS at"
    if categories:
        where.append(f"services.category IN ({','.join('?' * len(categories))})")
    if categories or order != "name":
        joined = _JOINED
    found = connection.execute(
        f"SELECT at.id{joined} WHERE {' AND '.join(where)} ORDER BY {_ORDERS[order]}",
        tuple(categories),
    )
    return array("q", (row[0] for row in found))


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


def rows(connection: Connection, wanted: Sequence[int]) -> dict[int, Row]:
    """The rows of these ids, by id."""
    marks = ",".join("?" * len(wanted))
    found = connection.execute(
        f"SELECT {_COLUMNS}{_JOINED} WHERE at.id IN ({marks})", tuple(wanted)
    )
    return {row[0]: Row._make(row) for row in found}
