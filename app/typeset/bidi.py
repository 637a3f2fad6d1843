"""The Unicode Bidirectional Algorithm (UAX #9, revision 46): levels of a paragraph, order of a
line. Isolates, embeddings and bracket pairs included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from app.typeset.bidi_embedding import REMOVED, level_runs_joined
from app.typeset.bidi_resolving import resolved

#: A letter for each Bidi_Class (UAX #9, table 4), so that a paragraph's classes are one string.
CLASS = {
    "L": "L",
    "R": "R",
    "AL": "A",
    "EN": "E",
    "ES": "+",
    "ET": "#",
    "AN": "N",
    "CS": ",",
    "NSM": "M",
    "BN": "x",
    "B": "B",
    "S": "S",
    "WS": " ",
    "ON": "O",
    "LRE": "1",
    "RLE": "2",
    "LRO": "3",
    "RLO": "4",
    "PDF": "5",
    "LRI": "6",
    "RLI": "7",
    "FSI": "8",
    "PDI": "9",
}

#: What the level of a line's end falls back from (rule L1).
_TRAILING = re.compile("[ 6789x12345]*(?=[SB])|[ 6789x12345]*$|[SB]")
_EXPLICIT = re.compile("[1-9xB]")
_FIRST_STRONG = re.compile("[LRA]")
_ISOLATES = re.compile("[6789]")

#: Classes of code points that are not assigned yet (DerivedBidiClass.txt, @missing).
_UNASSIGNED = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "A"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "A"),
    (0x20A0, 0x20CF, "#"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "A"),
    (0xFDF0, 0xFDFF, "A"),
    (0xFE70, 0xFEFF, "A"),
    (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "A"),
    (0x10D40, 0x10EBF, "R"),
    (0x10EC0, 0x10EFF, "A"),
    (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "A"),
    (0x10F70, 0x10FFF, "R"),
    (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "A"),
    (0x1ECC0, 0x1ECFF, "R"),
    (0x1ED00, 0x1ED4F, "A"),
    (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "A"),
    (0x1EF00, 0x1EFFF, "R"),
)


def classes(text: str) -> str:
    """The Bidi_Class of each character as one letter of `CLASS`."""
    return "".join(map(_class, text))


@lru_cache(maxsize=4096)
def _class(character: str) -> str:
    name = unicodedata.bidirectional(character)
    if name:
        return CLASS[name]
    code = ord(character)
    return next((kind for low, high, kind in _UNASSIGNED if low <= code <= high), "L")


def paragraph_level(kinds: str) -> int:
    """Rules P2 and P3: 1 where the first strong character outside isolates runs right to left."""
    if not _ISOLATES.search(kinds):
        found = _FIRST_STRONG.search(kinds)
        return int(found is not None and found[0] != "L")
    depth = 0
    for kind in kinds:
        if kind in "678":
            depth += 1
        elif kind == "9":
            depth = max(depth - 1, 0)
        elif kind in "LRA" and not depth:
            return int(kind != "L")
    return 0


def levels(text: str, kinds: str, base: int) -> list[int]:
    """The embedding level of each character of a paragraph, rules X1 to I2.

    `kinds` are its `classes`, `base` its own level. Characters rule X9 removes have the level of
    the one before.
    """
    if not _EXPLICIT.search(kinds):
        return resolved(text, kinds, base, base, base)
    found, sequences = level_runs_joined(kinds, base)
    for sequence in sequences:
        places = sequence.places
        part = "".join([sequence.kinds[place] for place in places])
        letters = "".join([text[place] for place in places])
        inner = resolved(letters, part, sequence.level, sequence.before, sequence.after)
        for place, level in zip(places, inner, strict=True):
            found[place] = level
    last = base
    for place, kind in enumerate(kinds):
        if kind in REMOVED:
            found[place] = last
        last = found[place]
    return found


def line_levels(kinds: str, found: Sequence[int], base: int) -> list[int]:
    """Rule L1: separators, and the white space before them or at the line's end, have the level
    of the paragraph. `kinds` and `found` are those of one line."""
    line = list(found)
    for match in _TRAILING.finditer(kinds):
        line[match.start() : match.end()] = [base] * (match.end() - match.start())
    return line


def visual_order(found: Sequence[int]) -> list[int]:
    """Rule L2: the places of a line's characters (or pieces) from left to right."""
    order = list(range(len(found)))
    if not order:
        return order
    lowest = min((level for level in found if level % 2), default=0)
    for level in range(max(found), lowest - 1, -1) if lowest else ():
        start = 0
        while start < len(order):
            if found[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order
