"""What the office knows of the region beside its directory: films, pages, ferries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

STALE_DAYS = 180
"""A ferry or film that was looked at longer ago is told to be checked."""


@dataclass(frozen=True)
class FilmDraft:
    """A film or page about the region. `language`: the tag (BCP 47) of what is spoken, blank for
    pictures alone; `about`: a few words that are printed below."""

    title: str
    website: str
    language: str = ""
    about: str = ""
    checked_on: date | None = None


@dataclass(frozen=True)
class FilmView:
    """A film as it is kept; `outdated`: nobody looked whether it is still there for
    `STALE_DAYS`."""

    id: int
    draft: FilmDraft
    archived_on: date | None
    outdated: bool


@dataclass(frozen=True)
class SailingDraft:
    """A ferry from town to town, at `departs` (minutes of the day), taking `minutes`. `outward`: to
    the island, else from it. `days`: which days it goes, in OSM's notation ("Mo-Fr; PH off"),
    blank daily; `source` says where the times are from and `as_of` when they were."""

    from_town: str
    to_town: str
    departs: int
    minutes: int
    source: str
    as_of: date
    outward: bool = True
    days: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class SailingView:
    """A ferry as it is kept; `outdated`: its days have passed, or its times are older than
    `STALE_DAYS`."""

    id: int
    draft: SailingDraft
    outdated: bool
