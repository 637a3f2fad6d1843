"""What the window is given by the composition root: the ways to the data, as plain callables.

`ui` never imports `db`; `app/__main__` fills these in. Work that needs SQLAlchemy imports it
inside the callable, never before the first rows are painted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.progress import Steps

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.lists import Lists


class HolderLike(Protocol):
    """Who has the file open for writing, where, since when (aware)."""

    @property
    def who(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def since(self) -> datetime: ...


class OpenFile(Protocol):
    """An open data file. `holder` says who writes where `writable` is false, None on a medium
    that takes no writing."""

    @property
    def path(self) -> Path: ...
    @property
    def writable(self) -> bool: ...
    @property
    def holder(self) -> HolderLike | None: ...
    def try_to_write(self) -> bool: ...
    def close(self) -> None: ...


@dataclass(frozen=True)
class Doors:
    """The ways to the data. All raise `Unavailable`; `Steps` are driven on the worker's thread.

    open_file(path): open; Trouble.OLDER makes the window run `upgrade` and open again.
    lists_of(file): the lists, without SQLAlchemy.
    warm(): import what `open_desk` needs; called in a thread of its own after the first paint.
    open_desk(file): the services; called on the window's thread after `warm`.
    create(path), make_example(path): a new file at `path`, empty or with the example county.
    upgrade(path): a backup copy, then the migration; ends in the copy's path.
    back_up(file, target): a copy, checked; ends in its path.
    restore(backup, target): the backup in the place of `target`, which is kept beside it.
    who: who works here, as it stands in the journal.
    is_free(file): whether the writer has gone, so that `try_to_write` may succeed; cheap.
    """

    open_file: Callable[[Path], OpenFile]
    lists_of: Callable[[OpenFile], Lists]
    warm: Callable[[], None]
    open_desk: Callable[[OpenFile], Desk]
    create: Callable[[Path], Steps[Path]]
    make_example: Callable[[Path], Steps[Path]]
    upgrade: Callable[[Path], Steps[Path | None]]
    back_up: Callable[[OpenFile, Path], Steps[Path]]
    restore: Callable[[Path, Path], Steps[Path | None]]
    is_free: Callable[[OpenFile], bool]
    who: str = ""
