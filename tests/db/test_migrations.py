"""Steps of the schema: they end where the tables are, and keep a copy first."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from db.engine import open_engine
from db.errors import FileTrouble, Kind
from db.file import APPLICATION_ID, VERSION, connect, open_file
from db.migrate import STEPS, upgrade
from db.search import TABLES
from db.tables.all import EVERY, metadata
from tests.conftest import TODAY

FULL_TEXT = tuple(f"{table}_{index}" for table in TABLES for index in ("trigram", "prefix"))


def test_the_steps_end_where_the_tables_are(file):
    with open_engine(file).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not (name or "").startswith(FULL_TEXT)},
        )
        assert compare_metadata(context, metadata) == []


def test_the_version_counts_the_steps():
    steps = list(ScriptDirectory(STEPS).walk_revisions())
    assert len(steps) == VERSION


def test_no_step_looks_at_todays_tables():
    for step in (STEPS / "versions").glob("*.py"):
        assert "db.tables" not in step.read_text(encoding="utf-8"), step.name


def test_every_table_is_gathered():
    assert {table.__tablename__ for table in EVERY} == set(metadata.tables)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_postgresql_could_hold_it_too(table):
    dialect = postgresql.dialect()
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def older(path):
    """A file of version 0: ours, and empty."""
    path.unlink()
    connection = connect(path, writable=True)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    return path


def test_an_upgrade_keeps_a_copy_of_the_file_before_it(path):
    older(path)
    [kept] = list(upgrade(path, TODAY))
    assert connect(kept, writable=False).execute("PRAGMA user_version").fetchone() == (0,)
    opened = open_file(path)
    assert opened.writable
    opened.close()


def test_a_failed_upgrade_leaves_the_file_as_it_was(path, monkeypatch):
    older(path)

    def fail(_connection):
        raise RuntimeError

    monkeypatch.setattr("db.migrate.run_steps", fail)
    with pytest.raises(RuntimeError):
        list(upgrade(path, TODAY))
    found = connect(path, writable=False)
    assert found.execute("PRAGMA user_version").fetchone() == (0,)
    assert found.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_file_of_this_version_is_left_alone(path):
    assert list(upgrade(path, TODAY)) == []


def test_an_open_file_is_not_upgraded_under_its_user(path):
    from db.lock import WriterLock

    older(path)
    lock = WriterLock(path)
    assert lock.take()
    with pytest.raises(FileTrouble) as caught:
        list(upgrade(path, TODAY))
    assert caught.value.kind is Kind.IN_USE
    lock.release()
