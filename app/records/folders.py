"""Printed and saved folders as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path


class Way(Enum):
    """How a folder left the program."""

    SAVED = "saved"
    PRINTED = "printed"


@dataclass(frozen=True)
class FolderMade:
    """A folder written to a file: pages, sheets of paper (duplex) and what could not be printed."""

    path: Path
    language: str
    pages: int
    sheets: int
    not_printable: tuple[str, ...]
    sha256: str


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
