"""Minutes from town to town as the office entered them: looked up, never estimated."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


def folded(town: str) -> str:
    """A town's name for comparing: lower case, umlauts written out, single blanks."""
    plain = unicodedata.normalize("NFC", " ".join(town.split())).casefold()
    for umlaut, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, written)
    return plain


def route(first: str, second: str) -> frozenset[str]:
    """The key of a route, the same in both directions; of one member within a town."""
    return frozenset((folded(first), folded(second)))


@dataclass(frozen=True)
class TravelTable(Generic[T]):
    """Times by their `route`."""

    times: Mapping[frozenset[str], T]

    def between(self, here: Iterable[str], there: Iterable[str]) -> T | None:
        """The time between two places, each given by its names, the most exact first ("Norden-
        Norddeich", "Norden"). None where nobody entered one, and within a town."""
        ends = tuple(there)
        for first in here:
            for second in ends:
                found = self.times.get(route(first, second))
                if found is not None:
                    return found
        return None
