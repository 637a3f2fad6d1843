"""The rotating log: what the source says, ids and error types; never a person's words.

A message is written only if it stands as a literal in the code that logs it, so a name put into it
by formatting cannot pass. Of its arguments pass whole numbers (ids), booleans, enum members and
types; the rest, text and paths included, is masked. Of an exception pass its type and the lines it
came through, never its own text, which may quote a record (Art. 5(1)(c) GDPR, data minimisation).
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType

from app.errors import Trouble, Unavailable

FILE = "heimathafen.log"
BYTES = 1_000_000  # of one file
KEPT = 4  # older files beside it
MASK = "***"
LARGEST_ID = 10**9  # a longer number may be a telephone number


class Logbook(RotatingFileHandler):
    """The file. What cannot be written (disk full, file held by a second window) is left out."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Stay silent: logging's own answer would print the record with its arguments."""


class IdsOnly(logging.Formatter):
    """One line per record: when, how grave, which room, what, which ids."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and below it an exception's way. Reads the caller's frame, so it must run
        inside the call that logs (no queue between)."""
        when = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        line = f"{when} {record.levelname} {record.name}:{record.lineno} {_text(record)}"
        if record.exc_info and record.exc_info[1] is not None:
            line = "\n".join([line, *_way(record.exc_info[1])])
        return line


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Log into `folder` from now on; hand the result to `stop`.

    Raises `Unavailable(Trouble.CANNOT_WRITE)` where the folder or file cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = Logbook(folder / FILE, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_WRITE, folder) from error
    handler.setFormatter(IdsOnly())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def stop(handler: logging.Handler) -> None:
    """End the log that `start` began."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _text(record: logging.LogRecord) -> str:
    if not isinstance(record.msg, str) or record.msg not in _literals(record):
        return MASK
    if not record.args:
        return record.msg
    args: object
    if isinstance(record.args, Mapping):
        args = {key: _shown(value) for key, value in record.args.items()}
    else:
        args = tuple(_shown(value) for value in record.args)
    try:
        return record.msg % args
    except (TypeError, ValueError, KeyError):
        return record.msg  # the masked text does not fit a %d; the sentence alone must do


def _shown(value: object) -> object:
    """The value if it can say nothing about a person, else the mask."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return value if abs(value) < LARGEST_ID else MASK
    if isinstance(value, type):
        return value.__name__
    return MASK


def _literals(record: logging.LogRecord) -> Iterator[object]:
    """The constants in the code of the function that logged this record."""
    frame: FrameType | None = sys._getframe()  # noqa: SLF001
    while frame is not None:
        code = frame.f_code
        if (
            code.co_filename == record.pathname
            and frame.f_lineno == record.lineno
            and code.co_name == record.funcName
        ):
            yield from code.co_consts
            return
        frame = frame.f_back


def _way(error: BaseException) -> Iterator[str]:
    """An exception without its words: type, rooms and lines; then what it came from."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"  {type(current).__name__}"
        for frame, line in traceback.walk_tb(current.__traceback__):
            # The module's name, not its file: a path may hold the user's name.
            module = frame.f_globals.get("__name__", "?")
            yield f"    {module}:{line} {frame.f_code.co_name}"
        current = current.__cause__ or current.__context__
