"""Keeping the data safe: new files, upgrades, checks, backups, restoring."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import Step, Steps
from app.services.files import translated
from db import backup
from db.file import VERSION, version_of


def create(path: Path) -> Steps[Path]:
    """Make a new, empty data file. Raises `Unavailable`, `Refused(EXISTS)`."""
    if path.exists():
        raise Refused(Reason.EXISTS, "file", path=str(path))
    yield Step(0, 1, "create")
    from db.migrate import create as make  # imports Alembic, which only this needs

    with translated():
        make(path)
    return path


def upgrade(path: Path, today: date) -> Steps[Path | None]:
    """Bring an older file to this version; returns the backup made before, None where nothing
    was to do. Raises `Unavailable` (NEWER, IN_USE, DISK_FULL, …), the file unchanged then."""
    yield Step(0, 2, "backup")
    from db.migrate import upgrade as take_steps

    kept: Path | None = None
    with translated():
        for kept in take_steps(path, today):  # noqa: B007 - the last one is returned
            yield Step(1, 2, "upgrade")
    return kept


def check(path: Path) -> list[str]:
    """What is wrong inside the file, [] if it is sound. Raises `Unavailable` (NO_SUCH_FILE,
    NOT_OURS, NEWER, DAMAGED where nothing of it can be read)."""
    with translated():
        _not_newer(path)
        return backup.check(path)


def back_up(path: Path, to: Path) -> Steps[Path]:
    """Copy the file, open or not; the copy is checked before it gets its name."""
    if to.exists():
        raise Refused(Reason.EXISTS, "file", path=str(to))
    yield Step(0, 1, "backup")
    with translated():
        version_of(path)
        backup.back_up(path, to)
    return to


def restore(source: Path, path: Path, today: date) -> Steps[Path | None]:
    """Put a backup in the place of the data file, which is kept beside it under another name;
    returns that name. Nobody may have the file open. Raises `Unavailable` (NOT_OURS, DAMAGED,
    NEWER, IN_USE, …); the present file is untouched then."""
    yield Step(0, 3, "check")
    with translated():
        _not_newer(source)
        problems = backup.check(source)
        if problems:
            raise Unavailable(Trouble.DAMAGED, source, problems=problems)
        yield Step(1, 3, "backup")
        kept = backup.restore(source, path, today)
    yield Step(3, 3, "restore")
    return kept


def _not_newer(path: Path) -> None:
    version = version_of(path)
    if version > VERSION:
        raise Unavailable(Trouble.NEWER, path, version=version, known=VERSION)
