"""New files and older ones: steps of Alembic, a copy of the file before each upgrade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, StaticPool, create_engine
from sqlcipher3 import dbapi2 as sqlite

from db.backup import back_up, beside, free_name, needs_folder, sync_folder
from db.errors import FileTrouble, Kind, sorted_errors
from db.file import APPLICATION_ID, VERSION, claim, connect, version_of

STEPS = Path(__file__).with_name("migrations")


def create(path: Path) -> None:
    """Make a new, empty data file; it appears under its name only when it is whole.

    Raises `FileTrouble` where the folder cannot be written or the name is taken.
    """
    if path.exists():
        raise FileTrouble(Kind.CANNOT_WRITE, path, exists=True)
    needs_folder(path)
    part = path.with_name(path.name + ".part")
    with sorted_errors(path):
        part.unlink(missing_ok=True)
        try:
            connection = sqlite.connect(str(part), isolation_level=None, check_same_thread=False)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.close()
            _take_steps(part)
            part.replace(path)
            sync_folder(path.parent)
        finally:
            for rest in (part, *beside(part)):
                rest.unlink(missing_ok=True)


def upgrade(path: Path, today: date) -> Iterator[Path]:
    """Bring an older file to this version. Yields the backup made before the first step; the
    file is unchanged if anything fails. Raises `FileTrouble` (NEWER, IN_USE, DISK_FULL, …)."""
    version = version_of(path)
    if version > VERSION:
        raise FileTrouble(Kind.NEWER, path, version=version, known=VERSION)
    if version == VERSION:
        return
    lock, holder = claim(path)
    if lock is None:
        if holder is None:
            raise FileTrouble(Kind.READ_ONLY_MEDIUM, path)
        raise FileTrouble(Kind.IN_USE, path, holder=holder)
    try:
        kept = free_name(
            path.with_name(f"{path.stem}-vor-Fassung-{VERSION}-{today:%Y-%m-%d}{path.suffix}")
        )
        back_up(path, kept)
        yield kept
        with sorted_errors(path):
            _take_steps(path)
    finally:
        lock.release()


def _take_steps(path: Path) -> None:
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: connect(path, writable=True),
        poolclass=StaticPool,
    )
    try:
        with engine.connect() as connection:
            # all steps or none: the driver leaves transactions to us
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                run_steps(connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
    finally:
        engine.dispose()


def run_steps(connection: Connection) -> None:
    """Every step that the connection's database has not taken yet."""
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
