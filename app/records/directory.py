"""The directory as it is shown: rows of the list, one provider, what a list asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.records.employer_places import EmployerPlaceView
from app.records.imports import Note
from app.records.providers import Category, ProviderDraft
from app.rules.distance import Point


class ProviderOrder(Enum):
    """How a list of providers is ordered; CHECKED puts what nobody ever checked first, NEAREST
    what is nearest to the query's `near`, as the crow flies, and last what has no coordinates."""

    NAME = "name"
    TOWN = "town"
    CHECKED = "checked"
    NEAREST = "nearest"


@dataclass(frozen=True)
class Near:
    """A point to measure from (degrees, WGS 84) and what it is called; `rough`: the middle of a
    town or post code, not an address."""

    name: str
    latitude: float
    longitude: float
    rough: bool = False

    @property
    def point(self) -> tuple[float, float]:
        return self.latitude, self.longitude


@dataclass(frozen=True)
class ProviderQuery:
    """What a list of providers shows; empty and None mean any.

    `languages` are tags and `features` codes, one of them will do. `free_days`: free places
    counted in so many days. `age_months` is a child's age. `checked_days`: not checked for so
    many days, or never (0: only what was never checked). `within_km` of `near`, as the crow
    flies.
    """

    words: str = ""
    categories: frozenset[Category] = frozenset()
    archived: bool = False
    order: ProviderOrder = ProviderOrder.NAME
    languages: frozenset[str] = frozenset()
    accessible: bool = False
    free_days: int | None = None
    age_months: int | None = None
    without_appointment: bool = False
    online: bool = False
    features: frozenset[str] = frozenset()
    town: str = ""
    source: str | None = None
    checked_days: int | None = None
    near: Near | None = None
    within_km: float | None = None


@dataclass(frozen=True)
class ProviderFilter:
    """A saved filter of the directory, with how many providers it finds now."""

    id: int
    name: str
    query: ProviderQuery
    count: int


@dataclass(frozen=True)
class ValuesInUse:
    """What the running entries of the directory name: towns, languages (tags), lists they came
    from; and the middle of what lies in a town, for measuring from there."""

    towns: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    middles: tuple[Near, ...] = ()


@dataclass(frozen=True)
class ProviderRow:
    """One line of the list of providers; `organisation` is its id, `successor` a name, the days
    are those of `app.rules.in_force.Entry`."""

    id: int
    name: str
    service: str
    category: Category
    street: str
    postcode: str
    town: str
    hours_osm: str
    hours_given: str
    checked_on: date | None
    checked_by: str
    archived_on: date | None
    places: int | None
    latitude: float | None = None
    longitude: float | None = None
    organisation: int = 0
    site: str = ""
    free_places: int | None = None
    free_as_of: date | None = None
    hours_from: date | None = None
    hours_to: date | None = None
    closed_from: date | None = None
    closed_until: date | None = None
    closed_because: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""


class UseKind(Enum):
    """As what a provider is named elsewhere."""

    EMPLOYER = "employer"
    SUCCESSOR = "successor"
    RESERVED = "reserved"


@dataclass(frozen=True)
class Use:
    """Where a provider is named: `id` and `name` are those of a case (employer), of the provider
    that it takes the place of (successor), or of one that keeps places for its staff (reserved)."""

    kind: UseKind
    id: int
    name: str


@dataclass(frozen=True)
class Sibling:
    """Another entry of the same organisation: its service, where, and what they share."""

    id: int
    category: Category
    service: str
    site: str
    town: str
    archived: bool
    same_service: bool
    same_place: bool


class Beside(Enum):
    """What a further entry of an organisation brings: another service at the same place, another
    place of the same service, or both anew."""

    SERVICE = "service"
    PLACE = "place"
    BOTH = "both"


@dataclass(frozen=True)
class ProviderSpot:
    """A provider on the map."""

    id: int
    name: str
    category: Category
    postcode: str
    town: str
    point: Point


@dataclass(frozen=True)
class ProviderView:
    """Everything the form of a provider shows. `checked_on` is a person's check, `saved_at` the
    last saving or import: never the same thing. `reserved_for` and `successor` name those of the
    draft; `kept`: what employers keep or pay there."""

    id: int
    draft: ProviderDraft
    checked_on: date | None
    checked_by: str
    saved_at: datetime
    archived_on: date | None
    archived_because: str
    used_by: tuple[Use, ...]
    siblings: tuple[Sibling, ...] = ()
    reserved_for: str = ""
    successor: str = ""
    kept: tuple[EmployerPlaceView, ...] = ()


@dataclass(frozen=True)
class Imported:
    """What an import did or, on a dry run, would do: numbers of rows, and what it saw.
    `contested` fields differ from the list and stay as the office changed them; `gone` providers
    came with an earlier list and stand in this one no more."""

    source: str
    read: int
    added: int
    changed: int
    unchanged: int
    notes: tuple[Note, ...]
    contested: int = 0
    gone: int = 0
