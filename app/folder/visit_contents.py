"""A visit as it is printed, frozen. Titles, notes and who waits are the words of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import Advisor, Office
from app.folder.film_contents import Film
from app.rules.visit_days import Span, StopKind
from app.rules.visit_ways import Means


@dataclass(frozen=True)
class WayLine:
    """A way before something: minutes, None where nobody can tell."""

    minutes: int | None
    means: Means
    estimated: bool = False


@dataclass(frozen=True)
class Ferry:
    """A crossing (its sailing is `key`), minutes of the day; `way` to the harbour, None where there
    is none to go."""

    start: str
    end: str
    departs: int
    arrives: int
    way: WayLine | None = None
    key: int = 0


@dataclass(frozen=True)
class FerrySource:
    """Where the times of ferries are from, and of when."""

    source: str
    as_of: date


@dataclass(frozen=True)
class VisitEntry:
    """A stop (its id is `key`) at its time; `ferries` and `way` come before it. `address`: its
    lines; `hours` are those of the day."""

    kind: StopKind
    key: int = 0
    title: str = ""
    where: str = ""
    address: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    contact: str = ""
    website: str = ""
    public_note: str = ""
    hours: tuple[Span, ...] = ()
    confirmed: bool = False
    ferries: tuple[Ferry, ...] = ()
    way: WayLine | None = None


@dataclass(frozen=True)
class VisitDay:
    """A day with its stops; then the ferries and the way home, where they are back at `back_at`,
    None where nobody can tell or they stayed in.
    `sunset`: the minute of the day, on days by the sea."""

    on: date
    entries: tuple[VisitEntry, ...]
    ferries: tuple[Ferry, ...] = ()
    way: WayLine | None = None
    back_at: int | None = None
    sunset: int | None = None


@dataclass(frozen=True)
class VisitContents:
    """Everything on the sheet of a visit. `base`: where they stay; `left_out`: what has no time
    yet."""

    first: date
    last: date
    office: Office
    days: tuple[VisitDay, ...]
    base: str = ""
    public_note: str = ""
    left_out: tuple[VisitEntry, ...] = ()
    sources: tuple[FerrySource, ...] = ()
    films: tuple[Film, ...] = ()
    advisor: Advisor | None = None
