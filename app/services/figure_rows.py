"""The rows of the figures, read in one go and put into the shapes that are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.rules.figures import CaseLine, NeedLine, PersonLine, Rows, Span
from app.rules.origins import origin_of
from db.lists import figures, needs

if TYPE_CHECKING:
    from sqlite3 import Connection

_ARRIVES = ("entry", "move_in", "work_start")


def gather(connection: Connection, spans: Sequence[Span], today: date) -> Rows:
    """Everything the figures of these periods need."""
    around = Span(min(each.first for each in spans), max(each.last for each in spans))
    split = _Split()
    topics = {contact: split[codes] for contact, codes in figures.topics(connection, *around)}
    people: dict[int, list[PersonLine]] = defaultdict(list)
    nationality: dict[int, str] = {}
    for case, role, country, gender, *born in figures.people(connection):
        if role == "professional":
            nationality.setdefault(case, country)
        people[case].append(PersonLine(case, gender, *born))
    days: dict[int, dict[str, str]] = defaultdict(dict)
    for case, kind, on in figures.anchors(connection, today.isoformat()):
        days[case][kind] = on
    arrived = {case: next(of[kind] for kind in _ARRIVES if kind in of) for case, of in days.items()}
    spoken = {case: (first, last) for case, first, last in figures.spoken(connection)}
    talked = dict(figures.talked(connection))
    bodies = list(figures.bodies(connection, *around))
    return Rows(
        contacts=list(figures.contacts(connection, *around)),
        first={case: began for case, (began, _) in spoken.items()},
        topics=topics,
        cases={
            case: CaseLine(
                case,
                profession,
                nationality.get(case, ""),
                lived_in or (origin_of(origin).value if origin else ""),
                employer,
                bool(says),
            )
            for case, profession, lived_in, origin, employer, says in figures.cases(connection)
        },
        people=people,
        stages=list(figures.stages(connection)),
        arrived=arrived,
        started={case: of["work_start"] for case, of in days.items() if "work_start" in of},
        left=dict(figures.leavings(connection)),
        seen={case: max(last, talked.get(case, "")) for case, (_, last) in spoken.items()}
        | {case: on for case, on in talked.items() if case not in spoken},
        employers=[(employer, on) for on, employer in bodies if employer is not None],
        bodies=[on for on, _ in bodies],
        needs=_needs(connection, today),
    )


class _Split(dict[str, tuple[str, ...]]):
    """Topics by their codes: few combinations, many contacts."""

    def __missing__(self, codes: str) -> tuple[str, ...]:
        self[codes] = tuple(codes.split())
        return self[codes]


def _needs(connection: Connection, today: date) -> list[NeedLine]:
    """What the office said goes before what is recorded."""
    found: dict[tuple[int, str], NeedLine | None] = {}
    for each in needs.recorded(connection, today.isoformat()):
        found[each.case, each.kind] = (
            NeedLine(each.case, each.kind, met=True, on=each.met_on or "") if each.is_met else None
        )
    for said in needs.said(connection):
        settled = said.state in ("met", "unmet")
        found[said.case, said.kind] = (
            NeedLine(
                said.case,
                said.kind,
                said.state == "met",
                said.settled_on or "",
                said.reason,
                said.outcome,
            )
            if settled
            else None
        )
    return [each for each in found.values() if each is not None]
