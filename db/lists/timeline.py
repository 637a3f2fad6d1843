"""The open milestones of every running case: one statement, a short line for each. Plain SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sqlite3 import Connection

# Of a case: id, None, name, sort key, advisor, "rank of stage, what bars", "first working day
# precision" or None. Of one of its steps, behind it: id of the case, id, "due precision kind
# pinned" or None without a date, template or own title, roles, None, None. Few and short columns:
# twenty thousand lines are read at once.
Line: TypeAlias = tuple[int, int | None, str | None, str, str, str | None, str | None]


def lines(connection: Connection, advisor: int | None, role: str | None) -> Iterator[Line]:
    """Case by case, its own line first; None means any. Hints are nothing to do. The order is that
    of the indexes, so that nothing has to be sorted."""
    values: list[object] = []
    narrowed = acting = ""
    if advisor is not None:
        narrowed = " AND coalesce(advisor_id, 0) = ?"
        values.append(advisor)
    if role is not None:
        acting = " AND ' ' || steps.roles || ' ' LIKE ?"
        values.append(f"% {role} %")
    found: Iterator[Line] = connection.execute(
        "WITH running AS (SELECT id, name, sort_key, advisor_id, stage_rank, barred FROM cases"
        f" WHERE closed_on IS NULL AND held_until IS NULL{narrowed})"
        " SELECT running.id, NULL, running.name, running.sort_key,"
        " coalesce(trim(advisors.given || ' ' || advisors.family), ''),"
        " running.stage_rank || ' ' || running.barred,"
        " anchors.\"on\" || ' ' || anchors.precision"
        " FROM running LEFT JOIN advisors ON advisors.id = running.advisor_id"
        " LEFT JOIN anchors ON anchors.case_id = running.id AND anchors.kind = 'work_start'"
        " UNION ALL"
        " SELECT steps.case_id, steps.id,"
        " steps.due || ' ' || steps.precision || ' ' || steps.kind || ' ' || steps.pinned,"
        " CASE steps.template WHEN '' THEN steps.title ELSE steps.template END, steps.roles,"
        " NULL, NULL"
        " FROM running JOIN steps ON steps.case_id = running.id AND steps.track = 'onboarding'"
        " AND steps.state = 'open' AND steps.applies = 'yes' AND steps.kind <> 'hint'"
        f"{acting}"
        " ORDER BY 1, 2",
        values,
    )
    return found
