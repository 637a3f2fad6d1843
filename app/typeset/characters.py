"""What of a person's text may reach a font: controls, surrogates and bidi controls neutralised."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

REPLACEMENT = "\ufffd"
SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"

#: Invisible characters that change shaping and are handed to HarfBuzz.
JOINERS = frozenset("\u200c\u200d")

_FSI, _PDI = "\u2068\u2069"
_ISOLATES = re.compile("([\u2068\u2069])")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_VARIATIONS = re.compile("[\ufe00-\ufe0f\u180b-\u180d\U000e0100-\U000e01ef]")
_KEPT_FORMATS = frozenset("\u00ad\u200b\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
_INVISIBLE_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u034f")
#: More marks than this on one letter would grow into the neighbouring lines.
_STACKED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def settable(text: str) -> str:
    """`printable` text that keeps its FSI … PDI pairs, whole and nested rightly, in each line.

    Phrases of right-to-left languages are filled with them. They show what is inside as it would
    stand alone and turn nothing outside, so that a person may write them too.
    """
    if _FSI not in text:
        return printable(text)
    parts = _ISOLATES.split(text)
    kept = [printable(part) for part in parts]
    waiting: list[int] = []
    for place in range(1, len(parts), 2):
        kept[place] = ""
        if "\n" in kept[place - 1]:
            waiting.clear()
        if parts[place] == _FSI:
            waiting.append(place)
        elif waiting:
            kept[waiting.pop()], kept[place] = _FSI, _PDI
    return "".join(kept)


def printable(text: str) -> str:
    """The text as it can be set: NFC, line ends as "\\n", no controls, no bidi controls.

    Lone surrogates and noncharacters become U+FFFD; what is invisible by definition goes. The
    result holds only characters a font may have a glyph for, "\\n", soft hyphens, joiners and
    zero width spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return _cleaned(text)


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> str:
    text = _VARIATIONS.sub("", _LINE_ENDS.sub("\n", text))
    if not text.isprintable():
        text = "".join(map(_neutral, text))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _STACKED.sub(r"\1", text)


def _neutral(character: str) -> str:
    code = ord(character)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return REPLACEMENT
    match unicodedata.category(character):
        case "Cs":
            return REPLACEMENT
        case "Cc":
            return {"\n": "\n", "\t": " "}.get(character, "")
        case "Cf":
            return character if character in _KEPT_FORMATS else ""
        case "Zs":
            return NO_BREAK_SPACE if character in "\u00a0\u202f\u2007" else " "
        case _:
            return "" if character in _INVISIBLE_LETTERS else character
