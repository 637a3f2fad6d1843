"""One transaction per command, journalled; the machine's troubles translated on the way up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.done import Act
from app.edits import EDITS
from app.errors import Reason, Refused, Trouble, Unavailable
from db import journal
from db.engine import new_session, open_engine
from db.errors import FileTrouble, kind_of
from db.file import DataFile
from db.outward import outward_session


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """What the database floor raises, in the words of this one."""
    try:
        yield
    except FileTrouble as trouble:
        raise Unavailable(Trouble(trouble.kind.value), trouble.path, **trouble.facts) from trouble
    except DBAPIError as error:
        kind = kind_of(error.orig) if error.orig is not None else None
        if kind is None:
            raise
        raise Unavailable(Trouble(kind.value), path) from error


class Transactions:
    """Hands out transactions on one data file: `command` writes, `reading` does not."""

    def __init__(self, file: DataFile, today: Callable[[], date], who: str) -> None:
        self.file = file
        self.today = today
        self.who = who
        self._engine: Engine = open_engine(file)

    @contextmanager
    def command(
        self, act: Act, case: int | None = None, undoes: int | None = None
    ) -> Iterator[Session]:
        """A journalled transaction; `Refused(READ_ONLY)` where another writer has the file,
        `Unavailable(NO_SUCH_FILE)` where it lies no more in its place."""
        if not self.file.writable:
            raise Refused(Reason.READ_ONLY)
        with translated(self.file.path):
            self.file.need_place()
        with (
            translated(self.file.path),
            journal.batch(
                self._engine, act.value, self.who, case, undoes, edits=act in EDITS
            ) as session,
        ):
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with translated(self.file.path), new_session(self._engine) as session:
            yield session

    @contextmanager
    def outward(self) -> Iterator[Session]:
        """As `reading`, for what is printed or handed out: private texts are blank in it."""
        with translated(self.file.path), outward_session(self._engine) as session:
            yield session

    def reopen(self) -> None:
        """After the file became writable or was replaced: forget every connection."""
        self._engine.dispose()
        self._engine = open_engine(self.file)

    def close(self) -> None:
        self._engine.dispose()
