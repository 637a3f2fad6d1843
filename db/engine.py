"""SQLAlchemy on top of the data file: one engine a file, a session a transaction."""

from __future__ import annotations

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlite

from db.file import DataFile


def open_engine(file: DataFile) -> Engine:
    """An engine whose transactions begin as writers do: at once, so that two never deadlock."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: _as_dbapi(file),
        poolclass=QueuePool,
        pool_size=2,
    )
    begin = "BEGIN IMMEDIATE" if file.writable else "BEGIN"

    @event.listens_for(engine, "begin")
    def begin_now(connection: object) -> None:
        connection.exec_driver_sql(begin)  # type: ignore[attr-defined]

    return engine


def _as_dbapi(file: DataFile) -> DBAPIConnection:
    connection: DBAPIConnection = file.connect()  # type: ignore[assignment]
    return connection


def new_session(engine: Engine) -> Session:
    return Session(engine, autoflush=True, expire_on_commit=False)
