"""The data file itself: opened through the driver, marked as ours, with one writer at a time."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from db.errors import FileTrouble, Kind, sorted_errors
from db.lock import HolderRecord, WriterLock

APPLICATION_ID = 0x48616665  # "Hafe"
VERSION = 9  # how many steps of db/migrations a file of this program has taken
BUSY_MILLISECONDS = 5_000

if TYPE_CHECKING:
    # the same interface, and the standard library's is typed
    from sqlite3 import Connection

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs", "ncpfs"}


class DataFile:
    """An open `*.hafen` file. `writable` is false while another window or command writes, or
    where the medium is read-only; then `holder` says who."""

    def __init__(self, path: Path, lock: WriterLock | None, holder: HolderRecord | None) -> None:
        self.path = path
        self._lock = lock
        self.holder = holder
        self._opened = _identity(path) if _stays(path) else None

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def connect(self) -> Connection:
        """A new connection with foreign keys on; raises `FileTrouble`."""
        self.need_place()
        return connect(self.path, writable=self.writable)

    def need_place(self) -> None:
        """Raise `FileTrouble(NO_SUCH_FILE)` where the file lies no more where it was opened: moved,
        deleted, or changed for another, as programs do that copy folders. What is written then
        would be nowhere once the program ends."""
        if self._opened is not None and _identity(self.path) != self._opened:
            raise FileTrouble(Kind.NO_SUCH_FILE, self.path)

    def try_to_write(self) -> bool:
        """Become the writer if nobody else is; the caller reopens what it read before."""
        if self._lock is not None:
            return True
        lock = WriterLock(self.path)
        with sorted_errors(self.path):
            if not lock.take():
                self.holder = lock.holder()
                return False
        self._lock, self.holder = lock, None
        return True

    def close(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def open_file(path: Path, *, write: bool = True) -> DataFile:
    """Open a file of this program and of this version.

    Raises `FileTrouble`: NO_SUCH_FILE, NOT_OURS, DAMAGED, OLDER, NEWER (`version`),
    CANNOT_READ. Where another writer holds the lock the file opens read-only.
    """
    version = version_of(path)
    if version > VERSION:
        raise FileTrouble(Kind.NEWER, path, version=version, known=VERSION)
    if version < VERSION:
        raise FileTrouble(Kind.OLDER, path, version=version, known=VERSION)
    if not write:
        return DataFile(path, None, WriterLock(path).holder())
    lock, holder = claim(path)
    return DataFile(path, lock, holder)


def claim(path: Path) -> tuple[WriterLock | None, HolderRecord | None]:
    """The writer's lock, or who holds it; (None, None) on a medium that takes no lock."""
    if not os.access(path, os.W_OK):
        return None, None
    lock = WriterLock(path)
    try:
        taken = lock.take()
    except OSError:
        return None, None
    return (lock, None) if taken else (None, lock.holder())


def version_of(path: Path) -> int:
    """How many migration steps the file has taken; raises `FileTrouble` where it is not ours."""
    if not path.is_file():
        raise FileTrouble(Kind.NO_SUCH_FILE, path)
    with sorted_errors(path):
        connection = connect(path, writable=False)
        try:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    if mark != APPLICATION_ID:
        raise FileTrouble(Kind.NOT_OURS, path)
    return int(version)


def connect(path: Path, *, writable: bool) -> Connection:
    """A connection with the pragmas of this program. Threads may hand it on, never share it."""
    with sorted_errors(path):
        if not writable:
            return _connect_reading(path)
        connection: Connection = sqlite.connect(
            str(path),
            timeout=BUSY_MILLISECONDS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
        mode = "WAL" if is_local(path) else "TRUNCATE"
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA synchronous = FULL")
        # What was erased (Art. 17 DSGVO) shall not lie on in pages that nobody uses any more.
        connection.execute("PRAGMA secure_delete = ON")
        return connection


def _connect_reading(path: Path) -> Connection:
    name = uri_of(path.resolve())
    last: sqlite.Error | None = None
    # A WAL file in a folder that takes no new file opens only as immutable.
    for query in ("?mode=ro", "?mode=ro&immutable=1"):
        if last is not None and os.access(path.parent, os.W_OK):
            break
        try:
            connection: Connection = sqlite.connect(
                name + query,
                uri=True,
                timeout=BUSY_MILLISECONDS / 1000,
                isolation_level=None,
                check_same_thread=False,
            )
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite.Error as error:
            last = error
        else:
            return connection
    assert last is not None  # noqa: S101 - the loop ends with a connection or an error
    raise last


def _stays(path: Path) -> bool:
    """Whether a file keeps its number: Windows keeps an open file in its place anyway, and network
    drives may number one anew."""
    return sys.platform != "win32" and is_local(path)


def _identity(path: Path) -> tuple[int, int]:
    """Which file lies there, (0, 0) for none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def uri_of(path: PurePath) -> str:
    """An absolute path as SQLite takes it. What Windows calls \\\\server\\share stands behind an
    empty authority: any other is refused (SQLite: Uniform Resource Identifiers, 3)."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def is_local(path: Path) -> bool:
    """Whether the file lies on a disk of this computer: WAL needs shared memory and is not for
    network drives (SQLite: Write-Ahead Logging, 9)."""
    folder = path.resolve().parent
    if sys.platform == "win32":  # pragma: no cover - not run on the build machine
        import ctypes

        if str(folder).startswith("\\\\"):
            return False
        drive = os.path.splitdrive(folder)[0] + "\\"
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) != 4)
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return True
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.split(" ")
        at = fields[1].replace("\\040", " ")
        if folder.is_relative_to(at) and len(at) >= len(best):
            best, kind = at, fields[2]
    return kind not in _NETWORK
