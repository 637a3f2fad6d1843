"""Many folders written at once, as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.done import Done
from app.records.compositions import Composition
from app.records.folders import FolderMade


@dataclass(frozen=True)
class BatchOrder:
    """How all folders of a batch are made. `language` None: each family's own; `composition` None:
    each case's own."""

    language: str | None = None
    bilingual: bool = False
    notice: bool = True
    composition: Composition | None = None


@dataclass(frozen=True)
class BatchFolder:
    """The folder of one case. `name`: the family as the office lists it, blank where there is no
    such case. `made` where it was written, else `error`: `Refused`, `Unavailable`, or None where
    its making ended unforeseen, which is in the log."""

    case: int
    name: str
    made: FolderMade | None = None
    error: Exception | None = None


@dataclass(frozen=True)
class BatchMade:
    """All that were asked for, in that order, and the command that recorded those written; None
    where none was, or where the data file was open for reading only."""

    folder: Path
    folders: tuple[BatchFolder, ...]
    done: Done | None = field(default=None, compare=False)

    @property
    def written(self) -> tuple[BatchFolder, ...]:
        return tuple(each for each in self.folders if each.made is not None)

    @property
    def failed(self) -> tuple[BatchFolder, ...]:
        return tuple(each for each in self.folders if each.made is None)
