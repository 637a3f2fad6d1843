"""Composes a document: everything is decided here, pages come out as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.typeset import pace, sheets
from app.typeset.binding import Binder, Bookmark, SetPage, folio, starts
from app.typeset.blocks import Chapter, Contents, FolderDocument, Numbering
from app.typeset.chapters import ChapterSetter, SetChapter
from app.typeset.faces import Faces
from app.typeset.headings import sides
from app.typeset.marks import ARTIFACT, Element, Text
from app.typeset.setter import Setter
from app.typeset.sheets import PageMark, SheetMark


@dataclass(frozen=True, slots=True)
class Pages:
    """A composed document. Equal documents and fonts give equal pages.

    `unequal`: chapters whose languages had not the same rows, so that they could not be set beside
    each other and stand one behind the other. `titles` of the chapters by their keys,
    `listing`: the keys of those that hold the contents of the whole.
    """

    title: str
    lang: str
    author: str
    subject: str
    created: datetime
    pages: tuple[SetPage, ...]
    elements: tuple[Element, ...]
    outline: tuple[Bookmark, ...]
    faces: Faces
    unequal: tuple[int, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    listing: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        return len(self.pages)

    @property
    def has_others(self) -> bool:
        """Whether pages of other files are put in: such a file claims no PDF/A."""
        return any(page.inserted for page in self.pages)

    @property
    def sheets(self) -> int:
        """Sheets of paper when printed on both sides."""
        return (len(self.pages) + 1) // 2

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(page.label for page in self.pages)

    @property
    def marks(self) -> tuple[SheetMark, ...]:
        """What tells each sheet from every other, and what it says."""
        titles = dict(self.titles)
        told = [_mark(page) for page in self.pages]
        told += [PageMark("", "")] * (len(told) % 2)
        found = []
        for at, (chapter, place) in enumerate(
            sheets.keys([(page.key, page.blank) for page in self.pages])
        ):
            page = self.pages[at * 2]
            if page.key != chapter:
                page = self.pages[at * 2 + 1]
            front, back = told[at * 2 : at * 2 + 2]
            day, title = page.day or self.created.date(), titles.get(chapter, "")
            found.append(SheetMark(chapter, place, day, page.chapter, title, front, back))
        return tuple(found)

    def text(self, page: int) -> str:
        """Words of a page in reading order, artifacts left out."""
        return " ".join(
            word.text
            for sequence in self.pages[page].sequences
            if sequence.element != ARTIFACT
            for placed in sequence.placed
            for mark in placed.marks
            if isinstance(mark, Text)
            for word in mark.words
        )


def _mark(page: SetPage) -> PageMark:
    lines = () if page.blank else sheets.lines(page.own)
    return PageMark(page.label, page.print, page.lang, page.key, lines)


def compose(document: FolderDocument, faces: Faces) -> Pages:
    """Set all chapters, number the pages, fill in contents, freeze.

    Chapters that show page labels themselves (contents) are tried first, to learn how many pages
    they take, and set once all labels are known; a tab sheet takes one.
    Raises ValueError when a QR code's address is too long for a code.
    """
    with pace.uninterrupted():
        return _composed(document, faces)


def _composed(document: FolderDocument, faces: Faces) -> Pages:
    setter = Setter(faces, document.lang)
    chapters = ChapterSetter(document, setter)
    known: dict[int, SetChapter] = {}
    for index, chapter in enumerate(document.chapters):
        if _shows_labels(chapter):
            known[index] = ChapterSetter(document, Setter(faces, document.lang)).set(index, {})
        else:
            known[index] = chapters.set(index, {})
    labels = _labels(document, [known[index] for index in range(len(known))])
    for index, chapter in enumerate(document.chapters):
        if _shows_labels(chapter):
            known[index] = chapters.set(index, labels)
        chapters.set_tab(index, known[index], labels)
    in_order = [known[index] for index in range(len(known))]
    targets: dict[int, int] = {}
    for index, set_chapter in enumerate(in_order):
        targets |= chapters.targets(index, set_chapter)
    pages, outline = Binder(document, setter, in_order, targets).bind()
    return Pages(
        title=document.title,
        lang=document.lang,
        author=document.author,
        subject=document.subject,
        created=document.created,
        pages=pages,
        elements=setter.elements.frozen(),
        outline=outline,
        faces=faces,
        unequal=tuple(
            document.chapters[index].number
            for index, set_chapter in enumerate(in_order)
            if set_chapter.unequal
        ),
        titles=tuple((chapter.key, chapter.title) for chapter in document.chapters),
        listing=frozenset(each.key for each in document.chapters if _shows_labels(each)),
    )


def _shows_labels(chapter: Chapter) -> bool:
    """Whether page labels stand on the chapter's own pages (the tab sheet is set for itself)."""
    return any(isinstance(block, Contents) for block in chapter.blocks)


def _labels(document: FolderDocument, chapters: list[SetChapter]) -> dict[int, str]:
    """Heading number → label of the page it stands on."""
    begins = starts(document, chapters)
    found: dict[int, str] = {}
    for index, chapter in enumerate(chapters):
        pages = _first_pages(chapter)
        for side, headings in zip(sides(document, index), chapter.headings, strict=True):
            first = next((n for n, p in enumerate(chapter.pages, 1) if p.side == side.side), 1)
            whole = 1 if document.chapters[index].tab else first
            for place, page in enumerate((whole, *(pages.get(each, 1) for each in headings))):
                if document.numbering is Numbering.OF_TOTAL:
                    label = str(begins[index] + page)
                else:
                    label = folio(document.chapters[index].number, page)
                found[side.number(place)] = label
    return found


def _first_pages(chapter: SetChapter) -> dict[int, int]:
    """Element → page within the chapter (from 1) on which it first appears."""
    found: dict[int, int] = {}
    wanted = {element for side in chapter.headings for element in side}
    for number, page in enumerate(chapter.pages, 1):
        for placed in page.placed:
            for mark in placed.marks:
                if mark.element in wanted:
                    found.setdefault(mark.element, number)
    return found
