"""Opening a data file, without SQLAlchemy: what the window and the terminal do first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import Trouble, Unavailable
from db.errors import FileTrouble
from db.file import DataFile, open_file
from db.lock import HolderRecord, WriterLock

__all__ = ["HolderRecord", "is_free", "open_data", "translated"]


@contextmanager
def translated() -> Iterator[None]:
    """What the database floor raises about a file, in the words of this floor."""
    try:
        yield
    except FileTrouble as trouble:
        raise Unavailable(Trouble(trouble.kind.value), trouble.path, **trouble.facts) from trouble


def open_data(path: Path, *, write: bool = True) -> DataFile:
    """Open a data file; read-only where somebody else writes. Raises `Unavailable`."""
    with translated():
        return open_file(path, write=write)


def is_free(file: DataFile) -> bool:
    """Whether the writer of a file that was opened read-only has gone."""
    lock = WriterLock(file.path)
    try:
        free = lock.take()
    except OSError:
        return False
    lock.release()
    return free
