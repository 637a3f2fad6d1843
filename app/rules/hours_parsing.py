"""OSM opening_hours values: valid or not, and the rules they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opening_hours import OpeningHours

COMMENT = re.compile(r'"[^"]*"')
_WEEKDAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
# Rules are parted by ";", "||" or by a comma after a time, a modifier or a comment.
_PARTED = re.compile(
    r'(;|\|\||(?:(?<=:[0-9]{2})|(?<=[+"])|(?<=off)|(?<=closed)|(?<=open)|(?<=unknown))\s*,'
    r"(?=\s*(?:PH|SH|" + _WEEKDAY + r"|[A-Z][a-z]{2}\b|\d{4}\s)))"
)
# "Sa, Su 14:00-17:00": to the letter a rule "Sa" for the whole day and another one for Sunday;
# nobody means that.
_DAY = rf"(?:PH|SH|{_WEEKDAY})"
_LISTED = re.compile(
    rf"(?:(?<=\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH))|(?<=\])) *, +(?={_DAY}\b)", re.IGNORECASE
)
_COLUMN = re.compile(r"--> (\d+):(\d+)")


@dataclass(frozen=True)
class HoursProblem:
    """Why a text is no OSM opening_hours value; `column` counts its characters from 1."""

    column: int
    near: str


def check(text: str) -> HoursProblem | None:
    """None where the text is a valid opening_hours value, else where it stops being one.

    A blank text is no value: hours that are unknown are not asked.
    """
    if not text.strip():
        return HoursProblem(1, "")
    if "\n" in text or "\r" in text:
        column = len(re.split(r"[\r\n]", text)[0]) + 1
        return HoursProblem(column, "")
    from opening_hours import ParserError  # type: ignore[attr-defined]  # its stub forgot it

    try:
        parsed(text)
    except (ParserError, UnicodeEncodeError) as error:
        found = _COLUMN.search(str(error))
        column = int(found[2]) if found else 1
        return HoursProblem(column, text[column - 1 : column + 11])
    return None


def rules_of(text: str) -> Iterator[tuple[str, int, str]]:
    """The rules of a value: the separator before each ("" before the first), where it starts and
    its text without blanks around it."""
    separator, start = "", 0
    for place, piece in enumerate(pieces(text)):
        if place % 2:
            separator = piece.strip()
        elif piece.strip():
            yield separator, start + len(piece) - len(piece.lstrip()), piece.strip()
        start += len(piece)


def pieces(text: str) -> list[str]:
    """Rules and separators in turn; what stands in quotes parts nothing."""
    hidden = COMMENT.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', text)
    found_pieces: list[str] = []
    end = 0
    for found in _PARTED.finditer(hidden):
        found_pieces += [text[end : found.start()], text[found.start() : found.end()]]
        end = found.end()
    found_pieces.append(text[end:])
    return found_pieces


@lru_cache(maxsize=4096)
def parsed(text: str) -> OpeningHours:
    """A value as the library reads it; raises its `ParserError`."""
    from opening_hours import OpeningHours

    hours = OpeningHours(text, auto_country=False, auto_timezone=False)
    closed_up = _LISTED.sub(",", text)
    if closed_up == text:
        return hours
    return OpeningHours(closed_up, auto_country=False, auto_timezone=False)
