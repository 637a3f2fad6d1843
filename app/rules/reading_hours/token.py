"""What the words and signs of a text of opening hours are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.rules.reading_hours.proposal import Span


class Kind(Enum):
    """What a token is."""

    TIME = auto()
    BAD_TIME = auto()
    NUMBER = auto()
    DAY = auto()
    SEVERAL = auto()
    NTH = auto()
    ORDINAL = auto()
    MONTH = auto()
    DATE = auto()
    YEAR = auto()
    NAMED_DATE = auto()
    WEEKS = auto()
    WEEKDAYS_FOREIGN = auto()
    SEASON = auto()
    SCHOOL_HOLIDAYS = auto()
    SCHOOL_DAYS = auto()
    FORTNIGHT = auto()
    VAGUE = auto()
    CLOSED = auto()
    OPEN = auto()
    UNKNOWN = auto()
    ALL_DAY = auto()
    KIND = auto()
    ARRANGED = auto()
    QUOTE = auto()
    EXCEPT = auto()
    EXTRA = auto()
    DASH = auto()
    COMMA = auto()
    SEMICOLON = auto()
    BAR = auto()
    FALLBACK = auto()
    LINE = auto()
    COLON = auto()
    SLASH = auto()
    AND = auto()
    OR = auto()
    ELSE = auto()
    PLUS = auto()
    FROM = auto()
    AB = auto()
    UNTIL = auto()
    OPENED = auto()
    SHUT = auto()
    FILLER = auto()
    JUNK = auto()


@dataclass(frozen=True)
class Token:
    """Characters of the text and what they mean: minutes, a weekday, a month, words."""

    kind: Kind
    span: Span
    text: str
    value: int = 0
    more: tuple[int, ...] = ()
    words: str = ""
