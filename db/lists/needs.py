"""What the records of cases say of needs, whatever the office said itself. Plain SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection


class Recorded(NamedTuple):
    """A need of a case as its records tell it. Days as ISO 8601, `since`, `met_on` None where no
    record bears a day."""

    case: int
    kind: str
    since: str | None
    is_met: bool
    met_on: str | None


class Said(NamedTuple):
    """What the office said of a need itself."""

    case: int
    kind: str
    state: str
    settled_on: str | None
    reason: str
    outcome: str


# case, kind, whose (a person, 0 the household), since, met, on which day
_TRACES = (
    "SELECT case_id, 'home', 0, noted_on, 0, NULL FROM housing_wishes",
    "SELECT case_id, 'home', 0, noted_on, state = 'accepted', noted_on FROM housing_interests",
    "SELECT case_id, 'home', 0, noted_on, state = 'moved_in', noted_on FROM dormitory_entries",
    (
        "SELECT case_id, 'home', 0, noted_on, value = 'yes', noted_on FROM facts"
        " WHERE key = 'home_found'"
    ),
    (
        "SELECT cases.id, 'home', 0, NULL, 1, anchors.\"on\" FROM cases LEFT JOIN anchors"
        " ON anchors.case_id = cases.id AND anchors.kind = 'move_in' AND anchors.\"on\" <= :today"
        " WHERE home_street <> ''"
    ),
    (
        "SELECT people.case_id, CASE role WHEN 'child' THEN 'childcare' ELSE 'elder_care' END,"
        " person_id, noted_on, state = 'promised', noted_on FROM care_choices"
        " JOIN people ON people.id = person_id"
    ),
    (
        "SELECT case_id, 'elder_care', person_id, noted_on, 0, NULL FROM elder_needs"
        " WHERE wanted <> ''"
    ),
    (
        "SELECT case_id, 'school', person_id, noted_on, state IN ('accepted', 'attending'),"
        " noted_on FROM school_choices"
    ),
    (
        "SELECT people.case_id, 'school', person_id, noted_on, 1, noted_on FROM care_choices"
        " JOIN people ON people.id = person_id"
        " JOIN services_at_places ON services_at_places.id = provider_id"
        " JOIN services ON services.id = service_id"
        " WHERE state = 'promised' AND category = 'school'"
    ),
    "SELECT case_id, 'job', person_id, \"on\", state = 'hired', \"on\" FROM introductions",
    (
        "SELECT people.case_id, 'job', person_id, NULL, 0, NULL FROM job_profiles"
        " JOIN people ON people.id = person_id"
    ),
    (
        "SELECT case_id, 'training', person_id, noted_on,"
        " state IN ('registered', 'attending', 'finished'), noted_on FROM course_bookings"
        " WHERE state IN ('wanted', 'registered', 'attending', 'finished')"
    ),
    (
        "SELECT case_id, 'funding', 0, noted_on, state IN ('granted', 'paid'),"
        " coalesce(decided_on, paid_on, noted_on) FROM funding_applications"
        " WHERE state NOT IN ('considered', 'withdrawn')"
    ),
    (
        "SELECT case_id, 'practice', person_id, noted_on, state IN ('agreed', 'taken_over'),"
        " noted_on FROM practice_interests"
    ),
    (
        "SELECT moves.case_id, 'move', 0, NULL, anchors.id IS NOT NULL, anchors.\"on\" FROM moves"
        " LEFT JOIN anchors ON anchors.case_id = moves.case_id AND anchors.kind = 'move'"
        ' AND anchors."on" <= :today'
    ),
)
_EACH = " UNION ALL ".join(_TRACES)


def recorded(connection: Connection, today: str, case: int | None = None) -> Iterator[Recorded]:
    """Every need that leaves a trace, of one case or (None) of all: met where it is met for
    everybody who has it, on the day it was for the last of them. A trace of `today` counts."""
    asked = f"SELECT * FROM ({_EACH})"
    values: dict[str, object] = {"today": today}
    if case is not None:
        asked += " WHERE case_id = :case"
        values["case"] = case
    found: dict[tuple[int, str], dict[int, list[tuple[str | None, int, str | None]]]]
    found = defaultdict(lambda: defaultdict(list))
    for case_id, kind, whose, since, is_met, met_on in connection.execute(asked, values):
        found[case_id, kind][whose].append((since, is_met, met_on))
    for (case_id, kind), of in found.items():
        began = [since for traces in of.values() for since, _, _ in traces if since]
        met = [
            [met_on for _, is_met, met_on in traces if is_met]
            for traces in of.values()
            if any(is_met for _, is_met, _ in traces)
        ]
        days = [min((day for day in each if day), default=None) for each in met]
        is_met = len(met) == len(of)
        known = [day for day in days if day]
        met_on = max(known) if is_met and len(known) == len(days) else None
        # what was met before it was first written down was there by then
        began += [met_on] if met_on else []
        yield Recorded(case_id, kind, min(began, default=None), is_met, met_on)


def said(connection: Connection) -> Iterator[Said]:
    """What the office said, of every case."""
    rows = connection.execute(
        "SELECT case_id, kind, state, settled_on, reason, outcome FROM needs ORDER BY id"
    )
    return (Said(*row) for row in rows)
