"""What calendar files are written from, of many cases at once, and what was handed out before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db import journal
from db.repositories.cases import RANK
from db.tables.calendar import CalendarEntry
from db.tables.case import Case, Person, RecordedFact
from db.tables.journal import Batch, Revision
from db.tables.step import Step, StepDocument

_AT_ONCE = 500  # values of one statement; SQLite takes a limited number


class CaseRow(NamedTuple):
    id: int
    name: str
    language: str
    home_postcode: str
    home_town: str
    closed_on: date | None


class PersonRow(NamedTuple):
    case_id: int
    id: int
    role: str
    given: str
    family: str
    called: str
    passport: str
    own_script: str


class StepRow(NamedTuple):
    id: int
    case_id: int
    person_id: int | None
    track: str
    template: str
    title: str
    roles: str
    applies: str
    kind: str
    due: date | None
    precision: str
    by_hand: bool
    state: str
    done_on: date | None


class KeptRow(NamedTuple):
    """A step as it last stood in a file; see `db.tables.calendar`."""

    id: int
    case_id: int
    step_id: int
    sequence: int
    digest: str
    due: date
    title: str
    cancelled: bool


class Stored(NamedTuple):
    """One case: the people (the professional first), the steps, the papers that are there by step,
    what was handed out, and whether facts under Art. 9 DSGVO may be recorded."""

    case: CaseRow
    people: Sequence[PersonRow]
    steps: Sequence[StepRow]
    papers: dict[int, set[str]]
    kept: Sequence[KeptRow]
    guarded: bool


def cases_of(session: Session, advisor: int | None) -> Sequence[int]:
    """The running cases, of one advisor or of all (None); and the closed ones of which calendars
    were told, since what was still open there has to be taken back."""
    running = Case.closed_on.is_(None) & Case.held_until.is_(None)
    closed = Case.closed_on.is_not(None) & Case.id.in_(select(CalendarEntry.case_id))
    found = select(Case.id).where(or_(running, closed)).order_by(Case.id)
    if advisor is not None:
        found = found.where(Case.advisor_id == advisor)
    return session.scalars(found).all()


def stored(session: Session, wanted: Sequence[int], guarded: Collection[str]) -> list[Stored]:
    """These cases, in the order of their ids; `guarded` are the keys of facts under Art. 9."""
    people: dict[int, list[PersonRow]] = {}
    for person in session.execute(select(*_PERSON).where(Person.case_id.in_(wanted))):
        people.setdefault(person.case_id, []).append(PersonRow._make(person))
    steps: dict[int, list[StepRow]] = {}
    for step in session.execute(_STEPS.where(Step.case_id.in_(wanted))):
        steps.setdefault(step.case_id, []).append(StepRow._make(step))
    papers: dict[int, dict[int, set[str]]] = {}
    for case_id, step_id, key in session.execute(_PAPERS.where(Step.case_id.in_(wanted))):
        papers.setdefault(case_id, {}).setdefault(step_id, set()).add(key)
    kept: dict[int, list[KeptRow]] = {}
    for row in session.execute(_KEPT.where(CalendarEntry.case_id.in_(wanted))):
        kept.setdefault(row.case_id, []).append(KeptRow._make(row))
    facts = select(RecordedFact.case_id).where(
        RecordedFact.case_id.in_(wanted), RecordedFact.key.in_(guarded)
    )
    special = set(session.scalars(facts))
    return [
        Stored(
            CaseRow._make(case),
            sorted(people.get(case.id, ()), key=_place),
            steps.get(case.id, ()),
            papers.get(case.id, {}),
            kept.get(case.id, ()),
            case.id in special,
        )
        for case in session.execute(_CASES.where(Case.id.in_(wanted)))
    ]


def changed(session: Session, act: str) -> dict[int, datetime]:
    """When what a calendar says of a step last changed, by the id of its entry: the moment of the
    last batch of this act that wrote it."""
    found = session.execute(
        select(Revision.row, func.max(Batch.at))
        .join(Batch, Batch.id == Revision.batch_id)
        .where(Batch.act == act, Revision.table == CalendarEntry.__tablename__)
        .group_by(Revision.row)
    )
    return {row: at for row, at in found if at is not None}


def keep(session: Session, rows: Collection[KeptRow]) -> None:
    """Remember what a file said; an `id` of 0 stands for one that is new."""
    journal.insert_many(
        session,
        CalendarEntry,
        [
            {name: value for name, value in r._asdict().items() if name != "id"}
            for r in rows
            if not r.id
        ],
    )
    known = {row.id: row for row in rows if row.id}
    ids = list(known)
    for start in range(0, len(ids), _AT_ONCE):
        chunk = ids[start : start + _AT_ONCE]
        for entry in session.scalars(select(CalendarEntry).where(CalendarEntry.id.in_(chunk))):
            row = known[entry.id]
            entry.sequence, entry.digest, entry.due = row.sequence, row.digest, row.due
            entry.title, entry.cancelled = row.title, row.cancelled
        session.flush()


def forget_words(session: Session, steps: Collection[int]) -> set[int]:
    """Leave of these steps only that something was handed out and on which day; the ids of the
    entries. The next file takes it back without saying what it was."""
    found = session.scalars(select(CalendarEntry).where(CalendarEntry.step_id.in_(steps))).all()
    for entry in found:
        entry.title = entry.digest = ""
    session.flush()
    return {entry.id for entry in found}


_CASES = select(
    Case.id, Case.name, Case.language, Case.home_postcode, Case.home_town, Case.closed_on
).order_by(Case.id)
_PERSON = (
    Person.case_id,
    Person.id,
    Person.role,
    Person.given,
    Person.family,
    Person.called,
    Person.passport,
    Person.own_script,
)
_STEPS = select(
    Step.id,
    Step.case_id,
    Step.person_id,
    Step.track,
    Step.template,
    Step.title,
    Step.roles,
    Step.applies,
    Step.kind,
    Step.due,
    Step.precision,
    Step.by_hand,
    Step.state,
    Step.done_on,
).order_by(Step.id)
_PAPERS = select(Step.case_id, StepDocument.step_id, StepDocument.key).join(
    Step, Step.id == StepDocument.step_id
)
_KEPT = select(
    CalendarEntry.id,
    CalendarEntry.case_id,
    CalendarEntry.step_id,
    CalendarEntry.sequence,
    CalendarEntry.digest,
    CalendarEntry.due,
    CalendarEntry.title,
    CalendarEntry.cancelled,
).order_by(CalendarEntry.id)


def _place(person: PersonRow) -> tuple[int, int]:
    return RANK[person.role], person.id
