"""A text of opening hours as tokens; every character that says something stands in one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from app.rules.reading_hours import words
from app.rules.reading_hours.clock import half, meridiem, minutes, spoken
from app.rules.reading_hours.patterns import PATTERNS, SAME
from app.rules.reading_hours.proposal import Span
from app.rules.reading_hours.token import Kind, Token
from app.rules.reading_hours.vocabulary import named

_OF_DIGITS = frozenset(
    [
        "iso",
        "military",
        "date",
        "dates",
        "monthday",
        "ordinal",
        "meridiem",
        "time",
        "year",
        "number",
    ]
)
_OF_LETTERS = frozenset(
    [
        "as_of",
        "weeks",
        "parity",
        "for_good",
        "for_now",
        "shut",
        "exception",
        "named",
        "easter",
        "arranged",
        "spoken",
        "word",
    ]
)
_OF_SIGNS = frozenset(["newline", "quote", "nth", "punctuation"])


def _patterns(*never: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns in their order, less those that cannot begin here: most characters need few."""
    return tuple(
        (name, re.compile(pattern, re.IGNORECASE))
        for name, pattern in PATTERNS
        if not any(name in names for names in never)
    )


_DIGITS = _patterns(_OF_LETTERS, _OF_SIGNS)
_LETTERS = _patterns(_OF_DIGITS, _OF_SIGNS)
_OTHERS = _patterns(_OF_DIGITS, _OF_LETTERS)
_SIGNS = {
    "-": Kind.DASH,
    ",": Kind.COMMA,
    ";": Kind.SEMICOLON,
    "|": Kind.BAR,
    "||": Kind.FALLBACK,
    ":": Kind.COLON,
    "/": Kind.SLASH,
    "&": Kind.AND,
    "+": Kind.PLUS,
    "(": Kind.OPENED,
    ")": Kind.SHUT,
}


def tokens(text: str) -> Iterator[Token]:
    """The tokens in order; blanks and full stops that say nothing are left out."""
    same = text.replace("\\n", " \n").translate(SAME)
    place = 0
    while place < len(same):
        if same[place] in " _" or _is_invisible(same[place]):
            place += 1
            continue
        first = same[place]
        patterns = _DIGITS if first.isdecimal() else _LETTERS if first.isalpha() else _OTHERS
        for name, pattern in patterns:
            found = pattern.match(same, place)
            if found is None or found.end() == place:
                continue
            made = _MAKERS[name](found, same)
            if made is not None:
                yield from made
                place = made[-1].span.end if made else found.end()
                break
        else:
            yield _token(Kind.JUNK, place, place + 1, same)
            place += 1


def _is_invisible(sign: str) -> bool:
    """Blanks of every width and signs that only steer the setting of a line."""
    return sign != "\n" and unicodedata.category(sign) in ("Zs", "Cf", "Cc", "Co")


def _token(kind: Kind, start: int, end: int, text: str, value: int = 0) -> Token:
    return Token(kind, Span(start, end), text[start:end], value)


def _plain(kind: Kind) -> Callable[[re.Match[str], str], list[Token]]:
    def make(found: re.Match[str], text: str) -> list[Token]:
        return [_token(kind, found.start(), found.end(), text)]

    return make


def _clock(read: Callable[[str], int | None]) -> Callable[[re.Match[str], str], list[Token]]:
    def make(found: re.Match[str], text: str) -> list[Token]:
        value = read(found[0])
        kind = Kind.BAD_TIME if value is None else Kind.TIME
        return [_token(kind, found.start(), found.end(), text, value or 0)]

    return make


def _military(found: re.Match[str], text: str) -> list[Token] | None:
    """0800-1600; None for years, and for what is no pair of times."""
    first, second = found[0][:4], found[0][-4:]
    if first[:2] in ("19", "20") and second[:2] in ("19", "20"):
        return None
    start, end = minutes(first), minutes(second)
    if start is None or end is None:
        return None
    middle = found.start() + 4
    last = found.end() - 4
    return [
        _token(Kind.TIME, found.start(), middle, text, start),
        _token(Kind.DASH, middle, last, text),
        _token(Kind.TIME, last, found.end(), text, end),
    ]


def _phone(found: re.Match[str], text: str) -> list[Token] | None:
    digits = re.findall(r"\d+", found[0])
    named = found[0][0].isalpha()
    if not named and (max(map(len, digits)) < 3 or sum(map(len, digits)) < 7):
        return None
    return [_token(Kind.JUNK, found.start(), found.end(), text)]


def _date(found: re.Match[str], text: str) -> list[Token]:
    return [_dated(found.start(), found.end(), text)]


def _dated(start: int, end: int, text: str) -> Token:
    """A day, a month and perhaps a year: `more` is (month, day, year or 0)."""
    day, month, *year = (int(each) for each in re.findall(r"\d+", text[start:end]))
    full = (year[0] if year[0] > 99 else 2000 + year[0]) if year else 0
    return Token(Kind.DATE, Span(start, end), text[start:end], 0, (month, day, full))


def _iso(found: re.Match[str], _text: str) -> list[Token]:
    year, month, day = (int(each) for each in found[0].split("-"))
    return [Token(Kind.DATE, Span(*found.span()), found[0], 0, (month, day, year))]


def _dates(found: re.Match[str], text: str) -> list[Token] | None:
    """15.05-30.09; None where both could be times."""
    inner = re.search(r"\.? *(?:-|bis) *", found[0], re.IGNORECASE)
    if inner is None:
        return None
    middle, last = found.start() + inner.start(), found.start() + inner.end()
    written = text[found.start() : middle], text[last : found.end()]
    if all(minutes(each) is not None and len(each.split(".")[1]) == 2 for each in written):
        return None
    return [
        _dated(found.start(), middle, text),
        _token(Kind.DASH, middle, last, text),
        _dated(last, found.end(), text),
    ]


def _number(found: re.Match[str], text: str) -> list[Token]:
    value = int(found[0]) if len(found[0]) < 6 else 99999
    return [_token(Kind.NUMBER, found.start(), found.end(), text, value)]


def _nth(found: re.Match[str], _text: str) -> list[Token] | None:
    listed: list[int] = []
    for part in found[0].strip("[] ").split(","):
        first, sign, last = (
            part.strip().partition("-") if part.strip()[0] != "-" else (part, "", "")
        )
        listed += range(int(first), int(last) + 1) if sign else [int(first)]
    if not listed or any(not -5 <= each <= 5 or each == 0 for each in listed):
        return None
    return [Token(Kind.NTH, Span(*found.span()), found[0], 0, tuple(listed))]


def _named(found: re.Match[str], _text: str) -> list[Token]:
    name = words.NAMED_DATES[found[0].lower()]
    return [Token(Kind.NAMED_DATE, Span(*found.span()), found[0], words=name)]


def _easter(found: re.Match[str], _text: str) -> list[Token]:
    name = re.sub(r" ?([+-]) ?(\d+) ?", r" \1\2 ", found[0].lower())
    return [Token(Kind.NAMED_DATE, Span(*found.span()), found[0], words=name)]


def _weeks(found: re.Match[str], _text: str) -> list[Token]:
    written = re.sub(r"^(?:week|kw) ?", "week ", found[0], flags=re.IGNORECASE)
    return [Token(Kind.WEEKS, Span(*found.span()), found[0], words=written)]


def _parity(found: re.Match[str], _text: str) -> list[Token]:
    odd = "ungerade" in found[0].lower()
    written = "week 1-53/2" if odd else "week 2-52/2"
    return [Token(Kind.WEEKS, Span(*found.span()), found[0], words=written)]


def _arranged(found: re.Match[str], _text: str) -> list[Token]:
    """The arrangement in the words OSM comments have agreed on, or in the text's own."""
    said = re.sub(r"\s+", " ", found[0]).strip()
    core = re.search(r"\b(?:nach|auf|mit|per|gegen|bei|unter|n\.) .*", said, re.IGNORECASE)
    written = core[0] if core else said
    if core is None or words.PLAIN.fullmatch(written) or written.lower() in ("n. v.", "n. v"):
        written = "nach Vereinbarung"
    return [Token(Kind.ARRANGED, Span(*found.span()), found[0], words=_lowered(written))]


def _lowered(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return f"{first.lower()} {rest}".strip()


def _punctuation(found: re.Match[str], text: str) -> list[Token]:
    kind = _SIGNS.get(found[0])
    if kind is None:
        kind = Kind.FILLER if found[0] in ".'\"!" else Kind.JUNK
    return [_token(kind, found.start(), found.end(), text)]


def _number_word(found: re.Match[str], text: str) -> list[Token]:
    value = int(found[0][:-1])
    return [_token(Kind.NUMBER, found.start(), found.end(), text, value)]


def _ordinal(found: re.Match[str], text: str) -> list[Token]:
    return [_token(Kind.ORDINAL, found.start(), found.end(), text, int(found[0][0]))]


def _word(found: re.Match[str], text: str) -> list[Token]:
    return [named(found[0], found.start(), text)]


_MAKERS: dict[str, Callable[[re.Match[str], str], list[Token] | None]] = {
    "newline": _plain(Kind.LINE),
    "address": _plain(Kind.JUNK),
    "as_of": _plain(Kind.JUNK),
    "quote": _plain(Kind.QUOTE),
    "iso": _iso,
    "military": _military,
    "phone": _phone,
    "all_day": _plain(Kind.ALL_DAY),
    "easter": _easter,
    "weeks": _weeks,
    "parity": _parity,
    "fortnight": _plain(Kind.FORTNIGHT),
    "for_good": _plain(Kind.CLOSED),
    "for_now": _plain(Kind.CLOSED),
    "shut": _plain(Kind.CLOSED),
    "exception": _plain(Kind.EXCEPT),
    "named": _named,
    "arranged": _arranged,
    "half": _clock(half),
    "date": _date,
    "dates": _dates,
    "monthday": _number_word,
    "ordinal": _ordinal,
    "nth": _nth,
    "meridiem": _clock(meridiem),
    "time": _clock(minutes),
    "spoken": _clock(spoken),
    "year": _number,
    "number": _number,
    "word": _word,
    "punctuation": _punctuation,
}
