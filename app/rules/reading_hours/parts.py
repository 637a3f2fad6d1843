"""The pieces a text of opening hours is made of: days, times, parts of the year, remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto

from app.rules.reading_hours.proposal import Doubt, DoubtCode, Span
from app.rules.reading_hours.words import OSM_MONTHS as _MONTHS

SCHOOL = 8
"""Stands beside the weekdays and the public holiday for a day of the school holidays."""
WEEK = tuple(range(7))


_AROUND = " \t\r\n,;:!."


class Part(Enum):
    """What a piece says."""

    SEASON = auto()
    DAYS = auto()
    TIMES = auto()
    CLOSED = auto()
    OPEN = auto()
    UNKNOWN = auto()
    KIND = auto()
    ARRANGED = auto()
    QUOTE = auto()
    EXCEPT = auto()
    EXTRA = auto()
    FORTNIGHT = auto()
    SCHOOL_DAYS = auto()
    FOREIGN = auto()
    JUNK = auto()


class Gap(IntEnum):
    """How strongly a piece is parted from the one before."""

    NONE = 0
    LIGHT = 1
    STRONG = 2
    FALLBACK = 3


@dataclass(frozen=True, order=True)
class DayChoice:
    """A weekday, 7 for public holidays or 8 for school holidays; `nth` of the month where given."""

    day: int
    nth: tuple[int, ...] = ()


@dataclass(frozen=True)
class Times:
    """Minutes from `start` to `end`, over midnight above 1440; None where the text gives none."""

    start: int | None
    end: int | None
    span: Span
    open_end: bool = False
    kind: str | None = None
    comment: str = ""
    state: str = ""


@dataclass(frozen=True)
class Season:
    """A part of the year as OSM writes it; `named` where only the text knows its dates."""

    osm: str = ""
    named: str = ""

    @property
    def names_dates(self) -> bool:
        """Whether it is made of days, not of months or weeks: "Dec 24,Dec 31"."""
        return any(sign.isdigit() for sign in self.osm) and not self.osm.startswith("week")

    @property
    def is_short(self) -> bool:
        """Whether it names single days or a few in a row, which replace even a public holiday."""
        if self.osm.startswith("week") or "SH" in self.osm or self.osm.endswith("+"):
            return False
        return all(_is_few_days(each) for each in self.osm.split(",")) and bool(self.osm)


BASE = Season()


def _is_few_days(selector: str) -> bool:
    """Dec 24; Dec 24-Jan 02; easter +1 day; not Apr-Oct nor Apr 01-Oct 31."""
    if selector.startswith("easter"):
        return True
    named = re.findall(r"([A-Z][a-z]{2}) (\d{2})(?!\d)", selector)
    if "-" not in selector:
        return len(named) == 1
    if len(named) != 2:
        return False
    first, last = (_MONTHS.index(month) * 30 + int(day) for month, day in named)
    return (last - first) % 360 <= 21


@dataclass(frozen=True)
class Piece:
    """One piece of the text, and how it is parted from the one before."""

    part: Part
    span: Span
    gap: Gap = Gap.NONE
    days: tuple[DayChoice, ...] = ()
    times: tuple[Times, ...] = ()
    season: Season = BASE
    words: str = ""
    is_set_off: bool = False


@dataclass
class Doubts:
    """The doubts found so far."""

    text: str
    found: dict[tuple[DoubtCode, Span], None] = field(default_factory=dict)

    def add(self, code: DoubtCode, span: Span) -> None:
        self.found[code, self._trimmed(span)] = None

    def _trimmed(self, span: Span) -> Span:
        """Without blanks and signs around the words."""
        said = self.text[span.start : span.end]
        start = span.start + len(said) - len(said.lstrip(_AROUND))
        end = start + len(said.strip(_AROUND))
        return Span(start, end) if start < end else span

    def swallow(self, span: Span) -> None:
        """Forget what is doubted inside of `span`: it is told as a whole."""
        self.found = {
            (code, each): None
            for code, each in self.found
            if not (span.start <= each.start and each.end <= span.end)
        }

    def keep(self, *codes: DoubtCode) -> None:
        """Forget the other doubts: they are about a reading that is not proposed."""
        self.found = {each: None for each in self.found if each[0] in codes}

    def told(self) -> tuple[Doubt, ...]:
        """In the order of the text; what is not understood is told once, as widely as it was."""
        told: list[tuple[DoubtCode, Span]] = []
        unread: Span | None = None
        order = sorted(self.found, key=lambda each: (each[1].start, -each[1].end, each[0].value))
        for code, span in order:
            if code is not DoubtCode.UNREAD:
                told.append((code, span))
            elif unread is not None and span.start < unread.end:
                wider = unread.with_(span)
                told[told.index((code, unread))] = (code, wider)
                unread = wider
            else:
                told.append((code, span))
                unread = span
        return tuple(
            Doubt(code, span.start, span.end, self.text[span.start : span.end])
            for code, span in told
        )
