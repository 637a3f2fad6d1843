"""Text inside a line, and the named choices blocks are made with; no PDF, no layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight, one language, with at most one link.

    `href` may be http, https, mailto or tel; any other scheme is printed as text without a link.
    "\\n" breaks the line, U+00AD is a place to hyphenate, U+00A0 never breaks.
    """

    text: str
    bold: bool = False
    href: str = ""
    lang: str = ""


Words: TypeAlias = tuple[Run, ...]


class Lent(str):
    """A text that another language lends; it says so wherever it becomes a run."""

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> Lent:
        lent = super().__new__(cls, text)
        lent.lang = lang
        return lent


def plain(text: str) -> Run:
    """The text in its own language where it is lent, else in that of what it stands in."""
    return Run(text, lang=text.lang) if isinstance(text, Lent) else Run(text)


def words(*parts: str | Run) -> Words:
    """`words("Das ist eine ", bold("Rechenhilfe"), ".")`"""
    return tuple(plain(part) if isinstance(part, str) else part for part in parts)


def bold(text: str, lang: str = "") -> Run:
    return Run(text, bold=True, lang=lang or plain(text).lang)


def link(text: str, href: str, *, bold: bool = False) -> Run:
    return Run(text, bold=bold, href=href)


class Style(Enum):
    """Named text styles of the style sheet (size/leading in `styles.py`)."""

    TEXT = "text"
    TABLE = "table"
    NOTE = "note"
    GROUP = "group"
    NAMES = "names"


class Tick(Enum):
    """What stands in a tick box; NONE: there is no box, since there is nothing to do."""

    OPEN = "open"
    DONE = "done"
    NONE = "none"


class LawMark(Enum):
    """Solid § for a date set by law, open ring for advice."""

    LAW = "law"
    ADVICE = "advice"


class Bar(Enum):
    """How a span of a small week is drawn."""

    OPEN = "open"
    MARGINAL = "marginal"
    NEED = "need"
    GAP = "gap"
    PERSON = "person"
    PARTNER = "partner"


class Fill(Enum):
    """How a stretch of a week of care is drawn; told apart without colour. The first four are for
    those who care, in this order; FIRST and SECOND are the duties of two parents."""

    TINTED = "tinted"
    DOTTED = "dotted"
    FRAMED = "framed"
    BARRED = "barred"
    GAP = "gap"
    THERE = "there"
    FIRST = "first"
    SECOND = "second"


class Marker(Enum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    BOX = "box"


class Numbering(Enum):
    """Folio: within the chapter ("4–2"), a single run ("2 / 14") for plain lists and tests, or
    each chapter for itself ("1 / 2") for letters."""

    IN_CHAPTER = "in_chapter"
    OF_TOTAL = "of_total"
    OF_CHAPTER = "of_chapter"
