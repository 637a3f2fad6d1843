"""Sheets of paper: what is printed on both sides, the day it last changed, and what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from app.typeset.marks import ARTIFACT, Mark, Placed, Shape, Text

#: What tells the sheets of one folder apart: the key of a chapter, and the place in it from 1.
SheetKey: TypeAlias = tuple[str, int]

#: Words of one line nearer than this (mm) belong to one column.
_NEAR = 3.0
#: The inner side of the larger tick box, mm.
_TICKED = 4.0


@dataclass(frozen=True, slots=True)
class Handed:
    """A sheet as the family has it: the day at its foot, and the prints of its two sides."""

    key: SheetKey
    day: date
    prints: tuple[str, str]


@dataclass(frozen=True)
class Stamps:
    """What the foot of a sheet says: `today` where it is new, the former day where it is the same
    as one `handed` out before. `feet`: the foot by language and day; None: without a day."""

    today: date
    feet: Mapping[tuple[str, date | None], str]
    handed: tuple[Handed, ...] = ()

    @cached_property
    def _known(self) -> Mapping[SheetKey, Handed]:
        return {each.key: each for each in self.handed}

    @property
    def days(self) -> frozenset[date]:
        """Every day a foot may say."""
        return frozenset((self.today, *(each.day for each in self.handed)))

    def day(self, key: SheetKey, prints: tuple[str, str]) -> date:
        """When the sheet last changed."""
        former = self._known.get(key)
        return former.day if former and former.prints == prints else self.today


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other in one column of a page, their baseline in mm from the
    top of the sheet; a sign that is drawn has a digest for its words."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class PageMark:
    """One side of a sheet: its label, the digest of all that is printed on it but the day at the
    foot, its language, the key of its chapter, and its lines in reading order."""

    label: str
    print: str
    lang: str = ""
    chapter: str = ""
    lines: tuple[Line, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A sheet of a folder: `title` and `number` of its chapter, the day at its foot."""

    chapter: str
    place: int
    day: date
    number: int
    title: str
    front: PageMark
    back: PageMark

    @property
    def key(self) -> SheetKey:
        return self.chapter, self.place

    @property
    def handed(self) -> Handed:
        return Handed(self.key, self.day, (self.front.print, self.back.print))

    @property
    def sides(self) -> tuple[PageMark, PageMark]:
        return self.front, self.back


def keys(pages: Sequence[tuple[str, bool]]) -> list[SheetKey]:
    """The key of each sheet of a folder, of whose pages the chapter and whether they are blank are
    told. A sheet belongs to the chapter of its front, or of its back where the front is blank."""
    found: list[SheetKey] = []
    count: dict[str, int] = {}
    for at in range(0, len(pages), 2):
        front, *back = pages[at : at + 2]
        chapter = back[0][0] if front[1] and back and not back[0][1] else front[0]
        count[chapter] = count.get(chapter, 0) + 1
        found.append((chapter, count[chapter]))
    return found


def fingerprint(
    label: str, foot: str, placed: Iterable[Placed], inserted: tuple[str, int] | None = None
) -> str:
    """A digest of all that is drawn, to a hundredth of a millimetre; `inserted`: the page of
    another file that lies there."""
    digest = hashlib.blake2b(digest_size=16)
    if inserted is not None:
        digest.update(f"{inserted}\n".encode("utf-8", "surrogatepass"))
    digest.update(f"{label}\n{foot}\n".encode("utf-8", "surrogatepass"))
    for part in placed:
        for mark in part.marks:
            digest.update(_drawn(mark, part).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _drawn(mark: Mark, part: Placed) -> str:
    at = f"{part.x + mark.x:.2f} {part.y + mark.y:.2f}"
    if isinstance(mark, Text):
        words = " ".join(word.text for word in mark.words)
        # the same words are wider where they are bold
        return f"{at} {mark.width:.2f} {mark.size:.2f} {mark.colour.name} {words}\n"
    fill, stroke = (each.name if each else "" for each in (mark.fill, mark.stroke))
    drawn = f"{mark.line:.3f} {mark.scale:.4f} {mark.even_odd} {mark.turned}"
    return f"{at} {fill} {stroke} {drawn} {mark.path}\n"


def lines(placed: Iterable[Placed]) -> tuple[Line, ...]:
    """The lines of a page in reading order: words on one baseline that follow each other closely,
    and ticks."""
    found: list[Line] = []
    texts = [(mark, part) for part in placed for mark in part.marks if _tells(mark)]
    for (is_text, y), group in groupby(texts, lambda each: _baseline(*each)):
        columns = _columns([(mark, part.x) for mark, part in group])
        found += [Line(words if is_text else f"\u2713 {words}", y) for words in columns]
    return tuple(found)


def _tells(mark: Mark) -> bool:
    """Words that are read, and ticks, which are drawn on their box."""
    if isinstance(mark, Text):
        return mark.element != ARTIFACT
    return mark.frame is not None and mark.frame[1] <= _TICKED


def _baseline(mark: Mark, part: Placed) -> tuple[bool, float]:
    if isinstance(mark, Text):
        return True, round(part.y + mark.y, 2)
    side = mark.frame[1] if mark.frame else 0.0
    return False, round(part.y + mark.y + side, 2)


def _columns(marks: list[tuple[Mark, float]]) -> Iterator[str]:
    """The words of each column, in the order in which they are read."""
    said: list[str] = []
    left = right = 0.0
    for mark, dx in marks:
        start = dx + mark.x
        if isinstance(mark, Shape):
            yield mark.path
            continue
        end = start + mark.width
        if said and (start > right + _NEAR or end < left - _NEAR):
            yield " ".join(said)
            said = []
        left = min(left, start) if said else start
        right = max(right, end) if said else end
        said.append(" ".join(word.text for word in mark.words))
    if said:
        yield " ".join(said)
