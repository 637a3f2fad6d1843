"""Which providers may be the same one, entered twice: candidates found by key, then weighed.

Records that share a key (name and post code, sound, address, telephone, …) are compared, all others
are not, so that the work grows with the number of records and not with its square (P. Christen,
*Data Matching*, 2012, ch. 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from app.rules.likeness import (
    Described,
    Entry,
    Likelihood,
    Likeness,
    Seen,
    Weighed,
    entry_of,
    weigh,
)

SHARED_BY = 5
"""A telephone number or web site of more records than these is that of a body, not of a place."""
LARGEST = 150
"""Beyond these, records that share a key are compared in a row, not each with each."""
START = 4  # letters of a word that misspelt ones still share

Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True)
class Match:
    """A record of the index that may be the same; the reasons for it, then those against."""

    id: int
    likelihood: Likelihood
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class Alike:
    """Two records of the index that may be one, first < second; more points make it likelier."""

    first: int
    second: int
    likelihood: Likelihood
    seen: tuple[Seen, ...]
    points: int


@dataclass
class Index:
    """Records to look for likenesses in; how long that takes hardly depends on how many there
    are."""

    _entries: dict[int, Entry] = field(default_factory=dict)
    _blocks: dict[Key, list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, record_id: int, record: Described) -> None:
        """Take a record in; raises KeyError for an id that is there already."""
        if record_id in self._entries:
            raise KeyError(record_id)
        entry = entry_of(record_id, record)
        self._entries[record_id] = entry
        for key in _keys(entry):
            self._blocks.setdefault(key, []).append(record_id)

    def likely(self, record: Described) -> tuple[Match, ...]:
        """The records that may be the same as this one, the likeliest first."""
        entry = entry_of(0, record)
        found: dict[int, Weighed | None] = {}
        for key in _keys(entry):
            for other in self._blocks.get(key, ())[:LARGEST]:
                if other not in found:
                    found[other] = weigh(entry, self._entries[other], self._is_shared)
        matches = [(weighed, other) for other, weighed in found.items() if weighed is not None]
        matches.sort(key=lambda each: (-each[0].points, each[1]))
        return tuple(Match(other, each.likelihood, each.seen) for each, other in matches)

    def pairs(self) -> Iterator[list[Alike]]:
        """Every two records that may be one, each pair once; one list for each record, so that
        long work can be told and stopped."""
        for entry in self._entries.values():
            yield self._with_earlier(entry)

    def _with_earlier(self, entry: Entry) -> list[Alike]:
        """The pairs of a record with those that were added before it."""
        looked: set[int] = set()
        found: list[Alike] = []
        for key in _keys(entry):
            for other in self._before(key, entry.id):
                if other in looked:
                    continue
                looked.add(other)
                weighed = weigh(self._entries[other], entry, self._is_shared)
                if weighed is not None:
                    first, second = sorted((other, entry.id))
                    found.append(
                        Alike(first, second, weighed.likelihood, weighed.seen, weighed.points)
                    )
        return found

    def _before(self, key: Key, record_id: int) -> list[int]:
        block = self._blocks[key]
        before = block[: block.index(record_id)]
        return before if len(block) <= LARGEST else before[-1:]

    def _is_shared(self, what: Likeness, value: str) -> bool:
        return len(self._blocks.get((what, value), ())) > SHARED_BY


def _keys(entry: Entry) -> Iterator[Key]:
    """What a record is looked up by."""
    name, address, reach = entry.name, entry.address, entry.reach
    where = [each for each in (address.postcode, address.town) if each]
    named = name.core or (*sorted(name.kinds), "")
    for place in where:
        yield "name", named, place
        if name.sounds:
            yield "sound", name.sounds, place
        if address.street:
            yield "address", address.street[:START], address.number, place
    for word in name.core:
        if where and len(word) >= START:
            yield "word", word[:START], where[0]
    for what, value in (
        (Likeness.SAME_PHONE, reach.phone),
        (Likeness.SAME_EMAIL, reach.email),
        (Likeness.SAME_WEBSITE, reach.website),
    ):
        if value:
            yield what, value
