"""Searching as one types, in memory: the first finds come at once, the rest when asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from db.folding import words


class Haystack:
    """The texts of a list in its order, joined to one: a pass over a hundred thousand takes a few
    milliseconds, and where a word is frequent the first hits need only the beginning of it.

    The full-text index is no help there: it has to read all ids of a word before one is shown in
    its order.
    """

    def __init__(self, ids: array[int], texts: Mapping[int, str]) -> None:
        """`texts`: folded words with a blank before each, by id."""
        lines = [f"{texts[each]}\n" for each in ids]
        self._ids = ids
        self._text = "".join(lines)
        self._starts = list(accumulate(map(len, lines), initial=0))

    def search(self, typed: str) -> Iterator[int]:
        """The ids whose text holds every word typed: as part of a word (three letters and more)
        or as its beginning. Nothing for what holds neither letter nor digit."""
        needles = sorted(set(map(_needle, words(typed))), key=len, reverse=True)
        if not needles:
            return
        # the longest word narrows most, so the others meet few rows
        first, *others = needles
        find, starts = self._text.find, self._starts
        at = find(first)
        while at >= 0:
            row = bisect_right(starts, at) - 1
            begin, end = starts[row], starts[row + 1]
            if all(find(other, begin, end) >= 0 for other in others):
                yield self._ids[row]
            at = find(first, end)


def _needle(word: str) -> str:
    return word if len(word) >= 3 else f" {word}"
