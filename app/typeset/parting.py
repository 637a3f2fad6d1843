"""Which words of a text may be parted at the end of a line, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.typeset import hyphenation, seams

#: A word to hyphenate; what is in front of it and behind it stays with it.
_LETTERS = re.compile(rf"[^\W\d_]{{{hyphenation.BEFORE + hyphenation.AFTER},}}")
_NO_WORD = re.compile(r"[@/\\_:\u00ad]|\.\w")
_LATIN = re.compile("[A-Za-zÄÖÜäöüß]")
_OTHER_SCRIPTS = frozenset(("ar", "bg", "fa", "hi", "ru", "uk"))
_BRACKETS = re.compile(r"\([^()]*\)?")
#: Words of a name at most.
_NAME = 4


@dataclass(frozen=True, slots=True)
class Hyphen:
    """A place in a word, and whether parts of a compound meet there."""

    place: int
    seam: bool


@lru_cache(maxsize=8192)
def hyphens(
    source: str, lang: str, *, term: bool = False, wide: bool = False
) -> tuple[Hyphen, ...]:
    """Where the hyphenation of its language parts a piece of text, in order.

    What may be a name, and a `term`, a German word in a text of another language, is parted only
    where it is wider than the column.
    """
    if not lang or _NO_WORD.search(source) or (term and not wide):
        return ()
    spoken = "de" if term else lang
    return tuple(
        Hyphen(found.start() + place, seam)
        for found in _LETTERS.finditer(source)
        if not found[0].isupper() and (wide or not hyphenation.may_be_name(found[0], spoken))
        for place, seam in hyphenation.places(found[0], spoken)
    )


def bracketed(text: str, lang: str) -> list[tuple[int, int]]:
    """Stretches of a text in which a capital says that a word is German: those in brackets; none
    in a German text."""
    if "(" not in text or hyphenation.is_german(lang):
        return []
    return [found.span() for found in _BRACKETS.finditer(text)]


def is_term(source: str, lang: str, *, in_brackets: bool) -> bool:
    """Whether a word of a text is a German one, as it stands on the door: with a capital or made
    of German parts in brackets, with both outside, or in Latin letters among those of another
    script."""
    if not lang or hyphenation.is_german(lang):
        return False
    found = _LETTERS.search(source)
    if not found:
        return False
    if lang.partition("-")[0] in _OTHER_SCRIPTS:
        return _LATIN.search(source) is not None
    capital = found[0][0].isupper()
    if capital is in_brackets:
        return capital
    parts = seams.parts(found[0])
    return parts.known and bool(parts.seams)


def is_name(words: list[str]) -> bool:
    """Whether a paragraph may be a person's or an office's name: few words, each with a capital."""
    return len(words) <= _NAME and all(word[0].isupper() or not word[0].isalpha() for word in words)
