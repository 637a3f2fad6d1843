"""Where a word may be parted: Liang's patterns of the LibreOffice dictionaries in `pyphen`, in
German compounds their seams first."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from app.typeset import seams

#: Letters that stay together at the start and at the end of a word.
BEFORE = 5
AFTER = 4
#: The same within a part of a compound.
_BEFORE_IN_PART = 3
_AFTER_IN_PART = 4

_DIGITS = str.maketrans("", "", "0123456789")
_LEVELS = re.compile(r"(\d?)(\D?)")


def is_german(lang: str) -> bool:
    """Whether a BCP 47 tag says German, in whatever form."""
    return lang.partition("-")[0] == "de"


@lru_cache(maxsize=8192)
def places(word: str, lang: str) -> tuple[tuple[int, bool], ...]:
    """Offsets in a word of letters where a hyphen may stand, and whether parts of a compound meet
    there; none in a language without patterns. `lang` is a BCP 47 tag.

    Within a part of a German compound what is left of it on either side keeps some letters:
    "Integra-tionskurs", not "Integrati-onskurs".
    """
    if len(word) < BEFORE + AFTER:
        return ()
    found = patterned(word, lang)
    if not is_german(lang):
        return tuple((place, False) for place in found)
    known = seams.parts(word)
    joints = [place for place in known.seams if known.known or place in found]
    edges = (0, *joints, len(word))
    inner = [
        place
        for start, end in pairwise(edges)
        for place in found
        if start + _BEFORE_IN_PART <= place <= end - _AFTER_IN_PART
    ]
    return tuple(sorted([(p, True) for p in joints] + [(p, False) for p in inner]))


def may_be_name(word: str, lang: str) -> bool:
    """Whether a word may be somebody's or some place's name: it has a capital and, in German, is
    not made of parts we know."""
    return word[:1].isupper() and not (is_german(lang) and seams.parts(word).known)


@lru_cache(maxsize=8192)
def patterned(word: str, lang: str) -> tuple[int, ...]:
    """Offsets in a word where the patterns of a language part it.

    F. M. Liang, *Word Hy-phen-a-tion by Com-put-er*, 1983.
    """
    patterns = _patterns(lang)
    if not patterns:
        return ()
    padded = f".{word.lower()}."
    if len(padded) != len(word) + 2:
        return ()
    weights = [0] * (len(padded) + 1)
    longest = _longest(lang)
    for start in range(len(padded) - 1):
        for end in range(start + 1, min(len(padded), start + longest) + 1):
            pattern = patterns.get(padded[start:end])
            if pattern is not None:
                for offset, weight in enumerate(_weights(pattern)):
                    place = start + offset
                    if weight > weights[place]:
                        weights[place] = weight
    return tuple(place for place in range(BEFORE, len(word) - AFTER + 1) if weights[place + 1] % 2)


@cache
def _patterns(lang: str) -> dict[str, str]:
    """The patterns of a language by their letters; each is read when it is first met."""
    import pyphen

    name = pyphen.language_fallback(lang.partition("-x-")[0].replace("-", "_"))
    if not name:
        return {}
    content = pyphen.LANGUAGES[name].read_bytes()
    encoding, _, body = content.partition(b"\n")
    lines = body.decode(encoding.decode("ascii").strip()).split()
    # A pattern with "/" changes letters where it parts ("Schiffahrt"): left out.
    return {line.translate(_DIGITS): line for line in lines if "/" not in line}


@cache
def _longest(lang: str) -> int:
    return max(map(len, _patterns(lang)), default=0)


@lru_cache(maxsize=16384)
def _weights(pattern: str) -> tuple[int, ...]:
    return tuple(int(digit or 0) for digit, letter in _LEVELS.findall(pattern) if digit or letter)
