"""The day of the office: what is barred, late, due, ahead and put off, in rows for the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from app.records.agenda import Actor, Agenda, AgendaQuery, BarredCase, DayAhead, DueStep, Part
from app.rules import reminding
from app.rules.calendar import Day, Precision
from app.rules.reminding import AHEAD, Turn, turn
from app.rules.standing import Tracked
from app.rules.terms import Answer, DateKind, Role, StepState, Track
from db.lists import due

if TYPE_CHECKING:
    from sqlite3 import Connection

_PARTS = {
    Turn.LATE: Part.LATE,
    Turn.TODAY: Part.TODAY,
    Turn.AHEAD: Part.AHEAD,
    Turn.SNOOZED: Part.SNOOZED,
}
# A step in its order: ordinal of its day (of the day a reminder comes back), place of its case by
# name, id, number of its standing. No object is kept for each of many thousands.
Entry: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True)
class Known:
    """What the catalogue says of templates, by id: short titles, paragraphs."""

    titles: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """Where steps of one date and kind stand, worked out once for all of them."""

    part: Part | None
    due: Day
    kind: DateKind
    until: date | None
    late: bool
    latest: date | None


@dataclass(frozen=True)
class Sorted:
    """Every step that has its turn these days, by part, in order; `standings` by number."""

    parts: Mapping[Part, Sequence[Entry]]
    standings: Sequence[Standing]

    @property
    def pressing(self) -> int:
        """How many steps are overdue or due today."""
        return len(self.parts[Part.LATE]) + len(self.parts[Part.TODAY])


def entries(connection: Connection, advisor: int | None, today: date) -> Sorted:
    """Every step that has its turn these days, of one advisor's running cases or of all."""
    ranks = {row[0]: rank for rank, row in enumerate(due.running(connection, advisor))}
    found: dict[Part | None, list[Entry]] = {part: [] for part in (None, *_PARTS.values())}
    standings: list[Standing] = []
    known: dict[tuple[str, str | None], tuple[list[Entry], int, int]] = {}
    last = today + timedelta(days=AHEAD)
    for step, case, stands, until in due.lines(connection, str(last), str(today)):
        rank = ranks.get(case)
        if rank is None:
            continue
        place = known.get((stands, until))
        if place is None:
            standing = _standing(stands, until, today)
            day = standing.until or standing.due.last
            place = found[standing.part], day.toordinal(), len(standings)
            known[stands, until] = place
            standings.append(standing)
        listed, order, number = place
        listed.append((order, rank, step, number))
    for listed in found.values():
        listed.sort()
    return Sorted({part: found[part] for part in _PARTS.values()}, standings)


def gathered(
    connection: Connection, query: AgendaQuery, found: Sorted, known: Known, today: date
) -> Agenda:
    """The agenda from the sorted steps: only rows that are shown are read whole."""
    barred = due.barred(connection, query.advisor)
    shown = barred[: query.limits[Part.BARRED]]
    days = _by_day(found.parts[Part.AHEAD], today)
    listed = {part: steps[: query.limits[part]] for part, steps in found.parts.items()}
    if query.on is not None:
        listed[Part.AHEAD] = days.get(query.on, [])[: query.limits[Part.AHEAD]]
    firsts = [steps[0] for steps in days.values() if steps]
    wanted = {entry[2] for steps in (*listed.values(), firsts) for entry in steps}
    rows = _Rows(connection, sorted(wanted), [row[0] for row in shown], found, known, today)
    return Agenda(
        today=today,
        totals={
            Part.BARRED: len(barred),
            **{part: len(steps) for part, steps in found.parts.items()},
        },
        barred=tuple(rows.barred(row) for row in shown),
        steps={part: tuple(map(rows.step, steps)) for part, steps in listed.items()},
        days=tuple(
            DayAhead(on, len(steps), rows.step(steps[0]) if steps else None)
            for on, steps in days.items()
        ),
    )


def _standing(stands: str, until: str | None, today: date) -> Standing:
    on, precision, kind = stands.split(" ")
    day = Day(date.fromisoformat(on), Precision(precision))
    tracked = Tracked(0, StepState.OPEN, Answer.YES, DateKind(kind), day)
    later = date.fromisoformat(until) if until else None
    found = turn(tracked, later, today)
    return Standing(
        part=None if found is None else _PARTS[found],
        due=day,
        kind=tracked.kind,
        until=later if found is Turn.SNOOZED else None,
        late=turn(tracked, None, today) is Turn.LATE,
        latest=reminding.latest(tracked, today),
    )


def _by_day(ahead: Iterable[Entry], today: date) -> dict[date, list[Entry]]:
    days: dict[date, list[Entry]] = {
        today + timedelta(days=number): [] for number in range(1, AHEAD + 1)
    }
    for entry in ahead:
        days[date.fromordinal(entry[0])].append(entry)
    return days


class _Rows:
    """The rows of some steps and cases, with who acts on them as `roles.holders_of` says it: the
    step's own before the grown member it is for before those of the case."""

    def __init__(
        self,
        connection: Connection,
        steps: Sequence[int],
        cases: Sequence[int],
        found: Sorted,
        known: Known,
        today: date,
    ) -> None:
        self._standings, self._known, self._today = found.standings, known, today
        self._details = due.details(connection, steps)
        self._holders: dict[int, dict[str, str]] = {}
        self._own: dict[tuple[int, str], str] = {}
        self._adults: dict[int, str] = {}
        self._called: dict[int, str] = {}
        every = sorted({*cases, *(detail[1] for detail in self._details.values())})
        for key, case, place, full, called in due.people(connection, every):
            if place != "child":
                self._adults[key] = full
            if place == "professional":
                self._holders.setdefault(case, {}).setdefault(Role.PERSON.value, full)
            else:
                self._called[key] = called
        for case, step, role, name in due.holders(connection, every):
            if step is None:
                self._holders.setdefault(case, {})[role] = name
            else:
                self._own[step, role] = name

    def step(self, entry: Entry) -> DueStep:
        key, case, name, track, template, title, roles, person, snoozes = self._details[entry[2]]
        standing = self._standings[entry[3]]
        short = self._known.titles.get(template, template) if template else title
        return DueStep(
            id=key,
            case=case,
            case_name=name,
            track=Track(track),
            short=short,
            own=not template,
            person=self._called.get(person or 0, ""),
            actors=tuple(
                Actor(Role(role), self._name(case, key, role, person)) for role in roles.split()
            ),
            due=standing.due,
            days_left=(standing.due.last - self._today).days,
            kind=standing.kind,
            basis=self._known.bases.get(template, ""),
            late=standing.late,
            snoozed_until=standing.until,
            snoozes=snoozes,
            latest=standing.latest,
        )

    def barred(self, row: due.Barred) -> BarredCase:
        case, name, number, on, precision = row
        day = Day(date.fromisoformat(on), Precision(precision)) if on and precision else None
        held = self._holders.get(case, {})
        return BarredCase(
            case=case,
            name=name,
            work_start=day,
            days_left=(day.last - self._today).days if day else None,
            number=number,
            actors=tuple(Actor(role, held.get(role.value, "")) for role in Role),
        )

    def _name(self, case: int, step: int, role: str, person: int | None) -> str:
        own = self._own.get((step, role))
        if own is None and role == Role.PERSON.value:
            own = self._adults.get(person or 0)
        return own if own is not None else self._holders.get(case, {}).get(role, "")
