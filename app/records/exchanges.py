"""Exchange sheets as they cross the boundary: what changed since a folder was handed out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.records.folders import FolderRow


class Why(Enum):
    """Why a sheet is exchanged. ALONG: the contents, which come along though they are the same."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    ALONG = "along"


class Anew(Enum):
    """Why single sheets cannot be exchanged and the whole folder is printed anew."""

    LANGUAGE = "language"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True)
class SheetChange:
    """A sheet to exchange. `chapter`: the German title of its chapter, `number` that on its tab
    (0: the cover). `pages`: labels of its sides as they are now, `replaces` as they were; blank
    sides and the cover have none. `same_sides`: how many of its two sides are as they were."""

    key: str
    place: int
    why: Why
    number: int
    chapter: str
    pages: tuple[str, ...]
    replaces: tuple[str, ...]
    same_sides: int = 0


@dataclass(frozen=True)
class ExchangeState:
    """What changed since the print `since`. `anew`: why the whole folder is printed instead; then
    there are no `sheets`. `pages` and `leaves` of the pack, its list included, 0 without one;
    `whole` sheets the folder has now."""

    since: FolderRow
    language: str
    bilingual: bool
    sheets: tuple[SheetChange, ...] = ()
    anew: Anew | None = None
    leaves: int = 0
    whole: int = 0

    @property
    def is_same(self) -> bool:
        """Whether the family's folder says what it would say today."""
        return self.anew is None and not self.sheets

    @property
    def pages(self) -> int:
        return self.leaves * 2
