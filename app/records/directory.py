"""The directory as it is shown: rows of the list, one provider, what a list asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.records.imports import Note
from app.records.providers import Category, ProviderDraft
from app.rules.distance import Point


class ProviderOrder(Enum):
    """How a list of providers is ordered; CHECKED puts what nobody ever checked first."""

    NAME = "name"
    TOWN = "town"
    CHECKED = "checked"


@dataclass(frozen=True)
class ProviderQuery:
    """What a list of providers shows; no categories means any."""

    words: str = ""
    categories: frozenset[Category] = frozenset()
    archived: bool = False
    order: ProviderOrder = ProviderOrder.NAME


@dataclass(frozen=True)
class ProviderRow:
    """One line of the list of providers."""

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
    last saving or import: never the same thing."""

    id: int
    draft: ProviderDraft
    checked_on: date | None
    checked_by: str
    saved_at: datetime
    archived_on: date | None
    archived_because: str
    used_by: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Imported:
    """What an import did or, on a dry run, would do: numbers of rows, and what it saw."""

    source: str
    read: int
    added: int
    changed: int
    unchanged: int
    notes: tuple[Note, ...]
