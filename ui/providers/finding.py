"""Entries of the directory as they are offered while one types their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records.directory import ProviderQuery
from app.records.providers import Category

if TYPE_CHECKING:
    from app.services.lists import Lists

MOST = 8
_LOOKED_AT = 40  # an employer with many sites is offered once


class Finding:
    """Looks in the lists; works before the desk is open."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def providers(self, words: str) -> tuple[tuple[int, str], ...]:
        """Ids and names with service and place of the first entries found."""
        found = self._lists.provider_ids(ProviderQuery(words=words))[:MOST]
        told = []
        for row in self._lists.provider_rows(found):
            about = ", ".join(part for part in (row.service, row.site, row.town) if part)
            told.append((row.id, f"{row.name} – {about}" if about else row.name))
        return tuple(told)

    def employers(self, words: str) -> tuple[tuple[int, str], ...]:
        """Ids of organisations and names of the first employers found, each once."""
        query = ProviderQuery(words=words, categories=frozenset({Category.EMPLOYER}))
        found = self._lists.provider_ids(query)[:_LOOKED_AT]
        rows = self._lists.provider_rows(found)
        return tuple({row.organisation: row.name for row in rows}.items())[:MOST]
