"""Printed and saved folders as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from app.done import Done


class Way(Enum):
    """How a folder left the program."""

    SAVED = "saved"
    PRINTED = "printed"


@dataclass(frozen=True)
class FolderMade:
    """A folder written to a file: pages, sheets of paper (duplex) and what could not be printed.

    `bilingual`: German stands beside the language. `fonts_missing`: font files that others had to
    stand in for. `unequal`: chapters whose languages stand one after the other, as they did not
    correspond. `done` is the command that recorded it, None where the data file was open for
    reading only.
    """

    path: Path
    language: str
    pages: int
    sheets: int
    not_printable: tuple[str, ...]
    sha256: str
    bilingual: bool = False
    fonts_missing: tuple[str, ...] = ()
    unequal: tuple[int, ...] = ()
    done: Done | None = field(default=None, compare=False)


@dataclass(frozen=True)
class FolderRow:
    """One folder the case was given, newest first."""

    id: int
    at: datetime
    who: str
    language: str
    way: Way
    pages: int
    sheets: int
    sha256: str
    bilingual: bool = False
