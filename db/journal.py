"""The one journal: every writer leaves a revision per row, undo restores what was before."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import (
    Date,
    Engine,
    Table,
    bindparam,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.engine import new_session
from db.outward import DECIDES_ONLY
from db.tables.all import metadata
from db.tables.base import Base, Stamp
from db.tables.journal import Batch, Revision

# Computed from other columns with every command; undo computes them anew instead of restoring
# what was true of another moment.
DERIVED: Mapping[str, frozenset[str]] = {
    "cases": frozenset(
        {"search", "name", "sort_key", "due_key", "next_step", "arrival_key", "barred"}
    ),
    "services_at_places": frozenset({"search", "sort_key"}),
}
# What only one row may say, where the table's own constraint does not: NULL counts as a value.
ALONE: Mapping[str, tuple[str, ...]] = {
    "facts": ("case_id", "person_id", "key"),
    "role_holders": ("case_id", "step_id", "role"),
}
# Written once and never changed: what came and went is told by the rows that point at them.
_UNCHANGING = {"stored_files"}
_OWN = {"batches", "revisions"} | _UNCHANGING
_ORDER = {table.name: place for place, table in enumerate(metadata.sorted_tables)}

Value = str | int | float | bool | date | datetime | None
Row = dict[str, Value]


class ChangedSince(Exception):
    """A later command changed what this batch would restore."""

    def __init__(self, table: str, row: int) -> None:
        super().__init__(table, row)
        self.table, self.row = table, row


@contextmanager
def batch(
    engine: Engine,
    act: str,
    who: str,
    case: int | None = None,
    undoes: int | None = None,
    *,
    edits: bool = False,
) -> Iterator[Session]:
    """One command: a transaction whose changes are revisions of one batch. Its id is
    `batch_of(session)`; nothing is written if the body raises. A command that `edits` leaves no
    batch where it changed nothing."""
    with new_session(engine) as session, session.begin():
        entry = Batch(at=datetime.now(UTC), who=who, act=act, case_id=case, undoes=undoes)
        session.add(entry)
        session.flush()
        session.info.update(batch=entry, edits=edits, written=False)
        yield session
        if not is_written(session):
            session.delete(entry)


def batch_of(session: Session) -> int | None:
    """The batch of the command, asked once it did what it does; None where it `edits` and changed
    nothing."""
    return number_of(session) if is_written(session) else None


def number_of(session: Session) -> int:
    """The number the batch of the command has, whether or not it will leave one."""
    entry: Batch = session.info["batch"]
    return entry.id


def is_written(session: Session) -> bool:
    """Whether the command leaves a batch: all do, but those that edit and changed nothing."""
    if session.info["edits"]:
        session.flush()
    return bool(session.info["written"]) or not session.info["edits"]


def name_case(session: Session, case: int) -> None:
    """Say which case the batch is about, where that is known only after it began."""
    entry: Batch = session.info["batch"]
    entry.case_id = case


def date_batch(session: Session, at: datetime) -> None:
    """Say when what the batch is about happened, where that was before the transaction."""
    entry: Batch = session.info["batch"]
    entry.at = at


def insert_many(session: Session, table: type[Base], rows: Sequence[Row]) -> list[int]:
    """Insert rows without objects, with their revisions; returns their ids in order."""
    if not rows:
        return []
    name = table.__tablename__
    # Asked for row by row the ids would cost half of a large import. The transaction holds the
    # writer's lock, so nobody else can take one meanwhile.
    last = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    first = int(session.scalar(last, {"name": name}) or 0) + 1
    ids = list(range(first, first + len(rows)))
    session.execute(
        insert(metadata.tables[name]),
        [{"id": row_id} | row for row_id, row in zip(ids, rows, strict=True)],
    )
    _write(
        session,
        [
            (name, row_id, None, {"id": row_id} | _kept(name, row))
            for row_id, row in zip(ids, rows, strict=True)
        ],
    )
    return ids


def update_many(
    session: Session, table: type[Base], changed: Sequence[tuple[int, Row, Row]]
) -> None:
    """Change rows without objects, with their revisions: id, columns before, columns after.
    Derived columns are written and not remembered."""
    name = table.__tablename__
    target = metadata.tables[name]
    by_columns: dict[tuple[str, ...], list[Row]] = {}
    for row_id, _, after in changed:
        by_columns.setdefault(tuple(sorted(after)), []).append({"row_id": row_id} | after)
    for rows in by_columns.values():
        session.execute(update(target).where(target.c.id == bindparam("row_id")), rows)
    kept = ((row_id, _kept(name, old), _kept(name, new)) for row_id, old, new in changed)
    _write(session, [(name, row_id, old, new) for row_id, old, new in kept if new])


def undo(session: Session, batch_id: int) -> set[tuple[str, int]]:
    """Restore what the batch changed, as revisions of the session's own batch. Returns the
    tables and rows touched; raises `ChangedSince` where a later command changed them."""
    revisions = session.scalars(
        select(Revision).where(Revision.batch_id == batch_id).order_by(Revision.id.desc())
    ).all()
    touched: set[tuple[str, int]] = set()
    written: list[tuple[str, int, Row | None, Row | None]] = []
    for revision in revisions:
        table = metadata.tables[revision.table]
        before = _loaded(table, revision.before)
        after = _loaded(table, revision.after)
        try:
            _restore(session, table, revision.row, before, after)
        except IntegrityError as error:
            # what came later hangs on the row, or stands where it would come back to
            raise ChangedSince(revision.table, revision.row) from error
        touched.add((revision.table, revision.row))
        written.append((revision.table, revision.row, after, before))
    _write(session, written)
    session.expire_all()
    return touched


def rows_of(session: Session, batch_id: int) -> set[tuple[str, int]]:
    """The tables and rows a batch changed."""
    found = session.execute(
        select(Revision.table, Revision.row).where(Revision.batch_id == batch_id)
    )
    return {(table, row) for table, row in found}


def last_batch(session: Session) -> int:
    """The newest batch, 0 where there is none."""
    return session.scalar(select(func.max(Batch.id))) or 0


def cases_since(session: Session, batch_id: int, until: int) -> set[int | None]:
    """The cases that batches after the one, and before the other, were about; None among them
    where one was about no single case."""
    between = (Batch.id > batch_id, Batch.id < until)
    return set(session.scalars(select(Batch.case_id).where(*between).distinct()))


def remembered(session: Session, case_id: int, table: str) -> dict[int, Row]:
    """What the revisions of a case (and of batches about no single case) still tell of the rows
    of a table, the rows that are gone among them: the newest value of each column. It may decide
    what goes out and is never part of it."""
    found: dict[int, Row] = {}
    kept = session.execute(
        select(Revision.row, Revision.before, Revision.after)
        .join(Batch, Batch.id == Revision.batch_id)
        .where(Revision.table == table, (Batch.case_id == case_id) | Batch.case_id.is_(None))
        .order_by(Revision.id)
        .execution_options(**DECIDES_ONLY)
    )
    for row, before, after in kept:
        told = found.setdefault(row, {})
        for kept_text in (before, after):
            told.update(_loaded(metadata.tables[table], kept_text) or {})
    return found


def scrub(session: Session, rows: Collection[tuple[str, int]]) -> None:
    """Forget for good what these rows (table, row) were and became, in every batch, this one
    included. That something changed stays; such a batch is never taken back."""
    session.flush()
    for table, row in rows:
        session.execute(
            update(Revision)
            .where(Revision.table == table, Revision.row == row)
            .values(before=None, after=None)
        )


def is_scrubbed(session: Session, batch_id: int) -> bool:
    """Whether a part of what the batch changed was forgotten for good."""
    scrubbed = select(Revision.id).where(
        Revision.batch_id == batch_id, Revision.before.is_(None), Revision.after.is_(None)
    )
    return session.scalar(scrubbed.limit(1)) is not None


def case_of(session: Session, table_name: str, row: int) -> int | None:
    """The case a touched row belongs to, None where it belongs to none or is gone."""
    if table_name == "cases":
        return row
    table = metadata.tables[table_name]
    if "case_id" in table.c:
        found = session.scalar(select(table.c.case_id).where(table.c.id == row))
        return None if found is None else int(found)
    for column, owner in (("step_id", "steps"), ("person_id", "people")):
        if column in table.c:
            of_owner = metadata.tables[owner]
            found = session.scalar(
                select(of_owner.c.case_id)
                .join(table, table.c[column] == of_owner.c.id)
                .where(table.c.id == row)
            )
            return None if found is None else int(found)
    return None


@event.listens_for(Session, "after_flush")
def _record(session: Session, _context: object) -> None:
    """Revisions of everything a flush writes: new rows parents first, gone ones children first."""
    if "batch" not in session.info:
        return
    changes = [
        *((row, None, _columns(row)) for row in sorted(session.new, key=_place)),
        *((row, *_changes(row)) for row in sorted(session.dirty, key=_place)),
        *((row, _former(row), None) for row in sorted(session.deleted, key=_place, reverse=True)),
    ]
    _write(
        session,
        [
            (row.__tablename__, row.id, before, after)
            for row, before, after in changes
            if row.__tablename__ not in _OWN and (before or after)
        ],
    )


def _place(row: Base) -> tuple[int, int]:
    return _ORDER[row.__tablename__], row.id


def _write(session: Session, written: Iterable[tuple[str, int, Row | None, Row | None]]) -> None:
    number = number_of(session)
    rows = [
        {
            "batch_id": number,
            "table": table,
            "row": row,
            "before": None if before is None else _ENCODER.encode(before),
            "after": None if after is None else _ENCODER.encode(after),
        }
        for table, row, before, after in written
    ]
    if rows:
        session.execute(insert(Revision.__table__), rows)  # type: ignore[arg-type]
        session.info["written"] = True


def _restore(
    session: Session, table: Table, row: int, before: Row | None, after: Row | None
) -> None:
    if after is not None:
        found = session.execute(select(table).where(table.c.id == row)).mappings().first()
        if found is None or any(found[name] != value for name, value in after.items()):
            raise ChangedSince(table.name, row)
        if before is None:
            session.execute(delete(table).where(table.c.id == row))
        else:
            session.execute(update(table).where(table.c.id == row).values(before))
    elif before is not None:
        if table.name in ALONE and _is_taken(session, table, ALONE[table.name], before):
            raise ChangedSince(table.name, row)
        session.execute(insert(table).values(before))


def _is_taken(session: Session, table: Table, names: Iterable[str], row: Row) -> bool:
    same = (table.c[name].is_not_distinct_from(row[name]) for name in names)
    return session.execute(select(table.c.id).where(*same)).first() is not None


def _loaded(table: Table, said: str | None) -> Row | None:
    if said is None:
        return None
    kept: Row = json.loads(said)
    return {name: _value(table, name, value) for name, value in kept.items()}


def _value(table: Table, name: str, value: Value) -> Value:
    kind = table.c[name].type
    if isinstance(value, str) and isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, Stamp):
        return datetime.fromisoformat(value)
    return value


def _kept(table: str, row: Row) -> Row:
    derived = DERIVED.get(table, frozenset())
    return {name: value for name, value in row.items() if name not in derived}


def _columns(row: Base) -> Row:
    state = inspect(row)
    return _kept(
        row.__tablename__,
        {each.key: state.dict.get(each.key) for each in state.mapper.column_attrs},
    )


def _former(row: Base) -> Row:
    state = inspect(row)
    former: Row = {}
    for each in state.mapper.column_attrs:
        history = state.attrs[each.key].history
        former[each.key] = history.deleted[0] if history.deleted else getattr(row, each.key)
    return _kept(row.__tablename__, former)


def _changes(row: Base) -> tuple[Row, Row]:
    state = inspect(row)
    before: Row = {}
    after: Row = {}
    derived = DERIVED.get(row.__tablename__, frozenset())
    for each in state.mapper.column_attrs:
        history = state.attrs[each.key].history
        if each.key not in derived and history.added and history.added != history.deleted:
            before[each.key] = history.deleted[0] if history.deleted else None
            after[each.key] = history.added[0]
    return before, after


def _text(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(value)


_ENCODER = json.JSONEncoder(default=_text)  # made once: it takes as long to make as to use
