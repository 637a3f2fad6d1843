"""Copies of the data file that are whole or not there at all."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from db.errors import FileTrouble, Kind, sorted_errors
from db.file import APPLICATION_ID, connect
from db.lock import WriterLock


def back_up(path: Path, to: Path) -> None:
    """Copy a data file, open or not, to `to`: under a temporary name, checked, then renamed.

    Raises `FileTrouble` about the side that failed; nothing is left behind then.
    """
    needs_folder(to)
    part = to.with_name(to.name + ".part")
    with sorted_errors(to):
        part.unlink(missing_ok=True)
    source = connect(path, writable=False)
    try:
        with sorted_errors(to):
            target = sqlite.connect(str(part), isolation_level=None)
            try:
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()
            problems = check(part)
            if problems:
                raise FileTrouble(Kind.DAMAGED, path, problems=problems)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(to)
            sync_folder(to.parent)
    finally:
        source.close()
        part.unlink(missing_ok=True)


def check(path: Path) -> list[str]:
    """What SQLite finds wrong with the file (integrity, foreign keys, search index); [] if sound.

    Raises `FileTrouble` where it cannot be read at all.
    """
    connection = connect(path, writable=False)
    try:
        with sorted_errors(path):
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            problems = [line for line in found if line != "ok"]
            problems += [
                f"foreign key: {table} row {row} refers to a missing row of {parent}"
                for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
            ]
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            if mark != APPLICATION_ID:
                raise FileTrouble(Kind.NOT_OURS, path)
    finally:
        connection.close()
    return problems


def restore(source: Path, path: Path, today: date) -> Path | None:
    """Put a sound backup in the place of a data file. What was there is kept beside it; returns
    where, None where nothing was. Raises `FileTrouble` (IN_USE with `holder`, …)."""
    needs_folder(path)
    lock = WriterLock(path)
    with sorted_errors(path):
        if not lock.take():
            raise FileTrouble(Kind.IN_USE, path, holder=lock.holder())
    part = path.with_name(path.name + ".part")
    kept: Path | None = None
    try:
        back_up(source, part)
        with sorted_errors(path):
            if path.exists():
                kept = free_name(
                    path.with_name(f"{path.stem}-vor-Rueckkehr-{today:%Y-%m-%d}{path.suffix}")
                )
                _settle(path)
                path.replace(kept)
            for rest in beside(path):
                rest.unlink(missing_ok=True)
            part.replace(path)
            sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)
        lock.release()
    return kept


def needs_folder(path: Path) -> None:
    """Refuse to write where there is no folder; SQLite would call that a file not readable."""
    if not path.parent.is_dir():
        raise FileTrouble(Kind.CANNOT_WRITE, path)


def beside(path: Path) -> list[Path]:
    """The files SQLite may keep beside a database."""
    return [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]


def _settle(path: Path) -> None:
    """Bring a write-ahead log home, so that the file alone is whole; a file too damaged for
    that is kept as it is."""
    try:
        connection = connect(path, writable=True)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
    except (FileTrouble, sqlite.Error):
        return


def free_name(path: Path) -> Path:
    """The path, or the first numbered one beside it that does not exist."""
    found, number = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found


def sync_folder(folder: Path) -> None:
    """Make a rename durable (POSIX: the folder itself must be synced)."""
    if sys.platform == "win32":  # pragma: no cover - folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
