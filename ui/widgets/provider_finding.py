"""Entries of the directory found by what is typed, for a `Picker`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records.directory import ProviderQuery
from app.records.providers import Category

if TYPE_CHECKING:
    from app.services.lists import Lists

MOST = 8
_CARE = frozenset(
    {Category.KITA, Category.CHILDMINDING, Category.ALL_DAY_CARE, Category.ELDER_CARE}
)


def providers(lists: Lists, words: str) -> list[tuple[int, str]]:
    """Ids and names with service and town of the first entries found."""
    return _named(lists, ProviderQuery(words=words))


def employers(lists: Lists, words: str) -> list[tuple[int, str]]:
    """The same of employers alone."""
    return _named(lists, ProviderQuery(words=words, categories=frozenset({Category.EMPLOYER})))


def care_places(lists: Lists, words: str) -> list[tuple[int, str]]:
    """The same of places of care for children and for elders alone."""
    return _named(lists, ProviderQuery(words=words, categories=_CARE))


def movers(lists: Lists, words: str) -> list[tuple[int, str]]:
    """The same of movers alone."""
    return _named(lists, ProviderQuery(words=words, categories=frozenset({Category.MOVER})))


def _named(lists: Lists, query: ProviderQuery) -> list[tuple[int, str]]:
    return [
        (row.id, ", ".join(part for part in (row.name, row.service, row.town) if part))
        for row in lists.provider_rows(lists.provider_ids(query)[:MOST])
    ]
