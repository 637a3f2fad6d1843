"""The print plan: which page lies on which sheet of paper, and which sheets are of card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from app.records.compositions import ChapterKind
from app.typeset.blocks import FolderDocument
from app.typeset.pages import Pages


class Paper(Enum):
    """What a sheet is printed on."""

    PLAIN = "plain"
    CARD = "card"


@dataclass(frozen=True)
class PlannedPage:
    """One side of a sheet. `chapter`: the key of its chapter; `label` as printed ("4–2"), blank
    on the cover and on pages left empty; `tab`: it is a tab sheet."""

    chapter: str
    label: str
    blank: bool = False
    tab: bool = False


@dataclass(frozen=True)
class PlannedSheet:
    """A leaf, printed on both sides. `number` from 1; `front` and `back`: the labels, blank where
    none is printed; `chapters`: the keys of those on it; `pages`: of the file, from 1."""

    number: int
    front: str
    back: str
    chapters: tuple[str, ...]
    paper: Paper
    pages: tuple[int, ...]


@dataclass(frozen=True)
class PrintPlan:
    """The sheets in the order of the file, `pages` counts its pages."""

    sheets: tuple[PlannedSheet, ...]
    pages: int

    def on(self, paper: Paper) -> tuple[PlannedSheet, ...]:
        """The sheets of one kind of paper."""
        return tuple(sheet for sheet in self.sheets if sheet.paper is paper)

    def ranges(self, paper: Paper) -> tuple[tuple[int, int], ...]:
        """The pages on one kind of paper as first and last of each run, counted from 1: what is
        laid into the printer at one time."""
        numbers = [page for sheet in self.on(paper) for page in sheet.pages]
        runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
        found = [[page for _, page in run] for _, run in runs]
        return tuple((run[0], run[-1]) for run in found)


def print_plan(
    pages: Sequence[PlannedPage], *, cover_on_card: bool = True, tabs_on_card: bool = False
) -> PrintPlan:
    """Two pages a sheet, the odd one in front, as a printer takes them on both sides.

    On card lies the leaf that begins with the cover, and those with a tab sheet where asked.
    """
    sheets = []
    for at in range(0, len(pages), 2):
        sides = pages[at : at + 2]
        opens = "" if sides[0].blank else sides[0].chapter
        on_card = (cover_on_card and opens == ChapterKind.COVER.value) or (
            tabs_on_card and any(side.tab for side in sides)
        )
        sheets.append(
            PlannedSheet(
                number=at // 2 + 1,
                front=sides[0].label,
                back=sides[1].label if len(sides) > 1 else "",
                chapters=tuple(dict.fromkeys(s.chapter for s in sides if not s.blank)),
                paper=Paper.CARD if on_card else Paper.PLAIN,
                pages=tuple(range(at + 1, at + 1 + len(sides))),
            )
        )
    return PrintPlan(tuple(sheets), len(pages))


def pages_of(document: FolderDocument, composed: Pages) -> tuple[PlannedPage, ...]:
    """The pages of a document as it was composed."""
    tabbed = {chapter.key for chapter in document.chapters if chapter.tab is not None}
    opened: set[str] = set()
    found = []
    for page in composed.pages:
        tab = not page.blank and page.key in tabbed - opened
        opened.update(() if page.blank else (page.key,))
        found.append(PlannedPage(page.key, page.label, page.blank, tab))
    return tuple(found)


def in_words(ranges: Iterable[tuple[int, int]]) -> str:
    """Page ranges as a print dialog takes them: "1-2,5,7-8"."""
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
