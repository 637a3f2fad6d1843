"""The list of providers: ids of a whole result, rows of a page. Plain SQL, before any ORM."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
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


def checked_before(connection: Connection, day: str) -> array[int]:
    """The ids of providers that somebody checked, but not since that day (ISO 8601); the longest
    ago first."""
    found = connection.execute(
        "SELECT id FROM services_at_places WHERE archived_on IS NULL AND checked_on < ?"
        " ORDER BY checked_on, sort_key, id",
        (day,),
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
