"""The directory's list: narrowed, ordered, searched as one types; without SQLAlchemy."""

from __future__ import annotations

import json
from array import array
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from app.records.directory import Near, ProviderOrder, ProviderQuery, ProviderRow, ValuesInUse
from app.records.providers import Category
from app.rules.distance import Point, kilometres
from app.rules.terms import ONLINE
from app.services.haystack import Haystack
from db.folding import search_text
from db.lists import providers

if TYPE_CHECKING:
    from sqlite3 import Connection


_DIGITAL = tuple(sorted(each.value for each in ONLINE))
_HAYSTACKS = 4  # lists kept for the next keystroke; some ten megabytes each at 100,000 providers


class DirectoryLists:
    """Keeps in memory what the next keystroke needs; its owner says when the data changed."""

    def __init__(self) -> None:
        self._orders: dict[Hashable, array[int]] = {}
        self._haystacks: dict[Hashable, Haystack] = {}
        self._texts: dict[int, str] = {}
        self._points: dict[int, Point] = {}
        self._distances: dict[Point, dict[int, float]] = {}
        self._named: dict[str, str] = {}

    def name_categories(self, names: Mapping[Category, str]) -> None:
        """What categories are called, so that they are found by it."""
        named = {each.value: f" {search_text(name)}" for each, name in names.items()}
        if named != self._named:
            self._named = named
            self.forget()

    def forget(self) -> None:
        self._orders.clear()
        self._haystacks.clear()
        self._texts.clear()
        self._points.clear()
        self._distances.clear()

    def found(
        self, connection: Connection, query: ProviderQuery, today: date
    ) -> array[int] | Iterator[int]:
        """The ids of every provider the query finds, in its order: all of them, or with words as
        they are come upon."""
        narrowing = _narrowing(query, today)
        near = query.near.point if query.near is not None else None
        key = (narrowing, query.order, near, query.within_km)
        if key not in self._orders:
            self._orders[key] = self._ordered(connection, narrowing, query)
        if not query.words.strip():
            return self._orders[key]
        if key not in self._haystacks:
            if len(self._haystacks) >= _HAYSTACKS:
                self._haystacks.clear()
            self._haystacks[key] = Haystack(self._orders[key], self._words(connection))
        return self._haystacks[key].search(query.words)

    def warm(self, connection: Connection) -> None:
        """Read what the first keystroke would wait for."""
        self._words(connection)

    def distance(self, connection: Connection, near: Near, provider_id: int) -> float | None:
        """Kilometres as the crow flies, None where the provider's place is not known."""
        return self._from(connection, near.point).get(provider_id)

    def unplaced(self, connection: Connection, near: Near, ids: Sequence[int]) -> int:
        """How many of these have no coordinates."""
        return len(ids) - sum(map(self._from(connection, near.point).__contains__, ids))

    def _words(self, connection: Connection) -> dict[int, str]:
        if not self._texts:
            self._texts = {
                each: f" {text}{self._named.get(category, '')}"
                for each, text, category in providers.texts(connection)
            }
        return self._texts

    def _ordered(
        self, connection: Connection, narrowing: providers.Narrowing, query: ProviderQuery
    ) -> array[int]:
        by_place = query.order is ProviderOrder.NEAREST
        order = ProviderOrder.NAME if by_place else query.order
        found = providers.ids(connection, narrowing, order.value)
        if query.near is None:
            return found
        distances = self._from(connection, query.near.point)
        if query.within_km is not None:
            limit = query.within_km
            found = array("q", (each for each in found if distances.get(each, 1e9) <= limit))
        if by_place:
            return array("q", sorted(found, key=lambda each: distances.get(each, 1e9)))
        return found

    def _from(self, connection: Connection, here: Point) -> dict[int, float]:
        if here not in self._distances:
            if not self._points:
                self._points = providers.points(connection)
            self._distances.clear()  # one point at a time: a list is measured from one place
            self._distances[here] = {
                each: kilometres(here, there) for each, there in self._points.items()
            }
        return self._distances[here]


def values_in_use(connection: Connection) -> ValuesInUse:
    """What the running entries name."""
    towns, languages, sources = map(tuple, providers.values_in_use(connection))
    middles = (Near(*row, rough=True) for row in providers.middles(connection))
    return ValuesInUse(towns, languages, sources, tuple(middles))


def provider_row(row: providers.Row) -> ProviderRow:
    """A row of the list as it is shown."""
    return ProviderRow(
        id=row.id,
        name=row.name,
        service=row.service,
        category=Category(row.category),
        street=row.street,
        postcode=row.postcode,
        town=row.town,
        hours_osm=row.hours_osm,
        hours_given=row.hours_given,
        checked_on=_day(row.checked_on),
        checked_by=row.checked_by,
        archived_on=_day(row.archived_on),
        places=row.places,
        latitude=row.latitude,
        longitude=row.longitude,
        organisation=row.organisation,
        site=row.site,
        free_places=row.free_places,
        free_as_of=_day(row.free_as_of),
        hours_from=_day(row.hours_from),
        hours_to=_day(row.hours_to),
        closed_from=_day(row.closed_from),
        closed_until=_day(row.closed_until),
        closed_because=row.closed_because,
        valid_from=_day(row.valid_from),
        valid_to=_day(row.valid_to),
        successor=row.successor,
    )


def provider_query_to_json(query: ProviderQuery) -> str:
    """A query as it is kept in the file: what differs from the query that shows all."""
    plain = ProviderQuery()
    kept = {
        field.name: _plain(getattr(query, field.name))
        for field in fields(query)
        if getattr(query, field.name) != getattr(plain, field.name)
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def provider_query_from_json(text: str) -> ProviderQuery:
    """The query back; what a newer version of the program kept besides is left out."""
    kept: dict[str, Any] = json.loads(text)
    known = {field.name for field in fields(ProviderQuery)}
    values = {name: value for name, value in kept.items() if name in known}
    if "categories" in values:
        values["categories"] = frozenset(map(Category, values["categories"]))
    for name in ("languages", "features"):
        if name in values:
            values[name] = frozenset(values[name])
    if "order" in values:
        values["order"] = ProviderOrder(values["order"])
    if "near" in values:
        values["near"] = Near(**values["near"])
    return ProviderQuery(**values)


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(each.value if isinstance(each, Category) else each for each in value)
    if isinstance(value, ProviderOrder):
        return value.value
    if isinstance(value, Near):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def _narrowing(query: ProviderQuery, today: date) -> providers.Narrowing:
    def days_ago(days: int | None) -> str | None:
        return None if days is None else str(today - timedelta(days=days))

    return providers.Narrowing(
        archived=query.archived,
        categories=tuple(sorted(category.value for category in query.categories)),
        languages=tuple(sorted(query.languages)),
        accessible=query.accessible,
        free_since=days_ago(query.free_days),
        age_months=query.age_months,
        without_appointment=query.without_appointment,
        online=query.online,
        digital=_DIGITAL if query.online else (),
        features=tuple(sorted(query.features)),
        town=query.town,
        source=query.source,
        checked_before=days_ago(query.checked_days or None),
        never_checked=query.checked_days is not None,
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
