"""What the form lets one choose from: phases, steps, documents, sets of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.records.directory import ProviderQuery
from app.records.providers import Category
from app.rules.terms import Track

Pairs = tuple[tuple[str, str], ...]
"""Codes with their names."""

if TYPE_CHECKING:
    from app.services.lists import Lists


@dataclass(frozen=True)
class Offers:
    """Of both tracks; `today` is the day from which examples of dates are counted."""

    today: date
    phases: Mapping[Track, Pairs] = field(default_factory=dict)
    steps: Pairs = ()
    sets: Mapping[Track, Pairs] = field(default_factory=dict)
    documents: Pairs = ()


def employers(lists: Lists) -> list[tuple[str, str]]:
    """The employers of the directory by name, each once."""
    ids = lists.provider_ids(ProviderQuery(categories=frozenset({Category.EMPLOYER})))
    names = dict.fromkeys(row.name for row in lists.provider_rows(list(ids)))
    return [(name, name) for name in names]
