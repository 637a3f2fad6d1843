"""Where a line may end: the Unicode Line Breaking Algorithm (UAX #14, revision 50), with the
numbers of its example 7, and what the house holds together besides."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from app.typeset.line_break_classes import RANGES

#: Not parted although UAX #14 would: "§ 17", "Abs. 2", "0171 39200 34", "7–13", "12 €", "z. B.".
_TOGETHER = re.compile(
    r"(?<=§)[ ](?=\d)"
    r"|(?<=\bAbs\.)[ ](?=\d)|(?<=\bNr\.)[ ](?=\d)|(?<=\bArt\.)[ ](?=\d)|(?<=\bS\.)[ ](?=\d)"
    r"|(?<=\d)[ ](?=[\d€%])|(?<=\d)[ ](?=Uhr\b|EUR\b|km\b)"
    r"|(?<=\d)[-\u2010\u2013/](?=\d)"
    r"|(?<=\b[^\W\d_]\.)[ ](?=[^\W\d_]\.)"
)
#: French sets a space inside its quotation marks.
_FRENCH = re.compile("(?<=«)[ ]|[ ](?=»)")

#: Words, numbers and the signs that end them, one space between: only there a line may end.
_LETTERS_OF = "A-Za-zÀ-ÖØ-öø-ɏΆ-ϿЀ-ҁҊ-ӿ\u0620-\u063f\u0641-\u0655\u0671-\u06d3Ḁ-ỿ0-9"
_INSIDE = "(?:[.,:](?![0-9 \u064b-\u0655]|$)|(?<=[0-9])[.,:](?=[0-9]))"
_PLAIN = re.compile(
    rf"(?:\(?(?![\u064b-\u0655])[{_LETTERS_OF}]+(?:{_INSIDE}+[{_LETTERS_OF}]+)*"
    r"\)?[.,:;!?\u060c\u061b\u061f]*(?: (?!$)|$))*"
)
_SPACE = re.compile(" ")

_BREAKS = frozenset(("BK", "CR", "LF", "NL"))
_LETTERS = frozenset(("AL", "HL"))
_HANGUL = frozenset(("JL", "JV", "JT", "H2", "H3"))
_PICTURES = frozenset(("ID", "ID_PICTURE", "EB", "EM"))
_CLOSING = frozenset(("CL", "CP", "CP_WIDE"))
_OPENING = frozenset(("OP", "OP_WIDE"))
_NUMBER_SIGNS = {
    "NU": "0",
    "SY": ",",
    "IS": ",",
    "CL": ")",
    "CP": ")",
    "CP_WIDE": ")",
    "OP": "(",
    "OP_WIDE": "(",
    "HY": "(",
    "PR": "%",
    "PO": "%",
}
_NUMBER = re.compile(r"%?\(?0[0,]*\)?")
_AFFIXES = frozenset(("PR", "PO"))
#: × before these even after spaces (LB13), × before these (LB19, LB21, LB22).
_NEVER_FIRST = _CLOSING | {"EX", "IS", "SY"}
_NEVER_AFTER_TEXT = frozenset(("QU", "BA", "HY", "NS", "IN"))


@lru_cache(maxsize=2048)
def opportunities(text: str, lang: str = "") -> frozenset[int]:
    """Places in a paragraph before which a line may begin, those the house forbids left out.

    `lang` is a BCP 47 tag; French holds its quotation marks.
    """
    found = conforming(text)
    held = [match.end() for match in _TOGETHER.finditer(text)]
    if lang.partition("-")[0] == "fr":
        held += [match.end() for match in _FRENCH.finditer(text)]
    return found.difference(held) if held else found


@lru_cache(maxsize=2048)
def conforming(text: str) -> frozenset[int]:
    """Places where UAX #14 allows a break or demands one; neither the start nor the end."""
    if _PLAIN.fullmatch(text):
        return frozenset([found.end() for found in _SPACE.finditer(text)])
    return _by_rule(text)


def _by_rule(text: str) -> frozenset[int]:
    whole = list(map(line_break_class, text))
    places, kinds = _attached(whole)
    numbers = _numbers(kinds)
    return frozenset(
        places[index]
        for index in range(1, len(kinds))
        if whole[places[index] - 1] != "ZWJ" and index not in numbers and _free(kinds, index)
    )


def _free(kinds: list[str], index: int) -> bool:
    """Whether a line may begin with the character of class `kinds[index]`."""
    before, after = kinds[index - 1], kinds[index]
    if before == "SP":
        return _after_spaces(kinds, index)
    if before == after == "RI":
        start = index
        while start and kinds[start - 1] == "RI":
            start -= 1
        return (index - start) % 2 == 0
    if before in ("HY", "BA") and index > 1 and kinds[index - 2] == "HL":
        before = "HL_BA"
    return _parted(before, after)


def _numbers(kinds: list[str]) -> set[int]:
    """Places inside numbers, their signs and brackets (LB25 as in example 7 of section 8.2)."""
    if "NU" not in kinds:
        return set()
    found: set[int] = set()
    signs = "".join([_NUMBER_SIGNS.get(kind, "-") for kind in kinds])
    for match in _NUMBER.finditer(signs):
        end = match.end()
        # What follows a number may lead the next one too.
        found.update(range(match.start() + 1, end + signs.startswith("%", end)))
    return found


def _attached(kinds: list[str]) -> tuple[list[int], list[str]]:
    """Rules LB9 and LB10: marks and joiners belong to what they follow."""
    places: list[int] = []
    found: list[str] = []
    for place, kind in enumerate(kinds):
        if kind in ("CM", "ZWJ"):
            if found and found[-1] not in _BREAKS and found[-1] not in ("SP", "ZW"):
                continue
            kind = "AL"
        places.append(place)
        found.append(kind)
    return places, found


def _after_spaces(kinds: list[str], index: int) -> bool:
    """Rules LB6 to LB18 behind a space."""
    after = kinds[index]
    place = index - 1
    while place >= 0 and kinds[place] == "SP":
        place -= 1
    before = kinds[place] if place >= 0 else ""
    if after in _BREAKS or after in ("SP", "ZW"):
        return False
    if before == "ZW":
        return True
    held = (
        after == "WJ"
        or after in _NEVER_FIRST
        or before in _OPENING
        or (before == "QU" and after in _OPENING)
        or (before in _CLOSING and after == "NS")
        or before == after == "B2"
    )
    return not held


@cache
def _parted(before: str, after: str) -> bool:
    """Whether a break is allowed between two classes that stand side by side."""
    if before in _BREAKS:
        return not (before == "CR" and after == "LF")
    if after in _BREAKS or after in ("SP", "ZW"):
        return False
    if before == "ZW":
        return True
    if after == "WJ" or before in ("WJ", "GL") or after in _NEVER_FIRST:
        return False
    if after == "GL":
        return before in ("BA", "HY", "HL_BA")
    if before in _OPENING or before == "QU" or after == "QU" or before == after == "B2":
        return False
    if before == "CB" or after == "CB":
        return True
    if after in _NEVER_AFTER_TEXT or before == "BB" or before == "HL_BA":
        return False
    return not _held(before, after)


def _held(before: str, after: str) -> bool:
    """Rules LB21b and LB23 to LB30b."""
    if before in _LETTERS:
        return after in _LETTERS or after in ("NU", "OP") or after in _AFFIXES
    if before == "NU":
        return after in _LETTERS or after == "OP"
    if before in _AFFIXES:
        pictured = before == "PR" and (after in _PICTURES or after in _HANGUL)
        return after in _LETTERS or after == "NU" or pictured
    if before in _PICTURES:
        return after == "PO" or (before in ("EB", "ID_PICTURE") and after == "EM")
    if before in _HANGUL:
        follows = {
            "JL": ("JL", "JV", "H2", "H3"),
            "JV": ("JV", "JT"),
            "H2": ("JV", "JT"),
            "JT": ("JT",),
            "H3": ("JT",),
        }
        return after == "PO" or after in follows[before]
    match before:
        case "HY":
            return after == "NU"
        case "SY":
            return after == "HL"
        case "IS":
            return after in _LETTERS
        case "CP":
            return after in _LETTERS or after == "NU"
    return False


@lru_cache(maxsize=8192)
def line_break_class(character: str) -> str:
    """Line_Break of a character as rule LB1 resolves it, in the names of `RANGES`."""
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "H2" if (code - 0xAC00) % 28 == 0 else "H3"
    starts, spans = _spans()
    place = bisect_right(starts, code) - 1
    if place >= 0 and code <= spans[place][0]:
        return spans[place][1]
    return "AL"


@cache
def _spans() -> tuple[list[int], list[tuple[int, str]]]:
    found = []
    for kind, points in RANGES.items():
        for span in points.split():
            first, _, last = span.partition("-")
            found.append((int(first, 16), int(last or first, 16), kind))
    found.sort()
    return [first for first, _, _ in found], [(last, kind) for _, last, kind in found]
