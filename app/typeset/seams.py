"""Where the parts of a German compound meet: "Wohnungs|geber|bestätigung".

A word is taken to pieces by the parts of `resources/hyphens/de.txt`, the fewest pieces first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from app.paths import resources

#: Letters that a seam leaves at the start and at the end of a word.
BEFORE = 4
AFTER = 3

_LINKS = ("s", "n", "en", "es")
_ENDINGS = ("s", "n", "en", "e", "es", "er", "ern", "em", "in", "innen", "nen", "ses")
_PREFIXES = (
    *("ab", "an", "auf", "aus", "be", "bei", "ein", "ent", "er", "fort", "ge", "her", "hin"),
    *("mit", "nach", "über", "um", "un", "unter", "ver", "vor", "weiter", "zer", "zu", "zurück"),
)
#: A piece costs most, a prefix less: "Kinder|betreuung", not "Kind|erbetreuung".
_PIECE, _PREFIX, _LINK = 10, 4, 1
#: The shortest part, and the shortest that is trusted behind what is not known or a prefix.
_SHORTEST, _TRUSTED = 3, 5
#: The least that is left where only the start of a word is known: no ending is taken for a part.
_LEFT = 6
#: Behind these a link ends a part, whatever follows.
_LINKED = re.compile("(?:ungs|heits|keits|schafts|tions|täts)(?=[a-zäöüß]{4})")
#: Nouns that nobody is called.
_NOUN = re.compile("(?:ung|heit|keit|schaft|tion|tät|ismus)(?:en|s)?$")


@dataclass(frozen=True, slots=True)
class Parts:
    """The seams of a word, as offsets. `known`: all of it is made of known parts."""

    seams: tuple[int, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    first: frozenset[str]
    last: frozenset[str]
    longest: int


@lru_cache(maxsize=8192)
def parts(word: str) -> Parts:
    """The parts of a German word, in whatever case it is written."""
    low = word.lower()
    if len(low) != len(word):
        return Parts((), known=False)
    ends = _ends(low)
    if ends is not None:
        return Parts(_at(low, ends), known=True)
    found = {match.end() for match in _LINKED.finditer(low)}
    for place in range(BEFORE, len(low) - _TRUSTED + 1):
        if (ends := _ends(low[place:])) is not None:
            found |= {place, *(place + end for end in ends)}
            break
    for place in range(len(low) - _LEFT, _TRUSTED - 1, -1):
        if low[place - 1 :].startswith("sch"):
            continue
        if (ends := _ends(low[:place], follows=True)) is not None:
            found |= {place, *ends}
            break
    return Parts(_at(low, found), known=bool(_NOUN.search(low)))


def _at(word: str, found: tuple[int, ...] | set[int]) -> tuple[int, ...]:
    return tuple(sorted(p for p in found if BEFORE <= p <= len(word) - AFTER))


def _ends(word: str, *, follows: bool = False) -> tuple[int, ...] | None:
    """Where the parts of a word end that is made of known parts alone, at the lowest cost; None
    where it is not. `follows`: another part does."""
    lexicon = _lexicon()
    size = len(word)
    best: list[tuple[int, tuple[int, ...]] | None] = [None] * (size + 1)
    best[size] = (0, ())
    for start in range(size - _SHORTEST, -1, -1):
        for end in range(start + _SHORTEST, min(size, start + lexicon.longest) + 1):
            rest = best[end]
            if rest is None:
                continue
            piece = word[start:end]
            ending = end == size and not follows
            cost = _last(piece, lexicon) if ending else _first(piece, lexicon)
            if cost is None:
                continue
            total = cost + rest[0]
            known = best[start]
            if known is None or total < known[0]:
                best[start] = (total, (end, *rest[1]) if end < size else ())
    return best[0][1] if best[0] else None


def _first(piece: str, lexicon: _Lexicon) -> int | None:
    """What a part costs that another follows; None where it is none."""
    if (cost := _prefixed(piece, lexicon.first)) is not None:
        return cost
    costs = (
        _prefixed(piece.removesuffix(link), lexicon.last) for link in _LINKS if piece.endswith(link)
    )
    return min((cost + _LINK for cost in costs if cost is not None), default=None)


def _last(piece: str, lexicon: _Lexicon) -> int | None:
    """What a part costs that ends the word; None where it is none."""
    if (cost := _prefixed(piece, lexicon.last)) is not None:
        return cost
    costs = (
        _prefixed(piece.removesuffix(ending), lexicon.last)
        for ending in _ENDINGS
        if piece.endswith(ending)
    )
    return min((cost + _LINK for cost in costs if cost is not None), default=None)


def _prefixed(piece: str, among: frozenset[str]) -> int | None:
    if piece in among:
        return _PIECE
    for prefix in _PREFIXES:
        rest = piece[len(prefix) :]
        if len(rest) >= _TRUSTED and piece.startswith(prefix) and rest in among:
            return _PIECE + _PREFIX
    return None


@cache
def _lexicon() -> _Lexicon:
    """The parts by where they stand, read when the first German word is parted."""
    text = (resources() / "hyphens" / "de.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    words = [word for line in lines for word in line.split()]
    first = frozenset(word.rstrip("-") for word in words if not word.startswith("-"))
    last = frozenset(word.lstrip("-") for word in words if not word.endswith("-"))
    longest = max(map(len, words)) + max(map(len, _PREFIXES)) + max(map(len, _ENDINGS))
    return _Lexicon(first, last, longest)
