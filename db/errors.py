"""What can go wrong with the data file, sorted by what the office can do about it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite


class Kind(Enum):
    NO_SUCH_FILE = "no_such_file"
    NOT_OURS = "not_ours"
    DAMAGED = "damaged"
    NEWER = "newer"
    OLDER = "older"
    READ_ONLY_MEDIUM = "read_only_medium"
    DISK_FULL = "disk_full"
    IN_USE = "in_use"
    BUSY = "busy"
    CANNOT_WRITE = "cannot_write"
    CANNOT_READ = "cannot_read"


class FileTrouble(Exception):
    """The data file could not be used; `facts` say more (version, holder)."""

    def __init__(self, kind: Kind, path: Path, **facts: object) -> None:
        super().__init__(kind.name, str(path), facts)
        self.kind = kind
        self.path = path
        self.facts = facts


_BY_NAME = {
    "SQLITE_NOTADB": Kind.NOT_OURS,
    "SQLITE_CORRUPT": Kind.DAMAGED,
    "SQLITE_FULL": Kind.DISK_FULL,
    "SQLITE_READONLY": Kind.READ_ONLY_MEDIUM,
    "SQLITE_BUSY": Kind.BUSY,
    "SQLITE_LOCKED": Kind.BUSY,
    "SQLITE_CANTOPEN": Kind.CANNOT_READ,
    "SQLITE_PERM": Kind.CANNOT_READ,
    "SQLITE_AUTH": Kind.CANNOT_READ,
    "SQLITE_IOERR": Kind.CANNOT_WRITE,
}


def kind_of(error: BaseException) -> Kind | None:
    """Sort an error of the driver or the file system; None where it is a bug of ours."""
    name = str(getattr(error, "sqlite_errorname", ""))
    for prefix, kind in _BY_NAME.items():
        if name.startswith(prefix):
            return kind
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return Kind.DISK_FULL
        if error.errno == errno.EROFS:
            return Kind.READ_ONLY_MEDIUM
        if isinstance(error, FileNotFoundError):
            return Kind.NO_SUCH_FILE
        return Kind.CANNOT_WRITE
    # the driver gives some errors by their sentence only
    if isinstance(error, sqlite.DatabaseError):
        sentence = str(error)
        for words, kind in (
            ("is not a database", Kind.NOT_OURS),
            ("malformed", Kind.DAMAGED),
            ("disk is full", Kind.DISK_FULL),
            ("readonly database", Kind.READ_ONLY_MEDIUM),
            ("locked", Kind.BUSY),
            ("unable to open", Kind.CANNOT_READ),
            ("disk I/O error", Kind.CANNOT_WRITE),
        ):
            if words in sentence:
                return kind
    return None


@contextmanager
def sorted_errors(path: Path) -> Iterator[None]:
    """Turn what the driver and the file system raise inside into `FileTrouble`."""
    try:
        yield
    except FileTrouble:
        raise
    except (sqlite.Error, OSError) as error:
        kind = kind_of(error)
        if kind is None:
            raise
        raise FileTrouble(kind, path) from error
