"""Places of care that employers keep or pay for, as they cross the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class PlaceKind(Enum):
    """What an employer does: keeps places for its staff, or pays towards them."""

    RESERVES = "reserves"
    PAYS = "pays"


@dataclass(frozen=True)
class EmployerPlaceDraft:
    """An employer and a service, both as entries of the directory (provider ids). `places`: how
    many, None not said; `cents` of a euro a place and month, needed where it pays; both days
    included, None open. `note` stays in the office."""

    provider: int
    employer: int
    kind: PlaceKind
    places: int | None = None
    cents: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True)
class EmployerPlaceView:
    """`id` None: what the entry of the service itself says (`reserved_for` of `ProviderDraft`), so
    edited there. `name` of the service's provider with its town, `employer_name` of who keeps or
    pays."""

    id: int | None
    draft: EmployerPlaceDraft
    name: str
    employer_name: str
