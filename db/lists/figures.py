"""What figures are counted from: rows of all cases, read once. Plain SQL, days as ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sqlite3 import Connection

# case, role, nationality, gender, year, month, day of birth
Person: TypeAlias = tuple[int, str, str, str, int | None, int | None, int | None]
# id, profession, group of countries lived in as recorded or "", origin, employer, says a source
Case: TypeAlias = tuple[int, str, str, str, int | None, int]


def contacts(connection: Connection, first: str, last: str) -> Iterator[tuple[int, int, str, str]]:
    """Contacts with families between two days: id, case, day, channel."""
    return connection.execute(
        'SELECT id, case_id, "on", channel FROM contacts'
        " WHERE counterpart = 'family' AND \"on\" BETWEEN ? AND ?",
        (first, last),
    )


def spoken(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """First and last contact of each case with the family: case, both days."""
    return connection.execute(
        'SELECT case_id, min("on"), max("on") FROM contacts WHERE counterpart = \'family\''
        " GROUP BY case_id"
    )


def topics(connection: Connection, first: str, last: str) -> Iterator[tuple[int, str]]:
    """What contacts with families between two days were about: contact, topics (blank between)."""
    return connection.execute(
        "SELECT contact_id, group_concat(topic, ' ') FROM contact_topics"
        " JOIN contacts ON contacts.id = contact_id"
        " WHERE counterpart = 'family' AND \"on\" BETWEEN ? AND ? GROUP BY contact_id",
        (first, last),
    )


def bodies(connection: Connection, first: str, last: str) -> Iterator[tuple[str, int | None]]:
    """Contacts with bodies between two days: day, employer (None another body or not known)."""
    return connection.execute(
        "SELECT contacts.\"on\", CASE WHEN services.category = 'employer' THEN provider_id END"
        " FROM contacts LEFT JOIN services_at_places ON services_at_places.id = provider_id"
        " LEFT JOIN services ON services.id = services_at_places.service_id"
        " WHERE counterpart = 'body' AND contacts.\"on\" BETWEEN ? AND ?",
        (first, last),
    )


def cases(connection: Connection) -> Iterator[Case]:
    return connection.execute(
        "SELECT cases.id, profession, coalesce(facts.value, ''), origin, employer_id, source <> ''"
        " FROM cases LEFT JOIN facts ON facts.case_id = cases.id AND facts.key = 'moves_from'"
        " AND facts.person_id IS NULL"
    )


def people(connection: Connection) -> Iterator[Person]:
    """By case, the professional first."""
    return connection.execute(
        "SELECT case_id, role, nationality, gender, birth_year, birth_month, birth_day"
        " FROM people ORDER BY case_id, role <> 'professional', id"
    )


def stages(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """The way of each case through its stages: case, day, stage."""
    return connection.execute(
        'SELECT case_id, "on", stage FROM stage_changes ORDER BY case_id, "on", id'
    )


def anchors(connection: Connection, until: str) -> Iterator[tuple[int, str, str]]:
    """Days of arrival up to a day: case, kind, day."""
    return connection.execute(
        "SELECT case_id, kind, \"on\" FROM anchors WHERE kind IN ('entry', 'move_in', 'work_start')"
        ' AND "on" <= ?',
        (until,),
    )


def leavings(connection: Connection) -> Iterator[tuple[int, str]]:
    """Cases that left the region: case, day."""
    return connection.execute("SELECT case_id, left_on FROM leavings WHERE leaves = 'region'")


def talked(connection: Connection) -> Iterator[tuple[int, str]]:
    """The last talk that was held with somebody of a case: case, day."""
    return connection.execute(
        "SELECT case_id, max(held_on) FROM talks WHERE held_on IS NOT NULL GROUP BY case_id"
    )


def first_day(connection: Connection) -> str | None:
    """The earliest day anything countable is recorded of, None where nothing is."""
    (found,) = connection.execute(
        'SELECT min(day) FROM (SELECT min("on") AS day FROM contacts'
        " WHERE counterpart = 'family' UNION ALL SELECT min(\"on\") FROM stage_changes)"
    ).fetchone()
    return None if found is None else str(found)
