"""Open steps of running cases by their dates, and who acts on them. Plain SQL, before any ORM."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sqlite3 import Connection

# id, id of the case, "due precision kind", put off until or None. Few and short columns: twenty
# thousand lines are read at once.
Line: TypeAlias = tuple[int, int, str, str | None]
# id, case, its name, track, template, own title, roles, person or None, snoozes
Detail: TypeAlias = tuple[int, int, str, str, str, str, str, int | None, int]
# case, its name, what bars, first working day and precision or None
Barred: TypeAlias = tuple[int, str, int, str | None, str | None]
# case, step or None, role, name
Holder: TypeAlias = tuple[int, int | None, str, str]
# id, case, role in the household, full name, as called
Person: TypeAlias = tuple[int, int, str, str, str]

_RUNNING = "cases.closed_on IS NULL AND cases.held_until IS NULL"
_FULL = (
    "coalesce(nullif(trim(trim({0}.given) || ' ' || trim({0}.family)), ''),"
    " nullif({0}.called, ''), nullif({0}.passport, ''), {0}.own_script)"
)


def lines(connection: Connection, last: str, today: str) -> Iterator[Line]:
    """Open steps due up to `last` (ISO 8601) or put off beyond `today`, of all cases, in no order.
    Hints are nothing to do. One pass over the steps: asking case by case costs more."""
    found: Iterator[Line] = connection.execute(
        "SELECT id, case_id, due || ' ' || precision || ' ' || kind, snoozed_until FROM steps"
        " WHERE (due <= ? OR snoozed_until > ?) AND state = 'open' AND applies = 'yes'"
        " AND kind <> 'hint' AND due IS NOT NULL",
        (last, today),
    )
    return found


def running(connection: Connection, advisor: int | None) -> Iterator[tuple[int]]:
    """The ids of running cases by name, of one advisor, of nobody (0) or (None) of all."""
    whose, values = _whose(advisor)
    found: Iterator[tuple[int]] = connection.execute(
        f"SELECT id FROM cases WHERE {_RUNNING}{whose} ORDER BY sort_key, id", values
    )
    return found


def details(connection: Connection, steps: Sequence[int]) -> dict[int, Detail]:
    """What rows show of these steps, by id."""
    found = connection.execute(
        "SELECT steps.id, steps.case_id, cases.name, steps.track, steps.template, steps.title,"
        " steps.roles, steps.person_id, steps.snoozes"
        " FROM steps JOIN cases ON cases.id = steps.case_id"
        f" WHERE steps.id IN ({_marks(steps)})",
        tuple(steps),
    )
    return {row[0]: row for row in found}


def barred(connection: Connection, advisor: int | None) -> list[Barred]:
    """Running cases whose first working day is barred, the nearest day first, none last."""
    whose, values = _whose(advisor)
    return connection.execute(
        'SELECT cases.id, cases.name, cases.barred, anchors."on", anchors.precision'
        " FROM cases LEFT JOIN anchors"
        " ON anchors.case_id = cases.id AND anchors.kind = 'work_start'"
        f" WHERE cases.barred > 0 AND {_RUNNING}{whose}"
        ' ORDER BY anchors."on" IS NULL, anchors."on", cases.sort_key, cases.id',
        values,
    ).fetchall()


def holders(connection: Connection, cases: Sequence[int]) -> list[Holder]:
    """Who fills the roles of these cases: advisor and employer first, then whoever was entered,
    for the case or for one step."""
    marks = _marks(cases)
    return connection.execute(
        "SELECT cases.id, NULL, 'service_point', trim(advisors.given || ' ' || advisors.family)"
        " FROM cases JOIN advisors ON advisors.id = cases.advisor_id"
        f" WHERE cases.id IN ({marks})"
        " UNION ALL SELECT cases.id, NULL, 'employer', organisations.name FROM cases"
        " JOIN services_at_places ON services_at_places.id = cases.employer_id"
        " JOIN services ON services.id = services_at_places.service_id"
        " JOIN organisations ON organisations.id = services.organisation_id"
        f" WHERE cases.id IN ({marks})"
        " UNION ALL SELECT case_id, step_id, role, name FROM role_holders"
        f" WHERE case_id IN ({marks})",
        (*cases, *cases, *cases),
    ).fetchall()


def people(connection: Connection, cases: Sequence[int]) -> list[Person]:
    """The households of these cases."""
    full = _FULL.format("people")
    return connection.execute(
        f"SELECT people.id, people.case_id, people.role, {full},"
        f" coalesce(nullif(trim(people.called), ''), nullif(trim(people.given), ''), {full})"
        f" FROM people WHERE people.case_id IN ({_marks(cases)}) ORDER BY people.id",
        tuple(cases),
    ).fetchall()


def _whose(advisor: int | None) -> tuple[str, tuple[int, ...]]:
    return ("", ()) if advisor is None else (" AND coalesce(cases.advisor_id, 0) = ?", (advisor,))


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)
