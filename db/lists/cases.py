"""The list of cases: ids of a whole result, rows of a page. Plain SQL, before any ORM."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

ORDERS = {
    "name": "sort_key",
    "stage": "stage_rank",
    "arrival": "arrival_key",
    "due": "due_key",
}

Row = tuple[int, str, str, str, str, str, str, str, str, str | None, str | None, int]


@dataclass(frozen=True)
class Narrowing:
    """Which cases are listed; dates as ISO 8601 text, None means any. `advisor` 0: nobody's."""

    state: str = "running"
    stages: tuple[str, ...] = ()
    advisor: int | None = None
    due_before: str | None = None
    arrival_before: str | None = None
    arrival_from: str | None = None
    silent_since: str | None = None


def ids(
    connection: Connection, narrowing: Narrowing, order: str = "name", *, descending: bool = False
) -> array[int]:
    """The ids of every case that fits, in order; cases without a date come last either way."""
    column = ORDERS[order]
    where, values = _where(narrowing)
    down = "DESC" if descending else ""
    order_by = f"{column} {down}, sort_key, id"
    if descending and order in ("arrival", "due"):
        order_by = f"{column} = '9999-12-31', {order_by}"
    found = connection.execute(f"SELECT id FROM cases{where} ORDER BY {order_by}", values)
    return array("q", (row[0] for row in found))


def count(connection: Connection, narrowing: Narrowing) -> int:
    where, values = _where(narrowing)
    (number,) = connection.execute(f"SELECT count(*) FROM cases{where}", values).fetchone()
    return int(number)


def count_by_stage(connection: Connection, narrowing: Narrowing) -> dict[int, int]:
    """Rank of the stage → number of cases; the rank is in the index, the stage is not."""
    where, values = _where(narrowing)
    return dict(
        connection.execute(
            f"SELECT stage_rank, count(*) FROM cases{where} GROUP BY stage_rank", values
        )
    )


def rows(connection: Connection, wanted: Sequence[int]) -> dict[int, Row]:
    """id → (id, name, occupation, stage, employer, arrival, advisor, due, next step, held until,
    closed on, how much bars the first working day); dates as ISO 8601 text, '9999-12-31' for
    none."""
    marks = ",".join("?" * len(wanted))
    found = connection.execute(
        "SELECT cases.id, cases.name, cases.occupation, cases.stage,"
        " coalesce(organisations.name, ''), cases.arrival_key,"
        " coalesce(trim(advisors.given || ' ' || advisors.family), ''),"
        " cases.due_key, cases.next_step, cases.held_until, cases.closed_on, cases.barred"
        " FROM cases"
        " LEFT JOIN advisors ON advisors.id = cases.advisor_id"
        " LEFT JOIN services_at_places ON services_at_places.id = cases.employer_id"
        " LEFT JOIN services ON services.id = services_at_places.service_id"
        " LEFT JOIN organisations ON organisations.id = services.organisation_id"
        f" WHERE cases.id IN ({marks})",
        tuple(wanted),
    )
    return {row[0]: row for row in found}


_LAST_WORD = "SELECT max(\"on\") FROM contacts WHERE case_id = cases.id AND counterpart = 'family'"


def _where(narrowing: Narrowing) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    if narrowing.state == "running":
        parts.append("closed_on IS NULL AND held_until IS NULL")
    elif narrowing.state == "held":
        parts.append("closed_on IS NULL AND held_until IS NOT NULL")
    elif narrowing.state == "closed":
        parts.append("closed_on IS NOT NULL")
    if narrowing.stages:
        parts.append(f"stage IN ({','.join('?' * len(narrowing.stages))})")
        values += narrowing.stages
    for clause, value in (
        ("coalesce(advisor_id, 0) = ?", narrowing.advisor),
        ("due_key < ?", narrowing.due_before),
        ("arrival_key < ?", narrowing.arrival_before),
        ("arrival_key >= ?", narrowing.arrival_from),
        (
            f"coalesce(({_LAST_WORD}), registered_on) < ?",
            narrowing.silent_since,
        ),
    ):
        if value is not None:
            parts.append(clause)
            values.append(value)
    return (" WHERE " + " AND ".join(parts) if parts else ""), values
