"""Binds set chapters to one run of pages: sides, blank pages, furniture, marked contents."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset import furniture, styles
from app.typeset.blocks import FolderDocument, Numbering
from app.typeset.chapters import SetChapter
from app.typeset.flow import Page
from app.typeset.furniture import Side
from app.typeset.headings import sides
from app.typeset.marks import ARTIFACT, LinkArea, Mark, Place, Placed, Sequence, Text
from app.typeset.mirror import mirrored
from app.typeset.setter import Setter
from app.typeset.styles import AREA_WIDTH, POINT, SHEET_HEIGHT


@dataclass(frozen=True, slots=True)
class SetPage:
    """One side of a sheet. `label` as printed ("4–2", "" on cover and blank pages). `inserted`: the
    page of another file that is put there, as its key and its number (from 1)."""

    label: str
    chapter: int
    sequences: tuple[Sequence, ...]
    blank: bool = False
    inserted: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `element` begins at the place it leads to."""

    level: int
    title: str
    element: int


def starts(document: FolderDocument, chapters: list[SetChapter]) -> list[int]:
    """Pages before each chapter; with tabs chapters begin on right-hand (odd) pages, facing
    languages without a tab sheet on left-hand ones."""
    found: list[int] = []
    count = 0
    for chapter in chapters:
        if document.tabs and count % 2 != chapter.opens_left:
            count += 1
        found.append(count)
        count += len(chapter.pages)
    return found


def folio(chapter: int, page: int) -> str:
    """Label of a page within its chapter, empty in the front matter."""
    return f"{chapter}–{page}" if chapter else ""


class Binder:
    """One use: `bind` freezes the pages and tells the tree what stands where."""

    def __init__(
        self,
        document: FolderDocument,
        setter: Setter,
        chapters: list[SetChapter],
        targets: dict[int, int],
    ) -> None:
        self._document = document
        self._setter = setter
        self._elements = setter.elements
        self._chapters = chapters
        self._starts = starts(document, chapters)
        self._targets = targets

    def bind(self) -> tuple[tuple[SetPage, ...], tuple[Bookmark, ...]]:
        bound: list[SetPage] = []
        last = len(self._chapters) - 1
        for index, chapter in enumerate(self._chapters):
            if len(bound) < self._starts[index]:
                bound.append(self._blank(index - 1, len(bound)))
            for number, page in enumerate(chapter.pages, 1):
                bound.append(self._page(index, number, page, len(bound)))
        if self._document.tabs and len(bound) % 2:
            bound.append(self._blank(last, len(bound)))
        return tuple(bound), tuple(self._outline())

    def _label(self, index: int, number: int) -> str:
        if self._document.numbering is Numbering.OF_TOTAL:
            return str(self._starts[index] + number)
        if self._document.numbering is Numbering.OF_CHAPTER:
            return f"{number} / {len(self._chapters[index].pages)}"
        return folio(self._document.chapters[index].number, number)

    def _page(self, index: int, number: int, page: Page, at: int) -> SetPage:
        chapter = self._document.chapters[index]
        side = Side(right=self._document.single_sided or at % 2 == 0)
        label = self._label(index, number)
        setter = self._setter.facing(sides(self._document, index)[page.side].lang)
        parts = [*page.placed, *(Placed(0.0, 0.0, marks) for marks in page.feet.values())]
        parts += self._foot(index, label, side, page, setter)
        placed = [_on_sheet(part, side, setter) for part in parts]
        placed += self._furniture(index, number, side)
        inserted = (chapter.inserted.key, page.inserted) if chapter.inserted else None
        return SetPage(
            label,
            chapter.number,
            self._sequences(placed, at),
            inserted=inserted if page.inserted else None,
        )

    def _foot(self, index: int, label: str, side: Side, page: Page, setter: Setter) -> list[Placed]:
        document, chapter = self._document, self._document.chapters[index]
        if document.numbering is Numbering.OF_TOTAL:
            total = self._starts[-1] + len(self._chapters[-1].pages)
            label = f"{label} / {total}"
        if not label:
            return []
        facing = chapter.facing if page.side else None
        text = facing.foot if facing else chapter.foot
        lang = "" if text else document.lang
        marks = furniture.foot(text or document.foot, label, side, setter, lang)
        return [Placed(0.0, 0.0, marks)]

    def _furniture(self, index: int, number: int, side: Side) -> list[Placed]:
        document, setter = self._document, self._setter
        chapter = document.chapters[index]
        marks: list[Placed] = []
        if not document.single_sided:
            marks.append(Placed(0.0, 0.0, furniture.holes(right=side.right)))
        if document.tabs and chapter.number:
            divided = number == 1 and chapter.tab is not None
            others = [c.number for c in document.chapters if c.number and divided]
            run = (chapter.number - 1) // furniture.TABS
            marks += [
                Placed(0.0, 0.0, furniture.tab(other, side, setter, solid=False))
                for other in others
                if other != chapter.number and (other - 1) // furniture.TABS == run
            ]
            marks.append(Placed(0.0, 0.0, furniture.tab(chapter.number, side, setter)))
        return marks

    def _blank(self, index: int, at: int) -> SetPage:
        """A page that is left empty so that a chapter begins on the right: artifacts only."""
        side = Side(right=at % 2 == 0)
        words = self._setter.single(
            self._document.blank_page,
            styles.NOTE,
            ARTIFACT,
            0,
            148.0,
            width=AREA_WIDTH,
            flush="centre",
        )
        placed = [
            Placed(0.0, 0.0, furniture.holes(right=side.right)),
            _on_sheet(Placed(0.0, 0.0, words), side, self._setter),
        ]
        chapter = self._document.chapters[index].number
        return SetPage("", chapter, self._sequences(placed, at), blank=True)

    def _sequences(self, placed: list[Placed], page: int) -> tuple[Sequence, ...]:
        """Group what follows each other by element; each group is one marked content."""
        groups: list[tuple[int, list[Placed]]] = []
        element = ARTIFACT - 1
        for part in placed:
            run: list[Mark] = []
            for mark in part.marks:
                if mark.element != element:
                    if run:
                        groups[-1][1].append(Placed(part.x, part.y, tuple(run)))
                        run = []
                    element = mark.element
                    groups.append((element, []))
                run.append(mark)
            if run:
                groups[-1][1].append(Placed(part.x, part.y, tuple(run)))
        found: list[Sequence] = []
        mcid = 0
        for owner, parts in groups:
            if owner == ARTIFACT:
                found.append(Sequence(owner, -1, tuple(parts)))
                continue
            self._tell(owner, parts, page, mcid)
            found.append(Sequence(owner, mcid, tuple(parts)))
            mcid += 1
        return tuple(found)

    def _tell(self, owner: int, parts: list[Placed], page: int, mcid: int) -> None:
        """Let the tree know of a marked content, its links and the place of its figure."""
        first = parts[0]
        self._elements.content(owner, page, mcid, first.y + first.marks[0].y)
        figure = self._elements.is_figure(owner)
        for part in parts:
            for mark in part.marks:
                if isinstance(mark, Text):
                    if mark.link:
                        self._elements.area(owner, self._area(mark, part, page))
                elif figure and mark.box:
                    x, y, width, height = mark.box
                    left = (part.x + x) / POINT
                    top = (SHEET_HEIGHT - part.y - y) / POINT
                    box = (left, top - height / POINT, left + width / POINT, top)
                    self._elements.cover(owner, box)

    def _area(self, mark: Text, part: Placed, page: int) -> LinkArea:
        rise = mark.size * POINT
        area = (part.x + mark.x, part.y + mark.y - rise, mark.width, rise * 1.3)
        link = mark.link
        target = Place(self._targets[link.element]) if isinstance(link, Place) else link
        return LinkArea(page, area, target, " ".join(word.text for word in mark.words))

    def _outline(self) -> list[Bookmark]:
        """Chapters, below them their headings of levels 1 and 2; the other language of a chapter
        stands below it with headings of its own."""
        found: list[Bookmark] = []
        for index, chapter in enumerate(self._document.chapters):
            for own in sides(self._document, index):
                level = 0
                if chapter.number or own.title:
                    first = chapter.number and not own.side
                    title = f"{chapter.number}  {own.title}" if first else own.title
                    element = self._targets[own.number()]
                    found.append(Bookmark(min(own.side, 1), title, element))
                    level = own.side + 1
                for number, heading in own.titles():
                    if heading.level > 2 or (heading.level == 1 and heading.text == own.title):
                        continue
                    place = level + heading.level - 1
                    found.append(Bookmark(place, heading.text, self._targets[number]))
        return found


def _on_sheet(part: Placed, side: Side, setter: Setter) -> Placed:
    """What was set in the type area on its page, mirrored where that runs from right to left."""
    marks = mirrored(part.marks) if setter.mirrors else part.marks
    return Placed(part.x + side.left_edge, part.y, marks)
