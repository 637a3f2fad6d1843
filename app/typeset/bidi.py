"""Which way text runs: strong directions only; the seam where the whole of UAX #9 will sit.

A name in a right-to-left script inside a left-to-right line is one isolated run. Paragraphs whose
base direction is right to left are not set yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

_MAYBE = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Directed(Protocol):
    """A word that knows its direction: +1 left to right, -1 right to left, 0 neutral."""

    @property
    def direction(self) -> int: ...


D = TypeVar("D", bound=Directed)


def stretches(word: str) -> list[tuple[str, bool]]:
    """Split a word into (text, runs right to left) in logical order.

    Neutral characters between two stretches of the same direction join them, others run left to
    right; marks stay with their letter.
    """
    if not _MAYBE.search(word):
        return [(word, False)]
    sides: list[bool | None] = []
    for character in word:
        kind = unicodedata.bidirectional(character)
        if kind == "NSM" or character in "\u200c\u200d":
            sides.append(sides[-1] if sides else None)
        elif kind in ("R", "AL", "AN"):
            sides.append(True)
        elif kind in ("L", "EN"):
            sides.append(False)
        else:
            sides.append(None)
    resolved = _filled(sides)
    found: list[tuple[str, bool]] = []
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or resolved[end] != resolved[start]:
            found.append((word[start:end], resolved[start]))
            start = end
    return found


def _filled(sides: list[bool | None]) -> list[bool]:
    resolved: list[bool] = []
    before: bool | None = None
    for index, side in enumerate(sides):
        if side is None:
            after = next((s for s in sides[index:] if s is not None), None)
            resolved.append(bool(before and after))
        else:
            resolved.append(side)
            before = side
    return resolved


def direction(parts: Sequence[tuple[str, bool]]) -> int:
    """+1, -1 or 0 (digits and punctuation only) of a word's stretches."""
    strong = [
        rtl for text, rtl in parts if rtl or any(unicodedata.bidirectional(c) == "L" for c in text)
    ]
    if not strong:
        return 0
    return -1 if strong[0] and strong[-1] else 1


def visual_order(items: Sequence[D]) -> list[D]:
    """Words of one line from left to right: each right-to-left stretch is turned round.

    Neutral words (numbers) between right-to-left words belong to the stretch.
    """
    ordered: list[D] = []
    index = 0
    while index < len(items):
        if items[index].direction >= 0:
            ordered.append(items[index])
            index += 1
            continue
        end = last = index
        while end < len(items) and items[end].direction <= 0:
            if items[end].direction < 0:
                last = end
            end += 1
        ordered.extend(reversed(items[index : last + 1]))
        index = last + 1
    return ordered
