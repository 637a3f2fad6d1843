"""Single words of a text of opening hours, named by what they mean there."""

from __future__ import annotations

import re

from app.rules.reading_hours import words
from app.rules.reading_hours.proposal import Span
from app.rules.reading_hours.token import Kind, Token

_DAY_FOLLOWS = re.compile(
    r"\.?\s*(?:[-,.:;/&+()\[\"]|\d|$|\n|(?:u\.|und|bis|ab|von|um|off|geschlossen|zu|nach|so|su|"
    r"mo|di|mi|do|fr|sa|ph)\b)",
    re.IGNORECASE,
)
_FOREIGN_FOLLOWS = re.compile(r"\.?\s*(?:[-,:;/&+]|\d|$)")
_TIME_FOLLOWS = re.compile(r"\.?\s*:?\s*(?:(?:von|ab|zwischen)\s+)?(\d{1,2})")
_TIME_BEFORE = re.compile(
    r"(\d{1,2})(?:[:.]\d\d)?\s*(?:-|–|bis)\s*[\d:.]+\s*(?:uhr|h)?\s*\(?$", re.IGNORECASE
)
_ABBREVIATED = frozenset(
    [
        "vorm",
        "nachm",
        "tägl",
        "tgl",
        "u",
        "uhr",
        "std",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dez",
        "febr",
        "mrz",
    ]
)


def named(word: str, start: int, text: str) -> Token:
    """What a word is; unknown ones are junk. A full stop of an abbreviation belongs to it."""
    lower = word.lower()
    end = start + len(word)
    kind, value, more, said = _meaning(word, lower, end, text)
    dotted = kind in (Kind.DAY, Kind.MONTH) or lower in _ABBREVIATED
    if dotted and end < len(text) and text[end] == ".":
        end += 1
    return Token(kind, Span(start, end), text[start:end], value, more, said)


def _meaning(word: str, lower: str, end: int, text: str) -> tuple[Kind, int, tuple[int, ...], str]:
    if lower in words.DAYS and _is_day(word, lower, end, text):
        return Kind.DAY, words.DAYS[lower], (), ""
    if lower in words.FOREIGN_DAYS and len(word) < 5 and _is_foreign(word, end, text):
        return Kind.WEEKDAYS_FOREIGN, 0, (), ""
    if lower in words.FORENOON or lower in words.AFTERNOON:
        return _half_day(lower, end - len(word), end, text), 0, (), ""
    if lower in words.SEVERAL_DAYS:
        return Kind.SEVERAL, 0, words.SEVERAL_DAYS[lower], ""
    if lower in words.MONTHS:
        return Kind.MONTH, words.MONTHS[lower], (), ""
    if lower in words.KINDS:
        return Kind.KIND, 0, (), words.KINDS[lower]
    if lower in words.ORDINALS:
        return Kind.ORDINAL, words.ORDINALS[lower], (), ""
    for kind, known in _SETS:
        if lower in known:
            return kind, 0, (), lower
    return Kind.JUNK, 0, (), ""


def _is_day(word: str, lower: str, end: int, text: str) -> bool:
    if lower not in words.DOUBLE_MEANING:
        return True
    if word[0].isupper() and lower not in ("die", "mit"):
        return True
    return _DAY_FOLLOWS.match(text, end) is not None


def _half_day(lower: str, start: int, end: int, text: str) -> Kind:
    """ "nachmittags 14–16 Uhr" says nothing new; "nachmittags 2–4 Uhr" and "nachmittags" do."""
    beside = _TIME_FOLLOWS.match(text, end) or _TIME_BEFORE.search(text[max(0, start - 24) : start])
    if beside is None:
        return Kind.JUNK
    is_late = int(beside[1]) >= 12
    return Kind.FILLER if is_late == (lower in words.AFTERNOON) else Kind.JUNK


def _is_foreign(word: str, end: int, text: str) -> bool:
    return word[0].isupper() and _FOREIGN_FOLLOWS.match(text, end) is not None


_SETS: tuple[tuple[Kind, frozenset[str]], ...] = (
    (Kind.SCHOOL_HOLIDAYS, words.SCHOOL_HOLIDAYS),
    (Kind.SCHOOL_DAYS, words.SCHOOL_DAYS),
    (Kind.SEASON, words.SEASONS),
    (Kind.CLOSED, words.CLOSED),
    (Kind.OPEN, words.OPEN),
    (Kind.UNKNOWN, words.UNKNOWN),
    (Kind.EXCEPT, words.EXCEPT),
    (Kind.EXTRA, words.EXTRA),
    (Kind.VAGUE, words.VAGUE),
    (Kind.AND, words.AND),
    (Kind.ELSE, frozenset(["sonst", "ansonsten"])),
    (Kind.OR, frozenset(["oder"])),
    (Kind.FROM, frozenset(["von", "vom", "zwischen", "from"])),
    (Kind.AB, frozenset(["ab"])),
    (Kind.UNTIL, frozenset(["bis", "to"])),
    (Kind.ALL_DAY, frozenset(["ganztägig", "ganztags"])),
    (Kind.FILLER, words.FILLERS),
)
