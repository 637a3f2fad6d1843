"""Files written for the user: what the machine refuses is told as `Unavailable`."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from app.errors import Trouble, Unavailable


@contextlib.contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Around the writing of `path`. Raises `Unavailable`: DISK_FULL, CANNOT_WRITE."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        trouble = Trouble.DISK_FULL if full else Trouble.CANNOT_WRITE
        raise Unavailable(trouble, path) from error


def write_through(content: bytes, path: Path) -> None:
    """Write a file and see it on the disk before going on. Raises `OSError`."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
