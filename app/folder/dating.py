"""The day a sheet says in its own words (cover, letter, Stand): when its words became what they
are, not the day it is printed again unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from app.folder.contents import FolderContents
from app.folder.plan import PlannedChapter, Sheet
from app.typeset import blocks

DATED = frozenset({Sheet.COVER, Sheet.LETTER, Sheet.CARE, Sheet.STAND})
"""The sheets that say the day in their own words."""

_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A sheet of a chapter, the day it says, and a digest of all its other words."""

    chapter: str
    sheet: Sheet
    day: date
    digest: str


Maker: TypeAlias = Callable[[Sheet, FolderContents, FolderContents | None], Iterable[blocks.Block]]


def dated(
    planned: Iterable[PlannedChapter],
    contents: FolderContents,
    beside: FolderContents | None,
    maker: Maker,
    former: Iterable[Dated] = (),
) -> tuple[Dated, ...]:
    """The day of each sheet that says one: the former where its other words are the same.

    `maker` makes a sheet of the contents, and of those of the other language beside them.
    """
    known = {(each.chapter, each.sheet): each for each in former}
    undated = replace(contents, stand=_NO_DAY)
    facing = replace(beside, stand=_NO_DAY) if beside else None
    found = []
    for part in planned:
        for sheet in part.sheets:
            if sheet in DATED:
                digest = _digest(maker(sheet, undated, facing))
                old = known.get((part.key, sheet))
                day = old.day if old and old.digest == digest else contents.created
                found.append(Dated(part.key, sheet, day, digest))
    return tuple(found)


def days(told: Iterable[Dated]) -> Mapping[tuple[str, Sheet], date]:
    """The day by chapter and sheet."""
    return {(each.chapter, each.sheet): each.day for each in told}


def _digest(sheet: Iterable[blocks.Block]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in _leaves(tuple(sheet)):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


def _leaves(value: object) -> Iterator[str]:
    """All that a block says, in order. What is left at nothing is passed over, so that a block
    may learn to say more and old ones say the same."""
    if isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _leaves(getattr(value, each.name))
    elif value:
        yield str(value)
