"""What stands on the tab sheet of a chapter: titles in several languages, and a map of the land."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DividerTitle:
    """The chapter's title in another language."""

    title: str
    lang: str


@dataclass(frozen=True, slots=True)
class DividerNote:
    """A line that stands where the sheet lists what is in its chapter."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """Pages of another file at the end of a chapter, which gets as many empty ones: `key` names
    the file, whoever puts its pages there knows it by that."""

    key: str
    pages: int


@dataclass(frozen=True, slots=True)
class MapArea:
    """A piece of land of a map: outlines in km of a flat map, north up (y counts downwards)."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    hatched: bool = False
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A town: where it is (km), its name, and a line below it."""

    x: float
    y: float
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MapKey:
    """What a pattern of the map stands for: bold title over lines; no sample without pattern."""

    title: str
    lines: tuple[str, ...] = ()
    hatched: bool = False
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A map on a tab sheet under its title, with its key beside it; `alt` says what it shows."""

    title: str
    areas: tuple[MapArea, ...]
    places: tuple[MapPlace, ...]
    keys: tuple[MapKey, ...]
    alt: str
    source: str


@dataclass(frozen=True, slots=True)
class Divider:
    """Tab sheet of a chapter: number, title, other languages, what is in the chapter, a map.
    `notes` stand in the place of what is in it."""

    titles: tuple[DividerTitle, ...] = ()
    map: AreaMap | None = None
    notes: tuple[DividerNote, ...] = ()
