"""The list of providers: ids of a whole result, rows of a page. Plain SQL, before any ORM."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

Row = tuple[int, str, str, str, str, str, str, str, str, str | None, str, str | None, int | None]

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
    """id → (id, organisation, service, category, street, postcode, town, hours as OSM, hours as
    given, checked on, checked by, archived on, places); days as ISO 8601 text."""
    marks = ",".join("?" * len(wanted))
    found = connection.execute(
        "SELECT at.id, organisations.name, services.name, services.category, places.street,"
        " places.postcode, places.town, at.hours_osm, at.hours_given, at.checked_on,"
        f" at.checked_by, at.archived_on, services.places{_JOINED} WHERE at.id IN ({marks})",
        tuple(wanted),
    )
    return {row[0]: row for row in found}
