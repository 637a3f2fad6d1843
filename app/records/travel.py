"""Travel times between towns, and where the people of a case live and work."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import Reason
from app.rules.distance import Point

MOST_MINUTES = 600


@dataclass(frozen=True)
class TravelDraft:
    """Minutes by car from town to town and back, 1 to 600; with a ferry its waiting is in them."""

    first: str
    second: str
    minutes: int
    ferry: bool = False
    note: str = ""


@dataclass(frozen=True)
class TravelView:
    """A travel time as entered; `unknown` are those of its towns that the map does not have."""

    id: int
    draft: TravelDraft
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Town:
    """A municipality of the map that a travel time may begin at; `point` is its town, or the
    middle of its area."""

    name: str
    point: Point
    is_island: bool = False
    is_own: bool = True


@dataclass(frozen=True)
class PastedTime:
    """One line of pasted text: what it says, or why it says nothing.

    `line` counts from 1, `text` is the line itself. `reason` is None where `draft` can be taken;
    `facts` fill its sentence. `before` are the minutes that stand entered, None for a new route.
    """

    line: int
    text: str
    draft: TravelDraft | None = None
    reason: Reason | None = None
    facts: tuple[tuple[str, object], ...] = ()
    unknown: tuple[str, ...] = ()
    before: TravelDraft | None = None

    @property
    def changes(self) -> bool:
        """Whether taking it would change anything."""
        return self.draft is not None and self.draft != self.before


@dataclass(frozen=True)
class Spot:
    """Somewhere on the map: `name` of the body, "" for a home; `is_rough` where only the middle of
    the post code or town is known."""

    name: str
    town: str
    postcode: str
    point: Point
    is_rough: bool


@dataclass(frozen=True)
class CasePlaces:
    """Where a case lives and where its professional works; None for what is not known."""

    home: Spot | None = None
    work: Spot | None = None
    home_town: str = ""
    home_postcode: str = ""
