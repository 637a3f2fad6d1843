"""One writer per file: a lock beside it that the system drops when its holder dies."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

# The words lie behind the locked first byte, so that others may read them on Windows too.
_WORDS_AT = 16


@dataclass(frozen=True)
class HolderRecord:
    """Who writes, on which computer, since when (aware UTC), as which process."""

    who: str
    host: str
    since: datetime
    pid: int


def lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


class WriterLock:
    """Held from `take` to `release`; a killed holder leaves it free."""

    def __init__(self, path: Path) -> None:
        self._path = lock_path(path)
        self._file: IO[bytes] | None = None

    @property
    def held(self) -> bool:
        return self._file is not None

    def take(self) -> bool:
        """Try to become the writer; False where somebody else is. Raises OSError where the
        folder takes no file."""
        if self._file is not None:
            return True
        file = self._path.open("a+b")
        if not _seize(file):
            file.close()
            return False
        words = json.dumps(
            {
                "who": getpass.getuser(),
                "host": socket.gethostname(),
                "since": datetime.now(UTC).isoformat(timespec="seconds"),
                "pid": os.getpid(),
            }
        )
        file.truncate(0)
        file.write(b" " * _WORDS_AT + words.encode())
        file.flush()
        self._file = file
        return True

    def release(self) -> None:
        if self._file is None:
            return
        self._file.truncate(0)
        _let_go(self._file)
        self._file.close()
        self._file = None

    def holder(self) -> HolderRecord | None:
        """Who holds it, as written in the lock; None where that cannot be read."""
        try:
            with self._path.open("rb") as file:
                file.seek(_WORDS_AT)
                found = json.loads(file.read() or b"null")
            return HolderRecord(
                who=str(found["who"]),
                host=str(found["host"]),
                since=datetime.fromisoformat(found["since"]),
                pid=int(found["pid"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None


if sys.platform == "win32":  # pragma: no cover - not run on the build machine
    import msvcrt

    def _seize(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _seize(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
