"""Composes a document: everything is decided here, pages come out as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.typeset import pace
from app.typeset.binding import Binder, Bookmark, SetPage, starts
from app.typeset.blocks import FolderDocument, Numbering
from app.typeset.chapters import CHAPTER_STEP, ChapterSetter, SetChapter, needs_labels
from app.typeset.faces import Faces
from app.typeset.marks import ARTIFACT, Element, Text
from app.typeset.setter import Setter


@dataclass(frozen=True, slots=True)
class Pages:
    """A composed document. Equal documents and fonts give equal pages."""

    title: str
    lang: str
    author: str
    subject: str
    created: datetime
    pages: tuple[SetPage, ...]
    elements: tuple[Element, ...]
    outline: tuple[Bookmark, ...]
    faces: Faces

    @property
    def count(self) -> int:
        return len(self.pages)

    @property
    def sheets(self) -> int:
        """Sheets of paper when printed on both sides."""
        return (len(self.pages) + 1) // 2

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(page.label for page in self.pages)

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


def compose(document: FolderDocument, faces: Faces) -> Pages:
    """Set all chapters, number the pages, fill in contents, freeze.

    Chapters that show page labels themselves (contents, tab sheets) are tried first, to learn
    how many pages they take, and set once all labels are known.
    Raises ValueError when a QR code's address is too long for a code.
    """
    with pace.uninterrupted():
        return _composed(document, faces)


def _composed(document: FolderDocument, faces: Faces) -> Pages:
    setter = Setter(faces, document.lang)
    sects = _sects(document, setter)
    chapter_setter = ChapterSetter(document, setter, sects)
    known: dict[int, SetChapter] = {}
    for index, chapter in enumerate(document.chapters):
        if needs_labels(chapter.blocks):
            trial = Setter(faces, document.lang)
            known[index] = ChapterSetter(document, trial, _sects(document, trial)).set(index, {})
        else:
            known[index] = chapter_setter.set(index, {})
    labels = _labels(document, known)
    for index, chapter in enumerate(document.chapters):
        if needs_labels(chapter.blocks):
            known[index] = chapter_setter.set(index, labels)
    chapters = [known[index] for index in range(len(sects))]
    pages, outline = Binder(document, setter, sects, chapters).bind()
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
    )


def _sects(document: FolderDocument, setter: Setter) -> list[int]:
    return [
        setter.elements.add("Sect", 0, lang=chapter.lang or document.lang)
        for chapter in document.chapters
    ]


def _labels(document: FolderDocument, chapters: dict[int, SetChapter]) -> dict[int, str]:
    """Heading number → label of the page it stands on."""
    in_order = [chapters[index] for index in range(len(chapters))]
    begins = starts(document, in_order)
    found: dict[int, str] = {}
    for index, chapter in enumerate(in_order):
        pages = [1, *_heading_pages(chapter)]
        for place, page in enumerate(pages):
            if document.numbering is Numbering.OF_TOTAL:
                label = str(begins[index] + page)
            else:
                label = folio(document.chapters[index].number, page)
            found[index * CHAPTER_STEP + place] = label
    return found


def _heading_pages(chapter: SetChapter) -> list[int]:
    """Page within the chapter (from 1) on which each heading first appears."""
    found: dict[int, int] = {}
    wanted = set(chapter.headings)
    for number, page in enumerate(chapter.pages, 1):
        for placed in page.placed:
            for mark in placed.marks:
                if mark.element in wanted:
                    found.setdefault(mark.element, number)
    return [found.get(element, 1) for element in chapter.headings]


def folio(chapter: int, page: int) -> str:
    """Label of a page within its chapter, empty in the front matter."""
    return f"{chapter}–{page}" if chapter else ""
